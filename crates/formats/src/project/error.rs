//! Why a file cannot be read or written.

/// What a file seems to be that is no project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seems {
    /// Nothing is in it.
    Empty,
    /// A ZIP archive: a Word or Excel file, or a REFI-QDA project.
    Zip,
    /// A PDF.
    Pdf,
    /// XML or HTML.
    Xml,
    /// JSON of another program.
    Json,
    /// Text.
    Text,
    /// None of these.
    Binary,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is not there.
    Missing,
    /// It holds something else than what it must; what was expected, in technical English.
    Expected(String),
}

/// Why a file is not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum ReadError {
    /// It breaks the rules of JSON at that place (both from 1).
    NotJson { line: usize, column: usize },
    /// It ends in the middle; its last line (from 1).
    Truncated { line: usize },
    /// It is something else.
    NotAnEmicProject { seems: Seems },
    /// A newer version of Emic wrote it; the version of the format that a reader must know, and the one known here.
    NewerVersion { needs: u32, has: u32 },
    /// It is larger than what is read, in bytes.
    TooLarge { limit: u64 },
    /// A field cannot be understood; `path` is such as `documents[3].title`.
    BadField { path: String, problem: Problem },
}

/// Why a file cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum WriteError {
    /// It cannot be put into JSON; the cause in technical English.
    Unwritable { cause: String },
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ReadError {}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for WriteError {}
