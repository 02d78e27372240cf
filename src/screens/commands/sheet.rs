//! The sheet of shortcuts: all keys by what they are for, and the way to change them.

use yew::prelude::*;

use crate::actions::keymap::{self, give, reset};
use crate::actions::{Action, Chord, Group, Refusal, Where};
use crate::i18n::tr;
use crate::prefs::{self, use_prefs};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, IconButton, IconName, Kbd, announce, dom};

/// The keys that move the cursor and select in a text, each with the message that says what it does. They are fixed.
const FIXED: [(&[&str], &str); 10] = [
    (&["←", "→"], "keys-character"),
    (&["Ctrl+←", "Ctrl+→"], "keys-word"),
    (&["↑", "↓"], "keys-line"),
    (&["Home", "End"], "keys-line-end"),
    (&["Ctrl+↑", "Ctrl+↓"], "keys-paragraph"),
    (&["Ctrl+Home", "Ctrl+End"], "keys-document"),
    (&["Shift"], "keys-extend"),
    (&["W", "S", "P"], "keys-select"),
    (&["Shift+W", "Shift+S", "Shift+P"], "keys-select-more"),
    (&["Esc"], "keys-clear"),
];

#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    pub open: bool,
    pub on_close: Callback<()>,
}

/// The sheet in its dialog.
#[component]
pub(super) fn ShortcutSheet(props: &SheetProps) -> Html {
    html! {
        <Dialog open={props.open} title={tr!("keyboard-shortcuts")} size={DialogSize::Large} on_close={props.on_close.clone()}>
            if props.open {
                <Sheet />
            }
        </Dialog>
    }
}

/// All keys.
#[component]
fn Sheet() -> Html {
    let prefs = use_prefs();
    // The action whose keys are being changed.
    let changing = use_state_eq(|| None::<Action>);
    let on_change = {
        let changing = changing.setter();
        use_callback((), move |action: Option<Action>, ()| changing.set(action))
    };
    let reset_all = Callback::from(|_: MouseEvent| {
        prefs::update(|prefs| prefs.keys.clear());
        announce(&tr!("keys-are-usual"));
    });
    let fixed = FIXED.iter().map(|(keys, words)| {
        let keys = keys.iter().map(|key| html! { <Kbd keys={*key} /> });
        html! { <div key={*words}><dt>{ for keys }</dt><dd>{ tr!(words) }</dd></div> }
    });
    let groups = Group::ALL.into_iter().map(|group| {
        let rows = Action::ALL.iter().copied().filter(|action| action.group() == group).map(|action| {
            html! { <Row key={action.id()} {action} changing={*changing == Some(action)} on_change={on_change.clone()} /> }
        });
        html! {
            <section key={group.message()} class="keys__group">
                <h3>{ tr!(group.message()) }</h3>
                <dl class="keys keys--own">{ for rows }</dl>
            </section>
        }
    });
    html! {
        <div class="keys__sheet">
            <p class="soft">{ tr!("keys-where") }</p>
            <div class="keys__groups">
                <section key="fixed" class="keys__group">
                    <h3>{ tr!("keys-move") }</h3>
                    <dl class="keys">{ for fixed }</dl>
                </section>
                { for groups }
            </div>
            <Button label={tr!("keys-reset-all")} icon={IconName::Undo} disabled={prefs.keys.is_empty()} onclick={reset_all} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    action: Action,
    changing: bool,
    /// The action whose keys are to be changed from now on, if any.
    on_change: Callback<Option<Action>>,
}

/// An action with its keys.
#[component]
fn Row(props: &RowProps) -> Html {
    let prefs = use_prefs();
    let action = props.action;
    let name = action.name();
    let keys = keymap::keys(&prefs.keys, action);
    let change = use_node_ref();
    {
        // What waits for keys is gone: the focus is where it was before.
        let change = change.clone();
        let before = use_mut_ref(|| false);
        use_effect_with(props.changing, move |changing| {
            let was = before.replace(*changing);
            if let Some(button) = change.cast::<web_sys::Element>().filter(|_| was && !*changing) {
                dom::focus(&button);
            }
        });
    }
    let start = props.on_change.reform(move |_: MouseEvent| Some(action));
    let usual = Callback::from(move |_: MouseEvent| {
        prefs::update(|prefs| reset(&mut prefs.keys, action));
        say(action);
    });
    html! {
        <div>
            <dt>
                { for keys.iter().map(|chord| html! { <Kbd keys={chord.shown()} /> }) }
                if keys.is_empty() {
                    <span class="soft">{ tr!("keys-none") }</span>
                }
            </dt>
            <dd>
                <span class="keys__name">{ name.clone() }</span>
                <span class="keys__change">
                    if prefs.keys.contains_key(action.id()) {
                        <IconButton key="usual" small=true icon={IconName::Undo} label={tr!("keys-reset-named", action = name.clone())} onclick={usual} />
                    }
                    <IconButton key="change" small=true icon={IconName::Pencil} label={tr!("keys-change", action = name)} onclick={start} button_ref={change} />
                </span>
                if props.changing {
                    <Catch {action} on_done={props.on_change.reform(|()| None)} />
                }
            </dd>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CatchProps {
    action: Action,
    on_done: Callback<()>,
}

/// Waits for the new keys of an action.
#[component]
fn Catch(props: &CatchProps) -> Html {
    let action = props.action;
    let field = use_node_ref();
    // Keys that another action has, and that action.
    let conflict = use_state_eq(|| None::<(Chord, Action)>);
    let refused = use_state_eq(|| None::<AttrValue>);
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<web_sys::Element>() {
                dom::focus(&field);
            }
        });
    }
    let settle = {
        let on_done = props.on_done.clone();
        move |chords: &[Chord]| {
            prefs::update(|prefs| give(&mut prefs.keys, action, chords));
            say(action);
            on_done.emit(());
        }
    };
    let onkeydown = {
        let (conflict, refused, settle, on_done) =
            (conflict.setter(), refused.setter(), settle.clone(), props.on_done.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Tab" || event.is_composing() {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            if event.key() == "Escape" {
                on_done.emit(());
                return;
            }
            // A key that is still held down from before is not meant.
            let Some(chord) = Chord::of(&event).filter(|_| !event.repeat()) else { return };
            conflict.set(None);
            refused.set(None);
            if let Some(why) = chord.refusal(action.place()) {
                refused.set(Some(refusal(why, &chord)));
                return;
            }
            match keymap::find(&prefs::current().keys, &chord).filter(|other| *other != action) {
                Some(other) => conflict.set(Some((chord, other))),
                None => settle(&[chord]),
            }
        })
    };
    let remove = {
        let settle = settle.clone();
        Callback::from(move |_: MouseEvent| settle(&[]))
    };
    let take = conflict.as_ref().map(|(chord, _)| {
        let (chord, settle) = (chord.clone(), settle.clone());
        Callback::from(move |_: MouseEvent| settle(std::slice::from_ref(&chord)))
    });
    let said = match (&*conflict, &*refused) {
        (Some((chord, other)), _) => tr!("keys-conflict", keys = chord.shown(), other = other.name()),
        (None, Some(why)) => why.clone(),
        (None, None) => AttrValue::default(),
    };
    let cancel = props.on_done.reform(|_: MouseEvent| ());
    html! {
        <div class="keys__catch" role="group" aria-label={action.name()}>
            <button ref={field} type="button" class="btn btn--plain btn--small" {onkeydown}>
                { tr!("keys-press", action = action.name()) }
            </button>
            <p class="keys__said" role="status">{ said }</p>
            if let Some(take) = take {
                <Button small=true variant={ButtonVariant::Primary} label={tr!("keys-take")} onclick={take} />
            }
            // Without keys a letter that is pressed by mistake does nothing.
            if action.place() == Where::Text || !keymap::keys(&prefs::current().keys, action).is_empty() {
                <Button small=true label={tr!("keys-remove")} onclick={remove} />
            }
            <Button small=true label={tr!("cancel")} onclick={cancel} />
        </div>
    }
}

fn refusal(why: Refusal, chord: &Chord) -> AttrValue {
    match why {
        Refusal::Browser => tr!("keys-refused-browser", keys = chord.shown()),
        Refusal::Movement => tr!("keys-refused-movement", keys = chord.shown()),
        Refusal::Page => tr!("keys-refused-page", keys = chord.shown()),
    }
}

/// Says which keys an action has now.
fn say(action: Action) {
    let keys = keymap::shown(action).unwrap_or_else(|| tr!("keys-none"));
    announce(&tr!("keys-now", action = action.name(), keys = keys));
}
