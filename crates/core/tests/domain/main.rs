//! What holds for any project and any sequence of edits.

mod codebook;
mod damage;
mod errors;
mod generate;
mod memos;
mod ranks;
mod repairing;
mod sequences;
mod sound;
mod texts;
mod themes;
