use std::rc::Rc;

use emic_core::history::History;
use emic_core::project::Project;
use emic_core::text::TextHash;

use super::file::*;
use super::{FORMAT, MIN_READER, VERSION, WriteError};

/// The whole project as one file: pretty printed, entities in the order of their ids, quotations document by document
/// in reading order; the same project always gives the same bytes.
///
/// `texts` gives the documents' texts by their hash.
///
/// # Errors
/// If a text is missing.
pub fn write(
    project: &Project,
    history: &History,
    texts: &dyn Fn(&TextHash) -> Option<Rc<str>>,
    app: &str,
) -> Result<Vec<u8>, WriteError> {
    let file = write_parts(project, history, texts, app)?;
    let mut bytes =
        serde_json::to_vec_pretty(&file).map_err(|error| WriteError::Unwritable { cause: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The same as values, not yet as JSON.
///
/// # Errors
/// If a text is missing.
pub fn write_parts(
    project: &Project,
    history: &History,
    texts: &dyn Fn(&TextHash) -> Option<Rc<str>>,
    app: &str,
) -> Result<FileProject, WriteError> {
    let documents = project.documents.values().map(|document| {
        let text = |hash| texts(hash).ok_or_else(|| WriteError::TextMissing { document: document.title.clone() });
        let mut file = FileDocument::of(document);
        file.text_sha256 = Some(document.text.hash);
        file.text = Some(text(&document.text.hash)?);
        if document.source.imported.hash != document.text.hash {
            file.source.imported = Some(text(&document.source.imported.hash)?);
        }
        Ok(file)
    });
    let head = FileHead::of(project);
    Ok(FileProject {
        format: FORMAT.to_owned(),
        version: VERSION,
        min_reader: MIN_READER,
        app: app.to_owned(),
        id: head.id,
        title: head.title,
        created: head.created,
        coders: head.coders,
        folders: head.folders,
        documents: documents.collect::<Result<_, _>>()?,
        codes: head.codes,
        quotations: project.quotations.values().flat_map(|list| list.iter()).map(|q| FileQuotation::of(q)).collect(),
        history: history.steps().iter().map(|step| FileStep::of(step)).collect(),
        extra: head.extra,
    })
}
