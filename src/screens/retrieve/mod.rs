//! Finding the quotations of a code again.

use emic_core::ids::CodeId;
use yew::prelude::*;

/// What is asked for.
#[derive(Properties, PartialEq)]
pub struct RetrieveScreenProps {
    /// The code whose quotations are wanted.
    pub code: Option<CodeId>,
}

/// The quotations of a code, across all documents.
#[component]
pub fn RetrieveScreen(_props: &RetrieveScreenProps) -> Html {
    html! {
        <section class="screen"></section>
    }
}
