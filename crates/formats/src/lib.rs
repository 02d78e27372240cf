//! Every file in and out.

pub mod memos;
pub mod project;
pub mod quotations;
pub mod source;
pub mod text_file;
pub mod tidy;
pub mod turns;
