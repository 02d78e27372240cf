//! Memos: written, filtered, read as a journal, taken along; and what quotations say of each other.

mod editor;
mod links;
mod on;
mod pick;
mod versions;
mod words;

use std::rc::Rc;

use emic_core::ids::{MemoId, ProjectId};
use emic_core::project::{Memo, MemoKind, Project, QuotationAt, Relation};
use emic_formats::memos::{Labels, Naming};
use emic_view::memos::{Filter, Order, bare, list};
use yew::prelude::*;

use crate::i18n::{format_date, format_date_time, tr, unmarked};
use crate::route::{Place, Route};
use crate::screens::growing::use_growing;
use crate::screens::kept;
use crate::screens::quotation::shortened;
use crate::session::{FileKind, download};
use crate::store::{Same, use_settled_project, use_store, use_writable};
use crate::widgets::{
    Button, ButtonVariant, EmptyState, IconName, Menu, MenuItem, SearchField, Select, SelectOption, toast,
};
use editor::Editor;
use links::AllLinks;
use words::{about_in_file, about_name, is_hidden, kind_name, rendered, subject_name};

pub use links::QuotationLinks;
pub use on::{MemoButton, open_on, write_new};

/// How many memos are shown at once, and how many more at a time.
const FIRST: usize = 60;
/// How long the beginning of a memo is shown in the list, in code points.
const BEGINNING: usize = 120;

/// How the memos were left.
#[derive(Clone, PartialEq, Default)]
struct View {
    filter: Filter,
    order: Order,
    shown: Shown,
    /// The quotation that a link is to begin at, and how it stands to the other one.
    pending: Option<(QuotationAt, Relation)>,
}

/// What of the memos is shown.
#[derive(Clone, Copy, PartialEq, Default)]
enum Shown {
    #[default]
    List,
    Journal,
    Links,
}

/// What the memos' screen shows.
#[derive(Properties, PartialEq)]
pub struct MemosScreenProps {
    /// The project.
    pub project: ProjectId,
    /// The memo that is open.
    pub memo: Option<MemoId>,
}

/// The memos.
#[component]
pub fn MemosScreen(props: &MemosScreenProps) -> Html {
    let (store, writable, id) = (use_store(), use_writable(), props.project);
    let view = use_state_eq(|| kept::recall::<View>(id, "memos"));
    let Some(project) = use_settled_project() else { return html! { <section class="page"></section> } };
    let set = {
        let view = view.setter();
        move |change: &dyn Fn(&mut View)| {
            let mut next = kept::recall::<View>(id, "memos");
            change(&mut next);
            kept::keep(id, "memos", next.clone());
            view.set(next);
        }
    };
    let memos = use_memo((project.clone(), (*view).clone()), |(project, view)| {
        list(project, &view.filter, if view.shown == Shown::Journal { Order::Created } else { view.order })
    });
    let open = props.memo.and_then(|id| project.memos.get(&id).cloned());
    let new = {
        let (store, about) = (store, view.filter.subject.clone());
        Callback::from(move |_: MouseEvent| write_new(&store, about.clone()))
    };
    let tab = |shown: Shown, label: AttrValue| {
        let set = set.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            set(&|view| view.shown = shown);
            Route::Project(id, Place::Memos(None)).go();
        });
        let pressed = if view.shown == shown { "true" } else { "false" };
        html! { <button type="button" class="memos__tab" aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    let empty = project.memos.is_empty();
    let body = match view.shown {
        Shown::Links if project.links.is_empty() => html! {
            <EmptyState icon={IconName::Quote} title={tr!("links-none")} text={tr!("links-none-text")} />
        },
        Shown::Links => html! { <AllLinks project={project.clone()} /> },
        _ if empty => html! {
            <EmptyState icon={IconName::Comment} title={tr!("memos-none")} text={tr!("memos-none-text")}>
                if writable {
                    <Button label={tr!("memos-first")} variant={ButtonVariant::Primary} icon={IconName::Plus} onclick={new.clone()} />
                }
            </EmptyState>
        },
        _ if memos.is_empty() => html! { <p class="soft">{ tr!("nothing-found") }</p> },
        Shown::Journal => html! { <Journal project={project.clone()} memos={Same(Rc::clone(&memos))} /> },
        Shown::List => {
            html! { <List project={project.clone()} memos={Same(Rc::clone(&memos))} current={props.memo} /> }
        }
    };
    let filters = !empty && view.shown != Shown::Links;
    html! {
        <section class={classes!("page", "memos", open.is_some().then_some("memos--open"))} aria-labelledby="memos-title">
            <div class="page__head">
                <h1 id="memos-title">{ tr!("memos") }</h1>
                <div class="row row--wrap">
                    if writable {
                        <Button label={tr!("memos-new")} variant={ButtonVariant::Primary} icon={IconName::Plus} onclick={new} />
                    }
                    if !empty {
                        <ExportMenu project={project.clone()} memos={Same(Rc::clone(&memos))} />
                    }
                </div>
            </div>
            <div class="memos__tabs" role="group" aria-label={tr!("memos-views")}>
                { tab(Shown::List, tr!("memos-list")) }
                { tab(Shown::Journal, tr!("memos-journal")) }
                { tab(Shown::Links, tr!("links")) }
            </div>
            <div class="memos__both">
                <div key="side" class="memos__side">
                    if filters {
                        <Filters project={project.clone()} view={(*view).clone()} on_view={Callback::from(move |next: View| set(&|view| *view = next.clone()))} />
                    }
                    <div key="body">{ body }</div>
                </div>
                if let Some(memo) = open {
                    <Editor key={memo.id.to_string()} project={project.clone()} memo={Same(Rc::clone(&memo))} />
                } else {
                    <div key="none" class="memos__nothing">
                        if props.memo.is_some() {
                            <p class="soft">{ tr!("memos-missing") }</p>
                        }
                    </div>
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FiltersProps {
    project: Same<Project>,
    view: View,
    on_view: Callback<View>,
}

/// What narrows the list.
#[component]
fn Filters(props: &FiltersProps) -> Html {
    let (project, view) = (&props.project, &props.view);
    let set = |change: fn(&mut View, String)| {
        let (view, on_view) = (view.clone(), props.on_view.clone());
        Callback::from(move |value: String| {
            let mut view = view.clone();
            change(&mut view, value);
            on_view.emit(view);
        })
    };
    let any = |label: AttrValue| SelectOption::new("", label);
    let kinds = kinds(project).into_iter().map(|kind| SelectOption::new(kind.key().to_owned(), kind_name(&kind)));
    let abouts = [
        ("free", tr!("memos-about-free")),
        ("project", tr!("memos-about-project")),
        ("document", tr!("document")),
        ("code", tr!("code")),
        ("quotation", tr!("quotation")),
        ("case", tr!("case")),
    ];
    let coders = project.coders.values().map(|coder| SelectOption::new(coder.id.to_string(), coder.name.clone()));
    let orders =
        [("changed", tr!("memos-by-changed")), ("created", tr!("memos-by-created")), ("title", tr!("memos-by-title"))];
    let order = match view.order {
        Order::Changed => "changed",
        Order::Created => "created",
        Order::Title => "title",
    };
    let all = {
        let (view, on_view) = (view.clone(), props.on_view.clone());
        Callback::from(move |_: MouseEvent| on_view.emit(View { filter: Filter::default(), ..view.clone() }))
    };
    let about = view.filter.subject.as_ref().and_then(|subject| subject_name(project, subject));
    html! {
        <div class="memos__filters">
            <SearchField
                label={tr!("memos-search")}
                value={view.filter.words.clone()}
                on_input={set(|view, words| view.filter.words = words)}
            />
            <div class="memos__choices">
                <Select label={tr!("memos-kind")} value={view.filter.kind.clone()} options={[any(tr!("memos-any-kind"))].into_iter().chain(kinds).collect::<Vec<_>>()} on_change={set(|view, kind| view.filter.kind = kind)} />
                <Select label={tr!("memos-about")} value={view.filter.about.clone()} options={[any(tr!("memos-any-about"))].into_iter().chain(abouts.map(|(key, name)| SelectOption::new(key, name))).collect::<Vec<_>>()} on_change={set(|view, about| view.filter.about = about)} />
                if project.coders.len() > 1 {
                    <Select label={tr!("memos-coder")} value={view.filter.coder.map(|id| id.to_string()).unwrap_or_default()} options={[any(tr!("memos-any-coder"))].into_iter().chain(coders).collect::<Vec<_>>()} on_change={set(|view, coder| view.filter.coder = coder.parse().ok())} />
                }
                if view.shown == Shown::List {
                    <Select label={tr!("memos-order")} value={order} options={orders.map(|(key, name)| SelectOption::new(key, name)).to_vec()} on_change={set(|view, order| view.order = match order.as_str() {
                        "created" => Order::Created,
                        "title" => Order::Title,
                        _ => Order::Changed,
                    })} />
                }
            </div>
            if !view.filter.is_open() {
                <p class="memos__narrowed small">
                    if let Some(about) = about {
                        <span>{ tr!("memos-only-about", name = about) }</span>
                    }
                    <Button label={tr!("memos-show-all")} small=true onclick={all} />
                </p>
            }
        </div>
    }
}

/// The kinds there are: those with a name in every language, and those that people have named.
fn kinds(project: &Project) -> Vec<MemoKind> {
    let own = project.memos.values().map(|memo| memo.kind.clone()).filter(|kind| matches!(kind, MemoKind::Own(_)));
    let own: std::collections::BTreeSet<MemoKind> = own.collect();
    MemoKind::NAMED.into_iter().chain(own).collect()
}

#[derive(Properties, PartialEq)]
struct ListProps {
    project: Same<Project>,
    memos: Same<Vec<Rc<Memo>>>,
    #[prop_or_default]
    current: Option<MemoId>,
}

/// Kind, subject, coder and time of a memo in a line.
fn facts(project: &Project, memo: &Memo) -> Html {
    let coder = project.coders.get(&memo.created.by).map(|coder| coder.name.clone()).unwrap_or_default();
    html! {
        <span class="soft small memos__facts">
            { kind_name(&memo.kind) }
            if let Some(about) = about_name(project, memo) {
                { " · " }<bdi>{ about }</bdi>
            }
            { " · " }<bdi>{ coder }</bdi>
            { " · " }{ format_date(memo.touched().0 as f64) }
        </span>
    }
}

/// The memos, a row each.
#[component]
fn List(props: &ListProps) -> Html {
    let project = &props.project;
    let shown = use_growing(props.memos.len(), FIRST, FIRST);
    html! {
        <ul class="memos__list" aria-label={tr!("memos")}>
            { for props.memos.iter().take(shown).map(|memo| {
                let here = props.current == Some(memo.id);
                html! {
                    <li key={memo.id.to_string()} class="memos__row">
                        <a href={Route::Project(project.id, Place::Memos(Some(memo.id))).hash()} aria-current={here.then_some("true")}>
                            <bdi class="memos__title">{ memo.title.clone() }</bdi>
                            if !memo.words.trim().is_empty() {
                                <span class="memos__beginning" dir="auto">{ shortened(&bare(&memo.words), BEGINNING) }</span>
                            }
                            { facts(project, memo) }
                        </a>
                    </li>
                }
            }) }
        </ul>
    }
}

/// The memos as they were written, day by day.
#[component]
fn Journal(props: &ListProps) -> Html {
    let project = &props.project;
    let shown = use_growing(props.memos.len(), FIRST / 4, FIRST / 4);
    let mut days: Vec<(String, Vec<&Rc<Memo>>)> = Vec::new();
    for memo in props.memos.iter().take(shown) {
        let day = format_date(memo.created.at.0 as f64);
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, memos)) => memos.push(memo),
            None => days.push((day, vec![memo])),
        }
    }
    html! {
        <div class="memos__journal">
            { for days.into_iter().map(|(day, memos)| html! {
                <section key={day.clone()}>
                    <h2 class="memos__day">{ day.clone() }</h2>
                    { for memos.into_iter().map(|memo| html! {
                        <article key={memo.id.to_string()} class="memos__entry">
                            <h3><a href={Route::Project(project.id, Place::Memos(Some(memo.id))).hash()}><bdi>{ memo.title.clone() }</bdi></a></h3>
                            { facts(project, memo) }
                            { rendered(project, &memo.words, 4) }
                        </article>
                    }) }
                </section>
            }) }
        </div>
    }
}

/// Offers the memos on show as a file.
#[component]
fn ExportMenu(props: &ListProps) -> Html {
    let item = |label: AttrValue, kind: FileKind, table: bool| {
        let (project, memos) = (props.project.clone(), props.memos.clone());
        MenuItem::new(label, Callback::from(move |()| export(&project, &memos, kind, table)))
    };
    let items: Rc<[MenuItem]> = Rc::from([
        item(tr!("memos-as-markdown"), FileKind::Markdown, false),
        item(tr!("memos-as-csv"), FileKind::Csv, true),
    ]);
    html! { <Menu label={tr!("memos-export")} icon={IconName::Download} {items} /> }
}

/// Hands memos over as a file, without those about what is withdrawn.
fn export(project: &Project, memos: &[Rc<Memo>], kind: FileKind, table: bool) {
    let hidden = |memo: &Memo| memo.about.as_ref().is_some_and(|about| is_hidden(project, &about.subject));
    let free: Vec<Rc<Memo>> = memos.iter().filter(|memo| !hidden(memo)).cloned().collect();
    let left_out = memos.len() - free.len();
    let labels = Labels {
        title: format!("{}: {}", project.meta.title, unmarked(tr!("memos"))),
        memo: unmarked(tr!("title")),
        kind: unmarked(tr!("memos-kind")),
        about: unmarked(tr!("memos-about")),
        words: unmarked(tr!("memos-words")),
        coder: unmarked(tr!("memos-coder")),
        created: unmarked(tr!("memos-written")),
        changed: unmarked(tr!("memos-changed")),
        withdrawn: unmarked(tr!("memos-about-withdrawn")),
    };
    let naming = Naming {
        kind: &|memo| unmarked(kind_name(&memo.kind)),
        about: &|memo| about_in_file(project, memo).map(unmarked).unwrap_or_default(),
        time: &|time| format_date_time(time.0 as f64),
    };
    let write = if table { emic_formats::memos::csv } else { emic_formats::memos::markdown };
    let name = format!("{} {}", project.meta.title, unmarked(tr!("memos")));
    match download(&name, kind, write(project, &free, &labels, &naming).as_bytes()) {
        Ok(name) if left_out > 0 => toast(tr!("memos-exported-without", name = name, n = left_out), None),
        Ok(name) => toast(tr!("exported-as", name = name), None),
        Err(why) => toast(why, None),
    }
}
