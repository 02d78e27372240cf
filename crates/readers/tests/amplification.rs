//! Small files that say a little many times over. What is read of them, and what is kept on the way, stays within bounds:
//! a page of the browser has no more than a few gigabytes for everything.

use std::fs;
use std::io::{Cursor, Write};

use emic_formats::source::{Bound, Outcome, Refusal, Wishes};
use emic_readers::{Task, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The most memory that this program may have had at once, in kilobytes.
const MOST: u64 = 1_200_000;
/// The most bytes that a file here takes.
const SMALL: usize = 3 << 20;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in parts {
        out.start_file(*name, SimpleFileOptions::default()).expect("an archive in memory");
        out.write_all(words.as_bytes()).expect("an archive in memory");
    }
    out.finish().expect("an archive in memory").into_inner()
}

/// A spreadsheet of one long cell that is there half a million times.
fn open_document() -> Vec<u8> {
    let cell = format!("<c:table-cell number-columns-repeated='500'><p>{}</p></c:table-cell>", "word ".repeat(200_000));
    let content = format!("<o><table><table-row number-rows-repeated='1000'>{cell}</table-row></table></o>");
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// A workbook whose cells all refer to one long string.
fn excel() -> Vec<u8> {
    let cells: String =
        (1..20_000).map(|row| format!("<row r='{row}'><c r='A{row}' t='s'><v>0</v></c></row>")).collect();
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation =
        |id: u32, kind: &str, to: &str| format!("<Relationship Id='r{id}' Type='{office}/{kind}' Target='{to}'/>");
    let of_book =
        [relation(1, "worksheet", "worksheets/sheet1.xml"), relation(2, "sharedStrings", "sharedStrings.xml")];
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns='{relations}'>{}</Relationships>",
                relation(1, "officeDocument", "xl/workbook.xml")
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships xmlns='{relations}'>{}</Relationships>", of_book.concat()),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns='{main}' xmlns:r='{office}'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
            ),
        ),
        ("xl/sharedStrings.xml", &format!("<sst xmlns='{main}'><si><t>{}</t></si></sst>", "word ".repeat(200_000))),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet xmlns='{main}'><sheetData>{cells}</sheetData></worksheet>")),
    ])
}

/// A PDF without a table, of these objects from 1; the first is its catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let objects: String =
        objects.iter().enumerate().map(|(at, object)| format!("{} 0 obj\n{object}\nendobj\n", at + 1)).collect();
    format!("%PDF-1.4\n{objects}trailer<</Root 1 0 R>>").into_bytes()
}

/// A page every glyph of which stands for the same long words.
fn actual_text() -> Vec<u8> {
    let content = format!("BT /F 10 Tf 10 400 Td {} ET", "/Span /P BDC (a) Tj EMC 0 0 Td ".repeat(20_000));
    pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>\
         /Properties<</P<</ActualText 5 0 R>>>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        format!("({})", "word ".repeat(20_000)),
    ])
}

/// A PDF each page of which is an object that never ends.
fn endless_objects() -> Vec<u8> {
    let kids: String = (3..30_000).map(|number| format!("{number} 0 R ")).collect();
    let pages: String = (3..30_000).map(|number| format!("{number} 0 obj<</Kids(a\n")).collect();
    let head = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[";
    format!("%PDF-1.4\n{head}{kids}]>>endobj trailer<</Root 1 0 R>>\n{pages}").into_bytes()
}

/// A PDF of streams of objects that never end either.
fn endless_packs() -> Vec<u8> {
    let packs: String = (3..20_000)
        .map(|number| format!("{number} 0 obj<</Type/ObjStm/N 9/First 40>>stream\n1 0 {number} 0\n"))
        .collect();
    format!("%PDF-1.4\n{packs}").into_bytes()
}

#[test]
fn small_files_stay_small() {
    let cells = Some(Refusal::Excessive(Bound::Cells));
    let work = Some(Refusal::Excessive(Bound::Work));
    // Of those without one, any answer will do.
    for (what, name, bytes, why) in [
        ("repeated cells", "a.ods", open_document(), cells.clone()),
        ("shared strings", "a.xlsx", excel(), cells),
        ("words of glyphs", "a.pdf", actual_text(), work),
        ("objects", "a.pdf", endless_objects(), None),
        ("streams of objects", "a.pdf", endless_packs(), None),
    ] {
        assert!(bytes.len() < SMALL, "{what} take {} bytes", bytes.len());
        let outcome = read(&Task { name, bytes: &bytes, wishes: &Wishes::default(), progress: &|_| () });
        assert!(!matches!(outcome, Ok(Outcome::Archive(_))), "{what} are not read as what they are");
        assert!(why.is_none() || outcome.as_ref().err() == why.as_ref(), "{what}");
        // Where the system tells it; on others the refusals stand alone.
        let told = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let most =
            told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        assert!(most.is_none_or(|most| most < MOST), "{what} take {most:?} kB");
    }
}
