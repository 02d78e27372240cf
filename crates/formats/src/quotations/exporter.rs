//! A file of quotations, made a part at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use emic_core::consent::AllLimits;
use emic_core::ids::CodeId;
use emic_core::project::{Code, Coding, Consent, Document, Project, Quotation};
use emic_core::query::with_subcodes;
use emic_core::scope::Within;
use emic_core::text::{Direction, Text, TextHash};
use emic_core::time::Timestamp;

use super::gather::{Names, Row};
use super::{Form, Format, Labels, Options, Selection, csv, html, markdown, parts};
use crate::office::{Block, Office, Page, Sheet};

/// How many quotations are looked up, or written, in one step.
const PART: usize = 128;

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Something was prepared.
    Working,
    /// This text is needed: have it ready and take the step again, or [`Exporter::skip_text`].
    NeedsText(TextHash),
    /// The next part of the file.
    Part(String),
    /// All parts were given.
    Done,
}

/// A file being made. First each document is looked into once, in the order of the tree, then parts come.
pub struct Exporter {
    pub(super) options: Options,
    pub(super) labels: Labels,
    pub(super) date: Rc<dyn Fn(Timestamp) -> String>,
    pub(super) names: Names,
    project: Project,
    within: Within,
    limits: AllLimits,
    left_out: BTreeMap<Consent, usize>,
    pub(super) left_out_note: String,
    wanted: Wanted,
    /// What is still to be looked into, the last first, and how many quotations of the last are looked up.
    documents: Vec<(Rc<Document>, Vec<Rc<Quotation>>)>,
    looked_up: usize,
    skip_text: bool,
    rows: Vec<Row>,
    /// Of an office file: the rows of a table, or the parts of a text.
    cells: Vec<Vec<String>>,
    parts: Vec<Block>,
    without_text: Vec<String>,
    state: State,
}

enum State {
    LookingUp,
    Writing { sections: Vec<Section>, section: usize, row: usize },
    Done,
}

/// The quotations of a code, or those without one.
pub(super) struct Section {
    pub code: Option<Rc<Code>>,
    rows: Vec<usize>,
}

impl Section {
    pub fn count(&self) -> usize {
        self.rows.len()
    }
}

enum Wanted {
    All,
    Codes(BTreeSet<CodeId>),
    WithoutCode,
}

impl Wanted {
    fn code(&self, code: CodeId) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Codes(codes) => codes.contains(&code),
            Wanted::WithoutCode => false,
        }
    }
}

impl Exporter {
    /// Begins a file. `date` writes a time as people read it.
    pub fn new(project: &Project, options: Options, labels: Labels, date: Rc<dyn Fn(Timestamp) -> String>) -> Exporter {
        let within = options.scope.within(project);
        let wanted = match options.selection {
            Selection::All => Wanted::All,
            Selection::Code { code, subcodes: true } => Wanted::Codes(with_subcodes(project, code)),
            Selection::Code { code, subcodes: false } => Wanted::Codes(BTreeSet::from([code])),
            Selection::WithoutCode => Wanted::WithoutCode,
        };
        let mut exporter = Exporter {
            names: Names::new(project, within.clone()),
            project: project.clone(),
            limits: AllLimits::of(project),
            left_out: BTreeMap::new(),
            left_out_note: String::new(),
            options,
            labels,
            date,
            within,
            wanted,
            documents: Vec::new(),
            looked_up: 0,
            skip_text: false,
            rows: Vec::new(),
            cells: Vec::new(),
            parts: Vec::new(),
            without_text: Vec::new(),
            state: State::LookingUp,
        };
        for document in project.documents_in_order().into_iter().rev() {
            let list = project.quotations_in(document.id);
            let mut wanted: Vec<_> =
                list.iter().filter(|quotation| exporter.wants(&document, quotation)).cloned().collect();
            let Exporter { limits, left_out, .. } = &mut exporter;
            wanted.retain(|quotation| {
                let consent = limits.at(document.id, quotation.span());
                if !consent.may_be_quoted() {
                    *left_out.entry(consent).or_default() += 1;
                }
                consent.may_be_quoted()
            });
            if !wanted.is_empty() {
                exporter.documents.push((document, wanted));
            }
        }
        exporter
    }

    fn wants(&self, document: &Document, quotation: &Quotation) -> bool {
        if !self.within.contains_document(document.id) || !self.within.contains_quotation(quotation) {
            return false;
        }
        match &self.wanted {
            // One whose codings are all by others than the scope's coders is the coder's own without a code.
            Wanted::All => true,
            Wanted::Codes(_) => self.codings(quotation).next().is_some(),
            Wanted::WithoutCode => quotation.codings.is_empty(),
        }
    }

    /// The codings that are written.
    fn codings<'a>(&'a self, quotation: &'a Quotation) -> impl Iterator<Item = &'a Coding> {
        self.within.codings(quotation).filter(|coding| self.wanted.code(coding.code))
    }

    /// Goes on without the text that the last step needed: it is lost. Of its quotations is written what they hold
    /// themselves.
    pub fn skip_text(&mut self) {
        self.skip_text = true;
    }

    /// How many quotations are left out because their words may not be quoted, by what holds for them. What was withdrawn
    /// is not among them: no scope holds it.
    pub fn left_out(&self) -> &BTreeMap<Consent, usize> {
        &self.left_out
    }

    /// What the file says of those that are left out; before the first step.
    pub fn say_left_out(&mut self, note: String) {
        self.left_out_note = note;
    }

    /// The titles of documents whose text was skipped.
    pub fn without_text(&self) -> &[String] {
        &self.without_text
    }

    /// The next step: a few milliseconds for a hundred quotations. `texts` gives the texts that are ready.
    pub fn step(&mut self, texts: &dyn Fn(&TextHash) -> Option<Text>) -> Step {
        match std::mem::replace(&mut self.state, State::Done) {
            State::LookingUp => {
                if let Some((document, quotations)) = self.documents.pop() {
                    self.state = State::LookingUp;
                    return self.look_up(document, quotations, texts);
                }
                self.state = State::Writing { sections: self.sections(), section: 0, row: 0 };
                Step::Part(self.head())
            }
            State::Writing { sections, section, row } => {
                let Some(current) = sections.get(section) else {
                    return Step::Part(self.foot(sections.is_empty()));
                };
                let until = current.rows.len().min(row + PART);
                let part = self.part(current, row..until);
                let (section, row) = if until == current.rows.len() { (section + 1, 0) } else { (section, until) };
                self.state = State::Writing { sections, section, row };
                Step::Part(part)
            }
            State::Done => Step::Done,
        }
    }

    fn look_up(
        &mut self,
        document: Rc<Document>,
        quotations: Vec<Rc<Quotation>>,
        texts: &dyn Fn(&TextHash) -> Option<Text>,
    ) -> Step {
        let hash = document.text.hash;
        let text = texts(&hash);
        if text.is_none() && !self.skip_text {
            self.documents.push((document, quotations));
            return Step::NeedsText(hash);
        }
        let until = quotations.len().min(self.looked_up + PART);
        for quotation in &quotations[self.looked_up..until] {
            let limits = self.limits.in_document(document.id);
            self.rows.push(Row::new(&document, quotation, text.as_ref(), self.options.context, &limits));
        }
        if until < quotations.len() {
            self.looked_up = until;
            self.documents.push((document, quotations));
            return Step::Working;
        }
        if text.is_none() {
            self.without_text.push(document.title.clone());
        }
        (self.looked_up, self.skip_text) = (0, false);
        Step::Working
    }

    fn sections(&self) -> Vec<Section> {
        let mut of_code: BTreeMap<CodeId, Vec<usize>> = BTreeMap::new();
        let mut without = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            if self.codings(&row.quotation).next().is_none() {
                without.push(index);
            }
            for coding in self.codings(&row.quotation) {
                let rows = of_code.entry(coding.code).or_default();
                // A file may have a code on a quotation twice.
                if rows.last() != Some(&index) {
                    rows.push(index);
                }
            }
        }
        let mut sections: Vec<Section> = Vec::new();
        for code in self.project.codes_in_order() {
            if let Some(rows) = of_code.remove(&code.id) {
                sections.push(Section { code: Some(code), rows });
            }
        }
        if !without.is_empty() {
            sections.push(Section { code: None, rows: without });
        }
        sections
    }

    fn head(&mut self) -> String {
        match self.options.format {
            Format::Markdown => markdown::head(self),
            Format::Csv { bom } => csv::head(self, bom),
            Format::Html => html::head(self),
            Format::Office(_) => String::new(),
        }
    }

    fn part(&mut self, section: &Section, rows: Range<usize>) -> String {
        let mut out = String::new();
        if rows.start == 0 {
            match self.options.format {
                Format::Markdown => markdown::begin(self, section, &mut out),
                Format::Html => html::begin(self, section, &mut out),
                Format::Csv { .. } | Format::Office(Form::Sheet) => {}
                Format::Office(Form::Page) => self.parts.extend(parts::begin(self, section)),
            }
        }
        let last = rows.end == section.rows.len();
        for index in &section.rows[rows] {
            let row = &self.rows[*index];
            let coding = section
                .code
                .as_ref()
                .and_then(|code| self.codings(&row.quotation).find(|coding| coding.code == code.id));
            match self.options.format {
                Format::Markdown => markdown::quotation(self, row, coding, &mut out),
                Format::Csv { .. } => csv::quotation(self, row, coding, &mut out),
                Format::Html => html::quotation(self, row, coding, &mut out),
                Format::Office(Form::Sheet) => {
                    let cells = csv::cells(self, row, coding);
                    self.cells.push(cells);
                }
                Format::Office(Form::Page) => {
                    let blocks = parts::quotation(self, row, coding);
                    self.parts.extend(blocks);
                }
            }
        }
        if last && self.options.format == Format::Html {
            html::end(&mut out);
        }
        out
    }

    fn foot(&mut self, empty: bool) -> String {
        match self.options.format {
            Format::Markdown => markdown::foot(self, empty),
            Format::Csv { .. } => csv::foot(self),
            Format::Html => html::foot(self, empty),
            Format::Office(_) => {
                let blocks = parts::foot(self, empty);
                self.parts.extend(blocks);
                String::new()
            }
        }
    }

    /// What an office file is made of; once all steps are done. Nothing for any other format.
    pub fn into_office(mut self) -> Option<Office> {
        let Format::Office(form) = self.options.format else { return None };
        let right_to_left = self.labels.direction == Direction::RightToLeft;
        Some(match form {
            Form::Sheet => {
                let head = csv::columns(&self).into_iter().map(str::to_owned).collect();
                if !self.left_out_note.is_empty() {
                    self.cells.push(vec![String::new(), std::mem::take(&mut self.left_out_note)]);
                }
                Office::Sheet(Sheet { name: self.labels.quotation, right_to_left, head, rows: self.cells })
            }
            Form::Page => Office::Page(Page { title: self.labels.title, right_to_left, blocks: self.parts }),
        })
    }
}
