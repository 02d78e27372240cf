//! The colours of codes: eight, each with a name and a shape of its own, so that colour is never the only sign.
use yew::prelude::*;

use super::button::flag;
use super::dom;
use crate::i18n::{self, tr};

/// One of the eight code colours; the style sheet gives it a value for each theme.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Hue(u8);

impl Hue {
    /// How many there are.
    pub const COUNT: u8 = 8;

    /// The colour of a number from 1 to 8; other numbers begin anew after 8, so that every stored number has one.
    pub fn new(number: u32) -> Self {
        Self((number.wrapping_sub(1) % u32::from(Self::COUNT)) as u8)
    }

    /// Its number, from 1 to 8.
    pub const fn number(self) -> u8 {
        self.0 + 1
    }

    /// Every colour in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// The class that sets `--k` (shapes, lines), `--k-ink` (words) and `--k-wash` (tint) for what is in it.
    pub const fn class(self) -> &'static str {
        ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"][self.0 as usize]
    }

    /// Its name in the current language.
    pub fn name(self) -> AttrValue {
        i18n::message(&format!("hue-{}", self.number()), None)
    }

    /// Its shape in a field of 12 × 12, as SVG path data.
    const fn shape(self) -> &'static str {
        [
            "M3 1h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z",
            "M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8z",
            "M6 .8l5.6 10H.4z",
            "M6 0l6 6l-6 6l-6-6z",
            "M4 .8h4v3.2h3.2v4H8v3.2H4V8H.8V4H4z",
            "M3.2.8h5.6L11.6 6l-2.8 5.2H3.2L.4 6z",
            "M.4 1.2h11.2L6 11.2z",
            "M6 .6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 6 .6zM6 3.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z",
        ][self.0 as usize]
    }
}

/// What a [`ColourDot`] shows.
#[derive(Properties, PartialEq)]
pub struct ColourDotProps {
    /// The colour.
    pub hue: Hue,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// The colour and shape of a code, beside its name; not read aloud.
#[component]
pub fn ColourDot(props: &ColourDotProps) -> Html {
    html! {
        <svg
            class={classes!("dot", props.hue.class(), props.class.clone())}
            viewBox="0 0 12 12"
            width="12"
            height="12"
            aria-hidden="true"
            focusable="false"
        >
            <path d={props.hue.shape()} fill-rule="evenodd" />
        </svg>
    }
}

/// What a [`ColourPicker`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ColourPickerProps {
    /// What it colours, as the name of the group.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The one chosen.
    pub value: Option<Hue>,
    /// Another was chosen.
    pub on_change: Callback<Hue>,
}

/// The eight colours to choose from, by arrow keys or pointer.
#[component]
pub fn ColourPicker(props: &ColourPickerProps) -> Html {
    let node = use_node_ref();
    let here = props.value.unwrap_or_default();
    let onkeydown = {
        let (node, on_change) = (node.clone(), props.on_change.clone());
        Callback::from(move |event: KeyboardEvent| {
            let rtl = i18n::current().is_rtl();
            let forward = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                "ArrowRight" => !rtl,
                "ArrowLeft" => rtl,
                _ => return,
            };
            event.prevent_default();
            let to = if forward { here.0 + 1 } else { here.0 + Hue::COUNT - 1 } % Hue::COUNT;
            let swatch =
                node.cast().and_then(|group| dom::all(&group, "[role=radio]").into_iter().nth(usize::from(to)));
            if let Some(swatch) = swatch {
                dom::focus(&swatch);
            }
            on_change.emit(Hue(to));
        })
    };
    let label = props.label.clone().unwrap_or_else(|| tr!("choose-colour"));
    html! {
        <div ref={node} class="swatches" role="radiogroup" aria-label={label} {onkeydown}>
            { for Hue::all().map(|hue| {
                let onclick = props.on_change.reform(move |_: MouseEvent| hue);
                html! {
                    <button
                        key={hue.number()}
                        type="button"
                        role="radio"
                        class="swatch"
                        aria-checked={flag(props.value == Some(hue))}
                        aria-label={hue.name()}
                        data-tip={hue.name()}
                        tabindex={if hue == here { "0" } else { "-1" }}
                        {onclick}
                    >
                        <ColourDot {hue} />
                    </button>
                }
            }) }
        </div>
    }
}
