//! Which turn asks which question: suggested, confirmed, corrected.

use std::cell::Cell;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{DocumentId, ProjectId};
use emic_core::project::{Asks, BlockKind, Document};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::conversations;
use super::turns::{Turns, asking};
use super::work::{match_all, take_headings};
use crate::i18n::{format_number, tr};
use crate::route::{GuidePart, Place, Route};
use crate::screens::act::act;
use crate::screens::growing::use_growing;
use crate::store::{Same, use_project, use_scope, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, EmptyState, Icon, IconName, ProgressBar};

#[derive(Properties, PartialEq)]
pub(super) struct MatchesProps {
    pub project: ProjectId,
}

/// A matching under way.
#[derive(Clone)]
struct Work {
    stop: Rc<Cell<bool>>,
    done: usize,
    all: usize,
}

/// The conversations, each with the turns that ask.
#[component]
pub(super) fn Matches(props: &MatchesProps) -> Html {
    let (store, writable, scope) = (use_store(), use_writable(), use_scope());
    let work = use_state(|| None::<Work>);
    let opened = use_state_eq(|| None::<DocumentId>);
    let project = use_project();
    let documents = project.as_ref().map(|project| conversations(project, &scope)).unwrap_or_default();
    let shown = use_growing(documents.len(), 30, 50);
    let questions = project.as_ref().map_or(0, |project| project.questions.len());
    let begin = {
        let (store, work, documents) = (store.clone(), work.setter(), documents.clone());
        Callback::from(move |_: MouseEvent| {
            let (store, work, documents) = (store.clone(), work.clone(), documents.clone());
            let (stop, all) = (Rc::new(Cell::new(false)), documents.len());
            work.set(Some(Work { stop: stop.clone(), done: 0, all }));
            spawn_local(async move {
                let tell = {
                    let (work, stop) = (work.clone(), stop.clone());
                    move |done| work.set(Some(Work { stop: stop.clone(), done, all }))
                };
                match_all(&store, documents, stop, tell).await;
                work.set(None);
            });
        })
    };
    let cancel = {
        let work = work.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(work) = &*work {
                work.stop.set(true);
            }
        })
    };
    {
        // Leaving the screen calls it off.
        let latest = use_mut_ref(|| None::<Rc<Cell<bool>>>);
        *latest.borrow_mut() = work.as_ref().map(|work| work.stop.clone());
        use_effect_with((), move |()| {
            move || {
                if let Some(stop) = latest.borrow().as_ref() {
                    stop.set(true);
                }
            }
        });
    }
    let written = project.as_ref().map(|project| {
        let within = scope.within(project);
        let headed = |document: &&Rc<Document>| {
            let heading = |kind: &BlockKind| matches!(kind, BlockKind::Heading(_));
            within.contains_document(document.id)
                && document.structure.turns.is_empty()
                && document.structure.blocks.iter().any(|block| heading(&block.kind))
        };
        let documents = project.documents_in_order();
        documents.iter().filter(headed).map(|document| (document.id, document.title.clone())).collect::<Vec<_>>()
    });
    let written = written.unwrap_or_default();
    let empty = if questions == 0 {
        Some((tr!("guide-empty"), tr!("guide-match-needs-questions")))
    } else if documents.is_empty() && written.is_empty() {
        Some((tr!("guide-no-turns"), tr!("guide-no-turns-text")))
    } else {
        None
    };
    if let Some((title, text)) = empty {
        let to = Route::Project(props.project, Place::Guide(GuidePart::Questions));
        return html! {
            <div class="guide__part">
                <EmptyState icon={IconName::List} {title} {text}>
                    if questions == 0 {
                        <Button label={tr!("guide-questions")} onclick={Callback::from(move |_: MouseEvent| to.go())} />
                    }
                </EmptyState>
            </div>
        };
    }
    let take = |document: DocumentId| {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let store = store.clone();
            spawn_local(async move { take_headings(&store, document).await });
        })
    };
    let row = |document: &Same<Document>| {
        let (id, open) = (document.id, *opened == Some(document.id));
        let toggle = {
            let opened = opened.setter();
            Callback::from(move |_: MouseEvent| opened.set((!open).then_some(id)))
        };
        html! { <Conversation key={id.to_string()} project={props.project} document={document.clone()} {open} {toggle} {writable} /> }
    };
    html! {
        <div class="guide__part">
            <div key="do" class="guide__match">
                <p class="soft">{ tr!("guide-match-hint") }</p>
                if let Some(work) = &*work {
                    <ProgressBar
                        label={tr!("guide-matching")}
                        share={Some(work.done as f64 / work.all.max(1) as f64)}
                        detail={tr!("guide-matching-done", n = work.done, all = work.all)}
                    >
                        <Button label={tr!("cancel")} small=true onclick={cancel} />
                    </ProgressBar>
                } else if writable && !documents.is_empty() {
                    <Button label={tr!("guide-match")} icon={IconName::Search} variant={ButtonVariant::Primary} onclick={begin} />
                }
            </div>
            <ul key="list" class="guide__documents">{ for documents.iter().take(shown).map(row) }</ul>
            if writable && !written.is_empty() {
                <section key="written" class="guide__written" aria-labelledby="guide-written">
                    <h2 id="guide-written">{ tr!("guide-written") }</h2>
                    <p class="soft small">{ tr!("guide-written-hint") }</p>
                    <ul>
                        { for written.iter().take(200).map(|(id, title)| html! {
                            <li key={id.to_string()}>
                                <bdi>{ title.clone() }</bdi>
                                <Button label={tr!("guide-take-headings")} small=true onclick={take(*id)} />
                            </li>
                        }) }
                    </ul>
                </section>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ConversationProps {
    project: ProjectId,
    document: Same<Document>,
    open: bool,
    toggle: Callback<MouseEvent>,
    writable: bool,
}

/// A conversation: how far it is matched and, opened, its turns that ask.
#[component]
fn Conversation(props: &ConversationProps) -> Html {
    let store = use_store();
    let document = &props.document;
    let all = asking(&document.structure);
    let of =
        |confirmed: bool| all.iter().filter(|turn| turn.asks.is_some_and(|asks| asks.confirmed == confirmed)).count();
    let (confirmed, suggested) = (of(true), of(false));
    let confirm_all = {
        let document = document.clone();
        Callback::from(move |_: MouseEvent| {
            // What is blank was not looked at; it is no question only once someone says so.
            let asked: Vec<_> = asking(&document.structure)
                .into_iter()
                .filter_map(|turn| Some((turn.span.start, turn.asks.filter(|asks| !asks.confirmed)?)))
                .map(|(at, asks)| (at, Some(Asks { confirmed: true, ..asks })))
                .collect();
            let n = asked.len();
            act(&store, vec![Edit::SetAsked { document: document.id, asked }], &tr!("guide-confirmed", n = n));
        })
    };
    let body = format!("turns-{}", document.id);
    html! {
        <li class="guide__document">
            <div class="guide__line">
                <button
                    type="button"
                    class="guide__toggle"
                    aria-expanded={if props.open { "true" } else { "false" }}
                    aria-controls={body.clone()}
                    onclick={props.toggle.clone()}
                >
                    <Icon name={if props.open { IconName::ChevronDown } else { IconName::ChevronEnd }} />
                    <bdi>{ document.title.clone() }</bdi>
                </button>
                <span class="soft small num">
                    { tr!("guide-state", confirmed = format_number(confirmed as f64), suggested = format_number(suggested as f64)) }
                </span>
                if props.writable && suggested > 0 {
                    <Button label={tr!("guide-confirm-all")} icon={IconName::Check} small=true onclick={confirm_all} />
                }
            </div>
            <div id={body}>
                if props.open {
                    <Turns project={props.project} document={document.clone()} writable={props.writable} />
                }
            </div>
        </li>
    }
}
