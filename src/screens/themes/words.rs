//! What is said of printed quotations: their words with their marks, and what a check found.

use emic_core::columns::{Column, Columns};
use emic_core::paper::{Checked, Facts, Mark, Piece, Remedy, Template, Way};
use emic_core::project::{Project, Quotation};
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::cases::words::column_name;

/// A quotation's attribution by the template of a language; empty if there is none.
pub(super) fn attribution(project: &Project, facts: &Facts, quotation: &Quotation, language: &str) -> String {
    let template = project.meta.attributions.get(language).map(|template| Template::new(template));
    let document = project.documents.get(&quotation.document);
    match (template, document) {
        (Some(template), Some(document)) => facts.attribution(project, document, quotation, &template),
        _ => String::new(),
    }
}

/// The printed words, with what marks a change and what is changed without a mark set off.
pub(super) fn printed(checked: &Checked) -> Html {
    let piece = |piece: &Piece| match piece.mark {
        Mark::Same => html! { { piece.printed.clone() } },
        Mark::Ellipsis | Mark::Bracket => html! { <span class="printed__mark">{ piece.printed.clone() }</span> },
        Mark::Unmarked => html! { <mark class="printed__unmarked">{ piece.printed.clone() }</mark> },
    };
    checked.pieces.iter().map(piece).collect()
}

/// What was said, with what is printed in its place.
pub(super) fn compared(checked: &Checked) -> Html {
    let piece = |piece: &Piece| {
        let unmarked = (piece.mark == Mark::Unmarked).then_some("printed__unmarked");
        match piece.mark {
            Mark::Same => html! { { piece.said.clone() } },
            _ => html! {
                <>
                    if !piece.said.is_empty() {
                        <del class={classes!(unmarked)}>{ piece.said.clone() }</del>
                    }
                    if !piece.printed.is_empty() {
                        <ins class={classes!(unmarked)}>{ piece.printed.clone() }</ins>
                    }
                </>
            },
        }
    };
    checked.pieces.iter().map(piece).collect()
}

/// What would let a printed attribution fit more participants.
pub(super) fn remedy_words(columns: &Columns, remedy: &Remedy) -> AttrValue {
    let name = column_name(columns, remedy.column);
    match remedy.way {
        Way::LeaveOut => tr!("identify-leave-out", name = name, n = remedy.fits),
        Way::Range(first, last) => {
            tr!("identify-range", name = name, range = format!("{first}–{last}"), n = remedy.fits)
        }
        Way::Year(year) => tr!("identify-range", name = name, range = year.to_string(), n = remedy.fits),
    }
}

/// What is printed of a participant, in a line.
pub(super) fn values(printed: &[(Column, String)]) -> String {
    let separator = tr!("list-separator");
    printed.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(&separator)
}
