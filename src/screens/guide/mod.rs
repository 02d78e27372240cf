//! The interview guide: its questions, where they are asked, and what is answered.

mod add;
mod answer;
mod answers;
mod asked;
mod matches;
mod questions;
mod turns;
mod work;

use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::project::{Document, Project};
use emic_core::scope::Scope;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{GuidePart, Place, Route};
use crate::store::Same;
use answers::Answers;
use asked::Asked;
use matches::Matches;
use questions::Questions;

/// What of the guide is shown.
#[derive(Properties, PartialEq)]
pub struct GuideScreenProps {
    /// The project.
    pub project: ProjectId,
    /// The part.
    pub part: GuidePart,
}

/// The interview guide.
#[component]
pub fn GuideScreen(props: &GuideScreenProps) -> Html {
    let here = std::mem::discriminant(&props.part);
    let link = |part: GuidePart, label: AttrValue| {
        let current = (std::mem::discriminant(&part) == here).then_some("page");
        html! { <a class="guide__link" href={Route::Project(props.project, Place::Guide(part)).hash()} aria-current={current}>{ label }</a> }
    };
    html! {
        <section class="page guide" aria-labelledby="guide-title">
            <div class="page__head">
                <h1 id="guide-title">{ tr!("guide-title") }</h1>
            </div>
            <nav class="guide__parts" aria-label={tr!("guide-title")}>
                { link(GuidePart::Questions, tr!("guide-questions")) }
                { link(GuidePart::Matches, tr!("guide-matches")) }
                { link(GuidePart::Answers(None), tr!("guide-answers")) }
                { link(GuidePart::Asked, tr!("guide-asked")) }
            </nav>
            {
                match props.part {
                    GuidePart::Questions => html! { <Questions key="questions" project={props.project} /> },
                    GuidePart::Matches => html! { <Matches key="matches" project={props.project} /> },
                    GuidePart::Answers(question) => html! { <Answers key="answers" project={props.project} {question} /> },
                    GuidePart::Asked => html! { <Asked key="asked" project={props.project} /> },
                }
            }
        </section>
    }
}

/// The documents of a scope that someone speaks in, in their order.
fn conversations(project: &Project, scope: &Scope) -> Vec<Same<Document>> {
    let within = scope.within(project);
    let documents = project.documents_in_order().into_iter();
    let spoken =
        documents.filter(|document| within.contains_document(document.id) && !document.structure.turns.is_empty());
    spoken.map(|document| Same(Rc::clone(&document))).collect()
}
