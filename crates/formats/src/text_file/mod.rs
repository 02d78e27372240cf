//! Plain text and Markdown files in.

mod decode;
mod encoding;
mod markdown;
mod refuse;

pub use decode::{DecodeIssue, Decoded, decode};
pub use encoding::Encoding;
pub use markdown::{Block, BlockKind, document_blocks, is_markdown, markdown_blocks, title_from};
pub use refuse::{Lookalike, MAX_BYTES, NotText};
