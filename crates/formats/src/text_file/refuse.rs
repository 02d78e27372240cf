//! Files that are no text, told by what they are so that people can be told what to do.

use serde::{Deserialize, Serialize};

/// The largest text file that is read: 50 MB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// What a file that is no text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lookalike {
    /// A PDF.
    Pdf,
    /// A Word document (.docx, or the .doc of before 2007).
    Word,
    /// An OpenDocument text.
    OpenDocument,
    /// A spreadsheet (.xlsx).
    Spreadsheet,
    /// Rich text (.rtf): bytes that are text, but marked up.
    RichText,
    /// Any other zip archive, the projects of some tools for qualitative data among them.
    Zip,
    /// A picture.
    Image,
    /// Sound or video.
    Media,
    /// A project file of Emic.
    EmicProject,
    /// An SQLite database, which some tools for qualitative data use.
    Database,
    /// Anything else with bytes that no text has.
    Binary,
}

/// Why a file is not read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotText {
    /// It is of another format.
    LooksLike(Lookalike),
    /// It is larger than [`MAX_BYTES`]; its size in bytes.
    TooLarge(usize),
}
