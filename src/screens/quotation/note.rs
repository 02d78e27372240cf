//! Words that people write about something. What was typed is kept when the field is left, when it goes, and when the
//! page is put away: no draft is lost.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::i18n::tr;
use crate::store::use_writable;
use crate::widgets::TextArea;

/// What a [`NoteField`] shows and does.
#[derive(Properties, PartialEq)]
pub struct NoteFieldProps {
    /// Its name.
    pub label: AttrValue,
    /// The words that are kept.
    pub value: AttrValue,
    /// Other words are to be kept.
    pub on_commit: Callback<String>,
    /// What to write here.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// An example, shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether the name is only read aloud.
    #[prop_or_default]
    pub hide_label: bool,
    /// Words were typed.
    #[prop_or_default]
    pub on_typed: Callback<String>,
    /// The element, for focus.
    #[prop_or_default]
    pub field_ref: NodeRef,
    /// Its lines.
    #[prop_or(3)]
    pub rows: u32,
}

/// Lines of words about something; where nothing can be changed, just the words. The caller gives it a key by what they are about.
#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    let writable = use_writable();
    // What was typed and is not kept yet.
    let draft: Rc<RefCell<Option<String>>> = use_mut_ref(|| None);
    let latest = use_mut_ref(|| props.on_commit.clone());
    latest.replace(props.on_commit.clone());
    {
        let (draft, latest) = (draft.clone(), latest.clone());
        use_effect_with((), move |()| {
            let keep = move || {
                let words = draft.borrow_mut().take();
                let on_commit = latest.borrow().clone();
                if let Some(words) = words {
                    on_commit.emit(words);
                }
            };
            let away = {
                let keep = keep.clone();
                EventListener::new(&gloo::utils::document(), "visibilitychange", move |_| keep())
            };
            move || {
                drop(away);
                keep();
            }
        });
    }
    let on_input = {
        let (draft, value, on_typed) = (draft.clone(), props.value.clone(), props.on_typed.clone());
        Callback::from(move |typed: String| {
            draft.replace((typed.trim() != value.as_str()).then(|| typed.clone()));
            on_typed.emit(typed);
        })
    };
    let on_commit = {
        let on_commit = props.on_commit.clone();
        Callback::from(move |typed: String| {
            // Only what is not kept already: the field does not know of what went when the page was put away.
            if draft.take().is_some() {
                on_commit.emit(typed);
            }
        })
    };
    if !writable {
        return html! {
            <div class="field note--read" role="group" aria-label={props.label.clone()}>
                <span class={if props.hide_label { "visually-hidden" } else { "field__label" }} aria-hidden="true">{ props.label.clone() }</span>
                if props.value.trim().is_empty() {
                    <p class="soft small">{ tr!("note-empty") }</p>
                } else {
                    <p class="note__words" dir="auto">{ props.value.clone() }</p>
                }
            </div>
        };
    }
    html! {
        <TextArea
            label={props.label.clone()}
            value={props.value.clone()}
            hint={props.hint.clone()}
            placeholder={props.placeholder.clone()}
            hide_label={props.hide_label}
            rows={props.rows}
            field_ref={props.field_ref.clone()}
            on_input={Some(on_input)}
            {on_commit}
        />
    }
}
