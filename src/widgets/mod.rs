//! The parts that screens are made of: they know how to behave and be read aloud, and nothing of projects.
//!
//! A widget gets all its words from the caller, except those that are its own in every place (`close`, `clear`).
//! [`ToastRegion`] and [`TipLayer`] stand once in the app; everything else wherever it is needed.
pub mod dom;

mod button;
mod choice;
mod colour;
mod dialog;
mod field;
mod finder;
mod icon;
mod label;
mod menu;
mod notice;
mod place;
mod splitter;
mod tip;
mod toast;
mod tree;
mod tree_drag;
mod tree_model;
mod tree_window;

pub use button::{Button, ButtonVariant, IconButton};
pub use choice::{Checkbox, Select, SelectOption, Toggle};
pub use colour::{ColourDot, ColourPicker, Hue};
pub use dialog::{ConfirmDialog, Dialog, DialogSize};
pub use field::{SearchField, TextArea, TextField};
pub use finder::{Finder, FinderRow};
pub use icon::{Icon, IconName};
pub use label::{Badge, Chip, Kbd};
pub use menu::{ContextMenu, Menu, MenuItem};
pub use notice::{Banner, EmptyState, ProgressBar, Tone};
pub use place::{Anchor, put};
pub use splitter::{Side, Splitter};
pub use tip::TipLayer;
pub use toast::{Toast, ToastRegion, announce, clear_toasts, review_toasts, show_toast, toast};
pub use tree::Tree;
pub use tree_model::{MoveTarget, TreeNode};
