//! What was done.

use yew::prelude::*;

/// What was done.
#[component]
pub fn HistoryScreen() -> Html {
    html! {
        <section class="screen"></section>
    }
}
