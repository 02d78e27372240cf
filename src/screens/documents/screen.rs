//! The documents as a list to sort and filter.

use yew::prelude::*;

/// The documents as a list to sort and filter.
#[component]
pub fn DocumentsScreen() -> Html {
    html! {
        <section class="screen"></section>
    }
}
