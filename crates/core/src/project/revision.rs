use serde::{Deserialize, Serialize};

use super::Extra;
use crate::text::TextEdits;
use crate::time::Stamp;

/// One correction of a document's text after it came in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// The edits that lead from the text after it back to the text before. So it holds the words that went; those that
    /// came are in the text.
    pub back: TextEdits,
    /// Why it was made; empty if nobody said so.
    pub why: String,
    /// Who made it, and when.
    pub made: Stamp,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Revision {
    /// How long the text before it was, in code points, if the text after it has `length`; `None` if it does not fit that.
    pub fn length_before(&self, length: u32) -> Option<u32> {
        let before = i64::from(length) + self.back.growth();
        u32::try_from(before).ok().filter(|_| self.back.fits(length))
    }
}

/// How many of the latest revisions lead back, one after another, from a text of `length` code points.
pub fn revisions_that_fit(revisions: &[std::rc::Rc<Revision>], length: u32) -> usize {
    let mut length = length;
    let fits = |revision: &&std::rc::Rc<Revision>| match revision.length_before(length) {
        Some(before) => {
            length = before;
            true
        }
        None => false,
    };
    revisions.iter().rev().take_while(fits).count()
}
