//! PDFs with a text layer.

use emic_formats::source::{Extract, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Reads a PDF.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>) -> Result<Extract, Refusal> {
    Err(Refusal::NotRead(Lookalike::Pdf))
}
