//! Files dragged onto the page: taken where they can be, and never opened by the browser in place of the app.

use super::folder;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Element, Event, File, FileList, Node};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::{Icon, IconName};

/// Files dropped anywhere on the page do nothing, unless a place takes them. Without this the browser would leave
/// the app and show the file. Once, in the root component.
#[hook]
pub fn use_drop_guard() {
    use_effect_with((), |()| {
        let listeners = ["dragover", "drop"].map(|kind| {
            listen(kind, |event| {
                // A place that takes them, or one that drags things of its own, has answered already.
                if carries_files(event) && !event.default_prevented() {
                    event.prevent_default();
                    if let Some(data) = event.data_transfer() {
                        data.set_drop_effect("none");
                    }
                }
            })
        });
        move || drop(listeners)
    });
}

/// Takes files that are dropped on `node`, or anywhere on the page if there is none; gives whether some are held over
/// it. A place outside of a dialog takes nothing while the dialog is open, and the reverse.
#[hook]
pub fn use_file_drop(node: Option<NodeRef>, enabled: bool, on_files: Callback<Vec<File>>) -> bool {
    let over = use_state_eq(|| false);
    {
        let over = over.setter();
        use_effect_with((node, enabled, on_files), move |(node, enabled, on_files)| {
            let listeners = enabled.then(|| listeners(node.clone(), on_files.clone(), over));
            move || drop(listeners)
        });
    }
    *over && enabled
}

/// Lies over a place with the class `takes-drop`, and says what becomes of files that are let go there.
#[component]
pub fn DropCover() -> Html {
    html! {
        <div class="drop-cover" aria-hidden="true">
            <p class="drop-cover__text"><Icon name={IconName::Upload} />{ tr!("documents-drop") }</p>
        </div>
    }
}

fn listeners(node: Option<NodeRef>, on_files: Callback<Vec<File>>, over: UseStateSetter<bool>) -> [EventListener; 3] {
    let (there, still_there) = (node.clone(), node.clone());
    let (held, left) = (over.clone(), over.clone());
    let hold = listen("dragover", move |event| {
        let here = carries_files(event) && is_here(event.target().as_ref(), there.as_ref());
        if here {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                data.set_drop_effect("copy");
            }
        }
        held.set(here);
    });
    let leave = listen("dragleave", move |event| {
        if !is_here(event.related_target().as_ref(), still_there.as_ref()) {
            left.set(false);
        }
    });
    let drop = listen("drop", move |event| {
        over.set(false);
        if carries_files(event) && is_here(event.target().as_ref(), node.as_ref()) {
            event.prevent_default();
            let Some(data) = event.data_transfer() else { return };
            let entries = folder::entries_of(&data);
            if entries.iter().any(|entry| entry.is_directory()) {
                let on_files = on_files.clone();
                spawn_local(async move {
                    let files = folder::files_in(entries).await;
                    if !files.is_empty() {
                        on_files.emit(files);
                    }
                });
            } else if let Some(files) = data.files().map(|list| files_of(&list)).filter(|files| !files.is_empty()) {
                on_files.emit(files);
            }
        }
    });
    [hold, leave, drop]
}

fn listen(kind: &'static str, act: impl Fn(&DragEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::window(), kind, options, move |event: &Event| {
        if let Some(event) = event.dyn_ref::<DragEvent>() {
            act(event);
        }
    })
}

/// The files of a list.
pub fn files_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|i| list.item(i)).collect()
}

fn carries_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().map(|data: DataTransfer| data.types());
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// Whether a place of the page lies in `node` and in the same dialog as it.
fn is_here(place: Option<&web_sys::EventTarget>, node: Option<&NodeRef>) -> bool {
    let Some(place) = place.and_then(|place| place.dyn_ref::<Node>()) else { return false };
    let dialog_of = |element: Option<Element>| element.and_then(|element| element.closest("dialog").ok().flatten());
    let element = place.dyn_ref::<Element>().cloned().or_else(|| place.parent_element());
    match node {
        None => dialog_of(element).is_none(),
        Some(node) => node.cast::<Element>().is_some_and(|zone| {
            (zone.contains(Some(place))
                || dialog_of(element.clone()).is_some_and(|dialog| dialog.contains(Some(&zone))))
                && dialog_of(element) == dialog_of(Some(zone))
        }),
    }
}
