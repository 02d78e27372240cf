//! The codebook: the tree, and beside it all of the code that is chosen.

use emic_core::ids::CodeId;
use yew::prelude::*;

use super::details::CodeDetails;
use super::levels::{Levels, LevelsHelp};
use super::tree::{CodeTree, go};
use crate::i18n::tr;
use crate::route::Place;
use crate::store::{use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, EmptyState, IconName};

/// What the codebook shows.
#[derive(Properties, PartialEq)]
pub struct CodebookScreenProps {
    /// The code whose details are open.
    pub code: Option<CodeId>,
}

/// The codebook.
#[component]
pub fn CodebookScreen(props: &CodebookScreenProps) -> Html {
    let store = use_store();
    let wanted = props.code;
    let known = use_selector(move |snapshot| {
        (snapshot.project.codes.len(), wanted.filter(|id| snapshot.project.codes.contains(id)))
    });
    let (count, code) = known.unwrap_or_default();
    let on_choose = {
        let store = store.clone();
        Callback::from(move |id: CodeId| go(&store, Place::Codes(Some(id))))
    };
    let writable = use_writable();
    let leads_to = |place: Place| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| go(&store, place))
    };
    let first = wanted.is_none() && count == 0 && writable;
    // What is said instead of a code, and where it leads.
    let (title, text, next) = if wanted.is_some() {
        let text = if writable { tr!("codebook-gone-text") } else { AttrValue::default() };
        (tr!("codebook-gone"), text, Some((tr!("codebook-back"), Place::Codes(None))))
    } else if first {
        (tr!("codebook-teach"), tr!("codebook-teach-text"), Some((tr!("nav-read"), Place::Read(None, None))))
    } else if count == 0 {
        (tr!("codes-none"), tr!("empty-read-only"), None)
    } else {
        let how = if writable { tr!("codebook-choose-arrange") } else { AttrValue::default() };
        (tr!("codebook-choose"), format!("{} {how}", tr!("codebook-choose-text")).into(), None)
    };
    html! {
        <section class={classes!("codebook", code.map(|_| "codebook--chosen"))} aria-labelledby="codebook-title">
            <div class="codebook__tree">
                <div class="codebook__head">
                    <h1 id="codebook-title">{ tr!("codebook") }</h1>
                    <span class="num">{ tr!("codes-count", n = count) }</span>
                    <LevelsHelp />
                </div>
                <CodeTree label={tr!("codebook-tree")} selected={code} {on_choose} />
            </div>
            <div class="codebook__details">
                <div class="codebook__back">
                    <Button
                        label={tr!("codebook-back")}
                        icon={IconName::ArrowStart}
                        variant={ButtonVariant::Quiet}
                        small=true
                        onclick={leads_to(Place::Codes(None))}
                    />
                </div>
                if let Some(code) = code {
                    <CodeDetails key={code.to_string()} {code} />
                } else {
                    <EmptyState key="none" icon={IconName::Code} {title} {text}>
                        if first {
                            <Levels />
                        }
                        if let Some((label, place)) = next {
                            <Button {label} onclick={leads_to(place)} />
                        }
                    </EmptyState>
                }
            </div>
        </section>
    }
}
