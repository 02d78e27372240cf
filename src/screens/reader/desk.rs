//! The text to be coded, with all that happens in it: selecting, keys, marks and stripes that are chosen, the bar and
//! the picker beside a passage, the grips of a quotation.

use std::rc::Rc;

use emic_core::ids::{CodeId, QuotationId};
use emic_core::project::Document;
use emic_core::text::{Pos, Span, Text};
use emic_view::cursor::TextCursor;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::act::Desk;
use super::bar::{Bar, BarChoice, FloatingPicker};
use super::caret::Caret;
use super::handles::{Handles, runs_rtl};
use super::highlight::Layer;
use super::keys::{self, Command};
use super::page::{OnPage, Page, SizeWatch, scroll_to};
use super::selecting;
use super::stripes::StripeEvent;
use crate::i18n::tr;
use crate::store::pane::{PaneId, PickerFor};
use crate::store::{Access, Same, Target, use_after_paint, use_pane, use_selector, use_store};
use crate::widgets::{ContextMenu, MenuItem, announce, dom};

/// The event by which the code tree hands over a code that was dragged into the text; its detail is the code's id.
const CODE_DROP: &str = "emic-code-drop";

#[derive(Properties)]
pub struct TextDeskProps {
    /// The pane.
    pub pane: PaneId,
    /// The document.
    pub document: Same<Document>,
    /// Its text.
    pub text: Text,
}

impl PartialEq for TextDeskProps {
    fn eq(&self, other: &Self) -> bool {
        self.pane == other.pane && self.document == other.document
    }
}

/// The text to be coded.
#[component]
pub fn TextDesk(props: &TextDeskProps) -> Html {
    let store = use_store();
    let pane = props.pane;
    let desk = Desk { store: store.clone(), pane, document: props.document.id };
    let root = use_node_ref();
    let on_page = use_state_eq(|| None::<OnPage>);
    let listed = use_state(|| None::<(Vec<QuotationId>, (i32, i32))>);
    let state = use_pane(pane, |pane| pane.clone());
    let document = props.document.id;
    let quotations = use_selector(move |snapshot| {
        let list = snapshot.project.quotations_in(document);
        SameList(list)
    })
    .unwrap_or_default();
    let can_write = use_selector(|snapshot| snapshot.access == Access::Write).unwrap_or_default();
    let chosen = state.quotation.and_then(|id| quotations.0.get(id)).cloned();

    // The grips come a moment after the words, so that a code is on the page as soon as it can be.
    let gripped = use_after_paint(chosen.clone().map(Same));
    use_native_selection(&desk, &root, &on_page, &props.text, can_write);
    use_code_drop(&desk, &root, &on_page, &props.text);
    // What the browser shows as selected needs no second tint; once the picker has the focus it shows nothing.
    let pending = state.selection.filter(|_| state.picker.is_some() || selecting::native().is_none());
    use_layers(&on_page, pending, chosen.as_ref().map(|quotation| quotation.span()), quotations.clone());
    let layout = use_layout(&root, &on_page);

    let on_ready = {
        let on_page = on_page.clone();
        use_callback((), move |ready: OnPage, ()| on_page.set(Some(ready)))
    };
    // Read when it is needed: a callback that changed with every edit would render every section anew.
    let latest = use_mut_ref(|| (None, SameList::default()));
    *latest.borrow_mut() = ((*on_page).clone(), quotations.clone());
    let on_stripe = {
        let (desk, listed, root) = (desk.clone(), listed.setter(), root.clone());
        use_callback((), move |event, ()| match event {
            StripeEvent::Chosen(id) => {
                desk.store.change_pane(desk.pane, |pane| pane.quotation = Some(id));
                // The keys of the text go on to act on it.
                focus_text(&root);
            }
            StripeEvent::List(ids, at) => listed.set(Some((ids, at))),
            StripeEvent::Hovered(id) => {
                let latest = latest.borrow();
                let span = id.and_then(|id| latest.1.0.get(id)).map(|quotation| quotation.span());
                show_layer(Layer::Hovered, latest.0.as_ref(), span);
            }
        })
    };
    let onkeydown = {
        let (desk, text, on_page) = (desk.clone(), props.text.clone(), on_page.clone());
        let quotations = quotations.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || !is_text(&event) {
                return;
            }
            let pane = desk.store.pane(desk.pane);
            let cursor = pane.cursor.unwrap_or_else(|| begin(&pane.selection, (*on_page).as_ref()));
            let rtl = (*on_page)
                .as_ref()
                .and_then(|on_page| on_page.with(|sheet| sheet.words(sheet.text.paragraph_at(cursor.head))))
                .is_some_and(|words| runs_rtl(&words));
            let Some(command) = keys::command(&event, &text, cursor, rtl) else { return };
            event.prevent_default();
            obey(&desk, &text, (*on_page).as_ref(), &quotations.0, cursor, command, can_write);
        })
    };
    let onclick = {
        let (desk, text, on_page) = (desk.clone(), props.text.clone(), on_page.clone());
        Callback::from(move |event: MouseEvent| clicked(&desk, &text, (*on_page).as_ref(), &event, can_write))
    };

    let bar = state.selection.filter(|_| can_write && state.picker.is_none());
    let on_choice = {
        let (desk, text) = (desk.clone(), props.text.clone());
        Callback::from(move |choice| {
            let Some(span) = desk.store.pane(desk.pane).selection else { return };
            chosen_in_bar(&desk, &text, span, choice);
        })
    };
    let picked_for = state.picker.and_then(|what| match what {
        PickerFor::Passage(span) => Some((what, span)),
        PickerFor::Quotation(id) => quotations.0.get(id).map(|quotation| (what, quotation.span())),
    });
    let close_picker = {
        let (store, root) = (store.clone(), root.clone());
        Callback::from(move |()| {
            store.change_pane(pane, |pane| pane.picker = None);
            focus_text(&root);
        })
    };
    let on_pick = {
        let (desk, text, root) = (desk.clone(), props.text.clone(), root.clone());
        Callback::from(move |pick| {
            let target = match desk.store.pane(desk.pane).picker {
                Some(PickerFor::Passage(span)) => Target::Passage(desk.document, span),
                Some(PickerFor::Quotation(id)) => Target::Quotation(desk.document, id),
                None => return,
            };
            desk.pick(target, &text, &pick);
            desk.store.change_pane(desk.pane, |pane| pane.picker = None);
            focus_text(&root);
        })
    };
    let floating = (*on_page).clone().map(|on_page| {
        html! {
            <div class="reader__floating">
                if let Some(span) = bar {
                    <Bar key="bar" on_page={on_page.clone()} {span} {on_choice} />
                }
                if let Some((what, span)) = picked_for {
                    <FloatingPicker key="picker" {pane} on_page={on_page.clone()} {what} {span} {on_pick} on_close={close_picker} />
                }
            </div>
        }
    });
    let over_text = (*on_page).clone().map(|on_page| {
        html! {
            <div class="reader__over">
                if let Some(cursor) = state.cursor {
                    <Caret key="caret" on_page={on_page.clone()} {cursor} {layout} />
                }
                if let (Some(quotation), true) = (gripped, can_write) {
                    <Handles key={quotation.id.to_string()} {on_page} quotation={quotation.clone()} {layout} />
                }
            </div>
        }
    });
    html! {
        <div class="reader__desk">
            <article
                class="reader__text"
                tabindex="0"
                aria-label={tr!("reader-text-label", title = props.document.title.as_str())}
                {onkeydown}
                {onclick}
            >
                <Page
                    key="page"
                    {pane}
                    document={Rc::clone(&props.document.0)}
                    text={props.text.clone()}
                    {root}
                    on_page={on_ready}
                    {on_stripe}
                    goal={state.goal}
                />
                <div key="over">{ for over_text }</div>
            </article>
            <div key="floating">{ for floating }</div>
            <StripeList key="list" {desk} listed={(*listed).clone()} on_close={Callback::from(move |()| listed.set(None))} />
        </div>
    }
}

/// A list of quotations, equal to another only if it is the same one.
#[derive(Clone, Default)]
struct SameList(emic_core::project::QuotationList);

impl PartialEq for SameList {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}

#[derive(Properties, PartialEq)]
struct StripeListProps {
    desk: Desk,
    listed: Option<(Vec<QuotationId>, (i32, i32))>,
    on_close: Callback<()>,
}

/// The quotations that "+n" stands for.
#[component]
fn StripeList(props: &StripeListProps) -> Html {
    let desk = props.desk.clone();
    let ids = props.listed.as_ref().map(|(ids, _)| ids.clone()).unwrap_or_default();
    let names = use_selector(move |snapshot| {
        let name = |id: &QuotationId| {
            let quotation = snapshot.project.quotation(desk.document, *id)?;
            let codes = quotation.codings.iter().filter_map(|coding| snapshot.project.codes.get(&coding.code));
            let codes = codes.map(|code| code.name.as_str()).collect::<Vec<_>>().join(" · ");
            let codes = if codes.is_empty() { tr!("reader-no-code").to_string() } else { codes };
            let words: String = quotation.quote.exact.chars().take(40).collect();
            Some((*id, format!("{codes}: {words}")))
        };
        ids.iter().filter_map(name).collect::<Vec<_>>()
    });
    let items: Rc<[MenuItem]> = names
        .unwrap_or_default()
        .into_iter()
        .map(|(id, name)| {
            let desk = props.desk.clone();
            let choose = Callback::from(move |()| {
                desk.store.change_pane(desk.pane, |pane| {
                    pane.quotation = Some(id);
                    pane.goal = Some(id);
                });
            });
            MenuItem::new(name, choose)
        })
        .collect();
    html! {
        <ContextMenu label={tr!("quotations")} {items} at={props.listed.as_ref().map(|(_, at)| *at)} on_close={props.on_close.clone()} />
    }
}

/// Follows the browser's own selection.
#[hook]
fn use_native_selection(
    desk: &Desk,
    root: &NodeRef,
    on_page: &UseStateHandle<Option<OnPage>>,
    text: &Text,
    can_write: bool,
) {
    let (desk, root, on_page, text) = (desk.clone(), root.clone(), on_page.clone(), text.clone());
    use_effect_with((can_write, (*on_page).clone()), move |(can_write, on_page)| {
        let watch = on_page.clone().filter(|_| *can_write).map(|on_page| {
            selecting::Watch::new(move || {
                let pane = desk.store.pane(desk.pane);
                if pane.picker.is_some() {
                    return;
                }
                let selected = selecting::native().and_then(|range| {
                    on_page.with(|sheet| {
                        let start = sheet.pos_of(&range.start_container().ok()?, range.start_offset().ok()?);
                        let end = sheet.pos_of(&range.end_container().ok()?, range.end_offset().ok()?);
                        selecting::meant(&text, Span::between(start?, end?))
                    })
                });
                // A selection that was made by keyboard is the app's own and is not the browser's to take away.
                let own = pane.cursor.and_then(|cursor| cursor.passage(&text));
                if selected.is_some() || own.is_none() {
                    let elsewhere = !focus_is_in(&root);
                    if selected.is_none() && elsewhere {
                        return;
                    }
                    desk.store.change_pane(desk.pane, |pane| {
                        pane.selection = selected;
                        if let Some(span) = selected {
                            pane.cursor = Some(TextCursor::over(span));
                        }
                    });
                }
            })
        });
        move || drop(watch)
    });
}

/// Takes codes that are dragged out of the tree.
#[hook]
fn use_code_drop(desk: &Desk, root: &NodeRef, on_page: &UseStateHandle<Option<OnPage>>, text: &Text) {
    let (desk, root, text) = (desk.clone(), root.clone(), text.clone());
    use_effect_with((**on_page).clone(), move |on_page| {
        let listener = on_page.clone().zip(root.cast::<Element>()).map(|(on_page, element)| {
            EventListener::new(&element, CODE_DROP, move |event| {
                let detail = event.dyn_ref::<web_sys::CustomEvent>().and_then(|event| event.detail().as_string());
                let Some(code) = detail.and_then(|id| id.parse::<CodeId>().ok()) else { return };
                let mark = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let at = mark.and_then(|mark| quotation_at(&on_page, &mark, None));
                desk.drop_code(code, at.map(|id| Target::Quotation(desk.document, id)), &text);
            })
        });
        move || drop(listener)
    });
}

/// Lets stand out what is selected and what is looked at.
#[hook]
fn use_layers(
    on_page: &UseStateHandle<Option<OnPage>>,
    selection: Option<Span>,
    chosen: Option<Span>,
    quotations: SameList,
) {
    let page = (**on_page).clone();
    // A paragraph that is rendered anew has new nodes, which the ranges must be made of.
    use_effect_with((page.clone(), selection, quotations.clone()), move |(page, selection, _)| {
        show_layer(Layer::Pending, page.as_ref(), *selection);
        || Layer::Pending.show(None)
    });
    use_effect_with((page, chosen, quotations), move |(page, chosen, _)| {
        show_layer(Layer::Chosen, page.as_ref(), *chosen);
        || Layer::Chosen.show(None)
    });
}

/// A number that changes whenever the text is laid out anew: sections above take their real height, the window becomes
/// narrower, letters larger.
#[hook]
fn use_layout(root: &NodeRef, on_page: &UseStateHandle<Option<OnPage>>) -> u32 {
    let layout = use_state_eq(|| 0u32);
    let count = layout.setter();
    let root = root.clone();
    use_effect_with((**on_page).is_some(), move |_| {
        let watch = root.cast::<Element>().and_then(|root| {
            let times = std::cell::Cell::new(0);
            SizeWatch::new(&root, move || {
                times.set(times.get() + 1);
                count.set(times.get());
            })
        });
        move || drop(watch)
    });
    *layout
}

fn show_layer(layer: Layer, on_page: Option<&OnPage>, span: Option<Span>) {
    let range = on_page.zip(span).and_then(|(on_page, span)| on_page.with(|sheet| sheet.range(span)));
    layer.show(range.as_ref());
}

/// Where the cursor begins: at what is selected, or at the first paragraph in view.
fn begin(selection: &Option<Span>, on_page: Option<&OnPage>) -> TextCursor {
    if let Some(span) = selection {
        return TextCursor::over(*span);
    }
    let seen = on_page.and_then(|on_page| {
        let root = on_page.root.cast::<Element>()?;
        let top = super::page::scroller(&root)?.get_bounding_client_rect().top();
        let rect = root.get_bounding_client_rect();
        let (x, y) = (rect.left() + rect.width() / 3.0, rect.top().max(top) + 24.0);
        on_page.with(|sheet| sheet.pos_at(x, y))
    });
    TextCursor::at(seen.unwrap_or_default())
}

/// Does what a key asked for.
fn obey(
    desk: &Desk,
    text: &Text,
    on_page: Option<&OnPage>,
    quotations: &emic_core::project::QuotationList,
    cursor: TextCursor,
    command: Command,
    can_write: bool,
) {
    let selected = cursor.passage(text).or_else(|| cursor.with_paragraph(text).passage(text));
    let coding = match command {
        Command::Move(cursor) => {
            selecting::clear_native();
            // Away from the quotation that is looked at, the keys mean what the cursor is in, as after a click.
            let quotation = desk.store.pane(desk.pane).quotation;
            let quotation = quotation.filter(|id| quotations.get(*id).is_some_and(|q| touches(q.span(), cursor.head)));
            desk.store.change_pane(desk.pane, |pane| {
                pane.cursor = Some(cursor);
                pane.selection = cursor.passage(text);
                pane.quotation = quotation;
            });
            return;
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
        Command::Quotation(way) => {
            let looked_at = desk.store.pane(desk.pane).quotation;
            match keys::neighbour(quotations, looked_at, Some(cursor.head), way) {
                Some(id) => look_at(desk, text, on_page, quotations, id),
                None => announce(&tr!("reader-said-no-more-quotations")),
            }
            return;
        }
        Command::Details => {
            let panel = gloo::utils::document().query_selector("[data-quotation-panel]").ok().flatten();
            if let Some(panel) = panel {
                dom::focus(&panel);
            }
            return;
        }
        Command::Delete => {
            if let Some(id) = desk.store.pane(desk.pane).quotation.filter(|_| can_write) {
                delete(desk, id);
            }
            return;
        }
        Command::Pick => None,
        Command::InVivo => Some(BarChoice::InVivo),
        Command::Again => Some(BarChoice::Again),
        Command::Mark => Some(BarChoice::Mark),
    };
    if !can_write {
        announce(&tr!("error-read-only"));
        return;
    }
    // A quotation that is looked at gets the code, unless something else is selected.
    let looked_at = desk.store.pane(desk.pane).quotation.filter(|_| cursor.passage(text).is_none());
    match (coding, looked_at, selected) {
        (None, Some(id), _) => {
            desk.store.change_pane(desk.pane, |pane| pane.picker = Some(PickerFor::Quotation(id)));
        }
        (Some(BarChoice::InVivo), Some(id), _) => {
            desk.pick(Target::Quotation(desk.document, id), text, &crate::screens::picker::Pick::InVivo);
        }
        (Some(BarChoice::Again), Some(id), _) => desk.apply_last(Target::Quotation(desk.document, id), text),
        (choice, _, Some(span)) => chosen_in_bar(desk, text, span, choice.unwrap_or(BarChoice::Pick)),
        (_, _, None) => announce(&tr!("reader-said-nothing-selected")),
    }
}

/// Whether the cursor is inside of a span or at one of its ends.
fn touches(span: Span, at: Pos) -> bool {
    span.start <= at && at <= span.end
}

fn look_at(
    desk: &Desk,
    text: &Text,
    on_page: Option<&OnPage>,
    quotations: &emic_core::project::QuotationList,
    id: QuotationId,
) {
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

fn delete(desk: &Desk, id: QuotationId) {
    let edits = vec![emic_core::edit::Edit::DeleteQuotation { id, document: desk.document }];
    if crate::screens::act::act_with_undo(&desk.store, edits, tr!("reader-said-deleted")) {
        desk.store.change_pane(desk.pane, |pane| pane.quotation = None);
    }
}

fn chosen_in_bar(desk: &Desk, text: &Text, span: Span, choice: BarChoice) {
    let target = Target::Passage(desk.document, span);
    match choice {
        BarChoice::Pick => desk.store.change_pane(desk.pane, |pane| {
            pane.selection = Some(span);
            pane.picker = Some(PickerFor::Passage(span));
        }),
        BarChoice::InVivo => desk.pick(target, text, &crate::screens::picker::Pick::InVivo),
        BarChoice::Again => desk.apply_last(target, text),
        BarChoice::Mark => desk.mark(span, text),
    }
}

/// A click in the text: on a paragraph's number it codes the paragraph, on a mark it looks at its quotation, and
/// elsewhere it sets the cursor.
fn clicked(desk: &Desk, text: &Text, on_page: Option<&OnPage>, event: &MouseEvent, can_write: bool) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if let Some(number) = target.get_attribute("data-number").and_then(|number| number.parse::<usize>().ok()) {
        let span = text.paragraphs().get(number).copied().and_then(|span| selecting::meant(text, span));
        if let Some(span) = span.filter(|_| can_write) {
            chosen_in_bar(desk, text, span, BarChoice::Pick);
        }
        return;
    }
    // The end of a drag over the text is a click, too.
    let Some(on_page) = on_page.filter(|_| selecting::native().is_none()) else { return };
    if target.closest("[data-s]").ok().flatten().is_none() || target.closest(".stripes").ok().flatten().is_some() {
        return;
    }
    let found = quotation_at(on_page, &target, desk.store.pane(desk.pane).quotation);
    let at = on_page.with(|sheet| sheet.pos_at(f64::from(event.client_x()), f64::from(event.client_y())));
    desk.store.change_pane(desk.pane, |pane| {
        pane.selection = None;
        pane.quotation = found;
        pane.cursor = at.map(TextCursor::at);
    });
}

/// The innermost quotation of the mark that an element is in; if that one is looked at already, the one around it.
fn quotation_at(on_page: &OnPage, element: &Element, looked_at: Option<QuotationId>) -> Option<QuotationId> {
    let mark = element.closest("mark[data-at]").ok().flatten()?;
    let at = mark.get_attribute("data-at")?.parse().ok()?;
    let sheets = on_page.sheets.try_borrow().ok()?;
    let here: Vec<_> = sheets.view().quotations_at(emic_core::text::Pos(at)).iter().map(|found| found.id).collect();
    match looked_at.and_then(|id| here.iter().position(|other| *other == id)) {
        Some(0) | None => here.last().copied(),
        Some(n) => here.get(n - 1).copied(),
    }
}

/// Whether a key press is the text's own and not one in a field or button inside of it.
fn is_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.class_list().contains("reader__text"))
}

fn focus_is_in(root: &NodeRef) -> bool {
    let focused = dom::focused();
    let article = root.cast::<Element>().and_then(|root| root.closest(".reader__text").ok().flatten());
    match (focused, article) {
        (None, _) => true,
        (Some(focused), Some(article)) => article.contains(Some(&focused)),
        (Some(_), None) => false,
    }
}

/// Gives the focus to the text; it stays where it is, whatever part of it is in view.
fn focus_text(root: &NodeRef) {
    let article = root.cast::<Element>().and_then(|root| root.closest(".reader__text").ok().flatten());
    if let Some(article) = article.and_then(|article| article.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that is gone by now need not have it.
        let _ = article.focus_with_options(&options);
    }
}
