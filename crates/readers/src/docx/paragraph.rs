//! Paragraphs: their words in order, their numbers in lists, their ends.

use emic_core::project::BlockKind;
use emic_formats::source::LeftOut;

use super::story::{Story, branch};
use super::styles::{ParagraphStyle, RunLook};
use crate::pen::Looks;
use crate::xml::{Node, below, child};

/// A paragraph that is being told.
pub struct Paragraph<'a, 'i> {
    /// How its words look if they do not say it.
    pub look: RunLook,
    /// Its place in a list, until its number is written.
    list: Option<(String, u8)>,
    /// Whether a number was written.
    numbered: bool,
    /// Whether anything was said.
    pub spoken: bool,
    /// Whether a page or column ends here: a new line, if words follow.
    pub breaks: bool,
    /// Text boxes that hang on it, told after it.
    pub boxes: Vec<Node<'a, 'i>>,
}

impl Story<'_, '_> {
    /// Tells a paragraph and the text boxes that hang on it.
    pub fn paragraph(&mut self, node: Node<'_, '_>) {
        let properties = child(node, "pPr");
        let style = ParagraphStyle::of(properties, self.styles);
        let end = properties.and_then(|properties| child(properties, "rPr"));
        let mut end_removed = false;
        for mark in end.into_iter().flat_map(|end| end.children()) {
            end_removed |= self.removes(mark) == Some(true);
        }
        let mut paragraph = Paragraph {
            look: style.look,
            list: style.list,
            numbered: false,
            spoken: false,
            breaks: false,
            boxes: Vec::new(),
        };
        self.inline(node, &mut paragraph);
        if end_removed || (style.hidden_end && !paragraph.spoken) {
            self.merging |= paragraph.spoken;
        } else {
            // An item without words is counted all the same.
            if let Some((numbering, level)) = paragraph.list.take() {
                self.lists.next(self.styles, &numbering, level);
            }
            let item = paragraph.numbered.then_some(BlockKind::ListItem);
            self.flow.end_paragraph(self.within.or(style.kind).or(item));
            self.merging = false;
        }
        for content in paragraph.boxes {
            self.end_merging();
            self.blocks(content);
        }
    }

    /// Tells what stands in a paragraph or in a part of it.
    pub fn inline<'a, 'i>(&mut self, parent: Node<'a, 'i>, paragraph: &mut Paragraph<'a, 'i>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" => self.run(node, paragraph),
                "hyperlink" | "smartTag" | "fldSimple" | "customXml" | "bdo" | "dir" => self.inline(node, paragraph),
                "sdt" => self.control(node, |story, content| story.inline(content, paragraph)),
                "ins" | "moveTo" | "del" | "moveFrom" if !self.drops(node) => self.inline(node, paragraph),
                "AlternateContent" => {
                    if let Some(branch) = branch(node) {
                        self.inline(branch, paragraph);
                    }
                }
                "commentRangeStart" => self.begin_comment(node),
                "commentRangeEnd" => self.end_comment(node),
                "oMath" => self.flow.leave_out(LeftOut::Formula),
                "oMathPara" => {
                    for _ in below(node, "oMath") {
                        self.flow.leave_out(LeftOut::Formula);
                    }
                }
                "contentPart" => self.flow.leave_out(LeftOut::Picture),
                _ => {}
            }
        }
    }

    /// Words of a paragraph: before the first ones stands its number.
    pub fn say(&mut self, words: &str, look: Looks, paragraph: &mut Paragraph<'_, '_>) {
        // What stands between a note's own mark and its words stands there once more.
        let words = if self.label.is_empty() { words } else { words.trim_start() };
        if words.is_empty() || self.fields.instructing() {
            return;
        }
        let blank = words.trim().is_empty();
        if !paragraph.spoken && blank && paragraph.list.is_some() {
            return;
        }
        if paragraph.breaks && paragraph.spoken {
            self.write("\n", Looks::default());
        }
        paragraph.breaks = false;
        if !paragraph.spoken {
            paragraph.spoken = true;
            let label = std::mem::take(&mut self.label);
            let number = paragraph.list.take();
            let number = number.and_then(|(numbering, level)| self.lists.next(self.styles, &numbering, level));
            // In the midst of words that another paragraph began, no number is seen.
            if !self.merging {
                self.flow.words(&label, Looks::default());
                self.flow.words(number.as_deref().unwrap_or_default(), Looks::default());
                paragraph.numbered = number.is_some();
            }
        }
        self.write(words, look);
    }
}
