//! Dragging a row of a tree by pointer: at once with a mouse, after a long press by touch or pen.
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::{Interval, Timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::tree_model::{MoveTarget, Visible};
use super::tree_window;

/// How far a mouse moves before it drags, in CSS pixels.
const SLACK: f64 = 5.0;
/// How long a finger rests before it drags, in milliseconds, and how far it may stray meanwhile.
const LONG_PRESS: u32 = 400;
const STRAY: f64 = 10.0;
/// The pane scrolls while the pointer is this near its edge (CSS pixels), this often (ms), by this much.
const EDGE: f64 = 36.0;
const TICK: u32 = 30;
const SCROLL: i32 = 10;

/// What is dragged, and where it would be put.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Drop {
    pub dragged: AttrValue,
    pub target: Option<MoveTarget>,
}

impl Drop {
    /// The class that shows on the row of `id` that the drop would be there.
    pub fn class_for(&self, id: &AttrValue) -> Option<&'static str> {
        match self.target.as_ref()? {
            MoveTarget::Before(at) if at == id => Some("tree__row--before"),
            MoveTarget::Inside(at) if at == id => Some("tree__row--inside"),
            MoveTarget::After(at) if at == id => Some("tree__row--after"),
            _ => None,
        }
    }
}

/// A press on a row that is, or may become, a drag. Its listeners go with it.
pub(super) struct Drag {
    moved: bool,
    /// Set when the pointer is up: what is left only tells the click that follows to do nothing.
    over: bool,
    from: (f64, f64),
    at: (f64, f64),
    touch: bool,
    pressed: Option<Timeout>,
    scrolling: Option<Interval>,
    listeners: Vec<EventListener>,
}

impl Drag {
    /// Whether it was a drag, not a press.
    pub const fn was_moved(&self) -> bool {
        self.moved
    }
}

type Held = Rc<RefCell<Option<Drag>>>;

/// All that the listeners of a drag need.
#[derive(Clone)]
struct Scene {
    id: AttrValue,
    tree: Element,
    drag: Held,
    visible: Rc<Visible>,
    show: UseStateSetter<Option<Drop>>,
    target: Rc<RefCell<Option<MoveTarget>>>,
    on_move: Callback<(AttrValue, MoveTarget)>,
    on_outside: Callback<(AttrValue, (i32, i32))>,
}

/// A pointer went down in the tree.
pub(super) fn begin(
    event: &PointerEvent,
    node: &NodeRef,
    drag: &Held,
    visible: &Rc<Visible>,
    show: UseStateSetter<Option<Drop>>,
    on_move: Callback<(AttrValue, MoveTarget)>,
    on_outside: Callback<(AttrValue, (i32, i32))>,
) {
    drag.borrow_mut().take();
    let (Some((id, _)), Some(tree)) = (tree_window::hit(event, node), node.cast::<Element>()) else { return };
    let movable = visible.position(&id).and_then(|i| visible.get(i)).is_some_and(|node| node.movable);
    if event.button() != 0 || !event.is_primary() || !movable {
        return;
    }
    let scene = Scene {
        id,
        tree,
        drag: drag.clone(),
        visible: visible.clone(),
        show,
        target: Rc::default(),
        on_move,
        on_outside,
    };
    let touch = event.pointer_type() != "mouse";
    let at = point(event);
    let pressed = touch.then(|| {
        let scene = scene.clone();
        Timeout::new(LONG_PRESS, move || scene.start())
    });
    let listeners = scene.listen();
    *drag.borrow_mut() =
        Some(Drag { moved: false, over: false, from: at, at, touch, pressed, scrolling: None, listeners });
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

impl Scene {
    fn listen(&self) -> Vec<EventListener> {
        let document = gloo::utils::document();
        let active = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        let moves = self.clone();
        let ups = self.clone();
        let cancels = self.clone();
        let keys = self.clone();
        let touches = self.clone();
        vec![
            EventListener::new_with_options(&document, "pointermove", active, move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    moves.pointer_moved(event);
                }
            }),
            EventListener::new_with_options(&document, "pointerup", active, move |_| ups.finish(true)),
            EventListener::new_with_options(&document, "pointercancel", active, move |_| cancels.finish(false)),
            EventListener::new_with_options(&document, "keydown", active, move |event| {
                if keys.is_dragging() && event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    event.prevent_default();
                    event.stop_propagation();
                    keys.finish(false);
                }
            }),
            // Once the long press holds a row, the finger no longer scrolls.
            EventListener::new_with_options(&document, "touchmove", active, move |event| {
                if touches.is_dragging() {
                    event.prevent_default();
                }
            }),
        ]
    }

    fn is_dragging(&self) -> bool {
        self.drag.borrow().as_ref().is_some_and(|drag| drag.moved && !drag.over)
    }

    fn start(&self) {
        let ticking = self.clone();
        if let Some(drag) = self.drag.borrow_mut().as_mut() {
            drag.moved = true;
            drag.pressed = None;
            drag.scrolling = Some(Interval::new(TICK, move || ticking.scroll_at_edge()));
        }
        self.aim();
    }

    fn pointer_moved(&self, event: &PointerEvent) {
        let at = point(event);
        let (distance, touch, moved) = {
            let mut held = self.drag.borrow_mut();
            let Some(drag) = held.as_mut().filter(|drag| !drag.over) else { return };
            drag.at = at;
            ((at.0 - drag.from.0).hypot(at.1 - drag.from.1), drag.touch, drag.moved)
        };
        if moved {
            event.prevent_default();
            self.aim();
        } else if touch && distance > STRAY {
            // The finger scrolls.
            self.finish(false);
        } else if !touch && distance > SLACK {
            self.start();
        }
    }

    /// Finds where the row would be put and shows it.
    fn aim(&self) {
        let Some((x, y)) = self.drag.borrow().as_ref().map(|drag| drag.at) else { return };
        let target = self.target_at(x, y);
        self.target.replace(target.clone());
        self.show.set(Some(Drop { dragged: self.id.clone(), target }));
    }

    fn target_at(&self, x: f64, y: f64) -> Option<MoveTarget> {
        let under = gloo::utils::document().element_from_point(x as f32, y as f32)?;
        let row = under.closest("[role=treeitem]").ok()?.filter(|row| self.tree.contains(Some(row)))?;
        let id = AttrValue::from(row.get_attribute("data-id")?);
        let i = self.visible.position(&id)?;
        if self.visible.position(&self.id).is_some_and(|dragged| self.visible.is_under(i, dragged)) {
            return None;
        }
        let node = self.visible.get(i)?;
        let rect = row.get_bounding_client_rect();
        let share = (y - rect.top()) / rect.height().max(1.0);
        let edge = if node.accepts { 0.28 } else { 0.5 };
        Some(if share < edge {
            MoveTarget::Before(id)
        } else if share <= 1.0 - edge {
            MoveTarget::Inside(id)
        } else if node.expanded == Some(true) {
            // Below an open node's row is the place before its first child: where the line is seen.
            match self.visible.get(i + 1).filter(|child| child.depth > node.depth && child.id != self.id) {
                Some(child) => MoveTarget::Before(child.id.clone()),
                None => MoveTarget::After(id),
            }
        } else {
            MoveTarget::After(id)
        })
    }

    fn scroll_at_edge(&self) {
        let Some((_, y)) = self.drag.borrow().as_ref().map(|drag| drag.at) else { return };
        let Some(pane) = tree_window::scroller(&self.tree) else { return };
        let rect = pane.get_bounding_client_rect();
        let by = match y {
            y if y < rect.top() + EDGE => -SCROLL,
            y if y > rect.bottom() - EDGE => SCROLL,
            _ => return,
        };
        pane.set_scroll_top(pane.scroll_top() + by);
        self.aim();
    }

    fn finish(&self, drop: bool) {
        let was_dragging = self.is_dragging();
        if let Some(drag) = self.drag.borrow_mut().as_mut() {
            drag.over = true;
            drag.pressed = None;
            drag.scrolling = None;
            // A listener must not drop itself while it runs.
            let listeners = std::mem::take(&mut drag.listeners);
            Timeout::new(0, move || std::mem::drop(listeners)).forget();
        }
        self.show.set(None);
        let target = self.target.take();
        if !drop || !was_dragging {
            return;
        }
        match target {
            Some(target) => self.on_move.emit((self.id.clone(), target)),
            None => self.drop_outside(),
        }
    }

    fn drop_outside(&self) {
        let Some((x, y)) = self.drag.borrow().as_ref().map(|drag| drag.at) else { return };
        let under = gloo::utils::document().element_from_point(x as f32, y as f32);
        if under.is_some_and(|under| !self.tree.contains(Some(&under))) {
            self.on_outside.emit((self.id.clone(), (x as i32, y as i32)));
        }
    }
}
