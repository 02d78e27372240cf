//! What stands in a paragraph.

use emic_formats::source::LeftOut;

use super::paragraph::Paragraph;
use super::story::Story;
use super::styles::WordLook;
use crate::xml::{Node, attribute, child};

/// The most spaces that one `text:s` stands for.
const SPACES_LIMIT: usize = 200;

impl<'a, 'i> Story<'a, 'i> {
    /// Tells what stands in a paragraph or in a part of it.
    pub fn inline(&mut self, parent: Node<'a, 'i>, look: WordLook, paragraph: &mut Paragraph<'a, 'i>) {
        for node in parent.children() {
            if node.is_text() {
                self.letters(node.text().unwrap_or_default(), look, paragraph);
                continue;
            }
            match node.tag_name().name() {
                "span" => {
                    let own = self.styles.words(attribute(node, "style-name"));
                    self.inline(node, own.or(look), paragraph);
                }
                "s" => {
                    let count = attribute(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1usize);
                    self.gap(&" ".repeat(count.min(SPACES_LIMIT)), look, paragraph);
                }
                "tab" => self.gap("\t", look, paragraph),
                "line-break" => self.gap("\n", look, paragraph),
                "note" => self.note(node, paragraph),
                "annotation" if !self.skipping.is_empty() => {}
                "annotation" => self.comments.begin(node, self.flow.at()),
                "annotation-end" => self.comments.end(node, self.flow.at()),
                "change" | "change-start" | "change-end" => {
                    self.flush(paragraph);
                    self.change(node);
                }
                // Of words with their reading above, the words.
                "ruby" => {
                    if let Some(base) = child(node, "ruby-base") {
                        self.inline(base, look, paragraph);
                    }
                }
                "hidden-text" | "hidden-paragraph" => {
                    if attribute(node, "is-hidden") == Some("false") {
                        self.inline(node, look, paragraph);
                    } else {
                        self.flow.leave_out(LeftOut::Hidden);
                    }
                }
                "placeholder" | "control" => self.flow.leave_out(LeftOut::FormField),
                "script" => self.flow.leave_out(LeftOut::Script),
                "ruby-text" | "note-body" | "tracked-changes" => {}
                _ if super::drawing::is_shape(node) => {
                    let mut boxes = Vec::new();
                    self.drawing(node, &mut boxes);
                    if self.skipping.is_empty() {
                        paragraph.boxes.append(&mut boxes);
                    }
                }
                // Links, fields and all that only marks words.
                _ if node.is_element() => self.inline(node, look, paragraph),
                _ => {}
            }
        }
    }

    /// Letters of the file, in which a row of white space is one space (ODF 1.3 part 3, 6.1.2).
    fn letters(&mut self, text: &str, look: WordLook, paragraph: &mut Paragraph<'a, 'i>) {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                paragraph.space = paragraph.space.or(Some(look)).filter(|_| !paragraph.at_start);
                continue;
            }
            match paragraph.space.take() {
                Some(before) if before != look => self.say(" ", before, paragraph),
                Some(_) => out.push(' '),
                None => {}
            }
            paragraph.at_start = false;
            out.push(c);
        }
        self.say(&out, look, paragraph);
    }

    /// White space that is meant.
    fn gap(&mut self, gap: &str, look: WordLook, paragraph: &mut Paragraph<'a, 'i>) {
        self.flush(paragraph);
        paragraph.at_start = false;
        self.say(gap, look, paragraph);
    }

    fn flush(&mut self, paragraph: &mut Paragraph<'a, 'i>) {
        if let Some(look) = paragraph.space.take() {
            self.say(" ", look, paragraph);
        }
    }

    fn note(&mut self, note: Node<'a, 'i>, paragraph: &mut Paragraph<'a, 'i>) {
        if !self.skipping.is_empty() {
            return;
        }
        let own = child(note, "note-citation").map(plain).unwrap_or_default();
        let own = own.trim();
        let label = if own.is_empty() { format!("[{}]", self.notes.len() + 1) } else { format!("[{own}]") };
        self.flush(paragraph);
        paragraph.at_start = false;
        self.say(&label, WordLook::default(), paragraph);
        self.notes.push((note, label));
    }
}

/// The letters in an element, without what only stands beside them.
pub fn plain(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match inner.tag_name().name() {
            "s" | "tab" | "line-break" => out.push(' '),
            "p" if !out.is_empty() => out.push('\n'),
            _ => out.extend(
                inner.text().filter(|_| inner.is_text()).unwrap_or_default().chars().filter(|c| !c.is_control()),
            ),
        }
    }
    out
}
