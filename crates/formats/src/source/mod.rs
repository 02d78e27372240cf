//! What is taken out of a file of any format. The readers themselves are the crate `readers`; these are the types that
//! they and the page share.

mod extract;
mod refusal;
mod table;
mod wishes;

pub use extract::{Aspect, Extract, LeftOut, Remark, Voice};
pub use refusal::{Bound, Damage, Refusal};
pub use table::{ColumnUse, OneDocumentPer, Sheet, TablePlan, TableSketch};
pub use wishes::{Format, TrackedChanges, Wishes};

use serde::{Deserialize, Serialize};

/// What a file gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Texts: one of most files, many of a table.
    Texts(Vec<Extract>),
    /// A table whose columns people have to say the use of first.
    Table(TableSketch),
    /// An archive: what is in it can be read one by one, with the name as [`Wishes::entry`].
    Archive(Vec<ArchiveEntry>),
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveEntry {
    /// Its name with its folders, as the archive has it; apart by "/".
    pub path: String,
    /// Its size when unpacked, in bytes, as the archive says.
    pub bytes: u64,
}
