//! The messages of each language, parsed when first used.
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

use fluent_syntax::ast::{Entry, Message};
use wasm_bindgen::JsValue;
use yew::AttrValue;

use super::args::Value;
use super::sentence::Sentence;
use super::{Args, Lang, current, intl};

macro_rules! sources {
    ($lang:literal: $($area:literal),+ $(,)?) => {
        &[$(include_str!(concat!($lang, "/", $area, ".ftl"))),+]
    };
}
macro_rules! every_area {
    ($lang:literal) => {
        sources!(
            $lang: "common", "start", "import", "documents", "reader", "codes", "picker", "quotation", "retrieve",
            "history", "guide", "cases", "memos", "backups", "search", "scope", "storage", "errors", "actions", "tour",
            "about", "codebook", "themes",
        )
    };
}

const ENGLISH: &[&str] = every_area!("en");
const ARABIC: &[&str] = every_area!("ar");

/// The messages of a language by their names.
type Bundle = HashMap<&'static str, Message<&'static str>>;

thread_local! {
    static EN: OnceCell<Bundle> = const { OnceCell::new() };
    static AR: OnceCell<Bundle> = const { OnceCell::new() };
}

/// The message of `key` in the current language; see [`message_in`].
pub fn message(key: &str, args: Option<&Args>) -> AttrValue {
    message_in(current(), key, args)
}

/// The message of `key` in a language; in English if that language lacks it; the key itself if no language has it.
/// `key` may name an attribute of a message (`delete.title`).
pub fn message_in(lang: Lang, key: &str, args: Option<&Args>) -> AttrValue {
    let text = find(lang, key, args).or_else(|| find(Lang::En, key, args));
    if text.is_none() && cfg!(debug_assertions) {
        gloo::console::warn!("no message for this key:", key);
    }
    AttrValue::from(text.unwrap_or_else(|| key.to_owned()))
}

fn find(lang: Lang, key: &str, args: Option<&Args>) -> Option<String> {
    let bundles = match lang {
        Lang::En => &EN,
        Lang::Ar => &AR,
    };
    bundles.with(|bundle| {
        let bundle = bundle.get_or_init(|| parse(lang));
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = bundle.get(id)?;
        let pattern = match attribute {
            Some(name) => &message.attributes.iter().find(|attribute| attribute.id.name == name)?.value,
            None => message.value.as_ref()?,
        };
        let mut sentence = Sentence::new(lang, args, &written);
        sentence.add(pattern);
        if cfg!(debug_assertions) {
            for fault in &sentence.faults {
                gloo::console::warn!("message", key, fault);
            }
        }
        Some(sentence.text)
    })
}

fn parse(lang: Lang) -> Bundle {
    let sources = match lang {
        Lang::En => ENGLISH,
        Lang::Ar => ARABIC,
    };
    let mut bundle = Bundle::new();
    for source in sources {
        // A fault in one message leaves the others usable; the tidy test finds it before anyone else does.
        let resource = fluent_syntax::parser::parse_runtime(*source).unwrap_or_else(|(resource, faults)| {
            if cfg!(debug_assertions) {
                gloo::console::warn!("unreadable messages in", lang.tag(), format!("{faults:?}"));
            }
            resource
        });
        bundle.extend(resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message)),
            _ => None,
        }));
    }
    bundle
}

/// How an argument is written: numbers by the browser, texts isolated where they run against the interface.
fn written(lang: Lang, value: &Value, options: &[(&str, JsValue)]) -> String {
    match value {
        Value::Text(text) => isolated(text, lang).map_or_else(|| text.clone(), Cow::into_owned),
        Value::Number(number) => intl::number(lang, *number, options),
    }
}

/// The text between FSI and PDI if it would disturb a sentence of `lang`; `None` if it would not.
fn isolated(text: &str, lang: Lang) -> Option<Cow<'_, str>> {
    let foreign = match lang {
        Lang::En => text.chars().any(runs_right_to_left),
        Lang::Ar => !text.chars().all(|c| c.is_whitespace() || (runs_right_to_left(c) && !is_bidi_control(c))),
    };
    foreign.then(|| Cow::Owned(format!("\u{2068}{text}\u{2069}")))
}

/// Letters of the right-to-left blocks, and the controls that turn the direction (Unicode 16, UAX 9).
fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        || is_bidi_control(c)
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
