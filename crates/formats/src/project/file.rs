//! The types of the file, field by field in the order in which they are written.
//!
//! What is empty is not written. Every object keeps the fields that it does not know in `extra`; what has no room for
//! unknown fields (times, spans, stamps, edits) is a string or an array.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::history::ActionKind;
use emic_core::ids::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, DocumentId, FolderId, LevelId, ProjectId, QuestionId, QuotationId,
    SpeakerId, StepId, VersionId,
};
use emic_core::project::{AttributeKind, Colour, Consent, DocumentKind, Extra, Origin, Role, Status, Style};
use emic_core::text::TextHash;
use serde::{Deserialize, Serialize};

pub use super::memo::{FileAbout, FileLink, FileMemo, FileMemoVersion};
pub use super::theme::{FileChosen, FilePrint, FileTheme};
use super::time::FileTime;

/// When and by whom a field was last changed.
pub type FileStamps = BTreeMap<String, (FileTime, CoderId)>;

/// Start and end of a span in code points of the document's text; the end is not part of it.
pub type FileSpan = [u32; 2];

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileProject {
    pub format: String,
    pub version: u32,
    pub min_reader: u32,
    #[serde(default)]
    pub app: String,
    pub id: ProjectId,
    pub title: String,
    pub created: FileTime,
    #[serde(default)]
    pub coders: Vec<FileCoder>,
    #[serde(default)]
    pub folders: Vec<FileFolder>,
    #[serde(default)]
    pub documents: Vec<FileDocument>,
    #[serde(default)]
    pub codes: Vec<FileCode>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<FileAttribute>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<FileCase>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide: Vec<FileQuestion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<FileLevel>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codebook_versions: Vec<FileBookVersion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub memos: Vec<FileMemo>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<FileLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<FileTheme>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributions: Vec<(String, String)>,
    #[serde(default)]
    pub quotations: Vec<FileQuotation>,
    #[serde(default)]
    pub history: Vec<FileStep>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a project has once, without documents, quotations and history: one piece of what is kept in the browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in FileProject")]
pub struct FileHead {
    pub id: ProjectId,
    pub title: String,
    pub created: FileTime,
    pub coders: Vec<FileCoder>,
    pub folders: Vec<FileFolder>,
    pub codes: Vec<FileCode>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<FileAttribute>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<FileCase>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide: Vec<FileQuestion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<FileLevel>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codebook_versions: Vec<FileBookVersion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub memos: Vec<FileMemo>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<FileLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<FileTheme>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributions: Vec<(String, String)>,
    #[serde(flatten)]
    pub extra: Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn quotable(consent: &Consent) -> bool {
    consent.may_be_quoted()
}

/// Something that is known of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileAttribute {
    pub id: AttributeId,
    pub name: String,
    pub kind: AttributeKind,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    pub rank: u64,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Who or what is studied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileCase {
    pub id: CaseId,
    pub name: String,
    pub rank: u64,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<AttributeId, String>,
    #[serde(default, skip_serializing_if = "quotable")]
    pub consent: Consent,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referrer: Option<CaseId>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A question of the interview guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileQuestion {
    pub id: QuestionId,
    pub words: String,
    pub rank: u64,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Someone who codes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileCoder {
    pub id: CoderId,
    pub name: String,
    pub created: FileTime,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A folder of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileFolder {
    pub id: FolderId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<FolderId>,
    pub rank: u64,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A document. Its texts are here in a file, and apart in the browser's storage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileDocument {
    pub id: DocumentId,
    pub title: String,
    pub kind: DocumentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<FolderId>,
    pub rank: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<TextHash>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Rc<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<FileBlock>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<(u32, u32, Style)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<(u32, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<FileSpeaker>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<FileTurn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FilePart>,
    pub source: FileSource,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<FileRevision>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One correction of a document's text, by the edits that take it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileRevision {
    pub at: FileTime,
    pub by: CoderId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    pub back: Vec<(u32, u32, Rc<str>)>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Someone who speaks in a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileSpeaker {
    pub id: SpeakerId,
    pub name: String,
    #[serde(default)]
    pub role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What one person says until the next one speaks. `words` is where what is said begins, after the label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileTurn {
    pub span: FileSpan,
    pub words: u32,
    pub speaker: SpeakerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<FileAsks>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The question that is asked in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileAsks {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nothing: bool,
    #[serde(default)]
    pub confirmed: bool,
}

/// A range of a document that belongs to a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FilePart {
    pub span: FileSpan,
    pub case: CaseId,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A paragraph that is not plain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileBlock {
    pub span: FileSpan,
    pub kind: FileBlockKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a paragraph is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub enum FileBlockKind {
    Heading,
    ListItem,
    Quote,
    TableRow,
    Note,
}

/// Where a document came from. `imported` is left out if it is the text itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileSource {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    pub format: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Rc<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<(u32, u32, Rc<str>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<FileOriginal>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The file that a document came out of. Its bytes are not in a project file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileOriginal {
    pub sha256: TextHash,
    pub bytes: u64,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileCode {
    pub id: CodeId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CodeId>,
    pub rank: u64,
    pub hue: Colour,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub full: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub use_when: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_when: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<FileExample>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<char>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<LevelId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_under: Vec<CodeId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FileFormer>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A quotation that shows what a code is: its document, itself, and which way.
pub type FileExample = (DocumentId, QuotationId, FileExampleKind);

/// What a quotation shows of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub enum FileExampleKind {
    Typical,
    Borderline,
}

/// What a level of codes is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileLevel {
    pub id: LevelId,
    pub name: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A wording of a code's text that was replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileFormer {
    pub text: FileCodeText,
    pub words: String,
    pub at: FileTime,
    pub by: CoderId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A text that says how a code is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub enum FileCodeText {
    Definition,
    Full,
    UseWhen,
    NotWhen,
}

/// How the codebook stood at a time that was given a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileBookVersion {
    pub id: VersionId,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default)]
    pub codes: Vec<FileVersionCode>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code as it stood in a version of the codebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileVersionCode {
    pub id: CodeId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<CodeId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub level: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<FileCodeText, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A quotation with the codes on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileQuotation {
    pub id: QuotationId,
    pub document: DocumentId,
    pub span: FileSpan,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub exact: Rc<str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub prefix: Rc<str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub suffix: Rc<str>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condensed: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub interpretation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub print: Option<FilePrint>,
    #[serde(default, skip_serializing_if = "quotable")]
    pub consent: Consent,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codings: Vec<FileCoding>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One code on one quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileCoding {
    pub id: CodingId,
    pub code: CodeId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u8>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A step of the history. Of `undoes` and `redoes` at most one is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileStep {
    pub id: StepId,
    pub at: FileTime,
    pub by: CoderId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<StepId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<StepId>,
    #[serde(default)]
    pub actions: Vec<FileAction>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileAction {
    pub kind: ActionKind,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    #[serde(flatten)]
    pub extra: Extra,
}
