//! Doing something to documents, with a notice that takes it back.

use emic_core::edit::Edit;
use yew::{AttrValue, Callback};

use crate::i18n::{refused, tr};
use crate::store::Store;
use crate::widgets::toast;

/// Carries edits out as one step and says so, with an undo beside it; says why not if they are refused. Tells
/// whether they were carried out.
pub fn act(store: &Store, edits: Vec<Edit>, said: AttrValue) -> bool {
    match store.act(edits) {
        Ok(_) => {
            let step = last_step(store);
            let store = store.clone();
            let undo = Callback::from(move |()| {
                // Other things may have been done since: those are not what this notice spoke of.
                if last_step(&store) == step {
                    if let Err(why) = store.undo() {
                        toast(refused(&why), None);
                    }
                } else {
                    toast(tr!("documents-undo-later"), None);
                }
            });
            toast(said, Some((tr!("undo"), undo)));
            true
        }
        Err(why) => {
            toast(refused(&why), None);
            false
        }
    }
}

fn last_step(store: &Store) -> Option<emic_core::ids::StepId> {
    store.snapshot()?.undoable.map(|done| done.id)
}
