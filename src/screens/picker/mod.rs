//! The code picker: type to find a code, Enter applies it, a new name makes the code and applies it in one go.

mod keys;
mod row;

use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::query::quotations_by_code;
use emic_view::picking::{CodeIndex, Offer, Row};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::i18n::tr;
use crate::store::{use_project, use_selector};
use crate::widgets::{Icon, IconName, Kbd, dom};
use keys::Wish;
use row::{CreateRow, PickerRow};

/// What was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A code of the codebook.
    Code(CodeId),
    /// A code to be made.
    Create(String),
    /// The words themselves.
    InVivo,
}

/// What the picker is opened with.
#[derive(Properties, PartialEq)]
pub struct PickerProps {
    /// The words that are being coded.
    pub words: AttrValue,
    /// The codes that are there already.
    #[prop_or_default]
    pub applied: Vec<CodeId>,
    /// Called with what was picked; the caller applies it and may close the picker.
    pub on_pick: Callback<Pick>,
    /// Called when nothing is to be picked.
    pub on_close: Callback<()>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// How many codes are rows at once; reaching the last one makes more.
const ROWS: usize = 60;

/// The code picker, to be placed by its caller. It takes the focus when it opens and gives none back: the caller knows
/// where it came from.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let id = dom::use_id("picker");
    let input = use_node_ref();
    let list = use_node_ref();
    let root = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let limit = use_state_eq(|| ROWS);
    let project = use_project();
    let recent = use_selector(|snapshot| Rc::clone(&snapshot.recent)).unwrap_or_else(|| Rc::from([]));
    let index = use_memo(project, |project| {
        project.as_ref().map(|project| CodeIndex::new(project, &quotations_by_code(project))).unwrap_or_default()
    });
    let offer = use_memo((typed.clone(), recent, index.clone(), *limit), |(typed, recent, index, limit)| {
        index.offer(typed, recent, *limit)
    });
    let here = (*active).min(offer.rows.len().saturating_sub(1));
    let new_name: AttrValue = typed.split_whitespace().collect::<Vec<_>>().join(" ").into();

    {
        let (root, input) = (root.clone(), input.clone());
        use_effect_with((), move |()| take_focus(&root, &input));
    }
    {
        let list = list.clone();
        use_effect_with((here, offer.clone()), move |(here, _)| {
            if let Some(list) = list.cast::<Element>() {
                reveal(&list, *here);
            }
        });
    }
    let read = {
        let (input, typed, active, limit) = (input.clone(), typed.setter(), active.setter(), limit.setter());
        move || {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                typed.set(input.value());
                active.set(0);
                limit.set(ROWS);
            }
        }
    };
    {
        // Yew has no handler for the end of a composition, and the last `input` event can still be part of it.
        let (input, read) = (input.clone(), read.clone());
        use_effect_with((), move |()| {
            let listener =
                input.cast::<Element>().map(|input| EventListener::new(&input, "compositionend", move |_| read()));
            move || drop(listener)
        });
    }
    let oninput = Callback::from(move |event: InputEvent| {
        if !event.is_composing() {
            read();
        }
    });

    let pick = {
        let (on_pick, index, offer, new_name) = (props.on_pick.clone(), index.clone(), offer.clone(), new_name.clone());
        move |wish: Wish| match wish {
            Wish::Row(at) => match offer.rows.get(at) {
                Some(Row::Code { entry, .. }) => {
                    if let Some(entry) = index.entries().get(*entry) {
                        on_pick.emit(Pick::Code(entry.code.id));
                    }
                }
                Some(Row::Create) => on_pick.emit(Pick::Create(new_name.to_string())),
                None => {}
            },
            Wish::Create => match offer.same {
                // It stands there already under that very name, so it is what is meant.
                Some(same) => on_pick.emit(Pick::Code(same)),
                None if new_name.is_empty() => {}
                None => on_pick.emit(Pick::Create(new_name.to_string())),
            },
            Wish::InVivo => on_pick.emit(Pick::InVivo),
        }
    };
    let onkeydown = {
        let (active, limit, offer, input) = (active.setter(), limit.clone(), offer.clone(), input.clone());
        let (pick, on_close) = (pick.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| match keys::of(&event) {
            keys::Key::Composing => {}
            keys::Key::Close => {
                keys::take(&event);
                on_close.emit(());
            }
            keys::Key::Move(step) if keys::is_in_list(&event, &input) => {
                keys::take(&event);
                let last = offer.rows.len().saturating_sub(1);
                if step > 0 && here == last && offer.found > *limit {
                    limit.set(*limit + ROWS);
                }
                active.set(keys::moved(here, step, last));
            }
            keys::Key::Apply if keys::is_in_list(&event, &input) => {
                keys::take(&event);
                pick(Wish::Row(here));
            }
            keys::Key::Create => {
                keys::take(&event);
                pick(Wish::Create);
            }
            keys::Key::InVivo => {
                keys::take(&event);
                pick(Wish::InVivo);
            }
            keys::Key::Typed => {
                // Typing goes into the field, wherever in the picker the focus is.
                if let Some(input) = input.cast::<HtmlElement>().filter(|_| !keys::is_in_list(&event, &input)) {
                    dom::focus(&input);
                }
                event.stop_propagation();
            }
            _ => event.stop_propagation(),
        })
    };
    let onscroll = {
        let (limit, offer) = (limit.clone(), offer.clone());
        Callback::from(move |event: Event| {
            let Some(list) = event.target_dyn_into::<Element>() else { return };
            let left = list.scroll_height() - list.scroll_top() - list.client_height();
            if left < 200 && offer.found > *limit {
                limit.set(*limit + ROWS);
            }
        })
    };
    // A press in the list leaves the focus in the field, so that the keyboard goes on from there.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let on_row = {
        let pick = pick.clone();
        Callback::from(move |at: usize| pick(Wish::Row(at)))
    };
    let on_point = {
        let active = active.setter();
        Callback::from(move |at: usize| active.set(at))
    };
    let in_vivo = Callback::from(move |_: MouseEvent| pick(Wish::InVivo));
    let close = props.on_close.reform(|_: MouseEvent| ());

    let list_id = format!("{id}-list");
    let about_id = format!("{id}-about");
    let option_id = |at: usize| format!("{id}-row-{at}");
    let row = |(at, row): (usize, &Row)| match row {
        Row::Code { entry, marks, recent } => index.entries().get(*entry).map(|found| {
            let code = &found.code;
            html! {
                <PickerRow
                    key={code.id.to_string()}
                    id={option_id(at)}
                    {at}
                    index={index.clone()}
                    entry={*entry}
                    marks={marks.clone()}
                    recent={*recent}
                    applied={props.applied.contains(&code.id)}
                    active={at == here}
                    on_pick={on_row.clone()}
                    on_point={on_point.clone()}
                />
            }
        }),
        Row::Create => Some(html! {
            <CreateRow
                key="create"
                id={option_id(at)}
                {at}
                name={new_name.clone()}
                active={at == here}
                on_pick={on_row.clone()}
                on_point={on_point.clone()}
            />
        }),
    };
    html! {
        <div
            ref={root}
            class={classes!("picker", props.class.clone())}
            role="dialog"
            aria-label={tr!("picker-title")}
            tabindex="-1"
            {onkeydown}
        >
            <p class="picker__words" dir="auto">{ props.words.clone() }</p>
            <input
                ref={input}
                class="picker__input"
                type="text"
                dir="auto"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="done"
                maxlength="500"
                role="combobox"
                aria-label={tr!("picker-field")}
                aria-expanded="true"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls={list_id.clone()}
                aria-activedescendant={(!offer.rows.is_empty()).then(|| option_id(here))}
                aria-describedby={about_id.clone()}
                placeholder={tr!("picker-field")}
                {oninput}
            />
            <ul ref={list} class="picker__list" id={list_id} role="listbox" aria-label={tr!("codes")} {onmousedown} {onscroll}>
                { for offer.rows.iter().enumerate().filter_map(row) }
            </ul>
            <About key="about" id={about_id} index={index.clone()} offer={offer.clone()} at={here} />
            <div class="picker__hints">
                <span class="picker__hint"><Kbd keys="Enter" />{ tr!("picker-apply") }</span>
                if !new_name.is_empty() && offer.same.is_none() {
                    <span class="picker__hint"><Kbd keys="Ctrl+Enter" />{ tr!("picker-create") }</span>
                }
                <button type="button" class="picker__hint picker__hint--button" aria-keyshortcuts="Control+I" onclick={in_vivo}>
                    <Kbd keys="Ctrl+I" />{ tr!("picker-in-vivo") }
                </button>
                <button type="button" class="picker__hint picker__hint--button picker__close" aria-keyshortcuts="Escape" onclick={close}>
                    <Kbd keys="Esc" /><Icon name={IconName::Close} />{ tr!("picker-close") }
                </button>
            </div>
            <p class="visually-hidden" role="status">
                { if new_name.is_empty() { AttrValue::default() } else { tr!("picker-found", n = offer.found) } }
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AboutProps {
    id: AttrValue,
    index: Rc<CodeIndex>,
    offer: Rc<Offer>,
    at: usize,
}

/// What the highlighted code stands for and where it stands in the tree.
#[component]
fn About(props: &AboutProps) -> Html {
    let entry = match props.offer.rows.get(props.at) {
        Some(Row::Code { entry, .. }) => props.index.entries().get(*entry),
        _ => None,
    };
    let note = match (props.offer.rows.get(props.at), props.index.entries().is_empty()) {
        (Some(Row::Create), _) => Some(tr!("picker-create-note")),
        (None, true) => Some(tr!("picker-empty")),
        _ => None,
    };
    html! {
        <div class="picker__about" id={props.id.clone()}>
            if let Some(entry) = entry {
                if !entry.path.is_empty() {
                    <p class="picker__path">{ row::path(&entry.path) }</p>
                }
                if entry.code.definition.is_empty() {
                    <p class="picker__none">{ tr!("picker-no-definition") }</p>
                } else {
                    <p dir="auto">{ entry.code.definition.clone() }</p>
                }
            } else if let Some(note) = note {
                <p>{ note }</p>
            }
        </div>
    }
}

/// Puts the focus into the field; where fingers point, on the picker itself, so that no keyboard covers the codes
/// before one wants to type.
fn take_focus(root: &NodeRef, input: &NodeRef) {
    let coarse = gloo::utils::window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|m| m.matches());
    if let Some(element) = if coarse { root } else { input }.cast::<Element>() {
        dom::focus(&element);
    }
}

/// Scrolls the list, and nothing around it, so that a row is in view.
fn reveal(list: &Element, at: usize) {
    let Some(row) = list.children().item(at as u32) else { return };
    let Ok(row) = row.dyn_into::<HtmlElement>() else { return };
    let (top, bottom) = (row.offset_top(), row.offset_top() + row.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
