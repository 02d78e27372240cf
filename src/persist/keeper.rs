//! Keeps what is done in the open project: in order, at once, and again until it succeeds.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use emic_core::ledger::{Entry, Ledger};
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use emic_storage::{Book, StorageError, worth_a_point};
use futures::FutureExt;
use futures::channel::oneshot;
use futures::future::LocalBoxFuture;
use gloo::events::EventListener;

use super::lock::Lock;
use super::saving::{NotSaved, SaveState};
use super::writing::{Inner, Job, Waiting};
use crate::platform;
use crate::store::Brought;

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

    /// Keeps an entry, with what it brings in. `after` is the project with it.
    pub fn enter(&self, entry: Rc<Entry>, after: Ledger, brought: Brought) {
        let inner = &self.inner;
        if !inner.may_write() {
            inner.set_state(SaveState::NotSaved(NotSaved::ReadOnly));
            return;
        }
        let before = inner.ledger.replace(after.clone());
        let pin = worth_a_point(&entry, before.project()).map(|kind| (kind, before));
        inner.waiting.borrow_mut().push_back(Waiting { entry, after, brought, pin });
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
                .flat_map(|waiting| &waiting.brought.texts)
                .find(|(other, _)| *other == hash)
                .map(|(_, text)| text.content())
        };
        match waiting {
            Some(text) => Ok(Some(text)),
            None => self.inner.book.text(hash).await,
        }
    }

    /// The file as it was, of that hash; `None` if it is not there, or not whole.
    ///
    /// # Errors
    /// If the storage cannot be read.
    pub async fn find_original(&self, hash: TextHash) -> Result<Option<Rc<[u8]>>, StorageError> {
        let waiting = {
            let waiting = self.inner.waiting.borrow();
            let mut all = waiting.iter().flat_map(|waiting| &waiting.brought.originals);
            all.find(|(other, _)| *other == hash).map(|(_, bytes)| Rc::clone(bytes))
        };
        match waiting {
            Some(bytes) => Ok(Some(bytes)),
            None => Ok(self.inner.book.original(hash).await?.map(Rc::from)),
        }
    }
    /// The files as they were that are there.
    ///
    /// # Errors
    /// If the storage cannot be read.
    pub async fn find_originals(&self) -> Result<BTreeSet<TextHash>, StorageError> {
        let mut found = self.inner.book.originals().await?;
        let waiting = self.inner.waiting.borrow();
        found.extend(waiting.iter().flat_map(|waiting| &waiting.brought.originals).map(|(hash, _)| *hash));
        Ok(found)
    }
}
