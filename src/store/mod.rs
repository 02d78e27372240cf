//! The open project inside the app. Views read snapshots of it and send edits; they never change it.
//!
//! What is on the page (scroll, selection, what is open) is no part of a project and lives in [`pane`].

mod coding;
mod hooks;
mod listeners;
pub mod pane;
mod same;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use emic_core::edit::{Edit, EditError};
use emic_core::history::{ActionKind, History};
use emic_core::ids::{CodeId, CoderId, StepId};
use emic_core::ledger::{Done, Entry, Ledger, Outcome, Step};
use emic_core::project::{Project, TextRef};
use emic_core::scope::Scope;
use emic_core::text::{Text, TextHash};
use emic_core::time::Stamp;
use futures::future::{LocalBoxFuture, Shared};
use yew::AttrValue;

pub use coding::{CodeBy, Coded, Target, in_vivo_name};
pub use hooks::{
    AfterPaint, TextState, use_active_pane, use_after_paint, use_painted, use_pane, use_project, use_scope,
    use_selector, use_settled_project, use_split, use_store, use_text, use_writable,
};
pub use listeners::{Listeners, Subscription};
pub use same::Same;

use crate::platform;

/// Texts that a step brings in, to be stored before it.
pub type NewTexts = Vec<(TextHash, Text)>;

/// What a step brings in beside its edits, to be stored with it.
#[derive(Default)]
pub struct Brought {
    /// Texts by their hash.
    pub texts: NewTexts,
    /// Files as they were, by their hash.
    pub originals: Vec<(TextHash, Rc<[u8]>)>,
}

impl From<NewTexts> for Brought {
    fn from(texts: NewTexts) -> Brought {
        Brought { texts, originals: Vec::new() }
    }
}

/// What keeps what is done, and finds texts again.
pub trait Keep {
    /// Keeps an entry, with what it brings in. `ledger` is how things stand after it.
    fn keep(&self, entry: &Entry, ledger: &Ledger, brought: Brought);

    /// The text of that hash.
    ///
    /// # Errors
    /// In words for people: why it cannot be read.
    fn text(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Rc<str>, String>>;

    /// The file as it was, of that hash; `None` if it is not here.
    ///
    /// # Errors
    /// In words for people: why it cannot be read.
    fn original(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Option<Rc<[u8]>>, AttrValue>>;

    /// The files as they were that are here; `None` if that cannot be known.
    fn originals(&self) -> LocalBoxFuture<'static, Option<BTreeSet<TextHash>>>;
}

/// Whether the project can be changed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It can.
    Write,
    /// Another tab has it; here it can only be read.
    ReadOnly,
}

/// What views see of the open project. Cheap to make and to compare.
#[derive(Clone)]
pub struct Snapshot {
    /// The project.
    pub project: Rc<Project>,
    /// What was done.
    pub history: History,
    /// The step that an undo takes back.
    pub undoable: Option<Rc<Done>>,
    /// The step that a redo does again.
    pub redoable: Option<Rc<Done>>,
    /// Who is coding.
    pub coder: CoderId,
    /// Whether it can be changed here.
    pub access: Access,
    /// The codes applied last, the latest first.
    pub recent: Rc<[CodeId]>,
    /// The part of the project that lists, counts, searches and exports are about.
    pub scope: Rc<Scope>,
    /// How often something was removed for good while it was open.
    pub purged: u32,
}

impl Snapshot {
    /// How many documents, codes and quotations there are of what is looked at.
    pub fn counts(&self) -> (usize, usize, usize) {
        let project = &self.project;
        let within = self.scope.within(project);
        if within.is_everything() {
            return (project.documents.len(), project.codes.len(), project.quotation_count());
        }
        let quotations = project.quotations.values().flat_map(|list| list.iter());
        (
            project.documents.keys().filter(|id| within.contains_document(**id)).count(),
            project.codes.keys().filter(|id| within.contains_code(**id)).count(),
            quotations.filter(|quotation| within.contains_quotation(quotation)).count(),
        )
    }
}

type TextFuture = Shared<LocalBoxFuture<'static, Result<Text, String>>>;

struct Open {
    ledger: Ledger,
    coder: CoderId,
    access: Access,
    recent: Rc<[CodeId]>,
    scope: Rc<Scope>,
    purged: u32,
    keep: Rc<dyn Keep>,
    texts: HashMap<TextHash, Text>,
    loading: HashMap<TextHash, TextFuture>,
}

/// How many codes are offered as used last.
const RECENT: usize = 12;

/// How many code points of texts stay in memory beside the ones on the page.
const TEXTS_KEPT: u32 = 12_000_000;

struct Inner {
    open: RefCell<Option<Open>>,
    listeners: Listeners,
    panes: RefCell<pane::Panes>,
    pane_listeners: Listeners,
    opened: Cell<u32>,
}

/// The one place that holds the open project. A handle: cloning it shares it.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for Store {
    fn default() -> Self {
        Store(Rc::new(Inner {
            open: RefCell::new(None),
            listeners: Listeners::default(),
            panes: RefCell::default(),
            pane_listeners: Listeners::default(),
            opened: Cell::new(0),
        }))
    }
}

impl Store {
    /// Opens a project that was loaded.
    pub fn open(&self, ledger: Ledger, coder: CoderId, access: Access, keep: Rc<dyn Keep>) {
        let recent = last_used(&ledger);
        let (texts, loading) = (HashMap::new(), HashMap::new());
        *self.0.open.borrow_mut() =
            Some(Open { ledger, coder, access, recent, scope: Rc::default(), purged: 0, keep, texts, loading });
        *self.0.panes.borrow_mut() = pane::Panes::default();
        self.0.opened.set(self.0.opened.get() + 1);
        self.0.listeners.tell();
        self.0.pane_listeners.tell();
    }

    /// Puts the open project as it is stored in the place of what is open of it; what is on the page stays, unless
    /// something was removed for good: then nothing of it is to be in memory either. Tells whether it was.
    pub fn replace(&self, ledger: Ledger, access: Access, keep: Rc<dyn Keep>) -> bool {
        let mut purged = false;
        let before = self.project_now();
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            let known = open.ledger.history().steps().len();
            let news = ledger.history().steps().get(known..).unwrap_or_default();
            purged = news.iter().flat_map(|step| &step.actions).any(|action| action.kind == ActionKind::MaterialPurged);
            (open.ledger, open.access, open.keep) = (ledger, access, keep);
            open.loading.clear();
            if purged {
                open.purged += 1;
                open.texts.clear();
                open.recent = last_used(&open.ledger);
                self.0.panes.borrow_mut().forget();
            }
        }
        self.forget_places_since(before);
        self.0.listeners.tell();
        purged
    }

    /// Does here what was done in the tab that writes the project.
    ///
    /// # Errors
    /// If it cannot be done: this project is not the one that it was done in. What came before it stays done.
    pub fn follow(&self, entries: &[Rc<Entry>]) -> Result<(), EditError> {
        let mut result = Ok(());
        let before = self.project_now();
        if let Some(open) = self.0.open.borrow_mut().as_mut().filter(|open| open.access == Access::ReadOnly) {
            result = entries.iter().try_for_each(|entry| open.ledger.enter(entry).map(drop));
        }
        self.forget_places_since(before);
        self.0.listeners.tell();
        result
    }

    /// Says whether the open project can be changed here from now on.
    pub fn set_access(&self, access: Access) {
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.access = access;
        }
        self.0.listeners.tell();
    }

    /// Closes the open project.
    pub fn close(&self) {
        *self.0.open.borrow_mut() = None;
        self.0.listeners.tell();
    }

    /// The open project as it is.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.0.open.borrow().as_ref().map(|open| Snapshot {
            project: Rc::clone(open.ledger.project()),
            history: open.ledger.history().clone(),
            undoable: open.ledger.undoable().cloned(),
            redoable: open.ledger.redoable().cloned(),
            coder: open.coder,
            access: open.access,
            recent: Rc::clone(&open.recent),
            scope: Rc::clone(&open.scope),
            purged: open.purged,
        })
    }

    /// A copy of the open project with its history and what can be undone.
    pub fn ledger(&self) -> Option<Ledger> {
        self.0.open.borrow().as_ref().map(|open| open.ledger.clone())
    }

    /// Calls `listener` whenever the open project changes.
    pub fn subscribe(&self, listener: impl Fn() + 'static) -> Subscription {
        self.0.listeners.subscribe(listener)
    }

    /// Says which part of the project lists, counts, searches and exports are about.
    pub fn set_scope(&self, scope: Scope) {
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.scope = Rc::new(scope);
        }
        self.0.listeners.tell();
    }

    /// Says who is coding from now on.
    pub fn set_coder(&self, coder: CoderId) {
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.coder = coder;
        }
        self.0.listeners.tell();
    }

    /// Does something: all edits or none, as one step that is undone together.
    ///
    /// # Errors
    /// If an edit cannot be carried out; nothing is changed then.
    pub fn act(&self, edits: Vec<Edit>) -> Result<Outcome, Refused> {
        self.act_with(edits, Brought::default())
    }

    /// Does something that brings in texts, or files as they were.
    ///
    /// # Errors
    /// If an edit cannot be carried out; nothing is changed then.
    pub fn act_with(&self, edits: Vec<Edit>, brought: Brought) -> Result<Outcome, Refused> {
        if edits.is_empty() {
            return Ok(Outcome::default());
        }
        self.enter(|id, stamp| Entry::Do(Step { id, stamp, edits }), brought)
    }

    /// The same where it takes long, so that telling of it can wait for a turn of its own: see [`Store::tell`].
    ///
    /// # Errors
    /// As [`Store::act_with`].
    pub fn act_untold(&self, edits: Vec<Edit>, brought: Brought) -> Result<Outcome, Refused> {
        self.enter_untold(|id, stamp| Entry::Do(Step { id, stamp, edits }), brought)
    }

    /// Tells all who listen that the open project has changed.
    pub fn tell(&self) {
        self.0.listeners.tell();
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// If there is none.
    pub fn undo(&self) -> Result<Outcome, Refused> {
        self.enter(|id, stamp| Entry::Undo { id, stamp }, Brought::default())
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&self) -> Result<Outcome, Refused> {
        self.enter(|id, stamp| Entry::Redo { id, stamp }, Brought::default())
    }

    fn enter(&self, entry: impl FnOnce(StepId, Stamp) -> Entry, brought: Brought) -> Result<Outcome, Refused> {
        let outcome = self.enter_untold(entry, brought)?;
        self.tell();
        Ok(outcome)
    }

    fn enter_untold(&self, entry: impl FnOnce(StepId, Stamp) -> Entry, brought: Brought) -> Result<Outcome, Refused> {
        let before = self.project_now();
        let outcome = {
            let mut open = self.0.open.borrow_mut();
            let open = open.as_mut().ok_or(Refused::Closed)?;
            if open.access == Access::ReadOnly {
                return Err(Refused::ReadOnly);
            }
            let stamp = Stamp { by: open.coder, at: platform::now() };
            let entry = entry(StepId::from_random(platform::random()), stamp);
            let outcome = open.ledger.enter(&entry).map_err(Refused::Edit)?;
            for (hash, text) in &brought.texts {
                open.texts.insert(*hash, text.clone());
            }
            if let Entry::Do(step) = &entry {
                for edit in &step.edits {
                    if let Edit::ApplyCode { code, .. } = edit {
                        open.recent = used_now(&open.recent, *code);
                    }
                }
            }
            // What was deleted narrows nothing any more.
            let scope = open.scope.repaired(open.ledger.project());
            if scope != *open.scope {
                open.scope = Rc::new(scope);
            }
            open.keep.keep(&entry, &open.ledger, brought);
            outcome
        };
        self.forget_places_since(before);
        Ok(outcome)
    }

    fn project_now(&self) -> Option<Rc<Project>> {
        self.0.open.borrow().as_ref().map(|open| Rc::clone(open.ledger.project()))
    }

    fn forget_places_since(&self, before: Option<Rc<Project>>) {
        if let (Some(before), Some(after)) = (before, self.project_now()) {
            self.forget_places(&before, &after);
        }
    }

    /// The file as it was, of that hash; `None` if it is not here.
    ///
    /// # Errors
    /// In words for people: why it cannot be read.
    pub async fn original(&self, hash: TextHash) -> Result<Option<Rc<[u8]>>, AttrValue> {
        let found = self.0.open.borrow().as_ref().map(|open| open.keep.original(hash));
        match found {
            Some(found) => found.await,
            None => Err(crate::i18n::tr!("error-project-closed")),
        }
    }

    /// The files as they were that are here; `None` if that cannot be known.
    pub async fn originals_here(&self) -> Option<BTreeSet<TextHash>> {
        let found = self.0.open.borrow().as_ref().map(|open| open.keep.originals());
        found?.await
    }

    /// A text, if it is in memory.
    pub fn text_now(&self, text: TextRef) -> Option<Text> {
        self.0.open.borrow().as_ref()?.texts.get(&text.hash).cloned()
    }

    /// A text; from memory, or from where it is kept.
    ///
    /// # Errors
    /// In words for people: why it cannot be read.
    pub async fn text(&self, text: TextRef) -> Result<Text, String> {
        if let Some(text) = self.text_now(text) {
            return Ok(text);
        }
        let opened = self.0.opened.get();
        let future = {
            let mut open = self.0.open.borrow_mut();
            let Some(open) = open.as_mut() else { return Err(crate::i18n::tr!("error-project-closed").to_string()) };
            match open.loading.get(&text.hash) {
                Some(future) => future.clone(),
                None => {
                    let found = open.keep.text(text.hash);
                    let future: LocalBoxFuture<'static, _> = Box::pin(async move { found.await.map(Text::new) });
                    let future = futures::FutureExt::shared(future);
                    open.loading.insert(text.hash, future.clone());
                    future
                }
            }
        };
        let found = future.await;
        // Another project may have been opened meanwhile.
        if self.0.opened.get() == opened
            && let Some(open) = self.0.open.borrow_mut().as_mut()
        {
            open.loading.remove(&text.hash);
            if let Ok(found) = &found {
                // Texts are cheap to load again, so when there are too many all go that no pane shows.
                if open.texts.values().map(Text::len).sum::<u32>() > TEXTS_KEPT {
                    let documents = &open.ledger.project().documents;
                    let shown = self.0.panes.borrow().documents();
                    let shown: Vec<_> = shown.iter().filter_map(|id| Some(documents.get(id)?.text.hash)).collect();
                    open.texts.retain(|hash, _| shown.contains(hash));
                }
                open.texts.insert(text.hash, found.clone());
            }
        }
        found
    }
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No project is open.
    Closed,
    /// Another tab has the project.
    ReadOnly,
    /// The words are withdrawn.
    Withdrawn,
    /// The edit cannot be carried out.
    Edit(EditError),
}

fn used_now(recent: &[CodeId], code: CodeId) -> Rc<[CodeId]> {
    std::iter::once(code).chain(recent.iter().copied().filter(|other| *other != code)).take(RECENT).collect()
}

/// The codes applied last, as the undo stack remembers them.
fn last_used(ledger: &Ledger) -> Rc<[CodeId]> {
    let mut recent: Rc<[CodeId]> = Rc::from([]);
    for done in &ledger.undo_stack().done {
        for change in &done.changes {
            for patch in &change.patches {
                let emic_core::edit::Patch::Quotation(delta) = patch else { continue };
                let (before, after) = (delta.before.as_ref(), delta.after.as_ref());
                let Some(after) = after else { continue };
                for coding in &after.codings {
                    if before.is_none_or(|before| before.coding_of(coding.code).is_none()) {
                        recent = used_now(&recent, coding.code);
                    }
                }
            }
        }
    }
    recent
}
