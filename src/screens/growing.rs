//! Long lists made a little at a time, so that the first part is there at once and no task holds the page up.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds between two parts: time for the browser to draw the one before.
const BREATH: u32 = 24;

/// How many of `total` rows to make by now: `first` at once, `step` more at a time until all are there.
#[hook]
pub fn use_growing(total: usize, first: usize, step: usize) -> usize {
    let made = use_state_eq(|| first);
    {
        let setter = made.setter();
        use_effect_with((*made, total), move |(made, total)| {
            let next = made + step;
            let timer = (made < total).then(|| Timeout::new(BREATH, move || setter.set(next)));
            move || drop(timer)
        });
    }
    (*made).min(total)
}
