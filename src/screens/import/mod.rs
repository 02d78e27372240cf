//! Bringing text in: files, dropped or chosen, or pasted, with a preview before anything is stored.

use emic_core::ids::FolderId;
use yew::prelude::*;

/// What is to be brought in, and where to.
#[derive(Properties, PartialEq)]
pub struct ImportDialogProps {
    /// Files that were dropped; empty if they are to be chosen here.
    #[prop_or_default]
    pub files: Vec<web_sys::File>,
    /// The folder for the new documents.
    #[prop_or_default]
    pub folder: Option<FolderId>,
    /// Called when it is done or given up.
    pub on_close: Callback<()>,
}

/// The dialog that brings text in.
#[component]
pub fn ImportDialog(_props: &ImportDialogProps) -> Html {
    html! {
        <div></div>
    }
}
