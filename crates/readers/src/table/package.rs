//! Spreadsheets as archives, looked through before their parts are read.

use std::io::{Cursor, Read};

use emic_formats::source::{Bound, Damage, Refusal};
use zip::ZipArchive;

use crate::read::Task;

/// Files in an archive.
const MOST_ENTRIES: usize = 10_000;
/// The largest part, and all of them, unpacked.
const LARGEST_PART: u64 = 100 << 20;
const LARGEST: u64 = 200 << 20;
/// Attributes of one tag: readers look for each of them among all.
const MOST_ATTRIBUTES: u32 = 512;

pub(super) type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an archive.
///
/// # Errors
/// If it is none, or has too many files.
pub(super) fn open<'a>(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
    let package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged(Damage::Container))?;
    if package.len() > MOST_ENTRIES {
        return Err(Refusal::Excessive(Bound::Entries));
    }
    Ok(package)
}

/// One part, unpacked.
///
/// # Errors
/// If it is not there, cannot be unpacked or is too large.
pub(super) fn part(package: &mut Package<'_>, name: &str) -> Result<Vec<u8>, Refusal> {
    let part = package.by_name(name).map_err(|error| match error {
        zip::result::ZipError::FileNotFound => Refusal::Damaged(Damage::Missing(name.to_owned())),
        _ => Refusal::Damaged(Damage::Part(name.to_owned())),
    })?;
    let mut bytes = Vec::new();
    part.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged(Damage::Part(name.to_owned())))?;
    match bytes.len() as u64 > LARGEST_PART {
        true => Err(Refusal::Excessive(Bound::Unpacked)),
        false => Ok(bytes),
    }
}

/// Unpacks all parts, keeping nothing of them: what an archive says of their sizes may not be so, and any part may be the
/// one that it says its words are in.
///
/// # Errors
/// If they are larger than what is read, or a tag in them has absurdly many attributes. One that cannot be unpacked is
/// left for the reader to find.
pub(super) fn weigh(package: &mut Package<'_>, task: &Task<'_>) -> Result<(), Refusal> {
    let mut all = 0u64;
    let count = package.len();
    for place in 0..count {
        let Ok(part) = package.by_index(place) else { continue };
        let mut part = part.take(LARGEST_PART + 1);
        let mut buffer = vec![0; 1 << 16];
        let (mut size, mut attributes, mut in_tag) = (0u64, 0u32, false);
        while let Ok(read @ 1..) = part.read(&mut buffer) {
            size += read as u64;
            for byte in buffer.get(..read).unwrap_or_default() {
                match byte {
                    b'<' => (in_tag, attributes) = (true, 0),
                    b'>' => in_tag = false,
                    b'=' if in_tag => attributes += 1,
                    _ => {}
                }
                if attributes > MOST_ATTRIBUTES {
                    return Err(Refusal::Excessive(Bound::Work));
                }
            }
            if size > LARGEST_PART || all + size > LARGEST {
                return Err(Refusal::Excessive(Bound::Unpacked));
            }
        }
        all += size;
        (task.progress)(0.3 * place as f32 / count as f32);
    }
    Ok(())
}
