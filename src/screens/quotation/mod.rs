//! The quotation that is looked at, beside the reader; without one, the list of those there are.

mod bounds;
mod codings;
mod details;
mod fresh;
mod list;
mod note;
mod withdrawn;

use emic_core::ids::{DocumentId, QuotationId};
use emic_core::project::Structure;
use emic_core::text::Pos;
use emic_view::clock::clock;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::act::act_with_undo;
use crate::screens::reader::{clear_native, focus_text_of};
use crate::store::pane::PaneId;
use crate::store::use_after_paint;
use crate::store::{Same, Store, use_pane, use_selector, use_store};
use crate::widgets::{IconButton, IconName, announce, dom};
use details::QuotationDetails;
use fresh::Fresh;
use list::Quotations;
use withdrawn::Withdrawn;

pub use note::NoteField;

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub struct QuotationPanelProps {
    /// The pane whose quotation it shows.
    pub pane: PaneId,
}

/// The quotation that is looked at: its words, codes, comments and bounds.
#[component]
pub fn QuotationPanel(props: &QuotationPanelProps) -> Html {
    let pane = props.pane;
    let store = use_store();
    let node = use_node_ref();
    let (document, wanted, fresh) = use_pane(pane, |pane| (pane.document, pane.quotation, pane.selection.is_some()));
    // What is looked at with its place among all: the one before it and the one after.
    let shown = use_selector(move |snapshot| {
        let list = emic_core::consent::shown_quotations(&snapshot.project, document?);
        let at = list.iter().position(|quotation| Some(quotation.id) == wanted)?;
        let neighbour = |at: Option<usize>| Some(list.as_slice().get(at?)?.id);
        let sides = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
        Some((Same(list.as_slice()[at].clone()), at, list.len(), sides))
    })
    .flatten();
    let (document, shown, fresh) = use_after_paint((document, shown, fresh));
    // What is selected is what one is about now, and not the quotation before.
    let fresh = fresh && shown.is_some();
    let step = |to: Option<QuotationId>, n: usize, total: usize| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                jump(&store, pane, to);
                announce(&tr!("quotation-now", n = n, total = total));
            }
        })
    };
    let refocus = {
        let node = node.clone();
        move || {
            if let Some(section) = node.cast::<web_sys::Element>() {
                dom::focus(&section);
            }
        }
    };
    let close = {
        let (store, refocus) = (store.clone(), refocus.clone());
        Callback::from(move |_: MouseEvent| {
            refocus();
            store.change_pane(pane, |pane| pane.quotation = None);
        })
    };
    let on_jump = {
        let (store, refocus) = (store.clone(), refocus.clone());
        Callback::from(move |id: QuotationId| {
            refocus();
            jump(&store, pane, id);
        })
    };
    let on_delete = {
        let store = store.clone();
        Callback::from(move |id: QuotationId| {
            refocus();
            if let Some(document) = document {
                delete(&store, pane, document, id);
            }
        })
    };
    let title = match (fresh, shown.is_some()) {
        (true, _) => tr!("quotation-fresh"),
        (false, true) => tr!("quotation"),
        (false, false) => tr!("quotations"),
    };
    html! {
        <section
            ref={node}
            class="panel quotation"
            aria-label={title.clone()}
            tabindex="-1"
            data-quotation-panel="true"
            onkeydown={Callback::from(move |event| back_to_text(event, pane))}
        >
            <div key="head" class="quotation__head">
                <h2 class="panel__title">{ title }</h2>
                if let Some((_, at, total, (before, after))) = shown.as_ref().filter(|_| !fresh) {
                    <span class="num">{ tr!("n-of-total", n = at + 1, total = *total) }</span>
                    <span class="quotation__steps">
                        <IconButton
                            label={tr!("quotation-previous")}
                            icon={IconName::ChevronUp}
                            small=true
                            disabled={before.is_none()}
                            onclick={step(*before, *at, *total)}
                        />
                        <IconButton
                            label={tr!("quotation-next")}
                            icon={IconName::ChevronDown}
                            small=true
                            disabled={after.is_none()}
                            onclick={step(*after, at + 2, *total)}
                        />
                        <IconButton label={tr!("quotation-list")} icon={IconName::List} small=true onclick={close} />
                    </span>
                }
            </div>
            if fresh {
                <Fresh key="fresh" {pane} />
            } else if let Some((quotation, ..)) = &shown {
                <QuotationDetails key={format!("{} {}", quotation.id, pane.name())} {pane} quotation={quotation.clone()} {on_delete} />
            } else {
                <Quotations key="list" {document} {on_jump} />
                if let Some(document) = document {
                    <Withdrawn key="withdrawn" {document} />
                }
            }
        </section>
    }
}

/// Escape leads back into the text of a pane, from wherever in the panel it has no other meaning.
pub fn back_to_text(event: KeyboardEvent, pane: PaneId) {
    if event.key() != "Escape" || event.is_composing() || event.default_prevented() {
        return;
    }
    if focus_text_of(pane) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Looks at a quotation and has the reader go there.
fn jump(store: &Store, pane: PaneId, id: QuotationId) {
    clear_native();
    store.change_pane(pane, |pane| {
        pane.look_at(id);
        pane.goal = Some(id);
    });
}

fn delete(store: &Store, pane: PaneId, document: DocumentId, id: QuotationId) {
    use emic_core::edit::Edit;
    if act_with_undo(store, vec![Edit::DeleteQuotation { id, document }], tr!("quotation-deleted")) {
        store.change_pane(pane, |pane| {
            if pane.quotation == Some(id) {
                pane.quotation = None;
            }
        });
    }
}

/// What a passage that begins at a place is cited with: who says it, when, and on which page it stands, as far as that is
/// known.
pub fn said_words(structure: &Structure, at: Pos) -> Vec<AttrValue> {
    let said = structure.said_at(at);
    let speaker = said.speaker.map(|speaker| AttrValue::from(speaker.name.clone()));
    let time = said.ms.map(|ms| AttrValue::from(clock(ms)));
    let page = said.page.map(|page| tr!("reader-page", page = page));
    [speaker, time, page].into_iter().flatten().collect()
}

/// The first words, at most so many code points of them, on one line; with an ellipsis if there are more.
pub fn shortened(words: &str, most: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}
