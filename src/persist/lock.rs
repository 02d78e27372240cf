//! One tab at a time may write a project, by the browser's Web Locks. web-sys has them only as unstable, so they are
//! called by name. A page that is not secure (`http:` on another machine) has none: there tabs ask each other, and whoever
//! did not hear it finds at the next write that someone else was let in (`emic_storage::Holder`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use emic_core::ids::ProjectId;
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortSignal;
use yew::platform::time::sleep;

use super::channel::{Channel, Word};

/// What is known of a lock that may be taken away.
#[derive(Default)]
struct Fate {
    taken: Cell<bool>,
    /// Who is told.
    told: RefCell<Option<Box<dyn FnOnce()>>>,
}

/// The right to write a project; given up when it is dropped, or its page dies.
pub struct Lock {
    release: Option<Function>,
    fate: Rc<Fate>,
}

impl Lock {
    fn new(release: Option<Function>) -> Lock {
        Lock { release, fate: Rc::default() }
    }

    /// Calls `lost` if another tab takes the right away without being given it; soon if it has.
    pub fn on_lost(&self, lost: impl FnOnce() + 'static) {
        if self.fate.taken.get() {
            spawn_local(async move { lost() });
        } else {
            *self.fate.told.borrow_mut() = Some(Box::new(lost));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.fate.told.take();
        if let Some(release) = self.release.take() {
            // Settling a promise cannot fail.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// How often is asked, and how long is waited in between: the browser takes a few turns to hand on what
/// was given up just now, here or by a page that was left.
const TIMES: usize = 4;
const PAUSE: Duration = Duration::from_millis(50);

/// How a lock is asked for.
enum Ask {
    /// Only if nobody has it.
    IfFree,
    /// Waiting so many milliseconds until whoever has it gives it up.
    Wait(u32),
    /// From whoever has it.
    Steal,
}

/// How long a tab that writes a project has to say so, where there are no locks.
const ANSWER: Duration = Duration::from_millis(250);

/// Asks for the right to write a project; `None` if another tab has it.
pub async fn acquire(project: ProjectId) -> Option<Lock> {
    for time in 0..TIMES {
        if time > 0 {
            sleep(PAUSE).await;
        }
        match ask(project, Ask::IfFree).await {
            Ok(None) => {}
            Ok(lock) => return lock,
            Err(_) if is_written(project).await => return None,
            Err(_) => return Some(Lock::new(None)),
        }
    }
    None
}

/// Whether another tab says that it writes the project.
async fn is_written(project: ProjectId) -> bool {
    let said = Rc::new(Cell::new(false));
    let heard = Rc::clone(&said);
    let channel = Channel::open(project, move |word| heard.set(heard.get() || word == Word::Writing));
    channel.say(Word::WhoWrites);
    sleep(ANSWER).await;
    said.get()
}

/// Waits for the right to write a project, `milliseconds` at most.
pub async fn acquire_within(project: ProjectId, milliseconds: u32) -> Option<Lock> {
    if !there_are_locks() {
        let until = crate::platform::now().0 + i64::from(milliseconds);
        while is_written(project).await {
            if crate::platform::now().0 > until {
                return None;
            }
        }
        return Some(Lock::new(None));
    }
    // The signal that ends the wait comes as an error.
    ask(project, Ask::Wait(milliseconds)).await.ok().flatten()
}

/// Takes the right to write a project away from whoever has it.
pub async fn seize(project: ProjectId) -> Option<Lock> {
    if !there_are_locks() {
        return Some(Lock::new(None));
    }
    ask(project, Ask::Steal).await.ok().flatten()
}

fn there_are_locks() -> bool {
    Reflect::get(&gloo::utils::window().navigator(), &"locks".into()).is_ok_and(|locks| locks.is_object())
}

/// `navigator.locks.request(name, options, callback)`. The lock is held until the promise that the callback gives is
/// settled.
async fn ask(project: ProjectId, how: Ask) -> Result<Option<Lock>, JsValue> {
    let name = format!("emic-project-{project}");
    let locks = Reflect::get(&gloo::utils::window().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    match how {
        Ask::IfFree => Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?,
        Ask::Wait(milliseconds) => {
            Reflect::set(&options, &"signal".into(), &AbortSignal::timeout_with_u32(milliseconds))?
        }
        Ask::Steal => Reflect::set(&options, &"steal".into(), &JsValue::TRUE)?,
    };

    let (answer, answered) = oneshot::channel();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            // The one who asked may be gone by now.
            let _ = answer.send(None);
            return JsValue::UNDEFINED;
        }
        let release = Rc::new(RefCell::new(None));
        let held = Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve));
        let _ = answer.send(Some(Lock::new(release.take())));
        held.into()
    });
    let asked = request.call3(&locks, &name.as_str().into(), &options, &callback)?;
    // That promise is settled only if the lock was not given, was given up, or was taken away.
    match select(answered, JsFuture::from(Promise::resolve(&asked))).await {
        Either::Left((Ok(lock), held)) => {
            if let Some(lock) = &lock {
                let fate = Rc::clone(&lock.fate);
                spawn_local(async move {
                    if held.await.is_err() {
                        fate.taken.set(true);
                        if let Some(lost) = fate.told.take() {
                            lost();
                        }
                    }
                });
            }
            Ok(lock)
        }
        Either::Left((Err(_), _)) => Err(JsValue::UNDEFINED),
        Either::Right((result, answered)) => {
            result?;
            answered.await.map_err(|_| JsValue::UNDEFINED)
        }
    }
}
