//! Positions in a text, one type a unit, so that units cannot be mixed.
//!
//! A position is a *gap*: `Pos(0)` is before the first code point, `Pos(n)` after the n-th. A span is half-open, so
//! the span of the word "bags" in "the bags" is `4..8` and its length is 4.
//!
//! Code points (Unicode scalar values) are the one unit that a project stores: they are the same number in Python,
//! R and REFI-QDA, and cannot fall into the middle of a surrogate pair. Bytes serve slicing in Rust, UTF-16 units
//! serve the browser's DOM; both live at the edges and are converted by [`super::TextIndex`] only.

use serde::{Deserialize, Serialize};

/// A gap between code points of a document's canonical text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pos(pub u32);

/// A gap between bytes of the UTF-8 form; always on a code point boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct BytePos(pub u32);

/// A gap between UTF-16 code units, as the DOM counts; always on a code point boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Utf16Pos(pub u32);

/// A half-open range of code points, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The gap before the first code point.
    pub start: Pos,
    /// The gap after the last code point.
    pub end: Pos,
}

impl Span {
    /// The span between two gaps, whichever comes first.
    pub fn between(a: Pos, b: Pos) -> Span {
        Span { start: a.min(b), end: a.max(b) }
    }

    /// The span `start..end` in code points; the two are swapped if they come in the wrong order.
    pub fn new(start: u32, end: u32) -> Span {
        Span::between(Pos(start), Pos(end))
    }

    /// Its length in code points.
    pub fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether no code point is in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one code point.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every code point of `other` is in this one.
    pub fn contains_span(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the code point after the gap `at` is in it.
    pub fn contains(self, at: Pos) -> bool {
        self.start <= at && at < self.end
    }

    /// The part that both have, if they share a code point.
    pub fn intersection(self, other: Span) -> Option<Span> {
        self.overlaps(other).then(|| Span { start: self.start.max(other.start), end: self.end.min(other.end) })
    }
}
