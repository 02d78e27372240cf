//! The parts of a Word document, and how they find each other.

use emic_formats::source::{Bound, Damage, Refusal};

use crate::archive::Archive;
use crate::xml::{self, attribute, below, children};

/// The most parts of one kind (headers and footers of many sections) that are looked into.
const SAME_KIND_LIMIT: usize = 200;

/// A document's archive.
pub struct Package<'a> {
    archive: Archive<'a>,
    /// The part with the text.
    main: String,
    /// What belongs to the text: the kind (the last step of the relationship's type), and the part.
    related: Vec<(String, String)>,
    /// The part with the title.
    core: String,
}

impl<'a> Package<'a> {
    /// Opens a document.
    ///
    /// # Errors
    /// If its archive is damaged, or there is no text in it.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let mut archive = Archive::open(bytes)?;
        let top = relationships(&mut archive, "_rels/.rels", "")?;
        let of_kind = |kind: &str| top.iter().find(|(found, _)| found == kind).map(|(_, part)| part.clone());
        let main = of_kind("officeDocument").filter(|part| archive.has(part));
        let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
        if !archive.has(&main) {
            return Err(Refusal::Damaged(Damage::Missing(main)));
        }
        let core = of_kind("core-properties").unwrap_or_else(|| "docProps/core.xml".to_owned());
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let related = relationships(&mut archive, &path, folder)?;
        Ok(Package { archive, main, related, core })
    }

    /// The part with the text.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn main(&mut self) -> Result<(String, String), Refusal> {
        let bytes = self.archive.part(&self.main)?;
        Ok((self.main.clone(), xml::words(&bytes)?))
    }

    /// A part that belongs to the text, such as "styles": its name and its letters, if there is one.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn related(&mut self, kind: &str) -> Result<Option<(String, String)>, Refusal> {
        let named = self.related.iter().find(|(found, _)| found == kind).map(|(_, part)| part.clone());
        let part = named.filter(|part| self.archive.has(part)).unwrap_or_else(|| format!("word/{kind}.xml"));
        let Some(bytes) = self.archive.part_if_any(&part)? else { return Ok(None) };
        Ok(Some((part, xml::words(&bytes)?)))
    }

    /// A part that nothing is lost without: as [`Self::related`], but a damaged one is as if it were not there.
    ///
    /// # Errors
    /// If it holds too much.
    pub fn related_if_sound(&mut self, kind: &str) -> Result<Option<(String, String)>, Refusal> {
        match self.related(kind) {
            Err(Refusal::Damaged(_)) => Ok(None),
            other => other,
        }
    }

    /// How many headers and footers have words or pictures.
    ///
    /// # Errors
    /// If one holds too much.
    pub fn headers_and_footers(&mut self) -> Result<u32, Refusal> {
        let mut parts: Vec<String> = Vec::new();
        for (kind, part) in &self.related {
            if matches!(kind.as_str(), "header" | "footer") && !parts.contains(part) {
                parts.push(part.clone());
            }
            if parts.len() > SAME_KIND_LIMIT {
                return Err(Refusal::Excessive(Bound::Entries));
            }
        }
        let mut count = 0;
        for part in parts {
            let words = match self.archive.part_if_any(&part) {
                Ok(Some(bytes)) => xml::words(&bytes)?,
                Ok(None) | Err(Refusal::Damaged(_)) => continue,
                Err(other) => return Err(other),
            };
            let Ok(tree) = xml::tree(&part, &words) else { continue };
            let root = tree.root();
            let said = below(root, "t").any(|text| text.text().is_some_and(|text| !text.trim().is_empty()));
            count += u32::from(said || below(root, "blip").chain(below(root, "imagedata")).next().is_some());
        }
        Ok(count)
    }

    /// The title that the file gives itself.
    pub fn title(&mut self) -> Option<String> {
        let bytes = self.archive.part_if_any(&self.core).ok().flatten()?;
        let words = xml::words(&bytes).ok()?;
        let tree = xml::tree(&self.core, &words).ok()?;
        let title = children(tree.root_element(), "title").next()?.text()?;
        crate::title::sensible(title)
    }
}

/// What belongs to a part: kinds, and paths in the archive.
fn relationships(archive: &mut Archive<'_>, path: &str, folder: &str) -> Result<Vec<(String, String)>, Refusal> {
    let words = match archive.part_if_any(path) {
        Ok(Some(bytes)) => xml::words(&bytes)?,
        // The usual names do without.
        Ok(None) | Err(Refusal::Damaged(_)) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let Ok(tree) = xml::tree(path, &words) else { return Ok(Vec::new()) };
    let found = children(tree.root_element(), "Relationship").filter_map(|relationship| {
        if attribute(relationship, "TargetMode") == Some("External") {
            return None;
        }
        let kind = attribute(relationship, "Type")?.rsplit('/').next()?;
        Some((kind.to_owned(), resolve(folder, attribute(relationship, "Target")?)))
    });
    Ok(found.collect())
}

/// Where a path leads, from a folder of the archive.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn paths_are_resolved() {
        for (folder, target, expected) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles.xml", "word/styles.xml"),
            ("word", "../docProps/core.xml", "docProps/core.xml"),
            ("", "word/document.xml", "word/document.xml"),
            ("word", "../../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }
}
