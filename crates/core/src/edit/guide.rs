//! The interview guide.

use std::rc::Rc;

use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::QuestionId;
use crate::project::{Asked, Asks, Question};
use crate::rank::Rank;

pub(super) fn add(
    draft: &mut Draft,
    id: QuestionId,
    words: &str,
    before: Option<QuestionId>,
) -> Result<Action, EditError> {
    if draft.project().questions.contains(&id) {
        return Err(EditError::Exists(EntityKind::Question));
    }
    let words = tidy_name(words, EntityKind::Question)?;
    let action = Action::new(ActionKind::QuestionAdded).with("question", &words).about(id);
    let rank = rank(draft, id, before)?;
    let (changed, extra) = Default::default();
    draft.put_question(Question { id, words, rank, created: draft.stamp(), changed, extra });
    Ok(action)
}

pub(super) fn reword(draft: &mut Draft, id: QuestionId, words: &str) -> Result<Action, EditError> {
    let words = tidy_name(words, EntityKind::Question)?;
    let mut question = (**draft.question(id)?).clone();
    let action = Action::new(ActionKind::QuestionReworded).with("old", &question.words).with("new", &words).about(id);
    question.words = words;
    draft.note(&mut question.changed, "words");
    draft.put_question(question);
    Ok(action)
}

pub(super) fn move_to(draft: &mut Draft, id: QuestionId, before: Option<QuestionId>) -> Result<Action, EditError> {
    let mut question = (**draft.question(id)?).clone();
    let action = Action::new(ActionKind::QuestionMoved).with("question", &question.words).about(id);
    question.rank = rank(draft, id, before)?;
    draft.note(&mut question.changed, "rank");
    draft.put_question(question);
    Ok(action)
}

/// Removes a question from the guide; where it was asked, one was asked that is not in the guide.
pub(super) fn delete(draft: &mut Draft, id: QuestionId) -> Result<Action, EditError> {
    let action =
        Action::new(ActionKind::QuestionDeleted).with("question", &draft.question(id)?.words.clone()).about(id);
    let of_it = |asks: Option<Asks>| asks.is_some_and(|asks| asks.what == Asked::Guide(id));
    let documents: Vec<_> = draft.project().documents.values().cloned().collect();
    for document in documents {
        if !document.structure.turns.iter().any(|turn| of_it(turn.asks)) {
            continue;
        }
        let mut document = (*document).clone();
        for turn in &mut Rc::make_mut(&mut document.structure).turns {
            if of_it(turn.asks) {
                turn.asks = Some(Asks { what: Asked::Other, confirmed: false });
            }
        }
        draft.put_document(document);
    }
    draft.remove_question(id);
    Ok(action)
}

fn rank(draft: &mut Draft, id: QuestionId, before: Option<QuestionId>) -> Result<Rank, EditError> {
    let others = draft.project().guide().into_iter().filter(|question| question.id != id);
    let siblings: Vec<_> = others.map(|question| (question.id, question.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Question)?;
    for (id, rank) in place.dealt {
        let question: Question = (**draft.question(id)?).clone();
        draft.put_question(Question { rank, ..question });
    }
    Ok(place.rank)
}
