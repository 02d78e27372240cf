//! Choosing a document by typing a part of its title.

use std::rc::Rc;

use emic_core::ids::DocumentId;
use emic_core::project::Project;
use emic_view::fold::fold;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::actions::fit;
use crate::i18n::tr;
use crate::store::{Same, use_project};
use crate::widgets::{Dialog, DialogSize, dom};

/// How many documents are listed at most.
const MOST: usize = 200;

/// What [`DocumentDialog`] asks.
#[derive(Properties, PartialEq)]
pub struct DocumentDialogProps {
    /// What the document is chosen for.
    pub title: AttrValue,
    /// The one that was chosen.
    pub on_choose: Callback<DocumentId>,
    /// Nothing is to be chosen.
    pub on_close: Callback<()>,
}

/// Asks for a document.
#[component]
pub fn DocumentDialog(props: &DocumentDialogProps) -> Html {
    html! {
        <Dialog open=true title={props.title.clone()} size={DialogSize::Medium} on_close={props.on_close.clone()}>
            <Choice on_choose={props.on_choose.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    on_choose: Callback<DocumentId>,
}

/// The field and the documents that answer it.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let id = dom::use_id("documents-choice");
    let list = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let project = use_project();
    let found = use_memo((project, (*typed).clone()), |(project, typed)| {
        project.as_ref().map(|project| answers(project, typed)).unwrap_or_default()
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
        let (found, on_choose) = (Rc::clone(&found), props.on_choose.clone());
        Callback::from(move |at: usize| {
            if let Some(found) = found.get(at) {
                on_choose.emit(found.id);
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
                "ArrowDown" => (here < last).then_some(here + 1).unwrap_or_default(),
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
    let row = |(at, answer): (usize, &Answer)| {
        let onclick = choose.reform(move |_: MouseEvent| at);
        html! {
            <li
                key={answer.id.to_string()}
                id={option_id(at)}
                class="palette__row"
                role="option"
                aria-selected={if at == here { "true" } else { "false" }}
                {onclick}
            >
                <bdi class="palette__name">{ answer.title.clone() }</bdi>
                if let Some(folder) = answer.folder.clone() {
                    <span class="palette__kind"><bdi>{ folder }</bdi></span>
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
                aria-label={tr!("documents-find")}
                placeholder={tr!("documents-find")}
                aria-expanded={if found.is_empty() { "false" } else { "true" }}
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls={list_id.clone()}
                aria-activedescendant={(!found.is_empty()).then(|| option_id(here))}
                {oninput}
                {onkeydown}
            />
            <ul ref={list} class="palette__list" id={list_id} role="listbox" aria-label={tr!("documents")} {onmousedown}>
                { for found.iter().enumerate().map(row) }
            </ul>
            if found.is_empty() {
                <p class="soft">{ tr!("nothing-found") }</p>
            }
            <p class="visually-hidden" role="status">
                { if typed.is_empty() { AttrValue::default() } else { tr!("palette-count", n = found.len()) } }
            </p>
        </div>
    }
}

struct Answer {
    id: DocumentId,
    title: AttrValue,
    folder: Option<AttrValue>,
}

/// The documents whose titles answer what is typed, the best first; without anything typed all in their order.
fn answers(project: &Same<Project>, typed: &str) -> Vec<Answer> {
    let typed = fold(typed);
    let mut found: Vec<(u8, Answer)> = Vec::new();
    for document in project.documents_in_order() {
        let level = if typed.trim().is_empty() { Some(0) } else { fit(typed.trim(), &fold(&document.title)) };
        if let Some(level) = level {
            let folder = document.folder.and_then(|id| project.folders.get(&id));
            let folder = folder.map(|folder| AttrValue::from(folder.name.clone()));
            found.push((level, Answer { id: document.id, title: document.title.clone().into(), folder }));
        }
    }
    emic_core::sorting::sort_by_key(&mut found, |(level, _)| *level);
    found.truncate(MOST);
    found.into_iter().map(|(_, answer)| answer).collect()
}
