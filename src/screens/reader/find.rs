//! Finding words in the document on show: a bar over the text, the hits in it, from one to the next.

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::project::Document;
use emic_core::search::Query;
use emic_core::text::{Pos, Span, Text};
use emic_view::cursor::TextCursor;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::act::Desk;
use super::highlight::Layer;
use super::page::{OnPage, scroll_to, scroller};
use super::place::Sheet;
use super::{hidden_in, in_pane};
use crate::actions::{Answer, Way};
use crate::i18n::{format_number, tr};
use crate::replica::{Progress, Question};
use crate::route::{Place, Route};
use crate::screens::search::use_search_desk;
use crate::session::use_session;
use crate::store::pane::{Finding, PaneId};
use crate::store::{Same, use_pane, use_selector, use_store};
use crate::widgets::{IconButton, IconName, SearchField, announce, dom};

/// How long after the last letter is looked, and after the last scrolling the hits in view are shown, in milliseconds.
const SOON: u32 = 90;

/// Opens the bar in a pane, or goes to its field. Asked for once more from there it is not the app's: the browser then
/// finds in its own way.
pub fn ask_to_find(desk: &Desk, way: Way) -> Option<Answer> {
    let field = in_pane(desk.pane, ".find-bar input");
    match (field, way) {
        (Some(field), Way::Do) if dom::focused().as_ref() == Some(&field) => return None,
        (_, Way::Ask) => {}
        (Some(field), Way::Do) => dom::focus(&field),
        (None, Way::Do) => desk.store.change_pane(desk.pane, |pane| pane.finding = Some(Finding::default())),
    }
    Some(Ok(()))
}

#[derive(Properties, PartialEq)]
pub struct FindBarProps {
    pub pane: PaneId,
    pub document: Same<Document>,
    pub on_page: OnPage,
    /// Gives the focus back to the text.
    pub on_close: Callback<()>,
}

/// What was found in the document.
#[derive(Clone, PartialEq, Default)]
struct Hits {
    spans: Rc<Vec<Span>>,
    /// Which of them one is at.
    at: Option<usize>,
    /// They are the answer to what is asked now.
    known: bool,
    /// There is no answer.
    failed: bool,
}

/// The bar.
#[component]
pub fn FindBar(props: &FindBarProps) -> Html {
    let store = use_store();
    let pane = props.pane;
    let finding = use_pane(pane, |pane| pane.finding.clone()).unwrap_or_default();
    let hits = use_state_eq(Hits::default);
    let field = use_node_ref();
    {
        let field = field.clone();
        // Where one comes from the list of hits, the hit is what one looks at, and the keys of the bar are at hand.
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<Element>() {
                dom::focus(&field);
            }
        });
    }
    use_hits(&props.document, &finding, &hits, &props.on_page);
    use_shown(pane, &props.on_page, &hits);
    let ask = {
        let store = store.clone();
        move |change: Box<dyn FnOnce(&mut Query)>| {
            store.change_pane(pane, |pane| {
                let finding = pane.finding.get_or_insert_default();
                change(&mut finding.query);
            });
        }
    };
    let on_input = Callback::from(move |words: String| ask(Box::new(move |query| query.words = words)));
    let go = {
        let hits = hits.clone();
        move |forward: bool| {
            let count = hits.spans.len();
            if count == 0 {
                return;
            }
            let at = match (hits.at, forward) {
                (None, _) => 0,
                (Some(at), true) => (at + 1) % count,
                (Some(at), false) => (at + count - 1) % count,
            };
            announce(&tr!("find-place", n = at + 1, all = count));
            hits.set(Hits { at: Some(at), ..(*hits).clone() });
        }
    };
    let close = {
        let (store, hits, on_close) = (store.clone(), hits.clone(), props.on_close.clone());
        move || {
            let here = hits.at.and_then(|at| hits.spans.get(at)).copied();
            store.change_pane(pane, |pane| {
                pane.finding = None;
                // The hit is what can be coded next.
                if let Some(span) = here {
                    pane.selection = Some(span);
                    pane.cursor = Some(TextCursor::over(span));
                }
            });
            on_close.emit(());
        }
    };
    let onkeydown = {
        let (go, close) = (go.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if event.is_composing() => {}
            "Enter" => {
                event.prevent_default();
                go(!event.shift_key());
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                close();
            }
            _ => {}
        })
    };
    let step = |forward: bool| {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go(forward))
    };
    let none = hits.known && hits.spans.is_empty() && !finding.query.words.trim().is_empty();
    let place = match hits.at {
        Some(at) => tr!("find-place", n = format_number((at + 1) as f64), all = format_number(hits.spans.len() as f64)),
        None if none => tr!("find-none"),
        None if hits.failed => tr!("find-failed"),
        None => AttrValue::default(),
    };
    let nothing = hits.spans.is_empty();
    html! {
        <div class="find-bar" role="search" aria-label={tr!("find-label")} {onkeydown}>
            <SearchField label={tr!("find-field")} value={finding.query.words.clone()} {on_input} field_ref={field} escape_clears=false class={classes!("find-bar__field")} />
            <span class={classes!("find-bar__place", "num", none.then_some("find-bar__place--none"))} role="status">{ place }</span>
            <IconButton small=true icon={IconName::ChevronUp} label={tr!("find-previous")} disabled={nothing} onclick={step(false)} />
            <IconButton small=true icon={IconName::ChevronDown} label={tr!("find-next")} disabled={nothing} onclick={step(true)} />
            <EverywhereLink query={finding.query.clone()} />
            <IconButton small=true icon={IconName::Close} label={tr!("close")} onclick={Callback::from(move |_: MouseEvent| close())} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EverywhereLinkProps {
    query: Query,
}

/// The way to the search over all documents, with the same words.
#[component]
fn EverywhereLink(props: &EverywhereLinkProps) -> Html {
    let (desk, session) = (use_search_desk(), use_session());
    let project = use_selector(|snapshot| snapshot.project.id);
    let onclick = {
        let query = props.query.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(project) = project else { return };
            if !query.words.trim().is_empty() {
                desk.ask(&session, project, query.clone());
            }
            Route::Project(project, Place::Search).go();
        })
    };
    html! { <IconButton small=true icon={IconName::Search} label={tr!("find-in-all")} {onclick} /> }
}

/// Looks for what is asked, in the worker.
#[hook]
fn use_hits(document: &Same<Document>, finding: &Finding, hits: &UseStateHandle<Hits>, on_page: &OnPage) {
    let (desk, session, store) = (use_search_desk(), use_session(), use_store());
    let project = use_selector(|snapshot| snapshot.project.id);
    let (hits, on_page) = (hits.clone(), on_page.clone());
    let (id, text) = (document.id, document.text.hash);
    let from = finding.from;
    use_effect_with((finding.clone(), text, project), move |(finding, text, project)| {
        let (query, text) = (finding.query.clone(), *text);
        let question: Rc<RefCell<Option<Question>>> = Rc::default();
        let timer = project.map(|project| {
            let question = Rc::clone(&question);
            let store = store.clone();
            Timeout::new(SOON, move || {
                spawn_local(async move {
                    desk.hand_over(&session, project).await;
                    let hear = move |progress| {
                        let (mut spans, failed) = match progress {
                            Progress::Spans(spans) => (spans, false),
                            _ => (Vec::new(), true),
                        };
                        let hidden = hidden_in(&store, id);
                        spans.retain(|span| !hidden.iter().any(|hidden| hidden.overlaps(*span)));
                        let from = from.or_else(|| top_of(&on_page)).unwrap_or_default();
                        let at =
                            (!spans.is_empty()).then(|| spans.partition_point(|span| span.start < from) % spans.len());
                        hits.set(Hits { spans: Rc::new(spans), at, known: !failed, failed });
                    };
                    let asked = desk.replica().find(project, query, id, text, hear);
                    question.replace(Some(asked));
                });
            })
        });
        move || drop((timer, question))
    });
}

/// Goes to the hit that one is at, and lets those in view stand out.
#[hook]
fn use_shown(pane: PaneId, on_page: &OnPage, hits: &UseStateHandle<Hits>) {
    let on_page = on_page.clone();
    use_effect_with((**hits).clone(), move |hits| {
        let here = hits.at.and_then(|at| hits.spans.get(at)).copied();
        if let Some(span) = here {
            scroll_to(&on_page, span);
        }
        let show = {
            let (on_page, spans) = (on_page.clone(), Rc::clone(&hits.spans));
            move || show_in_view(pane, &on_page, &spans, here)
        };
        // A section far from the view becomes paragraphs as one comes near, and then the ranges are others.
        let soon = Rc::new(RefCell::new(Some(Timeout::new(SOON, show.clone()))));
        show();
        let listener = on_page.root.cast::<Element>().and_then(|root| scroller(&root)).map(|scroller| {
            let soon = Rc::clone(&soon);
            EventListener::new(&scroller, "scroll", move |_| {
                soon.replace(Some(Timeout::new(SOON, show.clone())));
            })
        });
        move || {
            drop((listener, soon));
            Layer::Found.show(pane, None);
            Layer::FoundHere.show(pane, None);
        }
    });
}

/// Lets the hits in view stand out, and the one that one is at more.
fn show_in_view(pane: PaneId, on_page: &OnPage, spans: &[Span], here: Option<Span>) {
    let seen = on_page.with(|sheet| {
        let top = first_seen(sheet, true).map(|at| paragraph(sheet.text, at).start)?;
        let bottom = first_seen(sheet, false).map(|at| paragraph(sheet.text, at).end)?;
        let first = spans.partition_point(|span| span.end < top);
        let last = spans.partition_point(|span| span.start <= bottom).max(first);
        let others = spans[first..last].iter().filter(|span| Some(**span) != here);
        Some((
            others.filter_map(|span| sheet.range(*span)).collect::<Vec<_>>(),
            here.and_then(|here| sheet.range(here)),
        ))
    });
    let (found, here) = seen.unwrap_or_default();
    Layer::Found.show_all(pane, &found);
    Layer::FoundHere.show(pane, here.as_ref());
}

fn paragraph(text: &Text, at: Pos) -> Span {
    text.paragraphs().get(text.paragraph_at(at)).copied().unwrap_or(Span { start: at, end: at })
}

/// The first place of the text that is seen.
fn top_of(on_page: &OnPage) -> Option<Pos> {
    on_page.with(|sheet| first_seen(sheet, true).map(|at| paragraph(sheet.text, at).start))
}

/// The first place of the text in view from above, or from below.
fn first_seen(sheet: &Sheet<'_>, from_above: bool) -> Option<Pos> {
    /// Between paragraphs, and where something floats over the text, there is none of it; in CSS pixels.
    const STEP: f64 = 12.0;
    let bounds = sheet.root.get_bounding_client_rect();
    let view = scroller(sheet.root)?.get_bounding_client_rect();
    let (top, bottom) = (bounds.top().max(view.top()), bounds.bottom().min(view.bottom()));
    let x = bounds.left() + bounds.width() / 2.0;
    let steps = ((bottom - top) / STEP).max(0.0) as usize;
    (0..steps).find_map(|n| {
        let down = n as f64 * STEP + 1.0;
        sheet.pos_at(x, if from_above { top + down } else { bottom - down })
    })
}
