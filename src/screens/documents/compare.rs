//! A document beside the text as it was imported.

use emic_core::ids::DocumentId;
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Dialog, DialogSize};

/// Which document is compared.
#[derive(Properties, PartialEq)]
pub struct CompareDialogProps {
    /// The document.
    pub document: DocumentId,
    /// It was read.
    pub on_close: Callback<()>,
}

/// What was removed, joined or changed since the text was imported, each beside what stood there.
#[component]
pub fn CompareDialog(props: &CompareDialogProps) -> Html {
    html! {
        <Dialog open=true title={tr!("documents-compare-title")} on_close={props.on_close.clone()} size={DialogSize::Large}>
        </Dialog>
    }
}
