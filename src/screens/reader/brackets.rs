//! The parts of a text that belong to cases of their own: a thin bracket in the margin of each, with the case's name.

use emic_core::ids::DocumentId;
use emic_core::text::Span;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::page::OnPage;
use crate::i18n::tr;
use crate::store::use_selector;
use crate::widgets::dom::set_css_var;

#[derive(Properties, PartialEq)]
pub struct BracketsProps {
    /// What is on the page.
    pub on_page: OnPage,
    /// The document.
    pub document: DocumentId,
    /// Changes when everything has moved.
    pub layout: u32,
    /// A bracket was pressed.
    pub on_press: Callback<()>,
}

/// The brackets of a document's parts.
#[component]
pub fn Brackets(props: &BracketsProps) -> Html {
    let node = use_node_ref();
    let document = props.document;
    let parts = use_selector(move |snapshot| {
        let project = &snapshot.project;
        let structure = project.documents.get(&document).map(|document| document.structure.clone());
        let parts = structure.iter().flat_map(|structure| structure.parts.iter());
        let named = parts.filter_map(|part| Some((part.span, project.cases.get(&part.case)?.name.clone().into())));
        named.collect::<Vec<(Span, AttrValue)>>()
    })
    .unwrap_or_default();
    {
        let (node, on_page) = (node.clone(), props.on_page.clone());
        let spans: Vec<Span> = parts.iter().map(|(span, _)| *span).collect();
        use_effect_with((spans, props.layout), move |(spans, _)| {
            let Some(list) = node.cast::<Element>() else { return };
            let children = list.children();
            for (n, span) in (0..children.length()).zip(spans) {
                let bracket = children.item(n);
                if let (Some(bracket), Some((top, size))) = (bracket, extent(&on_page, *span)) {
                    set_css_var(&bracket, "--y", &format!("{top}px"));
                    set_css_var(&bracket, "--height", &format!("{size}px"));
                }
            }
        });
    }
    let onclick = {
        let on_press = props.on_press.clone();
        Callback::from(move |event: MouseEvent| {
            // The text below must not take it for a press on its words.
            event.stop_propagation();
            let pressed = event.target_dyn_into::<HtmlElement>();
            if pressed.is_some_and(|pressed| pressed.closest(".bracket").ok().flatten().is_some()) {
                on_press.emit(());
            }
        })
    };
    html! {
        <div ref={node} class="brackets" {onclick}>
            { for parts.iter().map(|(span, name)| html! {
                <button
                    key={span.start.0}
                    type="button"
                    class="bracket"
                    tabindex="-1"
                    aria-label={tr!("parts-bracket", case = name.as_str())}
                    data-tip={name.clone()}
                >
                    <bdi class="bracket__name" aria-hidden="true">{ name.clone() }</bdi>
                </button>
            }) }
        </div>
    }
}

/// Where a span begins below the top of the text, and how high it is.
fn extent(on_page: &OnPage, span: Span) -> Option<(f64, f64)> {
    let base = on_page.root.cast::<Element>()?.get_bounding_client_rect().top();
    let first = on_page.with(|sheet| sheet.caret(span.start))?;
    let last = on_page.with(|sheet| {
        sheet.range(Span { start: span.end.min(emic_core::text::Pos(span.end.0.saturating_sub(1))), end: span.end })
    })?;
    let bottom = last.get_bounding_client_rect().bottom();
    Some((first.top - base, (bottom - first.top).max(0.0)))
}
