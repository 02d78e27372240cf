//! How projects are kept: journal, snapshots, recovery, over any container of bytes.
//!
//! A [`Shelf`] is all projects of one container, a [`Book`] one open project. What is done is appended to the
//! project's journal, entry by entry; from time to time a snapshot of the whole is taken, of which only what changed
//! is written. Two generations of snapshots are kept, and the journal from the older one on, so that one torn record
//! costs nothing, and no fault goes unsaid (see [`Recovery`]).
//!
//! A restore point ([`RestorePoint`]) is a project as it was, kept by its pieces as a snapshot is, without history and
//! undo: it shares with the present what has not changed since.
//!
//! Nothing is written while a project is being opened, and the first write after a recovery that lost or repaired
//! anything is a whole snapshot.

mod blobs;
mod book;
mod carry_over;
mod container;
mod follow;
mod frame;
mod holder;
mod keys;
mod memory;
mod pieces;
mod piecewise;
mod points;
mod purge;
mod records;
mod recover;
mod shelf;
mod snapshot;

#[cfg(test)]
mod tests;

pub use blobs::Fresh;
pub use book::Book;
pub use carry_over::{Carried, carry_over, projects_in};
pub use container::{Container, Durability, Local, StorageError, Write};
pub use follow::News;
pub use holder::Holder;
pub use memory::Memory;
pub use pieces::LostPiece;
pub use points::{PointFacts, PointKind, RestorePoint, worth_a_point};
pub use purge::StillStored;
pub use records::Info;
pub use recover::Recovery;
pub use shelf::{Listed, Shelf, ShelfError};
