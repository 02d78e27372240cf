//! Clicks in the text, and what stands where one was.

use emic_core::ids::QuotationId;
use emic_core::text::{Pos, Text};
use emic_view::cursor::TextCursor;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::act::Desk;
use super::bar::BarChoice;
use super::obey::chosen_in_bar;
use super::page::OnPage;
use super::{focus_text_of, selecting};

/// A click in the text: on a paragraph's number it codes the paragraph, on a mark it looks at its quotation, and
/// elsewhere it sets the cursor.
pub(super) fn clicked(desk: &Desk, text: &Text, on_page: Option<&OnPage>, event: &MouseEvent, can_write: bool) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if let Some(number) = target.get_attribute("data-number").and_then(|number| number.parse::<usize>().ok()) {
        let span = text.paragraphs().get(number).copied().and_then(|span| selecting::meant(text, span));
        if let Some(span) = span.filter(|_| can_write) {
            chosen_in_bar(desk, text, span, BarChoice::Pick);
        }
        return;
    }
    if let Some(turn) = target.get_attribute("data-turn").and_then(|turn| turn.parse().ok()) {
        desk.store.change_pane(desk.pane, |pane| pane.faces = pane.faces.with_open(Pos(turn)).into());
        // The line that was pressed is gone, and with it the focus.
        focus_text_of(desk.pane);
        return;
    }
    // The end of a drag over the text is a click, too.
    let Some(on_page) = on_page.filter(|_| selecting::native().is_none()) else { return };
    if target.closest("[data-s]").ok().flatten().is_none() || target.closest(".stripes").ok().flatten().is_some() {
        return;
    }
    let found = quotation_at(on_page, &target, desk.store.pane(desk.pane).quotation);
    let at = on_page.with(|sheet| sheet.pos_at(f64::from(event.client_x()), f64::from(event.client_y())));
    desk.store.change_pane(desk.pane, |pane| {
        pane.selection = None;
        pane.quotation = found;
        pane.cursor = at.map(TextCursor::at);
        pane.keyed = false;
    });
}

/// The innermost quotation of the mark that an element is in; if that one is looked at already, the one around it.
pub(super) fn quotation_at(on_page: &OnPage, element: &Element, looked_at: Option<QuotationId>) -> Option<QuotationId> {
    let mark = element.closest("mark[data-at]").ok().flatten()?;
    let at = mark.get_attribute("data-at")?.parse().ok()?;
    let sheets = on_page.sheets.try_borrow().ok()?;
    let here: Vec<_> = sheets.view().quotations_at(Pos(at)).iter().map(|found| found.id).collect();
    match looked_at.and_then(|id| here.iter().position(|other| *other == id)) {
        Some(0) | None => here.last().copied(),
        Some(n) => here.get(n - 1).copied(),
    }
}
