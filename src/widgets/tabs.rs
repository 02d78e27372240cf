//! Tabs: several views in one place.
use web_sys::Element;
use yew::prelude::*;

use super::button::flag;
use super::dom;
use crate::i18n;

/// One tab.
#[derive(Clone, PartialEq, Debug)]
pub struct Tab {
    /// What the owner knows it by.
    pub id: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// How many things are in it.
    pub count: Option<usize>,
}

impl Tab {
    /// A tab.
    pub fn new(id: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { id: id.into(), label: label.into(), count: None }
    }

    /// With the number of things in it.
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }
}

/// What [`Tabs`] show and do.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// What the tabs are views of.
    pub label: AttrValue,
    /// The tabs.
    pub tabs: Vec<Tab>,
    /// The id of the one shown.
    pub selected: AttrValue,
    /// Another was chosen.
    pub on_select: Callback<AttrValue>,
    /// The view of the one shown.
    #[prop_or_default]
    pub children: Html,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// Tabs over their view: arrow keys, Home and End choose.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let id = dom::use_id("tabs");
    let node = use_node_ref();
    let onkeydown = {
        let (node, on_select) = (node.clone(), props.on_select.clone());
        let ids: Vec<AttrValue> = props.tabs.iter().map(|tab| tab.id.clone()).collect();
        let here = props.tabs.iter().position(|tab| tab.id == props.selected);
        Callback::from(move |event: KeyboardEvent| {
            let (Some(here), Some(last)) = (here, ids.len().checked_sub(1)) else { return };
            let rtl = i18n::current().is_rtl();
            let to = match event.key().as_str() {
                "ArrowRight" if !rtl => (here + 1) % ids.len(),
                "ArrowLeft" if rtl => (here + 1) % ids.len(),
                "ArrowLeft" | "ArrowRight" => here.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            let tab = node.cast::<Element>().and_then(|list| dom::all(&list, "[role=tab]").into_iter().nth(to));
            if let Some(tab) = tab {
                dom::focus(&tab);
            }
            on_select.emit(ids[to].clone());
        })
    };
    let panel = format!("{id}-panel");
    let tab = |tab: &Tab| {
        let chosen = tab.id == props.selected;
        let onclick = {
            let (on_select, id) = (props.on_select.clone(), tab.id.clone());
            Callback::from(move |_: MouseEvent| on_select.emit(id.clone()))
        };
        html! {
            <button
                key={tab.id.to_string()}
                id={format!("{id}-{}", tab.id)}
                type="button"
                role="tab"
                class="tab"
                aria-selected={flag(chosen)}
                aria-controls={panel.clone()}
                tabindex={if chosen { "0" } else { "-1" }}
                {onclick}
            >
                { tab.label.clone() }
                if let Some(count) = tab.count {
                    <span class="num">{ i18n::format_number(count as f64) }</span>
                }
            </button>
        }
    };
    html! {
        <div class={classes!("tabs", props.class.clone())}>
            <div ref={node} role="tablist" class="tabs__list" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().map(tab) }
            </div>
            <div
                id={panel.clone()}
                role="tabpanel"
                class="tabs__panel"
                aria-labelledby={format!("{id}-{}", props.selected)}
                tabindex="0"
            >
                { props.children.clone() }
            </div>
        </div>
    }
}
