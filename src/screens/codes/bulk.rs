//! What is done with several codes at once, each time as one step.

use std::rc::Rc;
use std::str::FromStr;

use emic_core::edit::{CodeField, Edit};
use emic_core::ids::{CodeId, LevelId};
use emic_core::project::{Colour, Project, Status};
use yew::prelude::*;

use super::merge::MergeDialog;
use super::sheet::status_name;
use super::{hue, use_counts};
use crate::i18n::tr;
use crate::screens::act::{act, act_with_undo};
use crate::store::{use_project, use_store, use_writable};
use crate::widgets::{
    Button, ButtonVariant, Chip, ColourPicker, ConfirmDialog, EmptyState, Hue, IconName, Select, SelectOption,
};

#[derive(Properties, PartialEq)]
pub(super) struct BulkProps {
    /// The codes that are ticked, in the order of the tree.
    pub codes: Rc<[CodeId]>,
    /// No longer several.
    pub on_done: Callback<()>,
    /// They are one now.
    pub on_merged: Callback<CodeId>,
}

/// What can be done with the codes that are ticked.
#[component]
pub(super) fn Bulk(props: &BulkProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let project = use_project();
    let counts = use_counts();
    let merging = use_state_eq(|| false);
    let deleting = use_state_eq(|| false);
    let Some(project) = project else { return html! { <div></div> } };
    let codes = &props.codes;
    let n = codes.len();
    let off = n == 0 || !writable;
    let each = {
        let (store, codes) = (store.clone(), codes.clone());
        Rc::new(move |make: &dyn Fn(CodeId) -> Edit| {
            let edits = codes.iter().map(|id| make(*id)).collect();
            act(&store, edits, &tr!("bulk-done", n = codes.len()));
        })
    };
    let field = |id: CodeId, field: CodeField| Edit::SetCodeField { id, field, why: String::new() };
    let on_level = {
        let each = each.clone();
        Callback::from(move |value: String| {
            let level = match value.as_str() {
                "" => return,
                "none" => None,
                id => match LevelId::from_str(id) {
                    Ok(id) => Some(id),
                    Err(_) => return,
                },
            };
            each(&|id| field(id, CodeField::Level(level)));
        })
    };
    let on_status = {
        let each = each.clone();
        Callback::from(move |value: String| {
            if !value.is_empty() {
                let status = (value != "none").then(|| Status::from(value));
                each(&|id| field(id, CodeField::Status(status.clone())));
            }
        })
    };
    let on_colour = {
        let each = each.clone();
        Callback::from(move |chosen: Hue| {
            let colour = Colour::nth(usize::from(chosen.number()) - 1);
            each(&|id| Edit::RecolourCode { id, colour });
        })
    };
    let on_move = {
        let (store, codes, project) = (store.clone(), codes.clone(), project.clone());
        Callback::from(move |value: String| {
            let parent = match value.as_str() {
                "" => return,
                "top" => None,
                id => match CodeId::from_str(id) {
                    Ok(id) => Some(id),
                    Err(_) => return,
                },
            };
            let moved = topmost(&project, &codes);
            let edits = moved.into_iter().map(|id| Edit::MoveCode { id, parent, before: None }).collect();
            act(&store, edits, &tr!("bulk-moved", n = codes.len()));
        })
    };
    let inside = |id: CodeId| codes.iter().any(|code| project.code_is_within(id, *code));
    let places: Vec<SelectOption> =
        [SelectOption::new("", tr!("bulk-choose")), SelectOption::new("top", tr!("codes-at-top"))]
            .into_iter()
            .chain(
                project
                    .codes_in_order()
                    .iter()
                    .filter(|code| !inside(code.id))
                    .map(|code| SelectOption::new(code.id.to_string(), project.code_path(code.id).join(" / "))),
            )
            .collect();
    let first = || [SelectOption::new("", tr!("bulk-choose")), SelectOption::new("none", tr!("book-not-said"))];
    let levels = project.meta.book.levels.iter().rev().map(|l| SelectOption::new(l.id.to_string(), l.name.clone()));
    let levels: Vec<SelectOption> = first().into_iter().chain(levels).collect();
    let statuses = Status::ALL.iter().map(|status| SelectOption::new(status.key().to_owned(), status_name(status)));
    let statuses: Vec<SelectOption> = first().into_iter().chain(statuses).collect();
    let open = |state: &UseStateHandle<bool>| {
        let state = state.setter();
        Callback::from(move |_: MouseEvent| state.set(true))
    };
    let close = |state: &UseStateHandle<bool>| {
        let state = state.setter();
        Callback::from(move |()| state.set(false))
    };
    let delete = {
        let (store, codes, done, deleting) = (store.clone(), codes.clone(), props.on_done.clone(), deleting.setter());
        Callback::from(move |()| {
            let edits = codes.iter().map(|id| Edit::DeleteCode { id: *id }).collect();
            deleting.set(false);
            if act_with_undo(&store, edits, tr!("bulk-deleted", n = codes.len())) {
                done.emit(());
            }
        })
    };
    let used: usize = codes.iter().map(|id| counts.by_code.get(id).copied().unwrap_or(0)).sum();
    // What all of them have is what the picker shows as chosen.
    let mut colours = codes.iter().filter_map(|id| project.codes.get(id)).map(|code| code.colour);
    let colour = colours.next().filter(|first| colours.all(|other| other == *first));
    html! {
        <article class="code-details bulk" aria-label={tr!("bulk-title", n = n)}>
            <h2>{ tr!("bulk-title", n = n) }</h2>
            if n == 0 {
                <EmptyState small=true icon={IconName::Check} title={tr!("bulk-none")} text={tr!("bulk-none-text")} />
            } else {
                <ul class="bulk__codes" aria-label={tr!("codes")}>
                    { for codes.iter().filter_map(|id| project.codes.get(id)).map(|code| html! {
                        <li key={code.id.to_string()}><Chip name={code.name.clone()} hue={hue(code.colour)} /></li>
                    }) }
                </ul>
            }
            <div class="code-details__facets">
                <Select asks=true label={tr!("bulk-move")} value="" options={places} on_change={on_move} disabled={off} />
                <Select asks=true label={tr!("book-level")} value="" options={levels} on_change={on_level} disabled={off} />
                <Select asks=true label={tr!("book-status")} value="" options={statuses} on_change={on_status} disabled={off} />
            </div>
            if !off {
                <div class="code-details__colour">
                    <span class="field__label" aria-hidden="true">{ tr!("colour") }</span>
                    <ColourPicker label={tr!("colour")} value={colour.map(hue)} on_change={on_colour} />
                </div>
            }
            <div class="row row--wrap">
                <Button label={tr!("merge-open")} variant={ButtonVariant::Primary} disabled={off || n < 2} onclick={open(&merging)} />
                <Button label={tr!("codes-delete")} icon={IconName::Trash} variant={ButtonVariant::Quiet} disabled={off} onclick={open(&deleting)} />
                <Button label={tr!("bulk-end")} variant={ButtonVariant::Quiet} onclick={props.on_done.reform(|_: MouseEvent| ())} />
            </div>
            if *merging {
                <MergeDialog key="merge" codes={codes.clone()} on_close={close(&merging)} on_merged={props.on_merged.clone()} />
            }
            <ConfirmDialog
                key="delete"
                open={*deleting}
                title={tr!("bulk-delete-title", n = n)}
                confirm={tr!("delete")}
                danger=true
                on_confirm={delete}
                on_cancel={close(&deleting)}
            >
                <ul class="codes__lost">
                    <li>{ if used == 0 { tr!("codes-delete-unused") } else { tr!("bulk-delete-codings", n = used) } }</li>
                    <li>{ tr!("codes-delete-undo") }</li>
                </ul>
            </ConfirmDialog>
        </article>
    }
}

/// Those that stand below none of the others: the rest comes along.
fn topmost(project: &Project, codes: &[CodeId]) -> Vec<CodeId> {
    let below = |id: CodeId| codes.iter().any(|other| *other != id && project.code_is_within(id, *other));
    codes.iter().copied().filter(|id| !below(*id)).collect()
}
