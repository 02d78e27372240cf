//! A short tour through coding: it says what to do, sees that it was done, and goes on. [`steps`] has what is to be done;
//! this has how far one is, which outlives the tree of components (a change of language makes that anew).

mod card;
mod steps;

use std::cell::{Cell, RefCell};

use emic_core::ids::ProjectId;
use yew::prelude::*;

pub use card::TourCard;
use steps::{STEPS, Seen};

use crate::prefs;
use crate::store::Listeners;

/// How far one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It is offered.
    Offered,
    /// A step, counted from 0.
    At(usize),
    /// All is done.
    Finished,
}

/// A tour that was begun or offered.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tour {
    /// Where it is taken.
    project: ProjectId,
    stage: Stage,
    /// How long the history was when it began.
    from: Option<usize>,
    /// What was seen when the step began.
    before: Option<Seen>,
    /// Whether what the step asks for was done.
    done: bool,
    /// Whether it went on since it was begun, so that what it says now must be said aloud.
    moved: bool,
    /// Whether the card is to take the focus.
    focus: bool,
}

thread_local! {
    static TOUR: Cell<Option<Tour>> = const { Cell::new(None) };
    static LISTENERS: RefCell<Listeners> = RefCell::default();
    /// Whether the sample study is being opened for the tour.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

fn set(tour: Option<Tour>) {
    if TOUR.replace(tour) != tour {
        LISTENERS.with_borrow(Listeners::tell);
    }
}

fn change(change: impl FnOnce(&mut Tour)) {
    if let Some(mut tour) = TOUR.get() {
        change(&mut tour);
        set(Some(tour));
    }
}

/// The tour; rendered again when it goes on.
#[hook]
fn use_tour() -> Option<Tour> {
    let update = use_force_update();
    let shown = TOUR.get();
    use_effect_with((), move |()| {
        let subscription = LISTENERS.with_borrow(|all| all.subscribe(move || update.force_update()));
        move || drop(subscription)
    });
    shown
}

fn at(project: ProjectId, stage: Stage) -> Tour {
    Tour { project, stage, from: None, before: None, done: false, moved: false, focus: stage != Stage::Offered }
}

/// Begins the tour in a project.
pub fn begin(project: ProjectId) {
    WANTED.set(false);
    set(Some(at(project, Stage::At(0))));
}

/// Says that the sample study is to be opened, for the tour or for itself.
pub fn want(wanted: bool) {
    WANTED.set(wanted);
}

/// Whether the sample study is to be opened for the tour.
pub fn is_wanted() -> bool {
    WANTED.get()
}

/// The sample study was opened: the tour begins if it was opened for that, and is offered to those who never took it.
pub fn sample_opened(project: ProjectId) {
    if is_wanted() {
        begin(project);
    } else if !prefs::current().tour_ended {
        set(Some(at(project, Stage::Offered)));
    }
}

/// Ends the tour; it is offered no more, and can be taken again at any time.
fn end() {
    set(None);
    prefs::update(|prefs| prefs.tour_ended = true);
}

/// Goes to a step, or behind the last one.
fn go_to(step: usize) {
    change(|tour| {
        tour.stage = if step < STEPS.len() { Stage::At(step) } else { Stage::Finished };
        (tour.before, tour.done, tour.moved) = (None, false, true);
        // The button that was pressed goes with the last step.
        tour.focus = tour.stage == Stage::Finished;
    });
}

/// What was done is acknowledged: on to the next step. What was seen when this one was done is where that one begins, so
/// that nothing is missed which is done meanwhile.
fn go_on() {
    change(|tour| {
        let Stage::At(step) = tour.stage else { return };
        tour.stage = if step + 1 < STEPS.len() { Stage::At(step + 1) } else { Stage::Finished };
        (tour.done, tour.moved) = (false, true);
    });
}

/// Takes note of what is seen now.
fn look(seen: Seen) {
    change(|tour| {
        let Stage::At(step) = tour.stage else { return };
        match (tour.before, STEPS.get(step)) {
            (None, _) => tour.before = Some(seen),
            (Some(before), Some(step)) if !tour.done && (step.is_done)(&before, &seen) => {
                (tour.done, tour.moved, tour.before) = (true, true, Some(seen));
            }
            _ => {}
        }
    });
}
