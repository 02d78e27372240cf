//! Where the quotations of the study stand, and which they are in the project.

use emic_core::ids::QuotationId;
use emic_core::project::QuotationAt;
use emic_core::text::{Span, Text};

use crate::study::{Coder, Document, Named, Quotation};
use crate::{CodedBy, Fault, Study, Texts, find, ids};

/// A quotation that is found in its text.
pub struct Found {
    /// What names it, for who reads a fault.
    pub name: String,
    /// The passage.
    pub span: Span,
    /// Which one it is.
    pub at: QuotationAt,
}

/// Where a coder's quotation stands in its document.
pub fn found(document: &Document, coder: &Coder, text: &Text, quotation: &Quotation) -> Result<Found, Fault> {
    let lost = || Fault::NotInText { document: document.file.clone(), words: quotation.words.clone() };
    let span = find(text, quotation.place()).ok_or_else(lost)?;
    let name = format!("{} {} {}-{}", document.name(), coder.name, span.start.0, span.end.0);
    let id = QuotationId::from_random(ids::bytes("quotation", &name));
    Ok(Found { at: QuotationAt { document: document.id(), quotation: id }, span, name })
}

/// All quotations by the file that they are coded in and their words.
pub struct Quotations<'a>(Vec<(&'a str, &'a str, QuotationAt)>);

impl<'a> Quotations<'a> {
    /// Those of all files.
    pub fn of(study: &Study, texts: &Texts, coded: &'a [CodedBy]) -> Result<Quotations<'a>, Fault> {
        let mut all = Vec::new();
        for coded in coded {
            let whose = (study.documents.get(coded.document), study.coders.get(coded.coder));
            let (Some(document), Some(coder)) = whose else { continue };
            let Some(text) = texts.get(&document.file) else { continue };
            for quotation in &coded.coding.quotations {
                let at = found(document, coder, text, quotation)?.at;
                all.push((coded.name.as_str(), quotation.words.as_str(), at));
            }
        }
        Ok(Quotations(all))
    }

    /// The one of that name; `by` is what names it.
    pub fn named(&self, named: &Named, by: &str) -> Result<QuotationAt, Fault> {
        let mut matching =
            self.0.iter().filter(|(coded, words, _)| *coded == named.coded && words.starts_with(&named.words));
        match (matching.next(), matching.next()) {
            (Some((_, _, at)), None) => Ok(*at),
            _ => Err(Fault::Unknown { what: "one quotation", name: named.words.clone(), at: by.to_owned() }),
        }
    }
}
