//! The keys of the text, in a dialog: what can be done without a mouse.

use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Dialog, IconButton, IconName, Kbd};

/// The keys in the text, each with the message that says what it does. Names of keys are as printed on keyboards.
const KEYS: [(&[&str], &str); 14] = [
    (&["←", "→"], "keys-character"),
    (&["Ctrl+←", "Ctrl+→"], "keys-word"),
    (&["↑", "↓"], "keys-paragraph"),
    (&["Ctrl+↑", "Ctrl+↓"], "keys-sentence"),
    (&["Shift"], "keys-extend"),
    (&["W", "S", "P"], "keys-select"),
    (&["C", "Enter"], "keys-pick"),
    (&["V"], "keys-in-vivo"),
    (&["R"], "keys-again"),
    (&["Q"], "keys-mark"),
    (&["N", "Shift+N"], "keys-quotation"),
    (&["Space"], "keys-details"),
    (&["Delete"], "keys-delete"),
    (&["Esc"], "keys-clear"),
];

/// A button that shows the keys.
#[component]
pub fn KeysHelp() -> Html {
    let open = use_state_eq(|| false);
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let rows = KEYS.iter().map(|(keys, words)| {
        let keys = keys.iter().map(|key| html! { <Kbd keys={*key} /> });
        html! { <div key={*words}><dt>{ for keys }</dt><dd>{ tr!(words) }</dd></div> }
    });
    html! {
        <span class="reader__keys">
            <IconButton small=true icon={IconName::Keyboard} label={tr!("keyboard-shortcuts")} onclick={show} />
            <Dialog open={*open} title={tr!("keyboard-shortcuts")} on_close={close}>
                <p class="soft">{ tr!("keys-where") }</p>
                <dl class="keys">{ for rows }</dl>
            </Dialog>
        </span>
    }
}
