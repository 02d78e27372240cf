//! Strategies and makers for the tests of this folder.

use std::rc::Rc;

use emic_core::ids::{CodeId, CoderId, CodingId, DocumentId, QuotationId};
use emic_core::project::{Anchor, Coding, Quotation};
use emic_core::text::{Quote, Span};
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
        comment: String::new(),
        codings: codes
            .iter()
            .map(|&code| Coding {
                id: CodingId::from_number(n * 100 + code),
                code: CodeId::from_number(code),
                comment: String::new(),
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
