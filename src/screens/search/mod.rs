//! Search over all documents, comments and codes.

mod desk;
mod found;

use emic_core::ids::ProjectId;
use emic_core::scope::Scope;
use emic_core::search::Query;
use yew::prelude::*;

use crate::i18n::tr;
use crate::replica::Failure;
use crate::route::{Place, Route};
use crate::screens::growing::use_growing;
use crate::session::use_session;
use crate::store::{use_scope, use_selector, use_store};
use crate::widgets::{Banner, Button, EmptyState, IconName, ProgressBar, SearchField, Toggle, Tone, announce, dom};

pub use desk::{SearchDesk, use_search_desk, use_searched};
use desk::{Searched, Stand};
use found::FoundGroup;

/// How many documents' hits are shown at once, and how many more at a time.
const FIRST: usize = 12;
const MORE: usize = 12;

/// Which project is searched.
#[derive(Properties, PartialEq)]
pub struct SearchScreenProps {
    /// The project.
    pub project: ProjectId,
}

/// Search over all documents, comments and codes of a project.
#[component]
pub fn SearchScreen(props: &SearchScreenProps) -> Html {
    let (desk, session, project) = (use_search_desk(), use_session(), props.project);
    let searched = use_searched();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                dom::focus(&field);
                // Whoever comes again mostly looks for something else.
                field.select();
            }
        });
    }
    let scope = use_scope();
    let steps = use_selector(|snapshot| snapshot.history.steps().len()).unwrap_or_default();
    {
        let (desk, session) = (desk.clone(), session.clone());
        use_effect_with((steps, scope), move |(steps, _)| desk.changed(&session, project, *steps));
    }
    use_spoken(&searched);
    let on_input = {
        let (desk, session) = (desk.clone(), session.clone());
        Callback::from(move |words: String| {
            let query = Query { words, ..desk.searched().query };
            desk.ask(&session, project, query);
        })
    };
    let ask = {
        let (desk, session) = (desk.clone(), session);
        move |change: fn(&mut Query, bool)| {
            let (desk, session) = (desk.clone(), session.clone());
            Callback::from(move |on: bool| {
                let mut query = desk.searched().query;
                change(&mut query, on);
                desk.ask(&session, project, query);
            })
        }
    };
    let on_loosely = ask(|query, _| *query = Query { words: std::mem::take(&mut query.words), ..Query::default() });
    let on_loosely = on_loosely.reform(|()| true);
    let query = &searched.query;
    html! {
        <section class="find page">
            <header class="page__head"><h1>{ tr!("search-heading") }</h1></header>
            <div class="find__ask">
                <SearchField
                    label={tr!("search-field")}
                    value={query.words.clone()}
                    {on_input}
                    field_ref={field}
                    controls={Some("search-found")}
                />
                <div class="find__switches" role="group" aria-label={tr!("search-switches")}>
                    <Toggle label={tr!("search-exact-case")} checked={query.exact_case} on_change={ask(|query, on| query.exact_case = on)} />
                    <Toggle label={tr!("search-whole-words")} checked={query.whole_words} on_change={ask(|query, on| query.whole_words = on)} />
                    <Toggle label={tr!("search-exact-marks")} checked={query.exact_marks} on_change={ask(|query, on| query.exact_marks = on)} />
                </div>
            </div>
            <Answer {project} searched={searched.clone()} {on_loosely} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct AnswerProps {
    project: ProjectId,
    searched: Searched,
    /// All switches that make the search stricter are to be off.
    on_loosely: Callback<()>,
}

/// That nothing is listed: why, and what to do about it.
fn nothing(title: AttrValue, text: AttrValue, next: Option<(AttrValue, Callback<MouseEvent>)>) -> Html {
    html! {
        <EmptyState icon={IconName::Search} {title} {text}>
            if let Some((label, onclick)) = next {
                <Button {label} {onclick} />
            }
        </EmptyState>
    }
}

/// How the search stands, and what was found.
#[component]
fn Answer(props: &AnswerProps) -> Html {
    let desk = use_search_desk();
    let searched = &props.searched;
    let shown = use_growing(searched.groups.len(), FIRST, MORE);
    let stop = Callback::from(move |_: MouseEvent| desk.stop());
    let (store, scope) = (use_store(), use_scope());
    let everything = Callback::from(move |_: MouseEvent| store.set_scope(Scope::everything()));
    let count = count_words(searched);
    let empty = use_selector(|snapshot| snapshot.project.documents.is_empty() && snapshot.project.codes.is_empty());
    let empty = empty.unwrap_or_default();
    let project = props.project;
    let read = Callback::from(move |_: MouseEvent| Route::Project(project, Place::Read(None, None)).go());
    let Query { exact_case, whole_words, exact_marks, .. } = searched.query;
    let strict = exact_case || whole_words || exact_marks;
    let stand = match &searched.stand {
        Stand::Idle if empty => {
            nothing(tr!("search-empty-title"), tr!("search-empty-text"), Some((tr!("nav-read"), read)))
        }
        Stand::Idle => nothing(tr!("search-idle-title"), tr!("search-idle-text"), None),
        Stand::Under(done, all) => html! {
            <div class="find__stand">
                <ProgressBar label={tr!("search-under-way", n = searched.hits)} share={(*all > 0).then(|| *done as f64 / *all as f64)}>
                    <Button label={tr!("search-stop")} small=true onclick={stop} />
                </ProgressBar>
            </div>
        },
        Stand::Done if searched.hits == 0 => {
            let title = tr!("search-none-title", words = &searched.query.words);
            if !scope.is_everything() {
                nothing(title, tr!("search-none-scoped"), Some((tr!("search-everything"), everything)))
            } else {
                let loosely = props.on_loosely.reform(|_: MouseEvent| ());
                nothing(title, tr!("search-none-text"), strict.then(|| (tr!("search-loosely"), loosely)))
            }
        }
        Stand::Done => html! { <p class="find__stand soft small">{ count }</p> },
        Stand::Stopped => html! { <p class="find__stand soft small">{ tr!("search-stopped", n = searched.hits) }</p> },
        Stand::Failed(Failure::Unreadable(why) | Failure::Worker(why)) => html! {
            <Banner tone={Tone::Error} title={tr!("search-failed-title")}>{ tr!("search-failed", cause = why) }</Banner>
        },
    };
    html! {
        <div class="find__answer">
            <div key="stand">{ stand }</div>
            <ol key="found" id="search-found" class="find__found" aria-label={tr!("search-found")}>
                { for searched.groups.iter().take(shown).map(|group| html! {
                    <FoundGroup
                        key={group.document.map_or_else(|| "codes".to_owned(), |id| id.to_string())}
                        project={props.project}
                        group={group.clone()}
                        query={searched.query.clone()}
                    />
                }) }
            </ol>
        </div>
    }
}

/// How many were found, and where.
fn count_words(searched: &Searched) -> AttrValue {
    let documents = searched.groups.iter().filter(|group| group.document.is_some() && group.count > 0).count();
    let codes: usize = searched.groups.iter().filter(|group| group.document.is_none()).map(|group| group.count).sum();
    if searched.hits == 0 {
        return tr!("nothing-found");
    }
    if codes == 0 || documents == 0 {
        return tr!("search-count", n = searched.hits, documents = documents);
    }
    tr!("search-count-both", n = searched.hits, here = searched.hits - codes, documents = documents, codes = codes)
}

/// Says how many were found once all was looked at.
#[hook]
fn use_spoken(searched: &Searched) {
    let done = (searched.stand == Stand::Done).then(|| (searched.query.clone(), count_words(searched)));
    use_effect_with(done, |done| {
        if let Some((_, count)) = done {
            announce(count);
        }
    });
}
