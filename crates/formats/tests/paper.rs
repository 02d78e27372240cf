//! The quotations of a paper: what is printed, what stands in the table, and what never leaves.

use std::collections::BTreeMap;

use emic_core::columns::Column;
use emic_core::edit::{Edit, ThemeField, apply, plan_text_edit};
use emic_core::ids::*;
use emic_core::paper::{LeftOut, Template, Which};
use emic_core::project::*;
use emic_core::rank::Rank;
use emic_core::text::{Quote, Span, Text, TextEdit, TextEdits, TextHash, count_words};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::office::Block;
use emic_formats::paper::{Options, Paper, Words};

const TEXT: &str = "We waited at the fence with Dr Haddad.\n\n=1+1 was all they wrote.\n\nNothing of this.";

fn text() -> Text {
    Text::new(TEXT)
}

fn document() -> Document {
    let text = text();
    let text = TextRef { hash: TextHash::of(TEXT), length: text.len(), words: count_words(TEXT) as u32 };
    Document {
        id: DocumentId::from_number(1),
        title: "Talk".into(),
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
        created: Stamp { by: CoderId::from_number(1), at: Timestamp(0) },
        changed: Default::default(),
        extra: Default::default(),
    }
}

/// A nurse's document with three quotations, chosen for a theme out of their order; the third may not be quoted.
fn study(more: Vec<Edit>) -> Project {
    let (document_id, theme, case) = (DocumentId::from_number(1), ThemeId::from_number(1), CaseId::from_number(1));
    let (code, job) = (CodeId::from_number(1), AttributeId::from_number(1));
    let at = |n| QuotationAt { document: document_id, quotation: QuotationId::from_number(n) };
    let mark = |n, start, end| {
        let span = Span::new(start, end);
        Edit::MarkQuotation { id: at(n).quotation, document: document_id, span, quote: Quote::of(&text(), span) }
    };
    let mut edits = vec![
        Edit::AddCoder { id: CoderId::from_number(1), name: "AK".into() },
        Edit::AddDocument(Box::new(document())),
        Edit::AddCase { id: case, name: "Amina".into() },
        Edit::AddAttribute { id: job, name: "Profession".into(), kind: AttributeKind::Text },
        Edit::SetCaseValue { id: case, attribute: job, value: "Nurse".into() },
        Edit::SetDocumentCase { id: document_id, case: Some(case) },
        Edit::AddCode { id: code, name: "Waiting".into(), parent: None, before: None, colour: Colour::nth(0) },
        mark(1, 0, 38),
        mark(2, 40, 64),
        mark(3, 66, 82),
        Edit::ApplyCode { id: CodingId::from_number(1), document: document_id, quotation: at(1).quotation, code },
        Edit::CommentQuotation { id: at(1).quotation, document: document_id, comment: "strong".into() },
        Edit::AddTheme { id: theme, title: "No end".into(), before: None },
        Edit::SetTheme { id: theme, field: ThemeField::Story("They wait.".into()) },
    ];
    edits.extend([2, 1, 3].map(|n| Edit::ChooseQuotation { theme, at: at(n) }));
    edits.extend([1, 3].map(|n| Edit::UseInPaper { theme, at: at(n), in_paper: true }));
    let words = Some("We waited […] with [name retracted].".into());
    edits.push(Edit::SetPrint { id: at(1).quotation, document: document_id, words });
    let consent = Consent::Paraphrase;
    edits.push(Edit::SetPassageConsent { id: at(3).quotation, document: document_id, consent });
    edits.extend(more);
    let project = Project::new(ProjectId::from_number(1), "A study".into(), Timestamp(0));
    let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
    edits.iter().fold(project, |project, edit| apply(&project, edit, stamp).expect("it can be done").0)
}

fn options() -> Options {
    Options {
        which: Which::default(),
        template: Template::new("({profession}, {wave})"),
        document: true,
        case: true,
        columns: vec![Column::Attribute(AttributeId::from_number(1))],
        verbatim: true,
    }
}

fn words<'a>(left_out: &'a dyn Fn(&BTreeMap<LeftOut, usize>) -> String) -> Words<'a> {
    Words { title: "A study".into(), right_to_left: false, word: &|key| key.to_uppercase(), left_out }
}

fn left_out(left: &BTreeMap<LeftOut, usize>) -> String {
    let why = |why: &LeftOut| match why {
        LeftOut::Consent(consent) => consent.key().to_owned(),
        LeftOut::Stale => "stale".to_owned(),
    };
    left.iter().map(|(reason, n)| format!("{n} {}", why(reason))).collect::<Vec<_>>().join(", ")
}

fn paper(project: &Project, options: &Options) -> Paper {
    Paper::of(project, options, &words(&left_out), &|hash| (*hash == TextHash::of(TEXT)).then(text))
}

#[test]
fn a_row_has_what_is_printed_what_was_said_and_whose_words_they_are() {
    let sheet = paper(&study(vec![]), &options()).sheet(&words(&left_out));
    let head = [
        "THEME",
        "PRINTED",
        "ATTRIBUTION",
        "VERBATIM",
        "CODES",
        "DOCUMENT",
        "PARAGRAPH",
        "PAGE",
        "TIME",
        "CASE",
        "Profession",
        "COMMENT",
    ];
    assert_eq!(sheet.head, head);
    let said = "We waited at the fence with Dr Haddad.";
    let printed = "We waited […] with [name retracted].";
    let rows = [
        vec![
            "No end",
            "=1+1 was all they wrote.",
            "(Nurse)",
            "=1+1 was all they wrote.",
            "",
            "Talk",
            "2",
            "",
            "",
            "Amina",
            "Nurse",
            "",
        ],
        vec!["No end", printed, "(Nurse)", said, "Waiting", "Talk", "1", "", "", "Amina", "Nurse", "strong"],
        vec!["", "1 paraphrase"],
    ];
    assert_eq!(sheet.rows, rows);
    assert!(sheet.csv(false).contains("\"'=1+1 was all they wrote.\""), "no cell is a formula");
}

#[test]
fn what_was_said_stays_out_where_it_is_not_asked_for() {
    let options = Options { verbatim: false, which: Which { in_paper: true, ..Which::default() }, ..options() };
    let paper = paper(&study(vec![]), &options);
    let written = [paper.sheet(&words(&left_out)).csv(false), paper.page(&words(&left_out), true).markdown()];
    for written in written {
        assert!(written.contains("name retracted") && !written.contains("Haddad"), "{written}");
        assert!(!written.contains("all they wrote"), "only what is for the paper: {written}");
    }
}

#[test]
fn as_text_each_theme_is_a_heading_with_its_quotations() {
    let page = paper(&study(vec![]), &options()).page(&words(&left_out), false);
    let quote = |words: &str| Block::Quote(words.into(), "(Nurse)".into());
    assert_eq!(
        page.blocks,
        [
            Block::Heading(1, "No end".into()),
            Block::Words("They wait.".into()),
            quote("=1+1 was all they wrote."),
            quote("We waited […] with [name retracted]."),
            Block::Words("1 paraphrase".into()),
        ]
    );
}

#[test]
fn nothing_leaves_of_who_has_withdrawn() {
    for consent in [Consent::Paraphrase, Consent::OffRecord, Consent::Withdrawn] {
        let project = study(vec![Edit::SetConsent { id: CaseId::from_number(1), consent }]);
        let paper = paper(&project, &options());
        assert!(paper.is_empty());
        for written in [paper.sheet(&words(&left_out)).csv(false), paper.page(&words(&left_out), true).html("en")] {
            for said in ["waited", "wrote", "Nurse", "strong", "Amina"] {
                assert!(!written.contains(said), "{said} is in {written}");
            }
        }
    }
}

#[test]
fn a_text_that_is_lost_costs_the_paragraph_only() {
    let project = study(vec![]);
    let paper = Paper::of(&project, &options(), &words(&left_out), &|_| None);
    let sheet = paper.sheet(&words(&left_out));
    assert_eq!((sheet.rows[0][1].as_str(), sheet.rows[0][6].as_str()), ("=1+1 was all they wrote.", ""));
}

#[test]
fn a_document_and_a_participant_are_named_only_where_that_is_asked_for() {
    let options = Options { document: false, case: false, ..options() };
    let paper = paper(&study(vec![]), &options);
    let sheet = paper.sheet(&words(&left_out));
    assert!(sheet.rows[..2].iter().all(|row| row.len() == sheet.head.len()), "each cell has its head");
    for written in [sheet.csv(false), paper.page(&words(&left_out), true).markdown()] {
        assert!(written.contains("Nurse") && !written.contains("Amina") && !written.contains("Talk"), "{written}");
    }
}

/// The name of whom they waited with is taken out of the text after the printed wording was made, which has it still.
#[test]
fn a_printed_wording_goes_out_again_only_once_it_is_confirmed() {
    let (document, id) = (DocumentId::from_number(1), QuotationId::from_number(1));
    let print = |words: &str| Edit::SetPrint { id, document, words: Some(words.into()) };
    let at = TEXT.find("Haddad").expect("it is there") as u32;
    let printed = study(vec![print("We waited […] with Dr Haddad.")]);
    let out = TextEdits::one(TextEdit::replace(Span::new(at, at + 6), "[name]")).expect("it is one");
    let correct = plan_text_edit(&printed, document, &text(), out).expect("it can be done").into_edit(vec![], "");
    let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(1) };
    let corrected = apply(&printed, &correct, stamp).expect("it can be done").0;
    let csv = |project: &Project| paper(project, &options()).sheet(&words(&left_out)).csv(false);
    assert!(csv(&printed).contains("[…] with Dr Haddad"));
    let written = [csv(&corrected), paper(&corrected, &options()).page(&words(&left_out), true).html("en")];
    for written in written {
        assert!(!written.contains("Haddad") && !written.contains("We waited"), "{written}");
        assert!(written.contains("1 paraphrase, 1 stale"), "{written}");
    }
    let confirmed = apply(&corrected, &print("We waited […] with Dr [name]."), stamp).expect("it can be done").0;
    assert!(csv(&confirmed).contains("We waited […] with Dr [name].") && csv(&confirmed).contains("\"1 paraphrase\""));
}
