//! What has to be done so that words are in a project no more: the edits that come before a purge.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::edit::{Edit, QuotationField, plan_text_edit};
use crate::ids::{CaseId, CodeId, DocumentId};
use crate::project::{Code, Project, Quotation};
use crate::text::{Span, Text, TextEdit, TextEdits, TextHash};

/// What is taken out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakenOut {
    /// Whole documents.
    pub documents: Vec<DocumentId>,
    /// Spans of others: not empty, not overlapping, in the order of the text.
    pub parts: Vec<(DocumentId, Vec<Span>)>,
    /// A case, with who speaks it in those parts.
    pub case: Option<CaseId>,
    /// Codes, whose names may be words of what goes.
    pub codes: Vec<CodeId>,
}

impl TakenOut {
    fn has(&self, quotation: &Quotation) -> bool {
        let of = |id: &DocumentId| *id == quotation.document;
        let parts = self.parts.iter().filter(|(id, _)| of(id));
        self.documents.iter().any(of) || parts.flat_map(|(_, spans)| spans).any(|span| span.overlaps(quotation.span()))
    }

    /// The codes that only quotations have of which something is taken out, and whether the name of each stands in the
    /// words of one of these: then it is made of them.
    pub fn codes_of_it(&self, project: &Project) -> Vec<(Rc<Code>, bool)> {
        let mut made: BTreeMap<CodeId, bool> = BTreeMap::new();
        let mut stay = BTreeSet::new();
        for quotation in project.quotations.values().flat_map(|list| list.iter()) {
            let gone = self.has(quotation);
            let words = if gone { quotation.quote.exact.to_lowercase() } else { String::new() };
            for coding in &quotation.codings {
                if gone {
                    let name = project.codes.get(&coding.code).map(|code| code.name.to_lowercase()).unwrap_or_default();
                    *made.entry(coding.code).or_default() |=
                        !name.is_empty() && words.contains(name.trim_end_matches('…'));
                } else {
                    stay.insert(coding.code);
                }
            }
        }
        let empty = |id: &CodeId| !stay.contains(id) && project.codes_under(Some(*id)).is_empty();
        let of = made.into_iter().filter(|(id, _)| empty(id));
        of.filter_map(|(id, of_words)| Some((Rc::clone(project.codes.get(&id)?), of_words))).collect()
    }
}

/// The edits, and the texts as they are then.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Removal {
    /// The edits, to be entered as one step.
    pub edits: Vec<Edit>,
    /// The texts of the parts' documents without them.
    pub texts: Vec<(TextHash, Text)>,
}

impl Removal {
    /// Takes something out of a project. Files as they were, which would hold it still, go too: those of the documents it
    /// was in, and of every other document that came out of the same file. `None` if a text is not there or a span is not
    /// in it.
    pub fn of(project: &Project, out: &TakenOut, text: impl Fn(DocumentId) -> Option<Text>) -> Option<Removal> {
        let mut removal = Removal::default();
        let of_parts = out.parts.iter().map(|(id, _)| *id);
        let files: BTreeSet<TextHash> = out
            .documents
            .iter()
            .copied()
            .chain(of_parts)
            .filter_map(|id| project.documents.get(&id)?.original())
            .collect();
        let stay = |id: &DocumentId| !out.documents.contains(id);
        for document in project.documents.values().filter(|document| stay(&document.id)) {
            if document.original().is_some_and(|file| files.contains(&file)) {
                removal.edits.push(Edit::RemoveOriginal { id: document.id });
            }
        }
        // What was made of a quotation's words while they were whole may hold those that go.
        let whole = |quotation: &&Rc<Quotation>| out.has(quotation) && stay(&quotation.document);
        for quotation in project.quotations.values().flat_map(|list| list.iter()).filter(whole) {
            removal.edits.extend(cleared(quotation));
        }
        removal.edits.extend(out.documents.iter().map(|id| Edit::DeleteDocument { id: *id }));
        for (id, spans) in &out.parts {
            let document = project.documents.get(id)?;
            let cuts = TextEdits::new(spans.iter().copied().map(TextEdit::remove).collect()).ok()?;
            let plan = plan_text_edit(project, *id, &text(*id)?, cuts.clone())?;
            let emptied = plan.touched.emptied.clone();
            removal.texts.push((plan.text().hash, plan.after.clone()));
            removal.edits.push(plan.into_edit(emptied, ""));
            // Who speaks is a name as well.
            let after = document.structure.corrected(&cuts);
            let speakers: Vec<_> = after
                .speakers
                .iter()
                .filter(|speaker| out.case.is_none() || speaker.case != out.case)
                .cloned()
                .collect();
            if speakers.len() < after.speakers.len() {
                let there = |speaker| speakers.iter().any(|other| other.id == speaker);
                let turns = after.turns.iter().filter(|turn| there(turn.speaker)).cloned().collect();
                removal.edits.push(Edit::SetTurns { document: *id, speakers, turns, times: after.times.clone() });
            }
        }
        removal.edits.extend(out.case.map(|id| Edit::DeleteCase { id }));
        removal.edits.extend(out.codes.iter().map(|id| Edit::DeleteCode { id: *id }));
        Some(removal)
    }
}

/// The edits that leave of a quotation its words and codes only.
fn cleared(quotation: &Quotation) -> Vec<Edit> {
    let (id, document) = (quotation.id, quotation.document);
    let none = String::new;
    let mut edits = Vec::new();
    if !quotation.comment.is_empty() {
        edits.push(Edit::CommentQuotation { id, document, comment: none() });
    }
    if !quotation.condensed.is_empty() {
        edits.push(Edit::SetQuotationField { id, document, field: QuotationField::Condensed(none()) });
    }
    if !quotation.interpretation.is_empty() {
        edits.push(Edit::SetQuotationField { id, document, field: QuotationField::Interpretation(none()) });
    }
    if quotation.print.is_some() {
        edits.push(Edit::SetPrint { id, document, words: None });
    }
    for coding in quotation.codings.iter().filter(|coding| !coding.comment.is_empty()) {
        edits.push(Edit::CommentCoding { id: coding.id, document, quotation: id, comment: none() });
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::History;
    use crate::ids::{CoderId, StepId};
    use crate::ledger::{Entry, Ledger, Step, UndoStack};
    use crate::project::{Extra, Original, Part, QuotationList, Structure};
    use crate::samples::{a_project, case, document, quotation};
    use crate::time::{Stamp, Timestamp};

    /// Three documents out of one file and one out of another; the first has a part of the case, the last is all theirs.
    fn study() -> (Project, Text) {
        let mut project = a_project(&[]);
        let text = Text::new("Ours. Theirs, and theirs alone. Ours again.");
        let theirs = CaseId::from_number(1);
        project.cases.set(theirs, Some(case(1, "P1", 0)));
        for (n, file) in [(1, "table"), (2, "table"), (3, "other"), (4, "table")] {
            let mut document = document(n, &format!("D{n}"), &text);
            let hash = TextHash::of(file);
            document.source.original = Some(Original { hash, bytes: 9, extra: Extra::new() });
            if n == 1 {
                let part = Part { span: Span::new(6, 32), case: theirs, extra: Extra::new() };
                document.structure = Rc::new(Structure { parts: vec![part], ..Structure::default() });
                let list = vec![quotation(7, 1, Span::new(0, 5), &[]), quotation(8, 1, Span::new(8, 20), &[])];
                project.quotations.set(document.id, Some(Rc::new(QuotationList::from_unsorted(list))));
            }
            project.documents.set(document.id, Some(Rc::new(document)));
        }
        (project, text)
    }

    #[test]
    fn words_leave_with_every_file_that_holds_them() {
        let (project, text) = study();
        let id = DocumentId::from_number;
        let out = TakenOut {
            documents: vec![id(4)],
            parts: vec![(id(1), vec![Span::new(6, 32)])],
            case: Some(CaseId::from_number(1)),
            codes: Vec::new(),
        };
        let removal = Removal::of(&project, &out, |_| Some(text.clone())).unwrap();
        assert!(removal.texts.iter().all(|(_, words)| words.as_str() == "Ours. Ours again."));
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(1) };
        let before = Rc::clone(ledger.project());
        let step = Step { id: StepId::from_number(1), stamp, edits: removal.edits };
        ledger.enter(&Entry::Do(step)).unwrap();
        let project = ledger.project();
        let kept: Vec<_> =
            project.documents.values().map(|one| (one.title.as_str(), one.original().is_some())).collect();
        assert_eq!(kept, [("D1", false), ("D2", false), ("D3", true)], "the file of the others holds the words too");
        let left: Vec<_> = project.quotations_in(id(1)).iter().map(|quotation| quotation.span()).collect();
        assert_eq!(left, [Span::new(0, 5)]);
        assert!(project.cases.is_empty());
        ledger.enter(&Entry::Undo { id: StepId::from_number(2), stamp }).unwrap();
        assert_eq!(**ledger.project(), *before, "until the purge it can be taken back");
    }

    #[test]
    fn what_was_made_of_words_goes_with_them() {
        let (mut project, text) = study();
        let id = DocumentId::from_number;
        for (n, name) in [(1, "and theirs"), (2, "Other"), (3, "kept")] {
            project.codes.set(CodeId::from_number(n), Some(crate::samples::code(n, name, 0)));
        }
        let partly = Quotation {
            comment: "theirs".into(),
            condensed: "theirs".into(),
            interpretation: "theirs".into(),
            ..(*quotation(9, 1, Span::new(0, 24), &[1, 2, 3])).clone()
        };
        let quote = crate::text::Quote::of(&text, partly.span());
        let list = vec![Rc::new(Quotation { quote, ..partly }), quotation(7, 1, Span::new(33, 38), &[3])];
        project.quotations.set(id(1), Some(Rc::new(QuotationList::from_unsorted(list))));
        let mut out = TakenOut { parts: vec![(id(1), vec![Span::new(6, 32)])], ..TakenOut::default() };
        let codes: Vec<_> = out.codes_of_it(&project).iter().map(|(code, of)| (code.name.clone(), *of)).collect();
        assert_eq!(codes, [("and theirs".to_owned(), true), ("Other".to_owned(), false)]);
        out.codes = vec![CodeId::from_number(1)];
        let removal = Removal::of(&project, &out, |_| Some(text.clone())).unwrap();
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(1) };
        ledger.enter(&Entry::Do(Step { id: StepId::from_number(1), stamp, edits: removal.edits })).unwrap();
        let left = ledger.project().quotation(id(1), crate::ids::QuotationId::from_number(9)).unwrap().clone();
        assert_eq!((&*left.quote.exact, left.codings.len()), ("Ours. ", 2));
        assert_eq!(format!("{}{}{}", left.comment, left.condensed, left.interpretation), "");
    }

    #[test]
    fn nothing_is_taken_out_without_the_text() {
        let (project, _) = study();
        let out = TakenOut { parts: vec![(DocumentId::from_number(1), vec![Span::new(6, 32)])], ..TakenOut::default() };
        assert_eq!(Removal::of(&project, &out, |_| None), None);
        assert_eq!(Removal::of(&project, &TakenOut::default(), |_| None), Some(Removal::default()));
    }
}
