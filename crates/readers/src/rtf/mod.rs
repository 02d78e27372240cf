//! Rich text (.rtf).

use emic_formats::source::{Extract, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Reads rich text.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>) -> Result<Extract, Refusal> {
    Err(Refusal::NotRead(Lookalike::RichText))
}
