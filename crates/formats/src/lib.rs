//! Every file in and out.

pub mod codebook;
pub mod json;
pub mod memos;
pub mod office;
pub mod paper;
pub mod project;
pub mod quotations;
pub mod source;
pub mod table1;
pub mod text_file;
pub mod tidy;
pub mod turns;
