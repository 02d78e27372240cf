//! Pictures, charts, text boxes.

use emic_formats::source::LeftOut;

use super::paragraph::Paragraph;
use super::run::has_words;
use super::story::{Story, branch};
use crate::xml::{Node, attribute, below, is};

impl Story<'_, '_> {
    /// Finds the text boxes in a drawing, which are told after the paragraph that it hangs on, and counts what else is
    /// in it.
    pub fn drawing<'a, 'i>(&mut self, drawing: Node<'a, 'i>, paragraph: &mut Paragraph<'a, 'i>) {
        // An embedded object has a picture of itself.
        if let Some(object) = below(drawing, "OLEObject").next() {
            let formula = attribute(object, "ProgID").is_some_and(|program| program.starts_with("Equation"));
            self.flow.leave_out(if formula { LeftOut::Formula } else { LeftOut::Object });
            return;
        }
        let mut left: Vec<Node<'a, 'i>> = vec![drawing];
        while let Some(node) = left.pop() {
            match node.tag_name().name() {
                "txbxContent" => {
                    if has_words(node) || below(node, "drawing").next().is_some() {
                        paragraph.boxes.push(node);
                    }
                    continue;
                }
                "AlternateContent" => {
                    left.extend(branch(node));
                    continue;
                }
                "pic" | "imagedata" | "contentPart" => {
                    self.flow.leave_out(LeftOut::Picture);
                    continue;
                }
                "chart" | "relIds" => {
                    self.flow.leave_out(LeftOut::Object);
                    continue;
                }
                _ => {}
            }
            // The last one is taken first.
            left.extend(node.children().rev().filter(|child| child.is_element() && !is(*child, "Fallback")));
        }
    }
}
