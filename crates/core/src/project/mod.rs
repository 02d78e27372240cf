//! What a project is made of. Everything here is a value: an edit makes a new `Project` that shares what it did not
//! touch with the old one.

mod case;
mod code;
mod codebook;
mod coder;
mod document;
mod guide;
mod memo;
mod quotation;
mod revision;
mod spoken;
mod structure;
mod table;
mod theme;
mod tree;

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::ids::{
    AttributeId, CaseId, CodeId, CoderId, DocumentId, FolderId, LinkId, MemoId, ProjectId, QuestionId, QuotationId,
    ThemeId,
};
use crate::time::Timestamp;

pub use case::{Attribute, AttributeKind, Case, Consent};
pub use code::{Code, Colour};
pub use codebook::{
    BookVersion, CodeSheet, CodeText, Codebook, Example, Former, Level, MAX_WEIGHT, Origin, Status, VersionCode,
    is_code_key,
};
pub use coder::Coder;
pub use document::{Block, BlockKind, Document, DocumentKind, Folder, Original, Source, TextRef};
pub use guide::Question;
pub use memo::{
    About, Link, Memo, MemoKind, MemoVersion, QuotationAt, Relation, Subject, WordsLink, link_words, links_in,
};
pub use quotation::{Anchor, Coding, Quotation, QuotationList};
pub use revision::{Revision, revisions_that_fit};
pub use spoken::Said;
pub use structure::{Asked, Asks, Page, Part, Role, Speaker, Structure, Style, Styled, TimeMark, Turn};
pub use table::Table;
pub use theme::{Chosen, Print, Theme};
pub use tree::TreeItem;

/// Fields of a newer file that this version does not know. They are kept and written back.
pub type Extra = BTreeMap<String, serde_json::Value>;

/// When and by whom a field was last changed after its entity was made, by the field's name in the file. Copies that
/// went apart can be merged field by field with it.
pub type FieldStamps = BTreeMap<String, crate::time::Stamp>;

/// What a project says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Its title.
    pub title: String,
    /// When it was made.
    pub created: Timestamp,
    /// Its codebook, apart from the codes.
    #[serde(default)]
    pub book: Rc<Codebook>,
    /// How it is said who is quoted: templates (see [`crate::paper::Template`]) by the language of the paper, as a BCP 47
    /// tag. An empty one is not here.
    #[serde(default)]
    pub attributions: BTreeMap<String, String>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// A project: sources, codes, and what was coded, without its texts (see [`TextRef`]) and without its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// Its identity, the same in every copy.
    pub id: ProjectId,
    /// What it says of itself.
    pub meta: Rc<Meta>,
    /// Who codes.
    pub coders: Table<CoderId, Coder>,
    /// Folders of documents.
    pub folders: Table<FolderId, Folder>,
    /// The documents.
    pub documents: Table<DocumentId, Document>,
    /// The codes.
    pub codes: Table<CodeId, Code>,
    /// Who or what is studied.
    pub cases: Table<CaseId, Case>,
    /// What is known of cases.
    pub attributes: Table<AttributeId, Attribute>,
    /// The interview guide.
    pub questions: Table<QuestionId, Question>,
    /// The quotations of each document that has any, in reading order.
    pub quotations: Table<DocumentId, QuotationList>,
    /// What is written about it.
    pub memos: Table<MemoId, Memo>,
    /// What quotations say of each other.
    pub links: Table<LinkId, Link>,
    /// What it comes to.
    pub themes: Table<ThemeId, Theme>,
}

impl Project {
    /// A project with nothing in it.
    pub fn new(id: ProjectId, title: String, created: Timestamp) -> Project {
        Project {
            id,
            meta: Rc::new(Meta {
                title,
                created,
                book: Rc::default(),
                attributions: BTreeMap::new(),
                extra: Extra::new(),
            }),
            coders: Table::default(),
            folders: Table::default(),
            documents: Table::default(),
            codes: Table::default(),
            cases: Table::default(),
            attributes: Table::default(),
            questions: Table::default(),
            quotations: Table::default(),
            memos: Table::default(),
            links: Table::default(),
            themes: Table::default(),
        }
    }

    /// The quotations of a document in reading order; an empty list if it has none.
    pub fn quotations_in(&self, document: DocumentId) -> QuotationList {
        self.quotations.get(&document).map(|list| (**list).clone()).unwrap_or_default()
    }

    /// A quotation of a document.
    pub fn quotation(&self, document: DocumentId, id: QuotationId) -> Option<&Rc<Quotation>> {
        self.quotations.get(&document)?.get(id)
    }

    /// How many quotations all documents have.
    pub fn quotation_count(&self) -> usize {
        self.quotations.values().map(|list| list.len()).sum()
    }

    /// The documents in a folder (or in none) in their order.
    pub fn documents_in(&self, folder: Option<FolderId>) -> Vec<&Rc<Document>> {
        let mut found: Vec<_> = self.documents.values().filter(|document| document.folder == folder).collect();
        crate::sorting::sort_by_key(&mut found, |document| (document.rank, document.id));
        found
    }

    /// The folders in a folder (or at the top) in their order.
    pub fn folders_in(&self, parent: Option<FolderId>) -> Vec<&Rc<Folder>> {
        let mut found: Vec<_> = self.folders.values().filter(|folder| folder.parent == parent).collect();
        crate::sorting::sort_by_key(&mut found, |folder| (folder.rank, folder.id));
        found
    }

    /// The codes directly under a code (or at the top) in their order.
    pub fn codes_under(&self, parent: Option<CodeId>) -> Vec<&Rc<Code>> {
        let mut found: Vec<_> = self.codes.values().filter(|code| code.parent == parent).collect();
        crate::sorting::sort_by_key(&mut found, |code| (code.rank, code.id));
        found
    }

    /// The cases in their order.
    pub fn cases_in_order(&self) -> Vec<&Rc<Case>> {
        let mut found: Vec<_> = self.cases.values().collect();
        crate::sorting::sort_by_key(&mut found, |case| (case.rank, case.id));
        found
    }

    /// The attributes in their order.
    pub fn attributes_in_order(&self) -> Vec<&Rc<Attribute>> {
        let mut found: Vec<_> = self.attributes.values().collect();
        crate::sorting::sort_by_key(&mut found, |attribute| (attribute.rank, attribute.id));
        found
    }

    /// The themes in their order.
    pub fn themes_in_order(&self) -> Vec<&Rc<Theme>> {
        let mut found: Vec<_> = self.themes.values().collect();
        crate::sorting::sort_by_key(&mut found, |theme| (theme.rank, theme.id));
        found
    }

    /// The interview guide: its questions in their order.
    pub fn guide(&self) -> Vec<&Rc<Question>> {
        let mut found: Vec<_> = self.questions.values().collect();
        crate::sorting::sort_by_key(&mut found, |question| (question.rank, question.id));
        found
    }

    /// The names from the topmost theme down to the code itself.
    pub fn code_path(&self, id: CodeId) -> Vec<&str> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(code) = next.and_then(|id| self.codes.get(&id)) {
            if path.len() > self.codes.len() {
                break;
            }
            path.push(code.name.as_str());
            next = code.parent;
        }
        path.reverse();
        path
    }

    /// Whether `inner` is `outer` or stands anywhere below it.
    pub fn code_is_within(&self, inner: CodeId, outer: CodeId) -> bool {
        let mut next = Some(inner);
        let mut steps = 0;
        while let Some(id) = next {
            if id == outer {
                return true;
            }
            steps += 1;
            if steps > self.codes.len() {
                return false;
            }
            next = self.codes.get(&id).and_then(|code| code.parent);
        }
        false
    }
}
