//! The queue behind an open project: entries, restore points, jobs and snapshots, one after another, and again until it
//! succeeds.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use emic_core::ledger::{Entry, Ledger};
use emic_core::time::Timestamp;
use emic_storage::{Book, Durability, Fresh, PointKind, StorageError};
use futures::channel::oneshot;
use futures::future::LocalBoxFuture;
use wasm_bindgen_futures::spawn_local;

use super::lock::Lock;
use super::panicked;
use super::saving::{NotSaved, SaveState};
use super::wait::pause;
use crate::platform;
use crate::store::Brought;

/// How long after the last entry all is put on the disk, in milliseconds. Only then it is called saved.
const SETTLE: i64 = 400;

/// How long to wait after a failure before it is tried again, in milliseconds: longer each time, up to the last.
const RETRY: [u32; 5] = [500, 1_000, 3_000, 10_000, 30_000];

/// How long nothing must happen before a snapshot is taken, in milliseconds.
const IDLE: u32 = 1_500;

/// An entry that is to be written.
pub(super) struct Waiting {
    pub entry: Rc<Entry>,
    pub after: Ledger,
    pub brought: Brought,
    /// A restore point that is made before it, and of what.
    pub pin: Option<(PointKind, Ledger)>,
}

/// Something that is done to what is stored while nothing else is, with the project as it is there.
pub(super) type Job = Box<dyn FnOnce(Rc<Book>, Ledger) -> LocalBoxFuture<'static, ()>>;

/// What keeps an open project: what waits to be written, and what writes it.
pub(super) struct Inner {
    pub book: Rc<Book>,
    /// The right to write, as long as it is held.
    pub lock: RefCell<Option<Lock>>,
    pub closing: Cell<bool>,
    /// Nothing is to be written any more: the project is being deleted.
    pub halted: Cell<bool>,
    /// Since when something is in the journal that is not known to be on the disk.
    pub relaxed_since: Cell<Option<Timestamp>>,
    /// The project as it is after all that was given to keep.
    pub ledger: RefCell<Ledger>,
    pub waiting: RefCell<VecDeque<Waiting>>,
    pub jobs: RefCell<VecDeque<Job>>,
    pub exported: Cell<Option<Timestamp>>,
    pub state: RefCell<SaveState>,
    pub tell: Box<dyn Fn(&SaveState)>,
    /// Hears of what was written.
    pub written: Box<dyn Fn()>,
    pub running: Cell<bool>,
    /// Wakes the writing from its pause.
    pub wake: RefCell<Option<oneshot::Sender<()>>>,
    /// All is to be written now, without waiting for more.
    pub urgent: Cell<bool>,
    /// Who waits for all to be written.
    pub flushing: RefCell<Vec<oneshot::Sender<()>>>,
    /// A snapshot failed, which is no reason to worry anyone, and is not tried again before there is more to write.
    pub snapshot_failed: Cell<bool>,
}

impl Inner {
    /// Whether the right to write is held.
    pub fn may_write(&self) -> bool {
        self.lock.borrow().is_some()
    }

    /// Another tab has taken the right to write away: nothing more is written here, and the state says whether something
    /// had not been written yet.
    pub fn lose(&self) {
        // What is dropped with the lock must not be asked for while it is.
        drop(self.lock.take());
        self.set_state(SaveState::NotSaved(if self.unwritten() { NotSaved::Lost } else { NotSaved::ReadOnly }));
    }

    /// Whether something is not on the disk.
    pub fn unwritten(&self) -> bool {
        !self.waiting.borrow().is_empty() || self.book.is_relaxed() || self.exported.get().is_some()
    }

    /// Says how things stand, if that is news.
    pub fn set_state(&self, state: SaveState) {
        if *self.state.borrow() != state {
            *self.state.borrow_mut() = state.clone();
            (self.tell)(&state);
        }
    }

    /// Begins to write, or wakes the writing.
    pub fn start(self: &Rc<Self>) {
        if let Some(wake) = self.wake.take() {
            // Nobody listens if the pause is over.
            let _ = wake.send(());
        }
        if !self.running.replace(true) {
            let inner = Rc::clone(self);
            spawn_local(async move { inner.run().await });
        }
    }

    /// Writes all now, without waiting for more.
    pub fn hurry(self: &Rc<Self>) {
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
        let (entries, texts, originals, after) = {
            let waiting = self.waiting.borrow();
            let until = waiting.iter().position(|waiting| waiting.pin.is_some()).unwrap_or(waiting.len());
            let now: Vec<_> = waiting.iter().take(until).collect();
            let entries: Vec<_> = now.iter().map(|waiting| Rc::clone(&waiting.entry)).collect();
            let texts = now.iter().flat_map(|waiting| &waiting.brought.texts);
            let texts: Vec<_> = texts.map(|(hash, text)| (*hash, text.content())).collect();
            let originals: Vec<_> = now.iter().flat_map(|waiting| waiting.brought.originals.iter().cloned()).collect();
            let Some(last) = now.last() else { return Ok(()) };
            (entries, texts, originals, last.after.clone())
        };
        let now = after.history().steps().last().map_or_else(platform::now, |step| step.stamp.at);
        let durability = if self.urgent.get() { Durability::Strict } else { Durability::Relaxed };
        let fresh = Fresh { texts: &texts, originals: &originals };
        self.book.append_with(&entries, &after, fresh, now, durability).await?;
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
