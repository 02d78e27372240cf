//! The table of content analysis as a file.

use emic_core::project::{Code, Document, Quotation};

use crate::quotations::csv;

/// A row: where it stands, the quotation, its code, and the names in the columns of the levels.
pub struct ContentLine<'a> {
    /// The document.
    pub document: &'a Document,
    /// The quotation.
    pub quotation: &'a Quotation,
    /// The code; none of a quotation without one.
    pub code: Option<&'a Code>,
    /// What stands above it without a level, and then in the column of each level.
    pub above: Vec<String>,
}

/// The table as CSV, by the rules of [`super::Format::Csv`]. `head` names the columns: document, quotation, condensed
/// wording, interpretation, code, and those of `above`.
pub fn content_csv<'a>(head: &[String], lines: impl Iterator<Item = ContentLine<'a>>, bom: bool) -> String {
    let mut out = String::from(if bom { "\u{feff}" } else { "" });
    csv::line(&head.iter().map(String::as_str).collect::<Vec<_>>(), &mut out);
    for line in lines {
        let ContentLine { document, quotation, code, above } = &line;
        let mut cells: Vec<&str> =
            vec![&document.title, &quotation.quote.exact, &quotation.condensed, &quotation.interpretation];
        cells.push(code.map_or("", |code| &code.name));
        cells.extend(above.iter().map(String::as_str));
        csv::line(&cells, &mut out);
    }
    out
}
