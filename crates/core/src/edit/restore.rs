//! Making a project what it was at an earlier time, as one change that is undone like any other.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::EditError;
use super::change::{Delta, Patch};
use super::draft::Draft;
use crate::history::{Action, ActionKind};
use crate::project::{Document, Project, Table};
use crate::repair::repair;
use crate::time::Timestamp;

/// What must be replaced in a project so that it is as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Restore {
    /// What that state is called; empty if it has no name.
    pub name: String,
    /// When it was so.
    pub at: Timestamp,
    /// What is replaced.
    pub patches: Vec<Patch>,
}

impl Restore {
    /// What makes `present` what `wanted` is. Who codes stays: what they did would have nobody otherwise.
    pub fn between(present: &Project, wanted: &Project, name: String, at: Timestamp) -> Restore {
        let mut patches = Vec::new();
        if present.meta != wanted.meta {
            let (before, after) = (Some(Rc::clone(&present.meta)), Some(Rc::clone(&wanted.meta)));
            patches.push(Patch::Meta(Delta { before, after }));
        }
        let new_coders = wanted.coders.values().filter(|coder| !present.coders.contains(&coder.id));
        patches.extend(new_coders.map(|coder| Patch::Coder(Delta { before: None, after: Some(Rc::clone(coder)) })));
        patches.extend(differences(&present.folders, &wanted.folders).map(Patch::Folder));
        patches.extend(differences(&present.documents, &wanted.documents).map(Patch::Document));
        patches.extend(differences(&present.codes, &wanted.codes).map(Patch::Code));
        patches.extend(differences(&present.attributes, &wanted.attributes).map(Patch::Attribute));
        patches.extend(differences(&present.cases, &wanted.cases).map(Patch::Case));
        patches.extend(differences(&present.questions, &wanted.questions).map(Patch::Question));
        patches.extend(differences(&present.memos, &wanted.memos).map(Patch::Memo));
        patches.extend(differences(&present.links, &wanted.links).map(Patch::Link));
        patches.extend(differences(&present.themes, &wanted.themes).map(Patch::Theme));
        let documents: BTreeSet<_> = present.quotations.keys().chain(wanted.quotations.keys()).copied().collect();
        for id in documents {
            let (before, after) = (present.quotations_in(id), wanted.quotations_in(id));
            if !before.same(&after) {
                let table = |list: &crate::project::QuotationList| -> Table<_, _> {
                    list.iter().map(|quotation| (quotation.id, Rc::clone(quotation))).collect()
                };
                patches.extend(differences(&table(&before), &table(&after)).map(Patch::Quotation));
            }
        }
        Restore { name, at, patches }
    }

    /// The documents that come back.
    pub fn documents(&self) -> impl Iterator<Item = &Rc<Document>> {
        self.patches.iter().filter_map(|patch| match patch {
            Patch::Document(delta) => delta.after.as_ref(),
            _ => None,
        })
    }
}

fn differences<K: Ord + Clone, V: PartialEq>(
    present: &Table<K, V>,
    wanted: &Table<K, V>,
) -> impl Iterator<Item = Delta<V>> {
    let ids: BTreeSet<K> = present.keys().chain(wanted.keys()).cloned().collect();
    ids.into_iter().filter_map(|id| {
        let (before, after) = (present.get(&id).cloned(), wanted.get(&id).cloned());
        let same = match (&before, &after) {
            (Some(before), Some(after)) => Rc::ptr_eq(before, after) || before == after,
            _ => false,
        };
        (!same).then_some(Delta { before, after })
    })
}

/// Replaces all at once.
///
/// # Errors
/// If the project is not what it was when the change was prepared, or would not be sound afterwards.
pub(super) fn restore(draft: &mut Draft, restore: &Restore) -> Result<Action, EditError> {
    if !restore.patches.iter().all(|patch| patch.fits(draft.project())) {
        return Err(EditError::NotAsItWas);
    }
    draft.put_all(&restore.patches);
    if !repair(draft.project().clone()).1.is_empty() {
        return Err(EditError::NotAsItWas);
    }
    let at = restore.at.0.to_string();
    Ok(Action::new(ActionKind::ProjectRestored).with("point", &restore.name).with("at", &at))
}
