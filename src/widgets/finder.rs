//! A field to type in and a list that answers it: arrow keys go through the list while the focus stays in the field,
//! Enter or a press chooses.
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::dom;
use super::label::Kbd;

/// How many rows a page of the keyboard is.
const PAGE: usize = 8;

/// One answer.
#[derive(Clone, PartialEq, Debug)]
pub struct FinderRow {
    /// What tells it from the others.
    pub key: AttrValue,
    /// Its name.
    pub name: AttrValue,
    /// What it is, or why it cannot be chosen.
    pub note: Option<AttrValue>,
    /// The keys that do the same, as shown.
    pub keys: Option<AttrValue>,
    /// Whether it cannot be chosen now.
    pub disabled: bool,
}

/// What a [`Finder`] shows and reports.
#[derive(Properties, PartialEq)]
pub struct FinderProps {
    /// What is to be typed.
    pub label: AttrValue,
    /// The name of the list.
    pub list: AttrValue,
    /// What answers the words typed, the best first.
    pub rows: Rc<[FinderRow]>,
    /// What is said when nothing does.
    pub none: AttrValue,
    /// What can be done then.
    #[prop_or_default]
    pub children: Html,
    /// How many do, read aloud; empty to say nothing.
    pub count: AttrValue,
    /// Words were typed.
    pub on_input: Callback<String>,
    /// A row was chosen, by its place.
    pub on_choose: Callback<usize>,
}

/// A field and the list that answers it.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let id = dom::use_id("finder");
    let list = use_node_ref();
    let active = use_state_eq(|| 0_usize);
    let rows = &props.rows;
    let last = rows.len().saturating_sub(1);
    let here = (*active).min(last);
    {
        let list = list.clone();
        use_effect_with((here, rows.clone()), move |(here, _)| {
            let list = list.cast::<Element>();
            let row = list.and_then(|list| list.children().item(u32::try_from(*here).unwrap_or(0)));
            if let Some(row) = row {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let oninput = {
        let (on_input, active) = (props.on_input.clone(), active.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_input.emit(input.value());
                active.set(0);
            }
        })
    };
    let onkeydown = {
        let (active, on_choose) = (active.setter(), props.on_choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            // 229: a key that an input method has taken.
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let to = match event.key().as_str() {
                "ArrowDown" if here >= last => 0,
                "ArrowDown" => here + 1,
                "ArrowUp" => here.checked_sub(1).unwrap_or(last),
                "PageDown" => (here + PAGE).min(last),
                "PageUp" => here.saturating_sub(PAGE),
                "Enter" => {
                    event.prevent_default();
                    on_choose.emit(here);
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
    let row = |(at, row): (usize, &FinderRow)| {
        let onclick = props.on_choose.reform(move |_: MouseEvent| at);
        html! {
            <li
                key={row.key.to_string()}
                id={option_id(at)}
                class="finder__row"
                role="option"
                aria-selected={if at == here { "true" } else { "false" }}
                aria-disabled={row.disabled.then_some("true")}
                {onclick}
            >
                <bdi class="finder__name">{ row.name.clone() }</bdi>
                if let Some(note) = row.note.clone() {
                    <bdi class="finder__note">{ note }</bdi>
                }
                if let Some(keys) = row.keys.clone() {
                    <Kbd {keys} />
                }
            </li>
        }
    };
    // A press in the list leaves the focus in the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="finder">
            <input
                class="picker__input"
                type="text"
                dir="auto"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                maxlength="200"
                role="combobox"
                aria-label={props.label.clone()}
                placeholder={props.label.clone()}
                aria-expanded={if rows.is_empty() { "false" } else { "true" }}
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls={list_id.clone()}
                aria-activedescendant={(!rows.is_empty()).then(|| option_id(here))}
                {oninput}
                {onkeydown}
            />
            <ul ref={list} class="finder__list" id={list_id} role="listbox" aria-label={props.list.clone()} {onmousedown}>
                { for rows.iter().enumerate().map(row) }
            </ul>
            if rows.is_empty() {
                <div class="finder__none soft"><p>{ props.none.clone() }</p>{ props.children.clone() }</div>
            }
            <p class="visually-hidden" role="status">{ props.count.clone() }</p>
        </div>
    }
}
