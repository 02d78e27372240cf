//! Where one is in the sheet, and which cells are selected.

use std::ops::RangeInclusive;

/// A step in the sheet. "Next" and "before" are along the line: whichever way the page runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column before.
    Before,
    /// To the next column.
    Next,
    /// To the first column.
    Start,
    /// To the last column.
    End,
    /// To the first row and column.
    First,
    /// To the last row and column.
    Last,
    /// Up by so many rows.
    PageUp(usize),
    /// Down by so many rows.
    PageDown(usize),
}

/// The cell that one is in, and the cell that the selection began at. Rows and columns count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selection {
    /// The row and column that one is in.
    pub at: (usize, usize),
    /// The row and column that the selection began at.
    pub from: (usize, usize),
}

impl Selection {
    /// One cell.
    pub fn cell(row: usize, col: usize) -> Selection {
        Selection { at: (row, col), from: (row, col) }
    }

    /// After a step in a sheet of so many rows and columns; `extend` keeps where the selection began.
    pub fn moved(self, step: Move, rows: usize, cols: usize, extend: bool) -> Selection {
        let (last_row, last_col) = (rows.saturating_sub(1), cols.saturating_sub(1));
        let (row, col) = self.at;
        let at = match step {
            Move::Up => (row.saturating_sub(1), col),
            Move::Down => (row + 1, col),
            Move::Before => (row, col.saturating_sub(1)),
            Move::Next => (row, col + 1),
            Move::Start => (row, 0),
            Move::End => (row, last_col),
            Move::First => (0, 0),
            Move::Last => (last_row, last_col),
            Move::PageUp(by) => (row.saturating_sub(by), col),
            Move::PageDown(by) => (row + by, col),
        };
        self.to(at.0.min(last_row), at.1.min(last_col), extend)
    }

    /// At another cell; `extend` keeps where the selection began.
    pub fn to(self, row: usize, col: usize, extend: bool) -> Selection {
        let at = (row, col);
        Selection { at, from: if extend { self.from } else { at } }
    }

    /// Within a sheet of so many rows and columns.
    pub fn within(self, rows: usize, cols: usize) -> Selection {
        let clamp = |(row, col): (usize, usize)| (row.min(rows.saturating_sub(1)), col.min(cols.saturating_sub(1)));
        Selection { at: clamp(self.at), from: clamp(self.from) }
    }

    /// The rows that are selected.
    pub fn rows(self) -> RangeInclusive<usize> {
        self.at.0.min(self.from.0)..=self.at.0.max(self.from.0)
    }

    /// The columns that are selected.
    pub fn cols(self) -> RangeInclusive<usize> {
        self.at.1.min(self.from.1)..=self.at.1.max(self.from.1)
    }

    /// How many cells are selected.
    pub fn count(self) -> usize {
        self.rows().count() * self.cols().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_within_the_sheet() {
        let start = Selection::cell(1, 1);
        for (step, expected) in [
            (Move::Up, (0, 1)),
            (Move::Down, (2, 1)),
            (Move::Before, (1, 0)),
            (Move::Next, (1, 2)),
            (Move::Start, (1, 0)),
            (Move::End, (1, 3)),
            (Move::First, (0, 0)),
            (Move::Last, (2, 3)),
            (Move::PageUp(9), (0, 1)),
            (Move::PageDown(9), (2, 1)),
        ] {
            assert_eq!(start.moved(step, 3, 4, false), Selection::cell(expected.0, expected.1), "{step:?}");
        }
        let wide = start.moved(Move::End, 3, 4, true).moved(Move::Down, 3, 4, true);
        assert_eq!((wide.rows(), wide.cols(), wide.count()), (1..=2, 1..=3, 6));
        assert_eq!(wide.within(1, 2), Selection { at: (0, 1), from: (0, 1) });
        assert_eq!(start.moved(Move::Down, 0, 0, false), Selection::cell(0, 0));
    }
}
