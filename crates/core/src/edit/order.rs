//! Places among siblings.

use super::{EditError, EntityKind};
use crate::rank::Rank;

/// Where something goes among its siblings.
pub(super) struct Place<Id> {
    /// Its rank.
    pub rank: Rank,
    /// Siblings that get other ranks, because no number was left between two of them.
    pub dealt: Vec<(Id, Rank)>,
}

/// The place ahead of `before`, or at the end. `siblings` are the others, in their order.
///
/// # Errors
/// If `before` is none of them.
pub(super) fn place_among<Id: PartialEq + Copy>(
    siblings: &[(Id, Rank)],
    before: Option<Id>,
    kind: EntityKind,
) -> Result<Place<Id>, EditError> {
    let at = match before {
        None => siblings.len(),
        Some(before) => siblings.iter().position(|(id, _)| *id == before).ok_or(EditError::NotASibling(kind))?,
    };
    let rank_at = |at: usize| siblings.get(at).map(|(_, rank)| *rank);
    if let Some(rank) = Rank::between(at.checked_sub(1).and_then(rank_at), rank_at(at)) {
        return Ok(Place { rank, dealt: Vec::new() });
    }
    let dealt = siblings.iter().enumerate().map(|(n, (id, _))| (*id, Rank::nth(if n < at { n } else { n + 1 })));
    Ok(Place { rank: Rank::nth(at), dealt: dealt.collect() })
}
