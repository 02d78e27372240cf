//! A table of participants as text: for spreadsheets, for text processors, and as a page of its own. All words and
//! numbers in it are made by the caller.

use emic_core::values::is_formula;

use crate::office::{Block, Page, Sheet};
use crate::quotations::html_escaped;

/// A line: its name, and its cells.
pub type FileLine = (String, Vec<String>);

/// A table in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileTable {
    /// Its caption.
    pub title: String,
    /// The language of its words, as a BCP 47 tag.
    pub language: String,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// The names of its columns; the first is that of the lines.
    pub head: Vec<String>,
    /// What is told of each characteristic: its name, and lines of a name and cells.
    pub sections: Vec<(String, Vec<FileLine>)>,
    /// What stands below it.
    pub notes: Vec<String>,
}

impl FileTable {
    /// The table with its notes as a sheet.
    pub fn sheet(&self) -> Sheet {
        let mut rows = self.rows().into_iter().map(|row| row.into_iter().map(str::to_owned).collect());
        let head = rows.next().unwrap_or_default();
        let rows = rows.chain(self.notes.iter().map(|note| vec![note.clone()])).collect();
        Sheet { name: self.title.clone(), right_to_left: self.rtl, head, rows }
    }

    /// The table under its title, and the notes under it.
    pub fn page(&self) -> Page {
        let mut rows = self.rows().into_iter().map(|row| row.into_iter().map(str::to_owned).collect());
        let head = rows.next().unwrap_or_default();
        let table = Block::Table(head, rows.collect());
        let notes = self.notes.iter().map(|note| Block::Words(note.clone()));
        let blocks = std::iter::once(table).chain(notes).collect();
        Page { title: self.title.clone(), right_to_left: self.rtl, blocks }
    }

    /// All rows: the head, then of each section its name, in a row of one cell, and its lines.
    fn rows(&self) -> Vec<Vec<&str>> {
        let mut rows = vec![self.head.iter().map(String::as_str).collect::<Vec<_>>()];
        for (name, lines) in &self.sections {
            rows.push(vec![name]);
            for (line, cells) in lines {
                rows.push(std::iter::once(line).chain(cells).map(String::as_str).collect());
            }
        }
        rows
    }
}

/// For a spreadsheet's file, by RFC 4180 with a byte order mark; nothing in it is a formula.
pub fn to_csv(table: &FileTable) -> String {
    table.sheet().csv(true)
}

/// For the clipboard: tabs between cells.
pub fn to_tsv(table: &FileTable) -> String {
    let clean = |cell: &&str| {
        let guard = if is_formula(cell) { "'" } else { "" };
        format!("{guard}{}", cell.replace(['\t', '\n', '\r'], " "))
    };
    let rows = table.rows();
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(clean).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\n")
}

/// The table alone, for the clipboard. Text processors take it, but spreadsheets as well, which would compute a cell that
/// looks like a formula: such a one gets an apostrophe before it.
pub fn to_html_table(table: &FileTable) -> String {
    html_table(table, &|cell| match is_formula(cell) {
        true => format!("'{}", html_escaped(cell)),
        false => html_escaped(cell),
    })
}

/// `cell`: what is written for the words of a cell.
fn html_table(table: &FileTable, cell: &dyn Fn(&str) -> String) -> String {
    let dir = if table.rtl { "rtl" } else { "ltr" };
    let mut out = format!("<table dir=\"{dir}\">\n<caption>{}</caption>\n<thead>\n<tr>", cell(&table.title));
    for name in &table.head {
        out.push_str(&format!("<th scope=\"col\">{}</th>", cell(name)));
    }
    out.push_str("</tr>\n</thead>\n");
    for (name, lines) in &table.sections {
        let width = table.head.len();
        out.push_str("<tbody>\n<tr>");
        out.push_str(&format!("<th scope=\"rowgroup\" colspan=\"{width}\">{}</th></tr>\n", cell(name)));
        for (line, cells) in lines {
            out.push_str(&format!("<tr><th scope=\"row\">{}</th>", cell(line)));
            for words in cells {
                out.push_str(&format!("<td>{}</td>", cell(words)));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n");
    for note in &table.notes {
        out.push_str(&format!("<p>{}</p>\n", cell(note)));
    }
    out
}

/// A page that needs nothing from elsewhere.
pub fn to_html(table: &FileTable) -> String {
    const STYLE: &str = "body{font-family:Georgia,'Times New Roman','Amiri',serif;line-height:1.5;margin:2em auto;\
        max-width:60em;padding:0 1em}table{border-collapse:collapse}caption{text-align:start;font-weight:bold;\
        padding-block-end:.5em}th,td{padding:.25em .75em;text-align:start;vertical-align:baseline}\
        thead th{border-block:1px solid}tbody th[scope=row]{font-weight:normal;padding-inline-start:2em}\
        table{border-block-end:1px solid}p{font-size:.9em}";
    let (language, title) = (html_escaped(&table.language), html_escaped(&table.title));
    let dir = if table.rtl { "rtl" } else { "ltr" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n{}</body>\n</html>\n",
        html_table(table, &html_escaped)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> FileTable {
        FileTable {
            title: "Table 1. A & B".into(),
            language: "en".into(),
            rtl: false,
            head: vec!["Characteristic".into(), "All (N = 2)".into()],
            sections: vec![(
                "Gender, n (%)".into(),
                vec![("=female".into(), vec!["1 (50%)".into()]), ("<male>".into(), vec!["1 (50%)".into()])],
            )],
            notes: vec!["Missing values are not counted.".into()],
        }
    }

    #[test]
    fn it_is_written_for_spreadsheets_without_formulas() {
        assert_eq!(
            to_csv(&table()),
            "\u{feff}\"Characteristic\",\"All (N = 2)\"\r\n\"Gender, n (%)\"\r\n\"'=female\",\"1 (50%)\"\r\n\
             \"<male>\",\"1 (50%)\"\r\n\"Missing values are not counted.\"\r\n"
        );
        assert_eq!(to_tsv(&table()), "Characteristic\tAll (N = 2)\nGender, n (%)\n'=female\t1 (50%)\n<male>\t1 (50%)");
    }

    #[test]
    fn it_is_written_as_a_page_whose_words_are_no_markup() {
        let page = to_html(&table());
        assert!(page.contains("<caption>Table 1. A &amp; B</caption>"));
        assert!(page.contains("<tr><th scope=\"row\">&lt;male&gt;</th><td>1 (50%)</td></tr>"));
    }

    #[test]
    fn on_the_clipboard_no_cell_is_a_formula() {
        let mut table = table();
        table.notes.push("=1+1".into());
        let (copied, page) = (to_html_table(&table), to_html(&table));
        assert!(copied.contains("<th scope=\"row\">'=female</th>") && copied.contains("<p>'=1+1</p>"), "{copied}");
        assert!(copied.contains("<td>1 (50%)</td>"), "{copied}");
        assert!(page.contains("<th scope=\"row\">=female</th>") && page.contains("<p>=1+1</p>"), "{page}");
    }
}
