//! The text on the page: its sections, which come to life near the view, and where one is in it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use emic_core::consent::{Limits, shown_quotations};
use emic_core::ids::{DocumentId, QuotationId};
use emic_core::project::{Code, Document, QuotationList, Structure, Table};
use emic_core::text::{Span, Text};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::margin::Margin;
use super::place::Sheet;
use super::section::SectionSheet;
use super::sheets::{Level, Sheets};
use super::stripes::{SharedLanes, StripeEvent};
use crate::prefs::use_prefs;
use crate::store::pane::{PaneId, ReadingPlace};
use crate::store::{AfterPaint, Same, use_pane, use_selector, use_store};

/// What is done before it comes into view: this far beyond the window's edges.
const AHEAD: &str = "600px 0px";

/// The quotations of a document, the codes, and what stands beside its words, as one value that is equal to another only
/// if it is the same.
#[derive(Clone, Default)]
struct Coded(QuotationList, Table<emic_core::ids::CodeId, Code>, Rc<Structure>);

impl PartialEq for Coded {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&other.0) && self.1.same(&other.1) && Rc::ptr_eq(&self.2, &other.2)
    }
}

/// What is on the page, for those that need to find places in it.
#[derive(Clone)]
pub struct OnPage {
    /// The element whose children are the sections.
    pub root: NodeRef,
    /// The sections.
    pub sheets: Rc<RefCell<Sheets>>,
}

impl PartialEq for OnPage {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root && Rc::ptr_eq(&self.sheets, &other.sheets)
    }
}

impl OnPage {
    /// Looks something up between page and text.
    pub fn with<T>(&self, look: impl FnOnce(&Sheet<'_>) -> Option<T>) -> Option<T> {
        let root = self.root.cast::<Element>()?;
        let sheets = self.sheets.try_borrow().ok()?;
        let view = sheets.view();
        look(&Sheet { root: &root, text: view.text(), sections: view.sections() })
    }

    /// The section that holds a span's beginning.
    pub fn section_of(&self, span: Span) -> usize {
        let sheets = self.sheets.borrow();
        sheets.view().section_of(sheets.view().paragraph_of(span.start))
    }
}

#[derive(Properties)]
pub struct PageProps {
    /// The pane.
    pub pane: PaneId,
    /// The document.
    pub document: Rc<Document>,
    /// Its text.
    pub text: Text,
    /// Where the sections are put.
    pub root: NodeRef,
    /// Called with the sections once they stand.
    pub on_page: Callback<OnPage>,
    /// What was done with a stripe.
    pub on_stripe: Callback<StripeEvent>,
    /// A quotation to go to.
    pub goal: Option<QuotationId>,
    /// A place to go to that is no quotation.
    pub seek: Option<Span>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        self.pane == other.pane
            && self.document.id == other.document.id
            && self.document.text == other.document.text
            && self.goal == other.goal
            && self.seek == other.seek
            && self.on_stripe == other.on_stripe
            && self.on_page == other.on_page
    }
}

/// The text on the page. Keyed by document by its owner.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let store = use_store();
    let update = use_force_update();
    let measure = use_state_eq(|| 0u32);
    let prefs = use_prefs();
    let (pane, document) = (props.pane, props.document.id);
    let coded = use_selector(move |snapshot| {
        let project = &snapshot.project;
        let structure = project.documents.get(&document).map(|document| Rc::clone(&document.structure));
        Coded(shown_quotations(project, document), project.codes.clone(), structure.unwrap_or_default())
    })
    .unwrap_or_default();
    let limits = use_limits(document);
    let faces = Same(use_pane(pane, |pane| Rc::clone(&pane.faces)));
    let margin = Margin::of(&coded.2, &prefs);
    let place = *use_memo((), |()| store.place(pane, document).unwrap_or_default());
    let on_page = use_memo((), |()| OnPage {
        root: props.root.clone(),
        sheets: Rc::new(RefCell::new(Sheets::new(&props.text, &props.document, place.section, filling()))),
    });
    on_page.sheets.borrow_mut().update(&coded.0, &coded.1, &coded.2);
    let goal = props.goal.and_then(|goal| coded.0.get(goal)).map(|quotation| quotation.span());
    if let Some(span) = goal.or(props.seek) {
        let section = on_page.section_of(span);
        on_page.sheets.borrow_mut().set_level(section, Level::Near);
    }
    {
        let (on_page, tell) = (Rc::clone(&on_page), props.on_page.clone());
        let update = update.clone();
        use_effect_with((), move |()| {
            tell.emit((*on_page).clone());
            let alive = Alive::new(&on_page, update);
            alive.go(place);
            let remember = alive.remember(store, pane, document);
            move || drop((alive, remember))
        });
    }
    {
        let (on_page, store) = (Rc::clone(&on_page), use_store());
        use_effect_with(props.goal, move |goal| {
            let span = goal.and_then(|goal| coded.0.get(goal)).map(|quotation| quotation.span());
            if let Some(span) = span {
                scroll_to(&on_page, span);
                store.change_pane(pane, |pane| pane.goal = None);
            }
        });
    }
    {
        let (on_page, store) = (Rc::clone(&on_page), use_store());
        use_effect_with(props.seek, move |seek| {
            if let Some(span) = *seek {
                scroll_to(&on_page, span);
                store.change_pane(pane, |pane| pane.seek = None);
            }
        });
    }
    let measure_anew = {
        let (measure, times) = (measure.setter(), use_mut_ref(|| 0));
        Rc::new(move || {
            *times.borrow_mut() += 1;
            measure.set(*times.borrow());
        })
    };
    {
        let (on_page, measure_anew) = (Rc::clone(&on_page), measure_anew.clone());
        use_effect_with((), move |()| {
            let root = on_page.root.cast::<Element>();
            let watch = root.and_then(|root| watch_width(&root, move || measure_anew()));
            move || drop(watch)
        });
    }
    {
        let first = use_mut_ref(|| true);
        use_effect_with((prefs.text_size, prefs.measure, margin.clone(), faces.clone()), move |_| {
            if !first.replace(false) {
                measure_anew();
            }
        });
    }
    let lanes = use_memo((), |()| SharedLanes::default());
    let lanes = &*lanes;
    let sheets = on_page.sheets.borrow();
    let sections = sheets.view().sections().iter().enumerate().map(|(n, section)| {
        html! {
            <SectionSheet
                key={n}
                {pane}
                index={n}
                made={sheets.made(n)}
                text={props.text.clone()}
                span={section.span}
                faces={faces.clone()}
                limits={limits.clone()}
                lanes={lanes.clone()}
                measure={*measure}
                on_stripe={props.on_stripe.clone()}
            />
        }
    });
    html! {
        <div ref={props.root.clone()} class={classes!("sheets", margin.class())}>{ for sections }</div>
    }
}

/// What may not be done with the words of a document: the very same value for as long as it is equal.
#[hook]
fn use_limits(document: DocumentId) -> Same<Limits> {
    let last = use_mut_ref(|| None::<Same<Limits>>);
    let limits = use_selector(move |snapshot| {
        let project = &snapshot.project;
        let found =
            project.documents.get(&document).map(|found| Limits::of(project, found, &project.quotations_in(document)));
        let found = found.unwrap_or_default();
        let mut last = last.borrow_mut();
        match &*last {
            Some(same) if *same.0 == found => same.clone(),
            _ => last.insert(Same(Rc::new(found))).clone(),
        }
    });
    limits.unwrap_or_else(|| Same(Rc::default()))
}

/// Brings a span into the middle of the view.
pub fn scroll_to(on_page: &OnPage, span: Span) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    let words = on_page.with(|sheet| sheet.words(sheet.text.paragraph_at(span.start)));
    if let Some(words) = words {
        words.scroll_into_view_with_scroll_into_view_options(&options);
        // A long paragraph's middle may be far from the passage in it.
        let target = words.query_selector(&format!("mark[data-at=\"{}\"]", span.start.0)).ok().flatten();
        if let Some(mark) = target {
            mark.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}

/// The scrolling element that something is in.
pub fn scroller(element: &Element) -> Option<Element> {
    element.closest(".pane__scroll").ok().flatten()
}

/// How many sections are sure to fill the window: each is at least so high, in CSS pixels, with the smallest letters.
fn filling() -> usize {
    const SECTION: f64 = 1000.0;
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64());
    1 + (height.unwrap_or_default() / SECTION) as usize
}

/// What keeps the sections alive: those near the view get stripes, and the rest become paragraphs at idle.
struct Alive {
    on_page: OnPage,
    observer: Option<IntersectionObserver>,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
    _print: EventListener,
    _opened: AfterPaint,
    idle: Rc<RefCell<Option<Timeout>>>,
}

/// What the browser told of sections that came near the view or left it, and is not made yet.
struct Seen {
    sheets: Rc<RefCell<Sheets>>,
    update: yew::functional::UseForceUpdateHandle,
    queue: RefCell<Vec<(usize, bool)>>,
}

impl Seen {
    fn make(&self) {
        let Ok(mut sheets) = self.sheets.try_borrow_mut() else { return };
        let mut changed = false;
        for (n, near) in self.queue.take() {
            let level = match (near, sheets.level(n)) {
                (true, _) => Level::Near,
                (false, Level::Near) => Level::Marked,
                (false, level) => level,
            };
            changed |= sheets.set_level(n, level);
        }
        if changed {
            self.update.force_update();
        }
    }
}

impl Alive {
    fn new(on_page: &OnPage, update: yew::functional::UseForceUpdateHandle) -> Alive {
        let sheets = Rc::clone(&on_page.sheets);
        let seen = Rc::new(Seen { sheets: Rc::clone(&sheets), update: update.clone(), queue: RefCell::default() });
        // What is told first is what stands around the first screen, which is painted before more is made.
        let idle = Rc::default();
        let opened = {
            let (seen, idle) = (Rc::clone(&seen), Rc::clone(&idle));
            let (sheets, update) = (Rc::clone(&sheets), update.clone());
            let opened = Rc::new(Cell::new(false));
            let soon = Rc::clone(&opened);
            let waiting = AfterPaint::new(move || {
                soon.set(true);
                seen.make();
                at_idle(&idle, sheets, update);
            });
            (opened, waiting)
        };
        let seen = {
            let opened = Rc::clone(&opened.0);
            Closure::new(move |entries: js_sys::Array| {
                for entry in entries.iter() {
                    let entry: IntersectionObserverEntry = entry.unchecked_into();
                    if let Some(n) = entry.target().get_attribute("data-s").and_then(|n| n.parse().ok()) {
                        seen.queue.borrow_mut().push((n, entry.is_intersecting()));
                    }
                }
                if opened.get() {
                    seen.make();
                }
            })
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(AHEAD);
        let root = on_page.root.cast::<Element>();
        if let Some(scroller) = root.as_ref().and_then(scroller) {
            options.set_root(Some(&scroller));
        }
        let observer =
            IntersectionObserver::new_with_options(js_sys::Function::unchecked_from_js_ref(seen.as_ref()), &options)
                .ok();
        if let (Some(observer), Some(root)) = (&observer, &root) {
            let children = root.children();
            for section in (0..children.length()).filter_map(|n| children.item(n)) {
                observer.observe(&section);
            }
        }
        let print = {
            let (sheets, update) = (Rc::clone(&sheets), update.clone());
            EventListener::new(&gloo::utils::window(), "beforeprint", move |_| {
                let count = sheets.borrow().view().sections().len();
                for n in 0..count {
                    sheets.borrow_mut().set_level(n, Level::Near);
                }
                update.force_update();
            })
        };
        Alive { on_page: on_page.clone(), observer, _seen: seen, _print: print, _opened: opened.1, idle }
    }

    /// Goes to a place that was remembered.
    fn go(&self, place: ReadingPlace) {
        let Some(root) = self.on_page.root.cast::<Element>() else { return };
        if place == ReadingPlace::default() {
            // The very top, with the title; the scrolling element may come from another document.
            scroller(&root).iter().for_each(|scroller| scroller.set_scroll_top(0));
            return;
        }
        let section = u32::try_from(place.section).ok().and_then(|n| root.children().item(n));
        if let (Some(section), Some(scroller)) = (section, scroller(&root)) {
            let below = section.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top();
            scroller.set_scroll_top((f64::from(scroller.scroll_top()) + below + place.above) as i32);
        }
    }

    /// Remembers where one is whenever it scrolls: once the text is left, it is too late to ask.
    fn remember(&self, store: crate::store::Store, pane: PaneId, document: DocumentId) -> Option<EventListener> {
        let root = self.on_page.root.cast::<Element>()?;
        let scroller = scroller(&root)?;
        let options = EventListenerOptions::default();
        Some(EventListener::new_with_options(&scroller.clone(), "scroll", options, move |_| {
            if let Some(place) = place_in_view(&root, &scroller) {
                store.remember_place(pane, document, place);
            }
        }))
    }
}

/// The first section in view, and how much of it is above. Asked at every frame of scrolling, so not of every section.
fn place_in_view(root: &Element, scroller: &Element) -> Option<ReadingPlace> {
    let top = scroller.get_bounding_client_rect().top();
    let sections = root.children();
    let (mut first, mut end) = (0, sections.length());
    while first < end {
        let middle = first.midpoint(end);
        if sections.item(middle)?.get_bounding_client_rect().bottom() > top {
            end = middle;
        } else {
            first = middle + 1;
        }
    }
    let above = top - sections.item(first)?.get_bounding_client_rect().top();
    Some(ReadingPlace { section: first as usize, above: above.max(0.0) })
}

impl Drop for Alive {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.idle.borrow_mut().take();
    }
}

/// Between two sections that are made ahead, in milliseconds: input and frames come first.
const PAUSE: u32 = 60;

/// Makes one section after the other into paragraphs while nothing else is to be done.
fn at_idle(
    waiting: &Rc<RefCell<Option<Timeout>>>,
    sheets: Rc<RefCell<Sheets>>,
    update: yew::functional::UseForceUpdateHandle,
) {
    let again = Rc::clone(waiting);
    *waiting.borrow_mut() = Some(Timeout::new(PAUSE, move || {
        let made = match sheets.try_borrow_mut() {
            Ok(mut sheets) => match sheets.next_far() {
                Some(n) => sheets.set_level(n, Level::Marked),
                None => return,
            },
            Err(_) => false,
        };
        if made {
            update.force_update();
        }
        at_idle(&again, sheets, update);
    }));
}

/// Tells when an element's size changes, until it is dropped.
pub struct SizeWatch {
    observer: web_sys::ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Begins to watch; `changed` is called once at the beginning, too.
    pub fn new(element: &Element, changed: impl Fn() + 'static) -> Option<SizeWatch> {
        let changed = Closure::<dyn FnMut()>::new(changed);
        let observer = web_sys::ResizeObserver::new(js_sys::Function::unchecked_from_js_ref(changed.as_ref())).ok()?;
        observer.observe(element);
        Some(SizeWatch { observer, _changed: changed })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when the text becomes wider or narrower, so that its lines break elsewhere.
fn watch_width(root: &Element, changed: impl Fn() + 'static) -> Option<SizeWatch> {
    let width = Cell::new(root.client_width());
    let element = root.clone();
    SizeWatch::new(root, move || {
        let now = element.client_width();
        if width.replace(now) != now {
            changed();
        }
    })
}
