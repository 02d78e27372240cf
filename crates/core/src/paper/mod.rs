//! What a paper prints of the material: quotations as they are printed, who is said to speak, and whether that gives
//! anyone away.

mod counts;
mod facts;
mod identify;
mod list;
mod print;
mod template;

pub use counts::{Count, counts};
pub use facts::{Facts, Field, Fields};
pub use identify::{FEW, Identified, Remedy, Way, identify, most_telling};
pub use list::{LeftOut, Listed, ListedTheme, Which, listed, to_print};
pub use print::{Checked, Mark, Piece, check};
pub use template::{Said, Template};
