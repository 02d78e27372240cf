//! The documents in the navigation beside the reader: a tree to open, rearrange and tidy them.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::consent::shown_quotations;
use emic_core::ids::{DocumentId, FolderId, ProjectId};
use emic_core::project::{Document, Folder, Project, Table};
use emic_core::scope::Within;
use yew::prelude::*;

use super::ask::{Ask, AskDialog};
use super::node::{Node, move_edit, nodes};
use super::screen::empty_words;
use crate::i18n::{format_number, refused, tr};
use crate::route::{Place, Route};
use crate::screens::panes::open_beside;
use crate::store::pane::PaneId;
use crate::store::{use_pane, use_scope, use_selector, use_store, use_writable};
use crate::widgets::{
    Button, ButtonVariant, ContextMenu, EmptyState, Icon, IconButton, IconName, MoveTarget, SearchField, Tree,
    announce, dom, toast,
};

/// From how many documents on there is a field to find one.
const FILTER_FROM: usize = 10;
/// Milliseconds within which two presses are one double press.
const DOUBLE: f64 = 500.0;

/// What the navigation needs.
#[derive(Properties, PartialEq)]
pub struct DocumentsNavProps {
    /// The pane that a chosen document is shown in.
    pub pane: PaneId,
}

/// What the tree is made of; the same as long as neither documents nor folders change.
#[derive(Clone)]
struct Shelf {
    project: Rc<Project>,
    documents: Table<DocumentId, Document>,
    folders: Table<FolderId, Folder>,
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Shelf) -> bool {
        self.documents.same(&other.documents) && self.folders.same(&other.folders)
    }
}

/// The documents in the navigation.
#[component]
pub fn DocumentsNav(props: &DocumentsNavProps) -> Html {
    let shelf = use_selector(|snapshot| {
        let project = &snapshot.project;
        let (documents, folders) = (project.documents.clone(), project.folders.clone());
        Shelf { project: Rc::clone(project), documents, folders }
    });
    let writable = use_writable();
    let ask = use_state(|| None::<Ask>);
    let on_ask = {
        let ask = ask.setter();
        use_callback((), move |what: Ask, ()| ask.set(Some(what)))
    };
    let on_close = {
        let ask = ask.setter();
        use_callback((), move |(), ()| ask.set(None))
    };
    let heading = dom::use_id("documents");
    let empty = shelf.as_ref().is_none_or(|shelf| shelf.documents.is_empty() && shelf.folders.is_empty());
    let asks = |what: Ask| on_ask.reform(move |_: MouseEvent| what.clone());
    html! {
        <section class="docnav" aria-labelledby={heading.clone()}>
            <div class="docnav__head" key="head">
                <h2 class="nav__heading docnav__heading" id={heading}>{ tr!("documents") }</h2>
                <IconButton
                    label={tr!("documents-new-folder")}
                    icon={IconName::Folder}
                    small=true
                    disabled={!writable}
                    onclick={asks(Ask::NewFolder(None))}
                />
                <IconButton
                    label={tr!("documents-import")}
                    icon={IconName::Plus}
                    small=true
                    disabled={!writable}
                    onclick={asks(Ask::Import(Vec::new(), None))}
                />
            </div>
            if let Some(shelf) = shelf.filter(|_| !empty) {
                <Shelves key="tree" pane={props.pane} {shelf} on_ask={on_ask.clone()} />
            } else {
                <EmptyState
                    key="empty"
                    small=true
                    icon={IconName::Document}
                    title={empty_words(writable).0}
                    text={empty_words(writable).1}
                >
                    if writable {
                        <Button
                            label={tr!("documents-import")}
                            variant={ButtonVariant::Primary}
                            icon={IconName::Upload}
                            onclick={asks(Ask::Import(Vec::new(), None))}
                        />
                    }
                </EmptyState>
            }
            <AskDialog key="ask" ask={(*ask).clone()} {on_close} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ShelvesProps {
    pane: PaneId,
    shelf: Shelf,
    on_ask: Callback<Ask>,
}

type MenuAt = (Node, (i32, i32));

/// The tree itself, with the field that filters it.
#[component]
fn Shelves(props: &ShelvesProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let current = use_pane(props.pane, |pane| pane.document);
    let scope = use_scope();
    let filter = use_state_eq(String::new);
    // Whether what the scope leaves out is shown as well.
    let all = use_state_eq(|| false);
    let closed = use_state(BTreeSet::<FolderId>::new);
    let menu = use_state(|| None::<MenuAt>);
    let pressed = use_mut_ref(|| f64::NEG_INFINITY);
    let project = Rc::clone(&props.shelf.project);
    let many = project.documents.len() >= FILTER_FROM;
    let within = use_memo((props.shelf.clone(), scope), |(shelf, scope)| scope.within(&shelf.project));
    let outside = project.documents.keys().filter(|id| !within.contains_document(**id)).count();
    let nodes = {
        let seen = if *all { Rc::default() } else { Rc::clone(&within) };
        let deps = (props.shelf.clone(), seen, (*filter).clone(), (*closed).clone());
        use_memo(deps, |(shelf, seen, filter, closed)| {
            let filter = if shelf.documents.len() >= FILTER_FROM { filter.as_str() } else { "" };
            Rc::<[_]>::from(nodes(&shelf.project, seen, filter, closed))
        })
    };
    let row = {
        let menu = menu.setter();
        let deps = (props.shelf.clone(), current, Rc::clone(&within));
        use_callback(deps, move |key: AttrValue, (shelf, current, within)| {
            row(&key, &shelf.project, *current, within, &menu)
        })
    };
    let toggle = {
        let closed = closed.clone();
        Callback::from(move |(key, open): (AttrValue, bool)| {
            if let Some(Node::Folder(id)) = Node::of_key(&key) {
                let mut next = (*closed).clone();
                if open {
                    next.remove(&id)
                } else {
                    next.insert(id)
                };
                closed.set(next);
            }
        })
    };
    let go = {
        let (project, closed, toggle) = (project.id, closed.clone(), toggle.clone());
        move |key: AttrValue| match Node::of_key(&key) {
            Some(Node::Document(id)) => open(project, id),
            Some(Node::Folder(id)) => toggle.emit((key, closed.contains(&id))),
            None => {}
        }
    };
    let on_select = {
        let (go, pressed) = (go.clone(), pressed.clone());
        Callback::from(move |key| {
            *pressed.borrow_mut() = dom::now();
            go(key);
        })
    };
    let on_activate = Callback::from(move |key| {
        // The second press of a double one was a press already.
        if dom::now() - *pressed.borrow() > DOUBLE {
            go(key);
        }
    });
    let on_move = {
        let store = store.clone();
        Callback::from(move |(key, target): (AttrValue, MoveTarget)| {
            let Some(project) = store.snapshot().map(|snapshot| snapshot.project) else { return };
            let Some(node) = Node::of_key(&key) else { return };
            let name = node.name(&project).unwrap_or_default();
            match move_edit(&project, node, &target).map(|edit| store.act(vec![edit])) {
                Some(Ok(_)) => announce(&moved(&project, &name, &target)),
                Some(Err(why)) => toast(refused(&why), None),
                None => announce(&tr!("tree-cannot-move", name = &name)),
            }
        })
    };
    let on_menu = {
        let menu = menu.setter();
        Callback::from(move |(key, at): (AttrValue, (i32, i32))| {
            menu.set(Node::of_key(&key).map(|node| (node, at)));
        })
    };
    let on_key = {
        let on_ask = props.on_ask.clone();
        Callback::from(move |(key, event): (AttrValue, KeyboardEvent)| {
            let Some(node) = Node::of_key(&key).filter(|_| writable) else { return };
            let what = match (event.key().as_str(), node) {
                ("F2", _) => Ask::Rename(node),
                ("Delete", Node::Document(id)) => Ask::Delete(Rc::from([id])),
                ("Delete", Node::Folder(id)) => Ask::DeleteFolder(id),
                _ => return,
            };
            event.prevent_default();
            on_ask.emit(what);
        })
    };
    let items = match *menu {
        Some((Node::Document(id), _)) => {
            let project = project.id;
            let beside = {
                let store = store.clone();
                Callback::from(move |()| open_beside(&store, project, id))
            };
            Ask::of_document(&store, id, &props.on_ask, Callback::from(move |()| open(project, id)), beside, writable)
        }
        Some((Node::Folder(id), _)) => Ask::of_folder(id, &props.on_ask, writable),
        None => Rc::from([]),
    };
    let menu_name = menu.and_then(|(node, _)| node.name(&project)).unwrap_or_default();
    let at = menu.map(|(_, at)| at);
    let close_menu = {
        let menu = menu.setter();
        use_callback((), move |(), ()| menu.set(None))
    };
    let nothing = nodes.is_empty() && (many || outside > 0);
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let on_filter = {
        let filter = filter.setter();
        Callback::from(move |words: String| filter.set(words))
    };
    html! {
        <div class="docnav__body">
            if many {
                <SearchField
                    key="filter"
                    class="docnav__filter"
                    label={tr!("documents-find")}
                    value={(*filter).clone()}
                    on_input={on_filter}
                />
            }
            if nothing {
                <p key="nothing" class="soft small docnav__nothing">{ tr!("nothing-found") }</p>
            } else {
                <Tree
                    key="tree"
                    class="docnav__tree"
                    label={tr!("documents")}
                    nodes={(*nodes).clone()}
                    {row}
                    selected={current.map(|id| Node::Document(id).key())}
                    {on_select}
                    {on_activate}
                    on_toggle={toggle}
                    on_move={writable.then_some(on_move)}
                    {on_menu}
                    {on_key}
                />
            }
            if outside > 0 {
                <button
                    key="outside"
                    type="button"
                    class="docnav__outside"
                    aria-expanded={if *all { "true" } else { "false" }}
                    onclick={show_all}
                >
                    <Icon name={if *all { IconName::ChevronDown } else { IconName::ChevronEnd }} />
                    { tr!("documents-outside", n = outside) }
                </button>
            }
            <ContextMenu
                key="menu"
                label={tr!("more-actions-for", name = &menu_name)}
                {items}
                {at}
                on_close={close_menu}
            />
        </div>
    }
}

fn open(project: ProjectId, document: DocumentId) {
    Route::Project(project, Place::Read(Some(document), None)).go();
}

fn moved(project: &Project, name: &AttrValue, target: &MoveTarget) -> AttrValue {
    let named = |key: &AttrValue| Node::of_key(key).and_then(|node| node.name(project)).unwrap_or_default();
    match target {
        MoveTarget::Before(key) => tr!("tree-moved-before", name = name, target = named(key)),
        MoveTarget::Inside(key) => tr!("tree-moved-inside", name = name, target = named(key)),
        MoveTarget::After(key) => tr!("tree-moved-after", name = name, target = named(key)),
    }
}

fn row(
    key: &AttrValue,
    project: &Project,
    current: Option<DocumentId>,
    within: &Within,
    menu: &UseStateSetter<Option<MenuAt>>,
) -> Html {
    let Some(node) = Node::of_key(key) else { return html! {} };
    let name = node.name(project).unwrap_or_default();
    let is_current = matches!(node, Node::Document(id) if Some(id) == current);
    let outside = matches!(node, Node::Document(id) if !within.contains_document(id));
    let more = {
        let menu = menu.clone();
        Callback::from(move |event: MouseEvent| menu.set(Some((node, (event.client_x(), event.client_y())))))
    };
    html! {
        <>
            if matches!(node, Node::Folder(_)) {
                <Icon name={IconName::Folder} class="docnav__icon" />
            }
            <span
                class={classes!("docnav__name", outside.then_some("docnav__name--outside"))}
                title={name.clone()}
                aria-current={is_current.then_some("true")}
            >
                <bdi>{ name.clone() }</bdi>
                if outside {
                    <span class="visually-hidden">{ tr!("documents-is-outside") }</span>
                }
            </span>
            <span class="tree__hand docnav__more">
                <IconButton
                    label={tr!("more-actions-for", name = &name)}
                    icon={IconName::More}
                    small=true
                    tabindex="-1"
                    popup="menu"
                    onclick={more}
                />
            </span>
            if let Node::Document(document) = node {
                <QuotationCount {document} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct QuotationCountProps {
    document: DocumentId,
}

/// How many quotations a document has. On its own, so that coding renders nothing else of the tree again.
#[component]
fn QuotationCount(props: &QuotationCountProps) -> Html {
    let document = props.document;
    let count = use_selector(move |snapshot| shown_quotations(&snapshot.project, document).len());
    let count = count.unwrap_or_default();
    html! {
        <span class="num docnav__count">
            <span aria-hidden="true">{ format_number(count as f64) }</span>
            <span class="visually-hidden">{ tr!("quotations-count", n = count) }</span>
        </span>
    }
}
