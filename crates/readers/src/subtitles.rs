//! Subtitles: WebVTT and SubRip.

use emic_formats::source::{Extract, Format, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Reads subtitles.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>, _format: Format) -> Result<Extract, Refusal> {
    Err(Refusal::NotRead(Lookalike::Media))
}
