//! What records hold, as JSON inside their frames.
//!
//! The pieces of a snapshot are those of the project file (`emic_formats::project::file`), so they are as stable as
//! it is and are migrated with it. Journal entries and what can be undone are the program's own types, under a number
//! of their own each.

use emic_core::edit::Edit;
use emic_core::ids::{DocumentId, ProjectId};
use emic_core::ledger::{Entry, Ledger};
use emic_core::project::TextRef;
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use emic_formats::project::file::{FileDocument, FileHead};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::blobs::Blob;
use super::frame::{self, Kind, Torn};

/// The version of keys and records, and the oldest program that can work with them. It has to rise with the next kind of
/// record that an older program would take for a stray one and remove (restore points came before the first release).
pub(crate) const STORE_VERSION: u32 = 1;

/// The form of journal entries. It rises when an `Edit` changes so that older records would no longer be read, or would
/// do something else; the reader of the older form must then be kept beside the new one, since a page that was killed
/// leaves a journal that no snapshot has. New kinds of edits do not raise it: an older program is kept out by
/// `min_reader` of the store.
pub(crate) const ENTRY_SCHEMA: u32 = 1;

/// The form of what can be undone. What is found in another form is dropped, and said so.
pub(crate) const UNDO_SCHEMA: u32 = 1;

/// How many steps of history are in one piece.
pub(crate) const HISTORY_BLOCK: usize = 256;

/// The version of the whole container.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Store {
    pub version: u32,
    pub min_reader: u32,
}

/// What the list of projects says of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Info {
    /// Its identity.
    pub id: ProjectId,
    /// Its title.
    pub title: String,
    /// How many documents it has.
    pub documents: usize,
    /// How many quotations.
    pub quotations: usize,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was last exported from here.
    pub exported: Option<Timestamp>,
    /// About how many bytes it takes, as of the last snapshot.
    pub bytes: u64,
}

impl Info {
    /// What is known of a project when it is first kept.
    pub(crate) fn of(ledger: &Ledger, changed: Timestamp) -> Info {
        let project = ledger.project();
        Info {
            id: project.id,
            title: project.meta.title.clone(),
            documents: project.documents.len(),
            quotations: project.quotation_count(),
            created: project.meta.created,
            changed,
            exported: None,
            bytes: 0,
        }
    }

    /// The same after the project was changed.
    pub(crate) fn after(&self, ledger: &Ledger, changed: Timestamp) -> Info {
        Info { exported: self.exported, bytes: self.bytes, ..Info::of(ledger, changed) }
    }
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct JournalRecord {
    pub schema: u32,
    pub entry: Entry,
}

/// The form of a record, which is read before the rest.
#[derive(Debug, Deserialize)]
pub(crate) struct Schema {
    pub schema: u32,
}

/// A piece by its content: the first half of its SHA-256 in hexadecimal, and its length in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ChunkRef(pub String, pub u64);

/// A document without its texts, and where they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct StoredDocument {
    pub document: FileDocument,
    pub text: TextRef,
    pub imported: TextRef,
}

/// What a snapshot consists of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of the project file whose pieces these are, and the oldest reader.
    pub version: u32,
    pub min_reader: u32,
    /// The form of what can be undone.
    pub undo_schema: u32,
    /// The number of the last journal entry that is in it.
    pub base: u64,
    /// What all else hangs on; in every snapshot anew, so that no single torn record can take both.
    pub head: FileHead,
    pub documents: Vec<ChunkRef>,
    pub quotations: Vec<(DocumentId, ChunkRef)>,
    pub history: Vec<ChunkRef>,
    pub done: Vec<ChunkRef>,
    pub undone: Vec<ChunkRef>,
    /// The texts that it, or an undo, needs, with their sizes in bytes.
    pub texts: Vec<(TextHash, u64)>,
    /// The files as they were that it, or an undo, needs, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub originals: Vec<(TextHash, u64)>,
}

/// The part of a manifest that says whether the rest can be read.
#[derive(Debug, Deserialize)]
pub(crate) struct ManifestHead {
    pub version: u32,
    pub min_reader: u32,
}

impl Manifest {
    /// All its pieces.
    pub fn chunks(&self) -> impl Iterator<Item = &ChunkRef> {
        let lists = self.documents.iter().chain(&self.history).chain(&self.done).chain(&self.undone);
        lists.chain(self.quotations.iter().map(|(_, chunk)| chunk))
    }

    /// What it needs that is kept whole, with its size in bytes.
    pub fn blobs(&self) -> impl Iterator<Item = (Blob, u64)> {
        let texts = self.texts.iter().map(|(hash, bytes)| (Blob::Text(*hash), *bytes));
        texts.chain(self.originals.iter().map(|(hash, bytes)| (Blob::Original(*hash), *bytes)))
    }

    /// The same with another list of that.
    pub fn with_blobs(mut self, blobs: impl Iterator<Item = (Blob, u64)>) -> Manifest {
        (self.texts, self.originals) = Default::default();
        for (blob, bytes) in blobs {
            match blob {
                Blob::Text(hash) => self.texts.push((hash, bytes)),
                Blob::Original(hash) => self.originals.push((hash, bytes)),
            }
        }
        self
    }

    /// About how many bytes it needs.
    pub fn bytes(&self) -> u64 {
        self.chunks().map(|chunk| chunk.1).sum::<u64>() + self.blobs().map(|(_, bytes)| bytes).sum::<u64>()
    }
}

/// What is kept whole that an entry brings in.
pub(crate) fn blobs_of(entry: &Entry) -> Vec<Blob> {
    let edits = match entry {
        Entry::Do(step) => step.edits.as_slice(),
        Entry::Undo { .. } | Entry::Redo { .. } => &[],
    };
    let mut blobs = Vec::new();
    for edit in edits {
        match edit {
            Edit::AddDocument(document) => blobs.extend(Blob::of(document)),
            Edit::Restore(restore) => blobs.extend(restore.documents().flat_map(|document| Blob::of(document))),
            Edit::EditText(edit) => blobs.push(Blob::Text(edit.text.hash)),
            _ => {}
        }
    }
    blobs
}

/// A record of a value.
///
/// # Errors
/// Only if the value cannot be put into JSON, which none of these types allows.
pub(crate) fn encode<T: Serialize>(kind: Kind, number: u64, value: &T) -> Result<Vec<u8>, super::StorageError> {
    Ok(frame::wrap(kind, number, &json(value)?))
}

/// The value of a whole record.
pub(crate) fn decode<T: DeserializeOwned>(kind: Kind, number: u64, bytes: &[u8]) -> Result<T, Torn> {
    emic_formats::json::read(frame::unwrap(kind, number, bytes)?).map_err(|_| Torn)
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, super::StorageError> {
    emic_formats::json::compact(value).map_err(|error| super::StorageError::Other(error.to_string()))
}
