//! The grips at both ends of the quotation that is looked at: dragging one changes where it begins or ends. The same
//! is done by keyboard in the quotation's panel.

use std::cell::Cell;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::project::Quotation;
use emic_core::text::{Pos, Quote, Span, grapheme_snap};
use web_sys::Element;
use yew::prelude::*;

use super::highlight::Layer;
use super::page::OnPage;
use crate::i18n::{refused, tr};
use crate::store::pane::PaneId;
use crate::store::{Same, use_store};
use crate::widgets::dom::set_css_var;
use crate::widgets::{announce, toast};

#[derive(Properties, PartialEq)]
pub struct HandlesProps {
    /// The pane.
    pub pane: PaneId,
    /// What is on the page.
    pub on_page: OnPage,
    /// The quotation.
    pub quotation: Same<Quotation>,
    /// Changes when everything has moved.
    pub layout: u32,
}

/// The grips of a quotation.
#[component]
pub fn Handles(props: &HandlesProps) -> Html {
    html! {
        <div class="grips">
            <Grip key="start" pane={props.pane} on_page={props.on_page.clone()} quotation={props.quotation.clone()} end=false layout={props.layout} />
            <Grip key="end" pane={props.pane} on_page={props.on_page.clone()} quotation={props.quotation.clone()} end=true layout={props.layout} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct GripProps {
    pane: PaneId,
    on_page: OnPage,
    quotation: Same<Quotation>,
    end: bool,
    layout: u32,
}

#[component]
fn Grip(props: &GripProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let dragged = use_mut_ref(|| None::<Span>);
    // While it is held: how far from the end of the passage it was taken, in CSS pixels.
    let held = use_memo((), |()| Cell::new(None::<(f64, f64)>));
    let (span, end, pane) = (props.quotation.span(), props.end, props.pane);
    {
        let (node, on_page) = (node.clone(), props.on_page.clone());
        use_effect_with((span, props.layout), move |(span, _)| {
            if let (Some(grip), Some((x, y, height))) = (node.cast::<Element>(), corner(&on_page, *span, end)) {
                set_css_var(&grip, "--x", &format!("{x}px"));
                set_css_var(&grip, "--y", &format!("{y}px"));
                set_css_var(&grip, "--height", &format!("{height}px"));
            }
        });
    }
    let onpointerdown = {
        let (node, held, on_page) = (node.clone(), Rc::clone(&held), props.on_page.clone());
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            let Some(grip) = node.cast::<Element>() else { return };
            let _ = grip.set_pointer_capture(event.pointer_id());
            // The words below it are to be found now, not the grips themselves.
            set_held(&grip, true);
            let taken = line_of(&on_page, span, end)
                .map(|(x, y)| (f64::from(event.client_x()) - x, f64::from(event.client_y()) - y));
            held.set(Some(taken.unwrap_or_default()));
        })
    };
    let onpointermove = {
        let (on_page, dragged, held) = (props.on_page.clone(), Rc::clone(&dragged), Rc::clone(&held));
        Callback::from(move |event: PointerEvent| {
            let Some(taken) = held.get() else { return };
            let (x, y) = (f64::from(event.client_x()) - taken.0, f64::from(event.client_y()) - taken.1);
            let moved = on_page.with(|sheet| {
                let pos = sheet.pos_at(x, y)?;
                let moved = grapheme_snap(sheet.text, with_end(span, end, pos));
                let range = (!moved.is_empty()).then(|| sheet.range(moved)).flatten()?;
                Layer::Pending.show(pane, Some(&range));
                Some(moved)
            });
            if moved.is_some() {
                *dragged.borrow_mut() = moved;
            }
        })
    };
    let finish = {
        let (on_page, quotation, held) = (props.on_page.clone(), props.quotation.clone(), Rc::clone(&held));
        let (dragged, node) = (Rc::clone(&dragged), node.clone());
        Callback::from(move |cancelled: bool| {
            held.set(None);
            if let Some(grip) = node.cast::<Element>() {
                set_held(&grip, false);
            }
            Layer::Pending.show(pane, None);
            let Some(span) = dragged.borrow_mut().take().filter(|span| !cancelled && *span != quotation.span()) else {
                return;
            };
            let Some(quote) = on_page.with(|sheet| Some(Quote::of(sheet.text, span))) else { return };
            let edit = Edit::ResizeQuotation { id: quotation.id, document: quotation.document, span, quote };
            match store.act(vec![edit]) {
                Ok(_) => announce(&tr!("reader-said-resized")),
                Err(why) => toast(refused(&why), None),
            }
        })
    };
    let class = classes!("grip", if end { "grip--end" } else { "grip--start" });
    html! {
        <span
            ref={node}
            {class}
            aria-hidden="true"
            data-grip={if end { "end" } else { "start" }}
            {onpointerdown}
            {onpointermove}
            onpointerup={finish.reform(|_| false)}
            onpointercancel={finish.reform(|_| true)}
        ></span>
    }
}

/// The span with one end put elsewhere; past the other end it holds on to that.
fn with_end(span: Span, end: bool, pos: Pos) -> Span {
    if end {
        Span { start: span.start, end: pos.max(Pos(span.start.0 + 1)) }
    } else {
        Span { start: pos.min(Pos(span.end.0.saturating_sub(1))), end: span.end }
    }
}

/// While a grip is held neither of the two stands in the way of the words.
fn set_held(grip: &Element, held: bool) {
    if let Some(grips) = grip.parent_element() {
        let _ = grips.class_list().toggle_with_force("grips--held", held);
    }
}

/// The middle of the line at an end of a span, in CSS pixels of the window.
fn line_of(on_page: &OnPage, span: Span, end: bool) -> Option<(f64, f64)> {
    let base = on_page.root.cast::<Element>()?.get_bounding_client_rect();
    let (x, y, height) = corner(on_page, span, end)?;
    Some((base.left() + x, base.top() + y + height / 2.0))
}

/// Where an end of a span is drawn, below and beside the sections' upper left corner, and how high its line is.
fn corner(on_page: &OnPage, span: Span, end: bool) -> Option<(f64, f64, f64)> {
    let base = on_page.root.cast::<Element>()?.get_bounding_client_rect();
    let edge = if end {
        Span { start: Pos(span.end.0.saturating_sub(1)), end: span.end }
    } else {
        Span { start: span.start, end: Pos(span.start.0 + 1) }
    };
    let (range, rtl) = on_page.with(|sheet| {
        let rtl = runs_rtl(&sheet.words(sheet.text.paragraph_at(edge.start))?);
        Some((sheet.range(edge)?, rtl))
    })?;
    let rects = range.get_client_rects()?;
    let rect = if end { rects.item(rects.length().checked_sub(1)?) } else { rects.item(0) }?;
    let x = if end == rtl { rect.left() } else { rect.right() };
    Some((x - base.left(), rect.top() - base.top(), rect.height()))
}

/// Whether a paragraph runs from right to left, as the browser sees it.
pub fn runs_rtl(words: &Element) -> bool {
    let style = gloo::utils::window().get_computed_style(words).ok().flatten();
    style.and_then(|style| style.get_property_value("direction").ok()).is_some_and(|direction| direction == "rtl")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_never_passes_the_other() {
        let span = Span::new(10, 20);
        assert_eq!(with_end(span, true, Pos(25)), Span::new(10, 25));
        assert_eq!(with_end(span, true, Pos(3)), Span::new(10, 11));
        assert_eq!(with_end(span, false, Pos(3)), Span::new(3, 20));
        assert_eq!(with_end(span, false, Pos(30)), Span::new(19, 20));
    }
}
