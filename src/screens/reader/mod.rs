//! Reading and coding a document.

mod act;
mod back;
mod bar;
mod brackets;
mod caret;
mod click;
mod desk;
mod editing;
mod find;
mod find_speakers;
mod foot;
mod handles;
mod help;
mod highlight;
mod keys;
mod lift;
mod listed;
mod margin;
mod obey;
mod outside;
mod page;
mod paragraph;
mod place;
mod section;
mod selecting;
mod sheets;
mod speakers;
mod split;
mod stripes;
mod watch;

use std::rc::Rc;

use emic_core::consent::{hidden_of, shown_quotations};
use emic_core::ids::DocumentId;
use emic_core::project::Document;
use emic_core::text::Span;
use web_sys::Element;
use yew::prelude::*;

use crate::actions::owners::put;
use crate::actions::{Action, Way, keymap};
use crate::i18n::{format_number, tr};
use crate::prefs::{self, Measure, use_prefs};
use crate::screens::import::ImportDialog;
use crate::screens::media::by_touch;
use crate::store::pane::PaneId;
use crate::store::{Same, Store, TextState, use_pane, use_selector, use_text, use_writable};
use crate::widgets::{Banner, Button, ButtonVariant, EmptyState, IconButton, IconName, Menu, MenuItem, Tone};
use back::Back;
use desk::TextDesk;
use editing::EditButton;
use help::KeysHelp;
pub use margin::tint;
use outside::Outside;
pub use page::SizeWatch;
pub use selecting::clear_native;
use split::SplitButton;

/// What a reader shows.
#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    /// Its pane, which says the document.
    pub pane: PaneId,
}

/// The document that a pane shows; in the main one, if it is not there, the first of all.
#[hook]
pub fn use_shown(pane: PaneId) -> Option<Option<Same<Document>>> {
    let wanted = use_pane(pane, |pane| pane.document);
    use_selector(move |snapshot| {
        let project = &snapshot.project;
        let wanted = wanted.and_then(|id| project.documents.get(&id)).cloned();
        let first = || project.documents_in_order().into_iter().next().filter(|_| pane == PaneId::Main);
        wanted.or_else(first).map(Same)
    })
}

/// What of a document is hidden because who said it has withdrawn.
fn hidden_in(store: &Store, document: DocumentId) -> Vec<Span> {
    let project = store.snapshot().map(|snapshot| snapshot.project);
    let hidden = project.and_then(|project| Some(hidden_of(&project, project.documents.get(&document)?).1));
    hidden.unwrap_or_default()
}

/// The first element in a pane that a selector finds.
fn in_pane(pane: PaneId, selector: &str) -> Option<Element> {
    gloo::utils::document().query_selector(&format!("[data-pane={}] {selector}", pane.name())).ok().flatten()
}

/// Gives the focus to the text of a pane; tells whether there is one.
pub fn focus_text_of(pane: PaneId) -> bool {
    let text = in_pane(pane, ".reader__text");
    text.iter().for_each(watch::focus_still);
    text.is_some()
}

/// A document to read and code: the pane's, or else the first one.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    match use_shown(props.pane) {
        None => html! { <div class="reader"></div> },
        Some(None) if props.pane == PaneId::Beside => {
            html! { <div class="reader"><p class="reader__gone">{ tr!("pane-gone") }</p></div> }
        }
        Some(None) => html! { <div class="reader"><NoDocument /></div> },
        Some(Some(document)) => html! {
            <div class="reader">
                <Open key={document.id.to_string()} pane={props.pane} document={document.clone()} />
            </div>
        },
    }
}

/// What is shown while there is nothing to read.
#[component]
fn NoDocument() -> Html {
    let importing = use_state_eq(|| false);
    let writable = use_writable();
    let set = |to: bool| {
        let importing = importing.setter();
        move || importing.set(to)
    };
    let (open, close) = (set(true), set(false));
    let text = if !writable {
        tr!("empty-read-only")
    } else if by_touch() {
        tr!("reader-empty-touch")
    } else {
        tr!("reader-empty-text", keys = keymap::way(Action::Pick))
    };
    html! {
        <div class="reader__empty">
            <EmptyState icon={IconName::Document} title={tr!("reader-empty-title")} {text}>
                if writable {
                    <Button variant={ButtonVariant::Primary} icon={IconName::Upload} label={tr!("reader-empty-import")} onclick={Callback::from(move |_: MouseEvent| open())} />
                }
            </EmptyState>
            if *importing {
                <ImportDialog on_close={Callback::from(move |()| close())} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OpenProps {
    pane: PaneId,
    document: Same<Document>,
}

/// A document with its title and its text.
#[component]
fn Open(props: &OpenProps) -> Html {
    let document = &props.document;
    let id = document.id;
    let withdrawn = use_selector(move |snapshot| {
        snapshot.project.documents.get(&id).is_some_and(|found| hidden_of(&snapshot.project, found).0)
    });
    let withdrawn = withdrawn.unwrap_or_default();
    let text = use_text(Some(document.text).filter(|_| !withdrawn));
    {
        let store = crate::store::use_store();
        let (pane, id) = (props.pane, document.id);
        use_effect_with(id, move |id| store.show(pane, *id, None));
    }
    let body = match text {
        _ if withdrawn => html! {
            <EmptyState icon={IconName::User} title={tr!("reader-withdrawn")} text={tr!("reader-withdrawn-text")} />
        },
        TextState::Loading => html! { <p class="reader__loading" role="status">{ tr!("loading") }</p> },
        TextState::Failed(why) => {
            html! { <Banner tone={Tone::Error} title={tr!("reader-text-failed")}>{ why }</Banner> }
        }
        TextState::Ready(text) => html! {
            <TextDesk key={document.text.hash.to_string()} pane={props.pane} document={document.clone()} {text} />
        },
    };
    html! {
        <div class="reader__open">
            <Back pane={props.pane} />
            <Outside document={document.id} />
            <Head pane={props.pane} document={document.clone()} />
            { body }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    pane: PaneId,
    document: Same<Document>,
}

/// The title, what the document holds, and how it is shown.
#[component]
fn Head(props: &HeadProps) -> Html {
    let id: DocumentId = props.document.id;
    let quotations = use_selector(move |snapshot| shown_quotations(&snapshot.project, id).len()).unwrap_or(0);
    // Where interviewers' words are left out they do not count; until the text is there, all do.
    let without = use_selector(|snapshot| snapshot.scope.without_interviewers).unwrap_or_default();
    let text = use_text(Some(props.document.text).filter(|_| without));
    let asked = use_memo((Same(Rc::clone(&props.document.structure)), without), |(structure, _)| match &text {
        TextState::Ready(text) if without => Some(structure.asked_words(text)),
        _ => None,
    });
    let words = match asked.filter(|asked| *asked > 0) {
        Some(asked) => tr!("words-without-asked", n = props.document.text.words.saturating_sub(asked)),
        None => tr!("words-count", n = props.document.text.words),
    };
    let quotations = tr!("quotations-count", n = quotations);
    html! {
        <header class="reader__head">
            <h1 dir="auto">{ props.document.title.clone() }</h1>
            <p class="reader__meta">
                <span>{ words }</span><span>{ quotations }</span>
            </p>
            <View pane={props.pane} />
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct ViewProps {
    pane: PaneId,
}

/// How large the letters are, how long the lines, and what the margin says.
#[component]
fn View(props: &ViewProps) -> Html {
    let store = crate::store::use_store();
    let pane = props.pane;
    let speakers = use_pane(pane, |pane| pane.speakers);
    let toggle_speakers = Callback::from(move |_: MouseEvent| {
        store.activate(pane);
        store.change_pane(pane, |pane| pane.speakers = !pane.speakers);
    });
    let prefs = use_prefs();
    let size = prefs.text_size;
    let set_size = |size: Option<prefs::TextSize>| {
        Callback::from(move |_: MouseEvent| {
            if let Some(size) = size {
                prefs::update(|prefs| prefs.text_size = size);
            }
        })
    };
    let measures = Measure::ALL.into_iter().map(|measure| {
        let choose = Callback::from(move |()| prefs::update(|prefs| prefs.measure = measure));
        MenuItem::new(tr!(measure.message()), choose).checked(prefs.measure == measure)
    });
    let turn = |label: AttrValue, off: bool, turn: fn(&mut prefs::Prefs)| {
        MenuItem::new(label, Callback::from(move |()| prefs::update(turn))).checked(!off)
    };
    let margin = [
        turn(tr!("reader-show-speakers"), prefs.no_speakers, |prefs| prefs.no_speakers = !prefs.no_speakers).parted(),
        turn(tr!("reader-show-times"), prefs.no_times, |prefs| prefs.no_times = !prefs.no_times),
        turn(tr!("reader-show-pages"), prefs.no_pages, |prefs| prefs.no_pages = !prefs.no_pages),
    ];
    let items: Rc<[MenuItem]> = measures.chain(margin).collect();
    let share = format_number((size.share() * 100.0).round());
    html! {
        <div class="reader__view" role="group" aria-label={tr!("reader-view")}>
            <IconButton small=true icon={IconName::TextSmaller} label={tr!("text-smaller")} disabled={size.smaller().is_none()} onclick={set_size(size.smaller())} />
            <span class="reader__size" aria-hidden="true">{ format!("{share}%") }</span>
            <IconButton small=true icon={IconName::TextLarger} label={tr!("text-larger")} disabled={size.larger().is_none()} onclick={set_size(size.larger())} />
            <EditButton pane={props.pane} />
            <IconButton small=true icon={IconName::Parts} label={tr!("action-parts")} onclick={Callback::from(|_| drop(put(Action::Parts, Way::Do)))} />
            <IconButton small=true icon={IconName::Speakers} label={tr!("speakers")} pressed={speakers} onclick={toggle_speakers} />
            <KeysHelp />
            <SplitButton />
            <Menu small=true icon_only=true icon={IconName::Measure} label={tr!("reader-view-menu")} {items} />
        </div>
    }
}
