//! The app's own text cursor, drawn where the browser would draw one.

use emic_core::text::Pos;
use emic_view::cursor::TextCursor;
use web_sys::Element;
use yew::prelude::*;

use super::page::{OnPage, scroller};
use crate::widgets::dom::set_css_var;

#[derive(Properties, PartialEq)]
pub struct CaretProps {
    /// What is on the page.
    pub on_page: OnPage,
    /// Where the cursor is.
    pub cursor: TextCursor,
    /// Whether keys moved it last.
    pub keyed: bool,
    /// Changes when everything has moved.
    pub layout: u32,
}

/// The text cursor.
#[component]
pub fn Caret(props: &CaretProps) -> Html {
    let node = use_node_ref();
    {
        let (node, on_page) = (node.clone(), props.on_page.clone());
        let (moved, keyed) = (use_mut_ref(|| None), props.keyed);
        use_effect_with((props.cursor, props.layout), move |(cursor, _)| {
            if let (Some(caret), Some((x, y, height))) = (node.cast::<Element>(), place(&on_page, cursor.head)) {
                set_css_var(&caret, "--x", &format!("{x}px"));
                set_css_var(&caret, "--y", &format!("{y}px"));
                set_css_var(&caret, "--height", &format!("{height}px"));
                if moved.replace(Some(*cursor)) != Some(*cursor) && (keyed || is_keyboards(&caret)) {
                    reveal(&on_page, &caret);
                }
            }
        });
    }
    html! {
        <span ref={node} class={classes!("caret", props.keyed.then_some("caret--keyed"))} aria-hidden="true"></span>
    }
}

/// Where a gap is drawn, below and beside the sections' upper left corner, and how high a line is there.
fn place(on_page: &OnPage, pos: Pos) -> Option<(f64, f64, f64)> {
    let base = on_page.root.cast::<Element>()?.get_bounding_client_rect();
    let caret = on_page.with(|sheet| sheet.caret(pos))?;
    Some((caret.x - base.left(), caret.top - base.top(), caret.bottom - caret.top))
}

/// Whether the keyboard is what one uses, as the browser sees it.
fn is_keyboards(caret: &Element) -> bool {
    let text = caret.closest(".reader__text").ok().flatten();
    text.is_some_and(|text| text.matches(":focus-visible").unwrap_or(false))
}

/// Scrolls no more than needed for the cursor to be in view, with some lines around it. Only for the keyboard: a press
/// of the mouse is in view already, and must not move what it points at.
fn reveal(on_page: &OnPage, caret: &Element) {
    let Some(scroller) = on_page.root.cast::<Element>().as_ref().and_then(scroller) else { return };
    let (view, rect) = (scroller.get_bounding_client_rect(), caret.get_bounding_client_rect());
    let room = (view.height() / 6.0).min(120.0);
    let above = rect.top() - (view.top() + room);
    let below = rect.bottom() - (view.bottom() - room);
    let by = if above < 0.0 { above } else { below.max(0.0) };
    if by != 0.0 {
        scroller.set_scroll_top((f64::from(scroller.scroll_top()) + by) as i32);
    }
}
