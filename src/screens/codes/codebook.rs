//! The codebook: the tree, and beside it all of the code that is chosen.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::ids::CodeId;
use yew::prelude::*;

use super::book_levels::LevelsDialog;
use super::bulk::Bulk;
use super::details::CodeDetails;
use super::levels::{Levels, LevelsHelp};
use super::tree::{CodeTree, go};
use crate::i18n::tr;
use crate::route::Place;
use crate::screens::book::{BookNav, ExchangeMenu};
use crate::store::{use_project, use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, EmptyState, IconName, Toggle};

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
    let writable = use_writable();
    let levels = use_state_eq(|| false);
    let several = use_state_eq(|| None::<BTreeSet<CodeId>>);
    let project = use_project();
    let ticked: Rc<[CodeId]> = match (&*several, &project) {
        (Some(several), Some(project)) => {
            let codes = project.codes_in_order().into_iter().map(|code| code.id);
            codes.filter(|id| several.contains(id)).collect()
        }
        _ => Rc::from([]),
    };
    let on_choose = {
        let (store, several) = (store.clone(), several.clone());
        Callback::from(move |id: CodeId| match &*several {
            Some(ticked) => {
                let mut ticked = ticked.clone();
                if !ticked.remove(&id) {
                    ticked.insert(id);
                }
                several.set(Some(ticked));
            }
            None => go(&store, Place::Codes(Some(id))),
        })
    };
    let set_several = {
        let several = several.setter();
        Callback::from(move |on: bool| several.set(on.then(BTreeSet::new)))
    };
    let merged = {
        let (store, several) = (store.clone(), several.setter());
        Callback::from(move |id: CodeId| {
            several.set(None);
            go(&store, Place::Codes(Some(id)));
        })
    };
    let set_levels = |open: bool| {
        let levels = levels.setter();
        Callback::from(move |()| levels.set(open))
    };
    let many = several.is_some();
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
        <section class={classes!("codebook", (!many && code.is_some()).then_some("codebook--chosen"), many.then_some("codebook--many"))} aria-labelledby="codebook-title">
            <div class="codebook__tree">
                <div class="codebook__head">
                    <h1 id="codebook-title">{ tr!("codebook") }</h1>
                    <span class="num">{ tr!("codes-count", n = count) }</span>
                    <LevelsHelp />
                </div>
                if let Some(project) = &project {
                    <BookNav project={project.id} here={Place::Codes(None)} />
                }
                <CodeTree label={tr!("codebook-tree")} selected={code.filter(|_| !many)} {on_choose} ticked={(*several).clone()}>
                    <div class="codebook__tools row row--wrap">
                        <Toggle label={tr!("bulk-begin")} checked={many} on_change={set_several.clone()} disabled={!writable} />
                        <Button label={tr!("levels-open")} small=true variant={ButtonVariant::Quiet} disabled={!writable} onclick={set_levels(true).reform(|_: MouseEvent| ())} />
                        <ExchangeMenu />
                    </div>
                </CodeTree>
                if *levels {
                    <LevelsDialog key="levels" on_close={set_levels(false)} />
                }
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
                if many {
                    <Bulk key="bulk" codes={ticked} on_done={set_several.reform(|()| false)} on_merged={merged} />
                } else if let Some(code) = code {
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
