//! Quotations written as Markdown, CSV and HTML. Each folder in `tests/quotations` is a case; its files are what comes
//! out. `EMIC_BLESS=1 cargo test -p emic-formats` writes them anew, to be read before committing.

#![allow(clippy::unwrap_used)] // A missing fixture must fail the test.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use emic_core::edit::{Edit, apply};
use emic_core::ids::{CodeId, CoderId, CodingId, DocumentId, ProjectId, QuotationId, SpeakerId};
use emic_core::project::{
    Colour, Consent, Document, DocumentKind, Page, Project, Role, Source, Speaker, Structure, TextRef, TimeMark, Turn,
};
use emic_core::rank::Rank;
use emic_core::scope::Scope;
use emic_core::text::{Direction, Pos, Quote, Span, Text, TextHash, count_words};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::office::{Block, Office};
use emic_formats::quotations::{Exporter, Form, Format, Labels, Options, Selection, Step};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

type Texts = BTreeMap<TextHash, Text>;

const FIRST: &str = "Interview 1\n\nI: Why did you leave?\nP01: =SUM(A1) the \"road\", it was closed.\n1. We were afraid </p><script>alert('x')</script> & **tired**.\n\n- And then?";
const SECOND: &str = "س: لماذا رحلتم؟\nج: خرجنا ليلاً لأنّ الطريق مغلق.";

struct Study {
    project: Project,
    texts: Texts,
    next: u128,
}

impl Study {
    fn edit(&mut self, edit: &Edit, coder: u128) {
        let stamp = Stamp { by: CoderId::from_number(coder), at: Timestamp(1_795_000_000_000) };
        self.project = apply(&self.project, edit, stamp).unwrap().0;
    }

    fn document(&mut self, n: u128, title: &str, text: &str) {
        let text = Text::new(text);
        let words = count_words(text.as_str()) as u32;
        let of = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words };
        self.texts.insert(of.hash, text);
        let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let source = Source {
            file_name: None,
            format: "text".into(),
            encoding: None,
            imported: of,
            edits: Default::default(),
            original: None,
            extra: Default::default(),
        };
        let document = Document {
            id: DocumentId::from_number(n),
            title: title.into(),
            kind: DocumentKind::Interview,
            folder: None,
            rank: Rank::nth(n as usize),
            text: of,
            case: None,
            structure: Default::default(),
            source,
            revisions: Default::default(),
            created,
            changed: Default::default(),
            extra: Default::default(),
        };
        self.edit(&Edit::AddDocument(Box::new(document)), 1);
    }

    /// In the first document "I" asks on page 7, and "=P <1>" answers after 62 seconds, on page 8 in the end.
    fn speakers(&mut self) {
        let id = DocumentId::from_number(1);
        let at = |words: &str| FIRST.find(words).unwrap() as u32;
        let speaker = |n, name: &str, role| Speaker::new(SpeakerId::from_number(n), name, role);
        let turn =
            |n, start, label: u32, end| Turn::new(Span::new(start, end), Pos(start + label), SpeakerId::from_number(n));
        let (asks, answers) = (at("I: Why"), at("P01:"));
        let mut document = (**self.project.documents.get(&id).unwrap()).clone();
        document.structure = Rc::new(Structure {
            speakers: vec![speaker(1, "I", Role::Interviewer), speaker(2, "=P <1>", Role::Participant)],
            turns: vec![turn(1, asks, 3, answers - 1), turn(2, answers, 5, FIRST.len() as u32)],
            times: vec![TimeMark { at: Pos(answers + 5), ms: 62_000 }],
            pages: [(0, "7"), (at("1. We"), "8")].map(|(at, label)| Page { at: Pos(at), label: label.into() }).to_vec(),
            ..Structure::default()
        });
        self.project.documents.set(id, Some(Rc::new(document)));
    }

    fn code(&mut self, n: u128, name: &str, parent: u128, definition: &str) {
        let (id, colour) = (CodeId::from_number(n), Colour::nth(n as usize));
        let parent = (parent > 0).then(|| CodeId::from_number(parent));
        self.edit(&Edit::AddCode { id, name: name.into(), parent, before: None, colour }, 1);
        if !definition.is_empty() {
            self.edit(&Edit::DefineCode { id, definition: definition.into() }, 1);
        }
    }

    /// The first place of some words, with codes, by a coder.
    fn quotation(&mut self, document: u128, words: &str, codes: &[u128], coder: u128, comments: [&str; 2]) {
        let document = DocumentId::from_number(document);
        let text = self.texts[&self.project.documents.get(&document).unwrap().text.hash].clone();
        let start = text.as_str()[..text.as_str().find(words).unwrap()].chars().count() as u32;
        let span = Span::new(start, start + words.chars().count() as u32);
        self.next += 1;
        let id = QuotationId::from_number(self.next);
        self.edit(&Edit::MarkQuotation { id, document, span, quote: Quote::of(&text, span) }, coder);
        if !comments[0].is_empty() {
            self.edit(&Edit::CommentQuotation { id, document, comment: comments[0].into() }, coder);
        }
        for code in codes {
            let coding = CodingId::from_number(self.next * 100 + code);
            self.edit(
                &Edit::ApplyCode { id: coding, document, quotation: id, code: CodeId::from_number(*code) },
                coder,
            );
            if !comments[1].is_empty() {
                let comment = comments[1].into();
                self.edit(&Edit::CommentCoding { id: coding, document, quotation: id, comment }, coder);
            }
        }
    }
}

fn study() -> Study {
    let project = Project::new(ProjectId::from_number(1), "Leaving".into(), Timestamp(0));
    let mut study = Study { project, texts: Texts::new(), next: 0 };
    for (n, name) in [(1, "Ana"), (2, "@Ben <b>")] {
        study.edit(&Edit::AddCoder { id: CoderId::from_number(n), name: name.into() }, n);
    }
    study.document(1, "P01 <first>", FIRST);
    study.speakers();
    study.document(2, "م٠٢", SECOND);
    study.code(1, "Reasons", 0, "Why *people* leave.\n\n- any reason");
    study.code(2, "Fear & loss", 1, "");
    study.code(3, "طريق", 0, "");
    study.code(4, "Unused", 0, "");
    study.quotation(1, "the \"road\", it was closed.", &[3, 1], 1, ["+ two\nlines", ""]);
    // Overlaps the first one, goes over a line end and is full of signs that mean something elsewhere.
    let words = "it was closed.\n1. We were afraid </p><script>alert('x')</script> & **tired**.";
    study.quotation(1, words, &[2], 2, ["", "=cmd|' /C calc'!A0"]);
    study.quotation(1, "=SUM(A1)", &[2], 1, ["", ""]);
    study.quotation(1, "- And then?", &[], 2, ["ask, \"again\"", ""]);
    study.quotation(2, "خرجنا ليلاً لأنّ الطريق مغلق.", &[3, 2], 1, ["سؤال", ""]);
    study
}

fn english() -> Labels {
    Labels {
        title: "Leaving".into(),
        language: "en".into(),
        direction: Direction::LeftToRight,
        code: "Code".into(),
        quotation: "Quotation".into(),
        before: "Before".into(),
        after: "After".into(),
        document: "Document".into(),
        paragraph: "Paragraph".into(),
        speaker: "Speaker".into(),
        time: "Time".into(),
        page: "Page".into(),
        quotation_comment: "Comment".into(),
        coding_comment: "Comment on the coding".into(),
        coder: "Coder".into(),
        date: "Date".into(),
        other_codes: "Other codes".into(),
        without_code: "Without a code".into(),
        nothing: "No quotations.".into(),
    }
}

fn options(format: Format) -> Options {
    Options { format, selection: Selection::All, scope: Scope::everything(), context: 0 }
}

/// The parts of the file, and how many steps were taken.
fn parts(study: &Study, options: Options, labels: Labels) -> (Vec<String>, usize) {
    let (parts, steps, _) = done(study, options, labels);
    (parts, steps)
}

fn done(study: &Study, options: Options, labels: Labels) -> (Vec<String>, usize, Exporter) {
    let mut exporter =
        Exporter::new(&study.project, options, labels, Rc::new(|at| format!("day {}", at.0 / 86_400_000)));
    let (mut parts, mut steps) = (Vec::new(), 0);
    loop {
        steps += 1;
        match exporter.step(&|hash| study.texts.get(hash).cloned()) {
            Step::Part(part) => parts.push(part),
            Step::Working => {}
            Step::NeedsText(_) => exporter.skip_text(),
            Step::Done => return (parts, steps, exporter),
        }
    }
}

fn written(study: &Study, options: Options) -> String {
    parts(study, options, english()).0.concat()
}

/// Rows by the csv crate, without the heading.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_case_comes_out_as_expected() {
    let study = study();
    let code = |n| Selection::Code { code: CodeId::from_number(n), subcodes: true };
    let scope = |documents: &[u128], coders: &[u128]| Scope {
        documents: documents.iter().map(|&n| DocumentId::from_number(n)).collect(),
        coders: coders.iter().map(|&n| CoderId::from_number(n)).collect(),
        ..Scope::default()
    };
    let arabic = Labels {
        title: "الرحيل".into(),
        language: "ar".into(),
        direction: Direction::RightToLeft,
        paragraph: "الفقرة".into(),
        other_codes: "ترميزات أخرى".into(),
        ..english()
    };
    let mut wrong = Vec::new();
    for (case, selection, scope, context, labels) in [
        ("all", Selection::All, Scope::everything(), 0, english()),
        ("with-context", Selection::All, Scope::everything(), 12, english()),
        ("one-theme", code(1), Scope::everything(), 0, english()),
        ("without-code", Selection::WithoutCode, Scope::everything(), 0, english()),
        ("one-document-in-arabic", Selection::All, scope(&[2], &[]), 0, arabic),
        ("one-coder", Selection::All, scope(&[], &[2]), 0, english()),
        ("nothing", code(4), Scope::everything(), 0, english()),
    ] {
        for (name, format) in
            [("out.md", Format::Markdown), ("out.csv", Format::Csv { bom: false }), ("out.html", Format::Html)]
        {
            let options = Options { format, selection, scope: scope.clone(), context };
            let result = parts(&study, options, labels.clone()).0.concat();
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotations").join(case).join(name);
            if std::env::var_os("EMIC_BLESS").is_some() {
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, result).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != result {
                wrong.push(format!("{case}/{name}:\n{result}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_table_is_read_back_as_it_was() {
    let study = study();
    let csv = written(&study, options(Format::Csv { bom: false }));
    assert!(csv.split("\r\n").count() >= 8 && csv.ends_with("\r\n"));
    let rows = rows(&csv);
    // A row for each coding, and one for the quotation without a code.
    assert_eq!(rows.len(), 7);
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
    let of = |code: &str| rows.iter().filter(|row| row[0] == code).collect::<Vec<_>>();
    assert_eq!(of("Reasons")[0][1], "the \"road\", it was closed.");
    assert_eq!(of("Reasons")[0][7], "'+ two\nlines");
    assert_eq!(of("Reasons")[0][11], "طريق");
    let said: Vec<_> = of("Reasons")[0][4..7].iter().map(String::as_str).collect();
    assert_eq!(said, ["'=P <1>", "1:02", "7"]);
    let fear = of("Reasons › Fear & loss");
    assert_eq!(fear.iter().map(|row| row[3].as_str()).collect::<Vec<_>>(), ["3", "3–4", "2"]);
    assert_eq!(fear[0][1], "'=SUM(A1)");
    assert_eq!((fear[1][8].as_str(), fear[1][9].as_str()), ("'=cmd|' /C calc'!A0", "'@Ben <b>"));
    assert_eq!((of("")[0][1].as_str(), of("")[0][7].as_str()), ("'- And then?", "ask, \"again\""));
    let with_mark = written(&study, options(Format::Csv { bom: true }));
    assert_eq!(with_mark.strip_prefix('\u{feff}'), Some(csv.as_str()));
}

#[test]
fn an_office_file_says_what_the_table_and_the_text_do() {
    let study = study();
    let office = |form| {
        let (parts, _, exporter) = done(&study, options(Format::Office(form)), english());
        assert_eq!(parts.concat(), "", "it comes at the end");
        exporter.into_office().unwrap()
    };
    let csv = written(&study, options(Format::Csv { bom: false }));
    let Office::Sheet(sheet) = office(Form::Sheet) else { panic!("a table") };
    assert_eq!(sheet.csv(false), csv);
    let Office::Page(page) = office(Form::Page) else { panic!("a text") };
    let quotes = page.blocks.iter().filter(|block| matches!(block, Block::Quote(..))).count();
    assert_eq!(quotes, sheet.rows.len());
    let headings = written(&study, options(Format::Markdown)).matches("\n## ").count();
    assert_eq!(page.blocks.iter().filter(|block| matches!(block, Block::Heading(..))).count(), headings);
    let (_, _, exporter) = done(&study, options(Format::Html), english());
    assert_eq!(exporter.into_office(), None);
}

#[test]
fn what_one_coder_marked_and_only_another_coded_is_not_left_out() {
    let mut study = study();
    study.quotation(1, "Why did you leave?", &[], 1, ["", ""]);
    let (document, quotation) = (DocumentId::from_number(1), QuotationId::from_number(study.next));
    let (id, code) = (CodingId::from_number(9_999), CodeId::from_number(3));
    study.edit(&Edit::ApplyCode { id, document, quotation, code }, 2);
    let scope = Scope { coders: BTreeSet::from([CoderId::from_number(1)]), ..Scope::default() };
    let csv = written(&study, Options { scope: scope.clone(), ..options(Format::Csv { bom: false }) });
    let words: BTreeSet<_> = rows(&csv).into_iter().map(|row| row[1].trim_start_matches('\'').to_owned()).collect();
    let listed = emic_core::query::quotations_in(&study.project, &scope);
    let listed: BTreeSet<_> = listed.into_iter().map(|(_, quotation)| quotation.quote.exact.to_string()).collect();
    assert_eq!(words, listed);
}

fn walk(node: &Handle, look: &mut impl FnMut(&str, &[(String, String)], &Handle)) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes: Vec<_> =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        look(&name.local, &attributes, node);
    }
    node.children.borrow().iter().for_each(|child| walk(child, look));
}

fn words_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(words_of).collect(),
    }
}

#[test]
fn a_page_holds_the_words_and_no_one_elses_markup() {
    let study = study();
    let page = written(&study, Options { context: 40, ..options(Format::Html) });
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(page);
    assert_eq!(*dom.errors.borrow(), Vec::<String>::new(), "parses without a fault");
    let known = BTreeSet::from([
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "section",
        "article",
        "blockquote",
        "p",
        "span",
        "bdi",
        "cite",
        "strong",
        "br",
    ]);
    let (mut quotations, mut directions, mut headings) = (Vec::new(), Vec::new(), Vec::new());
    walk(&dom.document, &mut |name, attributes, node| {
        assert!(known.contains(name), "{name}");
        for (attribute, value) in attributes {
            let fine = ["lang", "dir", "class", "charset", "name", "content", "http-equiv"];
            assert!(fine.contains(&attribute.as_str()), "{attribute}={value}");
        }
        let attribute = |of: &str| attributes.iter().find(|(name, _)| name == of).map(|(_, value)| value.clone());
        match name {
            "blockquote" => directions.push((attribute("lang").unwrap(), attribute("dir").unwrap())),
            "span" if attribute("class").as_deref() == Some("words") => quotations.push(words_of(node)),
            "h2" => headings.push(words_of(node)),
            _ => {}
        }
    });
    assert_eq!(headings, ["Reasons (1)", "Reasons › Fear & loss (3)", "طريق (2)", "Without a code (1)"]);
    // Of each quotation a span for each paragraph.
    let expected = [
        "the \"road\", it was closed.",
        "=SUM(A1)",
        "it was closed.",
        "1. We were afraid </p><script>alert('x')</script> & **tired**.",
        "خرجنا ليلاً لأنّ الطريق مغلق.",
        "the \"road\", it was closed.",
        "خرجنا ليلاً لأنّ الطريق مغلق.",
        "- And then?",
    ];
    assert_eq!(quotations, expected);
    let of = |lang: &str, dir: &str| (lang.to_owned(), dir.to_owned());
    let latin = of("", "ltr");
    let arabic = of("ar", "rtl");
    assert_eq!(directions, [&latin, &latin, &latin, &arabic, &latin, &arabic, &latin].map(Clone::clone));
}

#[test]
fn what_a_lost_text_leaves_is_written() {
    let mut study = study();
    study.texts.remove(&TextHash::of(FIRST));
    let rows = rows(&written(&study, Options { context: 50, ..options(Format::Csv { bom: false }) }));
    assert_eq!(rows.len(), 7);
    assert_eq!(rows[0][1], "the \"road\", it was closed.");
    assert!(rows[0][2].ends_with("P01: =SUM(A1) ") && rows[0][5].is_empty(), "{:?}", rows[0]);
}

#[test]
fn a_large_file_comes_in_small_parts() {
    let mut study = study();
    let text = "A sentence that says something. ".repeat(1000);
    study.document(3, "Long", &text);
    let document = DocumentId::from_number(3);
    let text = study.texts[&TextHash::of(&text)].clone();
    let mut list = Vec::new();
    for n in 0..1000u32 {
        let span = Span::new(n * 32, n * 32 + 31);
        let id = QuotationId::from_number(u128::from(n) + 1000);
        let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        list.push(Rc::new(emic_core::project::Quotation {
            id,
            document,
            anchor: emic_core::project::Anchor::Text(span),
            quote: Quote::of(&text, span),
            comment: String::new(),
            condensed: String::new(),
            interpretation: String::new(),
            print: None,
            consent: Default::default(),
            codings: Vec::new(),
            created,
            changed: Default::default(),
            extra: Default::default(),
        }));
    }
    let list = emic_core::project::QuotationList::from_unsorted(list);
    study.project.quotations.set(document, Some(Rc::new(list)));
    for format in [Format::Markdown, Format::Csv { bom: false }, Format::Html] {
        let (parts, steps) = parts(&study, options(format), english());
        assert!(parts.iter().all(|part| part.len() < 64_000) && parts.len() > 8 && steps > 2 * 8);
        assert_eq!(parts.concat().matches("A sentence that says something.").count(), 1000);
    }
}

#[test]
fn what_may_not_be_quoted_is_in_no_file_and_that_is_said() {
    let mut study = study();
    let (document, blocked) = (DocumentId::from_number(1), QuotationId::from_number(3));
    let consent = Consent::OffRecord;
    study.edit(&Edit::SetPassageConsent { id: blocked, document, consent }, 1);
    let office = [Form::Sheet, Form::Page].map(Format::Office);
    for format in [Format::Markdown, Format::Csv { bom: false }, Format::Html].into_iter().chain(office) {
        let options = Options { context: 120, ..options(format) };
        let mut exporter = Exporter::new(&study.project, options, english(), Rc::new(|_| "day".into()));
        assert_eq!(exporter.left_out(), &BTreeMap::from([(consent, 1)]));
        exporter.say_left_out("One is left out.".into());
        let mut words = String::new();
        loop {
            match exporter.step(&|hash| study.texts.get(hash).cloned()) {
                Step::Part(part) => words.push_str(&part),
                Step::Working => {}
                Step::NeedsText(_) => exporter.skip_text(),
                Step::Done => break,
            }
        }
        words += &exporter.into_office().map(|office| format!("{office:?}")).unwrap_or_default();
        // It stands before another quotation, where it would be context.
        assert!(!words.contains("SUM(A1)") && !words.contains("SUM\\(A1"), "{format:?}: {words}");
        assert!(words.contains("it was closed."), "{format:?}");
        assert!(words.contains("One is left out"), "{format:?}: {words}");
    }
}
