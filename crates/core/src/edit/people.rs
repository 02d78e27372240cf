//! The project itself and those who code in it.

use super::draft::{Draft, tidy_name};
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::CoderId;
use crate::project::{Coder, Extra, FieldStamps, Meta};

pub(super) fn rename_project(draft: &mut Draft, title: &str) -> Result<Action, EditError> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(EditError::EmptyTitle);
    }
    let meta = &draft.project().meta;
    let action = Action::new(ActionKind::ProjectRenamed).with("old", &meta.title).with("new", &title);
    let meta = Meta { title, ..(**meta).clone() };
    draft.put_meta(meta);
    Ok(action)
}

pub(super) fn add_coder(draft: &mut Draft, id: CoderId, name: &str) -> Result<Action, EditError> {
    if draft.project().coders.contains(&id) {
        return Err(EditError::Exists(EntityKind::Coder));
    }
    let name = tidy_name(name, EntityKind::Coder)?;
    let action = Action::new(ActionKind::CoderAdded).with("coder", &name);
    let created = draft.stamp().at;
    draft.put_coder(Coder { id, name, created, changed: FieldStamps::new(), extra: Extra::new() });
    Ok(action)
}

pub(super) fn rename_coder(draft: &mut Draft, id: CoderId, name: &str) -> Result<Action, EditError> {
    let name = tidy_name(name, EntityKind::Coder)?;
    let mut coder = (**draft.coder(id)?).clone();
    let action = Action::new(ActionKind::CoderRenamed).with("old", &coder.name).with("new", &name);
    coder.name = name;
    draft.note(&mut coder.changed, "name");
    draft.put_coder(coder);
    Ok(action)
}
