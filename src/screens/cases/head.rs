//! The head of the sheet: the names of the columns, what their values are, and what can be done with each.

use std::rc::Rc;

use emic_core::project::AttributeKind;
use emic_view::sheet::{Col, Sheet, View};
use yew::prelude::*;

use super::Ask;
use super::words::{col_name, kind_words};
use crate::i18n::tr;
use crate::store::Same;
use crate::widgets::{Icon, IconName, MenuItem};

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub sheet: Same<Sheet>,
    pub view: Rc<View>,
    /// The column that takes the focus by Tab, if the head does, and whether one is in it.
    pub at: (Option<usize>, bool),
}

/// The head.
#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let sheet = &props.sheet;
    let cells = sheet.cols.iter().enumerate().map(|(n, col)| {
        let name = col_name(sheet, *col);
        let sorted = props.view.sort.filter(|(by, _)| by == col).map(|(_, down)| down);
        let narrowed = col.known().is_some_and(|column| props.view.only.contains_key(&column));
        let kind = matches!(col, Col::Attribute(_)).then(|| sheet.kind(*col).0);
        html! {
            <div
                key={col.key()}
                class={classes!("casegrid__cell", "casegrid__title", (*col == Col::Name).then_some("casegrid__cell--name"))}
                role="columnheader"
                aria-colindex={(n + 1).to_string()}
                aria-sort={sorted.map(|down| if down { "descending" } else { "ascending" })}
                aria-haspopup="menu"
                tabindex={if props.at.0 == Some(n) { "0" } else { "-1" }}
                data-here={(props.at == (Some(n), true)).then_some("true")}
                data-col={n.to_string()}
                title={kind.as_ref().map(kind_words)}
            >
                <span class="casegrid__words">
                    <bdi>{ name }</bdi>
                    if let Some(kind) = kind.filter(|kind| *kind != AttributeKind::Text) {
                        <small class="casegrid__kind">{ kind_words(&kind) }</small>
                    }
                </span>
                if narrowed {
                    <Icon name={IconName::Filter} />
                }
                if let Some(down) = sorted {
                    <Icon name={if down { IconName::ChevronDown } else { IconName::ChevronUp }} />
                } else {
                    <span class="casegrid__more"><Icon name={IconName::ChevronDown} /></span>
                }
            </div>
        }
    });
    html! {
        <div class="casegrid__head" role="rowgroup">
            <div class="casegrid__headrow" role="row" aria-rowindex="1">{ for cells }</div>
        </div>
    }
}

/// What can be done with a column.
pub(super) fn column_menu(
    sheet: &Same<Sheet>,
    col: Col,
    view: &Rc<View>,
    writable: bool,
    on_view: &Callback<View>,
    on_ask: &Callback<Ask>,
    mover: Callback<bool>,
) -> Rc<[MenuItem]> {
    let sort = |down: bool| {
        let (view, on_view) = (view.clone(), on_view.clone());
        Callback::from(move |()| on_view.emit(View { sort: Some((col, down)), ..(*view).clone() }))
    };
    let unsort = {
        let (view, on_view) = (view.clone(), on_view.clone());
        Callback::from(move |()| on_view.emit(View { sort: None, ..(*view).clone() }))
    };
    let ask = |what: Ask| {
        let on_ask = on_ask.clone();
        Callback::from(move |()| on_ask.emit(what.clone()))
    };
    let sorted = view.sort.filter(|(by, _)| *by == col).map(|(_, down)| down);
    let mut items = vec![
        MenuItem::new(tr!("sheet-sort-up"), sort(false)).checked(sorted == Some(false)),
        MenuItem::new(tr!("sheet-sort-down"), sort(true)).checked(sorted == Some(true)),
        MenuItem::new(tr!("sheet-unsort"), unsort).disabled(view.sort.is_none()),
    ];
    if let Some(column) = col.known() {
        items.push(MenuItem::new(tr!("sheet-filter"), ask(Ask::Filter(column))).icon(IconName::Filter).parted());
    }
    if let Col::Attribute(id) = col {
        let attributes: Vec<Col> = sheet.cols.iter().copied().filter(|col| matches!(col, Col::Attribute(_))).collect();
        let place = attributes.iter().position(|other| *other == col).unwrap_or_default();
        let name = col_name(sheet, col);
        items.extend([
            MenuItem::new(tr!("attribute-edit"), ask(Ask::Attribute(Some(id))))
                .icon(IconName::Pencil)
                .disabled(!writable)
                .parted(),
            MenuItem::new(tr!("attribute-before"), mover.reform(|()| false)).disabled(!writable || place == 0),
            MenuItem::new(tr!("attribute-after"), mover.reform(|()| true))
                .disabled(!writable || place + 1 == attributes.len()),
            MenuItem::new(tr!("attribute-delete", attribute = name.as_str()), ask(Ask::DeleteAttribute(id)))
                .icon(IconName::Trash)
                .disabled(!writable)
                .danger()
                .parted(),
        ]);
    }
    items.into()
}
