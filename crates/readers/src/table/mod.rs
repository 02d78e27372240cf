//! Tables: .csv, .xlsx, .ods.

use emic_formats::source::{Format, Outcome, Refusal};
use emic_formats::text_file::Lookalike;

use crate::read::Task;

/// Reads a table.
///
/// # Errors
/// [`Refusal`].
pub fn read(_task: &Task<'_>, _format: Format) -> Result<Outcome, Refusal> {
    Err(Refusal::NotRead(Lookalike::Spreadsheet))
}
