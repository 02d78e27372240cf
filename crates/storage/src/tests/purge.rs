//! After a purge no record holds a word of what was removed.

use std::rc::Rc;

use emic_core::edit::{Edit, plan_text_edit};
use emic_core::ids::{CodeId, CodingId, DocumentId, FolderId, QuotationId, StepId};
use emic_core::ledger::{Entry, Ledger};
use emic_core::project::Colour;
use emic_core::purge::{codes_without_quotation, purged};
use emic_core::text::{Quote, Span, Text, TextEdit, TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};
use pollster::block_on;
use proptest::prelude::*;

use super::faulty::{Fault, Faulty};
use super::study::{BY, Study, project_id};
use super::{open, shelf};
use crate::{Book, Container, Durability, News, PointKind};

/// The keys of the records that hold `words`.
pub(super) fn holding(container: &Rc<Faulty>, words: &[u8]) -> Vec<String> {
    let keys = block_on(container.keys("")).unwrap();
    let records = block_on(container.get_many(&keys)).unwrap();
    let holds = |record: &[u8]| record.windows(words.len()).any(|window| window == words);
    keys.into_iter().zip(records).filter(|(_, record)| holds(record.as_ref().unwrap())).map(|(key, _)| key).collect()
}

fn purge_of(study: &Study) -> Ledger {
    purged(&study.ledger, StepId::from_number(1 << 100), Stamp { by: BY, at: Timestamp(1 << 41) })
}

struct Desk {
    container: Rc<Faulty>,
    book: Book,
    study: Study,
}

impl Desk {
    fn new() -> Desk {
        let container = Rc::new(Faulty::default());
        let study = Study::new(project_id(1));
        let book = block_on(shelf(&container).put(&study.ledger, &[], Timestamp(0))).unwrap();
        Desk { container, book, study }
    }

    fn act(&mut self, edits: Vec<Edit>, texts: &[(TextHash, Rc<str>)]) {
        let entry = self.study.edits(edits);
        let (ledger, now) = (&self.study.ledger, self.study.now());
        block_on(self.book.append(&[Rc::new(entry)], ledger, texts, now, Durability::Strict)).unwrap();
    }

    fn pin(&self, name: &str) {
        block_on(self.book.add_restore_point(&self.study.ledger, PointKind::Named, name.into(), Timestamp(1))).unwrap();
    }
}

const SECRETS: [&str; 9] = [
    "secret-title",
    "secret-file",
    "secret words said",
    "secret-code",
    "secret-definition",
    "secret-folder",
    "secret-comment",
    "secret-reason",
    "secret-old-name",
];

/// A project in which everything of [`SECRETS`] was, and is not any more.
fn with_secrets() -> Desk {
    let mut desk = Desk::new();
    let (folder, code, kept) = (FolderId::from_number(1), CodeId::from_number(1), CodeId::from_number(2));
    let text = Text::new("These are secret words said in confidence. كلمات سرّية.");
    let (hash, content) = (TextHash::of(text.as_str()), text.content());
    let mut document = desk.study.document(0);
    let id: DocumentId = document.id;
    document.title = "secret-title".into();
    document.source.file_name = Some("secret-file.txt".into());
    (document.text.hash, document.text.length) = (hash, text.len());
    document.source.imported = document.text;
    desk.pin("Before all");
    desk.act(vec![Edit::AddFolder { id: folder, name: "secret-folder".into(), parent: None }], &[]);
    document.folder = Some(folder);
    desk.act(vec![Edit::AddDocument(Box::new(document))], &[(hash, content)]);
    let add =
        |id, name: &str| Edit::AddCode { id, name: name.into(), parent: None, before: None, colour: Colour::nth(0) };
    desk.act(vec![add(code, "secret-code"), add(kept, "secret-old-name")], &[]);
    desk.act(vec![Edit::DefineCode { id: code, definition: "secret-definition".into() }], &[]);
    let (quotation, coding, span) = (QuotationId::from_number(1), CodingId::from_number(1), Span::new(10, 22));
    let mark = Edit::MarkQuotation { id: quotation, document: id, span, quote: Quote::of(&text, span) };
    desk.act(vec![mark, Edit::ApplyCode { id: coding, document: id, quotation, code }], &[]);
    desk.act(vec![Edit::CommentQuotation { id: quotation, document: id, comment: "a secret-comment".into() }], &[]);
    let comment = "a secret-reason".into();
    desk.act(vec![Edit::CommentCoding { id: coding, document: id, quotation, comment }], &[]);
    desk.pin("With all of it");
    block_on(desk.book.snapshot(&desk.study.ledger, desk.study.now())).unwrap();
    desk.act(vec![Edit::RenameCode { id: kept, name: "Kept".into() }], &[]);
    desk.act(vec![Edit::DeleteDocument { id }, Edit::DeleteCode { id: code }, Edit::DeleteFolder { id: folder }], &[]);
    desk.pin("After");
    desk
}

#[test]
fn nothing_of_what_was_removed_is_in_any_record() {
    let Desk { container, book, study } = with_secrets();
    for secret in SECRETS {
        assert!(!holding(&container, secret.as_bytes()).is_empty(), "{secret} is there to be removed");
    }
    let still = block_on(book.still_stored(&study.ledger)).unwrap();
    assert_eq!(still.points, [2], "the one with all of it");
    let removed = &still.removed;
    assert_eq!(removed.documents.values().map(|(title, _)| title.as_str()).collect::<Vec<_>>(), ["secret-title"]);
    assert_eq!(removed.codes.values().collect::<Vec<_>>(), ["secret-code"]);
    assert_eq!(removed.folders.values().collect::<Vec<_>>(), ["secret-folder"]);
    assert_eq!(removed.quotations.len(), 1);
    assert_eq!(removed.wordings.iter().collect::<Vec<_>>(), ["secret-old-name"]);

    let purged = purge_of(&study);
    assert_eq!(block_on(book.purge(&purged, Timestamp(1 << 41))), Ok(1));
    for secret in SECRETS {
        assert_eq!(holding(&container, secret.as_bytes()), Vec::<String>::new(), "{secret}");
    }
    assert!(!holding(&container, b"Kept").is_empty());
    let (book, ledger, recovery) = open(&container);
    assert_eq!((&ledger, recovery.is_clean()), (&purged, true));
    assert_eq!(ledger.project(), study.ledger.project());
    assert_eq!(ledger.history().steps().len(), study.ledger.history().steps().len() + 1);
    assert_eq!(ledger.undoable(), None);
    assert!(block_on(book.still_stored(&ledger)).unwrap().removed.is_empty());
    let left = block_on(book.restore_points()).unwrap().into_iter().map(|point| point.facts.unwrap().name);
    assert_eq!(left.collect::<Vec<_>>(), ["After", "Before all"]);
}

/// A project with a document and two quotations, of which each has a coding.
fn with_two_quotations() -> (Desk, DocumentId) {
    let mut desk = Desk::new();
    let document = desk.study.document(0);
    let (id, hash, code) = (document.id, document.text.hash, CodeId::from_number(1));
    let text = Text::new(desk.study.text(hash).unwrap());
    desk.act(vec![Edit::AddDocument(Box::new(document))], &[(hash, text.content())]);
    let colour = Colour::nth(0);
    desk.act(vec![Edit::AddCode { id: code, name: "Kept".into(), parent: None, before: None, colour }], &[]);
    for n in 1..3 {
        let (quotation, span) = (QuotationId::from_number(7000 + n), Span::new(n as u32, n as u32 + 4));
        let mark = Edit::MarkQuotation { id: quotation, document: id, span, quote: Quote::of(&text, span) };
        let coding = CodingId::from_number(8000 + n);
        desk.act(vec![mark, Edit::ApplyCode { id: coding, document: id, quotation, code }], &[]);
    }
    (desk, id)
}

#[test]
fn codes_that_lost_their_quotations_are_told_before_those_that_never_had_any() {
    let (mut desk, document) = with_two_quotations();
    let add = |n, name: &str, parent| Edit::AddCode {
        id: CodeId::from_number(n),
        name: name.into(),
        parent,
        before: None,
        colour: Colour::nth(0),
    };
    desk.act(vec![add(2, "Above", None), add(3, "Another", None)], &[]);
    let (above, kept) = (Some(CodeId::from_number(2)), CodeId::from_number(1));
    desk.act(vec![Edit::MoveCode { id: kept, parent: above, before: None }], &[]);
    let told = |desk: &Desk| -> Vec<String> {
        let still = block_on(desk.book.still_stored(&desk.study.ledger)).unwrap();
        let codes = codes_without_quotation(desk.study.ledger.project(), &still.removed);
        codes.iter().map(|code| code.name.clone()).collect()
    };
    assert_eq!(told(&desk), ["Another"]);
    desk.act(vec![Edit::DeleteDocument { id: document }], &[]);
    assert_eq!(told(&desk), ["Kept", "Above", "Another"]);
}

#[test]
fn a_point_with_a_quotation_or_coding_that_was_removed_goes() {
    let (quotation, coding) = (QuotationId::from_number(7001), CodingId::from_number(8001));
    let (_, document) = with_two_quotations();
    let removals =
        [Edit::DeleteQuotation { id: quotation, document }, Edit::RemoveCoding { id: coding, document, quotation }];
    for removal in removals {
        let (mut desk, _) = with_two_quotations();
        desk.pin("With all of it");
        desk.act(vec![removal.clone()], &[]);
        desk.pin("After");
        let still = block_on(desk.book.still_stored(&desk.study.ledger)).unwrap();
        assert_eq!(still.points, [1], "{removal:?}");
        assert_eq!(block_on(desk.book.purge(&purge_of(&desk.study), Timestamp(1 << 41))), Ok(1));
        let key = format!(
            "\"{}\"",
            if matches!(removal, Edit::DeleteQuotation { .. }) { quotation.to_string() } else { coding.to_string() }
        );
        // Who did what stays in the history, which names them by their ids alone.
        for record in holding(&desk.container, key.as_bytes()) {
            let bytes = block_on(desk.container.get(&record)).unwrap().unwrap();
            assert!(String::from_utf8_lossy(&bytes).contains("\"actions\""), "{record}");
        }
        let left = block_on(desk.book.restore_points()).unwrap().into_iter().map(|point| point.facts.unwrap().name);
        assert_eq!(left.collect::<Vec<_>>(), ["After"]);
    }
}

#[test]
fn a_purge_is_done_or_not() {
    for fault in [Fault::Full, Fault::Once, Fault::Late] {
        for again in [false, true] {
            let Desk { container, book, mut study } = with_secrets();
            let before = study.ledger.clone();
            let purged = purge_of(&study);
            container.set_fault(Some(fault));
            assert!(block_on(book.purge(&purged, Timestamp(1 << 41))).is_err());
            container.set_fault(None);
            let done = fault == Fault::Late;
            assert_eq!(&open(&container).1, if done { &purged } else { &before }, "{fault:?}");
            if again {
                block_on(book.purge(&purged, Timestamp(1 << 41))).unwrap();
                assert!(SECRETS.iter().all(|secret| holding(&container, secret.as_bytes()).is_empty()));
                assert_eq!(open(&container).1, purged);
            } else {
                // It is given up, and work goes on from the state in memory.
                for n in 0..3 {
                    let entry = study.rename_project(n);
                    let (ledger, now) = (&study.ledger, study.now());
                    block_on(book.append(&[Rc::new(entry)], ledger, &[], now, Durability::Strict)).unwrap();
                    let (_, found, recovery) = open(&container);
                    assert_eq!((&found, recovery.lost_records), (&study.ledger, 0), "{fault:?}");
                }
            }
        }
    }
}

#[test]
fn who_reads_notices_a_purge() {
    let Desk { container, book, study } = with_secrets();
    let (reader, ..) = open(&container);
    block_on(book.purge(&purge_of(&study), Timestamp(1 << 41))).unwrap();
    assert_eq!(block_on(reader.news()), Ok(News::Reopen));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn names_of_what_is_gone_are_nowhere(works in prop::collection::vec((0..1000usize, 0..6u8), 1..50)) {
        let mut desk = Desk::new();
        for (work, also) in works {
            let (entry, texts) = desk.study.work(work);
            let (ledger, now) = (&desk.study.ledger, desk.study.now());
            block_on(desk.book.append(&[Rc::new(entry)], ledger, &texts, now, Durability::Relaxed)).unwrap();
            match also {
                0 => desk.pin("Then"),
                1 => block_on(desk.book.snapshot(ledger, now)).unwrap(),
                _ => {}
            }
        }
        let names = |ledger: &Ledger| -> Vec<String> {
            let project = ledger.project();
            let titles = project.documents.values().map(|document| document.title.clone());
            titles.chain(project.codes.values().map(|code| code.name.clone())).collect()
        };
        let purged = purge_of(&desk.study);
        block_on(desk.book.purge(&purged, Timestamp(1 << 41))).unwrap();
        let present = names(&purged);
        for state in &desk.study.states {
            for gone in names(state).iter().filter(|name| !present.contains(name)) {
                prop_assert_eq!(holding(&desk.container, gone.as_bytes()), Vec::<String>::new(), "{}", gone);
            }
        }
        let (book, ledger, recovery) = open(&desk.container);
        prop_assert_eq!(&ledger, &purged);
        prop_assert!(recovery.is_clean());
        for hash in ledger.texts_needed() {
            let text = block_on(book.text(hash)).unwrap();
            prop_assert_eq!(text.as_deref(), desk.study.text(hash));
        }
        for point in block_on(book.restore_points()).unwrap() {
            let earlier = block_on(book.open_restore_point(point.number)).unwrap();
            prop_assert!(desk.study.states.iter().any(|state| **state.project() == earlier));
        }
        // And work goes on.
        let (entry, texts) = desk.study.work(5);
        if let Entry::Do(_) = entry {
            let mut study = Study::resumed(&desk.study, purged);
            let (entry, _) = study.work(5);
            block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
            prop_assert_eq!(&open(&desk.container).1, &study.ledger);
        }
    }
}

#[test]
fn words_that_were_corrected_are_in_no_record_either() {
    let mut desk = Desk::new();
    let text = Text::new("She said that secret-brother was taken. كلمات بعدها.");
    let (hash, content) = (TextHash::of(text.as_str()), text.content());
    let mut document = desk.study.document(0);
    let id = document.id;
    (document.text.hash, document.text.length) = (hash, text.len());
    document.source.imported = document.text;
    desk.act(vec![Edit::AddDocument(Box::new(document))], &[(hash, content)]);
    // The quotation does not hold the name, but its context does.
    let (quotation, span) = (QuotationId::from_number(1), Span::new(29, 38));
    desk.act(vec![Edit::MarkQuotation { id: quotation, document: id, span, quote: Quote::of(&text, span) }], &[]);
    desk.pin("Before the correction");
    let mut correct = |text: &Text, start, end, words: &str, why: &str| {
        let edits = TextEdits::one(TextEdit::replace(Span::new(start, end), words)).unwrap();
        let plan = plan_text_edit(desk.study.ledger.project(), id, text, edits).unwrap();
        let (after, hash) = (plan.after.clone(), plan.text().hash);
        desk.act(vec![plan.into_edit(vec![], why)], &[(hash, after.content())]);
        after
    };
    let after = correct(&text, 14, 28, "[B]", "names secret-reason");
    let last = correct(&after, 0, 3, "He", "");
    let stamp = Stamp { by: BY, at: desk.study.now() };
    let entry = desk.study.enter(Entry::Undo { id: StepId::from_number(1 << 90), stamp });
    let (ledger, now) = (&desk.study.ledger, desk.study.now());
    block_on(desk.book.append(&[Rc::new(entry)], ledger, &[], now, Durability::Strict)).unwrap();
    block_on(desk.book.snapshot(&desk.study.ledger, desk.study.now())).unwrap();
    let Desk { container, book, study } = desk;
    // Until then each earlier text can be had again.
    for text in [&text, &after, &last] {
        assert_eq!(block_on(book.text(TextHash::of(text.as_str()))).unwrap().as_deref(), Some(text.as_str()));
    }
    let still = block_on(book.still_stored(&study.ledger)).unwrap();
    assert_eq!((still.removed.corrected.len(), still.points), (1, vec![1]));
    let purged = purge_of(&study);
    assert_eq!(block_on(book.purge(&purged, Timestamp(1 << 41))), Ok(1));
    for secret in ["secret-brother", "secret-reason", "He said"] {
        assert_eq!(holding(&container, secret.as_bytes()), Vec::<String>::new(), "{secret}");
    }
    let (book, ledger, _) = open(&container);
    assert_eq!(ledger.project(), purged.project());
    let document = ledger.project().documents.get(&id).unwrap();
    assert_eq!((document.revisions.len(), document.source.imported), (0, document.text));
    assert_eq!(block_on(book.text(document.text.hash)).unwrap().as_deref(), Some(after.as_str()));
    assert!(block_on(book.still_stored(&ledger)).unwrap().removed.is_empty());
}
