//! A hit with what stands around it.

use crate::text::{Span, Text, grapheme_snap};

/// The words of a hit and of its paragraph around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before it in the paragraph, cut between words.
    pub before: String,
    /// What was found.
    pub found: String,
    /// What stands after it in the paragraph, cut between words.
    pub after: String,
    /// Whether the paragraph begins before `before`.
    pub more_before: bool,
    /// Whether the paragraph goes on after `after`.
    pub more_after: bool,
}

impl Excerpt {
    /// The words in `span` with at most `context` code points on each side.
    pub fn of(text: &Text, span: Span, context: u32) -> Excerpt {
        let paragraphs = text.paragraphs();
        let first = paragraphs.get(text.paragraph_at(span.start)).map_or(span.start, |paragraph| paragraph.start);
        let last = paragraphs.get(text.paragraph_at(span.end)).map_or(span.end, |paragraph| paragraph.end);
        let from = first.0.max(span.start.0.saturating_sub(context));
        let to = last.0.min(span.end.0.saturating_add(context));
        let (more_before, more_after) = (from > first.0, to < last.0);
        // Inwards to whole graphemes: what is torn at the outer ends is left out.
        let mut before = Span::new(from, span.start.0);
        if grapheme_snap(text, before).start < before.start {
            before = Span { start: crate::text::next_grapheme(text, before.start).min(span.start), ..before };
        }
        let mut after = Span::new(span.end.0, to);
        if grapheme_snap(text, after).end > after.end {
            after = Span { end: crate::text::previous_grapheme(text, after.end).max(span.end), ..after };
        }
        // A word is cut if letters stand on both sides of the cut.
        let word = |from: u32| text.slice(Span::new(from, from + 1)).chars().any(|c| !c.is_whitespace());
        let cut_before = more_before && word(before.start.0 - 1) && word(before.start.0);
        let cut_after = more_after && word(after.end.0) && after.end > span.end && word(after.end.0 - 1);
        let (before, after) = (text.slice(before), text.slice(after));
        // One long word is rather cut than left out.
        let before = match before.split_once(char::is_whitespace) {
            Some((_, rest)) if cut_before => rest,
            _ => before,
        };
        let after = match after.rsplit_once(char::is_whitespace) {
            Some((rest, _)) if cut_after => rest,
            _ => after,
        };
        Excerpt {
            before: before.to_owned(),
            found: text.slice(span).to_owned(),
            after: after.to_owned(),
            more_before,
            more_after,
        }
    }
}
