//! Electronic books (.epub): their chapters in the order of reading, each a page of XHTML.

mod chapters;
mod package;
#[cfg(test)]
mod tests;
mod xhtml;

use emic_formats::source::{Damage, Extract, Format, LeftOut, Refusal};

use crate::archive::Archive;
use crate::html;
use crate::read::Task;
use chapters::Chapters;
use package::Package;

/// Reads an electronic book.
///
/// # Errors
/// If its archive or its table of contents is damaged, its chapters are encrypted or hold too much, or no words are in them.
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    let mut archive = Archive::open(task.bytes)?;
    let package = Package::of(&mut archive)?;
    let all = package.spine.len().max(1);
    let mut chapters = Chapters::default();
    let mut damaged = None;
    for (index, path) in package.spine.iter().enumerate() {
        (task.progress)(index as f32 / all as f32);
        let bytes = match archive.part_if_any(path) {
            Ok(Some(bytes)) => bytes,
            // A chapter that is missing is left out, as one that cannot be unpacked is; both are said.
            Ok(None) | Err(Refusal::Damaged(_)) => {
                damaged = damaged.or_else(|| Some(path.clone()));
                chapters.leave_out(LeftOut::NotChosen);
                continue;
            }
            Err(other) => return Err(other),
        };
        match html::extract(&xhtml::as_html(&bytes)) {
            Ok(chapter) => chapters.add(chapter)?,
            Err(Refusal::Empty) => {}
            Err(other) => return Err(other),
        }
    }
    let mut extract = chapters.finish(Format::Epub);
    if extract.text.is_empty() {
        return Err(damaged.map_or(Refusal::Empty, |path| Refusal::Damaged(Damage::Part(path))));
    }
    extract.title = package.title;
    Ok(extract)
}
