//! A name that is typed in its place: of a new code, or a new name of one.

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::tr;
use crate::widgets::dom;

#[derive(Properties, PartialEq)]
pub struct NameFieldProps {
    /// What the field is called.
    pub label: AttrValue,
    /// The name that there is already.
    #[prop_or_default]
    pub name: AttrValue,
    /// A name was typed; tells whether it was taken. If not, the field stays.
    pub on_name: Callback<String, bool>,
    /// The field is to go, with nothing changed; `true` if the focus has gone elsewhere already.
    pub on_cancel: Callback<bool>,
}

/// Takes the focus when it appears. Enter and leaving the field take the name, Escape does not.
#[component]
pub fn NameField(props: &NameFieldProps) -> Html {
    let node = use_node_ref();
    // Set when the field has done its work: going, it loses the focus once more.
    let done = use_mut_ref(|| false);
    let wrong = use_state_eq(|| false);
    {
        let (node, name) = (node.clone(), props.name.clone());
        use_effect_with((), move |()| {
            // After what opened it (a menu) has given the focus back.
            let timer = Timeout::new(0, move || {
                if let Some(input) = node.cast::<HtmlInputElement>() {
                    input.set_value(&name);
                    dom::focus(&input);
                    input.select();
                }
            });
            move || drop(timer)
        });
    }
    let take = {
        let (node, name, done, wrong) = (node.clone(), props.name.clone(), done.clone(), wrong.setter());
        let (on_name, on_cancel) = (props.on_name.clone(), props.on_cancel.clone());
        move |leaving: bool| {
            let Some(typed) = node.cast::<HtmlInputElement>().map(|input| input.value()) else { return };
            if done.replace(true) {
                return;
            }
            if typed.trim().is_empty() || typed.trim() == name.as_str() {
                on_cancel.emit(leaving);
            } else if !on_name.emit(typed) {
                if leaving {
                    on_cancel.emit(true);
                } else {
                    done.replace(false);
                    wrong.set(true);
                }
            }
        }
    };
    let onkeydown = {
        let (take, done, on_cancel) = (take.clone(), done.clone(), props.on_cancel.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    take(false);
                }
                "Escape" => {
                    event.prevent_default();
                    done.replace(true);
                    on_cancel.emit(false);
                }
                _ => {}
            }
            event.stop_propagation();
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| take(true));
    html! {
        <input
            ref={node}
            class="input codes__name"
            type="text"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="done"
            maxlength="500"
            aria-label={props.label.clone()}
            placeholder={tr!("codes-name-placeholder")}
            aria-invalid={wrong.then_some("true")}
            {onkeydown}
            {onblur}
        />
    }
}
