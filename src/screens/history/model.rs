//! The steps that are asked for, and what became of them.

use emic_core::sorting::to_set;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::history::{Action, ActionKind, HistoryStep, Way};
use emic_core::ids::{CoderId, StepId};
use emic_core::project::Project;

use crate::route::Place;

/// Which steps are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that an action or the names in it must have.
    pub words: String,
    /// Whose steps; everyone's if none.
    pub coder: Option<CoderId>,
}

/// The steps that are asked for, the latest first. `words_of` gives the words for a sort of action.
pub fn find(
    steps: &[Rc<HistoryStep>],
    query: &Query,
    words_of: impl Fn(&ActionKind) -> String,
) -> Vec<Rc<HistoryStep>> {
    let words = query.words.trim().to_lowercase();
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut wanted = |step: &HistoryStep| {
        query.coder.is_none_or(|coder| coder == step.stamp.by)
            && (words.is_empty()
                || step.actions.iter().any(|action| {
                    let of_kind = match known.get(action.kind.key()) {
                        Some(known) => *known,
                        None => {
                            let has = words_of(&action.kind).to_lowercase().contains(&words);
                            known.insert(action.kind.key().to_owned(), has);
                            has
                        }
                    };
                    of_kind || action.details.values().any(|detail| detail.to_lowercase().contains(&words))
                }))
    };
    steps.iter().rev().filter(|step| wanted(step)).cloned().collect()
}

/// The steps that were taken back and not done again.
pub fn taken_back(steps: &[Rc<HistoryStep>]) -> BTreeSet<StepId> {
    let mut gone = BTreeSet::new();
    for step in steps {
        match step.way {
            Way::Done => {}
            Way::Undone(id) => {
                gone.insert(id);
            }
            Way::Redone(id) => {
                gone.remove(&id);
            }
        }
    }
    gone
}

/// The actions of a step that are told: that a passage was marked is not, where it was coded in the same step.
pub fn told(step: &HistoryStep) -> Vec<&Action> {
    let applied = step.actions.iter().filter(|action| action.kind == ActionKind::CodeApplied);
    let coded = to_set(applied.flat_map(|action| action.about.iter().map(String::as_str)));
    let implied = |action: &Action| {
        action.kind == ActionKind::QuotationMarked && action.about.last().is_some_and(|id| coded.contains(id.as_str()))
    };
    step.actions.iter().filter(|action| !implied(action)).collect()
}

/// Where what an action was about can be seen, if it is still there.
pub fn place(project: &Project, action: &Action) -> Option<Place> {
    let first = action.about.first()?;
    if let Some(document) = first.parse().ok().filter(|id| project.documents.contains(id)) {
        let quotation = action.about.iter().skip(1).filter_map(|id| id.parse().ok());
        let mut there = quotation.filter(|id| project.quotation(document, *id).is_some());
        return Some(Place::Read(Some(document), there.next()));
    }
    first.parse().ok().filter(|id| project.codes.contains(id)).map(|code| Place::Codes(Some(code)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::edit::Edit;
    use emic_core::history::History;
    use emic_core::ids::{CodeId, CodingId, DocumentId, ProjectId, QuotationId};
    use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
    use emic_core::project::Colour;
    use emic_core::text::{Quote, Span};
    use emic_core::time::{Stamp, Timestamp};

    /// A document, a code, a coded passage; then the code's name is changed by another coder, and that is undone.
    fn ledger() -> Ledger {
        let project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let stamp = |n| Stamp { by: CoderId::from_number(n), at: Timestamp(0) };
        let (document, code) = (DocumentId::from_number(1), CodeId::from_number(2));
        let quotation = QuotationId::from_number(3);
        let steps = [
            (1, vec![Edit::AddDocument(Box::new(crate::screens::documents::samples::a_document(1, "P01", 9)))]),
            (
                1,
                vec![Edit::AddCode {
                    id: code,
                    name: "Fear".into(),
                    parent: None,
                    before: None,
                    colour: Colour::nth(0),
                }],
            ),
            (
                1,
                vec![
                    Edit::MarkQuotation {
                        id: quotation,
                        document,
                        span: Span::new(0, 4),
                        quote: Quote { exact: "a  b".into(), prefix: "".into(), suffix: "".into() },
                    },
                    Edit::ApplyCode { id: CodingId::from_number(4), document, quotation, code },
                ],
            ),
            (2, vec![Edit::RenameCode { id: code, name: "Dread".into() }]),
        ];
        for (n, (by, edits)) in (10..).zip(steps) {
            ledger.enter(&Entry::Do(Step { id: StepId::from_number(n), stamp: stamp(by), edits })).unwrap();
        }
        ledger.enter(&Entry::Undo { id: StepId::from_number(20), stamp: stamp(2) }).unwrap();
        ledger
    }

    fn found(words: &str, coder: Option<u128>) -> Vec<u128> {
        let query = Query { words: words.into(), coder: coder.map(CoderId::from_number) };
        let steps = find(ledger().history().steps(), &query, |kind| kind.key().to_owned());
        steps.iter().map(|step| step.id.0.as_u128()).collect()
    }

    #[test]
    fn steps_are_found_by_coder_name_and_sort_the_latest_first() {
        assert_eq!(found("", None), [20, 13, 12, 11, 10]);
        assert_eq!(found("", Some(2)), [20, 13]);
        assert_eq!(found("dread", None), [20, 13]);
        assert_eq!(found("code-applied", None), [12]);
        assert_eq!(found("Fear", Some(1)), [12, 11]);
    }

    #[test]
    fn what_was_taken_back_is_known_until_it_is_done_again() {
        let mut ledger = ledger();
        assert_eq!(taken_back(ledger.history().steps()), BTreeSet::from([StepId::from_number(13)]));
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        ledger.enter(&Entry::Redo { id: StepId::from_number(21), stamp }).unwrap();
        assert_eq!(taken_back(ledger.history().steps()), BTreeSet::new());
    }

    #[test]
    fn a_coded_passage_is_told_once_and_leads_to_its_place() {
        let ledger = ledger();
        let steps = ledger.history().steps();
        let told = told(&steps[2]);
        assert_eq!(told.iter().map(|action| action.kind.key()).collect::<Vec<_>>(), ["code-applied"]);
        let at = Place::Read(Some(DocumentId::from_number(1)), Some(QuotationId::from_number(3)));
        assert_eq!(place(ledger.project(), told[0]), Some(at));
        assert_eq!(place(ledger.project(), &steps[1].actions[0]), Some(Place::Codes(Some(CodeId::from_number(2)))));
        let empty = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        assert_eq!(place(&empty, told[0]), None);
    }
}
