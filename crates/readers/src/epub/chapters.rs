//! Chapters put after one another.

use std::collections::BTreeMap;

use emic_core::project::{Block, Styled};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Bound, Extract, Format, LeftOut, Refusal, Remark};

/// The longest text that is made, in code points.
const LONGEST: u32 = 50_000_000;

/// The text so far.
#[derive(Default)]
pub struct Chapters {
    text: String,
    length: u32,
    blocks: Vec<Block>,
    styles: Vec<Styled>,
    remarks: Vec<Remark>,
    left_out: BTreeMap<LeftOut, u32>,
}

impl Chapters {
    /// Adds a chapter, after an empty line.
    ///
    /// # Errors
    /// If the text becomes longer than any that is made.
    pub fn add(&mut self, chapter: Extract) -> Result<(), Refusal> {
        for (what, count) in chapter.left_out {
            let sum = self.left_out.entry(what).or_default();
            *sum = sum.saturating_add(count);
        }
        if chapter.text.is_empty() {
            return Ok(());
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
            self.length += 2;
        }
        let start = self.length;
        let moved = |span: Span| Span { start: Pos(span.start.0 + start), end: Pos(span.end.0 + start) };
        let length = u32::try_from(chapter.text.chars().count()).unwrap_or(LONGEST);
        if length.saturating_add(start) > LONGEST {
            return Err(Refusal::Excessive(Bound::Unpacked));
        }
        self.text.push_str(&chapter.text);
        self.length += length;
        let structure = chapter.structure;
        self.blocks.extend(structure.blocks.into_iter().map(|block| Block { span: moved(block.span), ..block }));
        self.styles.extend(structure.styles.into_iter().map(|styled| Styled { span: moved(styled.span), ..styled }));
        self.remarks.extend(chapter.remarks.into_iter().map(|remark| Remark { span: moved(remark.span), ..remark }));
        Ok(())
    }

    /// Counts something that does not become text.
    pub fn leave_out(&mut self, what: LeftOut) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// All of it.
    pub fn finish(self, format: Format) -> Extract {
        let mut extract = Extract::plain(format, self.text);
        extract.structure.blocks = self.blocks;
        extract.structure.styles = self.styles;
        extract.remarks = self.remarks;
        extract.left_out = self.left_out.into_iter().collect();
        extract
    }
}
