//! The sheet of cases: keys, the mouse and the clipboard, as in any spreadsheet. Only the rows near the view are made.

use std::cell::Cell;
use std::rc::Rc;

use emic_core::ids::{CaseId, ProjectId};
use emic_view::sheet::{Selection, Sheet, View};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use super::Ask;
use super::desk::{At, Desk, OpenMenu, PART, is_editor, place_of, show, value_of};
use super::head::{Head, column_menu};
use super::row::{Draft, SheetRow};
use crate::i18n::tr;
use crate::store::{Same, use_store, use_writable};
use crate::widgets::{ContextMenu, dom};

#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    pub project: ProjectId,
    pub sheet: Same<Sheet>,
    pub view: Rc<View>,
    /// The case whose details are shown.
    pub open: Option<CaseId>,
    pub on_view: Callback<View>,
    pub on_ask: Callback<Ask>,
}

/// The sheet.
#[component]
pub(super) fn SheetGrid(props: &SheetProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let node = use_node_ref();
    let selection = use_state_eq(Selection::default);
    let in_head = use_state_eq(|| false);
    let draft = use_state_eq(|| None::<Rc<Draft>>);
    let menu = use_state_eq(|| None::<OpenMenu>.flatten());
    // The first row in view, in whole parts, and how many are in view.
    let window = use_state_eq(|| (0usize, 24usize));
    // Whether a field is open: said at once, where the state is said at the next rendering.
    let writing = use_memo((), |()| Cell::new(false));
    // Whether the focus is to go to the cell that one is in.
    let wanted = use_memo((), |()| Cell::new(false));
    let sheet = &props.sheet;
    let (rows, cols) = (sheet.rows.len(), sheet.cols.len());
    let here = selection.within(rows, cols);

    {
        let (node, count) = (node.clone(), cols);
        use_effect_with((rows, count), move |(rows, count)| {
            if let Some(grid) = node.cast::<Element>() {
                dom::set_css_var(&grid, "--rows", &rows.to_string());
                dom::set_css_var(&grid, "--further", &count.saturating_sub(1).max(1).to_string());
            }
        });
    }
    {
        // After every rendering in which one has moved: the cell may have been made only now.
        let (node, wanted, writes) = (node.clone(), wanted.clone(), draft.is_some());
        use_effect(move || {
            if wanted.get() && !writes {
                let cell = node.cast::<Element>().and_then(|grid| grid.query_selector("[data-here]").ok().flatten());
                if let Some(cell) = cell {
                    wanted.set(false);
                    show(&node, &cell);
                }
            }
        });
    }
    let desk = Desk {
        node: node.clone(),
        store,
        project: props.project,
        sheet: sheet.clone(),
        writable,
        here,
        in_head: *in_head,
        selection: selection.setter(),
        set_head: in_head.setter(),
        draft: (*draft).clone(),
        set_draft: draft.setter(),
        menu: menu.setter(),
        window: window.setter(),
        writing: writing.clone(),
        wanted: wanted.clone(),
        on_ask: props.on_ask.clone(),
    };
    let handle = |what: fn(&Desk, &Event)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| what(&desk, &event))
    };
    let onscroll = handle(|desk, _| desk.scrolled());
    let onkeydown = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| desk.key(&event))
    };
    let onmousedown = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| desk.pressed(&event))
    };
    let onmouseover = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if event.buttons() & 1 == 1 && !desk.writing.get() {
                desk.swept(&event);
            }
        })
    };
    let ondblclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(At::Cell(..)) = place_of(&event) {
                desk.begin(None);
            }
        })
    };
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(At::Head(col)) = place_of(&event) {
                desk.go_to_head(col);
                desk.open_menu(col);
            }
        })
    };
    let onfocusout = {
        let desk = desk.clone();
        Callback::from(move |event: FocusEvent| {
            if desk.writing.get() && event.target().is_some_and(|target| is_editor(&target)) {
                desk.commit(value_of(event.target()), None, false);
            }
        })
    };
    let clip = |what: fn(&Desk, &ClipboardEvent)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|_| !desk.writing.get() && !desk.in_head) {
                what(&desk, event);
            }
        })
    };
    let (oncopy, oncut, onpaste) = (clip(Desk::copy), clip(Desk::cut), clip(Desk::paste));
    let (first, seen) = *window;
    let shown_rows = first.saturating_sub(PART)..(first + seen + 2 * PART).min(rows);
    let extra = (!shown_rows.contains(&here.at.0) && here.at.0 < rows).then_some(here.at.0);
    let made = shown_rows.chain(extra).filter(|row| *row < rows);
    let (selected_rows, selected_cols) = (here.rows(), here.cols());
    let close_menu = {
        let menu = menu.setter();
        Callback::from(move |()| menu.set(None))
    };
    html! {
        <div class="casegrid-holder">
            <div
                ref={node}
                class="casegrid"
                role="grid"
                aria-label={tr!("cases")}
                aria-rowcount={(rows + 1).to_string()}
                aria-colcount={cols.to_string()}
                aria-multiselectable="true"
                {onscroll}
                {onkeydown}
                {onmousedown}
                {onmouseover}
                {ondblclick}
                {onclick}
                {onfocusout}
                {oncopy}
                {oncut}
                {onpaste}
            >
                <Head
                    key="head"
                    sheet={sheet.clone()}
                    view={props.view.clone()}
                    at={((*in_head || rows == 0).then_some(here.at.1), *in_head)}
                />
                <div key="rows" class="casegrid__rows" role="rowgroup">
                    { for made.map(|row| {
                        let selected = selected_rows.contains(&row).then(|| (*selected_cols.start(), *selected_cols.end()));
                        let case = &sheet.rows[row];
                        html! {
                            <SheetRow
                                key={case.id.to_string()}
                                project={props.project}
                                sheet={sheet.clone()}
                                {row}
                                at={(here.at.0 == row && !*in_head).then_some(here.at.1)}
                                selected={selected.filter(|_| !*in_head)}
                                draft={(*draft).clone().filter(|_| here.at.0 == row)}
                                open={props.open == Some(case.id)}
                            />
                        }
                    }) }
                </div>
            </div>
            if let Some((col, at)) = *menu {
                <ContextMenu
                    key="menu"
                    label={super::words::col_name(sheet, col)}
                    items={column_menu(sheet, col, &props.view, writable, &props.on_view, &props.on_ask, desk.mover(col))}
                    at={Some(at)}
                    on_close={close_menu}
                />
            }
        </div>
    }
}
