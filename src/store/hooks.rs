//! How components read the store: they are rendered again only when what they selected has changed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_core::project::{Project, TextRef};
use emic_core::scope::Scope;
use emic_core::text::Text;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::pane::{Pane, PaneId};
use super::{Access, Same, Snapshot, Store};

/// The store of the app.
#[hook]
pub fn use_store() -> Store {
    // The app's root provides it above every component.
    use_context::<Store>().unwrap_or_default()
}

type Select<T> = Box<dyn Fn(&Store) -> Option<T>>;
/// What is watched: the value that was last shown, and what gives it. Boxed, so that all that is watched of one type
/// shares its code.
type Watch<T> = Rc<RefCell<(Option<T>, Select<T>)>>;

#[hook]
fn use_watch<T: PartialEq + Clone + 'static>(panes: bool, select: Select<T>) -> Option<T> {
    let store = use_store();
    let update = use_force_update();
    let value = select(&store);
    let watch: Watch<T> = use_mut_ref(|| (None, Box::new(|_: &Store| None) as Select<T>));
    *watch.borrow_mut() = (value.clone(), select);
    use_effect_with(store, move |store| {
        let listener = {
            let store = store.clone();
            move || {
                let changed = {
                    let watch = watch.borrow();
                    (watch.1)(&store) != watch.0
                };
                if changed {
                    update.force_update();
                }
            }
        };
        // Between rendering and now something may have changed already, by the effect of another component.
        listener();
        let subscription = if panes { store.subscribe_panes(listener) } else { store.subscribe(listener) };
        move || drop(subscription)
    });
    value
}

/// What `select` gives of the open project, and `None` when none is open.
#[hook]
pub fn use_selector<T: PartialEq + Clone + 'static>(select: impl Fn(&Snapshot) -> T + 'static) -> Option<T> {
    use_watch(false, Box::new(move |store| store.snapshot().map(|snapshot| select(&snapshot))))
}

/// The open project, whichever part of it changes.
#[hook]
pub fn use_project() -> Option<Same<Project>> {
    use_selector(|snapshot| Same(Rc::clone(&snapshot.project)))
}

/// The part of the open project that lists, counts, searches and exports are about.
#[hook]
pub fn use_scope() -> Same<Scope> {
    use_selector(|snapshot| Same(Rc::clone(&snapshot.scope))).unwrap_or_else(|| Same(Rc::default()))
}

/// Whether the open project can be changed here.
#[hook]
pub fn use_writable() -> bool {
    use_selector(|snapshot| snapshot.access == Access::Write).unwrap_or_default()
}

/// What `select` gives of a pane's state.
#[hook]
pub fn use_pane<T: PartialEq + Clone + Default + 'static>(id: PaneId, select: impl Fn(&Pane) -> T + 'static) -> T {
    use_watch(true, Box::new(move |store| Some(select(&store.pane(id))))).unwrap_or_default()
}

/// The pane that one is in, or was last.
#[hook]
pub fn use_active_pane() -> PaneId {
    use_watch(true, Box::new(|store| Some(store.active_pane()))).unwrap_or_default()
}

/// Whether two documents stand side by side; and how often what the second pane showed came into the place of the
/// first, which is then another one.
#[hook]
pub fn use_split() -> (bool, u32) {
    use_watch(true, Box::new(|store| Some((store.is_split(), store.moved_panes())))).unwrap_or_default()
}

/// The longest that what waits for the page to be painted waits, in milliseconds: a page that is not seen is not
/// painted.
const AT_LAST: u32 = 250;

/// Work that waits until the page has been painted as it is now: what one works in comes first, and what stands beside
/// it second. Dropping this calls the work off.
pub struct AfterPaint {
    waiting: Rc<RefCell<Option<Waiting>>>,
    _at_last: Timeout,
}

enum Waiting {
    Frame(#[expect(dead_code, reason = "held to be dropped")] AnimationFrame),
    Soon(#[expect(dead_code, reason = "held to be dropped")] Timeout),
}

impl AfterPaint {
    /// Does `work` after two frames: the first paints what is there, the second begins when that is on the screen.
    pub fn new(work: impl FnOnce() + 'static) -> AfterPaint {
        let work = Rc::new(Cell::new(Some(work)));
        let run = {
            let work = Rc::clone(&work);
            move || {
                if let Some(work) = work.take() {
                    work();
                }
            }
        };
        let waiting = Rc::new(RefCell::new(None));
        let (first, second) = (Rc::clone(&waiting), Rc::clone(&waiting));
        let soon = run.clone();
        let frame = request_animation_frame(move |_| {
            let frame = request_animation_frame(move |_| {
                second.replace(Some(Waiting::Soon(Timeout::new(0, soon))));
            });
            first.replace(Some(Waiting::Frame(frame)));
        });
        waiting.replace(Some(Waiting::Frame(frame)));
        AfterPaint { waiting, _at_last: Timeout::new(AT_LAST, run) }
    }
}

impl Drop for AfterPaint {
    fn drop(&mut self) {
        self.waiting.take();
    }
}

/// Follows a value once the page has been painted with it. A value that changes while this waits does not make it wait
/// longer: a key held down changes it more often than that.
#[hook]
pub fn use_after_paint<T: PartialEq + Clone + 'static>(value: T) -> T {
    let settled = use_state_eq(|| value.clone());
    let latest = use_mut_ref(|| value.clone());
    latest.replace(value.clone());
    let waiting = use_mut_ref(|| None::<AfterPaint>);
    let runs = use_mut_ref(|| false);
    {
        let (settled, waiting) = (settled.setter(), waiting.clone());
        use_effect_with(value, move |_| {
            if !runs.replace(true) {
                let soon = AfterPaint::new(move || {
                    runs.replace(false);
                    let value = latest.borrow().clone();
                    settled.set(value);
                });
                waiting.replace(Some(soon));
            }
        });
    }
    use_effect_with((), move |()| move || drop(waiting.take()));
    (*settled).clone()
}

/// Whether the page has been painted since `what` was first shown: what is not on the first screen is made after it.
#[hook]
pub fn use_painted<T: PartialEq + Clone + 'static>(what: T) -> bool {
    let painted = use_state_eq(|| None::<T>);
    let is_painted = painted.as_ref() == Some(&what);
    {
        let setter = painted.setter();
        use_effect_with(what, move |what| {
            let what = what.clone();
            let waiting = AfterPaint::new(move || setter.set(Some(what)));
            move || drop(waiting)
        });
    }
    is_painted
}

/// The open project, as it was when the page was last painted: for what stands beside the text and counts or lists all
/// of it, so that what one works in need not wait.
#[hook]
pub fn use_settled_project() -> Option<Same<Project>> {
    let store = use_store();
    let settled = use_state_eq(|| project_of(&store));
    {
        let setter = settled.setter();
        let seen = (*settled).clone();
        use_effect_with(store, move |store| {
            let waiting = Rc::new(RefCell::new(None::<AfterPaint>));
            let follow = {
                let (store, waiting) = (store.clone(), Rc::clone(&waiting));
                move || {
                    let (setter, store, done) = (setter.clone(), store.clone(), Rc::clone(&waiting));
                    // What waits already takes over what is there by then.
                    waiting.borrow_mut().get_or_insert_with(|| {
                        AfterPaint::new(move || {
                            done.take();
                            setter.set(project_of(&store));
                        })
                    });
                }
            };
            // Between rendering and now something may have changed already.
            if project_of(store) != seen {
                follow();
            }
            let subscription = store.subscribe(follow);
            move || {
                drop(subscription);
                waiting.take();
            }
        });
    }
    (*settled).clone()
}

fn project_of(store: &Store) -> Option<Same<Project>> {
    store.snapshot().map(|snapshot| Same(Rc::clone(&snapshot.project)))
}

/// A text on its way.
#[derive(Clone)]
pub enum TextState {
    /// It is being read.
    Loading,
    /// Here it is.
    Ready(Text),
    /// It cannot be read; why, in words for people.
    Failed(String),
}

/// A text of the open project.
#[hook]
pub fn use_text(text: Option<TextRef>) -> TextState {
    let store = use_store();
    let failed = use_state(|| None::<(TextRef, String)>);
    let update = use_force_update();
    let now = text.and_then(|text| store.text_now(text));
    let missing = text.filter(|_| now.is_none());
    {
        let failed = failed.clone();
        use_effect_with(missing, move |missing| {
            if let Some(text) = *missing {
                wasm_bindgen_futures::spawn_local(async move {
                    match store.text(text).await {
                        Ok(_) => update.force_update(),
                        Err(why) => failed.set(Some((text, why))),
                    }
                });
            }
        });
    }
    match (now, &*failed) {
        (Some(now), _) => TextState::Ready(now),
        (None, Some((which, why))) if Some(*which) == text => TextState::Failed(why.clone()),
        (None, _) => TextState::Loading,
    }
}
