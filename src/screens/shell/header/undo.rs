//! Undo and redo: the buttons, named after what they would do, and the keys.

use std::rc::Rc;

use emic_core::ledger::Done;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::words::did;
use crate::i18n::{refused, tr};
use crate::store::{Store, use_selector, use_store};
use crate::widgets::{IconButton, IconName, toast, toast_instead};

/// Both buttons. While they stand, the keys work.
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
        let store = store.clone();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(&gloo::utils::window(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some(way) = Way::of(event) {
                    event.prevent_default();
                    way.go(&store);
                }
            });
            move || drop(listener)
        });
    }
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
                keys="Control+Z"
                onclick={press(Way::Back)}
                disabled={undo.is_none()}
            />
            <IconButton
                icon={IconName::Redo}
                label={label(&redo, "header-redo", "header-redo-nothing")}
                keys="Control+Shift+Z Control+Y"
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
    /// What a key press asks for, if it is meant for the project.
    fn of(event: &KeyboardEvent) -> Option<Way> {
        let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !command || event.default_prevented() || event.is_composing() || has_own_undo(event) || dialog_is_open() {
            return None;
        }
        // By the letter that the layout gives, or by the key's place where the layout gives no Latin letter.
        let key = event.key().to_lowercase();
        let key = if key.is_ascii() { key } else { event.code().trim_start_matches("Key").to_lowercase() };
        match (key.as_str(), event.shift_key()) {
            ("z", false) => Some(Way::Back),
            ("z", true) | ("y", false) => Some(Way::Forth),
            _ => None,
        }
    }

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
                let reverse = Callback::from(move |()| {
                    // Other things may have been done since: those are not what this notice spoke of.
                    if other.next(&store).is_some_and(|next| next.id == step) {
                        other.go(&store);
                    } else {
                        toast(tr!("undo-later"), None);
                    }
                });
                toast_instead(said, Some((label, reverse)));
            }
            (Ok(_), None) => {}
            (Err(why), _) => toast(refused(&why), None),
        }
    }
}

/// Whether what has the focus undoes its own typing.
fn has_own_undo(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "range" | "file");
    }
    target
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.tag_name() == "TEXTAREA" || element.is_content_editable())
}

/// Behind an open dialog nothing changes.
fn dialog_is_open() -> bool {
    gloo::utils::document().query_selector("dialog[open]").ok().flatten().is_some()
}
