//! Where the chapters of a book are.

use std::collections::{HashMap, HashSet};

use emic_formats::source::{Bound, Damage, Refusal};

use crate::archive::Archive;
use crate::xml::{self, Document, attribute, below, child, children};

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";
/// The ways in which only fonts are encrypted, which anyone can undo.
const FONTS: &[&str] = &["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
/// The most chapters.
const CHAPTER_LIMIT: usize = 5_000;

/// What a book says of itself.
pub struct Package {
    /// Its title.
    pub title: Option<String>,
    /// Its chapters in the order of reading: paths in the archive, each once.
    pub spine: Vec<String>,
}

impl Package {
    /// Reads the book's list of contents.
    ///
    /// # Errors
    /// If it is missing or damaged, or a chapter is encrypted.
    pub fn of(archive: &mut Archive<'_>) -> Result<Package, Refusal> {
        let container = archive.part(CONTAINER)?;
        let container = xml::without_doctype(xml::words(&container)?);
        let container = xml::tree(CONTAINER, &container)?;
        let path = below(container.root(), "rootfile").find_map(|file| attribute(file, "full-path"));
        let path = path.ok_or_else(|| Refusal::Damaged(Damage::Part(CONTAINER.to_owned())))?;
        let path = resolve("", path);
        let words = xml::without_doctype(xml::words(&archive.part(&path)?)?);
        let tree = xml::tree(&path, &words)?;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let package = Package { title: title(&tree), spine: spine(&tree, folder)? };
        if package.spine.is_empty() {
            return Err(Refusal::Damaged(Damage::Part(path)));
        }
        let locked = locked(archive)?;
        if package.spine.iter().any(|chapter| locked.contains(&chapter.to_lowercase())) {
            return Err(Refusal::Encrypted);
        }
        Ok(package)
    }
}

fn title(package: &Document<'_>) -> Option<String> {
    let metadata = child(package.root_element(), "metadata")?;
    // Books of the first kind have one more element in between.
    let title = below(metadata, "title").next()?.text()?;
    crate::title::sensible(title)
}

fn spine(package: &Document<'_>, folder: &str) -> Result<Vec<String>, Refusal> {
    let root = package.root_element();
    let manifest = child(root, "manifest");
    let files: HashMap<&str, (&str, &str)> = manifest
        .into_iter()
        .flat_map(|manifest| children(manifest, "item"))
        .filter_map(|item| {
            Some((
                attribute(item, "id")?,
                (attribute(item, "href")?, attribute(item, "media-type").unwrap_or_default()),
            ))
        })
        .collect();
    let mut spine = Vec::new();
    let mut seen = HashSet::new();
    for item in child(root, "spine").into_iter().flat_map(|spine| children(spine, "itemref")) {
        let Some((target, kind)) = attribute(item, "idref").and_then(|id| files.get(id)) else { continue };
        let ending =
            target.split(['#', '?']).next().and_then(|path| path.rsplit_once('.')).map_or("", |(_, ending)| ending);
        let page = kind.contains("html") || ["html", "xhtml", "htm"].iter().any(|e| ending.eq_ignore_ascii_case(e));
        let path = resolve(folder, target);
        if page && seen.insert(path.to_lowercase()) {
            spine.push(path);
        }
        if spine.len() > CHAPTER_LIMIT {
            return Err(Refusal::Excessive(Bound::Entries));
        }
    }
    Ok(spine)
}

/// The parts, in small letters, that are encrypted in a way that is not only meant for fonts.
fn locked(archive: &mut Archive<'_>) -> Result<HashSet<String>, Refusal> {
    let Some(bytes) = archive.part_if_any(ENCRYPTION)? else { return Ok(HashSet::new()) };
    let words = xml::words(&bytes)?;
    let tree = xml::tree(ENCRYPTION, &words)?;
    let data = below(tree.root(), "EncryptedData").filter(|data| {
        let way = children(*data, "EncryptionMethod").next().and_then(|way| attribute(way, "Algorithm"));
        !way.is_some_and(|way| FONTS.contains(&way))
    });
    let paths = data.filter_map(|data| attribute(below(data, "CipherReference").next()?, "URI"));
    Ok(paths.map(|path| resolve("", path).to_lowercase()).collect())
}

/// Where a reference leads, from a folder of the archive.
fn resolve(folder: &str, reference: &str) -> String {
    let reference = reference.split(['#', '?']).next().unwrap_or_default();
    let mut steps: Vec<&str> = if reference.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in reference.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    unescaped(&steps.join("/"))
}

/// `%20` and the like as the letters they stand for.
fn unescaped(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| byte == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(letter) => {
                out.push(letter);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod paths {
    use super::resolve;

    #[test]
    fn references_are_resolved() {
        for (folder, reference, expected) in [
            ("OEBPS", "Text/a%20b.xhtml#top", "OEBPS/Text/a b.xhtml"),
            ("OEBPS/x", "../a.xhtml", "OEBPS/a.xhtml"),
            ("", "/OEBPS/./a.xhtml", "OEBPS/a.xhtml"),
            ("", "100%.xhtml", "100%.xhtml"),
            ("a", "../../../b", "b"),
        ] {
            assert_eq!(resolve(folder, reference), expected);
        }
    }
}
