//! Strategies for texts that break offset arithmetic.

use proptest::prelude::*;

/// Words and marks of which one is one, several or half a unit somewhere.
const PIECES: &[&str] = &[
    "a",
    "word",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    ".",
    "don't",
    "e\u{301}",
    "o\u{308}\u{323}",
    "é",
    "ß",
    "مرحبا",
    "كِتَابٌ",
    "لا",
    "،",
    "؟",
    "👩🏽‍⚕️",
    "🇸🇾",
    "👨‍👩‍👧",
    "😀",
    "न्द्र",
    "日本",
    "\u{200f}",
    "\u{200d}",
    "\u{a0}",
    "\u{feff}",
    "𝄞",
    "-",
    "x²",
];

/// Any text: of the pieces above mostly, of any characters sometimes, long enough for several checkpoints rarely.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat()),
        2 => ".{0,60}",
        1 => prop::collection::vec(prop::sample::select(PIECES), 400..1200).prop_map(|pieces| pieces.concat()),
    ]
}

/// A short text.
pub fn short_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..4).prop_map(|pieces| pieces.concat())
}
