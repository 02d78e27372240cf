//! Tables and texts as any program takes them: what is written is put together once, and given out as CSV, Markdown,
//! HTML, or by the writers of office files, which are apart from this crate.

use emic_core::text::Direction;
use serde::{Deserialize, Serialize};

use crate::quotations::{csv, html, markdown};

/// What a file of an office program is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Office {
    /// A workbook.
    Sheet(Sheet),
    /// A document.
    Page(Page),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether its columns run from right to left.
    pub right_to_left: bool,
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows; cells that a row lacks are empty.
    pub rows: Vec<Vec<String>>,
}

/// A text with headings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// The heading of the whole.
    pub title: String,
    /// Whether its words run from right to left.
    pub right_to_left: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading: its level from 1, below the title, and its words.
    Heading(usize, String),
    /// A paragraph.
    Words(String),
    /// What something is called, and what it is.
    Field(String, String),
    /// Words of someone, set off, and who says them, which may be empty.
    Quote(String, String),
    /// A table: what its columns are called, and its rows. A row of one cell stands across the table.
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Sheet {
    /// The table by RFC 4180. Every cell is in quotation marks; one that a spreadsheet might take for a formula gets an
    /// apostrophe before it. `bom`: whether a byte order mark says that it is UTF-8; older Excel needs it.
    pub fn csv(&self, bom: bool) -> String {
        let mut out = String::from(if bom { "\u{feff}" } else { "" });
        for row in std::iter::once(&self.head).chain(&self.rows) {
            csv::line(&row.iter().map(String::as_str).collect::<Vec<_>>(), &mut out);
        }
        out
    }
}

/// The level of a heading in HTML and Markdown: the title has the first one.
fn level(level: usize) -> usize {
    (level + 1).clamp(2, 6)
}

impl Page {
    /// The text as CommonMark; what people wrote is escaped.
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n", markdown::escaped(&self.title));
        let mut in_list = false;
        for block in &self.blocks {
            let field = matches!(block, Block::Field(..));
            if !(field && in_list) {
                out.push('\n');
            }
            in_list = field;
            match block {
                Block::Heading(depth, words) => {
                    out.push_str(&format!("{} {}\n", "#".repeat(level(*depth)), markdown::escaped(words)));
                }
                Block::Words(words) => out.push_str(&format!("{}\n", markdown::paragraphs(words, ""))),
                Block::Field(name, words) => {
                    let words = markdown::paragraphs(words, "  ");
                    out.push_str(&format!("- **{}:** {}\n", markdown::escaped(name), words.trim_start()));
                }
                Block::Quote(words, source) => {
                    let words = markdown::paragraphs(words, "> ");
                    let source = markdown::escaped(source);
                    let source = if source.is_empty() { source } else { format!(" {source}") };
                    out.push_str(&format!("{words}{source}\n"));
                }
                Block::Table(head, rows) => {
                    let cell = |words: &String| markdown::escaped(words).replace('\n', " ");
                    let line = |cells: &[String]| {
                        let empty = String::new();
                        let cells = (0..head.len()).map(|n| cell(cells.get(n).unwrap_or(&empty)));
                        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
                    };
                    out.push_str(&line(head));
                    out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
                    rows.iter().for_each(|row| out.push_str(&line(row)));
                }
            }
        }
        out
    }

    /// The text as one page of HTML without anything from elsewhere. `language` is that of the words that are not the
    /// researcher's own, as a BCP 47 tag.
    pub fn html(&self, language: &str) -> String {
        let (language, title) = (html::escaped(language), html::escaped(&self.title));
        let direction = if self.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{}</style>\n\
             </head>\n<body>\n<h1><bdi>{title}</bdi></h1>\n",
            html::dir(direction),
            html::STYLE
        );
        for block in &self.blocks {
            match block {
                Block::Heading(depth, words) => {
                    let (level, words) = (level(*depth), html::escaped(words));
                    out.push_str(&format!("<h{level}><bdi>{words}</bdi></h{level}>\n"));
                }
                Block::Words(words) => {
                    for line in words.lines().filter(|line| !line.trim().is_empty()) {
                        out.push_str(&format!("<p{}>{}</p>\n", html::attributes(line), html::escaped(line)));
                    }
                }
                Block::Field(name, words) => {
                    let lines = words.lines().filter(|line| !line.trim().is_empty()).map(html::escaped);
                    let (name, words) = (html::escaped(name), lines.collect::<Vec<_>>().join("<br>"));
                    out.push_str(&format!("<p class=\"note\"><strong>{name}:</strong> <bdi>{words}</bdi></p>\n"));
                }
                Block::Quote(words, source) => {
                    out.push_str(&format!("<blockquote{}>\n", html::attributes(words)));
                    let lines: Vec<_> = words.lines().filter(|line| !line.trim().is_empty()).collect();
                    for (n, line) in lines.iter().enumerate() {
                        let last = n + 1 == lines.len() && !source.is_empty();
                        let source =
                            if last { format!(" <bdi>{}</bdi>", html::escaped(source)) } else { String::new() };
                        out.push_str(&format!("<p>{}{source}</p>\n", html::escaped(line)));
                    }
                    out.push_str("</blockquote>\n");
                }
                Block::Table(head, rows) => {
                    let cell =
                        |tag: &str, words: &String| format!("<{tag}><bdi>{}</bdi></{tag}>", html::escaped(words));
                    let head_cells: String = head.iter().map(|words| cell("th", words)).collect();
                    out.push_str(&format!("<table>\n<tr>{head_cells}</tr>\n"));
                    for row in rows {
                        let cells: String = match row.as_slice() {
                            [one] => format!("<th colspan=\"{}\"><bdi>{}</bdi></th>", head.len(), html::escaped(one)),
                            cells => cells.iter().map(|words| cell("td", words)).collect(),
                        };
                        out.push_str(&format!("<tr>{cells}</tr>\n"));
                    }
                    out.push_str("</table>\n");
                }
            }
        }
        out.push_str("</body>\n</html>\n");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        Page {
            title: "A <study>".into(),
            right_to_left: false,
            blocks: vec![
                Block::Heading(1, "1. Loss".into()),
                Block::Words("One.\n\n*Two*".into()),
                Block::Quote("We left […]\n=at once".into(), "(Nurse, female)".into()),
                Block::Field("Page".into(), "3".into()),
                Block::Field("Comment".into(), "a\nb".into()),
                Block::Table(
                    vec!["Who".into(), "n|%".into()],
                    vec![vec!["Gender".into()], vec!["<f>".into(), "1".into()]],
                ),
            ],
        }
    }

    #[test]
    fn a_text_is_written_as_markdown_and_html_and_words_are_no_markup() {
        assert_eq!(
            page().markdown(),
            "# A \\<study>\n\n## 1\\. Loss\n\nOne.\n\n\\*Two\\*\n\n> We left \\[…\\]\n>\n> \\=at once (Nurse, female)\n\n\
             - **Page:** 3\n- **Comment:** a\n\n  b\n\n\
             | Who | n\\|% |\n| --- | --- |\n| Gender |  |\n| \\<f> | 1 |\n"
        );
        let html = page().html("en");
        assert!(html.contains("<h1><bdi>A &lt;study&gt;</bdi></h1>\n<h2><bdi>1. Loss</bdi></h2>\n"), "{html}");
        assert!(html.contains("<p>=at once <bdi>(Nurse, female)</bdi></p>\n</blockquote>"), "{html}");
        assert!(
            html.contains("<tr><th colspan=\"2\"><bdi>Gender</bdi></th></tr>\n<tr><td><bdi>&lt;f&gt;</bdi></td>"),
            "{html}"
        );
        assert!(html.contains("<strong>Comment:</strong> <bdi>a<br>b</bdi>"), "{html}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let sheet =
            Sheet { head: vec!["A".into()], rows: vec![vec!["=1+1".into(), "\"x\"".into()]], ..Sheet::default() };
        assert_eq!(sheet.csv(true), "\u{feff}\"A\"\r\n\"'=1+1\",\"\"\"x\"\"\"\r\n");
    }
}
