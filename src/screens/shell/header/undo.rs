//! Undo and redo: the buttons, named after what they would do, and the actions.

use std::rc::Rc;

use emic_core::ledger::Done;
use yew::prelude::*;

use super::words::did;
use crate::actions::{Action, Way as Asked, keymap, use_owner};
use crate::i18n::{refused, tr};
use crate::prefs::use_prefs;
use crate::store::{Store, use_selector, use_store};
use crate::widgets::{IconButton, IconName, Toast, show_toast, toast};

/// Both buttons. While they stand, the actions can be done by their keys and by name.
#[component]
pub(super) fn UndoRedo() -> Html {
    let store = use_store();
    let names = use_selector(|snapshot| {
        let writable = snapshot.access == crate::store::Access::Write;
        let name = |done: &Option<std::rc::Rc<_>>| done.as_deref().filter(|_| writable).map(did);
        (name(&snapshot.undoable), name(&snapshot.redoable))
    });
    let (undo, redo) = names.unwrap_or_default();
    {
        let (store, undo, redo) = (store.clone(), undo.clone(), redo.clone());
        use_owner(move |action, asked| {
            let (way, name, none) = match action {
                Action::Undo => (Way::Back, &undo, "header-undo-nothing"),
                Action::Redo => (Way::Forth, &redo, "header-redo-nothing"),
                _ => return None,
            };
            if asked == Asked::Do {
                way.go(&store);
                return Some(Ok(()));
            }
            Some(if name.is_some() { Ok(()) } else { Err(tr!(none)) })
        });
    }
    // Drawn anew when the keys change.
    let _ = use_prefs();
    let press = |way: Way| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| way.go(&store))
    };
    let label = |name: &Option<AttrValue>, some: &str, none: &str| match name {
        Some(name) => tr!(some, what = name),
        None => tr!(none),
    };
    html! {
        <span class="header__undo" role="group">
            <IconButton
                icon={IconName::Undo}
                label={label(&undo, "header-undo", "header-undo-nothing")}
                keys={keymap::aria(Action::Undo)}
                onclick={press(Way::Back)}
                disabled={undo.is_none()}
            />
            <IconButton
                icon={IconName::Redo}
                label={label(&redo, "header-redo", "header-redo-nothing")}
                keys={keymap::aria(Action::Redo)}
                onclick={press(Way::Forth)}
                disabled={redo.is_none()}
            />
        </span>
    }
}

#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

impl Way {
    /// The step that this way goes next.
    fn next(self, store: &Store) -> Option<Rc<Done>> {
        let snapshot = store.snapshot()?;
        match self {
            Way::Back => snapshot.undoable,
            Way::Forth => snapshot.redoable,
        }
    }

    fn go(self, store: &Store) {
        let step = self.next(store);
        let done = match self {
            Way::Back => store.undo(),
            Way::Forth => store.redo(),
        };
        match (done, step) {
            (Ok(_), Some(step)) => {
                let what = did(&step);
                let (said, label, other) = match self {
                    Way::Back => (tr!("undone", what = what), tr!("redo"), Way::Forth),
                    Way::Forth => (tr!("redone", what = what), tr!("undo"), Way::Back),
                };
                let (store, step) = (store.clone(), step.id);
                // Once other things have been done, those are not what this notice speaks of.
                let holds = {
                    let store = store.clone();
                    Callback::from(move |()| other.next(&store).is_some_and(|next| next.id == step))
                };
                let reverse = {
                    let holds = holds.clone();
                    Callback::from(
                        move |()| if holds.emit(()) { other.go(&store) } else { toast(tr!("undo-later"), None) },
                    )
                };
                show_toast(Toast { text: said, action: Some((label, reverse)), instead: true, holds: Some(holds) });
            }
            (Ok(_), None) => {}
            (Err(why), _) => toast(refused(&why), None),
        }
    }
}
