//! The projects in this browser: listing, making, renaming, copying, deleting, files in and out.

use emic_core::sorting::to_set;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::history::History;
use emic_core::ids::{CoderId, ProjectId, StepId};
use emic_core::ledger::{Entry, Ledger, Step, UndoStack};
use emic_core::project::{Meta, Project};
use emic_core::text::TextHash;
use emic_core::time::{Stamp, Timestamp};
use emic_storage::{Book, Holder, Info, Recovery, StorageError};
use yew::AttrValue;

use super::file::{self, ImportError, Imported, Incoming, Take};
use super::working::draw_first;
use super::{Exported, Listing, Session};
use crate::i18n::{recovery, refused, shelf_error, storage_error, tr, unmarked};
use crate::persist::{Channel, Keeper, Word};
use crate::platform;
use crate::prefs;
use crate::store::Refused;

/// Under which name of a view the coder of a project in this browser is remembered.
const CODER: &str = "coder";

/// Who codes in a project in this browser, if that was said.
pub(super) fn coder_here(project: ProjectId) -> Option<CoderId> {
    prefs::view_state(&project.to_string(), CODER)
}

/// Remembers who codes in a project in this browser.
pub(super) fn remember_coder(project: ProjectId, coder: CoderId) {
    prefs::set_view_state(&project.to_string(), CODER, &coder);
}

impl Session {
    /// Reads the list of projects.
    pub async fn refresh(&self) {
        let list = async { self.shelf().await?.list().await.map_err(|error| shelf_error(&error)) };
        let listing = match list.await {
            Ok(list) => Listing::Ready(Rc::from(list)),
            Err(why) => Listing::Failed(why),
        };
        self.0.listing.replace(listing);
        self.tell();
    }

    /// Makes a project in which `coder` codes.
    ///
    /// # Errors
    /// In words for people.
    pub async fn create(&self, title: &str, coder: &str) -> Result<ProjectId, AttrValue> {
        let (id, by, at) =
            (ProjectId::from_random(platform::random()), CoderId::from_random(platform::random()), platform::now());
        let project = Project::new(id, title.to_owned(), at);
        let edits =
            vec![Edit::RenameProject { title: title.to_owned() }, Edit::AddCoder { id: by, name: coder.to_owned() }];
        // Through the same edits as later on, so that titles and names are checked and tidied alike.
        let mut ledger = Ledger::new(project, History::default(), UndoStack::default());
        for edit in edits {
            let step = Step { id: StepId::from_random(platform::random()), stamp: Stamp { by, at }, edits: vec![edit] };
            ledger.enter(&Entry::Do(step)).map_err(|error| refused(&Refused::Edit(error)))?;
        }
        // A project without anyone who codes is nothing to go back to, so this cannot be undone.
        let joined = ledger.history().steps().last().cloned();
        let ledger =
            Ledger::new((**ledger.project()).clone(), History::new(joined.into_iter().collect()), UndoStack::default());
        self.shelf().await?.put(&ledger, &[], at).await.map_err(|error| shelf_error(&error))?;
        remember_coder(id, by);
        self.refresh().await;
        Ok(id)
    }

    /// Gives a project that is not open another title; gives what was found wrong on the way.
    ///
    /// # Errors
    /// In words for people.
    pub async fn rename(&self, id: ProjectId, title: &str) -> Result<Recovery, AttrValue> {
        let _lock = self.own(id).await?;
        let by = match coder_here(id) {
            Some(coder) => coder,
            None => self.any_coder(id).await?,
        };
        let (step, stamp) = (StepId::from_random(platform::random()), Stamp { by, at: platform::now() });
        let done = self.shelf().await?.rename(id, title, step, stamp).await;
        self.refresh().await;
        done.map_err(|error| shelf_error(&error))
    }

    /// Someone who codes in a project, for what is done to it where nobody has said who they are.
    async fn any_coder(&self, id: ProjectId) -> Result<CoderId, AttrValue> {
        let (_, ledger, _) = self.shelf().await?.open_project(id).await.map_err(|error| shelf_error(&error))?;
        let coders = &ledger.project().coders;
        // The one whose name was given last in this browser, if they code in this project as well.
        let name = prefs::current().coder_name.trim().to_lowercase();
        let same = coders.values().find(|coder| coder.name.to_lowercase() == name).map(|coder| coder.id);
        let someone = same.or_else(|| coders.keys().next().copied());
        Ok(someone.unwrap_or_else(|| CoderId::from_random(platform::random())))
    }

    /// Makes a copy of a project under another title; gives what was found wrong on the way.
    ///
    /// # Errors
    /// In words for people.
    pub async fn duplicate(&self, id: ProjectId, title: &str) -> Result<Recovery, AttrValue> {
        self.written(id).await?;
        let copy = ProjectId::from_random(platform::random());
        let shelf = self.shelf().await?;
        let done = shelf.duplicate(id, copy, title.to_owned(), platform::now()).await;
        let found = done.map_err(|error| shelf_error(&error))?;
        if let Some(coder) = coder_here(id) {
            remember_coder(copy, coder);
        }
        self.refresh().await;
        Ok(found)
    }

    /// Removes a project.
    ///
    /// # Errors
    /// In words for people; it is as it was then.
    pub async fn delete(&self, id: ProjectId) -> Result<(), AttrValue> {
        let shelf = self.shelf().await?;
        let done = match self.without(id, shelf.delete(id)).await {
            Some(done) => done,
            None => {
                let _lock = self.own(id).await?;
                shelf.delete(id).await
            }
        };
        if done.is_ok() {
            prefs::forget_project(&id.to_string());
            self.forget_backup(id).await;
            // A tab that shows it must not go on doing so.
            Channel::open(id, |_| ()).say(Word::Written);
        }
        self.refresh().await;
        // With the last project goes what is remembered of who worked here.
        if done.is_ok() && self.listing().only(id) {
            prefs::update(|prefs| prefs.coder_name.clear());
        }
        done.map_err(|error| shelf_error(&error))
    }

    /// Hands a project that is not open over as a file.
    ///
    /// # Errors
    /// In words for people.
    pub async fn export(&self, id: ProjectId) -> Result<Exported, AttrValue> {
        // What is done from here on, in another tab, is not in the file.
        let now = platform::now();
        if let Some(keeper) = self.left(id).and_then(|opened| opened.0.keeper.clone()) {
            // What is not written yet is in memory only.
            return self.export_left(&keeper, now).await;
        }
        let (book, ledger, found) = self.shelf().await?.open_project(id).await.map_err(|error| shelf_error(&error))?;
        let texts = texts_of(&book, ledger.project()).await?;
        draw_first().await;
        let mut exported = hand_over(&ledger, &texts)?;
        exported.notes.extend(recovery(&found));
        // Only what the list says is written; a tab that has the project open is not disturbed.
        let noted = book.set_exported(now).await;
        self.refresh().await;
        noted.map_err(|error| storage_error(&error))?;
        Ok(exported)
    }

    async fn export_left(&self, keeper: &Keeper, now: Timestamp) -> Result<Exported, AttrValue> {
        let ledger = keeper.ledger();
        let texts = texts_left(keeper, &ledger).await.map_err(|error| storage_error(&error))?;
        draw_first().await;
        let exported = hand_over(&ledger, &texts)?;
        keeper.set_exported(now);
        Ok(exported)
    }

    /// Reads a project file; gives it with the project of the same identity that is here, if there is one.
    ///
    /// # Errors
    /// In words for people; nothing is changed in any case.
    pub async fn read_file(&self, file: web_sys::File) -> Result<(Incoming, Option<Info>), ImportError> {
        let incoming = file::read(file).await?;
        let list = self.shelf().await.map_err(ImportError)?.list().await;
        let list = list.map_err(|error| ImportError(shelf_error(&error)))?;
        let id = incoming.loaded.project.id;
        let here = list.into_iter().find(|listed| listed.id == id).map(|listed| super::known(&listed));
        Ok((incoming, here))
    }

    /// Takes in a project file that was read.
    ///
    /// # Errors
    /// In words for people; nothing is changed then.
    pub async fn take(&self, incoming: &Incoming, take: Take) -> Result<Imported, AttrValue> {
        let loaded = &incoming.loaded;
        let mut project = loaded.project.clone();
        let shelf = self.shelf().await?;
        let lock = match take {
            Take::KeepBoth => {
                project.id = ProjectId::from_random(platform::random());
                let titles = shelf.list().await.map_err(|error| shelf_error(&error))?;
                // Two of one name could not be told apart.
                if titles.iter().filter_map(|listed| listed.info.as_ref()).any(|info| info.title == project.meta.title)
                {
                    let title = unmarked(tr!("kept-both-name", title = &project.meta.title));
                    project.meta = Rc::new(Meta { title, ..(*project.meta).clone() });
                }
                None
            }
            Take::New | Take::Replace => Some(self.own(project.id).await?),
        };
        let (id, title) = (project.id, project.meta.title.clone());
        draw_first().await;
        let ledger = Ledger::new(project, loaded.history.clone(), UndoStack::default());
        let texts: Vec<_> = loaded.texts.iter().map(|(hash, text)| (*hash, Rc::clone(text))).collect();
        let changed = loaded.history.steps().last().map_or(loaded.project.meta.created, |step| step.stamp.at);
        let done = match take {
            // What is here stays as a restore point.
            Take::Replace => {
                let holder = Holder::from_random(platform::random());
                shelf.replace(&ledger, &texts, changed, platform::now(), holder).await
            }
            Take::New | Take::KeepBoth => shelf.put(&ledger, &texts, changed).await,
        };
        drop(lock);
        self.refresh().await;
        done.map_err(|error| shelf_error(&error))?;
        self.ask_to_persist_once();
        Ok(Imported { id, title, issues: loaded.issues.clone() })
    }
}

/// The texts that a file of a project needs that was left.
pub(super) async fn texts_left(keeper: &Keeper, ledger: &Ledger) -> Result<BTreeMap<TextHash, Rc<str>>, StorageError> {
    let mut texts = BTreeMap::new();
    for hash in hashes_of(ledger.project()) {
        if let Some(text) = keeper.find_text(hash).await? {
            texts.insert(hash, text);
        }
    }
    Ok(texts)
}

/// The texts that a file of the project needs, as far as they are there.
pub(super) async fn texts_of(book: &Book, project: &Project) -> Result<BTreeMap<TextHash, Rc<str>>, AttrValue> {
    let hashes: Vec<_> = hashes_of(project).into_iter().collect();
    let found = book.texts(&hashes).await.map_err(|error| storage_error(&error))?;
    Ok(hashes.into_iter().zip(found).filter_map(|(hash, text)| Some((hash, text?))).collect())
}

/// The texts that a file of the project needs.
pub(super) fn hashes_of(project: &Project) -> BTreeSet<TextHash> {
    let documents = project.documents.values();
    to_set(documents.flat_map(|document| [document.text.hash, document.source.imported.hash]))
}

/// Hands a project over as a download.
pub(super) fn hand_over(ledger: &Ledger, texts: &BTreeMap<TextHash, Rc<str>>) -> Result<Exported, AttrValue> {
    let project = ledger.project();
    let written = file::write(project, ledger.history(), &|hash| texts.get(hash).cloned())?;
    let name = file::download(&project.meta.title, file::FileKind::Project, &written.file)?;
    Ok(Exported::of(name, project, &written))
}
