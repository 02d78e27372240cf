//! Archives (.zip), and the parts of the formats that are one inside.

mod container;
mod names;
#[cfg(test)]
pub(crate) mod packing;
#[cfg(test)]
mod tests;

pub use container::{Archive, ENTRY_LIMIT, Entry, LIST_LIMIT, LIST_RATIO, PART_LIMIT, TOTAL_LIMIT};

use emic_formats::source::{ArchiveEntry, Bound, Damage, Format, Outcome, Refusal, Wishes};

use crate::read::{Task, read as read_file};
use crate::sniff;

/// Lists an archive, or reads a file in it.
///
/// # Errors
/// If it is damaged, or nothing is in it, or absurdly much; if the file that is asked for is not read, or is an archive again.
pub fn read(task: &Task<'_>) -> Result<Outcome, Refusal> {
    let mut archive = open(task.bytes)?;
    let Some(wanted) = &task.wishes.entry else { return list(&archive) };
    let bytes = whole(&mut archive, wanted)?;
    (task.progress)(0.1);
    let name = wanted.rsplit('/').next().unwrap_or(wanted);
    if sniff::format(name, &bytes)? == Format::Zip {
        return Err(Refusal::Excessive(Bound::Depth));
    }
    let wishes = Wishes { entry: None, ..task.wishes.clone() };
    let further = |part: f32| (task.progress)(0.1 + 0.9 * part);
    read_file(&Task { name, bytes: &bytes, wishes: &wishes, progress: &further })
}

/// A file of an archive as it is.
///
/// # Errors
/// If the archive is damaged, holds absurdly much, or has none of that name.
pub fn entry(archive: &[u8], wanted: &str) -> Result<Vec<u8>, Refusal> {
    whole(&mut open(archive)?, wanted)
}

/// An archive of people's files. Each of them is read by a worker of its own, which opens the archive anew; so what all of
/// them hold together is looked at before the first one.
fn open(bytes: &[u8]) -> Result<Archive<'_>, Refusal> {
    let archive = Archive::open(bytes)?;
    if archive.is_excessive() { Err(Refusal::Excessive(Bound::Unpacked)) } else { Ok(archive) }
}

fn whole(archive: &mut Archive<'_>, wanted: &str) -> Result<Vec<u8>, Refusal> {
    let missing = || Refusal::Damaged(Damage::Missing(wanted.to_owned()));
    let said = archive.entry(wanted).map_or(0, |entry| entry.bytes);
    let bytes = archive.part_if_any(wanted)?.ok_or_else(missing)?;
    // The bound of all of them counts what the directory says.
    if bytes.len() as u64 > said { Err(Refusal::Damaged(Damage::Part(wanted.to_owned()))) } else { Ok(bytes) }
}

fn list(archive: &Archive<'_>) -> Result<Outcome, Refusal> {
    let files = archive.entries().iter().filter(|entry| !entry.folder && names::is_of_people(&entry.path));
    let files: Vec<ArchiveEntry> =
        files.map(|entry| ArchiveEntry { path: entry.path.clone(), bytes: entry.bytes }).collect();
    if files.is_empty() { Err(Refusal::Empty) } else { Ok(Outcome::Archive(files)) }
}

/// What format an archive is in truth: `None` if its directory cannot be read, [`Format::Zip`] if it is none of those
/// that are known.
pub fn kind(bytes: &[u8]) -> Option<Format> {
    let mut archive = Archive::open(bytes).ok()?;
    let named = archive.part_if_any("mimetype").ok().flatten().unwrap_or_default();
    let named = named.trim_ascii();
    match () {
        () if named.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") => return Some(Format::Ods),
        () if named.starts_with(b"application/vnd.oasis.opendocument.text") => return Some(Format::Odt),
        // A drawing, say.
        () if named.starts_with(b"application/vnd.oasis.opendocument") => return Some(Format::Zip),
        // Without that part it is seldom anything else.
        () if archive.has("content.xml") && archive.has("META-INF/manifest.xml") => return Some(Format::Odt),
        () if archive.has("META-INF/container.xml") => return Some(Format::Epub),
        () => {}
    }
    // A folder of people's may be called "Word". Some programs number the main part, but only beside the list of parts.
    let listed = archive.has("[Content_Types].xml");
    let holds = |start: &str| {
        let is =
            |path: &str| path.strip_prefix(start).is_some_and(|rest| rest == ".xml" || (listed && is_numbered(rest)));
        archive.entries().iter().any(|entry| !entry.folder && is(&entry.path.to_ascii_lowercase()))
    };
    Some(match () {
        () if holds("word/document") => Format::Docx,
        () if holds("xl/workbook") || (listed && archive.has("xl/workbook.bin")) => Format::Xlsx,
        () => Format::Zip,
    })
}

/// Whether this is what follows the name of a part that has a number.
fn is_numbered(rest: &str) -> bool {
    rest.strip_suffix(".xml").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
