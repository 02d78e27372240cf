//! Restore points are there as long as they are wanted, and cost what changed.

use std::rc::Rc;

use emic_core::edit::{Edit, Restore};
use emic_core::ids::{CodeId, CoderId, DocumentId, QuotationId, StepId};
use emic_core::ledger::{Entry, Step};
use emic_core::project::{Colour, Project};
use emic_core::text::{Quote, Span, Text, TextHash};
use emic_core::time::{Stamp, Timestamp};
use pollster::block_on;

use super::faulty::{Fault, Faulty};
use super::study::{BY, Study, project_id};
use super::{kept, keys, open, shelf};
use crate::{Book, Durability, Holder, PointKind, ShelfError, StorageError, worth_a_point};

fn step(book: &Book, study: &Study, entry: Entry) {
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &[], study.now(), Durability::Strict)).unwrap();
}

/// As many steps as can be undone and two snapshots later nothing but a restore point holds what was.
fn long_after(book: &Book, study: &mut Study) {
    for n in 0..=emic_core::ledger::UNDO_STEPS {
        let entry = study.rename_project(n);
        step(book, study, entry);
    }
    for _ in 0..2 {
        block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    }
}

#[test]
fn what_a_point_needs_stays_until_it_is_removed() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, ..) = open(&container);
    let wanted = (**study.ledger.project()).clone();
    block_on(book.add_restore_point(&study.ledger, PointKind::Named, "Round one".into(), Timestamp(7))).unwrap();
    let entry = study.delete_documents();
    step(&book, &study, entry);
    long_after(&book, &mut study);

    let (book, _, recovery) = open(&container);
    assert!(recovery.is_clean(), "{recovery:?}");
    let points = block_on(book.restore_points()).unwrap();
    let facts = points[0].facts.clone().unwrap();
    assert_eq!(
        (points.len(), facts.name.as_str(), facts.kind, facts.at),
        (1, "Round one", PointKind::Named, Timestamp(7))
    );
    assert_eq!((facts.documents, facts.quotations), (wanted.documents.len(), wanted.quotation_count()));
    let number = points[0].number;
    assert_eq!(block_on(book.open_restore_point(number)).unwrap(), wanted);
    for document in wanted.documents.values() {
        assert_eq!(block_on(book.text(document.text.hash)).unwrap().as_deref(), study.text(document.text.hash));
    }

    block_on(book.remove_restore_point(number, &study.ledger)).unwrap();
    assert_eq!(block_on(book.restore_points()).unwrap(), []);
    assert_eq!(block_on(book.open_restore_point(number)).err(), Some(ShelfError::Missing));
    assert_eq!(keys(&container, "/t/"), Vec::<String>::new());
    assert_eq!(keys(&container, "/r/"), Vec::<String>::new());
    assert_eq!(open(&container).1, study.ledger);
}

#[test]
fn going_back_is_a_step_like_any_other() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, ..) = open(&container);
    let wanted = (**study.ledger.project()).clone();
    block_on(book.add_restore_point(&study.ledger, PointKind::Named, "Then".into(), Timestamp(7))).unwrap();
    let entry = study.delete_documents();
    step(&book, &study, entry);
    long_after(&book, &mut study);
    let present = Rc::clone(study.ledger.project());

    let number = block_on(book.restore_points()).unwrap()[0].number;
    let earlier = block_on(book.open_restore_point(number)).unwrap();
    let restore = Restore::between(&present, &earlier, "Then".into(), Timestamp(7));
    let entry = study.edits(vec![Edit::Restore(Box::new(restore))]);
    assert_eq!(worth_a_point(&entry, &present), Some(PointKind::Restore));
    assert_eq!(**study.ledger.project(), wanted);
    step(&book, &study, entry);
    // What came back needs no restore point any more.
    block_on(book.remove_restore_point(number, &study.ledger)).unwrap();
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    let (book, ledger, recovery) = open(&container);
    assert_eq!((&ledger, recovery.is_clean()), (&study.ledger, true));
    for document in wanted.documents.values() {
        assert_eq!(block_on(book.text(document.text.hash)).unwrap().as_deref(), study.text(document.text.hash));
    }
    study.undo();
    assert_eq!(study.ledger.project(), &present);
}

#[test]
fn a_point_costs_what_changed_since() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ..) = open(&container);
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    let chunks = keys(&container, "/c/").len();
    for n in 0..3 {
        block_on(book.add_restore_point(&study.ledger, PointKind::Named, format!("{n}"), Timestamp(n))).unwrap();
        assert!(container.last_puts().iter().all(|key| !key.contains("/c/") && !key.contains("/t/")));
    }
    assert!(keys(&container, "/c/").len() <= chunks);
    let points = block_on(book.restore_points()).unwrap();
    assert!(points.iter().all(|point| point.bytes > 0 && point.bytes < 4_000), "{points:?}");
}

#[test]
fn of_those_nobody_asked_for_the_oldest_go() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ..) = open(&container);
    for n in 0..14 {
        let kind = if n % 4 == 0 { PointKind::Named } else { PointKind::Deletion };
        block_on(book.add_restore_point(&study.ledger, kind, format!("{n}"), Timestamp(n))).unwrap();
    }
    let (book, ..) = open(&container);
    block_on(book.add_restore_point(&study.ledger, PointKind::Import, "14".into(), Timestamp(14))).unwrap();
    let points = block_on(book.restore_points()).unwrap();
    let names: Vec<_> = points.into_iter().map(|point| point.facts.unwrap().name).collect();
    assert_eq!(names, ["14", "13", "12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "0"]);
}

/// The states that can be gone back to by points that nobody asked for, as many as are kept; the oldest has all
/// documents, and nothing else holds their texts.
fn ten_points(container: &Rc<Faulty>) -> (Book, Study) {
    let mut study = kept(container);
    let (book, ..) = open(container);
    for n in 0..10 {
        block_on(book.add_restore_point(&study.ledger, PointKind::Deletion, String::new(), Timestamp(n))).unwrap();
        if n == 0 {
            let entry = study.delete_documents();
            step(&book, &study, entry);
            long_after(&book, &mut study);
        }
    }
    (book, study)
}

/// What the app makes of the wish to go back to the oldest point.
fn back_to_oldest(book: &Book, study: &mut Study) -> Rc<Entry> {
    let point = block_on(book.restore_points()).unwrap().pop().unwrap();
    let earlier = block_on(book.open_restore_point(point.number)).unwrap();
    assert!(!earlier.documents.is_empty());
    let restore = Restore::between(study.ledger.project(), &earlier, String::new(), point.facts.unwrap().at);
    Rc::new(study.edits(vec![Edit::Restore(Box::new(restore))]))
}

fn all_texts_are_there(container: &Rc<Faulty>, study: &Study) {
    let (book, ledger, recovery) = open(container);
    assert_eq!((&ledger, recovery.missing_texts), (&study.ledger, vec![]));
    assert!(!ledger.texts_needed().is_empty());
    for hash in ledger.texts_needed() {
        assert_eq!(block_on(book.text(hash)).unwrap().as_deref(), study.text(hash));
    }
}

#[test]
fn the_oldest_point_can_be_gone_back_to() {
    let container = Rc::new(Faulty::default());
    let (book, mut study) = ten_points(&container);
    let before = study.ledger.clone();
    let oldest = block_on(book.restore_points()).unwrap().pop().unwrap().number;
    let entry = back_to_oldest(&book, &mut study);
    let upcoming = [Rc::clone(&entry)];
    block_on(book.add_point_before(&upcoming, &before, PointKind::Restore, Timestamp(20))).unwrap();
    // Should the page end now, it can be done anew.
    let (again, ledger, _) = open(&Rc::new(container.copy()));
    assert_eq!(ledger, before);
    assert!(block_on(again.open_restore_point(oldest)).is_ok());
    assert_eq!(block_on(book.restore_points()).unwrap().len(), 10);
    block_on(book.append(&upcoming, &study.ledger, &[], study.now(), Durability::Strict)).unwrap();
    all_texts_are_there(&container, &study);
    // It goes when the next one comes, and what came back stays.
    block_on(book.add_restore_point(&study.ledger, PointKind::Deletion, String::new(), Timestamp(21))).unwrap();
    assert!(block_on(book.restore_points()).unwrap().iter().all(|point| point.number != oldest));
    for _ in 0..2 {
        block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    }
    all_texts_are_there(&container, &study);
}

#[test]
fn what_waits_before_it_does_not_push_out_the_point_that_is_gone_back_to() {
    let container = Rc::new(Faulty::default());
    let (book, mut study) = ten_points(&container);
    let before = study.ledger.clone();
    let other = Rc::new(study.rename_project(99));
    let between = study.ledger.clone();
    let entry = back_to_oldest(&book, &mut study);
    let upcoming = [Rc::clone(&other), Rc::clone(&entry)];
    block_on(book.add_point_before(&upcoming, &before, PointKind::Import, Timestamp(20))).unwrap();
    block_on(book.append(&[other], &between, &[], study.now(), Durability::Relaxed)).unwrap();
    block_on(book.add_point_before(&upcoming[1..], &between, PointKind::Restore, Timestamp(21))).unwrap();
    block_on(book.append(&[entry], &study.ledger, &[], study.now(), Durability::Strict)).unwrap();
    all_texts_are_there(&container, &study);
    assert_eq!(block_on(book.restore_points()).unwrap().len(), 10);
}

#[test]
fn a_torn_point_is_told_and_takes_nothing_with_it() {
    let pristine = Rc::new(Faulty::default());
    let mut study = kept(&pristine);
    let (book, ..) = open(&pristine);
    block_on(book.add_restore_point(&study.ledger, PointKind::Named, "Then".into(), Timestamp(7))).unwrap();
    let entry = study.delete_documents();
    step(&book, &study, entry);
    long_after(&book, &mut study);
    let chunks = keys(&pristine, "/c/");
    let others = keys(&pristine, "p/").into_iter().filter(|key| !key.contains("/c/"));
    for key in others.chain(chunks.into_iter().step_by(40)) {
        let container = Rc::new(pristine.copy());
        container.tear(&key, true);
        let (book, ..) = open(&container);
        let point = block_on(book.restore_points()).unwrap().remove(0);
        let opened = block_on(book.open_restore_point(point.number));
        if key.contains("/r/") {
            assert_eq!((point.facts, opened.err()), (None, Some(ShelfError::Damaged)));
            block_on(book.snapshot(&study.ledger, study.now())).unwrap();
            block_on(book.remove_restore_point(point.number, &study.ledger)).unwrap();
            assert_eq!(keys(&container, "/r/"), Vec::<String>::new());
        } else {
            assert!(opened.is_ok() || key.contains("/c/"), "{key}");
        }
    }
}

#[test]
fn a_point_that_cannot_be_written_is_none_and_nothing_is_lost() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ..) = open(&container);
    let add = |name: &str| block_on(book.add_restore_point(&study.ledger, PointKind::Named, name.into(), Timestamp(1)));
    container.set_fault(Some(Fault::Full));
    assert_eq!(add("none"), Err(StorageError::Full));
    container.set_fault(Some(Fault::Late));
    assert!(add("late").is_err());
    // It is there all the same, and what it needs is not taken for idle.
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    let (book, ledger, _) = open(&container);
    let points = block_on(book.restore_points()).unwrap();
    assert_eq!((points.len(), &ledger), (1, &study.ledger));
    assert_eq!(block_on(book.open_restore_point(points[0].number)).unwrap(), **study.ledger.project());
}

#[test]
fn a_project_that_a_file_replaces_stays_as_a_point() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ..) = open(&container);
    block_on(book.add_restore_point(&study.ledger, PointKind::Named, "Mine".into(), Timestamp(1))).unwrap();
    let other = Study::new(project_id(1));
    block_on(shelf(&container).replace(&other.ledger, &[], Timestamp(2), Timestamp(3), Holder::from_random([3; 16])))
        .unwrap();
    let (book, ledger, recovery) = open(&container);
    assert_eq!((&ledger, recovery.is_clean()), (&other.ledger, true));
    assert_eq!(keys(&container, "/j/"), Vec::<String>::new());
    let points = block_on(book.restore_points()).unwrap();
    let kinds: Vec<_> = points.iter().map(|point| point.facts.as_ref().unwrap().kind).collect();
    assert_eq!(kinds, [PointKind::Replace, PointKind::Named]);
    for point in points {
        assert_eq!(block_on(book.open_restore_point(point.number)).unwrap(), **study.ledger.project());
    }
    // Where there is none it is put there.
    let new = Study::new(project_id(8));
    block_on(shelf(&container).replace(&new.ledger, &[], Timestamp(2), Timestamp(3), Holder::from_random([3; 16])))
        .unwrap();
    assert_eq!(block_on(shelf(&container).open_project(project_id(8))).unwrap().1, new.ledger);
    block_on(shelf(&container).delete(project_id(1))).unwrap();
    assert_eq!(keys(&container, &project_id(1).to_string()), Vec::<String>::new());
}

/// The texts that a project needs.
fn texts_of(study: &Study) -> Vec<(TextHash, Rc<str>)> {
    let needed = study.ledger.texts_needed();
    needed.into_iter().map(|hash| (hash, study.text(hash).unwrap().into())).collect()
}

#[test]
fn a_file_mends_torn_texts() {
    for damaged in [false, true] {
        let container = Rc::new(Faulty::default());
        let study = kept(&container);
        if damaged {
            keys(&container, "/m/").iter().for_each(|key| container.tear(key, true));
        }
        let torn = keys(&container, "/t/");
        torn.iter().for_each(|key| container.tear(key, true));
        block_on(shelf(&container).replace(
            &study.ledger,
            &texts_of(&study),
            Timestamp(2),
            Timestamp(3),
            Holder::from_random([3; 16]),
        ))
        .unwrap();
        assert!(!torn.is_empty());
        all_texts_are_there(&container, &study);
    }
}

/// A project with a restore point of documents that it no longer has, and that state.
fn with_an_older_point(container: &Rc<Faulty>) -> (Study, Rc<Project>) {
    let mut study = kept(container);
    let (book, ..) = open(container);
    let wanted = Rc::clone(study.ledger.project());
    block_on(book.add_restore_point(&study.ledger, PointKind::Named, "Mine".into(), Timestamp(1))).unwrap();
    let entry = study.delete_documents();
    step(&book, &study, entry);
    long_after(&book, &mut study);
    (study, wanted)
}

fn holds(container: &Rc<Faulty>, study: &Study, number: u64, wanted: &Project) {
    let (book, ..) = open(container);
    assert_eq!(&block_on(book.open_restore_point(number)).unwrap(), wanted);
    for document in wanted.documents.values() {
        let hash = document.text.hash;
        assert_eq!(block_on(book.text(hash)).unwrap().as_deref(), study.text(hash));
    }
}

#[test]
fn a_file_in_place_of_a_damaged_project_leaves_its_points() {
    let pristine = Rc::new(Faulty::default());
    let (study, wanted) = with_an_older_point(&pristine);
    for torn_point in [false, true] {
        let container = Rc::new(pristine.copy());
        keys(&container, "/m/").iter().for_each(|key| container.tear(key, true));
        if torn_point {
            keys(&container, "/r/").iter().for_each(|key| container.tear(key, true));
        }
        assert_eq!(block_on(shelf(&container).open_project(project_id(1))).err(), Some(ShelfError::Damaged));
        let other = Study::new(project_id(1));
        for (n, fault) in [Some(Fault::Once), Some(Fault::Late), None].into_iter().enumerate() {
            // The first word is who writes now.
            container.set_fault_after_next(fault);
            let holder = Holder::from_random([n as u8; 16]);
            let done = block_on(shelf(&container).replace(&other.ledger, &[], Timestamp(2), Timestamp(3), holder));
            assert_eq!(done.is_err(), fault.is_some());
        }
        let (book, ledger, recovery) = open(&container);
        assert_eq!((&ledger, recovery.is_clean()), (&other.ledger, true));
        assert_eq!(keys(&container, "/j/"), Vec::<String>::new());
        let points = block_on(book.restore_points()).unwrap();
        // The second attempt succeeded without a word, so the third has made a point of what it left.
        assert_eq!(points.len(), 2);
        if torn_point {
            assert_eq!(points[1].facts, None);
        } else {
            holds(&container, &study, points[1].number, &wanted);
        }
    }
}

#[test]
fn a_file_in_place_of_an_impossible_journal_leaves_the_snapshot_before_it_as_a_point() {
    let container = Rc::new(Faulty::default());
    let (mut study, wanted) = with_an_older_point(&container);
    let snapshot = Rc::clone(study.ledger.project());
    // An entry that is whole, and deletes what does not exist.
    let (book, ..) = open(&container);
    let (entry, texts) = study.work(0);
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
    let stamp = Stamp { by: BY, at: Timestamp(9) };
    let edits = vec![Edit::DeleteDocument { id: DocumentId::from_number(404) }];
    step(&book, &study, Entry::Do(Step { id: StepId::from_number(404), stamp, edits }));
    assert_eq!(block_on(shelf(&container).open_project(project_id(1))).err(), Some(ShelfError::Damaged));

    let other = Study::new(project_id(1));
    block_on(shelf(&container).replace(&other.ledger, &[], Timestamp(2), Timestamp(3), Holder::from_random([3; 16])))
        .unwrap();
    let (book, ledger, recovery) = open(&container);
    assert_eq!((&ledger, recovery.is_clean()), (&other.ledger, true));
    let points = block_on(book.restore_points()).unwrap();
    let facts: Vec<_> = points.iter().map(|point| point.facts.clone().unwrap()).collect();
    assert_eq!(
        facts.iter().map(|it| (it.kind, it.at)).collect::<Vec<_>>(),
        [(PointKind::Replace, Timestamp(3)), (PointKind::Named, Timestamp(1))]
    );
    holds(&container, &study, points[0].number, &snapshot);
    holds(&container, &study, points[1].number, &wanted);
}

#[test]
fn what_changes_much_is_worth_a_point() {
    let mut study = Study::new(project_id(1));
    let import = |study: &mut Study, count: usize| {
        let documents: Vec<_> = (0..count).map(|_| Edit::AddDocument(Box::new(study.document(3)))).collect();
        let before = Rc::clone(study.ledger.project());
        worth_a_point(&study.edits(documents), &before)
    };
    assert_eq!(import(&mut study, 9), None);
    assert_eq!(import(&mut study, 10), Some(PointKind::Import));
    let document: DocumentId = *study.ledger.project().documents.keys().next().unwrap();
    let (code, text) = (CodeId::from_number(1), Text::new("We packed two bags."));
    study.edits(vec![Edit::AddCode {
        id: code,
        name: "bags".into(),
        parent: None,
        before: None,
        colour: Colour::nth(1),
    }]);
    for n in 0..50u32 {
        let before = Rc::clone(study.ledger.project());
        let stamp = Stamp { by: BY, at: Timestamp(1) };
        let expected = None;
        for edit in [Edit::DeleteDocument { id: document }, Edit::DeleteCode { id: code }] {
            let entry = Entry::Do(Step { id: StepId::from_number(3), stamp, edits: vec![edit] });
            assert_eq!(worth_a_point(&entry, &before), expected, "{n}");
        }
        let (id, span) = (QuotationId::from_number(u128::from(n) + 1), Span::new(0, 2));
        let mark = Edit::MarkQuotation { id, document, span, quote: Quote::of(&text, span) };
        let coding = emic_core::ids::CodingId::from_number(u128::from(n) + 1);
        study.edits(vec![mark, Edit::ApplyCode { id: coding, document, quotation: id, code }]);
    }
    let before = study.ledger.project();
    for edit in [Edit::DeleteDocument { id: document }, Edit::DeleteCode { id: code }] {
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(1) };
        let entry = Entry::Do(Step { id: StepId::from_number(3), stamp, edits: vec![edit] });
        assert_eq!(worth_a_point(&entry, before), Some(PointKind::Deletion));
    }
}
