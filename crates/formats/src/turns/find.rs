//! Every place of a text where a label or a time stamp may stand.

use std::collections::HashMap;
use std::rc::Rc;

use emic_core::project::{BlockKind, Structure, Style};
use emic_core::text::Text;

use super::clock;
use super::head::{Head, Shape, head, only_stamp, stamp};
use super::names::{Likeness, clean, heads_field, key, likeness};
use super::pattern::Pattern;

/// What makes labels of one kind: they are believed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Set off on their line.
    Shape(Shape),
    /// A name alone on the line after a time stamp.
    Under,
    /// A name in bold.
    Bold,
    /// What people showed, by its number.
    Shown(usize),
}

/// A line of the text. Lines are paragraphs, the blank ones too.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t> {
    /// Where it begins, in bytes of the text.
    pub at: usize,
    /// Its words.
    pub words: &'t str,
    /// Whether there are none.
    pub blank: bool,
}

/// What may be a label. Bytes are those of the text.
#[derive(Debug, Clone)]
pub struct Candidate<'t> {
    /// Its kind.
    pub family: Family,
    /// Its line: the first, if it has several.
    pub line: usize,
    /// The last of its lines.
    pub last_line: usize,
    /// Where it begins.
    pub start: usize,
    /// Where the words begin, or its line ends.
    pub end: usize,
    /// Whether the words are on the lines after it.
    pub own_line: bool,
    /// The name.
    pub name: &'t str,
    /// What is the same in all spellings of the name.
    pub key: Rc<str>,
    /// The time that stands in it, in milliseconds.
    pub time: Option<u32>,
    /// How much the name looks like one.
    pub likeness: Likeness,
    /// Whether people said that it is one.
    pub known: bool,
}

/// A time stamp outside of labels. Bytes are those of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The time.
    pub ms: u32,
    /// Whether no brackets are around it, at the start of a line.
    pub bare: bool,
}

/// The lines of a text.
pub fn lines(text: &Text) -> Vec<Line<'_>> {
    let mut at = 0;
    text.as_str()
        .split('\n')
        .map(|words| {
            let line = Line { at, words, blank: words.trim().is_empty() };
            at += words.len() + 1;
            line
        })
        .collect()
}

/// All that may be labels, in order; several of one line if they are of several families.
pub fn candidates<'t>(
    text: &'t Text,
    lines: &[Line<'t>],
    structure: &Structure,
    patterns: &[Pattern],
) -> Vec<Candidate<'t>> {
    let mut found = Vec::new();
    let headings = headings(text, structure, lines.len());
    let bold = bold_starts(text, structure, lines);
    let mut likenesses: HashMap<&'t str, Option<Likeness>> = HashMap::new();
    let mut judge = |name: &'t str| *likenesses.entry(name).or_insert_with(|| likeness(name));
    let mut keys: HashMap<&'t str, Rc<str>> = HashMap::new();
    // The line of the last stamp that stood alone, if only blank lines came after it.
    let mut stamped: Option<(usize, u32)> = None;
    for (number, line) in lines.iter().enumerate() {
        if line.blank {
            continue;
        }
        if let Some(ms) = only_stamp(line.words) {
            // The number of a subtitle, above its time.
            let numbered = |line: &Line<'_>| !line.blank && line.words.trim().chars().all(|c| c.is_ascii_digit());
            let above = number.checked_sub(1).filter(|&above| numbered(&lines[above]));
            stamped = Some((above.unwrap_or(number), ms));
            continue;
        }
        let above = stamped.take();
        let mut put = |family, head: Head<'t>, likeness, known| {
            let (first, time) = match above {
                Some((first, ms)) => (first, head.time.or(Some(ms))),
                None => (number, head.time),
            };
            let start = match above {
                Some(_) => lines[first].at + indent(lines[first].words),
                None => line.at + head.start,
            };
            found.push(Candidate {
                family,
                line: first,
                last_line: number,
                start,
                end: line.at + head.end,
                own_line: head.end >= line.words.trim_end().len(),
                name: head.name,
                key: keys.entry(head.name).or_insert_with(|| key(head.name).into()).clone(),
                time,
                likeness,
                known,
            });
        };
        for (index, pattern) in patterns.iter().enumerate() {
            if let Some(m) = pattern.at_start(line.words) {
                let head = Head { shape: Shape::Colon, name: m.name, time: m.time, start: m.start, end: m.end };
                put(Family::Shown(index), head, judge(m.name).unwrap_or(Likeness::Weak), m.known);
            }
        }
        if headings.get(number).copied().unwrap_or(false) {
            continue;
        }
        if let Some((head, likeness)) = head(line.words).and_then(|head| Some((head, judge(head.name)?))) {
            put(Family::Shape(head.shape), head, likeness, false);
            continue;
        }
        if let Some(end) = bold.get(number).copied().flatten() {
            let name = clean(&line.words[..end]);
            if let Some(likeness) = judge(name).filter(|likeness| *likeness >= Likeness::Fair) {
                let after = end + indent(&line.words[end..]);
                let start = indent(line.words);
                put(Family::Bold, Head { shape: Shape::Colon, name, time: None, start, end: after }, likeness, false);
            }
        } else if above.is_some() && line.words.chars().count() <= 60 {
            let name = clean(line.words);
            if let Some(likeness) = judge(name).filter(|likeness| *likeness >= Likeness::Fair) {
                let head =
                    Head { shape: Shape::Timed, name, time: None, start: indent(line.words), end: line.words.len() };
                put(Family::Under, head, likeness, false);
            }
        }
    }
    found
}

/// The time stamps of a text, those in labels too.
pub fn stamps(lines: &[Line<'_>]) -> Vec<Stamp> {
    let mut found = Vec::new();
    for line in lines.iter().filter(|line| !line.blank) {
        let start = indent(line.words);
        let mut from = 0;
        if let Some((ms, length)) = stamp(&line.words[start..]) {
            let bare = !line.words[start..].starts_with(['[', '(', '<', '#', '{']) && !line.words.contains("-->");
            found.push(Stamp { start: line.at + start, end: line.at + start + length, ms, bare });
            from = start + length;
        }
        while let Some(next) = line.words[from..].find(['[', '(', '#', '<']) {
            let at = from + next;
            from = at + 1;
            if let Some((ms, length)) = clock::marked(&line.words[at..]) {
                found.push(Stamp { start: line.at + at, end: line.at + at + length, ms, bare: false });
                from = at + length;
            }
        }
    }
    found
}

/// How many lines at the start of a text describe it, field by field ("Date: 12 May"): no one speaks there.
pub fn header(lines: &[Line<'_>]) -> usize {
    /// Longer lines, in bytes, are words.
    const SHORT: usize = 300;
    /// No header has more lines.
    const MOST: usize = 20;
    let mut end = 0;
    // Of the lines since the last blank one: whether there is a field, and whether there is what may be a label.
    let (mut fields, mut labels) = (false, false);
    let mut names = Vec::new();
    for (number, line) in lines.iter().enumerate().take(MOST) {
        if line.blank {
            if fields {
                end = number;
            } else if labels {
                return end;
            }
            (fields, labels) = (false, false);
            continue;
        }
        if line.words.len() > SHORT {
            return end;
        }
        let Some(head) = head(line.words).filter(|head| head.shape == Shape::Colon) else { continue };
        if heads_field(head.name) {
            fields = true;
            end = number + 1;
        } else if likeness(head.name).is_some() {
            labels = true;
            // Who is named again speaks, and so does whose words are a sentence.
            let sentence = line.words.trim_end().ends_with(['.', '?', '!', '؟', '…', '。', '？']);
            if names.contains(&head.name) || sentence {
                return end;
            }
            names.push(head.name);
        }
    }
    end
}

/// The bytes of white space that `words` begin with.
pub fn indent(words: &str) -> usize {
    words.len() - words.trim_start().len()
}

/// Which lines are headings.
fn headings(text: &Text, structure: &Structure, lines: usize) -> Vec<bool> {
    let mut found = Vec::new();
    for block in structure.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))) {
        found.resize(lines, false);
        if let Some(line) = found.get_mut(text.paragraph_at(block.span.start)) {
            *line = true;
        }
    }
    found
}

/// Of each line that begins in bold, where the bold words end, in bytes of the line.
fn bold_starts(text: &Text, structure: &Structure, lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let mut found = Vec::new();
    for styled in structure.styles.iter().filter(|styled| styled.style == Style::Bold) {
        found.resize(lines.len(), None);
        let number = text.paragraph_at(styled.span.start);
        let (Some(line), Some(&paragraph)) = (lines.get(number), text.paragraphs().get(number)) else { continue };
        let bytes = |pos: emic_core::text::Pos| Some(text.byte(pos.min(paragraph.end))?.0 as usize - line.at);
        let (Some(start), Some(end)) = (bytes(styled.span.start), bytes(styled.span.end)) else { continue };
        if start <= indent(line.words) && end > start {
            found[number] = Some(end);
        }
    }
    found
}
