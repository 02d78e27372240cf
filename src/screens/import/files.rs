//! The files that were chosen, and how far each of them is.

use std::rc::Rc;

use emic_formats::source::{ArchiveEntry, LeftOut, TableSketch, Wishes};
use web_sys::File;

use crate::worker::ReadFailure;

/// How far a file is.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage {
    /// Its turn has not come.
    Waiting,
    /// It is being read; which part is done, from 0 to 1.
    Reading(f32),
    /// Its texts are in the list.
    Read,
    /// It is a table of which people have to say what its columns are.
    Table(Rc<TableSketch>),
    /// It is an archive; so many files of it follow it in the list.
    Archive(usize),
    /// Nothing can be taken out of it.
    Failed(ReadFailure),
}

/// A file that was chosen, or one in an archive.
#[derive(Clone)]
pub struct SourceFile {
    /// What the list knows it by.
    pub id: usize,
    /// Its name; of a file in an archive or folder, with the folders in it.
    pub name: Rc<str>,
    /// Itself, or the archive that it is in.
    pub file: File,
    /// Its size in bytes; of a file in an archive, when unpacked, as the archive says.
    pub bytes: u64,
    /// How it is to be read.
    pub wishes: Wishes,
    /// How far it is.
    pub stage: Stage,
    /// What of it does not become text, and how often.
    pub left_out: Vec<(LeftOut, u32)>,
}

impl SourceFile {
    /// A file as it was chosen. `id` is set by the list.
    pub fn new(name: Rc<str>, file: File) -> SourceFile {
        let (bytes, wishes, stage) = (file.size() as u64, Wishes::default(), Stage::Waiting);
        SourceFile { id: 0, name, file, bytes, wishes, stage, left_out: Vec::new() }
    }

    /// A file in an archive.
    pub fn within(archive: &SourceFile, entry: ArchiveEntry) -> SourceFile {
        let ArchiveEntry { path, bytes } = entry;
        let name = path.clone().into();
        SourceFile {
            bytes,
            wishes: Wishes { entry: Some(path), ..Wishes::default() },
            ..SourceFile::new(name, archive.file.clone())
        }
    }

    /// Whether nothing more is to come of it by itself.
    pub fn is_done(&self) -> bool {
        !matches!(self.stage, Stage::Waiting | Stage::Reading(_))
    }

    /// Which part of it is read, from 0 to 1.
    pub fn share(&self) -> f64 {
        match self.stage {
            Stage::Waiting => 0.0,
            Stage::Reading(share) => f64::from(share).clamp(0.0, 1.0),
            _ => 1.0,
        }
    }

    /// Its name without folders.
    pub fn short_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}
