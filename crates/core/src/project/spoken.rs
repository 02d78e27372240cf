//! What is known of a conversation from its turns.

use std::collections::{BTreeMap, BTreeSet};

use super::{Role, Speaker, Structure, Turn};
use crate::ids::SpeakerId;
use crate::text::{Pos, Span, Text, count_words, trim_whitespace};

/// What is known of a place in a text besides its words: what a passage that begins there is cited with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said<'a> {
    /// In whose turn it is.
    pub speaker: Option<&'a Speaker>,
    /// When it was said, in milliseconds since the recording began.
    pub ms: Option<u32>,
    /// The label of its page.
    pub page: Option<&'a str>,
}

impl Structure {
    /// Who says what stands at a place, when, and on which page it stands.
    pub fn said_at(&self, at: Pos) -> Said<'_> {
        let turn = self.turn_at(at);
        // Before the first time of a turn it is that: the one before belongs to what somebody else said.
        let ms = match turn {
            Some(turn) => {
                let first = self.first_time(turn);
                let after = self.times.partition_point(|time| time.at <= at);
                let last = after.checked_sub(1).and_then(|n| self.times.get(n));
                last.filter(|time| time.at >= turn.span.start)
                    .map(|time| time.ms)
                    .or(first)
                    .or(last.map(|time| time.ms))
            }
            None => self.time_at(at),
        };
        Said { speaker: turn.and_then(|turn| self.speaker(turn.speaker)), ms, page: self.page_at(at) }
    }

    /// The first time that stands in a turn.
    pub fn first_time(&self, turn: &Turn) -> Option<u32> {
        let first = self.times.partition_point(|time| time.at < turn.span.start);
        self.times.get(first).filter(|time| time.at < turn.span.end).map(|time| time.ms)
    }

    /// The words of a speaker's turns, one span a turn, without labels and without white space around them.
    pub fn spoken_by(&self, speaker: SpeakerId, text: &Text) -> Vec<Span> {
        let turns = self.turns.iter().filter(|turn| turn.speaker == speaker);
        turns.map(|turn| trim_whitespace(text, turn.words())).filter(|span| !span.is_empty()).collect()
    }

    /// How many words of a text are in the turns of those who ask, labels included.
    pub fn asked_words(&self, text: &Text) -> u32 {
        let counts = self.asked().into_iter().map(|turn| count_words(text.slice(turn)));
        u32::try_from(counts.sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// How many words each speaker says, in the order of the speakers; labels are not counted.
    pub fn words_by_speaker(&self, text: &Text) -> Vec<(SpeakerId, u32)> {
        let mut counts: BTreeMap<SpeakerId, u32> = BTreeMap::new();
        for turn in &self.turns {
            let words = u32::try_from(count_words(text.slice(turn.words()))).unwrap_or(u32::MAX);
            let count = counts.entry(turn.speaker).or_default();
            *count = count.saturating_add(words);
        }
        let count = |id| counts.get(&id).copied().unwrap_or_default();
        self.speakers.iter().map(|speaker| (speaker.id, count(speaker.id))).collect()
    }

    /// The turns of those who ask, labels included, in order: what is left out of counts and searches if people wish so.
    pub fn asked(&self) -> Vec<Span> {
        let who_asks = self.speakers.iter().filter(|speaker| speaker.role == Role::Interviewer);
        let who_asks: BTreeSet<SpeakerId> = who_asks.map(|speaker| speaker.id).collect();
        self.turns.iter().filter(|turn| who_asks.contains(&turn.speaker)).map(|turn| turn.span).collect()
    }

    /// Whether what stands at a place is said by someone who asks.
    pub fn is_asked(&self, at: Pos) -> bool {
        let speaker = self.turn_at(at).and_then(|turn| self.speaker(turn.speaker));
        speaker.is_some_and(|speaker| speaker.role == Role::Interviewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Page, TimeMark};

    #[test]
    fn a_place_is_cited_with_speaker_time_and_page() {
        let speaker = |n, name: &str| Speaker::new(SpeakerId::from_number(n), name, Role::Participant);
        let turn = |n, start, words, end| Turn::new(Span::new(start, end), Pos(words), SpeakerId::from_number(n));
        let structure = Structure {
            speakers: vec![speaker(1, "Ana"), speaker(2, "Ben")],
            turns: vec![turn(1, 5, 8, 20), turn(2, 20, 24, 40), turn(1, 40, 44, 50)],
            times: [(8, 1000), (24, 2000), (30, 3000)].map(|(at, ms)| TimeMark { at: Pos(at), ms }).to_vec(),
            pages: vec![Page { at: Pos(25), label: "12".into() }],
            ..Structure::default()
        };
        let cited = |at| {
            let said = structure.said_at(Pos(at));
            (said.speaker.map(|speaker| speaker.name.as_str()), said.ms, said.page)
        };
        assert_eq!(cited(0), (None, None, None));
        assert_eq!(cited(5), (Some("Ana"), Some(1000), None), "in the label, before its time");
        assert_eq!(cited(21), (Some("Ben"), Some(2000), None), "not when Ana spoke");
        assert_eq!(cited(35), (Some("Ben"), Some(3000), Some("12")));
        assert_eq!(cited(45), (Some("Ana"), Some(3000), Some("12")), "a turn without a time is after that");
        let text = Text::new("abcdeA:  some words  B:  other");
        assert_eq!(structure.spoken_by(SpeakerId::from_number(1), &text), [Span::new(9, 19)]);
    }

    #[test]
    fn words_are_counted_by_speaker_and_questions_are_told_apart() {
        let text = Text::new("I: Who came?\nأم محمد: جاؤوا كلهم في الليل.\nI: Mm.");
        let speaker = |n, name: &str, role| Speaker::new(SpeakerId::from_number(n), name, role);
        let turn = |n, start, words, end| Turn::new(Span::new(start, end), Pos(words), SpeakerId::from_number(n));
        let structure = Structure {
            speakers: vec![
                speaker(1, "I", Role::Interviewer),
                speaker(2, "أم محمد", Role::Participant),
                speaker(3, "Ben", Role::Participant),
            ],
            turns: vec![turn(1, 0, 3, 12), turn(2, 13, 22, 42), turn(1, 43, 46, 49)],
            ..Structure::default()
        };
        let id = SpeakerId::from_number;
        assert_eq!(structure.words_by_speaker(&text), [(id(1), 3), (id(2), 4), (id(3), 0)]);
        assert_eq!(structure.asked_words(&text), 5);
        assert_eq!(structure.asked(), [Span::new(0, 12), Span::new(43, 49)]);
        assert!(structure.is_asked(Pos(5)) && !structure.is_asked(Pos(30)) && !structure.is_asked(Pos(12)));
    }
}
