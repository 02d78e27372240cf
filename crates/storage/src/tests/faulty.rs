//! A container that fails as real ones do.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::{Container, Durability, Local, StorageError, Write};

/// How the next commits fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done, every time.
    Full,
    /// Nothing is done, once.
    Once,
    /// All is done and an error is given all the same, once.
    Late,
}

type Records = BTreeMap<String, Rc<[u8]>>;

#[derive(Default)]
pub struct Faulty {
    /// What a crash leaves for certain.
    durable: RefCell<Records>,
    /// Relaxed commits since, of which a crash leaves the first few.
    relaxed: RefCell<Vec<Vec<Write>>>,
    fault: Cell<Option<Fault>>,
    /// How many commits go well before it.
    spared: Cell<usize>,
    commits: Cell<usize>,
    last_puts: RefCell<Vec<String>>,
}

fn carry_out(records: &mut Records, batch: &[Write]) {
    for write in batch {
        match write {
            Write::Put { key, bytes } => drop(records.insert(key.clone(), Rc::clone(bytes))),
            Write::Delete { key } => drop(records.remove(key)),
            Write::Unless { .. } => {}
        }
    }
}

impl Faulty {
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.fault.set(fault);
    }

    /// The same, but the next commit goes well.
    pub fn set_fault_after_next(&self, fault: Option<Fault>) {
        self.fault.set(fault);
        self.spared.set(1);
    }

    pub fn commits(&self) -> usize {
        self.commits.get()
    }

    pub fn last_puts(&self) -> Vec<String> {
        self.last_puts.borrow().clone()
    }

    /// What can be read now.
    fn visible(&self) -> Records {
        let mut records = self.durable.borrow().clone();
        self.relaxed.borrow().iter().for_each(|batch| carry_out(&mut records, batch));
        records
    }

    pub fn copy(&self) -> Faulty {
        Faulty { durable: RefCell::new(self.visible()), ..Faulty::default() }
    }

    /// The power fails: of what was relaxed only the first `keep` commits are there.
    pub fn crash(&self, keep: usize) {
        let relaxed = self.relaxed.take();
        relaxed.iter().take(keep).for_each(|batch| carry_out(&mut self.durable.borrow_mut(), batch));
        self.fault.set(None);
    }

    /// Cuts a record in half, or changes a byte in its middle.
    pub fn tear(&self, key: &str, cut: bool) {
        let mut records = self.durable.borrow_mut();
        let mut bytes = records[key].to_vec();
        let middle = bytes.len() / 2;
        if cut {
            bytes.truncate(middle)
        } else {
            // Not flipped: to do so twice would mend it.
            bytes[middle] = bytes[middle].wrapping_add(4)
        }
        records.insert(key.to_owned(), bytes.into());
    }

    pub fn durable_keys(&self) -> Vec<String> {
        self.durable.borrow().keys().cloned().collect()
    }
}

impl Container for Faulty {
    fn get_many<'a>(&'a self, keys: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
        let records = self.visible();
        Box::pin(async move { Ok(keys.iter().map(|key| records.get(key).map(|bytes| bytes.to_vec())).collect()) })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Local<'a, Result<Vec<String>, StorageError>> {
        let records = self.visible();
        Box::pin(async move { Ok(records.into_keys().filter(|key| key.starts_with(prefix)).collect()) })
    }

    fn commit(&self, batch: Vec<Write>, durability: Durability) -> Local<'_, Result<(), StorageError>> {
        let spared = self.spared.replace(self.spared.get().saturating_sub(1)) > 0;
        let fault = self.fault.get().filter(|_| !spared);
        if !spared && fault != Some(Fault::Full) {
            self.fault.set(None);
        }
        let error = match fault {
            Some(Fault::Full) => Some(StorageError::Full),
            Some(Fault::Once | Fault::Late) => Some(StorageError::Other("fault".into())),
            None => None,
        };
        let taken = |write: &Write| matches!(write, Write::Unless { key } if self.visible().contains_key(key));
        if batch.iter().any(taken) {
            return Box::pin(async { Err(StorageError::TakenOver) });
        }
        if matches!(fault, None | Some(Fault::Late)) {
            self.commits.set(self.commits.get() + 1);
            let put = |write: &Write| matches!(write, Write::Put { .. });
            *self.last_puts.borrow_mut() = batch.iter().filter(|w| put(w)).map(|w| w.key().to_owned()).collect();
            let mut relaxed = self.relaxed.borrow_mut();
            relaxed.push(batch);
            if durability == Durability::Strict {
                relaxed.iter().for_each(|batch| carry_out(&mut self.durable.borrow_mut(), batch));
                relaxed.clear();
            }
        }
        Box::pin(async move { error.map_or(Ok(()), Err) })
    }
}
