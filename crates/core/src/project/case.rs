use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps};
use crate::ids::{AttributeId, CaseId};
use crate::rank::Rank;
use crate::time::Stamp;

/// One who, or what, is studied: a participant, a household, a clinic. Documents, parts of documents and speakers belong
/// to cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its identity.
    pub id: CaseId,
    /// Its name or pseudonym; never empty.
    pub name: String,
    /// Its place among the cases.
    pub rank: Rank,
    /// What is known of it; what is empty is not here.
    pub values: BTreeMap<AttributeId, String>,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

/// Something that is known of cases, such as their age or profession.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its identity.
    pub id: AttributeId,
    /// Its name; never empty.
    pub name: String,
    /// What its values are.
    pub kind: AttributeKind,
    /// Its place among the attributes.
    pub rank: Rank,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

/// What the values of an attribute are. They are kept as they were written, whatever they are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum AttributeKind {
    /// Words.
    #[default]
    Text,
    /// Numbers.
    Number,
    /// Days.
    Date,
    /// Yes or no.
    YesNo,
    /// One of a list.
    Choice,
    /// A kind that a newer version knows.
    Unknown(String),
}

impl AttributeKind {
    /// Its name in files.
    pub fn key(&self) -> &str {
        match self {
            AttributeKind::Text => "text",
            AttributeKind::Number => "number",
            AttributeKind::Date => "date",
            AttributeKind::YesNo => "yes-no",
            AttributeKind::Choice => "choice",
            AttributeKind::Unknown(key) => key,
        }
    }
}

impl From<String> for AttributeKind {
    fn from(key: String) -> Self {
        match key.as_str() {
            "text" => AttributeKind::Text,
            "number" => AttributeKind::Number,
            "date" => AttributeKind::Date,
            "yes-no" => AttributeKind::YesNo,
            "choice" => AttributeKind::Choice,
            _ => AttributeKind::Unknown(key),
        }
    }
}

impl From<AttributeKind> for String {
    fn from(kind: AttributeKind) -> Self {
        kind.key().to_owned()
    }
}
