//! Doing something to documents, with a notice that takes it back.

use emic_core::edit::Edit;
use yew::{AttrValue, Callback};

use crate::i18n::tr;
use crate::store::{Refused, Store};
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
                    if let Err(refused) = store.undo() {
                        toast(why(&refused), None);
                    }
                } else {
                    toast(tr!("documents-undo-later"), None);
                }
            });
            toast(said, Some((tr!("undo"), undo)));
            true
        }
        Err(refused) => {
            toast(why(&refused), None);
            false
        }
    }
}

fn last_step(store: &Store) -> Option<emic_core::ids::StepId> {
    store.snapshot()?.undoable.map(|done| done.id)
}

/// Why something was not done, in words.
pub fn why(refused: &Refused) -> AttrValue {
    match refused {
        Refused::ReadOnly => tr!("documents-read-only"),
        Refused::Closed | Refused::Edit(_) => tr!("documents-not-done"),
    }
}
