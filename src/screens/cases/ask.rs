//! The dialogs of the cases.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::project::{Case, Project};
use emic_view::sheet::{Sheet, View};
use yew::prelude::*;

use super::Ask;
use super::attribute::AttributeDialog;
use super::bring::BringDialog;
use super::filter::FilterDialog;
use super::pasting::PasteDialog;
use super::withdraw::{RemoveDialog, WithdrawDialog};
use super::words::column_name;
use crate::i18n::tr;
use crate::screens::act::{act, act_with_undo};
use crate::store::{Same, use_store};
use crate::widgets::{Button, ButtonVariant, ConfirmDialog, Dialog, TextField};

#[derive(Properties, PartialEq)]
pub(super) struct AskDialogProps {
    pub ask: Option<Ask>,
    pub project: Same<Project>,
    pub sheet: Same<Sheet>,
    pub view: Rc<View>,
    pub on_view: Callback<View>,
    pub on_close: Callback<()>,
}

/// Asks.
#[component]
pub(super) fn AskDialog(props: &AskDialogProps) -> Html {
    let store = use_store();
    let (project, on_close) = (&props.project, &props.on_close);
    let dialog = match props.ask.clone() {
        None => html! {},
        Some(Ask::Attribute(id)) => {
            let attribute = id.and_then(|id| project.attributes.get(&id)).map(|it| Same(Rc::clone(it)));
            html! { <AttributeDialog {attribute} {on_close} /> }
        }
        Some(Ask::Filter(column)) => html! {
            <FilterDialog {column} sheet={props.sheet.clone()} project={project.clone()} view={props.view.clone()} on_view={props.on_view.clone()} {on_close} />
        },
        Some(Ask::Paste(plan)) => html! { <PasteDialog plan={Same(plan)} project={project.clone()} {on_close} /> },
        Some(Ask::Bring(brought)) => html! { <BringDialog {brought} project={project.clone()} {on_close} /> },
        Some(Ask::Withdraw(id)) => html! { <WithdrawDialog project={project.clone()} case={id} {on_close} /> },
        Some(Ask::Remove(id)) => html! { <RemoveDialog project={project.clone()} case={id} {on_close} /> },
        Some(Ask::Rename(case)) => html! { <Rename {case} {on_close} /> },
        Some(Ask::Delete(case)) => {
            let on_confirm = {
                let (close, id, name) = (on_close.clone(), case.id, case.name.clone());
                Callback::from(move |()| {
                    act_with_undo(&store, vec![Edit::DeleteCase { id }], tr!("cases-deleted", case = &name));
                    close.emit(());
                })
            };
            html! {
                <ConfirmDialog
                    open=true
                    title={tr!("cases-delete-title", case = &case.name)}
                    confirm={tr!("delete")}
                    danger=true
                    {on_confirm}
                    on_cancel={on_close}
                >
                    <p>{ tr!("cases-delete-text") }</p>
                </ConfirmDialog>
            }
        }
        Some(Ask::DeleteAttribute(id)) => {
            let name = column_name(&props.sheet.columns, emic_core::columns::Column::Attribute(id));
            let values = project.cases.values().filter(|case| case.values.contains_key(&id)).count();
            let on_confirm = {
                let (close, name) = (on_close.clone(), name.clone());
                Callback::from(move |()| {
                    let said = tr!("attribute-deleted", attribute = name.as_str());
                    act_with_undo(&store, vec![Edit::DeleteAttribute { id }], said);
                    close.emit(());
                })
            };
            html! {
                <ConfirmDialog
                    open=true
                    title={tr!("attribute-delete-title", attribute = name.as_str())}
                    confirm={tr!("delete")}
                    danger=true
                    {on_confirm}
                    on_cancel={on_close}
                >
                    <p>{ tr!("attribute-delete-text", n = values) }</p>
                </ConfirmDialog>
            }
        }
    };
    html! { <div class="cases__ask">{ dialog }</div> }
}

#[derive(Properties, PartialEq)]
struct RenameProps {
    case: Same<Case>,
    on_close: Callback<()>,
}

/// Another name for a case.
#[component]
fn Rename(props: &RenameProps) -> Html {
    let store = use_store();
    let name = use_mut_ref(String::new);
    let close = props.on_close.clone();
    let on_input = {
        let name = name.clone();
        Callback::from(move |typed: String| {
            name.replace(typed);
        })
    };
    let (id, value) = (props.case.id, props.case.name.clone());
    let on_submit = {
        let (close, old) = (close.clone(), value.clone());
        Callback::from(move |()| {
            let name = name.borrow().clone();
            let edit = Edit::RenameCase { id, name: name.clone() };
            let same = name.is_empty() || name == old;
            if same || act(&store, vec![edit], &tr!("cases-renamed", case = name.trim())) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("rename")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog open=true title={tr!("cases-rename", case = &value)} on_close={close} {on_submit} {actions}>
            <TextField label={tr!("case")} {value} {on_input} select_all=true autofocus=true />
        </Dialog>
    }
}
