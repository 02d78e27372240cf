//! The way to the sheet of shortcuts from the text.

use yew::prelude::*;

use crate::actions::owners::put;
use crate::actions::{Action, Way, keymap};
use crate::i18n::tr;
use crate::prefs::use_prefs;
use crate::widgets::{IconButton, IconName};

/// A button that shows the shortcuts.
#[component]
pub fn KeysHelp() -> Html {
    let _ = use_prefs();
    let keys = keymap::aria(Action::Shortcuts);
    let show = Callback::from(|_: MouseEvent| drop(put(Action::Shortcuts, Way::Do)));
    html! {
        <span class="reader__keys">
            <IconButton small=true icon={IconName::Keyboard} label={tr!("keyboard-shortcuts")} {keys} onclick={show} />
        </span>
    }
}
