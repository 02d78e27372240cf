//! The line between two panes that makes one wider and the other narrower.
use web_sys::Element;
use yew::prelude::*;

use super::dom;
use crate::{i18n, prefs};

/// Which pane the size belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Side {
    /// The pane before the line.
    #[default]
    Before,
    /// The pane after the line.
    After,
}

/// What a [`Splitter`] sizes.
#[derive(Properties, PartialEq)]
pub struct SplitterProps {
    /// The size is the CSS variable `--split-<name>` on the root element, and is remembered under this name.
    pub name: AttrValue,
    /// What it does, read aloud.
    pub label: AttrValue,
    /// Which pane the size belongs to.
    #[prop_or_default]
    pub side: Side,
    /// The size to begin with, in CSS pixels.
    pub default: u32,
    /// The least size, in CSS pixels.
    pub min: u32,
    /// The greatest size, in CSS pixels.
    pub max: u32,
    /// All sizes are hundredths of the width that the panes have together, and not pixels.
    #[prop_or_default]
    pub share: bool,
}

/// The step of the arrow keys, in CSS pixels.
const STEP: f64 = 16.0;
/// The step of the arrow keys, in hundredths.
const SHARE_STEP: f64 = 2.0;

/// Stands in the pane that it sizes (a positioned element that does not scroll itself); where it gives shares, the panes
/// stand in an element with `data-panes`. A line to drag, or to move by arrow keys; Home and End for the least and the greatest, a double press for the
/// size to begin with.
#[component]
pub fn Splitter(props: &SplitterProps) -> Html {
    let (min, max, default) = (f64::from(props.min), f64::from(props.max), f64::from(props.default));
    let stored = {
        let name = props.name.clone();
        move || prefs::view_state::<f64>("app", &format!("split-{name}")).filter(|size| size.is_finite())
    };
    let size = use_state_eq(|| stored().unwrap_or(default).clamp(min, max));
    {
        let name = props.name.clone();
        let unit = if props.share { "%" } else { "px" };
        use_effect_with(*size, move |size| {
            if let Some(root) = gloo::utils::document().document_element() {
                dom::set_css_var(&root, &format!("--split-{name}"), &format!("{size}{unit}"));
            }
        });
    }
    // Where the drag began, the size then, and how much a CSS pixel is.
    let drag = use_mut_ref(|| None::<(f64, f64, f64)>);
    let node = use_node_ref();
    let towards = {
        let before = props.side == Side::Before;
        move || if before == i18n::current().is_rtl() { -1.0 } else { 1.0 }
    };
    let keep = {
        let name = props.name.clone();
        move |size: f64| prefs::set_view_state("app", &format!("split-{name}"), &size)
    };
    let set = {
        let size = size.setter();
        move |to: f64| {
            let to = to.clamp(min, max).round();
            size.set(to);
            to
        }
    };
    let onpointerdown = {
        let (drag, node, size, share) = (drag.clone(), node.clone(), *size, props.share);
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            event.prevent_default();
            let line = node.cast::<Element>();
            let all = line.as_ref().and_then(|line| line.closest("[data-panes]").ok().flatten());
            let width = all.map_or(0.0, |all| f64::from(all.client_width()));
            let pixel = if share { 100.0 / width.max(1.0) } else { 1.0 };
            *drag.borrow_mut() = Some((f64::from(event.client_x()), size, pixel));
            if let Some(line) = line {
                let _ = line.set_pointer_capture(event.pointer_id());
                dom::focus(&line);
            }
        })
    };
    let onpointermove = {
        let (drag, set) = (drag.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some((from, size, pixel)) = *drag.borrow() {
                set(size + (f64::from(event.client_x()) - from) * pixel * towards());
            }
        })
    };
    let done = {
        let (drag, keep, size) = (drag, keep.clone(), size.clone());
        Callback::from(move |_: PointerEvent| {
            if drag.borrow_mut().take().is_some() {
                keep(*size);
            }
        })
    };
    let onkeydown = {
        let (size, set, keep) = (*size, set.clone(), keep.clone());
        let step = if props.share { SHARE_STEP } else { STEP };
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => size + step * towards(),
                "ArrowLeft" => size - step * towards(),
                "Home" => min,
                "End" => max,
                _ => return,
            };
            event.prevent_default();
            keep(set(to));
        })
    };
    let ondblclick = Callback::from(move |_: MouseEvent| keep(set(default)));
    html! {
        <div
            ref={node}
            class={classes!("splitter", if props.side == Side::Before { "splitter--before" } else { "splitter--after" })}
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label={props.label.clone()}
            aria-valuenow={size.to_string()}
            aria-valuemin={props.min.to_string()}
            aria-valuemax={props.max.to_string()}
            {onpointerdown}
            {onpointermove}
            onpointerup={done.clone()}
            onpointercancel={done}
            {onkeydown}
            {ondblclick}
        />
    }
}
