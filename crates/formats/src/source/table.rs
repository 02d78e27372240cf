//! Tables of answers: what they look like, and what people say of their columns.

use serde::{Deserialize, Serialize};

use crate::text_file::Encoding;

/// What a table looks like, before anything is taken out of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableSketch {
    /// Its sheets; one of a text file.
    pub sheets: Vec<Sheet>,
    /// The plan that seems sensible.
    pub suggested: TablePlan,
    /// What its bytes were read in, of a text file.
    pub encoding: Option<Encoding>,
}

/// One sheet of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; empty of a text file.
    pub name: String,
    /// How many rows there are, the first one too.
    pub rows: u32,
    /// The first rows, every cell as it is shown; each as long as the longest one of the sheet.
    pub first: Vec<Vec<String>>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnUse {
    /// Who answers.
    Identifier,
    /// An answer in words, to be coded.
    Answer,
    /// Something known of who answers.
    Attribute,
    /// Who speaks, in a transcript: its words are those of the columns that are answers.
    Speaker,
    /// When it was said, in a transcript.
    Time,
    /// Nothing that is wanted.
    #[default]
    Ignore,
}

/// What becomes one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OneDocumentPer {
    /// All answers of one who answers: a row.
    #[default]
    Respondent,
    /// All answers to one question: a column.
    Question,
    /// All of the sheet is one conversation, a row after the other.
    Transcript,
}

/// What is to be made of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePlan {
    /// Which sheet, from 0.
    pub sheet: u32,
    /// Whether the first row names the columns.
    pub header: bool,
    /// The use of each column, from the first; those beyond the end are ignored.
    pub columns: Vec<ColumnUse>,
    /// What becomes one document.
    pub per: OneDocumentPer,
    /// What stands between the cells of a text file.
    pub delimiter: char,
}
