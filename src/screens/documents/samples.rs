//! A small project for the tests of this folder.

use emic_core::edit::{Edit, apply};
use emic_core::ids::{CoderId, DocumentId, FolderId, ProjectId};
use emic_core::project::{Document, DocumentKind, Extra, FieldStamps, Project, Source, TextRef};
use emic_core::rank::Rank;
use emic_core::text::{TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};

use super::node::Node;

pub fn document(number: u128) -> Node {
    Node::Document(DocumentId::from_number(number))
}

pub fn folder(number: u128) -> Node {
    Node::Folder(FolderId::from_number(number))
}

fn stamp() -> Stamp {
    Stamp { by: CoderId::from_number(1), at: Timestamp(0) }
}

/// A document of so many words.
pub fn a_document(number: u128, title: &str, words: u32) -> Document {
    let text = TextRef { hash: TextHash::of(""), length: words * 6, words };
    let (file_name, encoding) = (None, None);
    let source = Source {
        file_name,
        format: "text".into(),
        encoding,
        imported: text,
        edits: TextEdits::default(),
        original: None,
        extra: Extra::new(),
    };
    Document {
        id: DocumentId::from_number(number),
        title: title.to_owned(),
        kind: DocumentKind::Interview,
        folder: None,
        rank: Rank(0),
        text,
        case: None,
        structure: Default::default(),
        source,
        revisions: Default::default(),
        created: stamp(),
        changed: FieldStamps::new(),
        extra: Extra::new(),
    }
}

/// Two folders, the first with P01 and P02; beside them Notes and Article.
pub fn project() -> Project {
    let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
    let first = FolderId::from_number(1);
    let inside = |document: Document| Document { folder: Some(first), ..document };
    for edit in [
        Edit::AddFolder { id: first, name: "First wave".into(), parent: None },
        Edit::AddFolder { id: FolderId::from_number(2), name: "Second wave".into(), parent: None },
        Edit::AddDocument(Box::new(inside(a_document(1, "P01", 300)))),
        Edit::AddDocument(Box::new(inside(a_document(2, "P02", 200)))),
        Edit::AddDocument(Box::new(a_document(3, "Notes", 20))),
        Edit::AddDocument(Box::new(a_document(4, "Article", 5000))),
    ] {
        project = apply(&project, &edit, stamp()).unwrap().0;
    }
    project
}
