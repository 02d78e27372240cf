//! The words of a page as they fall into paragraphs, their white space folded as browsers do.

use emic_core::project::{BlockKind, TimeMark};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Extract, Format, LeftOut, Refusal};

use crate::pen::{Looks, Pen};

/// Paragraphs that are being made. A break is only put where words follow.
#[derive(Default)]
pub(super) struct Paragraphs {
    pub pen: Pen,
    /// Where the paragraph begins, in code points and in bytes.
    start: u32,
    start_byte: usize,
    /// What the paragraph is.
    kind: Option<BlockKind>,
    /// Whether there are words in the paragraph.
    open: bool,
    /// Empty lines before the next words.
    empty: u32,
    /// Line breaks before the next words, within the paragraph.
    lines: u32,
    /// Tabs before the next words: cells that have begun in this row.
    tabs: u32,
    /// A folded space before the next words, and how it looks.
    space: Option<Looks>,
    /// What stands before the next words: an item's number.
    marker: Option<String>,
    /// When the next words were said.
    time: Option<u32>,
    times: Vec<TimeMark>,
    /// The rows that are open, one in a cell of another.
    rows: Vec<Row>,
    /// How many more rows are open; they are not taken for rows.
    deep: u32,
    /// The paragraphs of the open rows.
    in_rows: Vec<(Span, Option<BlockKind>)>,
}

/// How deep tables in tables are told apart.
const DEEPEST: usize = 32;

/// A row of a table.
struct Row {
    cells: u32,
    /// Its first paragraph in [`Paragraphs::in_rows`].
    first: usize,
    /// Whether there are words in it.
    begun: bool,
}

impl Paragraphs {
    /// Words; `kind` is what a paragraph is that they begin.
    pub fn words(&mut self, words: &str, kind: Option<BlockKind>, looks: Looks, keep_space: bool) {
        for c in words.chars() {
            match c {
                '\n' | '\r' if keep_space => self.line_break(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if !keep_space => {
                    if self.open && self.lines == 0 && self.tabs == 0 {
                        self.space.get_or_insert(looks);
                    }
                }
                _ => self.visible(c, kind, looks),
            }
        }
    }

    /// One character that is not folded.
    pub fn visible(&mut self, c: char, kind: Option<BlockKind>, looks: Looks) {
        if !self.open {
            self.begin(kind);
            self.open = true;
            if let Some(row) = self.rows.last_mut() {
                row.begun = true;
            }
        }
        for _ in 0..std::mem::take(&mut self.lines) {
            self.pen.push('\n', looks);
        }
        for _ in 0..std::mem::take(&mut self.tabs) {
            self.pen.push('\t', Looks::default());
        }
        if let Some(looks) = self.space.take() {
            self.pen.push(' ', looks);
        }
        if let Some(marker) = self.marker.take() {
            self.pen.push_str(&marker, Looks::default());
        }
        if let Some(ms) = self.time.take() {
            self.times.push(TimeMark { at: Pos(self.pen.length()), ms });
        }
        self.pen.push(c, looks);
    }

    /// Begins the paragraph that words are about to be put into.
    fn begin(&mut self, kind: Option<BlockKind>) {
        self.close();
        if self.pen.length() > 0 {
            (0..=self.empty.saturating_add(self.lines)).for_each(|_| self.pen.push('\n', Looks::default()));
        }
        (self.empty, self.lines, self.space) = (0, 0, None);
        (self.start, self.start_byte) = (self.pen.length(), self.pen.text.len());
        self.kind = kind;
    }

    /// The paragraph is over: what it was is written down.
    fn close(&mut self) {
        let span = Span::new(self.start, self.pen.length());
        match self.kind.take() {
            _ if span.is_empty() => {}
            kind if !self.rows.is_empty() => self.in_rows.push((span, kind)),
            Some(kind) => self.pen.block(span, kind),
            None => {}
        }
        (self.start, self.start_byte) = (self.pen.length(), self.pen.text.len());
    }

    /// A block begins or ends here.
    pub fn block_edge(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        self.space = None;
        if self.tabs > 0 {
            // The cell has not begun: its first block goes on in the row.
            return;
        }
        if !self.open {
            self.empty = self.empty.saturating_add(lines);
            return;
        }
        self.empty = lines.saturating_sub(1);
        self.open = false;
        // A paragraph of non-breaking spaces is what programs write for an empty one. The line feed before it is there.
        let words = self.pen.text.get(self.start_byte..).unwrap_or_default();
        if words.chars().all(|c| matches!(c, '\u{a0}' | ' ')) {
            while self.pen.length() > self.start {
                self.pen.pop();
            }
        }
    }

    /// A line ends, and the paragraph goes on.
    pub fn line_break(&mut self) {
        self.lines = self.lines.saturating_add(1);
        self.space = None;
    }

    /// A line across the page.
    pub fn rule(&mut self) {
        self.block_edge();
        self.empty = self.empty.max(1);
    }

    /// What the next words are to begin with.
    pub fn mark(&mut self, marker: String) {
        self.marker.get_or_insert_default().push_str(&marker);
    }

    /// An item is over: if it had no words, its number stands nowhere.
    pub fn unmark(&mut self) {
        self.marker = None;
    }

    /// The next words were said then.
    pub fn said(&mut self, ms: u32) {
        self.time = Some(ms);
    }

    /// A row of a table begins.
    pub fn row(&mut self) {
        self.tabs = 0;
        self.block_edge();
        if self.rows.len() >= DEEPEST {
            self.deep += 1;
            return;
        }
        self.close();
        self.rows.push(Row { cells: 0, first: self.in_rows.len(), begun: false });
    }

    /// A cell of the row begins.
    pub fn cell(&mut self) {
        let Some(row) = self.rows.last_mut().filter(|_| self.deep == 0) else { return self.block_edge() };
        row.cells += 1;
        if row.cells == 1 {
            return self.block_edge();
        }
        (self.lines, self.space) = (0, None);
        self.tabs = self.tabs.saturating_add(1);
        if row.begun {
            // The cell before this one ended with a block; the row goes on.
            (self.open, self.empty) = (true, 0);
        }
    }

    /// The row ends.
    pub fn end_row(&mut self) {
        self.tabs = 0;
        self.block_edge();
        if self.deep > 0 {
            self.deep -= 1;
            return;
        }
        self.close();
        let Some(row) = self.rows.pop() else { return };
        if row.cells > 1 {
            for paragraph in self.in_rows.iter_mut().skip(row.first) {
                paragraph.1.get_or_insert(BlockKind::TableRow);
            }
        }
        if self.rows.is_empty() {
            for (span, kind) in self.in_rows.drain(..) {
                if let Some(kind) = kind {
                    self.pen.block(span, kind);
                }
            }
        }
    }

    /// Counts what is not in the text.
    pub fn leave_out(&mut self, what: LeftOut) {
        self.pen.leave_out(what);
    }

    /// All of it.
    pub fn finish(mut self) -> Result<Extract, Refusal> {
        while !self.rows.is_empty() {
            self.end_row();
        }
        self.block_edge();
        self.close();
        let mut extract = self.pen.finish(Format::Html)?;
        extract.structure.times = self.times;
        Ok(extract)
    }
}
