//! What stands in lists and trees: rows in order, ready to be drawn.

mod cards;
mod codes;
mod counts;
mod documents;
mod history;
mod quotations;

pub use crate::tree::codes_in_order;
pub use cards::ProjectCounts;
pub use codes::{CodeRow, code_rows};
pub use counts::{CountCache, Counts};
pub use documents::{DocumentFilter, DocumentRow, DocumentSort, document_rows};
pub use history::{Day, HistoryDay, history_days};
pub use quotations::{Excerpt, RetrievalGroup, excerpt, retrieval};
