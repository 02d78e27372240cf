//! What a table looks like before anything is taken out of it.

use emic_formats::source::{ColumnUse, OneDocumentPer, Sheet, TablePlan, TableSketch};

use super::guess::guess;
use super::{Grid, Workbook};

/// The most rows that are given where all are wanted, and the code points of a cell then.
const MOST_ROWS: usize = 20_000;
const MOST_LETTERS: usize = 5_000;

/// The rows that are shown, the columns of them, and the code points of a cell.
const ROWS: usize = 20;
const COLUMNS: usize = 1000;
const LETTERS: usize = 300;

/// The sketch of a table, and a plan that seems sensible. `whole` gives all rows with all their words.
pub(super) fn sketch(workbook: &Workbook, whole: bool) -> TableSketch {
    let guesses: Vec<_> = workbook.sheets.iter().map(guess).collect();
    // The sheet with answers, then the largest one; the first of several alike.
    let worth = |place: &usize| {
        let answers = guesses.get(*place).is_some_and(|guess| guess.1.contains(&ColumnUse::Answer));
        (answers, workbook.sheets.get(*place).map_or(0, |sheet| sheet.rows.len()))
    };
    let best = (0..guesses.len()).rev().max_by_key(worth).unwrap_or(0);
    let (header, columns, per) =
        guesses.into_iter().nth(best).unwrap_or((false, Vec::new(), OneDocumentPer::Respondent));
    TableSketch {
        sheets: workbook.sheets.iter().map(|sheet| shown(sheet, whole)).collect(),
        suggested: TablePlan { sheet: best as u32, header, columns, per, delimiter: workbook.delimiter },
        encoding: workbook.encoding,
    }
}

fn shown(sheet: &Grid, whole: bool) -> Sheet {
    let (rows, letters) = if whole { (MOST_ROWS, MOST_LETTERS) } else { (ROWS, LETTERS) };
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(COLUMNS);
    let cell = |words: &str| words.chars().take(letters).collect::<String>();
    let first = sheet.rows.iter().take(rows);
    Sheet {
        name: sheet.name.clone(),
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        first: first.map(|row| (0..width).map(|column| cell(row.cell(column))).collect()).collect(),
    }
}
