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
mod tests {
    use super::*;
    use crate::ids::{AttributeId, SpeakerId};
    use crate::project::{
        Attribute, AttributeKind, Case, Coder, Consent, Folder, Part, QuotationList, Role, Speaker, Structure, Turn,
    };
    use crate::query::{quotations_in, quotations_with, quotations_without_code};
    use crate::rank::Rank;
    use crate::samples::{a_project, case, document, quotation};
    use crate::text::{Span, Text};
    use crate::time::{Stamp, Timestamp};
    use std::rc::Rc;

    /// Folder 1 holds folder 2, which holds document 1; document 2 lies in none. Theme (1) has Fear (2), Hope is 3.
    /// Quotation 1 (Fear), 2 (Hope, and Fear by coder 2), 3 (no code) are in document 1; 4 (Hope) in 2, 5 (no code) is
    /// coder 2's there.
    fn study() -> Project {
        let mut project = a_project(&[(1, "Theme", 0), (2, "Fear", 1), (3, "Hope", 0)]);
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        for (n, parent) in [(1, None), (2, Some(1))] {
            let id = FolderId::from_number(n);
            let (parent, rank) = (parent.map(FolderId::from_number), Rank::nth(n as usize));
            let folder = Folder {
                id,
                name: format!("Folder {n}"),
                parent,
                rank,
                created: stamp,
                changed: Default::default(),
                extra: Default::default(),
            };
            project.folders.set(id, Some(Rc::new(folder)));
        }
        for n in [1, 2] {
            let id = CoderId::from_number(n);
            let coder = Coder {
                id,
                name: format!("Coder {n}"),
                created: Timestamp(0),
                changed: Default::default(),
                extra: Default::default(),
            };
            project.coders.set(id, Some(Rc::new(coder)));
        }
        let text = Text::new("some words of somebody");
        for n in [1, 2] {
            let mut document = document(n, &format!("P0{n}"), &text);
            document.folder = (n == 1).then(|| FolderId::from_number(2));
            project.documents.set(document.id, Some(Rc::new(document)));
        }
        let second = CoderId::from_number(2);
        let mut both = (*quotation(2, 1, Span::new(5, 10), &[3, 2])).clone();
        both.codings[1].created.by = second;
        let mut others = (*quotation(5, 2, Span::new(5, 10), &[])).clone();
        others.created.by = second;
        let span = Span::new(0, 4);
        let lists = [
            (1, vec![quotation(1, 1, span, &[2]), Rc::new(both), quotation(3, 1, Span::new(11, 13), &[])]),
            (2, vec![quotation(4, 2, span, &[3]), Rc::new(others)]),
        ];
        for (n, list) in lists {
            project.quotations.set(DocumentId::from_number(n), Some(Rc::new(QuotationList::from_unsorted(list))));
        }
        project
    }

    fn scope(documents: &[u128], folders: &[u128], codes: &[u128], coders: &[u128]) -> Scope {
        Scope {
            documents: documents.iter().map(|&n| DocumentId::from_number(n)).collect(),
            folders: folders.iter().map(|&n| FolderId::from_number(n)).collect(),
            codes: codes.iter().map(|&n| CodeId::from_number(n)).collect(),
            coders: coders.iter().map(|&n| CoderId::from_number(n)).collect(),
            ..Scope::default()
        }
    }

    fn ids(found: Vec<crate::query::Found>) -> Vec<u128> {
        found.iter().map(|(_, quotation)| quotation.id.0.as_u128()).collect()
    }

    #[test]
    fn each_list_narrows() {
        let project = study();
        for (scope, all, hope, without) in [
            (Scope::everything(), vec![1, 2, 3, 4, 5], vec![2, 4], vec![3, 5]),
            (scope(&[2], &[], &[], &[]), vec![4, 5], vec![4], vec![5]),
            (scope(&[], &[1], &[], &[]), vec![1, 2, 3], vec![2], vec![3]),
            (scope(&[2], &[1], &[], &[]), vec![1, 2, 3, 4, 5], vec![2, 4], vec![3, 5]),
            (scope(&[], &[], &[1], &[]), vec![1, 2], vec![], vec![]),
            (scope(&[], &[], &[3], &[]), vec![2, 4], vec![2, 4], vec![]),
            (scope(&[], &[], &[], &[2]), vec![2, 5], vec![], vec![5]),
            (scope(&[1], &[], &[], &[2]), vec![2], vec![], vec![]),
            (scope(&[], &[], &[2], &[2]), vec![2], vec![], vec![]),
            (scope(&[9], &[], &[], &[]), vec![], vec![], vec![]),
        ] {
            assert_eq!(ids(quotations_in(&project, &scope)), all, "{scope:?}");
            let codes = BTreeSet::from([CodeId::from_number(3)]);
            assert_eq!(ids(quotations_with(&project, &codes, &scope)), hope, "{scope:?}");
            assert_eq!(ids(quotations_without_code(&project, &scope)), without, "{scope:?}");
        }
    }

    /// In document 1 Ana asks until 5, then Om Mohammed speaks until 12, and nobody after that. Nobody speaks in 2.
    fn spoken() -> Project {
        let mut project = study();
        let mut document = (**project.documents.get(&DocumentId::from_number(1)).unwrap()).clone();
        let people = [("Ana", Role::Interviewer), ("أُمّ محمّد", Role::Participant)];
        let mut structure = Structure::default();
        for (n, ((name, role), (start, end))) in people.into_iter().zip([(0, 5), (5, 12)]).enumerate() {
            let speaker = SpeakerId::from_number(n as u128);
            let (name, extra) = (name.to_owned(), Default::default());
            structure.speakers.push(Speaker { id: speaker, name, role, case: None, extra });
            let (span, label) = (Span::new(start, end), Span::new(start, start));
            structure.turns.push(Turn { span, label, speaker, asks: None, extra: Default::default() });
        }
        document.structure = Rc::new(structure);
        project.documents.set(document.id, Some(Rc::new(document)));
        project
    }

    #[test]
    fn speakers_narrow_to_what_they_say() {
        let project = spoken();
        let by = |names: &[&str], without_interviewers| Scope {
            speakers: names.iter().map(|name| speaker_key(name)).collect(),
            without_interviewers,
            ..Scope::default()
        };
        for (scope, found, first_in_list) in [
            (by(&[], true), vec![2, 3, 4, 5], true),
            (by(&["ANA"], false), vec![1], true),
            (by(&["ام محمد"], false), vec![2, 3], true),
            (by(&["Ana", "ام محمد"], true), vec![2, 3], true),
            (by(&["Ana"], true), vec![], false),
        ] {
            assert_eq!(ids(quotations_in(&project, &scope)), found, "{scope:?}");
            let within = scope.within(&project);
            assert_eq!(within.contains_document(DocumentId::from_number(1)), first_in_list, "{scope:?}");
        }
        let all = by(&["ANA", "gone"], true);
        assert_eq!(all.repaired(&project), by(&["ana"], true));
        let parts = all.parts(&project);
        assert_eq!(parts, [ScopePart::Speakers(vec!["Ana".into()]), ScopePart::WithoutInterviewers]);
        assert!(parts.iter().fold(all.clone(), |scope, part| scope.without(part)).is_everything());
        let kept = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), all);
    }

    /// In document 1 the words until 5 belong to case 1, who referred case 2; those from 11 on to case 2, a nurse; all of
    /// document 2 belongs to case 3.
    fn with_cases() -> Project {
        let mut project = study();
        let work = AttributeId::from_number(1);
        let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let (choices, changed, extra) = Default::default();
        let (kind, rank) = (AttributeKind::Text, Rank::nth(0));
        let attribute = Attribute { id: work, name: "Work".into(), kind, choices, rank, created, changed, extra };
        project.attributes.set(work, Some(Rc::new(attribute)));
        for (n, referrer, value) in [(1, 0, "Cook"), (2, 1, "Nurse"), (3, 0, "")] {
            let mut case = (*case(n, &format!("P{n}"), referrer)).clone();
            if !value.is_empty() {
                case.values.insert(work, value.into());
            }
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        let part = |start, end, n| Part {
            span: Span::new(start, end),
            case: CaseId::from_number(n),
            extra: Default::default(),
        };
        let parts = vec![part(0, 5, 1), part(11, 22, 2)];
        let mut first = (**project.documents.get(&DocumentId::from_number(1)).unwrap()).clone();
        first.structure = Rc::new(Structure { parts, ..Structure::default() });
        project.documents.set(first.id, Some(Rc::new(first)));
        let mut second = (**project.documents.get(&DocumentId::from_number(2)).unwrap()).clone();
        second.case = Some(CaseId::from_number(3));
        project.documents.set(second.id, Some(Rc::new(second)));
        project
    }

    #[test]
    fn cases_and_their_values_narrow_to_what_belongs_to_them() {
        let project = with_cases();
        let of = |cases: &[u128], values: &[(Column, &str)]| {
            let mut scope =
                Scope { cases: cases.iter().map(|n| CaseId::from_number(*n)).collect(), ..Scope::default() };
            for (column, key) in values {
                scope.values.entry(*column).or_default().insert((*key).to_owned());
            }
            scope
        };
        let work = Column::Attribute(AttributeId::from_number(1));
        for (scope, found, documents) in [
            (of(&[1], &[]), vec![1], vec![1]),
            (of(&[1, 3], &[]), vec![1, 4, 5], vec![1, 2]),
            (of(&[], &[(work, "nurse")]), vec![3], vec![1]),
            (of(&[], &[(work, "nurse"), (work, "cook")]), vec![1, 3], vec![1]),
            (of(&[], &[(work, "")]), vec![4, 5], vec![2]),
            (of(&[1], &[(work, "nurse")]), vec![], vec![]),
            (of(&[], &[(Column::Chain, "p1")]), vec![1, 3], vec![1]),
            (of(&[], &[(Column::Wave, "1")]), vec![3], vec![1]),
        ] {
            assert_eq!(ids(quotations_in(&project, &scope)), found, "{scope:?}");
            let within = scope.within(&project);
            let held: Vec<_> = project.documents.keys().filter(|id| within.contains_document(**id)).collect();
            assert_eq!(
                held,
                documents.iter().map(|n| DocumentId::from_number(*n)).collect::<Vec<_>>().iter().collect::<Vec<_>>()
            );
            let kept = serde_json::to_string(&scope).unwrap();
            assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), scope);
        }
        let both = of(&[1], &[(work, "nurse")]);
        let parts = both.parts(&project);
        assert_eq!(parts, [ScopePart::Cases(vec!["P1".into()]), ScopePart::Values(work, vec!["Nurse".into()])]);
        assert!(parts.iter().fold(both.clone(), |scope, part| scope.without(part)).is_everything());
        assert!(both.repaired(&a_project(&[])).is_everything());
    }

    #[test]
    fn what_is_withdrawn_is_in_no_scope() {
        let mut project = with_cases();
        let all = Scope::everything();
        for (n, left, documents) in [(1, vec![2, 3, 4, 5], 2), (3, vec![1, 2, 3], 1), (2, vec![1, 2, 4, 5], 2)] {
            let id = CaseId::from_number(n);
            let before = project.cases.get(&id).cloned().unwrap();
            project.cases.set(id, Some(Rc::new(Case { consent: Consent::Withdrawn, ..(*before).clone() })));
            assert_eq!(ids(quotations_in(&project, &all)), left);
            let within = all.within(&project);
            assert_eq!(project.documents.keys().filter(|id| within.contains_document(**id)).count(), documents);
            project.cases.set(id, Some(before));
        }
        assert_eq!(ids(quotations_in(&project, &all)).len(), 5);
    }

    #[test]
    fn it_is_named_repaired_and_kept() {
        let mut project = study();
        let all = scope(&[1], &[1, 2], &[1, 2], &[2]);
        let parts = all.parts(&project);
        assert_eq!(
            parts,
            [
                ScopePart::Folders(vec!["Folder 1".into(), "Folder 2".into()]),
                ScopePart::Documents(vec!["P01".into()]),
                ScopePart::Codes(vec!["Theme".into(), "Fear".into()]),
                ScopePart::Coders(vec!["Coder 2".into()]),
            ]
        );
        assert!(parts.iter().fold(all.clone(), |scope, part| scope.without(part)).is_everything());
        assert_eq!(all.repaired(&project), all);
        project.documents.set(DocumentId::from_number(1), None);
        project.codes.set(CodeId::from_number(2), None);
        let repaired = all.repaired(&project);
        assert_eq!(repaired, scope(&[], &[1, 2], &[1], &[2]));
        let kept = serde_json::to_string(&repaired).unwrap();
        assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), repaired);
        assert_eq!(serde_json::to_string(&Scope::everything()).unwrap(), "{}");
        assert!(Scope::everything().parts(&project).is_empty());
        assert!(Scope::everything().within(&project).is_everything());
    }
}
