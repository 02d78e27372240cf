//! A text with its index and its paragraphs: what the rest of the program reads from.

use std::rc::Rc;

use super::{BytePos, Pos, Span, TextIndex, Utf16Pos};

/// A canonical text, shared: a clone costs nothing.
///
/// A paragraph is what stands between two LFs, without them; there is always at least one, and every gap of the
/// text is in exactly one paragraph (its end included). Blank lines are paragraphs as well, but have no number.
#[derive(Debug, Clone)]
pub struct Text(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    content: Rc<str>,
    index: TextIndex,
    paragraphs: Vec<Span>,
    /// Of every paragraph the number that people see, 0 for a blank one.
    numbers: Vec<u32>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.content == other.0.content
    }
}

impl Eq for Text {}

impl Text {
    /// Reads `content` (canonical, see [`super::canonical`]) once.
    pub fn new(content: impl Into<Rc<str>>) -> Text {
        let content: Rc<str> = content.into();
        let index = TextIndex::new(&content);
        let (mut paragraphs, mut numbers) = (Vec::new(), Vec::new());
        let (mut start, mut number) = (Pos(0), 0);
        for line in content.split('\n') {
            let end = Pos(start.0 + TextIndex::count_chars(line));
            paragraphs.push(Span { start, end });
            let blank = line.chars().all(char::is_whitespace);
            if !blank {
                number += 1;
            }
            numbers.push(if blank { 0 } else { number });
            start = Pos(end.0 + 1);
        }
        Text(Rc::new(Inner { content, index, paragraphs, numbers }))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0.content
    }

    /// The whole text, shared.
    pub fn content(&self) -> Rc<str> {
        self.0.content.clone()
    }

    /// The index for conversions that are not offered here.
    pub fn index(&self) -> &TextIndex {
        &self.0.index
    }

    /// The length in code points.
    pub fn len(&self) -> u32 {
        self.0.index.len()
    }

    /// Whether there is not one character.
    pub fn is_empty(&self) -> bool {
        self.0.index.is_empty()
    }

    /// The whole text as a span.
    pub fn span(&self) -> Span {
        Span { start: Pos(0), end: self.end() }
    }

    /// The gap after the last code point.
    pub fn end(&self) -> Pos {
        self.0.index.end()
    }

    /// The words in `span`; what reaches over the end of the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        self.0.index.slice(&self.0.content, span)
    }

    /// The part of `span` that is in the text.
    pub fn clamp(&self, span: Span) -> Span {
        Span { start: span.start.min(self.end()), end: span.end.min(self.end()) }
    }

    /// Bytes before `pos`; `None` after the end.
    pub fn byte(&self, pos: Pos) -> Option<BytePos> {
        self.0.index.byte(&self.0.content, pos)
    }

    /// Code points before `byte`; `None` after the end or inside a code point.
    pub fn pos_of_byte(&self, byte: BytePos) -> Option<Pos> {
        self.0.index.pos_of_byte(&self.0.content, byte)
    }

    /// UTF-16 units before `pos`; `None` after the end.
    pub fn utf16(&self, pos: Pos) -> Option<Utf16Pos> {
        self.0.index.utf16(&self.0.content, pos)
    }

    /// Code points before `units`; `None` after the end or between surrogates.
    pub fn pos_of_utf16(&self, units: Utf16Pos) -> Option<Pos> {
        self.0.index.pos_of_utf16(&self.0.content, units)
    }

    /// The spans of all paragraphs, blank ones included, without their LFs.
    pub fn paragraphs(&self) -> &[Span] {
        &self.0.paragraphs
    }

    /// The words of paragraph `index`, "" if there is none.
    pub fn paragraph(&self, index: usize) -> &str {
        self.0.paragraphs.get(index).map_or("", |&span| self.slice(span))
    }

    /// The index of the paragraph that `pos` is in; the last one for a position after the text's end.
    pub fn paragraph_at(&self, pos: Pos) -> usize {
        self.0.paragraphs.partition_point(|p| p.start <= pos).saturating_sub(1)
    }

    /// Whether nothing but white space is in paragraph `index`.
    pub fn is_blank(&self, index: usize) -> bool {
        self.paragraph_number(index).is_none()
    }

    /// The number, from 1, that people see beside paragraph `index`; blank ones are not counted and have none.
    pub fn paragraph_number(&self, index: usize) -> Option<u32> {
        self.0.numbers.get(index).copied().filter(|&n| n > 0)
    }

    /// The gap `units` UTF-16 units after the start of paragraph `index`, as the DOM counts. Clamped to the
    /// paragraph's end; between surrogates, the gap before the pair. `None` if there is no such paragraph.
    pub fn pos_in_paragraph(&self, index: usize, units: Utf16Pos) -> Option<Pos> {
        let span = *self.0.paragraphs.get(index)?;
        let start = self.utf16(span.start)?;
        let at = Utf16Pos(start.0.saturating_add(units.0).min(self.utf16(span.end)?.0));
        self.pos_of_utf16(at).or_else(|| self.pos_of_utf16(Utf16Pos(at.0 - 1)))
    }

    /// The paragraph that `pos` is in and the UTF-16 units from its start, for the DOM. A position after the text's
    /// end is taken for the end.
    pub fn to_paragraph(&self, pos: Pos) -> (usize, Utf16Pos) {
        let pos = pos.min(self.end());
        let index = self.paragraph_at(pos);
        let units = |pos| self.utf16(pos).unwrap_or_default().0;
        (index, Utf16Pos(units(pos) - self.0.paragraphs.get(index).map_or(0, |p| units(p.start))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_and_their_numbers() {
        let text = Text::new("one\n\n \nكلمة 😀\n");
        assert_eq!(
            text.paragraphs(),
            [Span::new(0, 3), Span::new(4, 4), Span::new(5, 6), Span::new(7, 13), Span::new(14, 14)]
        );
        let numbers: Vec<_> = (0..6).map(|i| text.paragraph_number(i)).collect();
        assert_eq!(numbers, [Some(1), None, None, Some(2), None, None]);
        assert_eq!(text.paragraph(3), "كلمة 😀");
        assert_eq!((3..9).map(|p| text.paragraph_at(Pos(p))).collect::<Vec<_>>(), [0, 1, 2, 2, 3, 3]);
        assert_eq!(text.paragraph_at(Pos(99)), 4);
        assert_eq!(Text::new("").paragraphs(), [Span::new(0, 0)]);
    }

    #[test]
    fn the_dom_counts_in_utf16() {
        let text = Text::new("x\n😀b");
        assert_eq!(text.pos_in_paragraph(1, Utf16Pos(2)), Some(Pos(3)));
        assert_eq!(text.pos_in_paragraph(1, Utf16Pos(1)), Some(Pos(2)), "between surrogates");
        assert_eq!(text.pos_in_paragraph(0, Utf16Pos(9)), Some(Pos(1)), "clamped");
        assert_eq!(text.pos_in_paragraph(2, Utf16Pos(0)), None);
        assert_eq!(text.to_paragraph(Pos(3)), (1, Utf16Pos(2)));
        assert_eq!(text.to_paragraph(Pos(99)), (1, Utf16Pos(3)));
    }

    proptest! {
        #[test]
        fn paragraphs_tile_the_text(raw in any_text()) {
            let text = Text::new(super::super::canonical(&raw).into_owned());
            let lines: Vec<&str> = (0..text.paragraphs().len()).map(|i| text.paragraph(i)).collect();
            prop_assert_eq!(lines.join("\n"), text.as_str());
            for p in 0..=text.len() {
                let (paragraph, units) = text.to_paragraph(Pos(p));
                prop_assert_eq!(text.pos_in_paragraph(paragraph, units), Some(Pos(p)));
                prop_assert_eq!(paragraph, text.paragraph_at(Pos(p)));
            }
        }
    }
}
