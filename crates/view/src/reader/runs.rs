//! A paragraph cut where quotations begin or end.

use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::QuotationId;
use emic_core::project::Colour;
use emic_core::text::{Pos, Span, Text};

use super::speech::Look;

/// A quotation as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// The quotation.
    pub id: QuotationId,
    /// Where it stands.
    pub span: Span,
    /// The hue of its first code; none if it has no code.
    pub colour: Option<Colour>,
}

/// One quotation's part in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The quotation.
    pub quotation: QuotationId,
    /// The hue of its first code; none if it has no code.
    pub colour: Option<Colour>,
    /// Whether this is the first run of the quotation in the whole text: what is said of it once is said here.
    pub starts_here: bool,
    /// Whether this is the last run of the quotation in the whole text.
    pub ends_here: bool,
}

/// A piece of a paragraph that is covered by the same quotations throughout; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Where it is in the document's text.
    pub span: Span,
    /// Where it is in its paragraph, in UTF-16 units, as the DOM counts.
    pub utf16: Range<u32>,
    /// Where it is in the document's text, in bytes of UTF-8: for slicing.
    pub bytes: Range<usize>,
    /// The quotations that cover it, in reading order (so an enclosing one comes before an enclosed one).
    pub marks: Rc<[Mark]>,
    /// Which of its words are set off, and how: bytes of the document's text, as in `bytes`, in order and apart from each
    /// other. Empty for most.
    pub looks: Box<[(Range<usize>, Look)]>,
}

impl Run {
    /// The run cut where one of `spans` begins or ends in it. `words` are the document's text.
    pub fn cut(&self, words: &str, spans: impl Iterator<Item = Span>) -> Vec<Run> {
        let mut cuts: Vec<Pos> = spans
            .filter_map(|span| span.intersection(self.span))
            .flat_map(|part| [part.start, part.end])
            .chain([self.span.start, self.span.end])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let (mut byte, mut unit) = (self.bytes.start, self.utf16.start);
        let piece = |ends: &[Pos]| {
            let span = Span { start: ends[0], end: ends[1] };
            let (bytes, units) = size(words.get(byte..self.bytes.end).unwrap_or_default(), span.len());
            let bytes = byte..byte + bytes;
            let clipped = |range: &Range<usize>| range.start.max(bytes.start)..range.end.min(bytes.end);
            let looks = self.looks.iter().map(|(range, look)| (clipped(range), *look));
            let looks = looks.filter(|(range, _)| range.start < range.end).collect();
            let (first, last) = (span.start == self.span.start, span.end == self.span.end);
            let marks = self.marks.iter().map(|mark| Mark {
                starts_here: mark.starts_here && first,
                ends_here: mark.ends_here && last,
                ..*mark
            });
            let run = Run { span, utf16: unit..unit + units, bytes, marks: marks.collect(), looks };
            (byte, unit) = (run.bytes.end, run.utf16.end);
            run
        };
        cuts.windows(2).map(piece).collect()
    }
}

/// Cuts paragraph `index` of `text` into runs that cover it from end to end; an empty paragraph has none.
///
/// `marked` are the quotations that overlap it, in reading order; others do no harm. `looks` are the words in it that are
/// set off, in order and apart from each other.
pub fn paragraph_runs(text: &Text, index: usize, marked: &[Marked], looks: &[(Span, Look)]) -> Vec<Run> {
    let Some(&paragraph) = text.paragraphs().get(index) else { return Vec::new() };
    if paragraph.is_empty() {
        return Vec::new();
    }
    // Each with its part in this paragraph and whether that holds its first and its last character.
    let inside: Vec<(&Marked, Span, bool, bool)> = marked
        .iter()
        .filter_map(|marked| {
            let part = marked.span.intersection(paragraph)?;
            Some((marked, part, begins_in(text, index, marked.span.start), ends_in(text, index, marked.span.end)))
        })
        .collect();
    let mut cuts: Vec<Pos> = Vec::with_capacity(2 * inside.len() + 2);
    cuts.extend([paragraph.start, paragraph.end]);
    cuts.extend(inside.iter().flat_map(|(_, part, _, _)| [part.start, part.end]));
    cuts.sort_unstable();
    cuts.dedup();

    let unmarked: Rc<[Mark]> = Rc::new([]);
    let mut rest = text.paragraph(index);
    let mut byte = text.index().byte_clamped(text.as_str(), paragraph.start);
    let mut unit = 0;
    let byte_of = |pos| text.index().byte_clamped(text.as_str(), pos);
    cuts.windows(2)
        .map(|ends| {
            let span = Span { start: ends[0], end: ends[1] };
            let (bytes, units) = size(rest, span.len());
            rest = &rest[bytes..];
            let looks = looks.iter().filter_map(|(set_off, look)| Some((set_off.intersection(span)?, *look)));
            let looks = looks.map(|(part, look)| (byte_of(part.start)..byte_of(part.end), look)).collect();
            let marks: Vec<Mark> = inside
                .iter()
                .filter(|(_, part, _, _)| part.contains_span(span))
                .map(|(marked, part, begins, ends)| Mark {
                    quotation: marked.id,
                    colour: marked.colour,
                    starts_here: *begins && part.start == span.start,
                    ends_here: *ends && part.end == span.end,
                })
                .collect();
            let run = Run {
                span,
                utf16: unit..unit + units,
                bytes: byte..byte + bytes,
                marks: if marks.is_empty() { Rc::clone(&unmarked) } else { marks.into() },
                looks,
            };
            (byte, unit) = (run.bytes.end, run.utf16.end);
            run
        })
        .collect()
}

/// Bytes and UTF-16 units of the first `count` code points.
fn size(words: &str, count: u32) -> (usize, u32) {
    let (mut bytes, mut units) = (0, 0);
    for c in words.chars().take(count as usize) {
        bytes += c.len_utf8();
        units += c.len_utf16() as u32;
    }
    (bytes, units)
}

/// Whether nothing but line ends is between `start` and the beginning of a paragraph.
fn begins_in(text: &Text, index: usize, start: Pos) -> bool {
    let paragraphs = text.paragraphs();
    if start >= paragraphs[index].start {
        return true;
    }
    match paragraphs[..index].iter().rev().find(|before| !before.is_empty() || start >= before.start) {
        Some(before) => start >= before.end,
        None => true,
    }
}

/// Whether nothing but line ends is between the end of a paragraph and `end`.
fn ends_in(text: &Text, index: usize, end: Pos) -> bool {
    let paragraphs = text.paragraphs();
    if end <= paragraphs[index].end {
        return true;
    }
    match paragraphs[index + 1..].iter().find(|after| !after.is_empty() || end <= after.end) {
        Some(after) => end <= after.start,
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::any_text;
    use proptest::prelude::*;

    fn marked(n: u128, start: u32, end: u32) -> Marked {
        Marked {
            id: QuotationId::from_number(n),
            span: Span::new(start, end),
            colour: (n > 1).then(|| Colour::nth(n as usize)),
        }
    }

    /// Runs for people: the words, and each mark as `[` if it starts here, its number, `]` if it ends here.
    fn drawn(content: &str, index: usize, all: &[Marked]) -> String {
        let text = Text::new(content);
        let runs = paragraph_runs(&text, index, all, &[]);
        let lines: Vec<String> = runs
            .iter()
            .map(|run| {
                let marks: String = run
                    .marks
                    .iter()
                    .map(|mark| {
                        let (open, close) =
                            (if mark.starts_here { "[" } else { "" }, if mark.ends_here { "]" } else { "" });
                        format!(" {open}{}{close}", mark.quotation.0.as_u128())
                    })
                    .collect();
                format!("{}{marks}", text.slice(run.span))
            })
            .collect();
        lines.join(" | ")
    }

    proptest! {
        #[test]
        fn a_run_is_cut_as_if_there_were_quotations(
            content in any_text(),
            marks in prop::collection::vec((0..60u32, 1..30u32), 0..4),
            limits in prop::collection::vec((0..60u32, 1..30u32), 0..4),
        ) {
            let text = Text::new(content);
            let spans = |list: &[(u32, u32)]| -> Vec<Span> {
                list.iter().map(|(start, length)| Span::new(*start, start + length)).collect()
            };
            let all: Vec<Marked> = spans(&marks).iter().zip(2..).map(|(span, n)| Marked { span: *span, ..marked(n, 0, 1) }).collect();
            let limits = spans(&limits);
            for index in 0..text.paragraphs().len() {
                let cut: Vec<Run> = paragraph_runs(&text, index, &all, &[])
                    .iter()
                    .flat_map(|run| run.cut(text.as_str(), limits.iter().copied()))
                    .collect();
                let more = limits.iter().zip(100..).map(|(span, n)| Marked { span: *span, ..marked(n, 0, 1) });
                let expected = paragraph_runs(&text, index, &all.iter().copied().chain(more).collect::<Vec<_>>(), &[]);
                let bare = |mut run: Run| {
                    run.marks = run.marks.iter().filter(|mark| mark.quotation.0.as_u128() < 100).copied().collect();
                    run
                };
                prop_assert_eq!(cut, expected.into_iter().map(bare).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn paragraphs_are_cut_where_quotations_begin_and_end() {
        let plain = [marked(1, 4, 8), marked(2, 6, 13)];
        for (content, index, all, expected) in [
            ("one two three", 0, &plain[..], "one  | tw [1 | o  1] [2 | three 2]"),
            ("one two three", 0, &[], "one two three"),
            ("", 0, &[], ""),
            ("ab\ncd\n\nef", 1, &[marked(1, 1, 9)], "cd 1"),
            ("ab\ncd\n\nef", 2, &[marked(1, 1, 9)], ""),
            ("ab\ncd\n\nef", 3, &[marked(1, 1, 9)], "ef 1]"),
            ("ab\ncd\n\nef", 3, &[marked(1, 1, 8)], "e 1] | f"),
            // What begins or ends with line ends has its first and last run where its words are.
            ("ab\ncd\n\nef", 1, &[marked(1, 2, 7)], "cd [1]"),
            ("ab\ncd\n\nef", 3, &[marked(1, 5, 9)], "ef [1]"),
            ("ab\ncd\n\nef", 3, &[marked(1, 6, 9)], "ef [1]"),
            ("\n\nab", 2, &[marked(1, 0, 4)], "ab [1]"),
            ("ab\n\n", 0, &[marked(1, 0, 4)], "ab [1]"),
            // Equal ones, nested ones.
            ("abc", 0, &[marked(1, 0, 3), marked(2, 0, 3), marked(3, 1, 2)], "a [1 [2 | b 1 2 [3] | c 1] 2]"),
        ] {
            assert_eq!(drawn(content, index, all), expected, "{content:?} {index}");
        }
    }

    #[test]
    fn runs_count_in_units_of_the_dom_and_in_bytes() {
        let text = Text::new("é\n😀مa");
        let runs = paragraph_runs(&text, 1, &[marked(1, 3, 4)], &[]);
        let sizes: Vec<_> = runs.iter().map(|run| (run.utf16.clone(), run.bytes.clone())).collect();
        assert_eq!(sizes, [(0..2, 3..7), (2..3, 7..9), (3..4, 9..10)]);
        assert_eq!(runs[1].marks[0].colour, None);
    }

    proptest! {
        #[test]
        fn runs_cover_each_paragraph_and_each_quotation_exactly(
            raw in any_text(), bounds in prop::collection::vec((any::<u32>(), any::<u32>()), 0..12),
            set_off in (any::<u32>(), any::<u32>()),
        ) {
            let text = Text::new(emic_core::text::canonical(&raw).into_owned());
            let mut all: Vec<Marked> = bounds.iter().enumerate()
                .map(|(n, &(a, b))| marked(n as u128, a % (text.len() + 1), b % (text.len() + 1)))
                .filter(|marked| !marked.span.is_empty())
                .collect();
            all.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
            let mut starts = vec![0; bounds.len()];
            let mut ends = vec![0; bounds.len()];
            let (from, to) = set_off;
            let set_off = Span::new(from % (text.len() + 1), to % (text.len() + 1));
            let look = Look { italic: true, ..Look::default() };
            for (index, &paragraph) in text.paragraphs().iter().enumerate() {
                let looks: Vec<_> = set_off.intersection(paragraph).map(|part| (part, look)).into_iter().collect();
                let runs = paragraph_runs(&text, index, &all, &looks);
                let (mut at, mut unit) = (paragraph.start, 0);
                for run in &runs {
                    prop_assert!(!run.span.is_empty());
                    prop_assert_eq!(run.span.start, at);
                    prop_assert_eq!(run.utf16.start, unit);
                    prop_assert_eq!(&text.as_str()[run.bytes.clone()], text.slice(run.span));
                    prop_assert_eq!(run.utf16.len(), text.slice(run.span).encode_utf16().count());
                    let covering: Vec<_> = all.iter().filter(|m| m.span.contains_span(run.span)).map(|m| m.id).collect();
                    let overlapping = all.iter().filter(|m| m.span.overlaps(run.span)).count();
                    prop_assert_eq!(covering.len(), overlapping, "cut at every bound");
                    let expected = set_off.intersection(run.span).map(|part| text.slice(part));
                    let drawn = run.looks.first().map(|(bytes, _)| &text.as_str()[bytes.clone()]);
                    prop_assert_eq!((drawn, run.looks.len()), (expected, usize::from(expected.is_some())));
                    prop_assert_eq!(run.marks.iter().map(|m| m.quotation).collect::<Vec<_>>(), covering);
                    for mark in run.marks.iter() {
                        starts[mark.quotation.0.as_u128() as usize] += u32::from(mark.starts_here);
                        ends[mark.quotation.0.as_u128() as usize] += u32::from(mark.ends_here);
                    }
                    (at, unit) = (run.span.end, run.utf16.end);
                }
                prop_assert_eq!(at, paragraph.end);
            }
            for m in &all {
                let seen = u32::from(text.slice(m.span).chars().any(|c| c != '\n'));
                let n = m.id.0.as_u128() as usize;
                prop_assert_eq!((starts[n], ends[n]), (seen, seen), "flagged once each");
            }
        }
    }
}
