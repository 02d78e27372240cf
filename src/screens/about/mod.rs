//! What explains the app: where data are, what is new in a version, and the ways there.

mod news;
mod privacy;

use std::rc::Rc;

use yew::prelude::*;

use crate::actions::owners::put;
use crate::actions::{Action, Way, keymap, use_owner};
use crate::i18n::tr;
use crate::platform;
use crate::prefs::use_prefs;
use crate::widgets::{IconName, Menu, MenuItem, toast};
use news::{News, is_unread};
use privacy::Privacy;

pub use news::note_first_visit;

/// Which dialog is open.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Privacy,
    News,
}

/// Stands once in the app: its dialogs, and the actions that open them.
#[component]
pub fn About() -> Html {
    let shown = use_state_eq(|| Shown::Nothing);
    {
        let shown = shown.setter();
        use_owner(move |action, way| {
            let show = match action {
                Action::Privacy => Shown::Privacy,
                Action::News => Shown::News,
                _ => return None,
            };
            if way == Way::Do {
                shown.set(show);
            }
            Some(Ok(()))
        });
    }
    let on_close = {
        let shown = shown.setter();
        use_callback((), move |(), ()| shown.set(Shown::Nothing))
    };
    html! {
        <div class="about">
            <Privacy key="privacy" open={*shown == Shown::Privacy} on_close={on_close.clone()} />
            <News key="news" open={*shown == Shown::News} {on_close} />
        </div>
    }
}

/// Does an action, or says why not.
fn act(action: Action) {
    if let Some(Err(why)) = put(action, Way::Do) {
        toast(why, None);
    }
}

/// The ways to them at the foot of the start page, with the version.
#[component]
pub fn AboutLinks() -> Html {
    let unread = is_unread(&use_prefs().news_seen);
    let open = |action: Action| Callback::from(move |_: MouseEvent| act(action));
    let version = match platform::build() {
        Some(build) => tr!("about-version-build", version = platform::VERSION, build = build),
        None => tr!("news-version", version = platform::VERSION),
    };
    html! {
        <p class="about-links">
            <button type="button" class="about-links__one" aria-haspopup="dialog" onclick={open(Action::Privacy)}>
                { Action::Privacy.name() }
            </button>
            <button
                type="button"
                class={classes!("about-links__one", unread.then_some("has-news"))}
                aria-haspopup="dialog"
                onclick={open(Action::News)}
            >
                { news_words(unread) }
            </button>
            <span>{ version }</span>
        </p>
    }
}

fn news_words(unread: bool) -> AttrValue {
    if unread { tr!("news-unread", version = platform::VERSION) } else { Action::News.name() }
}

/// The ways to help, in the header.
#[component]
pub fn HelpMenu() -> Html {
    let unread = is_unread(&use_prefs().news_seen);
    let item = |action: Action, icon: IconName| {
        let words = if action == Action::News { news_words(unread) } else { action.name() };
        let item = MenuItem::new(words, Callback::from(move |()| act(action))).icon(icon);
        match keymap::shown(action) {
            Some(keys) => item.keys(keys),
            None => item,
        }
    };
    let items: Rc<[MenuItem]> = Rc::from([
        item(Action::Tour, IconName::ArrowEnd),
        item(Action::Shortcuts, IconName::Keyboard),
        item(Action::Privacy, IconName::Lock),
        item(Action::News, IconName::Info).parted(),
    ]);
    html! {
        <span class={classes!("help", unread.then_some("has-news"))}>
            <Menu id="help" label={tr!("help")} icon={IconName::Help} icon_only=true {items} />
        </span>
    }
}
