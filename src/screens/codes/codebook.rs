//! The codebook: the tree, and beside it all of the code that is chosen.

use emic_core::ids::CodeId;
use yew::prelude::*;

use super::details::CodeDetails;
use super::levels::{Levels, LevelsHelp};
use super::tree::{CodeTree, go};
use crate::i18n::tr;
use crate::route::Place;
use crate::store::{use_selector, use_store};
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
    let back = Callback::from(move |_: MouseEvent| go(&store, Place::Codes(None)));
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
                        onclick={back}
                    />
                </div>
                if let Some(code) = code {
                    <CodeDetails key={code.to_string()} {code} />
                } else if wanted.is_some() {
                    <EmptyState key="gone" icon={IconName::Code} title={tr!("codebook-gone")} text={tr!("codebook-gone-text")} />
                } else if count == 0 {
                    <EmptyState key="first" icon={IconName::Code} title={tr!("codebook-teach")} text={tr!("codebook-teach-text")}>
                        <Levels />
                    </EmptyState>
                } else {
                    <EmptyState key="none" icon={IconName::Code} title={tr!("codebook-choose")} text={tr!("codebook-choose-text")} />
                }
            </div>
        </section>
    }
}
