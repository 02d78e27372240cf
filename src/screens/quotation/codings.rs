//! The codes on a quotation: taken off, explained, and added to.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{CodingId, DocumentId, QuotationId};
use emic_core::project::{Code, Coding, MAX_WEIGHT, Project, Quotation};
use emic_core::text::Text;
use web_sys::Element;
use yew::prelude::*;

use super::note::NoteField;
use crate::i18n::tr;
use crate::screens::act::{act, act_with_undo, refuse};
use crate::screens::codes::{example_of, hue, set_example};
use crate::screens::picker::{Pick, Picker};
use crate::store::pane::PaneId;
use crate::store::{Same, Store, Target, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Checkbox, Chip, IconButton, IconName, TextField, announce, dom, toast};

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
    let on_weight = {
        let store = store.clone();
        Callback::from(move |(coding, weight): (CodingId, Option<u8>)| {
            let edit = Edit::WeighCoding { id: coding, document, quotation: id, weight };
            act(&store, vec![edit], &tr!("book-weight-kept"));
        })
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
                        on_weight={on_weight.clone()}
                        place={(document, id)}
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
    on_weight: Callback<(CodingId, Option<u8>)>,
    /// The quotation.
    place: (DocumentId, QuotationId),
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
                <More coding={coding.clone()} code={code.clone()} place={props.place} on_weight={props.on_weight.clone()} />
            } else if commented || coding.weight.is_some() {
                <p class="quotation__reason soft small" dir="auto">
                    if let Some(weight) = coding.weight {
                        <span>{ tr!("book-weight-is", n = weight) }{ " " }</span>
                    }
                    { coding.comment.clone() }
                </p>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    coding: Coding,
    code: Rc<Code>,
    place: (DocumentId, QuotationId),
    on_weight: Callback<(CodingId, Option<u8>)>,
}

/// How much the code holds here, and whether the quotation stands in the codebook as an example of it.
#[component]
fn More(props: &MoreProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let wrong = use_state_eq(|| false);
    let (code, place) = (&props.code, props.place);
    let is = example_of(code, place.0, place.1);
    let weigh = {
        let (on_weight, id, wrong) = (props.on_weight.clone(), props.coding.id, wrong.setter());
        Callback::from(move |typed: String| {
            let digits: String = typed.trim().chars().filter_map(|c| Some(char::from(b'0' + digit(c)?))).collect();
            let weight = match (typed.trim(), digits.parse()) {
                ("", _) => Ok(None),
                (typed, Ok(weight)) if weight <= MAX_WEIGHT && digits.len() == typed.chars().count() => {
                    Ok(Some(weight))
                }
                _ => Err(()),
            };
            wrong.set(weight.is_err());
            if let Ok(weight) = weight {
                on_weight.emit((id, weight));
            }
        })
    };
    let pin = |borderline: bool, label: AttrValue| {
        let (store, code) = (store.clone(), code.clone());
        let on_change = Callback::from(move |on: bool| {
            set_example(&store, &code, place, on.then_some(borderline));
        });
        html! { <Checkbox {label} checked={is == Some(borderline)} {on_change} disabled={!writable} /> }
    };
    html! {
        <div class="quotation__more-of">
            { pin(false, tr!("book-example-typical", name = &code.name)) }
            { pin(true, tr!("book-example-borderline", name = &code.name)) }
            <TextField
                label={tr!("book-weight")}
                value={props.coding.weight.map(|weight| weight.to_string()).unwrap_or_default()}
                hint={tr!("book-weight-hint")}
                error={wrong.then(|| tr!("error-bad-weight"))}
                max_length={3}
                disabled={!writable}
                on_commit={weigh}
                class="quotation__weight"
            />
        </div>
    }
}

/// A digit, also as Arabic and Persian write it.
fn digit(c: char) -> Option<u8> {
    let own = |from: char| (from..).zip(0..10).find(|(digit, _)| *digit == c).map(|(_, value)| value);
    own('0').or_else(|| own('٠')).or_else(|| own('۰'))
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
