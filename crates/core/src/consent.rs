//! What may be done with the words of a span: of the cases that any of it belongs to, and of the passages marked in it,
//! the strictest holds.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ids::{CaseId, DocumentId};
use crate::project::{Consent, Document, Project, QuotationList, Subject};
use crate::sorting::sort_by_key;
use crate::text::{Pos, Span};

/// Which case each place of a document belongs to, as [`crate::query::case_of`] says: spans that neither overlap nor are
/// empty, in the order of the text. What belongs to none is not in it.
pub fn owned(document: &Document) -> Vec<(Span, CaseId)> {
    let structure = &document.structure;
    let mut cuts = vec![Pos(0), Pos(document.text.length)];
    cuts.extend(structure.parts.iter().flat_map(|part| [part.span.start, part.span.end]));
    cuts.extend(structure.turns.iter().flat_map(|turn| [turn.span.start, turn.span.end]));
    let mut owned: Vec<(Span, CaseId)> = Vec::new();
    for span in between(cuts) {
        let Some(case) = crate::query::case_of(document, span.start) else { continue };
        match owned.last_mut() {
            Some((last, same)) if *same == case && last.end == span.start => last.end = span.end,
            _ => owned.push((span, case)),
        }
    }
    owned
}

/// The spans between cuts.
fn between(mut cuts: Vec<Pos>) -> impl Iterator<Item = Span> {
    sort_by_key(&mut cuts, |at| *at);
    cuts.dedup();
    let ends: Vec<Pos> = cuts.iter().skip(1).copied().collect();
    cuts.into_iter().zip(ends).map(|(start, end)| Span { start, end })
}

/// What of a document may not be done with its words: spans that neither overlap nor are empty, in the order of the text,
/// each with more than [`Consent::Quote`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits(Vec<(Span, Consent)>);

impl Limits {
    /// The limits of a document with these quotations.
    pub fn of(project: &Project, document: &Document, quotations: &QuotationList) -> Limits {
        let case = |id: &CaseId| project.cases.get(id).map_or(Consent::Quote, |case| case.consent);
        let mut marked: Vec<(Span, Consent)> = Vec::new();
        if project.cases.values().any(|case| case.consent != Consent::Quote) {
            marked.extend(owned(document).into_iter().map(|(span, id)| (span, case(&id))));
        }
        marked.extend(quotations.iter().map(|quotation| (quotation.span(), quotation.consent)));
        marked.retain(|(span, consent)| *consent != Consent::Quote && !span.is_empty());
        if marked.is_empty() {
            return Limits::default();
        }
        sort_by_key(&mut marked, |(span, _)| *span);
        let mut flat: Vec<(Span, Consent)> = Vec::new();
        let (mut next, mut open) = (0, Vec::<(Span, Consent)>::new());
        for span in between(marked.iter().flat_map(|(span, _)| [span.start, span.end]).collect()) {
            open.retain(|(other, _)| other.end > span.start);
            while let Some(begun) = marked.get(next).filter(|(other, _)| other.start <= span.start) {
                open.push(*begun);
                next += 1;
            }
            let Some(consent) = open.iter().map(|(_, consent)| *consent).max() else { continue };
            match flat.last_mut() {
                Some((last, same)) if *same == consent && last.end == span.start => last.end = span.end,
                _ => flat.push((span, consent)),
            }
        }
        Limits(flat)
    }

    /// What holds for a span: the strictest of all that holds for any of it.
    pub fn at(&self, span: Span) -> Consent {
        let first = self.0.partition_point(|(limit, _)| limit.end <= span.start);
        let limits = self.0[first..].iter().take_while(|(limit, _)| limit.start < span.end.max(Pos(span.start.0 + 1)));
        limits.map(|(_, consent)| *consent).max().unwrap_or_default()
    }

    /// The spans and what holds for them.
    pub fn spans(&self) -> &[(Span, Consent)] {
        &self.0
    }

    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The spans of who has withdrawn.
    pub fn withdrawn(&self) -> Vec<Span> {
        self.0.iter().filter(|(_, consent)| *consent == Consent::Withdrawn).map(|(span, _)| *span).collect()
    }
}

/// What may be done with the words of a span of a document.
pub fn consent_of(project: &Project, document: &Document, span: Span) -> Consent {
    Limits::of(project, document, &project.quotations_in(document.id)).at(span)
}

/// What may be done with what a memo is about: with the words of a quotation; a document or case is withdrawn if it is
/// hidden, and may be named otherwise. What is not there limits nothing.
pub fn consent_of_subject(project: &Project, subject: &Subject) -> Consent {
    let withdrawn = match subject {
        Subject::Quotation(at) => {
            let document = project.documents.get(&at.document);
            let both = document.zip(project.quotation(at.document, at.quotation));
            return both.map(|(document, of)| consent_of(project, document, of.span())).unwrap_or_default();
        }
        Subject::Document(id) => project.documents.get(id).is_some_and(|document| hidden_of(project, document).0),
        Subject::Case(id) => project.cases.get(id).is_some_and(|case| case.consent == Consent::Withdrawn),
        Subject::Project | Subject::Code(_) | Subject::Unknown(..) => false,
    };
    if withdrawn { Consent::Withdrawn } else { Consent::Quote }
}

/// The limits of every document that has any.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AllLimits(BTreeMap<DocumentId, Rc<Limits>>);

impl AllLimits {
    /// The limits of a project's documents.
    pub fn of(project: &Project) -> AllLimits {
        let limited = project.cases.values().any(|case| case.consent != Consent::Quote);
        let mut all = BTreeMap::new();
        for document in project.documents.values() {
            let quotations = project.quotations_in(document.id);
            if limited || quotations.iter().any(|quotation| quotation.consent != Consent::Quote) {
                let limits = Limits::of(project, document, &quotations);
                if !limits.is_empty() {
                    all.insert(document.id, Rc::new(limits));
                }
            }
        }
        AllLimits(all)
    }

    /// The limits of a document.
    pub fn in_document(&self, document: DocumentId) -> Rc<Limits> {
        self.0.get(&document).cloned().unwrap_or_default()
    }

    /// What may be done with the words of a span.
    pub fn at(&self, document: DocumentId, span: Span) -> Consent {
        self.0.get(&document).map_or(Consent::Quote, |limits| limits.at(span))
    }
}

/// What of each text is hidden because who said it has withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden(BTreeMap<DocumentId, (bool, Vec<Span>)>);

impl Hidden {
    /// What a project hides; `None` if nothing.
    pub fn of(project: &Project) -> Option<Hidden> {
        let mut hidden = BTreeMap::new();
        let gone = |id: &CaseId| project.cases.get(id).is_some_and(|case| case.consent == Consent::Withdrawn);
        let withdrawn = project.cases.keys().any(gone);
        let mut marked = project.quotations.values().flat_map(|list| list.iter());
        if !withdrawn && marked.all(|quotation| quotation.consent != Consent::Withdrawn) {
            return None;
        }
        for document in project.documents.values() {
            let (all, spans) = hidden_of(project, document);
            if all || !spans.is_empty() {
                hidden.insert(document.id, (all, spans));
            }
        }
        (!hidden.is_empty()).then_some(Hidden(hidden))
    }

    /// Whether all of a document is hidden.
    pub fn all_of(&self, document: DocumentId) -> bool {
        self.0.get(&document).is_some_and(|(all, _)| *all)
    }

    /// The spans of a document that are hidden.
    pub fn spans(&self, document: DocumentId) -> &[Span] {
        self.0.get(&document).map_or(&[], |(_, spans)| spans)
    }

    /// Whether any of a span is hidden.
    pub fn any_of(&self, document: DocumentId, span: Span) -> bool {
        let spans = self.spans(document);
        let first = spans.partition_point(|hidden| hidden.end <= span.start);
        spans.get(first).is_some_and(|hidden| hidden.start < span.end.max(Pos(span.start.0 + 1)))
    }
}

/// What a case's withdrawal hides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Withdrawal {
    /// Documents of which all is hidden.
    pub documents: Vec<DocumentId>,
    /// Documents of which a part is hidden, with the spans.
    pub parts: Vec<(DocumentId, Vec<Span>)>,
    /// How many quotations are hidden that are not yet.
    pub quotations: usize,
}

/// What is hidden if a case withdraws, or is by its having withdrawn.
pub fn withdrawal(project: &Project, id: CaseId) -> Withdrawal {
    let with = |consent: Consent| {
        let mut project = project.clone();
        if let Some(case) = project.cases.get(&id).cloned() {
            let case = crate::project::Case { consent, ..(*case).clone() };
            project.cases.set(id, Some(Rc::new(case)));
        }
        project
    };
    let hidden = |project: &Project| {
        let hidden = Hidden::of(project).unwrap_or_default();
        let quotations = project.quotations.values().flat_map(|list| list.iter());
        quotations.filter(|quotation| hidden.any_of(quotation.document, quotation.span())).count()
    };
    let (before, after) = (with(Consent::Quote), with(Consent::Withdrawn));
    let mut found = Withdrawal { quotations: hidden(&after).saturating_sub(hidden(&before)), ..Withdrawal::default() };
    for document in project.documents_in_order() {
        let spans: Vec<Span> =
            owned(&document).into_iter().filter(|(_, case)| *case == id).map(|(span, _)| span).collect();
        let covered = spans.iter().map(|span| span.len()).sum::<u32>() == document.text.length;
        if covered && (!spans.is_empty() || document.case == Some(id)) {
            found.documents.push(document.id);
        } else if !spans.is_empty() {
            found.parts.push((document.id, spans));
        }
    }
    found
}

/// What of one document is hidden because who said it has withdrawn: the spans, and whether that is all of it.
pub fn hidden_of(project: &Project, document: &Document) -> (bool, Vec<Span>) {
    let list = project.quotations_in(document.id);
    let gone = |id: &CaseId| project.cases.get(id).is_some_and(|case| case.consent == Consent::Withdrawn);
    let marked = list.iter().any(|quotation| quotation.consent == Consent::Withdrawn);
    if !marked && !project.cases.keys().any(gone) {
        return (false, Vec::new());
    }
    let spans = Limits::of(project, document, &list).withdrawn();
    let covered = spans.iter().map(|span| span.len()).sum::<u32>() == document.text.length;
    (covered && (document.text.length > 0 || document.case.as_ref().is_some_and(gone)), spans)
}

/// The quotations of a document without those that are hidden; the very same list if none is.
pub fn shown_quotations(project: &Project, document: DocumentId) -> QuotationList {
    let list = project.quotations_in(document);
    let hidden = project.documents.get(&document).map(|document| hidden_of(project, document).1).unwrap_or_default();
    if hidden.is_empty() {
        return list;
    }
    let shown = list.iter().filter(|quotation| !hidden.iter().any(|span| span.overlaps(quotation.span())));
    QuotationList::from_unsorted(shown.cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SpeakerId;
    use crate::project::{Case, Part, Quotation, QuotationAt, Role, Speaker, Structure, Turn};
    use crate::rank::Rank;
    use crate::samples::{a_project, document, quotation};
    use crate::text::Text;
    use crate::time::{Stamp, Timestamp};
    use proptest::prelude::*;

    const LENGTH: u32 = 40;

    fn consent() -> impl Strategy<Value = Consent> {
        prop::sample::select(Consent::ALL.to_vec())
    }

    prop_compose! {
        /// Three cases; a document of one of them or none, with two parts, three turns of two speakers, and quotations.
        fn study()(
            cases in prop::collection::vec(consent(), 3),
            whole in 0..4u128,
            speakers in prop::collection::vec(0..4u128, 2),
            turns in prop::collection::vec((0..3u32, 1..10u32, 0..2usize), 0..4),
            parts in prop::collection::vec((0..6u32, 1..10u32, 1..4u128), 0..3),
            quotations in prop::collection::vec((0..39u32, 1..12u32, consent()), 0..8),
        ) -> Project {
            let mut project = a_project(&[]);
            let stamp = Stamp { by: crate::ids::CoderId::from_number(1), at: Timestamp(0) };
            for (n, consent) in cases.into_iter().enumerate() {
                let id = CaseId::from_number(n as u128 + 1);
                let (values, referrer, changed, extra) = Default::default();
                let (name, rank) = (format!("P{n}"), Rank::nth(n));
                let case = Case { id, name, rank, values, consent, referrer, created: stamp, changed, extra };
                project.cases.set(id, Some(Rc::new(case)));
            }
            let case = |n: u128| (n > 0).then(|| CaseId::from_number(n));
            let mut document = document(1, "P01", &Text::new("a".repeat(LENGTH as usize)));
            document.case = case(whole);
            let mut structure = Structure::default();
            for (n, of) in speakers.into_iter().enumerate() {
                let (id, extra) = (SpeakerId::from_number(n as u128), Default::default());
                structure.speakers.push(Speaker { id, name: format!("S{n}"), role: Role::Participant, case: case(of), extra });
            }
            let mut at = 0;
            for (gap, length, speaker) in turns {
                let span = Span::new((at + gap).min(LENGTH), (at + gap + length).min(LENGTH));
                if !span.is_empty() {
                    let (label, speaker) = (Span { end: span.start, ..span }, SpeakerId::from_number(speaker as u128));
                    structure.turns.push(Turn { span, label, speaker, asks: None, extra: Default::default() });
                }
                at = span.end.0;
            }
            let mut at = 0;
            for (gap, length, of) in parts {
                let span = Span::new((at + gap).min(LENGTH), (at + gap + length).min(LENGTH));
                if !span.is_empty() {
                    structure.parts.push(Part { span, case: CaseId::from_number(of), extra: Default::default() });
                }
                at = span.end.0;
            }
            document.structure = Rc::new(structure);
            let list = quotations.into_iter().enumerate().map(|(n, (start, length, consent))| {
                let span = Span::new(start, (start + length).min(LENGTH));
                Rc::new(Quotation { consent, ..(*quotation(n as u128, 1, span, &[])).clone() })
            });
            let list = QuotationList::from_unsorted(list.collect());
            project.quotations.set(document.id, (!list.is_empty()).then(|| Rc::new(list)));
            project.documents.set(document.id, Some(Rc::new(document)));
            project
        }
    }

    /// What holds for one place, said anew from the words of the rule.
    fn at_place(project: &Project, document: &Document, at: u32) -> Consent {
        let case = crate::query::case_of(document, Pos(at)).and_then(|id| project.cases.get(&id));
        let quotations = project.quotations_in(document.id);
        let over = quotations.iter().filter(|quotation| quotation.span().contains(Pos(at)));
        over.map(|quotation| quotation.consent).chain(case.map(|case| case.consent)).max().unwrap_or_default()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_strictest_of_all_that_holds_for_any_of_it_holds(project in study(), a in 0..LENGTH, b in 0..LENGTH) {
            let document = project.documents.values().next().unwrap();
            let (start, end) = (a.min(b), a.max(b) + 1);
            let expected = (start..end).map(|at| at_place(&project, document, at)).max().unwrap();
            prop_assert_eq!(consent_of(&project, document, Span::new(start, end)), expected);
            prop_assert_eq!(AllLimits::of(&project).at(document.id, Span::new(start, end)), expected);
        }

        #[test]
        fn what_a_memo_is_about_is_limited_as_its_words_are(project in study()) {
            let document = project.documents.values().next().unwrap();
            for quotation in project.quotations_in(document.id).iter() {
                let at = QuotationAt { document: document.id, quotation: quotation.id };
                let expected = consent_of(&project, document, quotation.span());
                prop_assert_eq!(consent_of_subject(&project, &Subject::Quotation(at)), expected);
            }
            let hidden = Hidden::of(&project).unwrap_or_default();
            let about = consent_of_subject(&project, &Subject::Document(document.id));
            prop_assert_eq!(about == Consent::Withdrawn, hidden.all_of(document.id));
            for case in project.cases.values() {
                let about = consent_of_subject(&project, &Subject::Case(case.id));
                prop_assert_eq!(about == Consent::Withdrawn, case.consent == Consent::Withdrawn);
            }
            prop_assert_eq!(consent_of_subject(&project, &Subject::Project), Consent::Quote);
        }

        #[test]
        fn a_longer_span_is_never_freer(project in study(), a in 0..LENGTH, b in 0..LENGTH, more in 0..5u32) {
            let document = project.documents.values().next().unwrap();
            let span = Span::new(a.min(b), a.max(b) + 1);
            let longer = Span::new(span.start.0.saturating_sub(more), (span.end.0 + more).min(LENGTH));
            prop_assert!(consent_of(&project, document, longer) >= consent_of(&project, document, span));
        }

        #[test]
        fn each_place_is_owned_as_it_is_asked_for(project in study()) {
            let document = project.documents.values().next().unwrap();
            let owned = owned(document);
            prop_assert!(owned.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
            for at in 0..LENGTH {
                let found = owned.iter().find(|(span, _)| span.contains(Pos(at))).map(|(_, case)| *case);
                prop_assert_eq!(found, crate::query::case_of(document, Pos(at)));
            }
        }

        #[test]
        fn what_is_withdrawn_is_hidden_and_nothing_else(project in study(), a in 0..LENGTH, b in 0..LENGTH) {
            let document = project.documents.values().next().unwrap();
            let span = Span::new(a.min(b), a.max(b) + 1);
            let hidden = Hidden::of(&project).unwrap_or_default();
            let withdrawn = consent_of(&project, document, span) == Consent::Withdrawn;
            prop_assert_eq!(hidden.any_of(document.id, span), withdrawn);
            let all = (0..LENGTH).all(|at| at_place(&project, document, at) == Consent::Withdrawn);
            prop_assert_eq!(hidden.all_of(document.id), all);
        }
    }
}
