//! The keyboard in the text: the app's own cursor, and one key for each thing that is done most.

use emic_core::ids::QuotationId;
use emic_core::project::is_code_key;
use emic_core::text::{Pos, Text, Unit};
use emic_view::cursor::{TextCursor, Way};
use emic_view::lines::by_paragraph;
use yew::KeyboardEvent;

use crate::actions::{Action, Chord, Where, keymap};
use crate::prefs;

/// What a key press in the text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The cursor moves, and selects if it extends.
    Move(TextCursor),
    /// The cursor moves a line up or down, and selects if that is said.
    Line(Way, bool),
    /// The cursor moves to the start or the end of its line, and selects if that is said.
    LineEnd(Way, bool),
    /// An action that is the text's own.
    Do(Action),
    /// Nothing is selected any more.
    Clear,
    /// The code of this key, if one has it, is applied.
    Code(char),
}

/// What a key press means; `None` for keys that are not the text's. The keys of actions are those of the keymap; those
/// that move the cursor and select are fixed. `rtl` says whether the arrow to the left leads on: in a paragraph that
/// runs from right to left.
pub fn command(event: &KeyboardEvent, text: &Text, cursor: TextCursor, rtl: bool) -> Option<Command> {
    let keys = &prefs::current().keys;
    let chord = Chord::of(event);
    let action = chord.as_ref().and_then(|chord| keymap::find(keys, chord));
    if let Some(action) = action {
        // Those that work anywhere are seen to where that is.
        return (action.place() == Where::Text).then_some(Command::Do(action));
    }
    let extend = event.shift_key();
    let upright = match event.key().as_str() {
        "ArrowUp" => Some(Way::Backwards),
        "ArrowDown" => Some(Way::Forwards),
        _ => None,
    };
    // Alt with an arrow to a side is the way back in browsers, but on a Mac it is what moves by words everywhere.
    let alt = event.alt_key() && (is_mac() || upright.is_some());
    if event.meta_key() || (event.alt_key() && !alt) {
        return None;
    }
    let jump = event.ctrl_key() || alt;
    let step = |unit, way| Some(Command::Move(cursor.moved(text, unit, way, extend)));
    let (left, right) = if rtl { (Way::Forwards, Way::Backwards) } else { (Way::Backwards, Way::Forwards) };
    let sideways = if jump { Unit::Word } else { Unit::Grapheme };
    if let Some(way) = upright {
        return Some(match jump {
            true => Command::Move(by_paragraph(text, cursor, way, extend)),
            false => Command::Line(way, extend),
        });
    }
    match event.key().as_str() {
        "ArrowLeft" => return step(sideways, left),
        "ArrowRight" => return step(sideways, right),
        "Home" if jump => return Some(Command::Move(cursor.moved_to(text, Pos(0), extend))),
        "End" if jump => return Some(Command::Move(cursor.moved_to(text, text.end(), extend))),
        "Home" => return Some(Command::LineEnd(Way::Backwards, extend)),
        "End" => return Some(Command::LineEnd(Way::Forwards, extend)),
        _ => {}
    }
    if jump {
        return None;
    }
    if event.key() == "Escape" {
        return Some(Command::Clear);
    }
    let Some(letter) = letter(event) else { return code_key(&chord?) };
    match (letter, extend) {
        ('w', false) => Some(Command::Move(word(text, cursor))),
        ('s', false) => Some(Command::Move(cursor.with_sentence(text))),
        ('p', false) => Some(Command::Move(cursor.with_paragraph(text))),
        ('w', true) => step(Unit::Word, Way::Forwards),
        ('s', true) => step(Unit::Sentence, Way::Forwards),
        ('p', true) => step(Unit::Paragraph, Way::Forwards),
        _ => code_key(&chord?),
    }
}

/// The code of a letter or digit that is pressed by itself.
fn code_key(chord: &Chord) -> Option<Command> {
    let pressed = chord.to_string();
    let mut keys = pressed.chars();
    let key = keys.next().filter(|key| keys.next().is_none() && is_code_key(*key))?;
    Some(Command::Code(key))
}

/// The Latin letter that a key stands for: what it types, or on a keyboard of another script the letter at its place.
fn letter(event: &KeyboardEvent) -> Option<char> {
    let key = event.key();
    let mut typed = key.chars();
    match (typed.next(), typed.next()) {
        (Some(typed), None) if typed.is_ascii() => Some(typed.to_ascii_lowercase()),
        (Some(_), None) => event.code().strip_prefix("Key")?.chars().next().map(|c| c.to_ascii_lowercase()),
        _ => None,
    }
}

fn is_mac() -> bool {
    gloo::utils::window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

/// The word at the cursor; after a full stop or a space the one before it.
fn word(text: &Text, cursor: TextCursor) -> TextCursor {
    let here = cursor.with_word(text);
    if here.selection().is_empty() {
        cursor.cleared().moved(text, Unit::Word, Way::Backwards, false).with_word(text)
    } else {
        here
    }
}

/// The quotation after (or before) the one that is looked at, or else after (or before) the cursor.
pub fn neighbour(
    quotations: &emic_core::project::QuotationList,
    looked_at: Option<QuotationId>,
    cursor: Option<Pos>,
    way: Way,
) -> Option<QuotationId> {
    let list = quotations.as_slice();
    let here = looked_at.and_then(|id| list.iter().position(|quotation| quotation.id == id));
    let at = cursor.unwrap_or_default();
    let next = match (here, way) {
        (Some(here), Way::Forwards) => here + 1,
        (Some(here), Way::Backwards) => here.checked_sub(1)?,
        (None, Way::Forwards) => list.partition_point(|quotation| quotation.span().start < at),
        (None, Way::Backwards) => list.partition_point(|quotation| quotation.span().start < at).checked_sub(1)?,
    };
    list.get(next).map(|quotation| quotation.id)
}
