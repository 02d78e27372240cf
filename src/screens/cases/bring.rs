//! A table of cases from a file: what of it is new and what it changes, before it is taken over.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::edit::{CaseValue, Edit};
use emic_core::ids::{AttributeId, CaseId};
use emic_core::project::Project;
use emic_core::values;
use emic_formats::source::{Sheet as FileSheet, Wishes};
use emic_view::sheet::{Merge, merge};
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::words::kind_words;
use crate::i18n::{format_number, tr};
use crate::platform;
use crate::screens::act::act_with_undo;
use crate::screens::import::read_failure;
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, Icon, IconName, Select, SelectOption, toast};
use crate::worker::{Given, Readers, Stop};

/// How many changes are shown one by one.
const SHOWN: usize = 40;

/// The sheets of a file that was read.
#[derive(Clone, PartialEq)]
pub(super) struct Brought {
    name: AttrValue,
    sheets: Same<Vec<FileSheet>>,
}

#[derive(Properties, PartialEq)]
pub(super) struct ChooseProps {
    pub on_brought: Callback<Brought>,
}

/// A button that asks for the file.
#[component]
pub(super) fn ChooseTable(props: &ChooseProps) -> Html {
    let working = use_state_eq(|| false);
    let onchange = {
        let (on_brought, working) = (props.on_brought.clone(), working.setter());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (on_brought, working) = (on_brought.clone(), working.clone());
            working.set(true);
            spawn_local(async move {
                let wishes = Wishes { whole_table: true, ..Wishes::default() };
                let name = file.name();
                match Readers::default().read(&file, &name, &wishes, &Stop::default(), &|_| ()).await {
                    Ok(Given::Table(sketch)) => {
                        on_brought.emit(Brought { name: name.into(), sheets: Same(Rc::new(sketch.sheets)) });
                    }
                    Ok(_) => toast(tr!("bring-no-table", name = name), None),
                    Err(why) => toast(read_failure(&why), None),
                }
                working.set(false);
            });
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    html! {
        <label class={classes!("btn", "btn--plain", "bring")}>
            <Icon name={IconName::Upload} />
            <span>{ if *working { tr!("loading") } else { tr!("bring-table") } }</span>
            <input type="file" class="visually-hidden" accept=".csv,.tsv,.txt,.xlsx,.ods" disabled={*working} {onchange} />
        </label>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct BringProps {
    pub brought: Brought,
    pub project: Same<Project>,
    pub on_close: Callback<()>,
}

/// Shows what would be new and what would change, and does it.
#[component]
pub(super) fn BringDialog(props: &BringProps) -> Html {
    let store = use_store();
    let chosen = use_state_eq(|| 0usize);
    let sheets = &props.brought.sheets;
    let found = use_memo((props.project.clone(), sheets.clone(), *chosen), |(project, sheets, chosen)| {
        sheets.get(*chosen).map(|sheet| merge(project, &sheet.first)).unwrap_or_default()
    });
    let nothing =
        found.attributes.is_empty() && found.cases.is_empty() && found.values.is_empty() && found.new_values.is_empty();
    let on_submit = {
        let (store, project, found, close) = (store, props.project.clone(), found.clone(), props.on_close.clone());
        Callback::from(move |()| {
            if nothing {
                return close.emit(());
            }
            let said = tr!("bring-done", n = found.values.len() + found.new_values.len());
            if act_with_undo(&store, edits(&project, &found), said) {
                close.emit(());
            }
        })
    };
    let on_sheet = {
        let chosen = chosen.setter();
        Callback::from(move |value: String| chosen.set(value.parse().unwrap_or_default()))
    };
    let names = sheets.iter().enumerate().map(|(n, sheet)| SelectOption::new(n.to_string(), sheet.name.clone()));
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("bring-do")} variant={ButtonVariant::Primary} disabled={nothing} submit=true />
        </>
    };
    let list = |names: &[String]| {
        let more = names.len().saturating_sub(SHOWN);
        let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(" · ");
        if more > 0 { tr!("scope-and-more", names = shown, n = more) } else { shown.into() }
    };
    let attributes: Vec<String> =
        found.attributes.iter().map(|(name, kind)| format!("{name} ({})", kind_words(kind))).collect();
    html! {
        <Dialog
            open=true
            size={DialogSize::Large}
            title={tr!("bring-title", name = props.brought.name.as_str())}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <p key="text" class="soft">{ tr!("bring-text") }</p>
            if sheets.len() > 1 {
                <Select key="sheet" label={tr!("import-table-sheet")} value={chosen.to_string()} options={names.collect::<Vec<_>>()} on_change={on_sheet} />
            }
            <ul key="facts" class="withdraw">
                if nothing {
                    <li>{ tr!("bring-nothing") }</li>
                }
                if !found.cases.is_empty() {
                    <li key="cases"><b>{ tr!("bring-cases", n = found.cases.len()) }</b>{ " " }<bdi>{ list(&found.cases) }</bdi></li>
                }
                if !attributes.is_empty() {
                    <li key="attributes"><b>{ tr!("bring-attributes", n = attributes.len()) }</b>{ " " }<bdi>{ list(&attributes) }</bdi></li>
                }
                <li key="values">{ tr!("bring-values", n = found.values.len() + found.new_values.len() - found.changed.len()) }</li>
                <li key="same">{ tr!("bring-same", n = found.same) }</li>
                if found.left_out > 0 {
                    <li key="left-out">{ tr!("bring-left-out", n = found.left_out) }</li>
                }
            </ul>
            if !found.changed.is_empty() {
                <div key="changes" class="table1__scroll" tabindex="0" role="region" aria-label={tr!("bring-changes", n = found.changed.len())}>
                    <table class="bring__changes">
                        <caption>{ tr!("bring-changes", n = found.changed.len()) }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ tr!("case") }</th>
                                <th scope="col">{ tr!("bring-attribute") }</th>
                                <th scope="col">{ tr!("bring-old") }</th>
                                <th scope="col">{ tr!("bring-new") }</th>
                            </tr>
                        </thead>
                        <tbody>
                            { for found.changed.iter().take(SHOWN).enumerate().map(|(n, change)| html! {
                                <tr key={n}>
                                    <th scope="row"><bdi>{ change.case.clone() }</bdi></th>
                                    <td><bdi>{ change.attribute.clone() }</bdi></td>
                                    <td><del><bdi>{ change.old.clone() }</bdi></del></td>
                                    <td><ins><bdi>{ change.new.clone() }</bdi></ins></td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                    if found.changed.len() > SHOWN {
                        <p class="soft small">{ tr!("bring-more", n = format_number((found.changed.len() - SHOWN) as f64)) }</p>
                    }
                </div>
            }
        </Dialog>
    }
}

/// The edits of one table.
fn edits(project: &Project, found: &Merge) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut attributes: BTreeMap<String, AttributeId> =
        project.attributes_in_order().into_iter().rev().map(|it| (values::key(&it.name), it.id)).collect();
    for (name, kind) in &found.attributes {
        let id = AttributeId::from_random(platform::random());
        edits.push(Edit::AddAttribute { id, name: name.clone(), kind: kind.clone() });
        attributes.insert(values::key(name), id);
    }
    let mut cases: BTreeMap<String, CaseId> =
        project.cases_in_order().into_iter().rev().map(|case| (values::key(&case.name), case.id)).collect();
    for name in &found.cases {
        let id = CaseId::from_random(platform::random());
        edits.push(Edit::AddCase { id, name: name.clone() });
        cases.insert(values::key(name), id);
    }
    let mut all = found.values.clone();
    for (case, attribute, value) in &found.new_values {
        if let (Some(case), Some(attribute)) = (cases.get(&values::key(case)), attributes.get(&values::key(attribute)))
        {
            all.push(CaseValue { case: *case, attribute: *attribute, value: value.clone() });
        }
    }
    if !all.is_empty() {
        edits.push(Edit::SetCaseValues { values: all });
    }
    edits
}
