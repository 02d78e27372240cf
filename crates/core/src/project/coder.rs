use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps};
use crate::ids::CoderId;
use crate::time::Timestamp;

/// Someone who codes in this project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coder {
    /// Its identity.
    pub id: CoderId,
    /// Name or initials, as they want to be shown.
    pub name: String,
    /// When they joined the project.
    pub created: Timestamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}
