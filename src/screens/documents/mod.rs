//! The documents: in the navigation beside the reader, and as a list to sort and filter.

mod ask;
mod asked;
mod changes;
mod compare;
mod controls;
mod folders;
mod kind;
mod list;
mod nav;
mod node;
mod originals;
mod row;
#[cfg(test)]
pub mod samples;
mod screen;

pub use folders::folder_options;
pub use kind::{kind_name, kind_options};
pub use nav::DocumentsNav;
pub use screen::DocumentsScreen;
