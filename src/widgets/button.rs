//! Buttons with words, and buttons that are only a picture.
use yew::prelude::*;

use super::icon::{Icon, IconName};

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ButtonVariant {
    /// An action among others.
    #[default]
    Plain,
    /// The one action that this place is for.
    Primary,
    /// Without a frame until it is pointed at.
    Quiet,
    /// Something is lost by it.
    Danger,
}

impl ButtonVariant {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "btn--plain",
            Self::Primary => "btn--primary",
            Self::Quiet => "btn--quiet",
            Self::Danger => "btn--danger",
        }
    }
}

/// What a [`Button`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// The words on it.
    pub label: AttrValue,
    /// What it does; a `submit` button may leave this to its form.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop_or_default]
    pub variant: ButtonVariant,
    /// A picture before the words.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// A picture after the words, such as the arrow of a menu.
    #[prop_or_default]
    pub end_icon: Option<IconName>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it submits the form (or dialog) that it is in.
    #[prop_or_default]
    pub submit: bool,
    /// Lower, for toolbars and rows.
    #[prop_or_default]
    pub small: bool,
    /// Whether it is pressed in, for one that turns something on and off.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// The id of its element: focus finds its way back to it after a change of language.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Keys that do the same, in the form of `aria-keyshortcuts` ("Control+Z").
    #[prop_or_default]
    pub keys: Option<AttrValue>,
    /// `aria-haspopup`.
    #[prop_or_default]
    pub popup: Option<AttrValue>,
    /// `aria-expanded`.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// The element, for focus and placing.
    #[prop_or_default]
    pub button_ref: NodeRef,
}

/// A button with words.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let kind = if props.submit { "submit" } else { "button" };
    html! {
        <button
            ref={props.button_ref.clone()}
            id={props.id.clone()}
            type={kind}
            class={classes!("btn", props.variant.class(), props.small.then_some("btn--small"), props.class.clone())}
            disabled={props.disabled}
            onclick={props.onclick.clone()}
            aria-pressed={props.pressed.map(flag)}
            aria-expanded={props.expanded.map(flag)}
            aria-haspopup={props.popup.clone()}
            aria-keyshortcuts={props.keys.clone()}
        >
            if let Some(name) = props.icon {
                <Icon {name} />
            }
            <span class="btn__label">{ props.label.clone() }</span>
            if let Some(name) = props.end_icon {
                <Icon {name} />
            }
        </button>
    }
}

/// What an [`IconButton`] shows and does.
#[derive(Properties, PartialEq)]
pub struct IconButtonProps {
    /// What it does, in words: read aloud, and shown when it is pointed at or focused.
    pub label: AttrValue,
    /// The picture.
    pub icon: IconName,
    /// What it does.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop_or(ButtonVariant::Quiet)]
    pub variant: ButtonVariant,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Lower, for toolbars and rows.
    #[prop_or_default]
    pub small: bool,
    /// Whether it is pressed in, for one that turns something on and off.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// `-1` where a composite widget (a tree, a toolbar) moves the focus itself.
    #[prop_or_default]
    pub tabindex: Option<AttrValue>,
    /// The id of its element: focus finds its way back to it after a change of language.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Keys that do the same, in the form of `aria-keyshortcuts` ("Control+Z").
    #[prop_or_default]
    pub keys: Option<AttrValue>,
    /// `aria-haspopup`.
    #[prop_or_default]
    pub popup: Option<AttrValue>,
    /// `aria-expanded`.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// The element, for focus and placing.
    #[prop_or_default]
    pub button_ref: NodeRef,
}

/// A button that is only a picture; its label is its tooltip.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    html! {
        <button
            ref={props.button_ref.clone()}
            id={props.id.clone()}
            type="button"
            class={classes!(
                "btn", "btn--icon", props.variant.class(), props.small.then_some("btn--small"), props.class.clone()
            )}
            disabled={props.disabled}
            onclick={props.onclick.clone()}
            tabindex={props.tabindex.clone()}
            aria-label={props.label.clone()}
            data-tip={props.label.clone()}
            aria-pressed={props.pressed.map(flag)}
            aria-expanded={props.expanded.map(flag)}
            aria-haspopup={props.popup.clone()}
            aria-keyshortcuts={props.keys.clone()}
        >
            <Icon name={props.icon} />
        </button>
    }
}

/// A boolean as ARIA writes it.
pub(super) const fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
