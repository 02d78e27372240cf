//! The keys of records. They hold ids and hashes, never a name.

use emic_core::ids::ProjectId;
use emic_core::text::TextHash;

use super::blobs::Blob;

/// The version of the whole.
pub(crate) const STORE: &str = "emic";

/// What all keys of the list of projects begin with.
pub(crate) const LIST: &str = "i/";

/// What the list says of a project.
pub(crate) fn info(id: ProjectId) -> String {
    format!("{LIST}{id}")
}

/// What all other keys of a project begin with.
pub(crate) fn project(id: ProjectId) -> String {
    format!("p/{id}/")
}

/// A snapshot's list of pieces.
pub(crate) fn manifest(id: ProjectId, generation: u64) -> String {
    format!("p/{id}/m/{generation:016x}")
}

/// A piece of a snapshot.
pub(crate) fn chunk(id: ProjectId, hash: &str) -> String {
    format!("p/{id}/c/{hash}")
}

/// An entry of the journal.
pub(crate) fn entry(id: ProjectId, number: u64) -> String {
    format!("p/{id}/j/{number:016x}")
}

/// A text.
pub(crate) fn text(id: ProjectId, hash: &TextHash) -> String {
    format!("p/{id}/t/{hash}")
}

/// What the keys of the files as they were begin with.
pub(crate) fn originals(id: ProjectId) -> String {
    format!("p/{id}/o/")
}

/// A file as it was.
pub(crate) fn original(id: ProjectId, hash: &TextHash) -> String {
    format!("p/{id}/o/{hash}")
}

/// What the keys of a project's restore points begin with.
pub(crate) fn points(id: ProjectId) -> String {
    format!("p/{id}/r/")
}

/// A restore point.
pub(crate) fn point(id: ProjectId, number: u64) -> String {
    format!("p/{id}/r/{number:016x}")
}

/// Who holds the right to write a project.
pub(crate) fn holder(id: ProjectId) -> String {
    format!("p/{id}/w")
}

/// The word that one of that name does not hold it any more.
pub(crate) fn passed(id: ProjectId, name: &str) -> String {
    format!("p/{id}/x/{name}")
}

/// A key of a project, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Key<'a> {
    Manifest(u64),
    Chunk(&'a str),
    Entry(u64),
    Blob(Blob),
    Point(u64),
    /// Who writes it, and who does no more.
    Holder,
    /// None that this version writes.
    Unknown,
}

/// Takes a key apart, given without what all keys of its project begin with.
pub(crate) fn parse(rest: &str) -> Key<'_> {
    let number = |hex: &str| u64::from_str_radix(hex, 16);
    let key = match rest.split_once('/') {
        None if rest == "w" => Some(Key::Holder),
        Some(("x", _)) => Some(Key::Holder),
        Some(("m", hex)) => number(hex).ok().map(Key::Manifest),
        Some(("j", hex)) => number(hex).ok().map(Key::Entry),
        Some(("r", hex)) => number(hex).ok().map(Key::Point),
        Some(("c", hash)) => Some(Key::Chunk(hash)),
        Some(("t", hash)) => hash.parse().ok().map(|hash| Key::Blob(Blob::Text(hash))),
        Some(("o", hash)) => hash.parse().ok().map(|hash| Key::Blob(Blob::Original(hash))),
        _ => None,
    };
    key.unwrap_or(Key::Unknown)
}
