//! Tips: the words of what is only a picture, shown when it is pointed at or focused.
//!
//! Anything with a `data-tip` attribute has one; [`TipLayer`] stands once in the app and shows them above everything,
//! so that no scrolling pane cuts them. They only repeat the `aria-label` and are not read aloud themselves.
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};
use yew::prelude::*;

use super::place::{self, Anchor};

/// How long the pointer rests before a tip appears, in milliseconds.
const REST: u32 = 450;

/// Shows the tips. Once in the app.
#[component]
pub fn TipLayer() -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let listeners = listen(&node);
            move || drop(listeners)
        });
    }
    html! { <div ref={node} class="tip" popover="manual" aria-hidden="true" /> }
}

fn listen(node: &NodeRef) -> Vec<EventListener> {
    let document = gloo::utils::document();
    let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let waiting = std::rc::Rc::new(std::cell::RefCell::new(None::<Timeout>));
    let over = {
        let (node, waiting) = (node.clone(), waiting.clone());
        move |event: &Event| {
            hide(&node);
            let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
            let owner = owner(event).filter(|_| !touch);
            let node = node.clone();
            *waiting.borrow_mut() = owner.map(|owner| Timeout::new(REST, move || show(&node, &owner)));
        }
    };
    let focus = {
        let node = node.clone();
        move |event: &Event| {
            hide(&node);
            if let Some(owner) = owner(event).filter(|owner| owner.matches(":focus-visible").unwrap_or(false)) {
                show(&node, &owner);
            }
        }
    };
    let away = || {
        let (node, waiting) = (node.clone(), waiting.clone());
        move |_: &Event| {
            waiting.borrow_mut().take();
            hide(&node);
        }
    };
    vec![
        EventListener::new_with_options(&document, "pointerover", capture, over),
        EventListener::new_with_options(&document, "focusin", capture, focus),
        EventListener::new_with_options(&document, "focusout", capture, away()),
        EventListener::new_with_options(&document, "pointerdown", capture, away()),
        EventListener::new_with_options(&document, "keydown", capture, away()),
        EventListener::new_with_options(&document, "scroll", capture, away()),
    ]
}

fn owner(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-tip]").ok()?
}

fn show(node: &NodeRef, owner: &Element) {
    let (Some(tip), Some(text)) = (node.cast::<HtmlElement>(), owner.get_attribute("data-tip")) else { return };
    // An open menu says more than the tip of its button.
    if !owner.is_connected() || owner.get_attribute("aria-expanded").as_deref() == Some("true") {
        return;
    }
    tip.set_text_content(Some(&text));
    place::show_popup(&tip, &Anchor::Element(owner.clone()));
}

fn hide(node: &NodeRef) {
    if let Some(tip) = node.cast::<HtmlElement>().filter(|tip| tip.text_content().is_some_and(|text| !text.is_empty()))
    {
        let _ = tip.hide_popover();
        tip.set_text_content(None);
    }
}
