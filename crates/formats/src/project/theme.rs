//! Themes and printed wordings as they stand in a file, and between these and the types of the program.

use std::collections::BTreeMap;

use emic_core::ids::{CodeId, CoderId, DocumentId, QuotationId, ThemeId};
use emic_core::project::{Chosen, Extra, Print, QuotationAt, Theme};
use emic_core::rank::Rank;
use emic_core::time::Stamp;
use serde::{Deserialize, Serialize};

use super::convert::{stamps_in, stamps_out};
use super::file::FileStamps;
use super::time::FileTime;

/// A theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileTheme {
    pub id: ThemeId,
    pub title: String,
    pub rank: u64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub idea: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub boundary: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub story: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<CodeId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<FileChosen>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A quotation that was chosen for a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileChosen {
    pub document: DocumentId,
    pub quotation: QuotationId,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_paper: bool,
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a quotation is printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FilePrint {
    pub words: String,
    #[serde(default)]
    pub made_from: String,
    #[serde(flatten)]
    pub extra: Extra,
}

impl FileTheme {
    pub(super) fn of(theme: &Theme) -> FileTheme {
        let chosen = |chosen: &Chosen| FileChosen {
            document: chosen.at.document,
            quotation: chosen.at.quotation,
            in_paper: chosen.in_paper,
            extra: chosen.extra.clone(),
        };
        FileTheme {
            id: theme.id,
            title: theme.title.clone(),
            rank: theme.rank.0,
            idea: theme.idea.clone(),
            boundary: theme.boundary.clone(),
            story: theme.story.clone(),
            codes: theme.codes.clone(),
            chosen: theme.chosen.iter().map(chosen).collect(),
            created: theme.created.at.into(),
            created_by: theme.created.by,
            changed: stamps_out(&theme.changed),
            extra: theme.extra.clone(),
        }
    }

    pub(super) fn into_theme(self) -> Theme {
        let chosen = |FileChosen { document, quotation, in_paper, extra }: FileChosen| {
            let at = QuotationAt { document, quotation };
            Chosen { at, in_paper, extra }
        };
        Theme {
            id: self.id,
            title: self.title,
            rank: Rank(self.rank),
            idea: self.idea,
            boundary: self.boundary,
            story: self.story,
            codes: self.codes,
            chosen: self.chosen.into_iter().map(chosen).collect(),
            created: Stamp { by: self.created_by, at: self.created.0 },
            changed: stamps_in(self.changed),
            extra: self.extra,
        }
    }
}

impl FilePrint {
    pub(super) fn of(print: &Print) -> FilePrint {
        let Print { words, made_from, extra } = print.clone();
        FilePrint { words, made_from, extra }
    }

    /// What is printed; nothing if that is no words.
    pub(super) fn into_print(self) -> Option<Print> {
        let FilePrint { words, made_from, extra } = self;
        (!words.trim().is_empty()).then_some(Print { words, made_from, extra })
    }
}
