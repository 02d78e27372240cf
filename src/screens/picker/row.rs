//! The rows of the picker.

use emic_core::project::Status;
use emic_core::text::Direction;
use emic_view::picker::CodeOffer;
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::screens::codes::{hue, marked};
use crate::widgets::{ColourDot, Icon, IconName, Kbd};

#[derive(Properties, PartialEq)]
pub(super) struct PickerRowProps {
    pub id: AttrValue,
    pub at: usize,
    pub offer: CodeOffer,
    pub recent: bool,
    pub quotations: usize,
    pub active: bool,
    pub on_pick: Callback<usize>,
    pub on_point: Callback<usize>,
}

/// A code that is offered.
#[component]
pub(super) fn PickerRow(props: &PickerRowProps) -> Html {
    let at = props.at;
    let onclick = props.on_pick.reform(move |_: MouseEvent| at);
    let onmousemove = props.on_point.reform(move |_: MouseEvent| at);
    let offer = &props.offer;
    html! {
        <li
            id={props.id.clone()}
            class="picker__row"
            role="option"
            aria-selected={if props.active { "true" } else { "false" }}
            {onclick}
            {onmousemove}
        >
            <ColourDot hue={hue(offer.code.colour)} />
            <span class="picker__name"><bdi>{ marked(&offer.code.name, &offer.matched) }</bdi></span>
            <span class="picker__where" dir={direction(&offer.above)}>{ path(&offer.above) }</span>
            if let Some(key) = offer.code.sheet.key {
                <span class="picker__key"><Kbd keys={key.to_string()} /></span>
            }
            if offer.code.sheet.status == Some(Status::Retired) {
                <span class="picker__state">{ tr!("book-status-retired") }</span>
            } else if offer.applied {
                <span class="picker__state"><Icon name={IconName::Check} /><span>{ tr!("picker-applied") }</span></span>
            } else if props.recent {
                <span class="picker__state">{ tr!("picker-recent") }</span>
            }
            <span class="picker__count">{ format_number(props.quotations as f64) }</span>
        </li>
    }
}

/// Which way a path runs: as its first name, so that what does not fit is cut at its end.
fn direction(names: &[String]) -> Option<&'static str> {
    Direction::of(names.first()?).map(|direction| match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    })
}

/// The names above a code, from the top down.
pub(super) fn path(names: &[String]) -> Html {
    names
        .iter()
        .enumerate()
        .map(|(n, name)| {
            html! { <span key={n}>if n > 0 { <span aria-hidden="true">{ " / " }</span> }<bdi>{ name.clone() }</bdi></span> }
        })
        .collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct CreateRowProps {
    pub id: AttrValue,
    pub at: usize,
    pub name: AttrValue,
    pub active: bool,
    pub on_pick: Callback<usize>,
    pub on_point: Callback<usize>,
}

/// The row that makes a code of the name that was typed.
#[component]
pub(super) fn CreateRow(props: &CreateRowProps) -> Html {
    let at = props.at;
    let onclick = props.on_pick.reform(move |_: MouseEvent| at);
    let onmousemove = props.on_point.reform(move |_: MouseEvent| at);
    html! {
        <li
            id={props.id.clone()}
            class="picker__row picker__row--create"
            role="option"
            aria-selected={if props.active { "true" } else { "false" }}
            {onclick}
            {onmousemove}
        >
            <Icon name={IconName::Plus} />
            <span class="picker__name">{ tr!("picker-create-name", name = &props.name) }</span>
            <span class="picker__count">{ tr!("picker-new") }</span>
        </li>
    }
}
