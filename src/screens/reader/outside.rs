//! Says that the document is none of those that one looks at.

use emic_core::ids::DocumentId;
use emic_core::scope::Scope;
use yew::prelude::*;

use crate::i18n::tr;
use crate::store::{use_selector, use_store};
use crate::widgets::{Button, Icon, IconName};

#[derive(Properties, PartialEq)]
pub struct OutsideProps {
    /// The document on show.
    pub document: DocumentId,
}

/// A quiet line where the scope leaves the document out; otherwise nothing.
#[component]
pub fn Outside(props: &OutsideProps) -> Html {
    let store = use_store();
    let document = props.document;
    let outside = use_selector(move |snapshot| {
        !snapshot.scope.is_everything() && !snapshot.scope.within(&snapshot.project).contains_document(document)
    });
    let everything = Callback::from(move |_: MouseEvent| store.set_scope(Scope::everything()));
    html! {
        <div class="reader__outside" role="status">
            if outside.unwrap_or_default() {
                <Icon name={IconName::Filter} />
                <span>{ tr!("reader-outside") }</span>
                <Button small=true label={tr!("scope-clear")} onclick={everything} />
            }
        </div>
    }
}
