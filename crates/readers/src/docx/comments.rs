//! Comments of a Word document (`comments.xml`).

use std::collections::HashMap;

use crate::xml::{Document, Node, attribute, children, is};

/// A comment.
pub struct Comment {
    pub words: String,
    pub author: Option<String>,
}

/// All comments by their id.
pub fn of(document: &Document<'_>) -> HashMap<String, Comment> {
    let comments = children(document.root_element(), "comment").filter_map(|node| {
        let author = attribute(node, "author").map(str::trim).filter(|author| !author.is_empty());
        let words = words(node);
        let id = attribute(node, "id")?.to_owned();
        (!words.is_empty()).then(|| (id, Comment { words, author: author.map(str::to_owned) }))
    });
    comments.collect()
}

/// The words of a comment, a line for each paragraph.
fn words(comment: Node<'_, '_>) -> String {
    let mut out = String::new();
    for node in comment.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "p" if !out.is_empty() => out.push('\n'),
            "t" if !node.ancestors().any(|above| is(above, "del") || is(above, "moveFrom")) => {
                out.extend(node.text().unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\t'));
            }
            "tab" if node.parent().is_some_and(|above| is(above, "r")) => out.push('\t'),
            "br" | "cr" => out.push('\n'),
            _ => {}
        }
    }
    out.trim().to_owned()
}
