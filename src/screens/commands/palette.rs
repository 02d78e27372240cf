//! The palette: type what is to be done, or where to go.

use std::rc::Rc;

use emic_core::ids::ProjectId;
use yew::prelude::*;

use super::entries::{Entry, Leads, entries, remember};
use crate::actions::owners::put;
use crate::actions::{Action, Way};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::store::{use_project, use_selector};
use crate::widgets::{Button, Dialog, DialogSize, Finder, FinderRow, announce, toast};

#[derive(Properties, PartialEq)]
pub(super) struct PaletteProps {
    pub open: bool,
    /// What was chosen, to be done once the palette is gone.
    pub on_run: Callback<Callback<()>>,
    pub on_close: Callback<()>,
}

/// The palette in its dialog.
#[component]
pub(super) fn Palette(props: &PaletteProps) -> Html {
    html! {
        <Dialog open={props.open} title={Action::Palette.name()} size={DialogSize::Medium} on_close={props.on_close.clone()}>
            if props.open {
                <Choice on_run={props.on_run.clone()} />
            }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    on_run: Callback<Callback<()>>,
}

/// The field and the list that answers it.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let typed = use_state_eq(String::new);
    let project = use_project();
    let opened = use_selector(|snapshot| snapshot.project.id).filter(|_| Route::current() != Route::Start);
    let found = use_memo(((*typed).clone(), opened), |(typed, opened)| {
        let found = entries(typed, project.as_deref().filter(|_| opened.is_some()));
        let rows = found.iter().map(row).collect();
        (found, rows)
    });
    let on_choose = {
        let (found, on_run) = (found.clone(), props.on_run.clone());
        Callback::from(move |at: usize| {
            let Some(entry) = found.0.get(at) else { return };
            match &entry.why {
                Some(why) => announce(why),
                None => on_run.emit(run(entry.leads, opened)),
            }
        })
    };
    let count = if typed.is_empty() { AttrValue::default() } else { tr!("palette-count", n = found.0.len()) };
    html! {
        <Finder
            label={tr!("palette-field")}
            list={tr!("palette-list")}
            rows={Rc::<[FinderRow]>::clone(&found.1)}
            none={tr!("palette-none")}
            {count}
            on_input={Callback::from(move |words: String| typed.set(words))}
            {on_choose}
        >
            if opened.is_some() {
                <Button
                    label={Action::GoSearch.name()}
                    small=true
                    onclick={props.on_run.reform(move |_: MouseEvent| run(Leads::Action(Action::GoSearch), opened))}
                />
            }
        </Finder>
    }
}

fn row(entry: &Entry) -> FinderRow {
    let note = match entry.leads {
        Leads::Action(_) => entry.why.clone().or_else(|| entry.recent.then(|| tr!("palette-recent"))),
        Leads::Document(_) => Some(tr!("palette-document")),
        Leads::Code(_) => Some(tr!("palette-code")),
    };
    let key = match entry.leads {
        Leads::Action(action) => AttrValue::from(action.id()),
        Leads::Document(id) => id.to_string().into(),
        Leads::Code(id) => id.to_string().into(),
    };
    let disabled = entry.why.is_some();
    FinderRow { key, name: entry.name.clone(), note, keys: entry.keys.clone(), disabled }
}

/// What is to be done for a row.
fn run(leads: Leads, project: Option<ProjectId>) -> Callback<()> {
    Callback::from(move |()| match (leads, project) {
        (Leads::Action(action), _) => {
            remember(action);
            if let Some(Err(why)) = put(action, Way::Do) {
                toast(why, None);
            }
        }
        (Leads::Document(id), Some(project)) => Route::Project(project, Place::Read(Some(id), None)).go(),
        (Leads::Code(id), Some(project)) => Route::Project(project, Place::Retrieve(Some(id))).go(),
        (_, None) => {}
    })
}
