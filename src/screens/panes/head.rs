//! What stands over two documents side by side: a line with the title over each, or two tabs where there is room for
//! one only.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::i18n::{self, tr};
use crate::screens::reader::use_shown;
use crate::store::pane::PaneId;
use crate::store::{use_active_pane, use_store};
use crate::widgets::{Icon, IconButton, IconName, dom};

/// What is asked of a pane.
#[derive(Properties, PartialEq)]
pub struct PaneHeadProps {
    /// The pane.
    pub pane: PaneId,
    /// Another document is to be chosen for it.
    pub on_choose: Callback<PaneId>,
    /// It is to be closed.
    pub on_close: Callback<PaneId>,
}

/// The line over a pane: what it shows, the way to another document, the cross.
#[component]
pub fn PaneHead(props: &PaneHeadProps) -> Html {
    let pane = props.pane;
    let title = use_title(pane);
    html! {
        <div class="pane__head">
            <button
                type="button"
                class="pane__title"
                aria-haspopup="dialog"
                aria-label={tr!("pane-choose", title = &title)}
                data-tip={tr!("pane-choose-tip")}
                onclick={props.on_choose.reform(move |_: MouseEvent| pane)}
            >
                <bdi>{ title.clone() }</bdi>
                <Icon name={IconName::ChevronDown} />
            </button>
            <IconButton
                small=true
                icon={IconName::Close}
                label={tr!("pane-close", title = &title)}
                onclick={props.on_close.reform(move |_: MouseEvent| pane)}
            />
        </div>
    }
}

/// What is asked of the tabs.
#[derive(Properties, PartialEq)]
pub struct PaneTabsProps {
    /// A pane is to be closed.
    pub on_close: Callback<PaneId>,
}

/// The id of a pane's tab.
pub fn tab_id(pane: PaneId) -> String {
    format!("pane-tab-{}", pane.name())
}

/// The id of a pane.
pub fn pane_id(pane: PaneId) -> String {
    format!("pane-{}", pane.name())
}

/// The two documents as tabs: arrow keys, Home and End go from one to the other.
#[component]
pub fn PaneTabs(props: &PaneTabsProps) -> Html {
    let store = use_store();
    let active = use_active_pane();
    let node = use_node_ref();
    let titles = [use_title(PaneId::Main), use_title(PaneId::Beside)];
    let onkeydown = {
        let (store, node) = (store.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            let rtl = i18n::current().is_rtl();
            let to = match (event.key().as_str(), rtl) {
                ("Home", _) | ("ArrowLeft", false) | ("ArrowRight", true) => PaneId::Main,
                ("End", _) | ("ArrowRight", false) | ("ArrowLeft", true) => PaneId::Beside,
                _ => return,
            };
            event.prevent_default();
            store.activate(to);
            let tab = node.cast::<Element>().and_then(|list| list.query_selector(&format!("#{}", tab_id(to))).ok()?);
            if let Some(tab) = tab {
                dom::focus(&tab);
            }
        })
    };
    let tab = |pane: PaneId| {
        let title = titles[pane as usize].clone();
        let store = store.clone();
        html! {
            <button
                key={pane.name()}
                type="button"
                id={tab_id(pane)}
                class="pane__tab"
                role="tab"
                aria-selected={if pane == active { "true" } else { "false" }}
                aria-controls={pane_id(pane)}
                tabindex={if pane == active { "0" } else { "-1" }}
                onclick={Callback::from(move |_: MouseEvent| store.activate(pane))}
            >
                <bdi>{ title }</bdi>
            </button>
        }
    };
    let title = titles[active as usize].clone();
    html! {
        <div class="panes__bar">
            <div ref={node} class="panes__list" role="tablist" aria-label={tr!("panes")} {onkeydown}>
                { for [PaneId::Main, PaneId::Beside].into_iter().map(tab) }
            </div>
            <IconButton
                small=true
                icon={IconName::Close}
                label={tr!("pane-close", title = &title)}
                onclick={props.on_close.reform(move |_: MouseEvent| active)}
            />
        </div>
    }
}

/// The title of the document that a pane shows.
#[hook]
pub fn use_title(pane: PaneId) -> AttrValue {
    let shown = use_shown(pane).flatten();
    shown.map_or_else(|| tr!("pane-nothing"), |document| AttrValue::from(Rc::<str>::from(document.title.as_str())))
}
