//! What was removed and is still stored, and what removes it for good.

use std::time::Duration;

use emic_core::ids::CodeId;
use emic_storage::StillStored;
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::purge::PurgeDialog;
use crate::i18n::tr;
use crate::session::use_session;
use crate::store::{use_selector, use_writable};
use crate::widgets::{Button, ButtonVariant, IconName, dom, toast};

/// The id of its heading.
const HEADING: &str = "backups-removed";

/// How many names of one sort are told.
const TOLD: usize = 12;

/// What may have changed what is stored.
#[derive(Properties, PartialEq)]
pub struct RemovedMaterialProps {
    /// Rises with every change that is made on the page.
    pub turn: u32,
    /// Restore points may have gone.
    pub on_change: Callback<()>,
}

/// What was removed and is still stored.
#[component]
pub fn RemovedMaterial(props: &RemovedMaterialProps) -> Html {
    let session = use_session();
    let still = use_state_eq(|| None::<Result<StillStored, AttrValue>>);
    let asking = use_state_eq(|| false);
    let working = use_state_eq(|| false);
    let writable = use_writable();
    let done = use_selector(|snapshot| snapshot.history.steps().len());
    {
        let (session, still) = (session.clone(), still.setter());
        use_effect_with((props.turn, done), move |_| {
            spawn_local(async move { still.set(Some(session.still_stored().await)) });
        });
    }
    let set = |to: bool| {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(to))
    };
    let (open, close) = (set(true), set(false));
    let purge = {
        let (session, close, working) = (session, close.clone(), working.setter());
        let on_change = props.on_change.clone();
        Callback::from(move |codes: Vec<CodeId>| {
            close.emit(());
            working.set(true);
            let (session, working, on_change) = (session.clone(), working.clone(), on_change.clone());
            spawn_local(async move {
                match session.purge(codes).await {
                    Ok(points) => {
                        toast(tr!("purge-done", n = points), None);
                        // All of the page was made anew.
                        sleep(Duration::ZERO).await;
                        if let Some(heading) = gloo::utils::document().get_element_by_id(HEADING) {
                            dom::focus(&heading);
                        }
                    }
                    Err(why) => {
                        toast(why, None);
                        working.set(false);
                        on_change.emit(());
                    }
                }
            });
        })
    };
    let (held, list) = match &*still {
        None => (None, html! { <p key="loading" class="soft">{ tr!("loading") }</p> }),
        Some(Err(why)) => (None, html! { <p key="failed">{ why.clone() }</p> }),
        Some(Ok(still)) if still.removed.is_empty() && still.points.is_empty() => {
            (None, html! { <p key="none" class="backups__fact">{ tr!("removed-none") }</p> })
        }
        Some(Ok(still)) => (Some(still.clone()), html! { <Held key="list" still={still.clone()} /> }),
    };
    html! {
        <section class="backups__part" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{ tr!("removed") }</h2>
            <p class="soft">{ tr!("removed-text") }</p>
            { list }
            <p>
                <Button
                    label={tr!("purge-ask")}
                    icon={IconName::Trash}
                    variant={ButtonVariant::Danger}
                    disabled={!writable || held.is_none() || *working}
                    onclick={open.reform(|_: MouseEvent| ())}
                />
            </p>
            if let Some(still) = held.filter(|_| *asking) {
                <PurgeDialog {still} on_purge={purge} on_close={close} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct HeldProps {
    still: StillStored,
}

/// What is still stored, sort by sort.
#[component]
fn Held(props: &HeldProps) -> Html {
    let StillStored { removed, points } = &props.still;
    let documents: Vec<String> = removed
        .documents
        .values()
        .map(|(title, words)| format!("{title} ({})", tr!("words-count", n = *words)))
        .collect();
    let names = |all: Vec<String>| {
        let more = all.len().saturating_sub(TOLD);
        let told = all.into_iter().take(TOLD).collect::<Vec<_>>().join(" · ");
        if more > 0 { tr!("removed-more", names = told, n = more) } else { told.into() }
    };
    let mut lines = Vec::new();
    if !documents.is_empty() {
        lines.push(tr!("removed-documents", n = documents.len(), names = names(documents)));
    }
    if !removed.folders.is_empty() {
        let folders: Vec<_> = removed.folders.values().cloned().collect();
        lines.push(tr!("removed-folders", n = folders.len(), names = names(folders)));
    }
    if !removed.codes.is_empty() {
        let codes: Vec<_> = removed.codes.values().cloned().collect();
        lines.push(tr!("removed-codes", n = codes.len(), names = names(codes)));
    }
    if !removed.quotations.is_empty() {
        lines.push(tr!("removed-quotations", n = removed.quotations.len()));
    }
    if !removed.corrected.is_empty() {
        let titles: Vec<_> = removed.corrected.values().cloned().collect();
        lines.push(tr!("removed-corrected", n = titles.len(), names = names(titles)));
    }
    if !removed.originals.is_empty() {
        let titles: Vec<_> = removed.originals.values().cloned().collect();
        lines.push(tr!("removed-originals", n = titles.len(), names = names(titles)));
    }
    if !removed.memos.is_empty() {
        let titles: Vec<_> = removed.memos.values().cloned().collect();
        lines.push(tr!("removed-memos", n = titles.len(), names = names(titles)));
    }
    if !removed.wordings.is_empty() {
        lines.push(tr!("removed-wordings", n = removed.wordings.len()));
    }
    if !points.is_empty() {
        lines.push(tr!("removed-points", n = points.len()));
    }
    html! {
        <ul class="backups__held" aria-label={tr!("removed")}>
            { for lines.into_iter().enumerate().map(|(n, line)| html! { <li key={n} dir="auto">{ line }</li> }) }
        </ul>
    }
}
