//! How a file is to be read.

use serde::{Deserialize, Serialize};

use super::TablePlan;
use crate::text_file::Encoding;

/// What people can choose. The default lets the reader find out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wishes {
    /// The encoding of a file of letters.
    pub encoding: Option<Encoding>,
    /// Which words of tracked changes to take.
    pub tracked: TrackedChanges,
    /// What to make of a table; without it a table is sketched.
    pub table: Option<TablePlan>,
    /// Which file of an archive is meant.
    pub entry: Option<String>,
    /// Whether a table is wanted as it is: its sketch then has all rows, up to a bound.
    #[serde(default)]
    pub whole_table: bool,
}

/// Which words of tracked changes are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrackedChanges {
    /// What is there if all of them are accepted.
    #[default]
    Accepted,
    /// What was there before.
    Rejected,
}

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the formats")]
pub enum Format {
    Text,
    Markdown,
    Docx,
    Odt,
    Rtf,
    Html,
    Epub,
    Pdf,
    WebVtt,
    SubRip,
    /// A text file of cells: commas, semicolons or tabs between them.
    Csv,
    Xlsx,
    Ods,
    Zip,
}

impl Format {
    /// Its name in project files.
    pub fn key(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Rtf => "rtf",
            Format::Html => "html",
            Format::Epub => "epub",
            Format::Pdf => "pdf",
            Format::WebVtt => "vtt",
            Format::SubRip => "srt",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Ods => "ods",
            Format::Zip => "zip",
        }
    }
}
