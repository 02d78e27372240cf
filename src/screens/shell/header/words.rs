//! What a step did, in a few words.

use emic_core::history::{Action, ActionKind};
use emic_core::ledger::Done;
use yew::AttrValue;

use crate::i18n::{Args, message, tr};

/// The details of actions, by the names that messages know.
const DETAILS: [&str; 12] =
    ["old", "new", "coder", "folder", "document", "code", "speaker", "case", "attribute", "question", "memo", "theme"];

/// What a step did: its first action that tells most, and how many there were besides.
pub(super) fn did(done: &Done) -> AttrValue {
    let actions: Vec<&Action> = done.changes.iter().map(|change| &change.action).collect();
    // A passage is marked to be coded, and a code is made to be applied.
    let Some(main) = actions.iter().rev().find(|action| action.kind == ActionKind::CodeApplied).or(actions.first())
    else {
        return tr!("did-something");
    };
    let alike = actions.iter().filter(|action| action.kind == main.kind).count();
    if alike > 1 { tr!("header-more-steps", what = action(main), n = alike - 1) } else { action(main) }
}

fn action(action: &Action) -> AttrValue {
    if let ActionKind::Unknown(_) = action.kind {
        return tr!("did-something");
    }
    let mut args = Args::new();
    for name in DETAILS {
        if let Some(value) = action.details.get(name) {
            args.set(name, shortened(value));
        }
    }
    if let Some(consent) = action.details.get("consent") {
        args.set("consent", consent.clone());
    }
    message(&format!("did-{}", action.kind.key()), Some(&args))
}

/// Names may be long; a tooltip is not.
fn shortened(name: &str) -> String {
    const MOST: usize = 48;
    if name.chars().count() <= MOST { name.to_owned() } else { name.chars().take(MOST - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_action_has_short_words_in_every_language() {
        for (language, source) in [
            ("English", include_str!("../../../i18n/en/storage.ftl")),
            ("Arabic", include_str!("../../../i18n/ar/storage.ftl")),
        ] {
            for key in ActionKind::KEYS {
                let start = format!("did-{key} =");
                assert!(source.lines().any(|line| line.starts_with(&start)), "{language}: no `did-{key}`");
            }
        }
    }
}
