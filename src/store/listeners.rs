//! Who wants to know when something changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Listener = Rc<dyn Fn()>;

/// A list of listeners. Telling them is safe while they come and go.
#[derive(Default)]
pub struct Listeners {
    next: Cell<u64>,
    list: Rc<RefCell<Vec<(u64, Listener)>>>,
}

/// Listening; ends when it is dropped.
pub struct Subscription {
    id: u64,
    list: Rc<RefCell<Vec<(u64, Listener)>>>,
}

impl Listeners {
    /// Calls `listener` at every change until the subscription is dropped.
    pub fn subscribe(&self, listener: impl Fn() + 'static) -> Subscription {
        let id = self.next.replace(self.next.get() + 1);
        self.list.borrow_mut().push((id, Rc::new(listener)));
        Subscription { id, list: Rc::clone(&self.list) }
    }

    /// Tells all who listen now.
    pub fn tell(&self) {
        let now: Vec<_> = self.list.borrow().clone();
        for (id, listener) in now {
            // One may have gone because of what an earlier one did.
            let still_there = self.list.borrow().iter().any(|(other, _)| *other == id);
            if still_there {
                listener();
            }
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.list.borrow_mut().retain(|(id, _)| *id != self.id);
    }
}
