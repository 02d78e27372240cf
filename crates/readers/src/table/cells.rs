//! Cells as programs show them.

use emic_formats::source::{Bound, Refusal};

use super::{Grid, MOST_BYTES, MOST_CELLS, Row};

/// A sheet that is filled from its first row to its last one.
pub(super) struct Filling {
    name: String,
    rows: Vec<Row>,
}

impl Filling {
    pub fn new(name: String) -> Filling {
        Filling { name, rows: Vec::new() }
    }

    /// Puts words into a cell, both counted from 0. Cells come in any order within a row, and `left` are those that may
    /// still come to be.
    ///
    /// # Errors
    /// If there are too many.
    pub fn put(&mut self, row: u32, column: usize, words: &str, left: &mut Budget) -> Result<(), Refusal> {
        if words.trim().is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        let last = match self.rows.iter_mut().next_back() {
            Some(last) if last.number >= number => last,
            _ => {
                left.take(1, 0)?;
                self.rows.push(Row { number, cells: Vec::new() });
                match self.rows.last_mut() {
                    Some(last) => last,
                    None => return Ok(()),
                }
            }
        };
        let more = (column + 1).saturating_sub(last.cells.len());
        // Before anything is kept of them: a file may say the same words in each of many cells.
        left.take(more, words.len())?;
        if more > 0 {
            last.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = last.cells.get_mut(column) {
            *cell = clean(words);
        }
        Ok(())
    }

    pub fn done(self) -> Grid {
        Grid { name: self.name, rows: self.rows }
    }
}

/// How many cells may still come to be, and how many bytes of words in them.
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
}

impl Budget {
    pub fn new() -> Budget {
        Budget { cells: MOST_CELLS, bytes: MOST_BYTES }
    }

    fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Refusal> {
        let left = self.cells.checked_sub(cells).zip(self.bytes.checked_sub(bytes));
        (self.cells, self.bytes) = left.ok_or(Refusal::Excessive(Bound::Cells))?;
        Ok(())
    }
}

/// Words of a cell as a text has them: line feeds only, and no characters that nobody sees.
pub(super) fn clean(words: &str) -> String {
    let words = emic_core::text::canonical(words);
    words.chars().filter(|c| crate::pen::belongs(*c)).collect()
}

/// A number without needless digits; 15 of them count, as in every spreadsheet.
pub(super) fn number(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    match rounded.abs() {
        size if size != 0.0 && !(1e-9..1e15).contains(&size) => format!("{rounded:e}"),
        _ if rounded == 0.0 => "0".to_owned(),
        _ => rounded.to_string(),
    }
}

/// A length of time, in days, as hours, minutes and seconds.
pub(super) fn duration(days: f64) -> String {
    if !(-1e7..1e7).contains(&days) {
        return number(days);
    }
    let ms = (days * 86_400_000.0).round() as i64;
    let sign = if ms < 0 { "-" } else { "" };
    let ms = ms.unsigned_abs();
    let (seconds, ms) = (ms / 1000, ms % 1000);
    let fraction = if ms == 0 { String::new() } else { format!(".{ms:03}") };
    format!("{sign}{:02}:{:02}:{:02}{fraction}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_shown() {
        for (value, expected) in [
            (3.0, "3"),
            (-0.0, "0"),
            (2.5, "2.5"),
            (0.1 + 0.2, "0.3"),
            (123_456_789_012.0, "123456789012"),
            (1e300, "1e300"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(number(value), expected);
        }
        assert_eq!(duration(0.5), "12:00:00");
        assert_eq!(duration(1.25 + 0.5 / 86_400.0), "30:00:00.500");
        assert_eq!(duration(-0.5), "-12:00:00");
        assert_eq!(duration(f64::INFINITY), "inf");
    }
}
