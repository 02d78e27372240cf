//! Tracked changes of an OpenDocument text: words that were added stand in the text between two marks; words that were
//! removed stand before the text, with a mark where they were.

use std::collections::HashMap;

use crate::xml::{Node, attribute, children, is};

/// What a change does.
#[derive(Clone, Copy)]
pub enum Change<'a, 'i> {
    /// It adds the words between its marks.
    Adds,
    /// It removed these paragraphs.
    Removed(Node<'a, 'i>),
}

/// All changes of words, by their ids. Those of the look alone are none of them.
pub struct Changes<'a, 'i>(HashMap<&'a str, Change<'a, 'i>>);

impl<'a, 'i> Changes<'a, 'i> {
    /// Reads the changes that stand at the start of a text.
    pub fn of(body: Node<'a, 'i>) -> Changes<'a, 'i> {
        let regions = children(body, "tracked-changes").flat_map(|changes| children(changes, "changed-region"));
        let changes = regions.filter_map(|region| {
            let change = region.children().find_map(|node| match node.tag_name().name() {
                "insertion" => Some(Change::Adds),
                "deletion" => Some(Change::Removed(node)),
                _ => None,
            })?;
            Some((attribute(region, "id")?, change))
        });
        Changes(changes.collect())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The change that a mark in the text is of.
    pub fn of_mark(&self, mark: Node<'_, '_>) -> Option<Change<'a, 'i>> {
        self.0.get(attribute(mark, "change-id")?).copied()
    }
}

/// The paragraphs that a change removed.
pub fn removed<'a, 'i>(deletion: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    deletion.children().filter(|node| node.is_element() && !is(*node, "change-info"))
}
