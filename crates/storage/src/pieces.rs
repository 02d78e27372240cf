//! A project cut into pieces that are kept by their content. What was not changed since the last snapshot, known by
//! its shared pointer, is neither put into JSON nor written again.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::history::{History, HistoryStep};
use emic_core::ids::{DocumentId, StepId};
use emic_core::ledger::{Done, Ledger, UndoStack};
use emic_core::project::{Document, QuotationList};
use emic_formats::project::file::{FileDocument, FileHead, FileQuotation, FileStep};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::container::{Container, StorageError};
use super::frame::{self, Kind, Torn};
use super::piecewise;
use super::records::{ChunkRef, HISTORY_BLOCK, Manifest, StoredDocument, UNDO_SCHEMA, json};

/// What is known to be written already.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pieces {
    documents: BTreeMap<DocumentId, (Rc<Document>, ChunkRef)>,
    quotations: BTreeMap<DocumentId, (QuotationList, ChunkRef)>,
    /// By block: its length and last step. A history only grows at its end, so these tell it.
    history: Vec<(usize, Rc<HistoryStep>, ChunkRef)>,
    done: BTreeMap<StepId, (Rc<Done>, ChunkRef)>,
}

/// A snapshot to be written.
pub(crate) struct Cut {
    /// Its list of pieces; `base` and the texts' sizes are still to be filled in.
    pub manifest: Manifest,
    /// The pieces that were not known to be written.
    pub fresh: Vec<(ChunkRef, Vec<u8>)>,
    /// What is known once all of them are.
    pub pieces: Pieces,
}

/// A piece of a snapshot that is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LostPiece {
    /// A document.
    Document,
    /// The quotations of the document of that title (empty if the document is lost as well).
    Quotations {
        /// The title.
        document: String,
    },
    /// Some steps of the history.
    History,
}

/// A project put together from a snapshot.
pub(crate) struct Joined {
    pub ledger: Ledger,
    pub pieces: Pieces,
    pub undo_lost: bool,
    pub lost: Vec<LostPiece>,
}

impl Pieces {
    /// Cuts a project up, with rests between the pieces.
    pub async fn cut(&self, ledger: &Ledger, container: &dyn Container) -> Result<Cut, StorageError> {
        let mut fresh = Vec::new();
        let mut pieces = Pieces::default();
        let project = ledger.project();

        for (id, document) in project.documents.iter() {
            let known = self.documents.get(id).filter(|(known, _)| Rc::ptr_eq(known, document));
            let chunk = match known {
                Some((_, chunk)) => chunk.clone(),
                None => {
                    let (text, imported) = (document.text, document.source.imported);
                    let stored = StoredDocument { document: FileDocument::of(document), text, imported };
                    new_chunk(container, &mut fresh, &json(&stored)?).await
                }
            };
            pieces.documents.insert(*id, (Rc::clone(document), chunk));
        }
        for (id, list) in project.quotations.iter() {
            let known = self.quotations.get(id).filter(|(known, _)| known.same(list));
            let chunk = match known {
                Some((_, chunk)) => chunk.clone(),
                None => {
                    let list: Vec<_> = list.iter().map(|q| FileQuotation::of(q)).collect();
                    new_chunk(container, &mut fresh, &json(&list)?).await
                }
            };
            pieces.quotations.insert(*id, ((**list).clone(), chunk));
        }
        for (n, block) in ledger.history().steps().chunks(HISTORY_BLOCK).enumerate() {
            let Some(last) = block.last() else { continue };
            let known =
                self.history.get(n).filter(|(length, step, _)| *length == block.len() && Rc::ptr_eq(step, last));
            let chunk = match known {
                Some((.., chunk)) => chunk.clone(),
                None => {
                    let block: Vec<_> = block.iter().map(|step| FileStep::of(step)).collect();
                    new_chunk(container, &mut fresh, &json(&block)?).await
                }
            };
            pieces.history.push((block.len(), Rc::clone(last), chunk));
        }
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        let undo = ledger.undo_stack();
        let steps = undo.done.iter().map(|step| (step, true)).chain(undo.undone.iter().map(|step| (step, false)));
        for (step, stands) in steps {
            let known = self.done.get(&step.id).filter(|(known, _)| Rc::ptr_eq(known, step));
            let chunk = match known {
                Some((_, chunk)) => chunk.clone(),
                None => new_chunk(container, &mut fresh, &piecewise::done(container, step).await?).await,
            };
            pieces.done.insert(step.id, (Rc::clone(step), chunk.clone()));
            if stands { &mut done } else { &mut undone }.push(chunk);
        }
        let manifest = Manifest {
            version: emic_formats::project::VERSION,
            min_reader: emic_formats::project::MIN_READER,
            undo_schema: UNDO_SCHEMA,
            base: 0,
            head: FileHead::of(project),
            documents: pieces.documents.values().map(|(_, chunk)| chunk.clone()).collect(),
            quotations: pieces.quotations.iter().map(|(id, (_, chunk))| (*id, chunk.clone())).collect(),
            history: pieces.history.iter().map(|(.., chunk)| chunk.clone()).collect(),
            done,
            undone,
            texts: Vec::new(),
            originals: Vec::new(),
        };
        Ok(Cut { manifest, fresh, pieces })
    }

    /// Puts a project together again. `chunks` holds the records of all pieces that were found, by hash. Of pieces that
    /// are missing or torn it says so and goes on without them, which `Joined` tells.
    pub fn join(manifest: &Manifest, chunks: &BTreeMap<&str, &[u8]>) -> Joined {
        let mut pieces = Pieces::default();
        let mut lost = Vec::new();
        let mut project = manifest.head.clone().into_project();

        for chunk in &manifest.documents {
            match document(chunks, chunk) {
                Ok(document) => drop(pieces.documents.insert(document.id, (Rc::new(document), chunk.clone()))),
                Err(Torn) => lost.push(LostPiece::Document),
            }
        }
        project.documents = pieces.documents.iter().map(|(id, (document, _))| (*id, Rc::clone(document))).collect();
        for (id, chunk) in &manifest.quotations {
            let Ok(list) = old_chunk::<Vec<FileQuotation>>(chunks, chunk) else {
                let title = project.documents.get(id).map(|document| document.title.clone());
                lost.push(LostPiece::Quotations { document: title.unwrap_or_default() });
                continue;
            };
            let list = list.into_iter().map(|quotation| Rc::new(quotation.into_quotation())).collect();
            let list = QuotationList::from_unsorted(list);
            pieces.quotations.insert(*id, (list, chunk.clone()));
        }
        project.quotations = pieces.quotations.iter().map(|(id, (list, _))| (*id, Rc::new(list.clone()))).collect();
        let mut steps = Vec::new();
        for chunk in &manifest.history {
            let Ok(block) = old_chunk::<Vec<FileStep>>(chunks, chunk) else {
                lost.push(LostPiece::History);
                continue;
            };
            let length = block.len();
            steps.extend(block.into_iter().map(|step| Rc::new(step.into_step())));
            if let Some(last) = steps.last() {
                pieces.history.push((length, Rc::clone(last), chunk.clone()));
            }
        }
        // Without the steps that could be undone the project is still whole, so they are no loss of its own.
        let undo = if manifest.undo_schema == UNDO_SCHEMA { pieces.join_undo(manifest, chunks).ok() } else { None };
        let undo_lost = undo.is_none();
        // What a step replaced may be just what is lost.
        let undo = if lost.is_empty() { undo.unwrap_or_default() } else { UndoStack::default() };
        let ledger = Ledger::new(project, History::new(steps), undo);
        Joined { ledger, pieces, undo_lost: undo_lost || !lost.is_empty(), lost }
    }

    fn join_undo(&mut self, manifest: &Manifest, chunks: &BTreeMap<&str, &[u8]>) -> Result<UndoStack, Torn> {
        let mut stack = |list: &[ChunkRef]| -> Result<Vec<Rc<Done>>, Torn> {
            list.iter()
                .map(|chunk| {
                    let done: Rc<Done> = Rc::new(old_chunk(chunks, chunk)?);
                    self.done.insert(done.id, (Rc::clone(&done), chunk.clone()));
                    Ok(done)
                })
                .collect()
        };
        Ok(UndoStack { done: stack(&manifest.done)?.into(), undone: stack(&manifest.undone)? })
    }
}

fn document(chunks: &BTreeMap<&str, &[u8]>, chunk: &ChunkRef) -> Result<Document, Torn> {
    let stored: StoredDocument = old_chunk(chunks, chunk)?;
    let (document, sound) = stored.document.into_document(stored.text, stored.imported);
    if sound { Ok(document) } else { Err(Torn) }
}

async fn new_chunk(container: &dyn Container, fresh: &mut Vec<(ChunkRef, Vec<u8>)>, payload: &[u8]) -> ChunkRef {
    let chunk = ChunkRef(name(piecewise::sum(container, payload).await), payload.len() as u64);
    fresh.push((chunk.clone(), piecewise::wrap(container, Kind::Chunk, chunk.1, payload).await));
    chunk
}

/// The name of a piece, of the sum of what is in it.
fn name(sum: Sha256) -> String {
    sum.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn old_chunk<T: DeserializeOwned>(chunks: &BTreeMap<&str, &[u8]>, chunk: &ChunkRef) -> Result<T, Torn> {
    let record = chunks.get(chunk.0.as_str()).ok_or(Torn)?;
    let payload = frame::unwrap(Kind::Chunk, chunk.1, record)?;
    if name(Sha256::new().chain_update(payload)) != chunk.0 {
        return Err(Torn);
    }
    emic_formats::json::read(payload).map_err(|_| Torn)
}
