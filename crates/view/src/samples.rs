//! Strategies and makers for the tests of this crate.

use std::rc::Rc;

use emic_core::ids::{AttributeId, CaseId, CodeId, CoderId, CodingId, DocumentId, FolderId, ProjectId, QuotationId};
use emic_core::project::{
    Anchor, Attribute, AttributeKind, Block, Case, Code, Coding, Colour, Document, DocumentKind, Project, Quotation,
    Source, TextRef,
};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Span, Text, TextHash, count_words};
use emic_core::time::{Stamp, Timestamp};
use proptest::prelude::*;

const PIECES: &[&str] =
    &["a", "word ", " ", "\n", "\n\n", "e\u{301}", "é", "مرحبا ", "كِتَابٌ", "👩🏽‍⚕️", "🇸🇾", "𝄞", "日本", "x. "];

/// Short texts with short paragraphs and characters of every width.
pub fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Somebody at some time.
pub fn stamp() -> Stamp {
    Stamp { by: CoderId::from_number(1), at: Timestamp(0) }
}

/// A quotation with one coding for each code.
pub fn quotation(n: u128, span: Span, codes: &[u128]) -> Rc<Quotation> {
    Rc::new(Quotation {
        id: QuotationId::from_number(n),
        document: DocumentId::from_number(1),
        anchor: Anchor::Text(span),
        quote: Quote { exact: "".into(), prefix: "".into(), suffix: "".into() },
        consent: Default::default(),
        comment: String::new(),
        condensed: String::new(),
        interpretation: String::new(),
        print: None,
        codings: codes
            .iter()
            .map(|&code| Coding {
                id: CodingId::from_number(n * 100 + code),
                code: CodeId::from_number(code),
                comment: String::new(),
                weight: None,
                created: stamp(),
                changed: Default::default(),
                extra: Default::default(),
            })
            .collect(),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    })
}

/// A code of that name; `parent` 0 is none. It is ranked by its number.
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

/// An empty project.
pub fn project() -> Project {
    Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0))
}

/// A project of codes by number, name and parent's number (0 for none).
pub fn project_of_codes(codes: &[(u128, &str, u128)]) -> Project {
    let codes = codes.iter().map(|&(n, name, parent)| (CodeId::from_number(n), code(n, name, parent))).collect();
    Project { codes, ..project() }
}

/// A document of that text, ranked by its number; `folder` 0 is none.
pub fn document(n: u128, title: &str, folder: u128, text: &Text, blocks: Vec<Block>) -> Document {
    let words = count_words(text.as_str()) as u32;
    let text = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words };
    Document {
        id: DocumentId::from_number(n),
        title: title.to_owned(),
        kind: DocumentKind::Interview,
        folder: (folder > 0).then(|| FolderId::from_number(folder)),
        rank: Rank::nth(n as usize),
        text,
        case: None,
        structure: Rc::new(blocks.into()),
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

/// Three cases: P1, a nurse of 10; P2, of 9; P3, a nurse. Gives the attributes as well: age, and work.
pub fn cases() -> (Project, AttributeId, AttributeId) {
    let mut project = Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0));
    let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
    let (age, work) = (AttributeId::from_number(1), AttributeId::from_number(2));
    for (n, (id, name, kind)) in
        [(age, "Age", AttributeKind::Number), (work, "Work", AttributeKind::Text)].into_iter().enumerate()
    {
        let (choices, changed, extra) = Default::default();
        let rank = Rank::nth(n);
        let attribute = Attribute { id, name: name.into(), kind, choices, rank, created, changed, extra };
        project.attributes.set(id, Some(Rc::new(attribute)));
    }
    for (n, (years, job)) in [("10", "nurse"), ("9", ""), ("", "Nurse")].into_iter().enumerate() {
        let id = CaseId::from_number(n as u128 + 1);
        let (consent, referrer, changed, extra) = Default::default();
        let values = [(age, years), (work, job)].into_iter().filter(|(_, value)| !value.is_empty());
        let values = values.map(|(id, value)| (id, value.to_owned())).collect();
        let (name, rank) = (format!("P{}", n + 1), Rank::nth(n));
        let case = Case { id, name, rank, values, consent, referrer, created, changed, extra };
        project.cases.set(id, Some(Rc::new(case)));
    }
    (project, age, work)
}
