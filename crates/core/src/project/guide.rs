use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps};
use crate::ids::QuestionId;
use crate::rank::Rank;
use crate::time::Stamp;

/// A question of the interview guide. The guide is all of them in the order of their ranks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its identity.
    pub id: QuestionId,
    /// What is asked; never empty.
    pub words: String,
    /// Its place in the guide.
    pub rank: Rank,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}
