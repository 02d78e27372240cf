//! The wordings that a code's texts had before: who replaced them, when and why, and what was changed.

use std::rc::Rc;

use emic_core::edit::{CodeField, Edit};
use emic_core::project::{Code, Former, Project};
use emic_view::before_after::{Fate, Piece};
use emic_view::codebook::compared;
use yew::prelude::*;

use super::sheet::set_field;
use super::text_name;
use crate::i18n::{format_date_time, tr};
use crate::screens::act::act_with_undo;
use crate::screens::quotation::NoteField;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{IconButton, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct FormersProps {
    pub project: Same<Project>,
    pub code: Same<Code>,
}

/// Each wording that was replaced, the latest first, compared with the one that came in its place.
#[component]
pub(super) fn Formers(props: &FormersProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let code = &props.code;
    let former = &code.sheet.former;
    let rows = former.iter().enumerate().rev().map(|(at, one)| {
        let why = {
            let (store, code) = (store.clone(), code.clone());
            Callback::from(move |why: String| {
                set_field(&store, &code, CodeField::Why(at, why));
            })
        };
        let forget = {
            let (store, id, said) = (store.clone(), code.id, tr!("book-former-forgotten", name = &code.name));
            Callback::from(move |_: MouseEvent| {
                let edit = Edit::SetCodeField { id, field: CodeField::Forget(at), why: String::new() };
                act_with_undo(&store, vec![edit], said.clone());
            })
        };
        let coder = props.project.coders.get(&one.replaced.by).map(|coder| coder.name.clone()).unwrap_or_default();
        html! {
            <li key={format!("{}-{}", one.text.key(), one.replaced.at.0)} class="formers__one">
                <div class="formers__head">
                    <b>{ text_name(one.text) }</b>
                    <span class="soft small">
                        { format_date_time(one.replaced.at.0 as f64) }
                        if !coder.is_empty() {
                            { " · " }<bdi>{ coder }</bdi>
                        }
                    </span>
                    if writable {
                        <IconButton label={tr!("book-former-forget")} icon={IconName::Trash} small=true onclick={forget} />
                    }
                </div>
                { wording(&compared(&one.words, after(former, at, code))) }
                <NoteField label={tr!("book-former-why")} value={one.why.clone()} rows=1 on_commit={why} />
            </li>
        }
    });
    html! {
        <details class="formers">
            <summary>{ tr!("book-former", n = former.len()) }</summary>
            <ol class="formers__list">{ for rows }</ol>
        </details>
    }
}

/// What came in the place of a wording: the next one of the same text, or what it says now.
fn after<'a>(former: &'a [Rc<Former>], at: usize, code: &'a Code) -> &'a str {
    let next = former[at + 1..].iter().find(|next| next.text == former[at].text);
    next.map_or_else(|| code.text(former[at].text), |next| &next.words)
}

/// Two wordings as one text, with what went and what came set off.
pub fn wording(pieces: &[Piece]) -> Html {
    html! {
        <p class="wording" dir="auto">
            { for pieces.iter().enumerate().map(|(n, piece)| {
                let words = piece.words.clone();
                match piece.fate {
                    Fate::Kept => html! { <span key={n}>{ words }</span> },
                    Fate::Come => html! { <ins key={n}>{ words }</ins> },
                    Fate::Gone | Fate::LineEnd => html! { <del key={n}>{ words }</del> },
                }
            }) }
        </p>
    }
}
