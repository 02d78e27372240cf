//! Long records made in parts, with rests between them (see [`Container::rest`]), so that a step which brings in a
//! thousand documents does not hold up what else runs on the page's thread. What comes out is the same, byte by byte.

use emic_core::ledger::{Done, Entry, Step};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::container::{Container, StorageError};
use super::frame::{Framing, Kind};
use super::records::{ENTRY_SCHEMA, JournalRecord, json};

/// How many bytes are summed up before the next rest.
const PART: usize = 1 << 20;

/// Sums up a payload.
pub(crate) async fn sum(container: &dyn Container, payload: &[u8]) -> Sha256 {
    let mut sum = Sha256::new();
    for part in payload.chunks(PART) {
        sum.update(part);
        container.rest(part.len()).await;
    }
    sum
}

/// Frames a payload.
pub(crate) async fn wrap(container: &dyn Container, kind: Kind, number: u64, payload: &[u8]) -> Vec<u8> {
    let mut framing = Framing::new(kind, number, payload.len());
    for part in payload.chunks(PART) {
        framing.add(part);
        container.rest(part.len()).await;
    }
    framing.finish(payload)
}

/// The record of an entry.
///
/// # Errors
/// As [`json`].
pub(crate) async fn entry(container: &dyn Container, number: u64, entry: &Entry) -> Result<Vec<u8>, StorageError> {
    let payload = match entry {
        Entry::Do(Step { id, stamp, edits }) => {
            let hollow = Entry::Do(Step { id: *id, stamp: *stamp, edits: Vec::new() });
            let record = json(&JournalRecord { schema: ENTRY_SCHEMA, entry: hollow })?;
            filled(container, record, edits).await?
        }
        Entry::Undo { .. } | Entry::Redo { .. } => json(&JournalRecord { schema: ENTRY_SCHEMA, entry: entry.clone() })?,
    };
    Ok(wrap(container, Kind::Entry, number, &payload).await)
}

/// The JSON of a step that can be undone.
///
/// # Errors
/// As [`json`].
pub(crate) async fn done(container: &dyn Container, done: &Done) -> Result<Vec<u8>, StorageError> {
    filled(container, json(&Done { id: done.id, changes: Vec::new() })?, &done.changes).await
}

/// The JSON of a value, given with an empty list as the last thing in it, with these in the list.
async fn filled<T: Serialize>(container: &dyn Container, hollow: Vec<u8>, list: &[T]) -> Result<Vec<u8>, StorageError> {
    // After the list there are only ends of what it is in.
    let at = hollow.iter().rposition(|byte| *byte == b'[').map_or(hollow.len(), |at| at + 1);
    let mut bytes = hollow;
    let end = bytes.split_off(at);
    if end.first() != Some(&b']') || !end.iter().skip(1).all(|byte| *byte == b'}') {
        return Err(StorageError::Other("the list is not the last thing".to_owned()));
    }
    for (n, one) in list.iter().enumerate() {
        if n > 0 {
            bytes.push(b',');
        }
        let before = bytes.len();
        bytes.extend_from_slice(&json(one)?);
        container.rest(bytes.len() - before).await;
    }
    bytes.extend_from_slice(&end);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use emic_core::edit::Edit;
    use emic_core::history::History;
    use emic_core::ids::{CoderId, ProjectId, StepId};
    use emic_core::ledger::{Ledger, UndoStack};
    use emic_core::project::Project;
    use emic_core::time::{Stamp, Timestamp};
    use pollster::block_on;

    use super::*;
    use crate::container::{Durability, Local, Write};
    use crate::frame;

    /// Counts the rests.
    #[derive(Default)]
    struct Resting(Cell<usize>);

    impl Container for Resting {
        fn get_many<'a>(&'a self, _: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
            unreachable!()
        }

        fn keys<'a>(&'a self, _: &'a str) -> Local<'a, Result<Vec<String>, StorageError>> {
            unreachable!()
        }

        fn commit(&self, _: Vec<Write>, _: Durability) -> Local<'_, Result<(), StorageError>> {
            unreachable!()
        }

        fn rest(&self, _: usize) -> Local<'_, ()> {
            self.0.set(self.0.get() + 1);
            Box::pin(std::future::ready(()))
        }
    }

    #[test]
    fn what_is_made_in_parts_is_the_same() {
        let project = Project::new(ProjectId::from_number(1), "[]}".to_owned(), Timestamp(1));
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(2) };
        let titles = ["[]}}}", "\"[", "اللقاء ٣"];
        let edits: Vec<_> = titles.iter().map(|title| Edit::RenameProject { title: (*title).to_owned() }).collect();
        let id = StepId::from_number(1);
        for edits in [Vec::new(), edits[..1].to_vec(), edits] {
            let (resting, count) = (Resting::default(), edits.len());
            let given = Entry::Do(Step { id, stamp, edits });
            let whole = json(&JournalRecord { schema: ENTRY_SCHEMA, entry: given.clone() }).unwrap();
            let made = block_on(entry(&resting, 7, &given)).unwrap();
            assert_eq!(frame::unwrap(Kind::Entry, 7, &made), Ok(whole.as_slice()));
            assert_eq!(made, frame::wrap(Kind::Entry, 7, &whole));
            assert!(resting.0.get() >= count, "one after each edit");
            if count > 0 {
                ledger.enter(&given).unwrap();
                let undoable = ledger.undoable().unwrap();
                assert_eq!(block_on(done(&resting, undoable)), json(&**undoable));
            }
        }
        let undo = Entry::Undo { id, stamp };
        let whole = json(&JournalRecord { schema: ENTRY_SCHEMA, entry: undo.clone() }).unwrap();
        assert_eq!(block_on(entry(&Resting::default(), 8, &undo)).unwrap(), frame::wrap(Kind::Entry, 8, &whole));
        let long = vec![b'x'; 3 * PART + 1];
        assert_eq!(block_on(wrap(&Resting::default(), Kind::Text, 0, &long)), frame::wrap(Kind::Text, 0, &long));
    }
}
