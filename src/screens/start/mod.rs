//! The projects in this browser.

use yew::prelude::*;

/// The projects in this browser.
#[component]
pub fn StartScreen() -> Html {
    html! {
        <section class="screen"></section>
    }
}
