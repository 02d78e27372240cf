//! Identities. Every entity is known by a UUID that its maker passes in: core has no randomness of its own.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// An id made of 16 random bytes, marked as a version 4 UUID.
            pub fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// An id made of a number, for tests and generated material.
            pub fn from_number(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A project.
    ProjectId;
    /// Someone who codes.
    CoderId;
    /// A folder of documents.
    FolderId;
    /// A document.
    DocumentId;
    /// Someone who speaks in a document.
    SpeakerId;
    /// One who or what is studied.
    CaseId;
    /// What is known of cases, such as their age.
    AttributeId;
    /// A question of the interview guide.
    QuestionId;
    /// A code, category or theme.
    CodeId;
    /// A quotation: a marked passage.
    QuotationId;
    /// One code on one quotation.
    CodingId;
    /// A memo.
    MemoId;
    /// A link between two quotations.
    LinkId;
    /// A theme.
    ThemeId;
    /// A step of work: what is undone together.
    StepId;
    /// A level of codes.
    LevelId;
    /// A version of the codebook that was given a name.
    VersionId;
}
