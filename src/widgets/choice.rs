//! Choosing: one of a list, yes or no, on or off.
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::button::flag;
use super::dom;
use super::field::{FieldFrame, FieldFrameProps};

/// One choice of a [`Select`].
#[derive(Clone, PartialEq, Debug)]
pub struct SelectOption {
    /// What the owner gets.
    pub value: AttrValue,
    /// What is shown.
    pub label: AttrValue,
}

impl SelectOption {
    /// A choice.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What a [`Select`] shows and does.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Its name.
    pub label: AttrValue,
    /// The value of the choice made.
    pub value: AttrValue,
    /// The choices.
    pub options: Vec<SelectOption>,
    /// Another choice was made.
    pub on_change: Callback<String>,
    /// Whether the name is only read aloud.
    #[prop_or_default]
    pub hide_label: bool,
    /// What the choice means.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether choosing does something and is no state: then it shows `value` again afterwards.
    #[prop_or_default]
    pub asks: bool,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// One of a list, by the browser's own list.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let id = dom::use_id("select");
    let note = (props.error.is_some() || props.hint.is_some()).then(|| AttrValue::from(format!("{id}-note")));
    let onchange = {
        let (on_change, back) = (props.on_change.clone(), props.asks.then(|| props.value.clone()));
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let chosen = select.value();
                if let Some(back) = &back {
                    select.set_value(back);
                }
                on_change.emit(chosen);
            }
        })
    };
    let frame = FieldFrameProps {
        id: id.clone(),
        note: note.clone(),
        label: props.label.clone(),
        hide_label: props.hide_label,
        hint: props.hint.clone(),
        error: props.error.clone(),
        required: false,
        class: props.class.clone(),
        children: Html::default(),
    };
    html! {
        <FieldFrame ..frame>
            <span class="select">
                <select {id} class="input" disabled={props.disabled} aria-describedby={note} {onchange}>
                    { for props.options.iter().map(|option| html! {
                        <option
                            key={option.value.to_string()}
                            value={option.value.clone()}
                            selected={option.value == props.value}
                        >
                            { option.label.clone() }
                        </option>
                    }) }
                </select>
            </span>
        </FieldFrame>
    }
}

/// What a [`Checkbox`] or [`Toggle`] shows and does.
#[derive(Properties, PartialEq)]
pub struct CheckProps {
    /// What is on or off.
    pub label: AttrValue,
    /// Whether it is on.
    pub checked: bool,
    /// It was turned on or off.
    pub on_change: Callback<bool>,
    /// Whether only some of what it stands for is on (a checkbox over a list).
    #[prop_or_default]
    pub mixed: bool,
    /// What that means.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether the name is only read aloud.
    #[prop_or_default]
    pub hide_label: bool,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
}

/// A box to tick: part of what a form says.
#[component]
pub fn Checkbox(props: &CheckProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.mixed, move |mixed| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_indeterminate(*mixed);
            }
        });
    }
    check(props, node, None, "check__box")
}

/// A switch: what it says holds at once.
#[component]
pub fn Toggle(props: &CheckProps) -> Html {
    let node = use_node_ref();
    check(props, node, Some("switch"), "check__switch")
}

fn check(props: &CheckProps, node: NodeRef, role: Option<&'static str>, class: &'static str) -> Html {
    let onchange = {
        let on_change = props.on_change.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_change.emit(input.checked());
            }
        })
    };
    html! {
        <label class={classes!("check", props.disabled.then_some("check--disabled"))}>
            <input
                ref={node}
                type="checkbox"
                {role}
                {class}
                checked={props.checked}
                disabled={props.disabled}
                aria-checked={role.map(|_| flag(props.checked))}
                {onchange}
            />
            <span class={if props.hide_label { "visually-hidden" } else { "check__text" }}>
                <span><bdi>{ props.label.clone() }</bdi></span>
                if let Some(hint) = &props.hint {
                    <small class="field__hint">{ hint.clone() }</small>
                }
            </span>
        </label>
    }
}
