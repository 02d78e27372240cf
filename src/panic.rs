//! What happens after a panic: the app is dead, and says so through the loader, which is not written in Rust.
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue};

/// Hands every later panic to the loader's `emic_panic` (`web/boot.js`): a dialog on the page, an `error` event in a
/// worker. From then on `__emicPanicked` is true on the page: nothing may be stored any more from what the app holds.
pub fn install() {
    if web_sys::window().is_some() {
        // Yew sets a hook of its own unless it is told of another.
        yew::set_custom_panic_hook(Box::new(report));
    } else {
        std::panic::set_hook(Box::new(report));
    }
}

fn report(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    web_sys::console::error_1(&JsValue::from_str(&message));
    if let Ok(emic_panic) = global("emic_panic").dyn_into::<js_sys::Function>() {
        // In a worker it throws, which is how the page hears of it; there is nothing left to do with an error here.
        let _ = emic_panic.call1(&JsValue::NULL, &JsValue::from_str(&message));
    }
}

fn global(name: &str) -> JsValue {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
