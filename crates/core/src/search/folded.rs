//! A text folded once, to be searched often.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use crate::fold::{Keep, each, is_mark};

/// Folded bytes between two checkpoints, about.
const STRIDE: usize = 512;
/// What is copied at once where nothing has to be looked at.
const BLOCK: usize = 16;

/// A text as search compares it (see [`crate::fold`]), in UTF-8: line ends kept, all other runs of white space one
/// space. With every byte goes one bit, whether a grapheme of the original begins with it; where it comes from is found
/// from checkpoints, with the original at hand. So it takes about 1.15 times the bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    bytes: Vec<u8>,
    begins: Bits,
    /// Bytes here, bytes in the original; ascending.
    checkpoints: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Folded {
        let original = text.as_bytes();
        let mut folded = Folded {
            bytes: Vec::with_capacity(original.len()),
            begins: Bits::default(),
            checkpoints: Vec::with_capacity(original.len() / STRIDE + 1),
        };
        folded.checkpoints.push((0, 0));
        let mut before = Before::Plain;
        // Whether a grapheme has begun of which nothing is written yet.
        let mut begun = false;
        let mut at = 0;
        while at < original.len() {
            if folded.bytes.len() - folded.last_checkpoint() >= STRIDE {
                folded.checkpoints.push((folded.bytes.len() as u32, at as u32));
            }
            let last = folded.bytes.last().copied().unwrap_or_default();
            if before == Before::Plain
                && let Some(block) = original.get(at..at + BLOCK).filter(|block| is_simple(block, last))
            {
                let from = folded.bytes.len();
                folded.bytes.extend_from_slice(block);
                folded.bytes[from..].make_ascii_lowercase();
                folded.begins.push_ones(BLOCK);
                begun = false;
                at += BLOCK;
                continue;
            }
            // A block that is not simple, or what is left: character by character.
            let until = at + BLOCK;
            while let Some(c) = text[at..].chars().next().filter(|_| at < until) {
                let plain = is_plain(c);
                begun |= match before {
                    Before::Plain if plain => true,
                    // A mark goes with what stands before it, unless that is a control character.
                    Before::Plain if is_mark(c) && at > 0 && original[at - 1] >= b' ' => false,
                    _ => is_boundary(text, at),
                };
                folded.put(c, &mut begun);
                // After a mark a plain letter always begins anew.
                before = if plain || is_mark(c) { Before::Plain } else { Before::Any };
                at += c.len_utf8();
            }
        }
        folded.bytes.shrink_to_fit();
        folded
    }

    fn last_checkpoint(&self) -> usize {
        self.checkpoints.last().map_or(0, |at| at.0 as usize)
    }

    fn put(&mut self, c: char, begun: &mut bool) {
        let mut utf8 = [0; 4];
        let after_space = self.bytes.last() == Some(&b' ');
        fold_char(c, after_space, |c| {
            for byte in c.encode_utf8(&mut utf8).bytes() {
                self.bytes.push(byte);
                self.begins.push(std::mem::take(begun));
            }
        });
    }

    /// The folded text in UTF-8.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes of memory it takes, about.
    pub fn memory(&self) -> usize {
        self.bytes.len() + self.begins.words.len() * 8 + self.checkpoints.len() * 8
    }

    /// `range` widened to whole graphemes.
    pub(super) fn whole(&self, range: Range<usize>) -> Range<usize> {
        let mut start = range.start;
        while start > 0 && !self.begins.get(start) {
            start -= 1;
        }
        let mut end = range.end;
        while end < self.bytes.len() && !self.begins.get(end) {
            end += 1;
        }
        start..end
    }

    /// The bytes of `text`, the original, that the characters of `range` were made of.
    pub(super) fn origin(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let (first, last) = (range.start, range.end.max(range.start + 1) - 1);
        let after = self.checkpoints.partition_point(|at| at.0 as usize <= first);
        let (folded, at) = self.checkpoints[after - 1];
        let (mut folded, mut at) = (folded as usize, at as usize);
        let mut start = None;
        let original = text.as_bytes();
        while folded <= last {
            let before = folded.checked_sub(1).and_then(|before| self.bytes.get(before)).copied().unwrap_or_default();
            let block = original.get(at..at + BLOCK).filter(|_| folded + BLOCK <= first);
            if block.is_some_and(|block| is_simple(block, before)) {
                (folded, at) = (folded + BLOCK, at + BLOCK);
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            fold_char(c, before == b' ', |c| folded += c.len_utf8());
            if start.is_none() && folded > first {
                start = Some(at);
            }
            at += c.len_utf8();
        }
        start.unwrap_or(at)..at
    }
}

/// What a character becomes, if it comes after a space or not.
fn fold_char(c: char, after_space: bool, mut put: impl FnMut(char)) {
    if c == '\n' {
        return put('\n');
    }
    each(c, Keep::default(), |c| {
        if c != ' ' || !after_space {
            put(c);
        }
    });
}

/// What stands before a character, as far as it says whether a grapheme begins with the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A plain letter or mark: any plain letter after it begins a grapheme.
    Plain,
    /// Anything.
    Any,
}

/// Characters between any two of which a grapheme ends: letters and signs that take no part in a rule of UAX #29 but
/// the last one, "otherwise, break everywhere".
fn is_plain(c: char) -> bool {
    matches!(c,
        '\0'..='\u{c}' | '\u{e}'..='\u{7f}' | '\u{b0}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{5d0}'..='\u{5ea}' | '\u{60c}' | '\u{61f}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}')
}

fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether a block is copied as it is, but for its case: ASCII without runs of white space, or white space other than
/// spaces and line ends.
fn is_simple(block: &[u8], before: u8) -> bool {
    let odd = |b: u8, before: u8| (b >= 0x80) | ((b < b' ') & (b != b'\n')) | ((b == b' ') & (before == b' '));
    let first = block.first().is_some_and(|&b| odd(b, before));
    let rest = block.iter().skip(1).zip(block).fold(false, |any, (&b, &before)| any | odd(b, before));
    !(first | rest)
}

/// Bits in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    fn push(&mut self, bit: bool) {
        if self.length.is_multiple_of(64) {
            self.words.push(0);
        }
        if let Some(last) = self.words.last_mut() {
            *last |= u64::from(bit) << (self.length % 64);
        }
        self.length += 1;
    }

    /// At most 63 ones.
    fn push_ones(&mut self, count: usize) {
        let (used, ones) = (self.length % 64, (1u64 << count) - 1);
        if used == 0 {
            self.words.push(ones);
        } else if let Some(last) = self.words.last_mut() {
            *last |= ones << used;
            if used + count > 64 {
                self.words.push(ones >> (64 - used));
            }
        }
        self.length += count;
    }

    fn get(&self, at: usize) -> bool {
        self.words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// The same without blocks, checkpoints and tables: characters, each with the byte it comes from.
    fn slowly(text: &str) -> Vec<(char, usize)> {
        let mut out: Vec<(char, usize)> = Vec::new();
        for (at, c) in text.char_indices() {
            let after_space = out.last().is_some_and(|last| last.0 == ' ');
            if c == '\n' {
                out.push((c, at));
            } else {
                each(c, Keep::default(), |c| {
                    if c != ' ' || !after_space {
                        out.push((c, at));
                    }
                });
            }
        }
        out
    }

    #[test]
    fn blocks_are_joined_without_a_seam() {
        let text = "The CHILDREN  draw tanks\tnow. ".repeat(40) + &"é".repeat(20) + &"plain ascii words ".repeat(9);
        let folded = Folded::new(&text);
        let expected: String = slowly(&text).iter().map(|(c, _)| c).collect();
        assert_eq!(String::from_utf8_lossy(folded.bytes()), expected);
        assert!(folded.memory() < text.len() * 5 / 4, "{} for {}", folded.memory(), text.len());
    }

    proptest! {
        #[test]
        fn it_is_what_the_slow_way_gives(raw in any_text(), odd in ".{0,30}") {
            for text in [raw.clone(), format!("{raw}{odd}{raw}"), format!("{}{odd}", "Some plain words. ".repeat(70))] {
                let folded = Folded::new(&text);
                let slow = slowly(&text);
                let whole: String = slow.iter().map(|(c, _)| c).collect();
                prop_assert_eq!(std::str::from_utf8(folded.bytes()).unwrap(), &whole);
                prop_assert_eq!(folded.begins.length, whole.len());
                // A character begins a grapheme if one starts in what the original has since the one before it.
                let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
                let mut byte = 0;
                let mut after = 0;
                for (c, at) in slow {
                    let next = starts.partition_point(|start| *start < after);
                    let begins = starts.get(next).is_some_and(|start| *start <= at);
                    prop_assert_eq!(folded.begins.get(byte), begins, "{:?} at {} of {:?}", c, at, text);
                    let origin = folded.origin(&text, byte..byte + c.len_utf8());
                    prop_assert_eq!(origin.start, at);
                    byte += c.len_utf8();
                    after = at + 1;
                }
            }
        }
    }
}
