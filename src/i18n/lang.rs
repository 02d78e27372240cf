//! The languages of the interface, and which one is current.
use std::cell::{Cell, RefCell};

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, left to right.
    #[default]
    En,
    /// Arabic, right to left.
    Ar,
}

impl Lang {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 2] = [Self::En, Self::Ar];

    /// The tag for `<html lang>` and for Fluent.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
        }
    }

    /// The value of `<html dir>`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// Whether the interface runs from right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The language's own name, the same in every language.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ar => "العربية",
        }
    }

    /// The language of a tag such as `ar-EG`, if the interface has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }
}

thread_local! {
    static CURRENT: Cell<Lang> = const { Cell::new(Lang::En) };
    /// The languages that the reader asked the browser for, best first; read once.
    static WANTED: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// The language in which messages are given now.
pub fn current() -> Lang {
    CURRENT.get()
}

/// Changes the language of messages and of the page's root element. Nothing is drawn anew by this alone: the
/// preferences call it and tell their listeners, [`super::LangProvider`] among them.
pub fn set_current(lang: Lang) {
    CURRENT.set(lang);
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("lang", lang.tag());
        let _ = root.set_attribute("dir", lang.dir());
    }
}

/// The first language that the browser asks for and the interface has; English when there is none.
pub fn browser_lang() -> Lang {
    wanted(|tags| tags.iter().find_map(|tag| Lang::from_tag(tag))).unwrap_or_default()
}

/// The tag for the browser's number and date formats: the reader's own region of the language if they named one
/// (`en-GB`, `ar-EG`), else the bare language. What digits bare Arabic is written with differs from browser to browser;
/// here it is those of the numbers in the text's margin.
pub(super) fn locale(lang: Lang) -> String {
    let named = wanted(|tags| tags.iter().find(|tag| Lang::from_tag(tag) == Some(lang)).cloned());
    match named {
        Some(tag) if tag != "ar" => tag,
        _ if lang == Lang::Ar => "ar-u-nu-latn".to_owned(),
        _ => lang.tag().to_owned(),
    }
}

fn wanted<T>(find: impl FnOnce(&[String]) -> T) -> T {
    WANTED.with_borrow_mut(|wanted| find(wanted.get_or_insert_with(read_wanted)))
}

fn read_wanted() -> Vec<String> {
    let navigator = gloo::utils::window().navigator();
    let mut tags: Vec<String> = navigator.languages().iter().filter_map(|tag| tag.as_string()).collect();
    tags.extend(navigator.language());
    // Some systems hand out names that `Intl` refuses with an exception (`en-US@posix`).
    tags.retain(|tag| {
        tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    });
    tags
}
