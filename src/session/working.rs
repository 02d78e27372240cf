//! What takes a while, said after half a second.

use std::time::Duration;

use gloo::timers::callback::Timeout;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::widgets::ProgressBar;

/// Milliseconds after which something that goes on is worth a word.
const PATIENCE: u32 = 400;

/// What is under way.
#[derive(Properties, PartialEq)]
pub struct WorkingProps {
    /// Its words; none when nothing is.
    pub what: Option<AttrValue>,
}

/// Shows what is under way once it takes longer than a moment.
#[component]
pub fn Working(props: &WorkingProps) -> Html {
    let late = use_state_eq(|| false);
    {
        let late = late.setter();
        use_effect_with(props.what.clone(), move |what| {
            late.set(false);
            let timer = what.is_some().then(|| Timeout::new(PATIENCE, move || late.set(true)));
            move || drop(timer)
        });
    }
    html! {
        <div class="working" role="status">
            if let Some(what) = props.what.clone().filter(|_| *late) {
                <ProgressBar label={what} />
            }
        </div>
    }
}

/// Lets the page be drawn before something that holds it for a while.
pub async fn draw_first() {
    // Two turns: in the first the change is rendered, in the second it has been painted.
    sleep(Duration::ZERO).await;
    sleep(Duration::from_millis(30)).await;
}
