//! Who is coding: asked when this browser does not know, and when someone else takes over.

use emic_core::edit::Edit;
use emic_core::ids::CoderId;
use yew::prelude::*;

use super::{Session, use_session};
use crate::i18n::{refused, tr};
use crate::platform;
use crate::prefs;
use crate::store::{Refused, Store, use_selector, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, Select, SelectOption, TextField, announce};

/// The value of the choice that is no one yet.
const NEW: &str = "new";

/// What a [`CoderDialog`] does.
#[derive(Properties, PartialEq)]
pub struct CoderDialogProps {
    /// It was said, or, where that is allowed, not.
    pub on_close: Callback<()>,
    /// Where Escape leads when it must be said.
    #[prop_or_default]
    pub on_leave: Option<Callback<()>>,
}

/// Asks who is coding: one of those who do, or someone new.
#[component]
pub fn CoderDialog(props: &CoderDialogProps) -> Html {
    let (store, session) = (use_store(), use_session());
    let known = use_selector(|snapshot| {
        let coders = snapshot.project.coders.values();
        coders.map(|coder| (coder.id, coder.name.clone())).collect::<Vec<_>>()
    });
    let mut known = known.unwrap_or_default();
    emic_core::sorting::sort_by_key(&mut known, |(_, name)| name.to_lowercase());
    let chosen = use_state_eq(|| {
        let name = prefs::current().coder_name.trim().to_lowercase();
        let same = known.iter().find(|(_, known)| !name.is_empty() && known.to_lowercase() == name);
        same.map_or(NEW.to_owned(), |(id, _)| id.to_string())
    });
    let name = use_mut_ref(|| prefs::current().coder_name.clone());
    let first_name = use_state(|| AttrValue::from(prefs::current().coder_name.clone()));
    let wrong = use_state_eq(|| None::<AttrValue>);
    let on_submit = {
        let (chosen, name, wrong, on_close) = (chosen.clone(), name.clone(), wrong.clone(), props.on_close.clone());
        Callback::from(move |()| {
            let done = match chosen.parse::<CoderId>() {
                Ok(id) => {
                    session.set_coder(id);
                    Ok(())
                }
                Err(_) => join(&store, &session, &name.borrow()),
            };
            match done {
                Ok(()) => on_close.emit(()),
                Err(why) => wrong.set(Some(refused(&why))),
            }
        })
    };
    let options = known
        .iter()
        .map(|(id, name)| SelectOption::new(id.to_string(), name.clone()))
        .chain([SelectOption::new(NEW, tr!("coder-new"))])
        .collect::<Vec<_>>();
    let leave = props.on_leave.clone().unwrap_or_else(|| props.on_close.clone());
    let leave_words = if props.on_leave.is_some() { tr!("nav-start") } else { tr!("cancel") };
    let actions = html! {
        <>
            <Button label={leave_words} onclick={leave.reform(|_| ())} />
            <Button label={tr!("coder-start")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog open=true title={tr!("coder-title")} on_close={leave} {on_submit} {actions} closes_outside=false>
            <p>{ tr!("coder-text") }</p>
            if !known.is_empty() {
                <Select
                    label={tr!("coder-choose")}
                    value={(*chosen).clone()}
                    {options}
                    on_change={{ let chosen = chosen.clone(); Callback::from(move |value| chosen.set(value)) }}
                />
            }
            if *chosen == NEW {
                <TextField
                    label={tr!("coder-new-name")}
                    value={(*first_name).clone()}
                    error={(*wrong).clone()}
                    max_length={200}
                    on_input={Callback::from(move |text: String| *name.borrow_mut() = text)}
                />
            }
        </Dialog>
    }
}

/// Adds a coder, who codes from now on.
fn join(store: &Store, session: &Session, name: &str) -> Result<(), Refused> {
    let id = CoderId::from_random(platform::random());
    let before = store.snapshot().map(|snapshot| snapshot.coder);
    // The step is their own.
    store.set_coder(id);
    let added = store.act(vec![Edit::AddCoder { id, name: name.to_owned() }]);
    match added {
        Ok(_) => {
            let name = name.trim().to_owned();
            announce(&tr!("coder-now", name = &name));
            prefs::update(|prefs| prefs.coder_name = name);
            session.set_coder(id);
            Ok(())
        }
        Err(why) => {
            if let Some(before) = before {
                store.set_coder(before);
            }
            Err(why)
        }
    }
}

/// What a [`CoderNameDialog`] renames.
#[derive(Properties, PartialEq)]
pub struct CoderNameDialogProps {
    /// Who.
    pub coder: CoderId,
    /// Their name so far.
    pub name: AttrValue,
    /// It was changed, or not.
    pub on_close: Callback<()>,
}

/// Gives a coder another name.
#[component]
pub fn CoderNameDialog(props: &CoderNameDialogProps) -> Html {
    let store = use_store();
    let name = use_mut_ref(|| props.name.to_string());
    let wrong = use_state_eq(|| None::<AttrValue>);
    let on_submit = {
        let (name, wrong, on_close) = (name.clone(), wrong.clone(), props.on_close.clone());
        let (coder, old) = (props.coder, props.name.clone());
        Callback::from(move |()| {
            let name = name.borrow().clone();
            if name == old.as_str() {
                return on_close.emit(());
            }
            match store.act(vec![Edit::RenameCoder { id: coder, name: name.clone() }]) {
                Ok(_) => {
                    prefs::update(|prefs| prefs.coder_name = name);
                    on_close.emit(());
                }
                Err(why) => wrong.set(Some(refused(&why))),
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} />
            <Button label={tr!("rename")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("coder-rename-title")}
            on_close={props.on_close.clone()}
            {on_submit}
            {actions}
            closes_outside=false
        >
            <TextField
                label={tr!("coder-new-name")}
                value={props.name.clone()}
                error={(*wrong).clone()}
                max_length={200}
                autofocus=true
                select_all=true
                on_input={Callback::from(move |text: String| *name.borrow_mut() = text)}
            />
        </Dialog>
    }
}
