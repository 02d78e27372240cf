//! Which rows of a tree are made: those near the window's view, whichever pane scrolls.
use std::cell::Cell;
use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::dom;

thread_local! {
    /// The height of a row in CSS pixels, measured on the first one; all rows of all trees are alike (`--tree-row`).
    pub(super) static ROW_HEIGHT: Cell<f64> = const { Cell::new(32.0) };
}

/// Rows made beyond the view on each side. The window moves in steps of this.
const MARGIN: usize = 16;
/// Trees up to this length are made whole.
const WHOLE: usize = 96;

/// The rows to make of `len`, kept up to date as the page scrolls.
#[hook]
pub(super) fn use_window(node: &NodeRef, len: usize) -> Range<usize> {
    let span = use_state_eq(|| 0..WHOLE);
    {
        let (node, span) = (node.clone(), span.setter());
        use_effect_with(len, move |len| {
            let len = *len;
            let measure = move || {
                if let Some(tree) = node.cast::<Element>() {
                    span.set(near_view(&tree, len));
                }
            };
            // Not at once: the page would have to be laid out an additional time. Before it is painted all the same.
            let begun = {
                let measure = measure.clone();
                request_animation_frame(move |_| measure())
            };
            let frame = std::rc::Rc::new(std::cell::RefCell::new(Some(begun)));
            let held = std::rc::Rc::clone(&frame);
            let soon = move |_: &Event| {
                let measure = measure.clone();
                frame.replace(Some(request_animation_frame(move |_| measure())));
            };
            let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
            let listeners = (len > WHOLE).then(|| {
                let scroll = EventListener::new_with_options(&gloo::utils::document(), "scroll", capture, soon.clone());
                (scroll, EventListener::new(&gloo::utils::window(), "resize", soon))
            });
            move || drop((listeners, held))
        });
    }
    (*span).clone()
}

fn near_view(tree: &Element, len: usize) -> Range<usize> {
    if let Ok(Some(row)) = tree.query_selector(".tree__row") {
        let height = row.get_bounding_client_rect().height();
        if height > 1.0 {
            ROW_HEIGHT.set(height);
        }
    }
    if len <= WHOLE {
        return 0..WHOLE;
    }
    let height = ROW_HEIGHT.get();
    let view = gloo::utils::document().document_element().map_or(800.0, |root| f64::from(root.client_height()));
    let top = tree.get_bounding_client_rect().top();
    let first = ((-top / height).max(0.0) as usize / MARGIN * MARGIN).saturating_sub(MARGIN);
    let last = ((view - top) / height).max(0.0) as usize / MARGIN * MARGIN + 2 * MARGIN;
    first.min(len)..last.min(len)
}

/// The ranges of rows to make: those of the window, and the one that holds the focus.
pub(super) fn segments(span: Range<usize>, here: usize, len: usize) -> Vec<Range<usize>> {
    let span = span.start.min(len)..span.end.min(len);
    let mut ranges = vec![span.clone()];
    if here < len && !span.contains(&here) {
        ranges.push(here..here + 1);
    }
    ranges.retain(|range| !range.is_empty());
    emic_core::sorting::sort_by_key(&mut ranges, |range| range.start);
    ranges
}

/// The row of an id, if it is made.
pub(super) fn row_of(tree: &Element, id: &str) -> Option<Element> {
    dom::all(tree, "[role=treeitem]").into_iter().find(|row| row.get_attribute("data-id").as_deref() == Some(id))
}

/// The id of the row that an event hit, and what in the row it hit; none on a button or field of the row.
pub(super) fn hit(event: &Event, tree: &NodeRef) -> Option<(AttrValue, Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("button, input, textarea, select, a, [role=menu]").ok()?.is_some() {
        return None;
    }
    let row = target.closest("[role=treeitem]").ok()??;
    let tree = tree.cast::<Element>()?;
    tree.contains(Some(&row)).then_some((AttrValue::from(row.get_attribute("data-id")?), target))
}

/// Whether a key was pressed on a row itself.
pub(super) fn is_on_row(event: &Event, tree: &NodeRef) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|t| t.get_attribute("role").as_deref() == Some("treeitem"))
        && tree.cast::<Element>().is_some_and(|tree| dom::is_within(event, &tree))
}

/// Where a menu opens: at the pointer, or below the row if a key asked for it.
pub(super) fn menu_point(event: &MouseEvent, target: &Element) -> (i32, i32) {
    if event.client_x() != 0 || event.client_y() != 0 {
        return (event.client_x(), event.client_y());
    }
    let rect = target.get_bounding_client_rect();
    (rect.left() as i32, rect.bottom() as i32)
}

/// Scrolls as little as needed to show a row.
pub(super) fn reveal(row: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    row.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the pane so that row `position` is in view, made or not.
pub(super) fn reveal_position(tree: &Element, position: usize) {
    let Some(pane) = scroller(tree) else { return };
    let (tree, pane_box) = (tree.get_bounding_client_rect(), pane.get_bounding_client_rect());
    let top = tree.top() + position as f64 * ROW_HEIGHT.get();
    let bottom = top + ROW_HEIGHT.get();
    let by = if top < pane_box.top() {
        top - pane_box.top()
    } else if bottom > pane_box.bottom() {
        bottom - pane_box.bottom()
    } else {
        return;
    };
    pane.set_scroll_top(pane.scroll_top() + by as i32);
}

/// The nearest element around the tree that scrolls.
pub(super) fn scroller(tree: &Element) -> Option<Element> {
    let window = gloo::utils::window();
    let mut at = Some(tree.clone());
    while let Some(element) = at {
        let style = window.get_computed_style(&element).ok().flatten();
        let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok()).unwrap_or_default();
        if matches!(overflow.as_str(), "auto" | "scroll") && element.scroll_height() > element.client_height() {
            return Some(element);
        }
        at = element.parent_element();
    }
    None
}
