//! What someone has changed in a passage, as few edits.

use unicode_segmentation::UnicodeSegmentation;

use super::{Pos, Span, Text, TextEdit, TextEdits, TextEditsError, TextIndex};

/// The most pairs of words that are compared; of a passage in which more is new, all between its first and last new word
/// counts as one change.
const PAIRS: usize = 1_000_000;

/// The edits that put `words` in the place of `span`: word by word, and within a word of which at least half stays,
/// character by character.
///
/// # Errors
/// If the text would be longer than a text can be.
pub fn diff(text: &Text, span: Span, words: &str) -> Result<TextEdits, TextEditsError> {
    let span = text.clamp(span);
    let before: Vec<&str> = text.slice(span).split_word_bounds().collect();
    let after: Vec<&str> = words.split_word_bounds().collect();
    let start = common(before.iter(), after.iter());
    let end = common(before[start..].iter().rev(), after[start..].iter().rev());
    let (old, new) = (&before[start..before.len() - end], &after[start..after.len() - end]);
    let length = |words: &[&str]| words.iter().map(|word| TextIndex::count_chars(word)).sum::<u32>();
    let mut at = span.start.0 + length(&before[..start]);
    let mut edits = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (a, b) in kept(old, new).into_iter().chain([(old.len(), new.len())]) {
        if (i, j) != (a, b) {
            edits.push(change(at, &old[i..a].concat(), &new[j..b].concat()));
        }
        at += length(&old[i..(a + 1).min(old.len())]);
        (i, j) = (a + 1, b + 1);
    }
    TextEdits::new(edits)
}

/// How many of the first are the same.
fn common<T: PartialEq>(a: impl Iterator<Item = T>, b: impl Iterator<Item = T>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// The pairs of words that are the same in both, as many as there can be; a word counts for more than a space.
fn kept(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > PAIRS {
        return Vec::new();
    }
    let weight = |word: &str| if word.chars().any(char::is_alphanumeric) { 8u32 } else { 1 };
    // best[i * width + j]: what can be kept of what follows i and j.
    let mut best = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let without = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let with = if old[i] == new[j] { best[(i + 1) * width + j + 1] + weight(old[i]) } else { 0 };
            best[i * width + j] = without.max(with);
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        if old[i] == new[j] && here == best[(i + 1) * width + j + 1] + weight(old[i]) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// `old` at `at` becomes `new`.
fn change(at: u32, old: &str, new: &str) -> TextEdit {
    let (before, after): (Vec<&str>, Vec<&str>) = (old.graphemes(true).collect(), new.graphemes(true).collect());
    let start = common(before.iter(), after.iter());
    let end = common(before[start..].iter().rev(), after[start..].iter().rev());
    // What merely shares a letter with the old word is another word.
    let shorter = before.len().min(after.len());
    let stays = if (start + end) * 2 >= before.len().max(after.len()) || start + end == shorter {
        (start, end)
    } else {
        (0, 0)
    };
    let chars = |words: &[&str]| words.iter().map(|word| TextIndex::count_chars(word)).sum::<u32>();
    let from = at + chars(&before[..stays.0]);
    let to = at + chars(&before[..before.len() - stays.1]);
    let range = Span { start: Pos(from), end: Pos(to) };
    TextEdit::replace(range, after[stays.0..after.len() - stays.1].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    fn edits(before: &str, after: &str) -> Vec<(u32, u32, String)> {
        let text = Text::new(before);
        let found = diff(&text, text.span(), after).unwrap();
        assert_eq!(found.apply(before), after);
        found.as_slice().iter().map(|e| (e.range.start.0, e.range.end.0, e.insert.to_string())).collect()
    }

    #[test]
    fn only_what_was_changed_is() {
        let one = |a, b, words: &str| vec![(a, b, words.to_owned())];
        assert_eq!(edits("She was afriad of them.", "She was afraid of them."), one(11, 13, "ai"));
        assert_eq!(edits("كنا نتنظر عند السياج", "كنا ننتظر عند السياج"), one(5, 7, "نت"));
        assert_eq!(edits("the the fence", "the fence"), one(4, 8, ""));
        assert_eq!(edits("at the fence", "at that fence"), one(5, 6, "at"));
        assert_eq!(edits("He was scared.", "He was afraid."), one(7, 13, "afraid"));
        assert_eq!(edits("cafe\u{301} x", "cafe x"), one(3, 5, "e"), "no mark is torn from its letter");
        assert_eq!(edits("a b", "a b"), []);
        assert_eq!(edits("", "new"), one(0, 0, "new"));
        assert_eq!(edits("gone", ""), one(0, 4, ""));
        assert_eq!(
            edits("We wiated at a fence alll day", "We waited at the fence all day"),
            [(4, 6, "ai".to_owned()), (13, 14, "the".to_owned()), (24, 25, String::new())]
        );
    }

    #[test]
    fn a_span_within_a_text() {
        let text = Text::new("One.\nTwo wrods.\nThree.");
        let found = diff(&text, Span::new(5, 15), "Two\nwords.").unwrap();
        assert_eq!(found.apply(text.as_str()), "One.\nTwo\nwords.\nThree.");
    }

    #[test]
    fn very_long_passages_are_compared_as_well() {
        let (before, after) = ("a b c ".repeat(4_000), "a x c ".repeat(4_000));
        assert_eq!(edits(&before, &after).len(), 1);
    }

    proptest! {
        #[test]
        fn it_leads_from_one_to_the_other(before in any_text(), after in any_text(), cut in any::<(u32, u32)>()) {
            let text = Text::new(before);
            let whole = diff(&text, text.span(), &after).unwrap();
            prop_assert_eq!(whole.apply(text.as_str()), after.clone());
            let span = Span::new(cut.0 % (text.len() + 1), cut.1 % (text.len() + 1));
            let part = diff(&text, span, &after).unwrap();
            let expected = [text.slice(Span { start: Pos(0), end: span.start }), &after, text.slice(Span { start: span.end, end: text.end() })];
            prop_assert_eq!(part.apply(text.as_str()), expected.concat());
            prop_assert!(part.fits(text.len()));
        }

        #[test]
        fn what_stays_is_not_touched(words in prop::collection::vec("[a-e]{1,3}", 1..30), gone in prop::collection::vec(any::<bool>(), 30)) {
            let before = words.join(" ");
            let after: Vec<&str> = words.iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(word, _)| &**word).collect();
            let text = Text::new(before);
            let edits = diff(&text, text.span(), &after.join(" ")).unwrap();
            // Leaving words out is told by no more places than words were left out, and puts nothing in but what joins.
            prop_assert!(edits.len() <= gone.iter().filter(|gone| **gone).count());
        }
    }
}
