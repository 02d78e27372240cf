//! What people correct in what was found.

use emic_core::fold::{Keep, folded};
use emic_core::project::Role;
use serde::{Deserialize, Serialize};

use super::names::asks;
use super::{Detection, FoundTurn};

/// A correction. It names speakers, so that it can be made again after another detection, or in other texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// A speaker has another name. If someone has it already, they are one.
    Rename {
        /// The name that they have.
        speaker: String,
        /// The name that they get. Nothing is done if it is blank.
        to: String,
    },
    /// Two names are of one speaker.
    Merge {
        /// The name that goes.
        speaker: String,
        /// The name that stays.
        into: String,
    },
    /// A speaker has another part.
    Role {
        /// Their name.
        speaker: String,
        /// Their part.
        role: Role,
    },
    /// A name is nobody's: its labels are words of the turns that they stand in.
    Drop {
        /// The name.
        speaker: String,
    },
}

/// Why two names may be of one speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sameness {
    /// They differ by accents, points, or signs between the letters.
    Signs,
    /// One is part of the other: "Anna", "Anna K."
    Part,
    /// One is the other's initials.
    Initials,
    /// They differ by one letter.
    Letter,
}

/// Two names that may be of one speaker: suggested, not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Same {
    /// The one with fewer turns: a place in [`Detection::speakers`].
    pub speaker: usize,
    /// The other one.
    pub into: usize,
    /// Why.
    pub why: Sameness,
}

impl Detection {
    /// The detection after a correction. One that names nobody changes nothing.
    pub fn corrected(&self, correction: &Correction) -> Detection {
        let mut new = self.clone();
        let place = |name: &str| self.speakers.iter().position(|speaker| speaker.name == name);
        match correction {
            Correction::Rename { speaker, to } => {
                let to = to.trim();
                match (place(speaker), place(to)) {
                    (Some(one), Some(other)) if one != other => new.merge(one, other),
                    (Some(one), _) if !to.is_empty() => new.speakers[one].name = to.to_owned(),
                    _ => {}
                }
            }
            Correction::Merge { speaker, into } => {
                if let (Some(one), Some(other)) = (place(speaker), place(into)) {
                    new.merge(one, other);
                }
            }
            Correction::Role { speaker, role } => {
                if let Some(one) = place(speaker) {
                    new.speakers[one].role = *role;
                }
            }
            Correction::Drop { speaker } => {
                if let Some(one) = place(speaker) {
                    new.drop_speaker(one);
                }
            }
        }
        new
    }

    /// Turns of `one` are those of `other`.
    fn merge(&mut self, one: usize, other: usize) {
        for turn in self.turns.iter_mut().filter(|turn| turn.speaker == one) {
            turn.speaker = other;
        }
        self.count();
    }

    /// The turns of `one` go on the turn before them; without one before them, they are nobody's.
    fn drop_speaker(&mut self, one: usize) {
        let mut turns: Vec<FoundTurn> = Vec::with_capacity(self.turns.len());
        for &turn in &self.turns {
            match turns.last_mut() {
                _ if turn.speaker != one => turns.push(turn),
                Some(last) => last.span.end = turn.span.end,
                None => {}
            }
        }
        self.turns = turns;
        self.count();
    }

    /// Which names may be spellings of one.
    pub fn same(&self) -> Vec<Same> {
        /// With more speakers than these it is a list of names, and every pair is too much.
        const MOST: usize = 200;
        let names: Vec<Name> = self.speakers.iter().take(MOST).map(|speaker| Name::of(&speaker.name)).collect();
        let mut found = Vec::new();
        for one in 0..names.len() {
            // With several it might be, nothing is suggested for the weaker reasons.
            let mut all: Vec<(Sameness, usize)> = (0..names.len())
                .filter(|&other| other != one && (self.speakers[one].turns, other) < (self.speakers[other].turns, one))
                .filter(|&other| asks(&self.speakers[one].name) == asks(&self.speakers[other].name))
                .filter_map(|other| Some((names[one].same(&names[other])?, other)))
                .collect();
            all.sort_unstable();
            match all[..] {
                [(why, into)] => found.push(Same { speaker: one, into, why }),
                [(Sameness::Signs, into), ..] => found.push(Same { speaker: one, into, why: Sameness::Signs }),
                _ => {}
            }
        }
        found
    }
}

/// A name as names are compared.
struct Name {
    /// Its words without signs, in small letters.
    words: Vec<String>,
    /// All of them.
    letters: Vec<char>,
    /// Its digits: "Speaker 1" is never "Speaker 2".
    digits: String,
}

impl Name {
    fn of(name: &str) -> Name {
        let folded = folded(name, Keep::default());
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned);
        let words: Vec<String> = words.collect();
        let letters = words.concat().chars().collect();
        Name { words, letters, digits: folded.chars().filter(|c| c.is_numeric()).collect() }
    }

    fn same(&self, other: &Name) -> Option<Sameness> {
        if self.digits != other.digits || self.letters.is_empty() || other.letters.is_empty() {
            return None;
        }
        if self.letters == other.letters {
            return Some(Sameness::Signs);
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let part = short.words.len() < long.words.len()
            && long.words.windows(short.words.len()).any(|part| part == short.words);
        // "I" is no part of "Anna I."; a letter is not enough.
        if part && short.letters.len() > 1 {
            return Some(Sameness::Part);
        }
        let initials = || long.words.iter().filter_map(|word| word.chars().next()).collect::<Vec<_>>();
        if short.words.len() == 1 && long.words.len() > 1 && short.letters.len() > 1 && short.letters == initials() {
            return Some(Sameness::Initials);
        }
        (short.letters.len() >= 5 && long.letters.len() >= 5 && one_letter_apart(&self.letters, &other.letters))
            .then_some(Sameness::Letter)
    }
}

/// Whether one letter was changed, left out, added, or changed places with the next.
fn one_letter_apart(a: &[char], b: &[char]) -> bool {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (left, right) = (&a[same..], &b[same..]);
    if a.len() < b.len() {
        return left == &right[1..];
    }
    match (left, right) {
        ([], []) => false,
        ([_, left @ ..], [_, right @ ..]) if left == right => true,
        ([a, b, left @ ..], [c, d, right @ ..]) => a == d && b == c && left == right,
        _ => false,
    }
}
