//! Character references ("&amp;", "&#8220;"), read as the HTML standard says.

use std::borrow::Cow;
use std::sync::OnceLock;

/// The names of the HTML standard, in the order of their bytes, each with its code points.
const NAMES: &str = include_str!("entities.txt");

/// The longest name that is also known without its semicolon.
const LONGEST_BARE: usize = 6;
/// The longest name.
const LONGEST: usize = 32;

fn named(name: &str) -> Option<&'static str> {
    static LINES: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let lines = LINES.get_or_init(|| NAMES.lines().filter_map(|line| line.split_once(' ')).collect());
    let at = lines.binary_search_by(|line| line.0.cmp(name)).ok()?;
    lines.get(at).map(|line| line.1)
}

/// The words with their references resolved. In an attribute a name without a semicolon that goes on is none.
pub(super) fn resolve(raw: &str, attribute: bool) -> Cow<'_, str> {
    let Some(first) = raw.find('&') else { return Cow::Borrowed(raw) };
    let mut out = String::with_capacity(raw.len());
    out.push_str(&raw[..first]);
    let mut rest = &raw[first..];
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let read = match rest.strip_prefix('#') {
            Some(digits) => numeric(digits, &mut out).map(|length| length + 1),
            None => by_name(rest, attribute, &mut out),
        };
        match read {
            Some(length) => rest = &rest[length..],
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What follows "&"; how many of its bytes are the reference.
fn by_name(rest: &str, attribute: bool, out: &mut String) -> Option<usize> {
    let letters = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    if rest[letters..].starts_with(';')
        && let Some(points) = named(&rest[..=letters])
    {
        push(points, out);
        return Some(letters + 1);
    }
    let (length, points) =
        (1..=letters.min(LONGEST_BARE)).rev().find_map(|length| Some((length, named(&rest[..length])?)))?;
    let goes_on = rest[length..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
    if attribute && goes_on {
        return None;
    }
    push(points, out);
    Some(length)
}

fn push(points: &str, out: &mut String) {
    out.extend(points.split(' ').filter_map(|point| char::from_u32(u32::from_str_radix(point, 16).ok()?)));
}

/// What follows "&#"; how many of its bytes belong to the number.
fn numeric(rest: &str, out: &mut String) -> Option<usize> {
    let (digits, radix, skipped) = match rest.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (rest, 10, 0),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    // A number that does not fit is as wrong as one beyond Unicode.
    let number = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    out.push(match number {
        // The standard reads these as the bytes of Western European, since that is what pages mean.
        0x80..=0x9f => encoding_rs::WINDOWS_1252.decode(&[number as u8]).0.chars().next().unwrap_or('\u{fffd}'),
        0 => '\u{fffd}',
        _ => char::from_u32(number).unwrap_or('\u{fffd}'),
    });
    let end = usize::from(digits[length..].starts_with(';'));
    Some(skipped + length + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_in_order() {
        let names: Vec<&str> = NAMES.lines().filter_map(|line| line.split_once(' ')).map(|line| line.0).collect();
        assert_eq!(names.len(), 2231);
        assert!(names.is_sorted());
        let bare = names.iter().filter(|name| !name.ends_with(';')).map(|name| name.len()).max();
        assert_eq!(bare, Some(LONGEST_BARE));
        assert!(names.iter().all(|name| name.len() <= LONGEST + 1));
    }

    #[test]
    fn references() {
        for (raw, expected) in [
            ("a &amp; b", "a & b"),
            ("&ldquo;They came&rdquo;&hellip;", "“They came”…"),
            ("&eacute &eacutes &notit; &notin;", "é és ¬it; ∉"),
            ("&#1580;&#x062F;&#x1f600;", "جد😀"),
            ("&#150;&#x80;&#0;&#xD800;&#99999999999;", "–€\u{fffd}\u{fffd}\u{fffd}"),
            ("& &; &# &#x; &none; &", "& &; &# &#x; &none; &"),
            ("&fjlig;&Afr;", "fj𝔄"),
        ] {
            assert_eq!(resolve(raw, false), expected, "{raw}");
        }
        assert_eq!(resolve("?a=1&copy=2&lt&copy;", true), "?a=1&copy=2<©");
    }
}
