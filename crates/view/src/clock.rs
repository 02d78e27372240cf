//! Times in a recording, as people read them.

pub use emic_core::time::clock;
