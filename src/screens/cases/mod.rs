//! The cases: who, or what, is studied, and what of the documents belongs to each.

mod belongs;
pub mod name;
pub mod parts;
mod speakers;

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{CaseId, ProjectId};
use emic_core::project::Case;
use emic_core::query::{OfCase, by_case};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::platform;
use crate::route::{Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::store::{Same, use_settled_project, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, ConfirmDialog, Dialog, EmptyState, IconButton, IconName, TextField};
use belongs::Belongs;
use speakers::Speakers;

/// What the cases' screen shows.
#[derive(Properties, PartialEq)]
pub struct CasesScreenProps {
    /// The project.
    pub project: ProjectId,
    /// The case that is opened.
    pub case: Option<CaseId>,
}

#[derive(Clone, PartialEq)]
enum Ask {
    Rename(Same<Case>),
    Delete(Same<Case>),
}

/// The cases.
#[component]
pub fn CasesScreen(props: &CasesScreenProps) -> Html {
    let writable = use_writable();
    let ask = use_state(|| None::<Ask>);
    let on_close = {
        let ask = ask.setter();
        use_callback((), move |(), ()| ask.set(None))
    };
    let Some(project) = use_settled_project() else { return html! { <section class="page"></section> } };
    let belonging = use_memo(project.clone(), |project| by_case(project));
    let cases = project.cases_in_order();
    let mut attributes: Vec<_> = project.attributes.values().cloned().collect();
    emic_core::sorting::sort_by_key(&mut attributes, |attribute| (attribute.rank, attribute.id));
    let nothing = OfCase::default();
    let asks = |what: Ask| {
        let ask = ask.setter();
        Callback::from(move |_: MouseEvent| ask.set(Some(what.clone())))
    };
    let rows = cases.iter().map(|case| {
        let of = belonging.get(&case.id).unwrap_or(&nothing);
        let open = props.case == Some(case.id);
        let to = if open { None } else { Some(case.id) };
        let number = |n: usize| html! { <td class="num">{ format_number(n as f64) }</td> };
        html! {
            <>
                <tr key={case.id.to_string()} class={classes!(open.then_some("cases__open"))}>
                    <th scope="row">
                        <a
                            class="cases__name"
                            href={Route::Project(props.project, Place::Cases(to)).hash()}
                            aria-expanded={if open { "true" } else { "false" }}
                        >
                            <bdi>{ case.name.clone() }</bdi>
                        </a>
                    </th>
                    { number(of.documents.len()) }
                    { number(of.parts.len()) }
                    { number(of.speakers.len()) }
                    { number(of.quotations) }
                    { for attributes.iter().map(|attribute| html! {
                        <td key={attribute.id.to_string()} dir="auto">
                            { case.values.get(&attribute.id).cloned().unwrap_or_default() }
                        </td>
                    }) }
                    <td class="cases__actions">
                        if writable {
                            <IconButton
                                label={tr!("cases-rename", case = &case.name)}
                                icon={IconName::Pencil}
                                small=true
                                onclick={asks(Ask::Rename(Same(Rc::clone(case))))}
                            />
                            <IconButton
                                label={tr!("cases-delete", case = &case.name)}
                                icon={IconName::Trash}
                                small=true
                                onclick={asks(Ask::Delete(Same(Rc::clone(case))))}
                            />
                        }
                    </td>
                </tr>
                if open {
                    <tr key={format!("open-{}", case.id)} class="cases__row">
                        <td colspan={(attributes.len() + 6).to_string()}>
                            <Belongs project={project.clone()} case={case.id} of={Same(Rc::new(of.clone()))} />
                        </td>
                    </tr>
                }
            </>
        }
    });
    html! {
        <section class="page cases" aria-labelledby="cases-title">
            <div class="page__head">
                <h1 id="cases-title">{ tr!("cases") }</h1>
            </div>
            if writable {
                <NewCase key="new" />
            }
            if cases.is_empty() {
                <EmptyState key="empty" icon={IconName::User} title={tr!("cases-none")} text={tr!("cases-none-text")} />
            } else {
                <div key="table" class="cases__scroll" tabindex="0" role="group" aria-labelledby="cases-title">
                    <table class="cases__table">
                        <thead>
                            <tr>
                                <th scope="col">{ tr!("case") }</th>
                                <th scope="col" class="num">{ tr!("documents") }</th>
                                <th scope="col" class="num">{ tr!("parts") }</th>
                                <th scope="col" class="num">{ tr!("cases-speakers") }</th>
                                <th scope="col" class="num">{ tr!("quotations") }</th>
                                { for attributes.iter().map(|attribute| html! {
                                    <th key={attribute.id.to_string()} scope="col"><bdi>{ attribute.name.clone() }</bdi></th>
                                }) }
                                <th scope="col"><span class="visually-hidden">{ tr!("cases-actions") }</span></th>
                            </tr>
                        </thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                </div>
            }
            <Speakers key="speakers" project={project.clone()} />
            <AskDialog key="ask" ask={(*ask).clone()} {on_close} />
        </section>
    }
}

/// Makes a case.
#[component]
fn NewCase() -> Html {
    let store = use_store();
    let node = use_node_ref();
    let onsubmit = {
        let node = node.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = node.cast::<HtmlInputElement>() else { return };
            let name = input.value();
            let id = CaseId::from_random(platform::random());
            if !name.trim().is_empty()
                && act(&store, vec![Edit::AddCase { id, name: name.clone() }], &tr!("cases-added", case = name.trim()))
            {
                input.set_value("");
            }
        })
    };
    html! {
        <form class="cases__new" {onsubmit}>
            <input ref={node} class="input" type="text" dir="auto" autocomplete="off" aria-label={tr!("cases-new-name")} placeholder={tr!("cases-new-name")} />
            <Button label={tr!("cases-add")} icon={IconName::Plus} submit=true />
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct AskDialogProps {
    ask: Option<Ask>,
    on_close: Callback<()>,
}

/// Asks for another name, or whether a case is to go.
#[component]
fn AskDialog(props: &AskDialogProps) -> Html {
    let store = use_store();
    let name = use_mut_ref(String::new);
    let close = props.on_close.clone();
    let dialog = match props.ask.clone() {
        None => html! {},
        Some(Ask::Rename(case)) => {
            let on_input = {
                let name = name.clone();
                Callback::from(move |typed: String| {
                    name.replace(typed);
                })
            };
            let (id, value) = (case.id, case.name.clone());
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
        Some(Ask::Delete(case)) => {
            let on_confirm = {
                let (close, id, name) = (close.clone(), case.id, case.name.clone());
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
                    on_cancel={close}
                >
                    <p>{ tr!("cases-delete-text") }</p>
                </ConfirmDialog>
            }
        }
    };
    html! { <div class="cases__ask">{ dialog }</div> }
}
