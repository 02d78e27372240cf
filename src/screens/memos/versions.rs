//! What a memo said before, compared with what it said next.

use emic_core::project::{Memo, Project};
use emic_core::text::{Span, Text, diff};
use emic_view::before_after::{Fate, Piece, rows};
use yew::prelude::*;

use crate::i18n::{format_date_time, tr};
use crate::store::Same;

/// How much is compared at most: lines, and code points of a line.
const LINES: usize = 400;
const LONG: usize = 4_000;

#[derive(Properties, PartialEq)]
pub(super) struct VersionsProps {
    pub project: Same<Project>,
    pub memo: Same<Memo>,
}

/// The former versions, the latest first; each opens to what became of it.
#[component]
pub(super) fn Versions(props: &VersionsProps) -> Html {
    let memo = &props.memo;
    let all = memo.versions.len();
    html! {
        <section class="memo__versions" aria-label={tr!("memos-versions")}>
            <h2>{ tr!("memos-versions") }</h2>
            { for (0..all).rev().map(|n| {
                let version = &memo.versions[n];
                let next = memo.versions.get(n + 1).map_or(&memo.words, |next| &next.words);
                let coder = props.project.coders.get(&version.made.by).map(|coder| coder.name.clone()).unwrap_or_default();
                html! {
                    <details key={n}>
                        <summary>
                            { format_date_time(version.made.at.0 as f64) }{ " · " }<bdi>{ coder }</bdi>
                        </summary>
                        <Compared before={version.words.clone()} after={next.clone()} />
                    </details>
                }
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ComparedProps {
    before: AttrValue,
    after: AttrValue,
}

/// Both texts side by side, where they differ.
#[component]
fn Compared(props: &ComparedProps) -> Html {
    let found = use_memo((props.before.clone(), props.after.clone()), |(before, after)| {
        let text = Text::new(before.as_str());
        let edits = diff(&text, Span::new(0, text.len()), after).unwrap_or_default();
        rows(before, &edits, LINES, LONG).0
    });
    let side = |pieces: &[Piece]| -> Html {
        let shown = pieces.iter().map(|piece| match piece.fate {
            Fate::Kept => html! { { piece.words.clone() } },
            Fate::Gone | Fate::LineEnd => html! { <del>{ piece.words.clone() }</del> },
            _ => html! { <ins>{ piece.words.clone() }</ins> },
        });
        html! { <p dir="auto">{ for shown }</p> }
    };
    html! {
        <div class="memo__compared">
            <div><h3>{ tr!("memos-before") }</h3>{ for found.iter().map(|row| side(&row.before)) }</div>
            <div><h3>{ tr!("memos-after") }</h3>{ for found.iter().map(|row| side(&row.after)) }</div>
        </div>
    }
}
