//! The open project in a file that was chosen, written again and again while work goes on.

use std::cell::Cell;
use std::time::Duration;

use emic_core::ids::{ProjectId, StepId};
use emic_core::ledger::Ledger;
use emic_core::text::TextHash;
use emic_core::time::Timestamp;
use yew::AttrValue;
use yew::platform::spawn_local;
use yew::platform::time::sleep;

use super::Session;
use super::file::{FileKind, file_name, write};
use super::library::texts_left;
use super::opening::{Opened, Opening};
use super::working::draw_first;
use crate::i18n::{refused, tr};
use crate::persist::{self, ChosenFile};
use crate::platform;
use crate::store::Refused;

/// How long at least from one writing to the next, in milliseconds.
const PAUSE: i64 = 120_000;

/// Writing a large project holds the page for a moment, so it must be rare: at most this part of the time.
const SHARE: i64 = 200;

/// How long after a change it is written at the earliest, in milliseconds: the first of many does not go alone.
const SETTLE: i64 = 5_000;

/// Whether the open project goes into a file by itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum AutoBackup {
    /// No file was chosen.
    #[default]
    Off,
    /// The browser wants to be asked again whether the file may be written.
    Paused {
        /// The file's name.
        name: String,
    },
    /// It does.
    On {
        /// The file's name.
        name: String,
        /// When it was last written.
        last: Option<Timestamp>,
    },
    /// The file could not be written.
    Failed {
        /// The file's name.
        name: String,
        /// Why, in the browser's words.
        why: String,
    },
}

/// The file that was chosen for the open project, and how it stands.
#[derive(Default)]
pub(super) struct Backup {
    project: Option<ProjectId>,
    file: Option<ChosenFile>,
    state: AutoBackup,
    /// The last step that the file holds.
    holds: Option<StepId>,
    tried: Timestamp,
    /// How long the last writing took, in milliseconds.
    took: i64,
    waiting: Cell<bool>,
    /// The person has said on this visit that the file may be written.
    confirmed: bool,
}

impl Session {
    /// Whether the open project goes into a file by itself.
    pub fn auto_backup(&self) -> AutoBackup {
        self.0.backup.borrow().state.clone()
    }

    /// Lets the person choose the file into which the open project goes from now on.
    ///
    /// # Errors
    /// In words for people.
    pub async fn choose_backup_file(&self) -> Result<(), AttrValue> {
        let Opening::Ready(opened) = self.opening() else { return Err(refused(&Refused::Closed)) };
        let title = self.0.store.snapshot().map(|snapshot| snapshot.project.meta.title.clone()).unwrap_or_default();
        // Without a date: the same file is written again and again.
        let name = file_name(&title, platform::now(), FileKind::Project);
        let name = match name.rsplit_once(' ') {
            Some((name, _)) => format!("{name}.json"),
            None => name,
        };
        let chosen = persist::choose(&name).await.map_err(|cause| tr!("backup-choose-failed", cause = cause))?;
        let Some(file) = chosen else { return Ok(()) };
        let id = opened.0.id;
        file.remember(id).await;
        let state = AutoBackup::On { name: file.name(), last: None };
        *self.0.backup.borrow_mut() =
            Backup { project: Some(id), file: Some(file), state, confirmed: true, ..Backup::default() };
        self.tell();
        self.back_up_now(id);
        Ok(())
    }

    /// Goes on with the file that was chosen on an earlier visit; the browser asks the person.
    pub async fn resume_backup(&self) {
        let (project, file) = {
            let backup = self.0.backup.borrow();
            (backup.project, backup.file.clone())
        };
        let (Some(project), Some(file)) = (project, file) else { return };
        if file.may_write(true).await {
            self.0.backup.borrow_mut().confirmed = true;
            self.set_backup(project, AutoBackup::On { name: file.name(), last: None });
            self.back_up_now(project);
        }
    }

    /// Writes the file no more; it stays as it is.
    pub async fn stop_backup(&self) {
        let project = self.0.backup.take().project;
        self.tell();
        if let Some(project) = project {
            ChosenFile::forget(project).await;
        }
    }

    /// Forgets which file was chosen for a project that is deleted.
    pub(super) async fn forget_backup(&self, project: ProjectId) {
        if self.0.backup.borrow().project == Some(project) {
            self.0.backup.take();
        }
        ChosenFile::forget(project).await;
    }

    /// Looks whether a file was chosen for a project that is being opened.
    pub(super) fn recall_backup(&self, project: ProjectId) {
        if self.0.backup.borrow().project == Some(project) {
            return;
        }
        *self.0.backup.borrow_mut() = Backup { project: Some(project), ..Backup::default() };
        let session = self.clone();
        spawn_local(async move {
            let Some(file) = ChosenFile::recall(project).await else { return };
            let name = file.name();
            let allowed = file.may_write(false).await;
            {
                let mut backup = session.0.backup.borrow_mut();
                if backup.project != Some(project) || backup.file.is_some() {
                    return;
                }
                backup.file = Some(file);
                backup.state = if allowed { AutoBackup::On { name, last: None } } else { AutoBackup::Paused { name } };
            }
            session.tell();
        });
    }

    /// Writes the file when it is time to, after a change.
    pub(super) fn back_up_later(&self, project: ProjectId) {
        let wait = {
            let backup = self.0.backup.borrow();
            let writes = matches!(backup.state, AutoBackup::On { .. } | AutoBackup::Failed { .. });
            if backup.project != Some(project) || !writes || backup.waiting.replace(true) {
                return;
            }
            let pause = PAUSE.max(backup.took * SHARE);
            (backup.tried.0 + pause - platform::now().0).clamp(SETTLE, pause)
        };
        let session = self.clone();
        spawn_local(async move {
            sleep(Duration::from_millis(wait.unsigned_abs())).await;
            session.back_up(project).await;
        });
    }

    /// Writes the file now.
    pub(super) fn back_up_now(&self, project: ProjectId) {
        let session = self.clone();
        spawn_local(async move { session.back_up(project).await });
    }

    async fn back_up(&self, project: ProjectId) {
        {
            let backup = self.0.backup.borrow();
            if backup.project != Some(project) {
                return;
            }
            backup.waiting.set(false);
        }
        let Opening::Ready(opened) = self.opening() else { return };
        let Some(ledger) = self.0.store.ledger().filter(|_| opened.0.id == project) else { return };
        if self.is_backed_up(project, &ledger) {
            return;
        }
        // Where something was lost the file may be all that has it, until the person says that it may be written.
        if !opened.recovery().is_clean() && !self.0.backup.borrow().confirmed {
            let name = self.0.backup.borrow().file.as_ref().map(|file| file.name()).unwrap_or_default();
            return self.set_backup(project, AutoBackup::Paused { name });
        }
        let Ok((ledger, texts)) = self.in_memory().await else { return };
        if ledger.project().id != project {
            return;
        }
        draw_first().await;
        if let Some(at) = self.write_backup(project, &ledger, &|hash| texts.get(hash).cloned()).await {
            self.note_export(&opened, at);
        }
    }

    /// Writes the file of a project that was left, if it does not hold all of it.
    pub(super) async fn back_up_left(&self, opened: &Opened) {
        let Some(keeper) = &opened.0.keeper else { return };
        let (project, ledger) = (opened.0.id, keeper.ledger());
        // What was lost on opening may be in the file.
        if !opened.recovery().is_clean() && !self.0.backup.borrow().confirmed {
            return;
        }
        // Whoever has entered it again meanwhile writes it.
        if self.opening().project() == Some(project) || self.is_backed_up(project, &ledger) {
            return;
        }
        let Ok(texts) = texts_left(keeper, &ledger).await else { return };
        if let Some(at) = self.write_backup(project, &ledger, &|hash| texts.get(hash).cloned()).await
            && let Ok(shelf) = self.shelf().await
            && let Ok(_lock) = self.own(project).await
            && let Ok((book, ..)) = shelf.open_project(project).await
        {
            // If it fails only the list says that the file is older than it is.
            let _ = book.set_exported(at).await;
        }
    }

    /// Whether the file holds all of the project, or is not written.
    fn is_backed_up(&self, project: ProjectId, ledger: &Ledger) -> bool {
        let backup = self.0.backup.borrow();
        let writes = matches!(backup.state, AutoBackup::On { .. } | AutoBackup::Failed { .. });
        let last = ledger.history().steps().last().map(|step| step.id);
        backup.project != Some(project) || !writes || (last.is_some() && backup.holds == last)
    }

    async fn write_backup(
        &self,
        project: ProjectId,
        ledger: &Ledger,
        texts: &dyn Fn(&TextHash) -> Option<std::rc::Rc<str>>,
    ) -> Option<Timestamp> {
        let file = self.0.backup.borrow().file.clone()?;
        let begun = platform::now();
        let written = match write(ledger.project(), ledger.history(), texts) {
            // A file that lacks texts must not take the place of one that has them.
            Ok(written) if !written.without_text.is_empty() || !written.without_original.is_empty() => {
                let n = written.without_text.len() + written.without_original.len();
                Err(tr!("backup-incomplete", n = n).to_string())
            }
            Ok(written) => file.write(&written.file).await,
            Err(why) => Err(why.to_string()),
        };
        let name = file.name();
        let (state, holds) = match &written {
            Ok(()) => {
                let last = ledger.history().steps().last().map(|step| step.id);
                (AutoBackup::On { name, last: Some(begun) }, last)
            }
            Err(_) if !file.may_write(false).await => (AutoBackup::Paused { name }, None),
            Err(why) => (AutoBackup::Failed { name, why: why.clone() }, None),
        };
        {
            let mut backup = self.0.backup.borrow_mut();
            if backup.project == Some(project) && backup.file.as_ref() == Some(&file) {
                (backup.tried, backup.took) = (begun, platform::now().0 - begun.0);
                backup.state = state;
                backup.holds = holds.or(backup.holds);
            }
        }
        self.tell();
        written.ok().map(|()| begun)
    }

    fn set_backup(&self, project: ProjectId, state: AutoBackup) {
        {
            let mut backup = self.0.backup.borrow_mut();
            if backup.project == Some(project) {
                backup.state = state;
            }
        }
        self.tell();
    }
}
