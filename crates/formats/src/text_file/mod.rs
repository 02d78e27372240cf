//! Plain text and Markdown files in. What turns their bytes into text, with the tables of all encodings, is the crate
//! `readers`, which the page does not load first.

mod encoding;
mod markdown;
mod reading;
mod refuse;

pub use encoding::Encoding;
pub use markdown::{Block, BlockKind, document_blocks, is_markdown, markdown_blocks, title_from};
pub use reading::{DecodeIssue, Reading, text_ref};
pub use refuse::{Lookalike, MAX_BYTES, NotText};
