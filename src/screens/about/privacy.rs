//! Where data are, in plain words: what is kept where as things stand, that nothing is sent, what that means on a machine
//! that others get hold of, and how to check it.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::i18n::{format_bytes, message, tr};
use crate::persist::{self, Room, StorageKind};
use crate::prefs::{self, use_prefs};
use crate::route::{Place, Route};
use crate::session::{Session, promise_words, use_session, use_session_state};
use crate::widgets::{Button, Dialog, DialogSize, dom};

/// What protects data where others may get hold of the machine.
const RISKS: [&str; 5] =
    ["privacy-risk-plain", "privacy-risk-shared", "privacy-risk-private", "privacy-risk-deleted", "privacy-risk-rest"];

/// How to look for oneself, by the browser's own tools: per family its name, how it names itself, and the steps.
const CHECKS: [(&str, &str, &[&str]); 2] = [
    (
        "privacy-chromium",
        "Chrome/",
        &[
            "privacy-check-open",
            "privacy-chromium-network",
            "privacy-check-work",
            "privacy-chromium-offline",
            "privacy-chromium-storage",
            "privacy-chromium-clear",
        ],
    ),
    (
        "privacy-firefox",
        "Firefox/",
        &[
            "privacy-check-open",
            "privacy-firefox-network",
            "privacy-check-work",
            "privacy-firefox-offline",
            "privacy-firefox-storage",
            "privacy-firefox-clear",
        ],
    ),
];

#[derive(Properties, PartialEq)]
pub(super) struct PrivacyProps {
    pub open: bool,
    pub on_close: Callback<()>,
}

/// The explanation in its dialog.
#[component]
pub(super) fn Privacy(props: &PrivacyProps) -> Html {
    html! {
        <Dialog open={props.open} title={tr!("action-privacy")} size={DialogSize::Medium} on_close={props.on_close.clone()}>
            if props.open {
                <Explained on_close={props.on_close.clone()} />
            }
        </Dialog>
    }
}

/// What is looked up when the dialog is opened.
#[derive(Clone, Copy, PartialEq, Default)]
struct Found {
    room: Option<Room>,
    files_kept: Option<bool>,
}

#[derive(Properties, PartialEq)]
struct ExplainedProps {
    on_close: Callback<()>,
}

#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let session = use_session();
    let kept = use_session_state(Session::kept);
    let promise = use_session_state(Session::promise);
    let found = use_state_eq(Found::default);
    {
        let found = found.setter();
        use_effect_with((), move |()| {
            session.look_at_promise();
            spawn_local(async move {
                let files_kept = Some(persist::are_files_kept().await);
                found.set(Found { room: persist::room().await, files_kept });
            });
        });
    }
    let window = gloo::utils::window();
    let host = window.location().host().unwrap_or_default();
    let browser = window.navigator().user_agent().unwrap_or_default();
    let projects = match kept {
        None => tr!("loading"),
        Some(StorageKind::IndexedDb) => tr!("privacy-projects-indexeddb"),
        Some(StorageKind::LocalStorage) => tr!("privacy-projects-localstorage"),
        Some(StorageKind::Memory) => tr!("privacy-projects-memory"),
    };
    let files = match found.files_kept {
        None => tr!("loading"),
        Some(true) => tr!("privacy-app-kept"),
        Some(false) => tr!("privacy-app-none", host = &host),
    };
    let preferences = if prefs::are_kept() { tr!("privacy-prefs-kept") } else { tr!("privacy-prefs-memory") };
    let room = match found.room {
        Some(room) => tr!("room-of", used = format_bytes(room.used), quota = format_bytes(room.quota)),
        None => tr!("room-unknown"),
    };
    let mut facts = vec![
        (tr!("projects"), projects),
        (tr!("privacy-app"), files),
        (tr!("privacy-prefs"), preferences),
        (tr!("privacy-files"), tr!("privacy-files-text")),
        (tr!("privacy-room"), room),
    ];
    if kept == Some(StorageKind::IndexedDb) {
        facts.push((tr!("privacy-clearing"), promise_words(promise)));
    }
    let backups = match Route::current() {
        Route::Project(project, _) => Some(Route::Project(project, Place::Backups).hash()),
        Route::Start => None,
    };
    let leave = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <div class="prose">
            <p class="prose__lead">{ tr!("privacy-lead") }</p>
            <section key="stored">
                <h3>{ tr!("privacy-stored") }</h3>
                <dl class="about-facts">
                    { for facts.into_iter().enumerate().map(|(n, (what, words))| html! {
                        <div key={n}><dt>{ what }</dt><dd>{ words }</dd></div>
                    }) }
                </dl>
                <CoderName />
                if let Some(backups) = backups {
                    <p><a href={backups} onclick={leave}>{ tr!("privacy-to-backups") }</a></p>
                }
            </section>
            <section key="sent">
                <h3>{ tr!("privacy-sent") }</h3>
                <p>{ tr!("privacy-sent-text", host = &host) }</p>
                <p>{ tr!("privacy-sent-limits") }</p>
            </section>
            <section key="risk">
                <h3>{ tr!("privacy-risk") }</h3>
                <ul>{ for RISKS.iter().map(|key| html! { <li key={*key}>{ message(key, None) }</li> }) }</ul>
            </section>
            <section key="check">
                <h3>{ tr!("privacy-check") }</h3>
                <p>{ tr!("privacy-check-text") }</p>
                { for CHECKS.iter().map(|(name, sign, steps)| html! {
                    <details key={*name} open={browser.contains(sign)}>
                        <summary>{ message(name, None) }</summary>
                        <ol>{ for steps.iter().map(|key| html! { <li key={*key}>{ tr!(*key, host = &host) }</li> }) }</ol>
                    </details>
                }) }
            </section>
        </div>
    }
}

/// The name that is remembered to code under, and the way to have it forgotten.
#[component]
fn CoderName() -> Html {
    let prefs = use_prefs();
    let forgotten = use_state_eq(|| false);
    let words = use_node_ref();
    let forget = {
        let (forgotten, words) = (forgotten.setter(), words.clone());
        Callback::from(move |_: MouseEvent| {
            // The button goes with the name.
            if let Some(words) = words.cast::<web_sys::Element>() {
                dom::focus(&words);
            }
            prefs::update(|prefs| prefs.coder_name.clear());
            forgotten.set(true);
        })
    };
    let known = !prefs.coder_name.is_empty();
    let said = if known {
        tr!("privacy-name", name = &prefs.coder_name)
    } else if *forgotten {
        tr!("privacy-name-forgotten")
    } else {
        tr!("privacy-name-none")
    };
    html! {
        <p class="about-name">
            <span ref={words} tabindex="-1" role="status">{ said }</span>
            if known {
                <Button key="forget" label={tr!("privacy-name-forget")} small=true onclick={forget} />
            }
        </p>
    }
}
