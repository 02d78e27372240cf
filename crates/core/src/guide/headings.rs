//! Documents that were written and not spoken: headings that ask, with the answers below them.

use super::lines::looks_like_question;
use crate::ids::SpeakerId;
use crate::project::{BlockKind, Role, Speaker, Structure, Turn};
use crate::text::{Span, Text, trim_whitespace};

/// Speakers and turns for a text whose headings are questions: each such heading is a turn of the first speaker, who
/// asks, and what stands below it one of the second. `None` if there are turns already, or no heading asks.
pub fn headings_as_turns(
    text: &Text,
    structure: &Structure,
    [asks, answers]: [(SpeakerId, &str); 2],
) -> Option<(Vec<Speaker>, Vec<Turn>)> {
    if !structure.turns.is_empty() {
        return None;
    }
    let headings = structure.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    let spans = headings.map(|block| trim_whitespace(text, block.span));
    let asking: Vec<Span> = spans.filter(|span| !span.is_empty() && looks_like_question(text.slice(*span))).collect();
    let turn = |span: Span, speaker| Turn::new(span, span.start, speaker);
    let mut turns = Vec::new();
    for (at, heading) in asking.iter().enumerate() {
        turns.push(turn(*heading, asks.0));
        let end = asking.get(at + 1).map_or(text.end(), |next| next.start);
        let below = trim_whitespace(text, Span::between(heading.end, end));
        if !below.is_empty() {
            turns.push(turn(below, answers.0));
        }
    }
    let speaker = |(id, name): (SpeakerId, &str), role| Speaker::new(id, name, role);
    let speakers = vec![speaker(asks, Role::Interviewer), speaker(answers, Role::Participant)];
    (!turns.is_empty()).then_some((speakers, turns))
}
