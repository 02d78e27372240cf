//! The quotation that is looked at, beside the reader.

use yew::prelude::*;

use crate::store::pane::PaneId;

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub struct QuotationPanelProps {
    /// The pane whose quotation it shows.
    pub pane: PaneId,
}

/// The quotation that is looked at: its words, codes, comments and bounds.
#[component]
pub fn QuotationPanel(_props: &QuotationPanelProps) -> Html {
    html! {
        <section></section>
    }
}
