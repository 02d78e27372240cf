//! Time, passed in from outside: core has no clock.

use serde::{Deserialize, Serialize};

use crate::ids::CoderId;

/// Milliseconds since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// Who did something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// The coder.
    pub by: CoderId,
    /// The time.
    pub at: Timestamp,
}

/// A time since a recording began, in milliseconds, as "1:02:03", or "2:03" within the first hour. The digits are those
/// that every player of recordings shows.
pub fn clock(ms: u32) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn hours_only_where_there_are_any() {
        for (ms, shown) in [(0, "0:00"), (59_999, "0:59"), (62_000, "1:02"), (3_723_004, "1:02:03")] {
            assert_eq!(clock(ms), shown);
        }
    }
}
