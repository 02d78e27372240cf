//! Which keys do what: the usual ones, unless they were changed.

use std::collections::BTreeMap;

use yew::AttrValue;

use super::{Action, Chord};
use crate::prefs;

/// The keys that were changed, by the action's id; what is not there has its usual ones.
pub type Changed = BTreeMap<String, Vec<String>>;

/// The keys of an action.
pub fn keys(changed: &Changed, action: Action) -> Vec<Chord> {
    // What was kept by a version that knew other keys is passed over.
    match changed.get(action.id()) {
        Some(keys) => keys.iter().filter_map(|keys| keys.parse().ok()).collect(),
        None => action.usual_keys().iter().filter_map(|keys| keys.parse().ok()).collect(),
    }
}

/// The action that has such keys.
pub fn find(changed: &Changed, chord: &Chord) -> Option<Action> {
    Action::ALL.iter().copied().find(|action| keys(changed, *action).contains(chord))
}

/// Gives keys to an action in place of those it had, and takes them from any other one.
pub fn give(changed: &mut Changed, action: Action, chords: &[Chord]) {
    for other in Action::ALL.iter().copied().filter(|other| *other != action) {
        let had = keys(changed, other);
        let left: Vec<Chord> = had.iter().filter(|chord| !chords.contains(chord)).cloned().collect();
        if left.len() < had.len() {
            set(changed, other, &left);
        }
    }
    set(changed, action, chords);
}

/// Gives an action its usual keys again, without those that another one has by now.
pub fn reset(changed: &mut Changed, action: Action) {
    let mut usual = keys(&Changed::new(), action);
    usual.retain(|chord| find(changed, chord).is_none_or(|owner| owner == action));
    set(changed, action, &usual);
}

fn set(changed: &mut Changed, action: Action, chords: &[Chord]) {
    let words: Vec<String> = chords.iter().map(Chord::to_string).collect();
    if words == action.usual_keys() {
        changed.remove(action.id());
    } else {
        changed.insert(action.id().to_owned(), words);
    }
}

/// The first keys of an action as they are now, as they are shown.
pub fn shown(action: Action) -> Option<AttrValue> {
    keys(&prefs::current().keys, action).first().map(|chord| chord.shown().into())
}

/// How an action is done by keys, in words: by its keys, or, if it has none, by those of the palette, which knows its name.
pub fn way(action: Action) -> AttrValue {
    shown(action).or_else(|| shown(Action::Palette)).unwrap_or_else(|| action.name())
}

/// All keys of an action as they are now, in the form of `aria-keyshortcuts`.
pub fn aria(action: Action) -> Option<AttrValue> {
    let all: Vec<String> = keys(&prefs::current().keys, action).iter().map(Chord::aria).collect();
    (!all.is_empty()).then(|| all.join(" ").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(text: &str) -> Chord {
        text.parse().unwrap()
    }

    #[test]
    fn keys_go_from_one_action_to_another_and_back() {
        let mut changed = Changed::new();
        assert_eq!(find(&changed, &chord("V")), Some(Action::InVivo));
        give(&mut changed, Action::Mark, &[chord("V")]);
        assert_eq!(find(&changed, &chord("V")), Some(Action::Mark));
        assert_eq!(find(&changed, &chord("Q")), None);
        assert!(keys(&changed, Action::InVivo).is_empty());
        // Its usual key is another's now, and stays there.
        reset(&mut changed, Action::InVivo);
        assert!(keys(&changed, Action::InVivo).is_empty());
        reset(&mut changed, Action::Mark);
        reset(&mut changed, Action::InVivo);
        assert!(changed.is_empty());
    }

    #[test]
    fn one_of_several_keys_can_go() {
        let mut changed = Changed::new();
        give(&mut changed, Action::GoSearch, &[chord("Ctrl+Y")]);
        assert_eq!(keys(&changed, Action::Redo), [chord("Ctrl+Shift+Z")]);
        assert_eq!(find(&changed, &chord("Ctrl+Shift+F")), None);
    }

    #[test]
    fn what_is_kept_and_not_understood_is_passed_over() {
        let changed = Changed::from([
            ("mark".to_owned(), vec![String::new(), "M".to_owned()]),
            ("what-a-later-version-knows".to_owned(), vec!["X".to_owned()]),
        ]);
        assert_eq!(keys(&changed, Action::Mark), [chord("M")]);
        assert_eq!(find(&changed, &chord("X")), None);
    }
}
