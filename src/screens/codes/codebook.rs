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
    let read = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| go(&store, Place::Read(None, None)))
    };
    let back = Callback::from(move |_: MouseEvent| go(&store, Place::Codes(None)));
    let mut choose = tr!("codebook-choose-text");
    if writable {
        choose = format!("{choose} {}", tr!("codebook-choose-arrange")).into();
    }
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
                        onclick={back.clone()}
                    />
                </div>
                if let Some(code) = code {
                    <CodeDetails key={code.to_string()} {code} />
                } else if wanted.is_some() {
                    <EmptyState
                        key="gone"
                        icon={IconName::Code}
                        title={tr!("codebook-gone")}
                        text={if writable { tr!("codebook-gone-text") } else { AttrValue::default() }}
                    >
                        <Button label={tr!("codebook-back")} onclick={back} />
                    </EmptyState>
                } else if count == 0 && !writable {
                    <EmptyState key="first-read" icon={IconName::Code} title={tr!("codes-none")} text={tr!("empty-read-only")} />
                } else if count == 0 {
                    <EmptyState key="first" icon={IconName::Code} title={tr!("codebook-teach")} text={tr!("codebook-teach-text")}>
                        <Levels />
                        <Button label={tr!("nav-read")} variant={ButtonVariant::Primary} onclick={read} />
                    </EmptyState>
                } else {
                    <EmptyState key="none" icon={IconName::Code} title={tr!("codebook-choose")} text={choose} />
                }
            </div>
        </section>
    }
}
