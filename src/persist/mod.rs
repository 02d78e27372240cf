//! Where projects are kept in the browser: IndexedDB, or what else is allowed; one tab at a time; and always honest
//! about what is saved.

mod indexed_db;
mod keeper;
mod local_storage;
mod lock;
mod wait;

#[cfg(all(test, target_arch = "wasm32"))]
#[allow(clippy::unwrap_used, reason = "tests; clippy does not know those of wasm-bindgen")]
mod tests;

use std::rc::Rc;

use emic_storage::{Container, Memory, StorageError, carry_over, projects_in};

pub use keeper::{Keeper, NotSaved, SaveState};
pub use lock::{Lock, acquire};

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
}

/// The name of the database, and what all keys in localStorage begin with.
const NAME: &str = "emic";

/// Opens the best that the browser allows.
pub async fn open_best() -> Opened {
    if let Ok(database) = indexed_db::IndexedDb::open(NAME).await {
        // What cannot be carried over today stays where it is, for another time.
        let _ = fetch_from_small(&database).await;
        return Opened { container: Rc::new(database), kind: StorageKind::IndexedDb };
    }
    match local_storage::LocalStorage::open(NAME) {
        Ok(storage) => Opened { container: Rc::new(storage), kind: StorageKind::LocalStorage },
        Err(_) => Opened { container: Rc::new(Memory::default()), kind: StorageKind::Memory },
    }
}

/// Carries over what had to be kept in localStorage while the database could not be opened.
async fn fetch_from_small(database: &dyn Container) -> Result<(), StorageError> {
    let small = local_storage::LocalStorage::open(NAME)?;
    for id in projects_in(&small).await? {
        // Not out of the hands of a tab that is at work there.
        if let Some(_lock) = acquire(id).await {
            carry_over(id, &small, database).await?;
        }
    }
    Ok(())
}

/// Whether the program has failed on this page (the loader notes it). Then no container writes anything any more, whoever
/// asks: what the program holds may be wrong.
fn panicked() -> bool {
    js_sys::Reflect::get(&gloo::utils::window(), &"__emicPanicked".into()).is_ok_and(|value| value.is_truthy())
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
        name => StorageError::Other(format!("{name}: {}", exception.message())),
    }
}
