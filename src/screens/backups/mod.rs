//! What is there should something be lost: copies outside the browser, earlier states, and how safe the storage is.

mod copies;
mod points;
mod purge;
mod removed;
mod room;

use yew::prelude::*;

use crate::i18n::tr;
use copies::Copies;
use points::Points;
use removed::RemovedMaterial;
use room::RoomUsed;

/// Copies, restore points, storage, and what was removed.
#[component]
pub fn BackupsScreen() -> Html {
    // Restore points come and go by what is done in more than one part.
    let turn = use_state_eq(|| 0_u32);
    let on_change = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    html! {
        <section class="page backups">
            <div class="page__head">
                <h1>{ tr!("nav-backups") }</h1>
            </div>
            <Copies />
            <Points turn={*turn} on_change={on_change.clone()} />
            <RoomUsed turn={*turn} />
            <RemovedMaterial turn={*turn} {on_change} />
        </section>
    }
}
