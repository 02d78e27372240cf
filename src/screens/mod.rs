//! One folder a screen, or a part of one that stands for itself.

pub mod about;
pub mod act;
pub mod backups;
pub mod cases;
pub mod clipboard;
pub mod codes;
pub mod commands;
pub mod documents;
pub mod growing;
pub mod guide;
pub mod history;
pub mod import;
pub mod kept;
pub mod media;
pub mod near;
pub mod panes;
pub mod picker;
pub mod quotation;
pub mod reader;
pub mod retrieve;
pub mod scope;
pub mod search;
pub mod seek;
pub mod shell;
pub mod start;
pub mod update;
