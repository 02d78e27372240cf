//! Whether a question was asked.

use std::collections::BTreeMap;

use crate::ids::QuestionId;
use crate::project::{Asked, Structure};

/// Whether it is known of any turn what it asks. Until then a question that is not asked may only not have been found.
pub fn is_matched(structure: &Structure) -> bool {
    structure.turns.iter().any(|turn| turn.asks.is_some())
}

/// How a question was asked in a conversation. None of these: never, if it [is matched](is_matched).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HowAsked {
    /// It seems so; nobody has said it.
    Suggested,
    /// Someone has said so.
    Confirmed,
}

/// How each question of the guide is asked in a conversation. One that is never asked is not in it.
pub fn asked_in(structure: &Structure) -> BTreeMap<QuestionId, HowAsked> {
    let mut found = BTreeMap::new();
    for asks in structure.turns.iter().filter_map(|turn| turn.asks) {
        if let Asked::Guide(question) = asks.what {
            let how = if asks.confirmed { HowAsked::Confirmed } else { HowAsked::Suggested };
            let known = found.entry(question).or_insert(how);
            *known = how.max(*known);
        }
    }
    found
}
