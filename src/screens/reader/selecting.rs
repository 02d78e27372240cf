//! What is selected in the text, by mouse, touch or the browser's own keyboard selection.

use emic_core::text::{Span, Text, grapheme_snap, trim_whitespace};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

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

/// Selects a range in the browser's own way.
pub fn select(range: &web_sys::Range) {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(range);
    }
}

/// How the browser's selection came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// By a mouse or a pen that was dragged over the text and let go.
    Dragged,
    /// In another way (fingers, keys), or exactly: with Alt held down. Or it is still being made.
    Exactly,
}

/// Calls `changed` when the browser's selection has come to rest after a change, until it is dropped.
pub struct Watch {
    _listeners: Vec<EventListener>,
}

impl Watch {
    /// Begins to watch.
    pub fn new(changed: impl Fn(Made) + 'static) -> Watch {
        let changed = Rc::new(changed);
        let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let (told, waited) = (Rc::clone(&changed), Rc::clone(&waiting));
        let document = gloo::utils::document();
        // Whether a drag was begun in the text (until it ends nothing is meant, however long it rests), and whether one
        // has ended of which nobody was told yet.
        let (begun, ended) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let rest = {
            let (begun, ended) = (Rc::clone(&begun), Rc::clone(&ended));
            move || {
                let (changed, inner, ended) = (Rc::clone(&changed), Rc::clone(&waiting), Rc::clone(&ended));
                if begun.get() {
                    waiting.borrow_mut().take();
                    return;
                }
                // Once a mouse is let go nothing more comes.
                let rest = if ended.get() { 0 } else { REST };
                *waiting.borrow_mut() = Some(Timeout::new(rest, move || {
                    inner.borrow_mut().take();
                    changed(if ended.take() { Made::Dragged } else { Made::Exactly });
                }));
            }
        };
        // A key is about what one sees selected when it is pressed, rested or not.
        let key = {
            let (begun, ended) = (Rc::clone(&begun), Rc::clone(&ended));
            let (changed, waiting) = (Rc::clone(&told), Rc::clone(&waited));
            move |_: &web_sys::Event| {
                if !begun.get() && waiting.borrow_mut().take().is_some() {
                    changed(if ended.take() { Made::Dragged } else { Made::Exactly });
                }
            }
        };
        let again = rest.clone();
        let down = {
            let begun = Rc::clone(&begun);
            move |event: &web_sys::Event| begun.set(pointer(event).is_some_and(|pointer| begins_drag(&pointer)))
        };
        let (cancelled, again_then) = (Rc::clone(&begun), rest.clone());
        let cancel = move |_: &web_sys::Event| {
            cancelled.set(false);
            again_then();
        };
        let up = move |event: &web_sys::Event| {
            let exact = pointer(event).is_none_or(|pointer| pointer.alt_key());
            ended.set(begun.take() && !exact);
            again();
        };
        Watch {
            _listeners: vec![
                EventListener::new(&document, "selectionchange", move |_| rest()),
                EventListener::new(&document, "pointerdown", down),
                EventListener::new(&document, "pointerup", up),
                EventListener::new(&document, "pointercancel", cancel),
                // Before the text hears of it.
                EventListener::new_with_options(
                    &document,
                    "keydown",
                    EventListenerOptions::run_in_capture_phase(),
                    key,
                ),
            ],
        }
    }
}

fn pointer(event: &web_sys::Event) -> Option<PointerEvent> {
    event.dyn_ref::<PointerEvent>().cloned()
}

/// Whether a press may become a drag over words: not that of a finger, whose selection the system makes by words and
/// lets be changed by handles, and not one on the bar or the picker.
fn begins_drag(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_text = target.is_some_and(|target| target.closest("[data-s]").ok().flatten().is_some());
    in_text && event.pointer_type() != "touch"
}
