//! A file of any format: told what it is by its bytes, then by its name, and handed to its reader.

use emic_core::text::canonical;
use emic_formats::source::{Extract, Format, Outcome, Refusal, Wishes};

use crate::{archive, docx, epub, html, odt, pdf, rtf, sniff, subtitles, table, text};

/// A file to be read.
pub struct Task<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// What people chose.
    pub wishes: &'a Wishes,
    /// Told from time to time which part of the work is done, from 0 to 1: that it goes on at all.
    pub progress: &'a dyn Fn(f32),
}

/// Reads a file.
///
/// # Errors
/// If nothing can be taken out of it. A file that is cut off, damaged or made to harm is refused within bounded time and
/// memory.
pub fn read(task: &Task<'_>) -> Result<Outcome, Refusal> {
    let one = |extract: Extract| Outcome::Texts(vec![extract]);
    match sniff::format(task.name, task.bytes)? {
        Format::Text => words(task, Format::Text).map(one),
        Format::Markdown => words(task, Format::Markdown).map(one),
        Format::Docx => docx::read(task).map(one),
        Format::Odt => odt::read(task).map(one),
        Format::Rtf => rtf::read(task).map(one),
        Format::Html => html::read(task).map(one),
        Format::Epub => epub::read(task).map(one),
        Format::Pdf => pdf::read(task).map(one),
        format @ (Format::WebVtt | Format::SubRip) => subtitles::read(task, format).map(one),
        format @ (Format::Csv | Format::Xlsx | Format::Ods) => table::read(task, format),
        Format::Zip => archive::read(task),
    }
}

/// A text file as it is.
fn words(task: &Task<'_>, format: Format) -> Result<Extract, Refusal> {
    let decoded = text::decode(task.bytes, task.wishes.encoding)?;
    let mut extract = Extract::plain(format, canonical(&decoded.text).into_owned());
    extract.encoding = Some(decoded.encoding);
    extract.issues = decoded.issues;
    Ok(extract)
}
