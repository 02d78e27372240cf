//! Correcting the text after it was coded: a paragraph at a time becomes a field with its words.

mod passage;
mod touched;

use emic_core::text::{Span, Text};
use emic_view::cursor::TextCursor;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::page::OnPage;
use super::watch::focus_still;
use super::{hidden_in, in_pane};
use crate::actions::owners::put;
use crate::actions::{Action, Answer, Way};
use crate::i18n::tr;
use crate::store::pane::PaneId;
use crate::store::{Store, use_pane, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, IconButton, IconName, toast};

pub(super) use passage::Passage;

#[derive(Properties, PartialEq)]
pub(super) struct EditProps {
    pub pane: PaneId,
}

/// The way into correcting the text, and out of it.
#[component]
pub(super) fn EditButton(props: &EditProps) -> Html {
    let writable = use_writable();
    let editing = use_pane(props.pane, |pane| pane.editing);
    let turn = Callback::from(|_: MouseEvent| drop(put(Action::EditText, Way::Do)));
    html! {
        <span class="reader__split">
            if writable {
                <IconButton small=true icon={IconName::Pencil} label={tr!("action-edit-text")} pressed={editing} onclick={turn} />
            }
        </span>
    }
}

/// What is said above the text while it is corrected.
#[component]
pub(super) fn EditBar(props: &EditProps) -> Html {
    let store = use_store();
    let pane = props.pane;
    let done = Callback::from(move |_: MouseEvent| leave(&store, pane));
    html! {
        <div class="edit-bar" role="region" aria-label={tr!("edit-title")}>
            <p class="edit-bar__words"><strong>{ tr!("edit-title") }</strong>{ " " }<span class="soft">{ tr!("edit-hint") }</span></p>
            <Button small=true variant={ButtonVariant::Primary} label={tr!("done")} onclick={done} />
        </div>
    }
}

/// Begins to correct the text of a pane, or ends it.
pub(super) fn turn(store: &Store, pane: PaneId, way: Way, can_write: bool) -> Answer {
    if !can_write {
        return Err(tr!("error-read-only"));
    }
    if way == Way::Do {
        if store.pane(pane).editing {
            leave(store, pane);
        } else {
            store.change_pane(pane, |pane| {
                (pane.editing, pane.enter) = (true, true);
                (pane.selection, pane.quotation, pane.picker) = (None, None, None);
            });
        }
    }
    Ok(())
}

/// Ends correcting, unless something is not saved yet.
pub(super) fn leave(store: &Store, pane: PaneId) {
    if !is_unsaved(store, pane) {
        store.change_pane(pane, |pane| {
            (pane.editing, pane.corrected, pane.enter) = (false, None, true);
        });
    }
}

/// Whether something is not saved yet, which is then said.
fn is_unsaved(store: &Store, pane: PaneId) -> bool {
    let unsaved = store.pane(pane).unsaved;
    if unsaved {
        toast(tr!("edit-unsaved"), None);
        in_pane(pane, ".passage__words").iter().for_each(focus_still);
    }
    unsaved
}

/// Makes a field of the paragraph at the cursor.
pub(super) fn open_at(store: &Store, pane: PaneId, text: &Text, cursor: TextCursor) {
    if !is_unsaved(store, pane) {
        let paragraph = text.paragraph_at(cursor.head);
        let span = text.paragraphs().get(paragraph).copied().unwrap_or(Span::new(0, 0));
        let hidden = store.pane(pane).document.map(|document| hidden_in(store, document)).unwrap_or_default();
        // Words of who has withdrawn are shown in no field either.
        if hidden.iter().any(|hidden| hidden.overlaps(span)) {
            return toast(tr!("reader-withdrawn"), None);
        }
        store.change_pane(pane, |pane| {
            pane.cursor = Some(cursor.cleared());
            pane.corrected = Some(paragraph);
        });
    }
}

/// Makes a field of the paragraph that was clicked.
pub(super) fn open_clicked(store: &Store, pane: PaneId, text: &Text, on_page: Option<&OnPage>, event: &MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(on_page) = on_page.filter(|_| target.closest(".passage").ok().flatten().is_none()) else { return };
    let at = on_page.with(|sheet| sheet.pos_at(f64::from(event.client_x()), f64::from(event.client_y())));
    if target.closest("[data-para]").ok().flatten().is_some()
        && let Some(at) = at
    {
        store.change_pane(pane, |pane| pane.keyed = false);
        open_at(store, pane, text, TextCursor::at(at));
    }
}
