//! Whether what was done is on the disk, and if not, why.

use emic_core::time::Timestamp;
use emic_storage::StorageError;

/// Why something is not saved. It is kept in memory, and tried again where that can help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// There is no room.
    Full,
    /// The browser does not allow it.
    Blocked,
    /// A newer version of the program in another tab has taken the storage over.
    Closed,
    /// The program has failed: nothing of what it holds may be written any more.
    Failed,
    /// Another tab writes this project.
    ReadOnly,
    /// Another tab has taken the project over before all was written.
    Lost,
    /// Anything else; the cause in technical words.
    Unknown(String),
}

impl From<StorageError> for NotSaved {
    fn from(error: StorageError) -> NotSaved {
        match error {
            StorageError::Full => NotSaved::Full,
            StorageError::Blocked => NotSaved::Blocked,
            StorageError::Closed => NotSaved::Closed,
            StorageError::TakenOver => NotSaved::Lost,
            StorageError::Other(cause) => NotSaved::Unknown(cause),
        }
    }
}

/// Whether all that was done is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    Saved {
        /// Since when.
        at: Timestamp,
    },
    /// It will be within a second.
    Saving,
    /// It is not.
    NotSaved(NotSaved),
}
