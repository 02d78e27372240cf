//! Tables: .csv and its kin, .xlsx, .ods.

mod cells;
mod delimited;
mod excel;
mod guess;
mod open_document;
mod package;
mod sketch;
mod texts;

#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Format, Outcome, Refusal};
use emic_formats::text_file::{DecodeIssue, Encoding};

use crate::read::Task;

/// The cells that are read of a file.
const MOST_CELLS: usize = 5_000_000;

/// A row that has words in it.
struct Row {
    /// Its number, from 1, as the program shows it.
    number: u32,
    /// Its cells as they are shown; empty ones at the end are not here.
    cells: Vec<String>,
}

impl Row {
    /// The words of a cell, without white space around them.
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// A sheet.
struct Grid {
    name: String,
    rows: Vec<Row>,
}

/// All of a file.
struct Workbook {
    format: Format,
    sheets: Vec<Grid>,
    /// Of a text file: what its bytes were read in, what stands between cells.
    encoding: Option<Encoding>,
    issues: Vec<DecodeIssue>,
    delimiter: char,
}

/// Reads a table: what it looks like or, with a plan, the texts in it. A plan without columns only says how the file is
/// cut into cells, so that is told too.
///
/// # Errors
/// [`Refusal`].
pub fn read(task: &Task<'_>, format: Format) -> Result<Outcome, Refusal> {
    let plan = task.wishes.table.as_ref();
    let workbook = match format {
        Format::Xlsx => excel::read(task)?,
        Format::Ods => open_document::read(task)?,
        _ => delimited::read(task, plan.map(|plan| plan.delimiter))?,
    };
    if workbook.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::Empty);
    }
    let Some(plan) = plan.filter(|plan| !plan.columns.is_empty()) else {
        return Ok(Outcome::Table(sketch::sketch(&workbook, task.wishes.whole_table)));
    };
    let mut texts = texts::texts(&workbook, plan)?;
    for extract in &mut texts {
        extract.encoding = workbook.encoding;
        extract.issues.clone_from(&workbook.issues);
        if workbook.encoding.is_some() {
            extract.aspects.push(Aspect::Encoding);
        }
    }
    Ok(Outcome::Texts(texts))
}
