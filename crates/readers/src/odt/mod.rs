//! OpenDocument texts (.odt): the text as it is read (OASIS Open Document Format, part 3). Elements are told by their names
//! without a namespace.

mod changes;
mod drawing;
mod inline;
mod lists;
mod paragraph;
mod story;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Damage, Extract, Format, Refusal};

use crate::archive::Archive;
use crate::read::Task;
use crate::xml::{self, Document, attribute, below};
use changes::Changes;
use lists::Lists;
use story::Story;
use styles::Styles;

/// Reads an OpenDocument text.
///
/// # Errors
/// If its archive or its content is damaged, encrypted or too large, or there are no words.
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    let mut archive = Archive::open(task.bytes)?;
    let manifest = part_if_sound(&mut archive, "META-INF/manifest.xml")?;
    let manifest = manifest.as_ref().and_then(|words| xml::tree("META-INF/manifest.xml", words).ok());
    if manifest.as_ref().is_some_and(|manifest| below(manifest.root(), "encryption-data").next().is_some()) {
        return Err(Refusal::Encrypted);
    }
    let words = xml::words(&archive.part("content.xml")?)?;
    (task.progress)(0.1);
    let content = xml::tree("content.xml", &words)?;
    (task.progress)(0.2);
    // Without its styles a text is still the same text.
    let common = part_if_sound(&mut archive, "styles.xml")?;
    let common = common.as_ref().and_then(|words| xml::tree("styles.xml", words).ok());
    let styles = Styles::of(common.as_ref(), &content);
    let lists = Lists::of(common.as_ref(), &content);
    let missing = || Refusal::Damaged(Damage::Part("content.xml".to_owned()));
    let body = below(content.root(), "body").next().and_then(|body| xml::child(body, "text")).ok_or_else(missing)?;
    let formulas = manifest.as_ref().map(formulas).unwrap_or_default();
    let changes = Changes::of(body);
    let tracked = !changes.is_empty();

    let mut story = Story::new(task, &styles, lists, changes, formulas);
    story.tell(body);
    story.tell_notes();
    if let Some(common) = &common {
        story.headers_and_footers(common);
    }
    let mut extract = story.finish().finish(Format::Odt)?;
    extract.title = title(&mut archive);
    if tracked {
        extract.aspects.push(Aspect::TrackedChanges);
    }
    Ok(extract)
}

/// A part that nothing is lost without.
fn part_if_sound(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, Refusal> {
    match archive.part_if_any(name) {
        Ok(Some(bytes)) => xml::words(&bytes).map(Some),
        Ok(None) | Err(Refusal::Damaged(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The embedded objects that are formulas, by their folders.
fn formulas(manifest: &Document<'_>) -> Vec<String> {
    let entries = below(manifest.root(), "file-entry");
    let formulas =
        entries.filter(|entry| attribute(*entry, "media-type").is_some_and(|kind| kind.ends_with(".formula")));
    formulas.filter_map(|entry| Some(attribute(entry, "full-path")?.trim_end_matches('/').to_owned())).collect()
}

/// The title that the file gives itself.
fn title(archive: &mut Archive<'_>) -> Option<String> {
    let words = part_if_sound(archive, "meta.xml").ok().flatten()?;
    let tree = xml::tree("meta.xml", &words).ok()?;
    crate::title::sensible(below(tree.root(), "title").next()?.text()?)
}
