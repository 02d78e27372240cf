//! Waiting for events and for time.

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;

/// Waits until one of two handlers is called: the first means success. `set` puts them in their places at once, not
/// only when the future is waited for.
pub fn until(mut set: impl FnMut(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| set(&resolve, &reject)))
}

/// Waits so many milliseconds, or until `woken` is sent to (or dropped).
pub async fn pause(milliseconds: u32, woken: oneshot::Receiver<()>) {
    let (done, time) = oneshot::channel();
    let timeout = Timeout::new(milliseconds, move || {
        // Nobody listens any more if it was woken before.
        let _ = done.send(());
    });
    select(time, woken).await;
    drop(timeout);
}

/// Lets the page do what waits: input, painting.
pub async fn turn() {
    let (done, later) = oneshot::channel();
    let timer = Timeout::new(0, move || {
        // Nobody listens if the work was given up.
        let _ = done.send(());
    });
    // The timer lives until then.
    let _ = later.await;
    drop(timer);
}

/// What `future` gives, unless it takes longer than so many milliseconds.
pub async fn within<T>(milliseconds: u32, future: impl Future<Output = T>) -> Option<T> {
    let (never, woken) = oneshot::channel();
    let time = std::pin::pin!(pause(milliseconds, woken));
    let given = match select(std::pin::pin!(future), time).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(_) => None,
    };
    drop(never);
    given
}
