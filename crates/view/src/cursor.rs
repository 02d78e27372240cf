//! The app's own text cursor: where the keyboard is in a text, and what it has selected.

use emic_core::text::{
    Pos, Span, Text, Unit, grapheme_snap, next_boundary, previous_boundary, sentence_at, trim_whitespace, word_at,
};

/// A direction in reading order: forwards is to the left in Arabic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Towards the end.
    Forwards,
    /// Towards the start.
    Backwards,
}

/// A cursor with a selection between the two ends; none where they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TextCursor {
    /// Where the selection began.
    pub anchor: Pos,
    /// Where the cursor is.
    pub head: Pos,
}

impl TextCursor {
    /// A cursor that has selected nothing.
    pub fn at(pos: Pos) -> TextCursor {
        TextCursor { anchor: pos, head: pos }
    }

    /// A cursor at the end of a selected span.
    pub fn over(span: Span) -> TextCursor {
        TextCursor { anchor: span.start, head: span.end }
    }

    /// What is selected; empty where nothing is.
    pub fn selection(self) -> Span {
        Span::between(self.anchor, self.head)
    }

    /// What a quotation of the selection covers: whole graphemes, without white space at the ends; `None` if nothing
    /// else is selected.
    pub fn passage(self, text: &Text) -> Option<Span> {
        let span = trim_whitespace(text, grapheme_snap(text, self.selection()));
        (!span.is_empty()).then_some(span)
    }

    /// One step of `unit`. With `extend` (Shift) the anchor stays; without it the selection goes, and a step of one
    /// character from a selection goes to that end of it which lies in the direction, as in every text field.
    pub fn moved(self, text: &Text, unit: Unit, way: Way, extend: bool) -> TextCursor {
        let cursor = self.within(text);
        let selection = cursor.selection();
        if unit == Unit::Grapheme && !extend && !selection.is_empty() {
            return TextCursor::at(match way {
                Way::Forwards => selection.end,
                Way::Backwards => selection.start,
            });
        }
        let head = match way {
            Way::Forwards => next_boundary(text, cursor.head, unit),
            Way::Backwards => previous_boundary(text, cursor.head, unit),
        };
        TextCursor { anchor: if extend { cursor.anchor } else { head }, head }
    }

    /// To any gap (a click, a line up or down as the app measures it, the start or end of the text), never inside of a
    /// grapheme. With `extend` the anchor stays.
    pub fn moved_to(self, text: &Text, pos: Pos, extend: bool) -> TextCursor {
        let head = grapheme_snap(text, Span { start: pos, end: pos }).start;
        TextCursor { anchor: if extend { self.within(text).anchor } else { head }, head }
    }

    /// With the word that the cursor is in or at selected; unchanged between words.
    pub fn with_word(self, text: &Text) -> TextCursor {
        word_at(text, self.head).map_or(self, TextCursor::over)
    }

    /// With the sentence that the cursor is in selected; unchanged in a blank paragraph.
    pub fn with_sentence(self, text: &Text) -> TextCursor {
        sentence_at(text, self.head).map_or(self, TextCursor::over)
    }

    /// With the paragraph that the cursor is in selected, without white space at its ends; unchanged in a blank one.
    pub fn with_paragraph(self, text: &Text) -> TextCursor {
        let paragraph = text.paragraphs().get(text.paragraph_at(self.head)).copied().unwrap_or_default();
        let span = trim_whitespace(text, paragraph);
        if span.is_empty() { self } else { TextCursor::over(span) }
    }

    /// With nothing selected; the cursor stays.
    pub fn cleared(self) -> TextCursor {
        TextCursor::at(self.head)
    }

    /// The same with both ends inside the text.
    pub fn within(self, text: &Text) -> TextCursor {
        TextCursor { anchor: self.anchor.min(text.end()), head: self.head.min(text.end()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::any_text;
    use proptest::prelude::*;

    /// Goes through keys: c, w, s, p a step forwards by character, word, sentence, paragraph; C, W, S, P backwards; a
    /// `+` before it holds Shift. Gives anchor and head after each.
    fn walk(content: &str, from: u32, keys: &str) -> Vec<(u32, u32)> {
        let text = Text::new(content);
        let mut cursor = TextCursor::at(Pos(from));
        keys.split(' ')
            .map(|key| {
                let extend = key.starts_with('+');
                let key = key.trim_start_matches('+');
                let way = if key.chars().all(char::is_uppercase) { Way::Backwards } else { Way::Forwards };
                let unit = match key.to_lowercase().as_str() {
                    "c" => Unit::Grapheme,
                    "w" => Unit::Word,
                    "s" => Unit::Sentence,
                    _ => Unit::Paragraph,
                };
                cursor = cursor.moved(&text, unit, way, extend);
                (cursor.anchor.0, cursor.head.0)
            })
            .collect()
    }

    #[test]
    fn keys_move_and_extend() {
        let english = "We left. Was it safe?\n\nNo.";
        let arabic = "قالت: كُنّا هنا. نعم";
        for (content, from, keys, expected) in [
            (english, 0, "c c C", vec![(1, 1), (2, 2), (1, 1)]),
            (english, 0, "w +w +w +W", vec![(2, 2), (2, 7), (2, 12), (2, 9)]),
            (english, 0, "+s +s +s +S", vec![(0, 8), (0, 21), (0, 26), (0, 23)]),
            (english, 3, "p +p P", vec![(21, 21), (21, 26), (23, 23)]),
            // Out of a selection to its nearer end; at the end and at the start it stays.
            (english, 3, "+w c", vec![(3, 7), (7, 7)]),
            (english, 3, "+w C", vec![(3, 7), (3, 3)]),
            (english, 25, "c c +c", vec![(26, 26), (26, 26), (26, 26)]),
            (english, 1, "C C +W", vec![(0, 0), (0, 0), (0, 0)]),
            // Over a line end, a blank line and another one.
            (english, 21, "c c c", vec![(22, 22), (23, 23), (24, 24)]),
            // In reading order, letters with their vowel signs.
            (arabic, 6, "c c +c +C", vec![(8, 8), (10, 10), (10, 11), (10, 10)]),
            (arabic, 0, "w +w +S", vec![(4, 4), (4, 11), (4, 0)]),
            ("👩🏽‍⚕️🇸🇾x", 0, "c +c +C", vec![(5, 5), (5, 7), (5, 5)]),
            ("", 0, "c +w P", vec![(0, 0), (0, 0), (0, 0)]),
        ] {
            assert_eq!(walk(content, from, keys), expected, "{content:?} {from} {keys}");
        }
    }

    #[test]
    fn units_are_selected_and_cleared() {
        let text = Text::new("  One two. Three.\n \nنعم ");
        let at = |pos| TextCursor::at(Pos(pos));
        assert_eq!(at(7).with_word(&text).selection(), Span::new(6, 9));
        assert_eq!(at(7).with_sentence(&text).selection(), Span::new(2, 10));
        assert_eq!(at(7).with_paragraph(&text), TextCursor { anchor: Pos(2), head: Pos(17) });
        assert_eq!(at(19).with_paragraph(&text), at(19), "blank");
        assert_eq!(at(22).with_paragraph(&text).selection(), Span::new(20, 23));
        assert_eq!(at(7).with_paragraph(&text).cleared(), at(17));
        assert_eq!(at(7).moved_to(&text, Pos(99), true), TextCursor { anchor: Pos(7), head: text.end() });
        assert_eq!(TextCursor::default().with_word(&Text::new("")), at(0));
    }

    #[test]
    fn a_passage_has_whole_characters_and_no_spaces_around() {
        let text = Text::new(" e\u{301}a \n");
        let passage = |a, b| TextCursor { anchor: Pos(a), head: Pos(b) }.passage(&text);
        assert_eq!(passage(5, 0), Some(Span::new(1, 4)));
        assert_eq!(passage(2, 3), Some(Span::new(1, 3)));
        assert_eq!(passage(4, 6), None);
        assert_eq!(passage(2, 2), None);
    }

    proptest! {
        #[test]
        fn no_step_leaves_the_text_or_tears_a_character(
            raw in any_text(), start in any::<u32>(), steps in prop::collection::vec((0..4usize, any::<bool>(), any::<bool>()), 0..20),
        ) {
            let text = Text::new(raw);
            let mut cursor = TextCursor::default().moved_to(&text, Pos(start % (text.len() + 5)), false);
            for (unit, forwards, extend) in steps {
                let unit = [Unit::Grapheme, Unit::Word, Unit::Sentence, Unit::Paragraph][unit];
                let way = if forwards { Way::Forwards } else { Way::Backwards };
                let next = cursor.moved(&text, unit, way, extend);
                prop_assert!(next.head <= text.end());
                prop_assert_eq!(next.anchor, if extend { cursor.anchor } else { next.head });
                let selection = cursor.selection();
                prop_assert!(!forwards || next.head >= selection.start);
                prop_assert!(forwards || next.head <= selection.end);
                prop_assert_eq!(grapheme_snap(&text, Span { start: next.head, end: next.head }).start, next.head);
                cursor = next;
            }
        }
    }
}
