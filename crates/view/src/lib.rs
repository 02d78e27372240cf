//! What screens show, computed without a browser: values to be compared and drawn, from a project and its texts.
//!
//! All is pure. What is expensive is kept and shared by `Rc`, so that a component sees by the pointer that nothing has
//! changed for it.

pub mod before_after;
pub mod bounds;
pub mod clock;
pub mod codebook;
pub mod cursor;
pub mod fold;
pub mod lines;
pub mod lists;
pub mod memos;
pub mod picker;
pub mod print_marks;
pub mod reader;
pub mod sheet;
pub mod splitting;
mod tree;

#[cfg(test)]
mod samples;
