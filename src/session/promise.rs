//! The browser's promise to keep what is stored. It is asked for when there is first something to lose, once.

use yew::platform::spawn_local;

use super::Session;
use crate::persist::{self, StorageKind};
use crate::prefs;

/// Whether the browser has promised not to clear what is stored by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Promise {
    /// That is not known yet.
    #[default]
    Unknown,
    /// It has.
    Given,
    /// It has not, and was not asked.
    NotAsked,
    /// It was asked and has not.
    Refused,
    /// It knows no such promise.
    None,
}

impl Session {
    /// Whether the browser has promised to keep what is stored, as far as it was looked at.
    pub fn promise(&self) -> Promise {
        self.0.promise.get()
    }

    /// Looks whether the browser has promised to keep what is stored.
    pub fn look_at_promise(&self) {
        let session = self.clone();
        spawn_local(async move {
            let promised = persist::is_persistent().await;
            session.set_promise(promised);
        });
    }

    /// Asks the browser to keep what is stored.
    pub fn ask_to_persist(&self) {
        prefs::update(|prefs| prefs.storage_asked = true);
        let session = self.clone();
        spawn_local(async move {
            let promised = persist::ask_to_persist().await;
            session.set_promise(promised);
        });
    }

    /// The same, if the browser was never asked before: some browsers ask the person then.
    pub(super) fn ask_to_persist_once(&self) {
        if !prefs::current().storage_asked && self.kept() == Some(StorageKind::IndexedDb) {
            self.ask_to_persist();
        }
    }

    fn set_promise(&self, promised: Option<bool>) {
        self.0.promise.set(match promised {
            Some(true) => Promise::Given,
            Some(false) if prefs::current().storage_asked => Promise::Refused,
            Some(false) => Promise::NotAsked,
            None => Promise::None,
        });
        self.tell();
    }
}
