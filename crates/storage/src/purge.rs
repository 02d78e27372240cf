//! Removing for good: nothing that the project no longer has stays in any record.

use std::collections::BTreeSet;

use emic_core::ledger::{Ledger, UndoStack};
use emic_core::project::Project;
use emic_core::purge::{Removed, Words, as_it_stands};
use emic_core::time::Timestamp;

use super::blobs::{Fresh, NewTexts};
use super::book::Book;
use super::container::{StorageError, Write};
use super::keys;
use super::snapshot::Task;

/// What was removed, and is still stored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StillStored {
    /// What it is.
    pub removed: Removed,
    /// The restore points that hold something of it, or cannot be read.
    pub points: Vec<u64>,
}

impl Book {
    /// What the project of `ledger` no longer has and what is still held of it, by undo or restore points.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn still_stored(&self, ledger: &Ledger) -> Result<StillStored, StorageError> {
        let mut removed = Removed::of(ledger);
        let left = Ledger::new(as_it_stands(ledger.project()), ledger.history().clone(), UndoStack::default());
        let points = self.points_beyond(&left, |earlier| removed.add(ledger.project(), earlier)).await?;
        Ok(StillStored { removed, points })
    }

    /// Writes the project as `purged` has it (see `emic_core::purge::purged`) and nothing else: no journal, no earlier
    /// snapshot, no text that it does not need, and no restore point that holds what it does not have. Gives how many
    /// restore points went.
    ///
    /// # Errors
    /// If the container cannot; all is as it was then.
    pub async fn purge(&self, purged: &Ledger, now: Timestamp) -> Result<usize, StorageError> {
        let beyond: BTreeSet<u64> = self.points_beyond(purged, |_| ()).await?.into_iter().collect();
        let count = beyond.len();
        self.write_instead(purged, &[], now, beyond).await?;
        Ok(count)
    }

    /// Writes a project in place of all that is stored of it, but restore points other than those in `unpin`.
    pub(crate) async fn write_instead(
        &self,
        ledger: &Ledger,
        texts: NewTexts<'_>,
        now: Timestamp,
        unpin: BTreeSet<u64>,
    ) -> Result<(), StorageError> {
        self.write_instead_after(Vec::new(), ledger, texts, now, unpin).await
    }

    /// The same, with something that is done first.
    pub(crate) async fn write_instead_after(
        &self,
        before: Vec<Write>,
        ledger: &Ledger,
        texts: NewTexts<'_>,
        now: Timestamp,
        unpin: BTreeSet<u64>,
    ) -> Result<(), StorageError> {
        let instead_of = Some(self.container.keys(&keys::project(self.id)).await?);
        self.write_snapshot(
            ledger,
            now,
            Task { fresh: Fresh::texts(texts), before, unpin, instead_of, ..Task::default() },
        )
        .await
    }

    /// The restore points that hold words, quotations or codings which the project does not have, or cannot be read.
    async fn points_beyond(&self, ledger: &Ledger, mut see: impl FnMut(&Project)) -> Result<Vec<u64>, StorageError> {
        let numbers = self.point_numbers().await?;
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let (present, shared) = (Words::of(ledger.project()), self.pieces_of(ledger).await?);
        let mut beyond = Vec::new();
        for number in numbers {
            match self.point_beside(number, &shared).await? {
                Some(earlier) if present.cover(&Words::of(&earlier)) => {}
                Some(earlier) => {
                    see(&earlier);
                    beyond.push(number);
                }
                None => beyond.push(number),
            }
        }
        Ok(beyond)
    }
}
