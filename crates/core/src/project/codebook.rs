//! What a codebook says beyond names and hues: how each code is to be used, what the levels are called, and how the
//! codebook stood at earlier times.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Extra;
use crate::ids::{CodeId, DocumentId, LevelId, QuotationId, VersionId};
use crate::time::Stamp;

/// Whether a key can be a code's: one letter from A to Z or one digit.
pub fn is_code_key(key: char) -> bool {
    key.is_ascii_uppercase() || key.is_ascii_digit()
}

/// The heaviest a coding weighs.
pub const MAX_WEIGHT: u8 = 100;

/// What a codebook says of a code beside its name, hue and short definition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeSheet {
    /// The full definition.
    pub full: String,
    /// When to use it.
    pub use_when: String,
    /// When not to use it.
    pub not_when: String,
    /// Quotations that show what it is, and where it ends. One that is not there (any more) is passed over.
    pub examples: Vec<Example>,
    /// Where it came from, if that is said.
    pub origin: Option<Origin>,
    /// How far it is, if that is said.
    pub status: Option<Status>,
    /// The key that applies it (see [`is_code_key`]); no other code has the same.
    pub key: Option<char>,
    /// Its level, if that is said; its depth in the tree says nothing for sure.
    pub level: Option<LevelId>,
    /// Codes that it is listed under as well, beside its parent.
    pub also_under: Vec<CodeId>,
    /// Wordings that were replaced, oldest first.
    pub former: Vec<Rc<Former>>,
}

/// A quotation that stands in the codebook as an example of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The document it stands in.
    pub document: DocumentId,
    /// The quotation.
    pub quotation: QuotationId,
    /// Whether it is a borderline case, and not a typical one.
    pub borderline: bool,
}

/// A text that says how a code is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeText {
    /// The short definition.
    Definition,
    /// The full definition.
    Full,
    /// When to use it.
    UseWhen,
    /// When not to use it.
    NotWhen,
}

impl CodeText {
    /// All of them, in the order in which they are read.
    pub const ALL: [CodeText; 4] = [CodeText::Definition, CodeText::Full, CodeText::UseWhen, CodeText::NotWhen];

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            CodeText::Definition => "definition",
            CodeText::Full => "full",
            CodeText::UseWhen => "use_when",
            CodeText::NotWhen => "not_when",
        }
    }
}

/// A wording that was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Former {
    /// Of which text.
    pub text: CodeText,
    /// What it said.
    pub words: String,
    /// Who replaced it, and when.
    pub replaced: Stamp,
    /// Why, if that was said.
    pub why: String,
    /// Kept from newer files.
    pub extra: Extra,
}

/// Makes an enum that is a word in files, with room for words of newer versions.
macro_rules! words {
    ($(#[$doc:meta])* $Name:ident { $($(#[$each:meta])* $Variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $Name {
            $($(#[$each])* $Variant,)+
            /// One that a newer version knows.
            Unknown(String),
        }

        impl $Name {
            /// Those that this version knows.
            pub const ALL: &[$Name] = &[$($Name::$Variant),+];

            /// Its name in files.
            pub fn key(&self) -> &str {
                match self {
                    $($Name::$Variant => $key,)+
                    $Name::Unknown(key) => key,
                }
            }
        }

        impl From<String> for $Name {
            fn from(key: String) -> Self {
                match key.as_str() {
                    $($key => $Name::$Variant,)+
                    _ => $Name::Unknown(key),
                }
            }
        }

        impl From<$Name> for String {
            fn from(it: $Name) -> Self {
                it.key().to_owned()
            }
        }
    };
}

words! {
    /// Where a code came from.
    Origin {
        /// From the material.
        Data = "data",
        /// From theory, the guide or earlier work: it was there before the material was read.
        Given = "given",
    }
}

words! {
    /// How far a code is.
    Status {
        /// It is tried out.
        Draft = "draft",
        /// It is used.
        InUse = "in-use",
        /// It is not to be changed any more.
        Final = "final",
        /// It is not to be used any more.
        Retired = "retired",
    }
}

/// The codebook as a whole, apart from its codes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Codebook {
    /// What the levels are called, the narrowest first.
    pub levels: Vec<Level>,
    /// How it stood at times that were given a name, oldest first.
    pub versions: Vec<Rc<BookVersion>>,
}

impl Codebook {
    /// The level of that id.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// The version of that id.
    pub fn version(&self, id: VersionId) -> Option<&Rc<BookVersion>> {
        self.versions.iter().find(|version| version.id == id)
    }
}

/// A level of codes, such as category or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its identity.
    pub id: LevelId,
    /// Its name; never empty.
    pub name: String,
    /// Kept from newer files.
    #[serde(default)]
    pub extra: Extra,
}

/// How the codebook stood at a time that was given a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BookVersion {
    /// Its identity.
    pub id: VersionId,
    /// Its name; never empty.
    pub name: String,
    /// What there is to say of it.
    pub note: String,
    /// Who kept it, and when.
    pub made: Stamp,
    /// The codes in the order of the tree.
    pub codes: Vec<VersionCode>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// A code as it stood in a version of the codebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionCode {
    /// The code.
    pub id: CodeId,
    /// Its name.
    pub name: String,
    /// The code that it stood under.
    pub parent: Option<CodeId>,
    /// The name of its level; empty if it had none.
    pub level: String,
    /// Its texts, as far as there were any.
    pub texts: std::collections::BTreeMap<CodeText, String>,
    /// How far it was.
    pub status: Option<Status>,
    /// Kept from newer files.
    pub extra: Extra,
}
