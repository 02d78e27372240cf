//! Small helpers on elements.
use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// Sets a CSS variable on an element through the CSSOM: a `style` attribute would be blocked by the page's policy.
pub fn set_css_var(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// Moves the focus to an element, if it can take it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The element that has the focus, unless it is the page itself.
pub fn focused() -> Option<Element> {
    gloo::utils::document().active_element().filter(|element| element.tag_name() != "BODY")
}

/// Whether the target of an event lies in `element`.
pub fn is_within(event: &Event, element: &Element) -> bool {
    event.target().and_then(|target| target.dyn_into::<Node>().ok()).is_some_and(|node| element.contains(Some(&node)))
}

/// Every match of a selector under an element, in document order.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// The one character that a key press types without a modifier: what typeahead listens to.
pub fn typed(event: &KeyboardEvent) -> Option<char> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return None;
    }
    let key = event.key();
    let mut chars = key.chars();
    chars.next().filter(|c| chars.next().is_none() && !c.is_whitespace())
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    gloo::utils::window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// An id for `for`, `aria-labelledby` and the like: the same for a component's life, no two alike on the page.
#[hook]
pub fn use_id(kind: &'static str) -> AttrValue {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    (*use_memo((), |()| {
        NEXT.set(NEXT.get() + 1);
        AttrValue::from(format!("{kind}-{}", NEXT.get()))
    }))
    .clone()
}
