//! Texts and positions in them.

mod canonical;
mod diff;
mod direction;
mod edits;
mod hash;
mod index;
mod paragraph;
mod position;
mod quote;
mod segment;
mod words;

pub use canonical::canonical;
pub use diff::diff;
pub use direction::Direction;
pub use edits::{Side, TextEdit, TextEdits, TextEditsError, compose};
pub use hash::{ParseHashError, TextHash};
pub use index::TextIndex;
pub use paragraph::Text;
pub use position::{BytePos, Pos, Span, Utf16Pos};
pub use quote::{CONTEXT, Quote};
pub use segment::{
    Unit, grapheme_snap, next_boundary, next_grapheme, previous_boundary, previous_grapheme, sentence_at,
    trim_whitespace, word_at,
};
pub use words::count_words;

#[cfg(test)]
pub(crate) mod samples;
