//! The codebook.

use super::codebook::{refer_elsewhere, reword, tidy_references};
use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::CodeId;
use crate::project::{Code, CodeText, Colour, Extra, FieldStamps};
use crate::rank::Rank;

pub(super) fn add(
    draft: &mut Draft,
    id: CodeId,
    name: &str,
    parent: Option<CodeId>,
    before: Option<CodeId>,
    colour: Colour,
) -> Result<Action, EditError> {
    if draft.project().codes.contains(&id) {
        return Err(EditError::Exists(EntityKind::Code));
    }
    if let Some(parent) = parent {
        draft.code(parent)?;
    }
    let name = free_name(draft, id, name, parent)?;
    let action = Action::new(ActionKind::CodeAdded).with("code", &name).about(id);
    let rank = rank(draft, id, parent, before)?;
    draft.put_code(Code {
        id,
        name,
        parent,
        rank,
        colour,
        definition: String::new(),
        sheet: Default::default(),
        created: draft.stamp(),
        changed: FieldStamps::new(),
        extra: Extra::new(),
    });
    Ok(action)
}

pub(super) fn rename(draft: &mut Draft, id: CodeId, name: &str) -> Result<Action, EditError> {
    let mut code = (**draft.code(id)?).clone();
    let name = free_name(draft, id, name, code.parent)?;
    let action = Action::new(ActionKind::CodeRenamed).with("old", &code.name).with("new", &name).about(id);
    code.name = name;
    draft.note(&mut code.changed, "name");
    draft.put_code(code);
    Ok(action)
}

pub(super) fn recolour(draft: &mut Draft, id: CodeId, colour: Colour) -> Result<Action, EditError> {
    let mut code = (**draft.code(id)?).clone();
    let action = Action::new(ActionKind::CodeRecoloured).with("code", &code.name).about(id);
    code.colour = colour;
    draft.note(&mut code.changed, "colour");
    draft.put_code(code);
    Ok(action)
}

pub(super) fn define(draft: &mut Draft, id: CodeId, definition: &str) -> Result<Action, EditError> {
    let mut code = (**draft.code(id)?).clone();
    let action = Action::new(ActionKind::CodeDefined).with("code", &code.name).about(id);
    reword(draft, &mut code, CodeText::Definition, definition, "");
    draft.note(&mut code.changed, "definition");
    draft.put_code(code);
    Ok(action)
}

pub(super) fn move_to(
    draft: &mut Draft,
    id: CodeId,
    parent: Option<CodeId>,
    before: Option<CodeId>,
) -> Result<Action, EditError> {
    let mut code = (**draft.code(id)?).clone();
    let mut action = Action::new(ActionKind::CodeMoved).with("code", &code.name).about(id);
    if let Some(parent) = parent {
        action = action.with("parent", &draft.code(parent)?.name);
        if draft.project().code_is_within(parent, id) {
            return Err(EditError::InsideItself(EntityKind::Code));
        }
    }
    if code.parent != parent {
        free_name(draft, id, &code.name, parent)?;
    }
    code.rank = rank(draft, id, parent, before)?;
    code.parent = parent;
    draft.note(&mut code.changed, "parent");
    draft.put_code(code);
    tidy_references(draft);
    Ok(action)
}

pub(super) fn delete(draft: &mut Draft, id: CodeId) -> Result<Action, EditError> {
    let code = (**draft.code(id)?).clone();
    let mut codings = 0;
    let documents: Vec<_> = draft.project().quotations.keys().copied().collect();
    for document in documents {
        let changed: Vec<_> = draft
            .project()
            .quotations_in(document)
            .iter()
            .filter(|quotation| quotation.coding_of(id).is_some())
            .map(|quotation| {
                let mut quotation = (**quotation).clone();
                quotation.codings.retain(|coding| coding.code != id);
                quotation
            })
            .collect();
        if !changed.is_empty() {
            codings += changed.len();
            draft.put_quotations(document, changed);
        }
    }
    // Codes below move up to where it stood. One whose name is taken there keeps its place in the family by carrying
    // its old theme's name.
    let below: Vec<_> = draft.project().codes_under(Some(id)).into_iter().cloned().collect();
    draft.remove_code(id);
    draft.change_themes("codes", |theme| theme.codes.retain(|code| *code != id));
    refer_elsewhere(draft, id, None);
    for inner in below {
        let mut inner = (*inner).clone();
        if free_name(draft, inner.id, &inner.name, code.parent).is_err() {
            inner.name = free_variant(draft, inner.id, &format!("{} · {}", code.name, inner.name), code.parent);
        }
        inner.rank = rank(draft, inner.id, code.parent, None)?;
        inner.parent = code.parent;
        draft.note(&mut inner.changed, "parent");
        draft.put_code(inner);
    }
    tidy_references(draft);
    Ok(Action::new(ActionKind::CodeDeleted).with("code", &code.name).with("codings", &codings.to_string()).about(id))
}

/// The name as it is kept, if no sibling has it (letters' case apart).
fn free_name(draft: &Draft, id: CodeId, name: &str, parent: Option<CodeId>) -> Result<String, EditError> {
    let name = tidy_name(name, EntityKind::Code)?;
    let lower = name.to_lowercase();
    let taken = draft
        .project()
        .codes
        .values()
        .any(|other| other.id != id && other.parent == parent && other.name.to_lowercase() == lower);
    if taken { Err(EditError::NameTaken { name }) } else { Ok(name) }
}

/// The name, with a number after it if it is taken.
pub(super) fn free_variant(draft: &Draft, id: CodeId, name: &str, parent: Option<CodeId>) -> String {
    std::iter::once(name.to_owned())
        .chain((2..).map(|n| format!("{name} {n}")))
        .find(|name| free_name(draft, id, name, parent).is_ok())
        .unwrap_or_else(|| name.to_owned())
}

/// The rank for a code at a place; deals the siblings' ranks anew if no number is left there.
pub(super) fn rank(
    draft: &mut Draft,
    id: CodeId,
    parent: Option<CodeId>,
    before: Option<CodeId>,
) -> Result<Rank, EditError> {
    let others = draft.project().codes_under(parent).into_iter().filter(|other| other.id != id);
    let siblings: Vec<_> = others.map(|other| (other.id, other.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Code)?;
    for (id, rank) in place.dealt {
        let other = (**draft.code(id)?).clone();
        draft.put_code(Code { rank, ..other });
    }
    Ok(place.rank)
}
