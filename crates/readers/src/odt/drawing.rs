//! Frames and shapes: pictures, embedded objects, text boxes.

use emic_formats::source::LeftOut;

use super::story::Story;
use crate::xml::{Node, attribute, below, is};

/// Whether an element is a frame or shape that stands in a text.
pub fn is_shape(node: Node<'_, '_>) -> bool {
    node.is_element() && node.tag_name().namespace().is_some_and(|space| space.contains("drawing")) || is(node, "frame")
}

impl<'a, 'i> Story<'a, 'i> {
    /// Finds the words in a frame or shape, and counts what else is in it.
    pub fn drawing(&mut self, shape: Node<'a, 'i>, boxes: &mut Vec<Node<'a, 'i>>) {
        let mut left = vec![shape];
        while let Some(node) = left.pop() {
            match node.tag_name().name() {
                "text-box" => boxes.push(node),
                "frame" => {
                    // A frame holds one thing in several forms, the best one first.
                    let shows = |name: &str| node.children().find(|inner| is(*inner, name));
                    if let Some(words) = shows("text-box") {
                        boxes.push(words);
                    } else if let Some(object) = shows("object").or_else(|| shows("object-ole")) {
                        let what = if self.is_formula(object) { LeftOut::Formula } else { LeftOut::Object };
                        self.flow.leave_out(what);
                    } else if shows("plugin").is_some() {
                        self.flow.leave_out(LeftOut::Media);
                    } else if shows("image").is_some() {
                        self.flow.leave_out(LeftOut::Picture);
                    }
                }
                "control" => self.flow.leave_out(LeftOut::FormField),
                "g" | "a" => left.extend(node.children().rev().filter(Node::is_element)),
                // A shape with words in it.
                _ => {
                    let said = |inner: Node<'_, '_>| {
                        inner.is_text() && inner.text().is_some_and(|words| !words.trim().is_empty())
                    };
                    if below(node, "p").next().is_some() && node.descendants().any(said) {
                        boxes.push(node);
                    }
                }
            }
        }
    }

    fn is_formula(&self, object: Node<'_, '_>) -> bool {
        let folder = attribute(object, "href").unwrap_or_default().trim_start_matches("./").trim_end_matches('/');
        below(object, "math").next().is_some() || self.formulas.iter().any(|formula| formula == folder)
    }
}
