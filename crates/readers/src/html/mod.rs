//! Web pages (.html), and the chapters of electronic books.

mod elements;
mod encoding;
mod entity;
mod formatting;
mod lists;
mod open;
mod page;
mod paragraphs;
mod style;
mod token;

#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Extract, Refusal};

use crate::read::Task;

/// Reads a web page.
///
/// # Errors
/// [`Refusal`].
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    let decoded = encoding::decode(task.bytes, task.wishes.encoding)?;
    let mut extract = page::read(&decoded.text, task.progress)?;
    if extract.text.is_empty() {
        return Err(Refusal::Empty);
    }
    extract.encoding = Some(decoded.encoding);
    extract.issues = decoded.issues;
    extract.aspects = vec![Aspect::Encoding];
    Ok(extract)
}

/// Words with the character references resolved that end in a semicolon, or are not followed by letters.
pub(crate) fn resolved(words: &str) -> std::borrow::Cow<'_, str> {
    entity::resolve(words, true)
}

/// What is on a page of these words, which may be nothing. White space at its ends is left out.
///
/// # Errors
/// [`Refusal`].
#[allow(dead_code, reason = "electronic books are made of these")]
pub(crate) fn extract(words: &str) -> Result<Extract, Refusal> {
    page::read(words, &|_| ())
}
