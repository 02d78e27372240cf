//! The list of texts: which are brought in, and which one is looked at.

use std::rc::Rc;

use emic_formats::text_file::DecodeIssue;
use yew::prelude::*;

use super::batch::{Batch, Change, Failure};
use super::item::Item;
use super::words;
use crate::i18n::tr;
use crate::store::Same;
use crate::widgets::{Checkbox, Icon, IconName};

/// What an [`ItemList`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ItemListProps {
    /// The texts.
    pub items: Vec<Same<Item>>,
    /// The key of the one that is looked at.
    pub chosen: Option<usize>,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// The texts of the list.
#[component]
pub fn ItemList(props: &ItemListProps) -> Html {
    let ticked = props.items.iter().filter(|item| item.0.ticked).count();
    let on_all = {
        let batch = props.batch.clone();
        Callback::from(move |on| batch.dispatch(Change::TickAll(on)))
    };
    html! {
        <div class="import__items">
            if props.items.len() > 1 {
                <div class="import__all" key="all">
                    <Checkbox
                        label={tr!("import-tick-all")}
                        checked={ticked == props.items.len()}
                        mixed={ticked > 0 && ticked < props.items.len()}
                        on_change={on_all}
                    />
                </div>
            }
            <ul class="import__list" key="list" aria-label={tr!("import-texts")}>
                { for props.items.iter().map(|item| html! {
                    <Row
                        key={item.0.key}
                        item={item.clone()}
                        chosen={props.chosen == Some(item.0.key)}
                        batch={props.batch.clone()}
                    />
                }) }
            </ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    item: Same<Item>,
    chosen: bool,
    batch: UseReducerDispatcher<Batch>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let item = &props.item.0;
    let key = item.key;
    let on_tick = {
        let batch = props.batch.clone();
        Callback::from(move |on| batch.dispatch(Change::Tick(key, on)))
    };
    let choose = {
        let batch = props.batch.clone();
        Callback::from(move |_: MouseEvent| batch.dispatch(Change::Choose(key)))
    };
    let problem = problem(item);
    html! {
        <li class={classes!("import__row", props.chosen.then_some("import__row--chosen"))}>
            <Checkbox
                label={tr!("import-tick", title = &item.title)}
                hide_label=true
                checked={item.ticked}
                on_change={on_tick}
            />
            <button type="button" class="import__row-body" aria-current={props.chosen.then_some("true")} onclick={choose}>
                <bdi class="import__row-title">{ item.title.clone() }</bdi>
                <span class="import__row-meta soft">
                    if let Some(name) = item.file_name() {
                        <bdi class="truncate">{ name.to_owned() }</bdi>
                    } else {
                        <span>{ tr!("import-pasted") }</span>
                    }
                    <span class="num">{ tr!("words-count", n = item.words.reading.imported.words) }</span>
                </span>
                if let Some(problem) = problem {
                    <span class="import__row-problem"><Icon name={IconName::Warning} />{ problem }</span>
                }
            </button>
        </li>
    }
}

/// The gravest thing to know about a text.
pub fn problem(item: &Item) -> Option<AttrValue> {
    let grave = |issue: &&DecodeIssue| !matches!(issue, DecodeIssue::Guessed(_));
    let issue = || item.words.reading.issues.iter().find(grave).map(words::issue);
    item.twin.as_ref().map(words::twin).or_else(issue)
}

/// What a [`Failures`] shows.
#[derive(Properties, PartialEq)]
pub struct FailuresProps {
    /// The files.
    pub failures: Rc<[Failure]>,
}

/// Files that could not be taken, each with the reason and what to do.
#[component]
pub fn Failures(props: &FailuresProps) -> Html {
    html! {
        <section class="import__failures" tabindex="0" aria-label={tr!("import-failures", n = props.failures.len())}>
            <h3 class="import__failures-title">
                <Icon name={IconName::Warning} />{ tr!("import-failures", n = props.failures.len()) }
            </h3>
            <ul class="import__failures-list">
                { for props.failures.iter().enumerate().map(|(n, failure)| html! {
                    <li key={n}>
                        <bdi class="import__row-title">{ failure.name.clone() }</bdi>
                        <span class="small">{ words::reason(&failure.why) }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
