//! Where one was in the list, so that the browser's back comes back to it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use emic_core::ids::{ProjectId, QuotationId};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use crate::screens::kept;
use crate::widgets::dom;

/// A quotation, and how far below the upper edge of the view it stood, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The quotation.
    pub quotation: QuotationId,
    /// How far down.
    pub below: f64,
    /// Whether it had the focus.
    pub focused: bool,
}

type Spots = BTreeMap<String, Spot>;

const SCREEN: &str = "retrieve-places";

/// Where one was in the answer to a question.
pub fn recall(project: ProjectId, question: &str) -> Option<Spot> {
    kept::recall::<Spots>(project, SCREEN).get(question).copied()
}

/// A number for a question, to tell it from others.
pub fn number(question: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    question.hash(&mut hasher);
    hasher.finish()
}

/// Goes to the spot that was left, and notes where one goes from there.
#[hook]
pub fn use_place(list: &NodeRef, project: ProjectId, question: AttrValue, spot: Option<Spot>) {
    let list = list.clone();
    use_effect_with(question, move |question| {
        if let Some(list) = list.cast::<Element>() {
            go(&list, spot);
        }
        let question = question.clone();
        let note = move || {
            let spot = list.cast::<Element>().and_then(|list| spot_now(&list));
            if let Some(spot) = spot {
                kept::change(project, SCREEN, |spots: &mut Spots| {
                    spots.insert(question.to_string(), spot);
                });
            }
        };
        // The position while scrolling is of no interest, only where it comes to rest.
        let soon = Rc::new(RefCell::new(None::<Timeout>));
        let later = {
            let (note, soon) = (note.clone(), soon.clone());
            move |_: &Event| {
                let note = note.clone();
                soon.replace(Some(Timeout::new(120, note)));
            }
        };
        let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let document = gloo::utils::document();
        let listeners = [
            EventListener::new_with_options(&document, "scroll", capture, later),
            // Before what a press leads to.
            EventListener::new_with_options(&document, "click", capture, move |_| note()),
        ];
        move || drop((listeners, soon))
    });
}

fn pane(list: &Element) -> Option<Element> {
    list.closest(".app__main").ok().flatten()
}

fn go(list: &Element, spot: Option<Spot>) {
    let Some(pane) = pane(list) else { return };
    let card = spot.and_then(|spot| {
        let selector = format!("[data-quotation='{}']", spot.quotation);
        Some((list.query_selector(&selector).ok().flatten()?, spot))
    });
    let Some((card, spot)) = card else {
        pane.set_scroll_top(0);
        return;
    };
    if spot.focused {
        dom::focus(&card);
    }
    let top = card.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
    pane.set_scroll_top(pane.scroll_top() + (top - spot.below) as i32);
}

/// The card with the focus if it is seen, or else the first that is seen.
fn spot_now(list: &Element) -> Option<Spot> {
    let pane = pane(list)?.get_bounding_client_rect();
    let below = |card: &Element| card.get_bounding_client_rect().top() - pane.top();
    let spot = |card: Element, focused: bool| {
        let quotation = card.get_attribute("data-quotation")?.parse().ok()?;
        Some(Spot { quotation, below: below(&card), focused })
    };
    let focused = dom::focused().and_then(|focused| focused.closest(".found").ok().flatten());
    if let Some(card) = focused.filter(|card| (0.0..pane.height()).contains(&below(card))) {
        return spot(card, true);
    }
    let bounds = list.get_bounding_client_rect();
    let middle = (bounds.left() + bounds.width() / 2.0) as f32;
    // A heading or a gap may be there.
    [60.0, 140.0, 240.0].into_iter().find_map(|down| {
        let hit = gloo::utils::document().element_from_point(middle, pane.top() as f32 + down)?;
        spot(hit.closest(".found").ok().flatten()?, false)
    })
}
