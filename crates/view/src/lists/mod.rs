//! What stands in lists and trees: rows in order, ready to be drawn.

mod codes;
mod counts;
mod quotations;

pub use crate::tree::codes_in_order;
pub use codes::{CodeRow, code_rows};
pub use counts::{CountCache, Counts};
pub use quotations::{RetrievalGroup, retrieval};
