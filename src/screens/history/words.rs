//! What was done, in words: each sort of action has a message of its own.

use emic_core::history::{Action, ActionKind};
use emic_core::project::DocumentKind;
use yew::AttrValue;

use crate::i18n::{Args, format_date_time, message, tr};
use crate::screens::documents::kind_name;

/// The names that messages about actions take; those that an action lacks are empty.
const NAMES: [&str; 18] = [
    "old",
    "new",
    "coder",
    "folder",
    "document",
    "code",
    "point",
    "speaker",
    "case",
    "attribute",
    "question",
    "why",
    "first",
    "version",
    "field",
    "memo",
    "theme",
    "language",
];
/// The numbers that they take.
const NUMBERS: [&str; 6] = ["quotations", "codings", "places", "codes", "cases", "values"];

/// An action as a sentence.
pub fn sentence(action: &Action) -> AttrValue {
    if let ActionKind::Unknown(key) = &action.kind {
        return tr!("history-unknown", kind = key);
    }
    let detail = |name: &str| action.details.get(name).map(String::as_str);
    let mut args = Args::new();
    for name in NAMES {
        args.set(name, detail(name).unwrap_or_default());
    }
    for name in NUMBERS {
        args.set(name, detail(name).and_then(|number| number.parse::<u32>().ok()).unwrap_or_default());
    }
    args.set("named", if detail("point").is_some_and(|name| !name.is_empty()) { "yes" } else { "no" });
    args.set("referred", if detail("old").is_some() { "yes" } else { "no" });
    args.set("explained", if detail("why").is_some() { "yes" } else { "no" });
    args.set("at", detail("at").and_then(|at| at.parse().ok()).map(format_date_time).unwrap_or_default());
    args.set("consent", detail("consent").unwrap_or("quote"));
    args.set("kind", kind_name(&DocumentKind::from(detail("kind").unwrap_or_default().to_owned())));
    // Where something was put: in a folder or under a code, or at the top, which has no name.
    let place = match action.kind {
        ActionKind::DocumentMoved => detail("folder"),
        _ => detail("parent"),
    };
    args.set("into", place.unwrap_or_default());
    args.set("place", if place.is_some() { "inside" } else { "top" });
    message(&format!("history-{}", action.kind.key()), Some(&args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_action_has_a_message_in_every_language() {
        for (language, source) in [
            ("English", include_str!("../../i18n/en/history.ftl")),
            ("Arabic", include_str!("../../i18n/ar/history.ftl")),
        ] {
            for key in ActionKind::KEYS {
                let start = format!("history-{key} =");
                assert!(source.lines().any(|line| line.starts_with(&start)), "{language}: no `history-{key}`");
            }
        }
    }
}
