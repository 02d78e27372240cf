//! The reader's preferences, kept in this browser's localStorage: read once, written at each change.
//!
//! A browser may refuse localStorage altogether (blocked cookies, private modes) or throw when it is full; then the
//! preferences hold until the page is closed, and nothing else is affected.
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

use crate::actions::keymap::Changed;
use crate::i18n::{self, Lang};

/// Where the preferences stand in localStorage.
const KEY: &str = "emic.prefs";
/// What the keys of remembered panes and sizes begin with.
const VIEW_PREFIX: &str = "emic.view.";

/// The colours of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system asks.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strong lines and the strongest text colours.
    Contrast,
}

impl Theme {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// The key of its name in the messages.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Auto => "theme-auto",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
            Self::Contrast => "theme-contrast",
        }
    }

    /// The value of `data-theme` on the root element; none when the style sheet asks the system.
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::Contrast => Some("contrast"),
        }
    }
}

/// The length of a line in the reading view.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// About 50 characters.
    Narrow,
    /// About 62 characters.
    #[default]
    Normal,
    /// About 80 characters.
    Wide,
}

impl Measure {
    /// Every choice, from short to long.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Normal, Self::Wide];

    /// The key of its name in the messages.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Narrow => "measure-narrow",
            Self::Normal => "measure-normal",
            Self::Wide => "measure-wide",
        }
    }

    const fn attribute(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Normal => "normal",
            Self::Wide => "wide",
        }
    }
}

/// The size of the text that is read and coded, as a step of a scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextSize(i8);

impl TextSize {
    /// The share of the normal size that each step stands for; the style sheet has the same numbers.
    const SHARES: [f64; 6] = [0.875, 1.0, 1.125, 1.25, 1.5, 1.75];
    const LEAST: i8 = -1;

    /// One step larger, if there is one.
    pub fn larger(self) -> Option<Self> {
        (self.index() + 1 < Self::SHARES.len()).then(|| Self(self.0 + 1))
    }

    /// One step smaller, if there is one.
    pub fn smaller(self) -> Option<Self> {
        (self.index() > 0).then(|| Self(self.0 - 1))
    }

    /// The size as a share of the normal one (1.0).
    pub fn share(self) -> f64 {
        Self::SHARES[self.index()]
    }

    /// A stored number may be anything.
    fn index(self) -> usize {
        let step = i16::from(self.0) - i16::from(Self::LEAST);
        usize::try_from(step).unwrap_or(0).min(Self::SHARES.len() - 1)
    }
}

/// Everything that is remembered about the reader rather than about a project.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// The colours.
    pub theme: Theme,
    /// The size of the text read.
    pub text_size: TextSize,
    /// The language chosen; none when it follows the browser.
    pub lang: Option<Lang>,
    /// The length of a line.
    pub measure: Measure,
    /// Whether the margin does not say who speaks.
    pub no_speakers: bool,
    /// Whether it does not say when.
    pub no_times: bool,
    /// Whether it does not say which page begins.
    pub no_pages: bool,
    /// Who coded last: the name offered when a project asks.
    pub coder_name: String,
    /// Whether files that text is brought in from are kept as they are.
    pub keep_originals: bool,
    /// Whether the browser was asked to keep what is stored.
    pub storage_asked: bool,
    /// The keys that were changed.
    pub keys: Changed,
    /// Whether the tour was ended once, so that it need not be offered.
    pub tour_ended: bool,
    /// The version whose news were read last, or that was the first one here.
    pub news_seen: String,
}

impl Prefs {
    /// The language to show: the one chosen, else the browser's.
    pub fn effective_lang(&self) -> Lang {
        self.lang.unwrap_or_else(i18n::browser_lang)
    }
}

/// Who is told of a change, by number.
type Listeners = Vec<(usize, Callback<()>)>;

thread_local! {
    static CURRENT: RefCell<Rc<Prefs>> = RefCell::default();
    static LISTENERS: RefCell<(usize, Listeners)> = RefCell::default();
}

/// Reads what is stored and applies it to the page. Call once, before the first render.
pub fn init() {
    reload();
    // Another tab may change them.
    EventListener::new(&gloo::utils::window(), "storage", |_| {
        reload();
        tell();
    })
    .forget();
}

/// The preferences now; components use [`use_prefs`].
pub fn current() -> Rc<Prefs> {
    CURRENT.with_borrow(Rc::clone)
}

/// Changes the preferences, applies them to the page, stores them and draws what depends on them.
pub fn update(change: impl FnOnce(&mut Prefs)) {
    let mut prefs = (*current()).clone();
    change(&mut prefs);
    if prefs == *current() {
        return;
    }
    write(KEY, &prefs);
    adopt(prefs);
    tell();
}

fn reload() {
    adopt(read(KEY).unwrap_or_default());
}

fn adopt(prefs: Prefs) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = match prefs.theme.attribute() {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
        let _ = root.set_attribute("data-text-size", &prefs.text_size.index().to_string());
        let _ = root.set_attribute("data-measure", prefs.measure.attribute());
    }
    i18n::set_current(prefs.effective_lang());
    CURRENT.set(Rc::new(prefs));
}

fn tell() {
    // Copied first: a listener may come or go while it is told.
    let listeners = LISTENERS.with_borrow(|(_, all)| all.clone());
    for (_, listener) in listeners {
        listener.emit(());
    }
}

/// The preferences as a component sees them. Reads like [`Prefs`].
#[derive(Clone, PartialEq)]
pub struct UsePrefs(Rc<Prefs>);

impl Deref for UsePrefs {
    type Target = Prefs;
    fn deref(&self) -> &Prefs {
        &self.0
    }
}

/// The preferences; the component is drawn anew when they change. Change them by [`update`].
#[hook]
pub fn use_prefs() -> UsePrefs {
    let shown = current();
    let draw = use_force_update();
    let first = shown.clone();
    use_effect_with((), move |()| {
        if !Rc::ptr_eq(&first, &current()) {
            draw.force_update();
        }
        let number = LISTENERS.with_borrow_mut(|(next, all)| {
            *next += 1;
            all.push((*next, Callback::from(move |()| draw.force_update())));
            *next
        });
        move || LISTENERS.with_borrow_mut(|(_, all)| all.retain(|(n, _)| *n != number))
    });
    UsePrefs(shown)
}

/// What was remembered about a view of a project (`project` is its id, `view` names a pane or list).
pub fn view_state<T: DeserializeOwned + 'static>(project: &str, view: &str) -> Option<T> {
    read(&format!("{VIEW_PREFIX}{project}.{view}"))
}

/// Remembers something about a view of a project: scroll position, open panels, filters.
pub fn set_view_state<T: Serialize>(project: &str, view: &str, state: &T) {
    write(&format!("{VIEW_PREFIX}{project}.{view}"), state);
}

/// Forgets everything remembered about a project's views; for when it is deleted.
pub fn forget_project(project: &str) {
    let prefix = format!("{VIEW_PREFIX}{project}.");
    NOT_KEPT.with_borrow_mut(|all| all.retain(|key, _| !key.starts_with(&prefix)));
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|i| storage.key(i).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(&prefix)) {
        let _ = storage.remove_item(key);
    }
}

/// localStorage if this browser hands it out and can be read. gloo takes both for granted and panics otherwise, so
/// that every use of it here asks first.
fn storage() -> Option<web_sys::Storage> {
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    storage.get_item(KEY).ok()?;
    Some(storage)
}

/// Whether this browser keeps them beyond the page.
pub fn are_kept() -> bool {
    storage().is_some()
}

thread_local! {
    /// What localStorage did not take, for as long as the page is open.
    static NOT_KEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

fn read<T: DeserializeOwned + 'static>(key: &str) -> Option<T> {
    let here = NOT_KEPT.with_borrow(|all| all.get(key).and_then(|value| serde_json::from_str(value).ok()));
    here.or_else(|| {
        storage()?;
        LocalStorage::get(key).ok()
    })
}

fn write<T: Serialize>(key: &str, value: &T) {
    // A full store is not worth an alarm.
    let kept = storage().is_some() && LocalStorage::set(key, value).is_ok();
    NOT_KEPT.with_borrow_mut(|all| match serde_json::to_string(value) {
        Ok(value) if !kept => drop(all.insert(key.to_owned(), value)),
        _ => drop(all.remove(key)),
    });
}
