//! Choosing a scope: documents and folders, codes, coders, speakers, each by ticking. What is ticked nowhere narrows
//! nothing.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::columns::{Column, Columns, present_cases};
use emic_core::project::{Project, TreeItem};
use emic_core::scope::{Scope, speakers_by_name};
use emic_view::fold::fold;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::cases::words::column_name;
use crate::screens::growing::use_growing;
use crate::store::{Same, use_project, use_scope, use_store};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, SearchField, Toggle};

/// How many rows of a list are made at once, and how many more at a time.
const FIRST: usize = 40;
const MORE: usize = 80;
/// With more values than this a column tells cases apart one by one.
const MOST_VALUES: usize = 60;

#[derive(Properties, PartialEq)]
pub struct ScopeDialogProps {
    pub on_close: Callback<()>,
}

/// Something that can be ticked.
#[derive(Clone, PartialEq)]
struct Row {
    key: AttrValue,
    name: AttrValue,
    /// How deep it is in its tree.
    depth: usize,
    ticked: bool,
    /// The scope with it ticked or not.
    turned: Scope,
}

/// Chooses the scope.
#[component]
pub fn ScopeDialog(props: &ScopeDialogProps) -> Html {
    let store = use_store();
    let project = use_project();
    let before = use_scope();
    // Chosen in the dialog; it holds when the dialog is confirmed.
    let chosen = use_state_eq(|| (*before.0).clone());
    let on_scope = {
        let chosen = chosen.setter();
        Callback::from(move |scope: Scope| chosen.set(scope))
    };
    let apply = {
        let (store, chosen, on_close) = (store, chosen.clone(), props.on_close.clone());
        Callback::from(move |()| {
            store.set_scope((*chosen).clone());
            on_close.emit(());
        })
    };
    let clear = {
        let chosen = chosen.setter();
        Callback::from(move |_: MouseEvent| chosen.set(Scope::everything()))
    };
    let Some(project) = project else { return html! { <div /> } };
    let known = use_memo(project.clone(), |project| Columns::of(project));
    let parts: [(&str, Vec<Row>); 5] = [
        ("scope-choose-documents", documents(&project, &chosen)),
        ("scope-choose-codes", codes(&project, &chosen)),
        ("scope-choose-coders", coders(&project, &chosen)),
        ("scope-choose-speakers", speakers(&project, &chosen)),
        ("scope-choose-cases", cases(&project, &chosen)),
    ];
    let values = known.all(&project).into_iter().map(|column| {
        let name = column_name(&known, column);
        (tr!("scope-choose-values", column = name.as_str()), values(&project, &known, column, &chosen))
    });
    let values: Vec<(AttrValue, Vec<Row>)> =
        values.filter(|(_, rows)| rows.len() > 1 && rows.len() <= MOST_VALUES).collect();
    let spoken = project.documents.values().any(|document| !document.structure.turns.is_empty());
    let leave_out = {
        let chosen = chosen.clone();
        Callback::from(move |out: bool| chosen.set(Scope { without_interviewers: out, ..(*chosen).clone() }))
    };
    let nothing = parts.iter().all(|(_, rows)| rows.is_empty());
    let actions = html! {
        <>
            <Button label={tr!("scope-clear")} disabled={chosen.is_everything()} onclick={clear} />
            <Button label={tr!("scope-apply")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            size={DialogSize::Large}
            title={tr!("scope-title")}
            on_close={props.on_close.clone()}
            on_submit={apply}
            {actions}
        >
            <p key="text" class="soft">{ if nothing { tr!("scope-nothing") } else { tr!("scope-text") } }</p>
            if spoken {
                <div key="asked" class="scope-asked">
                    <Toggle
                        label={tr!("scope-leave-out-asked")}
                        checked={chosen.without_interviewers}
                        on_change={leave_out}
                    />
                    <p class="soft small">{ tr!("scope-leave-out-asked-text") }</p>
                </div>
            }
            <div key="lists" class="scope-lists">
                { for parts.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(title, rows)| html! {
                    <TickList key={title} title={tr!(title)} rows={Same(Rc::from(rows))} on_scope={on_scope.clone()} />
                }) }
                { for values.into_iter().enumerate().map(|(n, (title, rows))| html! {
                    <TickList key={format!("values-{n}")} {title} rows={Same(Rc::from(rows))} on_scope={on_scope.clone()} />
                }) }
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct TickListProps {
    title: AttrValue,
    rows: Same<[Row]>,
    on_scope: Callback<Scope>,
}

/// A list to tick in, with a filter where it is long.
#[component]
fn TickList(props: &TickListProps) -> Html {
    let filter = use_state_eq(String::new);
    let wanted = fold(&filter);
    let rows: Vec<_> = props.rows.iter().filter(|row| fold(&row.name).contains(&wanted)).collect();
    let shown = use_growing(rows.len(), FIRST, MORE);
    let on_input = {
        let filter = filter.setter();
        Callback::from(move |words: String| filter.set(words))
    };
    html! {
        <fieldset class="scope-list">
            <legend>{ props.title.clone() }</legend>
            if props.rows.len() > 8 {
                <SearchField label={tr!("scope-filter", what = &props.title)} value={(*filter).clone()} {on_input} />
            }
            <ul class="scope-list__rows">
                { for rows.into_iter().take(shown).map(|row| {
                    let (on_scope, turned) = (props.on_scope.clone(), row.turned.clone());
                    html! {
                        <li key={row.key.to_string()} class={format!("scope-list__row depth-{}", row.depth.min(4))}>
                            <Checkbox
                                label={row.name.clone()}
                                checked={row.ticked}
                                on_change={Callback::from(move |_| on_scope.emit(turned.clone()))}
                            />
                        </li>
                    }
                }) }
            </ul>
        </fieldset>
    }
}

fn turn<T: Ord + Clone>(set: &BTreeSet<T>, id: T) -> (bool, BTreeSet<T>) {
    let mut turned = set.clone();
    let ticked = !turned.insert(id.clone());
    if ticked {
        turned.remove(&id);
    }
    (ticked, turned)
}

fn documents(project: &Project, scope: &Scope) -> Vec<Row> {
    let rows = project.document_tree().into_iter().map(|item| match item {
        TreeItem::Folder(folder, depth) => {
            let (ticked, folders) = turn(&scope.folders, folder.id);
            let name = tr!("scope-folder", name = &folder.name);
            Row { key: folder.id.to_string().into(), name, depth, ticked, turned: Scope { folders, ..scope.clone() } }
        }
        TreeItem::Document(document, depth) => {
            let (ticked, documents) = turn(&scope.documents, document.id);
            let (key, name) = (document.id.to_string().into(), document.title.clone().into());
            Row { key, name, depth, ticked, turned: Scope { documents, ..scope.clone() } }
        }
    });
    rows.collect()
}

fn codes(project: &Project, scope: &Scope) -> Vec<Row> {
    let rows = project.codes_in_order().into_iter().map(|code| {
        let depth = project.code_path(code.id).len().saturating_sub(1);
        let (ticked, codes) = turn(&scope.codes, code.id);
        let (key, name) = (code.id.to_string().into(), code.name.clone().into());
        Row { key, name, depth, ticked, turned: Scope { codes, ..scope.clone() } }
    });
    rows.collect()
}

/// Of one coder alone there is nothing to choose.
fn coders(project: &Project, scope: &Scope) -> Vec<Row> {
    let rows = project.coders.values().filter(|_| project.coders.len() > 1).map(|coder| {
        let (ticked, coders) = turn(&scope.coders, coder.id);
        let (key, name) = (coder.id.to_string().into(), coder.name.clone().into());
        Row { key, name, depth: 0, ticked, turned: Scope { coders, ..scope.clone() } }
    });
    rows.collect()
}

fn speakers(project: &Project, scope: &Scope) -> Vec<Row> {
    let rows = speakers_by_name(project).into_iter().map(|(folded, name)| {
        let (ticked, speakers) = turn(&scope.speakers, folded.clone());
        Row { key: folded.into(), name: name.into(), depth: 0, ticked, turned: Scope { speakers, ..scope.clone() } }
    });
    rows.collect()
}

fn cases(project: &Project, scope: &Scope) -> Vec<Row> {
    let rows = present_cases(project).into_iter().map(|case| {
        let (ticked, cases) = turn(&scope.cases, case.id);
        let (key, name) = (case.id.to_string().into(), case.name.clone().into());
        Row { key, name, depth: 0, ticked, turned: Scope { cases, ..scope.clone() } }
    });
    rows.collect()
}

/// The values that cases have in a column, with how many have each.
fn values(project: &Project, columns: &Columns, column: Column, scope: &Scope) -> Vec<Row> {
    let nothing = BTreeSet::new();
    let rows = columns.values(column, &present_cases(project)).into_iter().map(|(key, written, n)| {
        let (ticked, keys) = turn(scope.values.get(&column).unwrap_or(&nothing), key.clone());
        let mut turned = scope.clone();
        turned.values.insert(column, keys);
        turned.values.retain(|_, keys| !keys.is_empty());
        let words = if written.is_empty() { tr!("sheet-no-value") } else { written.into() };
        let name = tr!("sheet-value", value = words.as_str(), n = n);
        Row { key: format!("={key}").into(), name, depth: 0, ticked, turned }
    });
    rows.collect()
}
