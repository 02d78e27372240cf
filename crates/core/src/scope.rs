//! What of a project is looked at: one value for every list, count, search and export.

mod owned;
mod speech;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::columns::{Column, Columns};
use crate::consent::Hidden;
use crate::ids::{CaseId, CodeId, CoderId, DocumentId, FolderId};
use crate::project::{Coding, Project, Quotation};
use crate::query::with_subcodes;
use crate::text::{Pos, Span};

use owned::Owned;
use speech::Speech;
pub use speech::{speaker_key, speakers_by_name};

/// A part of a project. Each list narrows it; an empty one does not.
///
/// It is for showing only, and no part of a project. What of it was deleted meanwhile counts as if it were there, and so
/// holds nothing, until it is [`Scope::repaired`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// These documents, and those of `folders`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub documents: BTreeSet<DocumentId>,
    /// All documents in these folders, however deep, and `documents`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub folders: BTreeSet<FolderId>,
    /// Codings with these codes or any below them, and quotations that have such a coding.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub codes: BTreeSet<CodeId>,
    /// Codings by these coders, and quotations that are theirs or that they have coded.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub coders: BTreeSet<CoderId>,
    /// What speakers of these names say, in every document: names as [`speaker_key`] folds them. A quotation belongs to
    /// the turn that it begins in.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub speakers: BTreeSet<String>,
    /// What those say who ask is left out.
    #[serde(skip_serializing_if = "is_false")]
    pub without_interviewers: bool,
    /// What belongs to these cases. A quotation belongs to the case of the place where it begins.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub cases: BTreeSet<CaseId>,
    /// What belongs to cases that have, in every one of these columns, one of these values: as [`Columns::key`] has them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<Column, BTreeSet<String>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(value: &bool) -> bool {
    !value
}

/// One way in which a scope narrows, with the names of what is left, in the order of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopePart {
    /// To documents of these titles.
    Documents(Vec<String>),
    /// To folders of these names.
    Folders(Vec<String>),
    /// To codes of these names.
    Codes(Vec<String>),
    /// To coders of these names.
    Coders(Vec<String>),
    /// To what speakers of these names say.
    Speakers(Vec<String>),
    /// To what is not said by who asks.
    WithoutInterviewers,
    /// To cases of these names.
    Cases(Vec<String>),
    /// To cases that have one of these values in a column; the empty one is having none.
    Values(Column, Vec<String>),
}

impl Scope {
    /// The whole project.
    pub fn everything() -> Scope {
        Scope::default()
    }

    /// Whether it narrows nothing.
    pub fn is_everything(&self) -> bool {
        *self == Scope::default()
    }

    /// The scope made ready for a project as it is now: for asking often.
    pub fn within(&self, project: &Project) -> Within {
        let documents = (!self.documents.is_empty() || !self.folders.is_empty()).then(|| {
            let folders = folders_with_all_inside(project, &self.folders);
            let inside = project.documents.values().filter(|document| {
                self.documents.contains(&document.id) || document.folder.is_some_and(|folder| folders.contains(&folder))
            });
            inside.map(|document| document.id).collect()
        });
        let codes = (!self.codes.is_empty())
            .then(|| self.codes.iter().flat_map(|code| with_subcodes(project, *code)).collect());
        let coders = (!self.coders.is_empty()).then(|| self.coders.clone());
        let cases = self.cases_within(project);
        let owned = cases.as_ref().map(|cases| Rc::new(Owned::of(cases, project)));
        let hidden = Hidden::of(project).map(Rc::new);
        Within { documents, codes, coders, speech: Speech::of(self, project).map(Rc::new), cases, owned, hidden }
    }

    /// The cases that are in it; `None` if cases do not narrow it.
    fn cases_within(&self, project: &Project) -> Option<BTreeSet<CaseId>> {
        if self.cases.is_empty() && self.values.is_empty() {
            return None;
        }
        let columns = Columns::of(project);
        let fits = |case: &&Rc<crate::project::Case>| {
            (self.cases.is_empty() || self.cases.contains(&case.id))
                && self
                    .values
                    .iter()
                    .all(|(column, keys)| keys.contains(&columns.key(*column, &columns.written(*column, case))))
        };
        Some(project.cases.values().filter(fits).map(|case| case.id).collect())
    }

    /// Without what the project has no more; the very same if all is there. A list of which nothing is left narrows no
    /// more.
    #[must_use]
    pub fn repaired(&self, project: &Project) -> Scope {
        Scope {
            documents: self.documents.iter().filter(|id| project.documents.contains(id)).copied().collect(),
            folders: self.folders.iter().filter(|id| project.folders.contains(id)).copied().collect(),
            codes: self.codes.iter().filter(|id| project.codes.contains(id)).copied().collect(),
            coders: self.coders.iter().filter(|id| project.coders.contains(id)).copied().collect(),
            speakers: match self.speakers.is_empty() {
                true => BTreeSet::new(),
                false => {
                    let names = speakers_by_name(project);
                    self.speakers.iter().filter(|name| names.contains_key(*name)).cloned().collect()
                }
            },
            without_interviewers: self.without_interviewers,
            cases: self.cases.iter().filter(|id| project.cases.contains(id)).copied().collect(),
            values: {
                let there = |column: &Column| match column {
                    Column::Attribute(id) => project.attributes.contains(id),
                    Column::Chain | Column::Wave => true,
                };
                let kept = self.values.iter().filter(|(column, keys)| there(column) && !keys.is_empty());
                kept.map(|(column, keys)| (*column, keys.clone())).collect()
            },
        }
    }

    /// What narrows, for people to see; nothing if all is in it. What the project has no more is not named.
    pub fn parts(&self, project: &Project) -> Vec<ScopePart> {
        let mut parts = Vec::new();
        if !self.folders.is_empty() {
            let names = project.document_tree().into_iter().filter_map(|item| match item {
                crate::project::TreeItem::Folder(folder, _) => {
                    self.folders.contains(&folder.id).then(|| folder.name.clone())
                }
                crate::project::TreeItem::Document(..) => None,
            });
            parts.push(ScopePart::Folders(names.collect()));
        }
        if !self.documents.is_empty() {
            let documents = project.documents_in_order().into_iter();
            let named = documents.filter(|document| self.documents.contains(&document.id));
            parts.push(ScopePart::Documents(named.map(|document| document.title.clone()).collect()));
        }
        if !self.codes.is_empty() {
            let codes = project.codes_in_order().into_iter().filter(|code| self.codes.contains(&code.id));
            parts.push(ScopePart::Codes(codes.map(|code| code.name.clone()).collect()));
        }
        if !self.coders.is_empty() {
            let coders = project.coders.values().filter(|coder| self.coders.contains(&coder.id));
            parts.push(ScopePart::Coders(coders.map(|coder| coder.name.clone()).collect()));
        }
        if !self.speakers.is_empty() {
            let names = speakers_by_name(project).into_iter().filter(|(key, _)| self.speakers.contains(key));
            parts.push(ScopePart::Speakers(names.map(|(_, name)| name).collect()));
        }
        if self.without_interviewers {
            parts.push(ScopePart::WithoutInterviewers);
        }
        if !self.cases.is_empty() {
            let cases = project.cases_in_order().into_iter().filter(|case| self.cases.contains(&case.id));
            parts.push(ScopePart::Cases(cases.map(|case| case.name.clone()).collect()));
        }
        if !self.values.is_empty() {
            let columns = Columns::of(project);
            for (column, keys) in &self.values {
                let values = columns.values(*column, &project.cases_in_order()).into_iter();
                let named = values.filter(|(key, ..)| keys.contains(key)).map(|(_, written, _)| written);
                parts.push(ScopePart::Values(*column, named.collect()));
            }
        }
        parts
    }

    /// Without one of its parts.
    #[must_use]
    pub fn without(&self, part: &ScopePart) -> Scope {
        let mut scope = self.clone();
        match part {
            ScopePart::Documents(_) => scope.documents.clear(),
            ScopePart::Folders(_) => scope.folders.clear(),
            ScopePart::Codes(_) => scope.codes.clear(),
            ScopePart::Coders(_) => scope.coders.clear(),
            ScopePart::Speakers(_) => scope.speakers.clear(),
            ScopePart::WithoutInterviewers => scope.without_interviewers = false,
            ScopePart::Cases(_) => scope.cases.clear(),
            ScopePart::Values(column, _) => {
                scope.values.remove(column);
            }
        }
        scope
    }
}

fn folders_with_all_inside(project: &Project, folders: &BTreeSet<FolderId>) -> BTreeSet<FolderId> {
    let mut inside = folders.clone();
    loop {
        let more: Vec<FolderId> = project
            .folders
            .values()
            .filter(|folder| {
                folder.parent.is_some_and(|parent| inside.contains(&parent)) && !inside.contains(&folder.id)
            })
            .map(|folder| folder.id)
            .collect();
        if more.is_empty() {
            return inside;
        }
        inside.extend(more);
    }
}

/// A scope made ready for a project: which documents, codes and coders are in it, `None` where it does not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Within {
    documents: Option<BTreeSet<DocumentId>>,
    codes: Option<BTreeSet<CodeId>>,
    coders: Option<BTreeSet<CoderId>>,
    speech: Option<Rc<Speech>>,
    cases: Option<BTreeSet<CaseId>>,
    owned: Option<Rc<Owned>>,
    hidden: Option<Rc<Hidden>>,
}

impl Within {
    /// Whether it narrows nothing.
    pub fn is_everything(&self) -> bool {
        *self == Within::default()
    }

    /// Whether a document, its text and what stands in it may be looked at.
    pub fn contains_document(&self, document: DocumentId) -> bool {
        self.documents.as_ref().is_none_or(|documents| documents.contains(&document))
            && self.speech.as_ref().is_none_or(|speech| !speech.is_silent(document))
            && self.owned.as_ref().is_none_or(|owned| owned.any_of(document))
            && self.hidden.as_ref().is_none_or(|hidden| !hidden.all_of(document))
    }

    /// Whether a case may be looked at.
    pub fn contains_case(&self, case: CaseId) -> bool {
        self.cases.as_ref().is_none_or(|cases| cases.contains(&case))
    }

    /// Whether any of a span is hidden because who said it has withdrawn.
    pub fn hides(&self, document: DocumentId, span: Span) -> bool {
        self.hidden.as_ref().is_some_and(|hidden| hidden.any_of(document, span))
    }

    /// What is hidden of a document because who said it has withdrawn, whatever is asked for.
    pub fn hidden(&self, document: DocumentId) -> &[Span] {
        self.hidden.as_ref().map_or(&[], |hidden| hidden.spans(document))
    }

    /// Whether what stands at a place of a document may be looked at, as far as speakers and cases narrow it.
    pub fn contains_place(&self, document: DocumentId, at: Pos) -> bool {
        self.speech.as_ref().is_none_or(|speech| speech.contains(document, at))
            && self.owned.as_ref().is_none_or(|owned| owned.contains(document, at))
            && !self.hides(document, Span { start: at, end: at })
    }

    /// Whether some places of a document may not be looked at.
    pub fn narrows_text(&self, document: DocumentId) -> bool {
        self.speech.as_ref().is_some_and(|speech| speech.narrows(document))
            || self.owned.is_some()
            || !self.hidden(document).is_empty()
    }

    /// Whether a code may be looked at.
    pub fn contains_code(&self, code: CodeId) -> bool {
        self.codes.as_ref().is_none_or(|codes| codes.contains(&code))
    }

    /// Whether what a coder did may be looked at.
    pub fn contains_coder(&self, coder: CoderId) -> bool {
        self.coders.as_ref().is_none_or(|coders| coders.contains(&coder))
    }

    /// Whether a coding is by one of the coders and with one of the codes. Of which document it is, is not asked.
    pub fn contains_coding(&self, coding: &Coding) -> bool {
        self.contains_code(coding.code) && self.contains_coder(coding.created.by)
    }

    /// Whether a quotation stands in one of the documents, begins in what one of the speakers says and belongs to one of the
    /// cases, nobody in it has withdrawn, and it has a coding that is in the scope; or, if codes do not narrow it, is one of
    /// the coders' own.
    pub fn contains_quotation(&self, quotation: &Quotation) -> bool {
        self.contains_document(quotation.document)
            && self.contains_place(quotation.document, quotation.span().start)
            && !self.hides(quotation.document, quotation.span())
            && ((self.codes.is_none() && self.contains_coder(quotation.coder()))
                || quotation.codings.iter().any(|coding| self.contains_coding(coding)))
    }

    /// The codings of a quotation that are in the scope.
    pub fn codings<'a>(&'a self, quotation: &'a Quotation) -> impl Iterator<Item = &'a Coding> {
        quotation.codings.iter().filter(|coding| self.contains_coding(coding))
    }
}

#[cfg(test)]
mod tests;
