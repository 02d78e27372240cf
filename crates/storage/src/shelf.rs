//! All projects of a container.

use std::fmt;
use std::rc::Rc;

use emic_core::edit::{Edit, EditError};
use emic_core::ids::{ProjectId, StepId};
use emic_core::ledger::{Entry, Ledger, Step};
use emic_core::project::{Meta, Project};
use emic_core::text::TextHash;
use emic_core::time::{Stamp, Timestamp};

use super::book::Book;
use super::container::{Container, Durability, StorageError, Write};
use super::frame::Kind;
use super::holder::{Holder, take_over};
use super::keys;
use super::points::PointKind;
use super::records::{Info, STORE_VERSION, Store, decode};
use super::recover::{self, Recovery};

/// Why something cannot be done with a project. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum ShelfError {
    /// The container cannot.
    Storage(StorageError),
    /// There is no such project (any more).
    Missing,
    /// A newer version of the program has written here; the version that a reader must know, and the one known here.
    NewerVersion { needs: u32, has: u32 },
    /// No snapshot of the project is whole. What is there is left as it is.
    Damaged,
    /// The edit cannot be made.
    Edit(EditError),
}

impl fmt::Display for ShelfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ShelfError {}

impl From<StorageError> for ShelfError {
    fn from(error: StorageError) -> ShelfError {
        ShelfError::Storage(error)
    }
}

/// A line of the list of projects.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The project.
    pub id: ProjectId,
    /// What is known of it; `None` if that record is torn, which opening the project sets right.
    pub info: Option<Info>,
}

/// All projects of a container. What changes a project must own it (one tab at a time); the caller sees to that.
#[derive(Clone)]
pub struct Shelf {
    container: Rc<dyn Container>,
}

impl Shelf {
    /// Looks whether the container can be worked with. Writes nothing.
    ///
    /// # Errors
    /// If a newer version has written there, or it cannot be read.
    pub async fn open(container: Rc<dyn Container>) -> Result<Shelf, ShelfError> {
        if let Some(record) = container.get(keys::STORE).await? {
            // If it is torn, snapshots and entries still say themselves what a reader must know.
            let store = decode::<Store>(Kind::Store, 0, &record).ok();
            if let Some(store) = store.filter(|store| store.min_reader > STORE_VERSION) {
                return Err(ShelfError::NewerVersion { needs: store.min_reader, has: STORE_VERSION });
            }
        }
        Ok(Shelf { container })
    }

    /// The projects, the last changed first.
    ///
    /// # Errors
    /// If the container cannot be read.
    pub async fn list(&self) -> Result<Vec<Listed>, ShelfError> {
        let names = self.container.keys(keys::LIST).await?;
        let records = self.container.get_many(&names).await?;
        let mut list: Vec<_> = names
            .iter()
            .zip(records)
            .filter_map(|(name, record)| {
                let id = name[keys::LIST.len()..].parse().ok()?;
                Some(Listed { id, info: record.and_then(|bytes| decode(Kind::Info, 0, &bytes).ok()) })
            })
            .collect();
        emic_core::sorting::sort_by_key(&mut list, |listed| {
            (std::cmp::Reverse(listed.info.as_ref().map(|info| info.changed)), listed.id)
        });
        Ok(list)
    }

    /// Puts a project on the shelf, in place of the one of the same id if there is one; all of it or nothing.
    ///
    /// # Errors
    /// If the container cannot; the shelf is as it was then.
    pub async fn put(
        &self,
        ledger: &Ledger,
        texts: &[(TextHash, Rc<str>)],
        now: Timestamp,
    ) -> Result<Book, ShelfError> {
        let id = ledger.project().id;
        let before = self.removal(id).await?;
        let book = Book::new(Rc::clone(&self.container), Info::of(ledger, now));
        book.first_snapshot(ledger, texts, before).await?;
        Ok(book)
    }

    /// Puts a project on the shelf in place of the one of the same id, which stays as a restore point, as those stay that
    /// it has. Of one that cannot be opened the newest snapshot stays so, if one is whole. All `texts` are written, so
    /// that one that was torn is mended.
    ///
    /// # Errors
    /// If the container cannot, or a newer version has written that project; what was there is as it was.
    pub async fn replace(
        &self,
        ledger: &Ledger,
        texts: &[(TextHash, Rc<str>)],
        changed: Timestamp,
        now: Timestamp,
        holder: Holder,
    ) -> Result<Book, ShelfError> {
        let id = ledger.project().id;
        let (book, old) = match self.open_to_write(id, holder).await {
            Ok((book, old, _)) => (book, old),
            Err(ShelfError::Missing) => return self.put(ledger, texts, changed).await,
            Err(ShelfError::Damaged) => return self.replace_damaged(ledger, texts, changed, now).await,
            Err(error) => return Err(error),
        };
        book.add_restore_point(&old, PointKind::Replace, String::new(), now).await?;
        // What was exported was the other one.
        book.state.borrow_mut().info.exported = None;
        book.write_instead(ledger, texts, changed, Default::default()).await?;
        Ok(book)
    }

    /// [Replaces](Shelf::replace) a project that cannot be opened.
    async fn replace_damaged(
        &self,
        ledger: &Ledger,
        texts: &[(TextHash, Rc<str>)],
        changed: Timestamp,
        now: Timestamp,
    ) -> Result<Book, ShelfError> {
        let book = Book::new(Rc::clone(&self.container), Info::of(ledger, changed));
        book.look_at_points().await?;
        let before = match recover::newest_whole(&*self.container, ledger.project().id).await? {
            Some((old, manifest)) => vec![book.pin_stored(&old, &manifest, PointKind::Replace, now)?],
            None => Vec::new(),
        };
        book.write_instead_after(before, ledger, texts, changed, Default::default()).await?;
        Ok(book)
    }

    /// Opens a project. Writes nothing.
    ///
    /// # Errors
    /// If it cannot be read, or no snapshot of it is whole.
    pub async fn open_project(&self, id: ProjectId) -> Result<(Book, Ledger, Recovery), ShelfError> {
        let found = recover::find(&*self.container, id).await?;
        Ok(Book::found(Rc::clone(&self.container), found))
    }

    /// Opens a project to write it: whoever held it before can write nothing any more, and hears
    /// [`StorageError::TakenOver`] instead. Where there is no room to say so it is opened all the same.
    ///
    /// # Errors
    /// If it cannot be read, no snapshot of it is whole, or others take it over all the time.
    pub async fn open_to_write(&self, id: ProjectId, holder: Holder) -> Result<(Book, Ledger, Recovery), ShelfError> {
        let passed = match take_over(&*self.container, id, holder).await {
            Ok(passed) => passed,
            Err(StorageError::Full) => None,
            Err(error) => return Err(error.into()),
        };
        let opened = self.open_project(id).await?;
        opened.0.state.borrow_mut().passed = passed;
        Ok(opened)
    }

    /// Gives a project that is not open another title, as an undoable step of its history; gives what was found wrong on
    /// the way.
    ///
    /// # Errors
    /// If it cannot be opened or written, or the title is empty.
    pub async fn rename(&self, id: ProjectId, title: &str, step: StepId, stamp: Stamp) -> Result<Recovery, ShelfError> {
        let holder = Holder::from_random(step.0.into_bytes());
        let (book, mut ledger, recovery) = self.open_to_write(id, holder).await?;
        let edits = vec![Edit::RenameProject { title: title.to_owned() }];
        let entry = Rc::new(Entry::Do(Step { id: step, stamp, edits }));
        ledger.enter(&entry).map_err(ShelfError::Edit)?;
        book.append(&[entry], &ledger, &[], stamp.at, Durability::Strict).await?;
        Ok(recovery)
    }

    /// Makes a copy of a project under another identity and title, history and undo included; gives what was found
    /// wrong on the way.
    ///
    /// # Errors
    /// If the project cannot be opened, or the copy not be written.
    pub async fn duplicate(
        &self,
        id: ProjectId,
        copy: ProjectId,
        title: String,
        now: Timestamp,
    ) -> Result<Recovery, ShelfError> {
        let (book, ledger, recovery) = self.open_project(id).await?;
        self.put_copy(&book, &ledger, copy, title, now).await?;
        Ok(recovery)
    }

    /// Puts a copy of a project of this or another shelf here, with the texts that are there. Files as they were follow
    /// one by one, since all of them may not fit into memory: if the page goes meanwhile, the copy is without the rest.
    pub(crate) async fn put_copy(
        &self,
        book: &Book,
        ledger: &Ledger,
        copy: ProjectId,
        title: String,
        now: Timestamp,
    ) -> Result<(), ShelfError> {
        let hashes: Vec<_> = ledger.texts_needed().into_iter().collect();
        let found = book.texts(&hashes).await?;
        let texts: Vec<_> = hashes.into_iter().zip(found).filter_map(|(hash, text)| Some((hash, text?))).collect();
        let project = (**ledger.project()).clone();
        let meta = Rc::new(Meta { title, ..(*project.meta).clone() });
        let project = Project { id: copy, meta, ..project };
        let ledger = Ledger::new(project, ledger.history().clone(), ledger.undo_stack().clone());
        let copied = Book::new(Rc::clone(&self.container), Info::of(&ledger, now));
        let originals = book.sizes_of(ledger.originals_needed());
        copied.state.borrow_mut().blobs.clone_from(&originals);
        copied.first_snapshot(&ledger, &texts, self.removal(copy).await?).await?;
        let done = copied.copy_blobs(book, originals.into_keys()).await;
        if done.is_err() {
            self.delete(copy).await?;
        }
        Ok(done?)
    }

    /// Removes a project with all that belongs to it.
    ///
    /// # Errors
    /// If the container cannot; nothing is removed then.
    pub async fn delete(&self, id: ProjectId) -> Result<(), ShelfError> {
        let batch = self.removal(id).await?;
        Ok(self.container.commit(batch, Durability::Strict).await?)
    }

    async fn removal(&self, id: ProjectId) -> Result<Vec<Write>, StorageError> {
        let mut names = self.container.keys(&keys::project(id)).await?;
        names.push(keys::info(id));
        Ok(names.into_iter().map(|key| Write::Delete { key }).collect())
    }
}
