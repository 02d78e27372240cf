//! Word documents (.docx).

use emic_formats::source::{Extract, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Reads a Word document.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>) -> Result<Extract, Refusal> {
    Err(Refusal::NotRead(Lookalike::Word))
}
