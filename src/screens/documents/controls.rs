//! What narrows the list of documents down and orders it, and what is done with those selected.

use emic_core::sorting::to_set;
use std::rc::Rc;

use emic_core::ids::DocumentId;
use emic_core::project::{DocumentKind, Project};
use yew::prelude::*;

use super::ask::Ask;
use super::kind::{kind_name, kind_options};
use super::list::{Column, Query};
use crate::i18n::{message, tr};
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant, Checkbox, Icon, IconName, SearchField, Select, SelectOption};

/// What the filters show and report.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The project.
    pub project: Same<Project>,
    /// How the list is narrowed down and ordered.
    pub query: Query,
    /// Other words to filter by.
    pub on_words: Callback<String>,
    /// Another kind to filter by.
    pub on_kind: Callback<String>,
    /// Another order.
    pub on_sort: Callback<Column>,
}

/// What narrows the list down; where it is cards, also its order.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let known = |key: &str| DocumentKind::ALL.iter().any(|kind| kind.key() == key);
    let mut kinds = vec![SelectOption::new("", tr!("documents-all-kinds"))];
    kinds.extend(kind_options());
    let newer = to_set(props.project.documents.values().map(|document| document.kind.key()).filter(|key| !known(key)));
    kinds.extend(
        newer.into_iter().map(|key| SelectOption::new(key.to_owned(), kind_name(&DocumentKind::from(key.to_owned())))),
    );
    let columns = [Column::Order].into_iter().chain(Column::SHOWN);
    let sorts = columns
        .clone()
        .map(|column| SelectOption::new(column.message(), message(column.message(), None)))
        .collect::<Vec<_>>();
    let on_sort = {
        let on_sort = props.on_sort.clone();
        Callback::from(move |value: String| {
            if let Some(column) = columns.clone().find(|column| column.message() == value) {
                on_sort.emit(column);
            }
        })
    };
    html! {
        <div class="docs__filters">
            <SearchField
                class="docs__search"
                label={tr!("documents-filter")}
                value={props.query.words.clone()}
                on_input={props.on_words.clone()}
            />
            <Select
                class="docs__kinds"
                label={tr!("documents-kind")}
                hide_label=true
                value={props.query.kind.clone()}
                options={kinds}
                on_change={props.on_kind.clone()}
            />
            <Select
                class="docs__sort"
                label={tr!("documents-sort-by")}
                hide_label=true
                value={props.query.column.message()}
                options={sorts}
                on_change={on_sort}
            />
        </div>
    }
}

/// What the heads show and report.
#[derive(Properties, PartialEq)]
pub struct HeadsProps {
    /// How the list is narrowed down and ordered.
    pub query: Query,
    /// Whether all that are shown are selected; none if only some are.
    pub checked: Option<bool>,
    /// All that are shown are to be selected, or none.
    pub on_check: Callback<bool>,
    /// Another order.
    pub on_sort: Callback<Column>,
}

/// The heads of the columns; pressing one orders by it, pressing it again turns the order round.
#[component]
pub fn Heads(props: &HeadsProps) -> Html {
    let head = |column: Column| {
        let here = props.query.column == column;
        let sort = match (here, props.query.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let icon = if props.query.descending { IconName::ArrowDown } else { IconName::ArrowUp };
        html! {
            <th
                key={column.message()}
                role="columnheader"
                scope="col"
                aria-sort={sort}
                class={classes!(column.is_number().then_some("docs__number"))}
            >
                <button type="button" class="docs__head" onclick={props.on_sort.reform(move |_: MouseEvent| column)}>
                    { message(column.message(), None) }
                    if here {
                        <Icon name={icon} />
                    }
                </button>
            </th>
        }
    };
    html! {
        <thead role="rowgroup">
            <tr role="row">
                <td role="cell" class="docs__check">
                    <Checkbox
                        label={tr!("documents-select-shown")}
                        hide_label=true
                        checked={props.checked == Some(true)}
                        mixed={props.checked.is_none()}
                        on_change={props.on_check.clone()}
                    />
                </td>
                { for Column::SHOWN.into_iter().map(head) }
                <td role="cell"><span class="visually-hidden">{ tr!("documents-column-actions") }</span></td>
            </tr>
        </thead>
    }
}

/// Which are selected, and what is asked about them.
#[derive(Properties, PartialEq)]
pub struct BulkProps {
    /// Those selected.
    pub selected: Rc<[DocumentId]>,
    /// Whether anything can be done with them.
    pub writable: bool,
    /// Something is to be done with them.
    pub on_ask: Callback<Ask>,
    /// None is to be selected.
    pub on_clear: Callback<()>,
}

/// What is done with those selected.
#[component]
pub fn Bulk(props: &BulkProps) -> Html {
    let asks = |what: fn(Rc<[DocumentId]>) -> Ask| {
        let selected = props.selected.clone();
        props.on_ask.reform(move |_: MouseEvent| what(selected.clone()))
    };
    html! {
        <div class="docs__bulk" role="group" aria-label={tr!("documents-with-selected")}>
            if !props.selected.is_empty() {
                <span class="small" role="status">{ tr!("n-selected", n = props.selected.len()) }</span>
                <Button small=true label={tr!("documents-move-to")} icon={IconName::Folder} disabled={!props.writable} onclick={asks(Ask::Move)} />
                <Button small=true label={tr!("documents-set-kind")} icon={IconName::List} disabled={!props.writable} onclick={asks(Ask::Kind)} />
                <Button
                    small=true
                    label={tr!("documents-delete")}
                    icon={IconName::Trash}
                    variant={ButtonVariant::Danger}
                    disabled={!props.writable}
                    onclick={asks(Ask::Delete)}
                />
                <Button
                    small=true
                    label={tr!("select-none")}
                    variant={ButtonVariant::Quiet}
                    onclick={props.on_clear.reform(|_: MouseEvent| ())}
                />
            }
        </div>
    }
}
