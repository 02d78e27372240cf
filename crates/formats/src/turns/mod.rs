//! Who speaks when: speakers, turns and times, found in a text by how transcripts are written.
//!
//! What is found is a suggestion. People correct it ([`Correction`]), show how labels are written ([`Pattern`]), and it
//! becomes part of a document by [`Detection::structure_of`].

mod belief;
pub mod clock;
mod correct;
mod find;
mod head;
mod lists;
mod names;
mod pattern;
mod roles;
mod stamps;

#[cfg(test)]
mod tests;

use emic_core::ids::SpeakerId;
use emic_core::project::{Role, Speaker, Structure, TimeMark, Turn};
use emic_core::text::{BytePos, Pos, Span, Text};
use serde::{Deserialize, Serialize};

use crate::source::Voice;
use find::{Candidate, Family, Line};
use head::Shape;

pub use correct::{Correction, Same, Sameness};
pub use pattern::Pattern;

/// How labels are set off from words, for people to see what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Convention {
    /// The format itself says who speaks.
    Voices,
    /// `Anna: words`.
    Colon,
    /// `Anna:`, and the words on the lines after it.
    ColonAbove,
    /// `Anna (00:01:02)`, with the words after it or on the lines after it.
    NameAndTime,
    /// A line with the times, a line with the name, the words.
    TimeThenName,
    /// The name in bold, without a colon.
    Bold,
    /// The name before a tab, or in a cell of its own.
    Column,
    /// `Q.` and `A.`
    FullStop,
    /// As people showed it.
    Shown,
}

/// Someone who was found to speak. Turns name them by their place in [`Detection::speakers`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The name, as it is written most often. No two are the same.
    pub name: String,
    /// Whether they seem to be who asks.
    pub role: Role,
    /// How many turns they have.
    pub turns: u32,
}

/// A turn that was found. See [`Turn`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTurn {
    /// All of it, without white space after it.
    pub span: Span,
    /// The label at its start, with the white space after it; empty where the format says who speaks.
    pub label: Span,
    /// Who speaks: a place in [`Detection::speakers`].
    pub speaker: usize,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Detection {
    /// How most labels are written; `None` if there are none.
    pub convention: Option<Convention>,
    /// Who speaks, in the order of their first turns.
    pub speakers: Vec<Found>,
    /// Who says what, in order; turns neither overlap nor are empty.
    pub turns: Vec<FoundTurn>,
    /// When it was said, in order.
    pub times: Vec<TimeMark>,
}

/// Finds who speaks when in `text`. `structure` and `voices` are what the reader of its format gave; `patterns` are labels
/// that people showed. Linear in the length of the text.
///
/// Voices decide if there are any, and so do the times of a format. Otherwise a name is believed if it recurs at the start
/// of lines in one of the ways that transcripts are written ([`Convention`]), or stands between turns of one who does; it
/// is short, no part of a sentence, no address, time or number. Fields of a header ("Date: 12 May") are nobody's words.
pub fn detect(text: &Text, structure: &Structure, voices: &[Voice], patterns: &[Pattern]) -> Detection {
    let lines = find::lines(text);
    let mut found = match voices {
        [] => in_words(text, &lines, structure, patterns),
        _ => of_voices(text, voices),
    };
    if !structure.times.is_empty() {
        found.times = structure.times.clone();
    }
    roles::guess(text, &mut found);
    found
}

/// What the format says.
fn of_voices(text: &Text, voices: &[Voice]) -> Detection {
    let mut people = People::default();
    let mut turns: Vec<FoundTurn> = Vec::new();
    for voice in voices {
        let (name, span) = (voice.name.trim(), text.clamp(voice.span));
        let after_last = turns.last().is_none_or(|last| last.span.end <= span.start);
        if name.is_empty() || span.is_empty() || !after_last {
            continue;
        }
        let speaker = people.met(name, &names::key(name));
        match turns.last_mut() {
            Some(last) if last.speaker == speaker && is_blank(text, last.span.end, span.start) => {
                last.span.end = span.end
            }
            _ => turns.push(FoundTurn { span, label: Span { start: span.start, end: span.start }, speaker }),
        }
    }
    people.detection(Some(Convention::Voices), turns, Vec::new())
}

/// What the words say.
fn in_words(text: &Text, lines: &[Line<'_>], structure: &Structure, patterns: &[Pattern]) -> Detection {
    let mut candidates = find::candidates(text, lines, structure, patterns);
    let header = find::header(lines);
    candidates.retain(|label| label.line >= header || label.known);
    let labels = belief::believed(&candidates, lines, patterns.len());
    let end = spoken_until(lines);
    let labels: Vec<&Candidate<'_>> = labels.into_iter().filter(|label| label.last_line < end).collect();

    let mut people = People::default();
    let mut turns = Vec::new();
    let mut spans = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let until = labels.get(at + 1).map_or(end, |next| next.line);
        let last = (label.last_line..until).rev().find(|&line| !lines[line].blank).unwrap_or(label.last_line);
        let close = lines[last].at + lines[last].words.trim_end().len();
        let words = match label.own_line {
            // The label reaches to the words, over the blank lines between.
            true => (label.last_line + 1..=last)
                .find(|&line| !lines[line].blank)
                .map(|line| lines[line].at + find::indent(lines[line].words)),
            false => None,
        };
        let words = words.unwrap_or(label.end).clamp(label.start, close.max(label.start));
        let speaker = people.met(label.name, &label.key);
        spans.push((label.start, words));
        let (Some(start), Some(words), Some(close)) =
            (position(text, label.start), position(text, words), position(text, close))
        else {
            continue;
        };
        if start < close {
            turns.push(FoundTurn { span: Span { start, end: close }, label: Span { start, end: words }, speaker });
        }
    }
    let times = stamps::marks(text, lines, &labels, &spans);
    let convention = convention(&labels);
    people.detection(convention, turns, times)
}

/// The line after the last one that is spoken: what programs write below a transcript is nobody's.
fn spoken_until(lines: &[Line<'_>]) -> usize {
    let mut end = lines.len();
    for number in (0..lines.len()).rev().filter(|&number| !lines[number].blank).take(3) {
        let words = lines[number].words.trim().to_lowercase();
        let footer = words.len() < 200
            && (words.starts_with("transcribed by")
                || words.starts_with("transcribed with")
                || words.starts_with("transcription by")
                || words.ends_with(" stopped transcription")
                || words.contains("https://otter.ai"));
        if !footer {
            break;
        }
        end = number;
    }
    end
}

/// How most labels are written.
fn convention(labels: &[&Candidate<'_>]) -> Option<Convention> {
    let of = |label: &&Candidate<'_>| match label.family {
        Family::Shape(Shape::Colon) if label.own_line => Convention::ColonAbove,
        Family::Shape(Shape::Colon) => Convention::Colon,
        Family::Shape(Shape::Timed) => Convention::NameAndTime,
        Family::Shape(Shape::Tab) => Convention::Column,
        Family::Shape(Shape::Dot) => Convention::FullStop,
        Family::Under => Convention::TimeThenName,
        Family::Bold => Convention::Bold,
        Family::Shown(_) => Convention::Shown,
    };
    let mut counts: Vec<(Convention, usize)> = Vec::new();
    for convention in labels.iter().map(of) {
        match counts.iter_mut().find(|(counted, _)| *counted == convention) {
            Some((_, count)) => *count += 1,
            None => counts.push((convention, 1)),
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(convention, _)| convention)
}

/// Those who were met, and how their names were written.
#[derive(Default)]
struct People {
    by_key: std::collections::HashMap<String, usize>,
    spellings: Vec<Vec<(String, u32)>>,
}

impl People {
    /// The number of someone who is met.
    fn met(&mut self, name: &str, key: &str) -> usize {
        let next = self.by_key.len();
        let number = self.by_key.get(key).copied().unwrap_or_else(|| {
            self.by_key.insert(key.to_owned(), next);
            next
        });
        if number == next {
            self.spellings.push(Vec::new());
        }
        if let Some(spellings) = self.spellings.get_mut(number) {
            match spellings.iter_mut().find(|(spelling, _)| spelling == name) {
                Some((_, count)) => *count += 1,
                None => spellings.push((name.to_owned(), 1)),
            }
        }
        number
    }

    fn detection(self, convention: Option<Convention>, turns: Vec<FoundTurn>, times: Vec<TimeMark>) -> Detection {
        let speakers = self.spellings.into_iter().map(|spellings| {
            // Of spellings that are as frequent, the first.
            let most = spellings.iter().map(|(_, count)| *count).max();
            let name = spellings.into_iter().find(|(_, count)| Some(*count) == most).map(|(name, _)| name);
            Found { name: name.unwrap_or_default(), role: Role::Participant, turns: 0 }
        });
        let mut detection = Detection { convention, speakers: speakers.collect(), turns, times };
        detection.count();
        detection
    }
}

impl Detection {
    /// What a document keeps of it. `id` gives a new one each time.
    pub fn structure_of(&self, mut id: impl FnMut() -> SpeakerId) -> (Vec<Speaker>, Vec<Turn>) {
        let speakers: Vec<Speaker> =
            self.speakers.iter().map(|found| Speaker::new(id(), &found.name, found.role)).collect();
        let turns = self
            .turns
            .iter()
            .filter_map(|turn| Some(Turn::new(turn.span, turn.label.end, speakers.get(turn.speaker)?.id)));
        let turns = turns.collect();
        (speakers, turns)
    }

    /// Counts turns anew; who has none is taken out, and the others are put in the order of their first turns.
    fn count(&mut self) {
        let mut order: Vec<Option<usize>> = vec![None; self.speakers.len()];
        let mut speakers: Vec<Found> = Vec::new();
        for turn in &mut self.turns {
            let (Some(new), Some(found)) = (order.get_mut(turn.speaker), self.speakers.get(turn.speaker)) else {
                continue;
            };
            let number = *new.get_or_insert_with(|| {
                speakers.push(Found { turns: 0, ..found.clone() });
                speakers.len() - 1
            });
            speakers[number].turns += 1;
            turn.speaker = number;
        }
        self.speakers = speakers;
        if self.turns.is_empty() {
            self.convention = None;
        }
    }
}

/// The gap at a byte of the text.
fn position(text: &Text, byte: usize) -> Option<Pos> {
    text.pos_of_byte(BytePos(u32::try_from(byte).ok()?))
}

/// Whether there is nothing but white space between two gaps.
fn is_blank(text: &Text, start: Pos, end: Pos) -> bool {
    text.slice(Span::between(start, end)).chars().all(char::is_whitespace)
}

/// The name that `words` begin with if they begin as `Anna: words` does, and the bytes up to the words. Whether it is
/// someone's is not known of one place alone.
pub fn leading_name(words: &str) -> Option<(&str, usize)> {
    let head = head::head(words).filter(|head| head.shape == Shape::Colon && head.time.is_none())?;
    names::likeness(head.name).map(|_| (head.name, head.end))
}
