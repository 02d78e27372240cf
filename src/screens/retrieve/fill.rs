//! A long list is made from where one looks outwards: that part at once, the others a few at a time.

use std::ops::Range;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds between two steps: time for the browser to draw the one before.
const BREATH: u32 = 24;

/// How many parts of the list are made with each step, on each side.
const STEP: usize = 2;

/// The parts that are made by now of `total`: `first`, and once the page is `painted` with these, more and more on both
/// sides. Starts anew for another `key`.
#[hook]
pub fn use_fill(key: u64, total: usize, first: Range<usize>, painted: bool) -> Range<usize> {
    let start = first.start.min(total.saturating_sub(1));
    let first = start..first.end.max(start + 1);
    let made = use_state_eq(|| (key, first.clone()));
    let now = if made.0 == key { made.1.clone() } else { first };
    {
        let (setter, now) = (made.setter(), now.clone());
        use_effect_with((key, total, now, painted), move |(key, total, now, painted)| {
            let next = (*key, now.start.saturating_sub(STEP)..now.end + STEP);
            let whole = now.start == 0 && now.end >= *total;
            let timer = (*painted && !whole).then(|| Timeout::new(BREATH, move || setter.set(next)));
            move || drop(timer)
        });
    }
    now.start.min(total)..now.end.min(total)
}
