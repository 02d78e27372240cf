//! Quotations as the parts of a document.

use emic_core::project::Coding;

use super::exporter::{Exporter, Section};
use super::gather::Row;
use super::markdown;
use crate::office::Block;

pub(super) fn begin(exporter: &Exporter, section: &Section) -> Vec<Block> {
    let name = section.code.as_ref().map_or(exporter.labels.without_code.as_str(), |code| exporter.names.path(code.id));
    let heading = Block::Heading(1, format!("{name} ({})", section.count()));
    let definition = section.code.as_ref().map(|code| code.definition.clone());
    let definition = definition.filter(|definition| !definition.trim().is_empty()).map(Block::Words);
    [heading].into_iter().chain(definition).collect()
}

pub(super) fn quotation(exporter: &Exporter, row: &Row, coding: Option<&Coding>) -> Vec<Block> {
    let words = Block::Quote(row.words.to_string(), String::new());
    let fields = markdown::fields(exporter, row, coding).into_iter();
    [words].into_iter().chain(fields.map(|(name, value)| Block::Field(name.to_owned(), value))).collect()
}

pub(super) fn foot(exporter: &Exporter, empty: bool) -> Vec<Block> {
    let said = [(empty, &exporter.labels.nothing), (!exporter.left_out_note.is_empty(), &exporter.left_out_note)];
    said.into_iter().filter(|(said, _)| *said).map(|(_, words)| Block::Words(words.clone())).collect()
}
