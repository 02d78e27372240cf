//! How much the browser stores, and whether it promises to keep it.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{format_bytes, tr};
use crate::persist::{self, Room, StorageKind};
use crate::session::{Listing, Promise, Session, kept_words, known, promise_words, use_session, use_session_state};
use crate::store::use_selector;
use crate::widgets::{Button, IconName};

/// What may have changed what is stored.
#[derive(Properties, PartialEq)]
pub struct RoomUsedProps {
    /// Rises with every change that is made on the page.
    pub turn: u32,
}

/// How much is stored, this project's part, and the browser's promise.
#[component]
pub fn RoomUsed(props: &RoomUsedProps) -> Html {
    let session = use_session();
    let kept = use_session_state(Session::kept);
    let promise = use_session_state(Session::promise);
    let listing = use_session_state(Session::listing);
    let id = use_selector(|snapshot| snapshot.project.id);
    let room = use_state_eq(|| None::<Room>);
    {
        let (session, room) = (session.clone(), room.setter());
        use_effect_with(props.turn, move |_| {
            session.look_at_promise();
            spawn_local(async move {
                room.set(persist::room().await);
                session.refresh().await;
            });
        });
    }
    let own = match &listing {
        Listing::Ready(all) => all.iter().find(|listed| Some(listed.id) == id).map(|listed| known(listed).bytes),
        _ => None,
    };
    let words = promise_words(promise);
    let why = (!matches!(promise, Promise::Unknown | Promise::Given)).then(|| tr!("promise-why"));
    let ask = Callback::from(move |_: MouseEvent| session.ask_to_persist());
    html! {
        <section class="backups__part" aria-labelledby="backups-room">
            <h2 id="backups-room">{ tr!("room") }</h2>
            if let Some(kept) = kept {
                <p key="kept">{ kept_words(kept) }</p>
            }
            <dl key="facts" class="backups__facts">
                <div>
                    <dt>{ tr!("room-project") }</dt>
                    <dd class="num">{ own.map(|bytes| format_bytes(bytes as f64)).unwrap_or_else(|| tr!("unknown").to_string()) }</dd>
                </div>
                <div>
                    <dt>{ tr!("room-all") }</dt>
                    <dd class="num">
                        { match *room {
                            Some(room) => tr!("room-of", used = format_bytes(room.used), quota = format_bytes(room.quota)),
                            None => tr!("room-unknown"),
                        } }
                    </dd>
                </div>
            </dl>
            if kept == Some(StorageKind::IndexedDb) {
                <div key="promise" role="status">
                    <p class="backups__fact">{ words }</p>
                    <p class="soft">{ why.unwrap_or_default() }</p>
                </div>
                if matches!(promise, Promise::NotAsked | Promise::Refused) {
                    <p key="ask"><Button label={tr!("promise-ask")} icon={IconName::Lock} onclick={ask} /></p>
                }
            }
        </section>
    }
}
