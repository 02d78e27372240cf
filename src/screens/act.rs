//! Doing something to the project and saying so, with a notice that takes it back where something is lost.

use emic_core::edit::Edit;
use emic_core::ids::StepId;
use yew::{AttrValue, Callback};

use crate::i18n::{refused, tr};
use crate::store::{Refused, Store};
use crate::widgets::{announce, toast};

/// Carries edits out as one step and says so in passing. Tells whether they were carried out.
pub fn act(store: &Store, edits: Vec<Edit>, said: &str) -> bool {
    match store.act(edits) {
        Ok(_) => {
            announce(said);
            true
        }
        Err(why) => {
            refuse(&why);
            false
        }
    }
}

/// Carries out edits by which something is lost, and shows a notice that takes them back. Tells whether they were
/// carried out.
pub fn act_with_undo(store: &Store, edits: Vec<Edit>, said: AttrValue) -> bool {
    match store.act(edits) {
        Ok(_) => {
            say_with_undo(store, said);
            true
        }
        Err(why) => {
            refuse(&why);
            false
        }
    }
}

/// Says what the last step did, in a notice that takes just this step back.
pub fn say_with_undo(store: &Store, said: AttrValue) {
    let step = last_step(store);
    let store = store.clone();
    let undo = Callback::from(move |()| {
        // Other things may have been done since: those are not what this notice spoke of.
        if last_step(&store) != step {
            toast(tr!("undo-later"), None);
        } else if let Err(why) = store.undo() {
            refuse(&why);
        }
    });
    toast(said, Some((tr!("undo"), undo)));
}

/// Says why something was not done.
pub fn refuse(why: &Refused) {
    toast(refused(why), None);
}

fn last_step(store: &Store) -> Option<StepId> {
    store.snapshot()?.undoable.map(|done| done.id)
}
