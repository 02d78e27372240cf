//! Lines of the text: paragraphs, items of lists, rows of tables.

use emic_core::project::BlockKind;
use emic_core::text::Span;

use super::reader::Reader;
use super::state::To;
use crate::pen::Looks;

impl Reader {
    /// One character of the text.
    pub fn write(&mut self, c: char, looks: Looks) {
        if std::mem::take(&mut self.line_owed) {
            self.end_line(Some(BlockKind::TableRow));
        }
        for _ in 0..std::mem::take(&mut self.tabs) {
            self.pen.push('\t', Looks::default());
        }
        self.cell_begun = true;
        self.pen.push(c, looks);
    }

    pub fn end_line(&mut self, kind: Option<BlockKind>) {
        if let Some(kind) = kind {
            self.pen.block(Span::new(self.start, self.pen.length()), kind);
        }
        self.pen.push('\n', Looks::default());
        self.start = self.pen.length();
        self.item = false;
    }

    /// The end of a paragraph.
    pub fn paragraph(&mut self) {
        if self.removed() {
            return;
        }
        match self.state.to {
            To::Text if self.state.in_table => self.line_owed |= self.cell_begun,
            To::Text if self.cells > 0 => self.row(),
            To::Text => {
                let kind = self.state.kind().or(self.item.then_some(BlockKind::ListItem));
                self.end_line(kind);
                self.empty_boxes();
            }
            To::Note => {
                if let Some(note) = self.notes.last_mut() {
                    note.1.0.push(Default::default());
                }
            }
            To::Box => {
                if let Some(last) = self.boxes.0.last_mut() {
                    last.1 = self.state.kind();
                }
                self.boxes.0.push(Default::default());
            }
            To::Annotation => self.annotation.push('\n'),
            _ => {}
        }
    }

    pub fn cell(&mut self) {
        if self.state.to == To::Text && !self.removed() {
            self.cells += 1;
            self.tabs += 1;
            (self.cell_begun, self.line_owed) = (false, false);
        }
    }

    pub fn row(&mut self) {
        if self.state.to != To::Text {
            return;
        }
        (self.tabs, self.cells, self.cell_begun, self.line_owed) = (0, 0, false, false);
        if self.pen.length() > self.start {
            self.end_line(Some(BlockKind::TableRow));
        }
        self.empty_boxes();
    }

    /// The number of an item, as the program that wrote the file made it.
    pub fn number(&mut self) {
        let number = std::mem::take(&mut self.aside);
        let number = number.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
        self.item = true;
        if number.is_empty() {
            return;
        }
        // Signs of symbol typefaces stand for a bullet.
        let bullet = matches!(number, "·" | "o" | "§" | "Ø" | "ü" | "v")
            || number.chars().all(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
        let marker = if bullet { "•" } else { number };
        format!("{marker} ").chars().for_each(|c| {
            if self.state.to == To::Text && !self.state.hidden && !self.removed() {
                self.write(c, Looks::default());
            }
        });
    }
}
