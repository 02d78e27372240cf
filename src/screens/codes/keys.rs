//! The keys of codes: which are free, and what has those that are not.

use emic_core::project::is_code_key;
use yew::AttrValue;

use crate::actions::{Chord, Where, keymap};
use crate::i18n::tr;
use crate::prefs;

/// The key that was typed for a code.
///
/// # Errors
/// In words for people: why no code can have it.
pub(super) fn code_key(typed: &str) -> Result<Option<char>, AttrValue> {
    let typed = typed.trim().to_uppercase();
    let mut chars = typed.chars();
    let Some(key) = chars.next() else { return Ok(None) };
    if chars.next().is_some() || !is_code_key(key) {
        return Err(tr!("error-bad-key"));
    }
    match app_key(key) {
        Some(does) => Err(tr!("book-key-is-the-apps", key = key.to_string(), does = does)),
        None => Ok(Some(key)),
    }
}

/// What a key does in the text already, in words; nothing if it is free.
pub(super) fn app_key(key: char) -> Option<AttrValue> {
    let chord: Chord = key.to_string().parse().ok()?;
    if chord.refusal(Where::Text).is_some() {
        return Some(tr!("book-key-moves"));
    }
    keymap::find(&prefs::current().keys, &chord).map(|action| action.name())
}
