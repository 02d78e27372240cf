//! Words on the clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};
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
