//! The card of the tour: part of the frame, so that it covers nothing of what it speaks of.

use std::cell::RefCell;

use emic_core::history::Action as Recorded;
use emic_core::ids::{DocumentId, ProjectId, QuotationId};
use emic_core::project::Project;
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::steps::{STEPS, Seen, Tally};
use super::{Stage, Tour, begin, change, end, go_on, go_to, look, use_tour, want};
use crate::actions::{Action, Way, keymap, use_owner};
use crate::i18n::{Args, Lang, current, message, tr};
use crate::prefs::use_prefs;
use crate::route::{Place, Route};
use crate::screens::reader::SizeWatch;
use crate::screens::search::use_searched;
use crate::session::{export_open, use_session};
use crate::store::{Access, in_vivo_name, use_active_pane, use_pane, use_selector};
use crate::widgets::{Button, ButtonVariant, Icon, IconButton, IconName, announce, dom};

/// How long "Done" stays before the tour goes on, in milliseconds.
const PAUSE: u32 = 1_600;

/// Where the tour may stand.
#[derive(Properties, PartialEq)]
pub struct TourCardProps {
    /// The open project.
    pub project: ProjectId,
    /// The place in it.
    pub place: Place,
}

/// The card, while a tour is taken or offered in the project. Carries out [`Action::Tour`].
#[component]
pub fn TourCard(props: &TourCardProps) -> Html {
    let project = props.project;
    let tour = use_tour().filter(|tour| tour.project == project);
    let open = use_selector(|snapshot| {
        let writable = snapshot.access == Access::Write;
        (writable, snapshot.project.coders.contains(&snapshot.coder), snapshot.project.documents.is_empty())
    });
    let (writable, known, empty) = open.unwrap_or_default();
    // Where nothing can be coded, or who codes is still asked, it waits.
    let shown = tour.filter(|_| writable && known && !empty);
    let node = use_node_ref();
    let before = use_mut_ref(|| None::<Element>);
    {
        let (node, before) = (node.clone(), before.clone());
        use_owner(move |action, way| {
            if action != Action::Tour {
                return None;
            }
            if !writable {
                return Some(Err(tr!("error-read-only")));
            }
            match way {
                Way::Ask => {}
                Way::Do if empty => {
                    want(true);
                    Route::Start.go();
                }
                Way::Do if shown.is_some() => there_and_back(&node, &before),
                Way::Do => begin(project),
            }
            Some(Ok(()))
        });
    }
    {
        let node = node.clone();
        use_effect_with(shown.is_some(), move |shown| {
            let card = node.cast::<HtmlElement>().filter(|_| *shown);
            let watch = card
                .and_then(|card| SizeWatch::new(&card.clone(), move || set_height(f64::from(card.offset_height()))));
            move || {
                drop(watch);
                set_height(0.0);
            }
        });
    }
    let focus = shown.is_some_and(|tour| tour.focus);
    {
        let (node, before) = (node.clone(), before.clone());
        use_effect_with(focus, move |focus| {
            if *focus {
                enter(&node, &before);
                change(|tour| tour.focus = false);
            }
        });
    }
    let on_end = {
        let node = node.clone();
        Callback::from(move |()| {
            leave(&node, &before);
            end();
            announce(&tr!("tour-ended"));
        })
    };
    let onkeydown = {
        let on_end = on_end.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                event.stop_propagation();
                on_end.emit(());
            }
        })
    };
    html! {
        <section
            ref={node}
            class="tour"
            hidden={shown.is_none()}
            tabindex="-1"
            aria-label={tr!("tour-label")}
            aria-describedby="tour-title tour-text"
            {onkeydown}
        >
            if let Some(tour) = shown {
                <Inside {tour} place={props.place} {on_end} />
            }
        </section>
    }
}

/// Says how high the card is, in CSS pixels: what is fixed to the foot of a small window stands above it.
fn set_height(height: f64) {
    if let Some(root) = gloo::utils::document().document_element() {
        dom::set_css_var(&root, "--tour-height", &format!("{height}px"));
    }
}

/// What had the focus before the card took it.
type Before = RefCell<Option<Element>>;

fn has_focus(node: &NodeRef) -> bool {
    node.cast::<Element>().zip(dom::focused()).is_some_and(|(card, focused)| card.contains(Some(&focused)))
}

/// Moves the focus into the card, or back to where it was before.
fn there_and_back(node: &NodeRef, before: &Before) {
    if has_focus(node) { leave(node, before) } else { enter(node, before) }
}

fn enter(node: &NodeRef, before: &Before) {
    if !has_focus(node)
        && let Some(focused) = dom::focused()
    {
        *before.borrow_mut() = Some(focused);
    }
    node.cast::<Element>().iter().for_each(dom::focus);
}

/// Gives the focus back, if the card has it.
fn leave(node: &NodeRef, before: &Before) {
    if has_focus(node) {
        let main = || gloo::utils::document().get_element_by_id("content");
        let back = before.borrow_mut().take().filter(|element| element.is_connected()).or_else(main);
        back.iter().for_each(dom::focus);
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    tour: Tour,
    place: Place,
    on_end: Callback<()>,
}

/// What the card says; watches what is done.
#[component]
fn Inside(props: &InsideProps) -> Html {
    let session = use_session();
    // Its words name keys.
    let _ = use_prefs();
    let InsideProps { tour, place, on_end } = props;
    let (tour, place) = (*tour, *place);
    let from = tour.from;
    let pane = use_active_pane();
    let (document, selected, quotation) = use_pane(pane, |pane| (pane.document, pane.selection, pane.quotation));
    let known = use_selector(move |snapshot| {
        let (project, steps) = (&snapshot.project, snapshot.history.steps());
        let since = from.and_then(|from| steps.get(from..)).unwrap_or_default();
        let tally = Tally::of(since, |action| is_in_vivo(project, action));
        let alone = document.and_then(|id| project.quotations.get(&id)).is_none_or(|list| list.len() < 2);
        (steps.len(), tally, alone, other_script(project, document))
    });
    let (steps, tally, alone, other) = known.unwrap_or_default();
    let hits = use_searched().hits;
    let seen = Seen {
        selected,
        quotation,
        alone,
        listed: if let Place::Retrieve(code) = place { code } else { None },
        hits: if place == Place::Search { hits } else { 0 },
        tally,
    };
    use_effect_with((seen, tour.stage, from), move |(seen, ..)| match from {
        None => change(|tour| tour.from = Some(steps)),
        Some(_) => look(*seen),
    });
    use_effect_with((tour.stage, tour.done), |(_, done)| {
        let timer = done.then(|| Timeout::new(PAUSE, go_on));
        move || drop(timer)
    });
    let words = Words::of(tour.stage, other.as_ref().map(|(_, title)| title.as_str()));
    {
        let said = format!("{}. {} {}", words.title, words.text, words.reach());
        use_effect_with((), move |()| {
            if tour.stage == Stage::Offered {
                announce(&said);
            }
        });
    }
    let go = |place: Place| {
        let project = tour.project;
        Callback::from(move |_: MouseEvent| Route::Project(project, place).go())
    };
    let reading = matches!(place, Place::Read(..));
    let ends = on_end.reform(|_: MouseEvent| ());
    // The buttons: their keys in the list, their words, what they do; and the one that is meant first.
    let mut actions: Vec<(&str, AttrValue, Callback<MouseEvent>)> = Vec::new();
    let mut main = "";
    match tour.stage {
        Stage::Offered => {
            main = "take";
            actions.push((main, tr!("action-tour"), Callback::from(move |_| begin(tour.project))));
            actions.push(("not", tr!("tour-not-now"), ends.clone()));
        }
        Stage::At(step) => {
            actions.push(("back", tr!("tour-back"), Callback::from(move |_| go_to(step.saturating_sub(1)))));
            actions.push(("skip", tr!("tour-skip"), Callback::from(move |_| go_to(step + 1))));
            if !reading && STEPS.get(step).is_some_and(|step| step.in_text) {
                actions.push(("text", tr!("tour-to-text"), go(Place::Read(document, None))));
            } else if let Some((id, _)) = other.filter(|_| words.names_other) {
                actions.push(("other", tr!("tour-open-other"), go(Place::Read(Some(id), None))));
            }
        }
        Stage::Finished => {
            main = "end";
            actions.push(("export", tr!("backups-export"), Callback::from(move |_| export_open(&session))));
            actions.push((main, tr!("tour-end"), ends.clone()));
        }
    }
    let progress = match tour.stage {
        Stage::At(step) => Some(tr!("n-of-total", n = step + 1, total = STEPS.len())),
        _ => None,
    };
    let said = match (tour.moved, tour.done) {
        (false, _) => AttrValue::default(),
        (true, true) => tr!("done"),
        (true, false) => format!("{}. {}. {}", progress.clone().unwrap_or_default(), words.title, words.text).into(),
    };
    html! {
        <div class="tour__card">
            <div class="tour__head">
                <span class="tour__progress">{ progress.unwrap_or_default() }</span>
                <span class="tour__done">
                    if tour.done {
                        <Icon name={IconName::Check} />{ tr!("done") }
                    }
                </span>
                <IconButton small=true icon={IconName::Close} label={tr!("tour-end")} onclick={ends} />
            </div>
            <h2 class="tour__title" id="tour-title">{ words.title.clone() }</h2>
            <p class="tour__text" id="tour-text">{ words.text.clone() }</p>
            <div class="tour__actions">
                { for actions.into_iter().map(|(key, label, onclick)| html! {
                    <Button
                        {key}
                        small=true
                        {label}
                        variant={if key == main { ButtonVariant::Primary } else { ButtonVariant::Plain }}
                        disabled={key == "back" && tour.stage == Stage::At(0)}
                        {onclick}
                    />
                }) }
            </div>
            <p class="tour__reach soft small">{ words.reach() }</p>
            <p class="visually-hidden" aria-live="polite" aria-atomic="true">{ said }</p>
        </div>
    }
}

/// What is said at a stage.
struct Words {
    title: AttrValue,
    text: AttrValue,
    /// Whether it names the document in the other script.
    names_other: bool,
}

impl Words {
    fn of(stage: Stage, other: Option<&str>) -> Words {
        let step = match stage {
            Stage::Offered => {
                let text = tr!("tour-offer-text", n = STEPS.len());
                return Words { title: tr!("tour-offer-title"), text, names_other: false };
            }
            Stage::At(step) => STEPS.get(step).map(|step| step.name),
            Stage::Finished => None,
        };
        let Some(name) = step else {
            return Words { title: tr!("tour-finished-title"), text: tr!("tour-finished-text"), names_other: false };
        };
        let action = match name {
            "code" => Some(Action::Pick),
            "margin" => Some(Action::NextQuotation),
            "in-vivo" => Some(Action::InVivo),
            "search" => Some(Action::GoSearch),
            "undo" => Some(Action::Undo),
            _ => None,
        };
        let mut args = Args::new();
        if let Some(action) = action {
            args.set("keys", keymap::way(action).as_str());
        }
        let text = message(&format!("tour-text-{name}"), Some(&args));
        let other = other.filter(|_| name == "in-vivo");
        let text = match other {
            Some(title) => format!("{text} {}", tr!("tour-other-script", title = title)).into(),
            None => text,
        };
        Words { title: message(&format!("tour-title-{name}"), None), text, names_other: other.is_some() }
    }

    /// How the card is reached by keys.
    fn reach(&self) -> AttrValue {
        keymap::shown(Action::Tour).map(|keys| tr!("tour-reach", keys = keys)).unwrap_or_default()
    }
}

/// Whether the code that an action applied is made of the words that it was applied to.
fn is_in_vivo(project: &Project, action: &Recorded) -> bool {
    let id = |n: usize| action.about.get(n);
    let document = id(0).and_then(|id| id.parse::<DocumentId>().ok());
    let quotation = id(1).and_then(|id| id.parse::<QuotationId>().ok());
    let quotation = document.zip(quotation).and_then(|(document, id)| project.quotation(document, id));
    let words = quotation.map(|quotation| in_vivo_name(&quotation.quote.exact).to_lowercase());
    words.is_some() && words == action.details.get("code").map(|code| code.to_lowercase())
}

/// A document, other than the one on show, whose title is in the script that the interface is not in.
fn other_script(project: &Project, shown: Option<DocumentId>) -> Option<(DocumentId, String)> {
    let arabic = |title: &str| title.chars().any(|c| matches!(c, '\u{620}'..='\u{64A}'));
    let wanted = |title: &str| match current() {
        Lang::En => arabic(title),
        Lang::Ar => !arabic(title),
    };
    let shown = shown.and_then(|id| project.documents.get(&id));
    if shown.is_some_and(|document| wanted(&document.title)) {
        return None;
    }
    let found = project.documents_in_order().into_iter().find(|document| wanted(&document.title))?;
    // Only where both are at home.
    let both = project.documents.values().any(|document| !wanted(&document.title));
    both.then(|| (found.id, found.title.clone()))
}
