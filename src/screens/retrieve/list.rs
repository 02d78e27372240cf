//! The quotations that were found, in parts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use emic_core::consent::AllLimits;
use emic_core::ids::{CodeId, CoderId, DocumentId, ProjectId, QuotationId};
use emic_core::project::{Document, Project, Quotation};
use emic_core::query::Found;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::card::{Card, CodeName};
use super::fill::use_fill;
use super::model::{hidden_around, part_of, parts};
use super::place;
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::near::use_near;
use crate::screens::panes::{Beside, use_beside};
use crate::store::{Same, use_painted};
use crate::widgets::dom;

/// The names that cards show.
#[derive(PartialEq, Default)]
pub struct Names {
    codes: BTreeMap<CodeId, CodeName>,
    coders: BTreeMap<CoderId, AttrValue>,
    limits: AllLimits,
}

impl Names {
    /// Of a project.
    pub fn of(project: &Project) -> Names {
        Names {
            codes: project.codes.values().map(|code| (code.id, CodeName::of(code))).collect(),
            coders: project.coders.values().map(|coder| (coder.id, coder.name.clone().into())).collect(),
            limits: AllLimits::of(project),
        }
    }
}

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct FoundListProps {
    /// The project.
    pub project: ProjectId,
    /// Tells one question from another.
    pub question: AttrValue,
    /// What was found.
    pub found: Same<Vec<Found>>,
    /// The names that the cards show.
    pub names: Rc<Names>,
}

/// The quotations that were found. Arrow keys go from one to the next, Enter opens it in its place.
#[component]
pub fn FoundList(props: &FoundListProps) -> Html {
    let node = use_node_ref();
    let id = props.project;
    let spot = use_memo(props.question.clone(), |question| place::recall(id, question));
    let active = use_state_eq(|| None::<QuotationId>);
    let first = props.found.first().map(|(_, quotation)| quotation.id);
    // Where the tab key enters: the one last gone to, or else the first.
    let is_there = |id: &QuotationId| props.found.iter().any(|(_, quotation)| quotation.id == *id);
    let here = active.or(spot.map(|spot| spot.quotation)).filter(is_there).or(first);
    let all: Vec<Range<usize>> = parts(props.found.len()).collect();
    let key = place::number(&props.question);
    // What is out of view is made when the first screen stands; until then there is room for it.
    let painted = use_painted(key);
    let start = part_of(&props.found, spot.map(|spot| spot.quotation));
    let first_parts = start..start + filling() + usize::from(spot.is_some());
    let made = use_fill(key, all.len(), first_parts, painted);
    place::use_place(&node, id, props.question.clone(), *spot);

    let onkeydown = {
        let (node, active) = (node.clone(), active.setter());
        Callback::from(move |event: KeyboardEvent| {
            // Keys on what is in a card are its own.
            let Some(card) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            if card.class_name() != "found" || event.alt_key() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            if key == "Enter" {
                event.prevent_default();
                if let Ok(Some(link)) = card.query_selector(".found__place") {
                    link.unchecked_into::<web_sys::HtmlElement>().click();
                }
                return;
            }
            let Some(list) = node.cast::<Element>() else { return };
            let cards = dom::all(&list, ".found");
            let Some(at) = cards.iter().position(|other| *other == card) else { return };
            let to = match key.as_str() {
                "ArrowDown" => at + 1,
                "ArrowUp" => match at.checked_sub(1) {
                    Some(to) => to,
                    None => return,
                },
                "Home" => 0,
                "End" => cards.len() - 1,
                _ => return,
            };
            let Some(to) = cards.get(to) else { return };
            event.prevent_default();
            active.set(to.get_attribute("data-quotation").and_then(|id| id.parse().ok()));
            dom::focus(to);
        })
    };
    let onfocusin = {
        let active = active.setter();
        Callback::from(move |event: FocusEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let card = target.and_then(|target| target.closest(".found").ok().flatten());
            if let Some(id) = card.and_then(|card| card.get_attribute("data-quotation")?.parse().ok()) {
                active.set(Some(id));
            }
        })
    };
    let beside = use_beside();
    let part = |(at, range): (usize, Range<usize>)| {
        let holds = here.filter(|here| props.found[range.clone()].iter().any(|(_, quotation)| quotation.id == *here));
        html! {
            <Part
                key={format!("{key}-{at}")}
                project={id}
                found={props.found.clone()}
                start={range.start}
                end={range.end}
                names={Same(props.names.clone())}
                made={made.contains(&at)}
                active={holds}
                {beside}
            />
        }
    };
    let total = all.len();
    let shown = if painted { 0..total } else { made.clone() };
    let parts = all.into_iter().enumerate().skip(shown.start).take(shown.len()).map(part);
    html! {
        <div ref={node} class="found-list" {onkeydown} {onfocusin}>
            { room("before", shown.start) }
            { for parts }
            { room("after", total - shown.end) }
        </div>
    }
}

/// How high a part is as a rule, in CSS pixels; as in the style sheet.
const PART_HEIGHT: usize = 1700;

/// How many parts fill the window.
fn filling() -> usize {
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64());
    1 + height.unwrap_or_default() as usize / PART_HEIGHT
}

/// Room for parts that are not made yet. Its height is an attribute, since a `style` would be blocked.
fn room(key: &'static str, parts: usize) -> Html {
    let height = (parts * PART_HEIGHT).to_string();
    html! { <svg {key} class="found-room" width="1" {height} aria-hidden="true" /> }
}

#[derive(Properties)]
struct PartProps {
    project: ProjectId,
    found: Same<Vec<Found>>,
    start: usize,
    end: usize,
    names: Same<Names>,
    made: bool,
    active: Option<QuotationId>,
    beside: Beside,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        // After an edit the list is another one, but most of its parts hold what they held.
        let same = |(a, b): (&Found, &Found)| Rc::ptr_eq(&a.0, &b.0) && Rc::ptr_eq(&a.1, &b.1);
        let mine = &self.found[self.start..self.end];
        let others = &other.found[other.start..other.end];
        let before = |props: &PartProps| props.start.checked_sub(1).map(|at| props.found[at].0.id);
        self.made == other.made
            && self.active == other.active
            && self.beside == other.beside
            && self.project == other.project
            && self.names == other.names
            && mine.len() == others.len()
            && before(self) == before(other)
            && mine.iter().zip(others).all(same)
    }
}

/// A part of the list; until it is made, room for it.
#[component]
fn Part(props: &PartProps) -> Html {
    let node = use_node_ref();
    let near = use_near(&node);
    let card = |document: &Rc<Document>, quotation: &Rc<Quotation>| {
        let codes = quotation.codings.iter().filter_map(|coding| props.names.codes.get(&coding.code).cloned());
        let limits = props.names.limits.in_document(document.id);
        html! {
            <Card
                key={quotation.id.to_string()}
                project={props.project}
                document={Same(document.clone())}
                quotation={Same(quotation.clone())}
                codes={codes.collect::<Vec<_>>()}
                consent={limits.at(quotation.span())}
                hidden_around={hidden_around(&limits, quotation.span())}
                coder={props.names.coders.get(&quotation.coder()).cloned().unwrap_or_default()}
                {near}
                active={props.active == Some(quotation.id)}
                beside={props.beside}
            />
        }
    };
    // Whoever scrolls faster than the list is made finds it made where they are.
    let made = props.made || near;
    let rows = made.then(|| {
        let mut last: Option<DocumentId> = props.start.checked_sub(1).map(|before| props.found[before].0.id);
        let mut rows: Vec<Html> = Vec::new();
        for (document, quotation) in &props.found[props.start..props.end] {
            if last.replace(document.id) != Some(document.id) {
                let count = props.found.iter().filter(|(other, _)| other.id == document.id).count();
                rows.push(heading(props.project, document, count));
            }
            rows.push(card(document, quotation));
        }
        rows
    });
    html! {
        <div ref={node} class={classes!("found-part", (!made).then_some("found-part--open"))}>
            { for rows.into_iter().flatten() }
        </div>
    }
}

fn heading(project: ProjectId, document: &Document, count: usize) -> Html {
    html! {
        <h2 key={format!("h-{}", document.id)} class="found-document">
            <a href={Route::Project(project, Place::Read(Some(document.id), None)).hash()}>
                <bdi>{ document.title.clone() }</bdi>
            </a>
            <span class="num">{ tr!("quotations-count", n = count) }</span>
        </h2>
    }
}
