//! From code points to bytes and UTF-16 units and back, without walking the text from its start.

use super::{BytePos, Pos, Span, Utf16Pos};

/// Bytes between two checkpoints, about.
const STRIDE: usize = 1024;

/// The same gap in all three units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
    char: u32,
}

/// Checkpoints into one text. Every conversion takes that same text again; a text is at most 4 GiB of UTF-8.
///
/// A conversion costs a binary search and a walk over at most about 1 KiB, or nothing where the text is ASCII.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextIndex {
    /// The first is the start of the text, the last its end; all on code point boundaries.
    checkpoints: Vec<Checkpoint>,
}

impl TextIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> TextIndex {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 2);
        let mut at = Checkpoint::default();
        checkpoints.push(at);
        let mut rest = text;
        while !rest.is_empty() {
            let (block, after) = rest.split_at(text_floor(rest, STRIDE));
            let (chars, utf16) = count(block.as_bytes());
            at = Checkpoint { byte: at.byte + block.len() as u32, utf16: at.utf16 + utf16, char: at.char + chars };
            checkpoints.push(at);
            rest = after;
        }
        TextIndex { checkpoints }
    }

    /// The code points of `part`, fast.
    pub(super) fn count_chars(part: &str) -> u32 {
        count(part.as_bytes()).0
    }

    fn last(&self) -> Checkpoint {
        self.checkpoints.last().copied().unwrap_or_default()
    }

    /// The gap after the last code point; its number is the text's length in code points.
    pub fn end(&self) -> Pos {
        Pos(self.last().char)
    }

    /// The length in code points.
    pub fn len(&self) -> u32 {
        self.last().char
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.last().byte == 0
    }

    /// The length in UTF-16 units.
    pub fn utf16_len(&self) -> u32 {
        self.last().utf16
    }

    /// The checkpoint at or before the one sought, and the one after it.
    fn block(&self, value: u32, unit: impl Fn(&Checkpoint) -> u32) -> (Checkpoint, Checkpoint) {
        let after = self.checkpoints.partition_point(|c| unit(c) <= value).clamp(1, self.checkpoints.len());
        let from = self.checkpoints[after - 1];
        (from, self.checkpoints.get(after).copied().unwrap_or(from))
    }

    /// Bytes before `pos`; `None` if `pos` is after the text's end.
    pub fn byte(&self, text: &str, pos: Pos) -> Option<BytePos> {
        self.locate(text, pos.0, |c| c.char, |_| 1).map(|c| BytePos(c.byte))
    }

    /// UTF-16 units before `pos`; `None` if `pos` is after the text's end.
    pub fn utf16(&self, text: &str, pos: Pos) -> Option<Utf16Pos> {
        self.locate(text, pos.0, |c| c.char, |_| 1).map(|c| Utf16Pos(c.utf16))
    }

    /// Code points before `byte`; `None` if it is after the end or inside a code point.
    pub fn pos_of_byte(&self, text: &str, byte: BytePos) -> Option<Pos> {
        let at = byte.0 as usize;
        let from = self.block(byte.0, |c| c.byte).0;
        let between = text.as_bytes().get(from.byte as usize..at).filter(|_| text.is_char_boundary(at))?;
        Some(Pos(from.char + count(between).0))
    }

    /// Code points before `units`; `None` if it is after the end or between the halves of a surrogate pair.
    pub fn pos_of_utf16(&self, text: &str, units: Utf16Pos) -> Option<Pos> {
        self.locate(text, units.0, |c| c.utf16, |c| c.len_utf16() as u32).map(|c| Pos(c.char))
    }

    /// The gap at `value` in the unit that `unit` reads and `size` counts, in all units.
    fn locate(
        &self,
        text: &str,
        value: u32,
        unit: impl Fn(&Checkpoint) -> u32,
        size: impl Fn(char) -> u32,
    ) -> Option<Checkpoint> {
        let (mut at, next) = self.block(value, &unit);
        let ahead = value - unit(&at);
        if ahead == 0 {
            return Some(at);
        }
        if next.char - at.char == next.byte - at.byte {
            let shift = |from: u32| from + ahead;
            return (ahead <= next.byte - at.byte).then(|| Checkpoint {
                byte: shift(at.byte),
                utf16: shift(at.utf16),
                char: shift(at.char),
            });
        }
        let mut left = ahead;
        for c in text.get(at.byte as usize..next.byte as usize)?.chars() {
            let step = size(c);
            if step > left {
                return None;
            }
            left -= step;
            at.byte += c.len_utf8() as u32;
            at.utf16 += c.len_utf16() as u32;
            at.char += 1;
            if left == 0 {
                return Some(at);
            }
        }
        None
    }

    /// Bytes before `pos`, or the text's length for a position after its end.
    pub fn byte_clamped(&self, text: &str, pos: Pos) -> usize {
        self.byte(text, pos).map_or(text.len(), |b| b.0 as usize)
    }

    /// The words in `span`; what reaches over the end of the text is left out.
    pub fn slice<'t>(&self, text: &'t str, span: Span) -> &'t str {
        let (start, end) = (self.byte_clamped(text, span.start), self.byte_clamped(text, span.end));
        text.get(start..end).unwrap_or("")
    }
}

/// The last code point boundary in `text` at or before `at`, but after its first code point.
fn text_floor(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (1..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

/// Code points and UTF-16 units of whole code points in UTF-8.
fn count(bytes: &[u8]) -> (u32, u32) {
    let mut chars = 0u32;
    let mut long = 0u32;
    for &b in bytes {
        // A byte that does not continue a code point starts one; four-byte ones are two units in UTF-16.
        chars += u32::from(b & 0xc0 != 0x80);
        long += u32::from(b >= 0xf0);
    }
    (chars, chars + long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    /// Every gap of a text in all units, counted the slow way.
    fn gaps(text: &str) -> Vec<(u32, u32, u32)> {
        let mut at = (0, 0, 0);
        let mut all = vec![at];
        for c in text.chars() {
            at = (at.0 + 1, at.1 + c.len_utf8() as u32, at.2 + c.len_utf16() as u32);
            all.push(at);
        }
        all
    }

    #[test]
    fn known_offsets() {
        let text = "a é 👩🏽‍⚕️ لا\n";
        let index = TextIndex::new(text);
        assert_eq!(index.len(), 13);
        assert_eq!(index.byte(text, Pos(4)), Some(BytePos(5)));
        assert_eq!(index.byte(text, Pos(5)), Some(BytePos(9)));
        assert_eq!(index.utf16(text, Pos(5)), Some(Utf16Pos(6)));
        assert_eq!(index.pos_of_utf16(text, Utf16Pos(5)), None, "between surrogates");
        assert_eq!(index.pos_of_byte(text, BytePos(3)), None, "inside a code point");
        assert_eq!(index.slice(text, Span::new(10, 12)), "لا");
        assert_eq!(index.slice(text, Span::new(10, 99)), "لا\n");
        assert_eq!(index.byte(text, Pos(14)), None);
    }

    proptest! {
        #[test]
        fn every_gap_converts_both_ways(text in any_text()) {
            let index = TextIndex::new(&text);
            let gaps = gaps(&text);
            let (mut bytes, mut units) = (std::collections::HashSet::new(), std::collections::HashSet::new());
            for &(c, b, u) in &gaps {
                prop_assert_eq!(index.byte(&text, Pos(c)), Some(BytePos(b)));
                prop_assert_eq!(index.utf16(&text, Pos(c)), Some(Utf16Pos(u)));
                prop_assert_eq!(index.pos_of_byte(&text, BytePos(b)), Some(Pos(c)));
                prop_assert_eq!(index.pos_of_utf16(&text, Utf16Pos(u)), Some(Pos(c)));
                bytes.insert(b);
                units.insert(u);
            }
            let (end, end_byte, end_unit) = gaps[gaps.len() - 1];
            for b in 0..end_byte + 3 {
                prop_assert_eq!(index.pos_of_byte(&text, BytePos(b)).is_some(), bytes.contains(&b));
            }
            for u in 0..end_unit + 3 {
                prop_assert_eq!(index.pos_of_utf16(&text, Utf16Pos(u)).is_some(), units.contains(&u));
            }
            prop_assert_eq!(index.byte(&text, Pos(end + 1)), None);
            prop_assert_eq!((index.len(), index.utf16_len()), (end, end_unit));
            prop_assert_eq!(index.slice(&text, Span::new(0, end)), text.as_str());
        }
    }
}
