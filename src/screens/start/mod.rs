//! The projects in this browser: making, opening, renaming, copying, deleting, and files in and out.

mod dialogs;
mod flow;
mod import;
mod list;
mod sample;
mod welcome;

use std::rc::Rc;

use emic_storage::Listed;
use gloo::events::EventListener;
use web_sys::{File, HtmlElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::actions::{Action as Command, Way, use_owner};
use crate::i18n::tr;
use crate::platform::{self, Version};
use crate::screens::about::{AboutLinks, HelpMenu};
use crate::screens::import::drop::use_file_drop;
use crate::screens::shell::appearance::{LanguageSwitch, ThemeMenu};
use crate::session::{Info, Listing, Session, StorageBanner, StorageNote, Working, use_session, use_session_state};
use crate::tour;
use crate::widgets::{Button, ButtonVariant, IconName, toast};
pub use dialogs::TitleDialog;
use flow::{Action, Asking, Flow};
use import::FilePicker;
use list::ProjectList;
pub use list::exported_words;
pub use sample::ask_for_sample;
use welcome::Welcome;

/// The projects in this browser.
#[component]
pub fn StartScreen() -> Html {
    let session = use_session();
    let listing = use_session_state(Session::listing);
    let asking = use_state(|| Asking::Nothing);
    let working = use_state(|| None::<AttrValue>);
    let picker = use_node_ref();
    {
        let session = session.clone();
        use_effect_with((), move |()| {
            gloo::utils::document().set_title("Emic");
            session.leave();
            let refresh = move || {
                let session = session.clone();
                spawn_local(async move { session.refresh().await });
            };
            refresh();
            // Another tab may have changed something meanwhile.
            let back = EventListener::new(&gloo::utils::window(), "focus", move |_| refresh());
            move || drop(back)
        });
    }
    let fetching = use_mut_ref(|| false);
    let flow = Flow { session, asking: asking.setter(), working: working.setter(), fetching };
    {
        let flow = flow.clone();
        use_effect_with((), move |()| {
            if tour::is_wanted() || sample::was_asked_for() {
                flow.sample();
            }
        });
    }
    {
        let flow = flow.clone();
        use_owner(move |action, way| {
            if !matches!(action, Command::Tour | Command::Sample) {
                return None;
            }
            if way == Way::Do {
                tour::want(action == Command::Tour);
                flow.sample();
            }
            Some(Ok(()))
        });
    }
    let on_file = {
        let flow = flow.clone();
        use_callback((), move |file: File, ()| flow.read(file))
    };
    let on_drop = use_callback(on_file.clone(), |files: Vec<File>, on_file| {
        let many = files.len() > 1;
        let Some(file) = files.into_iter().next() else { return };
        if many {
            toast(tr!("start-drop-many", name = file.name()), None);
        }
        on_file.emit(file);
    });
    let dragged = use_file_drop(None, true, on_drop);
    let on_create = {
        let asking = asking.setter();
        use_callback((), move |(), ()| asking.set(Asking::Create))
    };
    let on_import = {
        let picker = picker.clone();
        use_callback((), move |(), ()| {
            if let Some(input) = picker.cast::<HtmlElement>() {
                input.click();
            }
        })
    };
    let on_sample = {
        let flow = flow.clone();
        use_callback((), move |(), ()| {
            tour::want(false);
            flow.sample();
        })
    };
    let on_action = {
        let flow = flow.clone();
        use_callback((), move |(action, info): (Action, Info), ()| flow.act(action, info))
    };
    let content = match &listing {
        Listing::Loading => html! { <p key="loading" class="start__loading soft" role="status">{ tr!("loading") }</p> },
        Listing::Ready(projects) if projects.is_empty() => html! {
            <Welcome key="welcome" {on_create} {on_import} {on_sample} />
        },
        Listing::Ready(projects) => html! {
            <Projects key="projects" projects={projects.clone()} {on_create} {on_import} {on_sample} {on_action} />
        },
        Listing::Failed(why) => html! {
            <section key="failed" class="start__failed">
                <h1>{ tr!("start-title") }</h1>
                <p>{ why.clone() }</p>
                <Button label={tr!("retry")} onclick={flow.refresh()} />
                <Button label={tr!("banner-reload")} onclick={Callback::from(|_: MouseEvent| platform::reload(Version::Newest))} />
            </section>
        },
    };
    html! {
        <div class={classes!("start", dragged.then_some("start--dragged"))}>
            <a class="skip-link" href="#content" onclick={to_content()}>{ tr!("skip-to-content") }</a>
            <header class="start__header">
                <span class="brand">{ "Emic" }</span>
                <span class="start__tagline">{ tr!("app-tagline") }</span>
                <span class="push row">
                    <HelpMenu />
                    <LanguageSwitch />
                    <ThemeMenu />
                </span>
            </header>
            <main id="content" class="start__main" tabindex="-1">
                <StorageBanner />
                { content }
            </main>
            <footer class="start__footer"><StorageNote /><AboutLinks /></footer>
            <FilePicker input={picker} {on_file} />
            <div class="start__drop" aria-hidden="true"><span>{ tr!("start-drop") }</span></div>
            <Working what={(*working).clone()} />
            { flow.ask(&asking) }
        </div>
    }
}

/// The skip link moves the focus itself: its address would be taken for a place in the app.
fn to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        if let Some(main) = gloo::utils::document().get_element_by_id("content") {
            crate::widgets::dom::focus(&main);
        }
    })
}

#[derive(Properties, PartialEq)]
struct ProjectsProps {
    projects: Rc<[Listed]>,
    on_create: Callback<()>,
    on_import: Callback<()>,
    /// The sample study is to be opened.
    on_sample: Callback<()>,
    on_action: Callback<(Action, Info)>,
}

#[component]
fn Projects(props: &ProjectsProps) -> Html {
    html! {
        <section class="start__projects">
            <header class="start__head">
                <div>
                    <h1>{ tr!("start-title") }</h1>
                    <p class="soft small">
                        { tr!("projects-count", n = props.projects.len()) }{ " · " }{ tr!("start-sorted") }
                    </p>
                </div>
                <span class="start__head-actions">
                    <Button
                        id="start-import"
                        label={tr!("start-import")}
                        icon={IconName::Upload}
                        onclick={props.on_import.reform(|_| ())}
                    />
                    <Button
                        id="start-new"
                        label={tr!("start-new")}
                        icon={IconName::Plus}
                        variant={ButtonVariant::Primary}
                        onclick={props.on_create.reform(|_| ())}
                    />
                </span>
            </header>
            <ProjectList projects={props.projects.clone()} on_action={props.on_action.clone()} />
            <p class="start__sample soft small">
                <span>{ tr!("sample-offer") }</span>
                <Button label={tr!("sample-open")} small=true onclick={props.on_sample.reform(|_| ())} />
            </p>
        </section>
    }
}
