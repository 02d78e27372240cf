//! The browser's clock and chance, for the domain that has neither.

use emic_core::time::Timestamp;
use js_sys::Function;
use wasm_bindgen::JsCast;

/// The version of the app.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Which build of that version this is: what stands in the name of the app's module, made of what is in it. `None` where
/// the page does not name it so.
pub fn build() -> Option<String> {
    let script = gloo::utils::document().query_selector("script[data-wasm]").ok().flatten()?;
    let module = script.get_attribute("data-wasm")?;
    let (_, hash) = module.split_once("emic-app-")?;
    Some(hash.chars().take_while(char::is_ascii_alphanumeric).take(8).collect())
}

/// Now.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// 16 random bytes for an id.
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let filled = gloo::utils::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // Without a crypto API ids need not be secret, only different.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}

/// Loads the page anew: in the newest version of the app that can be had, or in the one that is ready.
pub fn reload(which: Version) {
    let name = match which {
        Version::Newest => "emic_newest",
        Version::Ready => "emic_use_update",
    };
    let window = gloo::utils::window();
    let asked = js_sys::Reflect::get(&window, &name.into()).ok().and_then(|ask| ask.dyn_into::<Function>().ok());
    if asked.is_none_or(|ask| ask.call0(&wasm_bindgen::JsValue::NULL).is_err()) {
        // Only a page that is being closed cannot be loaded again.
        let _ = window.location().reload();
    }
}

/// A version of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Whatever is newest: something stored asks for it.
    Newest,
    /// The one that was fetched in the background.
    Ready,
}
