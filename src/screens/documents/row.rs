//! One document in the list.

use emic_core::ids::{DocumentId, ProjectId};
use web_sys::Element;
use yew::prelude::*;

use super::kind::kind_name;
use super::list::Entry;
use crate::i18n::{format_date, format_date_time, format_number, tr};
use crate::route::{Place, Route};
use crate::widgets::{Checkbox, IconButton, IconName, TextField, dom};

/// What a row shows and reports.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The project.
    pub project: ProjectId,
    /// The document.
    pub entry: Entry,
    /// What is said of the file as it was, if it was kept.
    pub original: Option<AttrValue>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether its title is being changed.
    pub renaming: bool,
    /// It was selected, or not any more.
    pub on_check: Callback<(DocumentId, bool)>,
    /// Its menu is asked for, at a point of the window in CSS pixels.
    pub on_menu: Callback<(DocumentId, (i32, i32))>,
    /// Its title is to be changed.
    pub on_rename: Callback<DocumentId>,
    /// The new title; none if it stays.
    pub on_renamed: Callback<(DocumentId, Option<String>)>,
}

/// One document in the list.
#[component]
pub fn DocumentRow(props: &RowProps) -> Html {
    let document = &props.entry.document;
    let id = document.id;
    let menu_at = |event: &MouseEvent, target: Option<Element>| {
        // A key press has no point: below what was pressed.
        let point = (event.client_x(), event.client_y());
        let rect = target.map(|target| target.get_bounding_client_rect());
        rect.filter(|_| point == (0, 0)).map_or(point, |rect| (rect.left() as i32, rect.bottom() as i32))
    };
    let onclick = {
        let on_menu = props.on_menu.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            on_menu.emit((id, menu_at(&event, target)));
        })
    };
    let oncontextmenu = {
        let on_menu = props.on_menu.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            // Words that are being written have the browser's own menu.
            if target.as_ref().is_some_and(|target| target.tag_name() == "INPUT") {
                return;
            }
            event.prevent_default();
            on_menu.emit((id, menu_at(&event, target)));
        })
    };
    let onkeydown = {
        let on_rename = props.on_rename.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "F2" {
                event.prevent_default();
                on_rename.emit(id);
            }
        })
    };
    let name = AttrValue::from(document.title.clone());
    let added = format_date(document.created.at.0 as f64);
    let file = document.source.file_name.clone();
    let label = |column: &'static str| crate::i18n::message(column, None);
    html! {
        <tr role="row" class={classes!("docs__row", props.selected.then_some("docs__row--selected"))} {oncontextmenu} {onkeydown}>
            <td role="cell" class="docs__check">
                <Checkbox
                    label={tr!("documents-select-one", name = &name)}
                    hide_label=true
                    checked={props.selected}
                    on_change={props.on_check.reform(move |on| (id, on))}
                />
            </td>
            <th role="rowheader" scope="row" class="docs__title">
                if props.renaming {
                    <TitleField value={name.clone()} on_done={props.on_renamed.reform(move |title| (id, title))} />
                } else {
                    <a data-document={id.to_string()} href={Route::Project(props.project, Place::Read(Some(id), None)).hash()}>
                        <bdi>{ name.clone() }</bdi>
                    </a>
                    if let Some(file) = file {
                        <span class="docs__file">
                            <bdi>{ file }</bdi>
                            if let Some(original) = &props.original {
                                { " · " }{ original.clone() }
                            }
                        </span>
                    }
                }
            </th>
            <td role="cell" data-label={label("documents-kind")}>{ kind_name(&document.kind) }</td>
            <td role="cell" data-label={label("folder")} class={classes!(props.entry.folder.is_empty().then_some("docs__none"))}>
                <bdi>{ props.entry.folder.clone() }</bdi>
            </td>
            <td role="cell" data-label={label("documents-column-words")} class="docs__number">
                { format_number(f64::from(props.entry.words)) }
            </td>
            <td role="cell" data-label={label("quotations")} class="docs__number">
                { format_number(props.entry.quotations as f64) }
            </td>
            <td role="cell" data-label={label("documents-column-added")} title={format_date_time(document.created.at.0 as f64)}>
                if props.entry.by.is_empty() {
                    { added }
                } else {
                    { tr!("documents-added-by", date = added, coder = &props.entry.by) }
                }
            </td>
            <td role="cell" class="docs__more">
                <IconButton
                    label={tr!("more-actions-for", name = &name)}
                    icon={IconName::More}
                    small=true
                    popup="menu"
                    {onclick}
                />
            </td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct TitleFieldProps {
    value: AttrValue,
    on_done: Callback<Option<String>>,
}

/// The title where it stands, to be written anew: Enter or leaving it takes it, Escape leaves it as it was.
#[component]
fn TitleField(props: &TitleFieldProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<Element>() {
                dom::focus(&field);
            }
        });
    }
    let nothing = props.on_done.clone();
    // The field has said what it has to say before these hear of the key, or of the focus going.
    let onkeydown = {
        let nothing = nothing.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                nothing.emit(None);
            }
        })
    };
    let onfocusout = {
        let nothing = nothing.clone();
        Callback::from(move |_: FocusEvent| nothing.emit(None))
    };
    html! {
        <div class="docs__rename" {onkeydown} {onfocusout}>
            <TextField
                label={tr!("documents-rename-title")}
                hide_label=true
                value={props.value.clone()}
                select_all=true
                field_ref={field}
                on_commit={props.on_done.reform(Some)}
                on_cancel={nothing.reform(|()| None)}
            />
        </div>
    }
}
