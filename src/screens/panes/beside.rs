//! What the address says of the two panes, and what is opened beside what.

use emic_core::ids::{DocumentId, ProjectId, QuotationId};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::route::{Place, Route, Spot};
use crate::store::pane::{List, PaneId};
use crate::store::{Store, use_store};

/// How long after an address was followed the browser is told that it says all, in milliseconds: the text comes first.
const SOON: u32 = 120;

/// What stays where it is when something is opened beside it, and the pane that the other is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    kept: Option<DocumentId>,
    into: PaneId,
}

impl Beside {
    /// As things are now.
    pub fn now(store: &Store) -> Beside {
        let pane = store.active_pane();
        let project = store.snapshot().map(|snapshot| snapshot.project);
        let kept = project.and_then(|project| {
            let shown = store.pane(pane).document.filter(|id| project.documents.contains(id));
            shown.or_else(|| project.documents_in_order().first().map(|document| document.id))
        });
        Beside { kept, into: pane.other() }
    }

    /// The pane that it is shown in.
    pub fn into(self) -> PaneId {
        self.into
    }

    /// Where a document is that is opened so, at a quotation if one is named.
    pub fn place(self, document: DocumentId, quotation: Option<QuotationId>) -> Place {
        let kept = Spot { document: self.kept.unwrap_or(document), quotation: None };
        let other = Spot { document, quotation };
        match self.into {
            PaneId::Beside => Place::Both(kept, other),
            PaneId::Main => Place::Both(other, kept),
        }
    }
}

/// What stays where it is when something is opened beside it, as things are while this is rendered.
#[hook]
pub fn use_beside() -> Beside {
    Beside::now(&use_store())
}

/// Opens a document beside the one that one is in, and goes there.
pub fn open_beside(store: &Store, project: ProjectId, document: DocumentId) {
    let beside = Beside::now(store);
    if let here @ Route::Project(_, Place::Read(..)) = Route::current() {
        here.settle();
    }
    Route::Project(project, beside.place(document, None)).go();
    // The address may be the one there is already, and then nothing comes of it.
    if store.is_split() {
        store.enter_pane(beside.into);
    }
}

/// Takes a pane away, and goes on in the other one.
pub fn close(store: &Store, project: ProjectId, pane: PaneId) {
    let kept = store.pane(pane.other()).document;
    store.unsplit(pane);
    store.enter_pane(PaneId::Main);
    Route::Project(project, Place::Read(kept, None)).go_exactly();
}

/// Shows what the address asks for. `from` is where one was before in this project, if anywhere.
pub fn arrive(store: &Store, project: ProjectId, place: Place, from: Option<Place>) {
    if !place.is_reading() {
        return;
    }
    let followed = !Route::is_exact();
    // A list is a way back only for what was opened out of it.
    let list = match from {
        Some(Place::Retrieve(code)) => Some(List(code)),
        _ => None,
    };
    let keep_list = |pane: PaneId, quotation: Option<QuotationId>| {
        if from.is_some() {
            store.change_pane(pane, |pane| pane.list = list.filter(|_| quotation.is_some()));
        }
    };
    match place {
        Place::Read(document, quotation) if followed && store.is_split() => {
            let pane = store.active_pane();
            if let Some(document) = document {
                store.ask(pane, Spot { document, quotation }, true);
            }
            keep_list(pane, quotation);
            if let (Some(main), Some(beside)) = (store.spot(PaneId::Main), store.spot(PaneId::Beside)) {
                Route::Project(project, Place::Both(main, beside)).settle();
            }
        }
        Place::Read(document, quotation) => {
            store.unsplit(PaneId::Beside);
            if let Some(document) = document {
                // Where two stood side by side until now, the first stays as it is.
                let anew = !matches!(from, Some(Place::Both(..)));
                store.ask(PaneId::Main, Spot { document, quotation }, anew);
            }
            keep_list(PaneId::Main, quotation);
            settle_soon(Route::Project(project, place));
        }
        Place::Both(main, beside) => {
            let anew = followed && from.is_some_and(|from| !from.is_reading());
            let was_split = store.is_split();
            store.split();
            let changed = [(PaneId::Main, main), (PaneId::Beside, beside)].map(|(pane, spot)| {
                let changed = store.ask(pane, spot, anew) || (pane == PaneId::Beside && !was_split);
                changed.then_some((pane, spot))
            });
            // What was opened by a link is gone to; what one comes back to, or begins with, is not.
            if let Some((pane, spot)) = changed.into_iter().flatten().next_back().filter(|_| followed && from.is_some())
            {
                // Where words are looked for the focus is in the bar that finds them.
                match store.pane(pane).finding {
                    Some(_) => store.activate(pane),
                    None => store.enter_pane(pane),
                }
                keep_list(pane, spot.quotation);
            }
            settle_soon(Route::Project(project, place));
        }
        _ => {}
    }
}

/// Says that the address is what is shown, once the text is painted, if it is the address still.
fn settle_soon(route: Route) {
    Timeout::new(SOON, move || {
        if Route::current() == route {
            route.settle();
        }
    })
    .forget();
}
