//! An open project: its present state, what was done, and what can be undone. All change goes through
//! [`Ledger::enter`], live and when a journal is replayed, so both give the same.

use crate::sorting::to_set;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::edit::{Change, Edit, EditError, apply};
use crate::history::{History, HistoryStep, Way};
use crate::ids::{DocumentId, StepId};
use crate::project::{Document, Extra, Project};
use crate::text::TextHash;
use crate::time::Stamp;

/// How many steps can be undone.
pub const UNDO_STEPS: usize = 500;

/// What is done together and undone together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its identity.
    pub id: StepId,
    /// By whom, and when.
    pub stamp: Stamp,
    /// What is to be changed, in order.
    pub edits: Vec<Edit>,
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// Something is done.
    Do(Step),
    /// The last step that stands is taken back.
    Undo {
        /// The identity of the taking back.
        id: StepId,
        /// By whom, and when.
        stamp: Stamp,
    },
    /// The last step that was taken back is done again.
    Redo {
        /// The identity of the doing again.
        id: StepId,
        /// By whom, and when.
        stamp: Stamp,
    },
}

/// A step that was carried out, with what it replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The step's identity.
    pub id: StepId,
    /// What its edits did, in order.
    pub changes: Vec<Change>,
}

impl Done {
    /// The texts that taking it back or doing it again would need.
    pub fn texts(&self) -> impl Iterator<Item = TextHash> {
        self.documents().flat_map(|document| [document.text.hash, document.source.imported.hash])
    }

    fn documents(&self) -> impl Iterator<Item = &Rc<Document>> {
        use crate::edit::Patch;
        self.changes.iter().flat_map(|change| &change.patches).flat_map(|patch| {
            let sides = match patch {
                Patch::Document(delta) => [delta.before.as_ref(), delta.after.as_ref()],
                _ => [None, None],
            };
            sides.into_iter().flatten()
        })
    }
}

/// What can be undone and redone, the latest last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UndoStack {
    /// Steps that stand.
    pub done: VecDeque<Rc<Done>>,
    /// Steps that were taken back.
    pub undone: Vec<Rc<Done>>,
}

/// What an entry touched.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// The documents that were changed, or whose quotations were.
    pub documents: BTreeSet<DocumentId>,
}

/// An open project with its history and what can be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    project: Rc<Project>,
    history: History,
    undo: UndoStack,
}

impl Ledger {
    /// A project as it was loaded.
    pub fn new(project: Project, history: History, undo: UndoStack) -> Ledger {
        Ledger { project: Rc::new(project), history, undo }
    }

    /// The project as it is.
    pub fn project(&self) -> &Rc<Project> {
        &self.project
    }

    /// What was done so far.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What can be undone and redone.
    pub fn undo_stack(&self) -> &UndoStack {
        &self.undo
    }

    /// The step that an undo would take back.
    pub fn undoable(&self) -> Option<&Rc<Done>> {
        self.undo.done.back()
    }

    /// The step that a redo would do again.
    pub fn redoable(&self) -> Option<&Rc<Done>> {
        self.undo.undone.last()
    }

    /// The texts that the project, or an undo, may still need.
    pub fn texts_needed(&self) -> BTreeSet<TextHash> {
        let project =
            self.project.documents.values().flat_map(|document| [document.text.hash, document.source.imported.hash]);
        let undo = self.undo.done.iter().chain(&self.undo.undone).flat_map(|done| done.texts());
        to_set(project.chain(undo))
    }

    /// The files as they were that the project, or an undo, may still need.
    pub fn originals_needed(&self) -> BTreeSet<TextHash> {
        let project = self.project.documents.values().filter_map(|document| document.original());
        let undo = self.undo.done.iter().chain(&self.undo.undone).flat_map(|done| done.documents());
        to_set(project.chain(undo.filter_map(|document| document.original())))
    }

    /// Carries out an entry.
    ///
    /// # Errors
    /// If one of its edits cannot be carried out, or nothing is there to undo; nothing is changed then.
    pub fn enter(&mut self, entry: &Entry) -> Result<Outcome, EditError> {
        match entry {
            Entry::Do(step) => self.carry_out(step),
            Entry::Undo { id, stamp } => self.take_back(*id, *stamp),
            Entry::Redo { id, stamp } => self.do_again(*id, *stamp),
        }
    }

    fn carry_out(&mut self, step: &Step) -> Result<Outcome, EditError> {
        let mut project = (*self.project).clone();
        let mut changes = Vec::with_capacity(step.edits.len());
        for edit in &step.edits {
            let (next, change) = apply(&project, edit, step.stamp)?;
            project = next;
            changes.push(change);
        }
        let done = Rc::new(Done { id: step.id, changes });
        // That someone began to code is no work to be taken back: all that they do afterwards carries their stamp.
        if step.edits.iter().all(|edit| matches!(edit, Edit::AddCoder { .. })) {
            return Ok(self.settle(project, step.id, step.stamp, Way::Done, done, |_, _| ()));
        }
        self.undo.undone.clear();
        Ok(self.settle(project, step.id, step.stamp, Way::Done, done, |undo, done| undo.done.push_back(done)))
    }

    fn take_back(&mut self, id: StepId, stamp: Stamp) -> Result<Outcome, EditError> {
        let done = self.undo.done.pop_back().ok_or(EditError::NothingToUndo)?;
        let mut project = (*self.project).clone();
        for change in done.changes.iter().rev() {
            project = change.undo(&project);
        }
        let way = Way::Undone(done.id);
        Ok(self.settle(project, id, stamp, way, done, |undo, done| undo.undone.push(done)))
    }

    fn do_again(&mut self, id: StepId, stamp: Stamp) -> Result<Outcome, EditError> {
        let done = self.undo.undone.pop().ok_or(EditError::NothingToUndo)?;
        let mut project = (*self.project).clone();
        for change in &done.changes {
            project = change.redo(&project);
        }
        let way = Way::Redone(done.id);
        Ok(self.settle(project, id, stamp, way, done, |undo, done| undo.done.push_back(done)))
    }

    fn settle(
        &mut self,
        project: Project,
        id: StepId,
        stamp: Stamp,
        way: Way,
        done: Rc<Done>,
        keep: impl FnOnce(&mut UndoStack, Rc<Done>),
    ) -> Outcome {
        let documents = to_set(done.changes.iter().flat_map(Change::documents_touched));
        let actions = done.changes.iter().map(|change| change.action.clone()).collect();
        self.project = Rc::new(project);
        self.history.push(HistoryStep { id, stamp, way, actions, extra: Extra::new() });
        keep(&mut self.undo, done);
        while self.undo.done.len() > UNDO_STEPS {
            self.undo.done.pop_front();
        }
        Outcome { documents }
    }
}
