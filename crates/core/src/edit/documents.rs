//! Documents and their folders.

use std::rc::Rc;

use super::draft::{Draft, tidy_name};
use super::order::place_among;
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{DocumentId, FolderId};
use crate::project::{Document, DocumentKind, Extra, FieldStamps, Folder};
use crate::rank::Rank;

pub(super) fn add(draft: &mut Draft, document: &Document) -> Result<Action, EditError> {
    if draft.project().documents.contains(&document.id) {
        return Err(EditError::Exists(EntityKind::Document));
    }
    if let Some(folder) = document.folder {
        draft.folder(folder)?;
    }
    let title = tidy_name(&document.title, EntityKind::Document)?;
    let action = Action::new(ActionKind::DocumentAdded).with("document", &title).about(document.id);
    let rank = document_rank(draft, document.id, document.folder, None)?;
    // What a reader found is kept as far as it fits: later edits of it need it in order.
    let project = draft.project();
    let has_case = |case| project.cases.contains(&case);
    let structure = document.structure.sound(document.text.length, &has_case, &|id| project.questions.contains(&id));
    let structure = if structure == *document.structure { Rc::clone(&document.structure) } else { Rc::new(structure) };
    draft.put_document(Document { title, rank, structure, created: draft.stamp(), ..document.clone() });
    Ok(action)
}

pub(super) fn rename(draft: &mut Draft, id: DocumentId, title: &str) -> Result<Action, EditError> {
    let title = tidy_name(title, EntityKind::Document)?;
    let mut document = (**draft.document(id)?).clone();
    let action = Action::new(ActionKind::DocumentRenamed).with("old", &document.title).with("new", &title).about(id);
    document.title = title;
    draft.note(&mut document.changed, "title");
    draft.put_document(document);
    Ok(action)
}

pub(super) fn set_kind(draft: &mut Draft, id: DocumentId, kind: &DocumentKind) -> Result<Action, EditError> {
    let mut document = (**draft.document(id)?).clone();
    let action =
        Action::new(ActionKind::DocumentKindSet).with("document", &document.title).with("kind", kind.key()).about(id);
    document.kind = kind.clone();
    draft.note(&mut document.changed, "kind");
    draft.put_document(document);
    Ok(action)
}

pub(super) fn move_to(
    draft: &mut Draft,
    id: DocumentId,
    folder: Option<FolderId>,
    before: Option<DocumentId>,
) -> Result<Action, EditError> {
    let mut document = (**draft.document(id)?).clone();
    let mut action = Action::new(ActionKind::DocumentMoved).with("document", &document.title).about(id);
    if let Some(folder) = folder {
        action = action.with("folder", &draft.folder(folder)?.name);
    }
    document.rank = document_rank(draft, id, folder, before)?;
    document.folder = folder;
    draft.note(&mut document.changed, "folder");
    draft.put_document(document);
    Ok(action)
}

pub(super) fn delete(draft: &mut Draft, id: DocumentId) -> Result<Action, EditError> {
    let title = draft.document(id)?.title.clone();
    let quotations = draft.project().quotations_in(id);
    let action = Action::new(ActionKind::DocumentDeleted)
        .with("document", &title)
        .with("quotations", &quotations.len().to_string())
        .about(id);
    draft.remove_all_quotations(id);
    draft.remove_document(id);
    Ok(action)
}

/// Lets go of the file that a document came out of.
///
/// # Errors
/// If none is kept.
pub(super) fn remove_original(draft: &mut Draft, id: DocumentId) -> Result<Action, EditError> {
    let mut document = (**draft.document(id)?).clone();
    document.source.original.take().ok_or(EditError::NotAsItWas)?;
    let action = Action::new(ActionKind::OriginalRemoved).with("document", &document.title).about(id);
    draft.note(&mut document.changed, "original");
    draft.put_document(document);
    Ok(action)
}

pub(super) fn add_folder(
    draft: &mut Draft,
    id: FolderId,
    name: &str,
    parent: Option<FolderId>,
) -> Result<Action, EditError> {
    if draft.project().folders.contains(&id) {
        return Err(EditError::Exists(EntityKind::Folder));
    }
    if let Some(parent) = parent {
        draft.folder(parent)?;
    }
    let name = tidy_name(name, EntityKind::Folder)?;
    let action = Action::new(ActionKind::FolderAdded).with("folder", &name);
    let rank = folder_rank(draft, id, parent, None)?;
    let (changed, extra) = (FieldStamps::new(), Extra::new());
    draft.put_folder(Folder { id, name, parent, rank, created: draft.stamp(), changed, extra });
    Ok(action)
}

pub(super) fn rename_folder(draft: &mut Draft, id: FolderId, name: &str) -> Result<Action, EditError> {
    let name = tidy_name(name, EntityKind::Folder)?;
    let mut folder = (**draft.folder(id)?).clone();
    let action = Action::new(ActionKind::FolderRenamed).with("old", &folder.name).with("new", &name);
    folder.name = name;
    draft.note(&mut folder.changed, "name");
    draft.put_folder(folder);
    Ok(action)
}

pub(super) fn move_folder(
    draft: &mut Draft,
    id: FolderId,
    parent: Option<FolderId>,
    before: Option<FolderId>,
) -> Result<Action, EditError> {
    let mut folder = (**draft.folder(id)?).clone();
    let mut above = parent;
    let mut steps = 0;
    while let Some(outer) = above {
        if outer == id || steps > draft.project().folders.len() {
            return Err(EditError::InsideItself(EntityKind::Folder));
        }
        steps += 1;
        above = draft.folder(outer)?.parent;
    }
    let mut action = Action::new(ActionKind::FolderMoved).with("folder", &folder.name);
    if let Some(parent) = parent {
        action = action.with("parent", &draft.folder(parent)?.name);
    }
    folder.rank = folder_rank(draft, id, parent, before)?;
    folder.parent = parent;
    draft.note(&mut folder.changed, "parent");
    draft.put_folder(folder);
    Ok(action)
}

pub(super) fn delete_folder(draft: &mut Draft, id: FolderId) -> Result<Action, EditError> {
    let folder = (**draft.folder(id)?).clone();
    let action = Action::new(ActionKind::FolderDeleted).with("folder", &folder.name);
    let inner: Vec<_> = draft.project().folders_in(Some(id)).iter().map(|inner| inner.id).collect();
    for inner in inner {
        move_folder(draft, inner, folder.parent, Some(id))?;
    }
    let documents: Vec<_> = draft.project().documents_in(Some(id)).iter().map(|document| document.id).collect();
    for document in documents {
        move_to(draft, document, folder.parent, None)?;
    }
    draft.remove_folder(id);
    Ok(action)
}

/// The rank for a document at a place; deals the siblings' ranks anew if no number is left there.
fn document_rank(
    draft: &mut Draft,
    id: DocumentId,
    folder: Option<FolderId>,
    before: Option<DocumentId>,
) -> Result<Rank, EditError> {
    let others = draft.project().documents_in(folder).into_iter().filter(|other| other.id != id);
    let siblings: Vec<_> = others.map(|other| (other.id, other.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Document)?;
    for (id, rank) in place.dealt {
        let other = (**draft.document(id)?).clone();
        draft.put_document(Document { rank, ..other });
    }
    Ok(place.rank)
}

/// The rank for a folder at a place; deals the siblings' ranks anew if no number is left there.
fn folder_rank(
    draft: &mut Draft,
    id: FolderId,
    parent: Option<FolderId>,
    before: Option<FolderId>,
) -> Result<Rank, EditError> {
    let others = draft.project().folders_in(parent).into_iter().filter(|other| other.id != id);
    let siblings: Vec<_> = others.map(|other| (other.id, other.rank)).collect();
    let place = place_among(&siblings, before, EntityKind::Folder)?;
    for (id, rank) in place.dealt {
        let other = (**draft.folder(id)?).clone();
        draft.put_folder(Folder { rank, ..other });
    }
    Ok(place.rank)
}
