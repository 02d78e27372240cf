//! Choosing quotations for a theme: those of its codes, or any.

use std::collections::BTreeSet;

use emic_core::consent::AllLimits;
use emic_core::edit::Edit;
use emic_core::project::{Consent, Project, QuotationAt, Theme};
use emic_core::query::{Found, quotations_in, quotations_with, with_subcodes};
use emic_core::scope::Scope;
use emic_view::fold::fold;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::act::act;
use crate::screens::cases::words::Blocked;
use crate::screens::growing::use_growing;
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, SearchField, Toggle};

/// How many rows are shown at once, and how many more at a time.
const FIRST: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct PickQuotationsProps {
    pub project: Same<Project>,
    pub theme: Same<Theme>,
    pub on_close: Callback<()>,
}

/// Asks which quotations are chosen.
#[component]
pub(super) fn PickQuotations(props: &PickQuotationsProps) -> Html {
    let store = use_store();
    let (project, theme) = (&props.project, &props.theme);
    let typed = use_state_eq(String::new);
    let all = use_state_eq(|| theme.codes.is_empty());
    let picked = use_state_eq(Vec::<QuotationAt>::new);
    let found = use_memo((project.clone(), theme.clone(), (*typed).clone(), *all), |(project, theme, typed, all)| {
        find(project, theme, typed, *all)
    });
    let shown = use_growing(found.len(), FIRST, FIRST);
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |words: String| typed.set(words))
    };
    let on_all = {
        let all = all.setter();
        Callback::from(move |on: bool| all.set(on))
    };
    let on_submit = {
        let (store, close, picked, id) = (store, props.on_close.clone(), (*picked).clone(), theme.id);
        Callback::from(move |()| {
            let edits = picked.iter().map(|at| Edit::ChooseQuotation { theme: id, at: *at }).collect();
            if act(&store, edits, &tr!("themes-picked", n = picked.len())) {
                close.emit(());
            }
        })
    };
    let row = |(document, quotation): &Found, consent: Consent| {
        let at = QuotationAt { document: document.id, quotation: quotation.id };
        let on_change = {
            let picked = picked.clone();
            Callback::from(move |on: bool| {
                let mut now = (*picked).clone();
                now.retain(|other| *other != at);
                if on {
                    now.push(at);
                }
                picked.set(now);
            })
        };
        // Several coders may have marked the same words.
        let coder = project.coders.get(&quotation.coder()).filter(|_| project.coders.len() > 1);
        let coder = coder.map(|coder| coder.name.clone());
        html! {
            <li key={quotation.id.to_string()} class="pickq__row">
                <Checkbox label={quotation.quote.exact.to_string()} checked={picked.contains(&at)} disabled={!consent.may_be_quoted()} {on_change} />
                <span class="soft small">
                    <bdi>{ document.title.clone() }</bdi>
                    if let Some(coder) = coder {
                        { " · " }<bdi>{ coder }</bdi>
                    }
                    { " " }<Blocked {consent} />
                </span>
            </li>
        }
    };
    let n = picked.len();
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("themes-pick-n", n = n)} variant={ButtonVariant::Primary} submit=true disabled={n == 0} />
        </>
    };
    html! {
        <Dialog open=true title={tr!("themes-pick")} size={DialogSize::Medium} on_close={props.on_close.clone()} on_submit={Some(on_submit)} {actions}>
            <div class="stack">
                <SearchField label={tr!("themes-pick-search")} value={(*typed).clone()} {on_input} escape_clears=false />
                if !theme.codes.is_empty() {
                    <Toggle label={tr!("themes-pick-all")} checked={*all} on_change={on_all} />
                }
                if found.is_empty() {
                    <p class="soft">{ if typed.trim().is_empty() { tr!("themes-pick-none") } else { tr!("nothing-found") } }</p>
                }
                <ul class="pickq" aria-label={tr!("quotations")}>
                    { for found.iter().take(shown).map(|(found, consent)| row(found, *consent)) }
                </ul>
            </div>
        </Dialog>
    }
}

/// The quotations that are not chosen yet, with what may be done with their words; what is withdrawn is in no list.
fn find(project: &Project, theme: &Theme, typed: &str, all: bool) -> Vec<(Found, Consent)> {
    let scope = Scope::everything();
    let found = if all {
        quotations_in(project, &scope)
    } else {
        let codes: BTreeSet<_> = theme.codes.iter().flat_map(|code| with_subcodes(project, *code)).collect();
        quotations_with(project, &codes, &scope)
    };
    let limits = AllLimits::of(project);
    let wanted = fold(typed.trim());
    let has = |words: &str| wanted.is_empty() || fold(words).contains(&wanted);
    found
        .into_iter()
        .filter(|(document, quotation)| {
            let at = QuotationAt { document: document.id, quotation: quotation.id };
            theme.choice(at).is_none() && (has(&quotation.quote.exact) || has(&document.title))
        })
        .map(|found| {
            let consent = limits.at(found.0.id, found.1.span());
            (found, consent)
        })
        .collect()
}
