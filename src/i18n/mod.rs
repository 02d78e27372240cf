//! Words for people: Fluent messages in English and Arabic, and numbers and dates as the browser writes them.
//!
//! The rest of the app asks for a message by key: `tr!("ok")`, `tr!("documents-count", n = 3)`. Messages live in
//! one `.ftl` file an area and language, built into the app.
//!
//! **Direction of arguments.** A text argument whose characters run against the direction of the interface (an
//! Arabic name in an English sentence, and the reverse) is put between FSI and PDI, the Unicode isolates, so that it
//! cannot disturb the sentence around it. One that runs the same way is left as it is, and numbers always are: so
//! the usual message has no invisible characters and is the same in a text node, a title or an `aria-label`, where
//! browsers and screen readers follow isolates too.
//!
//! **Changing the language** makes the whole tree under [`LangProvider`] anew, so that no component can keep an old
//! word; what must survive it (the open project, the panes' state) lives outside that tree.
mod args;
mod bundles;
mod errors;
mod intl;
mod lang;
mod provider;
mod sentence;

pub use args::Args;
pub use bundles::{message, message_in};
pub use errors::{load_issue, not_saved, read_error, recovery, refused, shelf_error, storage_error};
pub use intl::{format_bytes, format_date, format_date_time, format_number, format_percent, format_time, relative};
pub use lang::{Lang, browser_lang, current, set_current};
pub use provider::LangProvider;

/// A message that becomes a user's own words: without the marks that isolate what runs against the interface.
pub fn unmarked(text: yew::AttrValue) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect()
}

/// The message of a key in the current language: `tr!("ok")`, `tr!("documents-count", n = documents.len())`.
///
/// Arguments are named as in the message, with `_` for `-`; texts, integers and floats are taken.
macro_rules! tr {
    ($key:expr $(,)?) => {
        $crate::i18n::message($key, None)
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::i18n::Args::new();
        $(args.set(stringify!($name), $value);)+
        $crate::i18n::message($key, Some(&args))
    }};
}
pub(crate) use tr;
