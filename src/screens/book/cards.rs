//! Cards that are sorted into groups, and groups into groups: dragged by pointer, or taken up and put down by keys. What
//! they are and what moving them means is up to the owner.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{ColourDot, Hue, announce, dom};

/// How far a pointer moves before it drags, in CSS pixels.
const SLACK: f64 = 5.0;
/// The id of what tells how cards are moved.
const HOW: &str = "board-how";

/// Something that is sorted.
#[derive(Clone, PartialEq)]
pub(super) struct Card {
    /// What the owner knows it by; no other card or group has the same.
    pub id: AttrValue,
    /// What it says.
    pub name: AttrValue,
    /// What else there is to say, such as a count.
    pub note: AttrValue,
    /// The colour of the code that it is.
    pub hue: Option<Hue>,
    /// What can be done with it besides moving it.
    pub extra: Html,
}

/// What cards are sorted into.
#[derive(Clone, PartialEq)]
pub(super) struct Group {
    /// Itself, as a card among others.
    pub card: Card,
    /// Whether it can be moved as a whole.
    pub movable: bool,
    /// What is in it.
    pub cards: Vec<Card>,
    /// Groups in it.
    pub groups: Vec<Group>,
    /// What is said of cards that are not shown.
    pub rest: Option<AttrValue>,
}

#[derive(Properties, PartialEq)]
pub(super) struct CardsProps {
    /// What the whole is called.
    pub label: AttrValue,
    pub groups: Vec<Group>,
    pub writable: bool,
    /// Something is to be put into a group.
    pub on_move: Callback<(AttrValue, AttrValue)>,
}

/// What is held, and where it would be put.
#[derive(Clone, PartialEq, Default)]
struct Held {
    item: AttrValue,
    name: AttrValue,
    over: Option<AttrValue>,
}

/// What follows a pointer that is down.
type Drag = Rc<RefCell<Vec<EventListener>>>;

/// The cards in their groups.
#[component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    let node = use_node_ref();
    let held = use_state_eq(|| None::<Held>);
    let here = use_state_eq(|| None::<AttrValue>);
    let wants_focus = use_mut_ref(|| None::<AttrValue>);
    let drag = use_mut_ref(Vec::new);
    {
        let (node, wants) = (node.clone(), wants_focus.clone());
        use_effect(move || {
            let wanted = wants.borrow().clone();
            if let (Some(id), Some(root)) = (wanted, node.cast::<Element>())
                && let Some(item) = item_of(&root, &id)
            {
                wants.take();
                dom::focus(&item);
            }
        });
    }
    let targets: Rc<[Target]> = targets(&props.groups).into();
    let put = {
        let (on_move, wants, here) = (props.on_move.clone(), wants_focus.clone(), here.setter());
        move |item: AttrValue, group: AttrValue, focus: bool| {
            if focus {
                wants.replace(Some(item.clone()));
                here.set(Some(item.clone()));
            }
            on_move.emit((item, group));
        }
    };
    let onkeydown = {
        let (node, held, here, targets, put) =
            (node.clone(), held.clone(), here.setter(), targets.clone(), put.clone());
        let writable = props.writable;
        Callback::from(move |event: KeyboardEvent| {
            let Some(root) = node.cast::<Element>() else { return };
            let Some(item) = event.target_dyn_into::<Element>().filter(|at| at.has_attribute("data-item")) else {
                return;
            };
            let id: AttrValue = item.get_attribute("data-item").unwrap_or_default().into();
            let step = match event.key().as_str() {
                "ArrowDown" => 1,
                "ArrowUp" => -1,
                "ArrowRight" if !crate::i18n::current().is_rtl() => 1,
                "ArrowRight" => -1,
                "ArrowLeft" if !crate::i18n::current().is_rtl() => -1,
                "ArrowLeft" => 1,
                _ => 0,
            };
            match (&*held, event.key().as_str()) {
                (Some(now), "Escape") => {
                    announce(&tr!("board-left", name = &now.name));
                    held.set(None);
                }
                (Some(now), " " | "Enter") => {
                    held.set(None);
                    if let Some(over) = now.over.clone() {
                        put(now.item.clone(), over, true);
                    }
                }
                (Some(now), _) if step != 0 => {
                    let free: Vec<&Target> =
                        targets.iter().filter(|target| !target.within.contains(&now.item)).collect();
                    let at = now.over.as_ref().and_then(|over| free.iter().position(|target| target.id == *over));
                    let last = free.len() as isize - 1;
                    let next = at.map_or(0, |at| at as isize + step).clamp(0, last.max(0)) as usize;
                    if let Some(target) = free.get(next) {
                        announce(&target.path);
                        held.set(Some(Held { over: Some(target.id.clone()), ..now.clone() }));
                        if let Ok(Some(group)) = root.query_selector(&format!("[data-group=\"{}\"]", target.id)) {
                            group.scroll_into_view_with_bool(false);
                        }
                    }
                }
                (None, " " | "Enter") if writable && item.has_attribute("data-movable") => {
                    let name: AttrValue = item.get_attribute("data-name").unwrap_or_default().into();
                    announce(&tr!("board-taken", name = &name));
                    let over = item.closest("[data-group]").ok().flatten().and_then(|group| {
                        let own = group.get_attribute("data-group")?;
                        let outer = group.parent_element().and_then(|up| up.closest("[data-group]").ok().flatten());
                        if own == id.as_str() { outer?.get_attribute("data-group") } else { Some(own) }
                    });
                    held.set(Some(Held { item: id, name, over: over.map(AttrValue::from) }));
                }
                (None, _) if step != 0 => {
                    let items = dom::all(&root, "[data-item]");
                    let at = items.iter().position(|other| *other == item).unwrap_or(0) as isize;
                    if let Some(next) = usize::try_from(at + step).ok().and_then(|next| items.get(next)) {
                        here.set(next.get_attribute("data-item").map(AttrValue::from));
                        dom::focus(next);
                    }
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onpointerdown = {
        let (held, drag, targets, put) = (held.setter(), drag.clone(), targets.clone(), put.clone());
        let writable = props.writable;
        Callback::from(move |event: PointerEvent| {
            let Some(at) = event.target_dyn_into::<Element>().filter(|_| writable && event.button() == 0) else {
                return;
            };
            let free = at.closest("a, button").ok().flatten().is_none();
            let item = at.closest("[data-item][data-movable]").ok().flatten().filter(|_| free);
            // A finger that rests on a card would else never scroll the page; it has the keys' way by a press.
            let Some(item) = item.filter(|_| event.pointer_type() != "touch") else { return };
            let id: AttrValue = item.get_attribute("data-item").unwrap_or_default().into();
            let name: AttrValue = item.get_attribute("data-name").unwrap_or_default().into();
            begin(&drag, Pressed { id, name, from: point(&event) }, held.clone(), targets.clone(), put.clone());
        })
    };
    // A finger touches a card and then the group that it goes into.
    let onclick = {
        let (held, targets, put, writable) = (held.clone(), targets.clone(), put.clone(), props.writable);
        Callback::from(move |event: MouseEvent| {
            let touched = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
            let Some(at) = event.target_dyn_into::<Element>().filter(|_| touched && writable) else { return };
            if at.closest("a, button").ok().flatten().is_some() {
                return;
            }
            match &*held {
                Some(now) => {
                    let group =
                        at.closest("[data-group]").ok().flatten().and_then(|group| group.get_attribute("data-group"));
                    let into = group.map(AttrValue::from).filter(|group| {
                        targets.iter().any(|target| target.id == *group && !target.within.contains(&now.item))
                    });
                    held.set(None);
                    if let Some(into) = into {
                        put(now.item.clone(), into, false);
                    }
                }
                None => {
                    let Some(item) = at.closest("[data-item][data-movable]").ok().flatten() else { return };
                    let said = |name: &str| AttrValue::from(item.get_attribute(name).unwrap_or_default());
                    held.set(Some(Held { item: said("data-item"), name: said("data-name"), over: None }));
                }
            }
        })
    };
    let shown = Shown {
        here: here.as_ref().filter(|id| contains(&props.groups, id)).cloned().or_else(|| first(&props.groups)),
        held: (*held).clone(),
        writable: props.writable,
    };
    html! {
        <div
            ref={node}
            class={classes!("board", held.is_some().then_some("board--held"))}
            role="group"
            aria-label={props.label.clone()}
            {onclick}
            {onkeydown}
            {onpointerdown}
        >
            <p id={HOW} class="visually-hidden">{ tr!("board-how") }</p>
            { for props.groups.iter().map(|group| group_html(group, 0, &shown)) }
        </div>
    }
}

/// What every card needs to know of the whole.
struct Shown {
    here: Option<AttrValue>,
    held: Option<Held>,
    writable: bool,
}

fn group_html(group: &Group, depth: usize, shown: &Shown) -> Html {
    let over = shown.held.as_ref().is_some_and(|held| held.over.as_ref() == Some(&group.card.id));
    html! {
        <section
            key={group.card.id.to_string()}
            class={classes!("board__group", (depth > 0).then_some("board__group--inner"), over.then_some("board__group--over"))}
            data-group={group.card.id.clone()}
            aria-label={group.card.name.clone()}
        >
            { card_html(&group.card, group.movable, true, shown) }
            if !group.cards.is_empty() {
                <ul class="board__cards">
                    { for group.cards.iter().map(|card| html! {
                        <li key={card.id.to_string()}>{ card_html(card, true, false, shown) }</li>
                    }) }
                </ul>
            } else if group.groups.is_empty() {
                <p class="board__empty soft small">{ tr!("board-empty") }</p>
            }
            if let Some(rest) = &group.rest {
                <p class="soft small">{ rest.clone() }</p>
            }
            { for group.groups.iter().map(|group| group_html(group, depth + 1, shown)) }
        </section>
    }
}

fn card_html(card: &Card, movable: bool, heads: bool, shown: &Shown) -> Html {
    let held = shown.held.as_ref().is_some_and(|held| held.item == card.id);
    let here = shown.here.as_ref() == Some(&card.id);
    let movable = movable && shown.writable;
    html! {
        <div class={classes!("board__card", heads.then_some("board__card--head"), held.then_some("board__card--held"))}>
            <div
                class="board__face"
                role="button"
                tabindex={if here { "0" } else { "-1" }}
                data-item={card.id.clone()}
                data-name={card.name.clone()}
                data-movable={movable.then_some("")}
                aria-pressed={movable.then_some(if held { "true" } else { "false" })}
                aria-describedby={movable.then_some(HOW)}
            >
                if let Some(hue) = card.hue {
                    <ColourDot {hue} />
                }
                <bdi class="board__name">{ card.name.clone() }</bdi>
                if !card.note.is_empty() {
                    <span class="num small soft">{ card.note.clone() }</span>
                }
            </div>
            { card.extra.clone() }
        </div>
    }
}

/// A group that something can be put into.
struct Target {
    id: AttrValue,
    /// It and the groups that it lies in: none of them goes into it.
    within: Vec<AttrValue>,
    /// Its name after those that it lies in.
    path: String,
}

fn targets(groups: &[Group]) -> Vec<Target> {
    fn add(group: &Group, within: &[AttrValue], path: &str, out: &mut Vec<Target>) {
        let path = if path.is_empty() { group.card.name.to_string() } else { format!("{path} / {}", group.card.name) };
        let within: Vec<AttrValue> = within.iter().cloned().chain([group.card.id.clone()]).collect();
        out.push(Target { id: group.card.id.clone(), within: within.clone(), path: path.clone() });
        group.groups.iter().for_each(|inner| add(inner, &within, &path, out));
    }
    let mut out = Vec::new();
    groups.iter().for_each(|group| add(group, &[], "", &mut out));
    out
}

fn contains(groups: &[Group], id: &AttrValue) -> bool {
    groups.iter().any(|group| {
        group.card.id == *id || group.cards.iter().any(|card| card.id == *id) || contains(&group.groups, id)
    })
}

fn first(groups: &[Group]) -> Option<AttrValue> {
    groups.first().map(|group| group.card.id.clone())
}

fn item_of(root: &Element, id: &str) -> Option<Element> {
    dom::all(root, "[data-item]").into_iter().find(|item| item.get_attribute("data-item").as_deref() == Some(id))
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// What a pointer went down on.
#[derive(Clone)]
struct Pressed {
    id: AttrValue,
    name: AttrValue,
    from: (f64, f64),
}

/// Follows a pointer until it goes up.
fn begin(
    drag: &Drag,
    pressed: Pressed,
    held: UseStateSetter<Option<Held>>,
    targets: Rc<[Target]>,
    put: impl Fn(AttrValue, AttrValue, bool) + 'static,
) {
    let window = gloo::utils::window();
    let over = {
        let (targets, id) = (targets, pressed.id.clone());
        Rc::new(move |event: &PointerEvent| -> Option<AttrValue> {
            let (x, y) = point(event);
            let under = gloo::utils::document().element_from_point(x as f32, y as f32)?;
            let group: AttrValue = under.closest("[data-group]").ok()??.get_attribute("data-group")?.into();
            targets.iter().any(|target| target.id == group && !target.within.contains(&id)).then_some(group)
        })
    };
    let moved = Rc::new(std::cell::Cell::new(false));
    let follow = {
        let (held, over, moved, pressed) = (held.clone(), over.clone(), moved.clone(), pressed.clone());
        EventListener::new(&window, "pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let (x, y) = point(event);
            if moved.get() || (x - pressed.from.0).hypot(y - pressed.from.1) > SLACK {
                moved.set(true);
                let Pressed { id: item, name, .. } = pressed.clone();
                held.set(Some(Held { item, name, over: over(event) }));
            }
        })
    };
    let put = Rc::new(put);
    let listen = |kind: &'static str, done: bool| {
        let (held, over, moved, id) = (held.clone(), over.clone(), moved.clone(), pressed.id.clone());
        let (drag, put) = (drag.clone(), put.clone());
        EventListener::new(&window, kind, move |event| {
            let target = event.dyn_ref::<PointerEvent>().filter(|_| done && moved.get()).and_then(|event| over(event));
            held.set(None);
            if let Some(target) = target {
                put(id.clone(), target, false);
            }
            // What listens goes once it is no longer running.
            let drag = drag.clone();
            wasm_bindgen_futures::spawn_local(async move { drag.borrow_mut().clear() });
        })
    };
    *drag.borrow_mut() = vec![follow, listen("pointerup", true), listen("pointercancel", false)];
}
