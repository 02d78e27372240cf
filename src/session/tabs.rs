//! A project in several tabs: one writes, the others read what it writes as it comes, and any of them can take over.

use std::time::Duration;

use emic_core::ids::ProjectId;
use emic_storage::{News, ShelfError};
use futures::FutureExt;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::platform::time::sleep;

use super::Session;
use super::opening::{Opened, Opening, Right, Saving};
use crate::i18n::{shelf_error, tr};
use crate::persist::{self, NotSaved, SaveState, Word};
use crate::store::Access;
use crate::widgets::toast;

/// How long the tab that writes has to write all and to give the project up, in milliseconds.
const PATIENCE: u32 = 8_000;

/// How the wish to take a project over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TakeOver {
    /// There is none.
    #[default]
    Idle,
    /// The other tab is asked.
    Asking,
    /// The other tab cannot write what was done last, and keeps the project.
    Refused,
    /// The other tab does not answer.
    NoAnswer,
}

impl Session {
    /// How the wish to take the open project over stands.
    pub fn taking_over(&self) -> TakeOver {
        self.0.taking_over.get()
    }

    /// Asks the tab that writes the open project to write all and to hand it over; what comes of it is told by
    /// [`Session::taking_over`].
    pub fn take_over(&self) {
        let Some(opened) = self.reading() else { return };
        self.set_taking_over(TakeOver::Asking);
        opened.0.channel.say(Word::TakeOver);
        let session = self.clone();
        spawn_local(async move {
            match persist::acquire_within(opened.0.id, PATIENCE).await {
                Some(lock) => session.open_again(&opened, Right::Held(lock)).await,
                None if session.is_reading(&opened) && session.taking_over() == TakeOver::Asking => {
                    session.set_taking_over(TakeOver::NoAnswer);
                }
                None => {}
            }
        });
    }

    /// Takes the open project from the tab that writes it without being given it. What was not written there by now is
    /// not in it.
    pub fn seize(&self) {
        let Some(opened) = self.reading() else { return };
        self.set_taking_over(TakeOver::Asking);
        let session = self.clone();
        spawn_local(async move {
            match persist::seize(opened.0.id).await {
                Some(lock) => session.open_again(&opened, Right::Held(lock)).await,
                None => session.set_taking_over(TakeOver::NoAnswer),
            }
        });
    }

    /// What another tab with the same project has said.
    pub(super) fn heard(&self, project: ProjectId, word: Word) {
        if let (Word::WhoWrites, Some(left)) = (word, self.left(project)) {
            left.0.channel.say(Word::Writing);
        }
        if let (Word::TakeOver, Some(left)) = (word, self.left(project)) {
            let session = self.clone();
            spawn_local(async move {
                if session.see_off(&left).await.is_err() {
                    left.0.channel.say(Word::Refused);
                }
            });
            return;
        }
        let Opening::Ready(opened) = self.opening() else { return };
        if opened.0.id != project {
            return;
        }
        match word {
            Word::Written => self.read_on(),
            Word::TakeOver if opened.0.keeper.is_some() => self.hand_over(opened),
            Word::Refused if self.taking_over() == TakeOver::Asking => self.set_taking_over(TakeOver::Refused),
            Word::WhoWrites if opened.0.keeper.as_ref().is_some_and(|keeper| !keeper.is_closed()) => {
                opened.0.channel.say(Word::Writing);
            }
            Word::TakeOver | Word::Refused | Word::WhoWrites | Word::Writing => {}
        }
    }

    /// The keeper of a project says how it stands: another tab may have taken the right to write away.
    pub(super) fn state_changed(&self, project: ProjectId, state: &SaveState) {
        if let Opening::Ready(opened) = self.opening()
            && opened.0.id == project
            && opened.0.keeper.is_some()
            && let SaveState::NotSaved(why @ (NotSaved::Lost | NotSaved::ReadOnly)) = state
        {
            self.0.store.set_access(Access::ReadOnly);
            if *why == NotSaved::ReadOnly {
                // All was written: here it is read from now on.
                let session = self.clone();
                spawn_local(async move { session.open_again(&opened, Right::None).await });
            }
        }
        self.tell();
    }

    /// Writes all and gives the project to the tab that asks for it; here it is read from then on.
    fn hand_over(&self, opened: Opened) {
        let Some(keeper) = opened.0.keeper.clone() else { return };
        let session = self.clone();
        spawn_local(async move {
            commit_what_is_typed().await;
            if !session.is_open(&opened) {
                return session.heard(opened.0.id, Word::TakeOver);
            }
            session.0.store.set_access(Access::ReadOnly);
            let state = keeper.close().await;
            if keeper.is_closed() {
                toast(tr!("tab-handed-over"), None);
                session.open_again(&opened, Right::None).await;
                return;
            }
            // It stays in these hands, with all that is not written; if it was left meanwhile, to be written later.
            if session.is_open(&opened) {
                keeper.reopen();
                session.0.store.set_access(Access::Write);
            }
            if matches!(state, SaveState::NotSaved(_)) {
                opened.0.channel.say(Word::Refused);
            }
        });
    }

    /// Brings what the other tab has written meanwhile into the project that can only be read here.
    pub(super) fn read_on(&self) {
        if self.0.reading_on.replace(true) {
            self.0.read_again.set(true);
            return;
        }
        let session = self.clone();
        spawn_local(async move {
            while let Some(opened) = session.reading() {
                session.0.read_again.set(false);
                session.read_news(&opened).await;
                if !session.0.read_again.get() {
                    break;
                }
            }
            session.0.reading_on.set(false);
        });
    }

    async fn read_news(&self, opened: &Opened) {
        let Some(book) = opened.0.book.clone() else { return };
        match book.news().await {
            _ if !self.is_reading(opened) => {}
            Ok(News::Entries(entries)) => {
                // What fits the other tab's project and not this one shows that this one is not what is stored.
                if self.0.store.follow(&entries).is_err() {
                    self.open_again(opened, Right::None).await;
                }
            }
            Ok(News::Reopen) => self.open_again(opened, Right::None).await,
            Err(ShelfError::Missing) => {
                self.0.store.close();
                self.set_opening(Opening::Missing(opened.0.id));
            }
            Err(error) => toast(shelf_error(&error), None),
        }
    }

    /// Opens the open project again from what is stored, without leaving the place in it.
    async fn open_again(&self, opened: &Opened, right: Right) {
        if !self.is_open(opened) {
            return;
        }
        let turn = self.0.turn.get() + 1;
        self.0.turn.set(turn);
        let opening = self.open(opened.0.id, turn, right).boxed_local().await;
        if self.0.turn.get() == turn {
            self.0.taking_over.set(TakeOver::Idle);
            self.set_opening(opening);
        }
    }

    /// The open project, if it can only be read.
    fn reading(&self) -> Option<Opened> {
        match self.opening() {
            Opening::Ready(opened) if opened.0.keeper.is_none() => Some(opened),
            _ => None,
        }
    }

    /// Whether something that was done in the open project cannot be stored.
    pub fn is_unsaved(&self) -> bool {
        matches!(self.saving(), Saving::Writes(SaveState::NotSaved(_)))
    }

    fn is_open(&self, opened: &Opened) -> bool {
        matches!(self.opening(), Opening::Ready(now) if now == *opened)
    }

    fn is_reading(&self, opened: &Opened) -> bool {
        self.reading().as_ref() == Some(opened)
    }

    fn set_taking_over(&self, state: TakeOver) {
        self.0.taking_over.set(state);
        self.tell();
    }
}

/// Reads on whenever the page is looked at again: a tab that slept may have heard nothing.
pub(super) fn on_return(session: &Session) -> EventListener {
    let session = session.clone();
    let document = gloo::utils::document();
    EventListener::new(&document.clone(), "visibilitychange", move |_| {
        if document.visibility_state() == web_sys::VisibilityState::Visible {
            session.read_on();
        }
    })
}

/// A field keeps what is typed when it is left.
async fn commit_what_is_typed() {
    if let Some(field) = gloo::utils::document().active_element().and_then(|at| at.dyn_into::<HtmlElement>().ok()) {
        // It stays without the focus only if the page refuses, and then nothing was typed into it.
        let _ = field.blur();
    }
    sleep(Duration::ZERO).await;
}
