//! Whatever fails, what was on the disk is there again.

mod faulty;
mod follow;
mod fuzz;
mod originals;
mod points;
mod purge;
mod study;

use std::rc::Rc;

use emic_core::ids::{ProjectId, StepId};
use emic_core::ledger::Ledger;
use emic_core::time::{Stamp, Timestamp};
use pollster::block_on;

use crate::{Container, Durability, Shelf, ShelfError, StorageError, Write};
use faulty::{Fault, Faulty};
use study::{BY, Study, project_id};

fn shelf(container: &Rc<Faulty>) -> Shelf {
    block_on(Shelf::open(Rc::clone(container) as Rc<dyn Container>)).unwrap()
}

/// A project with some work in it, kept: its journal is not empty and it has two snapshots.
fn kept(container: &Rc<Faulty>) -> Study {
    let mut study = Study::new(project_id(1));
    let shelf = shelf(container);
    let book = block_on(shelf.put(&study.ledger, &[], Timestamp(0))).unwrap();
    for round in 0..3 {
        for n in 0..5 {
            let (entry, texts) = study.work(round * 10 + n);
            let entries = [Rc::new(entry)];
            block_on(book.append(&entries, &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
        }
        if round < 2 {
            block_on(book.snapshot(&study.ledger, study.now())).unwrap();
        }
    }
    study
}

fn keys(container: &Rc<Faulty>, part: &str) -> Vec<String> {
    let all = block_on(container.keys("")).unwrap();
    all.into_iter().filter(|key| key.contains(part)).collect()
}

fn open(container: &Rc<Faulty>) -> (crate::Book, Ledger, crate::Recovery) {
    block_on(shelf(container).open_project(project_id(1))).unwrap()
}

#[test]
fn a_project_is_there_again_with_history_and_undo() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ledger, recovery) = open(&container);
    assert_eq!(ledger, study.ledger);
    assert!(recovery.is_clean());
    assert_eq!(recovery.replayed, 5);
    for hash in ledger.texts_needed() {
        assert_eq!(block_on(book.text(hash)).unwrap().as_deref(), study.text(hash));
    }
    let listed = block_on(shelf(&container).list()).unwrap();
    let info = listed[0].info.as_ref().unwrap();
    assert_eq!(
        (info.documents, info.quotations),
        (ledger.project().documents.len(), ledger.project().quotation_count())
    );
    assert!(info.bytes > 0);
}

#[test]
fn opening_writes_nothing() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    let before = container.commits();
    open(&container);
    block_on(shelf(&container).list()).unwrap();
    assert_eq!(container.commits(), before);
}

#[test]
fn every_single_torn_record_costs_nothing_or_is_told() {
    let pristine = Rc::new(Faulty::default());
    let study = kept(&pristine);
    for key in keys(&pristine, "") {
        for cut in [true, false] {
            let container = Rc::new(pristine.copy());
            container.tear(&key, cut);
            let shelf = shelf(&container);
            let (book, ledger, recovery) = block_on(shelf.open_project(project_id(1))).unwrap();
            if !recovery.lost_pieces.is_empty() {
                assert!(key.contains("/c/"), "{key}");
                assert_ne!(ledger, study.ledger, "{key}");
            } else if recovery.lost_records > 0 {
                assert!(key.contains("/j/"), "{key}");
                assert!(study.was(&ledger), "{key}: some earlier state, not another one");
            } else if recovery.undo_lost {
                assert_eq!(ledger.project(), study.ledger.project(), "{key}");
                assert_eq!(ledger.history(), study.ledger.history(), "{key}");
            } else {
                assert_eq!(ledger, study.ledger, "{key}");
            }
            // And work goes on from there.
            let mut study = Study::resumed(&study, ledger);
            let (entry, texts) = study.work(77);
            block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
            let (_, again, recovery) = open(&container);
            assert_eq!(again, study.ledger, "{key}");
            assert!(recovery.is_clean(), "{key}: {recovery:?}");
        }
    }
}

#[test]
fn a_lost_entry_never_comes_back_in_another_s_place() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let last = keys(&container, "/j/");
    container.tear(&last[last.len() - 3], true);
    let (book, ledger, recovery) = open(&container);
    assert_eq!((recovery.lost_records, recovery.replayed), (3, 2));
    let mut study = Study::resumed(&study, ledger);
    for n in 0..4 {
        let (entry, texts) = study.work(50 + n);
        block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
    }
    let (_, again, recovery) = open(&container);
    assert_eq!(again, study.ledger);
    assert!(recovery.is_clean());
}

#[test]
fn without_a_whole_snapshot_nothing_is_touched() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    keys(&container, "/m/").iter().for_each(|key| container.tear(key, false));
    let before = container.commits();
    let error = block_on(shelf(&container).open_project(project_id(1))).err();
    assert_eq!((error, container.commits()), (Some(ShelfError::Damaged), before));
    assert_eq!(block_on(shelf(&container).open_project(project_id(9))).err(), Some(ShelfError::Missing));
}

#[test]
fn what_a_newer_version_wrote_is_not_touched() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    let newer = crate::records::Store { version: 9, min_reader: 2 };
    let record = crate::records::encode(crate::frame::Kind::Store, 0, &newer).unwrap();
    block_on(container.commit(vec![Write::put("emic".into(), record)], Durability::Strict)).unwrap();
    let error = block_on(Shelf::open(Rc::clone(&container) as Rc<dyn Container>)).err();
    assert_eq!(error, Some(ShelfError::NewerVersion { needs: 2, has: 1 }));

    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let (book, ..) = open(&container);
    let record = serde_json::json!({ "schema": 2, "entry": { "future": 1 } });
    let record = crate::records::encode(crate::frame::Kind::Entry, 16, &record).unwrap();
    let key = crate::keys::entry(project_id(1), 16);
    block_on(container.commit(vec![Write::put(key, record)], Durability::Strict)).unwrap();
    let error = block_on(shelf(&container).open_project(book.id())).err();
    assert_eq!(error, Some(ShelfError::NewerVersion { needs: 2, has: 1 }));
    assert_eq!(book.info().quotations, study.ledger.project().quotation_count());
}

#[test]
fn a_whole_entry_that_cannot_be_made_again_is_not_touched() {
    let of_a_newer = serde_json::json!({ "schema": 1, "entry": { "future": 1 } });
    let no_schema = serde_json::json!({ "entry": { "undo": 1 } });
    // One that the project refuses: nothing is there to do again.
    let stamp = Stamp { by: BY, at: Timestamp(1) };
    let redo = emic_core::ledger::Entry::Redo { id: StepId::from_number(1 << 99), stamp };
    let refused = serde_json::to_value(crate::records::JournalRecord { schema: 1, entry: redo }).unwrap();
    let newer = ShelfError::NewerVersion { needs: 2, has: 1 };
    for (record, expected) in [(of_a_newer, newer), (no_schema, ShelfError::Damaged), (refused, ShelfError::Damaged)] {
        let container = Rc::new(Faulty::default());
        kept(&container);
        let key = crate::keys::entry(project_id(1), 16);
        let record = crate::records::encode(crate::frame::Kind::Entry, 16, &record).unwrap();
        block_on(container.commit(vec![Write::put(key, record)], Durability::Strict)).unwrap();
        let before = container.commits();
        let error = block_on(shelf(&container).open_project(project_id(1))).err();
        assert_eq!((error, container.commits()), (Some(expected), before));
    }
}

#[test]
fn every_writer_says_what_a_reader_must_know() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    block_on(container.commit(vec![Write::Delete { key: "emic".into() }], Durability::Strict)).unwrap();
    let (book, ..) = open(&container);
    let entry = study.rename_project(1);
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &[], study.now(), Durability::Relaxed)).unwrap();
    assert!(container.last_puts().contains(&"emic".to_owned()));
    let entry = study.rename_project(2);
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &[], study.now(), Durability::Relaxed)).unwrap();
    assert!(!container.last_puts().contains(&"emic".to_owned()), "once is enough");
}

#[test]
fn an_export_leaves_what_another_writer_has_said() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (reader, ..) = open(&container);
    let (writer, ..) = open(&container);
    let entry = study.rename_project(5);
    block_on(writer.append(&[Rc::new(entry)], &study.ledger, &[], study.now(), Durability::Strict)).unwrap();
    block_on(writer.set_exported(Timestamp(70))).unwrap();
    block_on(reader.set_exported(Timestamp(60))).unwrap();
    let info = block_on(shelf(&container).list()).unwrap()[0].info.clone().unwrap();
    assert_eq!((info.title.as_str(), info.exported), ("Study 5", Some(Timestamp(70))));
}

#[test]
fn a_full_disk_keeps_what_was_there() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, ..) = open(&container);
    container.set_fault(Some(Fault::Full));
    let kept = study.ledger.clone();
    let (entry, texts) = study.work(90);
    let entry = [Rc::new(entry)];
    let append = || block_on(book.append(&entry, &study.ledger, &texts, study.now(), Durability::Strict));
    assert_eq!(append(), Err(StorageError::Full));
    assert_eq!(block_on(book.snapshot(&kept, study.now())), Err(StorageError::Full));
    assert_eq!(open(&container).1, kept);
    container.set_fault(None);
    append().unwrap();
    assert_eq!(open(&container).1, study.ledger);
}

#[test]
fn a_snapshot_costs_what_changed() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, ..) = open(&container);
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    let (entry, texts) = study.work(4);
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
    block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    let puts = container.last_puts();
    // One list of quotations, the last block of history, one step that can be undone; documents stay.
    assert_eq!(puts.iter().filter(|key| key.contains("/c/")).count(), 3, "{puts:?}");
}

#[test]
fn what_nothing_needs_is_removed() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, ..) = open(&container);
    let step = |study: &mut Study, entry| {
        block_on(book.append(&[Rc::new(entry)], &study.ledger, &[], study.now(), Durability::Strict)).unwrap();
    };
    let entry = study.delete_documents();
    step(&mut study, entry);
    // So many steps later nothing can bring the documents back.
    for n in 0..=emic_core::ledger::UNDO_STEPS {
        let entry = study.rename_project(n);
        step(&mut study, entry);
    }
    assert!(book.wants_snapshot());
    assert!(!keys(&container, "/t/").is_empty());
    for _ in 0..2 {
        block_on(book.snapshot(&study.ledger, study.now())).unwrap();
    }
    assert!(!book.wants_snapshot());
    assert_eq!(keys(&container, "/t/"), Vec::<String>::new());
    assert_eq!(keys(&container, "/j/"), Vec::<String>::new());
    assert_eq!(keys(&container, "/m/").len(), 2);
    // Three blocks of history, and the steps that can be undone.
    assert!(keys(&container, "/c/").len() <= 3 + emic_core::ledger::UNDO_STEPS);
    assert_eq!(open(&container).1, study.ledger);
}

#[test]
fn projects_are_renamed_copied_and_deleted() {
    let container = Rc::new(Faulty::default());
    let study = kept(&container);
    let shelf = shelf(&container);
    let stamp = Stamp { by: BY, at: Timestamp(9_000_000) };
    block_on(shelf.rename(project_id(1), " New  title ", StepId::from_number(1 << 90), stamp)).unwrap();
    let error = block_on(shelf.rename(project_id(1), " ", StepId::from_number(1 << 91), stamp)).unwrap_err();
    assert_eq!(error, ShelfError::Edit(emic_core::edit::EditError::EmptyTitle));
    let (_, renamed, _) = open(&container);
    assert_eq!(renamed.project().meta.title, "New title");

    block_on(shelf.duplicate(project_id(1), project_id(2), "Copy".into(), Timestamp(9_000_001))).unwrap();
    let titles: Vec<_> = block_on(shelf.list()).unwrap().into_iter().map(|l| l.info.unwrap().title).collect();
    assert_eq!(titles, ["Copy", "New title"]);
    block_on(shelf.delete(project_id(1))).unwrap();
    assert_eq!(keys(&container, &project_id(1).to_string()), Vec::<String>::new());
    let (book, copy, _) = block_on(shelf.open_project(project_id(2))).unwrap();
    assert_eq!(copy.project().documents, renamed.project().documents);
    assert_eq!((copy.history(), copy.undo_stack()), (renamed.history(), renamed.undo_stack()));
    for hash in copy.texts_needed() {
        assert_eq!(block_on(book.text(hash)).unwrap().as_deref(), study.text(hash));
    }
    // One of the same id takes the other's place, and nothing of that stays.
    let empty = Study::new(ProjectId::from_number(2)).ledger;
    block_on(shelf.put(&empty, &[], Timestamp(1))).unwrap();
    assert_eq!(block_on(shelf.open_project(project_id(2))).unwrap().1, empty);
    assert_eq!(keys(&container, "/t/"), Vec::<String>::new());
}

#[test]
fn a_torn_word_of_who_writes_does_not_lock_a_project_for_ever() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    for n in 1..4u8 {
        let holder = crate::Holder::from_random([n; 16]);
        let (book, ledger, _) = block_on(shelf(&container).open_to_write(project_id(1), holder)).unwrap();
        block_on(book.snapshot(&ledger, Timestamp(9))).unwrap();
        let word = keys(&container, "/w").into_iter().next().unwrap();
        block_on(container.commit(vec![Write::put(word, *b"torn")], Durability::Strict)).unwrap();
    }
}
