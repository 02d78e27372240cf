//! Quotations as rows of a table, by RFC 4180.

use emic_core::project::Coding;
use emic_core::values::is_formula;

use super::exporter::Exporter;
use super::gather::Row;

pub(super) fn head(exporter: &Exporter, bom: bool) -> String {
    let mut out = String::from(if bom { "\u{feff}" } else { "" });
    line(&columns(exporter), &mut out);
    out
}

/// What the columns are called.
pub(super) fn columns(exporter: &Exporter) -> Vec<&str> {
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
    cells
}

pub(super) fn quotation(exporter: &Exporter, row: &Row, coding: Option<&Coding>, out: &mut String) {
    let cells = cells(exporter, row, coding);
    line(&cells.iter().map(String::as_str).collect::<Vec<_>>(), out);
}

/// The cells of a quotation's row.
pub(super) fn cells(exporter: &Exporter, row: &Row, coding: Option<&Coding>) -> Vec<String> {
    let names = &exporter.names;
    let (coder, at) = names.made(row, coding);
    let code = coding.map_or("", |coding| names.path(coding.code));
    let mut cells = vec![code.to_owned(), row.words.to_string()];
    if exporter.options.context > 0 {
        cells.extend([row.before.clone(), row.after.clone()]);
    }
    cells.extend([
        row.document.title.clone(),
        row.paragraph(),
        row.speaker.clone(),
        row.time.clone(),
        row.page.clone(),
        row.quotation.comment.clone(),
        coding.map_or("", |coding| &coding.comment).to_owned(),
        coder.to_owned(),
        (exporter.date)(at),
        names.others(&row.quotation, coding.map(|coding| coding.code)),
    ]);
    cells
}

pub(super) fn foot(exporter: &Exporter) -> String {
    let mut out = String::new();
    if !exporter.left_out_note.is_empty() {
        line(&["", &exporter.left_out_note], &mut out);
    }
    out
}

/// One row. A cell that a spreadsheet might take for a formula gets an apostrophe before it.
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
