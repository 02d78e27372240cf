//! The codebook as a file: to be read, printed and counted (CSV, Markdown, HTML), and taken in again from a table.
//!
//! All words that are not the researcher's own come from the caller, by key: see [`Words`].

mod content;
mod table;
mod write;

pub use content::{ContentLine, content_csv};
pub use table::{Column, Fate, MOST_ROWS, Plan, Planned, guess_columns, plan};
pub use write::{Counted, Entry, Told, Words, tell, write};

/// As what a codebook is written here; office files are made of what [`tell`] gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CommonMark.
    Markdown,
    /// RFC 4180, as [`crate::office::Sheet::csv`] writes it.
    Csv {
        /// Whether a byte order mark says that it is UTF-8.
        bom: bool,
    },
    /// One page without anything from elsewhere.
    Html,
}
