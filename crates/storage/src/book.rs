//! One open project in its container.

use emic_core::sorting::{to_map, to_set};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::ledger::{Entry, Ledger};
use emic_core::text::TextHash;
use emic_core::time::Timestamp;

use super::container::{Container, Durability, StorageError, Write};
use super::frame::{self, Kind};
use super::keys::{self, Key};
use super::pieces::Pieces;
use super::points::{self, Pinned, PointKind};
use super::records::{ENTRY_SCHEMA, Info, JournalRecord, Manifest, STORE_VERSION, Store, decode, encode, texts_of};
use super::recover::{Found, JournalNote};

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
    journal: BTreeMap<u64, JournalNote>,
    manifests: BTreeSet<u64>,
    chunks: BTreeSet<String>,
    /// Texts that are there, with their sizes in bytes as far as they are known.
    texts: BTreeMap<TextHash, u64>,
    stray: Vec<String>,
    /// What is in memory is not what the journal gives: only a snapshot may be written.
    snapshot_first: bool,
    /// Entries that are not known to be on the disk.
    relaxed: Vec<Write>,
    /// This book has written what a program must know to read the container.
    store_known: bool,
    /// The restore points, as of the last look.
    pub points: BTreeMap<u64, Pinned>,
    pub info: Info,
    /// The record that is there once someone else has taken the project over; none for one who was not said to write it.
    pub passed: Option<String>,
}

/// What a snapshot does beyond noting the project as it is.
#[derive(Default)]
pub(crate) struct Task<'a> {
    /// New texts, which are written with it.
    pub texts: NewTexts<'a>,
    /// What is done first.
    pub before: Vec<Write>,
    /// A restore point of that very state: its kind, name and time.
    pub pin: Option<(PointKind, String, Timestamp)>,
    /// When the restore points were made that stay even if they are too many.
    pub spared: BTreeSet<Timestamp>,
    /// Restore points that go.
    pub unpin: BTreeSet<u64>,
    /// Nothing else of the project stays, but restore points: no snapshot before it, no journal, no record that nothing
    /// needs. All keys that the project has.
    pub instead_of: Option<Vec<String>>,
}

/// New texts by their hash.
pub(crate) type NewTexts<'a> = &'a [(TextHash, Rc<str>)];

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
            texts: BTreeMap::new(),
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
        let mut texts = to_map(found.texts.into_iter().map(|hash| (hash, 0)));
        for (hash, bytes) in &found.manifest.texts {
            texts.entry(*hash).and_modify(|known| *known = *bytes);
        }
        let state = State {
            newest: Some((found.generation, found.manifest)),
            pieces: found.pieces,
            next: found.next,
            journal: found.journal,
            manifests: found.manifests,
            chunks: found.chunks,
            texts,
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
        if self.state.borrow().snapshot_first {
            return self.write_snapshot(after, now, Task { texts, ..Task::default() }).await;
        }
        let (text_writes, sizes) = self.new_texts(texts, false);
        let mut notes = Vec::with_capacity(entries.len());
        let mut records = Vec::with_capacity(entries.len());
        let (mut number, info) = {
            let state = self.state.borrow();
            (state.next, state.info.after(after, now))
        };
        for entry in entries {
            let record = JournalRecord { schema: ENTRY_SCHEMA, entry: (**entry).clone() };
            let bytes = encode(Kind::Entry, number, &record)?;
            notes.push((number, JournalNote { bytes: bytes.len(), texts: texts_of(entry) }));
            records.push(Write::put(keys::entry(self.id, number), bytes));
            number += 1;
        }
        // A text must be on the disk before the entry that needs it is called so.
        let durability = if text_writes.is_empty() { durability } else { Durability::Strict };
        let mut batch = text_writes;
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
        state.texts.extend(sizes);
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

    /// Writes a snapshot of `ledger`, which must be what all entries added so far have led to, and removes what
    /// neither it, nor the snapshot before it, nor the journal needs any more.
    ///
    /// # Errors
    /// If the container cannot; all is as it was then.
    pub async fn snapshot(&self, ledger: &Ledger, now: Timestamp) -> Result<(), StorageError> {
        self.write_snapshot(ledger, now, Task::default()).await
    }

    /// Writes a first snapshot over whatever has these keys: of that, all that is not the new project's goes.
    pub(crate) async fn first_snapshot(
        &self,
        ledger: &Ledger,
        texts: NewTexts<'_>,
        before: Vec<Write>,
    ) -> Result<(), StorageError> {
        let now = self.state.borrow().info.changed;
        self.write_snapshot(ledger, now, Task { texts, before, ..Task::default() }).await
    }

    pub(crate) async fn write_snapshot(
        &self,
        ledger: &Ledger,
        now: Timestamp,
        task: Task<'_>,
    ) -> Result<(), StorageError> {
        // What restore points need must be known before anything is removed.
        if self.state.borrow().newest.is_some() {
            self.look_at_points().await?;
        }
        let instead = task.instead_of.is_some();
        let (batch, after) = self.plan(ledger, now, task)?;
        let result = self.commit(batch, Durability::Strict).await;
        let mut state = self.state.borrow_mut();
        match result {
            Ok(()) => *state = after,
            // It may have been carried out all the same: what it was to remove can no longer be counted on.
            Err(_) => {
                state.texts.retain(|hash, _| after.texts.contains_key(hash));
                state.chunks.retain(|chunk| after.chunks.contains(chunk));
                if instead {
                    // The next one must lead on from either.
                    state.pieces = Pieces::default();
                    state.manifests.extend(after.manifests);
                    state.next = after.next;
                    state.snapshot_first = true;
                }
            }
        }
        result
    }

    /// What a snapshot writes and removes, and what is known afterwards.
    fn plan(&self, ledger: &Ledger, now: Timestamp, task: Task<'_>) -> Result<(Vec<Write>, State), StorageError> {
        let Task { texts, before, pin, spared, unpin, instead_of } = task;
        let (text_writes, new_sizes) = self.new_texts(texts, instead_of.is_some());
        let state = self.state.borrow();
        let cut = if instead_of.is_some() { Pieces::default().cut(ledger)? } else { state.pieces.cut(ledger)? };
        let anew = state.snapshot_first || instead_of.is_some();
        let mut manifest = cut.manifest;
        // After a recovery the numbers go on behind all that were ever seen, so that no lost entry fits again.
        manifest.base = if anew { state.next } else { state.next - 1 };
        let mut sizes = state.texts.clone();
        sizes.extend(new_sizes);
        let needed = ledger.texts_needed();
        let sized = |hash: &TextHash| (*hash, sizes.get(hash).copied().unwrap_or(0));
        manifest.texts = needed.iter().map(sized).collect();
        let info = Info { bytes: manifest.bytes(), ..state.info.after(ledger, now) };
        let generation = state.manifests.last().map_or(1, |last| last + 1);

        let mut points = state.points.clone();
        let mut gone = unpin;
        let mut point_write = None;
        if let Some((kind, name, at)) = pin {
            let number = points.keys().last().map_or(1, |last| last + 1);
            let record = points::record(kind, name, at, ledger, &manifest, &sizes);
            point_write = Some(Write::put(keys::point(self.id, number), encode(Kind::Point, number, &record)?));
            points.insert(number, Pinned::of(&record));
            gone.extend(points::too_many(&points, &spared));
        }
        points.retain(|number, _| !gone.contains(number));

        let older = state.newest.as_ref().filter(|_| instead_of.is_none());
        let older_generation = older.map(|(generation, _)| *generation);
        let older = older.map(|(_, manifest)| manifest);
        let older_base = older.map_or(manifest.base, |older| older.base);
        let chunks = manifest.chunks().chain(older.into_iter().flat_map(Manifest::chunks));
        let of_points = points.values().flat_map(|point| point.chunks.iter().map(String::as_str));
        let kept_chunks = to_set(chunks.map(|chunk| chunk.0.as_str()).chain(of_points));
        let mut kept_texts = needed;
        kept_texts.extend(older.into_iter().flat_map(|older| older.texts.iter().map(|(hash, _)| *hash)));
        kept_texts.extend(state.journal.range(older_base + 1..).flat_map(|(_, note)| note.texts.iter().copied()));
        kept_texts.extend(points.values().flat_map(|point| point.texts.iter().copied()));

        let mut batch = before;
        let mut remove: BTreeSet<String> = state.stray.iter().cloned().collect();
        batch.extend(text_writes);
        let mut chunks = state.chunks.clone();
        for (chunk, bytes) in cut.fresh {
            // Written even if one of that name is there already, for a restore point: that one may be torn.
            batch.push(Write::put(keys::chunk(self.id, &chunk.0), bytes));
            chunks.insert(chunk.0);
        }
        // A project has two from the first on, so that it never hangs on one record.
        let twins = if older.is_none() { vec![generation, generation + 1] } else { vec![generation] };
        for generation in &twins {
            let record = encode(Kind::Manifest, *generation, &manifest)?;
            batch.push(Write::put(keys::manifest(self.id, *generation), record));
        }
        batch.extend(point_write);
        batch.push(self.info_record(&info)?);
        batch.push(store_record()?);

        let manifests = state.manifests.iter().filter(|generation| Some(**generation) != older_generation);
        remove.extend(manifests.map(|generation| keys::manifest(self.id, *generation)));
        remove.extend(state.journal.range(..=older_base).map(|(number, _)| keys::entry(self.id, *number)));
        let idle = chunks.iter().filter(|chunk| !kept_chunks.contains(chunk.as_str()));
        remove.extend(idle.map(|chunk| keys::chunk(self.id, chunk)));
        let idle = sizes.keys().filter(|hash| !kept_texts.contains(hash));
        remove.extend(idle.map(|hash| keys::text(self.id, hash)));
        remove.extend(gone.iter().map(|number| keys::point(self.id, *number)));
        let prefix = keys::project(self.id);
        remove.extend(instead_of.into_iter().flatten().filter(|key| match keys::parse(&key[prefix.len()..]) {
            Key::Chunk(hash) => !kept_chunks.contains(hash),
            Key::Text(hash) => !kept_texts.contains(&hash),
            Key::Point(number) => !points.contains_key(&number),
            Key::Manifest(generation) => !twins.contains(&generation),
            Key::Holder => false,
            Key::Entry(_) | Key::Unknown => true,
        }));
        batch.extend(remove.into_iter().map(|key| Write::Delete { key }));

        chunks.retain(|chunk| kept_chunks.contains(chunk.as_str()));
        sizes.retain(|hash, _| kept_texts.contains(hash));
        let mut journal = state.journal.clone();
        journal.retain(|number, _| *number > older_base);
        let after = State {
            pieces: cut.pieces,
            next: manifest.base + 1,
            journal,
            manifests: older_generation.into_iter().chain(twins.iter().copied()).collect(),
            chunks,
            texts: sizes,
            stray: Vec::new(),
            snapshot_first: false,
            relaxed: Vec::new(),
            store_known: true,
            points,
            info,
            passed: state.passed.clone(),
            newest: Some((twins.last().copied().unwrap_or(generation), manifest)),
        };
        Ok((batch, after))
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
                self.state.borrow_mut().texts.remove(hash);
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

    /// The writes for those texts that are not there yet, and their sizes; for `all`, if those that are there may be torn.
    fn new_texts(&self, texts: NewTexts<'_>, all: bool) -> (Vec<Write>, BTreeMap<TextHash, u64>) {
        let state = self.state.borrow();
        let mut sizes = BTreeMap::new();
        let mut writes = Vec::new();
        for (hash, text) in texts {
            if (all || !state.texts.contains_key(hash)) && sizes.insert(*hash, text.len() as u64).is_none() {
                let record = frame::wrap(Kind::Text, 0, text.as_bytes());
                writes.push(Write::put(keys::text(self.id, hash), record));
            }
        }
        (writes, sizes)
    }

    /// Makes these changes, unless someone else has taken the project over.
    async fn commit(&self, mut batch: Vec<Write>, durability: Durability) -> Result<(), StorageError> {
        let passed = self.state.borrow().passed.clone();
        batch.splice(0..0, passed.map(|key| Write::Unless { key }));
        self.container.commit(batch, durability).await
    }

    fn info_record(&self, info: &Info) -> Result<Write, StorageError> {
        Ok(Write::put(keys::info(self.id), encode(Kind::Info, 0, info)?))
    }
}

/// What a program must know to read the container. Every writer says it anew: an older one has said less.
fn store_record() -> Result<Write, StorageError> {
    let store = Store { version: STORE_VERSION, min_reader: STORE_VERSION };
    Ok(Write::put(keys::STORE.to_owned(), encode(Kind::Store, 0, &store)?))
}

/// The text in a record, if it is the one of that hash.
fn text_of(hash: &TextHash, record: &[u8]) -> Option<Rc<str>> {
    let payload = frame::unwrap(Kind::Text, 0, record).ok()?;
    let text = std::str::from_utf8(payload).ok()?;
    (TextHash::of(text) == *hash).then(|| text.into())
}
