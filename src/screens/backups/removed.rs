//! What was removed and is still stored, and what removes it for good.

use emic_storage::StillStored;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::tr;
use crate::session::{export_open, use_session};
use crate::store::{use_selector, use_writable};
use crate::widgets::{Button, ButtonVariant, Dialog, IconName, toast};

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
        let (session, close, working) = (session.clone(), close.clone(), working.setter());
        let on_change = props.on_change.clone();
        Callback::from(move |()| {
            close.emit(());
            working.set(true);
            let (session, working, on_change) = (session.clone(), working.clone(), on_change.clone());
            spawn_local(async move {
                match session.purge().await {
                    Ok(points) => toast(tr!("purge-done", n = points), None),
                    Err(why) => toast(why, None),
                }
                working.set(false);
                on_change.emit(());
            });
        })
    };
    let export = Callback::from(move |_: MouseEvent| export_open(&session));
    let (empty, list, points) = match &*still {
        None => (true, html! { <p key="loading" class="soft">{ tr!("loading") }</p> }, 0),
        Some(Err(why)) => (true, html! { <p key="failed">{ why.clone() }</p> }, 0),
        Some(Ok(still)) if still.removed.is_empty() && still.points.is_empty() => {
            (true, html! { <p key="none" class="backups__fact">{ tr!("removed-none") }</p> }, 0)
        }
        Some(Ok(still)) => (false, html! { <Held key="list" still={still.clone()} /> }, still.points.len()),
    };
    let actions = html! {
        <>
            <Button label={tr!("purge-export-first")} icon={IconName::Download} onclick={export} />
            <Button label={tr!("cancel")} onclick={close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("purge-do")} variant={ButtonVariant::Danger} submit=true />
        </>
    };
    html! {
        <section class="backups__part" aria-labelledby="backups-removed">
            <h2 id="backups-removed">{ tr!("removed") }</h2>
            <p class="soft">{ tr!("removed-text") }</p>
            { list }
            <p>
                <Button
                    label={tr!("purge-ask")}
                    icon={IconName::Trash}
                    variant={ButtonVariant::Danger}
                    disabled={!writable || empty || *working}
                    onclick={open.reform(|_: MouseEvent| ())}
                />
            </p>
            if *asking {
                <Dialog
                    open=true
                    alert=true
                    title={tr!("purge-title")}
                    on_close={close}
                    on_submit={purge}
                    {actions}
                >
                    <p>{ tr!("purge-loses") }</p>
                    <ul class="backups__held">
                        <li>{ tr!("purge-loses-undo") }</li>
                        <li>{ tr!("purge-loses-points", n = points) }</li>
                        <li>{ tr!("purge-loses-names") }</li>
                    </ul>
                    <p>{ tr!("purge-beyond") }</p>
                </Dialog>
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
