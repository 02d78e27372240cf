//! Fields for words: one line, many lines, a search.
//!
//! A field keeps its draft to itself: the owner's value enters it when that value changes, and the draft goes to the
//! owner on Enter or when the field is left (`on_commit`), and, where asked for, as it is typed (`on_input`), but
//! never in the middle of a composition (an input method, a dead key).
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::button::{IconButton, flag};
use super::dom;
use super::icon::{Icon, IconName};
use crate::i18n::tr;

/// What a [`TextField`] or [`TextArea`] shows and does.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Its name.
    pub label: AttrValue,
    /// The owner's value.
    pub value: AttrValue,
    /// The words, when they are meant: Enter (one line), or the field is left.
    #[prop_or_default]
    pub on_commit: Callback<String>,
    /// The words as they are typed.
    #[prop_or_default]
    pub on_input: Option<Callback<String>>,
    /// Escape, after which the draft is the owner's value again.
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
    /// Whether the name is only read aloud.
    #[prop_or_default]
    pub hide_label: bool,
    /// What to write here.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// An example, shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether the focus goes here when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
    /// Whether all of it is selected when it takes the focus.
    #[prop_or_default]
    pub select_all: bool,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it must be filled.
    #[prop_or_default]
    pub required: bool,
    /// The most UTF-16 units that it takes, as the browser counts.
    #[prop_or_default]
    pub max_length: Option<u32>,
    /// The lines of a [`TextArea`].
    #[prop_or(4)]
    pub rows: u32,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// The element, for focus.
    #[prop_or_default]
    pub field_ref: NodeRef,
}

/// One line of words.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let (parts, events) = use_field(props);
    html! {
        <FieldFrame ..parts.frame(props)>
            <input
                ref={parts.node}
                id={parts.id}
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                autofocus={props.autofocus}
                placeholder={props.placeholder.clone()}
                disabled={props.disabled}
                required={props.required}
                maxlength={props.max_length.map(|n| n.to_string())}
                aria-invalid={props.error.as_ref().map(|_| "true")}
                aria-describedby={parts.note}
                oninput={events.input}
                onchange={events.change}
                onkeydown={events.key}
                onfocus={events.focus}
            />
        </FieldFrame>
    }
}

/// Many lines of words. Enter makes a line; Control (or Command) and Enter commit.
#[component]
pub fn TextArea(props: &TextFieldProps) -> Html {
    let (parts, events) = use_field(props);
    html! {
        <FieldFrame ..parts.frame(props)>
            <textarea
                ref={parts.node}
                id={parts.id}
                class="input input--area"
                dir="auto"
                rows={props.rows.to_string()}
                autofocus={props.autofocus}
                placeholder={props.placeholder.clone()}
                disabled={props.disabled}
                required={props.required}
                maxlength={props.max_length.map(|n| n.to_string())}
                aria-invalid={props.error.as_ref().map(|_| "true")}
                aria-describedby={parts.note}
                oninput={events.input}
                onchange={events.change}
                onkeydown={events.key}
                onfocus={events.focus}
            />
        </FieldFrame>
    }
}

struct Parts {
    node: NodeRef,
    id: AttrValue,
    note: Option<AttrValue>,
}

impl Parts {
    fn frame(&self, props: &TextFieldProps) -> FieldFrameProps {
        FieldFrameProps {
            id: self.id.clone(),
            note: self.note.clone(),
            label: props.label.clone(),
            hide_label: props.hide_label,
            hint: props.hint.clone(),
            error: props.error.clone(),
            required: props.required,
            class: props.class.clone(),
            children: Html::default(),
        }
    }
}

struct Events {
    input: Callback<InputEvent>,
    change: Callback<Event>,
    key: Callback<KeyboardEvent>,
    focus: Callback<FocusEvent>,
}

#[hook]
fn use_field(props: &TextFieldProps) -> (Parts, Events) {
    let id = dom::use_id("field");
    let node = props.field_ref.clone();
    // What the owner knows: nothing is committed twice.
    let known = use_mut_ref(|| AttrValue::from(""));
    {
        let (node, known) = (node.clone(), known.clone());
        use_effect_with(props.value.clone(), move |value| {
            *known.borrow_mut() = value.clone();
            if draft(&node).as_deref() != Some(value.as_str()) {
                set_draft(&node, value);
            }
        });
    }
    let commit = {
        let (node, known, on_commit) = (node.clone(), known.clone(), props.on_commit.clone());
        move || {
            let Some(text) = draft(&node) else { return };
            if text != known.borrow().as_str() {
                *known.borrow_mut() = AttrValue::from(text.clone());
                on_commit.emit(text);
            }
        }
    };
    let tell = {
        let (node, on_input) = (node.clone(), props.on_input.clone());
        move || {
            if let (Some(on_input), Some(text)) = (&on_input, draft(&node)) {
                on_input.emit(text);
            }
        }
    };
    let input = {
        let tell = tell.clone();
        Callback::from(move |event: InputEvent| {
            if !event.is_composing() {
                tell();
            }
        })
    };
    use_composed(&node, tell);
    let change = {
        let commit = commit.clone();
        Callback::from(move |_: Event| commit())
    };
    let key = {
        let (node, value, on_cancel) = (node.clone(), props.value.clone(), props.on_cancel.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let many_lines = node.cast::<HtmlTextAreaElement>().is_some();
            match event.key().as_str() {
                "Enter" if !many_lines || event.ctrl_key() || event.meta_key() => commit(),
                "Escape" => {
                    if let Some(on_cancel) = &on_cancel {
                        // Before the dialog around it hears of the key.
                        event.prevent_default();
                        event.stop_propagation();
                        set_draft(&node, &value);
                        on_cancel.emit(());
                    }
                }
                _ => {}
            }
        })
    };
    let focus = {
        let (node, select_all) = (node.clone(), props.select_all);
        Callback::from(move |_: FocusEvent| {
            if let Some(input) = node.cast::<HtmlInputElement>().filter(|_| select_all) {
                input.select();
            }
        })
    };
    let note = (props.error.is_some() || props.hint.is_some()).then(|| AttrValue::from(format!("{id}-note")));
    (Parts { node, id, note }, Events { input, change, key, focus })
}

/// Calls back at the end of a composition: the last `input` event comes before it in some browsers and is then still
/// part of it. (Yew has no handler for this event.)
#[hook]
fn use_composed(node: &NodeRef, done: impl Fn() + 'static) {
    let node = node.clone();
    // The latest closure without a new listener at each render.
    let latest = use_mut_ref(|| None::<Box<dyn Fn()>>);
    *latest.borrow_mut() = Some(Box::new(done));
    use_effect_with((), move |()| {
        let listener = node.cast::<web_sys::Element>().map(|field| {
            EventListener::new(&field, "compositionend", move |_| {
                if let Some(done) = latest.borrow().as_ref() {
                    done();
                }
            })
        });
        move || drop(listener)
    });
}

fn draft(node: &NodeRef) -> Option<String> {
    let element = node.get()?;
    match element.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(other) => other.dyn_into::<HtmlTextAreaElement>().ok().map(|area| area.value()),
    }
}

fn set_draft(node: &NodeRef, text: &str) {
    if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.set_value(text);
    }
}

/// What stands around a field.
#[derive(Properties, PartialEq)]
pub(super) struct FieldFrameProps {
    pub id: AttrValue,
    #[prop_or_default]
    pub note: Option<AttrValue>,
    pub label: AttrValue,
    #[prop_or_default]
    pub hide_label: bool,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    #[prop_or_default]
    pub required: bool,
    #[prop_or_default]
    pub class: Classes,
    #[prop_or_default]
    pub children: Html,
}

/// A field's name above it, and below it what to write or what is wrong.
#[component]
pub(super) fn FieldFrame(props: &FieldFrameProps) -> Html {
    html! {
        <div class={classes!("field", props.error.as_ref().map(|_| "field--wrong"), props.class.clone())}>
            <label for={props.id.clone()} class={if props.hide_label { "visually-hidden" } else { "field__label" }}>
                { props.label.clone() }
                if props.required {
                    <span class="field__required">{ format!(" ({})", tr!("required")) }</span>
                }
            </label>
            { props.children.clone() }
            <div class="field__note" id={props.note.clone()} aria-live="polite">
                if let Some(error) = &props.error {
                    <span class="field__error"><Icon name={IconName::Warning} />{ error.clone() }</span>
                } else if let Some(hint) = &props.hint {
                    <span class="field__hint">{ hint.clone() }</span>
                }
            </div>
        </div>
    }
}

/// What a [`SearchField`] shows and does.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// Its name, also its example.
    pub label: AttrValue,
    /// The owner's value.
    pub value: AttrValue,
    /// The words as they are typed, and nothing when it is cleared.
    pub on_input: Callback<String>,
    /// Keys that the owner handles first (arrows into a list of results).
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// The id of the list that it filters (`aria-controls`).
    #[prop_or_default]
    pub controls: Option<AttrValue>,
    /// The element, for focus.
    #[prop_or_default]
    pub field_ref: NodeRef,
    /// Whether Escape clears it; not where Escape closes what it stands in.
    #[prop_or(true)]
    pub escape_clears: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A search: Escape or the cross clears it.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let node = props.field_ref.clone();
    {
        let node = node.clone();
        use_effect_with(props.value.clone(), move |value| {
            if draft(&node).as_deref() != Some(value.as_str()) {
                set_draft(&node, value);
            }
        });
    }
    let tell = {
        let (node, on_input) = (node.clone(), props.on_input.clone());
        move || on_input.emit(draft(&node).unwrap_or_default())
    };
    let oninput = {
        let tell = tell.clone();
        Callback::from(move |event: InputEvent| {
            if !event.is_composing() {
                tell();
            }
        })
    };
    use_composed(&node, tell);
    let clear = {
        let (node, on_input) = (node.clone(), props.on_input.clone());
        move || {
            set_draft(&node, "");
            on_input.emit(String::new());
            if let Some(input) = node.cast::<HtmlInputElement>() {
                dom::focus(&input);
            }
        }
    };
    let onkeydown = {
        let filled = props.escape_clears && !props.value.is_empty();
        let (first, clear) = (props.onkeydown.clone(), clear.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            if event.key() == "Escape" && filled {
                event.prevent_default();
                event.stop_propagation();
                clear();
                return;
            }
            first.emit(event);
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| clear());
    html! {
        <div class={classes!("search", props.class.clone())}>
            <Icon name={IconName::Search} />
            <input
                ref={node}
                class="search__input"
                type="text"
                inputmode="search"
                enterkeyhint="search"
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                aria-label={props.label.clone()}
                placeholder={props.label.clone()}
                aria-controls={props.controls.clone()}
                {oninput}
                {onkeydown}
            />
            <span class="search__clear" data-shown={flag(!props.value.is_empty())}>
                <IconButton label={tr!("clear")} icon={IconName::Close} {onclick} small=true />
            </span>
        </div>
    }
}
