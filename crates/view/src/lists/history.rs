//! What was done, by day.

use std::rc::Rc;

use emic_core::history::{History, HistoryStep};
use emic_core::time::Timestamp;

/// A day of the calendar where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i64,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// The day on which something happened where clocks are `offset` minutes ahead of UTC (the opposite sign of what
    /// `Date.getTimezoneOffset` gives).
    ///
    /// The Gregorian calendar from days, as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    /// `civil_from_days`.
    pub fn of(at: Timestamp, offset: i32) -> Day {
        let minutes = at.0.div_euclid(60_000) + i64::from(offset);
        // Days since 0000-03-01, so that a leap day is the last of its year.
        let days = minutes.div_euclid(24 * 60) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Day { year, month: month as u8, day: day as u8 }
    }
}

/// What was done on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryDay {
    /// The day.
    pub day: Day,
    /// What was done, the latest first.
    pub steps: Vec<Rc<HistoryStep>>,
}

/// The latest `limit` steps, the latest first, by day. `offset` tells how many minutes clocks were ahead of UTC then.
///
/// The order is that in which things were done; a clock that was set back makes a day appear twice.
pub fn history_days(history: &History, limit: usize, offset: impl Fn(Timestamp) -> i32) -> Vec<HistoryDay> {
    let mut days: Vec<HistoryDay> = Vec::new();
    for step in history.steps().iter().rev().take(limit) {
        let day = Day::of(step.stamp.at, offset(step.stamp.at));
        match days.last_mut() {
            Some(last) if last.day == day => last.steps.push(Rc::clone(step)),
            _ => days.push(HistoryDay { day, steps: vec![Rc::clone(step)] }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::stamp;
    use emic_core::history::Way;
    use emic_core::ids::StepId;
    use emic_core::time::Stamp;

    #[test]
    fn days_of_the_calendar() {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        for (at, offset, expected) in [
            (0, 0, (1970, 1, 1)),
            (0, -1, (1969, 12, 31)),
            (-1, 0, (1969, 12, 31)),
            (DAY - 1, 0, (1970, 1, 1)),
            (DAY - 1, 60, (1970, 1, 2)),
            (1_709_164_800_000, 0, (2024, 2, 29)),
            (1_709_164_800_000 + DAY, 0, (2024, 3, 1)),
            (951_782_400_000, 0, (2000, 2, 29)),
            (4_107_542_400_000, 0, (2100, 3, 1)),
            (1_795_305_600_000, 180, (2026, 11, 22)),
            (1_795_305_600_000 - 3 * 60 * 60 * 1000, -300, (2026, 11, 21)),
            (-62_167_219_200_000, 0, (0, 1, 1)),
        ] {
            let day = Day::of(Timestamp(at), offset);
            assert_eq!((day.year, day.month, day.day), expected, "{at} {offset}");
        }
    }

    #[test]
    fn the_latest_comes_first() {
        let step = |n: u128, hours: i64| {
            Rc::new(HistoryStep {
                id: StepId::from_number(n),
                stamp: Stamp { at: Timestamp(hours * 3_600_000), ..stamp() },
                way: Way::Done,
                actions: vec![],
                extra: Default::default(),
            })
        };
        let history = History::new(vec![step(1, 1), step(2, 20), step(3, 23), step(4, 25)]);
        let drawn = |limit, offset| {
            history_days(&history, limit, |_| offset)
                .iter()
                .map(|day| (day.day.day, day.steps.iter().map(|step| step.id.0.as_u128()).collect::<Vec<_>>()))
                .collect::<Vec<_>>()
        };
        assert_eq!(drawn(9, 0), [(2, vec![4]), (1, vec![3, 2, 1])]);
        assert_eq!(drawn(3, 120), [(2, vec![4, 3]), (1, vec![2])]);
        assert_eq!(drawn(0, 0), []);
    }
}
