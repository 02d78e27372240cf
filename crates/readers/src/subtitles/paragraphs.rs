//! From what cues say to paragraphs.

use std::collections::HashSet;

use emic_core::project::{Style, Styled, TimeMark};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Extract, Format, Voice};

use super::markup::{Letter, Said};

/// A silence after which a new paragraph begins, in milliseconds. Within a sentence people hardly stop for as long as two
/// seconds; captions of one sentence follow each other at once or within a second.
const PAUSE: u32 = 2000;
/// From this length on, in code points, a paragraph ends with the next sentence: some hundred words, what is read at once.
const LONG: usize = 600;
/// At this length it ends with the next cue: automatic captions have no full stops.
const LONGEST: usize = 1500;
/// Cues that repeat the former one, if there is no more between them than this, in milliseconds.
const AT_ONCE: u32 = 100;

/// The text of all cues, in order. `recordings` says how many of them are of each recording.
pub fn join(cues: Vec<Vec<Said>>, recordings: &[usize], format: Format) -> Extract {
    let rolling = rolls(&cues);
    let mut out = Paragraphs { extract: Extract::plain(format, String::new()), at: 0, open: None };
    let mut former: Vec<Said> = Vec::new();
    let mut starts: HashSet<usize> = HashSet::new();
    recordings.iter().fold(0, |start, length| {
        starts.insert(start);
        start + length
    });
    for (place, cue) in cues.into_iter().enumerate() {
        if starts.contains(&place) {
            out.close();
            former.clear();
        }
        let new = repeated(&former, &cue, rolling);
        // Lines with dashes are of several people.
        let dashes = cue.iter().filter(|said| begins_with_dash(said)).count();
        for (number, said) in cue.iter().enumerate() {
            let letters = match number {
                _ if number < new.lines => continue,
                _ if number == new.lines => said.letters.get(new.letters..).unwrap_or_default(),
                _ => &said.letters,
            };
            if !letters.is_empty() {
                out.put(said, letters, dashes > 1 && begins_with_dash(said));
            }
        }
        if !cue.is_empty() {
            former = cue;
        }
    }
    out.close();
    out.extract
}

struct Paragraphs {
    extract: Extract,
    /// Code points so far.
    at: u32,
    open: Option<Open>,
}

/// The paragraph that is written.
struct Open {
    start: u32,
    voice: Option<String>,
    end: u32,
    last: char,
}

impl Paragraphs {
    fn put(&mut self, said: &Said, letters: &[Letter], fresh: bool) {
        let goes_on = self.open.as_ref().is_some_and(|open| {
            let length = (self.at - open.start) as usize;
            !fresh
                && open.voice == said.voice
                && said.start <= open.end.saturating_add(PAUSE)
                && length < LONGEST
                && !(length >= LONG && ends_sentence(open.last))
                && !starts_speaker(letters)
        });
        if goes_on {
            self.sign(' ');
        } else {
            self.close();
            if self.at > 0 {
                self.sign('\n');
            }
            self.open = Some(Open { start: self.at, voice: said.voice.clone(), end: said.end, last: ' ' });
        }
        let times = &mut self.extract.structure.times;
        if times.last().is_none_or(|last| last.ms != said.start) {
            times.push(TimeMark { at: Pos(self.at), ms: said.start });
        }
        for letter in letters {
            for style in [Style::Bold, Style::Italic] {
                if letter.has(style) {
                    self.style(style);
                }
            }
            self.sign(letter.sign);
        }
        if let (Some(open), Some(last)) = (&mut self.open, letters.last()) {
            open.end = open.end.max(said.end);
            open.last = last.sign;
        }
    }

    fn sign(&mut self, sign: char) {
        self.extract.text.push(sign);
        self.at += 1;
    }

    /// The next letter is set in `style`.
    fn style(&mut self, style: Style) {
        let styles = &mut self.extract.structure.styles;
        let span = Span::new(self.at, self.at + 1);
        match styles.iter_mut().rev().take(2).find(|last| last.style == style && last.span.end == span.start) {
            Some(last) => last.span.end = span.end,
            None => styles.push(Styled { span, style }),
        }
    }

    fn close(&mut self) {
        if let Some(Open { start, voice: Some(name), .. }) = self.open.take() {
            self.extract.voices.push(Voice { span: Span::new(start, self.at), name });
        }
    }
}

fn ends_sentence(last: char) -> bool {
    matches!(last, '.' | '?' | '!' | '…' | '؟' | '。' | '？' | '！' | '۔' | '"' | '”' | ')')
}

fn begins_with_dash(said: &Said) -> bool {
    matches!(said.letters.first().map(|letter| letter.sign), Some('-' | '–' | '—'))
}

/// ">>" is how broadcasters mark that someone else speaks, and `Name:` at the start of a cue does the same.
fn starts_speaker(letters: &[Letter]) -> bool {
    let words: String = letters.iter().take(120).map(|letter| letter.sign).collect();
    words.starts_with(">>") || emic_formats::turns::leading_name(&words).is_some()
}

/// What of a cue was in the former one: so many lines, and of the next line so many letters.
#[derive(Debug, Clone, Copy, Default)]
struct Repeated {
    lines: usize,
    letters: usize,
}

/// What `cue` repeats of the `former` one. In files that roll, any part at its start; in others only a cue that says all of
/// the former again, at once and with three words at least, which nobody speaks so.
fn repeated(former: &[Said], cue: &[Said], rolling: bool) -> Repeated {
    let (Some(last), Some(first)) = (former.last(), cue.first()) else { return Repeated::default() };
    if last.voice != first.voice || first.start > last.end.saturating_add(if rolling { PAUSE } else { AT_ONCE }) {
        return Repeated::default();
    }
    let again = overlap(former, cue);
    let all = again.lines == cue.len() && former.len() == cue.len();
    let words =
        || cue.iter().map(|said| said.letters.iter().filter(|letter| letter.sign == ' ').count() + 1).sum::<usize>();
    if rolling || (all && words() >= 3) { again } else { Repeated::default() }
}

/// The most lines at the start of `cue` that are the last of `former`; or all of `former` as the start of one line.
fn overlap(former: &[Said], cue: &[Said]) -> Repeated {
    let same =
        |one: &[Said], other: &[Said]| one.iter().zip(other).all(|(one, other)| alike(&one.letters, &other.letters));
    // Cues have few lines; more than these are not compared.
    for lines in (1..=former.len().min(cue.len()).min(8)).rev() {
        if same(&former[former.len() - lines..], &cue[..lines]) {
            return Repeated { lines, letters: 0 };
        }
    }
    // "I", "I think", "I think so": a line that grows, the last one.
    if let (Some(last), Some(first)) = (former.last(), cue.get(former.len() - 1)) {
        let grows = first.letters.len() > last.letters.len()
            && alike(&first.letters[..last.letters.len()], &last.letters)
            && first.letters[last.letters.len()].sign == ' '
            && former.len() <= 8
            && same(&former[..former.len() - 1], cue);
        if grows {
            return Repeated { lines: former.len() - 1, letters: last.letters.len() + 1 };
        }
    }
    Repeated::default()
}

fn alike(one: &[Letter], other: &[Letter]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.sign == other.sign)
}

/// Whether captions roll: at least a third of the cues begin with what the former one ended with.
fn rolls(cues: &[Vec<Said>]) -> bool {
    let spoken: Vec<&Vec<Said>> = cues.iter().filter(|cue| !cue.is_empty()).collect();
    let again = spoken.windows(2).filter(|pair| {
        let again = overlap(pair[0], pair[1]);
        again.lines > 0 || again.letters > 0
    });
    spoken.len() > 3 && again.count() * 3 >= spoken.len()
}
