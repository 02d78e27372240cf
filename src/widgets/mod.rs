//! The parts that screens are made of: they know how to behave and be read aloud, and nothing of projects.
//!
//! A widget gets all its words from the caller, except those that are its own in every place (`close`, `clear`).
pub mod dom;

mod button;
mod dialog;
mod icon;
mod menu;
mod place;

pub use button::{Button, ButtonVariant, IconButton};
pub use dialog::{ConfirmDialog, Dialog, DialogSize};
pub use icon::{Icon, IconName};
pub use menu::{ContextMenu, Menu, MenuItem};
pub use place::Anchor;
