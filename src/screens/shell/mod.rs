//! The frame around an open project: header, navigation, the screen, and what stands beside it.

mod actions;
pub mod appearance;
mod header;

use std::rc::Rc;

use emic_core::ids::ProjectId;
use emic_core::ledger::Done;
use yew::prelude::*;

use crate::i18n::tr;
use crate::route::{CasesPart, GuidePart, Place, Route};
use crate::screens::backups::BackupsScreen;
use crate::screens::book::BookScreen;
use crate::screens::cases::CasesScreen;
use crate::screens::codes::{CodebookScreen, CodesPanel};
use crate::screens::documents::{DocumentsNav, DocumentsScreen};
use crate::screens::guide::GuideScreen;
use crate::screens::history::HistoryScreen;
use crate::screens::kept;
use crate::screens::memos::MemosScreen;
use crate::screens::panes::{Panes, arrive};
use crate::screens::quotation::QuotationPanel;
use crate::screens::reader::focus_text_of;
use crate::screens::retrieve::RetrieveScreen;
use crate::screens::scope::{ScopeBar, ScopeChoice};
use crate::screens::search::{SearchDesk, SearchScreen};
use crate::screens::themes::ThemesScreen;
use crate::session::ProjectBanners;
use crate::store::{use_active_pane, use_after_paint, use_selector, use_store};
use crate::tour::TourCard;
use crate::widgets::{Side, Splitter, clear_toasts, dom, review_toasts};
use actions::ProjectActions;
use header::Header;

/// Which project is open, and what is shown of it.
#[derive(Properties, PartialEq)]
pub struct ProjectShellProps {
    /// The project.
    pub project: ProjectId,
    /// The place in it.
    pub place: Place,
}

/// The frame around an open project. After something was removed for good it is made anew, so that no field, list or
/// search still holds words of it.
#[component]
pub fn ProjectShell(props: &ProjectShellProps) -> Html {
    let ProjectShellProps { project, place } = *props;
    let purged = use_selector(|snapshot| snapshot.purged).unwrap_or_default();
    let forgotten = use_mut_ref(|| purged);
    if forgotten.replace(purged) != purged {
        kept::forget(project);
    }
    // A notice about a step goes when it is not the one that would be undone any more, and all go with the project.
    let next = use_selector(|snapshot| {
        let id = |done: &Option<Rc<Done>>| done.as_ref().map(|done| done.id);
        (id(&snapshot.undoable), id(&snapshot.redoable))
    });
    use_effect_with(next, |_| review_toasts());
    use_effect_with(project, |_| clear_toasts);
    html! { <Frame key={purged} {project} {place} /> }
}

#[component]
fn Frame(props: &ProjectShellProps) -> Html {
    let store = use_store();
    let nav_open = use_state_eq(|| false);
    let aside_open = use_state_eq(|| false);
    {
        let (nav_open, aside_open) = (nav_open.clone(), aside_open.clone());
        let last = use_mut_ref(|| None::<Place>);
        let (store, project) = (store.clone(), props.project);
        use_effect_with(props.place, move |place| {
            arrive(&store, project, *place, last.replace(Some(*place)));
            nav_open.set(false);
            aside_open.set(false);
        });
    }
    let reading = props.place.is_reading();
    let active = use_active_pane();
    // What stands beside the reader is made once the text is on the page and stays, so that coming back costs little.
    let beside = use_mut_ref(|| false);
    *beside.borrow_mut() |= use_after_paint(reading);
    let beside = *beside.borrow();
    let class = classes!(
        "app",
        (!reading).then_some("app--no-aside"),
        nav_open.then_some("app--nav-open"),
        aside_open.then_some("app--aside-open"),
    );
    let screen = match props.place {
        Place::Read(..) | Place::Both(..) => html! { <Panes project={props.project} /> },
        Place::Documents => html! { <DocumentsScreen /> },
        Place::Codes(code) => html! { <CodebookScreen {code} /> },
        Place::Book(part) => html! { <BookScreen project={props.project} {part} /> },
        Place::Guide(part) => html! { <GuideScreen project={props.project} {part} /> },
        Place::Cases(part) => html! { <CasesScreen project={props.project} {part} /> },
        Place::Retrieve(code) => html! { <RetrieveScreen {code} /> },
        Place::Memos(memo) => html! { <MemosScreen project={props.project} {memo} /> },
        Place::Themes(theme) => html! { <ThemesScreen project={props.project} {theme} /> },
        Place::Search => html! { <SearchScreen project={props.project} /> },
        Place::History => html! { <HistoryScreen /> },
        Place::Backups => html! { <BackupsScreen /> },
    };
    let main = use_node_ref();
    let close = {
        let (nav_open, aside_open, main) = (nav_open.clone(), aside_open.clone(), main.clone());
        move || {
            nav_open.set(false);
            aside_open.set(false);
            // What had the focus goes out of sight with the drawer.
            if let Some(main) = main.cast::<web_sys::Element>().filter(|_| !focus_text_of(store.active_pane())) {
                dom::focus(&main);
            }
        }
    };
    let onkeydown = {
        let (close, drawer) = (close.clone(), *nav_open || *aside_open);
        Callback::from(move |event: KeyboardEvent| {
            let own = drawer && event.key() == "Escape" && !event.default_prevented() && !event.is_composing();
            if own && gloo::utils::document().query_selector("dialog[open]").ok().flatten().is_none() {
                close();
            }
        })
    };
    let search = (*use_memo((), |()| SearchDesk::default())).clone();
    html! {
        <ContextProvider<SearchDesk> context={search}>
        <div {class} {onkeydown}>
            <ProjectActions key="actions" project={props.project} />
            <Header
                key="header"
                project={props.project}
                on_nav={{ let nav_open = nav_open.clone(); Callback::from(move |()| nav_open.set(!*nav_open)) }}
                on_aside={reading.then(|| { let aside_open = aside_open.clone(); Callback::from(move |()| aside_open.set(!*aside_open)) })}
            />
            <div key="banner" class="app__banner">
                <ProjectBanners />
                <ScopeBar />
            </div>
            <nav key="nav" class="app__nav" aria-label={tr!("nav-project")}>
                <div class="app__scroll">
                    <ScopeChoice />
                    <Links project={props.project} place={props.place} />
                    <DocumentsNav pane={active} />
                </div>
                <Splitter name="nav" label={tr!("resize-panes")} default=240 min=176 max=420 />
            </nav>
            <TourCard key="tour" project={props.project} place={props.place} />
            <main ref={main} key="main" id="content" class="app__main" tabindex="-1">{ screen }</main>
            <aside key="aside" class="app__aside" aria-label={tr!("details")} aria-hidden={(!reading).then_some("true")}>
                <div class="app__scroll">
                    if beside {
                        <QuotationPanel pane={active} />
                        <CodesPanel pane={active} />
                    }
                </div>
                <Splitter name="aside" side={Side::After} label={tr!("resize-panes")} default=320 min=240 max=620 />
            </aside>
            <button key="scrim" class="app__scrim" type="button" aria-label={tr!("close")} onclick={Callback::from(move |_: MouseEvent| close())}></button>
        </div>
        </ContextProvider<SearchDesk>>
    }
}

#[derive(Properties, PartialEq)]
struct LinksProps {
    project: ProjectId,
    place: Place,
}

/// The ways to the project's screens, with what each holds.
#[component]
fn Links(props: &LinksProps) -> Html {
    let counts =
        use_selector(|snapshot| (snapshot.counts(), snapshot.project.questions.len(), snapshot.project.cases.len()));
    let memos = use_selector(|snapshot| (snapshot.project.memos.len(), snapshot.project.themes.len()));
    let (memos, themes) = memos.unwrap_or_default();
    let ((documents, codes, quotations), questions, cases) = counts.unwrap_or_default();
    let here = match props.place {
        Place::Both(..) => Place::Read(None, None),
        Place::Book(_) => Place::Codes(None),
        place => place,
    };
    let here = std::mem::discriminant(&here);
    let link = |place: Place, label: AttrValue, count: Option<usize>| {
        let current = (std::mem::discriminant(&place) == here).then_some("page");
        html! {
            <a class="nav__link" href={Route::Project(props.project, place).hash()} aria-current={current}>
                { label }
                if let Some(count) = count {
                    <span class="num">{ crate::i18n::format_number(count as f64) }</span>
                }
            </a>
        }
    };
    html! {
        <div class="nav__links">
            { link(Place::Read(None, None), tr!("nav-read"), None) }
            { link(Place::Documents, tr!("documents"), Some(documents)) }
            { link(Place::Codes(None), tr!("nav-codebook"), Some(codes)) }
            { link(Place::Guide(GuidePart::Questions), tr!("guide"), Some(questions)) }
            { link(Place::Cases(CasesPart::Sheet(None)), tr!("cases"), Some(cases)) }
            { link(Place::Retrieve(None), tr!("quotations"), Some(quotations)) }
            { link(Place::Memos(None), tr!("memos"), Some(memos)) }
            { link(Place::Themes(None), tr!("themes"), Some(themes)) }
            { link(Place::Search, tr!("nav-search"), None) }
            { link(Place::History, tr!("nav-history"), None) }
            { link(Place::Backups, tr!("nav-backups"), None) }
        </div>
    }
}
