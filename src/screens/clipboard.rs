//! Words on the clipboard.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ClipboardEvent;
use yew::AttrValue;

use crate::i18n::tr;
use crate::widgets::toast;

/// Puts words on the clipboard; says `copied`, or that the browser does not allow it.
pub fn copy(words: &str, copied: AttrValue) {
    let navigator = gloo::utils::window().navigator();
    // Only pages from safe origins have one.
    let has = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !has {
        toast(tr!("not-copied"), None);
        return;
    }
    let copying = navigator.clipboard().write_text(words);
    spawn_local(async move {
        let said = match JsFuture::from(copying).await {
            Ok(_) => copied,
            Err(_) => tr!("not-copied"),
        };
        toast(said, None);
    });
}

/// Puts a table on the clipboard, for text processors and for spreadsheets; says `copied`, or that the browser does not
/// allow it. By the event of copying, which browsers allow wherever a button was pressed.
pub fn copy_table(html: &str, tsv: &str, copied: AttrValue) {
    let document = gloo::utils::document();
    let (html, tsv) = (html.to_owned(), tsv.to_owned());
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::once_with_options(&document, "copy", options, move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data {
            event.prevent_default();
            let _ = data.set_data("text/html", &html);
            let _ = data.set_data("text/plain", &tsv);
        }
    });
    let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    let command = command.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
    let done = command.and_then(|command| command.call1(&document, &"copy".into()).ok());
    let done = done.is_some_and(|done| done.is_truthy());
    drop(listener);
    toast(if done { copied } else { tr!("not-copied") }, None);
}
