//! Folded texts, kept while there is room.

use std::collections::HashMap;
use std::rc::Rc;

use super::Folded;
use crate::text::TextHash;

/// Folded texts by the hash of the text, up to a number of bytes. What has no room is folded each time: nothing is
/// thrown out for it, for a search goes through all texts in one order and would find none of them again.
#[derive(Debug, Clone)]
pub struct FoldCache {
    most: usize,
    used: usize,
    texts: HashMap<TextHash, Rc<Folded>>,
}

impl FoldCache {
    /// An empty one for `most` bytes.
    pub fn new(most: usize) -> FoldCache {
        FoldCache { most, used: 0, texts: HashMap::new() }
    }

    /// The folded text of that hash, if it is here.
    pub fn get(&self, hash: &TextHash) -> Option<Rc<Folded>> {
        self.texts.get(hash).cloned()
    }

    /// The folded form of `text`, which has that hash; kept if there is room.
    pub fn fold(&mut self, hash: &TextHash, text: &str) -> Rc<Folded> {
        if let Some(kept) = self.texts.get(hash) {
            return Rc::clone(kept);
        }
        let folded = Rc::new(Folded::new(text));
        if self.used + folded.memory() <= self.most {
            self.used += folded.memory();
            self.texts.insert(*hash, Rc::clone(&folded));
        }
        folded
    }

    /// Lets go of all texts but those that are `wanted`: after documents were removed or their words changed.
    pub fn retain(&mut self, mut wanted: impl FnMut(&TextHash) -> bool) {
        self.texts.retain(|hash, _| wanted(hash));
        self.used = self.texts.values().map(|folded| folded.memory()).sum();
    }

    /// How many bytes are used.
    pub fn used(&self) -> usize {
        self.used
    }
}
