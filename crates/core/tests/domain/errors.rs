//! Every way in which an edit is refused.

use emic_core::edit::EntityKind as Kind;
use emic_core::edit::{Edit, EditError, apply};
use emic_core::ids::{CodeId, CoderId, CodingId, DocumentId, FolderId, QuotationId};
use emic_core::ledger::{Entry, Step};
use emic_core::project::{Colour, DocumentKind, Project};
use emic_core::text::{Quote, Span, Text};

use crate::generate::{WORDS, document, groundwork, stamp, start};

const C: fn(u128) -> CodeId = CodeId::from_number;
const D: fn(u128) -> DocumentId = DocumentId::from_number;
const F: fn(u128) -> FolderId = FolderId::from_number;
const Q: fn(u128) -> QuotationId = QuotationId::from_number;
const K: fn(u128) -> CodingId = CodingId::from_number;
const P: fn(u128) -> CoderId = CoderId::from_number;

/// The groundwork (codes 2 and 3, "Hope" and "Fear", under 1, "Theme"; document 1 with quotations 1 to 3, document 2
/// in folder 1), and folder 2 in folder 1.
fn project() -> Project {
    let more = Edit::AddFolder { id: F(2), name: "Inner".into(), parent: Some(F(1)) };
    let edits = groundwork().into_iter().chain([more]);
    edits.fold((**start().project()).clone(), |project, edit| {
        apply(&project, &edit, stamp(1)).expect("groundwork can be laid").0
    })
}

fn quote() -> Quote {
    Quote::of(&Text::new(WORDS), Span::new(0, 2))
}

fn add_code(id: u128, name: &str, parent: Option<u128>, before: Option<u128>) -> Edit {
    Edit::AddCode { id: C(id), name: name.into(), parent: parent.map(C), before: before.map(C), colour: Colour::nth(0) }
}

fn mark(id: u128, document: u128, start: u32, end: u32) -> Edit {
    Edit::MarkQuotation { id: Q(id), document: D(document), span: Span::new(start, end), quote: quote() }
}

fn resize(id: u128, document: u128, start: u32, end: u32) -> Edit {
    Edit::ResizeQuotation { id: Q(id), document: D(document), span: Span::new(start, end), quote: quote() }
}

#[test]
fn an_impossible_edit_says_why() {
    let project = project();
    let length = Text::new(WORDS).len();
    let blank = || " \u{a0}\t".to_owned();
    let some = || "New".to_owned();
    let taken = |name: &str| EditError::NameTaken { name: name.to_owned() };
    let beyond = |end| EditError::BeyondText { end, length };
    for (edit, expected) in [
        (Edit::RenameProject { title: blank() }, EditError::EmptyTitle),
        (Edit::AddCoder { id: P(1), name: some() }, EditError::Exists(Kind::Coder)),
        (Edit::AddCoder { id: P(9), name: blank() }, EditError::EmptyName(Kind::Coder)),
        (Edit::RenameCoder { id: P(9), name: some() }, EditError::Missing(Kind::Coder)),
        (Edit::RenameCoder { id: P(1), name: blank() }, EditError::EmptyName(Kind::Coder)),
        (Edit::AddFolder { id: F(1), name: some(), parent: None }, EditError::Exists(Kind::Folder)),
        (Edit::AddFolder { id: F(9), name: some(), parent: Some(F(8)) }, EditError::Missing(Kind::Folder)),
        (Edit::AddFolder { id: F(9), name: blank(), parent: None }, EditError::EmptyName(Kind::Folder)),
        (Edit::RenameFolder { id: F(9), name: some() }, EditError::Missing(Kind::Folder)),
        (Edit::RenameFolder { id: F(1), name: blank() }, EditError::EmptyName(Kind::Folder)),
        (Edit::MoveFolder { id: F(9), parent: None, before: None }, EditError::Missing(Kind::Folder)),
        (Edit::MoveFolder { id: F(1), parent: Some(F(9)), before: None }, EditError::Missing(Kind::Folder)),
        (Edit::MoveFolder { id: F(1), parent: Some(F(1)), before: None }, EditError::InsideItself(Kind::Folder)),
        (Edit::MoveFolder { id: F(1), parent: Some(F(2)), before: None }, EditError::InsideItself(Kind::Folder)),
        (Edit::MoveFolder { id: F(2), parent: None, before: Some(F(2)) }, EditError::NotASibling(Kind::Folder)),
        (Edit::DeleteFolder { id: F(9) }, EditError::Missing(Kind::Folder)),
        (Edit::AddDocument(Box::new(document(1, "Again", None))), EditError::Exists(Kind::Document)),
        (Edit::AddDocument(Box::new(document(9, " ", None))), EditError::EmptyName(Kind::Document)),
        (Edit::AddDocument(Box::new(document(9, "New", Some(F(9))))), EditError::Missing(Kind::Folder)),
        (Edit::RenameDocument { id: D(9), title: some() }, EditError::Missing(Kind::Document)),
        (Edit::RenameDocument { id: D(1), title: blank() }, EditError::EmptyName(Kind::Document)),
        (Edit::SetDocumentKind { id: D(9), kind: DocumentKind::Other }, EditError::Missing(Kind::Document)),
        (Edit::MoveDocument { id: D(9), folder: None, before: None }, EditError::Missing(Kind::Document)),
        (Edit::MoveDocument { id: D(1), folder: Some(F(9)), before: None }, EditError::Missing(Kind::Folder)),
        (Edit::MoveDocument { id: D(1), folder: None, before: Some(D(2)) }, EditError::NotASibling(Kind::Document)),
        (Edit::DeleteDocument { id: D(9) }, EditError::Missing(Kind::Document)),
        (add_code(1, "New", None, None), EditError::Exists(Kind::Code)),
        (add_code(9, "", None, None), EditError::EmptyName(Kind::Code)),
        (add_code(9, " tHeMe ", None, None), taken("tHeMe")),
        (add_code(9, "New", Some(8), None), EditError::Missing(Kind::Code)),
        (add_code(9, "New", None, Some(2)), EditError::NotASibling(Kind::Code)),
        (Edit::RenameCode { id: C(9), name: some() }, EditError::Missing(Kind::Code)),
        (Edit::RenameCode { id: C(2), name: "FEAR".into() }, taken("FEAR")),
        (Edit::RenameCode { id: C(2), name: blank() }, EditError::EmptyName(Kind::Code)),
        (Edit::RecolourCode { id: C(9), colour: Colour::nth(1) }, EditError::Missing(Kind::Code)),
        (Edit::DefineCode { id: C(9), definition: some() }, EditError::Missing(Kind::Code)),
        (Edit::MoveCode { id: C(9), parent: None, before: None }, EditError::Missing(Kind::Code)),
        (Edit::MoveCode { id: C(2), parent: Some(C(9)), before: None }, EditError::Missing(Kind::Code)),
        (Edit::MoveCode { id: C(1), parent: Some(C(1)), before: None }, EditError::InsideItself(Kind::Code)),
        (Edit::MoveCode { id: C(1), parent: Some(C(2)), before: None }, EditError::InsideItself(Kind::Code)),
        (Edit::MoveCode { id: C(2), parent: None, before: Some(C(3)) }, EditError::NotASibling(Kind::Code)),
        (Edit::DeleteCode { id: C(9) }, EditError::Missing(Kind::Code)),
        (mark(1, 1, 0, 2), EditError::Exists(Kind::Quotation)),
        (mark(9, 9, 0, 2), EditError::Missing(Kind::Document)),
        (mark(9, 1, 2, 2), EditError::EmptySpan),
        (mark(9, 1, 0, length + 1), beyond(length + 1)),
        (resize(9, 1, 0, 2), EditError::Missing(Kind::Quotation)),
        (resize(1, 2, 0, 2), EditError::Missing(Kind::Quotation)),
        (resize(1, 1, 3, 3), EditError::EmptySpan),
        (resize(1, 1, 3, length + 9), beyond(length + 9)),
        (Edit::CommentQuotation { id: Q(9), document: D(1), comment: some() }, EditError::Missing(Kind::Quotation)),
        (Edit::DeleteQuotation { id: Q(1), document: D(2) }, EditError::Missing(Kind::Quotation)),
        (
            Edit::ApplyCode { id: K(9), document: D(1), quotation: Q(9), code: C(2) },
            EditError::Missing(Kind::Quotation),
        ),
        (Edit::ApplyCode { id: K(9), document: D(1), quotation: Q(1), code: C(9) }, EditError::Missing(Kind::Code)),
        (Edit::ApplyCode { id: K(9), document: D(1), quotation: Q(1), code: C(2) }, EditError::AlreadyCoded),
        (Edit::ApplyCode { id: K(1), document: D(1), quotation: Q(1), code: C(1) }, EditError::Exists(Kind::Coding)),
        (Edit::RemoveCoding { id: K(3), document: D(1), quotation: Q(1) }, EditError::Missing(Kind::Coding)),
        (Edit::RemoveCoding { id: K(1), document: D(2), quotation: Q(1) }, EditError::Missing(Kind::Quotation)),
        (
            Edit::CommentCoding { id: K(9), document: D(1), quotation: Q(1), comment: some() },
            EditError::Missing(Kind::Coding),
        ),
    ] {
        assert_eq!(apply(&project, &edit, stamp(2)).err(), Some(expected), "{edit:?}");
    }
    // Moves that meet a name.
    let project = apply(&project, &add_code(4, "hope", None, None), stamp(1)).unwrap().0;
    let edit = Edit::MoveCode { id: C(4), parent: Some(C(1)), before: None };
    assert_eq!(apply(&project, &edit, stamp(2)).err(), Some(taken("hope")));
}

#[test]
fn a_step_is_done_whole_or_not_at_all() {
    let mut ledger = start();
    let id = emic_core::ids::StepId::from_number(1);
    for entry in [Entry::Undo { id, stamp: stamp(1) }, Entry::Redo { id, stamp: stamp(1) }] {
        assert_eq!(ledger.enter(&entry).err(), Some(EditError::NothingToUndo));
    }
    let before = ledger.clone();
    let edits = vec![add_code(1, "One", None, None), add_code(2, "one", None, None)];
    let refused = ledger.enter(&Entry::Do(Step { id, stamp: stamp(1), edits }));
    assert_eq!(refused.err(), Some(EditError::NameTaken { name: "one".into() }));
    assert_eq!(ledger, before);
}

#[test]
fn a_code_keeps_its_own_name_and_place() {
    let project = project();
    for edit in [
        Edit::RenameCode { id: C(2), name: "HOPE".into() },
        Edit::MoveCode { id: C(2), parent: Some(C(1)), before: None },
        Edit::MoveCode { id: C(2), parent: Some(C(1)), before: Some(C(3)) },
    ] {
        assert!(apply(&project, &edit, stamp(2)).is_ok(), "{edit:?}");
    }
}
