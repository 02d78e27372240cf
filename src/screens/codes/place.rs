//! Where in the tree a code is put.

use std::str::FromStr;

use emic_core::edit::Edit;
use emic_core::ids::CodeId;
use emic_core::project::Project;
use yew::AttrValue;

use crate::i18n::tr;
use crate::widgets::MoveTarget;

/// The code that a row of the tree stands for.
pub(super) fn code_of(row: &str) -> Option<CodeId> {
    // A listing of a code under another one is `code@other`.
    CodeId::from_str(row.split('@').next()?).ok()
}

/// The edit that puts a code where it was dropped, and how it is said.
pub(super) fn move_edit(project: &Project, id: CodeId, target: &MoveTarget) -> Option<(Edit, AttrValue)> {
    let (MoveTarget::Before(at) | MoveTarget::Inside(at) | MoveTarget::After(at)) = target;
    let at = project.codes.get(&code_of(at)?)?;
    let moved = project.codes.get(&id)?;
    let (name, other) = (&moved.name, &at.name);
    Some(match target {
        MoveTarget::Before(_) => (
            Edit::MoveCode { id, parent: at.parent, before: Some(at.id) },
            tr!("tree-moved-before", name = name, target = other),
        ),
        MoveTarget::Inside(_) => (
            Edit::MoveCode { id, parent: Some(at.id), before: None },
            tr!("tree-moved-inside", name = name, target = other),
        ),
        MoveTarget::After(_) => {
            let siblings = project.codes_under(at.parent);
            let after = siblings.iter().skip_while(|code| code.id != at.id).skip(1).find(|code| code.id != id);
            (
                Edit::MoveCode { id, parent: at.parent, before: after.map(|code| code.id) },
                tr!("tree-moved-after", name = name, target = other),
            )
        }
    })
}
