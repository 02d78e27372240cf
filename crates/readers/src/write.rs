//! Files of office programs (ECMA-376): the smallest packages that Word, Excel and LibreOffice open.
//!
//! Cells of the workbook are inline strings, which no program takes for a formula.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use emic_core::text::Direction;
use emic_formats::office::{Block, Page, Sheet};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The most UTF-16 code units that a cell of a workbook holds; an ellipsis stands for what is beyond.
const CELL: usize = 32_767;

/// A text as a document of Word.
///
/// # Errors
/// If it cannot be packed.
pub fn docx(page: &Page) -> Result<Vec<u8>, ZipError> {
    let rtl = page.right_to_left;
    let paragraph = |style: &str, bidi: bool, runs: &str| {
        let bidi = if bidi { "<w:bidi/>" } else { "" };
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}</w:pPr>{runs}</w:p>")
    };
    let mut body = paragraph("Title", rtl, &run(&page.title, false, rtl));
    for block in &page.blocks {
        body += &match block {
            Block::Heading(level, words) => {
                paragraph(&format!("Heading{}", (*level).clamp(1, 6)), rtl, &run(words, false, rtl))
            }
            Block::Words(words) => paragraph("Normal", rtl, &run(words, false, rtl)),
            Block::Field(name, words) => {
                let name = run(&format!("{name}: "), true, rtl);
                paragraph("Normal", rtl, &format!("{name}{}", run(words, false, rtl)))
            }
            // What someone says runs its own way, whatever the page's is.
            Block::Quote(words, source) => {
                let own = Direction::of(words).map_or(rtl, |direction| direction == Direction::RightToLeft);
                let source = if source.is_empty() { String::new() } else { run(&format!(" {source}"), false, own) };
                paragraph("Quote", own, &format!("{}{source}", run(words, false, own)))
            }
            Block::Table(head, rows) => table(head, rows, rtl),
        };
    }
    let heading = |level: usize| {
        let size = 36 - 3 * level;
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" \
             w:after=\"60\"/><w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"{size}\"/><w:szCs \
             w:val=\"{size}\"/></w:rPr></w:style>",
            level - 1
        )
    };
    let styles = format!(
        "{XML}<w:styles xmlns:w=\"{WORD}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name \
         w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"60\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>\
         </w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn \
         w:val=\"Normal\"/><w:rPr><w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/></w:rPr></w:style><w:style \
         w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing \
         w:before=\"120\" w:after=\"120\"/><w:ind w:start=\"567\" w:end=\"567\"/></w:pPr></w:style>{}</w:styles>",
        (1..=6).map(heading).collect::<String>()
    );
    let section = format!("<w:sectPr>{}</w:sectPr>", if rtl { "<w:bidi/>" } else { "" });
    let document = format!("{XML}<w:document xmlns:w=\"{WORD}\"><w:body>{body}{section}</w:body></w:document>");
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    pack(&[
        (
            "[Content_Types].xml",
            types(&[
                ("/word/document.xml", &format!("{kind}.document.main+xml")),
                ("/word/styles.xml", &format!("{kind}.styles+xml")),
            ]),
        ),
        ("_rels/.rels", relationships(&[("officeDocument", "word/document.xml")])),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relationships(&[("styles", "styles.xml")])),
        ("word/styles.xml", styles),
    ])
}

/// A table with lines above and below its head and at its end, as papers print it.
fn table(head: &[String], rows: &[Vec<String>], rtl: bool) -> String {
    let bidi = if rtl { "<w:bidi/>" } else { "" };
    let cell = |words: &str, bold: bool, across: usize, under: bool| {
        let across = if across > 1 { format!("<w:gridSpan w:val=\"{across}\"/>") } else { String::new() };
        let line = "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>";
        let line = if under { line } else { "" };
        format!(
            "<w:tc><w:tcPr>{across}{line}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Normal\"/>{bidi}</w:pPr>{}</w:p></w:tc>",
            run(words, bold, rtl)
        )
    };
    let row = |cells: String, head: bool| {
        let head = if head { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
        format!("<w:tr>{head}{cells}</w:tr>")
    };
    let width = head.len().max(1);
    let mut out = row(head.iter().map(|words| cell(words, true, 1, true)).collect(), true);
    for cells in rows {
        out += &match cells.as_slice() {
            [one] => row(cell(one, true, width, false), false),
            cells => {
                let words = |n: usize| cells.get(n).map_or("", String::as_str);
                row((0..width).map(|n| cell(words(n), false, 1, false)).collect(), false)
            }
        };
    }
    let line = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\"/>");
    format!(
        "<w:tbl><w:tblPr>{}<w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>{}{}</w:tblBorders></w:tblPr><w:tblGrid>{}\
         </w:tblGrid>{out}</w:tbl>",
        if rtl { "<w:bidiVisual/>" } else { "" },
        line("top"),
        line("bottom"),
        "<w:gridCol/>".repeat(width)
    )
}

/// Words in one style; line ends stay, as breaks.
fn run(words: &str, bold: bool, right_to_left: bool) -> String {
    let bold = if bold { "<w:b/><w:bCs/>" } else { "" };
    // Each run says for itself which way it runs: a Latin name in an Arabic codebook, and the reverse.
    let rtl = match Direction::of(words) {
        Some(Direction::RightToLeft) => "<w:rtl/>",
        None if right_to_left => "<w:rtl/>",
        _ => "",
    };
    let lines: Vec<String> =
        words.lines().map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r><w:rPr>{bold}{rtl}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}

/// A table as a workbook of Excel: the first row names the columns and stays in view.
///
/// # Errors
/// If it cannot be packed.
pub fn xlsx(table: &Sheet) -> Result<Vec<u8>, ZipError> {
    let mut rows = row(1, &table.head, 1);
    for (n, cells) in table.rows.iter().enumerate() {
        rows += &row(n + 2, cells, 2);
    }
    let rtl = if table.right_to_left { " rightToLeft=\"1\"" } else { "" };
    let columns = format!("<col min=\"1\" max=\"{}\" width=\"28\" customWidth=\"1\"/>", table.head.len().max(1));
    let sheet = format!(
        "{XML}<worksheet xmlns=\"{SHEET}\"><sheetViews><sheetView workbookViewId=\"0\"{rtl}><pane ySplit=\"1\" \
         topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>{columns}</cols>\
         <sheetData>{rows}</sheetData></worksheet>"
    );
    let styles = format!(
        "{XML}<styleSheet xmlns=\"{SHEET}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font>\
         <b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill \
         patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">\
         <border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"3\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf xfId=\"0\" \
         applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>"
    );
    // A sheet's name has 31 characters at most, and not all of them.
    let name: String = table.name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    let name = if name.trim().is_empty() { "Emic".to_owned() } else { escaped(&name) };
    let workbook = format!(
        "{XML}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"{name}\" sheetId=\"1\" \
         r:id=\"rId1\"/></sheets></workbook>"
    );
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    pack(&[
        (
            "[Content_Types].xml",
            types(&[
                ("/xl/workbook.xml", &format!("{kind}.sheet.main+xml")),
                ("/xl/worksheets/sheet1.xml", &format!("{kind}.worksheet+xml")),
                ("/xl/styles.xml", &format!("{kind}.styles+xml")),
            ]),
        ),
        ("_rels/.rels", relationships(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook),
        (
            "xl/_rels/workbook.xml.rels",
            relationships(&[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", styles),
    ])
}

fn row(number: usize, cells: &[String], style: usize) -> String {
    let cells = cells.iter().enumerate().filter(|(_, words)| !words.is_empty()).map(|(column, words)| {
        let words = cut(words);
        let words = literal(&words);
        let at = format!("{}{number}", letters(column));
        format!(
            "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(&words)
        )
    });
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}

/// The words as far as a cell holds them.
fn cut(words: &str) -> Cow<'_, str> {
    if words.len() <= CELL || words.encode_utf16().count() <= CELL {
        return Cow::Borrowed(words);
    }
    let mut room = CELL - 1;
    let kept = words.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(['…']).collect())
}

/// `_x0041_` stands for a character in a workbook (ECMA-376 part 1, 22.9.2.19, ST_Xstring): where it is meant as it is
/// written, its underscore is written that way.
fn literal(words: &str) -> Cow<'_, str> {
    if !words.contains("_x") {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 8);
    for (at, c) in words.char_indices() {
        out.push(c);
        let escape = words.as_bytes()[at..].get(..7);
        if let Some([b'_', b'x', hex @ .., b'_']) = escape
            && hex.iter().all(u8::is_ascii_hexdigit)
        {
            out.push_str("x005F_");
        }
    }
    Cow::Owned(out)
}

/// The letters of a column, from 0: A, …, Z, AA, …
fn letters(mut column: usize) -> String {
    let mut out = String::new();
    loop {
        out.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return out;
        }
        column = column / 26 - 1;
    }
}

fn types(parts: &[(&str, &str)]) -> String {
    let parts = parts.iter().map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    format!(
        "{XML}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/>{}</Types>",
        parts.collect::<String>()
    )
}

fn relationships(to: &[(&str, &str)]) -> String {
    let to = to.iter().enumerate().map(|(n, (kind, target))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>", n + 1)
    });
    format!("{XML}<Relationships xmlns=\"{RELATIONSHIPS}\">{}</Relationships>", to.collect::<String>())
}

fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>, ZipError> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, words) in parts {
        out.start_file(*name, options)?;
        out.write_all(words.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}

/// Words as text of an element or an attribute. Characters that XML cannot hold become spaces.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::{Task, read};
    use emic_formats::source::{Outcome, Wishes};

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    fn table() -> Sheet {
        Sheet {
            name: "Code".into(),
            right_to_left: false,
            head: cells(&["Code", "Definition", "Status"]),
            rows: vec![
                cells(&["Leaving", "All of it.\nAnd more.", ""]),
                cells(&["أمل", "=1+1"]),
                cells(&["deep", "\u{1}x", ""]),
            ],
        }
    }

    fn page() -> Page {
        let field = |name: &str, words: &str| Block::Field(name.into(), words.into());
        Page {
            title: "A & B <study>".into(),
            right_to_left: true,
            blocks: vec![
                Block::Heading(1, "Leaving".into()),
                field("Definition", "All of it.\nAnd more."),
                Block::Heading(9, "أمل".into()),
                Block::Words("What is told.".into()),
                Block::Quote("انتظرنا […]".into(), "(ممرضة)".into()),
                Block::Quote("We left.".into(), String::new()),
            ],
        }
    }

    #[test]
    fn a_workbook_is_read_by_another_reader_and_no_cell_is_a_formula() {
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx(&table()).unwrap())).unwrap();
        let sheet = book.worksheet_range("Code").unwrap();
        let cells: Vec<Vec<String>> =
            sheet.rows().map(|row| row.iter().map(|cell| cell.to_string()).collect()).collect();
        assert_eq!(
            cells,
            [
                ["Code", "Definition", "Status"],
                ["Leaving", "All of it.\nAnd more.", ""],
                ["أمل", "=1+1", ""],
                ["deep", " x", ""],
            ]
        );
        assert!(sheet.rows().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
        assert!(book.worksheet_formula("Code").is_ok_and(|formulas| formulas.is_empty()));
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_long_cell_is_cut_where_excel_can_hold_it() {
        let long = "𝄞".repeat(20_000);
        let kept = cut(&long);
        assert_eq!((kept.encode_utf16().count(), kept.chars().last()), (32_767, Some('…')));
        for fits in ["a".repeat(32_767), "ع".repeat(32_767), String::new()] {
            assert_eq!(cut(&fits), fits);
        }
        assert_eq!(cut(&"a".repeat(32_768)), format!("{}…", "a".repeat(32_766)));
    }

    #[test]
    fn what_looks_like_an_escape_is_read_as_it_is_written() {
        for (words, written) in [
            ("_x0041_", "_x005F_x0041_"),
            ("a_x00e9_x00E9_b", "a_x005F_x00e9_x005F_x00E9_b"),
            ("_x12_ _xyzzy_ _x004", "_x12_ _xyzzy_ _x004"),
            ("é_x000D_", "é_x005F_x000D_"),
        ] {
            assert_eq!(literal(words), written);
        }
    }

    #[test]
    fn a_document_has_headings_and_says_all() {
        let bytes = docx(&page()).unwrap();
        let wishes = Wishes::default();
        let task = Task { name: "book.docx", bytes: &bytes, wishes: &wishes, progress: &|_| () };
        let Ok(Outcome::Texts(texts)) = read(&task) else { panic!("it is read") };
        let words = texts[0].text.as_str();
        assert!(words.starts_with("A & B <study>\n"), "{words}");
        for said in ["\nLeaving\n", "Definition: All of it.", "أمل", "What is told.", "انتظرنا […] (ممرضة)", "We left."]
        {
            assert!(words.contains(said), "{said} is not in {words}");
        }
    }
}
