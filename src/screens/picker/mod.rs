//! The code picker: type to find a code, Enter applies it, a new name makes the code and applies it in one go.

mod keys;
mod row;

use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::CodeText;
use emic_view::picker::{CodePicker, Offer};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::codes::{guidance, text_name, use_counts};
use crate::store::{Same, use_project, use_selector};
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
    let counts = use_counts();
    let picker = use_memo(project.clone(), |project| project.as_ref().map(|project| CodePicker::new(project)));
    let offers = use_memo(
        (typed.clone(), recent.clone(), props.applied.clone(), Same(picker)),
        |(typed, recent, applied, picker)| match &**picker {
            Some(picker) => picker.offers(typed, recent, applied),
            None => Vec::new(),
        },
    );
    let here = (*active).min(offers.len().saturating_sub(1));
    // A code at the top that has the very name that was typed: one more of it cannot be made.
    let same = use_memo((typed.clone(), project.clone()), |(typed, project)| {
        let name = tidy(typed).to_lowercase();
        let mut codes = project.iter().flat_map(|project| project.codes.values());
        codes.find(|code| code.parent.is_none() && code.name.to_lowercase() == name).map(|code| code.id)
    });
    let new_name: AttrValue = tidy(&typed).into();

    {
        let (root, input, none) = (root.clone(), input.clone(), offers.is_empty());
        use_effect_with((), move |()| take_focus(&root, &input, none));
    }
    {
        let list = list.clone();
        use_effect_with((here, Same(offers.clone())), move |(here, _)| {
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
        let (on_pick, offers, new_name, same) = (props.on_pick.clone(), offers.clone(), new_name.clone(), *same);
        move |wish: Wish| match wish {
            Wish::Row(at) => match offers.get(at) {
                Some(Offer::Code(offer)) => on_pick.emit(Pick::Code(offer.code.id)),
                Some(Offer::Create(name)) => on_pick.emit(Pick::Create(name.clone())),
                None => {}
            },
            Wish::Create => match same {
                // It stands there already under that very name, so it is what is meant.
                Some(same) => on_pick.emit(Pick::Code(same)),
                None if new_name.is_empty() => {}
                None => on_pick.emit(Pick::Create(new_name.to_string())),
            },
            Wish::InVivo => on_pick.emit(Pick::InVivo),
        }
    };
    let early = use_mut_ref(|| false);
    {
        let (early, pick) = (early.clone(), pick.clone());
        use_effect_with((*typed).clone(), move |_| {
            if early.take() {
                pick(Wish::Row(0));
            }
        });
    }
    let onkeydown = {
        let now = (*typed).clone();
        let (active, limit, total, input) = (active.setter(), limit.clone(), offers.len(), input.clone());
        let (pick, on_close) = (pick.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| match keys::of(&event) {
            keys::Key::Composing => {}
            keys::Key::Close => {
                keys::take(&event);
                on_close.emit(());
            }
            keys::Key::Move(step) if keys::is_in_list(&event, &input) => {
                keys::take(&event);
                let to = keys::moved(here, step, total.saturating_sub(1));
                if to >= *limit {
                    limit.set(to / ROWS * ROWS + ROWS);
                }
                active.set(to);
            }
            keys::Key::Apply if keys::is_in_list(&event, &input) => {
                keys::take(&event);
                if input.cast::<HtmlInputElement>().is_some_and(|input| input.value() != now) {
                    // The list is not yet that of the last letters: its first row would be the wrong one.
                    *early.borrow_mut() = true;
                } else {
                    pick(Wish::Row(here));
                }
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
        let (limit, total) = (limit.clone(), offers.len());
        Callback::from(move |event: Event| {
            let Some(list) = event.target_dyn_into::<Element>() else { return };
            let left = list.scroll_height() - list.scroll_top() - list.client_height();
            if left < 200 && total > *limit {
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
    let row = |(at, offer): (usize, &Offer)| match offer {
        Offer::Code(offer) => html! {
            <PickerRow
                key={offer.code.id.to_string()}
                id={option_id(at)}
                {at}
                offer={offer.clone()}
                recent={recent.contains(&offer.code.id)}
                quotations={counts.by_code.get(&offer.code.id).copied().unwrap_or(0)}
                active={at == here}
                on_pick={on_row.clone()}
                on_point={on_point.clone()}
            />
        },
        Offer::Create(name) => html! {
            <CreateRow
                key="create"
                id={option_id(at)}
                {at}
                name={name.clone()}
                active={at == here}
                on_pick={on_row.clone()}
                on_point={on_point.clone()}
            />
        },
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
                aria-expanded={if offers.is_empty() { "false" } else { "true" }}
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-controls={list_id.clone()}
                aria-activedescendant={(!offers.is_empty()).then(|| option_id(here))}
                aria-describedby={about_id.clone()}
                placeholder={tr!("picker-field")}
                {oninput}
            />
            <ul ref={list} class="picker__list" id={list_id} role="listbox" aria-label={tr!("codes")} {onmousedown} {onscroll}>
                { for offers.iter().take(*limit).enumerate().map(row) }
            </ul>
            <About id={about_id} offer={offers.get(here).cloned()} />
            <div class="picker__hints">
                <span class="picker__hint picker__hint--does">
                    <Kbd keys="Enter" />
                    { does(offers.get(here)) }
                </span>
                if let Some(name) = (!matches!(offers.get(here), Some(Offer::Create(_)))).then_some(&new_name).filter(|name| !name.is_empty() && same.is_none()) {
                    <span class="picker__hint picker__hint--does">
                        <Kbd keys="Ctrl+Enter" /><span class="picker__does">{ tr!("picker-create-named", name = name) }</span>
                    </span>
                }
                <button type="button" class="picker__hint picker__hint--button" aria-keyshortcuts="Control+I" onclick={in_vivo}>
                    <Kbd keys="Ctrl+I" />{ tr!("picker-in-vivo") }
                </button>
                <button type="button" class="picker__hint picker__hint--button picker__close" aria-keyshortcuts="Escape" onclick={close}>
                    <Kbd keys="Esc" /><Icon name={IconName::Close} />{ tr!("picker-close") }
                </button>
            </div>
            <p class="visually-hidden" role="status">
                { if new_name.is_empty() { AttrValue::default() } else { tr!("picker-found", n = offers.iter().filter(|offer| matches!(offer, Offer::Code(_))).count()) } }
            </p>
        </div>
    }
}

/// What Enter does now, with the name that it does it with: what was typed may be the beginning of another one.
fn does(offer: Option<&Offer>) -> Html {
    let words = match offer {
        Some(Offer::Code(offer)) if offer.applied => tr!("picker-applied-already", name = &offer.code.name),
        Some(Offer::Code(offer)) => tr!("picker-apply-named", name = &offer.code.name),
        Some(Offer::Create(name)) => tr!("picker-create-named", name = name),
        None => tr!("picker-apply"),
    };
    html! { <span class="picker__does">{ words }</span> }
}

#[derive(Properties, PartialEq)]
struct AboutProps {
    id: AttrValue,
    offer: Option<Offer>,
}

/// What the highlighted code stands for and where it stands in the tree.
#[component]
fn About(props: &AboutProps) -> Html {
    html! {
        <div class="picker__about" id={props.id.clone()}>
            if let Some(Offer::Code(offer)) = &props.offer {
                if !offer.above.is_empty() {
                    <p class="picker__path">{ row::path(&offer.above) }</p>
                }
                if guidance(&offer.code).is_empty() {
                    <p class="picker__none">{ tr!("picker-no-definition") }</p>
                } else {
                    <p dir="auto">{ offer.code.definition.clone() }</p>
                }
                { for [CodeText::UseWhen, CodeText::NotWhen].into_iter().filter(|text| !offer.code.text(*text).is_empty()).map(|text| html! {
                    <p key={text.key()}><b>{ text_name(text) }{ ": " }</b><bdi>{ offer.code.text(text).to_owned() }</bdi></p>
                }) }
            } else if props.offer.is_some() {
                <p>{ tr!("picker-create-note") }</p>
            } else {
                <p>{ tr!("picker-empty") }</p>
            }
        </div>
    }
}

/// A name as it is kept: one space between words, none around them.
fn tidy(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts the focus into the field; where fingers point, on the picker itself, so that no keyboard covers the codes
/// before one wants to type.
fn take_focus(root: &NodeRef, input: &NodeRef, none: bool) {
    let coarse = gloo::utils::window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|m| m.matches());
    if let Some(element) = if coarse && !none { root } else { input }.cast::<Element>() {
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
