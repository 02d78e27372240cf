//! Archives (.zip).

use emic_formats::source::{Outcome, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Lists an archive, or reads a file in it.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>) -> Result<Outcome, Refusal> {
    Err(Refusal::NotRead(Lookalike::Zip))
}
