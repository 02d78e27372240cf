//! The projects in this browser: making, opening, renaming, copying, deleting, and files in and out.

mod dialogs;
mod import;
mod list;
mod welcome;

use std::rc::Rc;

use emic_storage::Listed;
use gloo::events::EventListener;
use web_sys::{File, HtmlElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::actions::{Action as Command, Way, use_owner};
use crate::i18n::{recovery, tr, unmarked};
use crate::platform::{self, Version};
use crate::prefs;
use crate::screens::about::{AboutLinks, HelpMenu};
use crate::screens::shell::appearance::{LanguageSwitch, ThemeMenu};
use crate::session::{
    ImportError, Imported, Incoming, Info, Listing, Session, StorageBanner, StorageNote, Take, Working, use_session,
    use_session_state,
};
use crate::tour;
use crate::widgets::{Button, ButtonVariant, IconName, toast};
use crate::worker::Readers;
pub use dialogs::TitleDialog;
use dialogs::{CreateDialog, DeleteDialog};
use import::{ConflictDialog, FailedDialog, FilePicker, FoundDialog, ImportedDialog, use_drop};
use list::ProjectList;
pub use list::exported_words;
use welcome::Welcome;

/// The file name of the sample study, by which it is told from other files.
const SAMPLE_FILE: &str = "sample-study.json";

/// What can be done with a project of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Action {
    Rename,
    Duplicate,
    Export,
    Delete,
}

/// What is asked or said over the page.
#[derive(Clone, PartialEq)]
enum Asking {
    Nothing,
    Create,
    Rename(Info),
    Duplicate(Info),
    Delete(Info),
    Conflict(Incoming, Info),
    Imported(Imported),
    Failed { title: AttrValue, text: AttrValue, note: Option<AttrValue> },
    Found { title: AttrValue, notes: Vec<AttrValue> },
}

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
    let flow = Flow { session, asking: asking.setter(), working: working.setter() };
    {
        let flow = flow.clone();
        use_effect_with((), move |()| {
            if tour::is_wanted() {
                flow.sample();
            }
        });
    }
    {
        let flow = flow.clone();
        use_owner(move |action, way| {
            if action != Command::Tour {
                return None;
            }
            if way == Way::Do {
                tour::want(true);
                flow.sample();
            }
            Some(Ok(()))
        });
    }
    let on_file = {
        let flow = flow.clone();
        use_callback((), move |file: File, ()| flow.read(file))
    };
    let on_drop = use_callback(on_file.clone(), |(file, n): (File, u32), on_file| {
        if n > 1 {
            toast(tr!("start-drop-many", name = file.name()), None);
        }
        on_file.emit(file);
    });
    let dragged = use_drop(on_drop);
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
        use_callback((), move |(action, info): (Action, Info), ()| match action {
            Action::Rename => flow.asking.set(Asking::Rename(info)),
            Action::Duplicate => flow.asking.set(Asking::Duplicate(info)),
            Action::Delete => flow.asking.set(Asking::Delete(info)),
            Action::Export => flow.export(info),
        })
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

/// What the page does, step by step, with what it asks and says on the way.
#[derive(Clone)]
struct Flow {
    session: Session,
    asking: UseStateSetter<Asking>,
    working: UseStateSetter<Option<AttrValue>>,
}

impl Flow {
    fn refresh(&self) -> Callback<MouseEvent> {
        let session = self.session.clone();
        Callback::from(move |_| {
            let session = session.clone();
            spawn_local(async move { session.refresh().await });
        })
    }

    fn failed(&self, title: AttrValue, text: AttrValue) {
        self.asking.set(Asking::Failed { title, text, note: None });
    }

    /// Tells that something was done, and what was found wrong on the way.
    fn done(&self, title: AttrValue, notes: Vec<AttrValue>) {
        if notes.is_empty() {
            toast(title, None);
        } else {
            self.asking.set(Asking::Found { title, notes });
        }
    }

    fn create(&self, title: String, coder: String) {
        let flow = self.clone();
        prefs::update(|prefs| prefs.coder_name = coder.clone());
        spawn_local(async move {
            match flow.session.create(&title, &coder).await {
                Ok(id) => {
                    flow.asking.set(Asking::Nothing);
                    toast(tr!("created", title = title), None);
                    list::address(id).go();
                }
                Err(why) => flow.failed(tr!("create-failed"), why),
            }
        });
    }

    fn rename(&self, info: Info, title: String) {
        let flow = self.clone();
        flow.asking.set(Asking::Nothing);
        spawn_local(async move {
            match flow.session.rename(info.id, &title).await {
                Ok(found) => flow.done(tr!("renamed", title = title), recovery(&found)),
                Err(why) => flow.failed(tr!("rename-failed", title = &info.title), why),
            }
        });
    }

    fn duplicate(&self, info: Info, title: String) {
        let flow = self.clone();
        flow.asking.set(Asking::Nothing);
        flow.working.set(Some(tr!("project-file-saving", title = &title)));
        spawn_local(async move {
            let done = flow.session.duplicate(info.id, &title).await;
            flow.working.set(None);
            match done {
                Ok(found) => flow.done(tr!("duplicated", title = title), recovery(&found)),
                Err(why) => flow.failed(tr!("duplicate-failed", title = &info.title), why),
            }
        });
    }

    fn delete(&self, info: Info) {
        let flow = self.clone();
        flow.asking.set(Asking::Nothing);
        spawn_local(async move {
            match flow.session.delete(info.id).await {
                Ok(()) => toast(tr!("deleted", title = &info.title), None),
                Err(why) => flow.failed(tr!("delete-failed", title = &info.title), why),
            }
        });
    }

    fn export(&self, info: Info) {
        let flow = self.clone();
        flow.working.set(Some(tr!("export-working", title = &info.title)));
        spawn_local(async move {
            let done = flow.session.export(info.id).await;
            flow.working.set(None);
            match done {
                Ok(exported) => flow.done(tr!("exported-as", name = exported.name), exported.notes),
                Err(why) => flow.failed(tr!("export-failed", title = &info.title), why),
            }
        });
    }

    /// Opens the sample study: like its project file, had it been chosen. A copy that is here is asked about.
    fn sample(&self) {
        let flow = self.clone();
        flow.working.set(Some(tr!("sample-working")));
        spawn_local(async move {
            let bytes = Readers::default().sample_study().await;
            flow.working.set(None);
            let file = bytes.map(|bytes| File::new_with_u8_array_sequence(&js_sys::Array::of1(&bytes), SAMPLE_FILE));
            match file {
                Ok(Ok(file)) => flow.read(file),
                Ok(Err(_)) | Err(_) => flow.failed(tr!("sample-failed"), tr!("sample-failed-text")),
            }
        });
    }

    fn read(&self, file: File) {
        let flow = self.clone();
        let name = file.name();
        flow.working.set(Some(tr!("project-file-working", name = &name)));
        spawn_local(async move {
            let read = flow.session.read_file(file).await;
            flow.working.set(None);
            match read {
                Err(ImportError(why)) => flow.asking.set(Asking::Failed {
                    title: tr!("project-file-failed", name = name),
                    text: why,
                    note: Some(tr!("read-nothing-changed")),
                }),
                Ok((incoming, None)) => flow.take(incoming, Take::New),
                // For the tour the one that is here does.
                Ok((incoming, Some(here))) if incoming.file_name == SAMPLE_FILE && tour::is_wanted() => {
                    tour::sample_opened(here.id);
                    list::address(here.id).go();
                }
                Ok((incoming, Some(here))) => flow.asking.set(Asking::Conflict(incoming, here)),
            }
        });
    }

    fn take(&self, incoming: Incoming, take: Take) {
        let flow = self.clone();
        let title = incoming.loaded.project.meta.title.clone();
        flow.asking.set(Asking::Nothing);
        flow.working.set(Some(tr!("project-file-saving", title = &title)));
        spawn_local(async move {
            let done = flow.session.take(&incoming, take).await;
            flow.working.set(None);
            match done {
                // One who asks for the sample study wants to see it.
                Ok(imported) if imported.issues.is_empty() && incoming.file_name == SAMPLE_FILE => {
                    tour::sample_opened(imported.id);
                    list::address(imported.id).go();
                }
                Ok(imported) if imported.issues.is_empty() => {
                    let to = list::address(imported.id);
                    let open = (tr!("open"), Callback::from(move |()| to.go()));
                    toast(tr!("project-file-done", title = &imported.title), Some(open));
                }
                Ok(imported) => flow.asking.set(Asking::Imported(imported)),
                Err(why) => flow.failed(tr!("project-file-failed", name = &incoming.file_name), why),
            }
        });
    }

    /// What is asked or said, as dialogs.
    fn ask(&self, asking: &Asking) -> Html {
        let on_close = {
            let asking = self.asking.clone();
            Callback::from(move |()| asking.set(Asking::Nothing))
        };
        let flow = self.clone();
        match asking.clone() {
            Asking::Nothing => html! { <span key="nothing" hidden=true /> },
            Asking::Create => html! {
                <CreateDialog
                    key="create"
                    on_create={Callback::from(move |(title, coder)| flow.create(title, coder))}
                    {on_close}
                />
            },
            Asking::Rename(info) => html! {
                <TitleDialog
                    key="rename"
                    heading={tr!("rename-project")}
                    title={info.title.clone()}
                    confirm={tr!("rename")}
                    on_title={Callback::from(move |title| flow.rename(info.clone(), title))}
                    {on_close}
                />
            },
            Asking::Duplicate(info) => html! {
                <TitleDialog
                    key="duplicate"
                    heading={tr!("duplicate-project")}
                    title={unmarked(tr!("duplicate-name", title = &info.title))}
                    hint={tr!("duplicate-hint")}
                    confirm={tr!("duplicate")}
                    on_title={Callback::from(move |title| flow.duplicate(info.clone(), title))}
                    {on_close}
                />
            },
            Asking::Delete(info) => {
                let (for_export, exporting) = (info.clone(), flow.clone());
                html! {
                    <DeleteDialog
                        key="delete"
                        info={info.clone()}
                        on_delete={Callback::from(move |()| flow.delete(info.clone()))}
                        on_export={Callback::from(move |()| {
                            exporting.asking.set(Asking::Nothing);
                            exporting.export(for_export.clone());
                        })}
                        {on_close}
                    />
                }
            }
            Asking::Conflict(incoming, here) => {
                let taken = incoming.clone();
                let on_take = Callback::from(move |take| flow.take(taken.clone(), take));
                html! { <ConflictDialog key="conflict" {incoming} {here} {on_take} {on_close} /> }
            }
            Asking::Imported(imported) => html! { <ImportedDialog key="imported" {imported} {on_close} /> },
            Asking::Found { title, notes } => html! { <FoundDialog key="found" {title} {notes} {on_close} /> },
            Asking::Failed { title, text, note } => html! {
                <FailedDialog key="failed" {title} {text} {note} {on_close} />
            },
        }
    }
}
