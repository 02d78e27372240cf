//! The code picker: type to find a code, Enter applies it, a new name makes the code and applies it in one go.

use emic_core::ids::CodeId;
use yew::prelude::*;

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A code of the codebook.
    Code(CodeId),
    /// A code to be made.
    Create(String),
    /// The words themselves.
    InVivo,
}

/// What the picker is opened with.
#[derive(Properties, PartialEq)]
pub struct PickerProps {
    /// The words that are being coded.
    pub words: AttrValue,
    /// The codes that are there already.
    #[prop_or_default]
    pub applied: Vec<CodeId>,
    /// Called with what was picked; the caller applies it and may close the picker.
    pub on_pick: Callback<Pick>,
    /// Called when nothing is to be picked.
    pub on_close: Callback<()>,
}

/// The code picker, to be placed by its caller.
#[component]
pub fn Picker(_props: &PickerProps) -> Html {
    html! {
        <div></div>
    }
}
