//! What keys, the mouse and the clipboard do in the sheet of cases.

use std::cell::Cell;
use std::rc::Rc;

use emic_core::columns::Column;
use emic_core::edit::{CaseValue, Edit};
use emic_core::ids::ProjectId;
use emic_core::project::Consent;
use emic_view::sheet::{Col, Move, Paste, Selection, Sheet, View, from_tsv, paste, renames, to_tsv};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Ask;
use super::row::Draft;
use super::words::shown;
use crate::i18n::{self, format_number, tr};
use crate::route::{CasesPart, Place, Route};
use crate::screens::act::act;
use crate::store::{Same, Store};
use crate::widgets::{announce, dom, toast};

/// Rows are made in parts of so many, so that a little scrolling makes nothing.
pub(super) const PART: usize = 8;

/// What is open over the sheet: the menu of a column.
pub(super) type OpenMenu = Option<(Col, (i32, i32))>;

/// Where a pointer is.
pub(super) enum At {
    Cell(usize, usize),
    Head(usize),
}

pub(super) fn place_of(event: &Event) -> Option<At> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest(".casegrid__open, [data-editor]").ok().flatten().is_some() {
        return None;
    }
    let cell = target.closest("[data-col]").ok().flatten()?;
    let col = cell.get_attribute("data-col")?.parse().ok()?;
    match cell.closest("[data-row]").ok().flatten() {
        Some(row) => Some(At::Cell(row.get_attribute("data-row")?.parse().ok()?, col)),
        None => Some(At::Head(col)),
    }
}

pub(super) fn is_editor(target: &web_sys::EventTarget) -> bool {
    target.dyn_ref::<Element>().is_some_and(|target| target.has_attribute("data-editor"))
}

pub(super) fn value_of(target: Option<web_sys::EventTarget>) -> String {
    let Some(target) = target else { return String::new() };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default(),
    }
}

/// Focuses a cell and brings it into view, clear of the head and of the names that stay at the side.
pub(super) fn show(grid: &NodeRef, cell: &Element) {
    let Some(grid) = grid.cast::<HtmlElement>() else { return };
    if let Some(cell) = cell.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = cell.focus_with_options(&options);
    }
    let (outer, inner) = (grid.get_bounding_client_rect(), cell.get_bounding_client_rect());
    let head = grid.query_selector(".casegrid__head").ok().flatten();
    let top = outer.top() + head.as_ref().map_or(0.0, |head| head.get_bounding_client_rect().height());
    let bottom = outer.top() + f64::from(grid.client_height());
    let is_head = cell.closest(".casegrid__head").ok().flatten().is_some();
    if !is_head && inner.top() < top {
        grid.set_scroll_top(grid.scroll_top() - (top - inner.top()).ceil() as i32);
    } else if !is_head && inner.bottom() > bottom {
        grid.set_scroll_top(grid.scroll_top() + (inner.bottom() - bottom).ceil() as i32);
    }
    if cell.class_list().contains("casegrid__cell--name") {
        return;
    }
    let name = grid.query_selector(".casegrid__cell--name").ok().flatten();
    let name = name.map_or(0.0, |name| name.get_bounding_client_rect().width());
    let rtl = i18n::current().is_rtl();
    let (mut left, mut right) = (outer.left(), outer.left() + f64::from(grid.client_width()));
    if rtl {
        right -= name
    } else {
        left += name
    }
    if inner.left() < left {
        grid.set_scroll_left(grid.scroll_left() - (left - inner.left()).ceil() as i32);
    } else if inner.right() > right {
        grid.set_scroll_left(grid.scroll_left() + (inner.right() - right).ceil() as i32);
    }
}

/// All that keys and the mouse need.
#[derive(Clone)]
pub(super) struct Desk {
    pub node: NodeRef,
    pub store: Store,
    pub project: ProjectId,
    pub sheet: Same<Sheet>,
    pub writable: bool,
    pub here: Selection,
    pub in_head: bool,
    pub selection: UseStateSetter<Selection>,
    pub set_head: UseStateSetter<bool>,
    pub draft: Option<Rc<Draft>>,
    pub set_draft: UseStateSetter<Option<Rc<Draft>>>,
    pub menu: UseStateSetter<OpenMenu>,
    pub window: UseStateSetter<(usize, usize)>,
    pub writing: Rc<Cell<bool>>,
    pub wanted: Rc<Cell<bool>>,
    pub on_ask: Callback<Ask>,
}

impl Desk {
    fn size(&self) -> (usize, usize) {
        (self.sheet.rows.len(), self.sheet.cols.len())
    }

    /// The height of a row on the page.
    fn row_height(&self) -> f64 {
        let grid = self.node.cast::<Element>();
        let row = grid.and_then(|grid| grid.query_selector(".casegrid__row").ok().flatten());
        row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 1.0).unwrap_or(36.0)
    }

    pub fn scrolled(&self) {
        let Some(grid) = self.node.cast::<Element>() else { return };
        let height = self.row_height();
        let first = (f64::from(grid.scroll_top()) / height) as usize / PART * PART;
        let seen = (f64::from(grid.client_height()) / height).ceil() as usize;
        self.window.set((first, seen));
    }

    /// Goes to a cell and shows it.
    fn go(&self, to: Selection) {
        self.wanted.set(true);
        self.set_head.set(false);
        self.selection.set(to);
        // The same cell again: nothing would be rendered.
        if to == self.here && !self.in_head {
            let cell = self.node.cast::<Element>().and_then(|grid| grid.query_selector("[data-here]").ok().flatten());
            if let Some(cell) = cell.filter(|_| self.draft.is_none()) {
                show(&self.node, &cell);
            }
        }
    }

    pub fn go_to_head(&self, col: usize) {
        self.wanted.set(true);
        self.selection.set(Selection::cell(self.here.at.0, col));
        self.set_head.set(true);
    }

    /// Moves a column's attribute; gives what the menu calls.
    pub fn mover(&self, col: Col) -> Callback<bool> {
        let (store, sheet) = (self.store.clone(), self.sheet.clone());
        Callback::from(move |onwards: bool| {
            let attributes: Vec<_> = sheet
                .cols
                .iter()
                .filter_map(|col| match col {
                    Col::Attribute(id) => Some(*id),
                    _ => None,
                })
                .collect();
            let Some(place) = attributes.iter().position(|id| Col::Attribute(*id) == col) else { return };
            let before = match (onwards, place) {
                (false, 0) => return,
                (false, _) => attributes.get(place - 1).copied(),
                (true, _) if place + 1 >= attributes.len() => return,
                (true, _) => attributes.get(place + 2).copied(),
            };
            let field = emic_core::edit::AttributeField::Before(before);
            act(&store, vec![Edit::SetAttribute { id: attributes[place], field }], &tr!("attribute-moved"));
        })
    }

    pub fn open_menu(&self, col: usize) {
        let Some(kind) = self.sheet.cols.get(col) else { return };
        let head = format!(".casegrid__head [data-col='{col}']");
        let cell = self.node.cast::<Element>().and_then(|grid| grid.query_selector(&head).ok().flatten());
        if let Some(cell) = cell {
            let bounds = cell.get_bounding_client_rect();
            let x = if i18n::current().is_rtl() { bounds.right() } else { bounds.left() };
            self.menu.set(Some((*kind, (x as i32, bounds.bottom() as i32))));
        }
    }

    pub fn key(&self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let key = event.key();
        if self.writing.get() {
            return self.key_in_field(event, &key);
        }
        let command = event.ctrl_key() || event.meta_key();
        let rtl = i18n::current().is_rtl();
        let page = self.node.cast::<Element>().map_or(10, |grid| (grid.client_height() as usize / 36).max(2) - 1);
        let step = match key.as_str() {
            "ArrowUp" if command => Some(Move::PageUp(usize::MAX)),
            "ArrowDown" if command => Some(Move::PageDown(self.size().0)),
            "ArrowUp" => Some(Move::Up),
            "ArrowDown" => Some(Move::Down),
            "ArrowLeft" | "ArrowRight" => Some(match ((key == "ArrowRight") != rtl, command) {
                (true, false) => Move::Next,
                (false, false) => Move::Before,
                (true, true) => Move::End,
                (false, true) => Move::Start,
            }),
            "Home" => Some(if command { Move::First } else { Move::Start }),
            "End" => Some(if command { Move::Last } else { Move::End }),
            "PageUp" => Some(Move::PageUp(page)),
            "PageDown" => Some(Move::PageDown(page)),
            _ => None,
        };
        if let Some(step) = step.filter(|_| !event.alt_key()) {
            event.prevent_default();
            event.stop_propagation();
            return self.step(step, event.shift_key());
        }
        if self.in_head {
            if matches!(key.as_str(), "Enter" | " " | "F2") {
                event.prevent_default();
                self.open_menu(self.here.at.1);
            }
            return;
        }
        match key.as_str() {
            "Enter" if event.alt_key() => self.open_details(),
            "Enter" | "F2" if !command => self.begin(None),
            "Delete" | "Backspace" if !command => self.clear(),
            "Escape" if self.here.count() > 1 => self.go(Selection::cell(self.here.at.0, self.here.at.1)),
            "a" | "A" if command => {
                let (rows, cols) = self.size();
                self.go(Selection { at: self.here.at, from: (0, 0) }.to(
                    rows.saturating_sub(1),
                    cols.saturating_sub(1),
                    true,
                ));
            }
            "d" | "D" if command => self.fill_down(),
            _ => match dom::typed(event) {
                Some(letter) => self.begin(Some(letter)),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn key_in_field(&self, event: &KeyboardEvent, key: &str) {
        let value = value_of(event.target());
        match key {
            "Enter" if event.ctrl_key() || event.meta_key() => self.commit(value, None, true),
            "Enter" => self.commit(value, Some(if event.shift_key() { Move::Up } else { Move::Down }), false),
            "Tab" => self.commit(value, Some(if event.shift_key() { Move::Before } else { Move::Next }), false),
            "Escape" => {
                self.writing.set(false);
                self.set_draft.set(None);
                self.wanted.set(true);
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn step(&self, step: Move, extend: bool) {
        let (rows, cols) = self.size();
        if self.in_head {
            if step == Move::Down {
                return self.go(Selection::cell(0, self.here.at.1));
            }
            let to = self.here.moved(step, rows.max(1), cols, false);
            return self.go_to_head(to.at.1);
        }
        if step == Move::Up && self.here.at.0 == 0 && !extend {
            return self.go_to_head(self.here.at.1);
        }
        self.go(self.here.moved(step, rows, cols, extend));
    }

    pub fn pressed(&self, event: &MouseEvent) {
        if event.button() != 0 {
            return;
        }
        if let Some(At::Cell(row, col)) = place_of(event) {
            if self.writing.get() {
                // What is written is kept first: the field loses the focus.
                if let Some(field) = dom::focused() {
                    self.commit(value_of(Some(field.into())), None, false);
                }
            }
            event.prevent_default();
            self.go(self.here.to(row, col, event.shift_key()));
        }
    }

    pub fn swept(&self, event: &MouseEvent) {
        if let Some(At::Cell(row, col)) = place_of(event)
            && (row, col) != self.here.at
            && !self.in_head
        {
            self.go(self.here.to(row, col, true));
        }
    }

    /// Opens a field in the cell, with what is there or with a letter that was typed.
    pub fn begin(&self, letter: Option<char>) {
        let (row, col) = self.here.at;
        let (Some(case), Some(kind)) = (self.sheet.rows.get(row), self.sheet.cols.get(col)) else { return };
        if !self.writable {
            return toast(tr!("error-read-only"), None);
        }
        if !self.sheet.is_writable(case, *kind) {
            return announce(&tr!("sheet-read-only"));
        }
        let start = letter.map_or_else(|| self.sheet.words(case, *kind), |letter| letter.to_string());
        self.writing.set(true);
        self.set_draft.set(Some(Rc::new(Draft { col, start: start.into(), typed: letter.is_some() })));
    }

    /// Keeps what was written, in all selected cells of its column if `fill`, and goes on.
    pub fn commit(&self, value: String, step: Option<Move>, fill: bool) {
        if !self.writing.replace(false) {
            return;
        }
        self.set_draft.set(None);
        let (rows, cols) = self.size();
        match step {
            Some(step) => {
                self.wanted.set(true);
                self.selection.set(Selection::cell(self.here.at.0, self.here.at.1).moved(step, rows, cols, false));
            }
            None if fill => self.wanted.set(true),
            None => {}
        }
        let (row, col) = self.here.at;
        let (Some(case), Some(kind)) = (self.sheet.rows.get(row), self.sheet.cols.get(col)) else { return };
        let value = value.trim().to_owned();
        let edit = match kind {
            Col::Name if !value.is_empty() && value != case.name => Edit::RenameCase { id: case.id, name: value },
            Col::Attribute(attribute) if fill && self.here.count() > 1 => return self.fill(*attribute, &value),
            Col::Attribute(attribute) if self.sheet.words(case, *kind) != value => {
                Edit::SetCaseValue { id: case.id, attribute: *attribute, value }
            }
            Col::Consent => {
                let consent = Consent::from(value);
                if consent == case.consent {
                    return;
                }
                if consent == Consent::Withdrawn {
                    return self.on_ask.emit(Ask::Withdraw(case.id));
                }
                Edit::SetConsent { id: case.id, consent }
            }
            Col::Referrer => {
                let referrer = value.parse().ok();
                if referrer == case.referrer {
                    return;
                }
                Edit::SetReferrer { id: case.id, referrer }
            }
            _ => return,
        };
        act(&self.store, vec![edit], &tr!("sheet-set"));
    }

    fn selected(&self) -> Vec<(&Rc<emic_core::project::Case>, Col)> {
        let rows = self.here.rows().filter_map(|row| self.sheet.rows.get(row));
        rows.flat_map(|case| self.here.cols().filter_map(move |col| Some((case, *self.sheet.cols.get(col)?)))).collect()
    }

    /// One value in all selected cells of one column.
    fn fill(&self, attribute: emic_core::ids::AttributeId, value: &str) {
        let cells = self
            .selected()
            .into_iter()
            .filter(|(case, col)| *col == Col::Attribute(attribute) && self.sheet.is_writable(case, *col));
        let values = cells.map(|(case, _)| CaseValue { case: case.id, attribute, value: value.to_owned() }).collect();
        self.set(values);
    }

    /// The value of the first selected row in all below it, column by column.
    fn fill_down(&self) {
        if !self.writable {
            return toast(tr!("error-read-only"), None);
        }
        let Some(first) = self.sheet.rows.get(*self.here.rows().start()) else { return };
        let mut values = Vec::new();
        for (case, col) in self.selected() {
            if let Col::Attribute(attribute) = col
                && self.sheet.is_writable(case, col)
            {
                let value = self.sheet.words(first, col);
                if case.values.get(&attribute).map_or("", String::as_str) != value {
                    values.push(CaseValue { case: case.id, attribute, value });
                }
            }
        }
        self.set(values);
    }

    /// Takes away what stands in the selected cells.
    fn clear(&self) {
        if !self.writable {
            return toast(tr!("error-read-only"), None);
        }
        let mut values = Vec::new();
        for (case, col) in self.selected() {
            if let Col::Attribute(attribute) = col
                && case.values.contains_key(&attribute)
                && self.sheet.is_writable(case, col)
            {
                values.push(CaseValue { case: case.id, attribute, value: String::new() });
            }
        }
        self.set(values);
    }

    fn set(&self, values: Vec<CaseValue>) {
        if !values.is_empty() {
            let said = tr!("sheet-set-many", n = values.len());
            act(&self.store, vec![Edit::SetCaseValues { values }], &said);
        }
    }

    pub fn copy(&self, event: &ClipboardEvent) {
        let Some(data) = event.clipboard_data() else { return };
        let rows = self.here.rows().filter_map(|row| self.sheet.rows.get(row));
        let cells: Vec<Vec<String>> = rows
            .map(|case| {
                let cols = self.here.cols().filter_map(|col| self.sheet.cols.get(col));
                cols.map(|col| match self.sheet.content(case, *col) {
                    emic_view::sheet::Content::Count(count) => count.to_string(),
                    content => shown(&content).to_string(),
                })
                .collect()
            })
            .collect();
        if data.set_data("text/plain", &to_tsv(&cells)).is_ok() {
            event.prevent_default();
            announce(&tr!("sheet-copied", n = self.here.count()));
        }
    }

    pub fn cut(&self, event: &ClipboardEvent) {
        self.copy(event);
        self.clear();
    }

    pub fn paste(&self, event: &ClipboardEvent) {
        let Some(words) = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()) else { return };
        event.prevent_default();
        if !self.writable {
            return toast(tr!("error-read-only"), None);
        }
        let cells = from_tsv(&words);
        let plan = paste(&self.sheet, self.here, &cells);
        if plan.needs_room() {
            return self.on_ask.emit(Ask::Paste(Rc::new(plan)));
        }
        put(&self.store, plan);
    }

    fn open_details(&self) {
        if let Some(case) = self.sheet.rows.get(self.here.at.0) {
            Route::Project(self.project, Place::Cases(CasesPart::Sheet(Some(case.id)))).go();
        }
    }
}

/// Does what was pasted, as far as it fits into what is there.
pub(super) fn put(store: &Store, plan: Paste) {
    let Some(now) = store.snapshot() else { return };
    let n = plan.values.len() + plan.names.len();
    let left_out = plan.left_out;
    let renamed = renames(&now.project, &plan.names).into_iter();
    let mut edits: Vec<Edit> = renamed.map(|(id, name)| Edit::RenameCase { id, name }).collect();
    if !plan.values.is_empty() {
        edits.push(Edit::SetCaseValues { values: plan.values });
    }
    if !edits.is_empty() && !act(store, edits, &tr!("sheet-pasted", n = n)) {
        return;
    }
    if left_out > 0 {
        toast(tr!("sheet-left-out", n = format_number(left_out as f64)), None);
    }
}

/// The view narrowed, or no longer narrowed, by the values of a column.
pub(super) fn narrowed(view: &View, column: Column, keys: Option<std::collections::BTreeSet<String>>) -> View {
    let mut view = view.clone();
    match keys {
        Some(keys) => view.only.insert(column, keys),
        None => view.only.remove(&column),
    };
    view
}
