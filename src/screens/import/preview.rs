//! The preview of one text: what it is called, how it is read, and how it is tidied.

use std::rc::Rc;

use emic_core::project::DocumentKind;
use emic_formats::text_file::Encoding;
use emic_formats::tidy::{Rule, RuleSet, Tidied, tidy};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::batch::{Batch, Change};
use super::compare::Compare;
use super::item::Item;
use super::read::read_again;
use super::removals::Removals;
use super::words;
use crate::i18n::{format_number, tr};
use crate::screens::documents::{kind_name, kind_options};
use crate::store::{Same, use_store};
use crate::widgets::{
    Button, ButtonVariant, Icon, IconName, ProgressBar, Select, SelectOption, TextField, Toggle, announce,
};

/// What a [`Preview`] shows and does.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The text.
    pub item: Same<Item>,
    /// Whether there are others in the list.
    pub others: bool,
    /// Whether it is being read again.
    pub rereading: bool,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// A text as it will be brought in.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let item = &props.item.0;
    let text = item.words.text.clone();
    let all = use_memo(text.clone(), |text| tidy(text.as_str(), RuleSet::ALL));
    let tidied = use_memo((text.clone(), item.rules), |(text, rules)| tidy(text.as_str(), *rules));
    let notes = item.words.reading.issues.iter().map(words::issue).chain(item.twin.as_ref().map(words::twin));
    html! {
        <section class="import__preview" aria-label={tr!("import-preview-of", title = &item.title)}>
            <Facts key="facts" item={props.item.clone()} batch={props.batch.clone()} />
            <div key="rereading" class="import__rereading">
                if props.rereading {
                    <ProgressBar label={tr!("import-rereading")} />
                }
            </div>
            <ul class="import__notes" key="notes">
                { for notes.enumerate().map(|(n, note)| html! {
                    <li key={n} class="import__note"><Icon name={IconName::Warning} /><span>{ note }</span></li>
                }) }
            </ul>
            <Rules
                key="rules"
                item={props.item.clone()}
                others={props.others}
                batch={props.batch.clone()}
                all={Same(all)}
                tidied={Same(Rc::clone(&tidied))}
            />
            <Removals key={format!("removals-{}", item.key)} text={text.clone()} tidied={Same(Rc::clone(&tidied))} />
            <Compare key={format!("compare-{}", item.key)} {text} tidied={Same(tidied)} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    item: Same<Item>,
    batch: UseReducerDispatcher<Batch>,
}

/// Title, kind and encoding.
#[component]
fn Facts(props: &FactsProps) -> Html {
    let store = use_store();
    let item = &props.item.0;
    let key = item.key;
    let on_title = {
        let batch = props.batch.clone();
        Callback::from(move |title| batch.dispatch(Change::Title(key, title)))
    };
    let on_kind = {
        let batch = props.batch.clone();
        Callback::from(move |kind: String| batch.dispatch(Change::Kind(key, DocumentKind::from(kind))))
    };
    let on_encoding = {
        let (batch, item) = (props.batch.clone(), Rc::clone(item));
        Callback::from(move |label: String| {
            let Some(encoding) = Encoding::from_label(&label) else { return };
            let (item, store, batch) = (Rc::clone(&item), store.clone(), batch.clone());
            spawn_local(async move {
                if let Some(words) = read_again(item, encoding, store, batch).await {
                    announce(&tr!("import-reread", encoding = words::encoding_name(encoding), words = words));
                }
            });
        })
    };
    html! {
        <div class="import__facts">
            <TextField
                key={format!("title-{key}")}
                class="import__title"
                label={tr!("import-title")}
                value={item.title.clone()}
                on_input={on_title.clone()}
                on_commit={on_title}
                error={item.title.trim().is_empty().then(|| tr!("import-title-empty"))}
            />
            <Select
                key="kind"
                label={tr!("documents-kind")}
                value={item.kind.key().to_owned()}
                options={kind_options()}
                on_change={on_kind}
            />
            if let Some(encoding) = item.words.reading.encoding {
                <Select
                    key="encoding"
                    label={tr!("import-encoding")}
                    value={encoding.label()}
                    options={words::encoding_options()}
                    on_change={on_encoding}
                />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RulesProps {
    item: Same<Item>,
    others: bool,
    batch: UseReducerDispatcher<Batch>,
    all: Same<Tidied>,
    tidied: Same<Tidied>,
}

/// The rules as switches, each with how often it finds something.
#[component]
fn Rules(props: &RulesProps) -> Html {
    let item = &props.item.0;
    let (key, rules) = (item.key, item.rules);
    let switch = |rule: Rule| {
        let on = rules.has(rule);
        // What a rule would do is counted with all of them on; what it does, with those that are.
        let count = if on { props.tidied.0.count(rule) } else { props.all.0.count(rule) };
        let on_change = {
            let batch = props.batch.clone();
            Callback::from(move |on| {
                batch.dispatch(Change::Rules(key, if on { rules.with(rule) } else { rules.without(rule) }));
            })
        };
        html! {
            <Toggle
                key={rule as usize}
                label={tr!("import-rule-count", rule = words::rule(rule), count = format_number(count as f64))}
                checked={on}
                {on_change}
            />
        }
    };
    let set = |rules: RuleSet| {
        let batch = props.batch.clone();
        Callback::from(move |_: MouseEvent| batch.dispatch(Change::Rules(key, rules)))
    };
    let to_all = {
        let batch = props.batch.clone();
        Callback::from(move |_: MouseEvent| {
            batch.dispatch(Change::RulesOfAll(rules));
            announce(&tr!("import-rules-for-all-done"));
        })
    };
    html! {
        <fieldset class="import__rules">
            <legend class="import__legend">{ tr!("import-tidy") }</legend>
            <div class="import__switches">{ for Rule::ALL.into_iter().map(switch) }</div>
            <div class="import__rule-buttons">
                if rules != item.words.reading.suggested {
                    <Button
                        key="suggested"
                        label={tr!("import-rules-suggested")}
                        small=true
                        variant={ButtonVariant::Quiet}
                        onclick={set(item.words.reading.suggested)}
                    />
                }
                if props.others {
                    <Button key="all" label={tr!("import-rules-for-all")} small=true onclick={to_all} />
                }
            </div>
        </fieldset>
    }
}

/// The kinds to choose from for all texts, with a first choice that says that they differ.
pub fn kinds_of_all(items: &[Same<Item>]) -> (AttrValue, Vec<SelectOption>) {
    let mut kinds = items.iter().map(|item| &item.kind);
    let first = kinds.next();
    let common = first.filter(|first| kinds.all(|kind| kind == *first));
    let mut options = kind_options();
    match common {
        Some(kind) if !DocumentKind::ALL.contains(kind) => {
            options.push(SelectOption::new(kind.key().to_owned(), kind_name(kind)));
        }
        Some(_) => {}
        None => options.insert(0, SelectOption::new("", tr!("import-differ"))),
    }
    (common.map(|kind| kind.key().to_owned()).unwrap_or_default().into(), options)
}
