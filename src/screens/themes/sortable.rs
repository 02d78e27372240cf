//! A list whose order people give: rows are taken at their handle, by pointer, or moved by arrow keys there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::widgets::{Icon, IconName, announce, dom};

/// A row.
#[derive(Clone, PartialEq)]
pub(super) struct Item {
    /// What tells it from the others.
    pub key: AttrValue,
    /// What it is called.
    pub name: AttrValue,
    /// What it shows.
    pub body: Html,
}

#[derive(Properties, PartialEq)]
pub(super) struct SortableProps {
    /// What the list is called.
    pub label: AttrValue,
    pub items: Vec<Item>,
    pub writable: bool,
    /// A row is to stand ahead of another one, or at the end.
    pub on_move: Callback<(AttrValue, Option<AttrValue>)>,
    #[prop_or_default]
    pub class: Classes,
}

/// What is dragged, and the place that it would take, among the others.
#[derive(Clone, PartialEq)]
struct Held {
    key: AttrValue,
    place: usize,
}

type Listeners = Rc<RefCell<Vec<EventListener>>>;

/// The list.
#[component]
pub(super) fn Sortable(props: &SortableProps) -> Html {
    let list = use_node_ref();
    let held = use_state_eq(|| None::<Held>);
    let listeners: Listeners = use_mut_ref(Vec::new);
    let wants_focus = use_mut_ref(|| None::<AttrValue>);
    {
        let (list, wants) = (list.clone(), wants_focus.clone());
        // A row that is put elsewhere loses the focus.
        use_effect(move || {
            let wanted = wants.borrow().clone();
            let handles = list.cast::<Element>().map(|list| dom::all(&list, ".sortable__handle")).unwrap_or_default();
            let handle =
                handles.into_iter().find(|handle| handle.get_attribute("data-key").as_deref() == wanted.as_deref());
            if let Some(handle) = handle.filter(|_| wanted.is_some()) {
                wants.take();
                dom::focus(&handle);
            }
        });
    }
    let keys: Rc<[AttrValue]> = props.items.iter().map(|item| item.key.clone()).collect();
    let go = {
        let (keys, on_move) = (keys.clone(), props.on_move.clone());
        let names: Rc<[AttrValue]> = props.items.iter().map(|item| item.name.clone()).collect();
        // `place` counts among the others.
        move |from: usize, place: usize| {
            let others: Vec<&AttrValue> =
                keys.iter().enumerate().filter(|(n, _)| *n != from).map(|(_, key)| key).collect();
            let (Some(key), Some(name)) = (keys.get(from), names.get(from)) else { return false };
            let place = place.min(others.len());
            if place == from {
                return false;
            }
            on_move.emit((key.clone(), others.get(place).map(|key| (*key).clone())));
            let (n, all) = (format_number((place + 1) as f64), format_number(keys.len() as f64));
            announce(&tr!("sortable-now", name = name, n = n, all = all));
            true
        }
    };
    let row = |(at, item): (usize, &Item)| {
        let last = keys.len().saturating_sub(1);
        let onkeydown = {
            let (go, wants, key) = (go.clone(), wants_focus.clone(), item.key.clone());
            Callback::from(move |event: KeyboardEvent| {
                let place = match event.key().as_str() {
                    "ArrowUp" => at.saturating_sub(1),
                    "ArrowDown" => (at + 1).min(last),
                    "Home" => 0,
                    "End" => last,
                    _ => return,
                };
                event.prevent_default();
                if go(at, place) {
                    wants.replace(Some(key.clone()));
                }
            })
        };
        let onpointerdown = {
            let (list, held, listeners, go, key) =
                (list.clone(), held.setter(), listeners.clone(), go.clone(), item.key.clone());
            Callback::from(move |event: PointerEvent| {
                if event.button() == 0 {
                    let put = go.clone();
                    follow(&listeners, &list, key.clone(), held.clone(), move |place| {
                        put(at, place);
                    });
                }
            })
        };
        let dragged = held.as_ref().is_some_and(|held| held.key == item.key);
        // Where it would come to stand: ahead of this row, or after the last.
        let ahead = held.as_ref().is_some_and(|held| {
            let from = keys.iter().position(|key| *key == held.key).unwrap_or_default();
            held.place != from && held.place + usize::from(held.place >= from) == at
        });
        let end =
            at == last && held.as_ref().is_some_and(|held| held.place == last && keys.get(last) != Some(&held.key));
        html! {
            <li
                key={item.key.to_string()}
                class={classes!("sortable__row", dragged.then_some("sortable__row--held"), ahead.then_some("sortable__row--ahead"), end.then_some("sortable__row--end"))}
            >
                if props.writable && keys.len() > 1 {
                    <button
                        type="button"
                        class="sortable__handle btn btn--icon btn--quiet btn--small"
                        data-key={item.key.clone()}
                        aria-label={tr!("sortable-move", name = &item.name)}
                        data-tip={tr!("sortable-how")}
                        {onkeydown}
                        {onpointerdown}
                    >
                        <Icon name={IconName::Grip} />
                    </button>
                }
                <div class="sortable__body">{ item.body.clone() }</div>
            </li>
        }
    };
    html! {
        <ol ref={list.clone()} class={classes!("sortable", props.class.clone())} aria-label={props.label.clone()}>
            { for props.items.iter().enumerate().map(row) }
        </ol>
    }
}

/// Follows a pointer until it goes up; `put` gets the place among the other rows.
fn follow(
    listeners: &Listeners,
    list: &NodeRef,
    key: AttrValue,
    held: UseStateSetter<Option<Held>>,
    put: impl Fn(usize) + 'static,
) {
    let window = gloo::utils::window();
    let place = {
        let (list, key) = (list.clone(), key.clone());
        Rc::new(move |event: &PointerEvent| -> usize {
            let rows = list.cast::<Element>().map(|list| dom::all(&list, ":scope > li")).unwrap_or_default();
            let other = |row: &&Element| {
                let handle = row.query_selector(".sortable__handle").ok().flatten();
                handle.and_then(|handle| handle.get_attribute("data-key")).as_deref() != Some(key.as_str())
            };
            let above = |row: &&Element| {
                let rect = row.get_bounding_client_rect();
                rect.top() + rect.height() / 2.0 < f64::from(event.client_y())
            };
            rows.iter().filter(other).filter(above).count()
        })
    };
    let moved = {
        let (place, held) = (place.clone(), held.clone());
        EventListener::new(&window, "pointermove", move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                held.set(Some(Held { key: key.clone(), place: place(event) }));
            }
        })
    };
    let put = Rc::new(put);
    let end = |kind: &'static str, done: bool| {
        let (place, held, put, listeners) = (place.clone(), held.clone(), put.clone(), listeners.clone());
        EventListener::new(&window, kind, move |event| {
            held.set(None);
            if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|_| done) {
                put(place(event));
            }
            // What listens goes once it is no longer running.
            let listeners = listeners.clone();
            wasm_bindgen_futures::spawn_local(async move { listeners.borrow_mut().clear() });
        })
    };
    *listeners.borrow_mut() = vec![moved, end("pointerup", true), end("pointercancel", false)];
}
