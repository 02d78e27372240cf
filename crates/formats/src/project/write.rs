use std::rc::Rc;

use emic_core::history::History;
use emic_core::project::{Document, Project};
use emic_core::text::{Text, TextHash};

use super::file::*;
use super::rebuild::from_quotations;
use super::{FORMAT, MIN_READER, VERSION, WriteError};
use crate::json;

/// A file, and what had to be left out of it because the browser has lost it.
#[derive(Debug, Clone, PartialEq)]
pub struct Written<T> {
    /// The file.
    pub file: T,
    /// The titles of documents whose text is lost: of it, only what quotations hold is in the file.
    pub without_text: Vec<String>,
    /// The titles of documents whose text as imported is lost; their present text is in the file.
    pub without_original: Vec<String>,
}

/// The whole project as one file: pretty printed, entities in the order of their ids, quotations document by document
/// in reading order; the same project always gives the same bytes.
///
/// `texts` gives the documents' texts by their hash. One that is lost is no reason to give nothing: see [`Written`].
///
/// # Errors
/// If it cannot be put into JSON.
pub fn write(
    project: &Project,
    history: &History,
    texts: &dyn Fn(&TextHash) -> Option<Rc<str>>,
    app: &str,
) -> Result<Written<Vec<u8>>, WriteError> {
    let Written { file, without_text, without_original } = write_parts(project, history, texts, app);
    let mut bytes = json::in_lines(&file).map_err(|error| WriteError::Unwritable { cause: error.to_string() })?;
    bytes.push(b'\n');
    Ok(Written { file: bytes, without_text, without_original })
}

/// The same as values, not yet as JSON.
pub fn write_parts(
    project: &Project,
    history: &History,
    texts: &dyn Fn(&TextHash) -> Option<Rc<str>>,
    app: &str,
) -> Written<FileProject> {
    let (mut without_text, mut without_original) = (Vec::new(), Vec::new());
    let mut documents = Vec::with_capacity(project.documents.len());
    for document in project.documents.values() {
        let (text, imported) = (document.text.hash, document.source.imported.hash);
        let original = texts(&imported);
        let present = texts(&text).or_else(|| edited(document, original.as_deref()?));
        let present = present.unwrap_or_else(|| from_quotations(project, document));
        let whole = TextHash::of(&present) == text;
        let mut file = FileDocument::of(document);
        file.text_sha256 = Some(text);
        file.text = Some(present);
        if !whole {
            without_text.push(document.title.clone());
            // They would lead back from nowhere.
            file.revisions.clear();
        }
        if imported != text {
            match original {
                Some(original) => file.source.imported = Some(original),
                None => {
                    if whole {
                        without_original.push(document.title.clone());
                    }
                    // They would lead from nowhere.
                    file.source.edits.clear();
                }
            }
        }
        documents.push(file);
    }
    let head = FileHead::of(project);
    let file = FileProject {
        format: FORMAT.to_owned(),
        version: VERSION,
        min_reader: MIN_READER,
        app: app.to_owned(),
        id: head.id,
        title: head.title,
        created: head.created,
        coders: head.coders,
        folders: head.folders,
        documents,
        codes: head.codes,
        attributes: head.attributes,
        cases: head.cases,
        guide: head.guide,
        levels: head.levels,
        codebook_versions: head.codebook_versions,
        memos: head.memos,
        links: head.links,
        themes: head.themes,
        attributions: head.attributions,
        quotations: project.quotations.values().flat_map(|list| list.iter()).map(|q| FileQuotation::of(q)).collect(),
        history: history.steps().iter().map(|step| FileStep::of(step)).collect(),
        extra: head.extra,
    };
    Written { file, without_text, without_original }
}

/// The present text made again from the text as imported, if that leads there.
fn edited(document: &Document, original: &str) -> Option<Rc<str>> {
    let edits = &document.source.edits;
    let made = edits.fits(Text::new(original).len()).then(|| edits.apply(original))?;
    (TextHash::of(&made) == document.text.hash).then(|| made.into())
}
