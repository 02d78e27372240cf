//! What the start page does, step by step, with what it asks and says on the way.

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::ids::ProjectId;
use web_sys::File;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::dialogs::{CreateDialog, DeleteDialog, TitleDialog};
use super::import::{ConflictDialog, FailedDialog, FoundDialog, ImportedDialog};
use super::list;
use super::sample::{self, SampleDialog};
use crate::i18n::{recovery, tr, unmarked};
use crate::prefs;
use crate::route::Route;
use crate::screens::kept;
use crate::session::{ImportError, Imported, Incoming, Info, Session, Take};
use crate::tour;
use crate::widgets::{Toast, show_toast, toast};

/// What can be done with a project of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Action {
    Rename,
    Duplicate,
    Export,
    Delete,
    /// Only of the sample study.
    Afresh,
}

/// What is asked or said over the page.
#[derive(Clone, PartialEq)]
pub(super) enum Asking {
    Nothing,
    Create,
    Rename(Info),
    Duplicate(Info),
    Delete(Info),
    Conflict(Incoming, Info),
    /// The sample study is here already.
    Sample(Incoming, Info),
    Imported(Imported),
    Failed {
        title: AttrValue,
        text: AttrValue,
        note: Option<AttrValue>,
    },
    Found {
        title: AttrValue,
        notes: Vec<AttrValue>,
    },
}

/// What the page does, step by step, with what it asks and says on the way.
#[derive(Clone)]
pub(super) struct Flow {
    pub session: Session,
    pub asking: UseStateSetter<Asking>,
    pub working: UseStateSetter<Option<AttrValue>>,
    /// Whether the sample study is on its way already.
    pub fetching: Rc<RefCell<bool>>,
}

impl Flow {
    pub fn refresh(&self) -> Callback<MouseEvent> {
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
                Ok(()) => {
                    kept::forget(info.id);
                    toast(tr!("deleted", title = &info.title), None);
                }
                Err(why) => flow.failed(tr!("delete-failed", title = &info.title), why),
            }
        });
    }

    pub fn export(&self, info: Info) {
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

    /// What was chosen of a project's menu.
    pub fn act(&self, action: Action, info: Info) {
        match action {
            Action::Rename => self.asking.set(Asking::Rename(info)),
            Action::Duplicate => self.asking.set(Asking::Duplicate(info)),
            Action::Delete => self.asking.set(Asking::Delete(info)),
            Action::Export => self.export(info),
            Action::Afresh => self.sample(),
        }
    }

    /// Opens the sample study. One that is here does for the tour; otherwise it is asked what is to become of it.
    pub fn sample(&self) {
        if self.fetching.replace(true) {
            return;
        }
        let flow = self.clone();
        flow.working.set(Some(tr!("sample-working")));
        spawn_local(async move {
            let read = match sample::fetch().await {
                Some(file) => flow.session.read_file(file).await.map_err(|ImportError(why)| why),
                None => Err(tr!("sample-failed-text")),
            };
            flow.working.set(None);
            flow.fetching.replace(false);
            match read {
                Err(why) => flow.failed(tr!("sample-failed"), why),
                Ok((incoming, None)) => flow.take(incoming, Take::New),
                Ok((_, Some(here))) if tour::is_wanted() => open_sample(here.id),
                Ok((incoming, Some(here))) => flow.asking.set(Asking::Sample(incoming, here)),
            }
        });
    }

    pub fn read(&self, file: File) {
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
            if let (Ok(imported), Take::Replace) = (&done, take) {
                kept::forget(imported.id);
            }
            match done {
                // One who asks for the sample study wants to see it.
                Ok(imported) if imported.issues.is_empty() && imported.id == sample::id() => {
                    open_sample(imported.id);
                    if take == Take::Replace {
                        toast(tr!("sample-afresh-done"), None);
                    }
                }
                Ok(imported) if imported.issues.is_empty() => {
                    let to = list::address(imported.id);
                    let open = (tr!("open"), Callback::from(move |()| to.go()));
                    let text = tr!("project-file-done", title = &imported.title);
                    let here = Callback::from(|()| Route::current() == Route::Start);
                    show_toast(Toast { text, action: Some(open), instead: false, holds: Some(here) });
                }
                Ok(imported) => flow.asking.set(Asking::Imported(imported)),
                Err(why) => flow.failed(tr!("project-file-failed", name = &incoming.file_name), why),
            }
        });
    }

    /// What is asked or said, as dialogs.
    pub fn ask(&self, asking: &Asking) -> Html {
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
            Asking::Sample(incoming, here) => {
                let close = on_close.clone();
                let id = here.id;
                let on_open = Callback::from(move |()| {
                    close.emit(());
                    open_sample(id);
                });
                let on_afresh = Callback::from(move |()| flow.take(incoming.clone(), Take::Replace));
                html! { <SampleDialog key="sample" {here} {on_open} {on_afresh} {on_close} /> }
            }
            Asking::Imported(imported) => html! { <ImportedDialog key="imported" {imported} {on_close} /> },
            Asking::Found { title, notes } => html! { <FoundDialog key="found" {title} {notes} {on_close} /> },
            Asking::Failed { title, text, note } => html! {
                <FailedDialog key="failed" {title} {text} {note} {on_close} />
            },
        }
    }
}

fn open_sample(id: ProjectId) {
    tour::sample_opened(id);
    list::address(id).go();
}
