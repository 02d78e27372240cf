//! The project file: one JSON file that holds a whole project, texts and history included.
//!
//! It is a contract with types of its own ([`file`]); what the program uses inside may change without changing any
//! file. `docs/project-format.md` says the same for people, `docs/project.schema.json` for programs.

mod convert;
mod convert_codebook;
mod error;
pub mod file;
mod locate;
mod memo;
mod migrate;
mod read;
mod rebuild;
mod theme;
mod time;
mod write;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use error::{Problem, ReadError, Seems, WriteError};
pub use migrate::{Migration, migrate};
pub use read::{LoadIssue, Loaded, read};
pub use time::FileTime;
pub use write::{Written, write, write_parts};

/// What the field `format` says.
pub const FORMAT: &str = "emic-project";

/// The version of the format that is written.
pub const VERSION: u32 = 1;

/// The oldest version whose readers can read what is written, without losing what they must know.
///
/// Readers keep fields that they do not know, so a new field raises [`VERSION`] only. What an older reader would take
/// for something else (a new kind of anchor or block, another unit of positions) raises this one too.
pub const MIN_READER: u32 = 1;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 500_000_000;
