//! The file as a contract: what goes out comes in again, and what is wrong is said precisely.

use emic_core::edit::{AttributeField, Edit, MemoField, NewMemo, plan_text_edit};
use emic_core::history::History;
use emic_core::ids::*;
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::*;
use emic_core::rank::Rank;

use emic_core::text::{Pos, Quote, Span, Text, TextEdit, TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

use super::read::text_ref;
use super::samples::{codebook, themes};
use super::*;

const IMPORTED: &str = "Q: What happened?\n\nماذا حدث؟ كُنّا في البيت.\nWe packed two bags 👩🏽‍⚕️ and  left.";
const V1: &[u8] = include_bytes!("../../tests/fixtures/v1.json");

fn texts() -> (Text, Text, TextEdits) {
    let imported = Text::new(IMPORTED);
    let double = IMPORTED.chars().count() as u32 - "  left.".chars().count() as u32;
    let edits = TextEdits::one(TextEdit::remove(Span::new(double, double + 1))).unwrap();
    let text = Text::new(edits.apply(IMPORTED));
    (imported, text, edits)
}

/// Words that are set off, and pages.
fn looks() -> Structure {
    Structure {
        styles: vec![Styled { span: Span::new(3, 7), style: Style::Italic }],
        pages: vec![Page { at: Pos(0), label: "iv".into() }, Page { at: Pos(9), label: "1".into() }],
        ..Structure::default()
    }
}

/// Who speaks in a document, what is asked, and whose case it is.
fn speech(document: DocumentId) -> Vec<Edit> {
    let (case, other) = (CaseId::from_number(0xCA), CaseId::from_number(0xCB));
    let (age, question) = (AttributeId::from_number(0xA9), QuestionId::from_number(0x9E));
    let speaker = |n, name, role, case| Speaker { case, ..Speaker::new(SpeakerId::from_number(n), name, role) };
    let turn =
        |span, words, speaker, asks| Turn { asks, ..Turn::new(span, Pos(words), SpeakerId::from_number(speaker)) };
    vec![
        Edit::AddCase { id: case, name: "P01".into() },
        Edit::AddCase { id: other, name: "ليلى".into() },
        Edit::AddAttribute { id: age, name: "Age".into(), kind: AttributeKind::Number },
        Edit::SetCaseValue { id: case, attribute: age, value: "34".into() },
        Edit::AddQuestion { id: question, words: "What did you carry?".into(), before: None },
        Edit::SetTurns {
            document,
            speakers: vec![
                speaker(1, "I", Role::Interviewer, None),
                speaker(2, "Amina", Role::Participant, Some(case)),
            ],
            turns: vec![
                turn(Span::new(0, 17), 3, 1, Some(Asks { what: Asked::Guide(question), confirmed: true })),
                turn(Span::new(19, 60), 19, 2, Some(Asks { what: Asked::Other, confirmed: false })),
            ],
            times: vec![TimeMark { at: Pos(3), ms: 1_250 }],
        },
        Edit::SetParts { document, parts: vec![Part { span: Span::new(19, 60), case: other, extra: Extra::new() }] },
        Edit::SetDocumentCase { id: document, case: Some(case) },
        Edit::SetAttribute { id: age, field: AttributeField::Choices(vec!["young".into(), "old".into()]) },
        Edit::SetReferrer { id: other, referrer: Some(case) },
        Edit::SetConsent { id: other, consent: Consent::Paraphrase },
        Edit::SetPassageConsent { id: QuotationId::from_number(0x51), document, consent: Consent::OffRecord },
    ]
}

/// Memos of each sort, one of them written twice and one on a code that went, and a link.
fn memos(document: DocumentId) -> Vec<Vec<Edit>> {
    let (first, second, gone) = (MemoId::from_number(0x3E1), MemoId::from_number(0x3E2), CodeId::from_number(0xC0));
    let at = |n| QuotationAt { document, quotation: QuotationId::from_number(n) };
    let memo = |id, kind, about, words: &str| {
        Edit::AddMemo(Box::new(NewMemo { id, title: "On \"bags\"".into(), kind, about, words: words.into() }))
    };
    let linked = link_words(&Subject::Quotation(at(0x51)), "Amina");
    vec![
        vec![
            Edit::AddCode { id: gone, name: "gone".into(), parent: None, before: None, colour: Colour::nth(1) },
            memo(first, MemoKind::Own("idea".into()), Some(Subject::Quotation(at(0x52))), "# First\n\nThey *carry*."),
            memo(second, MemoKind::FieldNote, Some(Subject::Code(gone)), ""),
            Edit::AddLink { id: LinkId::from_number(0x11), from: at(0x51), to: at(0x52), relation: Relation::Explains },
        ],
        vec![Edit::SetMemo { id: first, field: MemoField::Words(format!("See {linked}. نعم")) }],
        vec![
            Edit::SetRelation { id: LinkId::from_number(0x11), relation: Relation::Own("echoes".into()) },
            Edit::DeleteCode { id: gone },
        ],
    ]
}

/// A project with something of everything, made by edits as a person makes it.
fn rich() -> Loaded {
    study(true)
}

/// The same as the first version could hold it, without what came later.
fn first_version() -> Loaded {
    study(false)
}

fn study(with_structure: bool) -> Loaded {
    let (imported, text, edits) = texts();
    let plain = Text::new("Nothing but this.");
    let by = CoderId::from_number(0xC0DE);
    let project =
        Project::new(ProjectId::from_number(1), "Leaving home — «البيت»".into(), Timestamp(1_795_253_400_000));
    let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
    let document = |id: u128, title: &str, text: &Text, imported: &Text, edits: TextEdits, folder| {
        Edit::AddDocument(Box::new(Document {
            id: DocumentId::from_number(id),
            title: title.into(),
            kind: DocumentKind::Interview,
            folder,
            rank: Rank(0),
            text: text_ref(text),
            case: None,
            structure: Rc::new(Structure {
                blocks: vec![Block { span: Span::new(0, 17), kind: BlockKind::Heading(2), extra: Extra::new() }],
                ..if with_structure { looks() } else { Structure::default() }
            }),
            source: Source {
                file_name: Some(format!("{title}.txt")),
                format: "text".into(),
                encoding: Some("UTF-8".into()),
                imported: text_ref(imported),
                edits,
                original: with_structure.then(|| Original {
                    hash: TextHash::of_bytes(title.as_bytes()),
                    bytes: 48_211,
                    extra: Extra::new(),
                }),
                extra: Extra::new(),
            },
            revisions: Vec::new(),
            created: Stamp { by, at: Timestamp(0) },
            changed: FieldStamps::new(),
            extra: Extra::new(),
        }))
    };
    let (folder, d1, d2) = (FolderId::from_number(7), DocumentId::from_number(0xD1), DocumentId::from_number(0xD2));
    let (theme, code) = (CodeId::from_number(0xA), CodeId::from_number(0xB));
    let mark = |id: u128, document, text: &Text, start, end| {
        let span = Span::new(start, end);
        Edit::MarkQuotation { id: QuotationId::from_number(id), document, span, quote: Quote::of(text, span) }
    };
    let (q1, q2) = (QuotationId::from_number(0x51), QuotationId::from_number(0x52));
    let steps = vec![
        vec![Edit::AddCoder { id: by, name: "AK".into() }],
        vec![Edit::AddFolder { id: folder, name: "Wave 1".into(), parent: None }],
        vec![document(0xD1, "Amina", &text, &imported, edits, Some(folder))],
        vec![document(0xD2, "Notes", &plain, &plain, TextEdits::default(), None)],
        vec![Edit::AddCode { id: theme, name: "Leaving".into(), parent: None, before: None, colour: Colour::nth(3) }],
        vec![
            Edit::AddCode { id: code, name: "bags".into(), parent: Some(theme), before: None, colour: Colour::nth(0) },
            mark(0x51, d1, &text, 45, 60),
            Edit::ApplyCode { id: CodingId::from_number(0xE1), document: d1, quotation: q1, code },
        ],
        vec![Edit::DefineCode { id: code, definition: "What is \"carried\".\nAll of it.".into() }],
        vec![mark(0x52, d1, &text, 19, 60), mark(0x53, d2, &plain, 0, 7)],
        vec![Edit::CommentQuotation { id: q2, document: d1, comment: "nested".into() }],
        vec![Edit::CommentCoding { id: CodingId::from_number(0xE1), document: d1, quotation: q1, comment: "?".into() }],
        vec![Edit::RenameDocument { id: d2, title: "Field notes".into() }],
    ];
    let later = || vec![speech(d1), codebook(d1)];
    let steps = steps.into_iter().chain(with_structure.then(later).into_iter().flatten());
    let steps = steps.chain(with_structure.then(|| memos(d1)).into_iter().flatten());
    let steps = steps.chain(with_structure.then(|| themes(d1)));
    let mut time = 1_795_253_400_001;
    for (n, edits) in steps.enumerate() {
        let stamp = Stamp { by, at: Timestamp(time) };
        time += if n > 11 { 3_600_000 } else { 61_234 };
        ledger.enter(&Entry::Do(Step { id: StepId::from_number(100 + n as u128), stamp, edits })).unwrap();
    }
    let mut texts: std::collections::BTreeMap<_, _> =
        [imported, text.clone(), plain].map(|text| (text_ref(&text).hash, text.content())).into();
    if with_structure {
        let corrected =
            TextEdits::new(vec![TextEdit::replace(Span::new(3, 7), "Whát"), TextEdit::remove(Span::new(30, 32))]);
        let plan = plan_text_edit(ledger.project(), d1, &text, corrected.unwrap()).unwrap();
        texts.insert(plan.text().hash, plan.after.content());
        texts.remove(&text_ref(&text).hash);
        let (stamp, edits) = (Stamp { by, at: Timestamp(time) }, vec![plan.into_edit(vec![], "misheard")]);
        ledger.enter(&Entry::Do(Step { id: StepId::from_number(150), stamp, edits })).unwrap();
        time += 1;
    }
    let stamp = Stamp { by, at: Timestamp(time) };
    ledger.enter(&Entry::Undo { id: StepId::from_number(200), stamp }).unwrap();
    ledger.enter(&Entry::Redo { id: StepId::from_number(201), stamp }).unwrap();
    Loaded { project: (**ledger.project()).clone(), history: ledger.history().clone(), texts, issues: vec![] }
}

fn bytes(loaded: &Loaded) -> Vec<u8> {
    write(&loaded.project, &loaded.history, &|hash| loaded.texts.get(hash).cloned(), "0.1.0").unwrap().file
}

fn value(loaded: &Loaded) -> Value {
    serde_json::from_slice(&bytes(loaded)).unwrap()
}

/// Puts a field that nobody knows into every object.
fn seed_unknown(value: &mut Value, path: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                // Objects of free keys with values of a fixed type have no room for anything else.
                if !["details", "changed", "values", "asks", "texts"].contains(&name.as_str()) {
                    seed_unknown(field, &format!("{path}.{name}"));
                }
            }
            fields.insert("zz_future".into(), json!({ "of": path, "list": [1, 2.5, null, { "b": 1, "a": true }] }));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| seed_unknown(item, path)),
        _ => {}
    }
}

fn pretty(value: &Value) -> Vec<u8> {
    serde_json::to_vec_pretty(value).unwrap()
}

#[test]
fn what_goes_out_comes_in_the_same() {
    let rich = rich();
    let out = bytes(&rich);
    let back = read(&out).unwrap();
    assert_eq!(back, rich);
    assert_eq!(bytes(&back), out);
    assert!(out.starts_with(b"{\n  \"format\": \"emic-project\",\n  \"version\": 1,\n  \"min_reader\": 1,\n"));
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let mut file = value(&rich());
    seed_unknown(&mut file, "");
    let first = read(&pretty(&file)).unwrap();
    assert_eq!(first.issues, vec![]);
    assert_eq!(value(&first), file, "as values: all that was there is there");
    let out = bytes(&first);
    assert_eq!(bytes(&read(&out).unwrap()), out, "as bytes, from then on");
}

#[test]
fn corrections_that_lead_nowhere_are_left_out_and_told() {
    let mut file = value(&rich());
    let revisions = &mut file["documents"][0]["revisions"];
    assert_eq!(revisions.as_array().unwrap().len(), 1);
    assert_eq!((&revisions[0]["why"], &revisions[0]["back"][0]), (&json!("misheard"), &json!([3, 7, "What"])));
    let first = json!({ "at": revisions[0]["at"], "by": revisions[0]["by"], "back": [[0, 9999, "x"]] });
    revisions.as_array_mut().unwrap().insert(0, first);
    let loaded = read(&pretty(&file)).unwrap();
    assert_eq!(loaded.issues, vec![LoadIssue::RevisionsDoNotFit { document: "Amina".into() }]);
    assert_eq!(loaded.project, rich().project);
    let mut file = value(&rich());
    file["documents"][0]["revisions"][0]["back"] = json!([[5, 4, "x"]]);
    let loaded = read(&pretty(&file)).unwrap();
    assert_eq!(loaded.issues, vec![LoadIssue::RevisionsDoNotFit { document: "Amina".into() }]);
    assert!(loaded.project.documents.values().all(|document| document.revisions.is_empty()));
}

#[test]
fn a_text_is_written_once_if_it_was_imported_so() {
    let file = value(&rich());
    assert_eq!(file["documents"][0]["source"]["imported"], json!(IMPORTED));
    assert_eq!(file["documents"][0]["source"]["edits"].as_array().unwrap().len(), 3);
    assert_eq!(file["documents"][1]["source"].get("imported"), None);
}

#[test]
fn a_lost_text_costs_no_quotation() {
    let whole = rich();
    let written = |lost: &dyn Fn(&TextHash) -> bool| {
        let texts = |hash: &TextHash| whole.texts.get(hash).filter(|_| !lost(hash)).cloned();
        write(&whole.project, &whole.history, &texts, "0.1.0").unwrap()
    };
    let edited = Document::clone(whole.project.documents.values().find(|document| document.title == "Amina").unwrap());
    let (present, imported) = (edited.text.hash, edited.source.imported.hash);

    // The present text is made again from the one that was imported.
    assert_eq!(written(&|hash| *hash == present).file, bytes(&whole));
    let without = written(&|hash| *hash == imported);
    assert_eq!((without.without_text, without.without_original), (vec![], vec!["Amina".to_owned()]));
    let again = read(&without.file).unwrap();
    assert_eq!((again.issues, again.project.quotations), (vec![], whole.project.quotations.clone()));

    let amina = edited.id;
    let mut whole = whole.clone();
    whole.project.links = Default::default();
    whole.project.themes = Default::default();
    whole.project.quotations = whole
        .project
        .quotations
        .iter()
        .filter(|(id, _)| **id == amina)
        .map(|(id, list)| {
            let first = list.iter().take(1).cloned().collect();
            (*id, Rc::new(QuotationList::from_unsorted(first)))
        })
        .collect();
    // More of the text than the quotation and its context hold.
    let mut longer = edited.clone();
    longer.text.hash = TextHash::of("lost");
    longer.text.length += 200;
    let longer = Rc::new(longer);
    let documents = whole.project.documents.iter();
    whole.project.documents =
        documents.map(|(id, other)| (*id, if *id == amina { Rc::clone(&longer) } else { Rc::clone(other) })).collect();
    let without = write(&whole.project, &whole.history, &|_| None, "0.1.0").unwrap();
    let titles: Vec<_> = whole.project.documents.values().map(|document| document.title.clone()).collect();
    assert_eq!((without.without_text, without.without_original), (titles.clone(), vec![]));
    let again = read(&without.file).unwrap();
    assert_eq!(again.project.quotations, whole.project.quotations, "with codes and comments, where they were");
    let changed = |document: &String| LoadIssue::TextChanged { document: document.clone() };
    assert_eq!(again.issues, titles.iter().map(changed).collect::<Vec<_>>());
    for document in again.project.documents.values() {
        assert_eq!(document.text.length, whole.project.documents.get(&document.id).unwrap().text.length);
    }
}

#[test]
fn the_first_version_is_read_for_ever() {
    let loaded = read(V1).unwrap();
    assert_eq!(loaded.issues, vec![]);
    assert_eq!(loaded, first_version());
    assert_eq!(
        String::from_utf8(bytes(&loaded)).unwrap(),
        String::from_utf8_lossy(V1),
        "while this is what is written"
    );
}

#[test]
fn what_is_written_follows_the_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../../../docs/project.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors =
        |file: &Value| validator.iter_errors(file).map(|e| format!("{}: {e}", e.instance_path)).collect::<Vec<_>>();
    let mut file = value(&rich());
    assert_eq!(errors(&file), Vec::<String>::new());
    seed_unknown(&mut file, "");
    assert_eq!(errors(&file), Vec::<String>::new());
    // And it names every field that is written.
    let named = |def: &str| schema["$defs"][def]["properties"].as_object().unwrap().clone();
    let rich = value(&rich());
    for (list, def) in [
        ("coders", "coder"),
        ("documents", "document"),
        ("codes", "code"),
        ("quotations", "quotation"),
        ("history", "step"),
        ("memos", "memo"),
        ("links", "link"),
        ("themes", "theme"),
    ] {
        for entity in rich[list].as_array().unwrap() {
            for field in entity.as_object().unwrap().keys() {
                assert!(named(def).contains_key(field), "{def}.{field} is not in the schema");
            }
        }
    }
    for (pointer, wrong) in [
        ("/format", json!("x")),
        ("/documents/0/text", json!(1)),
        ("/quotations/0/span", json!([1])),
        ("/codes/0/id", json!("x")),
    ] {
        let mut file = rich.clone();
        *file.pointer_mut(pointer).unwrap() = wrong;
        assert_ne!(errors(&file), Vec::<String>::new(), "{pointer}");
    }
}

fn with(pointer: &str, new: Value) -> Vec<u8> {
    let mut file = value(&rich());
    *file.pointer_mut(pointer).unwrap() = new;
    pretty(&file)
}

fn without(parent: &str, field: &str) -> Vec<u8> {
    let mut file = value(&rich());
    file.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(field);
    pretty(&file)
}

#[test]
fn wrong_files_are_told_apart() {
    let not = |seems| Err(ReadError::NotAnEmicProject { seems });
    let whole = bytes(&rich());
    for (bytes, expected) in [
        (b"".to_vec(), not(Seems::Empty)),
        (b" \n".to_vec(), not(Seems::Empty)),
        (b"PK\x03\x04\x14\0".to_vec(), not(Seems::Zip)),
        (b"%PDF-1.7".to_vec(), not(Seems::Pdf)),
        (b"<?xml version='1.0'?>".to_vec(), not(Seems::Xml)),
        (b"Dear diary".to_vec(), not(Seems::Text)),
        (b"[1, 2]".to_vec(), not(Seems::Json)),
        (b"{\"format\": \"other\"}".to_vec(), not(Seems::Json)),
        (b"{}".to_vec(), not(Seems::Json)),
        (b"\xff\xfe\x00".to_vec(), not(Seems::Binary)),
        (b"{\n \"a\": 1,,}".to_vec(), Err(ReadError::NotJson { line: 2, column: 9 })),
        (b"{\n \"a\": ".to_vec(), Err(ReadError::Truncated { line: 2 })),
        (with("/min_reader", json!(2)), Err(ReadError::NewerVersion { needs: 2, has: 1 })),
        (
            whole[..whole.len() / 2].to_vec(),
            Err(ReadError::Truncated { line: 1 + whole[..whole.len() / 2].iter().filter(|b| **b == b'\n').count() }),
        ),
    ] {
        assert_eq!(read(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }
    let cut = whole.iter().position(|byte| *byte >= 0x80).unwrap() + 1;
    assert_eq!(read(&whole[..cut]), Err(ReadError::Truncated { line: 7 }), "within a character");
    let mut marked = "\u{feff}".as_bytes().to_vec();
    marked.extend_from_slice(&whole);
    assert_eq!(read(&marked), Ok(rich()), "a byte order mark is no fault");
    assert_eq!(read(&with("/version", json!(9))).unwrap().project, rich().project, "newer, but meant to be read");
}

#[test]
fn a_bad_field_is_named() {
    let bad = |bytes: Vec<u8>| match read(&bytes) {
        Err(ReadError::BadField { path, problem }) => (path, problem),
        other => panic!("{other:?}"),
    };
    let expected = |path: &str, what: &str| (path.to_owned(), Problem::Expected(what.to_owned()));
    let missing = |path: &str| (path.to_owned(), Problem::Missing);
    assert_eq!(bad(with("/documents/1/title", json!(5))), expected("documents[1].title", "a string"));
    assert_eq!(bad(with("/codes/0/name", json!(null))), expected("codes[0].name", "a string"));
    assert_eq!(bad(with("/codes/0/hue", json!(300))), expected("codes[0].hue", "u8"));
    assert_eq!(bad(with("/created", json!("soon"))), expected("created", "a time such as 2026-11-21T09:30:00.000Z"));
    assert_eq!(bad(with("/quotations/1/codings", json!({}))), expected("quotations[1].codings", "a sequence"));
    assert_eq!(bad(with("/version", json!("1"))), expected("version", "a version number"));
    assert_eq!(bad(without("", "version")), missing("version"));
    assert_eq!(bad(without("", "title")), missing("title"));
    assert_eq!(bad(without("/documents/1", "title")), missing("documents[1].title"));
    assert_eq!(bad(without("/documents/1", "text")), missing("documents[1].text"));
    let original = "documents[1].source.original";
    assert_eq!(bad(with("/documents/1/source/original/sha256", json!("x"))).0, original);
    assert_eq!(bad(without("/documents/1/source/original", "bytes")), missing(&format!("{original}.bytes")));
    assert_eq!(bad(without("/history/3", "at")), missing("history[3].at"));
}

#[test]
fn what_can_be_set_right_is_reported() {
    let issues = |bytes: Vec<u8>| {
        let loaded = read(&bytes).unwrap();
        let again = read(&self::bytes(&loaded)).unwrap();
        assert_eq!(again.project, loaded.project, "what was set right stays");
        assert_eq!(again.texts, loaded.texts);
        loaded.issues
    };
    let amina = || "Amina".to_owned();
    let rich = rich();
    let text = value(&rich)["documents"][0]["text"].as_str().unwrap().to_owned();

    let shifted = format!("New. {text}");
    let found = issues(with("/documents/0/text", json!(shifted)));
    assert_eq!(
        found[..2],
        [LoadIssue::TextChanged { document: amina() }, LoadIssue::EditsDoNotFit { document: amina() }]
    );
    let moved = found.iter().filter(|issue| matches!(issue, LoadIssue::QuoteMoved { .. })).count();
    assert_eq!((found.len(), moved), (5, 2), "{found:?}");
    assert_eq!(found[2], LoadIssue::RevisionsDoNotFit { document: amina() });

    let lines = text.replace('\n', "\r\n");
    let found = issues(with("/documents/0/text", json!(lines)));
    assert_eq!(found, [LoadIssue::TextChanged { document: amina() }, LoadIssue::NotCanonical { document: amina() }]);

    let found = issues(with("/documents/1/text", json!("Gone.")));
    let notes = "Field notes".to_owned();
    assert_eq!(
        found,
        [
            LoadIssue::TextChanged { document: notes.clone() },
            LoadIssue::QuoteLost { document: notes.clone(), words: "Nothing".into() },
            LoadIssue::Unsound(emic_core::repair::Issue::StructureUnsound { document: notes.clone() }),
            LoadIssue::Unsound(emic_core::repair::Issue::BeyondText {
                document: notes,
                words: "Nothing".into(),
                left_out: false
            }),
        ]
    );

    let twin = value(&rich)["codes"][0].clone();
    let found = issues(with("/codes/1", twin));
    // The coding of the one that went, and the theme that it was under.
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(matches!(&found[0], LoadIssue::SameId { name, .. } if name == "Leaving"));
    let turned = issues(with("/quotations/0/span", json!([58, 19])));
    assert_eq!(turned.len(), 1);
    assert!(matches!(turned[0], LoadIssue::SpanTurned { .. }));
    // And the link that it had, and the theme that it was chosen for.
    assert_eq!(issues(with("/quotations/0/document", json!(DocumentId::from_number(99)))).len(), 3);
}

#[test]
fn a_quotation_may_leave_its_words_to_the_text() {
    let loaded = read(&without("/quotations/0", "exact")).unwrap();
    assert_eq!(loaded.issues, vec![]);
    assert_eq!(loaded.project, rich().project);
}

/// Changes one place of a file: the `at`-th of all values.
fn mutate(value: &mut Value, at: &mut usize, new: &Value, remove: bool) -> bool {
    if *at == 0 {
        *value = new.clone();
        return true;
    }
    *at -= 1;
    match value {
        Value::Array(items) => {
            if remove && *at < items.len() {
                items.remove(*at);
                return true;
            }
            items.iter_mut().any(|item| mutate(item, at, new, remove))
        }
        Value::Object(fields) => {
            if remove && *at < fields.len() {
                let name = fields.keys().nth(*at).unwrap().clone();
                fields.remove(&name);
                return true;
            }
            fields.values_mut().any(|field| mutate(field, at, new, remove))
        }
        _ => false,
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let id = |n: u128| json!(DocumentId::from_number(n));
    prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        any::<u64>().prop_map(|n| json!(n)),
        (0..100u32).prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
        ".{0,12}".prop_map(|text| json!(text)),
        Just(json!([])),
        Just(json!({})),
        prop::collection::vec(0..80u32, 2).prop_map(|span| json!(span)),
        prop::sample::select(vec![1, 7, 0xA, 0xB, 0xD1, 0xD2, 0x51, 0x52, 0xC0DE, 0xFFFF]).prop_map(id),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_change_of_values_makes_it_panic(
        changes in prop::collection::vec((0..400usize, any_value(), any::<bool>()), 1..6),
    ) {
        let mut file = value(&rich());
        for (mut at, new, remove) in changes {
            // The head stays, or every case would end there.
            let list = ["documents", "quotations", "codes", "folders", "coders", "history"][at % 6];
            at = at / 6 + 1;
            mutate(&mut file[list], &mut at, &new, remove);
        }
        if let Ok(loaded) = read(&pretty(&file)) {
            let out = bytes(&loaded);
            let again = read(&out).unwrap();
            prop_assert_eq!(&again.project, &loaded.project);
            prop_assert_eq!(bytes(&again), out);
            prop_assert!(!again.issues.iter().any(|issue| !matches!(issue, LoadIssue::QuoteLost { .. })), "{:?}", again.issues);
        }
    }

    #[test]
    fn no_change_of_bytes_makes_it_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut file = V1.to_vec();
        let at = at.index(file.len());
        if cut { file.truncate(at) } else { file[at] = byte }
        if let Ok(loaded) = read(&file) {
            prop_assert_eq!(read(&bytes(&loaded)).unwrap().project, loaded.project);
        }
    }

    #[test]
    fn a_cut_file_is_truncated_and_nothing_else(at in any::<prop::sample::Index>()) {
        // Without its last line end and brace it is no longer whole.
        let at = at.index(V1.len() - 2).max(1);
        prop_assert!(matches!(read(&V1[..at]), Err(ReadError::Truncated { .. })), "{:?}", read(&V1[..at]));
    }
}
