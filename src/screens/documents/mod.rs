//! The documents: in the navigation beside the reader, and as a list to sort and filter.

use yew::prelude::*;

use crate::store::pane::PaneId;

/// What the navigation needs.
#[derive(Properties, PartialEq)]
pub struct DocumentsNavProps {
    /// The pane that a chosen document is shown in.
    pub pane: PaneId,
}

/// The documents in the navigation.
#[component]
pub fn DocumentsNav(_props: &DocumentsNavProps) -> Html {
    html! {
        <div></div>
    }
}

/// The documents as a list to sort and filter.
#[component]
pub fn DocumentsScreen() -> Html {
    html! {
        <section class="screen"></section>
    }
}
