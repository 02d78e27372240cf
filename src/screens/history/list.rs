//! The steps, day by day.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::history::{HistoryStep, Way};
use emic_core::ids::{CoderId, StepId};
use emic_core::project::Project;
use yew::prelude::*;

use super::model::{place, told};
use super::words::sentence;
use crate::i18n::{format_date, format_time, tr};
use crate::platform;
use crate::route::Route;
use crate::screens::near::use_near;
use crate::store::Same;
use crate::widgets::{Badge, Button, ButtonVariant};

/// How many steps make one part of the list.
const PART: usize = 80;
/// How many parts are made with each step down.
const PARTS: usize = 2;
/// How many actions of one step are told before the others are asked for.
const TOLD: usize = 4;

/// What all rows need to know.
#[derive(PartialEq)]
pub struct Knowledge {
    /// The project as it is, for what is still there.
    pub project: Same<Project>,
    /// The steps that were taken back.
    pub taken_back: BTreeSet<StepId>,
    /// What coders are called.
    pub coders: BTreeMap<CoderId, AttrValue>,
}

/// What the list shows.
#[derive(Properties, PartialEq)]
pub struct StepListProps {
    /// The steps, the latest first.
    pub steps: Same<Vec<Rc<HistoryStep>>>,
    /// What the rows need to know.
    pub knowledge: Same<Knowledge>,
}

/// The steps, day by day; older ones are made as one comes near them.
#[component]
pub fn StepList(props: &StepListProps) -> Html {
    let parts = props.steps.len().div_ceil(PART);
    let made = use_state_eq(|| PARTS);
    let more = {
        let made = made.clone();
        Callback::from(move |()| made.set(*made + PARTS))
    };
    html! {
        <div class="history-list">
            { for (0..parts.min(*made)).map(|part| html! {
                <Part
                    key={part}
                    steps={props.steps.clone()}
                    start={part * PART}
                    end={((part + 1) * PART).min(props.steps.len())}
                    knowledge={props.knowledge.clone()}
                />
            }) }
            if *made < parts {
                <More key={format!("more-{}", *made)} on_near={more} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    on_near: Callback<()>,
}

/// The end of what is made: more is made when one comes near it, or asks.
#[component]
fn More(props: &MoreProps) -> Html {
    let node = use_node_ref();
    let near = use_near(&node);
    {
        let on_near = props.on_near.clone();
        use_effect_with(near, move |near| {
            if *near {
                on_near.emit(());
            }
        });
    }
    html! {
        <div ref={node} class="history-list__more">
            <Button label={tr!("history-older")} onclick={props.on_near.reform(|_: MouseEvent| ())} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    steps: Same<Vec<Rc<HistoryStep>>>,
    start: usize,
    end: usize,
    knowledge: Same<Knowledge>,
}

#[component]
fn Part(props: &PartProps) -> Html {
    let day_of = |at: usize| props.steps.get(at).map(|step| day(step.stamp.at.0 as f64));
    let mut last = props.start.checked_sub(1).and_then(day_of);
    let mut days: Vec<(Option<f64>, Vec<&Rc<HistoryStep>>)> = Vec::new();
    for step in &props.steps[props.start..props.end] {
        let at = step.stamp.at.0 as f64;
        let today = day(at);
        if last != Some(today) || days.is_empty() {
            days.push(((last != Some(today)).then_some(at), Vec::new()));
        }
        last = Some(today);
        if let Some((_, steps)) = days.last_mut() {
            steps.push(step);
        }
    }
    html! {
        <div class="history-part">
            { for days.into_iter().map(|(head, steps)| {
                let key = steps.first().map(|step| step.id.to_string()).unwrap_or_default();
                html! {
                    <section {key} class="history-day">
                        if let Some(at) = head {
                            <h2 class="history-day__head">{ day_name(at) }</h2>
                        }
                        <ul class="history-steps">
                            { for steps.into_iter().map(|step| html! {
                                <StepRow key={step.id.to_string()} step={Same(step.clone())} knowledge={props.knowledge.clone()} />
                            }) }
                        </ul>
                    </section>
                }
            }) }
        </div>
    }
}

/// The day of a moment where the reader is, as a number that tells days apart.
fn day(ms: f64) -> i64 {
    let date = js_sys::Date::new(&ms.into());
    i64::from(date.get_full_year()) * 10_000 + i64::from(date.get_month()) * 100 + i64::from(date.get_date())
}

fn day_name(ms: f64) -> AttrValue {
    let now = platform::now().0 as f64;
    let yesterday = js_sys::Date::new(&now.into());
    yesterday.set_date(yesterday.get_date().wrapping_sub(1));
    let date = format_date(ms);
    if day(ms) == day(now) {
        tr!("history-today", date = date)
    } else if day(ms) == day(yesterday.get_time()) {
        tr!("history-yesterday", date = date)
    } else {
        date.into()
    }
}

#[derive(Properties, PartialEq)]
struct StepRowProps {
    step: Same<HistoryStep>,
    knowledge: Same<Knowledge>,
}

/// One step: when, who, what.
#[component]
fn StepRow(props: &StepRowProps) -> Html {
    let all = use_state_eq(|| false);
    let (step, known) = (&props.step, &props.knowledge);
    let project = &known.project;
    let actions = told(step);
    let gone = known.taken_back.contains(&step.id);
    let shown = if *all || actions.len() <= TOLD + 1 { actions.len() } else { TOLD };
    let badge = match step.way {
        Way::Done if gone => Some(tr!("history-taken-back")),
        Way::Done => None,
        Way::Undone(_) => Some(tr!("history-undo")),
        Way::Redone(_) => Some(tr!("history-redo")),
    };
    let more = Callback::from(move |_: MouseEvent| all.set(true));
    html! {
        <li class={classes!("history-step", gone.then_some("history-step--gone"))}>
            <span class="history-step__time num">{ format_time(step.stamp.at.0 as f64) }</span>
            <span class="history-step__who soft">
                <bdi>{ known.coders.get(&step.stamp.by).cloned().unwrap_or_else(|| tr!("unknown")) }</bdi>
            </span>
            <div class="history-step__what">
                if let Some(badge) = badge {
                    <Badge key="badge" text={badge} />
                }
                { for actions.iter().take(shown).enumerate().map(|(n, action)| {
                    let words = sentence(action);
                    match place(project, action) {
                        Some(place) => html! {
                            <p key={n}><a href={Route::Project(project.id, place).hash()}>{ words }</a></p>
                        },
                        None => html! { <p key={n}>{ words }</p> },
                    }
                }) }
                if shown < actions.len() {
                    <Button
                        key="more"
                        small=true
                        variant={ButtonVariant::Quiet}
                        label={tr!("history-more", n = actions.len() - shown)}
                        onclick={more}
                    />
                }
            </div>
        </li>
    }
}
