//! Footnotes and endnotes: a mark in the text, and the note at its end.

use std::collections::{HashMap, HashSet};

use crate::numerals::Numeral;
use crate::xml::{Document, Node, attribute, children};

/// What sort of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Foot,
    End,
}

/// All notes, and those whose marks were met.
pub struct Notes<'a, 'i> {
    foot: HashMap<&'a str, Node<'a, 'i>>,
    end: HashMap<&'a str, Node<'a, 'i>>,
    met: HashSet<(Kind, &'a str)>,
    /// In the order of their marks, with their labels; the label is empty if the document has one of its own.
    pub marked: Vec<(Kind, Node<'a, 'i>, String)>,
    counts: [u32; 2],
    both: bool,
}

impl<'a, 'i> Notes<'a, 'i> {
    /// The notes of both parts. The lines that separate notes from the text are kept as notes too, but have no marks.
    pub fn of(foot: Option<&'a Document<'i>>, end: Option<&'a Document<'i>>) -> Notes<'a, 'i> {
        let (foot, end) = (by_id(foot, "footnote"), by_id(end, "endnote"));
        let both = !foot.is_empty() && !end.is_empty();
        Notes { foot, end, met: HashSet::new(), marked: Vec::new(), counts: [0, 0], both }
    }

    /// What stands in the text for the note of that id. `None` if there is no such note, or it was marked before.
    pub fn mark(&mut self, kind: Kind, id: &str, own_mark: bool) -> Option<String> {
        let notes = if kind == Kind::Foot { &self.foot } else { &self.end };
        let (&id, &note) = notes.get_key_value(id)?;
        if !self.met.insert((kind, id)) {
            return None;
        }
        if own_mark {
            self.marked.push((kind, note, String::new()));
            return None;
        }
        let count = self.counts.get_mut(usize::from(kind == Kind::End))?;
        *count += 1;
        // Where both sorts are, endnotes are told apart as Word does it.
        let numeral = if self.both && kind == Kind::End { Numeral::Roman } else { Numeral::Digits('0', 1) };
        let label = format!("[{}]", numeral.write(*count));
        self.marked.push((kind, note, label.clone()));
        Some(label)
    }
}

fn by_id<'a, 'i>(part: Option<&'a Document<'i>>, name: &'static str) -> HashMap<&'a str, Node<'a, 'i>> {
    let notes = part.into_iter().flat_map(|part| children(part.root_element(), name));
    let with_words = notes.filter(|note| matches!(attribute(*note, "type"), None | Some("normal")));
    with_words.filter_map(|note| Some((attribute(note, "id")?, note))).collect()
}
