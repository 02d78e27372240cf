//! The search of the open project: what is asked, and what was found so far. It outlives its screen, so that one comes
//! back to it as it was.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::scope::Scope;
use emic_core::search::{Group, Pattern, Query};
use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::persist::StorageKind;
use crate::replica::{Failure, Progress, Question, Replica};
use crate::session::Session;
use crate::store::{Listeners, Same};

/// How long after the last letter the search begins, in milliseconds.
const TYPING: u32 = 30;

/// How long after a change of the project what was found is looked for again, in milliseconds.
const CHANGING: u32 = 700;

/// How long it is collected whose hits are wanted, in milliseconds.
const WANTING: u32 = 30;

/// How a search stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Stand {
    /// Nothing is looked for.
    #[default]
    Idle,
    /// It is under way: so many places of all were looked at.
    Under(usize, usize),
    /// All was looked at.
    Done,
    /// It was given up half way.
    Stopped,
    /// It failed.
    Failed(Failure),
}

/// What is asked, and what was found.
#[derive(Clone, PartialEq, Default)]
pub struct Searched {
    /// What is looked for.
    pub query: Query,
    /// What was found, in the order of the project: of codes, then document by document.
    pub groups: Vec<Same<Group>>,
    /// How many hits there are.
    pub hits: usize,
    /// How it stands.
    pub stand: Stand,
}

#[derive(Default)]
struct Inner {
    replica: Replica,
    searched: RefCell<Searched>,
    question: RefCell<Option<Question>>,
    /// Documents whose hits were only counted so far and are wanted now.
    wanted: RefCell<Vec<DocumentId>>,
    wanting: RefCell<Option<Timeout>>,
    rest: RefCell<Option<Question>>,
    timer: RefCell<Option<Timeout>>,
    /// How long the history was when the worker was last given the project.
    given: Cell<Option<usize>>,
    /// How long the history is of what the list was made from.
    steps: Cell<Option<usize>>,
    scope: RefCell<Rc<Scope>>,
    listeners: Listeners,
}

/// The search of the open project. A handle: cloning it shares it.
#[derive(Clone, Default)]
pub struct SearchDesk(Rc<Inner>);

impl PartialEq for SearchDesk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl SearchDesk {
    /// What is asked, and what was found.
    pub fn searched(&self) -> Searched {
        self.0.searched.borrow().clone()
    }

    /// The worker that searches.
    pub fn replica(&self) -> &Replica {
        &self.0.replica
    }

    /// Looks for something else.
    pub fn ask(&self, session: &Session, project: ProjectId, query: Query) {
        if self.0.searched.borrow().query == query {
            return;
        }
        self.0.searched.borrow_mut().query = query;
        self.begin_in(session, project, TYPING);
        self.0.listeners.tell();
    }

    /// The project or the scope has changed: what was found may not be there any more, and more may be.
    pub fn changed(&self, session: &Session, project: ProjectId, steps: usize) {
        let scope = session.scope();
        let narrowed = self.0.scope.replace(Rc::clone(&scope)) != scope;
        if self.0.steps.get().is_some_and(|then| then != steps || narrowed) {
            self.0.steps.set(None);
            self.begin_in(session, project, CHANGING);
        }
    }

    /// Gives up what is under way; what was found stays.
    pub fn stop(&self) {
        self.0.question.take();
        self.0.timer.take();
        self.change(|searched| {
            if matches!(searched.stand, Stand::Under(..)) {
                searched.stand = Stand::Stopped;
            }
        });
    }

    /// Gets the hits of a document of which they were only counted: it comes into view.
    pub fn want(&self, session: &Session, project: ProjectId, document: DocumentId) {
        self.0.wanted.borrow_mut().push(document);
        if self.0.wanting.borrow().is_none() && self.0.rest.borrow().is_none() {
            let (desk, session) = (self.clone(), session.clone());
            let timer = Timeout::new(WANTING, move || {
                desk.0.wanting.take();
                desk.get_wanted(&session, project);
            });
            self.0.wanting.replace(Some(timer));
        }
    }

    fn get_wanted(&self, session: &Session, project: ProjectId) {
        let documents = self.0.wanted.take();
        if documents.is_empty() {
            return;
        }
        let query = self.0.searched.borrow().query.clone();
        let (desk, asking, again) = (self.clone(), query.clone(), session.clone());
        let hears = move |progress| {
            if desk.0.searched.borrow().query != asking {
                return;
            }
            if let Progress::Found { groups, .. } = progress {
                desk.change(|searched| {
                    for group in groups {
                        let place = searched.groups.iter_mut().find(|there| there.document == group.document);
                        place.into_iter().for_each(|place| *place = Same::from(group.clone()));
                    }
                });
            } else {
                desk.0.rest.take();
                desk.get_wanted(&again, project);
            }
        };
        let question = self.0.replica.rest(project, query, (*session.scope()).clone(), documents, hears);
        self.0.rest.replace(Some(question));
    }

    fn begin_in(&self, session: &Session, project: ProjectId, milliseconds: u32) {
        let (desk, session) = (self.clone(), session.clone());
        let timer = Timeout::new(milliseconds, move || desk.begin(&session, project));
        self.0.timer.replace(Some(timer));
    }

    fn begin(&self, session: &Session, project: ProjectId) {
        self.0.question.take();
        self.0.rest.take();
        self.0.wanting.take();
        self.0.wanted.take();
        let query = self.0.searched.borrow().query.clone();
        if Pattern::new(&query).is_none() {
            self.change(|searched| *searched = Searched { query, ..Searched::default() });
            return;
        }
        self.change(|searched| searched.stand = Stand::Under(0, 0));
        let (desk, session) = (self.clone(), session.clone());
        spawn_local(async move {
            desk.hand_over(&session, project).await;
            // Something else may have been asked meanwhile.
            if desk.0.searched.borrow().query != query {
                return;
            }
            let fresh = Cell::new(true);
            let hears = {
                let desk = desk.clone();
                move |progress| desk.heard(progress, fresh.replace(false))
            };
            let scope = (*session.scope()).clone();
            let question = desk.0.replica.search(project, query, scope, hears);
            desk.0.question.replace(Some(question));
        });
    }

    /// Gives the project to the worker where it cannot read it by itself, or not all that was done.
    pub async fn hand_over(&self, session: &Session, project: ProjectId) {
        let stored = session.kept() == Some(StorageKind::IndexedDb) && !session.is_unsaved();
        if stored {
            if self.0.given.take().is_some() {
                self.0.replica.forget();
            }
            return;
        }
        let steps = session.steps();
        if steps.is_some()
            && self.0.given.get() != steps
            && let Ok(file) = session.file().await
        {
            self.0.given.set(steps);
            self.0.replica.give(project, file);
        }
    }

    fn heard(&self, progress: Progress, first: bool) {
        self.change(|searched| {
            // What was found before stays until there is something to put in its place.
            if first {
                searched.groups.clear();
                searched.hits = 0;
            }
            match progress {
                Progress::Found { groups, done, all } => {
                    searched.hits += groups.iter().map(|group| group.count).sum::<usize>();
                    searched.groups.extend(groups.into_iter().map(Same::from));
                    searched.stand = Stand::Under(done, all);
                }
                Progress::Done { steps } => {
                    searched.stand = Stand::Done;
                    self.0.steps.set(Some(steps));
                }
                Progress::Failed(why) => searched.stand = Stand::Failed(why),
                Progress::Spans(_) => {}
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut Searched)) {
        change(&mut self.0.searched.borrow_mut());
        self.0.listeners.tell();
    }
}

/// The search of the open project.
#[hook]
pub fn use_search_desk() -> SearchDesk {
    // The shell provides it above every screen.
    use_context::<SearchDesk>().unwrap_or_default()
}

/// What is asked, and what was found.
#[hook]
pub fn use_searched() -> Searched {
    let desk = use_search_desk();
    let update = use_force_update();
    {
        let desk = desk.clone();
        use_effect_with(desk, move |desk| {
            let subscription = desk.0.listeners.subscribe(move || update.force_update());
            move || drop(subscription)
        });
    }
    desk.searched()
}
