//! The changes that lead from a text as imported to a document's text, each with what stood around it.

use std::rc::Rc;

use emic_core::project::Revision;
use emic_core::text::{Pos, Span, Text, TextEdits};

/// What sort of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Words or marks went.
    Removed,
    /// Lines that were broken became one.
    Joined,
    /// Something came in.
    Inserted,
    /// Something came instead of something else.
    Replaced,
}

impl Sort {
    /// The key of its name in the messages.
    pub const fn message(self) -> &'static str {
        match self {
            Sort::Removed => "documents-compare-removed",
            Sort::Joined => "documents-compare-joined",
            Sort::Inserted => "documents-compare-inserted",
            Sort::Replaced => "documents-compare-replaced",
        }
    }
}

/// One change. What stands around it is the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What sort of change it is.
    pub sort: Sort,
    /// What stood before it.
    pub lead: String,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
    /// What stood after it.
    pub tail: String,
}

/// How many code points are shown on each side of a change.
const AROUND: u32 = 60;

/// The changes in the order of the text; none if they do not fit it.
pub fn changes(imported: &Text, edits: &TextEdits) -> Option<Vec<Change>> {
    if !edits.fits(imported.len()) {
        return None;
    }
    let list = edits.as_slice();
    let change = |at: usize| {
        let edit = &list[at];
        // No further than to the neighbouring changes: what they removed is shown with them.
        let from = at.checked_sub(1).map_or(Pos(0), |before| list[before].range.end);
        let to = list.get(at + 1).map_or(imported.end(), |after| after.range.start);
        let start = from.0.max(edit.range.start.0.saturating_sub(AROUND));
        let end = to.0.min(edit.range.end.0.saturating_add(AROUND));
        let old = imported.slice(edit.range).to_owned();
        Change {
            sort: sort(&old, &edit.insert),
            lead: imported.slice(Span::new(start, edit.range.start.0)).trim_start_matches('\n').to_owned(),
            new: edit.insert.to_string(),
            tail: imported.slice(Span::new(edit.range.end.0, end)).trim_end_matches('\n').to_owned(),
            old,
        }
    };
    Some((0..list.len()).map(change).collect())
}

/// What each correction of a text changed, the latest first; those that do not lead back from the text are left out.
pub fn corrections(text: &Text, revisions: &[Rc<Revision>]) -> Vec<(Rc<Revision>, Vec<Change>)> {
    let mut found = Vec::with_capacity(revisions.len());
    let mut text = text.clone();
    for revision in revisions.iter().rev() {
        if !revision.back.fits(text.len()) {
            break;
        }
        let before = Text::new(revision.back.apply(text.as_str()));
        let edits = revision.back.inverse(text.as_str());
        found.push((Rc::clone(revision), changes(&before, &edits).unwrap_or_default()));
        text = before;
    }
    found
}

fn sort(old: &str, new: &str) -> Sort {
    let only_breaks = old.contains('\n') && old.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '‐'));
    match (old.is_empty(), new.is_empty()) {
        (true, _) => Sort::Inserted,
        _ if only_breaks && !new.contains('\n') && new.trim().is_empty() => Sort::Joined,
        (false, true) => Sort::Removed,
        (false, false) => Sort::Replaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::text::TextEdit;

    #[test]
    fn corrections_are_told_back_to_the_first() {
        let first = Text::new("We wiated there.");
        let revision = |before: &Text, start, end, words: &str| {
            let edits = TextEdits::one(TextEdit::replace(Span::new(start, end), words)).unwrap();
            let made = emic_core::time::Stamp {
                by: emic_core::ids::CoderId::from_number(1),
                at: emic_core::time::Timestamp(0),
            };
            let back = edits.inverse(before.as_str());
            let revision = Revision { back, why: words.to_owned(), made, extra: Default::default() };
            (Rc::new(revision), Text::new(edits.apply(before.as_str())))
        };
        let (one, second) = revision(&first, 4, 6, "ai");
        let (two, third) = revision(&second, 9, 10, "");
        let found = corrections(&third, &[Rc::clone(&one), Rc::clone(&two)]);
        let shown: Vec<_> =
            found.iter().map(|(revision, list)| (&*revision.why, &*list[0].old, &*list[0].new, list.len())).collect();
        assert_eq!(shown, [("", " ", "", 1), ("ai", "ia", "ai", 1)]);
        assert_eq!(corrections(&Text::new("Short"), &[one, two]).len(), 0, "what does not fit the text is not told");
    }

    #[test]
    fn each_change_with_what_stands_around_it() {
        let imported = Text::new("The road was\nclosed. Page 3 My wo-\nrd.");
        let edits = TextEdits::new(vec![
            TextEdit::replace(Span::new(12, 13), " "),
            TextEdit::remove(Span::new(21, 28)),
            TextEdit::remove(Span::new(33, 35)),
        ])
        .unwrap();
        let found = changes(&imported, &edits).unwrap();
        let shown: Vec<_> = found.iter().map(|c| (c.sort, &*c.lead, &*c.old, &*c.new, &*c.tail)).collect();
        assert_eq!(
            shown,
            [
                (Sort::Joined, "The road was", "\n", " ", "closed. "),
                (Sort::Removed, "closed. ", "Page 3 ", "", "My wo"),
                (Sort::Joined, "My wo", "-\n", "", "rd."),
            ]
        );
        assert_eq!(changes(&Text::new("short"), &edits), None);
        assert_eq!(
            (sort("", "x"), sort("a", "b"), sort("\n\n", "\n")),
            (Sort::Inserted, Sort::Replaced, Sort::Replaced)
        );
    }
}
