//! Notes and text boxes: paragraphs that stand apart from those around them.

use emic_core::project::BlockKind;

use super::reader::Reader;
use crate::pen::Looks;

/// Paragraphs that stand apart from those around them, and what each is.
#[derive(Default)]
pub(super) struct Apart(pub Vec<(Letters, Option<BlockKind>)>);

/// The letters of a paragraph, and how each looks.
pub(super) type Letters = Vec<(char, Looks)>;

impl Apart {
    pub fn put(&mut self, c: char, looks: Looks) {
        if self.0.is_empty() {
            self.0.push(Default::default());
        }
        if let Some(last) = self.0.last_mut() {
            last.0.push((c, looks));
        }
    }
}

impl Reader {
    /// A note begins; its mark stands here, unless it has one of its own.
    pub fn note(&mut self) {
        let mut label = String::new();
        if std::mem::take(&mut self.marked) && !self.state.hidden && !self.removed() {
            self.marks += 1;
            label = format!("[{}]", self.marks);
            label.chars().for_each(|c| self.put(c));
            label.push(' ');
        }
        self.state.plain(self.first_font);
        self.state.paragraph();
        self.notes.push((label, Apart::default()));
    }

    /// Puts the notes to the end, after an empty line.
    pub fn tell_notes(&mut self) {
        let mut first = true;
        for (label, Apart(paragraphs)) in std::mem::take(&mut self.notes) {
            let mut label = Some(label);
            for (words, _) in paragraphs {
                let from = words.iter().position(|(c, _)| !c.is_whitespace() && *c != '\u{a0}');
                let Some(words) = from.and_then(|from| words.get(from..)) else { continue };
                if std::mem::take(&mut first) {
                    while self.pen.text.ends_with('\n') {
                        self.pen.pop();
                    }
                    if self.pen.length() > 0 {
                        self.pen.push_str("\n\n", Looks::default());
                    }
                    self.start = self.pen.length();
                }
                self.pen.push_str(&label.take().unwrap_or_default(), Looks::default());
                words.iter().for_each(|(c, looks)| self.pen.push(*c, *looks));
                self.end_line(Some(BlockKind::Note));
            }
        }
    }

    /// Puts the text boxes of the paragraph after it.
    pub fn empty_boxes(&mut self) {
        for (words, kind) in std::mem::take(&mut self.boxes.0) {
            if words.iter().all(|(c, _)| c.is_whitespace()) {
                continue;
            }
            words.into_iter().for_each(|(c, looks)| self.pen.push(c, looks));
            self.end_line(kind);
        }
    }
}
