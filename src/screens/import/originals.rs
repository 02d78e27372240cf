//! Files as they were, to be kept with the documents that come out of them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::project::{Extra, Original};
use emic_core::sorting::to_set;
use emic_core::text::TextHash;
use yew::prelude::*;

use super::batch::Batch;
use super::files::SourceFile;
use crate::i18n::{format_bytes, tr};
use crate::persist::{self, StorageKind};
use crate::prefs::{self, use_prefs};
use crate::session::{Session, use_session_state};
use crate::widgets::Toggle;
use crate::worker::{Readers, Stop};

/// How many bytes of them can be kept in one go: with their documents they are written in one piece.
const MOST: u64 = 256 * 1024 * 1024;

/// Whether the files of a batch can be kept as they are.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Offer {
    /// Nothing of it comes out of a file.
    NoFile,
    /// There is too little room where projects are kept here.
    NoRoom,
    /// They are too large together.
    TooLarge,
    /// They can; so many bytes.
    Bytes(u64),
}

/// The files that what is ticked comes out of, each once.
fn files_of(batch: &Batch) -> Vec<Rc<SourceFile>> {
    let ticked: BTreeSet<usize> = to_set(batch.ticked().filter_map(|item| item.file));
    batch.files.iter().filter(|file| ticked.contains(&file.id)).map(|file| Rc::clone(&file.0)).collect()
}

fn offer(batch: &Batch, kept: Option<StorageKind>) -> Offer {
    let files = files_of(batch);
    let bytes: u64 = files.iter().map(|file| file.bytes).sum();
    match kept {
        _ if files.is_empty() => Offer::NoFile,
        Some(StorageKind::IndexedDb) if bytes <= MOST => Offer::Bytes(bytes),
        Some(StorageKind::IndexedDb) => Offer::TooLarge,
        _ => Offer::NoRoom,
    }
}

/// The files of a batch that are to be kept as they are.
pub fn wanted(batch: &Batch, kept: Option<StorageKind>) -> Vec<Rc<SourceFile>> {
    match offer(batch, kept) {
        Offer::Bytes(_) if prefs::current().keep_originals => files_of(batch),
        _ => Vec::new(),
    }
}

/// Files that are kept as they are: by the id of the file in the list, and by what is to be stored.
#[derive(Default)]
pub struct Kept {
    /// What documents say of theirs.
    pub of_file: BTreeMap<usize, Original>,
    /// Their bytes.
    pub bytes: Vec<(TextHash, Rc<[u8]>)>,
    /// How many were not kept, and why.
    pub failed: Option<(usize, Why)>,
}

/// Why files were not kept.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Why {
    /// The browser has too little room for them.
    Full,
    /// They could not be read any more.
    Unreadable,
}

impl Why {
    /// What is said of so many files.
    pub fn words(self, n: usize) -> AttrValue {
        match self {
            Why::Full => tr!("import-originals-full", n = n),
            Why::Unreadable => tr!("import-originals-failed", n = n),
        }
    }
}

/// Whether the browser has room for so many bytes, as far as it says. What is written takes twice as much for a while.
async fn is_room_for(bytes: u64) -> bool {
    persist::room().await.is_none_or(|room| room.quota - room.used > 2.0 * bytes as f64)
}

/// Reads files as they are. `read` hears how many are done; a stop ends it early.
pub async fn collect(files: &[Rc<SourceFile>], stop: &Stop, read: impl Fn(usize)) -> Kept {
    let readers = Readers::default();
    let mut kept = Kept::default();
    // Once the texts wait to be written it is too late to leave the files out.
    if !is_room_for(files.iter().map(|file| file.bytes).sum()).await {
        kept.failed = Some((files.len(), Why::Full));
        return kept;
    }
    for (n, file) in files.iter().enumerate() {
        read(n);
        match readers.original(&file.file, &file.file.name(), file.wishes.entry.as_deref(), stop).await {
            Ok((hash, bytes)) => {
                let original = Original { hash, bytes: bytes.len() as u64, extra: Extra::new() };
                kept.of_file.insert(file.id, original);
                // Several files may be the same.
                if !kept.bytes.iter().any(|(known, _)| *known == hash) {
                    kept.bytes.push((hash, bytes));
                }
            }
            Err(_) if stop.is_set() => break,
            Err(_) => kept.failed = Some((kept.failed.map_or(1, |(n, _)| n + 1), Why::Unreadable)),
        }
    }
    kept
}

/// What a [`KeepOriginals`] is about.
#[derive(Properties, PartialEq)]
pub struct KeepOriginalsProps {
    /// What may be brought in.
    pub batch: Batch,
}

/// Whether files are kept as they are, and what that means.
#[component]
pub fn KeepOriginals(props: &KeepOriginalsProps) -> Html {
    let keep = use_prefs().keep_originals;
    let offer = offer(&props.batch, use_session_state(Session::kept));
    let (label, hint) = match offer {
        Offer::Bytes(bytes) => {
            (tr!("import-originals-size", size = format_bytes(bytes as f64)), tr!("import-originals-hint"))
        }
        Offer::TooLarge => (tr!("import-originals"), tr!("import-originals-large", limit = format_bytes(MOST as f64))),
        Offer::NoRoom | Offer::NoFile => (tr!("import-originals"), tr!("import-originals-no-room")),
    };
    let can = matches!(offer, Offer::Bytes(_));
    let on_change = Callback::from(|on| prefs::update(|prefs| prefs.keep_originals = on));
    html! {
        <div class="import__originals">
            if offer != Offer::NoFile {
                <Toggle {label} {hint} checked={can && keep} disabled={!can} {on_change} />
            }
        </div>
    }
}
