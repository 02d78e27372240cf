//! The codebook as a file: out in each form, and in again from a table.

use std::rc::Rc;

use emic_core::edit::{CodeField, Edit, apply};
use emic_core::ids::{CodeId, CoderId, DocumentId, ProjectId, QuotationId};
use emic_core::project::{
    Anchor, CodeText, Colour, Consent, Document, DocumentKind, Example, Project, Quotation, QuotationList, Source,
    Status, TextRef,
};
use emic_core::text::{Direction, Quote, Span, Text, TextHash};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::codebook::{Column, Fate, Format, MOST_ROWS, Words, guess_columns, plan, write};

fn stamp() -> Stamp {
    Stamp { by: CoderId::from_number(1), at: Timestamp(0) }
}

fn id(n: u128) -> CodeId {
    CodeId::from_number(n)
}

fn done(project: Project, edits: &[Edit]) -> Project {
    edits.iter().fold(project, |project, edit| apply(&project, edit, stamp()).expect("it can be done").0)
}

fn text(n: u128, text: CodeText, words: &str) -> Edit {
    Edit::SetCodeField { id: id(n), field: CodeField::Text(text, words.into()), why: String::new() }
}

fn study() -> Project {
    let project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
    let add = |n, name: &str, parent: Option<u128>| Edit::AddCode {
        id: id(n),
        name: name.into(),
        parent: parent.map(id),
        before: None,
        colour: Colour::nth(0),
    };
    done(
        project,
        &[
            add(1, "Leaving", None),
            add(2, "bags", Some(1)),
            add(3, "=cmd()", None),
            text(2, CodeText::Definition, "What is \"carried\".\nAll of it."),
            text(2, CodeText::NotWhen, "*memories* <b>"),
            Edit::SetCodeField { id: id(2), field: CodeField::Status(Some(Status::Retired)), why: String::new() },
        ],
    )
}

fn written(format: Format) -> String {
    written_of(&study(), format)
}

fn written_of(project: &Project, format: Format) -> String {
    let words = Words {
        title: "Codebook".into(),
        language: "en".into(),
        direction: Direction::LeftToRight,
        word: &|key| key.to_owned(),
    };
    write(project, &|code| if code.id == id(2) { (3, 4) } else { (0, 4) }, format, &words)
}

#[test]
fn a_table_has_a_row_for_each_code_and_no_cell_is_a_formula() {
    let csv = written(Format::Csv { bom: true });
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert!(lines[0].starts_with("\"code\",\"under\",\"level\",\"text-definition\",\"text-full\""), "{}", lines[0]);
    assert!(lines[1].starts_with("\"Leaving\",\"\",\"\",\"\""));
    assert!(
        csv.contains("\"bags\",\"Leaving\",\"\",\"What is \"\"carried\"\".\nAll of it.\",\"\",\"\",\"*memories* <b>\"")
    );
    assert!(csv.contains("\"status-retired\"") && csv.contains("\"3\",\"4\"\r\n"));
    assert!(csv.contains("\r\n\"'=cmd()\","), "no formula");
}

/// The study with a document, and a quotation for each consent that is an example of “bags”.
fn study_with_examples() -> Project {
    let mut project = study();
    let words: Vec<String> = Consent::ALL.iter().map(|consent| format!("said-{}", consent.key())).collect();
    let text = Text::new(words.join(" "));
    let text = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words: 4 };
    let of = DocumentId::from_number(1);
    let document = Document {
        id: of,
        title: "P01".into(),
        kind: DocumentKind::Interview,
        folder: None,
        rank: emic_core::rank::Rank::nth(0),
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
    };
    project.documents.set(of, Some(Rc::new(document)));
    let (mut at, mut list) = (0, Vec::new());
    for (n, (words, consent)) in words.iter().zip(Consent::ALL).enumerate() {
        let span = Span::new(at, at + words.len() as u32);
        at += words.len() as u32 + 1;
        list.push(Rc::new(Quotation {
            id: QuotationId::from_number(n as u128),
            document: of,
            anchor: Anchor::Text(span),
            quote: Quote { exact: words.as_str().into(), prefix: "".into(), suffix: "".into() },
            consent,
            comment: String::new(),
            condensed: String::new(),
            interpretation: String::new(),
            print: None,
            codings: Default::default(),
            created: stamp(),
            changed: Default::default(),
            extra: Default::default(),
        }));
    }
    let examples = list.iter().map(|quotation| Example { document: of, quotation: quotation.id, borderline: false });
    let field = CodeField::Examples(examples.collect());
    project.quotations.set(of, Some(Rc::new(QuotationList::from_unsorted(list))));
    done(project, &[Edit::SetCodeField { id: id(2), field, why: String::new() }])
}

#[test]
fn examples_that_may_not_be_quoted_are_left_out_and_counted() {
    let project = study_with_examples();
    for format in [Format::Csv { bom: false }, Format::Markdown, Format::Html] {
        let out = written_of(&project, format);
        assert!(out.contains("said-quote") || out.contains("said\\-quote"), "{out}");
        for blocked in ["paraphrase", "off-record", "off\\-record", "withdrawn"] {
            assert!(!out.contains(&format!("said-{blocked}")), "{out}");
            assert!(!out.contains(&format!("said\\-{blocked}")), "{out}");
        }
    }
    let csv = written_of(&project, Format::Csv { bom: false });
    assert!(csv.contains("\"typical\",\"borderline\",\"left-out\""), "{csv}");
    assert!(csv.contains("\"“said-quote” (P01)\",\"\",\"3\""), "{csv}");
    assert!(!written(Format::Markdown).contains("left-out"), "nothing is left out");
}

#[test]
fn words_are_no_markup() {
    let markdown = written(Format::Markdown);
    assert!(markdown.contains("\n### bags\n"), "{markdown}");
    assert!(markdown.contains("- **text-not\\_when:** \\*memories\\* \\<b>"), "{markdown}");
    let html = written(Format::Html);
    assert!(html.contains("<h3><bdi>bags</bdi></h3>") && html.contains("*memories* &lt;b&gt;</dd>"), "{html}");
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn random() -> impl FnMut() -> [u8; 16] {
    let mut n = 100;
    move || {
        n += 1;
        [n; 16]
    }
}

#[test]
fn a_table_is_taken_in_without_overwriting_anything_unasked() {
    let project = study();
    let head = rows(&[&["Code name", "Parent", "Level", "Description", "When not to use"]]);
    let columns = guess_columns(&head[0]);
    assert_eq!(
        columns,
        [
            Column::Name,
            Column::Under,
            Column::Level,
            Column::Text(CodeText::Definition),
            Column::Text(CodeText::NotWhen)
        ]
    );
    let table = rows(&[
        &["BAGS", "leaving", "Code", "Something else.", "*memories* <b>"],
        &["water", "bags", "code", "What is drunk.", ""],
        &["Staying › garden", "", "", "", ""],
        &["'=cmd()", "", "", "A sum.", ""],
        &["", "x", "", "", ""],
        &["", "", "", "", ""],
    ]);
    let found = plan(&project, &table, &columns, &mut random());
    let told: Vec<_> = found.codes.iter().map(|code| (code.path.join("/"), code.fate.clone())).collect();
    let there = |fills: &[CodeText], differs: &[CodeText]| Fate::There { fills: fills.into(), differs: differs.into() };
    assert_eq!(
        told,
        [
            ("Leaving".to_owned(), Fate::Same),
            ("Leaving/BAGS".to_owned(), there(&[], &[CodeText::Definition])),
            ("Leaving/bags/water".to_owned(), Fate::New),
            ("Staying".to_owned(), Fate::New),
            ("Staying/garden".to_owned(), Fate::New),
            ("=cmd()".to_owned(), there(&[CodeText::Definition], &[])),
        ]
    );
    assert_eq!((found.nameless, found.levels.len()), (1, 1));

    let kept = done(project.clone(), &found.edits(&project, false, "imported"));
    assert_eq!(kept.codes.get(&id(2)).unwrap().definition, "What is \"carried\".\nAll of it.");
    assert_eq!(kept.codes.get(&id(3)).unwrap().definition, "A sum.");
    assert_eq!(kept.codes.len(), 6);
    let water = kept.codes.values().find(|code| code.name == "water").unwrap();
    assert_eq!((water.parent, water.definition.as_str()), (Some(id(2)), "What is drunk."));
    assert_eq!(kept.meta.book.level(water.sheet.level.unwrap()).unwrap().name, "Code");

    let replaced = done(project.clone(), &found.edits(&project, true, "imported"));
    let bags = replaced.codes.get(&id(2)).unwrap();
    assert_eq!(bags.definition, "Something else.");
    assert_eq!(
        (bags.sheet.former[0].words.as_str(), bags.sheet.former[0].why.as_str()),
        ("What is \"carried\".\nAll of it.", "imported")
    );
    // Taken in again it does nothing.
    let again = plan(&replaced, &table, &columns, &mut random());
    assert_eq!(again.edits(&replaced, true, ""), []);
}

#[test]
fn what_goes_out_comes_in_the_same() {
    let csv = written(Format::Csv { bom: false });
    // No cell of it but one has a line end.
    let table: Vec<Vec<String>> = csv
        .replace("\".\nAll", "\". All")
        .lines()
        .map(|line| line.trim_matches('"').split("\",\"").map(|cell| cell.replace("\"\"", "\"")).collect())
        .collect();
    let columns = [Column::Name, Column::Under, Column::Level];
    let empty = Project::new(ProjectId::from_number(2), "Other".into(), Timestamp(0));
    let found = plan(&empty, &table[1..], &columns, &mut random());
    let copy = done(empty.clone(), &found.edits(&empty, false, ""));
    let paths = |project: &Project| {
        project.codes.keys().map(|id| project.code_path(*id).join("/")).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(paths(&copy), paths(&study()));
}

fn named(names: &[(u128, &str, Option<u128>)]) -> Project {
    let project = Project::new(ProjectId::from_number(3), "Names".into(), Timestamp(0));
    let edits: Vec<Edit> = names
        .iter()
        .map(|(n, name, parent)| Edit::AddCode {
            id: id(*n),
            name: (*name).into(),
            parent: parent.map(id),
            before: None,
            colour: Colour::nth(0),
        })
        .collect();
    done(project, &edits)
}

#[test]
fn a_name_that_is_there_is_not_taken_for_a_path() {
    let project = named(&[
        (1, "home / land", None),
        (2, "him\\her", Some(1)),
        (3, "now > then", Some(2)),
        (4, "in › out", Some(1)),
        (5, "below", Some(4)),
    ]);
    let columns = [Column::Name, Column::Under, Column::Text(CodeText::Definition)];
    let csv = written_of(&project, Format::Csv { bom: false });
    let exported: Vec<Vec<String>> = csv
        .lines()
        .skip(1)
        .map(|line| line.trim_matches('"').split("\",\"").take(2).map(str::to_owned).collect())
        .collect();
    let table =
        [exported, rows(&[&["HOME / LAND", "", ""], &["Him\\Her", "Home / Land", ""], &["below", "in › out", ""]])];
    for table in table {
        let found = plan(&project, &table, &columns, &mut random());
        assert!(found.codes.iter().all(|code| code.fate == Fate::Same), "{:?}", found.codes);
        assert_eq!(found.edits(&project, true, ""), []);
    }
    // What is not there is still a path.
    let found = plan(&project, &rows(&[&["home / sea", "", ""]]), &columns, &mut random());
    let told: Vec<_> = found.codes.iter().map(|code| code.path.join("|")).collect();
    assert_eq!(told, ["home", "home|sea"]);
}

#[test]
fn a_code_named_twice_in_different_ways_is_one_code_of_the_plan() {
    let columns = [Column::Name, Column::Under, Column::Text(CodeText::Definition), Column::Text(CodeText::Full)];
    let table = rows(&[
        &["bags", "", "", "All of it, said at length."],
        &["Bags", "Leaving", "Something else.", ""],
        &["leaving › bags", "", "A third thing.", ""],
    ]);
    let found = plan(&study(), &table, &columns, &mut random());
    let told: Vec<_> = found.codes.iter().map(|code| (code.path.join("/"), code.fate.clone())).collect();
    let both = Fate::There { fills: vec![CodeText::Full], differs: vec![CodeText::Definition] };
    assert_eq!(told, [("Leaving/bags".to_owned(), both), ("Leaving".to_owned(), Fate::Same)]);
    let after = done(study(), &found.edits(&study(), true, ""));
    assert_eq!(after.codes.get(&id(2)).unwrap().definition, "Something else.", "the first row that says it");
}

#[test]
fn many_rows_take_no_longer_than_they_must() {
    // More than are taken in at once, so that what grows with the square of them would be seen.
    let rows = 4 * MOST_ROWS;
    let table: Vec<Vec<String>> =
        (0..rows).map(|n| vec![format!("code {n}"), format!("group {}", n % 50), format!("level {n}")]).collect();
    let columns = [Column::Name, Column::Under, Column::Level];
    let empty = Project::new(ProjectId::from_number(2), "Other".into(), Timestamp(0));
    let mut n = 0_u128;
    let mut random = || {
        n += 1;
        n.to_be_bytes()
    };
    let since = std::time::Instant::now();
    let found = plan(&empty, &table, &columns, &mut random);
    assert_eq!((found.codes.len(), found.levels.len()), (rows + 50, rows));
    assert_eq!(found.edits(&empty, false, "").len(), 1 + rows + 50 + rows);
    assert!(since.elapsed().as_secs() < 10, "{:?}", since.elapsed());
}
