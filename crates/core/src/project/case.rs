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
    /// What may be done with its words.
    #[serde(default)]
    pub consent: Consent,
    /// The case that led to it: who referred the participant. Never itself, by however many steps.
    #[serde(default)]
    pub referrer: Option<CaseId>,
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
    /// Of a choice list: what can be chosen, in its order.
    #[serde(default)]
    pub choices: Vec<String>,
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

/// What may be done with words. Of several that hold for the same words the last one in this order does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Consent {
    /// They may be quoted.
    #[default]
    Quote,
    /// They may be told in other words, and are never printed.
    Paraphrase,
    /// They may be read and coded, and never be printed or told.
    OffRecord,
    /// Who said them has withdrawn: they are hidden.
    Withdrawn,
}

impl Consent {
    /// All of them, the least strict first.
    pub const ALL: [Consent; 4] = [Consent::Quote, Consent::Paraphrase, Consent::OffRecord, Consent::Withdrawn];

    /// Its name in files.
    pub fn key(self) -> &'static str {
        match self {
            Consent::Quote => "quote",
            Consent::Paraphrase => "paraphrase",
            Consent::OffRecord => "off-record",
            Consent::Withdrawn => "withdrawn",
        }
    }

    /// Whether such words may leave in an export.
    pub fn may_be_quoted(self) -> bool {
        self == Consent::Quote
    }
}

impl From<String> for Consent {
    /// What a newer version knows and this one does not is off the record: the safe reading of it.
    fn from(key: String) -> Self {
        Consent::ALL.into_iter().find(|consent| consent.key() == key).unwrap_or(Consent::OffRecord)
    }
}

impl From<Consent> for String {
    fn from(consent: Consent) -> Self {
        consent.key().to_owned()
    }
}

impl AttributeKind {
    /// Those that can be chosen.
    pub const ALL: [AttributeKind; 5] =
        [AttributeKind::Text, AttributeKind::Number, AttributeKind::Date, AttributeKind::YesNo, AttributeKind::Choice];

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
