//! One open project in its container.

use emic_core::sorting::to_map;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::ledger::{Entry, Ledger};
use emic_core::time::Timestamp;

use super::blobs::{Blob, Fresh, NewTexts};
use super::container::{Container, Durability, StorageError, Write};
use super::frame::Kind;
use super::keys;
use super::pieces::Pieces;
use super::piecewise;
use super::points::Pinned;
use super::records::{Info, Manifest, STORE_VERSION, Store, blobs_of, decode, encode};
use super::recover::{Found, JournalNote};
use super::snapshot::Task;

/// After how many entries, or bytes of them, a snapshot is worth while.
const COMPACT_ENTRIES: usize = 500;
const COMPACT_BYTES: usize = 1_000_000;

/// Where an open project is written. One call at a time: the caller waits for one before it begins the next. If a call
/// fails, the same may be tried again, with more behind it.
pub struct Book {
    pub(crate) container: Rc<dyn Container>,
    pub(crate) id: ProjectId,
    pub(crate) state: RefCell<State>,
}

pub(crate) struct State {
    /// The newest whole snapshot and its generation: it is kept beside the next one.
    pub newest: Option<(u64, Manifest)>,
    pub pieces: Pieces,
    /// The number of the next entry.
    pub next: u64,
    pub journal: BTreeMap<u64, JournalNote>,
    pub manifests: BTreeSet<u64>,
    pub chunks: BTreeSet<String>,
    /// What is there and kept whole, with its size in bytes as far as that is known.
    pub blobs: BTreeMap<Blob, u64>,
    pub stray: Vec<String>,
    /// What is in memory is not what the journal gives: only a snapshot may be written.
    pub snapshot_first: bool,
    /// Entries that are not known to be on the disk.
    pub relaxed: Vec<Write>,
    /// This book has written what a program must know to read the container.
    pub store_known: bool,
    /// The restore points, as of the last look.
    pub points: BTreeMap<u64, Pinned>,
    pub info: Info,
    /// The record that is there once someone else has taken the project over; none for one who was not said to write it.
    pub passed: Option<String>,
}

impl Book {
    /// A project that is not yet in the container; nothing is written.
    pub(crate) fn new(container: Rc<dyn Container>, info: Info) -> Book {
        let state = State {
            newest: None,
            pieces: Pieces::default(),
            next: 1,
            journal: BTreeMap::new(),
            manifests: BTreeSet::new(),
            chunks: BTreeSet::new(),
            blobs: BTreeMap::new(),
            stray: Vec::new(),
            snapshot_first: true,
            relaxed: Vec::new(),
            store_known: false,
            points: BTreeMap::new(),
            info,
            passed: None,
        };
        Book { container, id: state.info.id, state: RefCell::new(state) }
    }

    /// A project as it was found.
    pub(crate) fn found(container: Rc<dyn Container>, found: Found) -> (Book, Ledger, super::Recovery) {
        let mut blobs = to_map(found.blobs.into_iter().map(|blob| (blob, 0)));
        for (blob, bytes) in found.manifest.blobs() {
            blobs.entry(blob).and_modify(|known| *known = bytes);
        }
        let state = State {
            newest: Some((found.generation, found.manifest)),
            pieces: found.pieces,
            next: found.next,
            journal: found.journal,
            manifests: found.manifests,
            chunks: found.chunks,
            blobs,
            snapshot_first: !found.recovery.is_clean() || !found.stray.is_empty() || found.heal,
            stray: found.stray,
            relaxed: Vec::new(),
            store_known: false,
            points: BTreeMap::new(),
            info: found.info,
            passed: None,
        };
        let book = Book { container, id: state.info.id, state: RefCell::new(state) };
        (book, found.ledger, found.recovery)
    }

    /// The project's identity.
    pub fn id(&self) -> ProjectId {
        self.id
    }

    /// What the list of projects says of it.
    pub fn info(&self) -> Info {
        self.state.borrow().info.clone()
    }

    /// Whether a snapshot is worth while: the journal is long, or a recovery has to be made fast.
    pub fn wants_snapshot(&self) -> bool {
        let state = self.state.borrow();
        let base = state.newest.as_ref().map_or(0, |(_, manifest)| manifest.base);
        let (mut entries, mut bytes) = (0, 0);
        for note in state.journal.range(base + 1..).map(|(_, note)| note) {
            entries += 1;
            bytes += note.bytes;
        }
        state.snapshot_first || entries > COMPACT_ENTRIES || bytes > COMPACT_BYTES
    }

    /// Adds entries to the journal, all or none. `after` is the project with all of them, `texts` are those that they
    /// bring in, which are written with them.
    ///
    /// # Errors
    /// If the container cannot; the same entries must then be given again, before any others.
    pub async fn append(
        &self,
        entries: &[Rc<Entry>],
        after: &Ledger,
        texts: NewTexts<'_>,
        now: Timestamp,
        durability: Durability,
    ) -> Result<(), StorageError> {
        self.append_with(entries, after, Fresh::texts(texts), now, durability).await
    }

    /// The same, where entries may bring in files as they were as well.
    ///
    /// # Errors
    /// As [`Book::append`].
    pub async fn append_with(
        &self,
        entries: &[Rc<Entry>],
        after: &Ledger,
        fresh: Fresh<'_>,
        now: Timestamp,
        durability: Durability,
    ) -> Result<(), StorageError> {
        if self.state.borrow().snapshot_first {
            return self.write_snapshot(after, now, Task { fresh, ..Task::default() }).await;
        }
        let (blob_writes, sizes) = self.new_blobs(fresh, false).await;
        let mut notes = Vec::with_capacity(entries.len());
        let mut records = Vec::with_capacity(entries.len());
        let (mut number, mut info) = {
            let state = self.state.borrow();
            (state.next, state.info.after(after, now))
        };
        info.bytes += sizes.values().sum::<u64>();
        for entry in entries {
            let bytes = piecewise::entry(&*self.container, number, entry).await?;
            notes.push((number, JournalNote { bytes: bytes.len(), blobs: blobs_of(entry) }));
            records.push(Write::put(keys::entry(self.id, number), bytes));
            number += 1;
        }
        // A text must be on the disk before the entry that needs it is called so.
        let durability = if blob_writes.is_empty() { durability } else { Durability::Strict };
        let mut batch = blob_writes;
        if durability == Durability::Strict {
            batch.extend(self.state.borrow().relaxed.iter().cloned());
        }
        batch.extend(records.iter().cloned());
        batch.push(self.info_record(&info)?);
        if !self.state.borrow().store_known {
            batch.push(store_record()?);
        }
        self.commit(batch, durability).await?;

        let mut state = self.state.borrow_mut();
        state.next = number;
        state.store_known = true;
        state.journal.extend(notes);
        state.blobs.extend(sizes);
        state.info = info;
        match durability {
            Durability::Strict => state.relaxed.clear(),
            Durability::Relaxed => state.relaxed.extend(records),
        }
        Ok(())
    }

    /// Whether entries were added that are not known to be on the disk.
    pub fn is_relaxed(&self) -> bool {
        !self.state.borrow().relaxed.is_empty()
    }

    /// Sees to it that all that was added is on the disk. The entries are written once more, so that it does not hang
    /// on how a browser treats what was committed before.
    ///
    /// # Errors
    /// If the container cannot.
    pub async fn sync(&self) -> Result<(), StorageError> {
        let (mut batch, info) = {
            let state = self.state.borrow();
            (state.relaxed.clone(), state.info.clone())
        };
        if batch.is_empty() {
            return Ok(());
        }
        batch.push(self.info_record(&info)?);
        self.commit(batch, Durability::Strict).await?;
        self.state.borrow_mut().relaxed.clear();
        Ok(())
    }

    /// Notes when the project was last exported from here. If someone else writes the project, what they have said of
    /// it meanwhile stays.
    ///
    /// # Errors
    /// If the container cannot.
    pub async fn set_exported(&self, at: Timestamp) -> Result<(), StorageError> {
        let stored = self.container.get(&keys::info(self.id)).await?;
        let stored = stored.and_then(|record| decode::<Info>(Kind::Info, 0, &record).ok());
        let mine = self.info();
        let newest = stored.filter(|stored| stored.changed >= mine.changed).unwrap_or(mine);
        let at = newest.exported.map_or(at, |before| before.max(at));
        let info = Info { exported: Some(at), ..newest };
        self.commit(vec![self.info_record(&info)?], Durability::Strict).await?;
        self.state.borrow_mut().info.exported = Some(at);
        Ok(())
    }

    /// Makes these changes, unless someone else has taken the project over.
    pub(crate) async fn commit(&self, mut batch: Vec<Write>, durability: Durability) -> Result<(), StorageError> {
        let passed = self.state.borrow().passed.clone();
        batch.splice(0..0, passed.map(|key| Write::Unless { key }));
        self.container.commit(batch, durability).await
    }

    pub(crate) fn info_record(&self, info: &Info) -> Result<Write, StorageError> {
        Ok(Write::put(keys::info(self.id), encode(Kind::Info, 0, info)?))
    }
}

/// What a program must know to read the container. Every writer says it anew: an older one has said less.
pub(crate) fn store_record() -> Result<Write, StorageError> {
    let store = Store { version: STORE_VERSION, min_reader: STORE_VERSION };
    Ok(Write::put(keys::STORE.to_owned(), encode(Kind::Store, 0, &store)?))
}
