//! The table of content analysis as a file.

use emic_core::project::{Document, Quotation};

use crate::quotations::csv;

/// A row: where it stands, the quotation, and the names in the columns of codes.
pub struct ContentLine<'a> {
    /// The document.
    pub document: &'a Document,
    /// The quotation.
    pub quotation: &'a Quotation,
    /// What stands in each column of codes.
    pub codes: Vec<String>,
}

/// The table as CSV, by the rules of [`super::Format::Csv`]. `head` names the columns: document, quotation, condensed
/// wording, interpretation, and those of `codes`. `left_out` says what is left out, in a last row; empty if nothing is.
pub fn content_csv<'a>(
    head: &[String],
    lines: impl Iterator<Item = ContentLine<'a>>,
    left_out: &str,
    bom: bool,
) -> String {
    let mut out = String::from(if bom { "\u{feff}" } else { "" });
    csv::line(&head.iter().map(String::as_str).collect::<Vec<_>>(), &mut out);
    for line in lines {
        let ContentLine { document, quotation, codes } = &line;
        let mut cells: Vec<&str> =
            vec![&document.title, &quotation.quote.exact, &quotation.condensed, &quotation.interpretation];
        cells.extend(codes.iter().map(String::as_str));
        csv::line(&cells, &mut out);
    }
    if !left_out.is_empty() {
        csv::line(&["", left_out], &mut out);
    }
    out
}
