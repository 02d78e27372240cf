//! Where a quotation begins and ends, moved in steps: what keys and buttons do instead of dragging.

use emic_core::text::{Pos, Span, Text, Unit, next_boundary, previous_boundary, word_at};

/// One of the two ends of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Which way an end is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Towards the start of the text.
    Earlier,
    /// Towards the end of the text.
    Later,
}

/// The span with one end moved by a unit. By words a beginning stays at the beginning of a word and an end at the end
/// of one. `None` if there is no further to go: at the ends of the text, and where nothing would be left.
pub fn moved(text: &Text, span: Span, edge: Edge, way: Way, unit: Unit) -> Option<Span> {
    let next = |at: Pos| next_boundary(text, at, unit);
    let previous = |at: Pos| previous_boundary(text, at, unit);
    let to = match (edge, way) {
        (Edge::Start, Way::Earlier) => previous(span.start),
        (Edge::End, Way::Later) => next(span.end),
        // Boundaries are found at the far side of a unit, so inwards one goes over it and back.
        (Edge::Start, Way::Later) => {
            let over = next(span.start);
            let back = previous(over);
            if unit == Unit::Grapheme {
                over
            } else if back > span.start {
                back
            } else {
                previous(next(over))
            }
        }
        (Edge::End, Way::Earlier) => {
            let over = previous(span.end);
            let back = next(over);
            if unit == Unit::Grapheme {
                over
            } else if back < span.end {
                back
            } else {
                next(previous(over))
            }
        }
    };
    let (from, changed) = match edge {
        Edge::Start => (span.start, (to < span.end).then_some(Span { start: to, ..span })),
        Edge::End => (span.end, (to > span.start).then_some(Span { end: to, ..span })),
    };
    // Behind the last word and ahead of the first one, over and back leads the wrong way.
    let as_asked = match way {
        Way::Earlier => to < from,
        Way::Later => to > from,
    };
    changed.filter(|_| as_asked)
}

/// What a drag of the mouse means: it was not let go at just that letter, so an end inside of a word takes all of that
/// word in. A part of one single word that reaches to an edge of it stays as it is: a stem or an ending was meant.
pub fn whole_words(text: &Text, span: Span) -> Span {
    let inside = |at: Pos| word_at(text, at).filter(|word| word.start < at && at < word.end);
    let (first, last) = (inside(span.start), inside(span.end));
    let of_one_word = match (first, last) {
        (Some(word), None) => span.end == word.end,
        (None, Some(word)) => span.start == word.start,
        _ => false,
    };
    if of_one_word {
        return span;
    }
    Span { start: first.map_or(span.start, |word| word.start), end: last.map_or(span.end, |word| word.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(span: (u32, u32), edge: Edge, way: Way, unit: Unit) -> Option<String> {
        let text = Text::new("She said: “the children draw tanks”.\nلم نكن نتكلم.");
        moved(&text, Span::new(span.0, span.1), edge, way, unit).map(|span| text.slice(span).to_owned())
    }

    #[test]
    fn by_words_ends_stay_at_words() {
        use {Edge::*, Unit::Word, Way::*};
        // "the children"
        let at = (11, 23);
        assert_eq!(words(at, Start, Earlier, Word).as_deref(), Some("said: “the children"));
        assert_eq!(words(at, Start, Later, Word).as_deref(), Some("children"));
        assert_eq!(words(at, End, Later, Word).as_deref(), Some("the children draw"));
        assert_eq!(words(at, End, Earlier, Word).as_deref(), Some("the"));
        // "“the children " with what is no word at both ends
        assert_eq!(words((10, 24), Start, Later, Word).as_deref(), Some("the children "));
        assert_eq!(words((10, 24), End, Earlier, Word).as_deref(), Some("“the children"));
        assert_eq!(words((29, 34), End, Later, Word).as_deref(), Some("tanks”.\nلم"));
    }

    #[test]
    fn something_always_is_left() {
        use {Edge::*, Unit::*, Way::*};
        assert_eq!(words((11, 14), Start, Later, Word), None);
        assert_eq!(words((11, 14), End, Earlier, Word), None);
        assert_eq!(words((11, 12), End, Earlier, Grapheme), None);
        assert_eq!(words((0, 3), Start, Earlier, Word), None);
        assert_eq!(words((11, 14), End, Earlier, Grapheme).as_deref(), Some("th"));
        assert_eq!(words((11, 14), Start, Later, Grapheme).as_deref(), Some("he"));
    }

    #[test]
    fn a_drag_takes_whole_words_in() {
        let text = Text::new("She washed the floors. كنا نسمعهم في الليل");
        let whole = |a, b| text.slice(whole_words(&text, Span::new(a, b))).to_owned();
        assert_eq!(whole(5, 13), "washed the");
        assert_eq!(whole(3, 13), " washed the", "from between words");
        assert_eq!(whole(4, 13), "washed the");
        assert_eq!(whole(6, 8), "washed", "inside of one word");
        assert_eq!(whole(4, 8), "wash", "a stem");
        assert_eq!(whole(8, 10), "ed", "an ending");
        assert_eq!(whole(6, 21), "washed the floors");
        assert_eq!(whole(29, 39), "نسمعهم في الليل");
        assert_eq!(whole(4, 10), "washed");
    }

    proptest! {
        #[test]
        fn a_step_moves_one_end_the_way_it_says(raw in crate::samples::any_text(), a in any::<u32>(), b in any::<u32>(), word in any::<bool>()) {
            let text = Text::new(raw);
            let span = Span::new(a % (text.len() + 1), b % (text.len() + 1));
            let unit = if word { Unit::Word } else { Unit::Grapheme };
            for edge in [Edge::Start, Edge::End] {
                for way in [Way::Earlier, Way::Later] {
                    let Some(to) = moved(&text, span, edge, way, unit) else { continue };
                    prop_assert!(!to.is_empty() && to.end <= text.end());
                    let (before, after) = match edge {
                        Edge::Start => { prop_assert_eq!(to.end, span.end); (span.start, to.start) }
                        Edge::End => { prop_assert_eq!(to.start, span.start); (span.end, to.end) }
                    };
                    prop_assert_eq!(after < before, way == Way::Earlier);
                    prop_assert_ne!(after, before);
                }
            }
        }
    }
}
