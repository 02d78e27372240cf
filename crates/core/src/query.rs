//! Questions to a project.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::edit::Edit;
use crate::ids::{CaseId, CodeId, CoderId, CodingId, DocumentId, QuotationId, SpeakerId};
use crate::project::{Document, Project, Quotation};
use crate::scope::{Scope, Within};
use crate::text::{Pos, Quote, Span};

/// A code and all below it, with those that are listed below it as well.
pub fn with_subcodes(project: &Project, code: CodeId) -> BTreeSet<CodeId> {
    let mut children: BTreeMap<CodeId, Vec<CodeId>> = BTreeMap::new();
    for other in project.codes.values() {
        if let Some(parent) = other.parent {
            children.entry(parent).or_default().push(other.id);
        }
        for above in &other.sheet.also_under {
            children.entry(*above).or_default().push(other.id);
        }
    }
    let mut found = BTreeSet::new();
    let mut open = vec![code];
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(children.get(&id).into_iter().flatten());
        }
    }
    found
}

/// A quotation with the document that it stands in.
pub type Found = (Rc<Document>, Rc<Quotation>);

/// The quotations of a scope, document by document in the order of the tree, each in reading order.
pub fn quotations_in(project: &Project, scope: &Scope) -> Vec<Found> {
    quotations_where(project, scope, |_, _| true)
}

/// The quotations that have any of the codes by a coding of the scope, in the same order.
pub fn quotations_with(project: &Project, codes: &BTreeSet<CodeId>, scope: &Scope) -> Vec<Found> {
    quotations_where(project, scope, |quotation, within| {
        within.codings(quotation).any(|coding| codes.contains(&coding.code))
    })
}

/// The quotations of a scope that have no code at all, in the same order; none if the scope is narrowed to codes.
pub fn quotations_without_code(project: &Project, scope: &Scope) -> Vec<Found> {
    quotations_where(project, scope, |quotation, _| quotation.codings.is_empty())
}

fn quotations_where(project: &Project, scope: &Scope, wanted: impl Fn(&Quotation, &Within) -> bool) -> Vec<Found> {
    let within = scope.within(project);
    let documents = project.documents_in_order().into_iter();
    documents
        .filter(|document| within.contains_document(document.id))
        .flat_map(|document| {
            let list = project.quotations_in(document.id);
            let of_scope = list.iter().filter(|quotation| within.contains_quotation(quotation));
            let found: Vec<_> = of_scope.filter(|quotation| wanted(quotation, &within)).cloned().collect();
            found.into_iter().map(move |quotation| (Rc::clone(&document), quotation))
        })
        .collect()
}

/// A passage to be coded.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The document it stands in.
    pub document: DocumentId,
    /// Where.
    pub span: Span,
    /// Its words.
    pub quote: Quote,
}

/// The coder's own quotation of exactly that span, if there is one.
pub fn own_quotation(project: &Project, document: DocumentId, span: Span, coder: CoderId) -> Option<Rc<Quotation>> {
    let list = project.quotations.get(&document)?;
    list.iter().find(|quotation| quotation.span() == span && quotation.coder() == coder).cloned()
}

/// The edits that put a code on a passage: a quotation of the coder's that covers just the same span is used again,
/// otherwise one of the given id is made. No edits if it is coded so already.
pub fn code_passage(
    project: &Project,
    passage: &Passage,
    code: CodeId,
    coder: CoderId,
    new_quotation: QuotationId,
    new_coding: CodingId,
) -> Vec<Edit> {
    let document = passage.document;
    let apply = |quotation| Edit::ApplyCode { id: new_coding, document, quotation, code };
    match own_quotation(project, document, passage.span, coder) {
        Some(quotation) if quotation.coding_of(code).is_some() => Vec::new(),
        Some(quotation) => vec![apply(quotation.id)],
        None => vec![
            Edit::MarkQuotation { id: new_quotation, document, span: passage.span, quote: passage.quote.clone() },
            apply(new_quotation),
        ],
    }
}

/// The case that a place in a document belongs to: that of its part, else of who speaks there, else of the document. A
/// quotation belongs to the case of the place where it begins.
pub fn case_of(document: &Document, at: Pos) -> Option<CaseId> {
    document.structure.case_at(at).or(document.case)
}

/// What belongs to a case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OfCase {
    /// Whole documents, but for what of them belongs to others.
    pub documents: Vec<DocumentId>,
    /// Parts of documents.
    pub parts: Vec<(DocumentId, Span)>,
    /// Speakers.
    pub speakers: Vec<(DocumentId, SpeakerId)>,
    /// How many quotations.
    pub quotations: usize,
}

/// What belongs to each case that has anything, in the order of the documents.
pub fn by_case(project: &Project) -> BTreeMap<CaseId, OfCase> {
    let mut found: BTreeMap<CaseId, OfCase> = BTreeMap::new();
    for document in project.documents_in_order() {
        let id = document.id;
        if let Some(case) = document.case {
            found.entry(case).or_default().documents.push(id);
        }
        for part in &document.structure.parts {
            found.entry(part.case).or_default().parts.push((id, part.span));
        }
        for speaker in &document.structure.speakers {
            if let Some(case) = speaker.case {
                found.entry(case).or_default().speakers.push((id, speaker.id));
            }
        }
        for quotation in project.quotations_in(id).iter() {
            if let Some(case) = case_of(&document, quotation.span().start) {
                found.entry(case).or_default().quotations += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Part, QuotationList, Role, Speaker, Structure, Turn};
    use crate::samples::{a_project, document, quotation};
    use crate::text::Text;

    #[test]
    fn a_place_belongs_to_the_case_of_its_part_of_who_speaks_or_of_its_document() {
        let (whole, part, speaker) = (CaseId::from_number(1), CaseId::from_number(2), CaseId::from_number(3));
        let text = Text::new("Amina: We left.\nBen: Not I.\nThe end of it.");
        let who = |n: u128, case| Speaker {
            case,
            ..Speaker::new(SpeakerId::from_number(n), &format!("S{n}"), Role::Participant)
        };
        let turn = |start, end, n| Turn::new(Span::new(start, end), Pos(start), SpeakerId::from_number(n));
        let mut spoken = document(1, "Talk", &text);
        spoken.case = Some(whole);
        spoken.structure = Rc::new(Structure {
            speakers: vec![who(1, Some(speaker)), who(2, None)],
            turns: vec![turn(0, 15, 1), turn(16, 27, 2)],
            parts: vec![Part { span: Span::new(10, 20), case: part, extra: Default::default() }],
            ..Structure::default()
        });
        let at = |n| case_of(&spoken, Pos(n));
        assert_eq!(
            [at(0), at(9), at(10), at(19), at(20), at(40)].map(Option::unwrap),
            [speaker, speaker, part, part, whole, whole]
        );

        let mut project = a_project(&[]);
        let marked =
            [(1, 0, 4), (2, 11, 14), (3, 30, 33)].map(|(n, start, end)| quotation(n, 1, Span::new(start, end), &[]));
        project.quotations.set(spoken.id, Some(Rc::new(QuotationList::from_unsorted(marked.to_vec()))));
        project.documents.set(spoken.id, Some(Rc::new(spoken.clone())));
        let found = by_case(&project);
        let id = spoken.id;
        assert_eq!(found[&whole], OfCase { documents: vec![id], quotations: 1, ..OfCase::default() });
        assert_eq!(found[&part], OfCase { parts: vec![(id, Span::new(10, 20))], quotations: 1, ..OfCase::default() });
        let spoken_by = vec![(id, SpeakerId::from_number(1))];
        assert_eq!(found[&speaker], OfCase { speakers: spoken_by, quotations: 1, ..OfCase::default() });
    }
}
