//! One who only reads sees what the one who writes has done.

use std::rc::Rc;

use emic_core::time::Timestamp;
use pollster::block_on;
use proptest::prelude::*;

use super::faulty::Faulty;
use super::study::{Study, project_id};
use super::{kept, keys, open, shelf};
use crate::{Container, Durability, News, ShelfError};

/// One who reads a project, and how it is there.
struct Reader(crate::Book, emic_core::ledger::Ledger);

impl Reader {
    fn new(container: &Rc<Faulty>) -> Reader {
        let (book, ledger, _) = open(container);
        Reader(book, ledger)
    }

    /// Reads on; `true` if the journal told all, so that nothing had to be opened anew.
    fn read_on(&mut self, container: &Rc<Faulty>) -> bool {
        match block_on(self.0.news()).unwrap() {
            News::Entries(entries) => {
                entries.iter().for_each(|entry| drop(self.1.enter(entry).unwrap()));
                true
            }
            News::Reopen => {
                *self = Reader::new(container);
                false
            }
        }
    }
}

proptest! {
    #[test]
    fn a_reader_follows_whatever_is_written(plan in proptest::collection::vec((0..6u8, any::<bool>()), 1..40)) {
        let container = Rc::new(Faulty::default());
        let mut study = kept(&container);
        let (book, _, _) = open(&container);
        let mut reader = Reader::new(&container);
        let mut snapshots = 0;
        for (n, (what, looks)) in plan.into_iter().enumerate() {
            if what == 0 {
                block_on(book.snapshot(&study.ledger, study.now())).unwrap();
                snapshots += 1;
            } else {
                let (entry, texts) = study.work(100 + n);
                let durability = if what == 1 { Durability::Strict } else { Durability::Relaxed };
                block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), durability)).unwrap();
            }
            if looks {
                let told = reader.read_on(&container);
                prop_assert!(told || snapshots > 0, "nothing was hidden from the journal");
                prop_assert_eq!(&reader.1, &study.ledger);
                snapshots = 0;
                prop_assert_eq!(block_on(reader.0.news()).unwrap(), News::Entries(Vec::new()));
            }
        }
        reader.read_on(&container);
        prop_assert_eq!(&reader.1, &study.ledger);
    }
}

#[test]
fn another_project_in_its_place_is_noticed() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    let mut reader = Reader::new(&container);
    let other = Study::new(project_id(1));
    block_on(shelf(&container).put(&other.ledger, &[], Timestamp(0))).unwrap();
    assert!(!reader.read_on(&container));
    assert_eq!(reader.1, other.ledger);
}

#[test]
fn a_deleted_project_is_missing() {
    let container = Rc::new(Faulty::default());
    kept(&container);
    let reader = Reader::new(&container);
    block_on(shelf(&container).delete(project_id(1))).unwrap();
    assert_eq!(block_on(reader.0.news()), Err(ShelfError::Missing));
}

#[test]
fn an_entry_that_is_not_whole_comes_when_it_is() {
    let container = Rc::new(Faulty::default());
    let mut study = kept(&container);
    let (book, _, _) = open(&container);
    let reader = Reader::new(&container);
    let (entry, texts) = study.work(50);
    block_on(book.append(&[Rc::new(entry)], &study.ledger, &texts, study.now(), Durability::Strict)).unwrap();
    let key = keys(&container, "/j/").pop().unwrap();
    let torn = Rc::new(container.copy());
    torn.tear(&key, true);
    let mut behind = Reader(reader.0, reader.1.clone());
    behind.0.container = Rc::clone(&torn) as Rc<dyn Container>;
    assert_eq!(block_on(behind.0.news()).unwrap(), News::Entries(Vec::new()));
    behind.0.container = Rc::clone(&container) as Rc<dyn Container>;
    assert!(behind.read_on(&container));
    assert_eq!(behind.1, study.ledger);
}
