//! What stands in a row of the code tree.

use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_view::lists::CodeRow;
use yew::prelude::*;

use super::hue;
use super::name_field::NameField;
use crate::i18n::{format_number, tr};
use crate::widgets::{ColourDot, Icon, IconButton, IconName, Kbd};

/// What can be asked of a row besides choosing it.
#[derive(Clone, PartialEq)]
pub(super) struct RowEvents {
    pub rename: Callback<(CodeId, String), bool>,
    pub cancel: Callback<bool>,
    pub quotations: Callback<CodeId>,
    pub menu: Callback<(CodeId, (i32, i32))>,
}

#[derive(Properties, PartialEq)]
pub(super) struct CodeLineProps {
    pub row: Rc<CodeRow>,
    pub renaming: bool,
    /// Whether it is ticked, where several are chosen.
    pub ticked: Option<bool>,
    pub events: RowEvents,
}

/// A code with its hue, its name, and how many quotations have it.
#[component]
pub(super) fn CodeLine(props: &CodeLineProps) -> Html {
    let row = &props.row;
    let code = &row.code;
    let id = code.id;
    let quotations = props.events.quotations.reform(move |_: MouseEvent| id);
    let menu = props.events.menu.reform(move |event: MouseEvent| {
        // A press by key has no place of its own: the button's will do.
        let place = event.target_dyn_into::<web_sys::Element>().map(|button| button.get_bounding_client_rect());
        (id, place.map_or((event.client_x(), event.client_y()), |at| (at.left() as i32, at.bottom() as i32)))
    });
    // A theme or category says what is under it too, but not twice.
    let count = if row.has_children { row.with_subcodes } else { row.own };
    let count_label = if row.has_children {
        tr!("codes-count-with-sub", n = row.with_subcodes, own = row.own)
    } else {
        tr!("quotations-count", n = row.own)
    };
    html! {
        <div class={classes!("codes__line", (row.depth == 0 && row.has_children).then_some("codes__line--theme"))}>
            if let Some(ticked) = props.ticked {
                <span class={classes!("codes__tick", ticked.then_some("codes__tick--on"))} aria-hidden="true">
                    if ticked {
                        <Icon name={IconName::Check} />
                    }
                </span>
            }
            <ColourDot hue={hue(code.colour)} />
            if props.renaming {
                <NameField
                    label={tr!("codes-rename-label", name = &code.name)}
                    name={code.name.clone()}
                    on_name={props.events.rename.reform(move |name| (id, name))}
                    on_cancel={props.events.cancel.clone()}
                />
            } else {
                <span class="codes__label" title={code.name.clone()}><bdi>{ marked(&code.name, &row.matched) }</bdi></span>
            }
            if row.listed_under.is_some() {
                <span class="codes__listed" role="img" aria-label={tr!("book-listed")} data-tip={tr!("book-listed")}><Icon name={IconName::Redo} /></span>
            }
            if let Some(key) = code.sheet.key {
                <span class="codes__key"><Kbd keys={key.to_string()} /></span>
            }
            <span class="tree__hand codes__hand">
                <IconButton
                    label={tr!("codes-quotations-of", name = &code.name)}
                    icon={IconName::List}
                    onclick={quotations}
                    small=true
                    tabindex="-1"
                />
                <IconButton
                    label={tr!("more-actions-for", name = &code.name)}
                    icon={IconName::More}
                    onclick={menu}
                    small=true
                    popup="menu"
                    tabindex="-1"
                />
            </span>
            <span class="num codes__count" aria-label={count_label.clone()} data-tip={count_label} role="img">
                { format_number(count as f64) }
            </span>
        </div>
    }
}

/// A name with what was found in it set apart; places in code points, in order.
pub fn marked(name: &str, places: &[Range<u32>]) -> Html {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (n, c) in name.chars().enumerate() {
        let found = places.iter().any(|place| place.contains(&(n as u32)));
        match pieces.last_mut() {
            Some((piece, last)) if *last == found => piece.push(c),
            _ => pieces.push((c.to_string(), found)),
        }
    }
    pieces
        .into_iter()
        .enumerate()
        .map(|(n, (piece, found))| html! { <span key={n} class={found.then_some("codes__found")}>{ piece }</span> })
        .collect()
}
