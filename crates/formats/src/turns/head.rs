//! What a line begins with, if it looks as labels do.

use super::clock;
use super::names::{clean, is_mark};

/// How a label is set off from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// By a colon, with a time or without: `Anna:`, `Anna (00:01:02):`, `[00:01:02] Anna:`.
    Colon,
    /// By a time next to the name: `Anna  0:03`, `[Anna] 10:02:03`, `00:01:02 Anna`.
    Timed,
    /// By a tab, or as a cell of its own.
    Tab,
    /// By a full stop: `Q.`, `A.`
    Dot,
}

/// A label, maybe, at the start of a line; offsets are bytes in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'t> {
    /// How it is set off.
    pub shape: Shape,
    /// The name, cleaned; maybe none.
    pub name: &'t str,
    /// The time that stands with it, in milliseconds.
    pub time: Option<u32>,
    /// Where it begins.
    pub start: usize,
    /// Where the words begin; the line's end if they are on the next lines.
    pub end: usize,
}

/// How far into a line a name may reach, in code points: the longest names with a time before them.
const REACH: usize = 110;

/// The label that `line` seems to begin with.
pub fn head(line: &str) -> Option<Head<'_>> {
    let start = line.len() - line.trim_start().len();
    let mut at = layout(line);
    at += tag(&line[at..]);
    let mut time = None;
    if let Some((ms, length)) = stamp(&line[at..]) {
        time = Some(ms);
        at += length;
        at += separator(&line[at..]);
    }
    // "12<tab>Anna<tab>words", "12  Anna: words": the number of the row or paragraph.
    let digits = line[at..].len() - line[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=5).contains(&digits) {
        let after = at + digits;
        let after = after + usize::from(line[after..].starts_with(['.', ')']));
        at = match clock::blanks(&line[after..]) {
            0 => at,
            blanks => after + blanks,
        };
    }
    let rest = &line[at..];
    let found = |shape, name, time, length: usize| {
        Some(Head { shape, name: clean(name), time, start, end: at + length }).filter(|head| !head.name.is_empty())
    };
    if let Some((inside, length)) = bracketed(rest) {
        let after = length + clock::blanks(&rest[length..]);
        if let Some(colon) = colon(&rest[after..]) {
            let (later, end) = after_colon(rest, after + colon);
            return found(Shape::Colon, inside, time.or(later), end);
        }
        if let Some((ms, stamp)) = stamp(&rest[after..]) {
            return found(Shape::Timed, inside, Some(ms), words(rest, after + stamp));
        }
        return None;
    }
    if rest.starts_with("Q. ") || rest.starts_with("A. ") {
        return found(Shape::Dot, &rest[..1], time, words(rest, 2));
    }
    let mut before = ' ';
    for (offset, c) in rest.char_indices().take(REACH) {
        let tail = &rest[offset..];
        let apart = before.is_whitespace() || before == '|';
        match c {
            '(' | '[' | '<' | '#' | '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' if offset > 0 => {
                let bare = c.is_numeric();
                let stamp = match bare {
                    true => apart.then(|| clock::range(tail).or_else(|| clock::leading(tail))).flatten(),
                    false => clock::marked(tail),
                };
                if let Some((ms, length)) = stamp {
                    let name = rest[..offset].trim_end_matches([' ', '\t', '\u{a0}', '|', '-', '–', '—', ',', '،']);
                    let after = offset + length;
                    let gap = clock::blanks(&rest[after..]);
                    if let Some(colon) = colon(&rest[after + gap..]) {
                        let (_, end) = after_colon(rest, after + gap + colon);
                        return found(Shape::Colon, name, Some(ms), end);
                    }
                    let end = words(rest, after);
                    // A bare time amid words is what they speak of.
                    return if bare && end < rest.len() { None } else { found(Shape::Timed, name, Some(ms), end) };
                }
            }
            '\t' if offset > 0 => {
                let gap = clock::blanks(tail);
                let after = offset + gap;
                let stamp = stamp(&rest[after..]);
                let shape = if stamp.is_some() && words(rest, after + stamp?.1) == rest.len() {
                    Shape::Timed
                } else {
                    Shape::Tab
                };
                let end = stamp.map_or(after, |(_, length)| words(rest, after + length));
                if colon(&rest[after..]).is_none() {
                    return found(shape, &rest[..offset], time.or(stamp.map(|stamp| stamp.0)), end);
                }
            }
            _ => {
                if let Some(length) = colon(tail) {
                    let (later, end) = after_colon(rest, offset + length);
                    return found(Shape::Colon, chatting(&rest[..offset], time), time.or(later), end);
                }
                // The colon of an address, a time, a smiley.
                if c == ':' {
                    return None;
                }
            }
        }
        before = c;
    }
    // "00:01:02 Anna", and the words below.
    match time {
        Some(_) if !rest.trim().is_empty() && rest.chars().count() <= REACH => {
            found(Shape::Timed, rest, time, rest.len())
        }
        _ => None,
    }
}

/// The stamp of a line that holds nothing else: milliseconds.
pub fn only_stamp(line: &str) -> Option<u32> {
    let start = layout(line);
    let (ms, length) = stamp(&line[start..])?;
    line[start + length..].trim().is_empty().then_some(ms)
}

/// The stamp that `words` begin with: in brackets, a range, or bare before white space or the end.
pub fn stamp(words: &str) -> Option<(u32, usize)> {
    clock::marked(words).or_else(|| clock::range(words)).or_else(|| {
        clock::leading(words).filter(|&(_, length)| {
            let after = &words[length..];
            after.is_empty() || after.starts_with([' ', '\t', '\u{a0}']) || colon(after).is_some()
        })
    })
}

/// The bytes of the colon that `words` begin with, if it can end a label.
fn colon(words: &str) -> Option<usize> {
    let colon = words.chars().next().filter(|c| matches!(c, ':' | '：' | '﹕' | '︰' | '\u{5c3}'))?;
    let next = words[colon.len_utf8()..].chars().find(|c| !is_mark(*c));
    let none = colon == ':' && next.is_some_and(|c| matches!(c, '/' | '\\' | ':' | ')' | '=') || c.is_ascii_digit());
    (!none).then_some(colon.len_utf8())
}

/// What comes after the colon that ends at byte `at`: a time, and where the words begin.
fn after_colon(rest: &str, at: usize) -> (Option<u32>, usize) {
    let emphasis = rest[at..].len() - rest[at..].trim_start_matches(['*', '_']).len();
    let at = words(rest, at + emphasis);
    if let Some((ms, length)) = clock::marked(&rest[at..]) {
        let end = words(rest, at + length);
        return (Some(ms), end + colon(&rest[end..]).map_or(0, |colon| words(&rest[end..], colon)));
    }
    match clock::leading(&rest[at..]) {
        Some((ms, length)) if words(rest, at + length) == rest.len() => (Some(ms), rest.len()),
        _ => (None, at),
    }
}

/// Where the words begin after byte `at`, where a label ends.
fn words(rest: &str, at: usize) -> usize {
    let at = at + layout(&rest[at..]);
    at + tag(&rest[at..])
}

/// The bytes of white space and marks of direction that `words` begin with.
fn layout(words: &str) -> usize {
    words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c)).len()
}

/// The bytes of a mark such as `<< speaker >> ` that `words` begin with, as parliaments' records have them.
fn tag(words: &str) -> usize {
    let inside = words.strip_prefix("<<").and_then(|rest| rest.find(">>").filter(|&at| at <= 60));
    inside.map_or(0, |at| at + 4 + layout(&words[at + 4..]))
}

/// The bytes of what stands between a time and a name.
fn separator(words: &str) -> usize {
    let at = layout(words);
    let sign = words[at..].chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '|' | ','));
    at + sign.map_or(0, |sign| sign.len_utf8() + layout(&words[at + sign.len_utf8()..]))
}

/// What stands in the brackets that `words` begin with, and the bytes of it with them.
fn bracketed(words: &str) -> Option<(&str, usize)> {
    let close = match words.chars().next()? {
        '[' => ']',
        '<' => '>',
        '(' => ')',
        _ => return None,
    };
    let end = words.char_indices().take(REACH).find(|&(_, c)| c == close)?.0;
    Some((&words[1..end], end + 1))
}

/// The name in a line of a chat: "From Anna to Everyone".
fn chatting(name: &str, time: Option<u32>) -> &str {
    match name.trim_start().strip_prefix("From ") {
        Some(rest) if time.is_some() => rest.split(" to ").next().unwrap_or(rest),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_seen_at_the_start_of_lines() {
        for (line, shape, name, time, words) in [
            ("Anna: They came.", Shape::Colon, "Anna", None, "They came."),
            ("  ANNA : They came.", Shape::Colon, "ANNA", None, "They came."),
            ("**Anna:** They came.", Shape::Colon, "Anna", None, "They came."),
            ("Anna (00:01:02): They came.", Shape::Colon, "Anna", Some(62_000), "They came."),
            ("Anna [00:01:02]: They came.", Shape::Colon, "Anna", Some(62_000), "They came."),
            ("[00:01:02] Anna: They came.", Shape::Colon, "Anna", Some(62_000), "They came."),
            ("00:01:02 Anna: They came.", Shape::Colon, "Anna", Some(62_000), "They came."),
            ("S00: [00:01:02] They came.", Shape::Colon, "S00", Some(62_000), "They came."),
            ("#00:01:02-5# I: They came.", Shape::Colon, "I", Some(62_500), "They came."),
            ("Anna (00:01:02) They came.", Shape::Timed, "Anna", Some(62_000), "They came."),
            ("Dana Berg  32:04  ", Shape::Timed, "Dana Berg", Some(1_924_000), ""),
            ("Speaker 1 | 00:53", Shape::Timed, "Speaker 1", Some(53_000), ""),
            ("P1 0:00", Shape::Timed, "P1", Some(0), ""),
            ("[Dana Berg] 10:02:03", Shape::Timed, "Dana Berg", Some(36_123_000), ""),
            ("00:01:02 - Anna", Shape::Timed, "Anna", Some(62_000), ""),
            ("Anna\tThey came: all.", Shape::Tab, "Anna", None, "They came: all."),
            ("12  Anna: They came.", Shape::Colon, "Anna", None, "They came."),
            ("3\tAnna\tThey came.", Shape::Tab, "Anna", None, "They came."),
            ("Anna\t0:03", Shape::Timed, "Anna", Some(3_000), ""),
            ("Q. Did they come?", Shape::Dot, "Q", None, "Did they come?"),
            ("\u{200f}أحمد\u{200f}: جاؤوا", Shape::Colon, "أحمد", None, "جاؤوا"),
            ("الباحثة:جاؤوا", Shape::Colon, "الباحثة", None, "جاؤوا"),
            ("記者：来ました。", Shape::Colon, "記者", None, "来ました。"),
            ("<< דובר >> דנה כהן (הבית): << דובר >>   ", Shape::Colon, "דנה כהן (הבית)", None, ""),
            ("10:02:03\t From Anna to Everyone: Hello", Shape::Colon, "Anna", Some(36_123_000), "Hello"),
            ("(٠٠:٠١:٠٢) سلمى: جاؤوا", Shape::Colon, "سلمى", Some(62_000), "جاؤوا"),
        ] {
            let head = head(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((head.shape, head.name, head.time, &line[head.end..]), (shape, name, time, words), "{line}");
        }
        for line in [
            "",
            "http://example.org",
            "10:30",
            "We met at 10:30 in town",
            "(laughs) They came.",
            "std::string",
            "They came.",
            "[00:00.000 --> 00:02.000]",
            "We left :)",
        ] {
            assert_eq!(head(line), None, "{line}");
        }
    }
}
