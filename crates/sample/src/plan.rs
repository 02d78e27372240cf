//! The study as the steps in which it came about.

use std::rc::Rc;

use std::collections::BTreeMap;

use emic_core::edit::Edit;
use emic_core::ids::{CodeId, CoderId, CodingId, FolderId, QuotationId, StepId};
use emic_core::ledger::Step;
use emic_core::project::{Document, Extra, FieldStamps, Source, Structure, TextRef};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Text, TextEdits, TextHash, count_words};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::text_file::{Encoding, document_blocks, is_markdown};

use crate::study::{self, Code, CodedBy, Study, Texts};
use crate::{Fault, find, ids, people};

/// A step, and what it is about for who reads a fault.
pub struct Planned {
    /// What it is about.
    pub name: String,
    /// The step.
    pub step: Step,
}

/// All steps in the order of their times.
pub fn plan(study: &Study, texts: &Texts, coded: &[CodedBy]) -> Result<Vec<Planned>, Fault> {
    let mut plan = Plan { study, steps: Vec::new(), codes: BTreeMap::new() };
    for (n, coder) in study.coders.iter().enumerate() {
        plan.step(n, coder.joined.0, &coder.name, vec![Edit::AddCoder { id: plan.coder(n), name: coder.name.clone() }]);
    }
    plan.step(0, Timestamp(study.begun.0.0 + ids::pause("guide")), "guide", people::prepared(study));
    for document in &study.documents {
        if let Some(text) = texts.get(&document.file) {
            plan.document(document, text)?;
        }
    }
    for theme in &study.codebook {
        plan.codes(theme, None, study.begun.0);
    }
    for coded in coded {
        plan.coding(coded, texts)?;
    }
    // What has the same time stays in the order in which it was planned.
    plan.steps.sort_by_key(|planned| planned.step.stamp.at);
    Ok(plan.steps)
}

struct Plan<'a> {
    study: &'a Study,
    steps: Vec<Planned>,
    codes: BTreeMap<&'a str, CodeId>,
}

impl<'a> Plan<'a> {
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

    /// A code and those below it, one after the other; gives when the last one was made.
    fn codes(&mut self, code: &'a Code, parent: Option<CodeId>, after: Timestamp) -> Timestamp {
        let id = CodeId::from_random(ids::bytes("code", &code.name));
        let at = code.made.map_or(Timestamp(after.0 + ids::pause(&code.name)), |made| made.0);
        let edits = vec![
            Edit::AddCode { id, name: code.name.clone(), parent, before: None, colour: code.colour },
            Edit::DefineCode { id, definition: code.definition.clone() },
        ];
        self.codes.insert(&code.name, id);
        self.step(0, at, &code.name, edits);
        let mut last = at;
        for below in &code.codes {
            let made = self.codes(below, Some(id), last);
            // One that was made on another day does not hold up the others.
            if below.made.is_none() {
                last = made;
            }
        }
        last
    }

    /// What one coder coded in one document.
    fn coding(&mut self, coded: &CodedBy, texts: &Texts) -> Result<(), Fault> {
        let Some(document) = self.study.documents.get(coded.document) else { return Ok(()) };
        let Some(text) = texts.get(&document.file) else { return Ok(()) };
        let coder = self.study.coders.get(coded.coder).map_or("", |coder| &coder.name);
        let mut now = coded.coding.begun.0;
        for quotation in &coded.coding.quotations {
            let lost = || Fault::NotInText { document: document.file.clone(), words: quotation.words.clone() };
            let span = find(text, quotation.place()).ok_or_else(lost)?;
            let name = format!("{} {coder} {}-{}", document.name(), span.start.0, span.end.0);
            let id = QuotationId::from_random(ids::bytes("quotation", &name));
            let document = document.id();
            let mut edits = vec![Edit::MarkQuotation { id, document, span, quote: Quote::of(text, span) }];
            for code in &quotation.codes {
                let unknown = || Fault::Unknown { what: "code", name: code.clone(), at: name.clone() };
                let coding = CodingId::from_random(ids::bytes("coding", &format!("{name} {code}")));
                let code = *self.codes.get(code.as_str()).ok_or_else(unknown)?;
                edits.push(Edit::ApplyCode { id: coding, document, quotation: id, code });
            }
            let at = match quotation.at {
                Some(at) => at.0,
                None => {
                    now = Timestamp(now.0 + ids::pause(&name));
                    now
                }
            };
            self.step(coded.coder, at, &name, edits);
            if !quotation.comment.is_empty() {
                let noted = Timestamp(at.0 + ids::pause(&quotation.comment) / 3);
                let comment = quotation.comment.clone();
                self.step(coded.coder, noted, &name, vec![Edit::CommentQuotation { id, document, comment }]);
                now = now.max(if quotation.at.is_none() { noted } else { now });
            }
        }
        Ok(())
    }
}
