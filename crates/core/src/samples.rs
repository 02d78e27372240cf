//! Small projects for the tests of this crate.

use std::rc::Rc;

use crate::ids::{CaseId, CodeId, CoderId, CodingId, DocumentId, ProjectId, QuotationId};
use crate::project::{Anchor, Case, Code, Coding, Colour, Document, DocumentKind, Project, Quotation, Source, TextRef};
use crate::rank::Rank;
use crate::text::{Quote, Span, Text, TextHash, count_words};
use crate::time::{Stamp, Timestamp};

fn stamp() -> Stamp {
    Stamp { by: CoderId::from_number(1), at: Timestamp(0) }
}

/// A project of codes by number, name and parent's number (0 for none).
pub fn a_project(codes: &[(u128, &str, u128)]) -> Project {
    let codes = codes.iter().map(|&(n, name, parent)| (CodeId::from_number(n), code(n, name, parent))).collect();
    Project { codes, ..Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0)) }
}

/// A code, ranked by its number; `parent` 0 is none.
pub fn code(n: u128, name: &str, parent: u128) -> Rc<Code> {
    Rc::new(Code {
        id: CodeId::from_number(n),
        name: name.to_owned(),
        parent: (parent > 0).then(|| CodeId::from_number(parent)),
        rank: Rank::nth(n as usize),
        colour: Colour::nth(n as usize),
        definition: String::new(),
        sheet: Default::default(),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    })
}

/// A document of that text, ranked by its number, in no folder.
pub fn document(n: u128, title: &str, text: &Text) -> Document {
    let words = count_words(text.as_str()) as u32;
    let text = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words };
    Document {
        id: DocumentId::from_number(n),
        title: title.to_owned(),
        kind: DocumentKind::Interview,
        folder: None,
        rank: Rank::nth(n as usize),
        text,
        case: None,
        structure: Default::default(),
        source: Source {
            file_name: None,
            format: "text".into(),
            encoding: None,
            imported: text,
            edits: Default::default(),
            original: None,
            extra: Default::default(),
        },
        revisions: Default::default(),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    }
}

/// A quotation of coder 1 with a coding for each code, numbered 100 times the quotation's number and the code's.
pub fn quotation(n: u128, document: u128, span: Span, codes: &[u128]) -> Rc<Quotation> {
    let coding = |&code: &u128| Coding {
        id: CodingId::from_number(n * 100 + code),
        code: CodeId::from_number(code),
        comment: String::new(),
        weight: None,
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    };
    Rc::new(Quotation {
        id: QuotationId::from_number(n),
        document: DocumentId::from_number(document),
        anchor: Anchor::Text(span),
        quote: Quote { exact: "".into(), prefix: "".into(), suffix: "".into() },
        comment: String::new(),
        condensed: String::new(),
        interpretation: String::new(),
        print: None,
        consent: Default::default(),
        codings: codes.iter().map(coding).collect(),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    })
}

/// A case, ranked by its number; `referrer` 0 is none.
pub fn case(n: u128, name: &str, referrer: u128) -> Rc<Case> {
    Rc::new(Case {
        id: CaseId::from_number(n),
        name: name.to_owned(),
        rank: Rank::nth(n as usize),
        values: Default::default(),
        consent: Default::default(),
        referrer: (referrer > 0).then(|| CaseId::from_number(referrer)),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    })
}
