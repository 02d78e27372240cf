//! Where a quotation begins and ends, moved by buttons: the way of keys and fingers beside dragging in the text.

use emic_core::edit::Edit;
use emic_core::project::Quotation;
use emic_core::text::{Direction, Quote, Text, Unit};
use emic_view::bounds::{Edge, Way, moved};
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::act::act;
use crate::store::{Same, use_store};
use crate::widgets::{IconButton, IconName, announce};

/// How many code points are said of where a quotation begins or ends now.
const SAID: usize = 24;

#[derive(Properties, PartialEq)]
pub(super) struct BoundsProps {
    pub quotation: Same<Quotation>,
    pub text: Text,
}

/// The two ends, each with a button towards either side: by words, with Shift by characters.
#[component]
pub(super) fn Bounds(props: &BoundsProps) -> Html {
    let store = use_store();
    let button = |edge: Edge, way: Way, label: AttrValue, icon: IconName| {
        let (store, text) = (store.clone(), props.text.clone());
        let (id, document) = (props.quotation.id, props.quotation.document);
        let onclick = Callback::from(move |event: MouseEvent| {
            // As it is now: what is shown here follows a moment later, and a key held down is faster than that.
            let Some(snapshot) = store.snapshot() else { return };
            let Some(now) = snapshot.project.quotation(document, id).map(|quotation| quotation.span()) else { return };
            let unit = if event.shift_key() { Unit::Grapheme } else { Unit::Word };
            let Some(span) = moved(&text, now, edge, way, unit).filter(|span| *span != now) else {
                announce(&tr!("quotation-no-further"));
                return;
            };
            let quote = Quote::of(&text, span);
            let said = said(&quote.exact, edge);
            let edit = Edit::ResizeQuotation { id, document, span, quote };
            act(&store, vec![edit], &said);
        });
        html! { <IconButton {label} {icon} {onclick} small=true /> }
    };
    // An arrow points to where the end goes in the passage, however the interface runs.
    let dir = Direction::of(&props.quotation.quote.exact).map(|direction| match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    });
    html! {
        <div class="quotation__bounds" role="group" aria-label={tr!("quotation-bounds")} aria-description={tr!("quotation-bounds-hint")}>
            <span class="quotation__bound">
                <span class="soft small">{ tr!("quotation-start") }</span>
                <span class="quotation__arrows" {dir}>
                    { button(Edge::Start, Way::Earlier, tr!("quotation-start-earlier"), IconName::ArrowStart) }
                    { button(Edge::Start, Way::Later, tr!("quotation-start-later"), IconName::ArrowEnd) }
                </span>
            </span>
            <span class="quotation__bound">
                <span class="soft small">{ tr!("quotation-end") }</span>
                <span class="quotation__arrows" {dir}>
                    { button(Edge::End, Way::Earlier, tr!("quotation-end-earlier"), IconName::ArrowStart) }
                    { button(Edge::End, Way::Later, tr!("quotation-end-later"), IconName::ArrowEnd) }
                </span>
            </span>
            <span class="quotation__hint soft">{ tr!("quotation-bounds-hint") }</span>
        </div>
    }
}

fn said(words: &str, edge: Edge) -> AttrValue {
    match edge {
        Edge::Start => tr!("quotation-begins", words = words.chars().take(SAID).collect::<String>()),
        Edge::End => {
            let skip = words.chars().count().saturating_sub(SAID);
            tr!("quotation-ends", words = words.chars().skip(skip).collect::<String>())
        }
    }
}
