//! The codebook as a file: to be read, printed and counted (CSV, Markdown, HTML), and taken in again from a table.
//!
//! All words that are not the researcher's own come from the caller, by key: see [`Words`].

mod content;
mod table;
mod write;

pub use content::{ContentLine, content_csv};
pub use table::{Column, Fate, Plan, Planned, guess_columns, plan};
pub use write::{Counted, Entry, Told, Words, tell, write};

/// What is written, and how.
pub use crate::quotations::Format;
