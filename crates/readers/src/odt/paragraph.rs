//! Paragraphs: their words in order, their numbers, their ends.

use emic_core::project::BlockKind;
use emic_formats::source::LeftOut;

use super::changes::removed;
use super::story::{Item, Story};
use super::styles::WordLook;
use crate::pen::Looks;
use crate::xml::{Node, attribute, is};

/// A paragraph that is being told.
pub struct Paragraph<'a, 'i> {
    /// Its list style, if it names one.
    list: Option<String>,
    /// The level of a heading that counts as one, from 0, and a number that it begins with.
    heading: Option<(usize, Option<u32>)>,
    numbered: bool,
    /// Whether anything was said.
    pub spoken: bool,
    /// White space that stood before the words that come next, and its look: a row of it is one space, and none at the
    /// edges.
    pub space: Option<WordLook>,
    /// Whether nothing but white space was read, which is no space then.
    pub at_start: bool,
    /// Text boxes that hang on it, told after it.
    pub boxes: Vec<Node<'a, 'i>>,
}

impl<'a, 'i> Story<'a, 'i> {
    /// Tells a paragraph or heading, and the text boxes that hang on it.
    pub fn paragraph(&mut self, node: Node<'a, 'i>) {
        let (mut paragraph, look, kind) = self.start(node);
        self.inline(node, look, &mut paragraph);
        self.close(&mut paragraph, kind);
    }

    /// What a paragraph is, before its words.
    fn start(&mut self, node: Node<'a, 'i>) -> (Paragraph<'a, 'i>, WordLook, Option<BlockKind>) {
        let style = self.styles.paragraph(attribute(node, "style-name"));
        let own = attribute(node, "outline-level").and_then(|level| level.parse::<u8>().ok());
        let level = if is(node, "h") { own.or(style.outline).or(Some(1)) } else { style.outline };
        let level = level.filter(|level| *level > 0);
        let kind = level.map(|level| BlockKind::Heading(level.min(6))).or(style.named);
        let mut look = style.look;
        if matches!(kind, Some(BlockKind::Heading(_))) {
            // Headings are set off as such.
            look = WordLook { hidden: look.hidden, ..WordLook::default() };
        }
        let counts = is(node, "h") && self.item.is_none() && attribute(node, "is-list-header") != Some("true");
        let start = attribute(node, "start-value").and_then(|start| start.parse().ok());
        let start = start.filter(|_| attribute(node, "restart-numbering") == Some("true"));
        let paragraph = Paragraph {
            list: style.list.clone(),
            heading: level.filter(|_| counts).map(|level| (usize::from(level) - 1, start)),
            numbered: false,
            spoken: false,
            space: None,
            at_start: true,
            boxes: Vec::new(),
        };
        (paragraph, look, kind)
    }

    fn close(&mut self, paragraph: &mut Paragraph<'a, 'i>, kind: Option<BlockKind>) {
        // The end of a paragraph that an addition holds goes with it.
        if self.skipping.is_empty() {
            if !paragraph.spoken {
                // An item without words is counted all the same.
                self.number(paragraph);
            }
            let item = (paragraph.numbered || self.item.is_some()).then_some(BlockKind::ListItem);
            self.flow.end_paragraph(self.within.or(kind).or(item));
        }
        for content in std::mem::take(&mut paragraph.boxes) {
            let item = self.item.take();
            self.blocks(content);
            self.item = item;
        }
    }

    fn number(&mut self, paragraph: &Paragraph<'a, 'i>) -> Option<String> {
        if let Some((level, start)) = paragraph.heading {
            return self.lists.heading(level, start);
        }
        let item = self.item.as_mut().filter(|item| item.fresh)?;
        item.fresh = false;
        let Item { place, start, .. } = item.clone();
        self.lists.next(&place, paragraph.list.as_deref(), start)
    }

    /// Words of a paragraph: before the first ones stands its number.
    pub fn say(&mut self, words: &str, look: WordLook, paragraph: &mut Paragraph<'a, 'i>) {
        // What stands between a note's own mark and its words stands there once more.
        let words = if self.label.is_empty() { words } else { words.trim_start() };
        if words.is_empty() || !self.skipping.is_empty() {
            return;
        }
        if look.hidden == Some(true) {
            if !self.hiding && !words.trim().is_empty() {
                self.flow.leave_out(LeftOut::Hidden);
                self.hiding = true;
            }
            return;
        }
        self.hiding = false;
        if !paragraph.spoken {
            paragraph.spoken = true;
            let number = self.number(paragraph);
            let label = std::mem::take(&mut self.label);
            // In the midst of words that another paragraph began, no number is seen.
            if self.flow.in_table() || !self.flow.is_open() {
                self.flow.words(&label, Looks::default());
                self.flow.words(number.as_deref().unwrap_or_default(), Looks::default());
                paragraph.numbered = number.is_some();
            }
        }
        if self.comments.any_waiting() {
            self.flow.settle();
            self.comments.reach(self.flow.at());
        }
        self.flow.words(words, look.of_words(words));
    }

    /// Tells paragraphs that a change removed, in the midst of the one that it stands in.
    pub fn restore(&mut self, deletion: Node<'a, 'i>) {
        let mut open: Option<(Paragraph<'a, 'i>, Option<BlockKind>)> = None;
        for node in removed(deletion) {
            if let Some((mut paragraph, kind)) = open.take() {
                self.close(&mut paragraph, kind);
            }
            if is(node, "p") || is(node, "h") {
                let (mut paragraph, look, kind) = self.start(node);
                self.inline(node, look, &mut paragraph);
                open = Some((paragraph, kind));
            } else {
                self.block(node);
            }
        }
    }
}
