//! How the store's steps and texts get to storage: through the keeper's queue, or, where a project can only be read,
//! not at all.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ledger::{Entry, Ledger};
use emic_core::text::TextHash;
use emic_storage::{Book, StorageError};
use futures::future::LocalBoxFuture;
use yew::AttrValue;

use super::Session;
use crate::i18n::{storage_error, tr};
use crate::persist::Keeper;
use crate::store::{Brought, Keep};

/// Keeps what is done.
pub(super) struct Writer(pub Keeper, pub Session);

impl Keep for Writer {
    fn keep(&self, entry: &Entry, ledger: &Ledger, brought: Brought) {
        self.0.enter(Rc::new(entry.clone()), ledger.clone(), brought);
        let brings_text = |edit: &Edit| matches!(edit, Edit::AddDocument(_));
        if matches!(entry, Entry::Do(step) if step.edits.iter().any(brings_text)) {
            // Now there is something to lose.
            self.1.ask_to_persist_once();
        }
    }

    fn text(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Rc<str>, String>> {
        let keeper = self.0.clone();
        Box::pin(async move { found(keeper.find_text(hash).await) })
    }

    fn original(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Option<Rc<[u8]>>, AttrValue>> {
        let keeper = self.0.clone();
        Box::pin(async move { keeper.find_original(hash).await.map_err(|error| storage_error(&error)) })
    }

    fn originals(&self) -> LocalBoxFuture<'static, Option<BTreeSet<TextHash>>> {
        let keeper = self.0.clone();
        Box::pin(async move { keeper.find_originals().await.ok() })
    }
}

/// Only finds texts and files: another tab has the project.
pub(super) struct Reader(pub Rc<Book>);

impl Keep for Reader {
    // The store refuses every step of a project that can only be read.
    fn keep(&self, _entry: &Entry, _ledger: &Ledger, _brought: Brought) {}

    fn text(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Rc<str>, String>> {
        let book = Rc::clone(&self.0);
        Box::pin(async move { found(book.text(hash).await) })
    }

    fn original(&self, hash: TextHash) -> LocalBoxFuture<'static, Result<Option<Rc<[u8]>>, AttrValue>> {
        let book = Rc::clone(&self.0);
        Box::pin(async move {
            let found = book.original(hash).await.map_err(|error| storage_error(&error))?;
            Ok(found.map(Rc::from))
        })
    }

    fn originals(&self) -> LocalBoxFuture<'static, Option<BTreeSet<TextHash>>> {
        let book = Rc::clone(&self.0);
        Box::pin(async move { book.originals().await.ok() })
    }
}

fn found(text: Result<Option<Rc<str>>, StorageError>) -> Result<Rc<str>, String> {
    match text {
        Ok(Some(text)) => Ok(text),
        Ok(None) => Err(tr!("text-missing").to_string()),
        Err(error) => Err(storage_error(&error).to_string()),
    }
}
