//! A text before and after tidying, side by side.

use emic_core::text::Text;
use emic_formats::source::Prepared;
use emic_view::before_after::{Fate, Piece, Row, rows};
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant};

/// How many lines are shown at once, and how many code points at most in them.
const LINES: usize = 400;
const CHARS: usize = 60_000;

/// What a [`Compare`] shows.
#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The text as imported.
    pub text: Text,
    /// What is done to it.
    pub prepared: Same<Prepared>,
}

/// Both sides in rows that scroll together; on a narrow page one side at a time.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let pages = use_state_eq(|| 1usize);
    let after = use_state_eq(|| true);
    let found = use_memo((props.text.clone(), props.prepared.clone(), *pages), |(text, prepared, pages)| {
        rows(text.as_str(), &prepared.tidied.edits, LINES * pages, CHARS * pages)
    });
    let show_more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    let side = |which: bool, label: AttrValue| {
        let onclick = {
            let after = after.setter();
            Callback::from(move |_: MouseEvent| after.set(which))
        };
        html! { <Button {label} small=true pressed={*after == which} {onclick} /> }
    };
    html! {
        <div class="import-compare" data-side={if *after { "after" } else { "before" }}>
            <div class="import-compare__sides" role="group" aria-label={tr!("import-compare")} key="sides">
                { side(false, tr!("import-before")) }
                { side(true, tr!("import-after")) }
            </div>
            <div class="import-compare__scroll" tabindex="0" role="region" aria-label={tr!("import-compare")} key="rows">
                <div class="import-compare__head" key="head">
                    <span></span>
                    <strong class="import-compare__before">{ tr!("import-before") }</strong>
                    <strong class="import-compare__after">{ tr!("import-after") }</strong>
                </div>
                { for found.0.iter().map(|row| html! { <Line key={row.line} row={row.clone()} /> }) }
                if found.1 {
                    <div class="import-compare__more" key="more">
                        <Button label={tr!("show-more")} small=true variant={ButtonVariant::Quiet} onclick={show_more} />
                    </div>
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    row: Row,
}

/// One row: the lines before, and what becomes of them.
#[component]
fn Line(props: &LineProps) -> Html {
    let row = &props.row;
    html! {
        <div class="import-compare__row">
            <span class="import-compare__number num" aria-hidden="true">{ format_number(row.line as f64) }</span>
            <div class="import-compare__before"><div dir="auto">{ for row.before.iter().map(piece) }</div></div>
            <div class="import-compare__after"><div dir="auto">{ for row.after.iter().map(piece) }</div></div>
        </div>
    }
}

fn piece(piece: &Piece) -> Html {
    let words = piece.words.clone();
    // A line through a space would look like a hyphen.
    let blank = words.chars().all(char::is_whitespace).then_some("import-compare__blank");
    match piece.fate {
        Fate::Kept => html! { <span>{ words }</span> },
        Fate::Gone => html! { <del class={classes!("import-compare__gone", blank)}>{ words }</del> },
        Fate::LineEnd => html! { <del class="import-compare__end">{ "\n" }</del> },
        Fate::Come => html! { <ins class={classes!("import-compare__come", blank)}>{ words }</ins> },
    }
}
