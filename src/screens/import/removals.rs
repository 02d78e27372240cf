//! Everything visible that tidying takes out of a text.

use emic_core::text::{Span, Text};
use emic_formats::source::Prepared;
use emic_formats::tidy::{Removal, Rule};
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
    pub prepared: Same<Prepared>,
}

/// What goes, each with its line and the rule.
#[component]
pub fn Removals(props: &RemovalsProps) -> Html {
    let shown = use_state_eq(|| PAGE);
    let removals = &props.prepared.tidied.removals;
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    let row = |(n, removal): (usize, &Removal)| {
        let before = props.text.paragraphs().partition_point(|line| line.start <= removal.range.start);
        html! {
            <li key={n} class="import__removal">
                <span class="soft num">{ tr!("import-line", line = format_number(before as f64)) }</span>
                <bdi class="import__removed">
                    { removal_in(&props.text, removal) }
                </bdi>
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

/// What goes; of a hyphen the word that it was in too.
fn removal_in(text: &Text, removal: &Removal) -> Html {
    let gone = removal.removed.trim().to_owned();
    if removal.rule != Rule::UndoHyphens {
        return html! { <span>{ gone }</span> };
    }
    let (before, after) = word_around(text, removal.range);
    html! { <span>{ before }<del class="import-compare__gone">{ gone }</del>{ after }</span> }
}

/// How far a word is looked for beside a hyphen, in code points.
const REACH: u32 = 40;

/// The parts of a word before and after a place in it, over white space after the place.
fn word_around(text: &Text, place: Span) -> (String, String) {
    let before = text.slice(Span::new(place.start.0.saturating_sub(REACH), place.start.0));
    let after = text.slice(Span::new(place.end.0, place.end.0.saturating_add(REACH)));
    let first = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    (first.to_owned(), after.split_whitespace().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_is_shown_in_its_word() {
        let text = Text::new("access to sen-\nsitive things");
        assert_eq!(word_around(&text, Span::new(13, 14)), ("sen".to_owned(), "sitive".to_owned()));
        assert_eq!(word_around(&Text::new("-"), Span::new(0, 1)), (String::new(), String::new()));
    }
}
