//! What stores bytes.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A future of one thread, as a browser's page has it.
pub type Local<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// One change of a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Sets the record of that key.
    Put {
        /// The key.
        key: String,
        /// The record.
        bytes: Rc<[u8]>,
    },
    /// Removes the record of that key, if there is one.
    Delete {
        /// The key.
        key: String,
    },
    /// Changes nothing: if there is a record of that key before the commit, nothing of it is done, and its error is
    /// [`StorageError::TakenOver`]. No other change of the same commit may come before it.
    Unless {
        /// The key.
        key: String,
    },
}

impl Write {
    /// Sets a record.
    pub fn put(key: String, bytes: impl Into<Rc<[u8]>>) -> Write {
        Write::Put { key, bytes: bytes.into() }
    }

    /// The key that it is about.
    pub fn key(&self) -> &str {
        match self {
            Write::Put { key, .. } | Write::Delete { key } | Write::Unless { key } => key,
        }
    }
}

/// When a commit is called done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// When it is handed on: it outlives the page, but perhaps not the machine's power.
    Relaxed,
    /// When it is on the disk, as far as the system says the truth. What was committed before it is there as well.
    Strict,
}

/// Why a container did not do what it was asked to. Of a commit nothing was done then, or (if the error came late) all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// There is no room.
    Full,
    /// The browser does not allow it, or another page stands in the way.
    Blocked,
    /// The container was closed, because a newer version of the program wants it.
    Closed,
    /// Someone else writes there now.
    TakenOver,
    /// Anything else; the cause in technical words.
    Other(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for StorageError {}

/// Records by key. A record is opaque: a layer that encrypts can stand between this and what is below.
pub trait Container {
    /// The records of these keys, in their order; `None` where there is none.
    fn get_many<'a>(&'a self, keys: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>>;

    /// All keys that begin with `prefix`, in ascending order of their characters.
    fn keys<'a>(&'a self, prefix: &'a str) -> Local<'a, Result<Vec<String>, StorageError>>;

    /// Makes all of these changes, in order, or none.
    fn commit(&self, batch: Vec<Write>, durability: Durability) -> Local<'_, Result<(), StorageError>>;

    /// Called between the parts of work that may be long, with the bytes that were worked through since the last time:
    /// where others wait for the same thread, it lets them have their turn now and then. Never in the midst of little
    /// work: what is done before a page is left is to be handed over at once.
    fn rest(&self, _bytes: usize) -> Local<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    /// The record of a key.
    fn get<'a>(&'a self, key: &'a str) -> Local<'a, Result<Option<Vec<u8>>, StorageError>> {
        Box::pin(async move {
            let mut records = self.get_many(&[key.to_owned()]).await?;
            Ok(records.pop().flatten())
        })
    }
}
