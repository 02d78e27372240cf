//! Hyphens that a line's end put into a word, and spaces that a PDF put after a hyphen.
//!
//! Which of the two a line-end hyphen is only the text itself can tell: the word as a whole or as a compound elsewhere.

use std::collections::HashMap;
use std::ops::Range;

use super::lines::Lines;
use super::signs;

/// Hyphens that may be at a line's end.
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{ad}'];

/// After these a hyphen hangs: "pre- and post-war".
const CONJUNCTIONS: &[&str] =
    &["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "y", "o", "e", "versus", "vs"];

/// Words that speech goes on with after it was broken off: "I was- we were".
const STARTS_ANEW: &[&str] = &[
    "i", "we", "he", "she", "it", "they", "you", "the", "a", "an", "but", "so", "no", "yes", "um", "uh", "er", "was",
    "were", "is", "that", "this", "my", "because", "then", "when", "there", "well", "like", "yeah", "just", "not",
    "if", "what", "how", "who",
];

/// Words that English writes as one though both parts are words.
const CLOSED: &[&str] = &[
    "afternoon",
    "airport",
    "another",
    "anybody",
    "anyone",
    "anything",
    "anyway",
    "anywhere",
    "background",
    "become",
    "breakdown",
    "cannot",
    "childhood",
    "classroom",
    "everybody",
    "everyone",
    "everything",
    "everywhere",
    "furthermore",
    "grandfather",
    "grandmother",
    "headquarters",
    "healthcare",
    "herself",
    "himself",
    "hometown",
    "household",
    "however",
    "inside",
    "into",
    "itself",
    "livelihood",
    "meanwhile",
    "moreover",
    "myself",
    "network",
    "nobody",
    "nothing",
    "nowhere",
    "onto",
    "ourselves",
    "outcome",
    "outside",
    "overall",
    "overcome",
    "people",
    "percent",
    "somebody",
    "someone",
    "something",
    "sometimes",
    "somewhat",
    "somewhere",
    "themselves",
    "therefore",
    "throughout",
    "today",
    "together",
    "understand",
    "understanding",
    "understood",
    "upon",
    "whatever",
    "whenever",
    "whereas",
    "wherever",
    "whether",
    "widespread",
    "within",
    "without",
    "workplace",
    "worldwide",
    "yourself",
];

/// Whether the hyphen before `next` hangs: "pre-", "and post-war". In "state-of-", "to-date" it does not.
pub fn hangs(next: &str) -> bool {
    is_any(CONJUNCTIONS, next)
}

fn is_any(words: &[&str], next: &str) -> bool {
    let word = leading_word(next);
    !next[word.len()..].starts_with(HYPHENS) && words.iter().any(|w| word.eq_ignore_ascii_case(w))
}

fn leading_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

fn trailing_word(text: &str) -> &str {
    let kept = text.trim_end_matches(char::is_alphabetic).len();
    &text[kept..]
}

/// What is known of a word that may be hyphenated.
#[derive(Default, Clone, Copy)]
struct Seen {
    whole: u32,
    compound: u32,
}

/// Hyphens of one text.
pub struct Hyphens<'a, 't> {
    lines: &'a Lines<'t>,
    words: HashMap<String, Seen>,
    /// Whether every compound has a space after its hyphen, which marks line-end hyphens that belong to the word.
    spaced: bool,
    spaces: Vec<Range<usize>>,
}

impl<'a, 't> Hyphens<'a, 't> {
    /// Reads the lines of `content`; `ends` are the lines whose last word goes on in the line beside it.
    pub fn new(lines: &'a Lines<'t>, content: &[usize], ends: &[(usize, usize)]) -> Self {
        let mut words = HashMap::new();
        for &(line, next) in ends {
            if let Some((left, right)) = parts(lines, line, next) {
                for word in [[left, right].concat(), left.to_owned(), right.to_owned()] {
                    words.entry(word.to_lowercase()).or_insert(Seen::default());
                }
            }
        }
        let mut hyphens = Hyphens { lines, words, spaced: false, spaces: Vec::new() };
        let mut turns = 0;
        let (mut intact, mut hanging) = (0usize, 0usize);
        for &i in content {
            turns += usize::from(signs::turn_label(lines.seen(i)).is_some());
            let (whole, hung) = hyphens.read(i);
            intact += whole;
            hanging += hung;
        }
        // The parts at line ends were counted as if they were words.
        for &(line, next) in ends {
            for part in parts(lines, line, next).into_iter().flat_map(|(left, right)| [left, right]) {
                if let Some(seen) = hyphens.words.get_mut(&part.to_lowercase()) {
                    seen.whole = seen.whole.saturating_sub(1);
                }
            }
        }
        let broken = hyphens.spaces.len();
        // In a transcript "I was- went" is a word broken off, and the space means something.
        hyphens.spaced = broken >= 3 && broken >= 2 * intact && hanging * 3 <= broken && turns < 5;
        if !hyphens.spaced {
            hyphens.spaces.clear();
        }
        hyphens
    }

    /// Counts words and compounds in a line; returns the whole compounds, and the hyphens that hang.
    fn read(&mut self, i: usize) -> (usize, usize) {
        let seen = self.lines.seen(i);
        let first = self.lines.all[i].first;
        let (mut intact, mut hanging) = (0, 0);
        if !self.words.is_empty() {
            for word in seen.split(|c: char| !c.is_alphabetic() && c != '-') {
                self.count(word);
            }
        }
        for (at, _) in seen.match_indices('-') {
            let (before, after) = (&seen[..at], &seen[at + 1..]);
            let Some(left) = before.chars().next_back().filter(|c| c.is_alphanumeric()) else { continue };
            if after.starts_with(char::is_alphabetic) {
                intact += usize::from(left.is_alphabetic());
                continue;
            }
            let right = after.trim_start_matches([' ', '\u{a0}']);
            let Some(letter) = right.chars().next().filter(|c| c.is_alphabetic() && right.len() < after.len()) else {
                continue;
            };
            // "Al- Nusra", "al- Nusra", "Non- State"
            let word = trailing_word(before);
            let capital = word.starts_with(char::is_uppercase) || word.chars().count() <= 3;
            if hangs(right) || is_any(STARTS_ANEW, right) {
                hanging += 1;
            } else if letter.is_lowercase() || capital {
                let start = first + at + 1;
                self.spaces.push(start..start + after.len() - right.len());
            }
        }
        (intact, hanging)
    }

    fn count(&mut self, word: &str) {
        let word = word.trim_matches('-');
        let lower;
        let known = if word.contains(char::is_uppercase) {
            lower = word.to_lowercase();
            lower.as_str()
        } else {
            word
        };
        if let Some(seen) = self.words.get_mut(known) {
            seen.whole += 1;
        }
        if let Some((left, right)) = known.split_once('-') {
            if let Some(seen) = self.words.get_mut(&[left, right].concat()) {
                seen.compound += 1;
            }
            for part in known.split('-') {
                if let Some(seen) = self.words.get_mut(part) {
                    seen.whole += 1;
                }
            }
        }
    }

    /// The hyphen at the end of `line` that goes when it is joined with line `next`, as bytes; `None` if there is
    /// none or it belongs to the word.
    pub fn to_drop(&self, line: usize, next: usize) -> Option<Range<usize>> {
        let (left, right) = parts(self.lines, line, next)?;
        let seen = self.lines.seen(line);
        let hyphen = seen.chars().next_back()?;
        let at = self.lines.all[line].last - hyphen.len_utf8()..self.lines.all[line].last;
        if hyphen == '\u{ad}' {
            return Some(at);
        }
        // "state-of-\nthe-art", "state-\nof-the-art"
        let inside = |rest: Option<char>| rest.is_some_and(|c| HYPHENS.contains(&c));
        let before = &seen[..seen.len() - hyphen.len_utf8() - left.len()];
        if inside(before.chars().next_back()) || inside(self.lines.seen(next)[right.len()..].chars().next()) {
            return None;
        }
        let word = |w: &str| self.words.get(&w.to_lowercase()).copied().unwrap_or_default();
        let joined = [left, right].concat();
        let known = word(&joined);
        if known.whole != known.compound {
            return (known.whole > known.compound).then_some(at);
        }
        if CLOSED.contains(&joined.to_lowercase().as_str()) {
            return Some(at);
        }
        let space_after = self.lines.all[line].end > self.lines.all[line].last;
        if self.spaced && space_after {
            return None;
        }
        // Both parts are words of this text: a compound, most likely. Short ones are syllables as often.
        let is_word = |w: &str| w.chars().count() >= 4 && word(w).whole > 0;
        (!(is_word(left) && is_word(right))).then_some(at)
    }

    /// Spaces after hyphens inside of compounds, as bytes, in order: "sex- based".
    pub fn spaces(&self) -> &[Range<usize>] {
        &self.spaces
    }
}

/// The two parts of a word hyphenated at the end of `line`; `None` unless letters stand on both sides, small after.
fn parts<'t>(lines: &Lines<'t>, line: usize, next: usize) -> Option<(&'t str, &'t str)> {
    let left = trailing_word(lines.seen(line).strip_suffix(HYPHENS)?);
    let right = leading_word(lines.seen(next));
    let capitals = |w: &str| w.chars().all(char::is_uppercase);
    let goes_on = right.starts_with(char::is_lowercase) || capitals(left) && capitals(right) && left.len() > 1;
    (!left.is_empty() && !right.is_empty() && goes_on).then_some((left, right))
}
