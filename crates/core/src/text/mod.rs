//! Texts and positions in them.

mod position;

pub use position::{BytePos, Pos, Span, Utf16Pos};
