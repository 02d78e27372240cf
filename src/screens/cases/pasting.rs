//! What of pasted cells is to be made new: cases for the rows below the last one, attributes for the columns beyond.

use emic_core::edit::{CaseValue, Edit};
use emic_core::ids::{AttributeId, CaseId};
use emic_core::project::Project;
use emic_view::sheet::{Paste, kind_of, names_after, renames};
use yew::prelude::*;

use super::desk::put;
use crate::i18n::{format_number, tr, unmarked};
use crate::platform;
use crate::screens::act::act_with_undo;
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, TextField, toast};

#[derive(Properties, PartialEq)]
pub(super) struct PasteDialogProps {
    pub plan: Same<Paste>,
    pub project: Same<Project>,
    pub on_close: Callback<()>,
}

/// Asks for it.
#[component]
pub(super) fn PasteDialog(props: &PasteDialogProps) -> Html {
    let store = use_store();
    let plan = &props.plan;
    let rows = use_state_eq(|| true);
    let columns = use_state_eq(|| true);
    let names = use_mut_ref(|| {
        let taken =
            |name: &str| props.project.attributes.values().any(|it| it.name.to_lowercase() == name.to_lowercase());
        let mut names: Vec<String> = Vec::new();
        let mut n = props.project.attributes.len();
        while names.len() < plan.columns {
            n += 1;
            let name = unmarked(tr!("attribute-nth", n = format_number(n as f64)));
            if !taken(&name) {
                names.push(name);
            }
        }
        names
    });
    let shown = names.borrow().clone();
    let on_submit = {
        let (store, plan, project, close) =
            (store.clone(), plan.clone(), props.project.clone(), props.on_close.clone());
        let (rows, columns, names) = (*rows, *columns, names.clone());
        Callback::from(move |()| {
            if !rows && !columns {
                put(&store, (*plan.0).clone());
                return close.emit(());
            }
            let names = names.borrow();
            let edits = edits(&project, &plan, rows, columns.then_some(names.as_slice()));
            let made = plan.rows.iter().map(|row| 1 + row.values.len() + row.further.len()).sum::<usize>();
            let n = plan.values.len() + plan.further.len() + made;
            if act_with_undo(&store, edits, tr!("sheet-pasted", n = n)) {
                if plan.left_out > 0 {
                    toast(tr!("sheet-left-out", n = format_number(plan.left_out as f64)), None);
                }
                close.emit(());
            }
        })
    };
    let only_there = {
        let (store, plan, close) = (store, plan.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            put(&store, Paste { rows: Vec::new(), columns: 0, further: Vec::new(), ..(*plan.0).clone() });
            close.emit(());
        })
    };
    let set = |state: &UseStateHandle<bool>| {
        let state = state.setter();
        Callback::from(move |on: bool| state.set(on))
    };
    let on_name = |n: usize| {
        let names = names.clone();
        Callback::from(move |name: String| {
            if let Some(slot) = names.borrow_mut().get_mut(n) {
                *slot = name;
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} class="dialog__first" onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("paste-only-there")} onclick={only_there} />
            <Button label={tr!("paste-do")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog open=true title={tr!("paste-title")} on_close={props.on_close.clone()} {on_submit} closes_outside=false {actions}>
            <p key="text">{ tr!("paste-text") }</p>
            if !plan.rows.is_empty() {
                <Checkbox key="rows" label={tr!("paste-cases", n = plan.rows.len())} checked={*rows} on_change={set(&rows)} />
            }
            if plan.columns > 0 {
                <Checkbox key="columns" label={tr!("paste-attributes", n = plan.columns)} checked={*columns} on_change={set(&columns)} />
            }
            if *columns {
                { for shown.into_iter().enumerate().map(|(n, name)| html! {
                    <TextField key={n} label={tr!("paste-attribute-name", n = format_number(n as f64 + 1.0))} value={name} on_input={on_name(n)} />
                }) }
            }
        </Dialog>
    }
}

/// The edits of one paste. `names` are those of the attributes that are made.
fn edits(project: &Project, plan: &Paste, rows: bool, names: Option<&[String]>) -> Vec<Edit> {
    let renamed = renames(project, &plan.names).into_iter();
    let mut edits: Vec<Edit> = renamed.map(|(id, name)| Edit::RenameCase { id, name }).collect();
    let mut values = plan.values.clone();
    let mut made: Vec<AttributeId> = Vec::new();
    for (n, name) in names.unwrap_or_default().iter().enumerate() {
        let id = AttributeId::from_random(platform::random());
        let name = if name.trim().is_empty() { format!("{}", n + 1) } else { name.clone() };
        let there = plan.further.iter().filter(|(_, place, _)| *place == n).map(|(.., value)| value.trim());
        let below = plan.rows.iter().filter_map(|row| row.further.get(n)).map(|value| value.trim());
        let kind = kind_of(&there.chain(below).collect::<Vec<_>>());
        edits.push(Edit::AddAttribute { id, name, kind });
        made.push(id);
    }
    for (case, place, value) in plan.further.iter().filter(|_| names.is_some()) {
        if let Some(attribute) = made.get(*place) {
            values.push(CaseValue { case: *case, attribute: *attribute, value: value.clone() });
        }
    }
    // By the names that cases have once they are renamed.
    let mut known = names_after(project, &plan.names);
    let mut n = project.cases.len();
    for row in plan.rows.iter().filter(|_| rows) {
        let mut name = row.name.split_whitespace().collect::<Vec<_>>().join(" ");
        while name.is_empty() {
            n += 1;
            let next = unmarked(tr!("case-nth", n = format_number(n as f64)));
            if !known.contains_key(&next.to_lowercase()) {
                name = next;
            }
        }
        // A case of that name is the one that is meant.
        let case = *known.entry(name.to_lowercase()).or_insert_with(|| {
            let id = CaseId::from_random(platform::random());
            edits.push(Edit::AddCase { id, name: name.clone() });
            id
        });
        let further = row.further.iter().zip(&made).map(|(value, attribute)| (*attribute, value.clone()));
        let known = row.values.iter().cloned();
        let given = known.chain(further).filter(|(_, value)| !value.trim().is_empty());
        values.extend(given.map(|(attribute, value)| CaseValue { case, attribute, value }));
    }
    if !values.is_empty() {
        edits.push(Edit::SetCaseValues { values });
    }
    edits
}
