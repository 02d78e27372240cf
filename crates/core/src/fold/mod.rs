//! Characters as they are compared: upper case, accents and the ways of writing one Arabic letter make no difference,
//! unless they are asked to.
//!
//! What search, filters and pickers compare. Scripts other than Latin, Greek, Cyrillic, Hebrew and Arabic are compared
//! as they are written (letters' case apart): what sits on their letters is no accent but a vowel, or another letter.

mod decompose;
mod table;

use decompose::parts;

/// What is kept apart. By default nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Keep {
    /// Upper and lower case.
    pub case: bool,
    /// Accents, vowel marks, and letters that are merely written alike (the forms of alef, ى and ي, ø and o).
    pub marks: bool,
}

/// `text` folded as a search does: besides what [`each`] does, runs of white space are one space, ends are trimmed, and
/// with marks kept, marks on one letter come in one order.
pub fn folded(text: &str, keep: Keep) -> String {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        each(c, keep, |c| {
            if c != ' ' || out.last().is_some_and(|&last| last != ' ') {
                out.push(c);
            }
        });
    }
    if keep.marks {
        out.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)).for_each(<[char]>::sort_unstable);
    }
    let length = out.len() - usize::from(out.last() == Some(&' '));
    out[..length].iter().collect()
}

/// Gives what `c` is compared as: nothing for what cannot be seen (and, unless marks are kept, for marks), several
/// characters for a ligature, else one. All white space is a space; quotation marks, apostrophes, dashes and digits are
/// of one sort each, whatever is kept.
pub fn each(c: char, keep: Keep, mut put: impl FnMut(char)) {
    if c.is_ascii() {
        return put(match c {
            _ if c.is_ascii_whitespace() || c == '\u{b}' => ' ',
            _ if keep.case => c,
            _ => c.to_ascii_lowercase(),
        });
    }
    if !keep.marks {
        // Most of what is not ASCII, without asking for all that it is not.
        match c {
            '\u{64b}'..='\u{65f}' | '\u{640}' => return,
            '\u{621}'..='\u{64a}' => return put(table::plain(c)),
            'à'..='å' | 'ç'..='ö' | 'ø'..='ý' => return put(table::plain(c)),
            _ => {}
        }
    }
    if is_unseen(c) || (!keep.marks && is_mark(c)) {
        return;
    }
    if let Some(letters) = table::spelled(c) {
        return letters.chars().for_each(|c| letter(c, keep, &mut put));
    }
    if keep.case && c.is_uppercase() && !keep.marks {
        for lower in c.to_lowercase() {
            letter(lower, keep, &mut |c| c.to_uppercase().for_each(&mut put));
        }
    } else if keep.case {
        letter(c, keep, &mut put);
    } else {
        c.to_lowercase().for_each(|c| letter(c, keep, &mut put));
    }
}

fn letter(c: char, keep: Keep, put: &mut impl FnMut(char)) {
    if let Some(sign) = table::sign(c) {
        return put(sign);
    }
    if c.is_whitespace() {
        return put(' ');
    }
    if c == 'ß' && !keep.case {
        return "ss".chars().for_each(put);
    }
    if keep.marks {
        return parts(c, put);
    }
    if is_mark(c) {
        return;
    }
    match table::both_letters(c) {
        Some(letters) => letters.chars().for_each(put),
        None => put(table::plain(c)),
    }
}

/// Marks that are written over or under a letter of the scripts in which they may be left out.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}' | '\u{1ab0}'..='\u{1ace}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{fb1e}' | '\u{fe20}'..='\u{fe2f}')
}

/// What leaves no trace on paper: tatweel, soft hyphens, marks of direction and of joining.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    const CASE: Keep = Keep { case: true, marks: false };
    const MARKS: Keep = Keep { case: false, marks: true };
    const BOTH: Keep = Keep { case: true, marks: true };

    #[test]
    fn what_is_written_differently_is_compared_as_the_same() {
        for (text, expected) in [
            ("Être DÉJÀ vu", "etre deja vu"),
            ("e\u{301}te\u{301}", "ete"),
            ("Straße, STRASSE, ẞ, Øre, Łódź, ƠƯ, ạ", "strasse, strasse, ss, ore, lodz, ou, a"),
            ("İstanbul ılık", "istanbul ilik"),
            ("ðæœþ oﬃce", "ðaeoeth office"),
            ("كِتَابٌ كــتاب", "كتاب كتاب"),
            ("أمل إلى آخر ٱلمدرسة", "امل الي اخر المدرسه"),
            ("سؤال شئ شيء", "سوال شي شيء"),
            ("\u{fedb}\u{fe98}\u{fe8e}\u{fe8f} \u{fef5}", "كتاب لا"),
            ("٣ ۴", "3 4"),
            (" don’t –  “so”\u{a0}x\n", "don't - \"so\" x"),
            ("co\u{ad}operate\u{200f}", "cooperate"),
            ("Ένας ΛΌΓΟΣ ἀγαθῷ", "ενασ λογοσ αγαθω"),
            ("Ёлка й ї", "елка и і"),
            ("שָׁלוֹם", "שלום"),
            ("日本 न्द्र が 👩🏽", "日本 न्द्र が 👩🏽"),
        ] {
            assert_eq!(folded(text, Keep::default()), expected, "{text}");
        }
    }

    #[test]
    fn what_is_kept_is_told_apart() {
        for (keep, text, expected) in [
            (CASE, "Être DÉJÀ Œ ß", "Etre DEJA OE ss"),
            (MARKS, "Être É", "e\u{302}tre e\u{301}"),
            (MARKS, "e\u{302}tre ø STRASSE ß", "e\u{302}tre ø strasse ss"),
            (MARKS, "أمل كتـاب ى", "ا\u{654}مل كتاب ى"),
            (BOTH, "É ’ –", "E\u{301} ' -"),
            // The vowel before the sign of doubling, or after it: people and programs write both.
            (MARKS, "ش\u{64e}\u{651}", "ش\u{64e}\u{651}"),
            (MARKS, "ش\u{651}\u{64e}", "ش\u{64e}\u{651}"),
        ] {
            assert_eq!(folded(text, keep), expected, "{text}");
        }
    }

    #[test]
    fn letters_and_marks_together_or_apart_are_the_same() {
        let alphabets = (0xa1..0x530).chain(0x5d0..0x700).chain(0x1e00..0x2000).chain(0xfb1d..0xfb50);
        for c in alphabets.filter_map(char::from_u32).filter(|c| c.is_alphabetic()) {
            let apart: String = c.nfd().collect();
            // Canonical equivalents without a mark, such as the Greek question mark, are other signs.
            if apart.chars().count() < 2 {
                continue;
            }
            for keep in [Keep::default(), CASE, MARKS, BOTH] {
                assert_eq!(folded(&c.to_string(), keep), folded(&apart, keep), "{c} {:?} {keep:?}", c as u32);
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>(), case in any::<bool>(), marks in any::<bool>()) {
            let keep = Keep { case, marks };
            let once = folded(&text, keep);
            prop_assert_eq!(folded(&once, keep), once);
        }
    }
}
