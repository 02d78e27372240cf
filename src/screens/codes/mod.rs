//! Codes: the tree beside the reader, and the codebook.

use emic_core::ids::CodeId;
use emic_core::project::Colour;
use yew::prelude::*;

use crate::store::pane::PaneId;
use crate::widgets::Hue;

/// The hue that a code's colour is shown in.
pub fn hue(colour: Colour) -> Hue {
    Hue::new(u32::from(colour.number()) + 1)
}

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub struct CodesPanelProps {
    /// The pane whose selection or quotation a chosen code is applied to.
    pub pane: PaneId,
}

/// The codes beside the reader.
#[component]
pub fn CodesPanel(_props: &CodesPanelProps) -> Html {
    html! {
        <section></section>
    }
}

/// What the codebook shows.
#[derive(Properties, PartialEq)]
pub struct CodebookScreenProps {
    /// The code whose details are open.
    pub code: Option<CodeId>,
}

/// The codebook.
#[component]
pub fn CodebookScreen(_props: &CodebookScreenProps) -> Html {
    html! {
        <section class="screen"></section>
    }
}
