//! Text files: told from other formats, their encoding found, and decoded.

mod codec;
mod decode;
mod signature;

pub use decode::{Decoded, decode};
pub(crate) use signature::signature;
