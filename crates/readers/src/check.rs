//! What must be true of everything that a reader gives.

use emic_core::text::{Span, canonical};
use emic_formats::source::Extract;

/// # Panics
/// If the text is not canonical, a position is outside of it, or a list is out of order.
pub fn sound(extract: &Extract) {
    assert_eq!(canonical(&extract.text), extract.text.as_str());
    let length = u32::try_from(extract.text.chars().count()).expect("a text is shorter than that");
    let structure = &extract.structure;
    in_order("blocks", length, structure.blocks.iter().map(|block| block.span));
    in_order("pages", length, structure.pages.iter().map(|page| Span { start: page.at, end: page.at }));
    in_order("times", length, structure.times.iter().map(|time| Span { start: time.at, end: time.at }));
    in_order("voices", length, extract.voices.iter().map(|voice| voice.span));
    for styled in &structure.styles {
        assert!(!styled.span.is_empty() && styled.span.end.0 <= length, "{styled:?}");
    }
    for remark in &extract.remarks {
        assert!(remark.span.end.0 <= length, "{remark:?}");
    }
    assert!(structure.speakers.is_empty() && structure.turns.is_empty());
}

fn in_order(what: &str, length: u32, spans: impl Iterator<Item = Span>) {
    let mut last = Span::default();
    for span in spans {
        assert!(span.end.0 <= length, "{what}: {span:?} is beyond {length}");
        assert!(last.end <= span.start, "{what}: {span:?} comes after {last:?}");
        last = span;
    }
}
