//! Moves by lines: up and down as the page has broken a text into lines, and to a line's ends. The page is asked where
//! it draws a caret; all else is worked out here, so that no point of the window has to be looked up (something may
//! float over it, or it may be out of view).

use emic_core::text::{Pos, Span, Text, next_grapheme};

use crate::cursor::{TextCursor, Way};

/// Where the page draws a caret, in CSS pixels from anywhere, as long as it is the same for all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaretBox {
    /// How far from the left.
    pub x: f64,
    /// Its upper end.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

impl CaretBox {
    /// Whether it has no height: words that are folded away.
    fn is_folded(self) -> bool {
        self.bottom <= self.top
    }

    /// Whether both stand on one line: letters of other fonts may be higher or lower, but not by half of their height.
    /// What is folded away stands on one line with what is folded away there.
    fn is_beside(self, other: CaretBox) -> bool {
        if self.is_folded() || other.is_folded() {
            return self.is_folded() && other.is_folded() && self.top == other.top;
        }
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        let lower = (self.bottom - self.top).min(other.bottom - other.top);
        shared * 2.0 > lower
    }
}

/// The first and the last gap that are drawn on the line of `pos`. Where a line was broken the gap belongs to the line
/// that it is drawn on: behind a space that is the next one. `None` if the page cannot tell.
pub fn line_at(text: &Text, pos: Pos, caret: impl Fn(Pos) -> Option<CaretBox>) -> Option<Span> {
    let here = caret(pos)?;
    let paragraph = text.paragraphs().get(text.paragraph_at(pos)).copied()?;
    let beside = |at: u32| caret(Pos(at)).map(|there| there.is_beside(here));
    // Of each pair the one at `pos` is on the line; the other is known to be off it, or beyond the paragraph.
    let (mut off, mut start) = (paragraph.start.0, pos.0);
    while off < start {
        let middle = off + (start - off) / 2;
        if beside(middle)? { start = middle } else { off = middle + 1 }
    }
    let (mut end, mut off) = (pos.0, paragraph.end.0);
    while end < off {
        let middle = off - (off - end) / 2;
        if beside(middle)? { end = middle } else { off = middle - 1 }
    }
    Some(Span::new(start, end))
}

/// One line up or down, to the gap that is drawn nearest to `column` (from the left, as in [`CaretBox`]; without one,
/// to that of the cursor), past paragraphs that are folded away. Gives the column too, to be kept for the next such move. Beyond the last line it goes to the
/// end, beyond the first one to the start. `None` if the page cannot tell.
pub fn by_line(
    text: &Text,
    cursor: TextCursor,
    way: Way,
    extend: bool,
    column: Option<f64>,
    caret: impl Fn(Pos) -> Option<CaretBox>,
) -> Option<(TextCursor, f64)> {
    let cursor = cursor.within(text);
    let from = match (extend, way) {
        (true, _) => cursor.head,
        (false, Way::Forwards) => cursor.selection().end,
        (false, Way::Backwards) => cursor.selection().start,
    };
    let column = match column {
        Some(column) => column,
        None => caret(from)?.x,
    };
    let line = line_at(text, from, &caret)?;
    let index = text.paragraph_at(from);
    let paragraph = text.paragraphs().get(index).copied()?;
    let is_folded = |at| caret(at).is_some_and(CaretBox::is_folded);
    let goal = match way {
        Way::Forwards if line.end < paragraph.end => Some(Pos(line.end.0 + 1)),
        Way::Forwards => {
            let mut next = paragraph_after(text, index);
            while let Some((_, index)) = next.filter(|(next, _)| is_folded(next.start)) {
                next = paragraph_after(text, index);
            }
            next.map(|(next, _)| next.start)
        }
        Way::Backwards if line.start > paragraph.start => Some(Pos(line.start.0 - 1)),
        Way::Backwards => {
            let mut previous = paragraph_before(text, index);
            while let Some((_, index)) = previous.filter(|(previous, _)| is_folded(previous.end)) {
                previous = paragraph_before(text, index);
            }
            previous.map(|(previous, _)| previous.end)
        }
    };
    let head = match (goal, way) {
        (Some(goal), _) => nearest(text, line_at(text, goal, &caret)?, column, &caret)?,
        (None, Way::Forwards) => text.end(),
        (None, Way::Backwards) => Pos(0),
    };
    Some((cursor.moved_to(text, head, extend), column))
}

/// To the start of the cursor's line, or to its end. `None` if the page cannot tell.
pub fn to_line_end(
    text: &Text,
    cursor: TextCursor,
    way: Way,
    extend: bool,
    caret: impl Fn(Pos) -> Option<CaretBox>,
) -> Option<TextCursor> {
    let cursor = cursor.within(text);
    let line = line_at(text, cursor.head, caret)?;
    let head = match way {
        Way::Forwards => line.end,
        Way::Backwards => line.start,
    };
    Some(cursor.moved_to(text, head, extend))
}

/// To the start of the next paragraph, or of this one, or from there of the one before; past blank ones. Beyond the
/// last one it goes to the end of the text.
pub fn by_paragraph(text: &Text, cursor: TextCursor, way: Way, extend: bool) -> TextCursor {
    let cursor = cursor.within(text);
    let index = text.paragraph_at(cursor.head);
    let head = match way {
        Way::Forwards => paragraph_after(text, index).map_or(text.end(), |(next, _)| next.start),
        Way::Backwards => {
            let here = text.paragraphs().get(index).map(|paragraph| paragraph.start).unwrap_or_default();
            if cursor.head > here && !text.is_blank(index) {
                here
            } else {
                paragraph_before(text, index).map(|(previous, _)| previous.start).unwrap_or_default()
            }
        }
    };
    cursor.moved_to(text, head, extend)
}

/// The next paragraph that has words, and its index: others are not seen.
fn paragraph_after(text: &Text, index: usize) -> Option<(Span, usize)> {
    (index + 1..text.paragraphs().len()).find(|at| !text.is_blank(*at)).map(|at| (text.paragraphs()[at], at))
}

fn paragraph_before(text: &Text, index: usize) -> Option<(Span, usize)> {
    (0..index).rev().find(|at| !text.is_blank(*at)).map(|at| (text.paragraphs()[at], at))
}

/// The gap of a line that is drawn nearest to a column. In a line of two directions it need not be the one that comes
/// nearest in reading order, so all are looked at.
fn nearest(text: &Text, line: Span, column: f64, caret: impl Fn(Pos) -> Option<CaretBox>) -> Option<Pos> {
    let away = |at: Pos| Some((caret(at)?.x - column).abs());
    let mut best = (line.start, away(line.start)?);
    let mut at = line.start;
    while at < line.end {
        at = next_grapheme(text, at).min(line.end);
        let distance = away(at)?;
        if distance < best.1 {
            best = (at, distance);
        }
    }
    Some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_folded_away_is_passed_over() {
        let text = Text::new("one\n\nhidden\nhidden too\nfour");
        let folded = |at: Pos| (1..4).contains(&text.paragraph_at(at));
        let caret = |at: Pos| {
            let paragraph = text.paragraph_at(at);
            let top = 20.0 * paragraph as f64;
            let x = if folded(at) { 0.0 } else { f64::from(at.0 - text.paragraphs()[paragraph].start.0) };
            Some(CaretBox { x, top, bottom: if folded(at) { top } else { top + 16.0 } })
        };
        let by = |from: u32, way| by_line(&text, TextCursor::at(Pos(from)), way, false, None, caret).unwrap().0.head.0;
        let four = text.paragraphs()[4].start.0;
        assert_eq!((by(2, Way::Forwards), by(four + 1, Way::Backwards)), (four + 2, 1));
        // From inside of it, wherever that is, it is one line.
        assert_eq!((by(8, Way::Forwards), by(8, Way::Backwards)), (four, 0));
        assert_eq!(line_at(&text, Pos(8), caret), Some(text.paragraphs()[2]));
    }

    /// A page of letters of one width, broken at spaces into lines of at most `width` letters.
    struct Layout {
        carets: Vec<CaretBox>,
    }

    impl Layout {
        fn new(text: &Text, width: usize, rtl: bool) -> Layout {
            let mut carets = Vec::new();
            let mut line = 0.0;
            for paragraph in text.paragraphs() {
                let letters: Vec<char> = text.slice(*paragraph).chars().collect();
                let mut start = 0;
                loop {
                    // The line ends behind the last space that fits, or with the paragraph.
                    let rest = letters.len() - start;
                    let fits = (start..start + rest.min(width + 1)).rev().find(|at| letters[*at] == ' ');
                    let end = if rest <= width { letters.len() } else { fits.map_or(start + width, |at| at + 1) };
                    let last = end == letters.len();
                    let gaps = if last { end - start + 1 } else { end - start };
                    for gap in 0..gaps {
                        let x = if rtl { (width + 1 - gap) as f64 } else { gap as f64 };
                        // Some letters are drawn a little higher than others.
                        let top = line * 20.0 + if gap % 3 == 0 { 2.0 } else { 0.0 };
                        carets.push(CaretBox { x: x * 10.0, top, bottom: line * 20.0 + 16.0 });
                    }
                    line += 1.0;
                    start = end;
                    if last {
                        break;
                    }
                }
            }
            Layout { carets }
        }

        fn caret(&self) -> impl Fn(Pos) -> Option<CaretBox> + '_ {
            |at| self.carets.get(at.0 as usize).copied()
        }
    }

    const WORDS: &str = "one two three four five six seven\n\n \nlast of all";

    #[test]
    fn up_and_down_keep_the_column_and_pass_blank_paragraphs() {
        let text = Text::new(WORDS);
        // one two_ / three four_ / five six_ / seven // // last of_ / all
        for rtl in [false, true] {
            let page = Layout::new(&text, 10, rtl);
            let at = |pos| TextCursor::at(Pos(pos));
            assert_eq!(line_at(&text, Pos(10), page.caret()), Some(Span::new(8, 18)), "{rtl}");
            let mut cursor = at(6);
            let mut column = None;
            let mut heads = Vec::new();
            for way in [Way::Forwards; 6].into_iter().chain([Way::Backwards; 7]) {
                let (moved, kept) = by_line(&text, cursor, way, false, column, page.caret()).unwrap();
                (cursor, column) = (moved, Some(kept));
                heads.push(moved.head.0);
            }
            // Through the short line it comes back to its column; beyond the ends to the ends.
            assert_eq!(heads, [14, 25, 33, 43, 48, 48, 43, 33, 25, 14, 6, 0, 0], "{rtl}");
        }
    }

    #[test]
    fn a_selection_is_extended_or_left_at_the_nearer_end() {
        let text = Text::new(WORDS);
        let page = Layout::new(&text, 10, false);
        let selected = TextCursor::over(Span::new(9, 20));
        let moved = |way, extend| by_line(&text, selected, way, extend, None, page.caret()).unwrap().0;
        assert_eq!(moved(Way::Forwards, true), TextCursor { anchor: Pos(9), head: Pos(29) });
        assert_eq!(moved(Way::Forwards, false), TextCursor::at(Pos(29)));
        assert_eq!(moved(Way::Backwards, false), TextCursor::at(Pos(1)));
        let ends = |way, extend| to_line_end(&text, selected, way, extend, page.caret()).unwrap();
        assert_eq!(ends(Way::Forwards, false), TextCursor::at(Pos(27)), "ahead of the space that the line ends with");
        assert_eq!(ends(Way::Backwards, true), TextCursor { anchor: Pos(9), head: Pos(19) });
    }

    #[test]
    fn paragraphs_are_gone_through_by_their_starts() {
        let text = Text::new(WORDS);
        let from = |pos, way| by_paragraph(&text, TextCursor::at(Pos(pos)), way, false).head.0;
        assert_eq!(from(5, Way::Forwards), 37);
        assert_eq!(from(40, Way::Forwards), 48);
        assert_eq!(from(40, Way::Backwards), 37);
        assert_eq!(from(37, Way::Backwards), 0);
        assert_eq!(from(35, Way::Backwards), 0, "from a blank one");
        assert_eq!(from(0, Way::Backwards), 0);
        let extended = by_paragraph(&text, TextCursor::at(Pos(5)), Way::Forwards, true);
        assert_eq!(extended, TextCursor { anchor: Pos(5), head: Pos(37) });
    }

    #[test]
    fn without_a_page_nothing_is_guessed() {
        let text = Text::new(WORDS);
        assert_eq!(by_line(&text, TextCursor::default(), Way::Forwards, false, None, |_| None), None);
        assert_eq!(to_line_end(&text, TextCursor::default(), Way::Forwards, false, |_| None), None);
    }

    proptest! {
        #[test]
        fn every_line_is_come_by_in_order(raw in "[a-c]{1,6}( [a-cé]{1,9}){0,20}(\n[a-c ]{0,14}){0,4}", width in 3usize..15, column in 0u32..20) {
            let text = Text::new(raw.trim_end());
            let page = Layout::new(&text, width, false);
            let mut cursor = TextCursor::default();
            let mut seen = vec![page.carets[0].bottom];
            loop {
                let (next, _) = by_line(&text, cursor, Way::Forwards, false, Some(f64::from(column) * 10.0), page.caret()).unwrap();
                let bottom = page.carets[next.head.0 as usize].bottom;
                if bottom == *seen.last().unwrap() {
                    prop_assert_eq!(next.head, text.end());
                    break;
                }
                prop_assert!(next.head > cursor.head);
                seen.push(bottom);
                cursor = next;
            }
            let mut all: Vec<f64> = text.paragraphs().iter().enumerate().filter(|(n, _)| !text.is_blank(*n))
                .flat_map(|(_, span)| (span.start.0..=span.end.0).map(|at| page.carets[at as usize].bottom)).collect();
            all.dedup();
            prop_assert_eq!(seen, all);
        }
    }
}
