use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps, Revision, Structure};
use crate::ids::{CaseId, DocumentId, FolderId};
use crate::rank::Rank;
use crate::text::{Span, TextEdits, TextHash};
use crate::time::Stamp;

/// A text by what it says: the words are kept apart and are loaded when they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextRef {
    /// SHA-256 of its UTF-8 form.
    pub hash: TextHash,
    /// Its length in code points.
    pub length: u32,
    /// How many words it has.
    pub words: u32,
}

/// What sort of material a document is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum DocumentKind {
    /// A transcript of an interview.
    Interview,
    /// A transcript of a group discussion.
    FocusGroup,
    /// Notes from the field.
    FieldNote,
    /// A published text.
    Article,
    /// Answers to a questionnaire.
    Survey,
    /// Anything else.
    Other,
    /// A kind that a newer version knows.
    Unknown(String),
}

impl DocumentKind {
    /// Those that can be chosen.
    pub const ALL: [DocumentKind; 6] = [
        DocumentKind::Interview,
        DocumentKind::FocusGroup,
        DocumentKind::FieldNote,
        DocumentKind::Article,
        DocumentKind::Survey,
        DocumentKind::Other,
    ];

    /// Its name in files.
    pub fn key(&self) -> &str {
        match self {
            DocumentKind::Interview => "interview",
            DocumentKind::FocusGroup => "focus-group",
            DocumentKind::FieldNote => "field-note",
            DocumentKind::Article => "article",
            DocumentKind::Survey => "survey",
            DocumentKind::Other => "other",
            DocumentKind::Unknown(key) => key,
        }
    }
}

impl From<String> for DocumentKind {
    fn from(key: String) -> Self {
        DocumentKind::ALL.into_iter().find(|kind| kind.key() == key).unwrap_or(DocumentKind::Unknown(key))
    }
}

impl From<DocumentKind> for String {
    fn from(kind: DocumentKind) -> Self {
        kind.key().to_owned()
    }
}

/// How a paragraph is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading, from level 1 (the topmost) to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A passage set off as someone else's words.
    Quote,
    /// A row of a table, or a line of one: its cells are apart by a tab.
    TableRow,
    /// A note of the source that stood at the foot of a page or at its end.
    Note,
}

/// A paragraph that is shown other than as a plain one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands in the document's text.
    pub span: Span,
    /// How it is shown.
    pub kind: BlockKind,
    /// Kept from newer files.
    pub extra: Extra,
}

/// Where a document came from, and how its text came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The name of the file, if it was one and was not pasted.
    pub file_name: Option<String>,
    /// The file's format, such as "text" or "markdown".
    pub format: String,
    /// The encoding that its bytes were read with.
    pub encoding: Option<String>,
    /// The text as imported.
    pub imported: TextRef,
    /// The edits that lead from the text as imported to the document's text.
    pub edits: TextEdits,
    /// The file as it was, if it was kept.
    #[serde(default)]
    pub original: Option<Original>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// A file that a document came out of, kept as it was. Its bytes are stored apart, in one browser, and are in no project
/// file: they may not be there. Its name is [`Source::file_name`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Original {
    /// SHA-256 of its bytes.
    pub hash: TextHash,
    /// How many bytes it has.
    pub bytes: u64,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Document {
    /// The file that was kept, by its hash.
    pub fn original(&self) -> Option<TextHash> {
        self.source.original.as_ref().map(|original| original.hash)
    }
}

/// A source that is read and coded: a transcript, a field note, an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Its title; never empty.
    pub title: String,
    /// What sort of material it is.
    pub kind: DocumentKind,
    /// The folder it lies in.
    pub folder: Option<FolderId>,
    /// Its place in the folder.
    pub rank: Rank,
    /// Its canonical text: what positions count in.
    pub text: TextRef,
    /// The case that all of it belongs to, but for parts and speakers that have one of their own.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// What stands in its text beside the words.
    #[serde(flatten)]
    pub structure: Rc<Structure>,
    /// Where it came from.
    pub source: Source,
    /// What was corrected in its text since, the earliest first.
    #[serde(default)]
    pub revisions: Vec<Rc<Revision>>,
    /// Who brought it in, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

/// A folder of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Folder {
    /// Its identity.
    pub id: FolderId,
    /// Its name; never empty.
    pub name: String,
    /// The folder it lies in.
    pub parent: Option<FolderId>,
    /// Its place there.
    pub rank: Rank,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}
