//! Words as they are compared: upper case, accents and the ways of writing one Arabic letter make no difference.

use std::ops::Range;

use emic_core::fold::{Keep, each};

/// A folded text that knows where each of its characters comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// Its characters.
    pub chars: Vec<char>,
    /// Of each character the code point in the original that it comes from.
    origin: Vec<u32>,
    /// The length of the original in code points.
    length: u32,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded::default();
        for c in text.chars() {
            let at = folded.length;
            each(c, Keep::default(), |c| {
                folded.chars.push(c);
                folded.origin.push(at);
            });
            folded.length += 1;
        }
        folded
    }

    /// The code points of the original that some of its characters come from, with the marks that belong to them.
    pub fn in_original(&self, chars: Range<usize>) -> Range<u32> {
        let Some(&start) = self.origin.get(chars.start) else { return self.length..self.length };
        let last = self.origin.get(chars.end.saturating_sub(1)).copied().unwrap_or(start).max(start);
        let next = self.origin.get(chars.end).copied().unwrap_or(self.length);
        start..next.max(last + 1)
    }

    /// The places of `words`, already folded, from left to right; places that overlap an earlier one are left out.
    pub fn find_all(&self, words: &[char]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while !words.is_empty() && at + words.len() <= self.chars.len() {
            if self.chars[at..].starts_with(words) {
                found.push(at..at + words.len());
                at += words.len();
            } else {
                at += 1;
            }
        }
        found
    }
}

/// Ranges in order, those that touch or overlap made one.
pub fn joined(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    emic_core::sorting::sort_by_key(&mut ranges, |range| (range.start, range.end));
    let mut out: Vec<Range<u32>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// `text` in lower case, without accents, vowel marks, tatweel and invisible characters; forms of alef, of yeh and of
/// teh marbuta as one letter each; digits, spaces, quotation marks and dashes of one sort each.
///
/// Two texts that fold to the same are the same for a search, not for a name.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        each(c, Keep::default(), |c| out.push(c));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_differently_is_compared_as_the_same() {
        for (text, expected) in [
            ("Être DÉJÀ vu", "etre deja vu"),
            ("e\u{301}te\u{301}", "ete"),
            ("Straße, Øre, Łódź, ƠƯ, ạ", "strasse, ore, lodz, ou, a"),
            ("İstanbul ılık", "istanbul ilik"),
            ("ðæœþ", "ðaeoeth"),
            ("كِتَابٌ كــتاب", "كتاب كتاب"),
            ("أمل إلى آخر ٱلمدرسة", "امل الي اخر المدرسه"),
            ("سؤال شئ شيء", "سوال شي شيء"),
            ("٣ ۴", "3 4"),
            ("don’t – “so”\u{a0}x\n", "don't - \"so\" x "),
            ("Ένας ΛΌΓΟΣ", "ενασ λογοσ"),
            ("日本 न्द्र 👩🏽", "日本 न्द्र 👩🏽"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_found_is_shown_in_the_original() {
        let folded = Folded::new("le\u{301}ß كِتاب");
        assert_eq!(folded.chars.iter().collect::<String>(), "less كتاب");
        assert_eq!(folded.in_original(1..2), 1..3, "with its accent");
        assert_eq!(folded.in_original(2..3), 3..4, "half of ß is ß");
        assert_eq!(folded.in_original(5..6), 5..7);
        assert_eq!(folded.in_original(5..9), 5..10);
        assert_eq!(folded.in_original(99..100), 10..10);
        assert_eq!(Folded::new("aXaxa").find_all(&['a', 'x', 'a']), vec![0..3]);
        assert_eq!(Folded::new("abab").find_all(&['a', 'b']), vec![0..2, 2..4]);
        assert!(Folded::new("ab").find_all(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.chars.iter().collect::<String>(), once);
            for i in 0..folded.chars.len() {
                let place = folded.in_original(i..i + 1);
                prop_assert!(place.start < place.end && place.end <= text.chars().count() as u32);
            }
        }
    }
}
