//! The table of participants that a paper begins with: for each column what was chosen of counts, means and the like, for
//! all cases and for each group of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::columns::{Column, Columns, present_cases};
use crate::project::{AttributeKind, Case, Project};
use crate::scope::Within;
use crate::sorting::sort_by;
use crate::values::Value;

/// What is said of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// How many have each value, and what share that is of those of whom it is known.
    Counts,
    /// The mean, with the smallest and the largest value.
    MeanRange,
    /// The mean, with the standard deviation.
    MeanDeviation,
    /// The median, with the smallest and the largest value.
    MedianRange,
    /// The median, with the first and the third quartile.
    MedianQuartiles,
    /// The smallest and the largest value.
    Range,
}

impl Measure {
    /// All of them.
    pub const ALL: [Measure; 6] = [
        Measure::Counts,
        Measure::MeanRange,
        Measure::MeanDeviation,
        Measure::MedianRange,
        Measure::MedianQuartiles,
        Measure::Range,
    ];

    /// Its name, for keeping which were chosen.
    pub fn key(self) -> &'static str {
        match self {
            Measure::Counts => "counts",
            Measure::MeanRange => "mean-range",
            Measure::MeanDeviation => "mean-deviation",
            Measure::MedianRange => "median-range",
            Measure::MedianQuartiles => "median-quartiles",
            Measure::Range => "range",
        }
    }

    /// Those that can be taken of values of a kind, the usual one first.
    pub fn of_kind(kind: &AttributeKind) -> &'static [Measure] {
        use Measure::*;
        match kind {
            AttributeKind::Number => &[MeanRange, MeanDeviation, MedianRange, MedianQuartiles, Range, Counts],
            AttributeKind::Date => &[Range, Counts],
            _ => &[Counts],
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// So many of so many of whom it is known.
    Count {
        /// How many.
        n: usize,
        /// Of how many.
        of: usize,
    },
    /// A mean or median between two numbers.
    Between {
        /// The mean or median.
        middle: f64,
        /// The smallest value or the first quartile.
        low: f64,
        /// The largest value or the third quartile.
        high: f64,
    },
    /// A mean with the standard deviation; `None` of a single value, which has none.
    Deviation {
        /// The mean.
        mean: f64,
        /// The standard deviation.
        deviation: Option<f64>,
    },
    /// From one number to another.
    Range {
        /// The smallest.
        low: f64,
        /// The largest.
        high: f64,
    },
    /// From one day to another; see [`Value::Day`].
    Days {
        /// The earliest.
        first: (i32, u8, u8),
        /// The latest.
        last: (i32, u8, u8),
    },
    /// How many, of whom nothing else is said.
    Number(usize),
    /// Nothing is known.
    Nothing,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Those with this value, as it is written.
    Value(String),
    /// A measure of all values.
    Measure(Measure),
    /// Those of whom it is not known, or whose value does not fit the kind.
    Missing,
}

/// The lines of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The column.
    pub column: Column,
    /// Its lines, each with a cell for all and one for each group.
    pub lines: Vec<(Line, Vec<Cell>)>,
}

/// Some cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their value in the column that the table is grouped by; empty of those without. `None` for all.
    pub value: Option<String>,
    /// How many there are.
    pub size: usize,
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table1 {
    /// All cases, then the groups.
    pub groups: Vec<Group>,
    /// What is said, column by column.
    pub sections: Vec<Section>,
    /// How many cases of the scope are left out because they have withdrawn.
    pub withdrawn: usize,
}

/// Makes the table of the cases of a scope.
pub fn table1(project: &Project, within: &Within, rows: &[(Column, Vec<Measure>)], by: Option<Column>) -> Table1 {
    let columns = Columns::of(project);
    let present = present_cases(project);
    let cases: Vec<&Rc<Case>> = present.into_iter().filter(|case| within.contains_case(case.id)).collect();
    let withdrawn = project.cases.values().filter(|case| within.contains_case(case.id)).count() - cases.len();
    let mut groups = vec![Group { value: None, size: cases.len() }];
    let mut members = vec![cases.clone()];
    if let Some(by) = by {
        for (key, written, size) in columns.values(by, &cases) {
            groups.push(Group { value: Some(written), size });
            let of_group = cases.iter().filter(|case| columns.key(by, &columns.written(by, case)) == key);
            members.push(of_group.copied().collect());
        }
    }
    let sections = rows.iter().map(|(column, measures)| section(&columns, *column, measures, &members)).collect();
    Table1 { groups, sections, withdrawn }
}

fn section(columns: &Columns, column: Column, measures: &[Measure], members: &[Vec<&Rc<Case>>]) -> Section {
    let mut lines = Vec::new();
    for measure in measures {
        if *measure == Measure::Counts {
            lines.extend(counts(columns, column, members));
        } else {
            let cells = members.iter().map(|cases| {
                let values: Vec<Value> = cases.iter().filter_map(|case| columns.read(column, case)).collect();
                measured(*measure, &values)
            });
            lines.push((Line::Measure(*measure), cells.collect()));
        }
    }
    let missing: Vec<usize> =
        members.iter().map(|cases| cases.iter().filter(|case| columns.read(column, case).is_none()).count()).collect();
    if missing.iter().any(|n| *n > 0) {
        lines.push((Line::Missing, missing.into_iter().map(Cell::Number).collect()));
    }
    Section { column, lines }
}

fn counts(columns: &Columns, column: Column, members: &[Vec<&Rc<Case>>]) -> Vec<(Line, Vec<Cell>)> {
    let of_group: Vec<BTreeMap<String, (String, usize)>> = members
        .iter()
        .map(|cases| {
            let known: Vec<&Rc<Case>> =
                cases.iter().filter(|case| columns.read(column, case).is_some()).copied().collect();
            let values = columns.values(column, &known).into_iter();
            crate::sorting::to_map(values.map(|(key, written, count)| (key, (written, count))))
        })
        .collect();
    let Some(all) = of_group.first() else { return Vec::new() };
    let mut values: Vec<(&String, &String)> = all.iter().map(|(key, (written, _))| (key, written)).collect();
    let (kind, choices) = (columns.kind(column), columns.choices(column));
    sort_by(&mut values, |a, b| crate::values::compare(&kind, choices, a.1, b.1));
    let line = |(key, written): (&String, &String)| {
        let cells = of_group.iter().map(|values| {
            let of = values.values().map(|(_, count)| count).sum();
            Cell::Count { n: values.get(key).map_or(0, |(_, count)| *count), of }
        });
        (Line::Value(written.clone()), cells.collect())
    };
    values.into_iter().map(line).collect()
}

fn measured(measure: Measure, values: &[Value]) -> Cell {
    let mut days: Vec<(i32, u8, u8)> = Vec::new();
    let mut numbers = Vec::new();
    for value in values {
        match value {
            Value::Number(number) => numbers.push(*number),
            Value::Day(year, month, day) => days.push((*year, *month, *day)),
            _ => {}
        }
    }
    if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
        return Cell::Days { first: *first, last: *last };
    }
    let Some(Statistics { mean, deviation, median, quartiles, range, .. }) = Statistics::of(&numbers) else {
        return Cell::Nothing;
    };
    match measure {
        Measure::MeanRange => Cell::Between { middle: mean, low: range.0, high: range.1 },
        Measure::MeanDeviation => Cell::Deviation { mean, deviation },
        Measure::MedianRange => Cell::Between { middle: median, low: range.0, high: range.1 },
        Measure::MedianQuartiles => Cell::Between { middle: median, low: quartiles.0, high: quartiles.1 },
        Measure::Range | Measure::Counts => Cell::Range { low: range.0, high: range.1 },
    }
}

/// What is told of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistics {
    /// How many there are.
    pub n: usize,
    /// Their arithmetic mean.
    pub mean: f64,
    /// The standard deviation of a sample: the root of the sum of squared distances from the mean over n − 1. A single
    /// number has none.
    pub deviation: Option<f64>,
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The first and the third quartile, between neighbours in proportion (Hyndman and Fan 1996, definition 7: as in R
    /// and in the QUARTILE.INC of spreadsheets).
    pub quartiles: (f64, f64),
    /// The smallest and the largest.
    pub range: (f64, f64),
}

impl Statistics {
    /// Those of some numbers; `None` of none.
    pub fn of(numbers: &[f64]) -> Option<Statistics> {
        let mut sorted = numbers.to_vec();
        sort_by(&mut sorted, f64::total_cmp);
        let (low, high) = (*sorted.first()?, *sorted.last()?);
        let n = sorted.len();
        let mean = sorted.iter().sum::<f64>() / n as f64;
        let squares: f64 = sorted.iter().map(|number| (number - mean).powi(2)).sum();
        let deviation = (n > 1).then(|| (squares / (n as f64 - 1.0)).sqrt());
        let at = |share: f64| {
            let place = share * (n as f64 - 1.0);
            let (below, above) = (sorted[place.floor() as usize], sorted[(place.ceil() as usize).min(n - 1)]);
            below + (above - below) * place.fract()
        };
        Some(Statistics { n, mean, deviation, median: at(0.5), quartiles: (at(0.25), at(0.75)), range: (low, high) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AttributeId, CoderId};
    use crate::project::{Attribute, Consent};
    use crate::rank::Rank;
    use crate::samples::{a_project, case};
    use crate::scope::Scope;
    use crate::time::{Stamp, Timestamp};

    /// By hand: the sum is 40, the squared distances from 5 are 9+1+1+1+0+0+4+16 = 32, 32/7 = 4.571428…, its root is
    /// 2.138089…; places 1.75 and 5.25 of the sorted list are 4 and 5 + 0.25·2 = 5.5.
    #[test]
    fn statistics_are_those_computed_by_hand() {
        let found = Statistics::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!(
            (found.n, found.mean, found.median, found.quartiles, found.range),
            (8, 5.0, 4.5, (4.0, 5.5), (2.0, 9.0))
        );
        assert!((found.deviation.unwrap() - 2.138_089_935).abs() < 1e-9);
        let odd = Statistics::of(&[3.0, 1.0, 2.0]).unwrap();
        assert_eq!((odd.mean, odd.median, odd.quartiles, odd.deviation), (2.0, 2.0, (1.5, 2.5), Some(1.0)));
        let one = Statistics::of(&[7.0]).unwrap();
        assert_eq!((one.median, one.deviation, one.quartiles), (7.0, None, (7.0, 7.0)));
        assert_eq!(Statistics::of(&[]), None);
    }

    /// Ages 30, 40, unknown, "old", and 90 of who has withdrawn; women, a man, and one of whom it is not known.
    fn study() -> (Project, Column, Column) {
        let mut project = a_project(&[]);
        let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let (age, gender) = (AttributeId::from_number(1), AttributeId::from_number(2));
        for (id, name, kind) in [(age, "Age", AttributeKind::Number), (gender, "Gender", AttributeKind::Text)] {
            let (choices, changed, extra) = Default::default();
            let attribute =
                Attribute { id, name: name.into(), kind, choices, rank: Rank::nth(0), created, changed, extra };
            project.attributes.set(id, Some(Rc::new(attribute)));
        }
        let cases = [("30", "female"), ("40", "Female"), ("", "male"), ("old", ""), ("90", "male")];
        for (n, (years, sex)) in cases.into_iter().enumerate() {
            let mut case = (*case(n as u128 + 1, &format!("P{n}"), 0)).clone();
            for (id, value) in [(age, years), (gender, sex)] {
                if !value.is_empty() {
                    case.values.insert(id, value.to_owned());
                }
            }
            case.consent = if n == 4 { Consent::Withdrawn } else { Consent::OffRecord };
            project.cases.set(case.id, Some(Rc::new(case)));
        }
        (project, Column::Attribute(age), Column::Attribute(gender))
    }

    #[test]
    fn a_table_counts_measures_groups_and_says_what_is_missing() {
        let (project, age, gender) = study();
        let within = Scope::everything().within(&project);
        let rows = [(age, vec![Measure::MeanRange]), (gender, vec![Measure::Counts])];
        let table = table1(&project, &within, &rows, Some(gender));
        let group = |value: Option<&str>, size| Group { value: value.map(str::to_owned), size };
        assert_eq!(
            table.groups,
            [group(None, 4), group(Some("female"), 2), group(Some("male"), 1), group(Some(""), 1)]
        );
        assert_eq!(table.withdrawn, 1);
        let of_age = Cell::Between { middle: 35.0, low: 30.0, high: 40.0 };
        assert_eq!(
            table.sections[0].lines,
            [
                (Line::Measure(Measure::MeanRange), vec![of_age, of_age, Cell::Nothing, Cell::Nothing]),
                (Line::Missing, vec![Cell::Number(2), Cell::Number(0), Cell::Number(1), Cell::Number(1)]),
            ]
        );
        let count = |n, of| Cell::Count { n, of };
        assert_eq!(
            table.sections[1].lines,
            [
                (Line::Value("female".into()), vec![count(2, 3), count(2, 2), count(0, 1), count(0, 0)]),
                (Line::Value("male".into()), vec![count(1, 3), count(0, 2), count(1, 1), count(0, 0)]),
                (Line::Missing, vec![Cell::Number(1), Cell::Number(0), Cell::Number(0), Cell::Number(1)]),
            ]
        );
    }

    #[test]
    fn who_has_withdrawn_counts_where_the_scope_has_them() {
        let (project, age, gender) = study();
        let rows = [(age, vec![Measure::Counts])];
        for (sex, expected) in [("male", (1, 1)), ("female", (2, 0))] {
            let scope = Scope { values: [(gender, [sex.to_owned()].into())].into(), ..Scope::default() };
            let table = table1(&project, &scope.within(&project), &rows, None);
            assert_eq!((table.groups[0].size, table.withdrawn), expected, "{sex}");
        }
    }
}
