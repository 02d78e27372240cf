//! What floats beside a selected passage: a bar with the ways to code it, and the code picker.

use emic_core::text::Span;
use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::lift::use_lift;
use super::page::{OnPage, scroller};
use crate::i18n::tr;
use crate::screens::picker::{Pick, Picker};
use crate::store::pane::{PaneId, PickerFor};
use crate::store::use_selector;
use crate::widgets::{Anchor, Button, ButtonVariant, IconName, put};

/// What was chosen in the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarChoice {
    /// The code picker.
    Pick,
    /// The words become the code.
    InVivo,
    /// The last code again.
    Again,
    /// A quotation without a code.
    Mark,
    /// The passage is given to a case.
    Case,
}

#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// What is on the page.
    pub on_page: OnPage,
    /// The passage that is selected.
    pub span: Span,
    /// What was chosen.
    pub on_choice: Callback<BarChoice>,
}

/// The bar beside a selection.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let node = use_node_ref();
    let last = use_selector(|snapshot| {
        let code = snapshot.recent.first().and_then(|code| snapshot.project.codes.get(code))?;
        Some(code.name.clone())
    })
    .flatten();
    use_floating(&node, &props.on_page, props.span);
    use_lift(&node);
    let choose = |choice| props.on_choice.reform(move |_: MouseEvent| choice);
    // A press must not take the selection away before it is read.
    let keep = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div ref={node} class="bar" role="toolbar" aria-label={tr!("reader-bar")} onpointerdown={keep}>
            <Button small=true variant={ButtonVariant::Primary} icon={IconName::Code} label={tr!("reader-code")} onclick={choose(BarChoice::Pick)} />
            <Button small=true variant={ButtonVariant::Quiet} label={tr!("reader-in-vivo")} onclick={choose(BarChoice::InVivo)} />
            if let Some(last) = last {
                <Button small=true variant={ButtonVariant::Quiet} icon={IconName::Redo} label={tr!("reader-again", code = last)} onclick={choose(BarChoice::Again)} />
            }
            <Button small=true variant={ButtonVariant::Quiet} label={tr!("reader-mark")} onclick={choose(BarChoice::Mark)} />
            <Button small=true variant={ButtonVariant::Quiet} label={tr!("parts-give-short")} onclick={choose(BarChoice::Case)} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct FloatingPickerProps {
    /// The pane.
    pub pane: PaneId,
    /// What is on the page.
    pub on_page: OnPage,
    /// What is coded.
    pub what: PickerFor,
    /// Where that is.
    pub span: Span,
    /// What was picked.
    pub on_pick: Callback<Pick>,
    /// Nothing is to be picked.
    pub on_close: Callback<()>,
}

/// The code picker beside what is coded.
#[component]
pub fn FloatingPicker(props: &FloatingPickerProps) -> Html {
    let node = use_node_ref();
    {
        // Before it is put in its place: below the passage, and not over it.
        let (node, on_page) = (node.clone(), props.on_page.clone());
        use_effect_with(props.span, move |&span| {
            if let Some(picker) = node.cast::<HtmlElement>() {
                make_room(&on_page, span, f64::from(picker.offset_height()));
            }
        });
    }
    use_floating(&node, &props.on_page, props.span);
    let store = crate::store::use_store();
    let words = match props.what {
        // What is coded are many passages, and what they have in common is a name.
        PickerFor::Speaker(id) => store.snapshot().and_then(|now| {
            let document = now.project.documents.get(&store.pane(props.pane).document?)?;
            Some(document.structure.speaker(id)?.name.clone())
        }),
        _ => props.on_page.with(|sheet| Some(sheet.text.slice(props.span).to_owned())),
    };
    let words = words.unwrap_or_default();
    let pane = store.pane(props.pane);
    let (what, span) = (props.what, props.span);
    let applied = use_selector(move |snapshot| {
        let list = emic_core::consent::shown_quotations(&snapshot.project, pane.document?);
        let quotation = match what {
            PickerFor::Quotation(id) => list.get(id).cloned(),
            PickerFor::Speaker(_) => None,
            PickerFor::Passage(_) => {
                let own = |quotation: &&std::rc::Rc<emic_core::project::Quotation>| {
                    quotation.span() == span && quotation.coder() == snapshot.coder
                };
                list.iter().find(own).cloned()
            }
        };
        Some(quotation?.codings.iter().map(|coding| coding.code).collect::<Vec<_>>())
    });
    html! {
        <div ref={node} class="floating-picker">
            <Picker {words} applied={applied.flatten().unwrap_or_default()} on_pick={props.on_pick.clone()} on_close={props.on_close.clone()} />
        </div>
    }
}

/// Puts an element beside the end of a span, whenever that changes and when the text is scrolled.
#[hook]
fn use_floating(node: &NodeRef, on_page: &OnPage, span: Span) {
    let (node, on_page) = (node.clone(), on_page.clone());
    use_effect_with(span, move |&span| {
        let scroller = on_page.root.cast::<Element>().as_ref().and_then(scroller);
        let place = move || {
            if let (Some(floating), Some((x, y))) = (node.cast::<HtmlElement>(), end_of(&on_page, span)) {
                put(&floating, &Anchor::Point(x, y));
            }
        };
        place();
        let listener = scroller.map(|scroller| EventListener::new(&scroller, "scroll", move |_| place()));
        move || drop(listener)
    });
}

/// Scrolls the text up until something of such a height has room below a span, but never its beginning out of view.
pub fn make_room(on_page: &OnPage, span: Span, height: f64) -> Option<()> {
    /// Between the passage and what is beside it, in CSS pixels: the grips need it.
    const ROOM: f64 = 20.0;
    let rect = on_page.with(|sheet| sheet.range(span))?.get_bounding_client_rect();
    let root = on_page.root.cast::<Element>()?;
    let scroller = scroller(&root)?;
    let window = f64::from(root.owner_document()?.document_element()?.client_height());
    // Below the text something else may stand at the foot of the window.
    let view = scroller.get_bounding_client_rect();
    let covered = rect.bottom() + ROOM - (window.min(view.bottom()) - height);
    let above = rect.top() - ROOM - view.top();
    let by = covered.min(above);
    if by > 0.0 {
        scroller.set_scroll_top((f64::from(scroller.scroll_top()) + by).ceil() as i32);
    }
    Some(())
}

/// The lower corner of the last line of a span that is in the window.
fn end_of(on_page: &OnPage, span: Span) -> Option<(f64, f64)> {
    let range = on_page.with(|sheet| sheet.range(span))?;
    let rects = range.get_client_rects()?;
    let height = on_page.root.cast::<Element>()?.owner_document()?.document_element()?.client_height();
    let seen = (0..rects.length()).rev().filter_map(|n| rects.item(n)).find(|rect| rect.bottom() < f64::from(height));
    let rect = seen.or_else(|| rects.item(0))?;
    Some((rect.left(), rect.bottom() + 4.0))
}
