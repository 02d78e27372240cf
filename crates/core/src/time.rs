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
