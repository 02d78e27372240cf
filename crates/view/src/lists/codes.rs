//! The codebook as a tree of rows.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Code, Project};

use super::Counts;
use crate::fold::{Folded, fold};
use crate::tree::{codes_by_parent, listed_under};

/// A code in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeRow {
    /// The code.
    pub code: Rc<Code>,
    /// How many codes it stands below.
    pub depth: usize,
    /// Its place among the shown siblings, from 1.
    pub position: usize,
    /// How many siblings are shown, itself included.
    pub siblings: usize,
    /// Quotations that have the code itself.
    pub own: usize,
    /// Quotations that have it or a code below it, each counted once.
    pub with_subcodes: usize,
    /// Whether codes are below it (that the filter lets through).
    pub has_children: bool,
    /// Whether those are shown.
    pub open: bool,
    /// Under which code it is listed as well, if this row is such a listing and not its place.
    pub listed_under: Option<CodeId>,
    /// What of its name the filter found, in code points; empty in one that is there for those below it only.
    pub matched: Vec<Range<u32>>,
}

/// A code at its place, or where it is listed as well.
type Shown<'a> = (&'a Rc<Code>, Option<CodeId>);

/// The rows of the code tree. Closed branches are left out; with a filter all are open, and each code whose name has the
/// words is shown with all codes above it.
pub fn code_rows(project: &Project, counts: &Counts, open: &BTreeSet<CodeId>, filter: &str) -> Vec<CodeRow> {
    let words: Vec<Vec<char>> =
        fold(filter).split(' ').filter(|word| !word.is_empty()).map(|word| word.chars().collect()).collect();
    let children = codes_by_parent(&project.codes);
    let listed = listed_under(&project.codes);
    // Those that the filter lets through, and what it found; `None` without a filter.
    let found: Option<BTreeMap<CodeId, Vec<Range<u32>>>> = (!words.is_empty()).then(|| {
        let mut found = BTreeMap::new();
        for code in project.codes.values() {
            if let Some(matched) = matched(&code.name, &words) {
                let mut above = code.parent;
                while let Some(code) =
                    above.and_then(|id| project.codes.get(&id)).filter(|c| !found.contains_key(&c.id))
                {
                    found.insert(code.id, Vec::new());
                    above = code.parent;
                }
                found.insert(code.id, matched);
            }
        }
        found
    });
    let shown = |parent: Option<CodeId>| -> Vec<Shown<'_>> {
        let own = children.get(&parent).into_iter().flatten().map(|code| (code, None));
        let also = parent.and_then(|parent| listed.get(&parent)).into_iter().flatten().map(|code| (code, parent));
        own.chain(also).filter(|(code, _)| found.as_ref().is_none_or(|found| found.contains_key(&code.id))).collect()
    };
    let mut rows = Vec::new();
    let mut pending: Vec<(Shown<'_>, usize, usize, usize)> = Vec::new();
    let push = |pending: &mut Vec<_>, siblings: Vec<_>, depth: usize| {
        let count = siblings.len();
        pending.extend(siblings.into_iter().enumerate().rev().map(|(n, code)| (code, depth, n + 1, count)));
    };
    push(&mut pending, shown(None), 0);
    while let Some(((code, listed_under), depth, position, siblings)) = pending.pop() {
        // A listing shows the code and not again what is below it, so that none is without end.
        let below = if listed_under.is_some() { Vec::new() } else { shown(Some(code.id)) };
        let has_children = !below.is_empty();
        let open = has_children && (found.is_some() || open.contains(&code.id));
        rows.push(CodeRow {
            code: Rc::clone(code),
            depth,
            position,
            siblings,
            own: counts.by_code.get(&code.id).copied().unwrap_or(0),
            with_subcodes: counts.with_subcodes.get(&code.id).copied().unwrap_or(0),
            has_children,
            open,
            listed_under,
            matched: found.as_ref().and_then(|found| found.get(&code.id)).cloned().unwrap_or_default(),
        });
        if open {
            push(&mut pending, below, depth + 1);
        }
    }
    rows
}

/// Where a name has the words, all of them; `None` if one is missing.
fn matched(name: &str, words: &[Vec<char>]) -> Option<Vec<Range<u32>>> {
    let folded = Folded::new(name);
    let mut ranges = Vec::new();
    for word in words {
        let places = folded.find_all(word);
        if places.is_empty() {
            return None;
        }
        ranges.extend(places.into_iter().map(|chars| folded.in_original(chars)));
    }
    Some(crate::fold::joined(ranges))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::project_of_codes;

    fn drawn(open: &[u128], filter: &str) -> Vec<String> {
        let project = project_of_codes(&[
            (1, "Care", 0),
            (2, "Self-care", 1),
            (3, "Carers", 2),
            (4, "Others", 1),
            (5, "أمل", 0),
            // In a cycle, so nowhere.
            (8, "x care", 9),
            (9, "y", 8),
        ]);
        let open = open.iter().map(|&n| CodeId::from_number(n)).collect();
        code_rows(&project, &Counts::default(), &open, filter)
            .iter()
            .map(|row| {
                let sign = if row.open {
                    "v"
                } else if row.has_children {
                    ">"
                } else {
                    "-"
                };
                let matched = if row.matched.is_empty() { String::new() } else { format!(" {:?}", row.matched) };
                format!("{}{sign} {} {}/{}{matched}", "  ".repeat(row.depth), row.code.name, row.position, row.siblings)
            })
            .collect()
    }

    #[test]
    fn branches_open_and_close() {
        assert_eq!(drawn(&[], ""), ["> Care 1/2", "- أمل 2/2"]);
        assert_eq!(drawn(&[1, 3], " "), ["v Care 1/2", "  > Self-care 1/2", "  - Others 2/2", "- أمل 2/2"]);
    }

    #[test]
    fn a_filter_keeps_what_is_above() {
        assert_eq!(drawn(&[], "CARERS"), ["v Care 1/1", "  v Self-care 1/1", "    - Carers 1/1 [0..6]"]);
        assert_eq!(drawn(&[], "self care"), ["v Care 1/1", "  - Self-care 1/1 [0..4, 5..9]"]);
        assert_eq!(drawn(&[], "امل"), ["- أمل 1/1 [0..3]"]);
        assert!(drawn(&[1], "none").is_empty());
    }
}
