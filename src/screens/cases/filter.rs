//! Which values of a column are shown.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::columns::{Column, present_cases};
use emic_core::project::Project;
use emic_view::sheet::{Sheet, View};
use yew::prelude::*;

use super::desk::narrowed;
use super::words::column_name;
use crate::i18n::tr;
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog};

#[derive(Properties, PartialEq)]
pub(super) struct FilterDialogProps {
    pub column: Column,
    pub sheet: Same<Sheet>,
    pub project: Same<Project>,
    pub view: Rc<View>,
    pub on_view: Callback<View>,
    pub on_close: Callback<()>,
}

/// Asks for it.
#[component]
pub(super) fn FilterDialog(props: &FilterDialogProps) -> Html {
    let column = props.column;
    let values = props.sheet.columns.values(column, &present_cases(&props.project));
    let all: BTreeSet<String> = values.iter().map(|(key, ..)| key.clone()).collect();
    let chosen = use_state_eq(|| props.view.only.get(&column).cloned().unwrap_or_else(|| all.clone()));
    let turn = |key: &str| {
        let (chosen, key) = (chosen.clone(), key.to_owned());
        Callback::from(move |on: bool| {
            let mut now = (*chosen).clone();
            if on {
                now.insert(key.clone())
            } else {
                now.remove(&key)
            };
            chosen.set(now);
        })
    };
    let on_all = {
        let (chosen, all) = (chosen.clone(), all.clone());
        Callback::from(move |on: bool| chosen.set(if on { all.clone() } else { BTreeSet::new() }))
    };
    let on_submit = {
        let (view, on_view, close) = (props.view.clone(), props.on_view.clone(), props.on_close.clone());
        let (chosen, all) = ((*chosen).clone(), all.clone());
        Callback::from(move |()| {
            let keys = (chosen != all && !chosen.is_empty()).then(|| chosen.clone());
            on_view.emit(narrowed(&view, column, keys));
            close.emit(());
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("sheet-filter-do")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    let name = column_name(&props.sheet.columns, column);
    html! {
        <Dialog open=true title={tr!("sheet-filter-title", column = name.as_str())} on_close={props.on_close.clone()} {on_submit} {actions}>
            <Checkbox key="all" label={tr!("sheet-filter-all")} checked={*chosen == all} mixed={*chosen != all && !chosen.is_empty()} on_change={on_all} />
            <ul key="values" class="cases__values">
                { for values.iter().map(|(key, written, count)| {
                    let words = if written.is_empty() { tr!("sheet-no-value") } else { written.clone().into() };
                    html! {
                        <li key={key.clone()}>
                            <Checkbox label={tr!("sheet-value", value = words.as_str(), n = *count)} checked={chosen.contains(key)} on_change={turn(key)} />
                        </li>
                    }
                }) }
            </ul>
        </Dialog>
    }
}
