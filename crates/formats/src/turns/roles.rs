//! Who asks.

use emic_core::fold::{Keep, folded};
use emic_core::project::Role;
use emic_core::text::{Span, Text};

use super::Detection;
use super::names::asks;

/// Letters for who asks, if the other letter is among the speakers too: question and answer in Arabic, German.
const PAIRS: [(&str, &str); 4] = [("س", "ج"), ("f", "b"), ("f", "a"), ("q", "a")];

/// Says who seems to ask: by their name, or else whoever asks most questions, if that is clear.
pub fn guess(text: &Text, found: &mut Detection) {
    let keys: Vec<String> = found.speakers.iter().map(|speaker| folded(&speaker.name, Keep::default())).collect();
    let mut any = false;
    for (speaker, key) in found.speakers.iter_mut().zip(&keys) {
        let pair = PAIRS.iter().any(|(ask, answer)| {
            key == ask && keys.iter().any(|key| key.trim_end_matches(char::is_numeric) == *answer)
        });
        if asks(&speaker.name) || pair {
            speaker.role = Role::Interviewer;
            any = true;
        }
    }
    // If all of them "ask", the names say nothing.
    if any && found.speakers.len() > 1 && found.speakers.iter().all(|speaker| speaker.role == Role::Interviewer) {
        found.speakers.iter_mut().for_each(|speaker| speaker.role = Role::Participant);
        any = false;
    }
    if any || found.speakers.len() < 2 {
        return;
    }
    if let Some(most) = who_asks_most(text, found) {
        found.speakers[most].role = Role::Interviewer;
    }
}

/// Who asks in a third of their turns at least, three times or more, and twice as often as anybody else who says much.
fn who_asks_most(text: &Text, found: &Detection) -> Option<usize> {
    let mut asked = vec![0u32; found.speakers.len()];
    for turn in &found.turns {
        let words = text.slice(Span::between(turn.label.end.max(turn.span.start), turn.span.end));
        if let Some(asked) = asked.get_mut(turn.speaker).filter(|_| words.contains(['?', '؟', '？', '՞', '⸮'])) {
            *asked += 1;
        }
    }
    let share = |at: usize| f64::from(asked[at]) / f64::from(found.speakers[at].turns.max(1));
    let most = (0..asked.len()).max_by_key(|&at| asked[at])?;
    let clear = asked[most] >= 3 && share(most) >= 1.0 / 3.0;
    let others = (0..asked.len()).filter(|&at| at != most);
    (clear
        && others
            .into_iter()
            .all(|at| asked[at] * 2 <= asked[most] && (share(at) * 1.5 <= share(most) || asked[at] < 3)))
    .then_some(most)
}
