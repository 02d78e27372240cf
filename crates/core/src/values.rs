//! What is known of cases, read by the kind of its attribute. It is kept as it was written; what does not fit its kind
//! is shown as not fitting, and counts as unknown.

use std::cmp::Ordering;

use crate::fold::{Keep, folded};
use crate::project::{Attribute, AttributeKind};

/// A value as its kind reads it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Words(String),
    /// A number.
    Number(f64),
    /// A day: year, month and day; month and day are 0 where they were not said.
    Day(i32, u8, u8),
    /// Yes or no.
    YesNo(bool),
    /// What was chosen, by its place in the list.
    Choice(usize),
}

/// Whether a spreadsheet might take a cell for a formula, also where signs are written in their full width, and where
/// white space stands before them, which some take away. A number with a sign is none.
pub fn is_formula(cell: &str) -> bool {
    let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    (begins || cell.starts_with(['\t', '\r', '\n'])) && number(cell).is_none()
}

/// A cell without the apostrophe that keeps it from being a formula.
pub fn without_guard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Reads what was written; `None` if it does not fit its kind, or is nothing.
pub fn read(attribute: &Attribute, written: &str) -> Option<Value> {
    read_as(&attribute.kind, &attribute.choices, written)
}

/// The same by the kind alone.
pub fn read_as(kind: &AttributeKind, choices: &[String], written: &str) -> Option<Value> {
    let written = written.trim();
    if written.is_empty() {
        return None;
    }
    match kind {
        AttributeKind::Number => number(written).map(Value::Number),
        AttributeKind::Date => day(written).map(|(year, month, day)| Value::Day(year, month, day)),
        AttributeKind::YesNo => yes_no(written).map(Value::YesNo),
        AttributeKind::Choice => {
            let wanted = key(written);
            choices.iter().position(|choice| key(choice) == wanted).map(Value::Choice)
        }
        AttributeKind::Text | AttributeKind::Unknown(_) => Some(Value::Words(written.to_owned())),
    }
}

/// What words are compared as: without case, accents and the like.
pub fn key(words: &str) -> String {
    folded(words.trim(), Keep::default())
}

/// How two written values are ordered by their kind. What fits comes first, then what does not, then nothing.
pub fn compare(kind: &AttributeKind, choices: &[String], a: &str, b: &str) -> Ordering {
    let rank = |written: &str, value: &Option<Value>| match (value, written.trim().is_empty()) {
        (Some(_), _) => 0,
        (None, false) => 1,
        (None, true) => 2,
    };
    let (x, y) = (read_as(kind, choices, a), read_as(kind, choices, b));
    rank(a, &x).cmp(&rank(b, &y)).then_with(|| match (x, y) {
        (Some(Value::Number(x)), Some(Value::Number(y))) => x.total_cmp(&y),
        (Some(Value::Day(a, b, c)), Some(Value::Day(x, y, z))) => (a, b, c).cmp(&(x, y, z)),
        (Some(Value::YesNo(x)), Some(Value::YesNo(y))) => y.cmp(&x),
        (Some(Value::Choice(x)), Some(Value::Choice(y))) => x.cmp(&y),
        _ => natural(&key(a), &key(b)),
    })
}

/// Orders words so that "P2" comes before "P10".
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) else { return a.len().cmp(&b.len()) };
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
            let (m, n) = (digits(a), digits(b));
            let (p, q) = (a[..m].trim_start_matches('0'), b[..n].trim_start_matches('0'));
            match p.len().cmp(&q.len()).then_with(|| p.cmp(q)) {
                Ordering::Equal => (a, b) = (&a[m..], &b[n..]),
                other => return other,
            }
        } else if x != y {
            return x.cmp(&y);
        } else {
            (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
        }
    }
}

/// Written with the digits and signs that ASCII has.
fn plain(written: &str) -> String {
    let plain = written.chars().filter_map(|c| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '٫' => Some('.'),
        '٬' | '\u{a0}' | '\u{202f}' | '\'' | '’' => None,
        '−' | '–' => Some('-'),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        _ => Some(c),
    });
    plain.collect()
}

/// A number as people write it: "34", "3.5", "3,5", "1,234.5", "1.234,5", "٣٤". A comma or a point with three digits
/// after it groups thousands if it is a comma, and is the decimal sign if it is a point.
pub fn number(written: &str) -> Option<f64> {
    let plain = plain(written.trim());
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
    let decimal = match (digits.rfind(','), digits.rfind('.')) {
        (Some(comma), Some(point)) => Some(if comma > point { ',' } else { '.' }),
        (Some(comma), None) if commas == 1 && digits.len() - comma != 4 => Some(','),
        (None, Some(_)) if points == 1 => Some('.'),
        _ => None,
    };
    let (whole, part) = match decimal {
        Some(sign) => digits.rsplit_once(sign)?,
        None => (digits, ""),
    };
    let groups: Vec<&str> = whole.split([',', '.', ' ']).collect();
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups.first()?.len()));
    if !grouped || !groups.iter().all(|group| all_digits(group)) || !all_digits(part) {
        return None;
    }
    let whole = groups.concat();
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    format!("{whole}.{part}0").parse::<f64>().ok().map(|number| sign * number).filter(|number| number.is_finite())
}

/// A day as people write it: "2024", "2024-05", "2024-05-31", "31.5.2024", "31/05/2024". Where day and month could both
/// be meant the day comes first, unless what comes second can be no month.
fn day(written: &str) -> Option<(i32, u8, u8)> {
    let plain = plain(written.trim());
    let date = plain.split(['T', ' ']).next()?;
    let fields: Vec<&str> = date.split(['-', '/', '.']).collect();
    if !fields.iter().all(|field| !field.is_empty() && field.len() <= 4 && field.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let year = |field: &str| if field.len() == 4 { field.parse::<i32>().ok() } else { None };
    let small = |field: &str| field.parse::<u8>().ok();
    let (year, month, day) = match fields.as_slice() {
        [y] => (year(y)?, 0, 0),
        [y, m] if y.len() == 4 => (year(y)?, small(m)?, 0),
        [m, y] => (year(y)?, small(m)?, 0),
        [y, m, d] if y.len() == 4 => (year(y)?, small(m)?, small(d)?),
        [d, m, y] => {
            let (y, d, m) = (year(y)?, small(d)?, small(m)?);
            if m > 12 { (y, d, m) } else { (y, m, d) }
        }
        _ => return None,
    };
    let said = fields.len();
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let fits = (said < 2 || (1..=12).contains(&month)) && (said < 3 || (1..=days).contains(&day));
    fits.then_some((year, month, day))
}

/// Yes or no in some languages, and as spreadsheets have it.
fn yes_no(written: &str) -> Option<bool> {
    match key(&plain(written)).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "✓" | "✔" | "نعم" | "ja" | "oui" | "si" => Some(true),
        "no" | "n" | "false" | "0" | "✗" | "✘" | "لا" | "كلا" | "nein" | "non" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_might_compute_is_told_from_numbers_and_words() {
        for cell in ["=1", "+x", "-1+2", "@SUM(A1)", "＝1", "－x", " =1", "\tx", "\n=1", "-"] {
            assert!(is_formula(cell), "{cell:?}");
            assert_eq!(without_guard(&format!("'{cell}")), cell);
        }
        for cell in ["", "-3", "+1.5", "-1,000", "a=1", "'=1", "1-2", " x"] {
            assert!(!is_formula(cell), "{cell:?}");
        }
        assert_eq!(["'tis", "'-3", "=1"].map(without_guard), ["'tis", "'-3", "=1"]);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, expected) in [
            ("34", Some(34.0)),
            (" 34 ", Some(34.0)),
            ("٣٤", Some(34.0)),
            ("٣٫٥", Some(3.5)),
            ("3.5", Some(3.5)),
            ("3,5", Some(3.5)),
            ("1,234", Some(1234.0)),
            ("1.234", Some(1.234)),
            ("1,234.5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("12 345", Some(12345.0)),
            ("-2", Some(-2.0)),
            ("−2", Some(-2.0)),
            (".5", Some(0.5)),
            ("about 30", None),
            ("30-39", None),
            ("1,23,4", None),
            ("", None),
            (".", None),
            ("1e3", None),
        ] {
            assert_eq!(number(written), expected, "{written}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for (written, expected) in [
            ("2024", Some((2024, 0, 0))),
            ("2024-05", Some((2024, 5, 0))),
            ("2024-05-31", Some((2024, 5, 31))),
            ("2024-05-31T10:00", Some((2024, 5, 31))),
            ("31.5.2024", Some((2024, 5, 31))),
            ("05/31/2024", Some((2024, 5, 31))),
            ("٣١/٥/٢٠٢٤", Some((2024, 5, 31))),
            ("29.2.2024", Some((2024, 2, 29))),
            ("29.2.2023", None),
            ("2024-13-01", None),
            ("24", None),
            ("yesterday", None),
        ] {
            assert_eq!(day(written), expected, "{written}");
        }
    }

    #[test]
    fn choices_and_yes_and_no_do_not_mind_case_and_marks() {
        let choices = ["Nurse".to_owned(), "طبيبة".to_owned()];
        let choice = |written| read_as(&AttributeKind::Choice, &choices, written);
        assert_eq!(choice("nurse"), Some(Value::Choice(0)));
        assert_eq!(choice("طَبيبة"), Some(Value::Choice(1)));
        assert_eq!(choice("doctor"), None);
        let yes_no = |written| read_as(&AttributeKind::YesNo, &[], written);
        assert_eq!(
            (yes_no("Yes"), yes_no("لا"), yes_no("maybe")),
            (Some(Value::YesNo(true)), Some(Value::YesNo(false)), None)
        );
    }

    #[test]
    fn they_are_ordered_by_kind_and_what_does_not_fit_comes_after() {
        let sorted = |kind: AttributeKind, written: &[&str]| {
            let mut written: Vec<String> = written.iter().map(|w| (*w).to_owned()).collect();
            let choices = ["low".to_owned(), "high".to_owned()];
            crate::sorting::sort_by(&mut written, |a, b| compare(&kind, &choices, a, b));
            written.join(" ")
        };
        assert_eq!(sorted(AttributeKind::Number, &["10", "x", "", "9"]), "9 10 x ");
        assert_eq!(sorted(AttributeKind::Text, &["P10", "p2", "", "P1"]), "P1 p2 P10 ");
        assert_eq!(sorted(AttributeKind::Choice, &["high", "low", "none"]), "low high none");
        assert_eq!(sorted(AttributeKind::Date, &["2024-05", "1.1.2023", "2024"]), "1.1.2023 2024 2024-05");
    }
}
