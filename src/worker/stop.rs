//! Stopping what is under way.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::channel::oneshot;

/// Says that something under way is to stop.
#[derive(Clone, Default)]
pub struct Stop(Rc<State>);

#[derive(Default)]
struct State {
    set: Cell<bool>,
    waiting: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Stop {
    /// Stops it: what waits for this at once, what goes in slices at its next one.
    pub fn now(&self) {
        self.0.set.set(true);
        for waiting in self.0.waiting.take() {
            // Who has stopped waiting needs no word.
            let _ = waiting.send(());
        }
    }

    /// Whether it is to stop.
    pub fn is_set(&self) -> bool {
        self.0.set.get()
    }

    /// Ends when it is to stop.
    pub fn wait(&self) -> oneshot::Receiver<()> {
        let (told, waits) = oneshot::channel();
        if self.is_set() {
            let _ = told.send(());
        } else {
            self.0.waiting.borrow_mut().push(told);
        }
        waits
    }
}
