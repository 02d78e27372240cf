//! Small labels: keys, counts, chips.
use yew::prelude::*;

use super::button::IconButton;
use super::colour::{ColourDot, Hue};
use super::icon::IconName;
use crate::i18n::tr;

/// What a [`Kbd`] shows.
#[derive(Properties, PartialEq)]
pub struct KbdProps {
    /// The keys, joined by `+` ("Ctrl+K").
    pub keys: AttrValue,
}

/// Keys to press.
#[component]
pub fn Kbd(props: &KbdProps) -> Html {
    html! { <kbd class="kbd" dir="ltr">{ props.keys.clone() }</kbd> }
}

/// What a [`Badge`] shows.
#[derive(Properties, PartialEq)]
pub struct BadgeProps {
    /// A word or a number.
    pub text: AttrValue,
}

/// A word or a number beside something, such as its state.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    html! { <span class="badge">{ props.text.clone() }</span> }
}

/// What a [`Chip`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ChipProps {
    /// The name on it, a user's own words.
    pub name: AttrValue,
    /// The colour of the code that it stands for.
    #[prop_or_default]
    pub hue: Option<Hue>,
    /// Pressing it; without this it only shows.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
    /// Taking it away; a cross appears.
    #[prop_or_default]
    pub on_remove: Option<Callback<()>>,
    /// What the cross does, in words ("Remove the code Family").
    #[prop_or_default]
    pub remove_label: Option<AttrValue>,
}

/// Something named in a small frame, such as a code of a quotation.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let inner = html! {
        <>
            if let Some(hue) = props.hue {
                <ColourDot {hue} />
            }
            <bdi class="chip__name">{ props.name.clone() }</bdi>
        </>
    };
    html! {
        <span class="chip">
            if let Some(onclick) = &props.onclick {
                <button type="button" class="chip__body" onclick={onclick.clone()}>{ inner }</button>
            } else {
                <span class="chip__body">{ inner }</span>
            }
            if let Some(on_remove) = &props.on_remove {
                <IconButton
                    label={props.remove_label.clone().unwrap_or_else(|| tr!("remove"))}
                    icon={IconName::Close}
                    onclick={on_remove.reform(|_: MouseEvent| ())}
                    small=true
                    class="chip__remove"
                />
            }
        </span>
    }
}
