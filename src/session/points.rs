//! Restore points of the open project, and removing for good what was removed.

use std::rc::Rc;

use emic_core::edit::{Edit, Restore};
use emic_core::ids::{CodeId, StepId};
use emic_core::ledger::Ledger;
use emic_core::purge::purged;
use emic_core::time::Stamp;
use emic_storage::{Book, PointKind, RestorePoint, ShelfError, StillStored};
use futures::FutureExt;
use yew::AttrValue;

use super::Session;
use super::opening::{Opened, Opening};
use crate::i18n::{not_saved, refused, shelf_error, storage_error, tr};
use crate::persist::{Keeper, SaveState};
use crate::platform;
use crate::store::{Access, Keep, NewTexts, Refused};
use crate::widgets::clear_toasts;

impl Session {
    /// The restore points of the open project, the latest first.
    ///
    /// # Errors
    /// In words for people.
    pub async fn restore_points(&self) -> Result<Vec<RestorePoint>, AttrValue> {
        let book = self.opened()?.stored().ok_or_else(|| refused(&Refused::Closed))?;
        book.restore_points().await.map_err(|error| storage_error(&error))
    }

    /// Makes a restore point of the open project as it is.
    ///
    /// # Errors
    /// In words for people.
    pub async fn add_restore_point(&self, name: &str) -> Result<(), AttrValue> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let job = move |book: Rc<Book>, ledger| {
            async move { book.add_restore_point(&ledger, PointKind::Named, name, platform::now()).await }.boxed_local()
        };
        let done = self.keeper()?.alone(job).await.ok_or_else(|| refused(&Refused::ReadOnly))?;
        done.map_err(|error| storage_error(&error))
    }

    /// Removes a restore point of the open project.
    ///
    /// # Errors
    /// In words for people.
    pub async fn remove_restore_point(&self, number: u64) -> Result<(), AttrValue> {
        let job =
            move |book: Rc<Book>, ledger| async move { book.remove_restore_point(number, &ledger).await }.boxed_local();
        let done = self.keeper()?.alone(job).await.ok_or_else(|| refused(&Refused::ReadOnly))?;
        done.map_err(|error| storage_error(&error))
    }

    /// Makes the open project what it was at a restore point, as a step that can be undone; what it is now becomes a
    /// restore point by itself. `false` if it is just that already.
    ///
    /// # Errors
    /// In words for people; nothing is changed then.
    pub async fn restore(&self, point: &RestorePoint) -> Result<bool, AttrValue> {
        let book = self.keeper()?.book();
        let facts = point.facts.as_ref().ok_or_else(|| shelf_error(&ShelfError::Damaged))?;
        let earlier = book.open_restore_point(point.number).await.map_err(|error| match error {
            ShelfError::Damaged => tr!("point-damaged"),
            ShelfError::Missing => tr!("point-missing"),
            other => shelf_error(&other),
        })?;
        let ledger = self.0.store.ledger().ok_or_else(|| refused(&Refused::Closed))?;
        let restore = Restore::between(ledger.project(), &earlier, facts.name.clone(), facts.at);
        if restore.patches.is_empty() {
            return Ok(false);
        }
        self.0.store.act(vec![Edit::Restore(Box::new(restore))]).map_err(|why| refused(&why))?;
        Ok(true)
    }

    /// What was removed from the open project and is still stored.
    ///
    /// # Errors
    /// In words for people.
    pub async fn still_stored(&self) -> Result<StillStored, AttrValue> {
        let opened = self.opened()?;
        let ledger = self.0.store.ledger().ok_or_else(|| refused(&Refused::Closed))?;
        let book = opened.stored().ok_or_else(|| refused(&Refused::Closed))?;
        book.still_stored(&ledger).await.map_err(|error| storage_error(&error))
    }

    /// Removes for good what was removed, and these codes with it: nothing can be undone afterwards. Gives how many
    /// restore points went.
    ///
    /// # Errors
    /// In words for people; everything is as it was then, or the codes are deleted and that can be undone.
    pub async fn purge(&self, codes: Vec<CodeId>) -> Result<usize, AttrValue> {
        let codes = codes.into_iter().map(|id| Edit::DeleteCode { id }).collect();
        self.purge_after(codes, NewTexts::new()).await
    }

    /// Does something, and removes for good what was removed, by it and before it. Gives how many restore points went.
    ///
    /// # Errors
    /// In words for people; everything is as it was then, or it is done and can be undone.
    pub async fn purge_after(&self, edits: Vec<Edit>, texts: NewTexts) -> Result<usize, AttrValue> {
        let (opened, keeper) = (self.opened()?, self.keeper()?);
        self.0.store.act_with(edits, texts.into()).map_err(|why| refused(&why))?;
        // Nothing is done meanwhile that would be in neither.
        self.0.store.set_access(Access::ReadOnly);
        let done = self.purge_alone(&opened, &keeper).await;
        if self.opened().is_ok_and(|now| now == opened) && !keeper.is_closed() {
            self.0.store.set_access(Access::Write);
        }
        let count = done?;
        self.back_up_now(opened.0.id);
        self.tell();
        Ok(count)
    }

    async fn purge_alone(&self, opened: &Opened, keeper: &Keeper) -> Result<usize, AttrValue> {
        if let SaveState::NotSaved(why) = keeper.flush().await {
            return Err(not_saved(&why));
        }
        let snapshot = self.0.store.snapshot().ok_or_else(|| refused(&Refused::Closed))?;
        let stamp = Stamp { by: snapshot.coder, at: platform::now() };
        let purged = purged(&keeper.ledger(), StepId::from_random(platform::random()), stamp);
        let count = keeper.purge(purged.clone()).await.map_err(|why| not_saved(&why))?;
        if self.opened().is_ok_and(|now| now == *opened) {
            self.replace(purged, Access::Write, opened.keep());
        }
        Ok(count)
    }

    /// Puts the project as it is stored in the place of what is open of it.
    pub(super) fn replace(&self, ledger: Ledger, access: Access, keep: Rc<dyn Keep>) {
        if self.0.store.replace(ledger, access, keep) {
            // They may name what was removed, and offer to bring it back.
            clear_toasts();
        }
    }

    fn opened(&self) -> Result<Opened, AttrValue> {
        match self.opening() {
            Opening::Ready(opened) => Ok(opened),
            _ => Err(refused(&Refused::Closed)),
        }
    }

    fn keeper(&self) -> Result<Keeper, AttrValue> {
        self.opened()?.0.keeper.clone().ok_or_else(|| refused(&Refused::ReadOnly))
    }
}
