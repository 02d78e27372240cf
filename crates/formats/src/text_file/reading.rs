//! What is known of a text once it was read: what the reader in its worker tells the page besides the words.

use emic_core::project::TextRef;
use emic_core::text::{TextHash, count_words};
use serde::{Deserialize, Serialize};

use super::Encoding;
use crate::tidy::{RuleSet, Tidied, suggest_by};

/// What was noticed while a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecodeIssue {
    /// The encoding was guessed from the bytes: look whether the letters are right.
    Guessed(Encoding),
    /// So many places could not be read in this encoding and are U+FFFD now.
    Undecodable(usize),
    /// So many NUL characters are in the text.
    Nul(usize),
    /// There is nothing but white space in it.
    Empty,
}

/// What is known of a canonical text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The text by its hash, with its length and words counted.
    pub imported: TextRef,
    /// What its bytes were read in; none for words that came as text.
    pub encoding: Option<Encoding>,
    /// What people should know.
    pub issues: Vec<DecodeIssue>,
    /// The rules that make sense for it.
    pub suggested: RuleSet,
}

impl Reading {
    /// Looks through a canonical text, of which all that tidying could do is known.
    pub fn of(text: &str, all: &Tidied, encoding: Option<Encoding>, issues: Vec<DecodeIssue>) -> Reading {
        Reading { imported: text_ref(text), encoding, issues, suggested: suggest_by(text, all) }
    }
}

/// A text by its hash, with its length and words counted.
pub fn text_ref(text: &str) -> TextRef {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    TextRef { hash: TextHash::of(text), length: count(text.chars().count()), words: count(count_words(text)) }
}
