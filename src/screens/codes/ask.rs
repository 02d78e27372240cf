//! Questions about a code: its colour, what it stands for, and whether it is really to go.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::CodeId;
use emic_core::project::{Code, Colour};
use yew::prelude::*;

use super::merge::MergeDialog;
use super::tree::go;
use super::{hue, use_counts};
use crate::i18n::tr;
use crate::route::{Place, Route};
use crate::screens::act::{act, act_with_undo};
use crate::store::{use_project, use_store};
use crate::widgets::{Button, ButtonVariant, ColourPicker, ConfirmDialog, Dialog, Hue, TextArea};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Colour,
    Definition,
    Delete,
    /// Into which other code it goes.
    Merge,
}

#[derive(Properties, PartialEq)]
pub(super) struct AskProps {
    /// What is asked of which code, if anything is.
    pub asked: Option<(Question, CodeId)>,
    pub on_close: Callback<()>,
}

/// The dialog that asks.
#[component]
pub(super) fn Ask(props: &AskProps) -> Html {
    let store = use_store();
    let project = use_project();
    let counts = use_counts();
    let code = props.asked.and_then(|(question, id)| Some((question, project.as_ref()?.codes.get(&id).cloned()?)));
    let Some((question, code)) = code else { return html! { <span hidden=true></span> } };
    let id = code.id;
    let inner = match question {
        Question::Colour => {
            let (name, store) = (code.name.clone(), store.clone());
            let on_change = Callback::from(move |chosen: Hue| {
                let colour = Colour::nth(usize::from(chosen.number()) - 1);
                act(
                    &store,
                    vec![Edit::RecolourCode { id, colour }],
                    &tr!("codes-recoloured", name = &name, colour = chosen.name()),
                );
            });
            html! {
                <Dialog
                    open=true
                    title={tr!("codes-colour-of", name = &code.name)}
                    on_close={props.on_close.clone()}
                    on_submit={props.on_close.clone()}
                    actions={html! { <Button label={tr!("done")} variant={ButtonVariant::Primary} submit=true /> }}
                >
                    <ColourPicker value={Some(hue(code.colour))} {on_change} />
                </Dialog>
            }
        }
        Question::Merge => {
            let merged = {
                let store = store.clone();
                Callback::from(move |into: CodeId| {
                    // Where its sheet was open that of the one it went into takes its place.
                    if matches!(Route::current(), Route::Project(_, Place::Codes(Some(open))) if open == id) {
                        go(&store, Place::Codes(Some(into)));
                    }
                })
            };
            html! { <MergeDialog codes={Rc::from([id])} on_close={props.on_close.clone()} on_merged={merged} /> }
        }
        Question::Definition => html! { <Define {code} on_close={props.on_close.clone()} /> },
        Question::Delete => {
            let used = counts.by_code.get(&id).copied().unwrap_or(0);
            let below = project.as_ref().map_or(0, |project| project.codes_under(Some(id)).len());
            let on_confirm = {
                let (close, name) = (props.on_close.clone(), code.name.clone());
                Callback::from(move |()| {
                    act_with_undo(&store, vec![Edit::DeleteCode { id }], tr!("codes-deleted", name = &name));
                    close.emit(());
                })
            };
            html! {
                <ConfirmDialog
                    open=true
                    title={tr!("codes-delete-title", name = &code.name)}
                    confirm={tr!("delete")}
                    danger=true
                    {on_confirm}
                    on_cancel={props.on_close.clone()}
                >
                    <ul class="codes__lost">
                        <li>{ if used == 0 { tr!("codes-delete-unused") } else { tr!("codes-delete-codings", n = used) } }</li>
                        if below > 0 {
                            <li>{ tr!("codes-delete-below", n = below) }</li>
                        }
                        <li>{ tr!("codes-delete-undo") }</li>
                    </ul>
                </ConfirmDialog>
            }
        }
    };
    html! { <div key={format!("{question:?}-{id}")} class="codes__ask">{ inner }</div> }
}

#[derive(Properties, PartialEq)]
struct DefineProps {
    code: Rc<Code>,
    on_close: Callback<()>,
}

/// What a code stands for, to be written.
#[component]
fn Define(props: &DefineProps) -> Html {
    let store = use_store();
    let code = props.code.clone();
    let draft = use_mut_ref(|| code.definition.clone());
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |text: String| {
            draft.replace(text);
        })
    };
    let on_submit = {
        let (code, close) = (code.clone(), props.on_close.clone());
        Callback::from(move |()| {
            let definition = draft.borrow().clone();
            let unchanged = definition.trim() == code.definition;
            let edit = Edit::DefineCode { id: code.id, definition };
            if unchanged || act(&store, vec![edit], &tr!("codes-defined", name = &code.name)) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("save")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("codes-definition-of", name = &code.name)}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <TextArea
                label={tr!("definition")}
                value={code.definition.clone()}
                hint={tr!("codes-definition-hint")}
                {on_input}
                autofocus=true
                rows=6
            />
        </Dialog>
    }
}
