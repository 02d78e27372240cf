//! Files into a project.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use emic_core::edit::Edit;
use emic_core::history::History;
use emic_core::ids::{CoderId, ProjectId, StepId};
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::Project;
use emic_core::text::{Text, TextHash};
use emic_core::time::{Stamp, Timestamp};
use emic_formats::source::{
    Beside, Bringing, Format, Outcome as Read, Plan, Refusal, Taken, Told, ToldText, TrackedChanges, Wishes, prepare,
};
use emic_formats::tidy::RuleSet;
use emic_readers::Task;

use crate::arguments::Import;
use crate::report::{Outcome, Report, TextReport, Why};

/// Imports the files; gives whether all of them came in.
///
/// # Errors
/// If the project cannot be made or written, in words. Files that cannot be read are told in the report.
pub fn run(wanted: &Import) -> Result<bool, String> {
    // A fault is told in the report, not between its lines.
    std::panic::set_hook(Box::new(|_| {}));
    let at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let stamp = Stamp { by: CoderId::from_random(random()), at: Timestamp(i64::try_from(at).unwrap_or_default()) };
    let project = Project::new(ProjectId::from_random(random()), wanted.title.trim().to_owned(), stamp.at);
    let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
    enter(&mut ledger, stamp, vec![Edit::AddCoder { id: stamp.by, name: wanted.coder.trim().to_owned() }])?;

    let project = Rc::clone(ledger.project());
    let mut files = Files { wanted, all: true, bringing: Bringing::new(&project, None, stamp, &random) };
    for path in &wanted.files {
        files.take(path)?;
    }
    let Files { bringing, all, .. } = files;
    let (edits, texts) = (bringing.edits, bringing.texts);
    if !edits.is_empty() {
        enter(&mut ledger, stamp, edits)?;
    }
    if let Some(out) = &wanted.out {
        let words = |hash: &TextHash| texts.iter().find(|(known, _)| known == hash).map(|(_, text)| text.content());
        let app = concat!("emic-cli ", env!("CARGO_PKG_VERSION"));
        let written = emic_formats::project::write(ledger.project(), ledger.history(), &words, app)
            .map_err(|error| format!("the project cannot be written: {error:?}"))?;
        std::fs::write(out, written.file).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    Ok(all)
}

fn enter(ledger: &mut Ledger, stamp: Stamp, edits: Vec<Edit>) -> Result<(), String> {
    let step = Step { id: StepId::from_random(random()), stamp, edits };
    ledger.enter(&Entry::Do(step)).map(drop).map_err(|error| format!("the project does not take them: {error:?}"))
}

/// 16 random bytes: hashes under keys that the standard library takes from the system, anew for each. They need to
/// differ, not to be secret.
fn random() -> [u8; 16] {
    let half = || RandomState::new().hash_one(SystemTime::now()).to_le_bytes();
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&half());
    bytes[8..].copy_from_slice(&half());
    bytes
}

struct Files<'a> {
    wanted: &'a Import,
    all: bool,
    bringing: Bringing<'a>,
}

impl Files<'_> {
    fn take(&mut self, path: &Path) -> Result<(), String> {
        let shown = path.display().to_string();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match std::fs::read(path) {
            Ok(bytes) => {
                let tracked = if self.wanted.rejected { TrackedChanges::Rejected } else { TrackedChanges::Accepted };
                let wishes = Wishes { encoding: self.wanted.encoding, tracked, ..Wishes::default() };
                self.read(&shown, &name, &bytes, &wishes)
            }
            Err(error) => self.not_taken(&shown, Outcome::Unreadable, Why::Unreadable(error.to_string())),
        }
    }

    fn not_taken(&mut self, file: &str, outcome: Outcome, why: Why<'_>) -> Result<(), String> {
        self.all = false;
        tell(&Report {
            file,
            outcome,
            why: Some(why),
            format: None,
            texts: Vec::new(),
            left_out: Vec::new(),
            not_said: Vec::new(),
        })
    }

    fn read(&mut self, shown: &str, name: &str, bytes: &[u8], wishes: &Wishes) -> Result<(), String> {
        let task = Task { name, bytes, wishes, progress: &|_| () };
        let read = catch_unwind(AssertUnwindSafe(|| emic_readers::read(&task)));
        match read {
            Err(fault) => self.not_taken(shown, Outcome::Failed, Why::Failed(words_of(&*fault))),
            Ok(Err(refusal)) => self.not_taken(shown, Outcome::Refused, Why::Refused(&refusal)),
            Ok(Ok(Read::Table(sketch))) if wishes.table.is_none() => {
                // As the app suggests it; what it would ask about cannot be asked here.
                let wishes = Wishes { table: Some(sketch.suggested), ..wishes.clone() };
                self.read(shown, name, bytes, &wishes)
            }
            Ok(Ok(Read::Table(_))) => self.not_taken(shown, Outcome::Refused, Why::Refused(&Refusal::Empty)),
            Ok(Ok(Read::Archive(entries))) => {
                let (outcome, format) = (Outcome::Archive, Some(Format::Zip.key()));
                tell(&Report {
                    file: shown,
                    outcome,
                    why: None,
                    format,
                    texts: Vec::new(),
                    left_out: Vec::new(),
                    not_said: Vec::new(),
                })?;
                for entry in entries {
                    let wishes = Wishes { entry: Some(entry.path.clone()), ..wishes.clone() };
                    self.read(&format!("{shown}/{}", entry.path), name, bytes, &wishes)?;
                }
                Ok(())
            }
            Ok(Ok(texts)) => {
                let name = wishes.entry.as_deref().and_then(|path| path.rsplit('/').next()).unwrap_or(name);
                let before = self.bringing.so_far();
                let brought = catch_unwind(AssertUnwindSafe(|| self.bring(shown, name, texts)));
                match brought {
                    Ok(told) => told,
                    Err(fault) => {
                        // Half of it is none of it.
                        self.bringing.back_to(before);
                        self.not_taken(shown, Outcome::Failed, Why::Failed(words_of(&*fault)))
                    }
                }
            }
        }
    }

    /// Brings the texts of a file in.
    fn bring(&mut self, shown: &str, name: &str, read: Read) -> Result<(), String> {
        let (Told::Texts(texts), words) = Told::of(read) else { return Ok(()) };
        let mut report = Report {
            file: shown,
            outcome: Outcome::Imported,
            why: None,
            format: None,
            texts: vec![],
            left_out: vec![],
            not_said: vec![],
        };
        let told = self.bringing.not_said.len();
        for (ToldText { extract, reading, mut prepared }, words) in texts.into_iter().zip(words) {
            let text = Text::new(words);
            if !self.wanted.tidy && !prepared.plan.rules.is_empty() {
                let plan = Plan { rules: RuleSet::NONE, ..Plan::default() };
                prepared = prepare(text.as_str(), &Beside::of(&extract), &plan);
            }
            let mut named = [extract.offered_title(name, &text), name.to_owned()].into_iter();
            let title = named.find(|title| !title.trim().is_empty()).unwrap_or_else(|| "Untitled".to_owned());
            let taken = Taken {
                // A project file holds no originals.
                original: None,
                title: &title,
                kind: &extract.offered_kind(),
                file_name: Some(name),
                text: &text,
                extract: &extract,
                reading: &reading,
                prepared: &prepared,
                with_remarks: true,
            };
            let after = taken.after_ref();
            self.bringing.add(&taken);
            report.format = Some(extract.format.key());
            report.left_out.extend(extract.left_out.iter().copied());
            report.texts.push(TextReport {
                title: title.clone(),
                characters: after.length,
                words: after.words,
                turns: prepared.detection.turns.len(),
                speakers: prepared.detection.speakers.iter().map(|speaker| speaker.name.clone()).collect(),
            });
        }
        report.not_said.extend_from_slice(&self.bringing.not_said[told..]);
        tell(&report)
    }
}

fn words_of(fault: &(dyn std::any::Any + Send)) -> String {
    let words = fault.downcast_ref::<&str>().map(|words| (*words).to_owned());
    words.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a fault without words".to_owned())
}

fn tell(report: &Report<'_>) -> Result<(), String> {
    let line = serde_json::to_string(report).map_err(|error| error.to_string())?;
    let mut out = std::io::stdout().lock();
    // Whoever reads the report may have gone: then there is nobody to tell, and nothing more to do.
    writeln!(out, "{line}").map_err(|error| format!("the report cannot be written: {error}"))
}
