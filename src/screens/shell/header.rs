//! The line at the top: which project, undo and redo, whether it is saved, and how the app looks and speaks.

use emic_core::ids::ProjectId;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::Route;
use crate::store::{use_selector, use_store};
use crate::widgets::{IconButton, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct HeaderProps {
    pub project: ProjectId,
    /// Opens or closes the navigation where it is a drawer.
    pub on_nav: Callback<()>,
    /// Opens or closes what stands beside the screen, if anything does.
    pub on_aside: Option<Callback<()>>,
}

#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let store = use_store();
    let title = use_selector(|snapshot| snapshot.project.meta.title.clone()).unwrap_or_default();
    let can_undo = use_selector(|snapshot| snapshot.undoable.is_some()).unwrap_or_default();
    let can_redo = use_selector(|snapshot| snapshot.redoable.is_some()).unwrap_or_default();
    let undo = {
        let store = store.clone();
        Callback::from(move |_| {
            let _ = store.undo();
        })
    };
    let redo = Callback::from(move |_| {
        let _ = store.redo();
    });
    html! {
        <header class="app__header">
            <span class="app__drawer-button">
                <IconButton icon={IconName::Navigation} label={tr!("open-navigation")} onclick={props.on_nav.reform(|_| ())} />
            </span>
            <a class="brand" href={Route::Start.hash()} aria-label={tr!("nav-start")}>{ "Emic" }</a>
            <div class="app__project"><b dir="auto">{ title }</b></div>
            <div class="app__state">
                <IconButton icon={IconName::Undo} label={tr!("undo")} onclick={undo} disabled={!can_undo} />
                <IconButton icon={IconName::Redo} label={tr!("redo")} onclick={redo} disabled={!can_redo} />
            </div>
            if let Some(on_aside) = &props.on_aside {
                <span class="app__drawer-button">
                    <IconButton icon={IconName::Code} label={tr!("open-details")} onclick={on_aside.reform(|_| ())} />
                </span>
            }
        </header>
    }
}
