//! A newer version of the app is ready: it is used when the user says so.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::i18n::tr;
use crate::platform::{self, Version};
use crate::widgets::{Button, ButtonVariant, announce};

/// Says that a newer version is ready, once it is; empty before.
#[component]
pub fn UpdateNotice() -> Html {
    let window = gloo::utils::window();
    let told = js_sys::Reflect::get(&window, &"__emicUpdate".into()).is_ok_and(|told| told.is_truthy());
    let ready = use_state_eq(|| told);
    {
        let ready = ready.setter();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::window(), "emic-update", move |_| {
                announce(&tr!("update-ready"));
                ready.set(true);
            });
            move || drop(listener)
        });
    }
    let later = {
        let ready = ready.setter();
        Callback::from(move |_: MouseEvent| ready.set(false))
    };
    let update = Callback::from(|_: MouseEvent| platform::reload(Version::Ready));
    html! {
        <aside class="update" aria-label={tr!("update-label")} hidden={!*ready}>
            if *ready {
                <span>{ tr!("update-ready") }</span>
                <Button label={tr!("update-now")} small=true variant={ButtonVariant::Primary} onclick={update} />
                <Button label={tr!("update-later")} small=true onclick={later} />
            }
        </aside>
    }
}
