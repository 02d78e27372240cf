//! One tab at a time may write a project, by the browser's Web Locks. web-sys has them only as unstable, so they are
//! called by name.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use emic_core::ids::ProjectId;
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::platform::time::sleep;

/// The right to write a project; given up when it is dropped, or its page dies.
pub struct Lock(Option<Function>);

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = self.0.take() {
            // Settling a promise cannot fail.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// How often is asked, and how long is waited in between: the browser takes a few turns to hand on what
/// was given up just now, here or by a page that was left.
const TIMES: usize = 4;
const PAUSE: Duration = Duration::from_millis(50);

/// Asks for the right to write a project; `None` if another tab has it. Where the browser has no locks it is given
/// unguarded.
pub async fn acquire(project: ProjectId) -> Option<Lock> {
    for time in 0..TIMES {
        if time > 0 {
            sleep(PAUSE).await;
        }
        if let Some(lock) = ask(&format!("emic-project-{project}")).await.unwrap_or(Some(Lock(None))) {
            return Some(lock);
        }
    }
    None
}

/// `navigator.locks.request(name, { ifAvailable: true }, callback)`. The lock is held until the promise that the
/// callback gives is settled.
async fn ask(name: &str) -> Result<Option<Lock>, JsValue> {
    let locks = Reflect::get(&gloo::utils::window().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;

    let (answer, answered) = oneshot::channel();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            // The one who asked may be gone by now.
            let _ = answer.send(None);
            return JsValue::UNDEFINED;
        }
        let release = Rc::new(RefCell::new(None));
        let held = Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve));
        let _ = answer.send(Some(Lock(release.take())));
        held.into()
    });
    let asked = request.call3(&locks, &name.into(), &options, &callback)?;
    // That promise is settled only if the lock was not given, or was given up.
    match select(answered, JsFuture::from(Promise::resolve(&asked))).await {
        Either::Left((Ok(lock), _)) => Ok(lock),
        Either::Left((Err(_), _)) => Err(JsValue::UNDEFINED),
        Either::Right((result, answered)) => {
            result?;
            answered.await.map_err(|_| JsValue::UNDEFINED)
        }
    }
}
