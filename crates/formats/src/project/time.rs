//! Times in files: RFC 3339 in UTC with milliseconds, "2026-11-21T09:30:00.000Z".
//!
//! The two calendar conversions are all that is needed of a date library, so none is taken in.

use emic_core::time::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const DAY_MS: i64 = 86_400_000;

/// 0000-01-01 and the last millisecond of 9999, the years that RFC 3339 can write, in milliseconds since 1970.
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

/// A time in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileTime(pub Timestamp);

impl FileTime {
    /// As it is written. Times before the year 0 and after 9999 are written as the first and last that can be.
    pub fn to_text(self) -> String {
        let ms = self.0.0.clamp(FIRST, LAST);
        let (year, month, day) = civil(ms.div_euclid(DAY_MS));
        let of_day = ms.rem_euclid(DAY_MS);
        let (hour, minute) = (of_day / 3_600_000, of_day / 60_000 % 60);
        let (second, milli) = (of_day / 1000 % 60, of_day % 1000);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }

    /// Reads any RFC 3339 time; what is finer than a millisecond is cut off, a leap second is the one before it.
    pub fn parse(text: &str) -> Option<FileTime> {
        let bytes = text.as_bytes();
        if !text.is_ascii() || bytes.len() < 20 {
            return None;
        }
        let number = |from: usize, to: usize| -> Option<i64> {
            let digits = bytes.get(from..to)?;
            digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |n, b| n * 10 + i64::from(b - b'0')))
        };
        let sign = |at: usize, any: &[u8]| bytes.get(at).filter(|b| any.contains(b)).map(|_| ());
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        sign(4, b"-").and(sign(7, b"-")).and(sign(10, b"Tt ")).and(sign(13, b":")).and(sign(16, b":"))?;
        if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
            return None;
        }
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let mut at = 19;
        let mut milli = 0;
        if bytes[at] == b'.' {
            let digits = bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
            if digits == 0 {
                return None;
            }
            milli = number(at + 1, at + 1 + digits.min(3))? * [100, 10, 1][digits.min(3) - 1];
            at += 1 + digits;
        }
        let offset = match (bytes.get(at)?, bytes.len() - at) {
            (b'Z' | b'z', 1) => 0,
            (sign @ (b'+' | b'-'), 6) if bytes[at + 3] == b':' => {
                let (hours, minutes) = (number(at + 1, at + 3)?, number(at + 4, at + 6)?);
                if hours > 23 || minutes > 59 {
                    return None;
                }
                (hours * 60 + minutes) * if *sign == b'-' { -60_000 } else { 60_000 }
            }
            _ => return None,
        };
        let of_day = hour * 3_600_000 + minute * 60_000 + second.min(59) * 1000 + milli;
        Some(FileTime(Timestamp(days(year, month, day) * DAY_MS + of_day - offset)))
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date of the Gregorian calendar. Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `days_from_civil`: years begin in March, so that the leap day is a year's last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of days since 1970-01-01; the same source, `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

impl From<Timestamp> for FileTime {
    fn from(time: Timestamp) -> FileTime {
        FileTime(time)
    }
}

impl Serialize for FileTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de> Deserialize<'de> for FileTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FileTime, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        FileTime::parse(&text).ok_or_else(|| {
            serde::de::Error::invalid_value(
                serde::de::Unexpected::Str(&text),
                &"a time such as 2026-11-21T09:30:00.000Z",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_that_are_known() {
        // Seconds since 1970 from RFC 3339's examples, as `date -u -d … +%s` gives them.
        for (text, ms) in [
            ("1970-01-01T00:00:00.000Z", 0),
            ("1985-04-12T23:20:50.520Z", 482_196_050_520),
            ("2000-02-29T12:00:00.000Z", 951_825_600_000),
            ("0000-01-01T00:00:00.000Z", FIRST),
            ("9999-12-31T23:59:59.999Z", LAST),
        ] {
            assert_eq!(FileTime::parse(text), Some(FileTime(Timestamp(ms))), "{text}");
            assert_eq!(FileTime(Timestamp(ms)).to_text(), text);
        }
        let parse = |text| FileTime::parse(text).map(|time| time.0.0);
        assert_eq!(parse("1996-12-19T16:39:57-08:00"), Some(851_042_397_000));
        assert_eq!(parse("1990-12-31T23:59:60Z"), Some(662_687_999_000));
        assert_eq!(parse("1937-01-01T12:00:27.87+00:20"), Some(-1_041_337_172_130));
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "2026-11-21",
            "2026-13-21T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-02-20T24:00:00Z",
            "2026-02-20T23:00:00",
            "2026-02-20T23:00:00.Z",
            "2026-02-20T23:00:00ZZ",
            "2026-02-20T23:00:00+0100",
            "２０26-02-20T23:00:00Z",
        ] {
            assert_eq!(FileTime::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_millisecond_survives(ms in FIRST..=LAST) {
            let time = FileTime(Timestamp(ms));
            prop_assert_eq!(FileTime::parse(&time.to_text()), Some(time));
        }

        #[test]
        fn parsing_never_panics(text in "\\PC{0,40}", near in "[0-9TZ:+. -]{18,32}") {
            let _ = FileTime::parse(&text);
            let _ = FileTime::parse(&near);
        }
    }
}
