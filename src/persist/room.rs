//! How much room the browser gives, and whether it promises to keep what is in it. Not every browser says either.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How much of its room this site uses, in bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// What all that is stored takes, about.
    pub used: f64,
    /// How much there may be at most, about.
    pub quota: f64,
}

/// How much room is used; `None` if the browser does not say.
pub async fn room() -> Option<Room> {
    let estimate = of_storage("estimate").await?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(Room { used: number("usage")?, quota: number("quota")? })
}

/// Whether the browser has promised not to clear what is stored by itself; `None` if it does not say.
pub async fn is_persistent() -> Option<bool> {
    of_storage("persisted").await?.as_bool()
}

/// Asks for that promise; some browsers ask the person then. `None` if the browser knows no such promise.
pub async fn ask_to_persist() -> Option<bool> {
    of_storage("persist").await?.as_bool()
}

/// Whether the app's own files are kept for work without a network (by web/sw.js).
pub async fn are_files_kept() -> bool {
    // Missing where the page is not a secure one.
    let Ok(caches) = Reflect::get(&gloo::utils::window(), &"caches".into()) else { return false };
    let Ok(names) = call(&caches, "keys", &Array::new()).await else { return false };
    let names = Array::from(&names);
    names.iter().filter_map(|name| name.as_string()).any(|name| name.starts_with("emic-files-"))
}

async fn of_storage(method: &str) -> Option<JsValue> {
    // Missing where the page is not a secure one, whatever the binding says.
    let storage = Reflect::get(&gloo::utils::window().navigator(), &"storage".into()).ok()?;
    call(&storage, method, &Array::new()).await.ok()
}

/// Calls a method that gives a promise and waits for what it promises.
pub(super) async fn call(target: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let answer = method.apply(target, arguments)?;
    JsFuture::from(Promise::resolve(&answer)).await
}
