//! Tables: each row a line, its cells apart by tabs.

use super::story::Story;
use crate::xml::{Node, child};

impl Story<'_, '_> {
    /// Tells a table.
    pub fn table(&mut self, table: Node<'_, '_>) {
        self.end_merging();
        let outer = self.flow.begin_table();
        self.rows(table);
        self.flow.end_table(outer);
    }

    fn rows(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "tr" => self.row(node),
                "sdt" => self.control(node, |story, content| story.rows(content)),
                "customXml" | "ins" | "del" | "moveTo" | "moveFrom" if !self.drops(node) => self.rows(node),
                "commentRangeStart" => self.begin_comment(node),
                "commentRangeEnd" => self.end_comment(node),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: Node<'_, '_>) {
        if self.is_removed(row, "trPr") {
            return;
        }
        self.flow.begin_row();
        let mut first = true;
        self.cells(row, &mut first);
        self.end_merging();
        self.flow.end_row();
    }

    fn cells(&mut self, parent: Node<'_, '_>, first: &mut bool) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "tc" => {
                    if self.is_removed(node, "tcPr") {
                        continue;
                    }
                    if !std::mem::replace(first, false) {
                        self.end_merging();
                        self.flow.next_cell();
                    }
                    self.blocks(node);
                }
                "sdt" => self.control(node, |story, content| story.cells(content, first)),
                "customXml" | "ins" | "del" | "moveTo" | "moveFrom" if !self.drops(node) => self.cells(node, first),
                "commentRangeStart" => self.begin_comment(node),
                "commentRangeEnd" => self.end_comment(node),
                _ => {}
            }
        }
    }

    /// Whether the properties of a row or cell say that a change removes it.
    fn is_removed(&mut self, node: Node<'_, '_>, properties: &str) -> bool {
        let marks = child(node, properties).into_iter().flat_map(|properties| properties.children());
        let mut removed = false;
        for mark in marks {
            removed |= self.removes(mark) == Some(true);
        }
        if removed {
            self.flow.leave_out(emic_formats::source::LeftOut::TrackedChange);
            for field in crate::xml::below(node, "fldChar") {
                self.fields.mark(field);
            }
        }
        removed
    }
}
