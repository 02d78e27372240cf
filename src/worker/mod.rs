//! Work off the page, in workers (`web/boot.js` starts them): what takes long there keeps no one waiting here, what
//! fails there fails alone, and stopping it is ending its worker.
mod reader;
mod stop;

pub use reader::{Given, ReadFailure, Readers};
pub use stop::Stop;
