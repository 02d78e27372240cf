//! What keys and the bar ask for, done.

use std::cell::RefCell;

use emic_core::edit::Edit;
use emic_core::ids::QuotationId;
use emic_core::project::QuotationList;
use emic_core::text::{Pos, Span, Text};
use emic_view::cursor::{TextCursor, Way};
use emic_view::lines::{by_line, by_paragraph, to_line_end};
use web_sys::Element;

use super::act::Desk;
use super::bar::BarChoice;
use super::keys::{self, Command};
use super::page::{OnPage, scroll_to, scroller};
use super::selecting;
use crate::actions::{Action, Answer};
use crate::i18n::tr;
use crate::screens::act::act_with_undo;
use crate::screens::picker::Pick;
use crate::store::Target;
use crate::store::pane::PickerFor;
use crate::widgets::{announce, dom};

/// Where the cursor begins: at what is selected, or at the first paragraph in view.
pub(super) fn begin(selection: &Option<Span>, on_page: Option<&OnPage>) -> TextCursor {
    if let Some(span) = selection {
        return TextCursor::over(*span);
    }
    let seen = on_page.and_then(|on_page| {
        let root = on_page.root.cast::<Element>()?;
        let top = scroller(&root)?.get_bounding_client_rect().top();
        let rect = root.get_bounding_client_rect();
        let (x, y) = (rect.left() + rect.width() / 3.0, rect.top().max(top) + 24.0);
        on_page.with(|sheet| sheet.pos_at(x, y))
    });
    TextCursor::at(seen.unwrap_or_default())
}

/// The column that moves up and down keep, with the cursor that they left: any other move lets it go.
pub(super) type Column = Option<(TextCursor, f64)>;

/// What a key is pressed in.
pub(super) struct Hand<'a> {
    pub desk: &'a Desk,
    pub text: &'a Text,
    pub on_page: Option<&'a OnPage>,
    pub quotations: &'a QuotationList,
    pub cursor: TextCursor,
    pub column: &'a RefCell<Column>,
    pub can_write: bool,
}

/// Does what a key asked for.
pub(super) fn obey(hand: &Hand<'_>, command: Command) {
    let Hand { desk, text, on_page, quotations, cursor, can_write, .. } = *hand;
    let selected = cursor.passage(text).or_else(|| cursor.with_paragraph(text).passage(text));
    let coding = match command {
        Command::Code(key) => return apply_by_key(hand, key),
        Command::Move(cursor) => return go(hand, cursor),
        Command::Line(way, extend) => return go(hand, by_lines(hand, way, extend)),
        Command::LineEnd(way, extend) => {
            let there = on_page
                .and_then(|on_page| on_page.with(|sheet| to_line_end(text, cursor, way, extend, |at| sheet.caret(at))));
            return go(hand, there.unwrap_or(cursor));
        }
        Command::Clear => {
            selecting::clear_native();
            desk.store.change_pane(desk.pane, |pane| {
                pane.selection = None;
                pane.quotation = None;
                pane.cursor = pane.cursor.map(TextCursor::cleared);
            });
            return;
        }
        Command::Do(action @ (Action::NextQuotation | Action::PreviousQuotation)) => {
            let way = if action == Action::NextQuotation { Way::Forwards } else { Way::Backwards };
            let looked_at = desk.store.pane(desk.pane).quotation;
            match keys::neighbour(quotations, looked_at, Some(cursor.head), way) {
                Some(id) => look_at(desk, text, on_page, quotations, id),
                None => announce(&tr!("reader-said-no-more-quotations")),
            }
            return;
        }
        Command::Do(Action::Details) => {
            // Where there is little room the sheet below the text stands for the panel, which is out of sight. Both are
            // those of the pane that one is in.
            let found = |selector| gloo::utils::document().query_selector(selector).ok().flatten();
            if let Some(panel) = found("[data-quotation-sheet]").or_else(|| found("[data-quotation-panel]")) {
                dom::focus(&panel);
            }
            return;
        }
        Command::Do(Action::DeleteQuotation) => {
            if let Some(id) = desk.store.pane(desk.pane).quotation.filter(|_| can_write) {
                delete(desk, id);
            }
            return;
        }
        Command::Do(Action::Pick) => None,
        Command::Do(Action::InVivo) => Some(BarChoice::InVivo),
        Command::Do(Action::Again) => Some(BarChoice::Again),
        Command::Do(Action::Mark) => Some(BarChoice::Mark),
        Command::Do(_) => return,
    };
    if !can_write {
        announce(&tr!("error-read-only"));
        return;
    }
    // A quotation that is looked at gets the code, unless something else is selected.
    // One that is gone (its making was undone) is not looked at any more.
    let there = |id: &QuotationId| cursor.passage(text).is_none() && quotations.get(*id).is_some();
    let looked_at = desk.store.pane(desk.pane).quotation.filter(there);
    match (coding, looked_at, selected) {
        (None, Some(id), _) => {
            desk.store.change_pane(desk.pane, |pane| pane.picker = Some(PickerFor::Quotation(id)));
        }
        (Some(BarChoice::InVivo), Some(id), _) => {
            desk.pick(Target::Quotation(desk.document, id), text, &Pick::InVivo);
        }
        (Some(BarChoice::Again), Some(id), _) => desk.apply_last(Target::Quotation(desk.document, id), text),
        (choice, _, Some(span)) => chosen_in_bar(desk, text, span, choice.unwrap_or(BarChoice::Pick)),
        (_, _, None) => announce(&tr!("reader-said-nothing-selected")),
    }
}

/// Applies the code of a key to the quotation that is looked at, or to what is selected; a key that no code has does
/// nothing.
fn apply_by_key(hand: &Hand<'_>, key: char) {
    let Hand { desk, text, quotations, cursor, can_write, .. } = *hand;
    let Some(snapshot) = desk.store.snapshot() else { return };
    let Some(code) = snapshot.project.codes.values().find(|code| code.sheet.key == Some(key)) else { return };
    if !can_write {
        announce(&tr!("error-read-only"));
        return;
    }
    let there = |id: &QuotationId| cursor.passage(text).is_none() && quotations.get(*id).is_some();
    let target = match desk.store.pane(desk.pane).quotation.filter(there) {
        Some(id) => Some(Target::Quotation(desk.document, id)),
        None => {
            let span = cursor.passage(text).or_else(|| cursor.with_paragraph(text).passage(text));
            span.map(|span| Target::Passage(desk.document, span))
        }
    };
    match target {
        Some(target) => desk.pick(target, text, &Pick::Code(code.id)),
        None => announce(&tr!("reader-said-nothing-selected")),
    }
}

/// Whether an action of the text can be done now.
pub(super) fn can(hand: &Hand<'_>, action: Action) -> Answer {
    let looked_at = hand.desk.store.pane(hand.desk.pane).quotation.filter(|id| hand.quotations.get(*id).is_some());
    let writes = !matches!(action, Action::NextQuotation | Action::PreviousQuotation | Action::Details);
    let passage = hand.cursor.passage(hand.text).or_else(|| hand.cursor.with_paragraph(hand.text).passage(hand.text));
    match action {
        _ if writes && !hand.can_write => Err(tr!("error-read-only")),
        Action::Details | Action::DeleteQuotation if looked_at.is_none() => Err(tr!("palette-no-quotation")),
        Action::NextQuotation | Action::PreviousQuotation if hand.quotations.as_slice().is_empty() => {
            Err(tr!("reader-said-no-more-quotations"))
        }
        Action::Again if hand.desk.store.snapshot().is_none_or(|snapshot| snapshot.recent.is_empty()) => {
            Err(tr!("reader-no-last-code"))
        }
        Action::Pick | Action::InVivo | Action::Again | Action::Mark if looked_at.is_none() && passage.is_none() => {
            Err(tr!("reader-said-nothing-selected"))
        }
        _ => Ok(()),
    }
}

/// Puts the cursor elsewhere.
fn go(hand: &Hand<'_>, cursor: TextCursor) {
    selecting::clear_native();
    // Away from the quotation that is looked at, the keys mean what the cursor is in, as after a click.
    let quotation = hand.desk.store.pane(hand.desk.pane).quotation;
    let touched = |id: &QuotationId| hand.quotations.get(*id).is_some_and(|q| touches(q.span(), cursor.head));
    let quotation = quotation.filter(touched);
    hand.desk.store.change_pane(hand.desk.pane, |pane| {
        pane.cursor = Some(cursor);
        pane.keyed = true;
        pane.selection = cursor.passage(hand.text);
        pane.quotation = quotation;
    });
}

/// The cursor a line up or down; where the page is not there to be asked, a paragraph.
fn by_lines(hand: &Hand<'_>, way: Way, extend: bool) -> TextCursor {
    let kept = hand.column.borrow().filter(|(cursor, _)| *cursor == hand.cursor).map(|(_, column)| column);
    let moved = hand.on_page.and_then(|on_page| {
        on_page.with(|sheet| by_line(hand.text, hand.cursor, way, extend, kept, |at| sheet.caret(at)))
    });
    hand.column.replace(moved);
    moved.map_or_else(|| by_paragraph(hand.text, hand.cursor, way, extend), |(cursor, _)| cursor)
}

/// Whether the cursor is inside of a span or at one of its ends.
fn touches(span: Span, at: Pos) -> bool {
    span.start <= at && at <= span.end
}

fn look_at(desk: &Desk, text: &Text, on_page: Option<&OnPage>, quotations: &QuotationList, id: QuotationId) {
    let Some(quotation) = quotations.get(id) else { return };
    let span = quotation.span();
    desk.store.change_pane(desk.pane, |pane| {
        pane.quotation = Some(id);
        pane.goal = Some(id);
        pane.selection = None;
        pane.cursor = Some(TextCursor::at(span.start));
    });
    if let Some(on_page) = on_page {
        scroll_to(on_page, span);
        let label = on_page.sheets.borrow().label(quotation);
        announce(&tr!("reader-said-quotation", codes = label.as_str(), words = text.slice(span)));
    }
}

pub(super) fn delete(desk: &Desk, id: QuotationId) {
    let edits = vec![Edit::DeleteQuotation { id, document: desk.document }];
    if act_with_undo(&desk.store, edits, tr!("reader-said-deleted")) {
        desk.store.change_pane(desk.pane, |pane| pane.quotation = None);
    }
}

pub(super) fn chosen_in_bar(desk: &Desk, text: &Text, span: Span, choice: BarChoice) {
    let target = Target::Passage(desk.document, span);
    match choice {
        BarChoice::Pick => desk.store.change_pane(desk.pane, |pane| {
            pane.selection = Some(span);
            pane.picker = Some(PickerFor::Passage(span));
        }),
        BarChoice::InVivo => desk.pick(target, text, &Pick::InVivo),
        BarChoice::Again => desk.apply_last(target, text),
        BarChoice::Mark => desk.mark(span, text),
        // Asked in a dialog of its own.
        BarChoice::Case => {}
    }
}
