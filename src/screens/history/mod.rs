//! What was done.

mod list;
mod model;
mod words;

use std::rc::Rc;

use emic_core::history::{Action, History};
use emic_core::project::Project;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::kept;
use crate::store::{Same, use_selector};
use crate::widgets::{Button, EmptyState, Icon, IconName, SearchField, Select, SelectOption};
use list::{Knowledge, StepList};
use model::{Query, find, taken_back};
use words::sentence;

/// The project with its history; the same as long as nothing was done.
#[derive(Clone)]
struct Past {
    project: Rc<Project>,
    history: History,
}

impl PartialEq for Past {
    fn eq(&self, other: &Past) -> bool {
        Rc::ptr_eq(&self.project, &other.project) && self.history.same(&other.history)
    }
}

/// What was done.
#[component]
pub fn HistoryScreen() -> Html {
    let past =
        use_selector(|snapshot| Past { project: Rc::clone(&snapshot.project), history: snapshot.history.clone() });
    let id = past.as_ref().map(|past| past.project.id);
    let read = Callback::from(move |_: MouseEvent| {
        if let Some(id) = id {
            Route::Project(id, Place::Read(None, None)).go();
        }
    });
    html! {
        <section class="page history">
            <div class="page__head">
                <h1>{ tr!("history") }</h1>
            </div>
            <p class="history__note soft"><Icon name={IconName::Info} />{ tr!("history-note") }</p>
            if let Some(past) = past {
                if past.history.steps().is_empty() {
                    <EmptyState
                        key="empty"
                        icon={IconName::History}
                        title={tr!("history-empty-title")}
                        text={tr!("history-empty-text")}
                    >
                        <Button label={tr!("nav-read")} onclick={read} />
                    </EmptyState>
                } else {
                    <Steps key="steps" {past} />
                }
            }
        </section>
    }
}

const SCREEN: &str = "history";

#[derive(Properties, PartialEq)]
struct StepsProps {
    past: Past,
}

/// The steps with what narrows them down.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let past = &props.past;
    let id = past.project.id;
    let query = use_state_eq(|| kept::recall::<Query>(id, SCREEN));
    use_effect_with((*query).clone(), move |query| kept::keep(id, SCREEN, query.clone()));
    let steps = use_memo((past.clone(), (*query).clone()), |(past, query)| {
        Same::from(find(past.history.steps(), query, |kind| sentence(&Action::new(kind.clone())).to_string()))
    });
    let knowledge = use_memo(past.clone(), |past| {
        let coders = past.project.coders.values().map(|coder| (coder.id, AttrValue::from(coder.name.clone())));
        Same::from(Knowledge {
            project: Same(Rc::clone(&past.project)),
            taken_back: taken_back(past.history.steps()),
            coders: coders.collect(),
        })
    });
    let mut coders = vec![SelectOption::new("", tr!("history-everyone"))];
    coders
        .extend(past.project.coders.values().map(|coder| SelectOption::new(coder.id.to_string(), coder.name.clone())));
    let on_input = {
        let query = query.clone();
        Callback::from(move |words: String| query.set(Query { words, ..(*query).clone() }))
    };
    let on_coder = {
        let query = query.clone();
        Callback::from(move |coder: String| query.set(Query { coder: coder.parse().ok(), ..(*query).clone() }))
    };
    let show_all = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| query.set(Query::default()))
    };
    // Another question begins at the latest step again.
    let question = format!("{:?}", *query);
    html! {
        <div class="history__body">
            <div key="filters" class="history__filters">
                <SearchField
                    class="history__search"
                    label={tr!("history-filter")}
                    value={query.words.clone()}
                    {on_input}
                />
                <Select
                    class="history__coders"
                    label={tr!("coder")}
                    hide_label=true
                    value={query.coder.map(|coder| coder.to_string()).unwrap_or_default()}
                    options={coders}
                    on_change={on_coder}
                />
            </div>
            <p key="count" class="soft small" role="status">
                { tr!("history-shown", n = steps.len(), total = past.history.steps().len()) }
            </p>
            if steps.is_empty() {
                <EmptyState key="none" icon={IconName::Search} title={tr!("nothing-found")} text={tr!("history-none-text")}>
                    <Button label={tr!("history-show-all")} onclick={show_all} />
                </EmptyState>
            } else {
                <StepList key={question} steps={(*steps).clone()} knowledge={(*knowledge).clone()} />
            }
        </div>
    }
}
