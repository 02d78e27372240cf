//! Notices and what floats at the foot of the window do not cover each other.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::page::SizeWatch;
use crate::widgets::dom::set_css_var;

/// What ends so near to the window's lower edge stands where notices would, in CSS pixels.
const NEAR: f64 = 48.0;

/// Lifts the notices above an element, as long as it stands at the foot of the window.
#[hook]
pub fn use_lift(node: &NodeRef) {
    let node = node.clone();
    use_effect_with((), move |()| {
        let watch = node.cast::<HtmlElement>().and_then(|element| {
            let watched = element.clone();
            SizeWatch::new(&watched, move || {
                let rect = element.get_bounding_client_rect();
                let root = gloo::utils::document().document_element();
                let height = root.map_or(0.0, |root| f64::from(root.client_height()));
                let below = height - rect.bottom();
                lift(if below < NEAR { rect.height() + below } else { 0.0 });
            })
        });
        move || {
            drop(watch);
            lift(0.0);
        }
    });
}

fn lift(by: f64) {
    if let Ok(Some(list)) = gloo::utils::document().query_selector(".toasts__list") {
        set_css_var(&list, "--lifted", &format!("{by}px"));
        // There is no room for several: the last one says what was done last.
        let _ = list.class_list().toggle_with_force("toasts__list--lifted", by > 0.0);
    }
}
