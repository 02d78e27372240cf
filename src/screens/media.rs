//! What the window is like, followed as it changes.

use gloo::events::EventListener;
use yew::prelude::*;

/// Where what stands beside the text is a drawer and out of sight; as in `styles/shell.css`.
const DRAWERS: &str = "(max-width: 900px)";

/// Fingers and nothing that hovers: most likely no keys either.
const TOUCH: &str = "(hover: none) and (pointer: coarse)";

/// Whether one most likely works by touch alone, so that keys are of no use to name.
pub fn by_touch() -> bool {
    gloo::utils::window().match_media(TOUCH).ok().flatten().is_some_and(|query| query.matches())
}

/// Whether there is too little room for what stands beside the text.
#[hook]
pub fn use_narrow() -> bool {
    let asked = || gloo::utils::window().match_media(DRAWERS).ok().flatten();
    let narrow = use_state_eq(|| asked().is_some_and(|query| query.matches()));
    {
        let narrow = narrow.setter();
        use_effect_with((), move |()| {
            let listener =
                asked().map(|query| EventListener::new(&query.clone(), "change", move |_| narrow.set(query.matches())));
            move || drop(listener)
        });
    }
    *narrow
}
