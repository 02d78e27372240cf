//! A table of cases from elsewhere: what of it is new, and what it changes.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::edit::CaseValue;
use emic_core::ids::{AttributeId, CaseId};
use emic_core::project::{AttributeKind, Consent, Project};
use emic_core::values::{self, read_as};

/// A value that becomes another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The case's name.
    pub case: String,
    /// The attribute's name.
    pub attribute: String,
    /// What is written there now; empty for nothing.
    pub old: String,
    /// What will be.
    pub new: String,
}

/// What becomes of a table whose first column names the cases and whose first row names what is known of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merge {
    /// Attributes that are made, with the kind that their values seem to have.
    pub attributes: Vec<(String, AttributeKind)>,
    /// Cases that are made.
    pub cases: Vec<String>,
    /// What is written of cases and attributes that are there.
    pub values: Vec<CaseValue>,
    /// What is written of new ones: by the names of the case and the attribute.
    pub new_values: Vec<(String, String, String)>,
    /// Values that are replaced by others, for people to see.
    pub changed: Vec<Changed>,
    /// How many values are as they were.
    pub same: usize,
    /// How many rows are left out because nothing names their case, or who has withdrawn.
    pub left_out: usize,
}

/// Compares a table with the project. An empty cell changes nothing. Names are matched without regard to case, accents
/// and white space; of two rows that name one case the later one holds.
pub fn merge(project: &Project, table: &[Vec<String>]) -> Merge {
    let mut result = Merge::default();
    let Some((head, rows)) = table.split_first() else { return result };
    let cases: BTreeMap<String, CaseId> =
        project.cases_in_order().into_iter().rev().map(|case| (values::key(&case.name), case.id)).collect();
    let attributes: BTreeMap<String, AttributeId> =
        project.attributes_in_order().into_iter().rev().map(|it| (values::key(&it.name), it.id)).collect();
    let mut known: BTreeMap<(CaseId, AttributeId), String> = BTreeMap::new();
    let mut new: BTreeMap<(String, usize), (String, String, String)> = BTreeMap::new();
    let mut made: BTreeSet<String> = BTreeSet::new();
    let columns: Vec<(usize, String)> = head
        .iter()
        .enumerate()
        .skip(1)
        .map(|(n, name)| (n, name.split_whitespace().collect::<Vec<_>>().join(" ")))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    for row in rows {
        let name = row.first().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
        let key = values::key(&name);
        let id = cases.get(&key).copied();
        let gone = id.and_then(|id| project.cases.get(&id)).is_some_and(|case| case.consent == Consent::Withdrawn);
        if key.is_empty() || gone {
            if gone || row.iter().any(|cell| !cell.trim().is_empty()) {
                result.left_out += 1;
            }
            continue;
        }
        if id.is_none() && made.insert(key.clone()) {
            result.cases.push(name.clone());
        }
        for (n, attribute) in &columns {
            let value = row.get(*n).map(|cell| cell.trim()).unwrap_or_default();
            if value.is_empty() {
                continue;
            }
            match (id, attributes.get(&values::key(attribute))) {
                (Some(case), Some(attribute)) => {
                    known.insert((case, *attribute), value.to_owned());
                }
                _ => {
                    new.insert((key.clone(), *n), (name.clone(), attribute.clone(), value.to_owned()));
                }
            }
        }
    }
    for (n, name) in &columns {
        if !attributes.contains_key(&values::key(name))
            && !result.attributes.iter().any(|(other, _)| values::key(other) == values::key(name))
        {
            let written: Vec<&str> = rows.iter().filter_map(|row| row.get(*n)).map(|cell| cell.trim()).collect();
            if written.iter().any(|written| !written.is_empty()) {
                result.attributes.push((name.clone(), kind_of(&written)));
            }
        }
    }
    for ((id, attribute), value) in known {
        let case = project.cases.get(&id);
        let old = case.and_then(|case| case.values.get(&attribute)).cloned().unwrap_or_default();
        if old == value {
            result.same += 1;
            continue;
        }
        if !old.is_empty() {
            let name = project.attributes.get(&attribute).map(|it| it.name.clone()).unwrap_or_default();
            let case = case.map(|case| case.name.clone()).unwrap_or_default();
            result.changed.push(Changed { case, attribute: name, old, new: value.clone() });
        }
        result.values.push(CaseValue { case: id, attribute, value });
    }
    result.new_values = new.into_values().collect();
    result
}

/// The kind that values seem to have: that which all of them fit.
pub fn kind_of(written: &[&str]) -> AttributeKind {
    let fits = |kind: &AttributeKind| {
        written.iter().filter(|written| !written.is_empty()).all(|written| read_as(kind, &[], written).is_some())
    };
    // Ones and zeros are numbers, and years too, unless something else says otherwise.
    let kinds = [AttributeKind::Number, AttributeKind::YesNo, AttributeKind::Date];
    kinds.into_iter().find(fits).unwrap_or(AttributeKind::Text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::cases;
    use crate::sheet::from_tsv;

    #[test]
    fn a_table_is_matched_by_name_and_what_is_new_or_changes_is_told() {
        let (project, age, work) = cases();
        let table = from_tsv(
            "Who\tAGE\tWork\tBorn\tConsent form\np2\t9\tcook\t1990-01-02\tyes\n P1 \t\tbaker\t\t\nP9\t50\t\t1974-05-06\tno\n\t1\t\t\t\n",
        );
        let found = merge(&project, &table);
        let id = |n: usize| project.cases_in_order()[n].id;
        assert_eq!(
            found.attributes,
            [("Born".into(), AttributeKind::Date), ("Consent form".into(), AttributeKind::YesNo)]
        );
        assert_eq!(found.cases, ["P9"]);
        let value = |case, attribute, value: &str| CaseValue { case, attribute, value: value.into() };
        assert_eq!(found.values, [value(id(0), work, "baker"), value(id(1), work, "cook")]);
        assert_eq!((found.same, found.left_out), (1, 1), "P2 is 9 already; the last row names nobody");
        let changed = Changed { case: "P1".into(), attribute: "Work".into(), old: "nurse".into(), new: "baker".into() };
        assert_eq!(found.changed, [changed]);
        let mut new = found.new_values.clone();
        new.sort();
        let triple = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            new,
            [
                triple("P9", "AGE", "50"),
                triple("P9", "Born", "1974-05-06"),
                triple("P9", "Consent form", "no"),
                triple("p2", "Born", "1990-01-02"),
                triple("p2", "Consent form", "yes"),
            ]
        );
        let _ = age;
    }

    #[test]
    fn kinds_are_those_that_all_values_fit() {
        for (written, kind) in [
            (vec!["1", "0", ""], AttributeKind::Number),
            (vec!["yes", "لا"], AttributeKind::YesNo),
            (vec!["2024-01-01", "1.2.2024"], AttributeKind::Date),
            (vec!["34", "about 40"], AttributeKind::Text),
        ] {
            assert_eq!(kind_of(&written), kind, "{written:?}");
        }
    }
}
