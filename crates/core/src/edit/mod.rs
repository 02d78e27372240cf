//! Every change to a project is an [`Edit`]: what is meant, with all that it needs (ids, words). One function,
//! [`apply`], carries it out; what it replaced is kept in a [`Change`], so that any edit can be taken back exactly.

mod attributes;
mod cases;
mod change;
mod codebook;
mod codes;
mod consent;
mod documents;
mod draft;
mod guide;
mod memos;
mod order;
mod people;
mod quotations;
mod restore;
mod speech;
mod text;
mod themes;

use serde::{Deserialize, Serialize};

use crate::history::Action;
use crate::ids::{
    AttributeId, CaseId, CodeId, CoderId, CodingId, DocumentId, FolderId, LinkId, MemoId, QuestionId, QuotationId,
    SpeakerId, ThemeId,
};
use crate::project::{
    Asks, AttributeKind, Colour, Consent, Document, DocumentKind, Part, Project, QuotationAt, Relation, Role, Speaker,
    TimeMark, Turn,
};
use crate::text::{Pos, Quote, Span};
use crate::time::Stamp;

pub use change::{Change, Delta, Patch};
pub(crate) use codebook::sound_references;
pub use codebook::{BookChange, CodeField, QuotationField, codes_now};
pub use memos::{MemoField, NewMemo};
pub use restore::Restore;
pub use text::{EditText, TextPlan, Touched, plan_text_edit, text_edit_touches};
pub use themes::ThemeField;

/// What is to be changed in a project.
///
/// Where an edit has `before`, the entity is put ahead of that sibling, and at the end if it is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum Edit {
    /// Gives the project another title.
    RenameProject { title: String },
    /// Lets someone code in the project.
    AddCoder { id: CoderId, name: String },
    /// Gives a coder another name.
    RenameCoder { id: CoderId, name: String },

    /// Makes a folder.
    AddFolder { id: FolderId, name: String, parent: Option<FolderId> },
    /// Gives a folder another name.
    RenameFolder { id: FolderId, name: String },
    /// Puts a folder elsewhere; never into itself.
    MoveFolder { id: FolderId, parent: Option<FolderId>, before: Option<FolderId> },
    /// Removes a folder; what is in it moves up into the folder that it lies in.
    DeleteFolder { id: FolderId },

    /// Brings a document in, at the end of its folder. Its rank and stamp are set here.
    AddDocument(Box<Document>),
    /// Gives a document another title.
    RenameDocument { id: DocumentId, title: String },
    /// Says what sort of material a document is.
    SetDocumentKind { id: DocumentId, kind: DocumentKind },
    /// Puts a document elsewhere.
    MoveDocument { id: DocumentId, folder: Option<FolderId>, before: Option<DocumentId> },
    /// Removes a document with its quotations.
    DeleteDocument { id: DocumentId },
    /// Lets go of the file that a document came out of.
    RemoveOriginal { id: DocumentId },

    /// Says that a document belongs to a case, or to none.
    SetDocumentCase { id: DocumentId, case: Option<CaseId> },
    /// Says which ranges of a document belong to a case of their own, in place of what was said before.
    SetParts { document: DocumentId, parts: Vec<Part> },
    /// Says who speaks where in a document, and when, in place of what was said before.
    SetTurns { document: DocumentId, speakers: Vec<Speaker>, turns: Vec<Turn>, times: Vec<TimeMark> },
    /// Gives a speaker another name.
    RenameSpeaker { document: DocumentId, id: SpeakerId, name: String },
    /// Says whether a speaker asks or is asked.
    SetSpeakerRole { document: DocumentId, id: SpeakerId, role: Role },
    /// Says which case a speaker is, or that it is none.
    SetSpeakerCase { document: DocumentId, id: SpeakerId, case: Option<CaseId> },
    /// Gives all turns of one speaker to another.
    MergeSpeakers { document: DocumentId, from: SpeakerId, into: SpeakerId },
    /// Says what is asked in the turns that begin at these places.
    SetAsked { document: DocumentId, asked: Vec<(Pos, Option<Asks>)> },

    /// Makes a case, at the end.
    AddCase { id: CaseId, name: String },
    /// Gives a case another name.
    RenameCase { id: CaseId, name: String },
    /// Puts a case elsewhere in their order.
    MoveCase { id: CaseId, before: Option<CaseId> },
    /// Removes a case; what belonged to it belongs to none.
    DeleteCase { id: CaseId },
    /// Makes an attribute of cases, at the end.
    AddAttribute { id: AttributeId, name: String, kind: AttributeKind },
    /// Says what is known of a case; nothing, with an empty value.
    SetCaseValue { id: CaseId, attribute: AttributeId, value: String },
    /// Says what is known of many cases at once; nothing, where a value is empty.
    SetCaseValues { values: Vec<CaseValue> },
    /// Changes something of an attribute.
    SetAttribute { id: AttributeId, field: AttributeField },
    /// Removes an attribute with what cases have of it.
    DeleteAttribute { id: AttributeId },
    /// Says what may be done with a case's words.
    SetConsent { id: CaseId, consent: Consent },
    /// Says which case led to another one; never one that it led to itself.
    SetReferrer { id: CaseId, referrer: Option<CaseId> },
    /// Says what may be done with the words of a quotation, in whosever quotations they are.
    SetPassageConsent { id: QuotationId, document: DocumentId, consent: Consent },

    /// Adds a question to the interview guide.
    AddQuestion { id: QuestionId, words: String, before: Option<QuestionId> },
    /// Gives a question of the guide other words.
    RewordQuestion { id: QuestionId, words: String },
    /// Puts a question elsewhere in the guide.
    MoveQuestion { id: QuestionId, before: Option<QuestionId> },
    /// Removes a question from the guide; where it was asked, one was asked that is not in it.
    DeleteQuestion { id: QuestionId },

    /// Makes a code.
    AddCode { id: CodeId, name: String, parent: Option<CodeId>, before: Option<CodeId>, colour: Colour },
    /// Gives a code another name.
    RenameCode { id: CodeId, name: String },
    /// Gives a code another hue.
    RecolourCode { id: CodeId, colour: Colour },
    /// Says what a code stands for.
    DefineCode { id: CodeId, definition: String },
    /// Puts a code elsewhere in the tree; never under itself, and it never merges with another.
    MoveCode { id: CodeId, parent: Option<CodeId>, before: Option<CodeId> },
    /// Removes a code from the codebook and from every quotation; the quotations stay, and codes below it move up.
    DeleteCode { id: CodeId },

    /// Marks a passage.
    MarkQuotation { id: QuotationId, document: DocumentId, span: Span, quote: Quote },
    /// Changes where a quotation begins or ends.
    ResizeQuotation { id: QuotationId, document: DocumentId, span: Span, quote: Quote },
    /// Notes something on a quotation.
    CommentQuotation { id: QuotationId, document: DocumentId, comment: String },
    /// Removes a quotation with its codings.
    DeleteQuotation { id: QuotationId, document: DocumentId },
    /// Puts a code on a quotation.
    ApplyCode { id: CodingId, document: DocumentId, quotation: QuotationId, code: CodeId },
    /// Takes a code off a quotation.
    RemoveCoding { id: CodingId, document: DocumentId, quotation: QuotationId },
    /// Notes why a code is on a quotation.
    CommentCoding { id: CodingId, document: DocumentId, quotation: QuotationId, comment: String },

    /// Writes a memo.
    AddMemo(Box<NewMemo>),
    /// Changes a field of a memo.
    SetMemo { id: MemoId, field: MemoField },
    /// Removes a memo with its versions.
    DeleteMemo { id: MemoId },
    /// Lets a quotation say something of another one; it goes with either.
    AddLink { id: LinkId, from: QuotationAt, to: QuotationAt, relation: Relation },
    /// Says otherwise how two quotations stand to each other.
    SetRelation { id: LinkId, relation: Relation },
    /// Removes a link between quotations.
    DeleteLink { id: LinkId },

    /// Corrects a document's text.
    EditText(Box<EditText>),

    /// Makes the project what it was at a restore point.
    Restore(Box<Restore>),

    /// Says something of a code in the codebook; `why` is kept with the wording that a text had before.
    SetCodeField { id: CodeId, field: CodeField, why: String },
    /// Makes several codes one: what had one of them has that one, what was below them is below it. With `join` their
    /// texts are added to its own.
    MergeCodes { into: CodeId, from: Vec<CodeId>, join: bool, why: String },
    /// Gives codings of one code to another one.
    MoveCodings { from: CodeId, to: CodeId, quotations: Vec<(DocumentId, QuotationId)> },
    /// Changes the codebook as a whole: its levels, its versions.
    ChangeBook(BookChange),
    /// Says what a quotation says or means.
    SetQuotationField { id: QuotationId, document: DocumentId, field: QuotationField },
    /// Says how a quotation is printed; word by word, with no words. What it is made from is noted here.
    SetPrint { id: QuotationId, document: DocumentId, words: Option<String> },
    /// Says by which template it is said who is quoted, in a language (a BCP 47 tag); by none, with an empty one.
    SetAttribution { language: String, template: String },

    /// Makes a theme.
    AddTheme { id: ThemeId, title: String, before: Option<ThemeId> },
    /// Says something of a theme.
    SetTheme { id: ThemeId, field: ThemeField },
    /// Puts a theme elsewhere among the themes.
    MoveTheme { id: ThemeId, before: Option<ThemeId> },
    /// Removes a theme; its codes and quotations stay.
    DeleteTheme { id: ThemeId },
    /// Chooses a quotation for a theme, at the end of its list.
    ChooseQuotation { theme: ThemeId, at: QuotationAt },
    /// Takes a quotation off a theme's list.
    UnchooseQuotation { theme: ThemeId, at: QuotationAt },
    /// Puts a chosen quotation elsewhere in the list.
    MoveChosen { theme: ThemeId, at: QuotationAt, before: Option<QuotationAt> },
    /// Says whether a chosen quotation is to stand in the paper.
    UseInPaper { theme: ThemeId, at: QuotationAt, in_paper: bool },

    /// Says how much a code holds for a quotation.
    WeighCoding { id: CodingId, document: DocumentId, quotation: QuotationId, weight: Option<u8> },
}

/// What is known of one case, for [`Edit::SetCaseValues`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseValue {
    /// The case.
    pub case: CaseId,
    /// Of what.
    pub attribute: AttributeId,
    /// What, as it is written; empty for nothing.
    pub value: String,
}

/// Something of an attribute that can be changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributeField {
    /// Its name.
    Name(String),
    /// What its values are. They stay as they are written.
    Kind(AttributeKind),
    /// What can be chosen.
    Choices(Vec<String>),
    /// Its place: ahead of that one, or at the end.
    Before(Option<AttributeId>),
}

/// A kind of entity, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A coder.
    Coder,
    /// A folder.
    Folder,
    /// A document.
    Document,
    /// A code.
    Code,
    /// A case.
    Case,
    /// An attribute of cases.
    Attribute,
    /// A question of the guide.
    Question,
    /// Someone who speaks in a document.
    Speaker,
    /// A quotation.
    Quotation,
    /// A coding.
    Coding,
    /// A level of codes.
    Level,
    /// A version of the codebook.
    Version,
    /// A memo.
    Memo,
    /// A link between quotations.
    Link,
    /// A theme.
    Theme,
}

/// Why an edit cannot be carried out. The project is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum EditError {
    /// There is none of that id (any more).
    Missing(EntityKind),
    /// There is one of that id already.
    Exists(EntityKind),
    /// A name or title without a visible character.
    EmptyName(EntityKind),
    /// A sibling has that name already.
    NameTaken { name: String },
    /// It would lie inside itself.
    InsideItself(EntityKind),
    /// `before` is not a sibling at the new place.
    NotASibling(EntityKind),
    /// A passage without a character.
    EmptySpan,
    /// A passage that ends after the text.
    BeyondText { end: u32, length: u32 },
    /// The quotation has that code already.
    AlreadyCoded,
    /// A title of nothing.
    EmptyTitle,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// The project is not what it was when the change was prepared.
    NotAsItWas,
    /// No word of so many quotations would be left, and nobody has said that they may go.
    WouldEmpty { quotations: usize },
    /// Turns or parts that overlap, or do not fit the text.
    BadStructure,
    /// A key that no code can have.
    BadKey,
    /// Another code has that key.
    KeyTaken { code: String },
    /// A weight beyond the heaviest.
    BadWeight,
    /// A case would have led to itself, by some steps.
    LedToItself,
    /// Without it words could be quoted that may not be.
    Limited(EntityKind),
}

/// Carries out an edit. `stamp` is who does it, and when.
///
/// Gives the new project, which shares all that was not touched, and what was replaced.
///
/// # Errors
/// See [`EditError`]; nothing is changed then.
pub fn apply(project: &Project, edit: &Edit, stamp: Stamp) -> Result<(Project, Change), EditError> {
    let mut draft = draft::Draft::new(project, stamp);
    let action = carry_out(&mut draft, edit)?;
    Ok(draft.finish(action))
}

fn carry_out(draft: &mut draft::Draft, edit: &Edit) -> Result<Action, EditError> {
    use Edit::*;
    match edit {
        RenameProject { title } => people::rename_project(draft, title),
        AddCoder { id, name } => people::add_coder(draft, *id, name),
        RenameCoder { id, name } => people::rename_coder(draft, *id, name),
        AddFolder { id, name, parent } => documents::add_folder(draft, *id, name, *parent),
        RenameFolder { id, name } => documents::rename_folder(draft, *id, name),
        MoveFolder { id, parent, before } => documents::move_folder(draft, *id, *parent, *before),
        DeleteFolder { id } => documents::delete_folder(draft, *id),
        AddDocument(document) => documents::add(draft, document),
        RenameDocument { id, title } => documents::rename(draft, *id, title),
        SetDocumentKind { id, kind } => documents::set_kind(draft, *id, kind),
        MoveDocument { id, folder, before } => documents::move_to(draft, *id, *folder, *before),
        DeleteDocument { id } => documents::delete(draft, *id),
        RemoveOriginal { id } => documents::remove_original(draft, *id),
        SetDocumentCase { id, case } => cases::set_of_document(draft, *id, *case),
        SetParts { document, parts } => cases::set_parts(draft, *document, parts),
        SetTurns { document, speakers, turns, times } => speech::set(draft, *document, speakers, turns, times),
        RenameSpeaker { document, id, name } => speech::rename(draft, *document, *id, name),
        SetSpeakerRole { document, id, role } => speech::set_role(draft, *document, *id, *role),
        SetSpeakerCase { document, id, case } => speech::set_case(draft, *document, *id, *case),
        MergeSpeakers { document, from, into } => speech::merge(draft, *document, *from, *into),
        SetAsked { document, asked } => speech::set_asked(draft, *document, asked),
        AddCase { id, name } => cases::add(draft, *id, name),
        RenameCase { id, name } => cases::rename(draft, *id, name),
        MoveCase { id, before } => cases::move_to(draft, *id, *before),
        DeleteCase { id } => cases::delete(draft, *id),
        AddAttribute { id, name, kind } => cases::add_attribute(draft, *id, name, kind),
        SetCaseValue { id, attribute, value } => cases::set_value(draft, *id, *attribute, value),
        SetCaseValues { values } => attributes::set_values(draft, values),
        SetAttribute { id, field } => attributes::set(draft, *id, field),
        DeleteAttribute { id } => attributes::delete(draft, *id),
        SetConsent { id, consent } => consent::set_of_case(draft, *id, *consent),
        SetReferrer { id, referrer } => consent::set_referrer(draft, *id, *referrer),
        SetPassageConsent { id, document, consent } => consent::set_of_passage(draft, *document, *id, *consent),
        AddQuestion { id, words, before } => guide::add(draft, *id, words, *before),
        RewordQuestion { id, words } => guide::reword(draft, *id, words),
        MoveQuestion { id, before } => guide::move_to(draft, *id, *before),
        DeleteQuestion { id } => guide::delete(draft, *id),
        AddCode { id, name, parent, before, colour } => codes::add(draft, *id, name, *parent, *before, *colour),
        RenameCode { id, name } => codes::rename(draft, *id, name),
        RecolourCode { id, colour } => codes::recolour(draft, *id, *colour),
        DefineCode { id, definition } => codes::define(draft, *id, definition),
        MoveCode { id, parent, before } => codes::move_to(draft, *id, *parent, *before),
        DeleteCode { id } => codes::delete(draft, *id),
        MarkQuotation { id, document, span, quote } => quotations::mark(draft, *id, *document, *span, quote),
        ResizeQuotation { id, document, span, quote } => quotations::resize(draft, *document, *id, *span, quote),
        CommentQuotation { id, document, comment } => quotations::comment(draft, *document, *id, comment),
        DeleteQuotation { id, document } => quotations::delete(draft, *document, *id),
        ApplyCode { id, document, quotation, code } => quotations::apply_code(draft, *document, *quotation, *id, *code),
        RemoveCoding { id, document, quotation } => quotations::remove_coding(draft, *document, *quotation, *id),
        CommentCoding { id, document, quotation, comment } => {
            quotations::comment_coding(draft, *document, *quotation, *id, comment)
        }
        AddMemo(memo) => memos::add(draft, memo),
        SetMemo { id, field } => memos::set(draft, *id, field),
        DeleteMemo { id } => memos::delete(draft, *id),
        AddLink { id, from, to, relation } => memos::link(draft, *id, *from, *to, relation),
        SetRelation { id, relation } => memos::set_relation(draft, *id, relation),
        DeleteLink { id } => memos::unlink(draft, *id),
        EditText(edit) => text::edit(draft, edit),
        Restore(restore) => restore::restore(draft, restore),
        SetCodeField { id, field, why } => codebook::set_field(draft, *id, field, why),
        MergeCodes { into, from, join, why } => codebook::merge(draft, *into, from, *join, why),
        MoveCodings { from, to, quotations } => codebook::recode(draft, *from, *to, quotations),
        ChangeBook(change) => codebook::change(draft, change),
        SetQuotationField { id, document, field } => codebook::set_of_quotation(draft, *document, *id, field),
        SetPrint { id, document, words } => themes::set_print(draft, *document, *id, words.as_deref()),
        SetAttribution { language, template } => themes::set_attribution(draft, language, template),
        AddTheme { id, title, before } => themes::add(draft, *id, title, *before),
        SetTheme { id, field } => themes::set(draft, *id, field),
        MoveTheme { id, before } => themes::move_to(draft, *id, *before),
        DeleteTheme { id } => themes::delete(draft, *id),
        ChooseQuotation { theme, at } => themes::choose(draft, *theme, *at),
        UnchooseQuotation { theme, at } => themes::unchoose(draft, *theme, *at),
        MoveChosen { theme, at, before } => themes::move_chosen(draft, *theme, *at, *before),
        UseInPaper { theme, at, in_paper } => themes::use_in_paper(draft, *theme, *at, *in_paper),
        WeighCoding { id, document, quotation, weight } => codebook::weigh(draft, *document, *quotation, *id, *weight),
    }
}
