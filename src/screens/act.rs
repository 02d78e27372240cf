//! Doing something to the project and saying so, with a notice that takes it back where something is lost.

use emic_core::edit::Edit;
use emic_core::ids::StepId;
use yew::{AttrValue, Callback};

use crate::i18n::{refused, tr};
use crate::store::{Refused, Store};
use crate::widgets::{Toast, announce, show_toast, toast};

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
    // Once other things have been done, those are not what this notice speaks of.
    let holds = {
        let store = store.clone();
        Callback::from(move |()| last_step(&store) == step)
    };
    let undo = {
        let (store, holds) = (store.clone(), holds.clone());
        Callback::from(move |()| {
            if !holds.emit(()) {
                toast(tr!("undo-later"), None);
            } else if let Err(why) = store.undo() {
                refuse(&why);
            }
        })
    };
    show_toast(Toast { text: said, action: Some((tr!("undo"), undo)), instead: false, holds: Some(holds) });
}

/// Says why something was not done.
pub fn refuse(why: &Refused) {
    toast(refused(why), None);
}

fn last_step(store: &Store) -> Option<StepId> {
    store.snapshot()?.undoable.map(|done| done.id)
}
