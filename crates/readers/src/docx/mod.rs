//! Word documents (.docx): the text as it is read, from Office Open XML of both its kinds (ISO/IEC 29500 transitional and
//! strict). Elements are told by their names without a namespace, which the two kinds share.

mod comments;
mod drawing;
mod fields;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod run;
mod story;
mod styles;
mod symbols;
mod table;
#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Extract, Format, LeftOut, Refusal};

use crate::read::Task;
use crate::xml;
use notes::Notes;
use numbering::Lists;
use package::Package;
use story::Story;
use styles::Styles;

/// Reads a Word document.
///
/// # Errors
/// If its archive or a part with words in it is damaged, encrypted or too large, or there are no words.
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    let mut package = Package::open(task.bytes)?;
    let (name, words) = package.main()?;
    (task.progress)(0.1);
    let main = xml::tree(&name, &words)?;
    (task.progress)(0.2);
    // Without its styles a text is still the same text.
    let part = package.related_if_sound("styles")?;
    let tree = part.as_ref().and_then(|(name, words)| xml::tree(name, words).ok());
    let styles = tree.as_ref().map(Styles::of).unwrap_or_default();
    let part = package.related_if_sound("numbering")?;
    let tree = part.as_ref().and_then(|(name, words)| xml::tree(name, words).ok());
    let lists = tree.as_ref().map(Lists::of).unwrap_or_default();
    let part = package.related("comments")?;
    let tree = part.as_ref().map(|(name, words)| xml::tree(name, words)).transpose()?;
    let comments = tree.as_ref().map(comments::of).unwrap_or_default();
    let footnotes = package.related("footnotes")?;
    let footnotes = footnotes.as_ref().map(|(name, words)| xml::tree(name, words)).transpose()?;
    let endnotes = package.related("endnotes")?;
    let endnotes = endnotes.as_ref().map(|(name, words)| xml::tree(name, words)).transpose()?;
    let notes = Notes::of(footnotes.as_ref(), endnotes.as_ref());

    let mut story = Story::new(task, &styles, lists, &comments, notes);
    story.tell(main.root_element());
    story.tell_notes();
    for _ in 0..package.headers_and_footers()? {
        story.flow.leave_out(LeftOut::HeaderOrFooter);
    }
    let tracked = story.tracked_seen;
    let mut extract = story.finish().finish(Format::Docx)?;
    extract.title = package.title();
    if tracked {
        extract.aspects.push(Aspect::TrackedChanges);
    }
    Ok(extract)
}
