//! Restore points: the project as it was, to be looked at and gone back to.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ledger::{Entry, Ledger};
use emic_core::project::Project;
use emic_core::repair::repair;
use emic_core::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::blobs::Blob;
use super::book::Book;
use super::container::{StorageError, Write};
use super::frame::Kind;
use super::keys::{self, Key};
use super::records::{Manifest, decode, encode};
use super::recover;
use super::shelf::ShelfError;
use super::snapshot::Task;

/// How many restore points that nobody asked for are kept.
const AUTOMATIC: usize = 10;

/// How many documents that come in together are worth a restore point.
const DOCUMENTS: usize = 10;

/// How many quotations that go, or lose a code, together are.
const QUOTATIONS: usize = 50;

/// The form of a restore point.
const POINT_SCHEMA: u32 = 1;

/// What a restore point was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointKind {
    /// Someone asked for it; it has a name and is kept until it is removed.
    Named,
    /// Many documents were about to come in.
    Import,
    /// Much was about to be removed.
    Deletion,
    /// Another state was about to be restored.
    Restore,
    /// A file was about to take the project's place.
    Replace,
}

impl PointKind {
    /// Whether nobody asked for it.
    pub fn is_automatic(self) -> bool {
        self != PointKind::Named
    }
}

/// A restore point.
#[derive(Debug, Clone, PartialEq)]
pub struct RestorePoint {
    /// Its number; later ones have higher ones.
    pub number: u64,
    /// What is in it; `None` if it is damaged, so that it can only be removed.
    pub facts: Option<PointFacts>,
    /// About how many bytes it takes that nothing else needs.
    pub bytes: u64,
}

/// What a restore point says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointFacts {
    /// What it was made for.
    pub kind: PointKind,
    /// Its name; empty if nobody gave it one.
    pub name: String,
    /// When it was made.
    pub at: Timestamp,
    /// How many documents the project had.
    pub documents: usize,
    /// How many codes.
    pub codes: usize,
    /// How many quotations.
    pub quotations: usize,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PointRecord {
    schema: u32,
    facts: PointFacts,
    /// Without history and undo, so that it holds no more than the project did.
    manifest: Manifest,
}

/// What a snapshot must know of a restore point.
#[derive(Debug, Clone)]
pub(crate) struct Pinned {
    automatic: bool,
    /// When it was made; `None` if it is damaged.
    at: Option<Timestamp>,
    /// What it needs; nothing if it is damaged.
    pub chunks: Vec<String>,
    pub blobs: Vec<Blob>,
}

impl Pinned {
    pub fn of(record: &PointRecord) -> Pinned {
        Pinned {
            automatic: record.facts.kind.is_automatic(),
            at: Some(record.facts.at),
            chunks: record.manifest.chunks().map(|chunk| chunk.0.clone()).collect(),
            blobs: record.manifest.blobs().map(|(blob, _)| blob).collect(),
        }
    }

    fn damaged() -> Pinned {
        Pinned { automatic: false, at: None, chunks: Vec::new(), blobs: Vec::new() }
    }
}

/// The restore point of a snapshot that is being written.
pub(crate) fn record(
    kind: PointKind,
    name: String,
    at: Timestamp,
    ledger: &Ledger,
    manifest: &Manifest,
    sizes: &BTreeMap<Blob, u64>,
) -> PointRecord {
    let project = ledger.project();
    let blobs: BTreeSet<_> = project.documents.values().flat_map(|document| Blob::of(document)).collect();
    let manifest = Manifest { history: Vec::new(), done: Vec::new(), undone: Vec::new(), ..manifest.clone() };
    let manifest = manifest.with_blobs(blobs.into_iter().map(|blob| (blob, sizes.get(&blob).copied().unwrap_or(0))));
    let facts = PointFacts {
        kind,
        name,
        at,
        documents: project.documents.len(),
        codes: project.codes.len(),
        quotations: project.quotation_count(),
    };
    PointRecord { schema: POINT_SCHEMA, facts, manifest }
}

/// The oldest of the points that nobody asked for, beyond those that are kept. Those of the times in `spared` are not
/// among them.
pub(crate) fn too_many(points: &BTreeMap<u64, Pinned>, spared: &BTreeSet<Timestamp>) -> Vec<u64> {
    let automatic = || points.iter().filter(|(_, point)| point.automatic);
    let beyond = automatic().count().saturating_sub(AUTOMATIC);
    let may_go = automatic().filter(|(_, point)| point.at.is_none_or(|at| !spared.contains(&at)));
    may_go.map(|(number, _)| *number).take(beyond).collect()
}

/// The times of the states that entries go back to.
fn gone_back_to(entries: &[Rc<Entry>]) -> BTreeSet<Timestamp> {
    let edits = entries.iter().flat_map(|entry| match &**entry {
        Entry::Do(step) => step.edits.as_slice(),
        Entry::Undo { .. } | Entry::Redo { .. } => &[],
    });
    let restores = edits.filter_map(|edit| match edit {
        Edit::Restore(restore) => Some(restore.at),
        _ => None,
    });
    restores.collect()
}

/// What restore point should be made before an entry is carried out, if any: it changes so much that one may want to go
/// back past what was done after it. `before` is the project without it.
pub fn worth_a_point(entry: &Entry, before: &Project) -> Option<PointKind> {
    let Entry::Do(step) = entry else { return None };
    let (mut documents, mut quotations) = (0, 0);
    let mut codes = BTreeSet::new();
    for edit in &step.edits {
        match edit {
            Edit::Restore(_) => return Some(PointKind::Restore),
            Edit::AddDocument(_) => documents += 1,
            Edit::DeleteDocument { id } => quotations += before.quotations_in(*id).len(),
            Edit::DeleteQuotation { .. } => quotations += 1,
            Edit::EditText(edit) => quotations += edit.gone.len(),
            Edit::DeleteCode { id } => drop(codes.insert(*id)),
            Edit::MergeCodes { from, .. } => codes.extend(from),
            _ => {}
        }
    }
    if !codes.is_empty() {
        let all = before.quotations.values().flat_map(|list| list.iter());
        quotations += all.filter(|quotation| quotation.codings.iter().any(|it| codes.contains(&it.code))).count();
    }
    if quotations >= QUOTATIONS {
        Some(PointKind::Deletion)
    } else {
        (documents >= DOCUMENTS).then_some(PointKind::Import)
    }
}

impl Book {
    /// The restore points, the latest first.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn restore_points(&self) -> Result<Vec<RestorePoint>, StorageError> {
        let found = self.point_records(|_| true).await?;
        // How many need a piece, the present counting as one.
        let mut users: BTreeMap<String, usize> = BTreeMap::new();
        let pieces = |manifest: &Manifest| -> BTreeMap<String, u64> {
            let chunks = manifest.chunks().map(|chunk| (chunk.0.clone(), chunk.1));
            chunks.chain(manifest.blobs().map(|(blob, bytes)| (blob.key(self.id), bytes))).collect()
        };
        let present = self.state.borrow().newest.as_ref().map(|(_, manifest)| pieces(manifest));
        let of_points: Vec<_> = found
            .into_iter()
            .map(|(number, record, bytes)| {
                let pieces = record.as_ref().map(|record| pieces(&record.manifest)).unwrap_or_default();
                (number, record, bytes, pieces)
            })
            .collect();
        for pieces in of_points.iter().map(|(.., pieces)| pieces).chain(&present) {
            pieces.keys().for_each(|piece| *users.entry(piece.clone()).or_default() += 1);
        }
        let points = of_points.into_iter().rev().map(|(number, record, bytes, pieces)| {
            let own = pieces.iter().filter(|(piece, _)| users.get(*piece) == Some(&1)).map(|(_, bytes)| bytes);
            RestorePoint { number, facts: record.map(|record| record.facts), bytes: bytes + own.sum::<u64>() }
        });
        Ok(points.collect())
    }

    /// Makes a restore point of `ledger`, which must be what all entries added so far have led to. Of those that nobody
    /// asked for the oldest go when they are too many.
    ///
    /// # Errors
    /// If the container cannot; all is as it was then.
    pub async fn add_restore_point(
        &self,
        ledger: &Ledger,
        kind: PointKind,
        name: String,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let changed = self.info().changed;
        self.write_snapshot(ledger, changed, Task { pin: Some((kind, name, now)), ..Task::default() }).await
    }

    /// Makes a restore point that nobody asked for, before `upcoming` are appended: all entries that wait for it. `before`
    /// is what all entries added so far have led to. The oldest go as with [`Book::add_restore_point`], but none that an
    /// upcoming entry goes back to: only that point still holds the texts which the entry brings back.
    ///
    /// # Errors
    /// If the container cannot; all is as it was then.
    pub async fn add_point_before(
        &self,
        upcoming: &[Rc<Entry>],
        before: &Ledger,
        kind: PointKind,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let changed = self.info().changed;
        let pin = Some((kind, String::new(), now));
        self.write_snapshot(before, changed, Task { pin, spared: gone_back_to(upcoming), ..Task::default() }).await
    }

    /// The write that makes a restore point of a snapshot which is stored, whole, and gives `ledger`. The next snapshot of
    /// this book, which must carry it out, leaves what it needs.
    pub(crate) fn pin_stored(
        &self,
        ledger: &Ledger,
        manifest: &Manifest,
        kind: PointKind,
        now: Timestamp,
    ) -> Result<Write, StorageError> {
        let sizes = manifest.blobs().collect();
        let record = record(kind, String::new(), now, ledger, manifest, &sizes);
        let mut state = self.state.borrow_mut();
        let number = state.points.keys().last().map_or(1, |last| last + 1);
        let write = Write::put(keys::point(self.id, number), encode(Kind::Point, number, &record)?);
        state.points.insert(number, Pinned::of(&record));
        Ok(write)
    }

    /// Removes a restore point with all that only it needs. `ledger` is what all entries added so far have led to.
    ///
    /// # Errors
    /// If the container cannot; all is as it was then.
    pub async fn remove_restore_point(&self, number: u64, ledger: &Ledger) -> Result<(), StorageError> {
        let changed = self.info().changed;
        self.write_snapshot(ledger, changed, Task { unpin: [number].into(), ..Task::default() }).await
    }

    /// The project as it was at a restore point. Its texts are those of the book.
    ///
    /// # Errors
    /// If there is none of that number, it is not whole, or the container cannot be read.
    pub async fn open_restore_point(&self, number: u64) -> Result<Project, ShelfError> {
        let record = self.container.get(&keys::point(self.id, number)).await?.ok_or(ShelfError::Missing)?;
        let record = read(number, &record).ok_or(ShelfError::Damaged)?;
        let joined = recover::join(&*self.container, self.id, &record.manifest).await?;
        if !joined.lost.is_empty() {
            return Err(ShelfError::Damaged);
        }
        Ok(repair((**joined.ledger.project()).clone()).0)
    }

    /// What a restore point holds beside the pieces in `shared` (a part of a project, not sound by itself); `None` if that
    /// is not whole. Much cheaper than the whole of it where little has changed.
    pub(crate) async fn point_beside(
        &self,
        number: u64,
        shared: &BTreeSet<String>,
    ) -> Result<Option<Project>, StorageError> {
        let record = self.container.get(&keys::point(self.id, number)).await?;
        let Some(PointRecord { mut manifest, .. }) = record.and_then(|record| read(number, &record)) else {
            return Ok(None);
        };
        manifest.documents.retain(|chunk| !shared.contains(&chunk.0));
        manifest.quotations.retain(|(_, chunk)| !shared.contains(&chunk.0));
        let joined = recover::join(&*self.container, self.id, &manifest).await?;
        Ok(joined.lost.is_empty().then(|| (**joined.ledger.project()).clone()))
    }

    /// The pieces that `ledger` consists of.
    pub(crate) async fn pieces_of(&self, ledger: &Ledger) -> Result<BTreeSet<String>, StorageError> {
        let pieces = self.state.borrow().pieces.clone();
        let cut = pieces.cut(ledger, &*self.container).await?;
        Ok(cut.manifest.chunks().map(|chunk| chunk.0.clone()).collect())
    }

    /// Looks which restore points there are and what they need: a snapshot removes what nothing needs.
    pub(crate) async fn look_at_points(&self) -> Result<(), StorageError> {
        let known: BTreeSet<u64> = self.state.borrow().points.keys().copied().collect();
        let there = self.point_numbers().await?;
        let new = self.point_records(|number| !known.contains(&number)).await?;
        let mut state = self.state.borrow_mut();
        state.points.retain(|number, _| there.contains(number));
        for (number, record, _) in new {
            state.points.insert(number, record.as_ref().map_or_else(Pinned::damaged, Pinned::of));
        }
        Ok(())
    }

    pub(crate) async fn point_numbers(&self) -> Result<Vec<u64>, StorageError> {
        let prefix = keys::project(self.id);
        let keys = self.container.keys(&keys::points(self.id)).await?;
        let number = |key: &String| match keys::parse(&key[prefix.len()..]) {
            Key::Point(number) => Some(number),
            _ => None,
        };
        Ok(keys.iter().filter_map(number).collect())
    }

    /// The records of restore points, and their sizes in bytes; no record where it is not whole.
    async fn point_records(
        &self,
        wanted: impl Fn(u64) -> bool,
    ) -> Result<Vec<(u64, Option<PointRecord>, u64)>, StorageError> {
        let numbers: Vec<u64> = self.point_numbers().await?.into_iter().filter(|number| wanted(*number)).collect();
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let names: Vec<_> = numbers.iter().map(|number| keys::point(self.id, *number)).collect();
        let records = self.container.get_many(&names).await?;
        let points = numbers.into_iter().zip(records).map(|(number, record)| {
            let bytes = record.as_ref().map_or(0, |record| record.len() as u64);
            (number, record.and_then(|record| read(number, &record)), bytes)
        });
        Ok(points.collect())
    }
}

/// A restore point that is whole and of a form that is known.
fn read(number: u64, record: &[u8]) -> Option<PointRecord> {
    let record: PointRecord = decode(Kind::Point, number, record).ok()?;
    let known = record.schema <= POINT_SCHEMA && record.manifest.version <= emic_formats::project::VERSION;
    known.then_some(record)
}
