//! What is selected in the text, by mouse, touch or the browser's own keyboard selection.

use emic_core::text::{Span, Text, grapheme_snap, trim_whitespace};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long the browser's selection must be at rest before it is taken for meant, in milliseconds: on touch screens
/// it changes while its ends are dragged.
const REST: u32 = 180;

/// The span that a selection means: whole graphemes, without white space at its ends. `None` if nothing is left.
pub fn meant(text: &Text, span: Span) -> Option<Span> {
    let span = trim_whitespace(text, grapheme_snap(text, span));
    (!span.is_empty()).then_some(span)
}

/// The range of the browser's selection, if something is selected.
pub fn native() -> Option<web_sys::Range> {
    let selection = gloo::utils::window().get_selection().ok().flatten()?;
    if selection.range_count() == 0 || selection.is_collapsed() {
        return None;
    }
    selection.get_range_at(0).ok()
}

/// Lets the browser's selection go.
pub fn clear_native() {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Calls `changed` when the browser's selection has come to rest after a change, until it is dropped.
pub struct Watch {
    _listeners: Vec<EventListener>,
}

impl Watch {
    /// Begins to watch.
    pub fn new(changed: impl Fn() + 'static) -> Watch {
        let changed = Rc::new(changed);
        let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let document = gloo::utils::document();
        let rest = move || {
            let (changed, inner) = (Rc::clone(&changed), Rc::clone(&waiting));
            *waiting.borrow_mut() = Some(Timeout::new(REST, move || {
                inner.borrow_mut().take();
                changed();
            }));
        };
        let again = rest.clone();
        Watch {
            _listeners: vec![
                EventListener::new(&document, "selectionchange", move |_| rest()),
                EventListener::new(&document, "pointerup", move |_| again()),
            ],
        }
    }
}
