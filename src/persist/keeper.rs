//! Keeps what is done in the open project: in order, at once, and again until it succeeds.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use emic_core::ledger::{Entry, Ledger};
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use emic_storage::{Book, Durability, PointKind, StorageError, worth_a_point};
use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::LocalBoxFuture;
use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;

use super::lock::Lock;
use super::panicked;
use super::wait::pause;
use crate::platform;
use crate::store::{Keep, NewTexts};

/// How long after the last entry all is put on the disk, in milliseconds. Only then it is called saved.
const SETTLE: i64 = 400;

/// How long to wait after a failure before it is tried again, in milliseconds: longer each time, up to the last.
const RETRY: [u32; 5] = [500, 1_000, 3_000, 10_000, 30_000];

/// How long nothing must happen before a snapshot is taken, in milliseconds.
const IDLE: u32 = 1_500;

/// Why something is not saved. It is kept in memory, and tried again where that can help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// There is no room.
    Full,
    /// The browser does not allow it.
    Blocked,
    /// A newer version of the program in another tab has taken the storage over.
    Closed,
    /// The program has failed: nothing of what it holds may be written any more.
    Failed,
    /// Another tab writes this project.
    ReadOnly,
    /// Another tab has taken the project over before all was written.
    Lost,
    /// Anything else; the cause in technical words.
    Unknown(String),
}

impl From<StorageError> for NotSaved {
    fn from(error: StorageError) -> NotSaved {
        match error {
            StorageError::Full => NotSaved::Full,
            StorageError::Blocked => NotSaved::Blocked,
            StorageError::Closed => NotSaved::Closed,
            StorageError::TakenOver => NotSaved::Lost,
            StorageError::Other(cause) => NotSaved::Unknown(cause),
        }
    }
}

/// Whether all that was done is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    Saved {
        /// Since when.
        at: Timestamp,
    },
    /// It will be within a second.
    Saving,
    /// It is not.
    NotSaved(NotSaved),
}

struct Waiting {
    entry: Rc<Entry>,
    after: Ledger,
    texts: NewTexts,
    /// A restore point that is made before it, and of what.
    pin: Option<(PointKind, Ledger)>,
}

/// Something that is done to what is stored while nothing else is, with the project as it is there.
type Job = Box<dyn FnOnce(Rc<Book>, Ledger) -> LocalBoxFuture<'static, ()>>;

struct Inner {
    book: Rc<Book>,
    /// The right to write, as long as it is held.
    lock: RefCell<Option<Lock>>,
    closing: Cell<bool>,
    /// Nothing is to be written any more: the project is being deleted.
    halted: Cell<bool>,
    /// Since when something is in the journal that is not known to be on the disk.
    relaxed_since: Cell<Option<Timestamp>>,
    /// The project as it is after all that was given to keep.
    ledger: RefCell<Ledger>,
    waiting: RefCell<VecDeque<Waiting>>,
    jobs: RefCell<VecDeque<Job>>,
    exported: Cell<Option<Timestamp>>,
    state: RefCell<SaveState>,
    tell: Box<dyn Fn(&SaveState)>,
    /// Hears of what was written.
    written: Box<dyn Fn()>,
    running: Cell<bool>,
    /// Wakes the writing from its pause.
    wake: RefCell<Option<oneshot::Sender<()>>>,
    /// All is to be written now, without waiting for more.
    urgent: Cell<bool>,
    /// Who waits for all to be written.
    flushing: RefCell<Vec<oneshot::Sender<()>>>,
    /// A snapshot failed, which is no reason to worry anyone, and is not tried again before there is more to write.
    snapshot_failed: Cell<bool>,
}

/// Keeps an open project. Cloning it shares it; when the last one goes, what waits is still written.
#[derive(Clone)]
pub struct Keeper {
    inner: Rc<Inner>,
    _listeners: Rc<Vec<EventListener>>,
}

impl Keeper {
    /// Keeps the project of `book`, which was opened as `ledger`. Without a lock it may only be read. `tell` hears of
    /// every change of the state, `written` whenever entries have been added to what is stored.
    pub fn new(
        book: Book,
        ledger: Ledger,
        lock: Option<Lock>,
        tell: impl Fn(&SaveState) + 'static,
        written: impl Fn() + 'static,
    ) -> Keeper {
        let state = match lock {
            Some(_) => SaveState::Saved { at: book.info().changed },
            None => SaveState::NotSaved(NotSaved::ReadOnly),
        };
        let inner = Rc::new(Inner {
            book: Rc::new(book),
            lock: RefCell::new(lock),
            closing: Cell::new(false),
            halted: Cell::new(false),
            relaxed_since: Cell::new(None),
            ledger: RefCell::new(ledger),
            waiting: RefCell::default(),
            jobs: RefCell::default(),
            exported: Cell::new(None),
            state: RefCell::new(state),
            tell: Box::new(tell),
            written: Box::new(written),
            running: Cell::new(false),
            wake: RefCell::new(None),
            urgent: Cell::new(false),
            flushing: RefCell::default(),
            snapshot_failed: Cell::new(false),
        });
        // The page may not come back after either of these, and nothing later is heard for certain.
        let hurry = |inner: &Weak<Inner>| inner.upgrade().iter().for_each(|inner| inner.hurry());
        let (hidden, leaving) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
        let listeners = vec![
            EventListener::new(&gloo::utils::document(), "visibilitychange", move |_| {
                if gloo::utils::document().visibility_state() == web_sys::VisibilityState::Hidden {
                    hurry(&hidden);
                }
            }),
            EventListener::new(&gloo::utils::window(), "pagehide", move |_| hurry(&leaving)),
        ];
        if let Some(lock) = &*inner.lock.borrow() {
            let inner = Rc::downgrade(&inner);
            lock.on_lost(move || inner.upgrade().iter().for_each(|inner| inner.lose()));
        }
        let keeper = Keeper { inner, _listeners: Rc::new(listeners) };
        // After a recovery the first thing to do is to make it fast.
        if keeper.inner.book.wants_snapshot() {
            keeper.inner.start();
        }
        keeper
    }

    /// Keeps an entry, with the texts that it needs. `after` is the project with it.
    pub fn enter(&self, entry: Rc<Entry>, after: Ledger, texts: NewTexts) {
        let inner = &self.inner;
        if !inner.may_write() {
            inner.set_state(SaveState::NotSaved(NotSaved::ReadOnly));
            return;
        }
        let before = inner.ledger.replace(after.clone());
        let pin = worth_a_point(&entry, before.project()).map(|kind| (kind, before));
        inner.waiting.borrow_mut().push_back(Waiting { entry, after, texts, pin });
        inner.snapshot_failed.set(false);
        // While something is wrong that stays on show until it is right again.
        if !matches!(*inner.state.borrow(), SaveState::NotSaved(_)) {
            inner.set_state(SaveState::Saving);
        }
        inner.start();
    }

    /// What is stored, to be read.
    pub fn book(&self) -> Rc<Book> {
        Rc::clone(&self.inner.book)
    }

    /// Does something to what is stored as soon as all that was given to keep is written, while nothing else is done
    /// there; `None` if that does not come about. The job gets the project as it is stored.
    pub async fn alone<T: 'static>(
        &self,
        job: impl FnOnce(Rc<Book>, Ledger) -> LocalBoxFuture<'static, T> + 'static,
    ) -> Option<T> {
        if self.is_closed() {
            return None;
        }
        let (done, answer) = oneshot::channel();
        let job: Job = Box::new(move |book, ledger| {
            async move {
                // Nobody listens any more if the page is left.
                let _ = done.send(job(book, ledger).await);
            }
            .boxed_local()
        });
        self.inner.jobs.borrow_mut().push_back(job);
        self.inner.start();
        answer.await.ok()
    }

    /// Writes the project as `purged` has it, and nothing of what it was before; gives how many restore points went.
    /// Nothing must be entered meanwhile.
    ///
    /// # Errors
    /// If the storage cannot; all is as it was then.
    pub async fn purge(&self, purged: Ledger) -> Result<usize, NotSaved> {
        let inner = Rc::clone(&self.inner);
        let done = self.alone(move |book, _| {
            async move {
                let count = book.purge(&purged, platform::now()).await?;
                *inner.ledger.borrow_mut() = purged;
                (inner.written)();
                Ok(count)
            }
            .boxed_local()
        });
        done.await.unwrap_or(Err(NotSaved::ReadOnly))
    }

    /// Notes that the project was exported.
    pub fn set_exported(&self, at: Timestamp) {
        if self.inner.may_write() {
            self.inner.exported.set(Some(at));
            self.inner.start();
        }
    }

    /// Whether all is saved.
    pub fn state(&self) -> SaveState {
        self.inner.state.borrow().clone()
    }

    /// Writes all now, and gives how that went. To be waited for before the project is given up to another tab.
    pub async fn flush(&self) -> SaveState {
        let inner = &self.inner;
        if inner.unwritten() {
            let (done, flushed) = oneshot::channel();
            inner.flushing.borrow_mut().push(done);
            inner.hurry();
            // It is dropped only with the keeper itself.
            let _ = flushed.await;
        }
        self.state()
    }

    /// Writes all and gives the right to write up, so that the project can be opened again, here or in another tab. What
    /// cannot be written now is not given up: then it stays open, which [`Keeper::is_closed`] and the state tell, and it
    /// is tried again. It stays open as well if it is [reopened](Keeper::reopen) meanwhile.
    pub async fn close(&self) -> SaveState {
        let inner = &self.inner;
        inner.closing.set(true);
        let state = self.flush().await;
        if matches!(state, SaveState::NotSaved(_)) && inner.unwritten() {
            return state;
        }
        while inner.running.get() && inner.closing.get() {
            let (done, ended) = oneshot::channel();
            inner.flushing.borrow_mut().push(done);
            inner.start();
            // It is dropped when the writing ends.
            let _ = ended.await;
        }
        if inner.closing.get() && !inner.unwritten() {
            inner.lock.take();
        }
        self.state()
    }

    /// Whether the right to write was given up: nothing can be kept here any more.
    pub fn is_closed(&self) -> bool {
        !self.inner.may_write()
    }

    /// Takes a [closing](Keeper::close) back, if it has not been closed yet: what is not written is then still here and
    /// goes on being tried. Gives the project as it is, `None` if it is too late.
    pub fn reopen(&self) -> Option<Ledger> {
        let inner = &self.inner;
        if self.is_closed() {
            return None;
        }
        inner.closing.set(false);
        Some(inner.ledger.borrow().clone())
    }

    /// The project as it is after all that was given to keep.
    pub fn ledger(&self) -> Ledger {
        self.inner.ledger.borrow().clone()
    }

    /// Writes nothing from now on and waits until what is being written is, so that the project can be deleted.
    pub async fn halt(&self) {
        let inner = &self.inner;
        inner.halted.set(true);
        while inner.running.get() {
            let (done, ended) = oneshot::channel();
            inner.flushing.borrow_mut().push(done);
            inner.start();
            // It is dropped when the writing ends.
            let _ = ended.await;
        }
    }

    /// Goes on after a [halt](Keeper::halt).
    pub fn go_on(&self) {
        self.inner.halted.set(false);
        self.inner.start();
    }

    /// The text of that hash; `None` if it is not there, or torn.
    ///
    /// # Errors
    /// If the storage cannot be read.
    pub async fn find_text(&self, hash: TextHash) -> Result<Option<Rc<str>>, StorageError> {
        let waiting = {
            let waiting = self.inner.waiting.borrow();
            waiting
                .iter()
                .flat_map(|waiting| &waiting.texts)
                .find(|(other, _)| *other == hash)
                .map(|(_, t)| Rc::clone(t))
        };
        match waiting {
            Some(text) => Ok(Some(text)),
            None => self.inner.book.text(hash).await,
        }
    }
}

impl Keep for Keeper {
    fn keep(&self, entry: &Entry, ledger: &Ledger, texts: NewTexts) {
        self.enter(Rc::new(entry.clone()), ledger.clone(), texts);
    }

    fn text(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Rc<str>, String>> {
        let keeper = self.clone();
        async move {
            match keeper.find_text(hash).await {
                Ok(Some(text)) => Ok(text),
                Ok(None) => Err(String::new()),
                Err(error) => Err(error.to_string()),
            }
        }
        .boxed_local()
    }
}

impl Inner {
    fn may_write(&self) -> bool {
        self.lock.borrow().is_some()
    }

    /// Another tab has taken the right to write away: nothing more is written here, and the state says whether something
    /// had not been written yet.
    fn lose(&self) {
        // What is dropped with the lock must not be asked for while it is.
        drop(self.lock.take());
        self.set_state(SaveState::NotSaved(if self.unwritten() { NotSaved::Lost } else { NotSaved::ReadOnly }));
    }

    /// Whether something is not on the disk.
    fn unwritten(&self) -> bool {
        !self.waiting.borrow().is_empty() || self.book.is_relaxed() || self.exported.get().is_some()
    }

    fn set_state(&self, state: SaveState) {
        if *self.state.borrow() != state {
            *self.state.borrow_mut() = state.clone();
            (self.tell)(&state);
        }
    }

    /// Begins to write, or wakes the writing.
    fn start(self: &Rc<Self>) {
        if let Some(wake) = self.wake.take() {
            // Nobody listens if the pause is over.
            let _ = wake.send(());
        }
        if !self.running.replace(true) {
            let inner = Rc::clone(self);
            spawn_local(async move { inner.run().await });
        }
    }

    fn hurry(self: &Rc<Self>) {
        if self.unwritten() {
            self.urgent.set(true);
            self.start();
        }
    }

    /// Writes until nothing is left to write. Only one runs at a time, so the book hears one thing after another.
    async fn run(&self) {
        let mut failures = 0;
        loop {
            if panicked() {
                self.set_state(SaveState::NotSaved(NotSaved::Failed));
                break;
            }
            match self.step().await {
                Ok(true) => failures = 0,
                Ok(false) => break,
                Err(StorageError::TakenOver) => {
                    self.lose();
                    break;
                }
                Err(error) => {
                    let hopeless = error == StorageError::Closed;
                    self.set_state(SaveState::NotSaved(error.into()));
                    self.urgent.set(false);
                    self.flushing.take();
                    if hopeless {
                        break;
                    }
                    self.sleep(RETRY[failures.min(RETRY.len() - 1)]).await;
                    failures += 1;
                }
            }
        }
        self.running.set(false);
        self.flushing.take();
        // None is left unless nothing can be written any more, and this tells who waits for one.
        self.jobs.take();
    }

    /// Does the next thing; `false` if nothing is left to do.
    async fn step(&self) -> Result<bool, StorageError> {
        if self.halted.get() || !self.may_write() {
            return Ok(false);
        }
        if !self.waiting.borrow().is_empty() {
            self.append().await?;
            return Ok(true);
        }
        let job = self.jobs.borrow_mut().pop_front();
        if let Some(job) = job {
            let ledger = self.ledger.borrow().clone();
            job(Rc::clone(&self.book), ledger).await;
            return Ok(true);
        }
        if let Some(at) = self.exported.get() {
            self.book.set_exported(at).await?;
            if self.exported.get() == Some(at) {
                self.exported.set(None);
            }
            return Ok(true);
        }
        if self.book.is_relaxed() {
            // Counted from the first entry, so that one who works without a pause is saved all the same.
            let since = self.relaxed_since.get().unwrap_or_else(platform::now);
            let left = (since.0 + SETTLE - platform::now().0).clamp(0, SETTLE);
            if left > 0 && !self.urgent.get() {
                self.sleep(left as u32).await;
            } else {
                self.book.sync().await?;
                self.relaxed_since.set(None);
            }
            return Ok(true);
        }
        self.urgent.set(false);
        self.flushing.take();
        if !matches!(*self.state.borrow(), SaveState::Saved { .. } | SaveState::NotSaved(NotSaved::ReadOnly)) {
            self.set_state(SaveState::Saved { at: platform::now() });
        }
        if self.closing.get() || !self.may_write() || !self.book.wants_snapshot() || self.snapshot_failed.get() {
            return Ok(false);
        }
        self.sleep(IDLE).await;
        if !self.unwritten() && !panicked() && !self.closing.get() {
            let ledger = self.ledger.borrow().clone();
            let taken = self.book.snapshot(&ledger, self.book.info().changed).await;
            self.snapshot_failed.set(taken.is_err());
        }
        Ok(true)
    }

    /// Hands what waits to the book: all, or all up to where a restore point is to be made.
    async fn append(&self) -> Result<(), StorageError> {
        let pin = self.waiting.borrow_mut().front_mut().and_then(|first| first.pin.take());
        if let Some((kind, before)) = pin {
            let upcoming: Vec<_> = self.waiting.borrow().iter().map(|waiting| Rc::clone(&waiting.entry)).collect();
            // Where there is no room for it the work itself may still find some.
            let _ = self.book.add_point_before(&upcoming, &before, kind, platform::now()).await;
        }
        let (entries, texts, after) = {
            let waiting = self.waiting.borrow();
            let until = waiting.iter().position(|waiting| waiting.pin.is_some()).unwrap_or(waiting.len());
            let now: Vec<_> = waiting.iter().take(until).collect();
            let entries: Vec<_> = now.iter().map(|waiting| Rc::clone(&waiting.entry)).collect();
            let texts: Vec<_> = now.iter().flat_map(|waiting| waiting.texts.iter().cloned()).collect();
            let Some(last) = now.last() else { return Ok(()) };
            (entries, texts, last.after.clone())
        };
        let now = after.history().steps().last().map_or_else(platform::now, |step| step.stamp.at);
        let durability = if self.urgent.get() { Durability::Strict } else { Durability::Relaxed };
        self.book.append(&entries, &after, &texts, now, durability).await?;
        self.waiting.borrow_mut().drain(..entries.len());
        (self.written)();
        self.relaxed_since.set(self.book.is_relaxed().then(|| self.relaxed_since.get().unwrap_or_else(platform::now)));
        Ok(())
    }

    async fn sleep(&self, milliseconds: u32) {
        let (wake, woken) = oneshot::channel();
        *self.wake.borrow_mut() = Some(wake);
        pause(milliseconds, woken).await;
    }
}
