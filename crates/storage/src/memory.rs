use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::container::{Container, Durability, Local, StorageError, Write};

/// Keeps records only as long as the page lives, where nothing else is allowed.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<String, Rc<[u8]>>>);

impl Container for Memory {
    fn get_many<'a>(&'a self, keys: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
        let records = self.0.borrow();
        let found = keys.iter().map(|key| records.get(key).map(|bytes| bytes.to_vec())).collect();
        Box::pin(async { Ok(found) })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Local<'a, Result<Vec<String>, StorageError>> {
        let found = self.0.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect();
        Box::pin(async { Ok(found) })
    }

    fn commit(&self, batch: Vec<Write>, _: Durability) -> Local<'_, Result<(), StorageError>> {
        let mut records = self.0.borrow_mut();
        if batch.iter().any(|write| matches!(write, Write::Unless { key } if records.contains_key(key))) {
            return Box::pin(async { Err(StorageError::TakenOver) });
        }
        for write in batch {
            match write {
                Write::Put { key, bytes } => drop(records.insert(key, bytes)),
                Write::Delete { key } => drop(records.remove(&key)),
                Write::Unless { .. } => {}
            }
        }
        Box::pin(async { Ok(()) })
    }
}
