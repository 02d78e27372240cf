//! The way to a second document beside the one on show.

use yew::prelude::*;

use crate::actions::owners::put;
use crate::actions::{Action, Way, keymap};
use crate::i18n::tr;
use crate::prefs::use_prefs;
use crate::widgets::{IconButton, IconName};

/// A button that asks which document is opened beside this one.
#[component]
pub fn SplitButton() -> Html {
    let _ = use_prefs();
    let keys = keymap::aria(Action::Split);
    let ask = Callback::from(|_: MouseEvent| drop(put(Action::Split, Way::Do)));
    html! {
        <span class="reader__split">
            <IconButton small=true icon={IconName::SplitPane} label={tr!("action-split")} popup="dialog" {keys} onclick={ask} />
        </span>
    }
}
