//! Rich text (.rtf).

mod annotations;
mod codepage;
mod control;
mod destination;
mod lines;
mod notes;
mod reader;
mod state;
mod token;

#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Bound, Extract, Refusal};

use crate::read::Task;
use reader::Reader;
use token::Tokens;

/// The largest file that is read. Most of a large one is pictures in hexadecimal digits.
const LARGEST: usize = 200 << 20;
/// Groups in groups.
const DEEPEST: usize = 1000;

/// Reads rich text. A file that is cut off gives what is there.
///
/// # Errors
/// [`Refusal`].
pub fn read(task: &Task<'_>) -> Result<Extract, Refusal> {
    if task.bytes.len() > LARGEST {
        return Err(Refusal::TooLarge { bytes: task.bytes.len() as u64, limit: LARGEST as u64 });
    }
    // Some programs write UTF-8 where only ASCII should be.
    let utf8 = !task.bytes.is_ascii() && std::str::from_utf8(task.bytes).is_ok();
    let mut reader = Reader::new(task.wishes.tracked, utf8);
    let mut tokens = Tokens::new(task.bytes);
    let mut count = 0u32;
    while let Some(token) = tokens.next() {
        if reader.take(token) > DEEPEST {
            return Err(Refusal::Excessive(Bound::Depth));
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(1 << 16) {
            (task.progress)(tokens.done() as f32 / task.bytes.len() as f32);
        }
    }
    let (mut extract, tracked) = reader.finish()?;
    if extract.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if tracked {
        extract.aspects.push(Aspect::TrackedChanges);
    }
    Ok(extract)
}
