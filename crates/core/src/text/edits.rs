//! Changes to a text, and where every position goes.
//!
//! Offsets of edits are in the text *before*. A position that an edit touches sticks to a side, as in ProseMirror's
//! step maps: at the start of a replaced range it stays at the start, at its end it goes to the end of what came
//! instead, strictly inside it goes to the [`Side`] that is asked for; at a pure insertion the side decides as well.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Pos, Span, TextIndex};

/// One range replaced by words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextEdit {
    /// What goes, in the text before; empty for a pure insertion.
    pub range: Span,
    /// What comes instead; empty for a pure removal.
    pub insert: Rc<str>,
}

impl TextEdit {
    /// Replaces `range` by `insert`.
    pub fn replace(range: Span, insert: impl Into<Rc<str>>) -> TextEdit {
        TextEdit { range, insert: insert.into() }
    }

    /// Removes `range`.
    pub fn remove(range: Span) -> TextEdit {
        TextEdit::replace(range, "")
    }

    /// Puts `insert` at the gap `at`.
    pub fn insert(at: Pos, insert: impl Into<Rc<str>>) -> TextEdit {
        TextEdit::replace(Span { start: at, end: at }, insert)
    }
}

/// To which side a position goes where the text around it is replaced or inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before what is new.
    Before,
    /// After what is new.
    After,
}

/// Why edits cannot be taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEditsError {
    /// Two replace the same code points; the second one's range.
    Overlap(Span),
    /// A range that ends before it starts.
    Backwards(Span),
    /// Positions beyond what a text can have.
    TooLong,
}

impl fmt::Display for TextEditsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextEditsError::Overlap(span) => write!(f, "edits overlap at {}..{}", span.start.0, span.end.0),
            TextEditsError::Backwards(span) => {
                write!(f, "an edit ends before it starts: {}..{}", span.start.0, span.end.0)
            }
            TextEditsError::TooLong => f.write_str("edits reach further than a text can"),
        }
    }
}

impl std::error::Error for TextEditsError {}

/// Edits that apply to one text at once: in order, apart (touching ones are made one), none without effect on offsets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<TextEdit>", into = "Vec<TextEdit>")]
pub struct TextEdits {
    edits: Vec<TextEdit>,
    /// Where each edit is in the text after.
    after: Vec<Span>,
}

impl TryFrom<Vec<TextEdit>> for TextEdits {
    type Error = TextEditsError;

    fn try_from(edits: Vec<TextEdit>) -> Result<TextEdits, TextEditsError> {
        TextEdits::new(edits)
    }
}

impl From<TextEdits> for Vec<TextEdit> {
    fn from(edits: TextEdits) -> Vec<TextEdit> {
        edits.edits
    }
}

impl TextEdits {
    /// Takes edits in any order. Of several at one place, what is inserted keeps the order given; an insertion at the
    /// start of a removed range comes first. Edits with nothing to remove and nothing to insert are dropped.
    pub fn new(mut edits: Vec<TextEdit>) -> Result<TextEdits, TextEditsError> {
        if let Some(edit) = edits.iter().find(|e| e.range.start > e.range.end) {
            return Err(TextEditsError::Backwards(edit.range));
        }
        edits.retain(|e| !e.range.is_empty() || !e.insert.is_empty());
        crate::sorting::sort_by_key(&mut edits, |e| e.range);
        let mut joined: Vec<TextEdit> = Vec::with_capacity(edits.len());
        for edit in edits {
            match joined.last_mut() {
                Some(last) if last.range.end > edit.range.start => return Err(TextEditsError::Overlap(edit.range)),
                Some(last) if last.range.end == edit.range.start => {
                    last.range.end = edit.range.end;
                    if last.insert.is_empty() {
                        last.insert = edit.insert;
                    } else if !edit.insert.is_empty() {
                        last.insert = [&*last.insert, &*edit.insert].concat().into();
                    }
                }
                _ => joined.push(edit),
            }
        }
        let mut after = Vec::with_capacity(joined.len());
        let mut shift = 0i64;
        for edit in &joined {
            let start = i64::from(edit.range.start.0) + shift;
            let len = i64::from(TextIndex::count_chars(&edit.insert));
            let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(start + len)) else {
                return Err(TextEditsError::TooLong);
            };
            after.push(Span::new(from, to));
            shift += len - i64::from(edit.range.len());
        }
        Ok(TextEdits { edits: joined, after })
    }

    /// One edit. `range` must not be backwards, which [`Span::new`] sees to.
    pub fn one(edit: TextEdit) -> Result<TextEdits, TextEditsError> {
        TextEdits::new(vec![edit])
    }

    /// The edits in order.
    pub fn as_slice(&self) -> &[TextEdit] {
        &self.edits
    }

    /// Each edit with the span that its insertion has in the text after.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&TextEdit, Span)> + ExactSizeIterator {
        self.edits.iter().zip(self.after.iter().copied())
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// How many separate ranges change.
    pub fn len(&self) -> usize {
        self.edits.len()
    }

    /// Whether all edits are inside a text of `length` code points.
    pub fn fits(&self, length: u32) -> bool {
        self.edits.last().is_none_or(|e| e.range.end.0 <= length)
    }

    /// How many code points longer the text becomes; negative if shorter.
    pub fn growth(&self) -> i64 {
        match (self.edits.last(), self.after.last()) {
            (Some(edit), Some(after)) => i64::from(after.end.0) - i64::from(edit.range.end.0),
            _ => 0,
        }
    }

    /// The text after. Ranges past the end of `before` are taken for its end (see [`TextEdits::fits`]).
    pub fn apply(&self, before: &str) -> String {
        let index = TextIndex::new(before);
        let mut after = String::with_capacity(before.len());
        let mut kept = 0;
        for edit in &self.edits {
            after.push_str(&before[kept..index.byte_clamped(before, edit.range.start)]);
            after.push_str(&edit.insert);
            kept = index.byte_clamped(before, edit.range.end);
        }
        after.push_str(&before[kept..]);
        after
    }

    /// Where the gap `pos` of the text before is in the text after.
    pub fn map(&self, pos: Pos, side: Side) -> Pos {
        mapped(pos, side, self.edits.len(), |i| (self.edits[i].range, self.after[i]))
    }

    /// Where the gap `pos` of the text after was in the text before.
    pub fn unmap(&self, pos: Pos, side: Side) -> Pos {
        mapped(pos, side, self.edits.len(), |i| (self.after[i], self.edits[i].range))
    }

    /// Where the words of `span` are in the text after: insertions at its ends stay outside, insertions within it
    /// belong to it, and where all of it was inside of a larger replaced range it is empty, at that range's start.
    pub fn map_span(&self, span: Span) -> Span {
        shrunk(span, |pos, side| self.map(pos, side))
    }

    /// [`TextEdits::map_span`] from the text after to the text before.
    pub fn unmap_span(&self, span: Span) -> Span {
        shrunk(span, |pos, side| self.unmap(pos, side))
    }

    /// The edits that lead from the text after back to `before`.
    pub fn inverse(&self, before: &str) -> TextEdits {
        let index = TextIndex::new(before);
        let edits =
            self.iter().map(|(edit, range)| TextEdit::replace(range, index.slice(before, edit.range))).collect();
        TextEdits { edits, after: self.edits.iter().map(|e| e.range).collect() }
    }
}

fn mapped(pos: Pos, side: Side, count: usize, edit: impl Fn(usize) -> (Span, Span)) -> Pos {
    // The last edit that starts at or before the position: edits are apart, so no other one can hold it.
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        if edit(middle).0.start <= pos { low = middle + 1 } else { high = middle }
    }
    let Some(last) = low.checked_sub(1) else { return pos };
    let (old, new) = edit(last);
    let side = match () {
        () if pos > old.end => return Pos((pos.0 - old.end.0).saturating_add(new.end.0)),
        () if old.is_empty() => side,
        () if pos == old.start => Side::Before,
        () if pos == old.end => Side::After,
        () => side,
    };
    match side {
        Side::Before => new.start,
        Side::After => new.end,
    }
}

fn shrunk(span: Span, map: impl Fn(Pos, Side) -> Pos) -> Span {
    if span.is_empty() {
        let at = map(span.start, Side::Before);
        return Span { start: at, end: at };
    }
    let (start, end) = (map(span.start, Side::After), map(span.end, Side::Before));
    Span { start: start.min(end), end }
}

/// The edits that do at once what `first` and then `second` do one after another. They do not need the text.
pub fn compose(first: &TextEdits, second: &TextEdits) -> Result<TextEdits, TextEditsError> {
    // In the text between the two, each edit of the first has made a range and each of the second replaces one.
    // Ranges that overlap or touch become one edit. Whatever is in such a group is in a range of the first or of the
    // second; so what stays of it are inserted words of the first that the second does not replace.
    let mut edits = Vec::with_capacity(first.len() + second.len());
    let (mut i, mut j) = (0, 0);
    // How far kept positions are moved by the edits of `first` up to here.
    let mut shift = 0i64;
    let mut read = None;
    while i < first.len() || j < second.len() {
        let start = match (first.after.get(i), second.edits.get(j)) {
            (Some(made), Some(edit)) => made.start.min(edit.range.start),
            (Some(made), None) => made.start,
            (None, Some(edit)) => edit.range.start,
            (None, None) => break,
        };
        let (from_first, from_second, mut end) = (i, j, start);
        let before = i64::from(start.0) - shift;
        loop {
            if let Some(made) = first.after.get(i).filter(|made| made.start <= end) {
                end = end.max(made.end);
                shift += i64::from(made.len()) - i64::from(first.edits[i].range.len());
                i += 1;
            } else if let Some(edit) = second.edits.get(j).filter(|edit| edit.range.start <= end) {
                end = end.max(edit.range.end);
                j += 1;
            } else {
                break;
            }
        }
        let mut insert = String::new();
        let mut at = start;
        for edit in &second.edits[from_second..j] {
            keep(&mut insert, first, from_first..i, Span { start: at, end: edit.range.start }, &mut read);
            insert.push_str(&edit.insert);
            at = edit.range.end;
        }
        keep(&mut insert, first, from_first..i, Span { start: at, end }, &mut read);
        let (Ok(from), Ok(to)) = (u32::try_from(before), u32::try_from(i64::from(end.0) - shift)) else {
            return Err(TextEditsError::TooLong);
        };
        edits.push(TextEdit::replace(Span::new(from, to), insert));
    }
    TextEdits::new(edits)
}

/// Adds what edits of `first` have put into `part` of the text after it.
fn keep(
    out: &mut String,
    first: &TextEdits,
    edits: std::ops::Range<usize>,
    part: Span,
    read: &mut Option<(usize, TextIndex)>,
) {
    let from = edits.start + first.after[edits.clone()].partition_point(|made| made.end <= part.start);
    for k in from..edits.end {
        let Some(kept) = first.after[k].intersection(part) else { break };
        let offset = first.after[k].start.0;
        let insert = &*first.edits[k].insert;
        // The last one read stays, since a long insertion is often cut in many places.
        let (_, index) = match read.take().filter(|(last, _)| *last == k) {
            Some(last) => read.insert(last),
            None => read.insert((k, TextIndex::new(insert))),
        };
        out.push_str(index.slice(insert, Span::new(kept.start.0 - offset, kept.end.0 - offset)));
    }
}

#[cfg(test)]
mod tests;
