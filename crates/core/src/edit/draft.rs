//! A project while an edit works on it: every replacement is noted as it is made.

use crate::sorting::to_map;
use std::rc::Rc;

use super::change::{Change, Delta, Patch, Side, put_all};
use super::{EditError, EntityKind};
use crate::history::Action;
use crate::ids::{
    AttributeId, CaseId, CodeId, CoderId, DocumentId, FolderId, LinkId, MemoId, QuestionId, QuotationId, ThemeId,
};
use crate::project::{
    About, Attribute, Case, Code, Coder, Document, FieldStamps, Folder, Link, Memo, Meta, Project, Question, Quotation,
    QuotationAt, Subject, Theme,
};
use crate::time::Stamp;

pub(super) struct Draft {
    project: Project,
    patches: Vec<Patch>,
    stamp: Stamp,
}

macro_rules! entity {
    ($get:ident, $put:ident, $table:ident, $Id:ident, $Entity:ident) => {
        pub fn $get(&self, id: $Id) -> Result<&Rc<$Entity>, EditError> {
            self.project.$table.get(&id).ok_or(EditError::Missing(EntityKind::$Entity))
        }

        pub fn $put(&mut self, entity: $Entity) {
            self.patch(Patch::$Entity(Delta {
                before: self.project.$table.get(&entity.id).cloned(),
                after: Some(Rc::new(entity)),
            }));
        }
    };
}

macro_rules! removal {
    ($remove:ident, $table:ident, $Id:ident, $Entity:ident $(, $Subject:ident)?) => {
        pub fn $remove(&mut self, id: $Id) {
            if let Some(before) = self.project.$table.get(&id).cloned() {
                $(self.leave(&Subject::$Subject(id));)?
                self.patch(Patch::$Entity(Delta { before: Some(before), after: None }));
            }
        }
    };
}

impl Draft {
    pub fn new(project: &Project, stamp: Stamp) -> Draft {
        Draft { project: project.clone(), patches: Vec::new(), stamp }
    }

    pub fn finish(self, action: Action) -> (Project, Change) {
        (self.project, Change { patches: self.patches, action })
    }

    pub fn project(&self) -> &Project {
        &self.project
    }

    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Notes who changed a field, and when.
    pub fn note(&self, changed: &mut FieldStamps, field: &str) {
        changed.insert(field.to_owned(), self.stamp);
    }

    fn patch(&mut self, patch: Patch) {
        patch.redo(&mut self.project);
        self.patches.push(patch);
    }

    /// Makes changes that were prepared.
    pub fn put_all(&mut self, patches: &[Patch]) {
        self.project = put_all(&self.project, patches.iter(), Side::After);
        self.patches.extend_from_slice(patches);
    }

    entity!(coder, put_coder, coders, CoderId, Coder);
    entity!(folder, put_folder, folders, FolderId, Folder);
    entity!(document, put_document, documents, DocumentId, Document);
    entity!(code, put_code, codes, CodeId, Code);
    entity!(case, put_case, cases, CaseId, Case);
    entity!(attribute, put_attribute, attributes, AttributeId, Attribute);
    entity!(question, put_question, questions, QuestionId, Question);
    removal!(remove_folder, folders, FolderId, Folder);
    removal!(remove_document, documents, DocumentId, Document, Document);
    removal!(remove_code, codes, CodeId, Code, Code);
    removal!(remove_case, cases, CaseId, Case, Case);
    removal!(remove_attribute, attributes, AttributeId, Attribute);
    removal!(remove_question, questions, QuestionId, Question);
    entity!(memo, put_memo, memos, MemoId, Memo);
    entity!(link, put_link, links, LinkId, Link);
    removal!(remove_memo, memos, MemoId, Memo);
    removal!(remove_link, links, LinkId, Link);
    entity!(theme, put_theme, themes, ThemeId, Theme);
    removal!(remove_theme, themes, ThemeId, Theme);

    pub fn put_meta(&mut self, meta: Meta) {
        let before = Rc::clone(&self.project.meta);
        self.patch(Patch::Meta(Delta { before: Some(before), after: Some(Rc::new(meta)) }));
    }

    pub fn quotation(&self, document: DocumentId, id: QuotationId) -> Result<&Rc<Quotation>, EditError> {
        self.project.quotation(document, id).ok_or(EditError::Missing(EntityKind::Quotation))
    }

    pub fn put_quotation(&mut self, quotation: Quotation) {
        let before = self.project.quotation(quotation.document, quotation.id).cloned();
        self.patch(Patch::Quotation(Delta { before, after: Some(Rc::new(quotation)) }));
    }

    pub fn remove_quotation(&mut self, document: DocumentId, id: QuotationId) {
        if let Some(before) = self.project.quotation(document, id).cloned() {
            self.leave_quotations(|at| at == QuotationAt { document, quotation: id });
            self.patch(Patch::Quotation(Delta { before: Some(before), after: None }));
        }
    }

    /// Removes all quotations of a document.
    pub fn remove_all_quotations(&mut self, document: DocumentId) {
        self.leave_quotations(|at| at.document == document);
        for before in self.project.quotations_in(document).iter() {
            self.patches.push(Patch::Quotation(Delta { before: Some(Rc::clone(before)), after: None }));
        }
        self.project.quotations.set(document, None);
    }

    /// Notes in the memos about something that is about to go what it was called.
    fn leave(&mut self, subject: &Subject) {
        self.leave_all(|other| other == subject);
    }

    /// The same for quotations, whose links go with them, and which are chosen for no theme any more.
    fn leave_quotations(&mut self, is_gone: impl Fn(QuotationAt) -> bool) {
        self.leave_all(|subject| matches!(subject, Subject::Quotation(at) if is_gone(*at)));
        let links = self.project.links.values().filter(|link| is_gone(link.from) || is_gone(link.to));
        for id in links.map(|link| link.id).collect::<Vec<_>>() {
            self.remove_link(id);
        }
        self.change_themes("chosen", |theme| theme.chosen.retain(|chosen| !is_gone(chosen.at)));
    }

    /// Changes a field of all themes; those that stay as they are are left alone.
    pub fn change_themes(&mut self, field: &str, change: impl Fn(&mut Theme)) {
        let themes: Vec<_> = self.project.themes.values().cloned().collect();
        for before in themes {
            let mut theme = (*before).clone();
            change(&mut theme);
            if theme != *before {
                self.note(&mut theme.changed, field);
                self.put_theme(theme);
            }
        }
    }

    fn leave_all(&mut self, is_gone: impl Fn(&Subject) -> bool) {
        let about = |memo: &Memo| memo.about.as_ref().is_some_and(|about| is_gone(&about.subject));
        let memos: Vec<_> = self.project.memos.values().filter(|memo| about(memo)).cloned().collect();
        for memo in memos {
            let Some(about) = &memo.about else { continue };
            let Some(was) = about.subject.name_in(&self.project).map(str::to_owned) else { continue };
            let about = Some(About { was, ..about.clone() });
            self.put_memo(Memo { about, ..(*memo).clone() });
        }
    }

    /// Changes many quotations of one document in one go: `with` costs the list's length, so one at a time would
    /// cost its square.
    pub fn put_quotations(&mut self, document: DocumentId, changed: Vec<Quotation>) {
        let mut after = to_map(changed.into_iter().map(|quotation| (quotation.id, Rc::new(quotation))));
        let mut list = Vec::new();
        for before in self.project.quotations_in(document).iter() {
            match after.remove(&before.id) {
                None => list.push(Rc::clone(before)),
                Some(after) => {
                    self.patches.push(Patch::Quotation(Delta {
                        before: Some(Rc::clone(before)),
                        after: Some(Rc::clone(&after)),
                    }));
                    list.push(after);
                }
            }
        }
        let list = crate::project::QuotationList::from_unsorted(list);
        self.project.quotations.set(document, (!list.is_empty()).then(|| Rc::new(list)));
    }
}

/// A name as it is kept: without surrounding white space.
///
/// # Errors
/// If nothing visible is left of it.
pub(super) fn tidy_name(name: &str, kind: EntityKind) -> Result<String, EditError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err(EditError::EmptyName(kind)) } else { Ok(name) }
}
