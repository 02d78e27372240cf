//! The palette: type what is to be done, or where to go.

use emic_core::ids::ProjectId;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::entries::{Entry, Leads, entries, remember};
use crate::actions::owners::put;
use crate::actions::{Action, Way};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::store::{use_project, use_selector};
use crate::widgets::{Button, Dialog, DialogSize, Kbd, announce, dom, toast};

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
    let id = dom::use_id("palette");
    let list = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let project = use_project();
    let opened = use_selector(|snapshot| snapshot.project.id).filter(|_| Route::current() != Route::Start);
    let found = use_memo(((*typed).clone(), opened), |(typed, opened)| {
        entries(typed, project.as_deref().filter(|_| opened.is_some()))
    });
    let last = found.len().saturating_sub(1);
    let here = (*active).min(last);
    {
        let list = list.clone();
        use_effect_with((here, (*typed).clone()), move |(here, _)| {
            let list = list.cast::<Element>();
            let row = list.and_then(|list| list.children().item(u32::try_from(*here).unwrap_or(0)));
            if let Some(row) = row {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let choose = {
        let (found, on_run) = (found.clone(), props.on_run.clone());
        Callback::from(move |at: usize| {
            let Some(entry) = found.get(at) else { return };
            match &entry.why {
                Some(why) => announce(why),
                None => on_run.emit(run(entry.leads, opened)),
            }
        })
    };
    let oninput = {
        let (typed, active) = (typed.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(input.value());
                active.set(0);
            }
        })
    };
    let onkeydown = {
        let (active, choose) = (active.setter(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let to = match event.key().as_str() {
                "ArrowDown" => {
                    if here >= last {
                        0
                    } else {
                        here + 1
                    }
                }
                "ArrowUp" => here.checked_sub(1).unwrap_or(last),
                "PageDown" => (here + 8).min(last),
                "PageUp" => here.saturating_sub(8),
                "Enter" => {
                    event.prevent_default();
                    choose.emit(here);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            active.set(to);
        })
    };
    let list_id = format!("{id}-list");
    let option_id = |at: usize| format!("{id}-row-{at}");
    let row = |(at, entry): (usize, &Entry)| {
        let kind = match entry.leads {
            Leads::Action(_) => entry.why.clone().or_else(|| entry.recent.then(|| tr!("palette-recent"))),
            Leads::Document(_) => Some(tr!("palette-document")),
            Leads::Code(_) => Some(tr!("palette-code")),
        };
        let key = match entry.leads {
            Leads::Action(action) => action.id().to_owned(),
            Leads::Document(id) => id.to_string(),
            Leads::Code(id) => id.to_string(),
        };
        let onclick = choose.reform(move |_: MouseEvent| at);
        html! {
            <li
                {key}
                id={option_id(at)}
                class="palette__row"
                role="option"
                aria-selected={if at == here { "true" } else { "false" }}
                aria-disabled={entry.why.is_some().then_some("true")}
                {onclick}
            >
                <bdi class="palette__name">{ entry.name.clone() }</bdi>
                if let Some(kind) = kind {
                    <span class="palette__kind">{ kind }</span>
                }
                if let Some(keys) = entry.keys.clone() {
                    <Kbd {keys} />
                }
            </li>
        }
    };
    // A press in the list leaves the focus in the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="palette">
            <input
                class="picker__input"
                type="text"
                dir="auto"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                maxlength="200"
                role="combobox"
                aria-label={tr!("palette-field")}
                placeholder={tr!("palette-field")}
                aria-expanded={if found.is_empty() { "false" } else { "true" }}
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls={list_id.clone()}
                aria-activedescendant={(!found.is_empty()).then(|| option_id(here))}
                {oninput}
                {onkeydown}
            />
            <ul ref={list} class="palette__list" id={list_id} role="listbox" aria-label={tr!("palette-list")} {onmousedown}>
                { for found.iter().enumerate().map(row) }
            </ul>
            if found.is_empty() {
                <p class="palette__none soft">
                    <span>{ tr!("palette-none") }</span>
                    if opened.is_some() {
                        <Button
                            label={Action::GoSearch.name()}
                            small=true
                            onclick={props.on_run.reform(move |_: MouseEvent| run(Leads::Action(Action::GoSearch), opened))}
                        />
                    }
                </p>
            }
            <p class="visually-hidden" role="status">
                { if typed.is_empty() { AttrValue::default() } else { tr!("palette-count", n = found.len()) } }
            </p>
        </div>
    }
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
