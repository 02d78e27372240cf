//! One document to read, or two side by side; where there is no room for two, one behind the other.

mod beside;
mod choose;
mod head;

use emic_core::ids::{DocumentId, ProjectId};
use wasm_bindgen::JsCast;
use web_sys::{Element, File};
use yew::prelude::*;

use crate::actions::{Action, Way, use_owner};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::import::ImportDialog;
use crate::screens::import::drop::{DropCover, use_file_drop};
use crate::screens::reader::{Reader, SizeWatch};
use crate::store::pane::PaneId;
use crate::store::{use_active_pane, use_after_paint, use_selector, use_split, use_store, use_writable};
use crate::widgets::{Side, Splitter, toast};
pub use beside::{Beside, arrive, open_beside, use_beside};
use choose::DocumentDialog;
use head::{PaneHead, PaneTabs, pane_id, tab_id, use_title};

/// The least width that two documents have room in, in CSS pixels.
const ROOM: i32 = 780;
/// The width below which a pane has the margins of a narrow window, in CSS pixels.
const SLIM: i32 = 600;

/// What a document is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choosing {
    /// To be opened beside the one that one is in.
    Beside,
    /// To be shown in a pane.
    Into(PaneId),
}

/// Which project is open.
#[derive(Properties, PartialEq)]
pub struct PanesProps {
    /// The project.
    pub project: ProjectId,
}

/// The documents on show.
#[component]
pub fn Panes(props: &PanesProps) -> Html {
    let (store, project) = (use_store(), props.project);
    let ((split, moved), active) = (use_split(), use_active_pane());
    let node = use_node_ref();
    let tabs = use_width(&node, split).is_some_and(|width| width < ROOM);
    // What was there first is painted first.
    let ready = use_after_paint(split);
    let choosing = use_state_eq(|| None::<Choosing>);
    // Files that were dropped, to be brought in.
    let dropped = use_state(|| None::<Vec<File>>);
    let writable = use_writable();
    let on_files = {
        let dropped = dropped.setter();
        use_callback(writable, move |files, writable| {
            if *writable {
                dropped.set(Some(files));
            } else {
                toast(tr!("error-read-only"), None);
            }
        })
    };
    let over = use_file_drop(Some(node.clone()), dropped.is_none(), on_files);
    let not_dropped = {
        let dropped = dropped.setter();
        use_callback((), move |(), ()| dropped.set(None))
    };
    let has_documents = use_selector(|snapshot| !snapshot.project.documents.is_empty()).unwrap_or_default();
    let on_close = {
        let store = store.clone();
        use_callback((), move |pane: PaneId, ()| beside::close(&store, project, pane))
    };
    {
        let (store, choosing, on_close) = (store.clone(), choosing.setter(), on_close.clone());
        use_owner(move |action, way| {
            let split = store.is_split();
            match (action, way) {
                (Action::Split, _) if !has_documents => return Some(Err(tr!("palette-needs-text"))),
                (Action::Split, Way::Do) => choosing.set(Some(Choosing::Beside)),
                // With one document the keys stay the browser's.
                (Action::OtherPane, Way::Do) if !split => return None,
                (Action::OtherPane | Action::ClosePane, _) if !split => return Some(Err(tr!("pane-only-one"))),
                (Action::OtherPane, Way::Do) => store.enter_pane(store.active_pane().other()),
                (Action::ClosePane, Way::Do) => on_close.emit(store.active_pane()),
                (Action::Split | Action::OtherPane | Action::ClosePane, Way::Ask) => {}
                _ => return None,
            }
            Some(Ok(()))
        });
    }
    let on_choose = {
        let choosing = choosing.setter();
        use_callback((), move |pane: PaneId, ()| choosing.set(Some(Choosing::Into(pane))))
    };
    let chosen = {
        let (choosing, what) = (choosing.setter(), *choosing);
        Callback::from(move |document: DocumentId| {
            choosing.set(None);
            match what {
                Some(Choosing::Beside) => open_beside(&store, project, document),
                Some(Choosing::Into(pane)) => {
                    store.activate(pane);
                    Route::Project(project, Place::Read(Some(document), None)).go();
                }
                None => {}
            }
        })
    };
    let not_chosen = {
        let choosing = choosing.setter();
        use_callback((), move |(), ()| choosing.set(None))
    };
    let shown = [PaneId::Main, PaneId::Beside].into_iter().take(if split { 2 } else { 1 });
    let class = match (split, tabs) {
        (false, _) => "panes",
        (true, false) => "panes panes--two",
        (true, true) => "panes panes--tabs",
    };
    html! {
        <div ref={node} class={classes!(class, (over && writable).then_some("takes-drop"))} data-panes="">
            <div key="tabs" class="panes__tabs">
                if split && tabs {
                    <PaneTabs on_close={on_close.clone()} />
                }
            </div>
            <div key="row" class="panes__row">
                { for shown.map(|pane| html! {
                    <PaneFrame
                        key={if pane == PaneId::Main { format!("main {moved}") } else { "beside".to_owned() }}
                        {pane}
                        {split}
                        {tabs}
                        active={pane == active}
                        ready={pane == PaneId::Main || ready}
                        on_choose={on_choose.clone()}
                        on_close={on_close.clone()}
                    />
                }) }
            </div>
            <DropCover key="drop" />
            <div key="ask" class="panes__ask">
                if let Some(what) = *choosing {
                    <DocumentDialog
                        title={if what == Choosing::Beside { tr!("action-split") } else { tr!("pane-choose-tip") }}
                        on_choose={chosen}
                        on_close={not_chosen}
                    />
                }
                if let Some(files) = (*dropped).clone() {
                    <ImportDialog {files} on_close={not_dropped} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PaneFrameProps {
    pane: PaneId,
    /// There are two.
    split: bool,
    /// They stand one behind the other.
    tabs: bool,
    active: bool,
    /// Its text can be made.
    ready: bool,
    on_choose: Callback<PaneId>,
    on_close: Callback<PaneId>,
}

/// One pane: its head, the text, and the line by which the second one is made wider.
#[component]
fn PaneFrame(props: &PaneFrameProps) -> Html {
    let &PaneFrameProps { pane, split, tabs, active, ready, .. } = props;
    let store = use_store();
    let node = use_node_ref();
    let title = use_title(pane);
    let slim = use_width(&node, split).is_some_and(|width| width < SLIM);
    let here = {
        let store = store.clone();
        move |target: Option<web_sys::EventTarget>| {
            let target = target.and_then(|target| target.dyn_into::<Element>().ok());
            // The line between the two is in neither.
            if target.is_some_and(|target| !target.class_list().contains("splitter")) {
                store.activate(pane);
            }
        }
    };
    let onpointerdown = {
        let here = here.clone();
        Callback::from(move |event: PointerEvent| here(event.target()))
    };
    let onfocusin = Callback::from(move |event: FocusEvent| here(event.target()));
    let label = match pane {
        PaneId::Main => tr!("pane-first", title = &title),
        PaneId::Beside => tr!("pane-second", title = &title),
    };
    let role = split.then_some(if tabs { "tabpanel" } else { "region" });
    html! {
        <div
            ref={node}
            class={classes!("pane", active.then_some("pane--active"), (split && slim).then_some("pane--slim"))}
            id={pane_id(pane)}
            data-pane={pane.name()}
            {role}
            aria-label={(split && !tabs).then_some(label)}
            aria-labelledby={(split && tabs).then(|| tab_id(pane))}
            {onpointerdown}
            {onfocusin}
        >
            <div key="top" class="pane__top">
                if split && !tabs {
                    <PaneHead {pane} on_choose={props.on_choose.clone()} on_close={props.on_close.clone()} />
                }
            </div>
            <div key="scroll" class="pane__scroll">
                if ready {
                    <Reader {pane} />
                }
            </div>
            <div key="line" class="pane__line">
                if pane == PaneId::Beside && !tabs {
                    <Splitter name="beside" side={Side::After} label={tr!("resize-panes")} share=true default=50 min=25 max=75 />
                }
            </div>
        </div>
    }
}

/// How wide an element is, in CSS pixels, as long as that is asked for.
#[hook]
fn use_width(node: &NodeRef, wanted: bool) -> Option<i32> {
    let width = use_state_eq(|| None::<i32>);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with(wanted, move |wanted| {
            let watch = node.cast::<Element>().filter(|_| *wanted).and_then(|element| {
                // Before anything is painted with it.
                width.set(Some(element.client_width()));
                let watched = element.clone();
                SizeWatch::new(&watched, move || width.set(Some(element.client_width())))
            });
            move || drop(watch)
        });
    }
    width.filter(|_| wanted)
}
