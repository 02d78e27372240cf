//! The keys of the text, in a dialog: what can be done without a mouse.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Dialog, DialogSize, IconButton, IconName, Kbd};

/// Keys, and the message that says what they do.
type Keys = (&'static [&'static str], &'static str);

/// The keys in the text by what they are for, each with the message that says what it does. Names of keys are as
/// printed on keyboards.
const KEYS: [(&str, &[Keys]); 3] = [
    (
        "keys-move",
        &[
            (&["←", "→"], "keys-character"),
            (&["Ctrl+←", "Ctrl+→"], "keys-word"),
            (&["↑", "↓"], "keys-line"),
            (&["Home", "End"], "keys-line-end"),
            (&["Ctrl+↑", "Ctrl+↓"], "keys-paragraph"),
            (&["Ctrl+Home", "Ctrl+End"], "keys-document"),
            (&["Shift"], "keys-extend"),
            (&["W", "S", "P"], "keys-select"),
            (&["Shift+W", "Shift+S", "Shift+P"], "keys-select-more"),
        ],
    ),
    (
        "keys-code",
        &[
            (&["C", "Enter"], "keys-pick"),
            (&["V"], "keys-in-vivo"),
            (&["R"], "keys-again"),
            (&["Q"], "keys-mark"),
            (&["Ctrl+Z", "Ctrl+Y"], "keys-undo"),
        ],
    ),
    (
        "keys-quotations",
        &[
            (&["N", "Shift+N"], "keys-quotation"),
            (&["Space"], "keys-details"),
            (&["Delete"], "keys-delete"),
            (&["Esc"], "keys-clear"),
            (&["?"], "keys-help"),
        ],
    ),
];

/// A button that shows the keys; the question mark does so too, from anywhere in the reader where nothing is typed.
#[component]
pub fn KeysHelp() -> Html {
    let open = use_state_eq(|| false);
    {
        let open = open.setter();
        use_effect_with((), move |()| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(&gloo::utils::window(), "keydown", options, move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(asks) {
                    event.prevent_default();
                    open.set(true);
                }
            });
            move || drop(listener)
        });
    }
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let groups = KEYS.iter().map(|(title, keys)| {
        let rows = keys.iter().map(|(keys, words)| {
            let keys = keys.iter().map(|key| html! { <Kbd keys={*key} /> });
            html! { <div key={*words}><dt>{ for keys }</dt><dd>{ tr!(words) }</dd></div> }
        });
        html! {
            <section key={*title} class="keys__group">
                <h3>{ tr!(title) }</h3>
                <dl class="keys">{ for rows }</dl>
            </section>
        }
    });
    html! {
        <span class="reader__keys">
            <IconButton small=true icon={IconName::Keyboard} label={tr!("keyboard-shortcuts")} keys="?" onclick={show} />
            <Dialog open={*open} title={tr!("keyboard-shortcuts")} size={DialogSize::Large} on_close={close}>
                <p class="soft">{ tr!("keys-where") }</p>
                <div class="keys__groups">{ for groups }</div>
            </Dialog>
        </span>
    }
}

/// Whether a key press is a question mark that is not being typed into something.
fn asks(event: &KeyboardEvent) -> bool {
    if !matches!(event.key().as_str(), "?" | "؟") || event.default_prevented() || event.is_composing() {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let typed = target.is_some_and(|target| {
        target.closest("input, textarea, select, [contenteditable], [role=dialog]").ok().flatten().is_some()
    });
    let covered = gloo::utils::document().query_selector("dialog[open]").ok().flatten().is_some();
    !typed && !covered && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}
