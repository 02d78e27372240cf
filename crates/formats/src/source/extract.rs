//! One text that was taken out of a file.

use emic_core::project::{DocumentKind, Structure};
use emic_core::text::{Span, Text};
use serde::{Deserialize, Serialize};

use super::Format;
use crate::text_file::{DecodeIssue, Encoding, title_from};

/// A text with all that stood beside its words. Positions are code points of `text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extract {
    /// The format that it was read as.
    pub format: Format,
    /// What the file itself calls it, if it does.
    pub title: Option<String>,
    /// The canonical text: paragraphs apart by a line feed.
    pub text: String,
    /// What stands beside the words. Its speakers and turns are empty: they are found of the text and the voices.
    pub structure: Structure,
    /// Who speaks where, as far as the format itself says it.
    pub voices: Vec<Voice>,
    /// Comments that stood on passages.
    pub remarks: Vec<Remark>,
    /// What a table says of the respondent: the column's name, and the value.
    pub attributes: Vec<(String, String)>,
    /// What of the file is not in the text, and how often.
    pub left_out: Vec<(LeftOut, u32)>,
    /// What its bytes were read in, if that was a question.
    pub encoding: Option<Encoding>,
    /// What people should know of how it was decoded.
    pub issues: Vec<DecodeIssue>,
    /// What can be read otherwise in this file, so that the choice is offered.
    pub aspects: Vec<Aspect>,
}

impl Extract {
    /// A text with nothing beside it.
    pub fn plain(format: Format, text: String) -> Extract {
        Extract {
            format,
            title: None,
            text,
            structure: Structure::default(),
            voices: Vec::new(),
            remarks: Vec::new(),
            attributes: Vec::new(),
            left_out: Vec::new(),
            encoding: None,
            issues: Vec::new(),
            aspects: Vec::new(),
        }
    }

    /// The title that is offered for a text of a file of that name. A file says of itself what it was once called, if at
    /// all; people know it by its name. But of several texts of one file, and of pages, what they say is better.
    pub fn offered_title(&self, file_name: &str, text: &Text) -> String {
        let own = self.title.clone().filter(|title| !title.trim().is_empty());
        let says = matches!(self.format, Format::Csv | Format::Xlsx | Format::Ods | Format::Epub | Format::Html);
        own.filter(|_| says).unwrap_or_else(|| title_from(file_name, text))
    }

    /// The kind of material that such a file usually is.
    pub fn offered_kind(&self) -> DocumentKind {
        match self.format {
            Format::Csv | Format::Xlsx | Format::Ods => DocumentKind::Survey,
            Format::Html | Format::Epub => DocumentKind::Article,
            _ => DocumentKind::Interview,
        }
    }
}

/// Words of which the format says who speaks them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The words.
    pub span: Span,
    /// The speaker as the file names them.
    pub name: String,
}

/// A comment on a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The passage.
    pub span: Span,
    /// What it says.
    pub words: String,
    /// Who wrote it, if that is known.
    pub author: Option<String>,
}

/// What of a file does not become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LeftOut {
    /// A picture or drawing.
    Picture,
    /// A chart or another embedded object.
    Object,
    /// Sound or film.
    Media,
    /// A formula.
    Formula,
    /// The header or footer of pages.
    HeaderOrFooter,
    /// Words that the file hides.
    Hidden,
    /// Words that tracked changes remove (or add, if they are rejected).
    TrackedChange,
    /// A program or style sheet.
    Script,
    /// A field of a form.
    FormField,
    /// A mark or note that was drawn over pages.
    Annotation,
    /// A page without text.
    BlankPage,
    /// An entry of an archive, or a sheet, that was not chosen.
    NotChosen,
    /// An empty answer.
    EmptyAnswer,
    /// A comment of a subtitle file.
    Comment,
    /// A page or another part that is damaged.
    Damaged,
}

/// What can be read in more ways than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aspect {
    /// There are tracked changes: [`super::Wishes::tracked`].
    TrackedChanges,
    /// It was decoded: [`super::Wishes::encoding`].
    Encoding,
}
