//! Where projects are kept in the browser: IndexedDB, or what else is allowed; one tab at a time; and always honest
//! about what is saved.

mod channel;
mod chosen_file;
mod indexed_db;
mod keeper;
mod local_storage;
mod lock;
mod room;
mod saving;
pub mod wait;
mod writing;

#[cfg(all(test, target_arch = "wasm32"))]
#[allow(clippy::unwrap_used, reason = "tests; clippy does not know those of wasm-bindgen")]
mod tests;

use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_storage::{Carried, Container, Memory, ShelfError, StorageError, carry_over, projects_in};

use crate::platform;

pub use channel::{Channel, Word};
pub use chosen_file::{ChosenFile, can_choose, choose};
pub use keeper::Keeper;
pub use lock::{Lock, acquire, acquire_within, seize};
pub use room::{Room, are_files_kept, ask_to_persist, is_persistent, room};
pub use saving::{NotSaved, SaveState};

/// What projects are kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageKind {
    /// The browser's database: room for all.
    IndexedDb,
    /// About 5 MB.
    LocalStorage,
    /// Nothing but the page itself: all is gone when it is closed.
    Memory,
}

/// What could be opened.
#[derive(Clone)]
pub struct Opened {
    /// Where projects are kept.
    pub container: Rc<dyn Container>,
    /// What that is.
    pub kind: StorageKind,
    /// What was carried over on the way.
    pub carried: CarriedOver,
}

/// The name of the database, and what all keys in localStorage begin with.
const NAME: &str = "emic";

/// What was carried over from localStorage that someone must know of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CarriedOver {
    /// The titles of projects that were put beside others of the same identity.
    pub beside: Vec<String>,
    /// Why projects, which stay where they are, could not be carried over.
    pub failed: Vec<ShelfError>,
}

/// Opens the best that the browser allows. `mark` makes the title of a project that has to be put beside another one.
///
/// # Errors
/// If there is a database that cannot be opened now. Nothing else is opened in its place: projects would be out of
/// sight, and new ones be made where nobody looks for them later.
pub async fn open_best(mark: impl Fn(&str) -> String) -> Result<Opened, StorageError> {
    match indexed_db::IndexedDb::open(NAME).await {
        Ok(database) => {
            let container: Rc<dyn Container> = Rc::new(database);
            let carried = fetch_from_small(&container, mark).await;
            return Ok(Opened { container, kind: StorageKind::IndexedDb, carried });
        }
        // There is none, or it is forbidden.
        Err(StorageError::Blocked) => {}
        Err(error) => return Err(error),
    }
    let carried = CarriedOver::default();
    Ok(match local_storage::LocalStorage::open(NAME) {
        Ok(storage) => Opened { container: Rc::new(storage), kind: StorageKind::LocalStorage, carried },
        Err(_) => Opened { container: Rc::new(Memory::default()), kind: StorageKind::Memory, carried },
    })
}

/// Opens the browser's database as it is, to read what is stored; in a worker too.
///
/// # Errors
/// If it cannot be opened.
pub async fn open_stored() -> Result<Rc<dyn Container>, StorageError> {
    Ok(Rc::new(indexed_db::IndexedDb::open(NAME).await?))
}

/// Carries over what had to be kept in localStorage while the database could not be opened, each project by itself.
/// What cannot be carried over today stays where it is, for another time.
async fn fetch_from_small(database: &Rc<dyn Container>, mark: impl Fn(&str) -> String) -> CarriedOver {
    let mut carried = CarriedOver::default();
    // Where it is not allowed nothing is in it.
    let Ok(small) = local_storage::LocalStorage::open(NAME) else { return carried };
    let small: Rc<dyn Container> = Rc::new(small);
    let projects = match projects_in(&*small).await {
        Ok(projects) => projects,
        Err(error) => {
            carried.failed.push(error.into());
            return carried;
        }
    };
    for id in projects {
        // Not out of the hands of a tab that is at work there.
        let Some(_lock) = acquire(id).await else { continue };
        let copy = ProjectId::from_random(platform::random());
        match carry_over(id, &small, database, copy, &mark).await {
            Ok(Carried::Moved | Carried::Contained) => {}
            Ok(Carried::Beside { title }) => carried.beside.push(title),
            Err(error) => carried.failed.push(error),
        }
    }
    carried
}

/// Whether the program has failed on this page (the loader notes it). Then no container writes anything any more, whoever
/// asks: what the program holds may be wrong.
fn panicked() -> bool {
    js_sys::Reflect::get(&js_sys::global(), &"__emicPanicked".into()).is_ok_and(|value| value.is_truthy())
}

/// Why nothing is written after the program has failed, in technical words.
fn failed() -> StorageError {
    StorageError::Other("the program has failed on this page".to_owned())
}

/// The storage error that a value thrown by the browser stands for.
fn error_of(thrown: &wasm_bindgen::JsValue) -> StorageError {
    use wasm_bindgen::JsCast;
    let Some(exception) = thrown.dyn_ref::<web_sys::DomException>() else {
        return StorageError::Other(format!("{thrown:?}"));
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" | "NotAllowedError" => StorageError::Blocked,
        // The connection was closed while something was asked of it.
        "InvalidStateError" => StorageError::Closed,
        // What must not be there is.
        "ConstraintError" => StorageError::TakenOver,
        name => StorageError::Other(format!("{name}: {}", exception.message())),
    }
}
