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

/// What `words` begin with that is nothing but visible ASCII and spaces.
pub(crate) fn plain_part(words: &str) -> &str {
    let end = words.bytes().position(|byte| !matches!(byte, b' '..=b'~'));
    // A byte of ASCII is a character by itself.
    end.map_or(words, |end| &words[..end])
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
        self.text.push(c);
        self.grown(1, looks);
    }

    /// So many characters of these looks were put to the end.
    fn grown(&mut self, by: u32, looks: Looks) {
        let at = self.length;
        self.length += by;
        for (runs, set) in [(&mut self.bold, looks.bold), (&mut self.italic, looks.italic)] {
            match runs.last_mut() {
                _ if !set => {}
                Some(last) if last.end.0 == at => last.end = Pos(at + by),
                _ => runs.push(Span::new(at, at + by)),
            }
        }
    }

    /// Puts words to the end.
    pub fn push_str(&mut self, words: &str, looks: Looks) {
        let mut rest = words;
        loop {
            // Most words are letters of ASCII, of which none is left out.
            let plain = plain_part(rest);
            if plain.len() > (LONGEST - self.length) as usize {
                break rest.chars().for_each(|c| self.push(c, looks));
            }
            if !plain.is_empty() {
                self.text.push_str(plain);
                self.grown(plain.len() as u32, looks);
            }
            let mut others = rest[plain.len()..].chars();
            let Some(c) = others.next() else { break };
            self.push(c, looks);
            rest = others.as_str();
        }
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

#[cfg(test)]
mod tests {
    use emic_core::project::Style;
    use emic_core::text::Span;

    use super::*;

    #[test]
    fn words_are_put_as_their_characters_are() {
        let looks = |bold, italic| Looks { bold, italic };
        let (mut whole, mut single) = (Pen::default(), Pen::default());
        let words = [
            ("\u{feff}They came", looks(false, false)),
            (" at ", looks(true, false)),
            ("ni\u{1}ght", looks(true, true)),
            ("", looks(true, true)),
            ("\u{feff}, en été\n", looks(false, true)),
            ("جاؤوا\t~\u{7f}\u{fffe} end.", looks(false, false)),
        ];
        for (words, looks) in words {
            whole.push_str(words, looks);
            words.chars().for_each(|c| single.push(c, looks));
            assert_eq!(
                (&whole.text, whole.length, &whole.bold, &whole.italic),
                (&single.text, single.length, &single.bold, &single.italic)
            );
        }
        let extract = whole.finish(Format::Text).unwrap();
        assert_eq!(extract.text, "They came at night\u{feff}, en été\nجاؤوا\t~ end.");
        let bold = extract.structure.styles.iter().filter(|styled| styled.style == Style::Bold);
        assert_eq!(bold.map(|styled| styled.span).collect::<Vec<_>>(), [Span::new(9, 18)]);
    }
}
