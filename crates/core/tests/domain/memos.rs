//! What becomes of memos and links as a project changes.

use emic_core::edit::{Edit, MemoField};
use emic_core::ids::{CodeId, DocumentId, MemoId, QuotationId, StepId};
use emic_core::ledger::{Entry, Ledger, Step};
use emic_core::project::{QuotationAt, Subject, link_words};
use emic_core::purge::{Removed, as_it_stands};
use emic_core::time::{Stamp, Timestamp};

use crate::generate::{groundwork, stamp, start};

const MINUTE: i64 = 60_000;

fn act(ledger: &mut Ledger, stamp: Stamp, edits: Vec<Edit>) {
    let id = StepId::from_number(1 + ledger.history().steps().len() as u128);
    ledger.enter(&Entry::Do(Step { id, stamp, edits })).expect("it can be done");
}

/// The groundwork: memo 1 on code 2, memo 2 on quotation 2, and a link from quotation 1 to it.
fn with_memos() -> Ledger {
    let mut ledger = start();
    act(&mut ledger, stamp(0), groundwork());
    ledger
}

fn words(ledger: &mut Ledger, by: i64, at: i64, words: &str) {
    let stamp = Stamp { at: Timestamp(at), ..stamp(by) };
    let field = MemoField::Words(words.into());
    act(ledger, stamp, vec![Edit::SetMemo { id: MemoId::from_number(1), field }]);
}

#[test]
fn one_sitting_is_one_version_and_another_coder_begins_another() {
    let mut ledger = with_memos();
    words(&mut ledger, 0, 9 * MINUTE, "Waited. Long.");
    words(&mut ledger, 0, 11 * MINUTE, "Waited. Long. Then");
    words(&mut ledger, 0, 20 * MINUTE, "Waited. Long. Then left.");
    words(&mut ledger, 1, 21 * MINUTE, "They left.");
    let memo = ledger.project().memos.get(&MemoId::from_number(1)).unwrap().clone();
    let former: Vec<_> = memo.versions.iter().map(|v| (v.words.as_str(), v.made.at.0, v.made.by)).collect();
    let first = stamp(0).by;
    assert_eq!(former, [("Waited. Long.", 9 * MINUTE, first), ("Waited. Long. Then left.", 20 * MINUTE, first)]);
    assert_eq!((memo.words.as_str(), memo.since.by, memo.written().by), ("They left.", stamp(1).by, stamp(1).by));
}

#[test]
fn memos_stay_and_say_what_they_were_about_and_links_go_with_their_quotations() {
    let mut ledger = with_memos();
    let before = ledger.project().clone();
    let (code, document) = (CodeId::from_number(2), DocumentId::from_number(1));
    act(&mut ledger, stamp(2), vec![Edit::DeleteCode { id: code }, Edit::DeleteDocument { id: document }]);
    let was = |n| ledger.project().memos.get(&MemoId::from_number(n)).unwrap().about.clone().unwrap();
    assert_eq!((was(1).subject, was(1).was), (Subject::Code(code), "Hope".to_owned()));
    let at = QuotationAt { document, quotation: QuotationId::from_number(2) };
    assert_eq!((was(2).subject, was(2).was), (Subject::Quotation(at), "First".to_owned()), "no words of the text");
    assert!(ledger.project().links.is_empty());
    ledger.enter(&Entry::Undo { id: StepId::from_number(99), stamp: stamp(3) }).unwrap();
    assert_eq!(ledger.project(), &before);
}

#[test]
fn removing_for_good_takes_former_words_and_names_of_what_is_gone() {
    let mut ledger = with_memos();
    let code = Subject::Code(CodeId::from_number(2));
    words(&mut ledger, 0, 30 * MINUTE, &format!("On {} again", link_words(&code, "Hope")));
    act(&mut ledger, stamp(2), vec![Edit::DeleteCode { id: CodeId::from_number(2) }]);
    act(&mut ledger, stamp(2), vec![Edit::DeleteMemo { id: MemoId::from_number(2) }]);
    let removed = Removed::of(&ledger);
    assert_eq!(removed.memos.len(), 2, "one is gone, and one had other words");
    let left = as_it_stands(ledger.project());
    let memo = left.memos.get(&MemoId::from_number(1)).unwrap();
    assert_eq!((memo.versions.len(), memo.about.as_ref().unwrap().was.as_str()), (0, ""));
    assert_eq!(memo.words, format!("On {} again", link_words(&code, "…")));
}
