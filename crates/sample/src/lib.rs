//! Makes the sample study: from the folder `examples/sample-study`, which people can read and change, the project file
//! that the app opens.
//!
//! The project comes about as one does in the app, by edits of its coders at certain times, so that stamps, order and
//! history are those of a study that was worked on for a month. Ids are derived from names and times are given: the
//! same folder always gives the same bytes.

mod anchor;
mod book;
mod fault;
mod ids;
mod make;
mod notes;
mod people;
mod plan;
mod quotations;
mod study;
mod themes;

use std::path::Path;

pub use anchor::{Place, find};
pub use fault::Fault;
pub use study::{Code, CodedBy, Coder, Coding, Document, Named, Quotation, Study, Texts};

/// The version that the file names as its writer's: the one that the study was made for. It is not the present one, so
/// that a release does not change the file.
const WRITER: &str = "0.1.0";

/// The project file of the study in `folder`, as compact JSON.
///
/// # Errors
/// If something in the folder is missing or cannot be understood, names something that is not there, or quotes words
/// that are not in the text.
pub fn build(folder: &Path) -> Result<Vec<u8>, Fault> {
    let (study, texts, coded) = study::read(folder)?;
    let steps = plan::plan(&study, &texts, &coded)?;
    make::make(&study, &texts, steps)
}

/// What is in `folder`: the study, its texts by file name, and what was coded.
///
/// # Errors
/// If a file is missing or cannot be understood.
pub fn read(folder: &Path) -> Result<(Study, Texts, Vec<CodedBy>), Fault> {
    study::read(folder)
}
