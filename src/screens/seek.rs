//! A way to a place in a document that is no quotation.

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::text::Span;
use yew::prelude::*;

use crate::route::{Place, Route};
use crate::store::use_store;

/// Where it leads.
#[derive(Properties, PartialEq)]
pub struct SeekLinkProps {
    /// The project.
    pub project: ProjectId,
    /// The document.
    pub document: DocumentId,
    /// The place in it.
    pub span: Span,
    /// The words of the link, a user's own.
    pub label: AttrValue,
    /// What is read aloud instead, where the words alone do not say it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
}

/// A link that opens a document at a place.
#[component]
pub fn SeekLink(props: &SeekLinkProps) -> Html {
    let store = use_store();
    let (document, span) = (props.document, props.span);
    let onclick = Callback::from(move |_: MouseEvent| {
        let pane = store.active_pane();
        store.show(pane, document, None);
        store.change_pane(pane, |pane| pane.seek = Some(span));
    });
    let href = Route::Project(props.project, Place::Read(Some(document), None)).hash();
    html! { <a {href} {onclick} aria-label={props.name.clone()}><bdi>{ props.label.clone() }</bdi></a> }
}
