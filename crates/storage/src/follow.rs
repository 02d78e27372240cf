//! Reading on: what the one who writes a project has added since a reader last looked. What is stored is the only
//! source, so a reader that missed a message misses nothing.

use std::rc::Rc;

use emic_core::ledger::Entry;

use super::book::Book;
use super::frame::Kind;
use super::keys::{self, Key};
use super::records::{Manifest, decode};
use super::recover;
use super::shelf::ShelfError;

/// What was added.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// These entries, in their order; none if nothing was.
    Entries(Vec<Rc<Entry>>),
    /// More than the journal still tells: the project must be opened anew.
    Reopen,
}

impl Book {
    /// What was added to the journal by someone else since the book was opened, or since this was last asked. For one
    /// who only reads. An entry that is not whole yet ends the list and comes with a later one.
    ///
    /// # Errors
    /// If the container cannot be read, there is no such project any more, or a newer version has written.
    pub async fn news(&self) -> Result<News, ShelfError> {
        let prefix = keys::project(self.id);
        let (mut last_entry, mut newest, mut known) = (0, 0, false);
        let (next, generation) = {
            let state = self.state.borrow();
            (state.next, state.newest.as_ref().map_or(0, |(generation, _)| *generation))
        };
        for key in self.container.keys(&prefix).await? {
            match keys::parse(&key[prefix.len()..]) {
                Key::Entry(number) => last_entry = last_entry.max(number),
                Key::Manifest(number) => {
                    newest = newest.max(number);
                    known |= number == generation;
                }
                _ => {}
            }
        }
        if newest == 0 {
            return Err(ShelfError::Missing);
        }
        // The snapshot that was read is gone: there were two since, or another project was put in its place.
        if !known || newest < generation {
            return Ok(News::Reopen);
        }
        let names: Vec<_> = (next..=last_entry).map(|number| keys::entry(self.id, number)).collect();
        let mut entries = Vec::new();
        for (number, record) in (next..).zip(self.container.get_many(&names).await?) {
            match recover::entry(number, record.as_deref())? {
                Some(entry) => entries.push(entry),
                None => break,
            }
        }
        let read_to = next + entries.len() as u64 - 1;
        if newest > generation {
            let record = self.container.get(&keys::manifest(self.id, newest)).await?;
            let manifest = record.and_then(|record| decode::<Manifest>(Kind::Manifest, newest, &record).ok());
            // It holds more than was read, or what it holds is another project's.
            if manifest.is_none_or(|manifest| manifest.base > read_to) {
                return Ok(News::Reopen);
            }
        }
        self.state.borrow_mut().next = read_to + 1;
        Ok(News::Entries(entries))
    }
}
