//! Quotations by code as something to read, print or count: Markdown, CSV and HTML.
//!
//! A file is made a part at a time ([`Exporter`]), so that a page stays alive while 20,000 quotations are written. All
//! words in it that are not the researcher's own come from [`Labels`].

pub(crate) mod csv;
mod exporter;
mod gather;
pub(crate) mod html;
pub(crate) mod markdown;
mod parts;

use emic_core::ids::CodeId;
use emic_core::scope::Scope;
use emic_core::text::Direction;

pub use exporter::{Exporter, Step};
pub(crate) use gather::Row;
pub(crate) use html::escaped as html_escaped;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark: a heading for each code, then its quotations. What the researcher wrote is escaped, and never markup.
    Markdown,
    /// RFC 4180 with a row for each coding, and one for each quotation without a code. Every cell is in quotation
    /// marks. A cell that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe before it, so that no spreadsheet
    /// takes it for a formula.
    Csv {
        /// Whether a byte order mark says that it is UTF-8; older Excel needs it.
        bom: bool,
    },
    /// One page without anything from elsewhere, to be printed or pasted into a text processor.
    Html,
    /// A table or a text for the writers of office files: no parts come, see [`Exporter::into_office`].
    Office(Form),
}

/// What an office file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A workbook with the rows of the CSV.
    Sheet,
    /// A document that says what the Markdown does.
    Page,
}

/// Which quotations are written, of those that the scope holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Selection {
    /// All, code by code, and in the end those without a code.
    #[default]
    All,
    /// Those of a code.
    Code {
        /// The code.
        code: CodeId,
        /// Whether those of the codes below it are written as well, each under its own code.
        subcodes: bool,
    },
    /// Those without a code.
    WithoutCode,
}

/// What is written, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// As what.
    pub format: Format,
    /// Which quotations.
    pub selection: Selection,
    /// What of the project is looked at.
    pub scope: Scope,
    /// How many code points of the paragraph are given before and after each quotation; none for 0.
    pub context: u32,
}

/// The words that are not the researcher's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The heading of the whole, such as the project's title.
    pub title: String,
    /// The language of these words, as a BCP 47 tag.
    pub language: String,
    /// Which way these words run.
    pub direction: Direction,
    /// "Code".
    pub code: String,
    /// "Quotation".
    pub quotation: String,
    /// "Text before".
    pub before: String,
    /// "Text after".
    pub after: String,
    /// "Document".
    pub document: String,
    /// "Paragraph".
    pub paragraph: String,
    /// "Speaker".
    pub speaker: String,
    /// "Time", in the recording.
    pub time: String,
    /// "Page".
    pub page: String,
    /// "Comment on the quotation".
    pub quotation_comment: String,
    /// "Comment on the coding".
    pub coding_comment: String,
    /// "Coder".
    pub coder: String,
    /// "Date".
    pub date: String,
    /// "Other codes".
    pub other_codes: String,
    /// The heading of quotations without a code.
    pub without_code: String,
    /// What is said instead if there are no quotations.
    pub nothing: String,
}

/// Between the names of a code and of those above it.
pub const PATH: &str = " › ";

/// Between codes in one cell or line.
pub const LIST: &str = "; ";
