//! A copy of the open project in a worker, which searches it: the page stays free however much there is to look through.
//!
//! The copy reads the project from where it is stored, as a second tab does, and reads on before each question. Where
//! nothing but this page has the project (no database), it is given as a file.

mod serve;
mod words;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::scope::Scope;
use emic_core::search::{Group, Query};
use emic_core::text::{Span, TextHash};
use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

pub use serve::serve;
pub use words::Failure;
use words::{Ask, Told};

/// What a search has come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// More was found; `done` of `all` places were looked at.
    Found {
        /// What was found since the last word.
        groups: Vec<Group>,
        /// How many places were looked at.
        done: usize,
        /// How many there are.
        all: usize,
    },
    /// Where the words stand in the one text that was asked about.
    Spans(Vec<Span>),
    /// All was looked at. `steps` is how many steps of its history the project had then.
    Done {
        /// The length of the history.
        steps: usize,
    },
    /// It cannot be searched.
    Failed(Failure),
}

type Hear = Rc<dyn Fn(Progress)>;

struct Running {
    worker: Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Default)]
struct Inner {
    running: RefCell<Option<Running>>,
    last: Cell<u32>,
    waiting: RefCell<BTreeMap<u32, Hear>>,
}

/// The copy of the open project. A handle: cloning it shares it; the worker is started by the first question.
#[derive(Clone, Default)]
pub struct Replica(Rc<Inner>);

impl PartialEq for Replica {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A question under way; dropping it gives it up.
pub struct Question {
    replica: Replica,
    number: u32,
}

impl Drop for Question {
    fn drop(&mut self) {
        // What is answered all the same is heard by nobody.
        if self.replica.0.waiting.borrow_mut().remove(&self.number).is_some() {
            self.replica.say(&Ask::Stop(self.number));
        }
    }
}

impl Replica {
    /// Hands the project over as a file, where the worker cannot read it by itself.
    pub fn give(&self, project: ProjectId, file: String) {
        self.start();
        self.say(&Ask::Take { project, file });
    }

    /// What was given counts no more: what is stored does.
    pub fn forget(&self) {
        self.say(&Ask::Forget);
    }

    /// Looks for words in a project.
    pub fn search(
        &self,
        project: ProjectId,
        query: Query,
        scope: Scope,
        hear: impl Fn(Progress) + 'static,
    ) -> Question {
        self.ask(|number| Ask::Search { number, project, query, scope }, hear)
    }

    /// Gets the hits of documents in which they were only counted; what is found is told all at once.
    pub fn rest(
        &self,
        project: ProjectId,
        query: Query,
        scope: Scope,
        documents: Vec<DocumentId>,
        hear: impl Fn(Progress) + 'static,
    ) -> Question {
        self.ask(|number| Ask::Rest { number, project, query, scope, documents }, hear)
    }

    /// Looks where words stand in one text.
    pub fn find(
        &self,
        project: ProjectId,
        query: Query,
        document: DocumentId,
        text: TextHash,
        hear: impl Fn(Progress) + 'static,
    ) -> Question {
        self.ask(|number| Ask::Find { number, project, query, document, text }, hear)
    }

    fn ask(&self, ask: impl FnOnce(u32) -> Ask, hear: impl Fn(Progress) + 'static) -> Question {
        let number = self.0.last.get() + 1;
        self.0.last.set(number);
        self.0.waiting.borrow_mut().insert(number, Rc::new(hear));
        let question = Question { replica: self.clone(), number };
        self.start();
        self.say(&ask(number));
        question
    }

    fn say(&self, ask: &Ask) {
        let running = self.0.running.borrow();
        if let (Some(running), Ok(words)) = (&*running, serde_json::to_string(ask)) {
            // A worker that has failed says so by itself.
            let _ = running.worker.post_message(&words.into());
        }
    }

    /// Starts the worker if none runs.
    fn start(&self) {
        if self.0.running.borrow().is_some() {
            return;
        }
        let worker = match spawn() {
            Ok(worker) => worker,
            Err(why) => {
                let replica = self.clone();
                // Who asks hears nothing before it has its question.
                wasm_bindgen_futures::spawn_local(async move { replica.failed(&format!("{why:?}")) });
                return;
            }
        };
        let inner = Rc::downgrade(&self.0);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told = event.data().as_string().and_then(|words| serde_json::from_str::<Told>(&words).ok());
            // Its first word is that it is ready, which is not needed: what was said before waits for it.
            if let (Some(inner), Some(told)) = (inner.upgrade(), told) {
                Replica(inner).heard(told);
            }
        });
        let inner = Rc::downgrade(&self.0);
        let failed = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            if let Some(inner) = inner.upgrade() {
                Replica(inner).failed(&event.message());
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        *self.0.running.borrow_mut() = Some(Running { worker, _heard: heard, _failed: failed });
    }

    fn heard(&self, told: Told) {
        let number = told.number();
        let hear = self.0.waiting.borrow().get(&number).cloned();
        let Some(hear) = hear else { return };
        let progress = match told {
            Told::Found { groups, done, all, .. } => return hear(Progress::Found { groups, done, all }),
            Told::Spans { spans, .. } => Progress::Spans(spans),
            Told::Done { steps, .. } => Progress::Done { steps },
            Told::Failed { why, .. } => Progress::Failed(why),
        };
        self.0.waiting.borrow_mut().remove(&number);
        hear(progress);
    }

    /// The worker has failed: all who wait are told, and the next question starts another one.
    fn failed(&self, why: &str) {
        if let Some(running) = self.0.running.take() {
            running.worker.terminate();
        }
        for hear in self.0.waiting.take().into_values() {
            hear(Progress::Failed(Failure::Worker(why.to_owned())));
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.worker.terminate();
        }
    }
}

/// A worker that runs the app's own module.
fn spawn() -> Result<Worker, JsValue> {
    let spawn = Reflect::get(&js_sys::global(), &JsValue::from_str("emic_spawn_worker"))?;
    spawn.dyn_into::<Function>()?.call0(&JsValue::NULL)?.dyn_into()
}
