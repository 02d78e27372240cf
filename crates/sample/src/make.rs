//! From steps to the file.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::history::History;
use emic_core::ids::ProjectId;
use emic_core::ledger::{Entry, Ledger, UndoStack};
use emic_core::project::Project;
use emic_core::text::TextHash;
use emic_formats::project::write_parts;

use crate::plan::Planned;
use crate::study::{Study, Texts};
use crate::{Fault, WRITER, ids};

/// Carries the steps out one after the other, as the app does, and writes what comes of it.
pub fn make(study: &Study, texts: &Texts, steps: Vec<Planned>) -> Result<Vec<u8>, Fault> {
    let id = ProjectId::from_random(ids::bytes("project", &study.title));
    let project = Project::new(id, study.title.clone(), study.begun.0);
    let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
    for Planned { name, step } in steps {
        ledger.enter(&Entry::Do(step)).map_err(|cause| Fault::Refused { step: name, cause })?;
    }
    let by_hash: BTreeMap<TextHash, Rc<str>> =
        texts.values().map(|text| (TextHash::of(text.as_str()), text.content())).collect();
    let written = write_parts(ledger.project(), ledger.history(), &|hash| by_hash.get(hash).cloned(), WRITER);
    let mut bytes =
        serde_json::to_vec(&written.file).map_err(|error| Fault::Unwritable { cause: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}
