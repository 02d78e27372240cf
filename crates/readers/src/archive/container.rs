//! A zip archive whose parts are unpacked one by one, each within bounds.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use emic_formats::source::{Bound, Damage, Refusal};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::names;
use crate::unlike::Unlike;

/// The most that one part may hold when unpacked, in bytes.
pub const PART_LIMIT: u64 = 100 << 20;
/// The most that all parts that are asked for of one opened archive may hold together, in bytes: a document is read with
/// its parts at once.
pub const TOTAL_LIMIT: u64 = 200 << 20;
/// The most that all entries of an archive of people's files may hold together, in bytes, where that is also more than
/// [`LIST_RATIO`] times its own size. They are read one by one, so that this is not of memory but of work: recordings
/// take as much room in it as they do outside of it, and no page holds an archive larger than this; texts take a tenth.
pub const LIST_LIMIT: u64 = 1 << 30;
/// See [`LIST_LIMIT`].
pub const LIST_RATIO: u64 = 20;
/// The most entries.
pub const ENTRY_LIMIT: usize = 10_000;

/// An opened archive.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
    /// Entries by their name in small letters: Windows does not tell them apart, and some that write a format's parts do
    /// not mind either. Only what has no entry of its very name is looked for here.
    by_letters: HashMap<String, usize>,
    /// How many bytes the archive takes.
    packed: u64,
    /// How many bytes may still come out.
    left: u64,
}

/// What the directory of an archive says of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name with its folders, apart by "/"; it never leads out of the archive, and no two are alike.
    pub path: String,
    /// Its size when unpacked, in bytes; it may lie.
    pub bytes: u64,
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether a password protects it.
    pub encrypted: bool,
}

impl<'a> Archive<'a> {
    /// Reads the directory of an archive.
    ///
    /// # Errors
    /// If there is none, or it has more than [`ENTRY_LIMIT`] entries.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged(Damage::Container))?;
        if zip.len() > ENTRY_LIMIT {
            return Err(Refusal::Excessive(Bound::Entries));
        }
        let mut entries = Vec::with_capacity(zip.len());
        let (mut by_name, mut by_letters) = (HashMap::new(), HashMap::new());
        let mut names = Unlike::default();
        for index in 0..zip.len() {
            let data = zip.by_index_data(index).map_err(|_| Refusal::Damaged(Damage::Container))?;
            let path = names::decode(data.name_raw());
            let folder = path.ends_with('/');
            let path = names::within(&path);
            // A folder is no file of that name.
            let path = if folder { path } else { names.path(path) };
            let entry = Entry { folder, bytes: data.size(), encrypted: data.encrypted(), path };
            if !folder {
                by_name.insert(entry.path.clone(), index);
                // Of several of one name the first counts, as it does for Word.
                by_letters.entry(entry.path.to_lowercase()).or_insert(index);
            }
            entries.push(entry);
        }
        Ok(Archive { zip, entries, by_name, by_letters, packed: bytes.len() as u64, left: TOTAL_LIMIT })
    }

    /// All entries, in the order of the directory.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the entries are more together than [`LIST_LIMIT`] allows, as far as the directory says it.
    pub fn is_excessive(&self) -> bool {
        let all = self.entries.iter().fold(0u64, |all, entry| all.saturating_add(entry.bytes));
        all > LIST_LIMIT.max(self.packed.saturating_mul(LIST_RATIO))
    }

    /// The entry of that very name, or the first whose name differs in capitals only.
    fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).or_else(|| self.by_letters.get(&name.to_lowercase())).copied()
    }

    /// What is said of an entry.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(self.index(name)?)
    }

    /// Whether there is such a part; capitals do not matter.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// What is in a part; capitals matter only where two differ in nothing else.
    ///
    /// # Errors
    /// If it is missing, damaged or protected, or more comes out of it than is allowed, whatever its size is said to be.
    pub fn part(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        self.part_if_any(name)?.ok_or_else(|| Refusal::Damaged(Damage::Missing(name.to_owned())))
    }

    /// What is in a part, if there is such a part.
    ///
    /// # Errors
    /// As [`Self::part`], but for a missing one.
    pub fn part_if_any(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let damaged = || Refusal::Damaged(Damage::Part(name.to_owned()));
        if self.entries.get(index).is_some_and(|entry| entry.encrypted) {
            return Err(Refusal::Encrypted);
        }
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Refusal::Encrypted,
            _ => damaged(),
        })?;
        // Other methods are not compiled in; that a stored part is as long as it says is checked like all others.
        if !matches!(file.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(damaged());
        }
        let limit = self.left.min(PART_LIMIT);
        let mut out = Vec::new();
        // One byte more than is allowed, so that what is exactly as long as the limit can be told from what is longer.
        let read = file.take(limit + 1).read_to_end(&mut out);
        if out.len() as u64 > limit {
            return Err(Refusal::Excessive(Bound::Unpacked));
        }
        read.map_err(|_| damaged())?;
        self.left -= out.len() as u64;
        Ok(Some(out))
    }
}
