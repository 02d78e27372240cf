//! Everything visible that tidying takes out of a text.

use emic_core::text::Text;
use emic_formats::tidy::{Removal, Tidied};
use yew::prelude::*;

use super::words;
use crate::i18n::{format_number, tr};
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant};

/// How many are listed at once.
const PAGE: usize = 100;

/// What a [`Removals`] lists.
#[derive(Properties, PartialEq)]
pub struct RemovalsProps {
    /// The text as imported.
    pub text: Text,
    /// What is done to it.
    pub tidied: Same<Tidied>,
}

/// What goes, each with its line and the rule.
#[component]
pub fn Removals(props: &RemovalsProps) -> Html {
    let shown = use_state_eq(|| PAGE);
    let removals = &props.tidied.0.removals;
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    let row = |(n, removal): (usize, &Removal)| {
        let before = props.text.paragraphs().partition_point(|line| line.start <= removal.range.start);
        html! {
            <li key={n} class="import__removal">
                <span class="soft num">{ tr!("import-line", line = format_number(before as f64)) }</span>
                <bdi class="import__removed">{ removal.removed.trim().to_owned() }</bdi>
                <span class="soft">{ words::rule(removal.rule) }</span>
            </li>
        }
    };
    html! {
        <details class="import__removals" hidden={removals.is_empty()}>
            <summary>{ tr!("import-removed", n = removals.len()) }</summary>
            <ol class="import__removal-list" tabindex="0" aria-label={tr!("import-removed", n = removals.len())}>
                { for removals.iter().take(*shown).enumerate().map(row) }
            </ol>
            if removals.len() > *shown {
                <Button label={tr!("show-more")} small=true variant={ButtonVariant::Quiet} onclick={more} />
            }
        </details>
    }
}
