//! Where the words of a quotation stand.

use emic_core::text::{BytePos, Span, Text};

/// A passage by its words.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The words, or those at its beginning if `through` is given.
    pub words: &'a str,
    /// Which one it is of the places where these words stand, from 1.
    pub occurrence: usize,
    /// The words at its end; the passage reaches to the end of the first place where they follow.
    pub through: Option<&'a str>,
}

/// The span of a passage; `None` if the words do not stand there that often, or what it goes through to does not follow
/// in the same paragraph.
pub fn find(text: &Text, place: Place) -> Option<Span> {
    let whole = text.as_str();
    let nth = place.occurrence.checked_sub(1)?;
    let (start, _) = whole.match_indices(place.words).nth(nth)?;
    let mut end = start + place.words.len();
    if let Some(through) = place.through {
        let rest = whole.get(end..)?;
        let paragraph = rest.split('\n').next()?;
        end += paragraph.find(through)? + through.len();
    }
    let pos = |byte: usize| text.pos_of_byte(BytePos(u32::try_from(byte).ok()?));
    let span = Span { start: pos(start)?, end: pos(end)? };
    (!span.is_empty()).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_are_said_to_stand() {
        let text = Text::new("الباب: the door. The door, and the door.\nHere no door.");
        let at = |words, occurrence, through| find(&text, Place { words, occurrence, through });
        assert_eq!(at("the door", 1, None), Some(Span::new(7, 15)), "counted in code points");
        assert_eq!(at("the door", 2, None), Some(Span::new(31, 39)));
        assert_eq!(at("the door", 3, None), None);
        assert_eq!(at("the door", 0, None), None, "counted from 1");
        assert_eq!(at("الباب", 1, Some("The door")), Some(Span::new(0, 25)));
        assert_eq!(at("and", 1, Some("no door")), None, "not in the next paragraph");
        assert_eq!(at("door", 1, Some("the")), Some(Span::new(11, 34)), "after the words only");
        assert_eq!(at("", 1, None), None);
    }
}
