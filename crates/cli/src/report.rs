//! What became of a file, as a line of JSON.

use emic_formats::source::{LeftOut, NotSaid, Refusal};
use serde::Serialize;

/// What became of a file, or of a file in an archive.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    /// Its path; of a file in an archive, the archive's and its own.
    pub file: &'a str,
    /// Whether it came in.
    pub outcome: Outcome,
    /// Why not; a word of the program, and what it was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why<'a>>,
    /// The format that it was read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// Its texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextReport>,
    /// What of it is not in its texts, and how often.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<(LeftOut, u32)>,
    /// What it says of cases of which something else is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_said: Vec<NotSaid>,
}

/// Whether a file came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It did.
    Imported,
    /// It is an archive; what is in it follows.
    Archive,
    /// Nothing could be taken out of it.
    Refused,
    /// It could not be opened.
    Unreadable,
    /// Its reader failed: a fault of this program.
    Failed,
}

/// Why a file did not come in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why<'a> {
    /// What it is.
    Refused(&'a Refusal),
    /// In the words of the system.
    Unreadable(String),
    /// In the words of the fault.
    Failed(String),
}

/// One text of a file.
#[derive(Debug, Serialize)]
pub struct TextReport {
    /// Its title.
    pub title: String,
    /// How many code points it has, as it was brought in.
    pub characters: u32,
    /// How many words.
    pub words: u32,
    /// How many turns were found.
    pub turns: usize,
    /// Who speaks.
    pub speakers: Vec<String>,
}
