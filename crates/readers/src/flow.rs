//! A text as it is put together: words, paragraphs, rows of tables, and what stands beside them.

use emic_core::project::BlockKind;
use emic_core::text::{Pos, Span};
use emic_formats::source::{Extract, Format, LeftOut, Refusal, Remark};

use crate::pen::{Looks, Pen};

/// How much white space is taken off the ends of what a comment stands on.
const TRIM_LIMIT: usize = 1_000;

/// A text that grows paragraph by paragraph, some of them in tables. Positions are code points.
#[derive(Default)]
pub struct Flow {
    pen: Pen,
    /// Where the paragraph began that is being written.
    began: u32,
    remarks: Vec<Remark>,
    row: Option<Row>,
}

/// A row of a table that is being written.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// Where it began.
    began: u32,
    /// Tabs to be written before the next words.
    tabs: u32,
    /// Whether the cell has words on this line.
    filled: bool,
    /// Whether a line ends before the next words.
    breaks: bool,
}

/// A row around another table, kept while that one is written.
pub struct Outer(Option<Row>);

impl Flow {
    /// The gap after the last code point.
    pub fn at(&self) -> Pos {
        Pos(self.pen.length())
    }

    /// Whether words stand in the paragraph.
    pub fn is_open(&self) -> bool {
        self.pen.length() > self.began
    }

    /// Whether a table is being written.
    pub fn in_table(&self) -> bool {
        self.row.is_some()
    }

    /// Writes what must stand before the next words: the tabs between cells, or the end of a line in a cell.
    pub fn settle(&mut self) {
        let Some(mut row) = self.row else { return };
        if row.breaks && row.filled {
            self.finish_line(Some(BlockKind::TableRow));
        }
        for _ in 0..row.tabs {
            self.pen.push('\t', Looks::default());
        }
        row.tabs = 0;
        row.breaks = false;
        row.filled = true;
        self.row = Some(row);
    }

    /// Writes words into the paragraph. Characters that nobody sees are left out.
    pub fn words(&mut self, words: &str, looks: Looks) {
        if words.is_empty() {
            return;
        }
        self.settle();
        let mut rest = words;
        while let Some(at) = rest.find(['\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{feff}']) {
            let (before, sign) = rest.split_at(at);
            self.pen.push_str(before, looks);
            let mut sign = sign.chars();
            if sign.next() != Some('\u{feff}') {
                self.pen.push('\n', looks);
            }
            rest = sign.as_str();
        }
        self.pen.push_str(rest, looks);
    }

    /// Ends the paragraph, also an empty one. In a table the line goes on in the next cell, and empty ones are nothing.
    pub fn end_paragraph(&mut self, kind: Option<BlockKind>) {
        match &mut self.row {
            Some(row) => row.breaks = row.filled,
            None => self.finish_line(kind),
        }
    }

    fn finish_line(&mut self, kind: Option<BlockKind>) {
        if let Some(kind) = kind {
            self.pen.block(Span::new(self.began, self.pen.length()), kind);
        }
        self.pen.push('\n', Looks::default());
        self.began = self.pen.length();
    }

    /// Begins a table, maybe in a cell of another one.
    pub fn begin_table(&mut self) -> Outer {
        if self.is_open() {
            let kind = self.row.map(|_| BlockKind::TableRow);
            self.finish_line(kind);
        }
        Outer(self.row.take())
    }

    /// Ends a table.
    pub fn end_table(&mut self, outer: Outer) {
        // What follows in the cell around it begins a line of its own.
        self.row = outer.0.map(|row| Row { tabs: 0, filled: false, breaks: false, ..row });
    }

    /// Begins a row of a table.
    pub fn begin_row(&mut self) {
        self.row = Some(Row { began: self.pen.length(), tabs: 0, filled: false, breaks: false });
    }

    /// Goes on to the next cell of the row.
    pub fn next_cell(&mut self) {
        if let Some(row) = &mut self.row {
            row.tabs += 1;
            row.filled = false;
            row.breaks = false;
        }
    }

    /// Ends a row of a table.
    pub fn end_row(&mut self) {
        let began = self.row.take().map(|row| row.began);
        // Rows without words are an empty line.
        if self.is_open() || began == Some(self.pen.length()) {
            self.finish_line(Some(BlockKind::TableRow));
        }
    }

    /// Counts something that does not become text.
    pub fn leave_out(&mut self, what: LeftOut) {
        self.pen.leave_out(what);
    }

    /// Keeps a comment on a passage. One that stands on nothing stands on its paragraph.
    pub fn remark(&mut self, span: Span, words: String, author: Option<String>) {
        self.remarks.push(Remark { span, words, author });
    }

    /// The text with all beside it.
    ///
    /// # Errors
    /// If it is longer than any that is made, or nothing is in it.
    pub fn finish(self, format: Format) -> Result<Extract, Refusal> {
        let mut extract = self.pen.finish(format)?;
        if extract.text.is_empty() {
            return Err(Refusal::Empty);
        }
        extract.remarks = placed(&extract.text, self.remarks);
        Ok(extract)
    }
}

/// Comments on the words they stand on, without white space at the edges: those on nothing stand on their paragraph.
pub(crate) fn placed(text: &str, mut remarks: Vec<Remark>) -> Vec<Remark> {
    if remarks.is_empty() {
        return remarks;
    }
    let letters: Vec<char> = text.chars().collect();
    let length = letters.len();
    let ends: Vec<usize> = letters.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(at, _)| at).collect();
    for remark in &mut remarks {
        let mut start = (remark.span.start.0 as usize).min(length);
        let mut end = (remark.span.end.0 as usize).min(length);
        (start, end) = trimmed(&letters, start, end);
        if start >= end {
            let line = ends.partition_point(|end| *end < start);
            let first = line.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |before| before + 1);
            let last = ends.get(line).copied().unwrap_or(length);
            (start, end) = trimmed(&letters, first, last);
        }
        remark.span = Span::new(start as u32, end.max(start) as u32);
    }
    remarks.sort_by_key(|remark| (remark.span.start, remark.span.end));
    remarks
}

/// Without the white space at both ends, as far as that is no desert.
fn trimmed(letters: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let white = |at: usize| letters.get(at).is_none_or(|c| c.is_whitespace());
    for _ in 0..TRIM_LIMIT {
        if start < end && white(start) {
            start += 1;
        }
        if end > start && white(end - 1) {
            end -= 1;
        }
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use emic_core::project::Style;

    use super::*;

    const BOLD: Looks = Looks { bold: true, italic: false };

    #[test]
    fn paragraphs_styles_and_blocks_stand_where_their_words_do() {
        let mut flow = Flow::default();
        flow.words("Anna", BOLD);
        flow.words(":", BOLD);
        flow.words(" they\u{7} came", Looks::default());
        flow.end_paragraph(Some(BlockKind::ListItem));
        flow.end_paragraph(Some(BlockKind::ListItem));
        flow.words("ليلى", Looks { bold: true, italic: true });
        flow.end_paragraph(None);
        let extract = flow.finish(Format::Docx).unwrap();
        crate::check::sound(&extract);
        assert_eq!(extract.text, "Anna: they came\n\nليلى");
        let styles: Vec<_> = extract.structure.styles.iter().map(|styled| (styled.span, styled.style)).collect();
        let expected =
            [(Span::new(0, 5), Style::Bold), (Span::new(17, 21), Style::Bold), (Span::new(17, 21), Style::Italic)];
        assert_eq!(styles, expected);
        assert_eq!(extract.structure.blocks.len(), 1);
        assert_eq!(extract.structure.blocks[0].span, Span::new(0, 15));
    }

    #[test]
    fn cells_are_apart_by_tabs_and_their_paragraphs_by_lines() {
        let mut flow = Flow::default();
        let outer = flow.begin_table();
        flow.begin_row();
        flow.words("a", Looks::default());
        flow.end_paragraph(None);
        flow.end_paragraph(None);
        flow.words("b", Looks::default());
        flow.end_paragraph(None);
        flow.next_cell();
        flow.next_cell();
        flow.words("c", Looks::default());
        flow.end_paragraph(None);
        let inner = flow.begin_table();
        flow.begin_row();
        flow.words("d", Looks::default());
        flow.next_cell();
        flow.words("e", Looks::default());
        flow.end_row();
        flow.end_table(inner);
        flow.next_cell();
        flow.words("f", Looks::default());
        flow.end_row();
        flow.begin_row();
        flow.next_cell();
        flow.end_row();
        flow.end_table(outer);
        flow.words("after", Looks::default());
        flow.end_paragraph(None);
        let extract = flow.finish(Format::Docx).unwrap();
        assert_eq!(extract.text, "a\nb\t\tc\nd\te\n\tf\n\nafter");
        assert_eq!(extract.structure.blocks.len(), 4);
        crate::check::sound(&extract);
    }

    #[test]
    fn comments_stand_on_words() {
        let mut flow = Flow::default();
        flow.words("one two ", Looks::default());
        flow.end_paragraph(None);
        flow.words("three", Looks::default());
        flow.end_paragraph(None);
        flow.remark(Span::new(10, 10), "on a place".into(), None);
        flow.remark(Span::new(3, 8), "on words".into(), Some("M".into()));
        let extract = flow.finish(Format::Docx).unwrap();
        let spans: Vec<_> = extract.remarks.iter().map(|remark| remark.span).collect();
        assert_eq!(spans, [Span::new(4, 7), Span::new(9, 14)]);
    }
}
