//! What was found in one document, or in the codes.

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::search::{Group, Hit, Place as Where, Query};
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::route::{Place, Route};
use crate::screens::near::use_near;
use crate::screens::panes::use_beside;
use crate::session::use_session;
use crate::store::pane::{Finding, PaneId};
use crate::store::{Same, use_selector, use_store};
use crate::widgets::{Button, Icon, IconName};

use super::desk::use_search_desk;

/// How many hits of a document are shown before one asks for more.
const FIRST: usize = 5;

/// What was found in one place.
#[derive(Properties, PartialEq)]
pub struct FoundGroupProps {
    /// The project.
    pub project: ProjectId,
    /// What was found.
    pub group: Same<Group>,
    /// What was looked for.
    pub query: Query,
}

/// What was found in one document, or in the codes.
#[component]
pub fn FoundGroup(props: &FoundGroupProps) -> Html {
    let (project, group) = (props.project, &props.group);
    let more = use_state_eq(|| false);
    let document = group.document;
    let node = use_node_ref();
    let near = use_near(&node);
    {
        let (desk, session) = (use_search_desk(), use_session());
        use_effect_with((near && group.withheld, props.query.clone()), move |(wanted, _)| {
            if let (true, Some(document)) = (*wanted, document) {
                desk.want(&session, project, document);
            }
        });
    }
    let title = use_selector(move |snapshot| match document {
        Some(id) => snapshot.project.documents.get(&id).map(|document| AttrValue::from(document.title.clone())),
        None => Some(tr!("search-codes-and-memos")),
    });
    let title = title.flatten().unwrap_or_default();
    let shown = if *more { group.hits.len() } else { FIRST };
    let open = {
        let more = more.setter();
        Callback::from(move |_: MouseEvent| more.set(true))
    };
    // Of very many hits only the first come along.
    let beyond = if *more { group.count - group.hits.len() } else { group.count.saturating_sub(shown) };
    html! {
        <li class={classes!("find__group", group.withheld.then_some("find__group--withheld"))} ref={node}>
            <h2 class="find__title">
                <Icon name={if document.is_some() { IconName::Document } else { IconName::Code }} />
                <span><bdi>{ title }</bdi></span>
                <span class="num">{ format_number(group.count as f64) }</span>
            </h2>
            if group.without_text {
                <p class="soft small">{ tr!("search-without-text") }</p>
            }
            <ul class="find__hits">
                { for group.hits.iter().take(shown).enumerate().map(|(n, hit)| html! {
                    <FoundHit key={n} {project} hit={hit.clone()} query={props.query.clone()} />
                }) }
            </ul>
            if group.withheld {
                <p class="soft small">{ tr!("search-reading") }</p>
            } else if beyond > 0 && !*more && group.hits.len() > shown {
                <Button label={tr!("search-more", n = beyond)} small=true onclick={open} />
            } else if beyond > 0 {
                <p class="soft small">{ tr!("search-beyond", n = beyond) }</p>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct FoundHitProps {
    project: ProjectId,
    hit: Hit,
    query: Query,
}

/// One place where the words stand; a link to it.
#[component]
fn FoundHit(props: &FoundHitProps) -> Html {
    let store = use_store();
    let (hit, project) = (&props.hit, props.project);
    let (what, place, document) = match hit.place {
        Where::Title(id) => (Some(tr!("search-in-title")), Place::Read(Some(id), None), None),
        Where::Text(id) => (None, Place::Read(Some(id), None), Some(id)),
        Where::QuotationComment(id, quotation) => {
            (Some(tr!("search-in-comment")), Place::Read(Some(id), Some(quotation)), None)
        }
        Where::CodingComment(id, quotation, _) => {
            (Some(tr!("search-in-coding-comment")), Place::Read(Some(id), Some(quotation)), None)
        }
        Where::CodeName(code) => (Some(tr!("search-in-name")), Place::Codes(Some(code)), None),
        Where::MemoTitle(memo) => (Some(tr!("search-in-memo-title")), Place::Memos(Some(memo)), None),
        Where::MemoWords(memo) => (Some(tr!("search-in-memo")), Place::Memos(Some(memo)), None),
        Where::CodeDefinition(code) => (Some(tr!("search-in-definition")), Place::Codes(Some(code)), None),
    };
    // Where the words stand in a text, the bar that finds them there goes from one to the next.
    let follow = |pane: PaneId| {
        let (store, query, span) = (store.clone(), props.query.clone(), hit.span);
        Callback::from(move |_: MouseEvent| {
            let Some(id): Option<DocumentId> = document else { return };
            store.activate(pane);
            store.show(pane, id, None);
            let finding = Finding { query: query.clone(), from: Some(span.start) };
            store.change_pane(pane, |pane| pane.finding = Some(finding));
        })
    };
    let (here, beside) = (store.active_pane(), use_beside());
    let second = match place {
        Place::Read(Some(id), quotation) => Some(beside.place(id, quotation)),
        _ => None,
    };
    let excerpt = &hit.excerpt;
    let dots = |more: bool| if more { "… " } else { "" };
    html! {
        <li class="find__line">
            <a class="find__hit" href={Route::Project(project, place).hash()} onclick={follow(here)}>
                <span class="find__where soft">
                    { match (&what, hit.paragraph) {
                        (Some(what), _) => what.clone(),
                        (None, Some(n)) => tr!("search-paragraph", n = n),
                        (None, None) => AttrValue::default(),
                    } }
                </span>
                <span class="find__words" dir="auto">
                    { dots(excerpt.more_before) }{ excerpt.before.clone() }
                    <mark>{ excerpt.found.clone() }</mark>
                    { excerpt.after.clone() }{ if excerpt.more_after { " …" } else { "" } }
                </span>
            </a>
            if let Some(place) = second {
                <a
                    class="find__beside"
                    href={Route::Project(project, place).hash()}
                    aria-label={tr!("open-beside")}
                    data-tip={tr!("open-beside")}
                    onclick={follow(beside.into())}
                >
                    <Icon name={IconName::SplitPane} />
                </a>
            }
        </li>
    }
}
