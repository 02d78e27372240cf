//! The words of a quotation with some context, so that a range can be checked and found again.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{BytePos, Pos, Span, Text};

/// How many code points of context are kept on each side.
pub const CONTEXT: u32 = 32;

/// Exact words and what stood around them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The words themselves.
    pub exact: Rc<str>,
    /// Up to [`CONTEXT`] code points before them.
    pub prefix: Rc<str>,
    /// Up to [`CONTEXT`] code points after them.
    pub suffix: Rc<str>,
}

impl Quote {
    /// The words in `span` of `text`, with their context.
    pub fn of(text: &Text, span: Span) -> Quote {
        let span = text.clamp(span);
        Quote {
            exact: text.slice(span).into(),
            prefix: text.slice(Span::new(span.start.0.saturating_sub(CONTEXT), span.start.0)).into(),
            suffix: text.slice(Span::new(span.end.0, span.end.0.saturating_add(CONTEXT))).into(),
        }
    }

    /// Whether exactly these words are in `span` of `text`. The context may have changed.
    pub fn verify(&self, text: &Text, span: Span) -> bool {
        span.end <= text.end() && text.slice(span) == &*self.exact
    }

    /// Where these words are now: of all places with exactly these words the one whose context agrees for the most
    /// code points, counted outwards from the words; of equally good ones the nearest to `near`. `None` if the words
    /// are nowhere, or empty.
    pub fn find(&self, text: &Text, near: Pos) -> Option<Span> {
        let first = self.exact.chars().next()?;
        let whole = text.as_str();
        let mut best: Option<((usize, std::cmp::Reverse<u32>), Span)> = None;
        let mut from = 0;
        while let Some(found) = whole[from..].find(&*self.exact) {
            let (start, end) = (from + found, from + found + self.exact.len());
            from = start + first.len_utf8();
            let agrees = common(whole[..start].chars().rev(), self.prefix.chars().rev())
                + common(whole[end..].chars(), self.suffix.chars());
            let span =
                Span { start: text.pos_of_byte(BytePos(start as u32))?, end: text.pos_of_byte(BytePos(end as u32))? };
            let score = (agrees, std::cmp::Reverse(span.start.0.abs_diff(near.0)));
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, span));
            }
        }
        best.map(|(_, span)| span)
    }
}

/// How many of the first characters are the same.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    #[test]
    fn found_again_by_context_then_by_nearness() {
        let text = Text::new("I was afraid. He was afraid. I was afraid.");
        let quote = Quote::of(&text, Span::new(21, 27));
        assert_eq!(
            (&*quote.exact, &*quote.prefix, &*quote.suffix),
            ("afraid", "I was afraid. He was ", ". I was afraid.")
        );
        assert!(quote.verify(&text, Span::new(21, 27)));
        assert!(!quote.verify(&text, Span::new(20, 26)));
        assert!(!quote.verify(&text, Span::new(21, 99)));
        let moved = Text::new("(New.) I was afraid. She, he was afraid. I was afraid.");
        assert_eq!(quote.find(&moved, Pos(0)), Some(Span::new(33, 39)));
        let bare = Quote { prefix: "".into(), suffix: "".into(), ..quote };
        assert_eq!(bare.find(&text, Pos(40)), Some(Span::new(35, 41)));
        assert_eq!(bare.find(&Text::new("calm"), Pos(0)), None);
        assert_eq!(Quote::of(&text, Span::new(3, 3)).find(&text, Pos(3)), None);
        let doubled = Quote { exact: "aa".into(), prefix: "ba".into(), suffix: "c".into() };
        assert_eq!(doubled.find(&Text::new("baaac"), Pos(0)), Some(Span::new(2, 4)), "overlapping places count");
    }

    proptest! {
        #[test]
        fn an_unchanged_text_gives_the_same_place(raw in any_text(), a in any::<u32>(), b in any::<u32>()) {
            let text = Text::new(raw);
            let span = Span::new(a % (text.len() + 1), b % (text.len() + 1));
            let quote = Quote::of(&text, span);
            prop_assert!(quote.verify(&text, span));
            prop_assert_eq!(quote.find(&text, span.start), (!span.is_empty()).then_some(span));
        }
    }
}
