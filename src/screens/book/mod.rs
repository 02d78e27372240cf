//! The codebook as a whole: the sorting board, the table of content analysis, its versions, and codes that are split.

mod board;
mod cards;
mod content;
mod exchange;
mod split;
mod versions;

use emic_core::ids::ProjectId;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{BookPart, Place, Route};
use board::Board;
use content::Content;
pub use exchange::ExchangeMenu;
use split::Split;
use versions::Versions;

/// What of the codebook is shown.
#[derive(Properties, PartialEq)]
pub struct BookScreenProps {
    /// The project.
    pub project: ProjectId,
    /// The part.
    pub part: BookPart,
}

/// A part of the codebook that is about all of it.
#[component]
pub fn BookScreen(props: &BookScreenProps) -> Html {
    let inner = match props.part {
        BookPart::Board(code) => html! { <Board key={format!("board-{code:?}")} project={props.project} {code} /> },
        BookPart::Content => html! { <Content key="content" /> },
        BookPart::Versions => html! { <Versions key="versions" /> },
        BookPart::Split(code) => html! { <Split key={format!("split-{code}")} {code} /> },
    };
    html! {
        <section class="page book" aria-labelledby="codebook-title">
            <div class="page__head">
                <h1 id="codebook-title">{ tr!("codebook") }</h1>
            </div>
            <BookNav project={props.project} here={Place::Book(props.part)} />
            { inner }
        </section>
    }
}

/// Where in the codebook one is.
#[derive(Properties, PartialEq)]
pub struct BookNavProps {
    /// The project.
    pub project: ProjectId,
    /// What is shown.
    pub here: Place,
}

/// The ways between the parts of the codebook.
#[component]
pub fn BookNav(props: &BookNavProps) -> Html {
    let same = |place: Place| match (place, props.here) {
        (Place::Book(part), Place::Book(here)) => std::mem::discriminant(&part) == std::mem::discriminant(&here),
        (place, here) => std::mem::discriminant(&place) == std::mem::discriminant(&here),
    };
    let link = |place: Place, label: AttrValue| {
        let current = same(place).then_some("page");
        html! { <a class="guide__link" href={Route::Project(props.project, place).hash()} aria-current={current}>{ label }</a> }
    };
    html! {
        <nav class="guide__parts book__parts" aria-label={tr!("codebook")}>
            { link(Place::Codes(None), tr!("codes")) }
            { link(Place::Book(BookPart::Board(None)), tr!("board")) }
            { link(Place::Book(BookPart::Content), tr!("content")) }
            { link(Place::Book(BookPart::Versions), tr!("versions")) }
        </nav>
    }
}
