//! A text cut into lines, with what the rules ask about each.

use super::signs;

/// One line; all offsets are bytes of the whole text.
#[derive(Debug, Clone)]
pub struct Line {
    /// The first byte.
    pub start: usize,
    /// The first byte of anything visible; `end` in a blank line.
    pub first: usize,
    /// Past the last visible byte; `end` in a blank line.
    pub last: usize,
    /// The LF's byte, or the text's length.
    pub end: usize,
    /// Visible code points, spaces between them included.
    pub width: usize,
    /// Whether it is page furniture and goes.
    pub furniture: bool,
}

impl Line {
    /// Whether nothing is visible.
    pub fn is_blank(&self) -> bool {
        self.first == self.last
    }
}

/// All lines of a text.
pub struct Lines<'t> {
    /// The text.
    pub text: &'t str,
    /// Its lines; at least one.
    pub all: Vec<Line>,
}

impl<'t> Lines<'t> {
    /// Cuts `text` at its LFs.
    pub fn new(text: &'t str) -> Lines<'t> {
        let mut all = Vec::with_capacity(text.len() / 48 + 1);
        let mut start = 0;
        for line in text.split('\n') {
            let end = start + line.len();
            let seen = line.trim();
            let (first, last) = match seen {
                "" => (end, end),
                _ => (start + (line.len() - line.trim_start().len()), start + line.trim_end().len()),
            };
            all.push(Line { start, first, last, end, width: seen.chars().count(), furniture: false });
            start = end + 1;
        }
        Lines { text, all }
    }

    /// What is visible in line `i`.
    pub fn seen(&self, i: usize) -> &'t str {
        self.all.get(i).map_or("", |line| &self.text[line.first..line.last])
    }

    /// Where line `i` ends with its LF.
    pub fn after(&self, i: usize) -> usize {
        (self.all[i].end + 1).min(self.text.len())
    }

    /// The lines that have something visible and stay.
    pub fn content(&self) -> Vec<usize> {
        (0..self.all.len()).filter(|&i| !self.all[i].is_blank() && !self.all[i].furniture).collect()
    }

    /// Whether the line ends a sentence.
    pub fn ends_sentence(&self, i: usize) -> bool {
        signs::ends_sentence(self.seen(i))
    }

    /// Whether the line starts in the middle of a sentence, as far as a small letter tells.
    pub fn starts_small(&self, i: usize) -> bool {
        signs::first_letter(self.seen(i)).is_some_and(char::is_lowercase)
    }
}
