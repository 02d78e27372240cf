use std::io::{Cursor, Write};

use emic_core::project::BlockKind::Heading;
use emic_formats::source::ColumnUse::{Answer, Attribute, Identifier, Ignore, Speaker, Time};
use emic_formats::source::{
    Bound, ColumnUse, Damage, Extract, Format, LeftOut, OneDocumentPer, Outcome, Refusal, TablePlan, TableSketch,
    Wishes,
};
use emic_formats::text_file::{Encoding, Lookalike};
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};
use zip::write::SimpleFileOptions;

use crate::check::sound;
use crate::hostile::{read_plainly, survives};
use crate::read::Task;

const SURVEY: &str = "\
ResponseId,Date,Group,\"1. Why did\nyou leave?\",&Eacute;t&eacute; &#8211; what else?,Age,IPAddress,Empty\n\
R_1,2024-03-05,A,\"They came at night, and we were afraid of them.\n\nSo we left.\",Nothing much to say about it,41,1.2.3.4,\n\
R_2,2024-03-06,B,غادرنا البيت في الصباح مع الأطفال,,37,1.2.3.5,\n\
,,,,,,,\n\
R_1,2024-03-07,A,My brother said it was time to go,The house was not ours any more &amp; cold\n\
R_4,2024-03-08,B,,,29,1.2.3.7,\n";

const TALK: &str = "speaker,words,tags,timestamp\n,(Music),,\nDB:,Where are we?,,0:00:00\nLG:,In my house.,x,0:01:02\nDB:,Thank you.,,\n";

fn sketch(name: &str, bytes: &[u8]) -> TableSketch {
    match read_plainly(name, bytes) {
        Ok(Outcome::Table(sketch)) => sketch,
        other => panic!("{name}: {other:?}"),
    }
}

fn with(name: &str, bytes: &[u8], plan: TablePlan) -> Result<Vec<Extract>, Refusal> {
    let wishes = Wishes { table: Some(plan), ..Wishes::default() };
    match crate::read(&Task { name, bytes, wishes: &wishes, progress: &|_| () })? {
        Outcome::Texts(texts) => {
            texts.iter().for_each(sound);
            Ok(texts)
        }
        other => panic!("{name}: {other:?}"),
    }
}

fn words(texts: &[Extract]) -> Vec<(&str, &str)> {
    texts.iter().map(|text| (text.title.as_deref().unwrap_or(""), text.text.as_str())).collect()
}

#[test]
fn a_survey_is_sketched() {
    let sketch = sketch("a.csv", SURVEY.as_bytes());
    assert_eq!((sketch.sheets.len(), sketch.sheets[0].rows, sketch.encoding), (1, 5, Some(Encoding::Utf8)));
    assert!(sketch.sheets[0].first.iter().all(|row| row.len() == 8));
    let plan = &sketch.suggested;
    assert_eq!((plan.header, plan.per, plan.delimiter), (true, OneDocumentPer::Respondent, ','));
    assert_eq!(plan.columns, [Identifier, Attribute, Attribute, Answer, Answer, Attribute, Ignore, Ignore]);
}

#[test]
fn with_another_delimiter_it_is_sketched_again() {
    let file = "who;when\nAnna;1,5\nBen;2,5\n".as_bytes();
    assert_eq!(sketch("a.csv", file).suggested.delimiter, ';');
    let table = Some(TablePlan { delimiter: ',', columns: vec![], ..sketch("a.csv", file).suggested });
    let wishes = Wishes { table, ..Wishes::default() };
    let again = crate::read(&Task { name: "a.csv", bytes: file, wishes: &wishes, progress: &|_| () });
    let Ok(Outcome::Table(again)) = again else { panic!("{again:?}") };
    assert_eq!(
        (again.suggested.delimiter, &again.sheets[0].first[1][..]),
        (',', &["Anna;1".to_owned(), "5".to_owned()][..])
    );
}

#[test]
fn a_document_for_each_respondent() {
    let mut plan = sketch("a.csv", SURVEY.as_bytes()).suggested;
    let texts = with("a.csv", SURVEY.as_bytes(), plan.clone()).unwrap();
    assert_eq!(
        words(&texts),
        [
            (
                "R_1",
                "1. Why did you leave?\nThey came at night, and we were afraid of them.\n\nSo we left.\n\
                 Été – what else?\nNothing much to say about it"
            ),
            ("R_2", "1. Why did you leave?\nغادرنا البيت في الصباح مع الأطفال"),
            (
                "R_1 (2)",
                "1. Why did you leave?\nMy brother said it was time to go\nÉté – what else?\n\
                 The house was not ours any more & cold"
            ),
        ]
    );
    let blocks = &texts[0].structure.blocks;
    assert_eq!(
        blocks.iter().map(|block| (block.span.start.0, block.kind)).collect::<Vec<_>>(),
        [(0, Heading(2)), (83, Heading(2))]
    );
    // Who answers nothing has no document; that they are there is told with the first one.
    assert_eq!(texts[0].left_out, [(LeftOut::EmptyAnswer, 2)]);
    assert_eq!(texts[1].left_out, [(LeftOut::EmptyAnswer, 1)]);
    let known = |texts: &[Extract], place: usize| texts[place].attributes.clone();
    let owned = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(known(&texts, 0), [owned("Date", "2024-03-05"), owned("Group", "A"), owned("Age", "41")]);
    assert_eq!(known(&texts, 2), [owned("Date", "2024-03-07"), owned("Group", "A")]);
    // With one answer there is nothing to tell apart; without a name there is the row's number.
    plan.columns = vec![Ignore, Ignore, Ignore, Answer];
    let texts = with("a.csv", SURVEY.as_bytes(), plan.clone()).unwrap();
    assert_eq!(words(&texts)[1], ("3", "غادرنا البيت في الصباح مع الأطفال"));
    assert!(texts.iter().all(|text| text.structure.blocks.is_empty()));
    plan.columns = vec![Ignore];
    assert_eq!(with("a.csv", SURVEY.as_bytes(), plan.clone()), Err(Refusal::Empty));
    plan.sheet = 7;
    assert_eq!(with("a.csv", SURVEY.as_bytes(), plan), Err(Refusal::Empty));
}

#[test]
fn a_document_for_each_question() {
    let mut plan = sketch("a.csv", SURVEY.as_bytes()).suggested;
    plan.per = OneDocumentPer::Question;
    let texts = with("a.csv", SURVEY.as_bytes(), plan).unwrap();
    assert_eq!(
        words(&texts)[1],
        ("Été – what else?", "R_1\nNothing much to say about it\nR_1 (2)\nThe house was not ours any more & cold")
    );
    assert_eq!(texts[1].structure.blocks.len(), 2);
    assert_eq!(texts[1].left_out, [(LeftOut::EmptyAnswer, 2)]);
    assert_eq!(texts[0].title.as_deref(), Some("1. Why did you leave?"));
}

#[test]
fn a_transcript_in_a_table() {
    let plan = sketch("a.csv", TALK.as_bytes()).suggested;
    assert_eq!((plan.per, plan.header), (OneDocumentPer::Transcript, true));
    assert_eq!(plan.columns, [Speaker, Answer, Ignore, Time]);
    let texts = with("a.csv", TALK.as_bytes(), plan).unwrap();
    assert_eq!(words(&texts), [("", "(Music)\nWhere are we?\nIn my house.\nThank you.")]);
    let voices: Vec<_> = texts[0].voices.iter().map(|v| (v.span.start.0, v.span.end.0, v.name.as_str())).collect();
    assert_eq!(voices, [(8, 21, "DB"), (22, 34, "LG"), (35, 45, "DB")]);
    let times: Vec<_> = texts[0].structure.times.iter().map(|time| (time.at.0, time.ms)).collect();
    assert_eq!(times, [(8, 0), (22, 62_000)]);
    // Without names of columns: few speakers, words, and times that go up.
    let plain = "0:01,Anna,Where are we now?\n0:05,Ben,In my old house.\n0:09,Anna,Thank you very much.\n0:12,Ben,Not at all.\n";
    let plan = sketch("a.csv", plain.as_bytes()).suggested;
    assert_eq!((plan.per, plan.header), (OneDocumentPer::Transcript, false));
    assert_eq!(plan.columns, [Time, Speaker, Answer]);
}

#[test]
fn delimiters_encodings_and_ragged_rows() {
    let legacy = encoding_rs::WINDOWS_1256.encode("الاسم;جواب\nسلمى;غادرنا البيت في الصباح مع الأطفال\n").0;
    let found = sketch("a.csv", &legacy);
    assert_eq!((found.suggested.delimiter, found.encoding), (';', Some(Encoding::Windows1256)));
    assert_eq!(found.sheets[0].first[1][0], "سلمى");
    let bom: Vec<u8> = "\u{feff}a\tb\r\n1\tx\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let found = sketch("a.tsv", &bom);
    assert_eq!((found.suggested.delimiter, found.sheets[0].first[1].clone()), ('\t', vec!["1".into(), "x".into()]));
    assert_eq!(sketch("a.csv", b"sep=|\na|b,c,d\n").sheets[0].first[0], ["a", "b,c,d"]);
    let long = format!("name,age\n{}", "P,1\n".repeat(50));
    let wishes = Wishes { whole_table: true, ..Wishes::default() };
    let task = Task { name: "a.csv", bytes: long.as_bytes(), wishes: &wishes, progress: &|_| () };
    let Ok(Outcome::Table(whole)) = crate::read(&task) else { panic!() };
    assert_eq!(whole.sheets[0].first.len(), 51);
    assert_eq!(sketch("a.csv", b"a,b,c\n1\n1,2,3,4\n").sheets[0].first[1], ["1", "", "", ""]);
    assert_eq!(read_plainly("a.csv", b" \n,,\n"), Err(Refusal::Empty));
    let chosen = TablePlan { delimiter: ';', columns: vec![Answer], ..sketch("a.csv", b"x,y;z").suggested };
    assert_eq!(words(&with("a.csv", b"x,y;z", chosen).unwrap()), [("1", "x,y")]);
    // A quotation mark that never ends does not take the rest of the table.
    let endless = format!("a,b\n\"x,y\n{}", "1,2\n".repeat(5000));
    assert_eq!(sketch("a.csv", endless.as_bytes()).sheets[0].rows, 5002);
    assert_eq!(read_plainly("a.csv", &b"a,b\n".repeat(2_600_000)), Err(Refusal::Excessive(Bound::Cells)));
}

fn excel() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Answers").unwrap();
    let (day, minute) = (Look::new().set_num_format("dd.mm.yyyy"), Look::new().set_num_format("d/m/yy hh:mm"));
    for (column, name) in ["Name", "Day", "At", "Mean", "Yes", "Why?"].into_iter().enumerate() {
        sheet.write(0, column as u16, name).unwrap();
    }
    for (row, name) in [(1, "Anna"), (3, "Salma")] {
        sheet.write(row, 0, name).unwrap();
        let date = ExcelDateTime::from_ymd(2024, 3, 5).unwrap();
        sheet.write_with_format(row, 1, &date, &day).unwrap();
        sheet.write_with_format(row, 2, date.and_hms(14, 30, 0).unwrap(), &minute).unwrap();
        sheet.write(row, 3, 0.1 + 0.2 * f64::from(row)).unwrap();
        sheet.write(row, 4, true).unwrap();
        sheet.write(row, 5, format!("They came at night and {name} left.\nThat was all.")).unwrap();
    }
    sheet.write_formula(3, 6, Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write(1_048_575, 0, "far away").unwrap();
    book.add_worksheet().set_name("Hidden").unwrap().set_hidden(true).write(0, 0, "no").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn sheets_of_excel() {
    let bytes = excel();
    let found = sketch("a.xlsx", &bytes);
    assert_eq!(found.sheets.len(), 1);
    assert_eq!((found.sheets[0].name.as_str(), found.sheets[0].rows, found.encoding), ("Answers", 4, None));
    assert_eq!(found.sheets[0].first[1][..5], ["Anna", "2024-03-05", "2024-03-05T14:30", "0.3", "true"]);
    assert_eq!(found.sheets[0].first[2][6], "3");
    let mut plan = found.suggested;
    plan.columns = vec![Identifier, Attribute, Ignore, Ignore, Ignore, Answer];
    let texts = with("a.xlsx", &bytes, plan.clone()).unwrap();
    assert_eq!(words(&texts)[1], ("Salma", "They came at night and Salma left.\nThat was all."));
    plan.columns = vec![Ignore, Ignore, Ignore, Ignore, Ignore, Answer];
    assert_eq!(words(&with("a.xlsx", &bytes, plan).unwrap())[1].0, "Answers 4");
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let how = match *name {
            "mimetype" => SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
            _ => SimpleFileOptions::default(),
        };
        archive.start_file(*name, how).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn ods(content: &str) -> Vec<u8> {
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// As LibreOffice writes it, with the rows of a sheet to its end.
const CONTENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:calculation-settings/>
<table:table table:name="Answers &amp; more" table:style-name="ta1"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row table:style-name="ro1"><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Day</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Age</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Why?</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Anna</text:p><office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-03-05"><text:p>05.03.24</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="41.0"><text:p>41,00</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>They came<text:s text:c="2"/>at &lt;night&gt; <text:span>&amp;</text:span> left.</text:p><text:p>That was<text:line-break/>all.</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>سلمى</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="time" office:time-value="PT01H02M03S"><text:p>1:02</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="Second"><table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50 %</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

#[test]
fn sheets_of_open_document() {
    let found = sketch("a.ods", &ods(CONTENT));
    let names: Vec<_> = found.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows)).collect();
    assert_eq!(names, [("Answers & more", 4), ("Second", 1)]);
    assert_eq!(found.sheets[0].first[1], ["Anna", "2024-03-05", "41", "They came  at <night> & left.\nThat was\nall."]);
    assert_eq!(found.sheets[0].first[3], ["سلمى", "", "01:02:03", "true"]);
    assert_eq!(found.sheets[1].first[0], ["50 %"]);
}

#[test]
fn spreadsheets_made_to_harm_are_refused() {
    // Cut off in the middle of a sheet, what was there is read.
    let cut = ods(&CONTENT[..CONTENT.len() / 2]);
    assert!(!sketch("a.ods", &cut).sheets.is_empty());
    let cell = "<table:table-cell table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell>";
    let row = format!("<table:table-row table:number-rows-repeated=\"1000\">{}</table:table-row>", cell.repeat(16));
    let bomb = format!("<o><table:table>{}</table:table></o>", row.repeat(10));
    assert_eq!(read_plainly("a.ods", &ods(&bomb)), Err(Refusal::Excessive(Bound::Cells)));
    // Few cells, but long ones.
    let long = format!(
        "<table:table-cell table:number-columns-repeated=\"500\"><text:p>{}</text:p></table:table-cell>",
        "word ".repeat(200_000)
    );
    let bomb = format!(
        "<o><table:table><table:table-row table:number-rows-repeated=\"1000\">{long}</table:table-row></table:table></o>"
    );
    assert_eq!(read_plainly("a.ods", &ods(&bomb)), Err(Refusal::Excessive(Bound::Cells)));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let words = "They came. ".repeat(2900);
    for row in 0..500 {
        for column in 0..10 {
            sheet.write(row, column, &words).unwrap();
        }
    }
    assert_eq!(read_plainly("a.xlsx", &book.save_to_buffer().unwrap()), Err(Refusal::Excessive(Bound::Cells)));
    let deep = "<a>".repeat(1000);
    assert_eq!(read_plainly("a.ods", &ods(&deep)), Err(Refusal::Excessive(Bound::Depth)));
    let wide = format!("<o><table:table {}/></o>", (0..1000).map(|n| format!("a{n}=\"\" ")).collect::<String>());
    assert_eq!(read_plainly("a.ods", &ods(&wide)), Err(Refusal::Excessive(Bound::Work)));
    let large = " ".repeat(101 << 20);
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let parts = [types, ("xl/workbook.xml", b"<a/>"), ("xl/sharedStrings.xml", large.as_bytes())];
    assert_eq!(read_plainly("a.xlsx", &archive(&parts)), Err(Refusal::Excessive(Bound::Unpacked)));
    let binary = archive(&[types, ("xl/workbook.bin", b"x")]);
    assert_eq!(read_plainly("a.xlsb", &binary), Err(Refusal::NotRead(Lookalike::Spreadsheet)));
    let secret = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m:file-entry><m:encryption-data/></m:file-entry>"),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(read_plainly("a.ods", &secret), Err(Refusal::Encrypted));
    // One without its main part is told to be an archive of anything; the reader itself says what is missing.
    let missing = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    let task = Task { name: "a.ods", bytes: &missing, wishes: &Wishes::default(), progress: &|_| () };
    let why = Refusal::Damaged(Damage::Missing("content.xml".into()));
    assert_eq!(super::read(&task, Format::Ods), Err(why));
}

#[test]
fn headings_that_are_long_do_not_fill_all_texts() {
    let heading = "Why? ".repeat(200_000);
    let file = format!("who,\"{heading}\",b\n{}", "a,x,y\n".repeat(500));
    let columns = vec![Identifier, Attribute, Answer];
    let plan = TablePlan { columns, ..sketch("a.csv", file.as_bytes()).suggested };
    assert_eq!(with("a.csv", file.as_bytes(), plan), Err(Refusal::Excessive(Bound::Unpacked)));
}

#[test]
fn damaged_tables_are_read_or_refused() {
    survives("a.csv", SURVEY.as_bytes(), 300);
    survives("a.xlsx", &excel(), 300);
    survives("a.ods", &ods(CONTENT), 300);
    // Damage to the words themselves, which an archive's checksums would hide.
    for cut in (0..CONTENT.len()).step_by(97).filter(|cut| CONTENT.is_char_boundary(*cut)) {
        let damaged = format!("{}{}", &CONTENT[..cut], CONTENT.get(cut + 13..).unwrap_or(""));
        let _ = read_plainly("a.ods", &ods(&damaged));
    }
}

#[test]
fn plans_that_people_make_never_fail() {
    let uses = [Identifier, Answer, Attribute, Ignore, Speaker, Time];
    for per in [OneDocumentPer::Respondent, OneDocumentPer::Question, OneDocumentPer::Transcript] {
        for first in 0..6usize.pow(4) {
            let columns: Vec<ColumnUse> = (0..4).map(|place| uses[first / 6usize.pow(place) % 6]).collect();
            let plan = TablePlan { sheet: 0, header: first % 2 == 0, columns, per, delimiter: ',' };
            if let Ok(texts) = with("a.csv", TALK.as_bytes(), plan) {
                assert!(texts.iter().all(|text| !text.text.is_empty()));
            }
        }
    }
}
