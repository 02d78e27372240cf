//! What is known of a conversation from its turns.

use std::collections::{BTreeMap, BTreeSet};

use super::{Role, Structure};
use crate::ids::SpeakerId;
use crate::text::{Pos, Span, Text, count_words};

impl Structure {
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
    use crate::project::{Speaker, Turn};

    #[test]
    fn words_are_counted_by_speaker_and_questions_are_told_apart() {
        let text = Text::new("I: Who came?\nأم محمد: جاؤوا كلهم في الليل.\nI: Mm.");
        let speaker = |n, name: &str, role| Speaker {
            id: SpeakerId::from_number(n),
            name: name.into(),
            role,
            case: None,
            extra: Default::default(),
        };
        let turn = |n, start, label, end| Turn {
            span: Span::new(start, end),
            label: Span::new(start, label),
            speaker: SpeakerId::from_number(n),
            asks: None,
            extra: Default::default(),
        };
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
        assert_eq!(structure.asked(), [Span::new(0, 12), Span::new(43, 49)]);
        assert!(structure.is_asked(Pos(5)) && !structure.is_asked(Pos(30)) && !structure.is_asked(Pos(12)));
    }
}
