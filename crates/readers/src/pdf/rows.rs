//! The lines of all pages, each with its characters in spoken order, and what stands on them.

use emic_core::project::Style;

use super::line::{Line, Piece, Ways};

/// One line of a page.
pub struct Row {
    pub text: String,
    /// Its length in code points.
    pub length: u32,
    /// What of it is bold or italic, in code points of it.
    pub styles: Vec<(u32, u32, Style)>,
    /// The size that most of its letters have.
    pub size: f64,
    /// Whether it stands upright among the lines of its page.
    pub upright: bool,
    pub apart: bool,
    pub indented: bool,
}

/// A comment on lines.
pub struct Comment {
    /// The row and the code point of it where the passage begins.
    pub from: (usize, u32),
    /// Where it ends.
    pub to: (usize, u32),
    pub words: String,
    pub author: Option<String>,
}

/// All rows of a file.
#[derive(Default)]
pub struct Rows {
    pub all: Vec<Row>,
    /// The first row of each page.
    pub pages: Vec<usize>,
    pub comments: Vec<Comment>,
    /// Letters from right to left so far, and the others.
    letters: (usize, usize),
    ways: Ways,
}

/// Where the characters of a page's rows stand.
pub struct Laid {
    /// The first of them.
    pub first: usize,
    pub rows: Vec<LaidRow>,
}

pub struct LaidRow {
    pub angle: u16,
    pub y: f64,
    pub size: f64,
    /// The code point that each piece begins with, where it ends, and where it stands: its left and its right.
    pub pieces: Vec<(u32, u32, f64, f64)>,
}

impl Rows {
    pub fn is_empty(&self) -> bool {
        self.all.iter().all(|row| row.text.trim().is_empty())
    }

    /// Adds the lines of the next page.
    pub fn page(&mut self, lines: Vec<Line>) -> Laid {
        let first = self.all.len();
        self.pages.push(first);
        for line in &lines {
            let (rtl, ltr) = line.letters_each_way();
            self.letters.0 += rtl;
            self.letters.1 += ltr;
        }
        self.ways.rtl = self.letters.0 > self.letters.1;
        let upright = lines.first().map_or(0, |line| line.angle);
        let mut laid = Laid { first, rows: Vec::new() };
        for line in lines {
            let (angle, y, size) = (line.angle, line.y, line.size);
            let (letters, apart, indented) = (line.letters, line.apart, line.indented);
            let pieces = line.spoken(&mut self.ways);
            let mut row = Row {
                text: String::new(),
                length: 0,
                styles: Vec::new(),
                size: letters,
                upright: angle == upright,
                apart,
                indented,
            };
            let mut places = Vec::with_capacity(pieces.len());
            for piece in &pieces {
                let from = row.length;
                row.push(piece);
                places.push((from, row.length, piece.x0, piece.x1));
            }
            if row.length > 0 {
                self.all.push(row);
                laid.rows.push(LaidRow { angle, y, size, pieces: places });
            }
        }
        laid
    }
}

impl Row {
    fn push(&mut self, piece: &Piece) {
        let from = self.length;
        self.text.push_str(&piece.chars);
        self.length += piece.chars.chars().count() as u32;
        for (is, style) in [(piece.bold, Style::Bold), (piece.italic, Style::Italic)] {
            if !is || from == self.length {
                continue;
            }
            match self.styles.iter_mut().rev().take(2).find(|(_, to, other)| *other == style && *to == from) {
                Some((_, to, _)) => *to = self.length,
                None => self.styles.push((from, self.length, style)),
            }
        }
    }
}
