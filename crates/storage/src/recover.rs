//! Opening a project: the newest whole snapshot, then the journal to its last whole entry. Nothing is written.

use emic_core::sorting::to_map;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::ledger::{Entry, Ledger};
use emic_core::repair::{self, repair};

use super::blobs::Blob;
use super::container::{Container, StorageError};
use super::frame::{self, Kind};
use super::keys::{self, Key};
use super::pieces::{Joined, LostPiece, Pieces};
use super::records::{self, ENTRY_SCHEMA, Info, JournalRecord, Manifest, ManifestHead, Schema, decode};
use super::shelf::ShelfError;

/// What opening a project had to do beyond reading it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recovery {
    /// How many entries of the journal were made again on top of the snapshot. No fault.
    pub replayed: usize,
    /// How many entries of the journal are lost: torn, or after a torn or missing one.
    pub lost_records: usize,
    /// The newest snapshot was torn; the one before it was taken, and the journal made again on top of it.
    pub used_older_snapshot: bool,
    /// The steps that could be undone are lost; the project is not.
    pub undo_lost: bool,
    /// No snapshot was whole, and the newest was taken without these pieces of it.
    pub lost_pieces: Vec<LostPiece>,
    /// The titles of documents whose text is not there.
    pub missing_texts: Vec<String>,
    /// What was not sound and was set right.
    pub issues: Vec<repair::Issue>,
}

impl Recovery {
    /// Whether all is as it was left.
    pub fn is_clean(&self) -> bool {
        Recovery { replayed: 0, ..self.clone() } == Recovery::default()
    }
}

/// A project as it was found.
pub(crate) struct Found {
    pub ledger: Ledger,
    pub recovery: Recovery,
    pub manifest: Manifest,
    pub generation: u64,
    pub info: Info,
    pub pieces: Pieces,
    /// The number of the next entry.
    pub next: u64,
    /// The journal: what each entry takes and brings in, by its number. Of those that the snapshot has, only the number.
    pub journal: BTreeMap<u64, JournalNote>,
    pub manifests: BTreeSet<u64>,
    pub chunks: BTreeSet<String>,
    pub blobs: BTreeSet<Blob>,
    /// Entries that are lost, and keys that nothing knows.
    pub stray: Vec<String>,
    /// The snapshot that was not needed is torn.
    pub heal: bool,
}

/// What must be known of an entry in the journal.
#[derive(Debug, Clone)]
pub(crate) struct JournalNote {
    pub bytes: usize,
    pub blobs: Vec<Blob>,
}

pub(crate) async fn find(container: &dyn Container, id: ProjectId) -> Result<Found, ShelfError> {
    let prefix = keys::project(id);
    let all = container.keys(&prefix).await?;
    let (mut manifests, mut entries) = (BTreeSet::new(), BTreeSet::new());
    let (mut chunks, mut blobs, mut stray) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for key in &all {
        match keys::parse(&key[prefix.len()..]) {
            Key::Manifest(generation) => drop(manifests.insert(generation)),
            Key::Entry(number) => drop(entries.insert(number)),
            Key::Chunk(hash) => drop(chunks.insert(hash.to_owned())),
            Key::Blob(blob) => drop(blobs.insert(blob)),
            // It is read when it is asked for, or when a snapshot is to leave it what it needs.
            Key::Point(_) | Key::Holder => {}
            Key::Unknown => stray.push(key.clone()),
        }
    }
    if manifests.is_empty() {
        return Err(ShelfError::Missing);
    }

    let mut recovery = Recovery::default();
    let mut snapshots = Vec::new();
    for generation in manifests.iter().rev() {
        let Some(snapshot) = load(container, id, *generation).await? else { continue };
        let whole = snapshot.joined.lost.is_empty() && !snapshot.joined.undo_lost;
        snapshots.push(snapshot);
        if whole {
            break;
        }
    }
    // Of those that lost least the one that leads furthest (the journal leads from an older one to a newer one, unless
    // that was taken after a loss), if possible with what can be undone.
    let newest_base = snapshots.iter().map(|snapshot| snapshot.manifest.base).max().unwrap_or(0);
    let leads_to_newest = |base: u64| (base + 1..=newest_base).all(|number| entries.contains(&number));
    let best = |snapshot: &Snapshot| {
        let Joined { lost, undo_lost, .. } = &snapshot.joined;
        (lost.len(), !leads_to_newest(snapshot.manifest.base), *undo_lost, std::cmp::Reverse(snapshot.generation))
    };
    let snapshot = snapshots.into_iter().min_by_key(best).ok_or(ShelfError::Damaged)?;
    let Snapshot { generation, manifest, joined } = snapshot;
    let (mut ledger, mut pieces) = (joined.ledger, joined.pieces);
    // A torn snapshot that is not needed today may be tomorrow: it is worth a new one.
    let mut heal = false;
    for other in manifests.iter().filter(|other| **other != generation) {
        let record = container.get(&keys::manifest(id, *other)).await?;
        heal |= record.and_then(|record| decode::<Manifest>(Kind::Manifest, *other, &record).ok()).is_none();
    }
    recovery.used_older_snapshot = manifests.last() != Some(&generation);
    recovery.undo_lost = joined.undo_lost;
    recovery.lost_pieces = joined.lost;

    let mut journal = replay(container, id, manifest.base, &entries, &mut ledger, &mut recovery).await?;
    let last = manifest.base + journal.len() as u64;
    recovery.lost_records += newest_base.saturating_sub(last) as usize;
    // Older entries are kept for the older snapshot, those after the last whole one are of no use.
    stray.extend(entries.range(last + 1..).map(|number| keys::entry(id, *number)));
    for number in entries.range(..=manifest.base) {
        journal.insert(*number, JournalNote { bytes: 0, blobs: Vec::new() });
    }
    let next = entries.last().copied().unwrap_or(0).max(last) + 1;

    let (project, issues) = repair((**ledger.project()).clone());
    if !issues.is_empty() {
        ledger = Ledger::new(project, ledger.history().clone(), ledger.undo_stack().clone());
        pieces = Pieces::default();
        recovery.issues = issues;
    }
    let documents = ledger.project().documents.values();
    recovery.missing_texts = documents
        .filter(|document| Blob::of(document).any(|blob| matches!(blob, Blob::Text(_)) && !blobs.contains(&blob)))
        .map(|document| document.title.clone())
        .collect();

    let info = container.get(&keys::info(id)).await?;
    let info = info.and_then(|bytes| decode::<Info>(Kind::Info, 0, &bytes).ok());
    let changed = ledger.history().steps().last().map_or(ledger.project().meta.created, |step| step.stamp.at);
    let info = info.unwrap_or_else(|| Info::of(&ledger, changed)).after(&ledger, changed);
    Ok(Found {
        ledger,
        recovery,
        manifest,
        generation,
        info,
        pieces,
        next,
        journal,
        manifests,
        chunks,
        blobs,
        stray,
        heal,
    })
}

struct Snapshot {
    generation: u64,
    manifest: Manifest,
    joined: Joined,
}

/// A snapshot, as far as it is whole; `None` if nothing of it can be used.
async fn load(container: &dyn Container, id: ProjectId, generation: u64) -> Result<Option<Snapshot>, ShelfError> {
    let Some(record) = container.get(&keys::manifest(id, generation)).await? else { return Ok(None) };
    let Ok(head) = decode::<ManifestHead>(Kind::Manifest, generation, &record) else { return Ok(None) };
    let has = emic_formats::project::VERSION;
    if head.min_reader > has || head.version > has {
        return Err(ShelfError::NewerVersion { needs: head.min_reader.max(head.version), has });
    }
    let Ok(manifest) = decode::<Manifest>(Kind::Manifest, generation, &record) else { return Ok(None) };
    let joined = join(container, id, &manifest).await?;
    Ok(Some(Snapshot { generation, manifest, joined }))
}

/// The newest snapshot of which no piece is lost, if there is one, and the project that it gives.
///
/// # Errors
/// If the container cannot be read, or a newer version has written there.
pub(crate) async fn newest_whole(
    container: &dyn Container,
    id: ProjectId,
) -> Result<Option<(Ledger, Manifest)>, ShelfError> {
    let prefix = keys::project(id);
    let all = container.keys(&prefix).await?;
    let generation = |key: &String| match keys::parse(&key[prefix.len()..]) {
        Key::Manifest(generation) => Some(generation),
        _ => None,
    };
    let generations: BTreeSet<u64> = all.iter().filter_map(generation).collect();
    for generation in generations.into_iter().rev() {
        let snapshot = load(container, id, generation).await?;
        if let Some(Snapshot { manifest, joined, .. }) = snapshot.filter(|snapshot| snapshot.joined.lost.is_empty()) {
            return Ok(Some((joined.ledger, manifest)));
        }
    }
    Ok(None)
}

/// What a list of pieces stands for, as far as they are whole.
pub(crate) async fn join(
    container: &dyn Container,
    id: ProjectId,
    manifest: &Manifest,
) -> Result<Joined, StorageError> {
    let names: Vec<_> = manifest.chunks().map(|chunk| keys::chunk(id, &chunk.0)).collect();
    let records = container.get_many(&names).await?;
    let found = manifest.chunks().zip(&records);
    let chunks = to_map(found.filter_map(|(chunk, record)| Some((chunk.0.as_str(), record.as_deref()?))));
    Ok(Pieces::join(manifest, &chunks))
}

/// Makes the entries after `base` again, as far as they are whole and without a gap. An entry that is whole but cannot be
/// made again is no torn one: then nothing is opened, so that nothing of it is ever removed.
async fn replay(
    container: &dyn Container,
    id: ProjectId,
    base: u64,
    entries: &BTreeSet<u64>,
    ledger: &mut Ledger,
    recovery: &mut Recovery,
) -> Result<BTreeMap<u64, JournalNote>, ShelfError> {
    let after: Vec<u64> = entries.range(base + 1..).copied().collect();
    let names: Vec<_> = after.iter().map(|number| keys::entry(id, *number)).collect();
    let records = container.get_many(&names).await?;
    let mut journal = BTreeMap::new();
    for (number, record) in after.iter().zip(&records) {
        let Some(entry) = entry(*number, record.as_deref())? else { break };
        if *number != base + journal.len() as u64 + 1 {
            break;
        }
        // After a loss in the snapshot an entry may well ask for what is lost, and is lost with it: a step to be undone,
        // for instance.
        match ledger.enter(&entry) {
            Ok(_) => {}
            Err(_) if recovery.undo_lost || !recovery.lost_pieces.is_empty() => break,
            Err(_) => return Err(ShelfError::Damaged),
        }
        let note = JournalNote { bytes: record.as_ref().map_or(0, Vec::len), blobs: records::blobs_of(&entry) };
        journal.insert(*number, note);
    }
    recovery.replayed = journal.len();
    recovery.lost_records = after.len() - journal.len();
    Ok(journal)
}

/// The entry of a record; `None` if it is torn.
///
/// # Errors
/// If the record is whole but none that this version can read.
pub(crate) fn entry(number: u64, record: Option<&[u8]>) -> Result<Option<Rc<Entry>>, ShelfError> {
    let Some(payload) = record.and_then(|record| frame::unwrap(Kind::Entry, number, record).ok()) else {
        return Ok(None);
    };
    let Schema { schema } = emic_formats::json::read(payload).map_err(|_| ShelfError::Damaged)?;
    if schema > ENTRY_SCHEMA {
        return Err(ShelfError::NewerVersion { needs: schema, has: ENTRY_SCHEMA });
    }
    // One of a kind that is not known here: a newer version has written it, in the same form.
    let record: JournalRecord = emic_formats::json::read(payload)
        .map_err(|_| ShelfError::NewerVersion { needs: schema + 1, has: ENTRY_SCHEMA })?;
    Ok(Some(Rc::new(record.entry)))
}
