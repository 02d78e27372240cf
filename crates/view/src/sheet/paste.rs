//! What becomes of cells that are pasted into the sheet.

use emic_core::edit::CaseValue;
use emic_core::ids::{AttributeId, CaseId};

use super::{Col, Selection, Sheet};

/// A row below the last case, of which a new case can be made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewRow {
    /// Its name, if the pasted cells have one.
    pub name: String,
    /// What is known of it.
    pub values: Vec<(AttributeId, String)>,
    /// What stands in columns of which new attributes can be made, by their place among these.
    pub further: Vec<String>,
}

/// What pasting comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paste {
    /// What is written into cells that are there.
    pub values: Vec<CaseValue>,
    /// Names that cases get.
    pub names: Vec<(CaseId, String)>,
    /// Rows below the last case.
    pub rows: Vec<NewRow>,
    /// How many columns stand after the last attribute.
    pub columns: usize,
    /// Of those columns, what cases that are there get: case, place among them, value.
    pub further: Vec<(CaseId, usize, String)>,
    /// How many cells are left out because nothing can be written there.
    pub left_out: usize,
}

impl Paste {
    /// Whether cases or attributes would have to be made.
    pub fn needs_room(&self) -> bool {
        !self.rows.is_empty() || self.columns > 0
    }
}

/// What becomes of cells pasted at the first of the selected ones. One cell fills all that are selected.
pub fn paste(sheet: &Sheet, selection: Selection, cells: &[Vec<String>]) -> Paste {
    let mut result = Paste::default();
    let (top, left) = (*selection.rows().start(), *selection.cols().start());
    if let ([row], true) = (cells, selection.count() > 1)
        && let [only] = row.as_slice()
    {
        for row in selection.rows() {
            for col in selection.cols() {
                put(sheet, row, col, only, &mut result);
            }
        }
        return result;
    }
    // Names and attributes stand together at the start: what is wider than them are new attributes.
    let known = sheet.cols.iter().take_while(|col| matches!(col, Col::Name | Col::Attribute(_))).count();
    for (n, cells) in cells.iter().enumerate() {
        let row = top + n;
        let case = sheet.rows.get(row);
        let mut new = NewRow::default();
        for (m, words) in cells.iter().enumerate() {
            let col = left + m;
            if left < known && col >= known {
                let place = col - known;
                result.columns = result.columns.max(place + 1);
                match case {
                    Some(case) if !words.trim().is_empty() => result.further.push((case.id, place, words.clone())),
                    Some(_) => {}
                    None => {
                        new.further.resize(place, String::new());
                        new.further.push(words.clone());
                    }
                }
            } else if case.is_some() {
                put(sheet, row, col, words, &mut result);
            } else {
                match sheet.cols.get(col) {
                    Some(Col::Name) => new.name.clone_from(words),
                    Some(Col::Attribute(id)) => new.values.push((*id, words.clone())),
                    _ => result.left_out += 1,
                }
            }
        }
        let empty = new.name.trim().is_empty()
            && new.values.iter().all(|(_, words)| words.trim().is_empty())
            && new.further.iter().all(|words| words.trim().is_empty());
        if case.is_none() && !empty {
            result.rows.push(new);
        }
    }
    result
}

fn put(sheet: &Sheet, row: usize, col: usize, words: &str, result: &mut Paste) {
    let (Some(case), Some(col)) = (sheet.rows.get(row), sheet.cols.get(col)) else {
        result.left_out += 1;
        return;
    };
    match col {
        Col::Attribute(attribute) if sheet.is_writable(case, *col) => {
            let value = words.trim().to_owned();
            if case.values.get(attribute).map_or("", String::as_str) != value {
                result.values.push(CaseValue { case: case.id, attribute: *attribute, value });
            }
        }
        Col::Name if !words.trim().is_empty() => {
            if words.trim() != case.name {
                result.names.push((case.id, words.trim().to_owned()));
            }
        }
        _ => result.left_out += 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::cases;
    use crate::sheet::{View, from_tsv};
    use emic_core::scope::Scope;
    use std::rc::Rc;

    /// Name, age, work, then columns that are computed; three rows.
    fn sheet() -> (Sheet, AttributeId, AttributeId) {
        let (project, age, work) = cases();
        let within = Scope::everything().within(&project);
        (Sheet::of(&project, &within, &View::default(), Rc::default()), age, work)
    }

    #[test]
    fn cells_go_where_they_fit() {
        let (sheet, age, work) = sheet();
        let pasted = paste(&sheet, Selection::cell(1, 1), &from_tsv("30\tnurse\n\tcook\n"));
        let value = |row: usize, attribute, value: &str| CaseValue {
            case: sheet.rows[row].id,
            attribute,
            value: value.to_owned(),
        };
        assert_eq!(pasted.values, [value(1, age, "30"), value(1, work, "nurse"), value(2, work, "cook")]);
        assert!(!pasted.needs_room() && pasted.left_out == 0);
    }

    #[test]
    fn one_cell_fills_the_selection() {
        let (sheet, age, _) = sheet();
        let all = Selection { at: (2, 1), from: (0, 1) };
        let pasted = paste(&sheet, all, &from_tsv("7"));
        assert_eq!(
            pasted.values.iter().map(|value| (value.attribute, value.value.as_str())).collect::<Vec<_>>(),
            [(age, "7"); 3]
        );
    }

    #[test]
    fn what_is_beyond_asks_for_cases_and_attributes() {
        let (sheet, age, work) = sheet();
        let pasted = paste(&sheet, Selection::cell(2, 0), &from_tsv("P3\t1\ta\tx\nP4\t2\tb\t\tz\n\t\t\t\t"));
        assert_eq!(pasted.columns, 2);
        assert_eq!(pasted.further, [(sheet.rows[2].id, 0, "x".to_owned())]);
        let values = vec![(age, "2".to_owned()), (work, "b".to_owned())];
        let further = vec![String::new(), "z".to_owned()];
        assert_eq!(pasted.rows, [NewRow { name: "P4".into(), values, further }]);
    }

    #[test]
    fn computed_columns_take_nothing() {
        let (sheet, ..) = sheet();
        let last = sheet.cols.len() - 1;
        let pasted = paste(&sheet, Selection::cell(0, last), &from_tsv("1\t2"));
        assert_eq!((pasted.values.len(), pasted.left_out, pasted.needs_room()), (0, 2, false));
    }
}
