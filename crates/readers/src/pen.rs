//! A text put together paragraph by paragraph, with the looks of its words.

use std::collections::BTreeMap;

use emic_core::project::{Block, BlockKind, Extra, Style, Styled};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Bound, Extract, Format, LeftOut, Refusal};

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Looks {
    pub bold: bool,
    pub italic: bool,
}

/// The longest text that is written, in code points.
const LONGEST: u32 = 50_000_000;

/// A text that grows at its end. Positions are code points.
#[derive(Default)]
pub(crate) struct Pen {
    pub text: String,
    length: u32,
    full: bool,
    blocks: Vec<(Span, BlockKind)>,
    bold: Vec<Span>,
    italic: Vec<Span>,
    left_out: BTreeMap<LeftOut, u32>,
}

/// Whether a character belongs into a text at all: no control character (but tab and line feed), and none that Unicode
/// keeps for programs' own use.
pub(crate) fn belongs(c: char) -> bool {
    matches!(c, '\t' | '\n')
        || !(c.is_control() || (c as u32) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}'))
}

impl Pen {
    /// How long the text is.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// Puts one character to the end. What does not belong into a text is left out.
    pub fn push(&mut self, c: char, looks: Looks) {
        // A mark of the byte order at the start would not be canonical.
        if !belongs(c) || (c == '\u{feff}' && self.length == 0) {
            return;
        }
        if self.length >= LONGEST {
            self.full = true;
            return;
        }
        let at = self.length;
        self.text.push(c);
        self.length += 1;
        for (runs, set) in [(&mut self.bold, looks.bold), (&mut self.italic, looks.italic)] {
            match runs.last_mut() {
                _ if !set => {}
                Some(last) if last.end.0 == at => last.end = Pos(at + 1),
                _ => runs.push(Span::new(at, at + 1)),
            }
        }
    }

    /// Puts words to the end.
    pub fn push_str(&mut self, words: &str, looks: Looks) {
        words.chars().for_each(|c| self.push(c, looks));
    }

    /// Takes the last character away, and its looks.
    pub fn pop(&mut self) {
        if self.text.pop().is_none() {
            return;
        }
        self.length -= 1;
        for runs in [&mut self.bold, &mut self.italic] {
            if let Some(last) = runs.last_mut().filter(|last| last.end.0 > self.length) {
                last.end = Pos(self.length);
                if last.is_empty() {
                    runs.pop();
                }
            }
        }
    }

    /// Takes white space at the end away, down to `start`.
    pub fn trim_end(&mut self, start: u32) {
        while self.length > start && self.text.ends_with(char::is_whitespace) {
            self.pop();
        }
    }

    /// Says what the paragraph of this span is. Paragraphs come in order; an empty one is none.
    pub fn block(&mut self, span: Span, kind: BlockKind) {
        if !span.is_empty() {
            self.blocks.push((span, kind));
        }
    }

    /// Counts what is not in the text.
    pub fn leave_out(&mut self, what: LeftOut) {
        let count = self.left_out.entry(what).or_default();
        *count = count.saturating_add(1);
    }

    /// All of it. White space at its end goes.
    ///
    /// # Errors
    /// If it is longer than any text may be.
    pub fn finish(mut self, format: Format) -> Result<Extract, Refusal> {
        if self.full {
            return Err(Refusal::Excessive(Bound::Unpacked));
        }
        self.trim_end(0);
        let length = self.length;
        let mut extract = Extract::plain(format, self.text);
        extract.structure.blocks = self
            .blocks
            .into_iter()
            .map(|(span, kind)| (Span::new(span.start.0.min(length), span.end.0.min(length)), kind))
            .filter(|(span, _)| !span.is_empty())
            .map(|(span, kind)| Block { span, kind, extra: Extra::new() })
            .collect();
        let styled = |runs: Vec<Span>, style| runs.into_iter().map(move |span| Styled { span, style });
        let mut styles: Vec<Styled> =
            styled(self.bold, Style::Bold).chain(styled(self.italic, Style::Italic)).collect();
        styles.sort_by_key(|styled| (styled.span.start, styled.span.end, styled.style));
        extract.structure.styles = styles;
        extract.left_out = self.left_out.into_iter().collect();
        Ok(extract)
    }
}
