//! Why nothing is taken out of a file.

use serde::{Deserialize, Serialize};

use crate::text_file::{Lookalike, MAX_BYTES, NotText};

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is of a format that is not read, whatever its name says.
    NotRead(Lookalike),
    /// It is larger than what is read; both in bytes.
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest.
        limit: u64,
    },
    /// A password protects it.
    Encrypted,
    /// It is damaged, or cut off.
    Damaged(Damage),
    /// It has pages, so many, but no text on them: pictures of pages.
    Scan {
        /// How many.
        pages: u32,
    },
    /// There is nothing in it.
    Empty,
    /// It holds more than a file of its kind sensibly does: it is broken, or made to harm.
    Excessive(Bound),
}

/// Where a file is damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// Its bytes end too early, or its directory of contents cannot be found.
    Container,
    /// A part that every such file has is missing; its name.
    Missing(String),
    /// A part cannot be read; its name.
    Part(String),
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// Bytes, when unpacked.
    Unpacked,
    /// Elements in elements.
    Depth,
    /// Files in an archive.
    Entries,
    /// Pages.
    Pages,
    /// Cells of a table.
    Cells,
    /// Work: what is asked for does not end.
    Work,
}

impl From<NotText> for Refusal {
    fn from(why: NotText) -> Refusal {
        match why {
            NotText::LooksLike(kind) => Refusal::NotRead(kind),
            NotText::TooLarge(bytes) => Refusal::TooLarge { bytes: bytes as u64, limit: MAX_BYTES as u64 },
        }
    }
}
