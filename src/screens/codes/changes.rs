//! What the code tree changes: codes made and moved, and branches opened so that one sees it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use emic_core::edit::{Edit, EditError};
use emic_core::ids::CodeId;
use emic_core::project::{Colour, Project};
use emic_core::sorting::to_set;

use super::place::{code_of, move_edit};
use crate::i18n::tr;
use crate::platform;
use crate::screens::act::{act, refuse};
use crate::store::{Refused, Store};
use crate::widgets::{MoveTarget, announce, toast};

thread_local! {
    /// The branches that are closed, in every code tree alike, for as long as the page is open.
    static CLOSED: RefCell<BTreeSet<CodeId>> = const { RefCell::new(BTreeSet::new()) };
}

/// The codes whose branch is open.
pub(super) fn open_branches(project: &Project) -> BTreeSet<CodeId> {
    CLOSED.with_borrow(|closed| to_set(project.codes.keys().copied().filter(|id| !closed.contains(id))))
}

/// Opens or closes a branch.
pub(super) fn set_open(id: CodeId, open: bool) {
    CLOSED.with_borrow_mut(|closed| if open { closed.remove(&id) } else { closed.insert(id) });
}

/// Makes a code at the end of its siblings; under another one it takes over that one's hue.
pub(super) fn add_code(store: &Store, name: String, parent: Option<CodeId>) -> Option<CodeId> {
    let project = store.snapshot()?.project;
    let id = CodeId::from_random(platform::random());
    let above = parent.and_then(|id| project.codes.get(&id));
    let colour = above.map_or_else(|| Colour::nth(project.codes.len()), |above| above.colour);
    let said = tr!("codes-added", name = name.trim());
    act(store, vec![Edit::AddCode { id, name, parent, before: None, colour }], &said).then_some(id)
}

/// Puts a code where its row was let go.
pub(super) fn move_code(store: &Store, row: &str, target: &MoveTarget) {
    let Some(snapshot) = store.snapshot() else { return };
    let Some(id) = code_of(row) else { return };
    let Some((edit, said)) = move_edit(&snapshot.project, id, target) else { return };
    match store.act(vec![edit]) {
        Ok(_) => {
            open_above(store, id);
            announce(&said);
        }
        Err(Refused::Edit(EditError::NameTaken { name })) => toast(tr!("codes-move-taken", name = name), None),
        Err(why) => refuse(&why),
    }
}

/// Opens all branches above a code, so that it is seen where it was put.
pub(super) fn open_above(store: &Store, id: CodeId) {
    let Some(snapshot) = store.snapshot() else { return };
    let project = &snapshot.project;
    let mut next = parent_of(project, id);
    CLOSED.with_borrow_mut(|closed| {
        // No more steps than codes: a cycle that no repair has seen ends too.
        for _ in 0..project.codes.len() {
            let Some(above) = next else { break };
            closed.remove(&above);
            next = parent_of(project, above);
        }
    });
}

fn parent_of(project: &Project, id: CodeId) -> Option<CodeId> {
    project.codes.get(&id)?.parent
}
