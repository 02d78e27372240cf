//! Who speaks in a document, and what is asked.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::draft::{Draft, tidy_name};
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{CaseId, DocumentId, QuestionId, SpeakerId};
use crate::project::{Asks, Document, Role, Speaker, Structure, TimeMark, Turn};
use crate::text::Pos;

/// Says who speaks where and when, in place of what was said before. A question that was matched to a turn stays with
/// the turn that begins at the same place.
pub(super) fn set(
    draft: &mut Draft,
    id: DocumentId,
    speakers: &[Speaker],
    turns: &[Turn],
    times: &[TimeMark],
) -> Result<Action, EditError> {
    let document = draft.document(id)?.clone();
    let mut structure = (*document.structure).clone();
    let asked: BTreeMap<Pos, Asks> =
        structure.turns.iter().filter_map(|turn| Some((turn.span.start, turn.asks?))).collect();
    structure.speakers = speakers.to_vec();
    structure.turns = turns.to_vec();
    structure.times = times.to_vec();
    for turn in &mut structure.turns {
        turn.asks = turn.asks.or_else(|| asked.get(&turn.span.start).copied());
    }
    put_structure(draft, &document, structure, "turns")?;
    let number = turns.len().to_string();
    Ok(Action::new(ActionKind::TurnsSet).with("document", &document.title).with("turns", &number).about(id))
}

pub(super) fn rename(draft: &mut Draft, document: DocumentId, id: SpeakerId, name: &str) -> Result<Action, EditError> {
    let name = tidy_name(name, EntityKind::Speaker)?;
    let title = draft.document(document)?.title.clone();
    let mut old = String::new();
    change(draft, document, id, |speaker| old = std::mem::replace(&mut speaker.name, name.clone()))?;
    let action = Action::new(ActionKind::SpeakerRenamed).with("old", &old).with("new", &name);
    Ok(action.with("document", &title).about(document))
}

pub(super) fn set_role(
    draft: &mut Draft,
    document: DocumentId,
    id: SpeakerId,
    role: Role,
) -> Result<Action, EditError> {
    let name = change(draft, document, id, |speaker| speaker.role = role)?;
    Ok(Action::new(ActionKind::SpeakerRoleSet).with("speaker", &name).about(document))
}

pub(super) fn set_case(
    draft: &mut Draft,
    document: DocumentId,
    id: SpeakerId,
    case: Option<CaseId>,
) -> Result<Action, EditError> {
    let case_name = case.map(|case| draft.case(case).map(|case| case.name.clone())).transpose()?;
    let name = change(draft, document, id, |speaker| speaker.case = case)?;
    let action = Action::new(ActionKind::SpeakerCaseSet).with("speaker", &name).about(document);
    Ok(case_name.iter().fold(action, |action, case| action.with("case", case)))
}

/// Gives all turns of one speaker to another one, of whom the first was a spelling.
pub(super) fn merge(
    draft: &mut Draft,
    document: DocumentId,
    from: SpeakerId,
    into: SpeakerId,
) -> Result<Action, EditError> {
    let before = draft.document(document)?.clone();
    let name = |id| before.structure.speaker(id).map(|it| it.name.clone());
    let missing = EditError::Missing(EntityKind::Speaker);
    let (Some(gone), Some(kept)) = (name(from), name(into)) else { return Err(missing) };
    if from == into {
        return Err(EditError::InsideItself(EntityKind::Speaker));
    }
    let mut structure = (*before.structure).clone();
    structure.speakers.retain(|speaker| speaker.id != from);
    for turn in &mut structure.turns {
        if turn.speaker == from {
            turn.speaker = into;
        }
    }
    put_structure(draft, &before, structure, "speakers")?;
    Ok(Action::new(ActionKind::SpeakersMerged).with("old", &gone).with("new", &kept).about(document))
}

/// Says what is asked in the turns that begin at these places.
pub(super) fn set_asked(
    draft: &mut Draft,
    document: DocumentId,
    asked: &[(Pos, Option<Asks>)],
) -> Result<Action, EditError> {
    let before = draft.document(document)?.clone();
    for question in asked.iter().filter_map(|(_, asks)| asks.and_then(|asks| asks.what.question())) {
        draft.question(question)?;
    }
    let mut structure = (*before.structure).clone();
    for (at, asks) in asked {
        let turn = structure.turns.binary_search_by_key(at, |turn| turn.span.start);
        let turn = turn.ok().and_then(|turn| structure.turns.get_mut(turn));
        turn.ok_or(EditError::NotAsItWas)?.asks = *asks;
    }
    put_structure(draft, &before, structure, "turns")?;
    let action = Action::new(ActionKind::TurnsMatched).with("document", &before.title).about(document);
    Ok(action.with("turns", &asked.len().to_string()))
}

/// Changes a speaker; gives the name.
fn change(
    draft: &mut Draft,
    document: DocumentId,
    id: SpeakerId,
    change: impl FnOnce(&mut Speaker),
) -> Result<String, EditError> {
    let before = draft.document(document)?.clone();
    let mut structure = (*before.structure).clone();
    let speaker = structure.speakers.iter_mut().find(|speaker| speaker.id == id);
    let speaker = speaker.ok_or(EditError::Missing(EntityKind::Speaker))?;
    change(speaker);
    let name = speaker.name.clone();
    put_structure(draft, &before, structure, "speakers")?;
    Ok(name)
}

/// A document with another structure.
///
/// # Errors
/// If that does not fit its text, or what it names is not there.
pub(super) fn put_structure(
    draft: &mut Draft,
    document: &Document,
    structure: Structure,
    field: &str,
) -> Result<(), EditError> {
    let project = draft.project();
    let has_case = |case: CaseId| project.cases.contains(&case);
    let has_question = |question: QuestionId| project.questions.contains(&question);
    if structure.sound(document.text.length, &has_case, &has_question) != structure {
        return Err(EditError::BadStructure);
    }
    let mut document = document.clone();
    document.structure = Rc::new(structure);
    draft.note(&mut document.changed, field);
    draft.put_document(document);
    Ok(())
}
