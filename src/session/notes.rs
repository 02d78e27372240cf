//! What must be said about storage: that it is small, or blocked, or full, or in another tab's hands.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::read_only::ReadOnlyBanner;
use super::remind::ExportReminder;
use super::{Opening, Promise, Saving, Session, Unsaved, use_session, use_session_state};
use crate::i18n::{not_saved, recovery, shelf_error, tr};
use crate::persist::{NotSaved, SaveState, StorageKind};
use crate::platform::{self, Version};
use crate::route::{Place, Route};
use crate::widgets::{Banner, Button, ButtonVariant, Icon, IconButton, IconName, Tone, toast};

/// Hands the open project over as a file, and says so.
pub fn export_open(session: &Session) {
    let session = session.clone();
    spawn_local(async move {
        match session.export_open().await {
            Ok(exported) => toast(exported.words(), None),
            Err(why) => toast(why, None),
        }
    });
}

/// Where projects are kept, if that is less than it should be, and what was left and could not be written.
#[component]
pub fn StorageBanner() -> Html {
    let kept = use_session_state(Session::kept);
    let unsaved = use_session_state(Session::unsaved);
    let carried = use_session_state(Session::carried);
    html! {
        <div class="storage-banner">
            { for unsaved.into_iter().map(|Unsaved { id, title, why }| html! {
                <Banner
                    key={id.to_string()}
                    tone={Tone::Error}
                    title={tr!("banner-left-title", title = title)}
                    actions={html! {
                        <Button
                            label={tr!("open")}
                            small=true
                            onclick={Callback::from(move |_: MouseEvent| Route::Project(id, Place::Read(None, None)).go())}
                        />
                    }}
                >
                    { not_saved(&why) }
                </Banner>
            }) }
            if !carried.beside.is_empty() {
                <Banner key="beside" tone={Tone::Warning} title={tr!("carried-beside-title")}>
                    { tr!("carried-beside", n = carried.beside.len(), titles = carried.beside.join(" · ")) }
                </Banner>
            }
            if let Some(why) = carried.failed.first() {
                <Banner
                    key="not-carried"
                    tone={Tone::Warning}
                    title={tr!("carried-failed-title", n = carried.failed.len())}
                >
                    { shelf_error(why) }
                </Banner>
            }
            if kept == Some(StorageKind::Memory) {
                <Banner key="memory" tone={Tone::Warning} title={tr!("banner-memory-title")}>
                    { tr!("banner-memory") }
                </Banner>
            } else if kept == Some(StorageKind::LocalStorage) {
                <Banner key="small" tone={Tone::Warning} title={tr!("banner-small-title")}>
                    { tr!("banner-small") }
                </Banner>
            }
        </div>
    }
}

/// Where projects are kept, and that nothing leaves.
#[component]
pub fn StorageNote() -> Html {
    let kept = use_session_state(Session::kept);
    html! {
        <div class="storage-note">
            <span class="storage-note__promise"><Icon name={IconName::Lock} />{ tr!("nothing-leaves") }</span>
            <span>{ kept.map(kept_words).unwrap_or_default() }</span>
            <span>{ tr!("kept-export-reminder") }</span>
        </div>
    }
}

/// Where projects are kept, in words.
pub fn kept_words(kept: StorageKind) -> AttrValue {
    match kept {
        StorageKind::IndexedDb => tr!("kept-indexeddb"),
        StorageKind::LocalStorage => tr!("kept-localstorage"),
        StorageKind::Memory => tr!("kept-memory"),
    }
}

/// Whether the browser protects what is stored from clearing, in words.
pub fn promise_words(promise: Promise) -> AttrValue {
    match promise {
        Promise::Unknown => tr!("loading"),
        Promise::Given => tr!("promise-given"),
        Promise::NotAsked => tr!("promise-not-asked"),
        Promise::Refused => tr!("promise-refused"),
        Promise::None => tr!("promise-none"),
    }
}

/// What must be said over an open project. Stays until its reason is gone.
#[component]
pub fn ProjectBanners() -> Html {
    let session = use_session();
    let saving = use_session_state(Session::saving);
    let opening = use_session_state(Session::opening);
    let kept = use_session_state(Session::kept);
    let read = use_state_eq(|| false);
    let export = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| export_open(&session))
    };
    let retry = {
        let opening = opening.clone();
        Callback::from(move |_: MouseEvent| {
            if let Opening::Ready(opened) = &opening {
                opened.retry();
            }
        })
    };
    let reload = Callback::from(|_: MouseEvent| platform::reload(Version::Newest));
    let export_button = html! {
        <Button
            label={tr!("save-export-now")}
            small=true
            icon={IconName::Download}
            variant={ButtonVariant::Primary}
            onclick={export.clone()}
        />
    };
    // Neither helps to try again.
    let lost = matches!(saving, Saving::Writes(SaveState::NotSaved(NotSaved::Lost | NotSaved::Closed)));
    let failed = match &saving {
        Saving::Writes(SaveState::NotSaved(why)) if *why != NotSaved::ReadOnly => {
            let title = match why {
                NotSaved::Full => tr!("banner-full-title"),
                NotSaved::Closed => tr!("banner-closed-title"),
                NotSaved::Lost => tr!("banner-lost-title"),
                _ => tr!("banner-failed-title"),
            };
            let actions = html! {
                <>
                    { export_button.clone() }
                    if lost {
                        <Button label={tr!("banner-reload")} small=true onclick={reload} />
                    } else {
                        <Button label={tr!("banner-try-again")} small=true onclick={retry} />
                    }
                </>
            };
            Some(html! { <Banner key="failed" tone={Tone::Error} {title} {actions}>{ not_saved(why) }</Banner> })
        }
        _ => None,
    };
    let found = match &opening {
        Opening::Ready(opened) if !*read => recovery(opened.recovery()),
        _ => Vec::new(),
    };
    let dismiss = {
        let read = read.setter();
        Callback::from(move |_: MouseEvent| read.set(true))
    };
    html! {
        <div class="banners">
            { for failed }
            if saving == Saving::ReadOnly {
                <ReadOnlyBanner key="read-only" />
            }
            if kept == Some(StorageKind::Memory) && saving != Saving::ReadOnly {
                <Banner key="memory" tone={Tone::Warning} title={tr!("banner-memory-title")} actions={export_button}>
                    { tr!("banner-memory") }
                </Banner>
            }
            <ExportReminder key="reminder" />
            if !found.is_empty() {
                <Banner
                    key="recovery"
                    tone={Tone::Warning}
                    title={tr!("recovery-title")}
                    actions={html! {
                        <IconButton icon={IconName::Close} label={tr!("dismiss")} small=true onclick={dismiss} />
                    }}
                >
                    <ul class="banner__list">
                        { for found.iter().enumerate().map(|(n, line)| html! { <li key={n}>{ line.clone() }</li> }) }
                    </ul>
                </Banner>
            }
        </div>
    }
}
