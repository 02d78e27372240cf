//! How a text is tidied: the rules as switches, what goes, and the text before and after.

use emic_formats::source::Plan;
use emic_formats::tidy::{Rule, RuleSet};
use yew::prelude::*;

use super::batch::{Batch, Change};
use super::compare::Compare;
use super::item::Item;
use super::removals::Removals;
use super::words;
use crate::i18n::{format_number, tr};
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant, Toggle, announce};

/// What a [`Tidying`] shows and does.
#[derive(Properties, PartialEq)]
pub struct TidyingProps {
    /// The text.
    pub item: Same<Item>,
    /// Whether there are others in the list.
    pub others: bool,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// The rules, and what they do.
#[component]
pub fn Tidying(props: &TidyingProps) -> Html {
    let item = &props.item;
    let prepared = Same(item.prepared.clone());
    html! {
        <div class="import__tidying">
            <Rules key="rules" item={item.clone()} others={props.others} batch={props.batch.clone()} />
            <Removals key={format!("removals-{}", item.key)} text={item.text.clone()} prepared={prepared.clone()} />
            <Compare key={format!("compare-{}", item.key)} text={item.text.clone()} {prepared} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RulesProps {
    item: Same<Item>,
    others: bool,
    batch: UseReducerDispatcher<Batch>,
}

/// The rules as switches, each with how often it finds something.
#[component]
fn Rules(props: &RulesProps) -> Html {
    let item = &props.item.0;
    let (key, rules) = (item.key, item.plan.rules);
    let with = {
        let (batch, item) = (props.batch.clone(), props.item.clone());
        move |rules: RuleSet| batch.dispatch(Change::Plan(key, Plan { rules, ..item.plan.clone() }))
    };
    let switch = |rule: Rule| {
        let on = rules.has(rule);
        // What a rule would do is counted with all of them on; what it does, with those that are.
        let found =
            if on && item.prepared.plan.rules.has(rule) { &item.prepared.tidied } else { &item.prepared.with_all };
        let count = found.count(rule);
        let on_change = {
            let with = with.clone();
            Callback::from(move |on| with(if on { rules.with(rule) } else { rules.without(rule) }))
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
        let with = with.clone();
        Callback::from(move |_: MouseEvent| with(rules))
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
                if rules != item.reading.suggested {
                    <Button
                        key="suggested"
                        label={tr!("import-rules-suggested")}
                        small=true
                        variant={ButtonVariant::Quiet}
                        onclick={set(item.reading.suggested)}
                    />
                }
                if props.others {
                    <Button key="all" label={tr!("import-rules-for-all")} small=true onclick={to_all} />
                }
            </div>
        </fieldset>
    }
}
