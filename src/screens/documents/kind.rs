//! What sort of material a document is, in words.

use emic_core::project::DocumentKind;
use yew::AttrValue;

use crate::i18n::message;
use crate::widgets::SelectOption;

/// The name of a kind; of one that only a newer version knows, its name in files.
pub fn kind_name(kind: &DocumentKind) -> AttrValue {
    match kind {
        DocumentKind::Unknown(key) => AttrValue::from(key.clone()),
        known => message(&format!("documents-kind-{}", known.key()), None),
    }
}

/// The kinds to choose from.
pub fn kind_options() -> Vec<SelectOption> {
    DocumentKind::ALL.iter().map(|kind| SelectOption::new(kind.key().to_owned(), kind_name(kind))).collect()
}
