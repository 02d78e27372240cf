//! The one form in which a document's text is kept.

use std::borrow::Cow;

/// The canonical form of `raw`: line ends are LF (CRLF and a lone CR become one LF), leading byte order marks
/// are dropped. Everything else stays as the user has it; nothing is normalised, so that no word of a source changes.
pub fn canonical(raw: &str) -> Cow<'_, str> {
    let text = raw.trim_start_matches('\u{feff}');
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\r') {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    #[test]
    fn line_ends_become_lf_and_the_mark_goes() {
        for (raw, expected) in [
            ("", ""),
            ("a\r\nb", "a\nb"),
            ("a\rb", "a\nb"),
            ("a\r\r\nb\n\r", "a\n\nb\n\n"),
            ("\u{feff}a", "a"),
            ("\u{feff}\u{feff}a", "a"),
            ("a\u{feff}", "a\u{feff}"),
            ("e\u{301} \u{a0} x", "e\u{301} \u{a0} x"),
        ] {
            assert_eq!(canonical(raw), expected, "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn it_is_idempotent_and_only_touches_line_ends(raw in any_text()) {
            let once = canonical(&raw).into_owned();
            prop_assert!(!once.contains('\r'));
            prop_assert_eq!(canonical(&once), once.as_str());
            let without = |s: &str| s.trim_start_matches('\u{feff}').chars().filter(|c| !matches!(c, '\r' | '\n')).collect::<String>();
            prop_assert_eq!(without(&once), without(&raw));
        }
    }
}
