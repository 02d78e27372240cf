//! The same is asked of every container, in a real browser, and of the keeper over them.

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::history::History;
use emic_core::ids::{CoderId, ProjectId, StepId};
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::Project;
use emic_core::text::{Text, TextHash};
use emic_core::time::{Stamp, Timestamp};
use emic_storage::{Container, Durability, Memory, Shelf, StorageError, Write};
use futures::FutureExt;
use wasm_bindgen_test::wasm_bindgen_test;

use super::indexed_db::IndexedDb;
use super::local_storage::LocalStorage;
use super::{Keeper, NotSaved, SaveState, StorageKind, acquire};
use crate::platform;
use crate::store::Brought;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A name that no other run has used.
fn fresh(what: &str) -> String {
    format!("test-{what}-{}", ProjectId::from_random(platform::random()))
}

fn put(key: &str, bytes: &[u8]) -> Write {
    Write::put(key.to_owned(), bytes)
}

fn delete(key: &str) -> Write {
    Write::Delete { key: key.to_owned() }
}

async fn keeps_records(container: &dyn Container) {
    let every: Vec<u8> = (0..=255).collect();
    let batch = vec![put("a/1", &every), put("a/2", b""), put("b/1", b"x"), put("a/3", b"gone"), delete("a/3")];
    container.commit(batch, Durability::Strict).await.unwrap();
    assert_eq!(container.keys("a/").await.unwrap(), ["a/1", "a/2"]);
    assert_eq!(container.keys("").await.unwrap(), ["a/1", "a/2", "b/1"]);
    let asked = ["a/2".to_owned(), "a/9".to_owned(), "a/1".to_owned()];
    assert_eq!(container.get_many(&asked).await.unwrap(), [Some(vec![]), None, Some(every)]);

    container.commit(vec![delete("a/1"), put("a/1", b"new"), delete("none")], Durability::Relaxed).await.unwrap();
    assert_eq!(container.get("a/1").await.unwrap().as_deref(), Some(&b"new"[..]));
    container.commit(vec![delete("a/1"), delete("a/2"), delete("b/1")], Durability::Relaxed).await.unwrap();
    assert_eq!(container.keys("").await.unwrap(), Vec::<String>::new());
    container.commit(vec![], Durability::Strict).await.unwrap();

    // What is written only as long as a record is not there.
    let unless = |key: &str| Write::Unless { key: key.to_owned() };
    container.commit(vec![unless("gone"), put("k", b"1")], Durability::Strict).await.unwrap();
    assert_eq!(container.keys("").await.unwrap(), ["k"]);
    container.commit(vec![unless("gone"), put("gone", b"")], Durability::Relaxed).await.unwrap();
    let late = vec![unless("gone"), put("k", b"2"), delete("gone")];
    assert_eq!(container.commit(late, Durability::Strict).await, Err(StorageError::TakenOver));
    assert_eq!(container.get("k").await.unwrap().as_deref(), Some(&b"1"[..]));
    container.commit(vec![delete("gone"), delete("k")], Durability::Strict).await.unwrap();
    assert_eq!(container.keys("").await.unwrap(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn the_database_keeps_records() {
    let name = fresh("db");
    keeps_records(&IndexedDb::open(&name).await.unwrap()).await;
    let first = IndexedDb::open(&name).await.unwrap();
    first.commit(vec![put("k", b"v")], Durability::Relaxed).await.unwrap();
    drop(first);
    let second = IndexedDb::open(&name).await.unwrap();
    assert_eq!(second.get("k").await.unwrap().as_deref(), Some(&b"v"[..]));
}

#[wasm_bindgen_test]
async fn the_database_steps_aside_for_a_newer_version() {
    let name = fresh("aside");
    let old = IndexedDb::open(&name).await.unwrap();
    old.commit(vec![put("k", b"v")], Durability::Strict).await.unwrap();
    let factory = gloo::utils::window().indexed_db().unwrap().unwrap();
    let request = factory.open_with_u32(&name, 2).unwrap();
    super::wait::until(|success, failure| {
        request.set_onsuccess(Some(success));
        request.set_onblocked(Some(failure));
        request.set_onerror(Some(failure));
    })
    .await
    .unwrap();
    assert_eq!(old.get("k").await, Err(StorageError::Closed));
    assert_eq!(old.commit(vec![put("k", b"w")], Durability::Strict).await, Err(StorageError::Closed));
    let newer = IndexedDb::open(&name).await.err();
    assert_eq!(newer, Some(StorageError::Closed), "the database of a newer version is not taken for none");
}

#[wasm_bindgen_test]
async fn many_large_records_are_handed_over_in_parts_and_kept_all_or_none() {
    let database = IndexedDb::open(&fresh("large")).await.unwrap();
    let large = vec![7u8; 1_500_000];
    let batch = |from: usize| (from..from + 8).map(|n| put(&format!("t/{n}"), &large)).collect::<Vec<_>>();
    database.commit(batch(0), Durability::Strict).await.unwrap();
    assert_eq!(database.keys("t/").await.unwrap().len(), 8);
    assert_eq!(database.get("t/7").await.unwrap(), Some(large.clone()));

    // Someone else has taken the project over: the first request fails while the others are still to be asked.
    let mut late = vec![Write::Unless { key: "t/0".to_owned() }];
    late.extend(batch(8));
    assert_eq!(database.commit(late, Durability::Strict).await, Err(StorageError::TakenOver));
    assert_eq!(database.keys("t/").await.unwrap().len(), 8, "none of them is there");

    // What is little is done without a rest, so that it is handed over even if the page is left at once.
    assert_eq!(database.rest(5_000).now_or_never(), Some(()));

    // Two at once do not mix, and what runs beside them has its turn.
    let turns = std::cell::Cell::new(0);
    let beside = async {
        for _ in 0..20 {
            database.rest(50_000).await;
            turns.set(turns.get() + 1);
        }
    };
    let (one, other, ()) = futures::join!(
        database.commit(batch(8), Durability::Strict),
        database.commit(batch(16), Durability::Strict),
        beside
    );
    assert_eq!((one, other, turns.get()), (Ok(()), Ok(()), 20));
    assert_eq!(database.keys("t/").await.unwrap().len(), 24);
}

#[wasm_bindgen_test]
async fn local_storage_keeps_records_and_takes_back_what_was_half_done() {
    let name = fresh("local");
    keeps_records(&LocalStorage::open(&name).unwrap()).await;
    let storage = gloo::utils::window().local_storage().unwrap().unwrap();
    let container = LocalStorage::open(&name).unwrap();
    container.commit(vec![put("kept", b"old"), put("stays", b"1")], Durability::Strict).await.unwrap();

    // As a page leaves it that dies after the first of two writes.
    let note = format!(r#"{{"Undo":{{"{name}.r.kept":"old","{name}.r.new":null}}}}"#);
    storage.set_item(&format!("{name}.note"), &note).unwrap();
    storage.set_item(&format!("{name}.r.kept"), "half").unwrap();
    storage.set_item(&format!("{name}.r.new"), "half").unwrap();
    let container = LocalStorage::open(&name).unwrap();
    assert_eq!(container.keys("").await.unwrap(), ["kept", "stays"]);
    assert_eq!(container.get("kept").await.unwrap().as_deref(), Some(&b"old"[..]));

    // What does not fit changes nothing.
    let batch = vec![put("kept", b"new"), put("large", &vec![b'x'; 6_000_000]), delete("stays")];
    assert_eq!(container.commit(batch, Durability::Strict).await, Err(StorageError::Full));
    assert_eq!(container.keys("").await.unwrap(), ["kept", "stays"]);
    assert_eq!(container.get("kept").await.unwrap().as_deref(), Some(&b"old"[..]));
    container.commit(vec![delete("kept"), delete("stays")], Durability::Strict).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_best_is_the_database() {
    assert_eq!(super::open_best(str::to_owned).await.unwrap().kind, StorageKind::IndexedDb);
}

#[wasm_bindgen_test]
async fn a_project_has_one_writer() {
    let id = ProjectId::from_random(platform::random());
    let lock = acquire(id).await.unwrap();
    assert!(acquire(id).await.is_none());
    assert!(acquire(ProjectId::from_random(platform::random())).await.is_some());
    drop(lock);
    // The browser needs a turn to hand it on.
    let (_never, woken) = futures::channel::oneshot::channel();
    super::wait::pause(50, woken).await;
    assert!(acquire(id).await.is_some());
}

fn ledger(id: ProjectId) -> Ledger {
    Ledger::new(Project::new(id, "A study".to_owned(), Timestamp(1)), History::default(), UndoStack::default())
}

fn rename(ledger: &mut Ledger, title: &str) -> Rc<Entry> {
    let stamp = Stamp { by: CoderId::from_number(1), at: platform::now() };
    let edits = vec![Edit::RenameProject { title: title.to_owned() }];
    let entry = Entry::Do(Step { id: StepId::from_random(platform::random()), stamp, edits });
    ledger.enter(&entry).unwrap();
    Rc::new(entry)
}

#[wasm_bindgen_test]
async fn what_is_called_saved_is_there_again() {
    let container: Rc<dyn Container> = Rc::new(IndexedDb::open(&fresh("keeper")).await.unwrap());
    let shelf = Shelf::open(Rc::clone(&container)).await.unwrap();
    let id = ProjectId::from_random(platform::random());
    let mut ledger = ledger(id);
    let book = shelf.put(&ledger, &[], platform::now()).await.unwrap();
    let states = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&states);
    let tell = move |state: &SaveState| seen.borrow_mut().push(matches!(state, SaveState::Saved { .. }));
    let keeper = Keeper::new(book, ledger.clone(), acquire(id).await, tell, || ());

    let text: Rc<str> = "كُنّا في البيت".into();
    let hash = TextHash::of(&text);
    let entry = rename(&mut ledger, "First");
    keeper.enter(entry, ledger.clone(), vec![(hash, Text::new(Rc::clone(&text)))].into());
    assert_eq!(keeper.find_text(hash).await.unwrap(), Some(Rc::clone(&text)), "even before it is written");
    for n in 0..20 {
        let entry = rename(&mut ledger, &format!("Title {n}"));
        keeper.enter(entry, ledger.clone(), Brought::default());
    }
    assert_eq!(keeper.state(), SaveState::Saving);
    assert!(matches!(keeper.flush().await, SaveState::Saved { .. }));
    assert_eq!(*states.borrow(), [false, true]);
    let (book, found, recovery) = shelf.open_project(id).await.unwrap();
    assert_eq!(found, ledger);
    assert!(recovery.is_clean());
    assert_eq!(book.text(hash).await.unwrap(), Some(text));

    // Without a word from anyone it is saved within a second.
    let entry = rename(&mut ledger, "Last");
    keeper.enter(entry, ledger.clone(), Brought::default());
    let (_never, woken) = futures::channel::oneshot::channel();
    super::wait::pause(1_000, woken).await;
    assert!(matches!(keeper.state(), SaveState::Saved { .. }));
    keeper.set_exported(Timestamp(77));
    assert!(matches!(keeper.close().await, SaveState::Saved { .. }));
    assert_eq!(shelf.list().await.unwrap()[0].info.as_ref().unwrap().exported, Some(Timestamp(77)));
    assert_eq!(shelf.open_project(id).await.unwrap().1, ledger);
}

/// A container that has no room for the first few commits.
struct Full(Memory, std::cell::Cell<usize>);

impl Container for Full {
    fn get_many<'a>(
        &'a self,
        keys: &'a [String],
    ) -> emic_storage::Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
        self.0.get_many(keys)
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> emic_storage::Local<'a, Result<Vec<String>, StorageError>> {
        self.0.keys(prefix)
    }

    fn commit(&self, batch: Vec<Write>, durability: Durability) -> emic_storage::Local<'_, Result<(), StorageError>> {
        match self.1.get() {
            0 => self.0.commit(batch, durability),
            left => {
                self.1.set(left - 1);
                Box::pin(async { Err(StorageError::Full) })
            }
        }
    }
}

#[wasm_bindgen_test]
async fn what_fails_is_kept_in_memory_and_tried_again() {
    let container = Rc::new(Full(Memory::default(), 0.into()));
    let shelf = Shelf::open(Rc::clone(&container) as Rc<dyn Container>).await.unwrap();
    let id = ProjectId::from_random(platform::random());
    let mut ledger = ledger(id);
    let book = shelf.put(&ledger, &[], platform::now()).await.unwrap();
    let keeper = Keeper::new(book, ledger.clone(), acquire(id).await, |_| (), || ());
    container.1.set(2);
    let entry = rename(&mut ledger, "One");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.flush().await, SaveState::NotSaved(NotSaved::Full));
    let entry = rename(&mut ledger, "Two");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.flush().await, SaveState::NotSaved(NotSaved::Full));
    assert!(matches!(keeper.flush().await, SaveState::Saved { .. }));
    assert_eq!(shelf.open_project(id).await.unwrap().1, ledger);
}

#[wasm_bindgen_test]
async fn who_does_not_own_the_project_writes_nothing() {
    let shelf = Shelf::open(Rc::new(Memory::default())).await.unwrap();
    let id = ProjectId::from_random(platform::random());
    let mut ledger = ledger(id);
    let book = shelf.put(&ledger, &[], platform::now()).await.unwrap();
    let before = ledger.clone();
    let keeper = Keeper::new(book, ledger.clone(), None, |_| (), || ());
    let entry = rename(&mut ledger, "Not mine");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.flush().await, SaveState::NotSaved(NotSaved::ReadOnly));
    assert_eq!(shelf.open_project(id).await.unwrap().1, before);
}

#[wasm_bindgen_test]
async fn a_project_that_was_left_unwritten_is_taken_back_as_it_is() {
    let container = Rc::new(Full(Memory::default(), 0.into()));
    let shelf = Shelf::open(Rc::clone(&container) as Rc<dyn Container>).await.unwrap();
    let id = ProjectId::from_random(platform::random());
    let mut ledger = ledger(id);
    let book = shelf.put(&ledger, &[], platform::now()).await.unwrap();
    let keeper = Keeper::new(book, ledger.clone(), acquire(id).await, |_| (), || ());
    container.1.set(2);
    let entry = rename(&mut ledger, "Only here");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.close().await, SaveState::NotSaved(NotSaved::Full));
    assert!(!keeper.is_closed());
    assert!(acquire(id).await.is_none(), "nobody else may write it meanwhile");
    assert_eq!(keeper.reopen(), Some(ledger.clone()));
    // Work goes on, and goes to the disk once there is room.
    let entry = rename(&mut ledger, "And more");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.flush().await, SaveState::NotSaved(NotSaved::Full));
    assert!(matches!(keeper.close().await, SaveState::Saved { .. }));
    assert!(keeper.is_closed());
    assert_eq!(keeper.reopen(), None);
    assert_eq!(shelf.open_project(id).await.unwrap().1, ledger);
    assert!(acquire(id).await.is_some());
}

#[wasm_bindgen_test]
async fn what_is_to_be_deleted_is_not_written_any_more() {
    let container = Rc::new(Full(Memory::default(), 0.into()));
    let shelf = Shelf::open(Rc::clone(&container) as Rc<dyn Container>).await.unwrap();
    let id = ProjectId::from_random(platform::random());
    let mut ledger = ledger(id);
    let book = shelf.put(&ledger, &[], platform::now()).await.unwrap();
    let before = ledger.clone();
    let keeper = Keeper::new(book, ledger.clone(), acquire(id).await, |_| (), || ());
    container.1.set(1);
    let entry = rename(&mut ledger, "Gone soon");
    keeper.enter(entry, ledger.clone(), Brought::default());
    assert_eq!(keeper.flush().await, SaveState::NotSaved(NotSaved::Full));
    keeper.halt().await;
    assert_eq!(shelf.open_project(id).await.unwrap().1, before);
    keeper.go_on();
    assert!(matches!(keeper.flush().await, SaveState::Saved { .. }));
    assert_eq!(shelf.open_project(id).await.unwrap().1, ledger);
}

#[wasm_bindgen_test]
async fn after_a_failure_of_the_program_nothing_is_written() {
    let database = IndexedDb::open(&fresh("panic")).await.unwrap();
    let small = LocalStorage::open(&fresh("panic")).unwrap();
    let note = |failed: bool| js_sys::Reflect::set(&gloo::utils::window(), &"__emicPanicked".into(), &failed.into());
    let containers: [&dyn Container; 2] = [&database, &small];
    for container in containers {
        container.commit(vec![put("k", b"before")], Durability::Strict).await.unwrap();
        note(true).unwrap();
        let written = container.commit(vec![put("k", b"after"), put("l", b"new")], Durability::Strict).await;
        note(false).unwrap();
        assert!(written.is_err());
        assert_eq!(container.keys("").await.unwrap(), ["k"]);
        assert_eq!(container.get("k").await.unwrap().as_deref(), Some(&b"before"[..]));
        container.commit(vec![delete("k")], Durability::Strict).await.unwrap();
    }
}
