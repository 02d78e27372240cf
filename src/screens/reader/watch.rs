//! What the text listens to besides its own keys and clicks: the browser's selection, codes that are dropped, its size;
//! and the layers that follow.

use emic_core::ids::CodeId;
use emic_core::project::QuotationList;
use emic_core::text::{Span, Text};
use emic_view::bounds::whole_words;
use emic_view::cursor::TextCursor;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::act::Desk;
use super::click::quotation_at;
use super::highlight::Layer;
use super::page::{OnPage, SizeWatch};
use super::selecting::{self, Made};
use crate::store::Target;
use crate::store::pane::PaneId;
use crate::widgets::dom;

/// The event by which the code tree hands over a code that was dragged into the text; its detail is the code's id.
const CODE_DROP: &str = "emic-code-drop";

/// A list of quotations, equal to another only if it is the same one.
#[derive(Clone, Default)]
pub(super) struct SameList(pub QuotationList);

impl PartialEq for SameList {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

/// Follows the browser's own selection.
#[hook]
pub(super) fn use_native_selection(
    desk: &Desk,
    root: &NodeRef,
    on_page: &UseStateHandle<Option<OnPage>>,
    text: &Text,
    can_write: bool,
) {
    let (desk, root, on_page, text) = (desk.clone(), root.clone(), on_page.clone(), text.clone());
    use_effect_with((can_write, (*on_page).clone()), move |(can_write, on_page)| {
        let watch = on_page.clone().filter(|_| *can_write).map(|on_page| {
            selecting::Watch::new(move |made| {
                let pane = desk.store.pane(desk.pane);
                if pane.picker.is_some() {
                    return;
                }
                let selected = selecting::native().and_then(|range| {
                    on_page.with(|sheet| {
                        let start = sheet.pos_of(&range.start_container().ok()?, range.start_offset().ok()?);
                        let end = sheet.pos_of(&range.end_container().ok()?, range.end_offset().ok()?);
                        let exact = Span::between(start?, end?);
                        let wider = if made == Made::Dragged { whole_words(&text, exact) } else { exact };
                        let span = selecting::meant(&text, wider)?;
                        if wider != exact {
                            // What is shown as selected is what will be coded.
                            sheet.range(span).iter().for_each(selecting::select);
                        }
                        Some(span)
                    })
                });
                // A selection that was made by keyboard is the app's own and is not the browser's to take away.
                let own = pane.cursor.and_then(|cursor| cursor.passage(&text));
                if selected.is_some() || own.is_none() {
                    let elsewhere = !focus_is_in(&root);
                    if selected.is_none() && elsewhere {
                        return;
                    }
                    desk.store.change_pane(desk.pane, |pane| {
                        pane.selection = selected;
                        if let Some(span) = selected {
                            pane.cursor = Some(TextCursor::over(span));
                            pane.keyed = false;
                        }
                    });
                }
            })
        });
        move || drop(watch)
    });
}

/// Takes codes that are dragged out of the tree.
#[hook]
pub(super) fn use_code_drop(desk: &Desk, root: &NodeRef, on_page: &UseStateHandle<Option<OnPage>>, text: &Text) {
    let (desk, root, text) = (desk.clone(), root.clone(), text.clone());
    use_effect_with((**on_page).clone(), move |on_page| {
        let listener = on_page.clone().zip(root.cast::<Element>()).map(|(on_page, element)| {
            EventListener::new(&element, CODE_DROP, move |event| {
                let detail = event.dyn_ref::<web_sys::CustomEvent>().and_then(|event| event.detail().as_string());
                let Some(code) = detail.and_then(|id| id.parse::<CodeId>().ok()) else { return };
                let mark = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let at = mark.and_then(|mark| quotation_at(&on_page, &mark, None));
                desk.store.activate(desk.pane);
                desk.drop_code(code, at.map(|id| Target::Quotation(desk.document, id)), &text);
            })
        });
        move || drop(listener)
    });
}

/// Lets stand out what is selected and what is looked at.
#[hook]
pub(super) fn use_layers(
    pane: PaneId,
    on_page: &UseStateHandle<Option<OnPage>>,
    selection: Option<Span>,
    chosen: Option<Span>,
    quotations: SameList,
) {
    let page = (**on_page).clone();
    // A paragraph that is rendered anew has new nodes, which the ranges must be made of.
    use_effect_with((page.clone(), selection, quotations.clone()), move |(page, selection, _)| {
        show_layer(Layer::Pending, pane, page.as_ref(), *selection);
        move || Layer::Pending.show(pane, None)
    });
    use_effect_with((page, chosen, quotations), move |(page, chosen, _)| {
        show_layer(Layer::Chosen, pane, page.as_ref(), *chosen);
        move || Layer::Chosen.show(pane, None)
    });
}

/// A number that changes whenever the text is laid out anew: sections above take their real height, the window becomes
/// narrower, letters larger.
#[hook]
pub(super) fn use_layout(root: &NodeRef, on_page: &UseStateHandle<Option<OnPage>>) -> u32 {
    let layout = use_state_eq(|| 0u32);
    let count = layout.setter();
    let root = root.clone();
    use_effect_with((**on_page).is_some(), move |_| {
        let watch = root.cast::<Element>().and_then(|root| {
            let times = std::cell::Cell::new(0);
            SizeWatch::new(&root, move || {
                times.set(times.get() + 1);
                count.set(times.get());
            })
        });
        move || drop(watch)
    });
    *layout
}

/// Gives the focus to the text once that is asked for and it can have it.
#[hook]
pub(super) fn use_enter(desk: &Desk, root: &NodeRef, wanted: bool) {
    let (desk, root) = (desk.clone(), root.clone());
    use_effect_with(wanted, move |wanted| {
        // After what is rendered with this: a pane that was hidden is in sight by then.
        let soon = wanted.then(|| {
            Timeout::new(0, move || {
                focus_text(&root);
                desk.store.change_pane(desk.pane, |pane| pane.enter = false);
            })
        });
        move || drop(soon)
    });
}

pub(super) fn show_layer(layer: Layer, pane: PaneId, on_page: Option<&OnPage>, span: Option<Span>) {
    let range = on_page.zip(span).and_then(|(on_page, span)| on_page.with(|sheet| sheet.range(span)));
    layer.show(pane, range.as_ref());
}

fn focus_is_in(root: &NodeRef) -> bool {
    let focused = dom::focused();
    let article = root.cast::<Element>().and_then(|root| root.closest(".reader__text").ok().flatten());
    match (focused, article) {
        (None, _) => true,
        (Some(focused), Some(article)) => article.contains(Some(&focused)),
        (Some(_), None) => false,
    }
}

/// Gives the focus to the text; it stays where it is, whatever part of it is in view.
pub(super) fn focus_text(root: &NodeRef) {
    let article = root.cast::<Element>().and_then(|root| root.closest(".reader__text").ok().flatten());
    article.iter().for_each(focus_still);
}

/// Gives the focus to an element without bringing any other part of it into view.
pub(super) fn focus_still(element: &Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that is gone by now need not have it.
        let _ = element.focus_with_options(&options);
    }
}
