//! Opening a project and leaving it.

use emic_core::sorting::to_set;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::history::{ActionKind, HistoryStep, Way};
use emic_core::ids::{CoderId, ProjectId};
use emic_core::ledger::{Done, Ledger};
use emic_core::scope::Scope;
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use emic_storage::{Book, Holder, Recovery, Shelf, ShelfError};
use yew::AttrValue;
use yew::platform::spawn_local;

use super::file;
use super::keep::{Reader, Writer};
use super::library::{coder_here, hand_over, hashes_of, remember_coder};
use super::working::draw_first;
use super::{Exported, Session, TakeOver};
use crate::i18n::{refused, shelf_error, storage_error, tr, unmarked};
use crate::persist::{self, Channel, Keeper, Lock, SaveState, Word};
use crate::platform;
use crate::store::{Access, Keep, Refused};

/// The project that is open, or on its way.
#[derive(Clone, PartialEq, Default)]
pub enum Opening {
    /// None.
    #[default]
    Closed,
    /// It is being read.
    Loading(ProjectId),
    /// It is in the store.
    Ready(Opened),
    /// It is not in this browser.
    Missing(ProjectId),
    /// It cannot be opened; why, and what to do.
    Failed(ProjectId, AttrValue),
}

impl Opening {
    /// Which project it is about.
    pub fn project(&self) -> Option<ProjectId> {
        match self {
            Opening::Closed => None,
            Opening::Loading(id) | Opening::Missing(id) | Opening::Failed(id, _) => Some(*id),
            Opening::Ready(opened) => Some(opened.0.id),
        }
    }
}

/// An open project with what keeps it. A handle: cloning it shares it.
#[derive(Clone)]
pub struct Opened(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub id: ProjectId,
    recovery: Recovery,
    keep: Rc<dyn Keep>,
    /// None where the project can only be read.
    pub keeper: Option<Keeper>,
    /// Where to read on, where the project can only be read.
    pub book: Option<Rc<Book>>,
    /// To the other tabs that have it open.
    pub channel: Channel,
    exported: Cell<Option<Timestamp>>,
}

/// What is known of the right to write a project that is about to be opened.
pub(super) enum Right {
    /// It is to be had if no other tab has it.
    IfFree,
    /// It is here.
    Held(Lock),
    /// It belongs to another tab.
    None,
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether all that was done is safe.
#[derive(Clone, PartialEq)]
pub enum Saving {
    /// Nothing is open.
    Nothing,
    /// It can only be read here.
    ReadOnly,
    /// As the keeper says.
    Writes(SaveState),
}

impl Opened {
    /// What reading it found.
    pub fn recovery(&self) -> &Recovery {
        &self.0.recovery
    }

    /// When it was last exported from here.
    pub fn exported(&self) -> Option<Timestamp> {
        self.0.exported.get()
    }

    /// Tries again to write what could not be written.
    pub fn retry(&self) {
        if let Some(keeper) = self.0.keeper.clone() {
            spawn_local(async move {
                // How it went is told by its state.
                keeper.flush().await;
            });
        }
    }

    /// What keeps what is done in it.
    pub(super) fn keep(&self) -> Rc<dyn Keep> {
        Rc::clone(&self.0.keep)
    }

    /// What is stored, to be read.
    pub(super) fn stored(&self) -> Option<Rc<Book>> {
        self.0.keeper.as_ref().map(Keeper::book).or_else(|| self.0.book.clone())
    }

    fn saving(&self) -> Saving {
        self.0.keeper.as_ref().map_or(Saving::ReadOnly, |keeper| Saving::Writes(keeper.state()))
    }
}

impl Session {
    /// Opens a project, if it is not open already.
    pub fn enter(&self, id: ProjectId) {
        if self.opening().project() == Some(id) && !matches!(self.opening(), Opening::Failed(..)) {
            return;
        }
        self.leave();
        if let Some((opened, ledger)) = self.take_back(id) {
            let lost = opened.0.keeper.as_ref().is_some_and(Keeper::is_closed);
            let access = if lost { Access::ReadOnly } else { Access::Write };
            self.show(id, ledger, access, Rc::clone(&opened.0.keep));
            self.set_opening(Opening::Ready(opened));
            return;
        }
        let turn = self.0.turn.get();
        self.set_opening(Opening::Loading(id));
        let session = self.clone();
        spawn_local(async move {
            let opening = session.open(id, turn, Right::IfFree).await;
            // Another may have been asked for meanwhile.
            if session.0.turn.get() == turn {
                session.set_opening(opening);
            }
        });
    }

    /// Closes the open project; what is not written yet is written on, and until it is, entering the project again gives
    /// it as it was left.
    pub fn leave(&self) {
        self.0.turn.set(self.0.turn.get() + 1);
        self.0.taking_over.set(TakeOver::Idle);
        let opening = self.0.opening.take();
        if opening == Opening::Closed {
            return;
        }
        self.0.store.close();
        if let Opening::Ready(opened) = opening {
            self.let_go(opened);
        }
        self.tell();
    }

    /// Opens a project from what is stored, into a store that has it open already in its place.
    pub(super) async fn open(&self, id: ProjectId, turn: u32, right: Right) -> Opening {
        let failed = |why: AttrValue| Opening::Failed(id, why);
        let shelf = match self.shelf().await {
            Ok(shelf) => shelf,
            Err(why) => return failed(why),
        };
        let _reading = self.0.reading.lock().await;
        if self.0.turn.get() != turn {
            return Opening::Closed;
        }
        let lock = match right {
            Right::IfFree => persist::acquire(id).await,
            Right::Held(lock) => Some(lock),
            Right::None => None,
        };
        let opened = match &lock {
            Some(_) => shelf.open_to_write(id, Holder::from_random(platform::random())).await,
            None => shelf.open_project(id).await,
        };
        let (book, ledger, recovery) = match opened {
            Ok(found) => found,
            Err(ShelfError::Missing) => return Opening::Missing(id),
            Err(error) => return failed(shelf_error(&error)),
        };
        if self.0.turn.get() != turn {
            return Opening::Closed;
        }
        let exported = Cell::new(book.info().exported);
        let session = self.clone();
        let channel = Channel::open(id, move |word| session.heard(id, word));
        let (keep, keeper, book): (Rc<dyn Keep>, _, _) = match lock {
            Some(lock) => {
                let (told, backup) = (self.clone(), self.clone());
                let others = channel.clone();
                let written = move || {
                    others.say(Word::Written);
                    backup.back_up_later(id);
                };
                let keeper =
                    Keeper::new(book, ledger.clone(), Some(lock), move |state| told.state_changed(id, state), written);
                (Rc::new(Writer(keeper.clone(), self.clone())), Some(keeper), None)
            }
            None => {
                let book = Rc::new(book);
                (Rc::new(Reader(Rc::clone(&book))), None, Some(book))
            }
        };
        let access = if keeper.is_some() { Access::Write } else { Access::ReadOnly };
        self.show(id, ledger, access, Rc::clone(&keep));
        if keeper.is_some() {
            self.recall_backup(id);
        }
        Opening::Ready(Opened(Rc::new(Inner { id, recovery, keep, keeper, book, channel, exported })))
    }

    /// Gives a project to the views.
    fn show(&self, id: ProjectId, ledger: Ledger, access: Access, keep: Rc<dyn Keep>) {
        if self.0.store.snapshot().is_some_and(|snapshot| snapshot.project.id == id) {
            self.replace(ledger, access, keep);
            return;
        }
        let coder = coder_here(id).or_else(|| last_here(&ledger));
        let coder = coder.filter(|coder| ledger.project().coders.contains(coder));
        // Without a coder nothing can be done yet: the gate asks first.
        self.0.store.open(ledger, coder.unwrap_or_else(nobody), access, keep);
    }

    pub(super) fn set_opening(&self, opening: Opening) {
        self.0.opening.replace(opening);
        self.tell();
    }

    /// The storage, opened when it is first needed.
    pub(super) async fn shelf(&self) -> Result<Shelf, AttrValue> {
        let place = self.0.place.borrow().clone();
        let place = place.unwrap_or_else(|| {
            let session = self.clone();
            let opening: futures::future::LocalBoxFuture<'static, _> = Box::pin(async move {
                let mark = |title: &str| unmarked(tr!("carried-name", title = title));
                let opened = persist::open_best(mark).await.map_err(|error| storage_error(&error))?;
                session.0.kind.set(Some(opened.kind));
                session.0.carried.replace(opened.carried);
                session.tell();
                Shelf::open(opened.container).await.map_err(|error| shelf_error(&error))
            });
            let place = futures::FutureExt::shared(opening);
            self.0.place.replace(Some(place.clone()));
            place
        });
        let opened = place.await;
        if opened.is_err() {
            // The next one who asks tries again.
            self.0.place.replace(None);
        }
        opened
    }

    /// Takes hold of a project that is not open, so that no other tab changes it meanwhile.
    pub(super) async fn own(&self, id: ProjectId) -> Result<Lock, AttrValue> {
        self.written(id).await?;
        persist::acquire(id).await.ok_or_else(|| tr!("in-other-tab"))
    }

    /// Whether all that was done in the open project is safe.
    pub fn saving(&self) -> Saving {
        match &*self.0.opening.borrow() {
            Opening::Ready(opened) => opened.saving(),
            _ => Saving::Nothing,
        }
    }

    /// When the open project was last exported from here.
    pub fn last_exported(&self) -> Option<Timestamp> {
        match &*self.0.opening.borrow() {
            Opening::Ready(opened) => opened.exported(),
            _ => None,
        }
    }

    /// Whether something was done in the open project that no file holds.
    pub fn changed_since_export(&self) -> bool {
        let last = self.0.store.snapshot().and_then(|snapshot| Some(snapshot.history.steps().last()?.stamp.at));
        last.is_some_and(|last| self.last_exported().is_none_or(|exported| exported < last))
    }

    /// The part of the open project that lists, counts, searches and exports are about.
    pub fn scope(&self) -> Rc<Scope> {
        self.0.store.snapshot().map(|snapshot| snapshot.scope).unwrap_or_default()
    }

    /// How many steps the open project's history has.
    pub fn steps(&self) -> Option<usize> {
        self.0.store.snapshot().map(|snapshot| snapshot.history.steps().len())
    }

    /// The open project as the text of its file, as it is in memory.
    ///
    /// # Errors
    /// In words for people.
    pub async fn file(&self) -> Result<String, AttrValue> {
        let (ledger, texts) = self.in_memory().await?;
        let written = file::write(ledger.project(), ledger.history(), &|hash| texts.get(hash).cloned())?;
        // JSON is UTF-8.
        Ok(String::from_utf8_lossy(&written.file).into_owned())
    }

    /// Hands the open project over as a file, as it is in memory.
    ///
    /// # Errors
    /// In words for people.
    pub async fn export_open(&self) -> Result<Exported, AttrValue> {
        let Opening::Ready(opened) = self.opening() else { return Err(tr!("error-project-closed")) };
        // What is done from here on is not in the file.
        let now = platform::now();
        let (ledger, texts) = self.in_memory().await?;
        draw_first().await;
        let exported = hand_over(&ledger, &texts)?;
        self.note_export(&opened, now);
        self.ask_to_persist_once();
        Ok(exported)
    }

    /// The open project with its texts, from memory and from where it is kept; those that cannot be read are not there.
    pub(super) async fn in_memory(&self) -> Result<(Ledger, BTreeMap<TextHash, Rc<str>>), AttrValue> {
        let Opening::Ready(opened) = self.opening() else { return Err(tr!("error-project-closed")) };
        let Some(ledger) = self.0.store.ledger() else { return Err(refused(&Refused::Closed)) };
        let documents: Vec<_> = ledger.project().documents.values().cloned().collect();
        let mut texts = BTreeMap::new();
        for hash in hashes_of(ledger.project()) {
            // What is not stored yet is in memory.
            let loaded = documents.iter().find(|document| document.text.hash == hash);
            let loaded = loaded.and_then(|document| self.0.store.text_now(document.text));
            let text = match loaded {
                Some(text) => Rc::from(text.as_str()),
                None => match opened.0.keep.text(hash).await {
                    Ok(text) => text,
                    // The file says which document it is about.
                    Err(_) => continue,
                },
            };
            texts.insert(hash, text);
        }
        Ok((ledger, texts))
    }

    /// Notes that a file holds the open project as it was then.
    pub(super) fn note_export(&self, opened: &Opened, at: Timestamp) {
        opened.0.exported.set(Some(at));
        if let Some(keeper) = &opened.0.keeper {
            keeper.set_exported(at);
        }
        self.tell();
    }

    /// Says who codes in the open project from now on, in this browser.
    pub fn set_coder(&self, coder: CoderId) {
        if let Some(id) = self.opening().project() {
            remember_coder(id, coder);
            self.0.store.set_coder(coder);
        }
    }
}

/// Who did the last step in this browser. The browser may forget a name that it was told just before it was killed;
/// what can be undone is in no file, so where there is such a step it was done here. That the project was given another
/// title tells nothing: on the start page nobody says who they are.
fn last_here(ledger: &Ledger) -> Option<CoderId> {
    let stack = ledger.undo_stack();
    let tells = |done: &Done| done.changes.iter().any(|change| change.action.kind != ActionKind::ProjectRenamed);
    let here = to_set(stack.done.iter().chain(&stack.undone).filter(|done| tells(done)).map(|done| done.id));
    let done_here = |step: &HistoryStep| match step.way {
        Way::Done => here.contains(&step.id),
        Way::Undone(id) | Way::Redone(id) => here.contains(&id),
    };
    ledger.history().steps().iter().rev().find(|step| done_here(step)).map(|step| step.stamp.by)
}

/// Stands for a coder until one was chosen; no entity is ever stamped with it.
pub(super) fn nobody() -> CoderId {
    CoderId::from_number(0)
}

#[cfg(test)]
mod tests {
    use emic_core::edit::Edit;
    use emic_core::history::History;
    use emic_core::ids::{CodeId, StepId};
    use emic_core::ledger::{Entry, Step, UndoStack};
    use emic_core::project::{Colour, Project};
    use emic_core::time::Stamp;

    use super::*;

    #[test]
    fn another_title_does_not_tell_who_codes_here() {
        let (imported, here) = (CoderId::from_number(1), CoderId::from_number(2));
        let project = Project::new(ProjectId::from_number(1), "Study".to_owned(), Timestamp(1));
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let mut step = |n: u128, by: CoderId, edit: Edit| {
            let stamp = Stamp { by, at: Timestamp(n as i64) };
            let step = Step { id: StepId::from_number(n), stamp, edits: vec![edit] };
            ledger.enter(&Entry::Do(step)).unwrap();
            last_here(&ledger)
        };
        let title = |title: &str| Edit::RenameProject { title: title.to_owned() };
        assert_eq!(step(1, imported, title("From the start page")), None);
        let (id, name) = (CodeId::from_number(9), "code".to_owned());
        let code = Edit::AddCode { id, name, parent: None, before: None, colour: Colour::nth(0) };
        assert_eq!(step(2, here, code), Some(here));
        assert_eq!(step(3, imported, title("And again")), Some(here));
    }
}
