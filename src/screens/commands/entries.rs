//! What the palette lists: actions, and documents and codes to go to.

use emic_core::ids::{CodeId, DocumentId};
use emic_core::project::Project;
use emic_core::scope::Scope;
use emic_view::fold::fold;
use yew::AttrValue;

use super::without_owner;
use crate::actions::owners::put;
use crate::actions::{Action, Way, fit, keymap};
use crate::i18n::{Lang, current};
use crate::prefs;

/// What a row leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    Action(Action),
    Document(DocumentId),
    Code(CodeId),
}

/// A row of the palette.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub leads: Leads,
    pub name: AttrValue,
    /// The keys that do the same.
    pub keys: Option<AttrValue>,
    /// Why it cannot be done now.
    pub why: Option<AttrValue>,
    /// Whether it was done lately.
    pub recent: bool,
}

/// How many rows there are at most.
const MOST: usize = 60;
/// How many actions are remembered as done lately.
const RECENT: usize = 5;
/// The name under which they are remembered.
const VIEW: &str = "recent";

/// What answers `typed`, the best first: without anything typed all actions, those done lately first.
pub(super) fn entries(typed: &str, project: Option<&Project>) -> Vec<Entry> {
    let typed = fold(typed);
    let typed = typed.trim();
    let lately = lately();
    let mut found: Vec<((u8, u8, usize), Entry)> = Vec::new();
    for action in Action::ALL.iter().copied().filter(|action| *action != Action::Palette) {
        let Some(level) = level(action, typed) else { continue };
        let why = put(action, Way::Ask).unwrap_or_else(|| Err(without_owner(action))).err();
        let place = lately.iter().position(|recent| *recent == action);
        let name = action.name();
        let entry =
            Entry { leads: Leads::Action(action), name, keys: keymap::shown(action), why, recent: place.is_some() };
        found.push(((level, 0, place.unwrap_or(RECENT)), entry));
    }
    if let Some(project) = project.filter(|_| !typed.is_empty()) {
        let within = Scope::everything().within(project);
        let documents = project.documents.values().filter(|document| within.contains_document(document.id));
        let documents = documents.map(|document| (Leads::Document(document.id), &document.title));
        let codes = project.codes.values().map(|code| (Leads::Code(code.id), &code.name));
        for (leads, name) in documents.chain(codes) {
            if let Some(level) = fit(typed, &fold(name)) {
                let entry = Entry { leads, name: name.clone().into(), keys: None, why: None, recent: false };
                found.push(((level * 2, 1, 0), entry));
            }
        }
    }
    // Stable: what is left equal keeps the order of the table.
    emic_core::sorting::sort_by_key(&mut found, |(order, _)| *order);
    found.truncate(MOST);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How well an action answers: by its name here, then by its name elsewhere and the other words for it.
fn level(action: Action, typed: &str) -> Option<u8> {
    let own = fit(typed, &fold(&action.name())).map(|level| level * 2);
    let others = Lang::ALL.into_iter().flat_map(|lang| {
        let name = (lang != current()).then(|| action.name_in(lang));
        let words = action.words_in(lang);
        // Each of the other words by itself; a likeness of letters only would be too vague.
        let words: Vec<String> = words.split([',', '،']).map(|word| fold(word.trim())).collect();
        words.into_iter().chain(name.map(|name| fold(&name)))
    });
    let other =
        others.filter_map(|words| fit(typed, &words).filter(|level| *level < 6)).map(|level| level * 2 + 1).min();
    own.into_iter().chain(other).min()
}

/// The actions done lately by name, the latest first.
fn lately() -> Vec<Action> {
    let ids: Vec<String> = prefs::view_state("actions", VIEW).unwrap_or_default();
    ids.iter().filter_map(|id| Action::of(id)).take(RECENT).collect()
}

/// Remembers that an action was done.
pub(super) fn remember(action: Action) {
    let before = lately();
    let ids: Vec<&str> = std::iter::once(action)
        .chain(before.into_iter().filter(|other| *other != action))
        .take(RECENT)
        .map(Action::id)
        .collect();
    prefs::set_view_state("actions", VIEW, &ids);
}
