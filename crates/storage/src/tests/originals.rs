//! Files as they were: they come with their documents, stay as long as anything refers to them, and go for good.

use std::rc::Rc;

use emic_core::edit::{Edit, plan_text_edit};
use emic_core::ids::{DocumentId, StepId};
use emic_core::ledger::{Entry, Ledger};
use emic_core::purge::purged;
use emic_core::text::{Span, Text, TextEdit, TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};
use pollster::block_on;

use super::faulty::{Fault, Faulty};
use super::purge::holding;
use super::study::{BY, Study, project_id};
use super::{keys, open, shelf};
use crate::{Book, Durability, Fresh, PointKind, Shelf, StorageError};

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

    fn enter(&mut self, entry: Entry, texts: &[(TextHash, Rc<str>)]) -> Result<(), StorageError> {
        let entries = [Rc::new(entry)];
        let originals = Study::originals_of(&entries);
        let fresh = Fresh { texts, originals: &originals };
        let (ledger, now) = (&self.study.ledger, self.study.now());
        block_on(self.book.append_with(&entries, ledger, fresh, now, Durability::Relaxed))
    }

    fn act(&mut self, edits: Vec<Edit>) {
        let entry = self.study.edits(edits);
        self.enter(entry, &[]).unwrap();
    }

    /// Brings documents in that came out of the file.
    fn import(&mut self, documents: usize) -> Vec<DocumentId> {
        let documents: Vec<_> = (0..documents).map(|_| self.study.document(3)).collect();
        let (ids, hash) = (documents.iter().map(|it| it.id).collect(), documents[0].text.hash);
        let text: Rc<str> = self.study.text(hash).unwrap().into();
        let edits = documents.into_iter().map(|document| Edit::AddDocument(Box::new(document))).collect();
        let entry = self.study.edits(edits);
        self.enter(entry, &[(hash, text)]).unwrap();
        ids
    }

    fn undo(&mut self, redo: bool) {
        let (id, stamp) =
            (StepId::from_number(self.study.now().0 as u128 + (1 << 90)), Stamp { by: BY, at: Timestamp(1) });
        let entry = if redo { Entry::Redo { id, stamp } } else { Entry::Undo { id, stamp } };
        let entry = self.study.enter(entry);
        self.enter(entry, &[]).unwrap();
    }

    fn pin(&self) {
        let ledger = &self.study.ledger;
        block_on(self.book.add_restore_point(ledger, PointKind::Named, "Then".into(), Timestamp(1))).unwrap();
    }

    /// So many that nothing older than the last is kept for safety.
    fn snapshots(&self) {
        for _ in 0..3 {
            block_on(self.book.snapshot(&self.study.ledger, self.study.now())).unwrap();
        }
    }

    fn purge(&self) -> (usize, Ledger) {
        let stamp = Stamp { by: BY, at: Timestamp(1 << 41) };
        let purged = purged(&self.study.ledger, StepId::from_number(1 << 100), stamp);
        (block_on(self.book.purge(&purged, Timestamp(1 << 41))).unwrap(), purged)
    }

    fn stored(&self) -> usize {
        let held = holding(&self.container, &Study::original().1);
        assert_eq!(held, keys(&self.container, "/o/"));
        held.len()
    }
}

fn shelf_of(desk: &Desk) -> Shelf {
    shelf(&desk.container)
}

fn found(book: &Book) -> Option<Vec<u8>> {
    block_on(book.original(Study::original().0)).unwrap()
}

#[test]
fn a_file_is_stored_once_with_its_documents_and_is_there_again() {
    let mut desk = Desk::new();
    desk.import(2);
    assert_eq!(desk.stored(), 1);
    desk.import(1);
    assert_eq!(desk.stored(), 1);
    let (hash, bytes) = Study::original();
    assert!(desk.book.info().bytes >= bytes.len() as u64);
    for _ in 0..2 {
        let (book, ledger, recovery) = open(&desk.container);
        assert_eq!((&ledger, recovery.is_clean()), (&desk.study.ledger, true));
        assert_eq!(found(&book).as_deref(), Some(&*bytes));
        assert_eq!(block_on(book.originals()).unwrap().into_iter().collect::<Vec<_>>(), [hash]);
        desk.snapshots();
    }
    let before = desk.book.info().bytes;
    desk.container.tear(&keys(&desk.container, "/o/")[0], true);
    let (book, _, recovery) = open(&desk.container);
    assert!(recovery.is_clean(), "the project is whole without it");
    assert_eq!(found(&book), None, "what is not whole is not given out");
    // It comes in once more and is mended by that.
    desk.book = book;
    desk.import(1);
    assert_eq!(found(&desk.book).as_deref(), Some(&*bytes));
    assert!(before > 0);
}

#[test]
fn a_write_that_fails_leaves_neither_document_nor_file() {
    let mut desk = Desk::new();
    let document = desk.study.document(3);
    desk.container.set_fault(Some(Fault::Once));
    let entry = desk.study.edits(vec![Edit::AddDocument(Box::new(document))]);
    desk.enter(entry.clone(), &[]).unwrap_err();
    assert_eq!((desk.stored(), open(&desk.container).1.project().documents.len()), (0, 0));
    desk.enter(entry, &[]).unwrap();
    assert_eq!((desk.stored(), open(&desk.container).1.project().documents.len()), (1, 1));
}

#[test]
fn it_stays_as_long_as_undo_redo_or_a_restore_point_may_bring_it_back() {
    let mut desk = Desk::new();
    let id = desk.import(1)[0];
    desk.undo(false);
    desk.snapshots();
    assert_eq!(desk.stored(), 1, "it can be done again");
    desk.undo(true);
    desk.pin();
    desk.act(vec![Edit::RemoveOriginal { id }]);
    assert_eq!(desk.study.ledger.project().documents.get(&id).unwrap().original(), None);
    desk.snapshots();
    assert_eq!(desk.stored(), 1);
    desk.undo(false);
    assert_eq!(desk.study.ledger.project().documents.get(&id).unwrap().original(), Some(Study::original().0));
    assert_eq!(found(&desk.book).as_deref(), Some(&*Study::original().1));
    desk.undo(true);
    // What can be undone is limited, and so is how long it is needed.
    for n in 0..=emic_core::ledger::UNDO_STEPS {
        let entry = desk.study.rename_project(n);
        desk.enter(entry, &[]).unwrap();
    }
    desk.snapshots();
    assert_eq!(desk.stored(), 1, "the restore point has it");
    let earlier = block_on(desk.book.open_restore_point(1)).unwrap();
    assert_eq!(earlier.documents.get(&id).unwrap().original(), Some(Study::original().0));
    block_on(desk.book.remove_restore_point(1, &desk.study.ledger)).unwrap();
    desk.snapshots();
    assert_eq!(desk.stored(), 0);
}

#[test]
fn removing_for_good_leaves_no_byte_of_it() {
    for whole in [true, false] {
        let mut desk = Desk::new();
        let ids = desk.import(2);
        desk.pin();
        let gone = |id: &DocumentId| match whole {
            true => Edit::DeleteDocument { id: *id },
            false => Edit::RemoveOriginal { id: *id },
        };
        desk.act(vec![gone(&ids[0])]);
        // The other document came out of the same file.
        assert_eq!((desk.purge().0, desk.stored()), (usize::from(whole), 1));
        let ledger = open(&desk.container).1;
        desk.study.ledger = ledger;
        desk.act(vec![gone(&ids[1])]);
        let still = block_on(desk.book.still_stored(&desk.study.ledger)).unwrap();
        assert_eq!((still.removed.documents.len(), still.removed.originals.len()), if whole { (1, 0) } else { (0, 2) });
        desk.purge();
        assert_eq!(desk.stored(), 0);
        let (book, ledger, _) = open(&desk.container);
        assert!(block_on(book.still_stored(&ledger)).unwrap().removed.is_empty());
        assert_eq!(keys(&desk.container, "/r/").len(), 0, "the restore point had it");
    }
}

#[test]
fn the_file_of_a_text_that_was_corrected_goes_with_what_was_corrected() {
    let mut desk = Desk::new();
    let id = desk.import(1)[0];
    let hash = desk.study.ledger.project().documents.get(&id).unwrap().text.hash;
    let text = Text::new(desk.study.text(hash).unwrap());
    let edits = TextEdits::one(TextEdit::replace(Span::new(0, 2), "They")).unwrap();
    let plan = plan_text_edit(desk.study.ledger.project(), id, &text, edits).unwrap();
    let (hash, content) = (plan.text().hash, plan.after.content());
    let entry = desk.study.edits(vec![plan.into_edit(vec![], "")]);
    desk.enter(entry, &[(hash, content)]).unwrap();
    let still = block_on(desk.book.still_stored(&desk.study.ledger)).unwrap();
    assert_eq!(still.removed.originals.len(), 1, "it holds the words that were replaced");
    let (_, purged) = desk.purge();
    assert_eq!((desk.stored(), purged.project().documents.get(&id).unwrap().original()), (0, None));
}

#[test]
fn a_copy_has_its_own_and_with_a_project_goes_what_is_its() {
    let mut desk = Desk::new();
    desk.import(1);
    let shelf = shelf_of(&desk);
    block_on(shelf.duplicate(project_id(1), project_id(2), "Copy".into(), Timestamp(2))).unwrap();
    assert_eq!(desk.stored(), 2);
    block_on(shelf.delete(project_id(1))).unwrap();
    let (book, ledger, _) = block_on(shelf.open_project(project_id(2))).unwrap();
    assert_eq!(found(&book).as_deref(), Some(&*Study::original().1));
    for _ in 0..3 {
        block_on(book.snapshot(&ledger, Timestamp(3))).unwrap();
    }
    assert_eq!(desk.stored(), 1);
    block_on(shelf.delete(project_id(2))).unwrap();
    assert_eq!(desk.stored(), 0);
    // One that cannot be copied whole is not there at all.
    let mut desk = Desk::new();
    desk.import(1);
    let before = keys(&desk.container, "");
    for fault in [Fault::Once, Fault::Late] {
        desk.container.set_fault_after_next(Some(fault));
        let shelf = shelf_of(&desk);
        let copied = block_on(shelf.duplicate(project_id(1), project_id(2), "Copy".into(), Timestamp(2)));
        assert!(copied.is_err());
        assert_eq!(keys(&desk.container, ""), before, "{fault:?}");
    }
}

#[test]
fn a_file_of_the_project_put_in_its_place_finds_it_there_again() {
    let mut desk = Desk::new();
    let id = desk.import(1)[0];
    let from_file = Ledger::new(
        (**desk.study.ledger.project()).clone(),
        desk.study.ledger.history().clone(),
        emic_core::ledger::UndoStack::default(),
    );
    desk.act(vec![Edit::RemoveOriginal { id }]);
    let hash = from_file.project().documents.get(&id).unwrap().text.hash;
    let texts = [(hash, desk.study.text(hash).unwrap().into())];
    let holder = crate::Holder::from_random([7; 16]);
    let replaced = shelf_of(&desk);
    block_on(replaced.replace(&from_file, &texts, Timestamp(1), Timestamp(2), holder)).unwrap();
    let (book, ledger, recovery) = open(&desk.container);
    assert_eq!((&ledger, recovery.is_clean()), (&from_file, true));
    assert_eq!(found(&book).as_deref(), Some(&*Study::original().1));
}
