//! Whether what is printed beside quotations points at one person.
//!
//! All that is printed of a participant, in whichever of their quotations, is read together. It is as in k-anonymity
//! (Samarati & Sweeney 1998): how many participants of the project share it. A pseudonym is no such value: it is there to
//! say that two quotations are of one person.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::columns::{Column, Columns, present_cases};
use crate::ids::CaseId;
use crate::project::{Case, Project};
use crate::values::Value;

/// Fewer than so many are few.
pub const FEW: usize = 3;

/// What is printed of one participant, and how many it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identified {
    /// The participant.
    pub case: CaseId,
    /// What is printed of them: the column and the value, as it is written.
    pub printed: Vec<(Column, String)>,
    /// How many participants all of that fits, themselves counted.
    pub fits: usize,
    /// What would make it fit most, if fewer than [`FEW`] do and anything would make it fit more.
    pub remedy: Option<Remedy>,
}

/// What could be printed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// Of which column.
    pub column: Column,
    /// How.
    pub way: Way,
    /// How many participants it would fit then.
    pub fits: usize,
}

/// How a value is printed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Not at all.
    LeaveOut,
    /// As a range of numbers: from the first to the last.
    Range(i64, i64),
    /// As a year.
    Year(i32),
}

/// What is printed of each of these participants, in the order of the cases. `columns`: what is printed beside
/// quotations, in attributions or in columns of their own.
pub fn identify(project: &Project, cases: &BTreeSet<CaseId>, columns: &[Column]) -> Vec<Identified> {
    let known = Columns::of(project);
    let all = present_cases(project);
    let mut found = Vec::new();
    for case in all.iter().filter(|case| cases.contains(&case.id)) {
        let printed: Vec<_> = columns
            .iter()
            .map(|column| (*column, known.written(*column, case)))
            .filter(|(_, written)| !written.trim().is_empty())
            .collect();
        let shown: Vec<Column> = printed.iter().map(|(column, _)| *column).collect();
        let fits = all.iter().filter(|other| same(&known, &shown, case, other)).count();
        let remedy = if fits < FEW { remedy(&known, &all, case, &shown, fits) } else { None };
        found.push(Identified { case: case.id, printed, fits, remedy });
    }
    found
}

/// The column that, left out, lets the fewest participants be known by what is printed; `None` if none helps anyone.
pub fn most_telling(project: &Project, cases: &BTreeSet<CaseId>, columns: &[Column]) -> Option<Column> {
    let few = |columns: &[Column]| identify(project, cases, columns).iter().filter(|found| found.fits < FEW).count();
    let now = few(columns);
    let without = columns.iter().map(|column| {
        let rest: Vec<_> = columns.iter().copied().filter(|other| other != column).collect();
        (few(&rest), *column)
    });
    without.filter(|(left, _)| *left < now).min_by_key(|(left, _)| *left).map(|(_, column)| column)
}

fn same(known: &Columns, columns: &[Column], case: &Case, other: &Case) -> bool {
    columns.iter().all(|column| {
        let key = |case: &Case| known.key(*column, &known.written(*column, case));
        key(case) == key(other)
    })
}

/// The way that makes it fit most, up to [`FEW`]; of two that do alike the one that says more, and of those the one that
/// comes first.
fn remedy(known: &Columns, all: &[&Rc<Case>], case: &Case, shown: &[Column], fits: usize) -> Option<Remedy> {
    let mut best: Option<Remedy> = None;
    for column in shown {
        let rest: Vec<_> = shown.iter().copied().filter(|other| other != column).collect();
        for way in coarser(known, *column, case).into_iter().chain([Way::LeaveOut]) {
            let alike = |other: &Case| same(known, &rest, case, other) && is_within(known, *column, &way, other);
            let now = all.iter().filter(|other| alike(other)).count();
            // Once it fits enough, what says more is better than what fits more.
            if now.min(FEW) > best.as_ref().map_or(fits, |best| best.fits).min(FEW) {
                best = Some(Remedy { column: *column, way, fits: now });
            }
        }
    }
    best
}

/// A value as ranges or years that hold it, the narrowest first.
fn coarser(known: &Columns, column: Column, case: &Case) -> Vec<Way> {
    match known.read(column, case) {
        Some(Value::Number(number)) if number.abs() < 1e9 => {
            let range = |width: i64| {
                let start = (number.floor() as i64).div_euclid(width) * width;
                Way::Range(start, start + width - 1)
            };
            vec![range(5), range(10), range(20)]
        }
        Some(Value::Day(year, month, _)) if month > 0 => vec![Way::Year(year)],
        _ => Vec::new(),
    }
}

fn is_within(known: &Columns, column: Column, way: &Way, case: &Case) -> bool {
    match (way, known.read(column, case)) {
        (Way::LeaveOut, _) => true,
        (Way::Range(first, last), Some(Value::Number(number))) => {
            let whole = number.floor() as i64;
            *first <= whole && whole <= *last
        }
        (Way::Year(year), Some(Value::Day(other, ..))) => *year == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AttributeId, CoderId};
    use crate::project::{Attribute, AttributeKind};
    use crate::rank::Rank;
    use crate::samples::{a_project, case};
    use crate::time::{Stamp, Timestamp};
    use proptest::prelude::*;

    fn column(n: u128) -> Column {
        Column::Attribute(AttributeId::from_number(n))
    }

    /// Participants with a profession, a gender and an age; empty for nothing.
    fn study(rows: &[[&str; 3]]) -> Project {
        let mut project = a_project(&[]);
        let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let kinds =
            [("Profession", AttributeKind::Text), ("Gender", AttributeKind::Text), ("Age", AttributeKind::Number)];
        for (n, (name, kind)) in (1..).zip(kinds) {
            let (id, choices, changed, extra) =
                (AttributeId::from_number(n), vec![], Default::default(), Default::default());
            let (name, rank) = (name.to_owned(), Rank::nth(n as usize));
            let attribute = Attribute { id, name, kind, choices, rank, created, changed, extra };
            project.attributes.set(id, Some(Rc::new(attribute)));
        }
        for (n, row) in (1..).zip(rows) {
            let mut case = (*case(n, &format!("P{n}"), 0)).clone();
            let known = (1..).zip(row).filter(|(_, value)| !value.is_empty());
            case.values = known.map(|(n, value)| (AttributeId::from_number(n), (*value).to_owned())).collect();
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        project
    }

    fn all(project: &Project) -> BTreeSet<CaseId> {
        project.cases.keys().copied().collect()
    }

    #[test]
    fn it_is_said_how_many_participants_share_what_is_printed_and_what_would_help() {
        let project = study(&[
            ["Nurse", "female", "31"],
            ["nurse", "Female", "34"],
            ["Nurse", "female", "39"],
            ["Surgeon", "male", "52"],
            ["Nurse", "male", ""],
        ]);
        let found = identify(&project, &all(&project), &[column(1), column(2)]);
        assert_eq!(found.iter().map(|found| found.fits).collect::<Vec<_>>(), [3, 3, 3, 1, 1]);
        assert_eq!(found[0].remedy, None);
        let helps = |n: usize| found[n].remedy.clone().map(|remedy| (remedy.column, remedy.way, remedy.fits));
        assert_eq!(helps(3), Some((column(1), Way::LeaveOut, 2)), "two are men");
        assert_eq!(helps(4), Some((column(2), Way::LeaveOut, 4)), "four are nurses");
        // An age becomes a range before it is left out, as narrow as will do.
        let aged = identify(&project, &all(&project), &[column(1), column(3)]);
        assert_eq!(aged[0].fits, 1);
        assert_eq!(aged[0].remedy, Some(Remedy { column: column(3), way: Way::Range(30, 39), fits: 3 }));
        // What is not printed is nothing that others must share.
        assert_eq!((aged[4].printed.len(), aged[4].fits), (1, 4));
        assert_eq!(most_telling(&project, &all(&project), &[column(1), column(3)]), Some(column(3)));
        assert_eq!(most_telling(&project, &all(&project), &[]), None);
    }

    fn value(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
        prop::sample::select(words)
    }

    prop_compose! {
        fn any_study()(rows in prop::collection::vec(
            (value(&["", "Nurse", "nurse", "Surgeon"]), value(&["f", "m", ""]), value(&["31", "34", "52", "x", ""])), 1..9,
        )) -> Project {
            study(&rows.into_iter().map(|(a, b, c)| [a, b, c]).collect::<Vec<_>>())
        }
    }

    proptest! {
        #[test]
        fn more_that_is_printed_never_fits_more(project in any_study(), n in 0..3usize) {
            let columns = [column(1), column(2), column(3)];
            let (fewer, more) = (&columns[..n], &columns[..=n]);
            let (fewer, more) = (identify(&project, &all(&project), fewer), identify(&project, &all(&project), more));
            for (fewer, more) in fewer.iter().zip(&more) {
                prop_assert!(1 <= more.fits && more.fits <= fewer.fits);
            }
        }

        #[test]
        fn a_remedy_helps_and_none_is_needed_where_there_is_none(project in any_study()) {
            let columns = [column(1), column(2), column(3)];
            for found in identify(&project, &all(&project), &columns) {
                match found.remedy {
                    Some(remedy) => prop_assert!(remedy.fits > found.fits && found.fits < FEW),
                    None => {
                        // Then leaving out any one of what is printed would not help either.
                        for out in columns {
                            let rest: Vec<_> = found.printed.iter().map(|(column, _)| *column).filter(|c| *c != out).collect();
                            let without = identify(&project, &[found.case].into(), &rest);
                            prop_assert!(found.fits >= FEW || without[0].fits == found.fits);
                        }
                    }
                }
            }
        }
    }
}
