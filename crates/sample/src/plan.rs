//! The study as the steps in which it came about.

use std::rc::Rc;

use emic_core::edit::{Edit, QuotationField};
use emic_core::ids::{CoderId, CodingId, DocumentId, FolderId, QuotationId, StepId};
use emic_core::ledger::Step;
use emic_core::project::{Consent, Document, Extra, FieldStamps, Source, Structure, TextRef};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Text, TextEdits, TextHash, count_words};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::text_file::{Encoding, document_blocks, is_markdown};

use crate::book::code_id;
use crate::quotations::{Found, Quotations, found};
use crate::study::{self, CodedBy, Quotation, Study, Texts};
use crate::{Fault, book, ids, notes, people, themes};

/// A step, and what it is about for who reads a fault.
pub struct Planned {
    /// What it is about.
    pub name: String,
    /// The step.
    pub step: Step,
}

/// All steps in the order of their times.
pub fn plan(study: &Study, texts: &Texts, coded: &[CodedBy]) -> Result<Vec<Planned>, Fault> {
    let mut plan = Plan { study, steps: Vec::new() };
    for (n, coder) in study.coders.iter().enumerate() {
        plan.step(n, coder.joined.0, &coder.name, vec![Edit::AddCoder { id: plan.coder(n), name: coder.name.clone() }]);
    }
    plan.step(0, Timestamp(study.begun.0.0 + ids::pause("guide")), "guide", people::prepared(study));
    for document in &study.documents {
        if let Some(text) = texts.get(&document.file) {
            plan.document(document, text)?;
        }
    }
    plan.step(0, Timestamp(study.begun.0.0 + ids::pause("levels")), "levels", vec![book::levels(study)]);
    for theme in &study.codebook {
        for (name, step) in book::codes(study, theme, study.begun.0) {
            plan.done(&name, step);
        }
    }
    for coded in coded {
        plan.coding(coded, texts)?;
    }
    plan.afterwards(&Quotations::of(study, texts, coded)?)?;
    // What has the same time stays in the order in which it was planned.
    plan.steps.sort_by_key(|planned| planned.step.stamp.at);
    Ok(plan.steps)
}

/// Edits that were made together: when, and by which coder.
pub struct At {
    /// The index of the coder in [`Study::coders`].
    pub coder: usize,
    /// When.
    pub at: Timestamp,
    /// The edits.
    pub edits: Vec<Edit>,
}

struct Plan<'a> {
    study: &'a Study,
    steps: Vec<Planned>,
}

impl Plan<'_> {
    fn done(&mut self, name: &str, At { coder, at, edits }: At) {
        self.step(coder, at, name, edits);
    }

    fn step(&mut self, coder: usize, at: Timestamp, name: &str, edits: Vec<Edit>) {
        let stamp = Stamp { by: self.coder(coder), at };
        let id = StepId::from_random(ids::bytes("step", &format!("{} {name}", at.0)));
        self.steps.push(Planned { name: name.to_owned(), step: Step { id, stamp, edits } });
    }

    fn coder(&self, n: usize) -> CoderId {
        let name = self.study.coders.get(n).map_or("", |coder| &coder.name);
        CoderId::from_random(ids::bytes("coder", name))
    }

    /// A document, with its folder if it is the first one in it.
    fn document(&mut self, document: &study::Document, text: &Text) -> Result<(), Fault> {
        let folder = FolderId::from_random(ids::bytes("folder", &document.folder));
        if !self.study.folders.contains(&document.folder) {
            let (name, at) = (document.folder.clone(), document.file.clone());
            return Err(Fault::Unknown { what: "folder", name, at });
        }
        let made = Edit::AddFolder { id: folder, name: document.folder.clone(), parent: None };
        let known = self.steps.iter().any(|planned| planned.step.edits.contains(&made));
        if !known {
            let before = Timestamp(document.brought_in.0.0 - ids::pause(&document.folder));
            self.step(0, before, &document.folder, vec![made]);
        }
        let words = u32::try_from(count_words(text.as_str())).unwrap_or(u32::MAX);
        let reference = TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words };
        let markdown = is_markdown(&document.file);
        let blocks: Structure = if markdown { document_blocks(text) } else { Vec::new() }.into();
        let structure = people::spoken(document, text, blocks);
        let added = Document {
            id: document.id(),
            title: document.title.clone(),
            kind: document.kind.clone(),
            folder: Some(folder),
            // The edit sets rank and stamp.
            rank: Rank::nth(0),
            revisions: Default::default(),
            created: Stamp { by: self.coder(0), at: document.brought_in.0 },
            text: reference,
            case: None,
            structure: Rc::clone(&structure),
            source: Source {
                file_name: Some(document.file.clone()),
                format: if markdown { "markdown" } else { "text" }.to_owned(),
                encoding: Some(Encoding::Utf8.label().to_owned()),
                imported: reference,
                edits: TextEdits::default(),
                original: None,
                extra: Extra::new(),
            },
            changed: FieldStamps::new(),
            extra: Extra::new(),
        };
        self.step(0, document.brought_in.0, &document.file, vec![Edit::AddDocument(Box::new(added))]);
        let later = |what: &str| Timestamp(document.brought_in.0.0 + ids::pause(&format!("{what} {}", document.file)));
        for (what, edits) in [
            ("case", people::case(self.study, document, &structure)?),
            ("asked", people::asked(self.study, document, text, &structure)?),
        ] {
            if !edits.is_empty() {
                self.step(0, later(what), &format!("{what} of {}", document.file), edits);
            }
        }
        Ok(())
    }

    /// What one coder coded in one document.
    fn coding(&mut self, coded: &CodedBy, texts: &Texts) -> Result<(), Fault> {
        let Some(document) = self.study.documents.get(coded.document) else { return Ok(()) };
        let Some(text) = texts.get(&document.file) else { return Ok(()) };
        let Some(coder) = self.study.coders.get(coded.coder) else { return Ok(()) };
        let mut now = coded.coding.begun.0;
        for quotation in &coded.coding.quotations {
            let Found { name, span, at } = found(document, coder, text, quotation)?;
            let (document, id) = (at.document, at.quotation);
            let mut edits = vec![Edit::MarkQuotation { id, document, span, quote: Quote::of(text, span) }];
            for code in &quotation.codes {
                let unknown = || Fault::Unknown { what: "code", name: code.clone(), at: name.clone() };
                self.study.code(code).ok_or_else(unknown)?;
                let coding = CodingId::from_random(ids::bytes("coding", &format!("{name} {code}")));
                edits.push(Edit::ApplyCode { id: coding, document, quotation: id, code: code_id(code) });
            }
            let at = match quotation.at {
                Some(at) => at.0,
                None => {
                    now = Timestamp(now.0 + ids::pause(&name));
                    now
                }
            };
            self.step(coded.coder, at, &name, edits);
            let edits = said(quotation, document, id);
            if !edits.is_empty() {
                let noted = Timestamp(at.0 + ids::pause(&quotation.comment) / 3);
                self.step(coded.coder, noted, &name, edits);
                now = now.max(if quotation.at.is_none() { noted } else { now });
            }
        }
        Ok(())
    }

    /// What was made of it all: examples, versions of the codebook, memos and links.
    fn afterwards(&mut self, quotations: &Quotations) -> Result<(), Fault> {
        let mut examples = Vec::new();
        self.study.codebook.iter().try_for_each(|theme| book::examples(theme, quotations, &mut examples))?;
        let last = self.steps.iter().map(|planned| planned.step.stamp.at).max().unwrap_or_default();
        self.step(0, Timestamp(last.0 + ids::pause("examples")), "examples", examples);
        for version in &self.study.versions {
            self.step(0, version.at.0, &version.name, vec![book::version(version)]);
        }
        for memo in &self.study.memos {
            for step in notes::memo(self.study, quotations, memo)? {
                self.done(&memo.title, step);
            }
        }
        for theme in &self.study.themes {
            self.step(0, theme.at.0, &theme.title, themes::theme(self.study, quotations, theme)?);
        }
        let templates = themes::attributions(self.study);
        let at = self.study.themes.first().map_or(last, |theme| theme.at.0);
        self.step(0, Timestamp(at.0 - ids::pause("attributions")), "attributions", templates);
        for link in &self.study.links {
            self.step(0, link.at.0, "link", vec![notes::link(quotations, link)?]);
        }
        Ok(())
    }
}

/// What a coder says of a quotation beside its codes.
fn said(quotation: &Quotation, document: DocumentId, id: QuotationId) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !quotation.comment.is_empty() {
        edits.push(Edit::CommentQuotation { id, document, comment: quotation.comment.clone() });
    }
    let fields = [
        (&quotation.condensed, QuotationField::Condensed as fn(String) -> QuotationField),
        (&quotation.interpretation, QuotationField::Interpretation),
    ];
    for (words, field) in fields {
        if !words.is_empty() {
            edits.push(Edit::SetQuotationField { id, document, field: field(words.clone()) });
        }
    }
    if quotation.consent != Consent::default() {
        edits.push(Edit::SetPassageConsent { id, document, consent: quotation.consent });
    }
    edits
}
