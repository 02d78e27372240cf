//! The list of files and texts: which are brought in, and which one is looked at.

use emic_formats::text_file::DecodeIssue;
use yew::prelude::*;

use super::batch::{Batch, Change, Chosen};
use super::files::{SourceFile, Stage};
use super::item::Item;
use super::words;
use crate::i18n::tr;
use crate::store::Same;
use crate::widgets::{Checkbox, Icon, IconName};

/// How many files that wait are listed; those beyond are counted.
const WAITING: usize = 8;

/// What an [`ItemList`] shows and does.
#[derive(Properties, PartialEq)]
pub struct ItemListProps {
    /// The files.
    pub files: Vec<Same<SourceFile>>,
    /// The texts.
    pub items: Vec<Same<Item>>,
    /// What is looked at.
    pub chosen: Option<Chosen>,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// The texts, each after the file that it was taken out of, and the files that are still to be read.
#[component]
pub fn ItemList(props: &ItemListProps) -> Html {
    let ticked = props.items.iter().filter(|item| item.0.ticked).count();
    let on_all = {
        let batch = props.batch.clone();
        Callback::from(move |on| batch.dispatch(Change::TickAll(on)))
    };
    let text = |item: &Same<Item>| {
        html! {
            <Row
                key={format!("text-{}", item.key)}
                item={item.clone()}
                chosen={props.chosen == Some(Chosen::Text(item.key))}
                batch={props.batch.clone()}
            />
        }
    };
    let mut rows: Vec<Html> = Vec::new();
    let mut items = props.items.iter().peekable();
    let mut waiting = 0;
    for file in &props.files {
        let shown = match file.stage {
            Stage::Waiting => {
                waiting += 1;
                waiting <= WAITING
            }
            Stage::Reading(_) | Stage::Table(_) | Stage::Archive(_) => true,
            Stage::Read | Stage::Failed(_) => false,
        };
        if shown {
            let chosen = props.chosen == Some(Chosen::Table(file.id));
            rows.push(html! {
                <FileRow key={format!("file-{}", file.id)} file={file.clone()} {chosen} batch={props.batch.clone()} />
            });
        }
        while let Some(item) = items.next_if(|item| item.file == Some(file.id)) {
            rows.push(text(item));
        }
    }
    rows.extend(items.map(text));
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
                // A list of its own: beside what has no key, the rows would be known by their places, and each new one
                // would have all those after it made anew.
                { rows.into_iter().collect::<Html>() }
                if waiting > WAITING {
                    <li key="more" class="import__file soft">{ tr!("import-waiting-more", n = waiting - WAITING) }</li>
                }
            </ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FileRowProps {
    file: Same<SourceFile>,
    chosen: bool,
    batch: UseReducerDispatcher<Batch>,
}

/// A file that is not read yet, or that people have to say something about first.
#[component]
fn FileRow(props: &FileRowProps) -> Html {
    let file = &props.file;
    let name = html! { <bdi class="import__row-title">{ file.name.to_string() }</bdi> };
    let class = classes!("import__file", props.chosen.then_some("import__row--chosen"));
    match &file.stage {
        Stage::Table(_) => {
            let choose = {
                let (batch, id) = (props.batch.clone(), file.id);
                Callback::from(move |_: MouseEvent| batch.dispatch(Change::Choose(Chosen::Table(id))))
            };
            html! {
                <li {class}>
                    <button type="button" class="import__row-body" aria-current={props.chosen.then_some("true")} onclick={choose}>
                        { name }
                        <span class="import__row-problem"><Icon name={IconName::Info} />{ tr!("import-table-waits") }</span>
                    </button>
                </li>
            }
        }
        Stage::Archive(n) => html! {
            <li {class}>
                { name }
                <span class="import__row-meta soft">{ tr!("import-archive-holds", n = *n) }</span>
            </li>
        },
        Stage::Reading(_) => html! {
            <li {class}>
                { name }
                <progress
                    class="import__file-progress"
                    max="1"
                    value={file.share().to_string()}
                    aria-label={tr!("import-reading-file", name = file.name.to_string())}
                />
            </li>
        },
        _ => html! {
            <li {class}>
                { name }
                <span class="import__row-meta soft">{ tr!("import-waiting") }</span>
            </li>
        },
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
        Callback::from(move |_: MouseEvent| batch.dispatch(Change::Choose(Chosen::Text(key))))
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
                    if let Some(name) = &item.file_name {
                        <bdi class="truncate">{ name.to_string() }</bdi>
                    } else {
                        <span>{ tr!("import-pasted") }</span>
                    }
                    <span class="num">{ tr!("words-count", n = item.after_ref().words) }</span>
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
    let issue = || item.reading.issues.iter().find(grave).map(words::issue);
    item.twin.as_ref().map(words::twin).or_else(issue)
}

/// What a [`Failures`] shows.
#[derive(Properties, PartialEq)]
pub struct FailuresProps {
    /// The files.
    pub files: Vec<Same<SourceFile>>,
}

/// Files that could not be taken, each with the reason and what to do.
#[component]
pub fn Failures(props: &FailuresProps) -> Html {
    let failed = |file: &Same<SourceFile>| match &file.stage {
        Stage::Failed(why) => Some((file.id, file.name.to_string(), words::reason(why))),
        _ => None,
    };
    let failures: Vec<_> = props.files.iter().filter_map(failed).collect();
    html! {
        <section class="import__failures" tabindex="0" aria-label={tr!("import-failures", n = failures.len())}>
            <h3 class="import__failures-title">
                <Icon name={IconName::Warning} />{ tr!("import-failures", n = failures.len()) }
            </h3>
            <ul class="import__failures-list">
                { for failures.into_iter().map(|(id, name, why)| html! {
                    <li key={id}>
                        <bdi class="import__row-title">{ name }</bdi>
                        <span class="small">{ why }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
