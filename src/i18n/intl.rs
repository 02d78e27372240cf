//! Numbers, dates and times as the browser's `Intl` writes them for the reader's language and region.
use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{Lang, current, lang::locale};

thread_local! {
    /// Formatters by language and options: making one costs a thousand times what using it does.
    static FORMATTERS: RefCell<HashMap<(Lang, String), Option<Object>>> = RefCell::new(HashMap::new());
}

/// Small counts are kept as written: lists and margins show hundreds of them at once.
const SMALL: f64 = 1000.0;

thread_local! {
    static COUNTS: RefCell<HashMap<(Lang, u32), String>> = RefCell::default();
}

/// A whole or decimal number with the language's digits and separators.
pub fn format_number(value: f64) -> String {
    let lang = current();
    let write = || written("NumberFormat", lang, &[], &[value.into()]).unwrap_or_else(|| value.to_string());
    if (0.0..SMALL).contains(&value) && value.fract() == 0.0 {
        COUNTS.with_borrow_mut(|counts| counts.entry((lang, value as u32)).or_insert_with(write).clone())
    } else {
        write()
    }
}

/// A share (0.25) as a percentage, with at most `decimals` decimal places.
pub fn format_percent(share: f64, decimals: u8) -> String {
    let options = [("style", "percent".into()), ("maximumFractionDigits", f64::from(decimals).into())];
    written("NumberFormat", current(), &options, &[share.into()])
        .unwrap_or_else(|| format!("{:.*}%", usize::from(decimals), share * 100.0))
}

/// An amount of data in the unit that fits: "12 kB", "3.4 MB". Units are of 1,000, as systems count disks.
pub fn format_bytes(bytes: f64) -> String {
    // What is something does not look like nothing.
    let bytes = if bytes > 0.0 { bytes.max(100.0) } else { bytes };
    let (unit, size) = match bytes {
        b if b < 1e6 => ("kilobyte", 1e3),
        b if b < 1e9 => ("megabyte", 1e6),
        _ => ("gigabyte", 1e9),
    };
    let amount = bytes / size;
    let decimals = if amount < 10.0 { 1.0 } else { 0.0 };
    let options =
        [("style", "unit".into()), ("unit", unit.into()), ("maximumFractionDigits", JsValue::from_f64(decimals))];
    written("NumberFormat", current(), &options, &[amount.into()]).unwrap_or_else(|| format!("{amount:.1} {unit}"))
}

/// A day, such as "21 Nov 2026"; `ms` counts milliseconds since 1970 in UTC and is shown in the local time zone.
pub fn format_date(ms: f64) -> String {
    date(ms, &[("dateStyle", "medium".into())])
}

/// A time of day, such as "14:05".
pub fn format_time(ms: f64) -> String {
    date(ms, &[("timeStyle", "short".into())])
}

/// A day and time.
pub fn format_date_time(ms: f64) -> String {
    date(ms, &[("dateStyle", "medium".into()), ("timeStyle", "short".into())])
}

/// How long before (or after) `now` a moment is, in the largest unit that fits: "2 days ago", "yesterday". Both in
/// milliseconds since 1970. Beyond four weeks, the date.
pub fn relative(ms: f64, now: f64) -> String {
    const MINUTE: f64 = 60_000.0;
    const HOUR: f64 = 60.0 * MINUTE;
    const DAY: f64 = 24.0 * HOUR;
    const WEEK: f64 = 7.0 * DAY;
    let passed = (now - ms).abs();
    let (unit, length) = match passed {
        p if p < MINUTE => ("second", 1000.0),
        p if p < HOUR => ("minute", MINUTE),
        p if p < DAY => ("hour", HOUR),
        p if p < WEEK => ("day", DAY),
        p if p < 4.0 * WEEK => ("week", WEEK),
        _ => return format_date(ms),
    };
    // Seconds tick too fast to be read: all of the last minute is "now".
    let count = if unit == "second" { 0.0 } else { ((ms - now) / length).trunc() };
    let options = [("numeric", "auto".into())];
    written("RelativeTimeFormat", current(), &options, &[count.into(), unit.into()]).unwrap_or_else(|| format_date(ms))
}

/// A number in a message, with the options that the message's `NUMBER()` gave.
pub(super) fn number(lang: Lang, value: f64, options: &[(&str, JsValue)]) -> String {
    written("NumberFormat", lang, options, &[value.into()]).unwrap_or_else(|| value.to_string())
}

fn date(ms: f64, options: &[(&str, JsValue)]) -> String {
    let written = written("DateTimeFormat", current(), options, &[ms.into()]);
    written.unwrap_or_else(|| js_sys::Date::new(&ms.into()).to_iso_string().as_string().unwrap_or_default())
}

/// `new Intl[kind](locale, options).format(...values)`; `None` if the browser throws on any of it.
fn written(kind: &str, lang: Lang, options: &[(&str, JsValue)], values: &[JsValue]) -> Option<String> {
    let key = (lang, format!("{kind}{options:?}"));
    let formatter =
        FORMATTERS.with_borrow_mut(|all| all.entry(key).or_insert_with(|| make(kind, lang, options)).clone())?;
    let format: Function = Reflect::get(&formatter, &"format".into()).ok()?.dyn_into().ok()?;
    format.apply(&formatter, &values.iter().collect::<Array>()).ok()?.as_string()
}

fn make(kind: &str, lang: Lang, options: &[(&str, JsValue)]) -> Option<Object> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let chosen = Object::new();
    for (name, value) in options {
        Reflect::set(&chosen, &(*name).into(), value).ok()?;
    }
    let args = Array::of2(&locale(lang).into(), &chosen);
    Reflect::construct(&constructor, &args).ok()?.dyn_into().ok()
}
