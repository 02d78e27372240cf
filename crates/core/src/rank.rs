//! The order of siblings: a number with room between neighbours, so that a move changes one entity and not all.

use serde::{Deserialize, Serialize};

/// A place among siblings; smaller comes first. Equal ranks fall back to the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rank(pub u64);

/// The room left between neighbours when ranks are dealt anew. A million siblings stay far below what a JSON number
/// holds exactly in every reader (2^53).
const STEP: u64 = 1 << 24;

impl Rank {
    /// The rank of the `n`-th of siblings dealt evenly, from 0.
    pub fn nth(n: usize) -> Rank {
        Rank((n as u64 + 1) * STEP)
    }

    /// A rank after `before` (or first) and ahead of `after` (or last); `None` if no number is left between.
    pub fn between(before: Option<Rank>, after: Option<Rank>) -> Option<Rank> {
        let low = before.map_or(0, |rank| rank.0);
        match after {
            None => low.checked_add(STEP).map(Rank),
            // Files may hold any numbers, those at the end of the range and those in disorder included.
            Some(high) if high.0.saturating_sub(low) > 1 => Some(Rank(low + (high.0 - low) / 2)),
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_lies_between_its_neighbours_until_no_room_is_left() {
        assert_eq!(Rank::between(None, None), Some(Rank(STEP)));
        assert_eq!(Rank::between(Some(Rank(10)), Some(Rank(20))), Some(Rank(15)));
        assert_eq!(Rank::between(Some(Rank(10)), Some(Rank(11))), None);
        assert_eq!(Rank::between(None, Some(Rank(1))), None);
        assert_eq!(Rank::between(Some(Rank(u64::MAX)), None), None);
        assert_eq!(Rank::between(Some(Rank(u64::MAX)), Some(Rank(u64::MAX))), None);
        assert_eq!(Rank::between(Some(Rank(9)), Some(Rank(3))), None, "in disorder");
    }
}
