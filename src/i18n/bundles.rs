//! The messages of each language, parsed when first used.
use std::borrow::Cow;
use std::cell::OnceCell;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use yew::AttrValue;

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
            "history", "backups", "search", "scope", "storage", "errors",
        )
    };
}

const ENGLISH: &[&str] = every_area!("en");
const ARABIC: &[&str] = every_area!("ar");

type Bundle = FluentBundle<FluentResource>;

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
    let args = args.map(Args::fluent);
    let text = find(lang, key, args).or_else(|| find(Lang::En, key, args));
    if text.is_none() && cfg!(debug_assertions) {
        gloo::console::warn!("no message for this key:", key);
    }
    AttrValue::from(text.unwrap_or_else(|| key.to_owned()))
}

fn find(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
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
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut faults = Vec::new();
        // `format_pattern` would take a message without arguments for an argument, and isolate it.
        let mut text = String::new();
        bundle.write_pattern(&mut text, pattern, args, &mut faults).ok()?;
        if cfg!(debug_assertions) {
            for fault in faults {
                gloo::console::warn!("message", key, fault.to_string());
            }
        }
        Some(text)
    })
}

fn parse(lang: Lang) -> Bundle {
    let (sources, formatter): (_, fn(&FluentValue<'_>, &_) -> _) = match lang {
        Lang::En => (ENGLISH, written::<_, false>),
        Lang::Ar => (ARABIC, written::<_, true>),
    };
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new(vec![id]);
    // `written` isolates what needs it; see the module's head.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    if bundle.add_builtins().is_err() && cfg!(debug_assertions) {
        gloo::console::warn!("Fluent's own functions are not available");
    }
    for source in sources {
        // A fault in one message leaves the others usable; the tidy test finds it before anyone else does.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, faults)| {
            if cfg!(debug_assertions) {
                gloo::console::warn!("unreadable messages in", lang.tag(), format!("{faults:?}"));
            }
            resource
        });
        if let Err(faults) = bundle.add_resource(resource)
            && cfg!(debug_assertions)
        {
            gloo::console::warn!("messages given twice in", lang.tag(), format!("{faults:?}"));
        }
    }
    bundle
}

/// How an argument is written: numbers by the browser, texts isolated where they run against the interface.
fn written<M, const RTL: bool>(value: &FluentValue<'_>, _memoizer: &M) -> Option<String> {
    let lang = if RTL { Lang::Ar } else { Lang::En };
    match value {
        FluentValue::String(text) => isolated(text, lang).map(Cow::into_owned),
        FluentValue::Number(FluentNumber { value, options }) => Some(intl::number(lang, *value, options)),
        _ => None,
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
