//! Projects that were left while something of them was not written. What keeps them stays until all is on the disk: it
//! holds the right to write and the only copy of what was done last.

use std::time::Duration;

use emic_core::ids::ProjectId;
use emic_core::ledger::Ledger;
use yew::AttrValue;
use yew::platform::spawn_local;
use yew::platform::time::sleep;

use super::Session;
use super::opening::Opened;
use crate::i18n::not_saved;
use crate::persist::{NotSaved, SaveState};

/// How long to wait before it is looked again whether all was written: what keeps a project tries by
/// itself, and this only gives it up.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// A project that was left and could not be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaved {
    /// Its identity.
    pub id: ProjectId,
    /// Its title.
    pub title: String,
    /// Why.
    pub why: NotSaved,
}

impl Session {
    /// Sees to it that a project that was left is written and given up.
    pub(super) fn let_go(&self, opened: Opened) {
        let session = self.clone();
        if opened.0.keeper.is_some() {
            self.0.leaving.borrow_mut().push(opened.clone());
        }
        spawn_local(async move {
            while session.is_leaving(&opened) && session.see_off(&opened).await.is_err() {
                session.tell();
                sleep(LOOK_AGAIN).await;
            }
            session.back_up_left(&opened).await;
            drop(opened);
            session.refresh().await;
        });
    }

    fn is_leaving(&self, opened: &Opened) -> bool {
        self.0.leaving.borrow().contains(opened)
    }

    /// Tries to write all of a project that was left, and gives it up if that succeeds.
    pub(super) async fn see_off(&self, opened: &Opened) -> Result<(), NotSaved> {
        let Some(keeper) = &opened.0.keeper else { return Ok(()) };
        let state = keeper.close().await;
        if keeper.is_closed() && state != SaveState::NotSaved(NotSaved::Lost) {
            self.0.leaving.borrow_mut().retain(|other| other != opened);
            return Ok(());
        }
        match state {
            SaveState::NotSaved(why) => Err(why),
            // It was entered again meanwhile.
            SaveState::Saved { .. } | SaveState::Saving => Ok(()),
        }
    }

    /// A project that was left and is not given up yet.
    pub(super) fn left(&self, id: ProjectId) -> Option<Opened> {
        self.0.leaving.borrow().iter().find(|opened| opened.0.id == id).cloned()
    }

    /// Takes a project back that was left and is not given up yet, with its present state.
    pub(super) fn take_back(&self, id: ProjectId) -> Option<(Opened, Ledger)> {
        let opened = self.left(id)?;
        let keeper = opened.0.keeper.as_ref()?;
        let lost = keeper.state() == SaveState::NotSaved(NotSaved::Lost);
        let ledger = if lost { keeper.ledger() } else { keeper.reopen()? };
        self.0.leaving.borrow_mut().retain(|other| *other != opened);
        Some((opened, ledger))
    }

    /// Waits until a project that was left is written.
    ///
    /// # Errors
    /// If it cannot be, in words for people.
    pub(super) async fn written(&self, id: ProjectId) -> Result<(), AttrValue> {
        match self.left(id) {
            Some(opened) => self.see_off(&opened).await.map_err(|why| not_saved(&why)),
            None => Ok(()),
        }
    }

    /// Gives up what is not written of a project that is to be deleted, if `delete` succeeds; `None` if nothing is.
    pub(super) async fn without<T, E>(
        &self,
        id: ProjectId,
        delete: impl Future<Output = Result<T, E>>,
    ) -> Option<Result<T, E>> {
        let opened = self.left(id)?;
        let keeper = opened.0.keeper.clone()?;
        keeper.halt().await;
        let done = delete.await;
        match &done {
            Ok(_) => self.0.leaving.borrow_mut().retain(|other| *other != opened),
            Err(_) => keeper.go_on(),
        }
        Some(done)
    }

    /// The projects that were left and could not be written, to be told wherever one is.
    pub fn unsaved(&self) -> Vec<Unsaved> {
        let leaving = self.0.leaving.borrow();
        let unsaved = leaving.iter().filter_map(|opened| {
            let keeper = opened.0.keeper.as_ref()?;
            let SaveState::NotSaved(why) = keeper.state() else { return None };
            Some(Unsaved { id: opened.0.id, title: keeper.ledger().project().meta.title.clone(), why })
        });
        unsaved.collect()
    }

    /// Whether a project that was left is not all on the disk.
    pub(super) fn leaves_unwritten(&self) -> bool {
        let leaving = self.0.leaving.borrow();
        leaving
            .iter()
            .filter_map(|opened| opened.0.keeper.as_ref())
            .any(|keeper| !matches!(keeper.state(), SaveState::Saved { .. }))
    }
}
