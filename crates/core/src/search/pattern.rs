//! What is looked for, and where it stands in one text.

use std::ops::Range;

use memchr::memmem::Finder;
use serde::{Deserialize, Serialize};

use super::Folded;
use crate::fold::{self, Keep};
use crate::text::{BytePos, Span, Text, grapheme_snap};

/// What is looked for. The words are one phrase: they stand one after another in one paragraph, with any white space
/// between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// The words as they were typed.
    pub words: String,
    /// Whether upper and lower case are told apart.
    pub exact_case: bool,
    /// Whether the phrase must not begin or end within a word. An Arabic word may have particles before it that are
    /// written together with it (و ف ب ك ل س ال): "وأحمد" has the whole word "أحمد".
    pub whole_words: bool,
    /// Whether accents, Arabic vowel marks and forms of letters are told apart.
    pub exact_marks: bool,
}

/// A query made ready.
#[derive(Debug, Clone)]
pub struct Pattern {
    finder: Finder<'static>,
    whole_words: bool,
    /// Where the folded words alone do not decide: what is kept apart, and the words folded so.
    exact: Option<(Keep, String)>,
    ends: Ends,
}

/// What the phrase begins and ends with.
#[derive(Debug, Clone, Copy)]
struct Ends {
    word_first: bool,
    word_last: bool,
    arabic_first: bool,
}

impl Pattern {
    /// `None` if there is nothing to look for: no words, or only marks that make no difference.
    pub fn new(query: &Query) -> Option<Pattern> {
        let needle = fold::folded(&query.words, Keep::default());
        let (first, last) = (needle.chars().next()?, needle.chars().next_back()?);
        let keep = Keep { case: query.exact_case, marks: query.exact_marks };
        Some(Pattern {
            finder: Finder::new(needle.as_bytes()).into_owned(),
            whole_words: query.whole_words,
            exact: (keep != Keep::default()).then(|| (keep, fold::folded(&query.words, keep))),
            ends: Ends {
                word_first: is_of_word(first),
                word_last: is_of_word(last),
                arabic_first: matches!(first, '\u{620}'..='\u{6ff}'),
            },
        })
    }

    /// Whether hits cannot be counted without the text itself, from its folded form alone.
    pub fn reads_text(&self) -> bool {
        self.exact.is_some()
    }

    /// How often the phrase stands in a text. Of hits that share a grapheme the first counts.
    pub fn count(&self, folded: &Folded, text: &Text) -> usize {
        self.scan(folded, text, 0).0
    }

    /// Where the phrase stands, from the first to the last, in whole graphemes.
    pub fn spans(&self, folded: &Folded, text: &Text) -> Vec<Span> {
        self.scan(folded, text, usize::MAX).1
    }

    /// How often the phrase stands in a text, and where the first `most` are.
    pub fn scan(&self, folded: &Folded, text: &Text, most: usize) -> (usize, Vec<Span>) {
        let mut spans = Vec::new();
        let count = self.hits(folded, |hit| {
            if self.exact.is_none() && spans.len() >= most {
                return true;
            }
            let span = span_of(folded, text, hit);
            let exact = self.exact.as_ref().is_none_or(|(keep, words)| fold::folded(text.slice(span), *keep) == *words);
            if exact && spans.len() < most {
                spans.push(span);
            }
            exact
        });
        (count, spans)
    }

    /// How often the phrase stands in a text, if [`Pattern::reads_text`] says that the text itself is not needed.
    pub fn count_folded(&self, folded: &Folded) -> usize {
        self.hits(folded, |_| true)
    }

    /// Goes through all places; one that is `taken` reserves its graphemes. Returns how many were taken.
    fn hits(&self, folded: &Folded, mut taken: impl FnMut(Range<usize>) -> bool) -> usize {
        let bytes = folded.bytes();
        let length = self.finder.needle().len();
        let (mut count, mut at, mut free) = (0, 0, 0);
        while let Some(found) = bytes.get(at..).and_then(|rest| self.finder.find(rest)) {
            let hit = at + found..at + found + length;
            at = hit.start + 1;
            if self.whole_words && !self.is_whole(bytes, &hit) {
                continue;
            }
            let whole = folded.whole(hit.clone());
            if whole.start >= free && taken(hit) {
                count += 1;
                free = whole.end;
                at = at.max(free);
            }
        }
        count
    }

    fn is_whole(&self, bytes: &[u8], hit: &Range<usize>) -> bool {
        let ends = self.ends;
        let after = ends.word_last && first_char(&bytes[hit.end..]).is_some_and(is_of_word);
        if after {
            return false;
        }
        if !ends.word_first || !last_char(&bytes[..hit.start]).is_some_and(is_of_word) {
            return true;
        }
        ends.arabic_first && follows_particles(&bytes[..hit.start])
    }
}

/// Where a hit stands in its text.
fn span_of(folded: &Folded, text: &Text, hit: Range<usize>) -> Span {
    let origin = folded.origin(text.as_str(), hit);
    let bytes = text.as_str().as_bytes();
    let at = |byte| text.pos_of_byte(BytePos(byte as u32)).unwrap_or(text.end());
    let span = Span { start: at(origin.start), end: at(origin.end) };
    // Between two of ASCII a grapheme always ends, as there is no CR in a canonical text.
    let ascii = |at: usize| bytes.get(at).is_none_or(u8::is_ascii);
    let apart = |at: usize| at == 0 || (ascii(at - 1) && ascii(at) && bytes.get(at - 1) != Some(&b'\r'));
    if apart(origin.start) && apart(origin.end) { span } else { grapheme_snap(text, span) }
}

/// Letters and digits, the vowel signs of Indic scripts among them; an apostrophe is between words.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn first_char(bytes: &[u8]) -> Option<char> {
    let first = *bytes.first()?;
    if first.is_ascii() {
        return Some(char::from(first));
    }
    let length = bytes.iter().skip(1).take_while(|byte| is_continuation(**byte)).count() + 1;
    std::str::from_utf8(&bytes[..length]).ok()?.chars().next()
}

fn last_char(bytes: &[u8]) -> Option<char> {
    let last = *bytes.last()?;
    if last.is_ascii() {
        return Some(char::from(last));
    }
    let start = bytes.iter().rposition(|byte| !is_continuation(*byte))?;
    std::str::from_utf8(&bytes[start..]).ok()?.chars().next()
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Whether a word begins before here with nothing but particles: "and" or "so", then "with", "like", "for" or "will",
/// then the article, each of which may be missing.
fn follows_particles(before: &[u8]) -> bool {
    let mut start = before.len();
    // و, ل and ال are the most letters that there can be.
    for _ in 0..5 {
        match last_char(&before[..start]) {
            Some(c) if is_of_word(c) => start -= c.len_utf8(),
            _ => break,
        }
    }
    if last_char(&before[..start]).is_some_and(is_of_word) {
        return false;
    }
    let Ok(letters) = std::str::from_utf8(&before[start..]) else { return false };
    let rest = letters.strip_prefix(['و', 'ف']).unwrap_or(letters);
    let rest = rest.strip_prefix(['ب', 'ك', 'ل', 'س']).unwrap_or(rest);
    // With "for", the article loses its alef.
    matches!(rest, "" | "ال") || (rest == "ل" && letters.ends_with("لل"))
}
