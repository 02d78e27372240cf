//! The text to be coded, with all that happens in it: selecting, keys, marks and stripes that are chosen, the bar and
//! the picker beside a passage, the grips of a quotation.

use std::rc::Rc;

use emic_core::ids::QuotationId;
use emic_core::project::Document;
use emic_core::text::{Span, Text};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::act::Desk;
use super::bar::{Bar, BarChoice, FloatingPicker};
use super::brackets::Brackets;
use super::caret::Caret;
use super::click::clicked;
use super::editing::{self, EditBar, Passage};
use super::find::{FindBar, ask_to_find};
use super::foot::Foot;
use super::handles::{Handles, runs_rtl};
use super::highlight::Layer;
use super::keys::{self, Command};
use super::listed::StripeList;
use super::obey::{Column, Hand, begin, can, chosen_in_bar, obey};
use super::page::{OnPage, Page};
use super::selecting;
use super::speakers::Speakers;
use super::stripes::StripeEvent;
use super::watch::{
    SameList, focus_text, show_layer, use_code_drop, use_enter, use_layers, use_layout, use_native_selection,
};
use crate::actions::{Action, Way, Where, use_owner};
use crate::i18n::tr;
use crate::screens::cases::parts::{PartsAsk, PartsDialog, ask_of_parts};
use crate::screens::media::use_narrow;
use crate::store::pane::{PaneId, PickerFor};
use crate::store::{Access, Same, Target, use_active_pane, use_after_paint, use_pane, use_selector, use_store};

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
    let narrow = use_narrow();
    // What floats, and what is asked for by name, belongs to the pane that one is in.
    let active = use_active_pane() == pane;
    let document = props.document.id;
    let quotations = use_selector(move |snapshot| {
        let list = emic_core::consent::shown_quotations(&snapshot.project, document);
        SameList(list)
    })
    .unwrap_or_default();
    let can_write = use_selector(|snapshot| snapshot.access == Access::Write).unwrap_or_default();
    let editing = state.editing && can_write;
    let can_code = can_write && !editing;
    let chosen = state.quotation.and_then(|id| quotations.0.get(id)).cloned();

    // The grips come a moment after the words, so that a code is on the page as soon as it can be. While something
    // else is selected, that is what one is about.
    let gripped = use_after_paint(chosen.clone().filter(|_| active && state.selection.is_none()).map(Same));
    use_native_selection(&desk, &root, &on_page, &props.text, can_code);
    use_code_drop(&desk, &root, &on_page, &props.text);
    // What the browser shows as selected needs no second tint; once the picker has the focus it shows nothing.
    let pending = state.selection.filter(|_| state.picker.is_some() || selecting::native().is_none());
    // While something else is selected that is what one is about.
    let standing_out = chosen.as_ref().filter(|_| state.selection.is_none()).map(|quotation| quotation.span());
    use_layers(pane, &on_page, pending, standing_out, quotations.clone());
    let layout = use_layout(&root, &on_page);
    use_enter(&desk, &root, state.enter && on_page.is_some());

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
                selecting::clear_native();
                desk.store.change_pane(desk.pane, |pane| pane.look_at(id));
                // The keys of the text go on to act on it.
                focus_text(&root);
            }
            StripeEvent::List(ids, at) => listed.set(Some((ids, at))),
            StripeEvent::Hovered(id) => {
                let latest = latest.borrow();
                let span = id.and_then(|id| latest.1.0.get(id)).map(|quotation| quotation.span());
                show_layer(Layer::Hovered, desk.pane, latest.0.as_ref(), span);
            }
        })
    };
    let column = use_mut_ref(Column::default);
    let parting = use_state_eq(|| None::<PartsAsk>);
    {
        // What the palette asks for, done with what is selected here.
        let (desk, text, on_page, root) = (desk.clone(), props.text.clone(), on_page.clone(), root.clone());
        let (quotations, column, parting) = (quotations.clone(), column.clone(), parting.setter());
        use_owner(move |action, way| {
            if desk.store.active_pane() != desk.pane {
                return None;
            }
            if action == Action::Speakers {
                if way == Way::Do {
                    desk.store.change_pane(desk.pane, |pane| pane.speakers = !pane.speakers);
                }
                return Some(Ok(()));
            }
            if action == Action::FindHere {
                return ask_to_find(&desk, way);
            }
            if action == Action::EditText {
                return Some(editing::turn(&desk.store, desk.pane, way, can_write));
            }
            if matches!(action, Action::Parts | Action::GiveToCase) {
                let selection = desk.store.pane(desk.pane).selection;
                return Some(ask_of_parts(action, selection, can_write).map(|ask| {
                    if way == Way::Do {
                        parting.set(Some(ask));
                    }
                }));
            }
            if action.place() != Where::Text {
                return None;
            }
            if editing {
                return Some(Err(tr!("edit-not-now")));
            }
            let on_page = (*on_page).as_ref();
            let pane = desk.store.pane(desk.pane);
            let cursor = pane.cursor.unwrap_or_else(|| begin(&pane.selection, on_page));
            let (text, quotations) = (&text, &quotations.0);
            let hand = Hand { desk: &desk, text, on_page, quotations, cursor, column: &column, can_write };
            let answer = can(&hand, action);
            if way == Way::Do && answer.is_ok() {
                focus_text(&root);
                obey(&hand, Command::Do(action));
            }
            Some(answer)
        });
    }
    let onkeydown = {
        let (desk, text, on_page) = (desk.clone(), props.text.clone(), on_page.clone());
        let quotations = quotations.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || !is_text(&event) {
                return;
            }
            let pane = desk.store.pane(desk.pane);
            let cursor = pane.cursor.unwrap_or_else(|| begin(&pane.selection, (*on_page).as_ref()));
            let column = &*column;
            let rtl = (*on_page)
                .as_ref()
                .and_then(|on_page| on_page.with(|sheet| sheet.words(sheet.text.paragraph_at(cursor.head))))
                .is_some_and(|words| runs_rtl(&words));
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            if editing && plain && event.key() == "Enter" {
                event.prevent_default();
                return editing::open_at(&desk.store, desk.pane, &text, cursor);
            }
            let Some(command) = keys::command(&event, &text, cursor, rtl) else { return };
            if editing && matches!(command, Command::Do(_)) {
                return;
            }
            event.prevent_default();
            if editing && command == Command::Clear {
                return editing::leave(&desk.store, desk.pane);
            }
            let on_page = (*on_page).as_ref();
            let (desk, text, quotations) = (&desk, &text, &quotations.0);
            obey(&Hand { desk, text, on_page, quotations, cursor, column, can_write }, command);
        })
    };
    let onclick = {
        let (desk, text, on_page) = (desk.clone(), props.text.clone(), on_page.clone());
        Callback::from(move |event: MouseEvent| {
            let on_page = (*on_page).as_ref();
            if editing {
                editing::open_clicked(&desk.store, desk.pane, &text, on_page, &event);
            } else {
                clicked(&desk, &text, on_page, &event, can_write);
            }
        })
    };

    let bar = state.selection.filter(|_| active && can_code && state.picker.is_none());
    let on_choice = {
        let (desk, text, parting) = (desk.clone(), props.text.clone(), parting.setter());
        Callback::from(move |choice| {
            let Some(span) = desk.store.pane(desk.pane).selection else { return };
            if choice == BarChoice::Case {
                return parting.set(Some(PartsAsk::Give(span)));
            }
            chosen_in_bar(&desk, &text, span, choice);
        })
    };
    let picked_for = state.picker.filter(|_| active).and_then(|what| match what {
        PickerFor::Passage(span) => Some((what, span)),
        PickerFor::Quotation(id) => quotations.0.get(id).map(|quotation| (what, quotation.span())),
        PickerFor::Speaker(id) => {
            // Beside the first of the turns that is not above what is read.
            let spans = props.document.structure.spoken_by(id, &props.text);
            let read = store.place(pane, document).unwrap_or_default().section;
            let below = |span: &&Span| (*on_page).as_ref().is_some_and(|on_page| on_page.section_of(**span) >= read);
            let span = spans.iter().find(below).or(spans.last()).copied();
            span.map(|span| (what, span))
        }
    });
    let close_picker = {
        let (store, root) = (store.clone(), root.clone());
        Callback::from(move |()| {
            store.change_pane(pane, |pane| pane.picker = None);
            focus_text(&root);
        })
    };
    let on_pick = {
        let structure = Rc::clone(&props.document.structure);
        let (desk, text, root) = (desk.clone(), props.text.clone(), root.clone());
        Callback::from(move |pick| {
            let target = match desk.store.pane(desk.pane).picker {
                Some(PickerFor::Speaker(speaker)) => {
                    desk.pick_for_speaker(speaker, &structure, &text, &pick);
                    desk.store.change_pane(desk.pane, |pane| pane.picker = None);
                    focus_text(&root);
                    return;
                }
                Some(PickerFor::Passage(span)) => Target::Passage(desk.document, span),
                Some(PickerFor::Quotation(id)) => Target::Quotation(desk.document, id),
                None => return,
            };
            desk.pick(target, &text, &pick);
            desk.store.change_pane(desk.pane, |pane| pane.picker = None);
            focus_text(&root);
        })
    };
    let foot = gripped.clone().filter(|_| narrow && state.picker.is_none() && state.selection.is_none());
    let finding = state.finding.is_some();
    let on_found = {
        let root = root.clone();
        Callback::from(move |()| focus_text(&root))
    };
    let find = (*on_page).clone().filter(|_| finding).map(|on_page| {
        html! { <FindBar {pane} document={props.document.clone()} {on_page} on_close={on_found} /> }
    });
    let on_close_speakers = {
        let (store, root) = (store.clone(), root.clone());
        Callback::from(move |()| {
            store.change_pane(pane, |pane| pane.speakers = false);
            focus_text(&root);
        })
    };
    let floating = (*on_page).clone().map(|on_page| {
        html! {
            <div class="reader__floating">
                if let Some(quotation) = foot {
                    <Foot key={quotation.id.to_string()} desk={desk.clone()} on_page={on_page.clone()} quotation={quotation.clone()} {can_write} />
                }
                if let Some(span) = bar {
                    <Bar key="bar" on_page={on_page.clone()} {span} {on_choice} />
                }
                if let Some((what, span)) = picked_for {
                    <FloatingPicker key="picker" {pane} on_page={on_page.clone()} {what} {span} {on_pick} on_close={close_picker} />
                }
            </div>
        }
    });
    let on_bracket = {
        let parting = parting.setter();
        use_callback((), move |(), ()| parting.set(Some(PartsAsk::All)))
    };
    let over_text = (*on_page).clone().map(|on_page| {
        html! {
            <div class="reader__over">
                if let Some(cursor) = state.cursor {
                    <Caret key="caret" on_page={on_page.clone()} {cursor} keyed={state.keyed} {layout} />
                }
                <Brackets key="parts" on_page={on_page.clone()} document={props.document.id} {layout} on_press={on_bracket} />
                if let (Some(quotation), true) = (gripped, can_code) {
                    <Handles key={quotation.id.to_string()} {pane} {on_page} quotation={quotation.clone()} {layout} />
                }
            </div>
        }
    });
    let corrected = (*on_page).clone().zip(state.corrected.filter(|_| editing)).map(|(on_page, paragraph)| {
        let (document, text) = (document, props.text.clone());
        html! { <Passage key={paragraph} {pane} {document} {text} {on_page} {paragraph} /> }
    });
    let close_parts = {
        let parting = parting.setter();
        use_callback((), move |(), ()| parting.set(None))
    };
    html! {
        <div class={classes!("reader__desk", editing.then_some("reader__desk--editing"))}>
            <div key="edit" class="reader__edit">
                if editing {
                    <EditBar {pane} />
                }
            </div>
            <div key="find" class="reader__find">{ for find }</div>
            <div key="speakers" class="reader__speakers">
                if state.speakers {
                    <Speakers
                        desk={desk.clone()}
                        document={props.document.clone()}
                        text={props.text.clone()}
                        {can_write}
                        on_close={on_close_speakers}
                    />
                }
            </div>
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
                    seek={state.seek}
                />
                <div key="over">{ for over_text }</div>
            </article>
            <div key="floating">{ for floating }</div>
            <div key="corrected">{ for corrected }</div>
            <PartsDialog
                key="parts"
                document={props.document.clone()}
                text={props.text.clone()}
                ask={*parting}
                on_close={close_parts}
            />
            <StripeList key="list" {desk} listed={(*listed).clone()} on_close={Callback::from(move |()| listed.set(None))} />
        </div>
    }
}

/// Whether a key press is the text's own and not one in a field or button inside of it.
fn is_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.class_list().contains("reader__text"))
}
