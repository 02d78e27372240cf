//! Fields: what a document computes. Their results are words, their instructions are not.

use crate::xml::{Node, attribute, below, child, children};

use super::styles::is_on;

/// The fields that are open at a place.
#[derive(Default)]
pub struct Fields {
    /// For each open field, whether its instruction is still being told.
    open: Vec<bool>,
    /// In how many of them it is.
    instructing: usize,
    /// Whether they are told apart: in a story where they do not end as they begin, all words are taken.
    sound: bool,
}

impl Fields {
    /// Looks through a story once.
    pub fn of(story: Node<'_, '_>) -> Fields {
        let mut depth = 0i64;
        for field in below(story, "fldChar") {
            match attribute(field, "fldCharType") {
                Some("begin") => depth += 1,
                Some("end") => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                break;
            }
        }
        Fields { sound: depth == 0, ..Fields::default() }
    }

    /// Takes note of a `w:fldChar`.
    pub fn mark(&mut self, field: Node<'_, '_>) {
        match attribute(field, "fldCharType") {
            Some("begin") => {
                self.open.push(true);
                self.instructing += 1;
            }
            Some("separate") => {
                if let Some(last) = self.open.last_mut()
                    && std::mem::take(last)
                {
                    self.instructing -= 1;
                }
            }
            Some("end") => self.instructing -= usize::from(self.open.pop() == Some(true)),
            _ => {}
        }
    }

    /// Whether words at this place are an instruction.
    pub fn instructing(&self) -> bool {
        self.sound && self.instructing > 0
    }
}

/// What a field of an old form shows, if that is not among its results: a box that is ticked or not, or what was chosen.
pub fn form(field: Node<'_, '_>) -> Option<String> {
    let data = child(field, "ffData")?;
    if let Some(tick) = child(data, "checkBox") {
        let ticked = child(tick, "checked").or_else(|| child(tick, "default")).is_some_and(is_on);
        return Some(if ticked { "☒" } else { "☐" }.to_owned());
    }
    let list = child(data, "ddList")?;
    let chosen = child(list, "result").and_then(|result| attribute(result, "val")?.parse().ok()).unwrap_or(0usize);
    attribute(children(list, "listEntry").nth(chosen)?, "val").map(str::to_owned)
}
