//! What can be done by name and by keys: the palette, the sheet of shortcuts, and the keys that work anywhere.

mod entries;
mod palette;
mod sheet;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::actions::owners::put;
use crate::actions::{Action, Answer, Chord, Way, Where, keymap, use_owner};
use crate::i18n::{Lang, tr};
use crate::prefs::{self, Measure, Theme, use_prefs};
use crate::route::Route;
use crate::screens::start::ask_for_sample;
use crate::widgets::{Icon, IconName, Kbd, announce, toast};
use palette::Palette;
use sheet::ShortcutSheet;

/// Which dialog is open.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Palette,
    Sheet,
}

/// Stands once in the app: its dialogs, the actions that need no project, and the keys of all that work anywhere.
#[component]
pub fn Commands() -> Html {
    let shown = use_state_eq(|| Shown::Nothing);
    {
        let shown = shown.setter();
        use_owner(move |action, way| {
            let show = match action {
                Action::Palette => Shown::Palette,
                Action::Shortcuts => Shown::Sheet,
                _ => return of_the_app(action, way),
            };
            if way == Way::Do {
                shown.set(show);
            }
            Some(Ok(()))
        });
    }
    use_effect_with((), |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::window(), "keydown", options, |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                pressed(event);
            }
        });
        move || drop(listener)
    });
    let on_close = {
        let shown = shown.setter();
        use_callback((), move |(), ()| shown.set(Shown::Nothing))
    };
    let on_run = {
        let shown = shown.setter();
        use_callback((), move |run: Callback<()>, ()| {
            shown.set(Shown::Nothing);
            // Once the dialog is gone and the focus is where it was: the action may take it elsewhere.
            Timeout::new(0, move || run.emit(())).forget();
        })
    };
    html! {
        <div class="commands">
            <Palette key="palette" open={*shown == Shown::Palette} {on_run} on_close={on_close.clone()} />
            <ShortcutSheet key="sheet" open={*shown == Shown::Sheet} {on_close} />
        </div>
    }
}

/// Opens the palette; shows what it is for and its keys.
#[component]
pub fn PaletteButton() -> Html {
    let _ = use_prefs();
    let onclick = Callback::from(|_: MouseEvent| drop(put(Action::Palette, Way::Do)));
    html! {
        <button
            id="palette"
            class="app__find"
            type="button"
            aria-haspopup="dialog"
            aria-keyshortcuts={keymap::aria(Action::Palette)}
            {onclick}
        >
            <Icon name={IconName::Search} />
            <span class="app__find-words">{ Action::Palette.name() }</span>
            if let Some(keys) = keymap::shown(Action::Palette) {
                <Kbd {keys} />
            }
        </button>
    }
}

/// The actions that need no project.
fn of_the_app(action: Action, way: Way) -> Option<Answer> {
    let now = prefs::current();
    let size = match action {
        Action::TextLarger => Some(now.text_size.larger()),
        Action::TextSmaller => Some(now.text_size.smaller()),
        _ => None,
    };
    if size == Some(None) {
        return Some(Err(tr!("palette-no-text-size")));
    }
    let change: Box<dyn FnOnce(&mut prefs::Prefs)> = match action {
        Action::TextLarger | Action::TextSmaller => {
            let size = size.flatten()?;
            Box::new(move |prefs| prefs.text_size = size)
        }
        Action::ShortLines => Box::new(|prefs| prefs.measure = Measure::Narrow),
        Action::MediumLines => Box::new(|prefs| prefs.measure = Measure::Normal),
        Action::LongLines => Box::new(|prefs| prefs.measure = Measure::Wide),
        Action::ShowSpeakers => Box::new(|prefs| prefs.no_speakers = !prefs.no_speakers),
        Action::ShowTimes => Box::new(|prefs| prefs.no_times = !prefs.no_times),
        Action::ShowPages => Box::new(|prefs| prefs.no_pages = !prefs.no_pages),
        Action::ThemeAuto => Box::new(|prefs| prefs.theme = Theme::Auto),
        Action::ThemeLight => Box::new(|prefs| prefs.theme = Theme::Light),
        Action::ThemeDark => Box::new(|prefs| prefs.theme = Theme::Dark),
        Action::ThemeContrast => Box::new(|prefs| prefs.theme = Theme::Contrast),
        Action::Language => {
            let other = Lang::ALL.into_iter().find(|lang| *lang != now.effective_lang());
            Box::new(move |prefs| prefs.lang = other)
        }
        Action::GoProjects => Box::new(|_| Route::Start.go()),
        // On the start page that has it.
        Action::Sample if Route::current() != Route::Start => Box::new(|_| ask_for_sample()),
        _ => return None,
    };
    if way == Way::Do {
        prefs::update(change);
        if size.is_some() {
            announce(&tr!("text-size-percent", share = prefs::current().text_size.share()));
        }
    }
    Some(Ok(()))
}

/// Why nothing on the page carries an action out.
fn without_owner(action: Action) -> AttrValue {
    match Route::current() {
        Route::Project(..)
            if action.place() == Where::Text
                || matches!(
                    action,
                    Action::FindHere
                        | Action::EditText
                        | Action::Speakers
                        | Action::Split
                        | Action::OtherPane
                        | Action::ClosePane
                ) =>
        {
            tr!("palette-needs-text")
        }
        _ => tr!("palette-needs-project"),
    }
}

/// Does what a key press stands for, if that works anywhere and nothing is being typed.
fn pressed(event: &KeyboardEvent) {
    // 229: a key that an input method has taken.
    if event.default_prevented() || event.is_composing() || event.key_code() == 229 {
        return;
    }
    let Some(chord) = Chord::of(event) else { return };
    let Some(action) = keymap::find(&prefs::current().keys, &chord) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some());
    let covered = gloo::utils::document().query_selector("dialog[open]").ok().flatten().is_some();
    let typed = chord.is_plain() && within("input, textarea, select, [contenteditable], [role=dialog], [role=menu]");
    let in_list = chord.is_letter() && within("[role=tree], [role=listbox], [role=grid]");
    let own_undo = matches!(action, Action::Undo | Action::Redo) && target.as_ref().is_some_and(has_own_undo);
    if action.place() == Where::Text || covered || typed || in_list || own_undo {
        return;
    }
    // Where nothing does that, the keys stay the browser's.
    if let Some(answer) = put(action, Way::Do) {
        event.prevent_default();
        if let Err(why) = answer {
            toast(why, None);
        }
    }
}

/// Whether what has the focus undoes its own typing.
fn has_own_undo(target: &Element) -> bool {
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "range" | "file");
    }
    target.closest("textarea, [contenteditable]").ok().flatten().is_some()
}
