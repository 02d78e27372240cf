//! What a correction would touch, in words.

use emic_core::edit::Touched;
use emic_core::ids::{DocumentId, QuotationId};
use emic_core::project::Project;
use yew::prelude::*;

use crate::i18n::tr;
use crate::store::Same;
use crate::widgets::Checkbox;

/// How many quotations are named.
const NAMED: usize = 4;
/// How many code points of a quotation are shown.
const WORDS: usize = 80;

#[derive(Properties, PartialEq)]
pub(super) struct TouchedLineProps {
    /// The document.
    pub document: DocumentId,
    /// How many places are changed.
    pub places: usize,
    /// What that touches.
    pub touched: Same<Touched>,
    /// How quotations whose edge is touched would read.
    pub would_read: Same<Vec<(QuotationId, String)>>,
    /// The project, for what quotations say.
    pub project: Same<Project>,
    /// Whether the quotations that would be emptied may go.
    pub may_go: bool,
    /// That was said.
    pub on_may_go: Callback<bool>,
}

/// What the correction touches, said as one types; and the choice where quotations would be emptied.
#[component]
pub(super) fn TouchedLine(props: &TouchedLineProps) -> Html {
    let Touched { edges, emptied, turns, labels } = &*props.touched;
    let mut said = Vec::new();
    if props.places == 0 {
        said.push(tr!("edit-keys"));
    } else {
        said.push(tr!("edit-places", n = props.places));
    }
    if !edges.is_empty() {
        said.push(tr!("edit-edges", n = edges.len()));
    }
    if *labels > 0 {
        said.push(tr!("edit-labels", n = *labels));
    }
    if *turns > 0 {
        said.push(tr!("edit-turns", n = *turns));
    }
    let said = said.iter().map(AttrValue::as_str).collect::<Vec<_>>().join(" ");
    let quotations = |ids: &[QuotationId], would_read: &[(QuotationId, String)]| {
        let named = ids.iter().take(NAMED).filter_map(|id| props.project.quotation(props.document, *id));
        named
            .map(|quotation| {
                let codes = quotation.codings.iter().filter_map(|coding| props.project.codes.get(&coding.code));
                let codes = codes.map(|code| code.name.as_str()).collect::<Vec<_>>().join(" · ");
                let (before, after) = (&*quotation.quote.exact, would_read.iter().find(|(id, _)| *id == quotation.id));
                let said = match after {
                    Some((_, after)) if after == before => tr!("edit-stays", words = shortened(before)),
                    Some((_, after)) => tr!("edit-becomes", before = shortened(before), after = shortened(after)),
                    None => tr!("edit-quotation", words = shortened(before)),
                };
                html! { <li key={quotation.id.to_string()}><span dir="auto">{ said }</span>{ " " }<bdi class="soft">{ codes }</bdi></li> }
            })
            .collect::<Html>()
    };
    html! {
        <div class="passage__touched">
            <p class={classes!("small", edges.is_empty().then_some("soft"))} role="status">{ said }</p>
            if !edges.is_empty() {
                <ul class="passage__list">{ quotations(edges, &props.would_read) }</ul>
            }
            if !emptied.is_empty() {
                <div class="passage__emptied">
                    <p role="alert">{ tr!("edit-emptied", n = emptied.len()) }</p>
                    <ul class="passage__list">{ quotations(emptied, &[]) }</ul>
                    <Checkbox label={tr!("edit-let-go", n = emptied.len())} checked={props.may_go} on_change={props.on_may_go.clone()} />
                </div>
            }
        </div>
    }
}

fn shortened(words: &str) -> String {
    let mut shortened: String = words.chars().take(WORDS).collect();
    if shortened.len() < words.len() {
        shortened.push('…');
    }
    shortened
}
