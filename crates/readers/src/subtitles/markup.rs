//! What a cue says, without its tags.

use emic_core::project::Style;
use emic_formats::turns::clock;

use super::cues::Cue;

/// A letter, and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    pub sign: char,
    pub bold: bool,
    pub italic: bool,
}

impl Letter {
    /// Whether it is set in `style`.
    pub fn has(self, style: Style) -> bool {
        match style {
            Style::Bold => self.bold,
            Style::Italic => self.italic,
        }
    }
}

/// A line of a cue that one person says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// When its cue begins and ends, in milliseconds.
    pub start: u32,
    /// See `start`.
    pub end: u32,
    /// Who says it, if the cue has that as a tag.
    pub voice: Option<String>,
    /// The words; never blank, without white space at the ends.
    pub letters: Vec<Letter>,
}

/// The longest tag, in bytes: what is longer is a sign that stands for itself.
const LONGEST_TAG: usize = 300;

/// The lines of a cue; none if nothing is said.
pub fn said(cue: &Cue<'_>) -> Vec<Said> {
    let mut found = Vec::new();
    let mut state = State { bold: 0, italic: 0, voice: None };
    for line in &cue.lines {
        let mut letters = Vec::with_capacity(line.len());
        let mut put = |letters: &mut Vec<Letter>, voice: &Option<String>| {
            let said = tidy(std::mem::take(letters));
            if !said.is_empty() {
                found.push(Said { start: cue.start, end: cue.end, voice: voice.clone(), letters: said });
            }
        };
        let mut rest = *line;
        while let Some(sign) = rest.chars().next() {
            if let Some((tag, length)) = tag(rest) {
                if tag.starts_with('v') || tag.starts_with("/v") {
                    put(&mut letters, &state.voice);
                }
                state.take(tag);
                rest = &rest[length..];
                continue;
            }
            // Settings of position: {\an8}.
            if let Some(end) =
                rest.starts_with("{\\").then(|| rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'}')).flatten()
            {
                rest = &rest[end + 1..];
                continue;
            }
            let (sign, length) = entity(rest).unwrap_or((sign, sign.len_utf8()));
            letters.push(Letter { sign, bold: state.bold > 0, italic: state.italic > 0 });
            rest = &rest[length..];
        }
        put(&mut letters, &state.voice);
    }
    found
}

/// What tags have opened.
struct State {
    bold: u32,
    italic: u32,
    voice: Option<String>,
}

impl State {
    fn take(&mut self, tag: &str) {
        let (name, annotation) = tag.split_once([' ', '\t']).unwrap_or((tag, ""));
        let name = name.split('.').next().unwrap_or(name);
        match name.to_ascii_lowercase().as_str() {
            "b" => self.bold += 1,
            "/b" => self.bold = self.bold.saturating_sub(1),
            "i" => self.italic += 1,
            "/i" => self.italic = self.italic.saturating_sub(1),
            "v" => {
                let name = letters_of(annotation);
                self.voice = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
            }
            "/v" => self.voice = None,
            _ => {}
        }
    }
}

/// The tag that `rest` begins with, without its brackets, and its bytes. Only what WebVTT or SubRip have is a tag: people
/// write "<laughs>", and that something is "<" than something else.
fn tag(rest: &str) -> Option<(&str, usize)> {
    let inside = rest.strip_prefix('<')?;
    let end = inside.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let tag = &inside[..end];
    let opening = tag.strip_prefix('/');
    let (name, more) = opening.unwrap_or(tag).split_once([' ', '\t']).unwrap_or((opening.unwrap_or(tag), ""));
    let name = name.trim_end_matches('/').split('.').next().unwrap_or_default().to_ascii_lowercase();
    let more = more.trim().trim_end_matches('/');
    let is = match name.as_str() {
        "b" | "i" | "u" | "s" | "c" | "ruby" | "rt" | "br" => more.is_empty(),
        "font" | "span" => more.is_empty() || more.contains('='),
        "v" | "lang" => !more.contains('<'),
        _ => clock::leading(tag).is_some_and(|(_, length)| length == tag.len()),
    };
    is.then_some((tag, end + 2))
}

/// The character reference that `rest` begins with, and its bytes.
fn entity(rest: &str) -> Option<(char, usize)> {
    let inside = rest.strip_prefix('&')?;
    let end = inside.bytes().take(10).position(|byte| byte == b';')?;
    let sign = match &inside[..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((sign, end + 2))
}

/// The words of a tag, without references.
fn letters_of(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(sign) = rest.chars().next() {
        let (sign, length) = entity(rest).unwrap_or((sign, sign.len_utf8()));
        out.extend(Some(sign).filter(|sign| !sign.is_control()));
        rest = &rest[length..];
    }
    out
}

/// Words without control characters, with single spaces between them and none at the ends.
fn tidy(letters: Vec<Letter>) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for mut letter in letters {
        if matches!(letter.sign, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
            letter.sign = ' ';
            if out.last().is_none_or(|last| last.sign == ' ') {
                continue;
            }
        }
        if !letter.sign.is_control() && letter.sign != '\u{feff}' {
            out.push(letter);
        }
    }
    while out.last().is_some_and(|last| last.sign.is_whitespace()) {
        out.pop();
    }
    // Nothing but spaces or marks of direction is nothing.
    if out.iter().all(|letter| letter.sign.is_whitespace() || matches!(letter.sign, '\u{200b}'..='\u{200f}')) {
        out.clear();
    }
    out
}
