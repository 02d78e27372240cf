//! What is answered to a question.

use crate::ids::QuestionId;
use crate::project::{Asked, Structure, Turn};
use crate::text::{Pos, Span};

/// One answer: everything from the end of the turn that asks until the next turn that asks something else. Probes
/// ("And then?") belong to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The turn that asks.
    pub asked: Span,
    /// What is answered, from the first turn after it to the last one; `None` if the next turn asks something else.
    pub span: Option<Span>,
    /// Whether someone has said that the question is asked there.
    pub confirmed: bool,
}

/// The answers to a question of the guide in one conversation, in order; none if it was never asked.
pub fn answers(structure: &Structure, question: QuestionId) -> Vec<Answer> {
    answers_to(structure, Asked::Guide(question))
}

/// The questions that are not in the guide, with their answers, in order.
pub fn other_questions(structure: &Structure) -> Vec<Answer> {
    answers_to(structure, Asked::Other)
}

fn answers_to(structure: &Structure, what: Asked) -> Vec<Answer> {
    let mut found = Vec::new();
    for (at, turn) in structure.turns.iter().enumerate() {
        let Some(asks) = turn.asks.filter(|asks| asks.what == what) else { continue };
        let after = structure.turns.get(at + 1..).unwrap_or_default();
        let count = after.iter().take_while(|turn| !begins_another(turn)).count();
        let ends = |turns: &[Turn]| Some((turns.first()?.span.start, turns.last()?.span.end));
        let span = after.get(..count).and_then(ends).map(|(start, end): (Pos, Pos)| Span { start, end });
        found.push(Answer { asked: turn.span, span, confirmed: asks.confirmed });
    }
    found
}

/// Whether what follows a turn is no longer the answer to what was asked before it.
fn begins_another(turn: &Turn) -> bool {
    turn.asks.is_some_and(|asks| asks.what != Asked::Nothing)
}
