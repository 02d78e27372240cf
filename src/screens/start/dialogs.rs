//! What the start page asks: titles, who is coding, and whether to delete.

use yew::prelude::*;

use super::list::is_exported;
use crate::i18n::{format_date_time, tr};
use crate::prefs;
use crate::session::{Info, Session, use_session_state};
use crate::widgets::{Button, ButtonVariant, Dialog, IconName, TextField};

/// The most UTF-16 units of a title or name.
const LONGEST: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct CreateDialogProps {
    /// The title, and who is coding.
    pub on_create: Callback<(String, String)>,
    /// Don't.
    pub on_close: Callback<()>,
}

/// A new project: its title, and who is coding.
#[component]
pub(super) fn CreateDialog(props: &CreateDialogProps) -> Html {
    let title = use_mut_ref(String::new);
    let coder = use_mut_ref(|| prefs::current().coder_name.clone());
    let first_coder = use_state(|| AttrValue::from(prefs::current().coder_name.clone()));
    let wrong = use_state_eq(|| (false, false));
    // Pressed twice, it is made once.
    let sent = use_mut_ref(|| false);
    let on_submit = {
        let (title, coder, wrong, on_create) = (title.clone(), coder.clone(), wrong.clone(), props.on_create.clone());
        Callback::from(move |()| {
            let (title, coder) = (title.borrow().trim().to_owned(), coder.borrow().trim().to_owned());
            wrong.set((title.is_empty(), coder.is_empty()));
            if !title.is_empty() && !coder.is_empty() && !sent.replace(true) {
                on_create.emit((title, coder));
            }
        })
    };
    let write = |into: &std::rc::Rc<std::cell::RefCell<String>>| {
        let into = into.clone();
        Callback::from(move |text: String| *into.borrow_mut() = text)
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={tr!("create-do")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("create-title")}
            on_close={props.on_close.clone()}
            {on_submit}
            {actions}
            closes_outside=false
        >
            <TextField
                label={tr!("create-name")}
                value=""
                hint={tr!("create-name-hint")}
                placeholder={tr!("create-name-example")}
                error={wrong.0.then(|| tr!("error-empty-title"))}
                max_length={LONGEST}
                autofocus=true
                on_input={write(&title)}
            />
            <TextField
                label={tr!("create-coder")}
                value={(*first_coder).clone()}
                hint={tr!("create-coder-hint")}
                error={wrong.1.then(|| tr!("create-coder-missing"))}
                max_length={LONGEST}
                on_input={write(&coder)}
            />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub struct TitleDialogProps {
    /// What the dialog is for.
    pub heading: AttrValue,
    /// The title to begin with.
    pub title: AttrValue,
    /// What it means.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The word for doing it.
    pub confirm: AttrValue,
    /// Do it, with this title.
    pub on_title: Callback<String>,
    /// Don't.
    pub on_close: Callback<()>,
}

/// A title of a project.
#[component]
pub fn TitleDialog(props: &TitleDialogProps) -> Html {
    let title = use_mut_ref(|| props.title.to_string());
    let empty = use_state_eq(|| false);
    let on_submit = {
        let (title, empty, on_title) = (title.clone(), empty.clone(), props.on_title.clone());
        Callback::from(move |()| {
            let title = title.borrow().trim().to_owned();
            empty.set(title.is_empty());
            if !title.is_empty() {
                on_title.emit(title);
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={props.confirm.clone()} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={props.heading.clone()}
            on_close={props.on_close.clone()}
            {on_submit}
            {actions}
            closes_outside=false
        >
            <TextField
                label={tr!("create-name")}
                value={props.title.clone()}
                hint={props.hint.clone()}
                error={empty.then(|| tr!("error-empty-title"))}
                max_length={LONGEST}
                autofocus=true
                select_all=true
                on_input={Callback::from(move |text: String| *title.borrow_mut() = text)}
            />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DeleteDialogProps {
    /// What would be deleted.
    pub info: Info,
    /// Do it.
    pub on_delete: Callback<()>,
    /// Export it, and come back.
    pub on_export: Callback<()>,
    /// Don't.
    pub on_close: Callback<()>,
}

/// Whether to delete a project: says what is lost, and whether a file holds it.
#[component]
pub(super) fn DeleteDialog(props: &DeleteDialogProps) -> Html {
    let info = &props.info;
    let last = use_session_state(Session::listing).only(info.id) && !prefs::current().coder_name.is_empty();
    let empty = info.documents == 0 && info.quotations == 0;
    let loses = if empty {
        tr!("delete-loses-empty")
    } else {
        tr!(
            "delete-loses",
            documents = tr!("documents-count", n = info.documents),
            quotations = tr!("quotations-count", n = info.quotations),
        )
    };
    let copy = match info.exported {
        None => tr!("delete-never-exported"),
        Some(at) if is_exported(info) => tr!("delete-current", date = format_date_time(at.0 as f64)),
        Some(at) => tr!("delete-stale", date = format_date_time(at.0 as f64)),
    };
    let actions = html! {
        <>
            if !empty {
                <Button
                    label={tr!("delete-export-first")}
                    icon={IconName::Download}
                    onclick={props.on_export.reform(|_| ())}
                    class="dialog__first"
                />
            }
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={tr!("delete-do")} variant={ButtonVariant::Danger} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("delete-project", title = &info.title)}
            on_close={props.on_close.clone()}
            on_submit={props.on_delete.clone()}
            {actions}
            alert=true
        >
            <p>{ loses }</p>
            if last {
                <p>{ tr!("delete-last") }</p>
            }
            if !empty {
                <p class={classes!((!is_exported(info)).then_some("start__loss"))}>{ copy }</p>
            }
        </Dialog>
    }
}
