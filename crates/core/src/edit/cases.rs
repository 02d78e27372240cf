//! Cases, what is known of them, and what of the documents belongs to them.

use std::rc::Rc;

use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::{EditError, EntityKind};
use crate::consent::owned;
use crate::history::{Action, ActionKind};
use crate::ids::{AttributeId, CaseId, DocumentId};
use crate::project::{Attribute, AttributeKind, Case, Consent, Document, Extra, FieldStamps, Part};
use crate::rank::Rank;

pub(super) fn add(draft: &mut Draft, id: CaseId, name: &str) -> Result<Action, EditError> {
    if draft.project().cases.contains(&id) {
        return Err(EditError::Exists(EntityKind::Case));
    }
    let name = free_name(draft, id, name)?;
    let action = Action::new(ActionKind::CaseAdded).with("case", &name).about(id);
    let rank = rank(draft, id, None)?;
    let (values, consent, referrer, changed, extra) = Default::default();
    draft.put_case(Case { id, name, rank, values, consent, referrer, created: draft.stamp(), changed, extra });
    Ok(action)
}

pub(super) fn rename(draft: &mut Draft, id: CaseId, name: &str) -> Result<Action, EditError> {
    let mut case = (**draft.case(id)?).clone();
    let name = free_name(draft, id, name)?;
    let action = Action::new(ActionKind::CaseRenamed).with("old", &case.name).with("new", &name).about(id);
    case.name = name;
    draft.note(&mut case.changed, "name");
    draft.put_case(case);
    Ok(action)
}

pub(super) fn move_to(draft: &mut Draft, id: CaseId, before: Option<CaseId>) -> Result<Action, EditError> {
    let mut case = (**draft.case(id)?).clone();
    let action = Action::new(ActionKind::CaseMoved).with("case", &case.name).about(id);
    case.rank = rank(draft, id, before)?;
    draft.note(&mut case.changed, "rank");
    draft.put_case(case);
    Ok(action)
}

/// Removes a case; what belonged to it belongs to none. One whose words may not be quoted stays while it has any.
pub(super) fn delete(draft: &mut Draft, id: CaseId) -> Result<Action, EditError> {
    let limited = draft.case(id)?.consent != Consent::Quote;
    let has_words = |document: &Document| owned(document).iter().any(|(_, case)| *case == id);
    if limited && draft.project().documents.values().any(|document| has_words(document)) {
        return Err(EditError::Limited(EntityKind::Case));
    }
    let action = Action::new(ActionKind::CaseDeleted).with("case", &draft.case(id)?.name.clone()).about(id);
    let documents: Vec<_> = draft.project().documents.values().cloned().collect();
    for document in documents {
        let of_case = |case: Option<CaseId>| case == Some(id);
        let structure = &document.structure;
        let parts = structure.parts.iter().any(|part| part.case == id);
        let speakers = structure.speakers.iter().any(|speaker| of_case(speaker.case));
        if !(of_case(document.case) || parts || speakers) {
            continue;
        }
        let mut document = (*document).clone();
        document.case = document.case.filter(|case| *case != id);
        let structure = Rc::make_mut(&mut document.structure);
        structure.parts.retain(|part| part.case != id);
        for speaker in &mut structure.speakers {
            speaker.case = speaker.case.filter(|case| *case != id);
        }
        draft.put_document(document);
    }
    // Those whom it led to are where a chain begins now.
    let led: Vec<_> = draft.project().cases.values().filter(|case| case.referrer == Some(id)).cloned().collect();
    for case in led {
        draft.put_case(Case { referrer: None, ..(*case).clone() });
    }
    draft.remove_case(id);
    Ok(action)
}

pub(super) fn add_attribute(
    draft: &mut Draft,
    id: AttributeId,
    name: &str,
    kind: &AttributeKind,
) -> Result<Action, EditError> {
    if draft.project().attributes.contains(&id) {
        return Err(EditError::Exists(EntityKind::Attribute));
    }
    let name = super::attributes::free_name(draft, id, name)?;
    let action = Action::new(ActionKind::AttributeAdded).with("attribute", &name).about(id);
    let last = draft.project().attributes.values().map(|attribute| attribute.rank).max();
    let rank = Rank::between(last, None).unwrap_or(Rank::nth(draft.project().attributes.len()));
    let (changed, extra) = (FieldStamps::new(), Extra::new());
    let (kind, choices, created) = (kind.clone(), Vec::new(), draft.stamp());
    draft.put_attribute(Attribute { id, name, kind, choices, rank, created, changed, extra });
    Ok(action)
}

/// Says what is known of a case; an empty value takes it away.
pub(super) fn set_value(
    draft: &mut Draft,
    id: CaseId,
    attribute: AttributeId,
    value: &str,
) -> Result<Action, EditError> {
    let name = draft.attribute(attribute)?.name.clone();
    let mut case = (**draft.case(id)?).clone();
    let action = Action::new(ActionKind::CaseValueSet).with("case", &case.name).with("attribute", &name).about(id);
    super::attributes::put(&mut case, attribute, value);
    draft.note(&mut case.changed, &format!("values.{attribute}"));
    draft.put_case(case);
    Ok(action)
}

pub(super) fn set_of_document(draft: &mut Draft, id: DocumentId, case: Option<CaseId>) -> Result<Action, EditError> {
    let mut document = (**draft.document(id)?).clone();
    let mut action = Action::new(ActionKind::DocumentCaseSet).with("document", &document.title).about(id);
    if let Some(case) = case {
        action = action.with("case", &draft.case(case)?.name);
    }
    document.case = case;
    draft.note(&mut document.changed, "case");
    draft.put_document(document);
    Ok(action)
}

/// Says which ranges of a document belong to a case of their own, in place of what was said before.
pub(super) fn set_parts(draft: &mut Draft, id: DocumentId, parts: &[Part]) -> Result<Action, EditError> {
    let document = draft.document(id)?.clone();
    for part in parts {
        draft.case(part.case)?;
    }
    let mut structure = (*document.structure).clone();
    structure.parts = parts.to_vec();
    super::speech::put_structure(draft, &document, structure, "parts")?;
    let number = parts.len().to_string();
    Ok(Action::new(ActionKind::PartsSet).with("document", &document.title).with("parts", &number).about(id))
}

/// The name as it is kept, if no other case has it (letters' case apart).
fn free_name(draft: &Draft, id: CaseId, name: &str) -> Result<String, EditError> {
    let name = tidy_name(name, EntityKind::Case)?;
    let lower = name.to_lowercase();
    let taken = draft.project().cases.values().any(|other| other.id != id && other.name.to_lowercase() == lower);
    if taken { Err(EditError::NameTaken { name }) } else { Ok(name) }
}

fn rank(draft: &mut Draft, id: CaseId, before: Option<CaseId>) -> Result<Rank, EditError> {
    let others = draft.project().cases_in_order().into_iter().filter(|case| case.id != id);
    let siblings: Vec<_> = others.map(|case| (case.id, case.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Case)?;
    for (id, rank) in place.dealt {
        let case: Case = (**draft.case(id)?).clone();
        draft.put_case(Case { rank, ..case });
    }
    Ok(place.rank)
}
