//! Labels that people show by example.

use serde::{Deserialize, Serialize};

use super::clock;
use super::names::{clean, is_mark, key};

/// The longest name that a pattern takes, in code points.
const LONGEST: usize = 60;

/// How labels are written, made of one that people marked. It is looked for at the start of lines only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    parts: Vec<Part>,
    /// The name in the example: it is a speaker's, however often it occurs.
    name: String,
    /// Whether other names are taken as well. Not if nothing but the name itself tells a label from words.
    others: bool,
    /// The words that other names have at most.
    most_words: usize,
    /// Whether they are in capitals, as the example is.
    capitals: bool,
    /// The code points that they have at most.
    longest: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Part {
    /// These signs, whatever white space is around them.
    Signs(String),
    /// Someone's name.
    Name,
    /// A time stamp, as [`clock`] reads them.
    Time,
    /// A tab, two blanks or more, or the line's end.
    Gap,
}

/// A label that a pattern found; bytes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match<'t> {
    pub name: &'t str,
    pub time: Option<u32>,
    pub start: usize,
    pub end: usize,
    /// Whether it is the name of the example.
    pub known: bool,
}

impl Pattern {
    /// What labels like `example`, as it stands in the text with its signs and time stamp, have in common; `None` if no
    /// name is in it.
    pub fn of_example(example: &str) -> Option<Pattern> {
        let example = example.lines().find(|line| !line.trim().is_empty())?.trim_start_matches(is_blank);
        let mut parts = Vec::new();
        let mut signs = String::new();
        let mut name: Option<&str> = None;
        let mut rest = example;
        while let Some(c) = rest.chars().next() {
            let time = clock::marked(rest).or_else(|| clock::range(rest)).or_else(|| clock::leading(rest));
            if let Some((_, length)) = time.filter(|_| !ends_in_word(example, rest)) {
                push_signs(&mut parts, &mut signs);
                parts.push(Part::Time);
                rest = &rest[length..];
            } else if name.is_none() && c.is_alphanumeric() {
                push_signs(&mut parts, &mut signs);
                let length = name_length(rest);
                name = Some(clean(&rest[..length]));
                parts.push(Part::Name);
                rest = &rest[length..];
                let gap = rest.len() - rest.trim_start_matches(is_blank).len();
                if gap == rest.len() && (rest.contains('\t') || gap >= 2) {
                    parts.push(Part::Gap);
                }
            } else {
                if !is_blank(c) {
                    signs.push(c);
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        push_signs(&mut parts, &mut signs);
        let name = name.filter(|name| name.chars().any(char::is_alphabetic))?;
        let at = parts.iter().position(|part| *part == Part::Name)?;
        // What follows the name must be more than what ends a sentence, or the names must be as short as this one.
        let strong = match parts.get(at + 1) {
            Some(Part::Signs(signs)) => !signs.starts_with(['.', ',', '،', '?', '!', '-', '–', '—', ';']),
            Some(Part::Time | Part::Gap) => true,
            _ => false,
        };
        let others = parts.len() > 1;
        let words = name.split_whitespace().count();
        let length = name.chars().count();
        Some(Pattern {
            parts,
            name: name.to_owned(),
            others,
            most_words: if strong { 5 } else { words },
            capitals: name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase),
            longest: if strong { LONGEST } else { length.max(3) },
        })
    }

    /// The label that `line` begins with, if it is one of these.
    pub(super) fn at_start<'t>(&self, line: &'t str) -> Option<Match<'t>> {
        let start = line.len() - line.trim_start().len();
        let mut at = start;
        let (mut name, mut time) = ("", None);
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            let rest = &line[at..];
            if *part != Part::Gap {
                at += rest.len() - rest.trim_start_matches(is_blank).len();
            }
            let rest = &line[at..];
            at += match part {
                Part::Signs(signs) => signs_length(rest, signs)?,
                Part::Time => {
                    let (ms, length) = super::head::stamp(rest).or_else(|| clock::leading(rest))?;
                    time = Some(ms);
                    length
                }
                Part::Gap => {
                    let gap = rest.len() - rest.trim_start_matches(is_blank).len();
                    let wide = rest[..gap].contains('\t') || rest[..gap].chars().count() >= 2 || gap == rest.len();
                    if !wide {
                        return None;
                    }
                    gap
                }
                Part::Name => {
                    let length = self.name_end(rest, parts.peek().copied())?;
                    name = clean(&rest[..length]);
                    length
                }
            };
        }
        at += line[at..].len() - line[at..].trim_start_matches(is_blank).len();
        let known = key(name) == key(&self.name);
        (known || self.allows(name)).then_some(Match { name, time, start, end: at, known })
    }

    /// The bytes of the name that `rest` begins with, before the part after it.
    fn name_end(&self, rest: &str, next: Option<&Part>) -> Option<usize> {
        let ends = |at: usize, c: char| match next {
            Some(Part::Signs(signs)) => signs_length(&rest[at..], signs).is_some(),
            Some(Part::Time) => {
                super::head::stamp(&rest[at..]).is_some() && (!c.is_alphanumeric() || rest[..at].ends_with(is_blank))
            }
            Some(Part::Gap) => c == '\t' || rest[at..].starts_with("  "),
            _ => false,
        };
        let found = rest.char_indices().take(LONGEST).skip(1).find(|&(at, c)| ends(at, c));
        match (found, next) {
            (Some((at, _)), _) => Some(at),
            // Without signs after it the whole line is the name.
            (None, None | Some(Part::Name | Part::Gap)) => Some(rest.len()),
            (None, Some(_)) => None,
        }
    }

    /// Whether another name than the example's is taken.
    fn allows(&self, name: &str) -> bool {
        self.others
            && !name.is_empty()
            && name.chars().count() <= self.longest
            && name.split_whitespace().count() <= self.most_words
            && (!self.capitals || !name.chars().any(char::is_lowercase))
            && super::names::likeness(name).is_some()
    }
}

fn push_signs(parts: &mut Vec<Part>, signs: &mut String) {
    if !signs.is_empty() {
        parts.push(Part::Signs(std::mem::take(signs)));
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

/// Whether `rest`, the end of `whole`, begins within a word.
fn ends_in_word(whole: &str, rest: &str) -> bool {
    whole[..whole.len() - rest.len()].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The bytes of the name that `rest` begins with: words, and single signs between letters.
fn name_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let inner = match c {
            _ if c.is_alphanumeric() || is_mark(c) || (!c.is_ascii() && emic_core::fold::is_mark(c)) => {
                end = at + c.len_utf8();
                continue;
            }
            // A time stamp after the name is none of it.
            ' ' | '\u{a0}' => next.is_alphanumeric() && super::head::stamp(&rest[at + c.len_utf8()..]).is_none(),
            '.' => next == ' ' && rest.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_alphabetic)),
            '\'' | '’' | '"' | '״' | '׳' | '-' | '_' => next.is_alphanumeric(),
            _ => false,
        };
        if !inner {
            break;
        }
    }
    end
}

/// The bytes of `signs` that `rest` begins with, with any white space between them.
fn signs_length(rest: &str, signs: &str) -> Option<usize> {
    let mut at = 0;
    for sign in signs.chars() {
        at += rest[at..].len() - rest[at..].trim_start_matches(is_blank).len();
        if !rest[at..].starts_with(sign) {
            return None;
        }
        at += sign.len_utf8();
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(example: &str, line: &'t str) -> Option<(&'t str, &'t str)> {
        let found = Pattern::of_example(example).unwrap().at_start(line)?;
        Some((found.name, &line[found.end..]))
    }

    #[test]
    fn an_example_stands_for_labels_like_it() {
        for (example, line, expected) in [
            (">> ANNA >>", ">> BEN >> They came.", Some(("BEN", "They came."))),
            (">> ANNA >>", ">>ANNA>>They came.", Some(("ANNA", "They came."))),
            (">> ANNA >>", ">> They came >> and left", None),
            (">> ANNA >>", "They came >> and left", None),
            ("Q.", "A. They came.", Some(("A", "They came."))),
            ("Q.", "They came. Then", None),
            ("Q.", "Yes. They came.", None),
            ("Anna –", "Anna – They came.", Some(("Anna", "They came."))),
            ("Anna –", "Ben – They came.", Some(("Ben", "They came."))),
            ("Anna –", "They all came – then", None),
            ("{Anna}", "{Ben Ali} They came.", Some(("Ben Ali", "They came."))),
            ("12:01 | Anna |", "12:15 | Ben | They came.", Some(("Ben", "They came."))),
            ("12:01 | Anna |", "Ben | They came.", None),
            ("ANNA", "ANNA", Some(("ANNA", ""))),
            ("ANNA", "BEN", None),
            ("ANNA\t", "BEN\tThey came.", Some(("BEN", "They came."))),
            ("سلمى/", "أحمد/ جاؤوا", Some(("أحمد", "جاؤوا"))),
            ("س -", "ج - جاؤوا في الليل", Some(("ج", "جاؤوا في الليل"))),
            ("Dr. Anna Berg;", "Dr. Ben Ali; They came.", Some(("Dr. Ben Ali", "They came."))),
        ] {
            assert_eq!(found(example, line), expected, "{example} {line}");
        }
        for nothing in ["", "  ", "::", "12:01", "123"] {
            assert_eq!(Pattern::of_example(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn the_time_of_a_pattern_is_read() {
        let pattern = Pattern::of_example("12:01 | Anna |").unwrap();
        assert_eq!(pattern.at_start("0:03 | Ben | yes").unwrap().time, Some(3_000));
    }
}
