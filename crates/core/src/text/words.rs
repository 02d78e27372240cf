//! Counting words.

use unicode_segmentation::UnicodeSegmentation;

/// How many words are in `text`, by the word boundaries of Unicode (UAX #29): "don't" is one, a number is one,
/// punctuation is none. Scripts written without spaces are counted by character where Unicode says no more.
pub fn count_words(text: &str) -> usize {
    text.unicode_words().count()
}

#[cfg(test)]
mod tests {
    use super::count_words;

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
}
