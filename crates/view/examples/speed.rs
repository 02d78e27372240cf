//! How long the reader's models take on a document of 1,000,000 characters with 5,000 quotations.
//!
//! `cargo run --release -p emic-view --example speed`

use std::rc::Rc;
use std::time::{Duration, Instant};

use emic_core::ids::{CodeId, CoderId, CodingId, DocumentId, QuotationId};
use emic_core::project::{
    Anchor, Code, Coding, Colour, Document, DocumentKind, Quotation, QuotationList, Source, Table, TextRef,
};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Span, Text, TextHash};
use emic_core::time::{Stamp, Timestamp};
use emic_view::reader::{DocumentView, Lanes, Stripe, StripeBox, place_labels};

const CHARACTERS: usize = 1_000_000;
const QUOTATIONS: u32 = 5_000;
const CODES: u32 = 60;

fn main() {
    let words = "They asked us to wait by the fence and nobody said for how long; كُنّا ننتظر. ";
    let paragraph = words.repeat(5);
    let count = CHARACTERS / (paragraph.chars().count() + 1);
    let text = Text::new(vec![paragraph.trim_end(); count].join("\n"));
    println!("{} characters, {} paragraphs, {QUOTATIONS} quotations", text.len(), text.paragraphs().len());
    let document = document(&text);
    let codes: Table<CodeId, Code> = (0..CODES).map(|n| (CodeId::from_number(n.into()), Rc::new(code(n)))).collect();
    let all: Vec<_> = (0..QUOTATIONS).map(|n| Rc::new(quotation(n, place(n, text.len()), n % CODES))).collect();
    let list = QuotationList::from_unsorted(all);

    let mut view = DocumentView::new(&text, &document);
    report("a new view", 20, || {
        view = DocumentView::new(&text, &document);
    });
    report("the first update", 20, || {
        view = DocumentView::new(&text, &document);
        view.update(&list, &codes);
    });
    report("one section, first time", 1, || drop(view.section(60)));
    report("all sections, first time", 1, || (0..view.sections().len()).for_each(|n| drop(view.section(n))));

    let mut lists = [0, 1].map(|n| {
        let id = QuotationId::from_number(9_999_999);
        let span = Span::new(text.len() / 2 + n, text.len() / 2 + 90);
        let mut quotation = quotation(0, span, n);
        quotation.id = id;
        list.with(id, Some(Rc::new(quotation)))
    });
    report("an edit in the middle: the list", 200, || drop(lists[0].with(QuotationId::from_number(77), None)));
    report("an edit in the middle: update", 200, || {
        lists.swap(0, 1);
        view.update(&lists[0], &codes);
    });
    report("an edit in the middle: update and its sections", 200, || {
        lists.swap(0, 1);
        let touched = view.update(&lists[0], &codes);
        touched.sections.iter().for_each(|n| drop(view.section(*n)));
    });
    let mut hues = [0, 1].map(|hue| {
        let mut codes = codes.clone();
        codes.set(CodeId::from_number(5), Some(Rc::new(Code { colour: Colour::nth(hue), ..code(5) })));
        codes
    });
    report("another hue for a code: update and its sections", 50, || {
        hues.swap(0, 1);
        let touched = view.update(&list, &hues[0]);
        touched.sections.iter().for_each(|n| drop(view.section(*n)));
    });

    let stripes: Vec<Stripe> = (0..QUOTATIONS)
        .map(|n| {
            let span = place(n, text.len());
            let code = Some(CodeId::from_number((n % CODES).into()));
            let (top, bottom) = (span.start.0 as i32 / 3, span.end.0 as i32 / 3);
            Stripe { id: QuotationId::from_number(n.into()), code, top, bottom }
        })
        .collect();
    let mut lanes = Lanes::new(6);
    report("lanes of the whole document, again", 20, || drop(lanes.place(&stripes)));
    let boxes: Vec<StripeBox> = (0..200u32)
        .map(|n| {
            let top = (n * 37 % 900) as f32;
            StripeBox { id: QuotationId::from_number(n.into()), top, bottom: top + 80.0, lane: n as usize % 6 }
        })
        .collect();
    report("200 labels on a page", 200, || drop(place_labels(&boxes, 18.0, 18.0)));
}

/// The middle and the worst of several times.
fn report(what: &str, times: usize, mut run: impl FnMut()) {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort();
    let (middle, worst) = (taken[times / 2], taken[times - 1]);
    println!("{what:<50} {:>9.3} ms   worst {:>9.3} ms", middle.as_secs_f64() * 1e3, worst.as_secs_f64() * 1e3);
}

/// Mostly passages of a line or some, one in a hundred of many paragraphs, one of the whole text.
fn place(n: u32, length: u32) -> Span {
    if n == 0 {
        return Span::new(0, length);
    }
    let start = n.wrapping_mul(2_654_435_761) % (length - 6_000);
    Span::new(start, start + if n.is_multiple_of(100) { 5_000 } else { 20 + n % 280 })
}

fn stamp() -> Stamp {
    Stamp { by: CoderId::from_number(1), at: Timestamp(0) }
}

fn code(n: u32) -> Code {
    Code {
        id: CodeId::from_number(n.into()),
        name: format!("code {n}"),
        parent: None,
        rank: Rank::nth(n as usize),
        colour: Colour::nth(n as usize),
        definition: String::new(),
        sheet: Default::default(),
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    }
}

fn quotation(n: u32, span: Span, code: u32) -> Quotation {
    Quotation {
        id: QuotationId::from_number(n.into()),
        document: DocumentId::from_number(1),
        anchor: Anchor::Text(span),
        quote: Quote { exact: "".into(), prefix: "".into(), suffix: "".into() },
        consent: Default::default(),
        comment: String::new(),
        condensed: String::new(),
        interpretation: String::new(),
        print: None,
        codings: vec![Coding {
            id: CodingId::from_number(n.into()),
            code: CodeId::from_number(code.into()),
            comment: String::new(),
            weight: None,
            created: stamp(),
            changed: Default::default(),
            extra: Default::default(),
        }],
        created: stamp(),
        changed: Default::default(),
        extra: Default::default(),
    }
}

fn document(text: &Text) -> Document {
    let text = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words: 0 };
    Document {
        id: DocumentId::from_number(1),
        title: "Speed".into(),
        kind: DocumentKind::Interview,
        folder: None,
        rank: Rank::nth(0),
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
