//! Names as they are compared while someone types: without case, accents, vowel marks and the like.

use std::ops::Range;

/// A name made comparable, that knows where each of its characters came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    chars: Vec<char>,
    /// The byte in the name at which each character's origin begins, and the name's length at the end.
    origins: Vec<usize>,
}

impl Folded {
    /// Folds a name. White space at its ends goes, and counts as one space elsewhere.
    pub fn of(name: &str) -> Folded {
        let mut folded = Folded::default();
        for (at, c) in name.char_indices() {
            if c.is_whitespace() {
                if folded.chars.last().is_some_and(|last| *last != ' ') {
                    folded.push(' ', at);
                }
                continue;
            }
            for lower in c.to_lowercase().filter(|c| !is_mark(*c)) {
                for plain in base(lower) {
                    folded.push(plain, at);
                }
            }
        }
        if folded.chars.last() == Some(&' ') {
            folded.chars.pop();
            folded.origins.pop();
        }
        folded.origins.push(name.len());
        folded
    }

    fn push(&mut self, c: char, at: usize) {
        self.chars.push(c);
        self.origins.push(at);
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &[char]> {
        self.chars.split(|c| *c == ' ').filter(|word| !word.is_empty())
    }

    /// All of it.
    pub fn as_chars(&self) -> &[char] {
        &self.chars
    }

    /// Where `wanted` is in it first, in characters; only at the start of a word if asked so.
    pub fn find(&self, wanted: &[char], at_word: bool) -> Option<usize> {
        if wanted.is_empty() {
            return None;
        }
        let starts = |at: usize| at == 0 || !self.chars[at - 1].is_alphanumeric();
        (0..self.chars.len()).find(|&at| self.chars[at..].starts_with(wanted) && (!at_word || starts(at)))
    }

    /// The bytes of the name that characters `at..at + length` came from, marks on them included.
    pub fn origin(&self, at: usize, length: usize) -> Range<usize> {
        let byte = |at: usize| self.origins.get(at).or(self.origins.last()).copied().unwrap_or(0);
        let Some(last) = length.checked_sub(1).map(|more| byte(at + more)) else { return byte(at)..byte(at) };
        // One character may have become two ("ß"): then the next one begins at the same byte.
        let end = (at + length..=self.chars.len()).map(byte).find(|&end| end > last);
        byte(at)..end.unwrap_or_else(|| byte(self.chars.len()))
    }
}

/// Accents, and the vowel marks and lengthening strokes of Arabic, which are written or left out at will.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6ED}' | '\u{200B}'..='\u{200F}' | '\u{2066}'..='\u{2069}')
}

/// The plain letters of a lower-case one: Latin ones without accents, and the forms of Arabic letters that are
/// written for one another.
fn base(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' => ('a', None),
        'æ' => ('a', Some('e')),
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => ('c', None),
        'ď' | 'đ' | 'ð' => ('d', None),
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ế' | 'ề' => ('e', None),
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => ('g', None),
        'ĥ' | 'ħ' => ('h', None),
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => ('i', None),
        'ĵ' => ('j', None),
        'ķ' => ('k', None),
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => ('l', None),
        'ñ' | 'ń' | 'ņ' | 'ň' => ('n', None),
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ọ' | 'ố' | 'ồ' => ('o', None),
        'œ' => ('o', Some('e')),
        'ŕ' | 'ŗ' | 'ř' => ('r', None),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => ('s', None),
        'ß' => ('s', Some('s')),
        'ţ' | 'ť' | 'ŧ' | 'ț' => ('t', None),
        'þ' => ('t', Some('h')),
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => ('u', None),
        'ŵ' => ('w', None),
        'ý' | 'ÿ' | 'ŷ' => ('y', None),
        'ź' | 'ż' | 'ž' => ('z', None),
        'أ' | 'إ' | 'آ' | 'ٱ' => ('ا', None),
        'ى' | 'ی' | 'ئ' => ('ي', None),
        'ؤ' => ('و', None),
        'ة' => ('ه', None),
        'ک' => ('ك', None),
        '٠'..='٩' => (char::from(b'0' + (u32::from(c) - 0x660) as u8), None),
        '’' | '‘' | 'ʼ' | '`' => ('\'', None),
        '“' | '”' | '«' | '»' => ('"', None),
        '–' | '—' | '‑' => ('-', None),
        _ => (c, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(name: &str) -> String {
        Folded::of(name).as_chars().iter().collect()
    }

    #[test]
    fn case_accents_marks_and_spaces_do_not_matter() {
        assert_eq!(folded("  Été \n à  Zürich "), "ete a zurich");
        assert_eq!(folded("e\u{301}te\u{301}"), "ete");
        assert_eq!(folded("Straße"), "strasse");
        assert_eq!(folded("Children’s"), "children's");
        assert_eq!(folded("الصَّمْت"), "الصمت");
        assert_eq!(folded("أسرة"), folded("اسره"));
        assert_eq!(folded("٢٠٢٦"), "2026");
        assert_eq!(folded(""), "");
    }

    #[test]
    fn what_was_found_is_shown_in_the_name_itself() {
        let marked = |name: &str, wanted: &str, at_word| {
            let (name_folded, wanted) = (Folded::of(name), Folded::of(wanted));
            let at = name_folded.find(wanted.as_chars(), at_word)?;
            Some(name[name_folded.origin(at, wanted.as_chars().len())].to_owned())
        };
        assert_eq!(marked("The e\u{301}te\u{301}s", "ete", true).as_deref(), Some("e\u{301}te\u{301}"));
        assert_eq!(marked("Straße 9", "stras", false).as_deref(), Some("Straß"));
        assert_eq!(marked("Straße 9", "strass", false).as_deref(), Some("Straß"));
        assert_eq!(marked("Straße 9", "sse 9", false).as_deref(), Some("ße 9"));
        assert_eq!(marked("الصَّمْت", "صمت", false).as_deref(), Some("صَّمْت"));
        assert_eq!(marked("fearless", "less", true), None);
        assert_eq!(marked("fear-less", "less", true).as_deref(), Some("less"));
        assert_eq!(marked("fear", "", false), None);
    }
}
