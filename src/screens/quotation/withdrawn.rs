//! Passages of a document that are withdrawn by themselves: out of sight, to be brought back or removed for good.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{DocumentId, QuotationId};
use emic_core::project::{Consent, Project, Quotation};
use emic_core::removal::TakenOut;
use emic_core::text::Span;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::act::act_with_undo;
use crate::screens::removal::RemovalDialog;
use crate::store::{TextState, use_project, use_store, use_text, use_writable};
use crate::widgets::{Button, ButtonVariant};

#[derive(Properties, PartialEq)]
pub(super) struct WithdrawnProps {
    pub document: DocumentId,
}

/// Where each stands, without its words; nothing if there is none.
#[component]
pub(super) fn Withdrawn(props: &WithdrawnProps) -> Html {
    let (store, project, writable) = (use_store(), use_project(), use_writable());
    let asked = use_state_eq(|| None::<QuotationId>);
    let document = props.document;
    let text = use_text(project.as_ref().and_then(|project| project.documents.get(&document)).map(|found| found.text));
    let list: Vec<Rc<Quotation>> = project.as_ref().map(|project| passages(project, document)).unwrap_or_default();
    let (Some(project), false) = (project, list.is_empty()) else { return html! { <div></div> } };
    let number = |span: Span| match &text {
        TextState::Ready(text) => text.paragraph_number(text.paragraph_at(span.start)),
        _ => None,
    };
    let back = |id: QuotationId| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            // What was said before is not remembered, and too much is worse than too little.
            let edit = Edit::SetPassageConsent { id, document, consent: Consent::OffRecord };
            act_with_undo(&store, vec![edit], tr!("passage-back-done"));
        })
    };
    let ask = |id: QuotationId| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some(id)))
    };
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let removed = list.iter().find(|quotation| Some(quotation.id) == *asked);
    html! {
        <section class="quotation__withdrawn" aria-label={tr!("passages-withdrawn", n = list.len())}>
            <h3 key="title" class="small">{ tr!("passages-withdrawn", n = list.len()) }</h3>
            <ul key="list">
                { for list.iter().map(|quotation| html! {
                    <li key={quotation.id.to_string()}>
                        <span class="soft">
                            { for number(quotation.span()).map(|n| tr!("quotation-paragraph", n = n)) }
                        </span>
                        <Button label={tr!("passage-back")} small=true variant={ButtonVariant::Quiet} disabled={!writable} onclick={back(quotation.id)} />
                        <Button label={tr!("passage-remove")} small=true variant={ButtonVariant::Quiet} disabled={!writable} onclick={ask(quotation.id)} />
                    </li>
                }) }
            </ul>
            if let Some(quotation) = removed {
                <RemovalDialog
                    key="ask"
                    project={project.clone()}
                    out={TakenOut { parts: vec![(document, vec![quotation.span()])], ..TakenOut::default() }}
                    title={tr!("passage-remove-title")}
                    on_close={close}
                >
                    <p>{ tr!("passage-remove-text") }</p>
                </RemovalDialog>
            }
        </section>
    }
}

/// The quotations of a document that are withdrawn by themselves.
fn passages(project: &Project, document: DocumentId) -> Vec<Rc<Quotation>> {
    let list = project.quotations_in(document);
    list.iter().filter(|quotation| quotation.consent == Consent::Withdrawn).cloned().collect()
}
