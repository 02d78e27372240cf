//! What holds for any project and any sequence of edits.

mod errors;
mod generate;
mod ranks;
mod sequences;
mod sound;
