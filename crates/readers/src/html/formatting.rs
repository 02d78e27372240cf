//! The formatting elements: they hold until their own end tag, wherever that is.

use std::borrow::Cow;

use super::page::Page;
use super::style::Inline;

/// The formatting elements that are known at a time. The standard has no bound.
const MOST_MARKS: usize = 64;

/// Bold or italic, and the number of the element that said so: the latest one holds.
pub(super) type Said = (u64, bool);

/// A formatting element, and what holds after it.
pub(super) struct Mark<'a> {
    pub name: Cow<'a, str>,
    pub seq: u64,
    pub says: (Option<bool>, Option<bool>),
    pub bold: Said,
    pub italic: Said,
}

impl<'a> Page<'a> {
    pub fn mark(&mut self, name: Cow<'a, str>, inline: Inline) {
        if name == "a" {
            self.unmark("a");
        }
        self.seq += 1;
        let bold = inline.bold.or_else(|| matches!(&*name, "b" | "strong").then_some(true));
        let italic = inline.italic.or_else(|| matches!(&*name, "i" | "em").then_some(true));
        let since = self.marks.iter().rev().take(MOST_MARKS).take_while(|mark| !mark.name.is_empty()).count();
        if since == MOST_MARKS {
            let first = self.marks.len() - MOST_MARKS;
            self.marks.remove(first);
        }
        self.marks.push(Mark { name, seq: self.seq, says: (bold, italic), bold: (0, false), italic: (0, false) });
        self.settle(self.marks.len() - 1);
    }

    /// What holds after each mark, from one of them on.
    fn settle(&mut self, from: usize) {
        let before = from.checked_sub(1).and_then(|at| self.marks.get(at));
        let (mut bold, mut italic) = before.map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
        for mark in self.marks.iter_mut().skip(from) {
            bold = mark.says.0.map_or(bold, |says| (mark.seq, says));
            italic = mark.says.1.map_or(italic, |says| (mark.seq, says));
            (mark.bold, mark.italic) = (bold, italic);
        }
    }

    /// Ends the last formatting element of that name; whether there was one.
    pub fn unmark(&mut self, name: &str) -> bool {
        let back = self
            .marks
            .iter()
            .rev()
            .take(MOST_MARKS)
            .take_while(|mark| !mark.name.is_empty())
            .position(|mark| mark.name == name);
        let Some(back) = back else { return false };
        let at = self.marks.len() - 1 - back;
        self.marks.remove(at);
        self.settle(at);
        true
    }
}
