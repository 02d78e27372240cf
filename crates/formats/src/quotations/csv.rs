//! Quotations as rows of a table, by RFC 4180.

use emic_core::project::Coding;

use super::exporter::Exporter;
use super::gather::Row;

pub(super) fn head(exporter: &Exporter, bom: bool) -> String {
    let mut out = String::from(if bom { "\u{feff}" } else { "" });
    let labels = &exporter.labels;
    let mut cells: Vec<&str> = vec![&labels.code, &labels.quotation];
    if exporter.options.context > 0 {
        cells.extend([labels.before.as_str(), &labels.after]);
    }
    cells.extend([
        labels.document.as_str(),
        &labels.paragraph,
        &labels.speaker,
        &labels.time,
        &labels.page,
        &labels.quotation_comment,
        &labels.coding_comment,
        &labels.coder,
        &labels.date,
        &labels.other_codes,
    ]);
    line(&cells, &mut out);
    out
}

pub(super) fn quotation(exporter: &Exporter, row: &Row, coding: Option<&Coding>, out: &mut String) {
    let names = &exporter.names;
    let (coder, at) = names.made(row, coding);
    let (date, paragraph) = ((exporter.date)(at), row.paragraph());
    let others = names.others(&row.quotation, coding.map(|coding| coding.code));
    let mut cells: Vec<&str> = vec![coding.map_or("", |coding| names.path(coding.code)), &row.words];
    if exporter.options.context > 0 {
        cells.extend([row.before.as_str(), &row.after]);
    }
    cells.extend([
        row.document.title.as_str(),
        &paragraph,
        &row.speaker,
        &row.time,
        &row.page,
        &row.quotation.comment,
        coding.map_or("", |coding| &coding.comment),
        coder,
        &date,
        &others,
    ]);
    line(&cells, out);
}

pub(crate) fn line(cells: &[&str], out: &mut String) {
    for (index, cell) in cells.iter().enumerate() {
        out.push_str(if index > 0 { ",\"" } else { "\"" });
        if is_formula(cell) {
            out.push('\'');
        }
        for c in cell.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet might take a cell for a formula, also where signs are written in their full width.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
