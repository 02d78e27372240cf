//! Finding a code while someone types: which codes are offered, in which order, and what of their names matched.

mod fold;

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Code, Project};

pub use fold::Folded;

/// A code as it is searched.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The code.
    pub code: Rc<Code>,
    /// The names of the codes that it stands under, the topmost first.
    pub path: Rc<[Rc<str>]>,
    /// How many quotations have it.
    pub quotations: usize,
    name: Folded,
    whole: Folded,
}

/// All codes in the order of the tree, ready to be searched as often as a letter is typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CodeIndex {
    entries: Vec<Entry>,
}

/// A row of what is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A code of the codebook.
    Code {
        /// Which of the index's entries.
        entry: usize,
        /// The bytes of its name that matched what was typed.
        marks: Vec<Range<usize>>,
        /// Whether it is offered because it was applied last.
        recent: bool,
    },
    /// A new code of the name that was typed.
    Create,
}

/// What is offered for what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// The rows, the best first.
    pub rows: Vec<Row>,
    /// How many codes matched, those beyond the limit included.
    pub found: usize,
    /// The code at the top of the tree that has just the name that was typed (letters' case apart): one more of that
    /// name cannot be made.
    pub same: Option<CodeId>,
}

/// How well a name matches, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is what was typed.
    Whole,
    /// It begins with it.
    Start,
    /// Each word that was typed begins one of its words.
    Words,
    /// What was typed is somewhere in it.
    Inside,
    /// Each word that was typed begins a word of it or of the names above it.
    Path,
}

impl CodeIndex {
    /// Makes all codes of a project ready. `counts`: how many quotations each has.
    pub fn new(project: &Project, counts: &BTreeMap<CodeId, usize>) -> CodeIndex {
        let mut below: BTreeMap<Option<CodeId>, Vec<&Rc<Code>>> = BTreeMap::new();
        for code in project.codes.values() {
            below.entry(code.parent).or_default().push(code);
        }
        for codes in below.values_mut() {
            codes.sort_by_key(|code| (code.rank, code.id));
        }
        let mut entries = Vec::with_capacity(project.codes.len());
        let mut open: Vec<(&Rc<Code>, Rc<[Rc<str>]>)> = Vec::new();
        let push = |open: &mut Vec<_>, parent: Option<CodeId>, path: &Rc<[Rc<str>]>| {
            let codes = below.get(&parent).into_iter().flatten();
            open.extend(codes.rev().map(|code| (*code, Rc::clone(path))));
        };
        push(&mut open, None, &Rc::from([]));
        while let Some((code, path)) = open.pop() {
            let name: Rc<str> = code.name.as_str().into();
            let inner: Rc<[Rc<str>]> = path.iter().cloned().chain([name]).collect();
            entries.push(Entry {
                code: Rc::clone(code),
                quotations: counts.get(&code.id).copied().unwrap_or(0),
                name: Folded::of(&code.name),
                whole: Folded::of(&inner.join(" ")),
                path,
            });
            push(&mut open, Some(code.id), &inner);
        }
        CodeIndex { entries }
    }

    /// The codes in the order of the tree.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What to offer for what was typed: the codes applied last and then the tree if nothing was, else what matches,
    /// at most `limit` codes. Creating is offered last, but first where names agree with nothing that was typed.
    pub fn offer(&self, typed: &str, recent: &[CodeId], limit: usize) -> Offer {
        let wanted = Folded::of(typed);
        if wanted.is_empty() {
            return self.offer_all(recent, limit);
        }
        let lower = tidy(typed).to_lowercase();
        let same = self.entries.iter().find(|entry| entry.path.is_empty() && entry.code.name.to_lowercase() == lower);
        let mut found: Vec<_> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| {
                let (fit, marks) = fit(entry, &wanted)?;
                let last = recent.iter().position(|id| *id == entry.code.id).unwrap_or(usize::MAX);
                let order = (fit, last, std::cmp::Reverse(entry.quotations), at);
                Some((order, Row::Code { entry: at, marks, recent: last != usize::MAX }))
            })
            .collect();
        found.sort_by_key(|(order, _)| *order);
        let in_names = found.first().is_some_and(|((fit, ..), _)| *fit < Fit::Path);
        let count = found.len();
        let mut rows: Vec<_> = found.into_iter().take(limit).map(|(_, row)| row).collect();
        if same.is_none() {
            rows.insert(if in_names { rows.len() } else { 0 }, Row::Create);
        }
        Offer { rows, found: count, same: same.map(|entry| entry.code.id) }
    }

    fn offer_all(&self, recent: &[CodeId], limit: usize) -> Offer {
        let at = |id: &CodeId| self.entries.iter().position(|entry| entry.code.id == *id);
        let last: Vec<usize> = recent.iter().filter_map(at).collect();
        let rest = (0..self.entries.len()).filter(|at| !last.contains(at)).map(|at| (at, false));
        let rows = last.iter().map(|at| (*at, true)).chain(rest).take(limit);
        let rows = rows.map(|(entry, recent)| Row::Code { entry, marks: Vec::new(), recent }).collect();
        Offer { rows, found: self.entries.len(), same: None }
    }
}

/// A name as it is kept: without white space around it.
fn tidy(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fit(entry: &Entry, wanted: &Folded) -> Option<(Fit, Vec<Range<usize>>)> {
    let (name, typed) = (&entry.name, wanted.as_chars());
    if let Some(at) = name.find(typed, true) {
        let fit = match at {
            0 if name.as_chars().len() == typed.len() => Fit::Whole,
            0 => Fit::Start,
            _ => Fit::Words,
        };
        return Some((fit, vec![name.origin(at, typed.len())]));
    }
    let words: Option<Vec<_>> =
        wanted.words().map(|word| Some(name.origin(name.find(word, true)?, word.len()))).collect();
    if let Some(marks) = words {
        return Some((Fit::Words, in_order(marks)));
    }
    if let Some(at) = name.find(typed, false) {
        return Some((Fit::Inside, vec![name.origin(at, typed.len())]));
    }
    let everywhere = wanted.words().all(|word| entry.whole.find(word, true).is_some());
    everywhere.then(|| {
        let marks = wanted.words().filter_map(|word| Some(name.origin(name.find(word, true)?, word.len())));
        (Fit::Path, in_order(marks.collect()))
    })
}

/// Marks from the first to the last, none over another.
fn in_order(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut ordered: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match ordered.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => ordered.push(mark),
        }
    }
    ordered
}

/// A name cut at its marks: each piece with whether it is marked.
pub fn pieces<'a>(name: &'a str, marks: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut from = 0;
    for mark in marks {
        let (Some(before), Some(marked)) = (name.get(from..mark.start), name.get(mark.clone())) else { continue };
        pieces.push((before, false));
        pieces.push((marked, true));
        from = mark.end;
    }
    pieces.push((name.get(from..).unwrap_or_default(), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::edit::{Edit, apply};
    use emic_core::ids::{CoderId, ProjectId};
    use emic_core::project::Colour;
    use emic_core::time::{Stamp, Timestamp};

    fn id(number: u128) -> CodeId {
        CodeId::from_number(number)
    }

    fn index() -> CodeIndex {
        let mut project = Project::new(ProjectId::from_number(1), "P".to_owned(), Timestamp(0));
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let codes = [
            (1, "Family", None),
            (2, "Children’s fear", Some(1)),
            (3, "Fear", None),
            (4, "Fearless speech", None),
            (5, "Schooling stopped", Some(1)),
            (6, "Unclear fears", Some(3)),
            (7, "الصَّمْت", None),
        ];
        for (number, name, parent) in codes {
            let edit = Edit::AddCode {
                id: id(number),
                name: name.to_owned(),
                parent: parent.map(id),
                before: None,
                colour: Colour::nth(0),
            };
            project = apply(&project, &edit, stamp).unwrap().0;
        }
        CodeIndex::new(&project, &BTreeMap::from([(id(4), 9)]))
    }

    fn shown(offer: &Offer, index: &CodeIndex) -> Vec<String> {
        let shown = offer.rows.iter().map(|row| match row {
            Row::Create => "+".to_owned(),
            Row::Code { entry, marks, .. } => pieces(&index.entries()[*entry].code.name, marks)
                .into_iter()
                .map(|(piece, marked)| if marked { format!("[{piece}]") } else { piece.to_owned() })
                .collect(),
        });
        shown.collect()
    }

    #[test]
    fn with_nothing_typed_the_last_applied_come_before_the_tree() {
        let index = index();
        let offer = index.offer("  ", &[id(4), id(99), id(2)], 4);
        assert_eq!(shown(&offer, &index), ["Fearless speech", "Children’s fear", "Family", "Schooling stopped"]);
        assert_eq!((offer.found, offer.same), (7, None));
        assert!(matches!(offer.rows[1], Row::Code { recent: true, .. }));
        assert!(matches!(offer.rows[2], Row::Code { recent: false, .. }));
    }

    #[test]
    fn the_better_a_name_fits_the_earlier_it_comes() {
        let index = index();
        let offer = index.offer("fear", &[], 60);
        assert_eq!(
            shown(&offer, &index),
            ["[Fear]", "[Fear]less speech", "Children’s [fear]", "Unclear [fear]s"],
            "a top code of that very name is there, so none is created"
        );
        assert_eq!(offer.same, Some(id(3)));
        let offer = index.offer("fear", &[id(6)], 60);
        assert_eq!(shown(&offer, &index)[2], "Unclear [fear]s", "of equally good ones the one applied last");
        let offer = index.offer("lear", &[], 60);
        assert_eq!(shown(&offer, &index), ["Unc[lear] fears", "+"]);
    }

    #[test]
    fn words_are_found_in_any_order_and_in_the_names_above() {
        let index = index();
        assert_eq!(shown(&index.offer("fea chil", &[], 60), &index), ["[Chil]dren’s [fea]r", "+"]);
        assert_eq!(shown(&index.offer("family school", &[], 60), &index), ["+", "[School]ing stopped"]);
        assert_eq!(shown(&index.offer("صمت", &[], 60), &index), ["ال[صَّمْت]", "+"]);
        assert_eq!(shown(&index.offer("children's fear", &[], 60), &index), ["[Children’s fear]", "+"]);
    }

    #[test]
    fn a_new_name_is_offered_alone() {
        let index = index();
        let offer = index.offer("Leaving", &[id(1)], 60);
        assert_eq!((offer.rows, offer.found), (vec![Row::Create], 0));
        assert_eq!(index.offer("fear", &[], 2).rows.len(), 2);
    }
}
