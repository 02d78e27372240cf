//! What is on the page: a pane shows a document, and knows where one reads, what is selected and what is open. It is
//! no part of the project and is keyed by pane, so that two documents can stand side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::{CodeId, DocumentId, QuotationId, SpeakerId};
use emic_core::project::Project;
use emic_core::search::Query;
use emic_core::text::{Pos, Span};
use emic_view::cursor::TextCursor;

use super::Store;
use crate::route::Spot;

/// Which pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PaneId {
    /// The one that is always there.
    #[default]
    Main,
    /// The one that is opened beside it.
    Beside,
}

impl PaneId {
    /// The other one.
    pub const fn other(self) -> PaneId {
        match self {
            PaneId::Main => PaneId::Beside,
            PaneId::Beside => PaneId::Main,
        }
    }

    /// Its name in the page's elements.
    pub const fn name(self) -> &'static str {
        match self {
            PaneId::Main => "main",
            PaneId::Beside => "beside",
        }
    }
}

/// What the code picker is open for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerFor {
    /// A passage that is selected.
    Passage(Span),
    /// A quotation that gets one more code.
    Quotation(QuotationId),
    /// Every turn of a speaker.
    Speaker(SpeakerId),
}

/// How what a speaker says is shown, if not as any other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Set back behind the others.
    Dimmed,
    /// Not shown; a line says so.
    Hidden,
}

/// How those who speak in a document are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faces {
    speakers: BTreeMap<SpeakerId, Face>,
    /// Turns that are shown though their speakers are hidden, by where they begin.
    opened: BTreeSet<Pos>,
}

impl Faces {
    /// How a turn of a speaker is shown.
    pub fn of(&self, speaker: SpeakerId, turn: Pos) -> Option<Face> {
        self.of_speaker(speaker).filter(|face| *face == Face::Dimmed || !self.opened.contains(&turn))
    }

    /// How a speaker's turns are shown.
    pub fn of_speaker(&self, speaker: SpeakerId) -> Option<Face> {
        self.speakers.get(&speaker).copied()
    }

    /// Whether all are shown as any words are.
    pub fn is_plain(&self) -> bool {
        self.speakers.is_empty()
    }

    /// The same with a speaker shown in another way. Turns that were shown by themselves are hidden again with all.
    #[must_use]
    pub fn with(&self, speaker: SpeakerId, face: Option<Face>) -> Faces {
        let mut speakers = self.speakers.clone();
        speakers.remove(&speaker);
        speakers.extend(face.map(|face| (speaker, face)));
        Faces { speakers, opened: BTreeSet::new() }
    }

    /// All of these speakers but one shown in a way, and that one as any words are.
    #[must_use]
    pub fn all_but(one: SpeakerId, all: impl Iterator<Item = SpeakerId>, face: Face) -> Faces {
        let mut speakers = BTreeMap::new();
        speakers.extend(all.filter(|other| *other != one).map(|other| (other, face)));
        Faces { speakers, opened: BTreeSet::new() }
    }

    /// The same with a turn shown though its speaker is hidden.
    #[must_use]
    pub fn with_open(&self, turn: Pos) -> Faces {
        let mut faces = self.clone();
        faces.opened.insert(turn);
        faces
    }
}

/// A list of quotations: those of a code, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List(pub Option<CodeId>);

/// What is looked for in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// The words, and how they are looked for.
    pub query: Query,
    /// Where to begin; at the top of what is seen if it is not said.
    pub from: Option<Pos>,
}

/// The state of one pane.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pane {
    /// The document on show.
    pub document: Option<DocumentId>,
    /// The passage that is selected and can be coded.
    pub selection: Option<Span>,
    /// The keyboard's cursor, once it was used.
    pub cursor: Option<TextCursor>,
    /// Whether keys moved it last: then it is shown and kept in view.
    pub keyed: bool,
    /// The quotation that is looked at.
    pub quotation: Option<QuotationId>,
    /// What the code picker is open for.
    pub picker: Option<PickerFor>,
    /// What is looked for in the document, once something is.
    pub finding: Option<Finding>,
    /// Where to go as soon as the document is on show: a quotation that was jumped to.
    pub goal: Option<QuotationId>,
    /// Where to go in it, if that is no quotation.
    pub seek: Option<Span>,
    /// The list that the quotation was opened out of, to go back to.
    pub list: Option<List>,
    /// Whether the text is being corrected.
    pub editing: bool,
    /// The paragraph whose words are being corrected.
    pub corrected: Option<usize>,
    /// Whether something in them is not saved yet.
    pub unsaved: bool,
    /// Whether its text is to have the focus as soon as it is on the page.
    pub enter: bool,
    /// How those who speak are shown.
    pub faces: Rc<Faces>,
    /// Whether the list of those who speak is open.
    pub speakers: bool,
}

impl Pane {
    /// Looks at a quotation: what was selected before is not what one is about any more.
    pub fn look_at(&mut self, quotation: QuotationId) {
        self.quotation = Some(quotation);
        self.selection = None;
        self.picker = None;
        self.cursor = self.cursor.map(TextCursor::cleared);
    }
}

/// How far down a document one is. Not in pixels from its top: sections above may not be laid out yet.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ReadingPlace {
    /// The section at the top of the view.
    pub section: usize,
    /// How much of it is above the view, in CSS pixels.
    pub above: f64,
}

/// The panes, and where one was in each document.
#[derive(Debug, Default)]
pub struct Panes {
    main: Shown,
    beside: Shown,
    /// Whether there are two.
    split: bool,
    /// The one that one is in, or was last.
    active: PaneId,
    /// How often what the second one showed came into the place of the first.
    moved: u32,
}

/// A pane with what is remembered of it.
#[derive(Debug, Default)]
struct Shown {
    pane: Pane,
    /// What the address asked for last.
    asked: Option<Spot>,
    /// Where one was in each document. Few, so that looking through them is quick.
    places: Vec<(DocumentId, ReadingPlace)>,
}

impl Panes {
    /// The documents on show.
    pub(super) fn documents(&self) -> Vec<DocumentId> {
        [&self.main, &self.beside].into_iter().filter_map(|shown| shown.pane.document).collect()
    }

    /// Forgets words that were looked for.
    pub(super) fn forget(&mut self) {
        self.main.pane.finding = None;
        self.beside.pane.finding = None;
    }

    fn get(&self, id: PaneId) -> &Shown {
        match id {
            PaneId::Main => &self.main,
            PaneId::Beside => &self.beside,
        }
    }

    fn get_mut(&mut self, id: PaneId) -> &mut Shown {
        match id {
            PaneId::Main => &mut self.main,
            PaneId::Beside => &mut self.beside,
        }
    }
}

impl Store {
    /// Whether a correction of a text is begun and not saved yet.
    pub fn is_correcting(&self) -> bool {
        [PaneId::Main, PaneId::Beside].into_iter().any(|id| self.pane(id).unsaved)
    }

    /// The state of a pane.
    pub fn pane(&self, id: PaneId) -> Pane {
        self.0.panes.borrow().get(id).pane.clone()
    }

    /// Changes the state of a pane.
    pub fn change_pane(&self, id: PaneId, change: impl FnOnce(&mut Pane)) {
        let changed = {
            let mut panes = self.0.panes.borrow_mut();
            let pane = &mut panes.get_mut(id).pane;
            let before = pane.clone();
            change(pane);
            *pane != before
        };
        if changed {
            self.0.pane_listeners.tell();
        }
    }

    /// Lets go of what stands at places of a text that is no longer the document's, in panes that show one.
    pub(super) fn forget_places(&self, before: &Project, after: &Project) {
        let text = |project: &Project, id| project.documents.get(&id).map(|document| document.text.hash);
        for id in [PaneId::Main, PaneId::Beside] {
            let Some(document) = self.pane(id).document else { continue };
            if text(before, document) != text(after, document) {
                self.change_pane(id, |pane| {
                    let (editing, enter) = (pane.editing, pane.enter);
                    let (list, quotation) = (pane.list, pane.quotation);
                    let document = pane.document;
                    *pane = Pane { document, editing, enter, list, quotation, ..Pane::default() };
                });
            }
        }
    }

    /// Shows a document in a pane, at a quotation if one is named. What was selected in another one is let go.
    pub fn show(&self, id: PaneId, document: DocumentId, quotation: Option<QuotationId>) {
        self.change_pane(id, |pane| {
            if pane.document != Some(document) {
                *pane = Pane { document: Some(document), ..Pane::default() };
            }
            if let Some(quotation) = quotation {
                pane.look_at(quotation);
                pane.goal = Some(quotation);
            }
        });
    }

    /// Shows in a pane what the address asks for; tells whether that is another thing than it asked for before. `anew`
    /// goes to the quotation even so.
    pub fn ask(&self, id: PaneId, spot: Spot, anew: bool) -> bool {
        let before = self.0.panes.borrow_mut().get_mut(id).asked.replace(spot);
        let there = self.pane(id).document == Some(spot.document);
        let stays = there && (spot.quotation.is_none() || (!anew && before == Some(spot)));
        if !stays {
            self.show(id, spot.document, spot.quotation);
        }
        !stays
    }

    /// What a pane shows, as an address says it; `None` if it shows nothing yet.
    pub fn spot(&self, id: PaneId) -> Option<Spot> {
        let document = self.pane(id).document?;
        let asked = self.0.panes.borrow().get(id).asked.filter(|spot| spot.document == document);
        Some(asked.unwrap_or(Spot { document, quotation: None }))
    }

    /// Whether there are two panes.
    pub fn is_split(&self) -> bool {
        self.0.panes.borrow().split
    }

    /// How often what the second pane showed came into the place of the first.
    pub fn moved_panes(&self) -> u32 {
        self.0.panes.borrow().moved
    }

    /// Makes the second pane.
    pub fn split(&self) {
        if !std::mem::replace(&mut self.0.panes.borrow_mut().split, true) {
            self.0.pane_listeners.tell();
        }
    }

    /// Takes a pane away; what the second one shows comes into the first one's place.
    pub fn unsplit(&self, id: PaneId) {
        {
            let mut panes = self.0.panes.borrow_mut();
            if !std::mem::take(&mut panes.split) {
                return;
            }
            panes.active = PaneId::Main;
            let mut gone = std::mem::take(&mut panes.beside);
            if id == PaneId::Main {
                panes.moved += 1;
                std::mem::swap(&mut panes.main, &mut gone);
            }
            // Whoever comes back to a document finds it where it was read last.
            let known = &mut panes.main.places;
            gone.places.retain(|(id, _)| known.iter().all(|(other, _)| other != id));
            known.append(&mut gone.places);
        }
        self.0.pane_listeners.tell();
    }

    /// The pane that one is in, or was last: what keys, codes and panels act on.
    pub fn active_pane(&self) -> PaneId {
        self.0.panes.borrow().active
    }

    /// Says which pane one is in.
    pub fn activate(&self, id: PaneId) {
        let changed = {
            let mut panes = self.0.panes.borrow_mut();
            let to = if panes.split { id } else { PaneId::Main };
            std::mem::replace(&mut panes.active, to) != to
        };
        if changed {
            self.0.pane_listeners.tell();
        }
    }

    /// Goes into a pane: its text gets the focus.
    pub fn enter_pane(&self, id: PaneId) {
        self.activate(id);
        self.change_pane(id, |pane| pane.enter = true);
    }

    /// Calls `listener` whenever a pane changes.
    pub fn subscribe_panes(&self, listener: impl Fn() + 'static) -> super::Subscription {
        self.0.pane_listeners.subscribe(listener)
    }

    /// Remembers how far down a document one is.
    pub fn remember_place(&self, pane: PaneId, document: DocumentId, place: ReadingPlace) {
        let mut panes = self.0.panes.borrow_mut();
        let places = &mut panes.get_mut(pane).places;
        match places.iter_mut().find(|(id, _)| *id == document) {
            Some((_, known)) => *known = place,
            None => places.push((document, place)),
        }
    }

    /// How far down a document one was.
    pub fn place(&self, pane: PaneId, document: DocumentId) -> Option<ReadingPlace> {
        let panes = self.0.panes.borrow();
        let mut places = panes.get(pane).places.iter();
        places.find(|(id, _)| *id == document).map(|(_, place)| *place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: ReadingPlace = ReadingPlace { section: 3, above: 20.0 };

    fn spot(document: u128, quotation: Option<u128>) -> Spot {
        Spot { document: DocumentId::from_number(document), quotation: quotation.map(QuotationId::from_number) }
    }

    #[test]
    fn the_second_pane_takes_the_place_of_the_first() {
        let store = Store::default();
        store.activate(PaneId::Beside);
        assert_eq!(store.active_pane(), PaneId::Main, "there is no second one");
        store.ask(PaneId::Main, spot(1, None), true);
        store.split();
        store.ask(PaneId::Beside, spot(2, Some(5)), true);
        store.activate(PaneId::Beside);
        let (one, two) = (DocumentId::from_number(1), DocumentId::from_number(2));
        store.remember_place(PaneId::Beside, two, PLACE);
        store.remember_place(PaneId::Main, one, PLACE);
        store.unsplit(PaneId::Main);
        assert_eq!((store.is_split(), store.active_pane(), store.moved_panes()), (false, PaneId::Main, 1));
        assert_eq!(store.spot(PaneId::Main), Some(spot(2, Some(5))));
        assert_eq!(store.pane(PaneId::Main).quotation, Some(QuotationId::from_number(5)));
        assert_eq!(store.spot(PaneId::Beside), None);
        assert_eq!((store.place(PaneId::Main, one), store.place(PaneId::Main, two)), (Some(PLACE), Some(PLACE)));
        store.split();
        store.ask(PaneId::Beside, spot(1, None), true);
        store.unsplit(PaneId::Beside);
        assert_eq!((store.spot(PaneId::Main), store.moved_panes()), (Some(spot(2, Some(5))), 1));
    }

    #[test]
    fn speakers_are_hidden_and_single_turns_of_theirs_shown() {
        let (ana, ben) = (SpeakerId::from_number(1), SpeakerId::from_number(2));
        let faces = Faces::all_but(ana, [ana, ben].into_iter(), Face::Hidden);
        assert_eq!((faces.of(ana, Pos(0)), faces.of(ben, Pos(5))), (None, Some(Face::Hidden)));
        let opened = faces.with_open(Pos(5));
        assert_eq!((opened.of(ben, Pos(5)), opened.of(ben, Pos(9))), (None, Some(Face::Hidden)));
        assert_eq!(opened.with(ana, Some(Face::Dimmed)).of(ben, Pos(5)), Some(Face::Hidden));
        assert!(faces.with(ben, None).is_plain());
    }

    #[test]
    fn an_address_that_says_what_it_said_before_moves_nothing() {
        let store = Store::default();
        assert!(store.ask(PaneId::Main, spot(1, Some(5)), false));
        store.change_pane(PaneId::Main, |pane| (pane.quotation, pane.goal) = (None, None));
        assert!(!store.ask(PaneId::Main, spot(1, Some(5)), false));
        assert!(!store.ask(PaneId::Main, spot(1, None), true), "it is on show");
        assert_eq!(store.pane(PaneId::Main).goal, None);
        assert!(store.ask(PaneId::Main, spot(1, Some(5)), true), "a link that is followed once more");
        assert_eq!(store.pane(PaneId::Main).goal, Some(QuotationId::from_number(5)));
        assert!(store.ask(PaneId::Main, spot(2, None), false));
        assert_eq!(store.pane(PaneId::Main).quotation, None);
    }
}
