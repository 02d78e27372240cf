//! Attributes of cases, and their values, many at a time.

use std::collections::BTreeMap;

use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::{AttributeField, CaseValue, EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{AttributeId, CaseId};
use crate::project::{Attribute, Case};
use crate::rank::Rank;

/// The name as it is kept, if no other attribute has it (letters' case apart).
pub(super) fn free_name(draft: &Draft, id: AttributeId, name: &str) -> Result<String, EditError> {
    let name = tidy_name(name, EntityKind::Attribute)?;
    let lower = name.to_lowercase();
    let taken = draft.project().attributes.values().any(|other| other.id != id && other.name.to_lowercase() == lower);
    if taken { Err(EditError::NameTaken { name }) } else { Ok(name) }
}

pub(super) fn set(draft: &mut Draft, id: AttributeId, field: &AttributeField) -> Result<Action, EditError> {
    let mut attribute = (**draft.attribute(id)?).clone();
    let of = |kind: ActionKind, attribute: &Attribute| Action::new(kind).with("attribute", &attribute.name);
    let (action, changed) = match field {
        AttributeField::Name(name) => {
            let name = free_name(draft, id, name)?;
            let action = Action::new(ActionKind::AttributeRenamed).with("old", &attribute.name).with("new", &name);
            attribute.name = name;
            (action, "name")
        }
        AttributeField::Kind(kind) => {
            attribute.kind = kind.clone();
            (of(ActionKind::AttributeChanged, &attribute), "kind")
        }
        AttributeField::Choices(choices) => {
            attribute.choices = distinct(choices);
            (of(ActionKind::AttributeChanged, &attribute), "choices")
        }
        AttributeField::Before(before) => {
            attribute.rank = rank(draft, id, *before)?;
            (of(ActionKind::AttributeMoved, &attribute), "rank")
        }
    };
    draft.note(&mut attribute.changed, changed);
    draft.put_attribute(attribute);
    Ok(action.about(id))
}

/// What can be chosen, each once and without white space around it.
fn distinct(choices: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for choice in choices {
        let choice = choice.split_whitespace().collect::<Vec<_>>().join(" ");
        if !choice.is_empty() && !kept.iter().any(|other| other.to_lowercase() == choice.to_lowercase()) {
            kept.push(choice);
        }
    }
    kept
}

pub(super) fn delete(draft: &mut Draft, id: AttributeId) -> Result<Action, EditError> {
    let name = draft.attribute(id)?.name.clone();
    let with: Vec<_> = draft.project().cases.values().filter(|case| case.values.contains_key(&id)).cloned().collect();
    let values = with.len().to_string();
    for case in with {
        let mut case = (*case).clone();
        case.values.remove(&id);
        draft.put_case(case);
    }
    draft.remove_attribute(id);
    Ok(Action::new(ActionKind::AttributeDeleted).with("attribute", &name).with("values", &values).about(id))
}

/// Says what is known of many cases, each of which is replaced once.
pub(super) fn set_values(draft: &mut Draft, values: &[CaseValue]) -> Result<Action, EditError> {
    let mut of_case: BTreeMap<CaseId, Vec<&CaseValue>> = BTreeMap::new();
    for value in values {
        draft.attribute(value.attribute)?;
        of_case.entry(value.case).or_default().push(value);
    }
    let cases = of_case.len().to_string();
    for (id, values) in of_case {
        let mut case = (**draft.case(id)?).clone();
        for CaseValue { attribute, value, .. } in values {
            put(&mut case, *attribute, value);
            draft.note(&mut case.changed, &format!("values.{attribute}"));
        }
        draft.put_case(case);
    }
    let number = values.len().to_string();
    Ok(Action::new(ActionKind::CaseValuesSet).with("cases", &cases).with("values", &number))
}

/// Sets what is known of a case; an empty value takes it away.
pub(super) fn put(case: &mut Case, attribute: AttributeId, value: &str) {
    match value.trim() {
        "" => case.values.remove(&attribute),
        value => case.values.insert(attribute, value.to_owned()),
    };
}

fn rank(draft: &mut Draft, id: AttributeId, before: Option<AttributeId>) -> Result<Rank, EditError> {
    let others = draft.project().attributes_in_order().into_iter().filter(|attribute| attribute.id != id);
    let siblings: Vec<_> = others.map(|attribute| (attribute.id, attribute.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Attribute)?;
    for (id, rank) in place.dealt {
        let attribute: Attribute = (**draft.attribute(id)?).clone();
        draft.put_attribute(Attribute { rank, ..attribute });
    }
    Ok(place.rank)
}
