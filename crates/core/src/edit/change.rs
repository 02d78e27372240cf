//! What an edit replaced: enough to take it back exactly, and to know what must be shown anew.

use crate::sorting::{to_map, to_set};
use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::history::Action;
use crate::ids::DocumentId;
use crate::project::{
    Attribute, Case, Code, Coder, Document, Folder, Link, Memo, Meta, Project, Question, Quotation, Theme,
};

/// An entity before and after; `None` where it did not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delta<T> {
    /// As it was.
    pub before: Option<Rc<T>>,
    /// As it became.
    pub after: Option<Rc<T>>,
}

impl<T> Delta<T> {
    fn side(&self, side: Side) -> Option<Rc<T>> {
        match side {
            Side::Before => self.before.clone(),
            Side::After => self.after.clone(),
        }
    }

    fn either(&self) -> Option<&Rc<T>> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// One entity that was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Patch {
    /// The project's own fields.
    Meta(Delta<Meta>),
    /// A coder.
    Coder(Delta<Coder>),
    /// A folder.
    Folder(Delta<Folder>),
    /// A document.
    Document(Delta<Document>),
    /// A code.
    Code(Delta<Code>),
    /// A case.
    Case(Delta<Case>),
    /// An attribute of cases.
    Attribute(Delta<Attribute>),
    /// A question of the guide.
    Question(Delta<Question>),
    /// A quotation.
    Quotation(Delta<Quotation>),
    /// A memo.
    Memo(Delta<Memo>),
    /// A link between quotations.
    Link(Delta<Link>),
    /// A theme.
    Theme(Delta<Theme>),
}

#[derive(Clone, Copy)]
pub(super) enum Side {
    Before,
    After,
}

impl Patch {
    fn put(&self, project: &mut Project, side: Side) {
        match self {
            Patch::Meta(delta) => {
                if let Some(meta) = delta.side(side) {
                    project.meta = meta;
                }
            }
            Patch::Coder(delta) => {
                if let Some(coder) = delta.either() {
                    project.coders.set(coder.id, delta.side(side));
                }
            }
            Patch::Folder(delta) => {
                if let Some(folder) = delta.either() {
                    project.folders.set(folder.id, delta.side(side));
                }
            }
            Patch::Document(delta) => {
                if let Some(document) = delta.either() {
                    project.documents.set(document.id, delta.side(side));
                }
            }
            Patch::Code(delta) => {
                if let Some(code) = delta.either() {
                    project.codes.set(code.id, delta.side(side));
                }
            }
            Patch::Case(delta) => {
                if let Some(case) = delta.either() {
                    project.cases.set(case.id, delta.side(side));
                }
            }
            Patch::Attribute(delta) => {
                if let Some(attribute) = delta.either() {
                    project.attributes.set(attribute.id, delta.side(side));
                }
            }
            Patch::Question(delta) => {
                if let Some(question) = delta.either() {
                    project.questions.set(question.id, delta.side(side));
                }
            }
            Patch::Quotation(delta) => {
                if let Some(quotation) = delta.either() {
                    let list = project.quotations_in(quotation.document).with(quotation.id, delta.side(side));
                    project.quotations.set(quotation.document, (!list.is_empty()).then(|| Rc::new(list)));
                }
            }
            Patch::Memo(delta) => {
                if let Some(memo) = delta.either() {
                    project.memos.set(memo.id, delta.side(side));
                }
            }
            Patch::Link(delta) => {
                if let Some(link) = delta.either() {
                    project.links.set(link.id, delta.side(side));
                }
            }
            Patch::Theme(delta) => {
                if let Some(theme) = delta.either() {
                    project.themes.set(theme.id, delta.side(side));
                }
            }
        }
    }

    /// Whether what it replaces is in the project as it is replaced, so that it can be made there.
    pub(super) fn fits(&self, project: &Project) -> bool {
        fn same<T: PartialEq>(delta: &Delta<T>, present: Option<&Rc<T>>) -> bool {
            delta.before.as_ref() == present
        }
        match self {
            Patch::Meta(delta) => delta.after.is_some() && same(delta, Some(&project.meta)),
            Patch::Coder(delta) => delta.either().is_some_and(|it| same(delta, project.coders.get(&it.id))),
            Patch::Folder(delta) => delta.either().is_some_and(|it| same(delta, project.folders.get(&it.id))),
            Patch::Document(delta) => delta.either().is_some_and(|it| same(delta, project.documents.get(&it.id))),
            Patch::Code(delta) => delta.either().is_some_and(|it| same(delta, project.codes.get(&it.id))),
            Patch::Case(delta) => delta.either().is_some_and(|it| same(delta, project.cases.get(&it.id))),
            Patch::Attribute(delta) => delta.either().is_some_and(|it| same(delta, project.attributes.get(&it.id))),
            Patch::Question(delta) => delta.either().is_some_and(|it| same(delta, project.questions.get(&it.id))),
            Patch::Quotation(delta) => {
                delta.either().is_some_and(|it| same(delta, project.quotation(it.document, it.id)))
            }
            Patch::Memo(delta) => delta.either().is_some_and(|it| same(delta, project.memos.get(&it.id))),
            Patch::Link(delta) => delta.either().is_some_and(|it| same(delta, project.links.get(&it.id))),
            Patch::Theme(delta) => delta.either().is_some_and(|it| same(delta, project.themes.get(&it.id))),
        }
    }

    /// Makes the change (again).
    pub fn redo(&self, project: &mut Project) {
        self.put(project, Side::After);
    }
}

/// Puts many in their order; those of one document's quotations that follow each other in one go, for each of them
/// alone would cost the length of the list.
pub(super) fn put_all<'p>(project: &Project, patches: impl Iterator<Item = &'p Patch>, side: Side) -> Project {
    let mut project = project.clone();
    let mut patches = patches.peekable();
    while let Some(patch) = patches.next() {
        let Patch::Quotation(first) = patch else {
            patch.put(&mut project, side);
            continue;
        };
        let Some(document) = first.either().map(|quotation| quotation.document) else { continue };
        let of_same = |patch: &Patch| match patch {
            Patch::Quotation(delta) => {
                delta.either().filter(|q| q.document == document).map(|q| (q.id, delta.side(side)))
            }
            _ => None,
        };
        let mut changes = to_map(of_same(patch));
        while let Some((id, quotation)) = patches.peek().and_then(|next| of_same(next)) {
            changes.insert(id, quotation);
            patches.next();
        }
        let list = project.quotations_in(document).with_all(changes);
        project.quotations.set(document, (!list.is_empty()).then(|| Rc::new(list)));
    }
    project
}

/// What one edit did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What was replaced, in the order in which it was.
    pub patches: Vec<Patch>,
    /// What happened, for the history.
    pub action: Action,
}

impl Change {
    /// The project as it was before this change.
    pub fn undo(&self, project: &Project) -> Project {
        put_all(project, self.patches.iter().rev(), Side::Before)
    }

    /// The project with this change made again.
    pub fn redo(&self, project: &Project) -> Project {
        put_all(project, self.patches.iter(), Side::After)
    }

    /// The documents whose quotations were touched.
    pub fn documents_touched(&self) -> BTreeSet<DocumentId> {
        to_set(self.patches.iter().filter_map(|patch| match patch {
            Patch::Quotation(delta) => delta.either().map(|quotation| quotation.document),
            Patch::Document(delta) => delta.either().map(|document| document.id),
            _ => None,
        }))
    }
}
