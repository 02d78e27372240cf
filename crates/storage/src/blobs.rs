//! What is kept whole, by its content, beside the pieces of a snapshot: texts, and files as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::ledger::Ledger;
use emic_core::project::Document;
use emic_core::sorting::{to_map, to_set};
use emic_core::text::TextHash;

use super::book::Book;
use super::container::{Durability, StorageError, Write};
use super::frame::{self, Kind};
use super::keys::{self, Key};
use super::piecewise;

/// New texts by their hash.
pub(crate) type NewTexts<'a> = &'a [(TextHash, Rc<str>)];

/// What is new and kept whole, by its hash.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fresh<'a> {
    /// Texts.
    pub texts: &'a [(TextHash, Rc<str>)],
    /// Files as they were.
    pub originals: &'a [(TextHash, Rc<[u8]>)],
}

impl<'a> Fresh<'a> {
    pub(crate) fn texts(texts: NewTexts<'a>) -> Fresh<'a> {
        Fresh { texts, originals: &[] }
    }
}

/// Something that is kept whole, by the SHA-256 of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Blob {
    /// A text.
    Text(TextHash),
    /// A file as it was.
    Original(TextHash),
}

impl Blob {
    /// What a document needs.
    pub fn of(document: &Document) -> impl Iterator<Item = Blob> + use<> {
        let texts = [document.text.hash, document.source.imported.hash].map(Blob::Text);
        texts.into_iter().chain(document.original().map(Blob::Original))
    }

    /// What a project, or an undo, may still need.
    pub fn needed(ledger: &Ledger) -> BTreeSet<Blob> {
        let texts = ledger.texts_needed().into_iter().map(Blob::Text);
        to_set(texts.chain(ledger.originals_needed().into_iter().map(Blob::Original)))
    }

    /// The key of its record.
    pub fn key(&self, id: ProjectId) -> String {
        match self {
            Blob::Text(hash) => keys::text(id, hash),
            Blob::Original(hash) => keys::original(id, hash),
        }
    }
}

impl Book {
    /// The writes for what is not there yet, with its size in bytes; for `all`, if what is there may be torn.
    pub(crate) async fn new_blobs(&self, fresh: Fresh<'_>, all: bool) -> (Vec<Write>, BTreeMap<Blob, u64>) {
        let mut sizes = BTreeMap::new();
        let mut writes = Vec::new();
        let mut is_new = |blob: Blob, bytes: usize| {
            let known = !all && self.state.borrow().blobs.contains_key(&blob);
            !known && sizes.insert(blob, bytes as u64).is_none()
        };
        for (hash, text) in fresh.texts {
            if is_new(Blob::Text(*hash), text.len()) {
                let record = piecewise::wrap(&*self.container, Kind::Text, 0, text.as_bytes()).await;
                writes.push(Write::put(keys::text(self.id, hash), record));
            }
        }
        for (hash, bytes) in fresh.originals {
            // As it is: its name says what it must hold, and it may be large.
            if is_new(Blob::Original(*hash), bytes.len()) {
                writes.push(Write::put(keys::original(self.id, hash), Rc::clone(bytes)));
            }
        }
        (writes, sizes)
    }

    /// The texts of these hashes, in their order; `None` where one is not there, or torn.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn texts(&self, hashes: &[TextHash]) -> Result<Vec<Option<Rc<str>>>, StorageError> {
        let names: Vec<_> = hashes.iter().map(|hash| keys::text(self.id, hash)).collect();
        let records = self.container.get_many(&names).await?;
        let texts = hashes.iter().zip(records).map(|(hash, record)| {
            let text = record.as_deref().and_then(|record| text_of(hash, record));
            if text.is_none() {
                // So it is written again should it come in once more.
                self.state.borrow_mut().blobs.remove(&Blob::Text(*hash));
            }
            text
        });
        Ok(texts.collect())
    }

    /// The text of that hash; `None` if it is not there, or torn.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn text(&self, hash: TextHash) -> Result<Option<Rc<str>>, StorageError> {
        Ok(self.texts(&[hash]).await?.pop().flatten())
    }

    /// The file as it was, of that hash; `None` if it is not there, or not whole. No fault: the project may have come here
    /// as a file, without it.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn original(&self, hash: TextHash) -> Result<Option<Vec<u8>>, StorageError> {
        let found = self.container.get(&keys::original(self.id, &hash)).await?;
        let found = found.filter(|bytes| TextHash::of_bytes(bytes) == hash);
        if found.is_none() {
            self.state.borrow_mut().blobs.remove(&Blob::Original(hash));
        }
        Ok(found)
    }

    /// Those files as they were that are thought to be here, with their sizes in bytes.
    pub(crate) fn sizes_of(&self, originals: BTreeSet<TextHash>) -> BTreeMap<Blob, u64> {
        let state = self.state.borrow();
        let originals = originals.into_iter().map(Blob::Original);
        to_map(originals.filter_map(|blob| Some((blob, *state.blobs.get(&blob)?))))
    }

    /// Writes files as they were that another book has, as far as they are whole there.
    pub(crate) async fn copy_blobs(&self, from: &Book, blobs: impl Iterator<Item = Blob>) -> Result<(), StorageError> {
        for blob in blobs {
            let Blob::Original(hash) = blob else { continue };
            if let Some(bytes) = from.original(hash).await? {
                self.commit(vec![Write::put(blob.key(self.id), bytes)], Durability::Strict).await?;
            }
        }
        Ok(())
    }

    /// The files as they were that are here.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn originals(&self) -> Result<BTreeSet<TextHash>, StorageError> {
        let prefix = keys::project(self.id);
        let found = self.container.keys(&keys::originals(self.id)).await?;
        Ok(to_set(found.iter().filter_map(|key| match keys::parse(&key[prefix.len()..]) {
            Key::Blob(Blob::Original(hash)) => Some(hash),
            _ => None,
        })))
    }
}

/// The text in a record, if it is the one of that hash.
fn text_of(hash: &TextHash, record: &[u8]) -> Option<Rc<str>> {
    let payload = frame::unwrap(Kind::Text, 0, record).ok()?;
    let text = std::str::from_utf8(payload).ok()?;
    (TextHash::of(text) == *hash).then(|| text.into())
}
