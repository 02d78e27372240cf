//! Whether a part of the page is near what is seen of it.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far from the view something is near, in CSS pixels.
const NEAR: &str = "600px 0px";

/// Whether an element has been near the view; once it has, it stays so.
#[hook]
pub fn use_near(node: &NodeRef) -> bool {
    let near = use_state_eq(|| false);
    {
        let (node, setter) = (node.clone(), near.setter());
        use_effect_with((), move |()| {
            let watch = node.cast::<Element>().and_then(|element| watch(&element, move || setter.set(true)));
            let watch = RefCell::new(watch);
            move || {
                if let Some((observer, _callback)) = watch.borrow_mut().take() {
                    observer.disconnect();
                }
            }
        });
    }
    *near
}

type Seen = Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>;

fn watch(element: &Element, seen: impl Fn() + 'static) -> Option<(IntersectionObserver, Seen)> {
    let callback: Seen = Closure::new(move |entries: js_sys::Array, observer: IntersectionObserver| {
        let near = entries
            .iter()
            .any(|entry| entry.dyn_into::<IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting()));
        if near {
            observer.disconnect();
            seen();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(element);
    Some((observer, callback))
}
