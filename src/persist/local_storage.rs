//! Records in localStorage, where there is no database: about 5 MB.
//!
//! A value is a string with one character, U+0000 to U+00FF, for each byte: the room is counted in characters, so this
//! holds a third more than Base64. Many changes are made one or none by a note of what was there before; a page that
//! dies among them leaves the note, by which the next one takes them back.

use std::collections::BTreeMap;

use emic_storage::{Container, Durability, Local, StorageError, Write};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::{error_of, failed, panicked};

/// localStorage.
pub struct LocalStorage {
    storage: Storage,
    /// What the keys of records begin with.
    records: String,
    /// The key of the note.
    note: String,
}

/// What is to be done if the page dies now.
#[derive(Serialize, Deserialize)]
enum Note {
    /// Take back: what these keys held, `None` if nothing.
    Undo(BTreeMap<String, Option<String>>),
    /// Go on: all is written, these keys are still to be removed.
    Remove(Vec<String>),
}

impl LocalStorage {
    /// Looks whether it can be written, and takes back what a page that died has left half done.
    ///
    /// # Errors
    /// If the browser does not allow it, or there is no room for anything.
    pub fn open(name: &str) -> Result<LocalStorage, StorageError> {
        let storage = gloo::utils::window().local_storage().map_err(|thrown| error_of(&thrown))?;
        let storage = storage.ok_or(StorageError::Blocked)?;
        let this = LocalStorage { storage, records: format!("{name}.r."), note: format!("{name}.note") };
        this.settle().map_err(|thrown| error_of(&thrown))?;
        this.storage.set_item(&this.note, "").map_err(|thrown| error_of(&thrown))?;
        this.storage.remove_item(&this.note).map_err(|thrown| error_of(&thrown))?;
        Ok(this)
    }

    /// Does what the note says, if there is one.
    fn settle(&self) -> Result<(), JsValue> {
        let note = self.storage.get_item(&self.note)?;
        match note.and_then(|note| serde_json::from_str(&note).ok()) {
            Some(Note::Undo(before)) => {
                // What was added goes first, so that there is room for what was there.
                for key in before.iter().filter(|(_, value)| value.is_none()).map(|(key, _)| key) {
                    self.storage.remove_item(key)?;
                }
                for (key, value) in &before {
                    if let Some(value) = value {
                        self.storage.set_item(key, value)?;
                    }
                }
            }
            Some(Note::Remove(keys)) => {
                for key in keys {
                    self.storage.remove_item(&key)?;
                }
            }
            // One that was itself cut off was never acted upon.
            None => {}
        }
        self.storage.remove_item(&self.note)
    }

    fn write_note(&self, note: &Note) -> Result<(), JsValue> {
        let note = serde_json::to_string(note).map_err(|error| JsValue::from_str(&error.to_string()))?;
        self.storage.set_item(&self.note, &note)
    }

    fn carry_out(&self, batch: Vec<Write>) -> Result<(), JsValue> {
        // Of several writes to one key the last counts.
        let mut wanted = BTreeMap::new();
        for write in batch {
            let key = format!("{}{}", self.records, write.key());
            let value = match write {
                Write::Put { bytes, .. } => Some(bytes.iter().map(|byte| char::from(*byte)).collect::<String>()),
                Write::Delete { .. } => None,
                Write::Unless { .. } => continue,
            };
            wanted.insert(key, value);
        }
        let (mut before, mut gone) = (BTreeMap::new(), Vec::new());
        for (key, value) in &wanted {
            match value {
                Some(_) => drop(before.insert(key.clone(), self.storage.get_item(key)?)),
                None => gone.push(key.clone()),
            }
        }
        self.write_note(&Note::Undo(before))?;
        for (key, value) in &wanted {
            if let Some(value) = value {
                self.storage.set_item(key, value)?;
            }
        }
        // From here on it counts as done.
        self.write_note(&Note::Remove(gone))
    }

    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        let value = self.storage.get_item(&format!("{}{key}", self.records)).map_err(|thrown| error_of(&thrown))?;
        // A character that stands for no byte makes the record a torn one.
        Ok(value.map(|value| value.chars().map_while(|c| u8::try_from(u32::from(c)).ok()).collect()))
    }
}

impl Container for LocalStorage {
    fn get_many<'a>(&'a self, keys: &'a [String]) -> Local<'a, Result<Vec<Option<Vec<u8>>>, StorageError>> {
        let found = keys.iter().map(|key| self.read(key)).collect();
        Box::pin(async { found })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Local<'a, Result<Vec<String>, StorageError>> {
        let length = self.storage.length().map_err(|thrown| error_of(&thrown));
        let found = length.map(|length| {
            let all = (0..length).filter_map(|n| self.storage.key(n).ok().flatten());
            let ours = all.filter_map(|key| key.strip_prefix(&self.records).map(str::to_owned));
            let mut found: Vec<_> = ours.filter(|key| key.starts_with(prefix)).collect();
            emic_core::sorting::sort_by(&mut found, |a, b| a.cmp(b));
            found
        });
        Box::pin(async { found })
    }

    fn commit(&self, batch: Vec<Write>, _: Durability) -> Local<'_, Result<(), StorageError>> {
        if panicked() {
            return Box::pin(async { Err(failed()) });
        }
        let there = |key: &str| self.storage.get_item(&format!("{}{key}", self.records)).is_ok_and(|it| it.is_some());
        if batch.iter().any(|write| matches!(write, Write::Unless { key } if there(key))) {
            return Box::pin(async { Err(StorageError::TakenOver) });
        }
        let done = self.carry_out(batch).map_err(|thrown| error_of(&thrown));
        // Takes back what failed, or removes what was to go.
        let settled = self.settle().map_err(|thrown| error_of(&thrown));
        Box::pin(async { done.and(settled) })
    }
}
