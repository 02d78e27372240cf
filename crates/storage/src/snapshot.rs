//! Snapshots: a project written whole, and what is removed with that.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::ledger::Ledger;
use emic_core::sorting::to_set;
use emic_core::time::Timestamp;

use super::blobs::{Blob, Fresh, NewTexts};
use super::book::{Book, State, store_record};
use super::container::{Durability, StorageError, Write};
use super::frame::Kind;
use super::keys::{self, Key};
use super::pieces::{Cut, Pieces};
use super::points::{self, Pinned, PointKind};
use super::records::{Info, Manifest, encode};

/// What a snapshot does beyond noting the project as it is.
#[derive(Default)]
pub(crate) struct Task<'a> {
    /// What is new and kept whole, which is written with it.
    pub fresh: Fresh<'a>,
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

impl Book {
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
        self.write_snapshot(ledger, now, Task { fresh: Fresh::texts(texts), before, ..Task::default() }).await
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
        let pieces = if instead { Pieces::default() } else { self.state.borrow().pieces.clone() };
        let cut = pieces.cut(ledger, &*self.container).await?;
        let blobs = self.new_blobs(task.fresh, instead).await;
        let (batch, after) = self.plan(ledger, now, task, cut, blobs)?;
        let result = self.commit(batch, Durability::Strict).await;
        let mut state = self.state.borrow_mut();
        match result {
            Ok(()) => *state = after,
            // It may have been carried out all the same: what it was to remove can no longer be counted on.
            Err(_) => {
                state.blobs.retain(|blob, _| after.blobs.contains_key(blob));
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
    fn plan(
        &self,
        ledger: &Ledger,
        now: Timestamp,
        task: Task<'_>,
        cut: Cut,
        (blob_writes, new_sizes): (Vec<Write>, BTreeMap<Blob, u64>),
    ) -> Result<(Vec<Write>, State), StorageError> {
        let Task { before, pin, spared, unpin, instead_of, .. } = task;
        let state = self.state.borrow();
        let anew = state.snapshot_first || instead_of.is_some();
        let mut manifest = cut.manifest;
        // After a recovery the numbers go on behind all that were ever seen, so that no lost entry fits again.
        manifest.base = if anew { state.next } else { state.next - 1 };
        let mut sizes = state.blobs.clone();
        sizes.extend(new_sizes);
        let needed = Blob::needed(ledger);
        let sized = |blob: &Blob| (*blob, sizes.get(blob).copied().unwrap_or(0));
        let manifest = manifest.with_blobs(needed.iter().map(sized));
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
        let mut kept = needed;
        kept.extend(older.into_iter().flat_map(Manifest::blobs).map(|(blob, _)| blob));
        kept.extend(state.journal.range(older_base + 1..).flat_map(|(_, note)| note.blobs.iter().copied()));
        kept.extend(points.values().flat_map(|point| point.blobs.iter().copied()));

        let mut batch = before;
        let mut remove: BTreeSet<String> = state.stray.iter().cloned().collect();
        batch.extend(blob_writes);
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
        let idle = sizes.keys().filter(|blob| !kept.contains(blob));
        remove.extend(idle.map(|blob| blob.key(self.id)));
        remove.extend(gone.iter().map(|number| keys::point(self.id, *number)));
        let prefix = keys::project(self.id);
        remove.extend(instead_of.into_iter().flatten().filter(|key| match keys::parse(&key[prefix.len()..]) {
            Key::Chunk(hash) => !kept_chunks.contains(hash),
            Key::Blob(blob) => !kept.contains(&blob),
            Key::Point(number) => !points.contains_key(&number),
            Key::Manifest(generation) => !twins.contains(&generation),
            Key::Holder => false,
            Key::Entry(_) | Key::Unknown => true,
        }));
        batch.extend(remove.into_iter().map(|key| Write::Delete { key }));

        chunks.retain(|chunk| kept_chunks.contains(chunk.as_str()));
        sizes.retain(|blob, _| kept.contains(blob));
        let mut journal = state.journal.clone();
        journal.retain(|number, _| *number > older_base);
        let after = State {
            pieces: cut.pieces,
            next: manifest.base + 1,
            journal,
            manifests: older_generation.into_iter().chain(twins.iter().copied()).collect(),
            chunks,
            blobs: sizes,
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
}
