//! Short notices at the edge of the page, and what is said to those who listen rather than look.
use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::button::{Button, ButtonVariant, IconButton};
use super::dom;
use super::icon::IconName;
use crate::i18n::tr;

/// What was done, in a few words, with a way to take it back.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// The words.
    pub text: AttrValue,
    /// One action: its words and what it does.
    pub action: Option<(AttrValue, Callback<()>)>,
    /// Whether it takes the place of the one before that was such a one: for what is done many times in a row.
    pub instead: bool,
    /// Whether what it offers can still be done; it goes when that ends. See [`review_toasts`].
    pub holds: Option<Callback<(), bool>>,
}

/// Milliseconds that a notice stays; one with an action stays longer.
const STAY: u32 = 5_000;
const STAY_WITH_ACTION: u32 = 10_000;
/// No more at once: the oldest goes first.
const MOST: usize = 3;
/// Milliseconds between emptying the live region and filling it, so that the same words are said twice.
const BREATH: u32 = 60;

thread_local! {
    static CHANGE: RefCell<Option<Callback<Change>>> = const { RefCell::new(None) };
    static SAYING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Shows a notice and says it. Does nothing before [`ToastRegion`] stands.
pub fn toast(text: impl Into<AttrValue>, action: Option<(AttrValue, Callback<()>)>) {
    show_toast(Toast { text: text.into(), action, instead: false, holds: None });
}

/// Shows a notice and says it.
pub fn show_toast(toast: Toast) {
    announce(&toast.text);
    change(Change::Add(toast));
}

/// Takes the notices away whose offer does not hold any more.
pub fn review_toasts() {
    change(Change::Review);
}

/// Takes all notices away, and what was said last.
pub fn clear_toasts() {
    change(Change::Clear);
    SAYING.take();
    if let Ok(regions) = gloo::utils::document().query_selector_all("[data-live]") {
        (0..regions.length()).filter_map(|n| regions.item(n)).for_each(|region| region.set_text_content(None));
    }
}

fn change(change: Change) {
    let tell = CHANGE.with_borrow(Clone::clone);
    if let Some(tell) = tell {
        tell.emit(change);
    }
}

/// Says something politely through the page's live region, or through the open dialog's: while a dialog is open the
/// page behind it is silent.
pub fn announce(text: &str) {
    let document = gloo::utils::document();
    let region = || {
        let dialogs = document.query_selector_all("dialog[open] [data-live]").ok();
        let innermost = dialogs.and_then(|found| found.item(found.length().checked_sub(1)?));
        innermost.or_else(|| document.query_selector("[data-live=page]").ok().flatten().map(Into::into))
    };
    let Some(region) = region() else { return };
    region.set_text_content(None);
    let text = text.to_owned();
    SAYING.set(Some(Timeout::new(BREATH, move || region.set_text_content(Some(&text)))));
}

/// Holds the notices and the live region. Once in the app, outside what changes with the screen.
#[component]
pub fn ToastRegion() -> Html {
    let toasts = use_reducer_eq(Toasts::default);
    {
        let toasts = toasts.dispatcher();
        use_effect_with((), move |()| {
            CHANGE.set(Some(Callback::from(move |change| toasts.dispatch(change))));
            || CHANGE.set(None)
        });
    }
    let gone = {
        let toasts = toasts.dispatcher();
        use_callback((), move |number: usize, ()| toasts.dispatch(Change::Remove(number)))
    };
    html! {
        <div class="toasts">
            <div class="visually-hidden" aria-live="polite" data-live="page" />
            <div class="toasts__list" role="region" aria-label={tr!("notifications")}>
                { for toasts.all.iter().map(|(number, toast)| html! {
                    <ToastCard key={*number} number={*number} toast={toast.clone()} gone={gone.clone()} />
                }) }
            </div>
        </div>
    }
}

#[derive(Default, PartialEq)]
struct Toasts {
    next: usize,
    all: Vec<(usize, Toast)>,
}

enum Change {
    Add(Toast),
    Remove(usize),
    /// What does not hold any more goes.
    Review,
    Clear,
}

impl Reducible for Toasts {
    type Action = Change;

    fn reduce(self: std::rc::Rc<Self>, change: Change) -> std::rc::Rc<Self> {
        let mut all = self.all.clone();
        let mut next = self.next;
        match change {
            Change::Add(toast) => {
                // The same again is one that is renewed.
                all.retain(|(_, before)| !(toast.instead && before.instead) && before.text != toast.text);
                all.push((next, toast));
                next += 1;
                let extra = all.len().saturating_sub(MOST);
                all.drain(..extra);
            }
            Change::Remove(number) => all.retain(|(n, _)| *n != number),
            Change::Review => all.retain(|(_, toast)| toast.holds.as_ref().is_none_or(|holds| holds.emit(()))),
            Change::Clear => all.clear(),
        }
        Self { next, all }.into()
    }
}

#[derive(Properties, PartialEq)]
struct ToastCardProps {
    number: usize,
    toast: Toast,
    gone: Callback<usize>,
}

/// One notice. It waits while it is pointed at or has the focus.
#[component]
fn ToastCard(props: &ToastCardProps) -> Html {
    let held = use_state_eq(|| false);
    {
        let (gone, number) = (props.gone.clone(), props.number);
        let stay = if props.toast.action.is_some() { STAY_WITH_ACTION } else { STAY };
        use_effect_with(*held, move |held| {
            let timer = (!held).then(|| Timeout::new(stay, move || gone.emit(number)));
            move || drop(timer)
        });
    }
    let hold = |on: bool| {
        let held = held.clone();
        move || held.set(on)
    };
    let node = use_node_ref();
    let came_from = use_mut_ref(|| None::<Element>);
    let close = {
        let (gone, number, node, came_from) = (props.gone.clone(), props.number, node.clone(), came_from.clone());
        Callback::from(move |_: MouseEvent| {
            give_back(&node, came_from.borrow().as_ref());
            gone.emit(number);
        })
    };
    let (enter, leave, blur) = (hold(true), hold(false), hold(false));
    let focus = {
        let (hold, node) = (hold(true), node.clone());
        move |event: FocusEvent| {
            let from = event.related_target().and_then(|from| from.dyn_into::<Element>().ok());
            if let Some(from) = from.filter(|from| !holds(&node, from)) {
                came_from.replace(Some(from));
            }
            hold();
        }
    };
    html! {
        <div
            ref={node}
            class="toast"
            onmouseenter={move |_: MouseEvent| enter()}
            onmouseleave={move |_: MouseEvent| leave()}
            onfocusin={focus}
            onfocusout={move |_: FocusEvent| blur()}
        >
            <span class="toast__text">{ props.toast.text.clone() }</span>
            if let Some((label, run)) = props.toast.action.clone() {
                <Button
                    {label}
                    small=true
                    variant={ButtonVariant::Quiet}
                    class="toast__action"
                    onclick={
                        let close = close.clone();
                        Callback::from(move |event: MouseEvent| {
                            run.emit(());
                            close.emit(event);
                        })
                    }
                />
            }
            <IconButton label={tr!("dismiss")} icon={IconName::Close} onclick={close} small=true />
        </div>
    }
}

fn holds(node: &NodeRef, element: &Element) -> bool {
    node.cast::<Element>().is_some_and(|card| card.contains(Some(element)))
}

/// A notice that goes with the focus in it gives it back to where it came from, or else to the screen.
fn give_back(node: &NodeRef, came_from: Option<&Element>) {
    if !dom::focused().is_some_and(|focused| holds(node, &focused)) {
        return;
    }
    let back = came_from.filter(|element| element.is_connected()).cloned();
    let main = || gloo::utils::document().query_selector("main").ok().flatten();
    if let Some(element) = back.or_else(main) {
        dom::focus(&element);
    }
}
