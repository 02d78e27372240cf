//! Reading and coding a document.

use yew::prelude::*;

use crate::store::pane::PaneId;

/// What a reader shows.
#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    /// Its pane, which says the document.
    pub pane: PaneId,
}

/// A document to read and code.
#[component]
pub fn Reader(_props: &ReaderProps) -> Html {
    html! {
        <div></div>
    }
}
