//! A project that is worked on.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::edit::{Edit, plan_text_edit};
use emic_core::history::History;
use emic_core::ids::*;
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::*;
use emic_core::rank::Rank;
use emic_core::text::{Quote, Span, Text, TextEdit, TextEdits, TextHash};
use emic_core::time::{Stamp, Timestamp};

pub const BY: CoderId = CoderId(uuid::Uuid::from_u128(0xC0DE));

pub fn project_id(n: u128) -> ProjectId {
    ProjectId::from_number(n)
}

pub type NewTexts = Vec<(TextHash, Rc<str>)>;

#[derive(Clone)]
pub struct Study {
    pub ledger: Ledger,
    /// All states so far, the present one last.
    pub states: Vec<Ledger>,
    texts: BTreeMap<TextHash, Rc<str>>,
    /// Makes ids and times.
    count: u128,
}

impl Study {
    pub fn new(id: ProjectId) -> Study {
        let project = Project::new(id, "Study".into(), Timestamp(5));
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        let edits = vec![Edit::AddCoder { id: BY, name: "AK".into() }];
        let stamp = Stamp { by: BY, at: Timestamp(6) };
        ledger.enter(&Entry::Do(Step { id: StepId::from_number(1), stamp, edits })).unwrap();
        // Whoever codes stays: what they did would have nobody otherwise.
        let ledger = Ledger::new((**ledger.project()).clone(), ledger.history().clone(), UndoStack::default());
        Study { states: vec![ledger.clone()], ledger, texts: BTreeMap::new(), count: 1 << 40 }
    }

    /// The same study, going on from what was found again.
    pub fn resumed(study: &Study, ledger: Ledger) -> Study {
        let mut states = study.states.clone();
        match states.iter().rposition(|state| *state == ledger) {
            Some(at) => states.truncate(at + 1),
            None => states.push(ledger.clone()),
        }
        Study { states, ledger, ..study.clone() }
    }

    pub fn was(&self, ledger: &Ledger) -> bool {
        self.states.contains(ledger)
    }

    pub fn text(&self, hash: TextHash) -> Option<&str> {
        self.texts.get(&hash).map(|text| &**text)
    }

    /// The file that some documents came out of: the third of the few texts.
    pub fn original() -> (TextHash, Rc<[u8]>) {
        let bytes: Rc<[u8]> = Rc::from(&b"PK\x03\x04 as it was \xff\x00"[..]);
        (TextHash::of_bytes(&bytes), bytes)
    }

    /// The files that entries bring in.
    pub fn originals_of(entries: &[Rc<Entry>]) -> Vec<(TextHash, Rc<[u8]>)> {
        let brings = |entry: &Rc<Entry>| match &**entry {
            Entry::Do(step) => step
                .edits
                .iter()
                .any(|edit| matches!(edit, Edit::AddDocument(document) if document.source.original.is_some())),
            _ => false,
        };
        entries.iter().filter(|entry| brings(entry)).map(|_| Study::original()).collect()
    }

    pub fn now(&self) -> Timestamp {
        Timestamp(self.count as i64)
    }

    fn id(&mut self) -> u128 {
        self.count += 1;
        self.count
    }

    pub fn enter(&mut self, entry: Entry) -> Entry {
        self.ledger.enter(&entry).unwrap();
        self.states.push(self.ledger.clone());
        entry
    }

    fn step(&mut self, edits: Vec<Edit>) -> Entry {
        let (id, at) = (StepId::from_number(self.id()), self.now());
        self.enter(Entry::Do(Step { id, stamp: Stamp { by: BY, at }, edits }))
    }

    pub fn edits(&mut self, edits: Vec<Edit>) -> Entry {
        self.step(edits)
    }

    pub fn undo(&mut self) {
        let (id, stamp) = (StepId::from_number(self.id()), Stamp { by: BY, at: self.now() });
        self.enter(Entry::Undo { id, stamp });
    }

    pub fn rename_project(&mut self, n: usize) -> Entry {
        self.step(vec![Edit::RenameProject { title: format!("Study {n}") }])
    }

    pub fn delete_documents(&mut self) -> Entry {
        let ids: Vec<_> = self.ledger.project().documents.keys().copied().collect();
        self.step(ids.into_iter().map(|id| Edit::DeleteDocument { id }).collect())
    }

    /// Does something, of what is possible what `n` says.
    pub fn work(&mut self, n: usize) -> (Entry, NewTexts) {
        let id = self.id();
        let project = Rc::clone(self.ledger.project());
        let documents: Vec<_> = project.documents.values().cloned().collect();
        let codes: Vec<_> = project.codes.keys().copied().collect();
        let entry = match (n % 10, documents.get(n % documents.len().max(1))) {
            (1, _) => {
                let (name, colour) = (format!("code {id}"), Colour::nth(n));
                let id = CodeId::from_number(id);
                self.step(vec![Edit::AddCode { id, name, parent: codes.get(n % 7).copied(), before: None, colour }])
            }
            (6, Some(document)) => {
                let text = Text::new(Rc::clone(&self.texts[&document.text.hash]));
                let start = (n as u32 * 5) % (text.len() - 1);
                let range = text.clamp(Span::new(start, start + n as u32 % 3));
                let edits = TextEdits::one(TextEdit::replace(range, format!("{}ا", n % 100))).unwrap();
                let plan = plan_text_edit(&project, document.id, &text, edits).unwrap();
                let (hash, content) = (plan.text().hash, plan.after.content());
                self.texts.insert(hash, Rc::clone(&content));
                let gone = plan.touched.emptied.clone();
                return (self.step(vec![plan.into_edit(gone, "a typo")]), vec![(hash, content)]);
            }
            (2..=5, Some(document)) => {
                let text = Text::new(Rc::clone(&self.texts[&document.text.hash]));
                let start = (n as u32 * 7) % (text.len() - 1);
                let span = text.clamp(Span::new(start, start + 1 + n as u32 % 20));
                let (id, quote) = (QuotationId::from_number(id), Quote::of(&text, span));
                let mut edits = vec![Edit::MarkQuotation { id, document: document.id, span, quote }];
                if let Some(code) = codes.get(n % codes.len().max(1)) {
                    let (coding, code) = (CodingId::from_number(self.id()), *code);
                    edits.push(Edit::ApplyCode { id: coding, document: document.id, quotation: id, code });
                }
                self.step(edits)
            }
            (7, Some(document)) => self.step(vec![Edit::DeleteDocument { id: document.id }]),
            (8, _) if self.ledger.undoable().is_some() => {
                let (id, stamp) = (StepId::from_number(id), Stamp { by: BY, at: self.now() });
                self.enter(Entry::Undo { id, stamp })
            }
            (9, _) if self.ledger.redoable().is_some() => {
                let (id, stamp) = (StepId::from_number(id), Stamp { by: BY, at: self.now() });
                self.enter(Entry::Redo { id, stamp })
            }
            // The same few texts come in again and again, so that one that was removed comes back.
            _ => return self.import(n % 4),
        };
        (entry, Vec::new())
    }

    /// A document that is not in the project, with one of a few texts.
    pub fn document(&mut self, n: usize) -> Document {
        let id = DocumentId::from_number(self.id());
        let text = Text::new("We packed two bags. كُنّا في البيت. ".repeat(n + 1));
        let hash = TextHash::of(text.as_str());
        let reference = TextRef { hash, length: text.len(), words: 7 };
        self.texts.insert(hash, text.content());
        Document {
            id,
            title: format!("Interview {}", self.count),
            kind: DocumentKind::Interview,
            folder: None,
            rank: Rank(0),
            text: reference,
            case: None,
            structure: Default::default(),
            source: Source {
                file_name: None,
                format: "text".into(),
                encoding: None,
                imported: reference,
                edits: TextEdits::default(),
                original: (n == 3).then(|| {
                    let (hash, bytes) = Study::original();
                    Original { hash, bytes: bytes.len() as u64, extra: Extra::new() }
                }),
                extra: Extra::new(),
            },
            revisions: Default::default(),
            created: Stamp { by: BY, at: Timestamp(0) },
            changed: FieldStamps::new(),
            extra: Extra::new(),
        }
    }

    fn import(&mut self, n: usize) -> (Entry, NewTexts) {
        let document = self.document(n);
        let (hash, text) = (document.text.hash, Rc::clone(&self.texts[&document.text.hash]));
        (self.step(vec![Edit::AddDocument(Box::new(document))]), vec![(hash, text)])
    }
}
