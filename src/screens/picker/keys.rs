//! What keys mean in the picker.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// What a row offers.
    Row(usize),
    /// A new code of the name that was typed.
    Create,
    /// The words themselves as the code.
    InVivo,
}

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// It belongs to an input method.
    Composing,
    Close,
    /// By so many rows.
    Move(isize),
    Apply,
    Create,
    InVivo,
    Typed,
    Other,
}

/// Rows that a page key moves by.
const PAGE: isize = 8;

pub(super) fn of(event: &KeyboardEvent) -> Key {
    // 229: a key that an input method has taken, in browsers that say so before the composition begins.
    if event.is_composing() || event.key_code() == 229 {
        return Key::Composing;
    }
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "Escape" => Key::Close,
        "ArrowDown" => Key::Move(1),
        "ArrowUp" => Key::Move(-1),
        "PageDown" => Key::Move(PAGE),
        "PageUp" => Key::Move(-PAGE),
        "Enter" if command || event.shift_key() => Key::Create,
        "Enter" => Key::Apply,
        _ if command && event.code() == "KeyI" && !event.shift_key() => Key::InVivo,
        key if !command && !event.alt_key() && key.chars().count() == 1 && key != " " => Key::Typed,
        _ => Key::Other,
    }
}

/// Keeps a key from the browser and from the screen around the picker.
pub(super) fn take(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Whether a key was pressed in the field (or on the picker as a whole) and so is meant for the list, not for a button.
pub(super) fn is_in_list(event: &KeyboardEvent, input: &NodeRef) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        input.cast::<Element>().as_ref() == Some(&target) || target.get_attribute("role").as_deref() == Some("dialog")
    })
}

/// The row that a step leads to: round from one end to the other by single steps, up to the end by longer ones.
pub(super) fn moved(here: usize, step: isize, last: usize) -> usize {
    match step {
        1 if here >= last => 0,
        -1 if here == 0 => last,
        _ => here.saturating_add_signed(step).min(last),
    }
}
