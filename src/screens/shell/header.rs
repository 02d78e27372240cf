//! The line at the top: which project, undo and redo, whether it is saved, who is coding, and how the app looks and
//! speaks.

mod coder;
mod save;
mod undo;
mod words;

use emic_core::edit::Edit;
use emic_core::ids::ProjectId;
use yew::prelude::*;

use super::appearance::{AppearanceMenu, LanguageSwitch};
use crate::actions::{Action, Way, use_owner};
use crate::i18n::{refused, tr};
use crate::route::Route;
use crate::screens::about::HelpMenu;
use crate::screens::commands::PaletteButton;
use crate::screens::start::TitleDialog;
use crate::store::{Access, use_selector, use_store};
use crate::widgets::{IconButton, IconName, toast};
use coder::CoderMenu;
use save::SaveIndicator;
use undo::UndoRedo;

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
    html! {
        <header class="app__header">
            <span class="app__drawer-button">
                <IconButton
                    icon={IconName::Navigation}
                    label={tr!("open-navigation")}
                    onclick={props.on_nav.reform(|_| ())}
                />
            </span>
            <a class="brand" href={Route::Start.hash()} data-tip={tr!("nav-start")}>
                { "Emic" }<span class="visually-hidden">{ ": " }{ tr!("nav-start") }</span>
            </a>
            <ProjectTitle />
            <PaletteButton />
            <HelpMenu />
            <div class="app__state">
                <UndoRedo />
                <SaveIndicator />
                <CoderMenu />
                <AppearanceMenu />
                <LanguageSwitch />
            </div>
            if let Some(on_aside) = &props.on_aside {
                <span class="app__drawer-button">
                    <IconButton
                        icon={IconName::AsidePane}
                        label={tr!("open-details")}
                        onclick={on_aside.reform(|_| ())}
                    />
                </span>
            }
        </header>
    }
}

/// The project's title, which is renamed by pressing it, and what it holds.
#[component]
fn ProjectTitle() -> Html {
    let store = use_store();
    let facts = use_selector(|snapshot| {
        let (documents, _, quotations) = snapshot.counts();
        (snapshot.project.meta.title.clone(), documents, quotations, snapshot.access == Access::Write)
    });
    let (title, documents, quotations, writable) = facts.unwrap_or_default();
    let renaming = use_state_eq(|| false);
    use_effect_with(title.clone(), |title| {
        if !title.is_empty() {
            gloo::utils::document().set_title(&format!("{title} · Emic"));
        }
    });
    let on_title = {
        let renaming = renaming.setter();
        let old = title.clone();
        Callback::from(move |title: String| {
            renaming.set(false);
            if title != old
                && let Err(why) = store.act(vec![Edit::RenameProject { title }])
            {
                toast(refused(&why), None);
            }
        })
    };
    let set = |to: bool| {
        let renaming = renaming.setter();
        move || renaming.set(to)
    };
    let (open, close) = (set(true), set(false));
    {
        let open = set(true);
        use_owner(move |action, way| {
            if action != Action::Rename {
                return None;
            }
            if !writable {
                return Some(Err(tr!("error-read-only")));
            }
            if way == Way::Do {
                open();
            }
            Some(Ok(()))
        });
    }
    html! {
        <div class="app__project">
            <h1 class="header__heading"><button
                id="project-title"
                class="header__title"
                type="button"
                disabled={!writable}
                aria-label={tr!("header-rename", title = &title)}
                data-tip={tr!("rename-project")}
                onclick={Callback::from(move |_: MouseEvent| open())}
            >
                <b dir="auto">{ title.clone() }</b>
            </button></h1>
            <span>
                { tr!("documents-count", n = documents) }{ " · " }{ tr!("quotations-count", n = quotations) }
            </span>
            if *renaming {
                <TitleDialog
                    heading={tr!("rename-project")}
                    {title}
                    confirm={tr!("rename")}
                    {on_title}
                    on_close={Callback::from(move |()| close())}
                />
            }
        </div>
    }
}
