//! The codes on a quotation: taken off, explained, and added to.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::CodingId;
use emic_core::project::{Code, Coding, Project, Quotation};
use emic_core::text::Text;
use web_sys::Element;
use yew::prelude::*;

use super::note::NoteField;
use crate::i18n::tr;
use crate::screens::act::{act, act_with_undo, refuse};
use crate::screens::codes::hue;
use crate::screens::picker::{Pick, Picker};
use crate::store::pane::PaneId;
use crate::store::{Same, Store, Target, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Chip, IconButton, IconName, announce, dom, toast};

#[derive(Properties, PartialEq)]
pub(super) struct CodingsProps {
    pub pane: PaneId,
    pub project: Same<Project>,
    pub quotation: Same<Quotation>,
    /// The document's text, once it is at hand.
    pub text: Option<Text>,
}

/// The codes on a quotation.
#[component]
pub(super) fn Codings(props: &CodingsProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let picking = use_state_eq(|| false);
    let explained = use_state_eq(|| None::<CodingId>);
    let add = use_node_ref();
    let quotation = &props.quotation;
    let (id, document) = (quotation.id, quotation.document);
    let codings: Vec<(Coding, Rc<Code>)> = quotation
        .codings
        .iter()
        .filter_map(|coding| Some((coding.clone(), props.project.codes.get(&coding.code)?.clone())))
        .collect();

    let back = {
        let add = add.clone();
        move || {
            if let Some(button) = add.cast::<Element>() {
                dom::focus(&button);
            }
        }
    };
    let on_remove = {
        let (store, back) = (store.clone(), back.clone());
        Callback::from(move |(coding, name): (CodingId, String)| {
            // The chip goes, and the focus with it.
            back();
            let edit = Edit::RemoveCoding { id: coding, document, quotation: id };
            act_with_undo(&store, vec![edit], tr!("quotation-code-removed", name = name));
        })
    };
    let on_explain = {
        let explained = explained.clone();
        Callback::from(move |coding: CodingId| {
            explained.set((*explained != Some(coding)).then_some(coding));
        })
    };
    let on_comment = {
        let store = store.clone();
        Callback::from(move |(coding, comment): (CodingId, String)| {
            let edit = Edit::CommentCoding { id: coding, document, quotation: id, comment };
            act(&store, vec![edit], &tr!("quotation-comment-kept"));
        })
    };
    let open = {
        let picking = picking.clone();
        Callback::from(move |_: MouseEvent| picking.set(!*picking))
    };
    let on_pick = {
        let (picking, text, back) = (picking.setter(), props.text.clone(), back.clone());
        Callback::from(move |pick: Pick| {
            let Some(text) = &text else {
                toast(tr!("codes-text-loading"), None);
                return;
            };
            if apply(&store, Target::Quotation(document, id), text, pick) {
                back();
                picking.set(false);
            }
        })
    };
    let on_close = {
        let picking = picking.setter();
        Callback::from(move |()| {
            back();
            picking.set(false);
        })
    };
    html! {
        <div class="quotation__codings">
            <ul key="codes" class="quotation__chips" aria-label={tr!("codes")}>
                { for codings.iter().map(|(coding, code)| html! {
                    <CodingLine
                        key={coding.id.to_string()}
                        explained={*explained == Some(coding.id)}
                        coding={coding.clone()}
                        code={code.clone()}
                        on_remove={writable.then(|| on_remove.clone())}
                        on_explain={on_explain.clone()}
                        on_comment={on_comment.clone()}
                    />
                }) }
            </ul>
            if quotation.codings.is_empty() {
                <p key="none" class="soft small">{ tr!("quotation-uncoded-hint") }</p>
            }
            <Button
                key="add"
                label={tr!("quotation-add-code")}
                icon={IconName::Plus}
                small=true
                expanded={*picking}
                disabled={!writable}
                popup="dialog"
                onclick={open}
                button_ref={add}
            />
            if *picking && writable {
                <Picker
                    key="picker"
                    words=""
                    applied={quotation.codings.iter().map(|coding| coding.code).collect::<Vec<_>>()}
                    {on_pick}
                    {on_close}
                    class="picker--inline"
                />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CodingLineProps {
    coding: Coding,
    code: Rc<Code>,
    explained: bool,
    /// Without this it stays.
    on_remove: Option<Callback<(CodingId, String)>>,
    on_explain: Callback<CodingId>,
    on_comment: Callback<(CodingId, String)>,
}

/// One code on the quotation, with the reason for it when that is open.
#[component]
fn CodingLine(props: &CodingLineProps) -> Html {
    let (coding, code) = (&props.coding, &props.code);
    let id = coding.id;
    let on_remove = {
        let name = code.name.clone();
        props.on_remove.as_ref().map(|on_remove| on_remove.reform(move |()| (id, name.clone())))
    };
    let on_explain = props.on_explain.reform(move |_: MouseEvent| id);
    let on_comment = props.on_comment.reform(move |comment: String| (id, comment));
    let commented = !coding.comment.is_empty();
    let label = if commented {
        tr!("quotation-why-read", name = &code.name)
    } else {
        tr!("quotation-why-write", name = &code.name)
    };
    html! {
        <li class={classes!("quotation__coding", props.explained.then_some("quotation__coding--open"))}>
            <div class="quotation__chip">
                <Chip
                    name={code.name.clone()}
                    hue={hue(code.colour)}
                    {on_remove}
                    remove_label={tr!("quotation-remove-code", name = &code.name)}
                />
                <IconButton
                    {label}
                    icon={IconName::Comment}
                    small=true
                    variant={ButtonVariant::Quiet}
                    expanded={props.explained}
                    class={classes!("quotation__why", commented.then_some("quotation__why--there"))}
                    onclick={on_explain}
                />
            </div>
            if props.explained {
                <NoteField
                    label={tr!("quotation-why", name = &code.name)}
                    value={coding.comment.clone()}
                    rows=2
                    on_commit={on_comment}
                />
            } else if commented {
                <p class="quotation__reason soft small" dir="auto">{ coding.comment.clone() }</p>
            }
        </li>
    }
}

/// Does what was picked. Tells whether it was done.
fn apply(store: &Store, target: Target, text: &Text, pick: Pick) -> bool {
    let done = match pick {
        Pick::Code(code) => store.apply_code(target, text, code),
        Pick::Create(name) => store.create_and_apply(target, text, &name),
        Pick::InVivo => store.code_in_vivo(target, text),
    };
    match done {
        Ok(coded) => {
            let project = store.snapshot().map(|snapshot| snapshot.project);
            let code = project.zip(coded.code).and_then(|(project, id)| project.codes.get(&id).cloned());
            let name = code.map(|code| code.name.clone()).unwrap_or_default();
            announce(&if coded.already {
                tr!("codes-already", name = name)
            } else {
                tr!("codes-applied", name = name)
            });
            true
        }
        Err(why) => {
            refuse(&why);
            false
        }
    }
}
