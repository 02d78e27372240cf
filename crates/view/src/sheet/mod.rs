//! Cases and what is known of them as a sheet of rows and columns: which are shown, in which order, what stands in each
//! cell, and what becomes of what is pasted.

mod merge;
mod paste;
mod renames;
mod selection;
mod tsv;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::columns::{Column, Columns};
use emic_core::ids::{AttributeId, CaseId};
use emic_core::project::{AttributeKind, Case, Consent, Project};
use emic_core::query::OfCase;
use emic_core::scope::Within;
use emic_core::values;

pub use merge::{Changed, Merge, kind_of, merge};
pub use paste::{NewRow, Paste, paste};
pub use renames::{names_after, renames};
pub use selection::{Move, Selection};
pub use tsv::{from_tsv, to_tsv};

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Col {
    /// The case's name.
    Name,
    /// An attribute.
    Attribute(AttributeId),
    /// What may be done with its words.
    Consent,
    /// Who referred it.
    Referrer,
    /// The seed of its chain.
    Chain,
    /// Its wave.
    Wave,
    /// How many documents, parts and speakers belong to it.
    Material,
    /// How many quotations belong to it.
    Quotations,
}

impl Col {
    /// Whether something can be written into its cells.
    pub fn is_writable(self) -> bool {
        matches!(self, Col::Name | Col::Attribute(_) | Col::Consent | Col::Referrer)
    }

    /// The column of what is known that this is.
    pub fn known(self) -> Option<Column> {
        match self {
            Col::Attribute(id) => Some(Column::Attribute(id)),
            Col::Chain => Some(Column::Chain),
            Col::Wave => Some(Column::Wave),
            _ => None,
        }
    }

    /// Its name, for keeping what was chosen.
    pub fn key(self) -> String {
        match self {
            Col::Name => "name".to_owned(),
            Col::Attribute(id) => id.to_string(),
            Col::Consent => "consent".to_owned(),
            Col::Referrer => "referrer".to_owned(),
            Col::Chain => "chain".to_owned(),
            Col::Wave => "wave".to_owned(),
            Col::Material => "material".to_owned(),
            Col::Quotations => "quotations".to_owned(),
        }
    }
}

/// How the sheet is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The column it is sorted by, and whether downwards. Otherwise cases are in their own order.
    pub sort: Option<(Col, bool)>,
    /// Words, all of which stand somewhere in the row.
    pub words: String,
    /// The values that a column is narrowed to, as [`Columns::key`] has them.
    pub only: BTreeMap<Column, BTreeSet<String>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Words.
    Words(String),
    /// What may be done with words.
    Consent(Consent),
    /// How many.
    Count(usize),
}

/// The sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The columns in their order.
    pub cols: Vec<Col>,
    /// The cases that are shown, in their order.
    pub rows: Vec<Rc<Case>>,
    /// How many cases there are, of which the view may leave some out.
    pub all: usize,
    /// What is known.
    pub columns: Columns,
    belonging: Rc<BTreeMap<CaseId, OfCase>>,
    names: BTreeMap<CaseId, String>,
}

impl Sheet {
    /// The sheet of a project's cases that are in a scope.
    pub fn of(project: &Project, within: &Within, view: &View, belonging: Rc<BTreeMap<CaseId, OfCase>>) -> Sheet {
        let columns = Columns::of(project);
        let mut cols = vec![Col::Name];
        cols.extend(project.attributes_in_order().iter().map(|attribute| Col::Attribute(attribute.id)));
        cols.extend([Col::Consent, Col::Referrer]);
        if !columns.chains.chains.is_empty() {
            cols.extend([Col::Chain, Col::Wave]);
        }
        cols.extend([Col::Material, Col::Quotations]);
        let names = project.cases.iter().map(|(id, case)| (*id, case.name.clone())).collect();
        let all = project.cases.len();
        let mut sheet = Sheet { cols, rows: Vec::new(), all, columns, belonging, names };
        let words: Vec<String> = view.words.split_whitespace().map(values::key).collect();
        let mut rows: Vec<Rc<Case>> = project.cases_in_order().into_iter().cloned().collect();
        rows.retain(|case| within.contains_case(case.id) && sheet.is_wanted(case, view, &words));
        if let Some((col, down)) = view.sort {
            emic_core::sorting::sort_by(&mut rows, |a, b| sheet.compare(col, down, a, b));
        }
        sheet.rows = rows;
        sheet
    }

    fn is_wanted(&self, case: &Case, view: &View, words: &[String]) -> bool {
        let fits = |(column, keys): (&Column, &BTreeSet<String>)| {
            case.consent != Consent::Withdrawn
                && keys.contains(&self.columns.key(*column, &self.columns.written(*column, case)))
        };
        if !view.only.iter().all(fits) {
            return false;
        }
        if words.is_empty() {
            return true;
        }
        let row: Vec<String> = self.cols.iter().map(|col| values::key(&self.words(case, *col))).collect();
        words.iter().all(|word| row.iter().any(|cell| cell.contains(word)))
    }

    fn compare(&self, col: Col, down: bool, a: &Case, b: &Case) -> std::cmp::Ordering {
        let (x, y) = (self.content(a, col), self.content(b, col));
        let order = match (&x, &y) {
            (Content::Count(x), Content::Count(y)) => x.cmp(y),
            (Content::Consent(x), Content::Consent(y)) => x.cmp(y),
            (Content::Words(x), Content::Words(y)) => {
                let (kind, choices) = self.kind(col);
                // What has no value stays at the end whichever way one sorts.
                let order = values::compare(&kind, choices, x, y);
                if x.is_empty() || y.is_empty() {
                    return order;
                }
                order
            }
            _ => std::cmp::Ordering::Equal,
        };
        if down { order.reverse() } else { order }
    }

    /// What the values of a column are, and what can be chosen.
    pub fn kind(&self, col: Col) -> (AttributeKind, &[String]) {
        match col.known() {
            Some(column) => (self.columns.kind(column), self.columns.choices(column)),
            None => (AttributeKind::Text, &[]),
        }
    }

    /// What stands in a cell. Nothing is shown of who has withdrawn but the name.
    pub fn content(&self, case: &Case, col: Col) -> Content {
        let gone = case.consent == Consent::Withdrawn;
        let of = self.belonging.get(&case.id);
        match col {
            Col::Name => Content::Words(case.name.clone()),
            Col::Consent => Content::Consent(case.consent),
            Col::Material if !gone => {
                Content::Count(of.map_or(0, |of| of.documents.len() + of.parts.len() + of.speakers.len()))
            }
            Col::Quotations if !gone => Content::Count(of.map_or(0, |of| of.quotations)),
            Col::Referrer if !gone => {
                Content::Words(case.referrer.and_then(|id| self.names.get(&id).cloned()).unwrap_or_default())
            }
            _ if gone => Content::Words(String::new()),
            _ => Content::Words(col.known().map(|column| self.columns.written(column, case)).unwrap_or_default()),
        }
    }

    /// The words of a cell; none of what people have still to be told in words.
    pub fn words(&self, case: &Case, col: Col) -> String {
        match self.content(case, col) {
            Content::Words(words) => words,
            Content::Count(count) => count.to_string(),
            Content::Consent(_) => String::new(),
        }
    }

    /// Whether what is written in a cell fits the kind of its column; nothing does.
    pub fn fits(&self, case: &Case, col: Col) -> bool {
        let Some(column) = col.known() else { return true };
        let written = self.columns.written(column, case);
        written.is_empty() || self.columns.read(column, case).is_some()
    }

    /// All cases by name, in the order of their names.
    pub fn names(&self) -> Vec<(CaseId, &str)> {
        let mut names: Vec<_> = self.names.iter().map(|(id, name)| (*id, name.as_str())).collect();
        emic_core::sorting::sort_by(&mut names, |a, b| values::compare(&AttributeKind::Text, &[], a.1, b.1));
        names
    }

    /// Whether a cell can be written into.
    pub fn is_writable(&self, case: &Case, col: Col) -> bool {
        col.is_writable() && (case.consent != Consent::Withdrawn || matches!(col, Col::Name | Col::Consent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::cases;
    use emic_core::scope::Scope;

    #[test]
    fn rows_are_sorted_by_kind_and_narrowed_by_words_and_values() {
        let (project, age, _) = cases();
        let within = Scope::everything().within(&project);
        let names = |view: &View| {
            let sheet = Sheet::of(&project, &within, view, Rc::default());
            sheet.rows.iter().map(|case| case.name.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(&View::default()), "P1 P2 P3");
        let sorted = |down| View { sort: Some((Col::Attribute(age), down)), ..View::default() };
        assert_eq!((names(&sorted(false)), names(&sorted(true))), ("P2 P1 P3".into(), "P1 P2 P3".into()));
        assert_eq!(names(&View { words: "NURSE p".into(), ..View::default() }), "P1 P3");
        let only = BTreeMap::from([(Column::Attribute(age), BTreeSet::from(["9".to_owned(), String::new()]))]);
        assert_eq!(names(&View { only, ..View::default() }), "P2 P3");
    }

    #[test]
    fn what_does_not_fit_is_told_and_nothing_is_shown_of_who_has_withdrawn() {
        let (mut project, age, work) = cases();
        let within = Scope::everything().within(&project);
        let mut first = (**project.cases_in_order()[0]).clone();
        first.values.insert(age, "old".into());
        project.cases.set(first.id, Some(Rc::new(first.clone())));
        let sheet = Sheet::of(&project, &within, &View::default(), Rc::default());
        let fit: Vec<bool> = sheet.rows.iter().map(|case| sheet.fits(case, Col::Attribute(age))).collect();
        assert_eq!(fit, [false, true, true]);
        first.consent = Consent::Withdrawn;
        assert_eq!(sheet.words(&first, Col::Attribute(work)), "");
        assert!(!sheet.is_writable(&first, Col::Attribute(work)) && sheet.is_writable(&first, Col::Consent));
    }
}
