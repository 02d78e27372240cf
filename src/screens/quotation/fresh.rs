//! A passage that is selected and not coded yet, where the quotation that was looked at before is shown otherwise.

use emic_core::text::count_words;
use yew::prelude::*;

use super::shortened;
use crate::i18n::tr;
use crate::store::pane::PaneId;
use crate::store::{TextState, use_pane, use_selector, use_text};
use crate::widgets::Kbd;

/// How long its words are shown, in code points.
const WORDS: usize = 160;

#[derive(Properties, PartialEq)]
pub(super) struct FreshProps {
    pub pane: PaneId,
}

/// The words that are selected, and how they become a quotation.
#[component]
pub(super) fn Fresh(props: &FreshProps) -> Html {
    let (document, selection) = use_pane(props.pane, |pane| (pane.document, pane.selection));
    let text = use_selector(move |snapshot| Some(snapshot.project.documents.get(&document?)?.text)).flatten();
    let words = match (use_text(text), selection) {
        (TextState::Ready(text), Some(span)) => text.slice(span).to_owned(),
        _ => String::new(),
    };
    let keys = [("C", "quotation-fresh-code"), ("V", "quotation-fresh-in-vivo"), ("Q", "quotation-fresh-mark")];
    html! {
        <div class="quotation__fresh">
            <blockquote class="quotation__words">
                <p class="serif" dir="auto">{ shortened(&words, WORDS) }</p>
                <footer class="soft small">{ tr!("words-count", n = count_words(&words)) }</footer>
            </blockquote>
            <p class="quotation__keys soft small">
                { for keys.into_iter().map(|(key, does)| html! {
                    <span key={key}><Kbd keys={key} />{ tr!(does) }</span>
                }) }
            </p>
        </div>
    }
}
