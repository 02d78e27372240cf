//! Tables: each row a line, its cells apart by tabs.

use super::story::Story;
use crate::xml::Node;

impl<'a, 'i> Story<'a, 'i> {
    /// Tells a table.
    pub fn table(&mut self, table: Node<'a, 'i>) {
        if !self.skipping.is_empty() {
            // All of it was added.
            return;
        }
        let item = self.item.take();
        let outer = self.flow.begin_table();
        self.rows(table);
        self.flow.end_table(outer);
        self.item = item;
    }

    fn rows(&mut self, parent: Node<'a, 'i>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "table-row" => self.row(node),
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(node),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: Node<'a, 'i>) {
        self.flow.begin_row();
        let mut first = true;
        for node in row.children().filter(Node::is_element) {
            if !matches!(node.tag_name().name(), "table-cell" | "covered-table-cell") {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                self.flow.next_cell();
            }
            self.blocks(node);
        }
        self.flow.end_row();
    }
}
