//! A text before and after edits, side by side in rows: what goes, what comes, and the line ends that are joined.

use emic_core::text::TextEdits;

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It stays as it is.
    Kept,
    /// It goes; without any line end.
    Gone,
    /// A line end that goes.
    LineEnd,
    /// It comes.
    Come,
}

/// Characters of one side that share a fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub fate: Fate,
    /// The characters.
    pub words: String,
}

/// What stands between two line ends that both texts have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number of its first line in the text before, from 1.
    pub line: usize,
    /// The text before: kept, gone, and line ends that go.
    pub before: Vec<Piece>,
    /// The text after: kept and come.
    pub after: Vec<Piece>,
}

/// The rows from the start of a text until they hold `lines` lines of the text before, or `chars` code points; and
/// whether there are more. Costs what it gives.
pub fn rows(before: &str, edits: &TextEdits, lines: usize, chars: usize) -> (Vec<Row>, bool) {
    let mut found = Vec::new();
    let mut row = Row { line: 1, before: Vec::new(), after: Vec::new() };
    let mut edits = edits.as_slice().iter().peekable();
    let mut gone_until = 0;
    let mut line = 1;
    // No text has more code points than a `u32` holds: positions are such.
    let mut at = 0u32;
    let mut rest = before.chars();
    loop {
        while let Some(edit) = edits.next_if(|edit| edit.range.start.0 <= at) {
            edit.insert.chars().for_each(|c| push(&mut row.after, Fate::Come, c));
            gone_until = edit.range.end.0;
        }
        let Some(c) = rest.next() else { break };
        line += usize::from(c == '\n');
        if at < gone_until {
            push(&mut row.before, if c == '\n' { Fate::LineEnd } else { Fate::Gone }, c);
        } else if c == '\n' {
            found.push(std::mem::replace(&mut row, Row { line, before: Vec::new(), after: Vec::new() }));
            if line > lines || at as usize >= chars {
                return (found, !rest.as_str().is_empty());
            }
        } else {
            push(&mut row.before, Fate::Kept, c);
            push(&mut row.after, Fate::Kept, c);
        }
        at = at.saturating_add(1);
    }
    found.push(row);
    (found, false)
}

fn push(side: &mut Vec<Piece>, fate: Fate, c: char) {
    match side.last_mut() {
        // Every line end that goes has a mark of its own.
        Some(last) if last.fate == fate && fate != Fate::LineEnd => last.words.push(c),
        _ => side.push(Piece { fate, words: c.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use emic_core::text::{Span, TextEdit};
    use proptest::prelude::*;

    use super::*;

    fn edits(list: &[(u32, u32, &str)]) -> TextEdits {
        TextEdits::new(list.iter().map(|&(a, b, c)| TextEdit::replace(Span::new(a, b), c)).collect()).unwrap()
    }

    /// `{gone}`, `[come]`, `|` for a line end that goes.
    fn shown(side: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece.fate {
            Fate::Kept => piece.words.clone(),
            Fate::Gone => format!("{{{}}}", piece.words),
            Fate::LineEnd => "|".to_owned(),
            Fate::Come => format!("[{}]", piece.words),
        };
        side.iter().map(piece).collect()
    }

    fn table(before: &str, edits: &TextEdits, lines: usize) -> (Vec<(usize, String, String)>, bool) {
        let (rows, more) = rows(before, edits, lines, usize::MAX);
        (rows.iter().map(|row| (row.line, shown(&row.before), shown(&row.after))).collect(), more)
    }

    #[test]
    fn joined_lines_share_a_row_and_what_goes_is_marked() {
        let before = "They came at\nnight.\nPage 7\nwe wai-\nted";
        let edits = edits(&[(12, 13, " "), (20, 27, ""), (33, 35, "")]);
        let (found, more) = table(before, &edits, 99);
        let row = |line, a: &str, b: &str| (line, a.to_owned(), b.to_owned());
        assert_eq!(
            found,
            [row(1, "They came at|night.", "They came at[ ]night."), row(3, "{Page 7}|we wai{-}|ted", "we waited")]
        );
        assert!(!more);
    }

    #[test]
    fn it_stops_at_a_line_end_once_there_is_enough() {
        let (found, more) = table("a\nb\nc\nd", &TextEdits::default(), 2);
        assert_eq!((found.len(), more), (2, true));
        assert!(!table("a\nb\n", &TextEdits::default(), 2).1);
        assert_eq!(rows("one\ntwo\nthree", &TextEdits::default(), 9, 4).0.len(), 2);
        assert_eq!(table("", &edits(&[(0, 0, "x")]), 9).0, [(1, String::new(), "[x]".to_owned())]);
    }

    proptest! {
        #[test]
        fn the_sides_are_the_texts(
            before in "[a\n é]{0,40}",
            cuts in prop::collection::vec((0u32..40, 0u32..4, "[x\n]{0,2}"), 0..5),
        ) {
            let length = before.chars().count() as u32;
            let list = cuts.iter().map(|(at, len, insert)| {
                let start = (*at).min(length);
                TextEdit::replace(Span::new(start, (start + len).min(length)), insert.as_str())
            });
            if let Ok(edits) = TextEdits::new(list.collect()) {
                let (rows, more) = rows(&before, &edits, usize::MAX, usize::MAX);
                prop_assert!(!more);
                let side = |of: fn(&Row) -> &Vec<Piece>| {
                    let lines = rows.iter().map(|row| of(row).iter().map(|p| p.words.as_str()).collect::<String>());
                    lines.collect::<Vec<_>>().join("\n")
                };
                prop_assert_eq!(side(|row| &row.before), before.as_str());
                prop_assert_eq!(side(|row| &row.after), edits.apply(&before));
            }
        }
    }
}
