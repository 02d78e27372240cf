//! Where something that floats is put: below its anchor if there is room, else above; always within the window.
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dom;

/// What a floating thing belongs to.
#[derive(Clone, PartialEq, Debug)]
pub enum Anchor {
    /// An element of a component: the floating thing lines up with the start of its lower edge.
    Node(NodeRef),
    /// The same for an element at hand.
    Element(Element),
    /// A point of the window, in CSS pixels.
    Point(f64, f64),
}

impl Anchor {
    /// Whether an event came from the anchor itself.
    pub(super) fn holds(&self, event: &Event) -> bool {
        match self {
            Self::Node(node) => node.cast::<Element>().is_some_and(|element| dom::is_within(event, &element)),
            Self::Element(element) => dom::is_within(event, element),
            Self::Point(..) => false,
        }
    }

    /// Left, top, right and bottom in the window.
    pub(super) fn bounds(&self) -> Option<[f64; 4]> {
        let element = match self {
            Self::Node(node) => node.cast::<Element>()?,
            Self::Element(element) => element.clone(),
            Self::Point(x, y) => return Some([*x, *y, *x, *y]),
        };
        let rect = element.get_bounding_client_rect();
        Some([rect.left(), rect.top(), rect.right(), rect.bottom()])
    }
}

/// Between the floating thing and its anchor, and the least distance to the window's edge.
const GAP: f64 = 4.0;
const EDGE: f64 = 8.0;

/// Lifts `popup` (a `popover="manual"` element) above the page and puts it at its anchor. A browser without popovers
/// shows it in place, where the style sheet still fixes it to the window.
pub fn show_popup(popup: &HtmlElement, anchor: &Anchor) {
    let _ = popup.show_popover();
    put(popup, anchor);
}

/// Puts a floating element at its anchor. Its style reads `--float-start` and `--float-top` (from the window's edges,
/// in its own direction) and `--float-height` (the most that fits).
pub fn put(floating: &HtmlElement, anchor: &Anchor) {
    let Some([left, top, right, bottom]) = anchor.bounds() else { return };
    let root = gloo::utils::document().document_element();
    let (width, height) =
        root.as_ref().map_or((0.0, 0.0), |r| (f64::from(r.client_width()), f64::from(r.client_height())));
    let size = floating.get_bounding_client_rect();
    let style = gloo::utils::window().get_computed_style(floating).ok().flatten();
    let rtl = style.and_then(|style| style.get_property_value("direction").ok()).as_deref() == Some("rtl");
    let start = if rtl { width - right } else { left };
    let start = start.min(width - EDGE - size.width()).max(EDGE);
    let below = height - bottom - GAP - EDGE;
    let above = top - GAP - EDGE;
    let (top, room) = if size.height() <= below || below >= above {
        (bottom + GAP, below)
    } else {
        ((top - GAP - size.height()).max(EDGE), above)
    };
    dom::set_css_var(floating, "--float-start", &format!("{start}px"));
    dom::set_css_var(floating, "--float-top", &format!("{top}px"));
    dom::set_css_var(floating, "--float-height", &format!("{}px", room.max(96.0)));
}
