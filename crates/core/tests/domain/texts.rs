//! Whatever is corrected in a text, what stands on its words stays on the same words.

#![allow(clippy::unwrap_used)] // A sample that cannot be made must fail the test.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::edit::{Edit, EditError, apply, plan_text_edit};
use emic_core::ids::{CodeId, CodingId, DocumentId, QuotationId, SpeakerId, StepId};
use emic_core::ledger::{Entry, Ledger, Step};
use emic_core::project::{
    Block, BlockKind, Colour, Project, Role, Speaker, TextRef, TimeMark, Turn, revisions_that_fit,
};
use emic_core::repair::repair;
use emic_core::text::{Pos, Quote, Span, Text, TextEdit, TextEdits, TextHash};
use proptest::prelude::*;

use crate::generate::{corrections, document, raw_corrections, stamp, start};

const D: DocumentId = DocumentId(uuid_of(1));

const fn uuid_of(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

/// Three turns of two speakers, of two paragraphs each.
const SAID: &str = "I: What happened then, at the fence?\nGo on.\nAmina: كُنّا ننتظر عند السياج 👩🏽‍⚕️ كل يوم.\nThen we left.\nI: Mm.\nAnd then?";

/// A ledger with a document that says [`SAID`] and has quotations at `spans`.
fn ledger(spans: &[(u32, u32)]) -> (Ledger, Text) {
    let text = Text::new(SAID);
    let mut document = document(1, "First", None);
    document.text = TextRef { hash: TextHash::of(SAID), length: text.len(), words: 20 };
    let imported = Text::new(format!("{SAID}\nPage 1"));
    let (hash, length) = (TextHash::of(imported.as_str()), imported.len());
    document.source.imported = TextRef { hash, length, words: 22 };
    document.source.edits = TextEdits::one(TextEdit::remove(Span::new(text.len(), length))).unwrap();
    let mut structure = (*document.structure).clone();
    structure.blocks = vec![Block { span: text.paragraphs()[0], kind: BlockKind::ListItem, extra: Default::default() }];
    structure.speakers = [(1, "I", Role::Interviewer), (2, "Amina", Role::Participant)]
        .into_iter()
        .map(|(n, name, role)| Speaker::new(SpeakerId::from_number(n), name, role))
        .collect();
    let lines = text.paragraphs();
    let end = |line: usize| text.as_str().lines().take(line + 1).map(|l| l.chars().count() as u32 + 1).sum::<u32>() - 1;
    structure.turns = [(0, 3, 1), (2, 7, 2), (4, 3, 1)]
        .into_iter()
        .map(|(line, label, n)| {
            let from = lines[line].start.0;
            Turn::new(Span::new(from, end(line + 1)), Pos(from + label), SpeakerId::from_number(n))
        })
        .collect();
    structure.times = vec![TimeMark { at: lines[2].start, ms: 4_000 }];
    document.structure = Rc::new(structure);
    let code = CodeId::from_number(1);
    let mut edits = vec![
        Edit::AddDocument(Box::new(document)),
        Edit::AddCode { id: code, name: "Hope".into(), parent: None, before: None, colour: Colour::nth(0) },
    ];
    for (n, (a, b)) in (1u128..).zip(spans) {
        let span = Span::new(a % text.len(), b % text.len());
        let span = if span.is_empty() { Span::new(span.start.0, span.start.0 + 1) } else { span };
        let id = QuotationId::from_number(n);
        edits.push(Edit::MarkQuotation { id, document: D, span, quote: Quote::of(&text, span) });
        edits.push(Edit::ApplyCode { id: CodingId::from_number(n), document: D, quotation: id, code });
    }
    let mut ledger = start();
    enter(&mut ledger, 1, edits);
    (ledger, text)
}

fn enter(ledger: &mut Ledger, n: u128, edits: Vec<Edit>) -> Entry {
    let entry = Entry::Do(Step { id: StepId::from_number(n), stamp: stamp(n as i64), edits });
    ledger.enter(&entry).unwrap();
    entry
}

/// What stands where: quotations and turns by name.
fn spans(project: &Project) -> Vec<(String, Span)> {
    let quotations = project.quotations_in(D);
    let quotations = quotations.iter().map(|quotation| (quotation.id.to_string(), quotation.span()));
    let document = project.documents.get(&D).unwrap();
    // By the label's first words: a turn has no name, but here no two speakers follow each other.
    let turns = document.structure.turns.iter().enumerate().map(|(n, turn)| (format!("turn {n}"), turn.span));
    quotations.chain(turns).collect()
}

/// The code points in a span, by the numbers that they were given.
fn numbers(all: &[u64], span: Span) -> BTreeSet<u64> {
    all[span.start.0 as usize..span.end.0 as usize].iter().copied().collect()
}

fn may_all_go(project: &Project, text: &Text, edits: TextEdits) -> Option<(Edit, Text)> {
    let plan = plan_text_edit(project, D, text, edits)?;
    let (gone, after) = (plan.touched.emptied.clone(), plan.after.clone());
    Some((plan.into_edit(gone, " a typo "), after))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn untouched_words_stay_the_same_words(
        marked in prop::collection::vec(any::<(u32, u32)>(), 0..6),
        rounds in prop::collection::vec(raw_corrections(), 1..8),
    ) {
        let (mut live, mut text) = ledger(&marked);
        let begin = live.clone();
        let mut fresh = u64::from(text.len());
        let mut all: Vec<u64> = (0..fresh).collect();
        let mut journal = Vec::new();
        for (n, raw) in (2u128..).zip(&rounds) {
            let before = Rc::clone(live.project());
            let edits = corrections(text.len(), raw);
            let Some((edit, after)) = may_all_go(&before, &text, edits.clone()) else { continue };
            journal.push(enter(&mut live, n, vec![edit]));
            let project = Rc::clone(live.project());
            let mut next = Vec::new();
            let mut from = 0;
            for edit in edits.as_slice() {
                next.extend_from_slice(&all[from..edit.range.start.0 as usize]);
                for _ in edit.insert.chars() {
                    next.push(fresh);
                    fresh += 1;
                }
                from = edit.range.end.0 as usize;
            }
            next.extend_from_slice(&all[from..]);
            let (was, is): (BTreeSet<u64>, BTreeSet<u64>) = (all.iter().copied().collect(), next.iter().copied().collect());
            let there = spans(&project);
            for quotation in before.quotations_in(D).iter() {
                let left: BTreeSet<u64> = numbers(&all, quotation.span()).intersection(&is).copied().collect();
                match project.quotation(D, quotation.id) {
                    None => prop_assert!(left.is_empty(), "words are left of {}", quotation.id),
                    Some(now) => {
                        let now = numbers(&next, now.span()).intersection(&was).copied().collect::<BTreeSet<_>>();
                        prop_assert_eq!(left, now, "of {}", quotation.id);
                    }
                }
            }
            // Turns have no names: each that is left has just the old words of one that was.
            let of = |project: &Project| project.documents.get(&D).unwrap().structure.turns.clone();
            let old: Vec<BTreeSet<u64>> = of(&before).iter().map(|turn| numbers(&all, turn.span).intersection(&is).copied().collect()).collect();
            for turn in of(&project) {
                let now: BTreeSet<u64> = numbers(&next, turn.span).intersection(&was).copied().collect();
                prop_assert!(old.contains(&now), "a turn has other words");
            }
            for words in old.iter().filter(|words| !words.is_empty()) {
                prop_assert!(of(&project).iter().any(|turn| numbers(&next, turn.span).is_superset(words)), "a turn is lost");
            }
            prop_assert!(there.iter().all(|(_, span)| !span.is_empty() && span.end <= after.end()));
            for quotation in project.quotations_in(D).iter() {
                prop_assert_eq!(&quotation.quote, &Quote::of(&after, quotation.span()), "words and context are those of the text");
            }
            prop_assert_eq!(repair((*project).clone()).1, vec![], "turns are in order and within the text");
            let document = project.documents.get(&D).unwrap();
            prop_assert_eq!(document.source.edits.apply(&format!("{SAID}\nPage 1")), after.as_str());
            prop_assert_eq!(document.text.hash, TextHash::of(after.as_str()));
            (text, all) = (after, next);
        }
        // Each text before leads back from the one after it, to the first.
        let document = Rc::clone(live.project().documents.get(&D).unwrap());
        prop_assert_eq!(revisions_that_fit(&document.revisions, text.len()), document.revisions.len());
        prop_assert_eq!(document.revisions.len(), journal.len());
        let first = document.revisions.iter().rev().fold(text.as_str().to_owned(), |text, revision| revision.back.apply(&text));
        prop_assert_eq!(first, SAID);
        // The journal gives the same, and all is taken back exactly.
        let mut replayed = begin.clone();
        for entry in &journal {
            let line = serde_json::to_string(entry).unwrap();
            replayed.enter(&serde_json::from_str(&line).unwrap()).unwrap();
        }
        prop_assert_eq!(&replayed, &live);
        for n in 0..journal.len() as u128 {
            live.enter(&Entry::Undo { id: StepId::from_number(100 + n), stamp: stamp(100) }).unwrap();
        }
        prop_assert_eq!(live.project(), begin.project());
    }
}

fn one(start: u32, end: u32, words: &str) -> TextEdits {
    TextEdits::one(TextEdit::replace(Span::new(start, end), words)).unwrap()
}

#[test]
fn a_quotation_goes_with_its_words_only_if_it_may() {
    let (mut ledger, text) = ledger(&[(3, 16), (8, 16), (8, 36)]);
    let project = Rc::clone(ledger.project());
    // "What happened then": without "happened".
    let plan = plan_text_edit(&project, D, &text, one(7, 17, "")).unwrap();
    let id = QuotationId::from_number;
    assert_eq!((plan.touched.emptied.as_slice(), plan.touched.edges.as_slice()), (&[id(2)][..], &[id(1), id(3)][..]));
    assert_eq!(plan.after.as_str().lines().next(), Some("I: Whatthen, at the fence?"));
    let refused = apply(&project, &plan.clone().into_edit(vec![id(1)], ""), stamp(2));
    assert_eq!(refused.err(), Some(EditError::WouldEmpty { quotations: 1 }));
    enter(&mut ledger, 2, vec![plan.into_edit(vec![id(2)], " too long ")]);
    let left = ledger.project().quotations_in(D);
    assert_eq!(left.iter().map(|it| &*it.quote.exact).collect::<Vec<_>>(), ["What", "then, at the fence?"]);
    let document = ledger.project().documents.get(&D).unwrap();
    let revision = &document.revisions[0];
    assert_eq!((revision.why.as_str(), revision.made, document.revisions.len()), ("too long", stamp(2), 1));
    assert_eq!(revision.back, one(7, 7, " happened "));
    let done = &ledger.history().steps().last().unwrap().actions[0];
    let details: Vec<_> = done.details.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(details, [("document", "First"), ("places", "1"), ("quotations", "1"), ("why", "too long")]);
    ledger.enter(&Entry::Undo { id: StepId::from_number(9), stamp: stamp(9) }).unwrap();
    assert_eq!(*ledger.project(), project);
}

#[test]
fn a_correction_of_another_text_is_refused() {
    let (ledger, text) = ledger(&[(3, 16)]);
    let project = ledger.project();
    assert_eq!(plan_text_edit(project, D, &Text::new("Another text."), one(0, 1, "x")), None);
    assert_eq!(plan_text_edit(project, D, &text, TextEdits::default()), None);
    assert_eq!(plan_text_edit(project, D, &text, one(0, 999, "x")), None);
    assert_eq!(plan_text_edit(project, D, &text, one(0, 0, "\r\n")), None);
    let Edit::EditText(sound) = plan_text_edit(project, D, &text, one(4, 5, "HA")).unwrap().into_edit(vec![], "")
    else {
        panic!("another edit")
    };
    assert!(apply(project, &Edit::EditText(sound.clone()), stamp(2)).is_ok());
    let refused = |change: &dyn Fn(&mut emic_core::edit::EditText)| {
        let mut edit = sound.clone();
        change(&mut edit);
        apply(project, &Edit::EditText(edit), stamp(2)).err()
    };
    let not = Some(EditError::NotAsItWas);
    assert_eq!(refused(&|edit| edit.before = TextHash::of("x")), not);
    assert_eq!(refused(&|edit| edit.back = TextEdits::default()), not);
    assert_eq!(refused(&|edit| edit.text.length += 1), not);
    assert_eq!(refused(&|edit| edit.quotes.clear()), not);
    assert_eq!(refused(&|edit| edit.edits = TextEdits::default()), not);
    assert_eq!(
        refused(&|edit| edit.document = DocumentId::from_number(9)),
        Some(EditError::Missing(emic_core::edit::EntityKind::Document))
    );
}

#[test]
fn turns_keep_who_speaks_and_say_what_goes() {
    let (ledger, text) = ledger(&[]);
    let project = ledger.project();
    let turns = |edits: TextEdits| {
        let plan = plan_text_edit(project, D, &text, edits).unwrap();
        let after = plan.after.clone();
        let told = (plan.touched.turns, plan.touched.labels);
        let next = apply(project, &plan.into_edit(vec![], ""), stamp(2)).unwrap().0;
        let structure = Rc::clone(&next.documents.get(&D).unwrap().structure);
        let turns: Vec<String> = structure.turns.iter().map(|turn| after.slice(turn.words()).to_owned()).collect();
        (turns, told)
    };
    let lines: Vec<Span> = text.paragraphs().to_vec();
    let whole = |line: usize| (lines[line].start.0, lines[line].end.0);
    let (words, told) = turns(one(whole(4).0, whole(4).0 + 3, ""));
    assert_eq!((words[2].as_str(), told), ("Mm.\nAnd then?", (0, 1)), "without a label");
    let (words, told) = turns(one(whole(4).0 - 1, text.len(), ""));
    assert_eq!((words.len(), told), (2, (1, 0)), "without the last turn");
    let (words, _) = turns(one(whole(2).0 - 1, whole(2).0, " "));
    assert_eq!(words[0], "What happened then, at the fence?\nGo on. ", "two lines that are joined");
    let (words, _) = turns(one(text.len(), text.len(), " Yes."));
    assert_eq!(words[2], "Mm.\nAnd then? Yes.", "what is written at the end");
    assert_eq!(Pos(0), lines[0].start);
}
