//! Counting words.

use unicode_segmentation::UnicodeSegmentation;

/// How many words are in `text`, by the word boundaries of Unicode (UAX #29): "don't" is one, a number is one,
/// punctuation is none. Scripts written without spaces are counted by character where Unicode says no more.
pub fn count_words(text: &str) -> usize {
    // A word never reaches over a space or a line end, so each piece between them is counted by itself. Most hold only
    // ASCII, where a few classes of bytes stand for the tables of all characters.
    text.split([' ', '\n']).map(|piece| ascii_words(piece.as_bytes()).unwrap_or_else(|| slowly(piece))).sum()
}

fn slowly(text: &str) -> usize {
    text.unicode_words().count()
}

/// What a byte of ASCII is to the rules of word boundaries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// ALetter.
    Letter,
    /// Numeric.
    Digit,
    /// ExtendNumLet: joins letters, digits and itself.
    Low,
    /// MidLetter: joins letters.
    MidLetter,
    /// MidNum: joins digits.
    MidNumber,
    /// MidNumLet and the single quote: join either.
    MidBoth,
    /// Joins nothing.
    Other,
}

fn class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b'_' => Class::Low,
        b':' => Class::MidLetter,
        b',' | b';' => Class::MidNumber,
        b'.' | b'\'' => Class::MidBoth,
        _ => Class::Other,
    }
}

/// The words of a text of ASCII (rules WB5 to WB13b of UAX #29); `None` if it has other characters.
fn ascii_words(bytes: &[u8]) -> Option<usize> {
    use Class::{Digit, Letter, Low, MidBoth, MidLetter, MidNumber, Other};
    let mut words = 0;
    // Of the piece between two boundaries: whether it holds a letter or digit, and is thus a word.
    let mut has_word = false;
    let mut before = Other;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte >= 0x80 {
            return None;
        }
        let now = class(byte);
        let after = || bytes.get(at + 1).map_or(Other, |&byte| class(byte));
        let joined = match (before, now) {
            (Letter | Digit | Low, Letter | Digit | Low) => true,
            // Between two of a kind they join; what comes next is then taken with them.
            (Letter, MidLetter | MidBoth) if after() == Letter => true,
            (Digit, MidNumber | MidBoth) if after() == Digit => true,
            _ => false,
        };
        if !joined {
            words += usize::from(has_word);
            has_word = false;
        }
        if matches!(now, Letter | Digit) {
            has_word = true;
        }
        // What joins is as what it stands after.
        before = match (joined, now) {
            (true, MidLetter | MidNumber | MidBoth) => before,
            _ => now,
        };
        at += 1;
    }
    Some(words + usize::from(has_word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::samples::any_text;

    #[test]
    fn words() {
        for (text, n) in [
            ("", 0),
            ("I don't know, 3.5 times…", 5),
            ("ماذا حدث؟ كُنّا في البيت.", 5),
            ("— ! —", 0),
            ("e\u{301}tat 👩🏽‍⚕️", 1),
        ] {
            assert_eq!(count_words(text), n, "{text}");
        }
    }

    proptest! {
        #[test]
        fn ascii_is_counted_as_all_else_is(text in "[ -~\n\t]{0,40}|[aZ9_.,:;' -]{0,12}") {
            prop_assert_eq!(count_words(&text), slowly(&text));
            prop_assert_eq!(ascii_words(text.as_bytes()), Some(slowly(&text)));
        }

        #[test]
        fn pieces_are_counted_as_the_whole(text in any_text(), more in "[aé\u{301}\u{200d}\u{2019}٣ا你 \n.'_9]{0,16}") {
            let text = text + &more;
            prop_assert_eq!(count_words(&text), slowly(&text));
        }
    }
}
