//! The side of the replica that runs in the worker. It reads the project from where it is stored, as a second tab does,
//! and reads on before each question.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::time::Duration;

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::ledger::Ledger;
use emic_core::project::Project;
use emic_core::scope::Scope;
use emic_core::search::{FoldCache, Limits, Pattern, Query, Searcher, Step};
use emic_core::text::{Text, TextHash};
use emic_storage::{Book, News, Shelf, ShelfError};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use yew::platform::time::sleep;

use super::words::{Ask, Failure, Told};
use crate::persist;

/// How long is worked before it is listened again, in milliseconds.
const SLICE: f64 = 20.0;

/// How many texts are read at a time.
const BATCH: usize = 16;

/// How many bytes of folded texts are kept: those of a thousand interviews.
const FOLDED: usize = 160_000_000;

/// A project, and where its texts are.
enum Copy {
    /// As it is stored.
    Stored(Box<(Book, Ledger)>),
    /// As it was given.
    Given(Rc<Project>, usize, BTreeMap<TextHash, Rc<str>>),
}

impl Copy {
    fn project(&self) -> &Rc<Project> {
        match self {
            Copy::Stored(stored) => stored.1.project(),
            Copy::Given(project, ..) => project,
        }
    }
}

struct Replica {
    scope: DedicatedWorkerGlobalScope,
    copy: RefCell<Option<Copy>>,
    folded: RefCell<FoldCache>,
    /// The number of the question that is worked on.
    current: Cell<u32>,
    /// One question is worked on at a time.
    working: futures::lock::Mutex<()>,
}

/// Answers questions as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let replica = Rc::new(Replica {
        scope: scope.clone(),
        copy: RefCell::default(),
        folded: RefCell::new(FoldCache::new(FOLDED)),
        current: Cell::default(),
        working: futures::lock::Mutex::default(),
    });
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(ask) = event.data().as_string().and_then(|words| serde_json::from_str(&words).ok()) else { return };
        let replica = Rc::clone(&replica);
        match ask {
            Ask::Stop(number) if replica.is_current(number) => replica.current.set(0),
            Ask::Stop(_) => {}
            Ask::Forget => drop(replica.copy.take()),
            Ask::Take { project, file } => {
                let Ok(loaded) = emic_formats::project::read(file.as_bytes()) else { return };
                debug_assert_eq!(loaded.project.id, project);
                let steps = loaded.history.steps().len();
                let given = Copy::Given(Rc::new(loaded.project), steps, loaded.texts.into_iter().collect());
                *replica.copy.borrow_mut() = Some(given);
            }
            Ask::Search { number, project, query, scope } => {
                replica.current.set(number);
                spawn_local(async move {
                    let result = replica.search(number, project, &query, &scope).await;
                    replica.end(number, result);
                });
            }
            Ask::Rest { number, project, query, scope, documents } => spawn_local(async move {
                let result = replica.rest(number, project, &query, &scope, &documents).await;
                replica.end(number, result);
            }),
            Ask::Find { number, project, query, document: _, text } => spawn_local(async move {
                let result = replica.find(number, project, &query, text).await;
                replica.end(number, result);
            }),
        }
    });
    // The loader listens for the module until here; from now on every message is ours.
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

impl Replica {
    fn tell(&self, told: &Told) {
        if let Ok(words) = serde_json::to_string(told) {
            // A worker whose page is gone has nobody to tell.
            let _ = self.scope.post_message(&words.into());
        }
    }

    fn end(&self, number: u32, result: Result<Option<Told>, ShelfError>) {
        match result {
            Ok(Some(told)) => self.tell(&told),
            // It was given up.
            Ok(None) => {}
            Err(error) => self.tell(&Told::Failed { number, why: Failure::Unreadable(error.to_string()) }),
        }
    }

    fn is_current(&self, number: u32) -> bool {
        self.current.get() == number
    }

    async fn search(
        &self,
        number: u32,
        project: ProjectId,
        query: &Query,
        scope: &Scope,
    ) -> Result<Option<Told>, ShelfError> {
        let _working = self.working.lock().await;
        if !self.is_current(number) {
            return Ok(None);
        }
        self.catch_up(project).await?;
        let Some(pattern) = Pattern::new(query) else {
            return Ok(Some(Told::Done { number, steps: self.steps() }));
        };
        let Some(searcher) = self.searcher(pattern, scope) else { return Ok(None) };
        self.run(number, searcher, &|| self.is_current(number)).await
    }

    /// All hits of some documents, for a question that was answered before.
    async fn rest(
        &self,
        number: u32,
        project: ProjectId,
        query: &Query,
        scope: &Scope,
        documents: &[DocumentId],
    ) -> Result<Option<Told>, ShelfError> {
        let _working = self.working.lock().await;
        self.catch_up(project).await?;
        let Some(pattern) = Pattern::new(query) else { return Ok(None) };
        let Some(searcher) = self.searcher(pattern, scope) else { return Ok(None) };
        self.run(number, searcher.only(documents), &|| true).await
    }

    /// Searches in slices and tells what was found after each, as long as it is `wanted`.
    async fn run(
        &self,
        number: u32,
        mut searcher: Searcher,
        wanted: &dyn Fn() -> bool,
    ) -> Result<Option<Told>, ShelfError> {
        let mut ready = HashMap::new();
        let mut groups = Vec::new();
        let mut since = now();
        loop {
            let step = searcher.step(&mut self.folded.borrow_mut(), &|hash| ready.get(hash).cloned());
            match step {
                Step::Found(group) => groups.push(group),
                Step::Nothing => {}
                Step::NeedsText(hash) => {
                    let hashes = searcher.upcoming(&self.folded.borrow(), BATCH);
                    self.fetch(&hashes, &mut ready).await?;
                    if !ready.contains_key(&hash) {
                        searcher.skip_text();
                    }
                }
                Step::Done => break,
            }
            if now() - since > SLICE {
                self.report(number, &mut groups, searcher.progress());
                // What was said meanwhile is heard here.
                sleep(Duration::ZERO).await;
                if !wanted() {
                    return Ok(None);
                }
                since = now();
            }
        }
        self.report(number, &mut groups, searcher.progress());
        Ok(Some(Told::Done { number, steps: self.steps() }))
    }

    fn report(&self, number: u32, groups: &mut Vec<emic_core::search::Group>, (done, all): (usize, usize)) {
        self.tell(&Told::Found { number, groups: std::mem::take(groups), done, all });
    }

    async fn find(
        &self,
        number: u32,
        project: ProjectId,
        query: &Query,
        hash: TextHash,
    ) -> Result<Option<Told>, ShelfError> {
        let _working = self.working.lock().await;
        self.catch_up(project).await?;
        let Some(pattern) = Pattern::new(query) else { return Ok(Some(Told::Spans { number, spans: Vec::new() })) };
        let mut ready = HashMap::new();
        self.fetch(&[hash], &mut ready).await?;
        let Some(text) = ready.get(&hash) else {
            let why = Failure::Unreadable("the text is not stored".to_owned());
            return Ok(Some(Told::Failed { number, why }));
        };
        let folded = self.folded.borrow_mut().fold(&hash, text.as_str());
        Ok(Some(Told::Spans { number, spans: pattern.spans(&folded, text) }))
    }

    /// Has the project as it is stored now.
    async fn catch_up(&self, project: ProjectId) -> Result<(), ShelfError> {
        match self.copy.take().filter(|copy| copy.project().id == project) {
            Some(Copy::Stored(mut stored)) => {
                if let Ok(News::Entries(entries)) = stored.0.news().await
                    && entries.iter().all(|entry| stored.1.enter(entry).is_ok())
                {
                    *self.copy.borrow_mut() = Some(Copy::Stored(stored));
                    return Ok(());
                }
            }
            Some(given) => {
                *self.copy.borrow_mut() = Some(given);
                return Ok(());
            }
            None => {}
        }
        // Of another project, or of what was removed for good, nothing stays in memory.
        *self.folded.borrow_mut() = FoldCache::new(FOLDED);
        // Opened anew: what is held may be a database that was closed meanwhile.
        let shelf = Shelf::open(persist::open_stored().await?).await?;
        let (book, ledger, _) = shelf.open_project(project).await?;
        *self.copy.borrow_mut() = Some(Copy::Stored(Box::new((book, ledger))));
        Ok(())
    }

    fn searcher(&self, pattern: Pattern, scope: &Scope) -> Option<Searcher> {
        let copy = self.copy.borrow();
        Some(Searcher::new(copy.as_ref()?.project(), pattern, scope, Limits::default()))
    }

    fn steps(&self) -> usize {
        match &*self.copy.borrow() {
            Some(Copy::Stored(stored)) => stored.1.history().steps().len(),
            Some(Copy::Given(_, steps, _)) => *steps,
            None => 0,
        }
    }

    /// Reads texts, in place of what was ready.
    async fn fetch(&self, hashes: &[TextHash], ready: &mut HashMap<TextHash, Text>) -> Result<(), ShelfError> {
        let Some(copy) = self.copy.take() else { return Ok(()) };
        let texts = match &copy {
            Copy::Stored(stored) => stored.0.texts(hashes).await,
            Copy::Given(_, _, texts) => Ok(hashes.iter().map(|hash| texts.get(hash).cloned()).collect()),
        };
        *self.copy.borrow_mut() = Some(copy);
        ready.clear();
        let texts = hashes.iter().zip(texts?);
        ready.extend(texts.filter_map(|(hash, text)| Some((*hash, Text::new(text?)))));
        Ok(())
    }
}

/// Milliseconds.
fn now() -> f64 {
    js_sys::Date::now()
}
