//! The documents as a list to sort and filter.

use emic_core::sorting::to_set;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::DocumentId;
use emic_core::project::Project;
use js_sys::Intl::Collator;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::ask::{Ask, AskDialog};
use super::asked::use_asked;
use super::controls::{Bulk, Filters, Heads};
use super::list::{Column, Entry, Query, entries};
use super::originals::{original_words, use_originals_here};
use super::row::DocumentRow;
use crate::i18n::{self, tr};
use crate::route::{Place, Route};
use crate::screens::act::act_with_undo;
use crate::screens::growing::use_growing;
use crate::screens::import::drop::{DropCover, use_file_drop};
use crate::screens::kept;
use crate::screens::panes::open_beside;
use crate::store::{Same, use_project, use_scope, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, ContextMenu, EmptyState, IconName, dom};

/// How many rows are made at once, and how many more at a time.
const FIRST: usize = 60;
const STEP: usize = 100;

/// The documents as a list to sort and filter.
#[component]
pub fn DocumentsScreen() -> Html {
    let project = use_project();
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
    let asks = |what: Ask| on_ask.reform(move |_: MouseEvent| what.clone());
    let zone = use_node_ref();
    let dropped = {
        let ask = ask.setter();
        use_callback((), move |files, ()| ask.set(Some(Ask::Import(files, None))))
    };
    let over = use_file_drop(Some(zone.clone()), writable, dropped);
    let empty = project.as_ref().is_none_or(|project| project.documents.is_empty());
    html! {
        <section ref={zone} class={classes!("docs", over.then_some("takes-drop"))}>
            <div class="page docs__page">
                <div class="page__head">
                    <h1>{ tr!("documents") }</h1>
                    <Button label={tr!("documents-new-folder")} icon={IconName::Folder} disabled={!writable} onclick={asks(Ask::NewFolder(None))} />
                    <Button
                        label={tr!("documents-import")}
                        icon={IconName::Upload}
                        variant={ButtonVariant::Primary}
                        disabled={!writable}
                        onclick={asks(Ask::Import(Vec::new(), None))}
                    />
                </div>
                if let Some(project) = project.filter(|_| !empty) {
                    <DocumentList key="list" {project} on_ask={on_ask.clone()} />
                } else {
                    <EmptyState
                        key="empty"
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
                            <p class="soft small docs__hint">{ tr!("documents-drop-hint") }</p>
                        }
                    </EmptyState>
                }
            </div>
            <DropCover />
            <AskDialog ask={(*ask).clone()} {on_close} />
        </section>
    }
}

/// What is said where there are no documents: a title and a text.
pub(super) fn empty_words(writable: bool) -> (AttrValue, AttrValue) {
    if writable {
        (tr!("documents-empty-title"), tr!("documents-empty-text"))
    } else {
        (tr!("documents-empty-read-only"), tr!("empty-read-only"))
    }
}

/// What is kept of the screen while one is elsewhere.
const SCREEN: &str = "documents";

#[derive(Properties, PartialEq)]
struct DocumentListProps {
    project: Same<Project>,
    on_ask: Callback<Ask>,
}

/// The list with what narrows it down, and what is done with those selected.
#[component]
fn DocumentList(props: &DocumentListProps) -> Html {
    let store = use_store();
    let writable = use_writable();
    let project = &props.project;
    let id = project.id;
    let query = use_state_eq(|| kept::recall::<Query>(id, SCREEN));
    let selection = use_reducer(Selection::default);
    let renaming = use_state_eq(|| None::<DocumentId>);
    let menu = use_state(|| None::<(DocumentId, (i32, i32))>);
    use_effect_with((*query).clone(), move |query| kept::keep(id, SCREEN, query.clone()));
    let scope = use_scope();
    let asked = use_asked(project, scope.without_interviewers);
    let within = use_memo((project.clone(), scope), |(project, scope)| scope.within(project));
    let of = (project.clone(), (*query).clone(), within.clone(), asked);
    let found = use_memo(of, |(project, query, within, asked)| {
        let collator = Collator::new(&js_sys::Array::of1(&i18n::current().tag().into()), &numeric());
        let compare = collator.compare();
        entries(project, within, asked, query, |a, b| {
            let order = compare.call2(&JsValue::NULL, &a.into(), &b.into()).ok().and_then(|order| order.as_f64());
            order.unwrap_or_default().partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        })
    });
    let outside = project.documents.keys().filter(|id| !within.contains_document(**id)).count();
    // What is not shown is not touched.
    let selected: Rc<[DocumentId]> =
        found.iter().map(Entry::id).filter(|document| selection.0.contains(document)).collect();
    let made = use_growing(found.len(), FIRST, STEP);

    let change = |change: fn(&mut Query, String)| {
        let query = query.clone();
        Callback::from(move |value: String| {
            let mut next = (*query).clone();
            change(&mut next, value);
            query.set(next);
        })
    };
    let on_words = change(|query, words| query.words = words);
    let on_kind = change(|query, kind| query.kind = kind);
    let on_sort = {
        let query = query.clone();
        Callback::from(move |column: Column| {
            let again = query.column == column;
            // Numbers and days are wanted the most and the latest first.
            let down = column.is_number() || column == Column::Added;
            let descending = if again { !query.descending } else { down };
            query.set(Query { column, descending, ..(*query).clone() });
        })
    };
    let on_check = {
        let selection = selection.dispatcher();
        use_callback((), move |(document, on): (DocumentId, bool), ()| selection.dispatch(Choose::One(document, on)))
    };
    let on_check_all = {
        let (selection, found) = (selection.dispatcher(), found.clone());
        Callback::from(move |on: bool| {
            selection.dispatch(Choose::All(if on { to_set(found.iter().map(Entry::id)) } else { BTreeSet::new() }));
        })
    };
    let on_menu = {
        let menu = menu.setter();
        use_callback((), move |at: (DocumentId, (i32, i32)), ()| menu.set(Some(at)))
    };
    let close_menu = {
        let menu = menu.setter();
        use_callback((), move |(), ()| menu.set(None))
    };
    let on_rename = {
        let renaming = renaming.setter();
        use_callback(writable, move |document: DocumentId, writable| renaming.set(writable.then_some(document)))
    };
    let on_renamed = {
        let renaming = renaming.setter();
        use_callback(store.clone(), move |(document, title): (DocumentId, Option<String>), store| {
            renaming.set(None);
            let title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
            if let Some(title) = title {
                let said = tr!("documents-renamed", name = &title);
                act_with_undo(store, vec![Edit::RenameDocument { id: document, title }], said);
            }
        })
    };
    use_focus_back(*renaming);

    let items = match *menu {
        Some((document, _)) => {
            let open = Callback::from(move |()| Route::Project(id, Place::Read(Some(document), None)).go());
            let beside = {
                let store = store.clone();
                Callback::from(move |()| open_beside(&store, id, document))
            };
            // In the list a title is written where it stands.
            let (rename, other) = (on_rename.clone(), props.on_ask.clone());
            let on_ask = Callback::from(move |ask: Ask| match ask {
                Ask::Rename(_) => rename.emit(document),
                ask => other.emit(ask),
            });
            Ask::of_document(&store, document, &on_ask, open, beside, writable)
        }
        None => Rc::from([]),
    };
    let here = use_originals_here(project);
    let menu_name =
        menu.and_then(|(document, _)| project.documents.get(&document)).map(|document| document.title.clone());
    let row = |entry: &Entry| {
        let document = entry.id();
        html! {
            <DocumentRow
                key={document.to_string()}
                project={id}
                entry={entry.clone()}
                original={original_words(&entry.document, here.as_ref())}
                selected={selection.0.contains(&document)}
                renaming={*renaming == Some(document)}
                on_check={on_check.clone()}
                on_menu={on_menu.clone()}
                on_rename={on_rename.clone()}
                on_renamed={on_renamed.clone()}
            />
        }
    };
    let show_all = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| {
            query.set(Query { words: String::new(), kind: String::new(), ..(*query).clone() });
        })
    };
    html! {
        <div class="docs__list">
            <Filters key="filters" project={project.clone()} query={(*query).clone()} {on_words} {on_kind} on_sort={on_sort.clone()} />
            <div key="counts" class="docs__counts">
                <p class="soft small" role="status">
                    { tr!("documents-shown", n = found.len(), total = project.documents.len()) }
                    if outside > 0 {
                        { " · " }{ tr!("documents-outside", n = outside) }
                    }
                </p>
                <Bulk {selected} {writable} on_ask={props.on_ask.clone()} on_clear={on_check_all.reform(|()| false)} />
            </div>
            if found.is_empty() {
                <EmptyState
                    key="none"
                    icon={IconName::Search}
                    title={tr!("documents-none-match")}
                    text={tr!("documents-none-match-text")}
                >
                    <Button label={tr!("documents-show-all")} onclick={show_all} />
                </EmptyState>
            } else {
                <table key="table" class="docs__table" role="table" aria-label={tr!("documents")} aria-rowcount={(found.len() + 1).to_string()}>
                    <Heads query={(*query).clone()} checked={checked(&found, &selection)} on_check={on_check_all} {on_sort} />
                    <tbody role="rowgroup">{ for found.iter().take(made).map(row) }</tbody>
                </table>
            }
            <ContextMenu
                key="menu"
                label={tr!("more-actions-for", name = menu_name.unwrap_or_default())}
                {items}
                at={menu.map(|(_, at)| at)}
                on_close={close_menu}
            />
        </div>
    }
}

fn numeric() -> js_sys::Object {
    let options = js_sys::Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = js_sys::Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
    options
}

/// After a title was written, the focus goes back to it.
#[hook]
fn use_focus_back(renaming: Option<DocumentId>) {
    let before = use_mut_ref(|| None::<DocumentId>);
    use_effect_with(renaming, move |renaming| {
        let was = before.replace(*renaming);
        if let (Some(was), None) = (was, renaming)
            && dom::focused().is_none()
            && let Ok(Some(link)) = gloo::utils::document().query_selector(&format!("[data-document='{was}']"))
        {
            dom::focus(&link);
        }
    });
}

#[derive(Default, PartialEq)]
struct Selection(BTreeSet<DocumentId>);

enum Choose {
    One(DocumentId, bool),
    All(BTreeSet<DocumentId>),
}

impl Reducible for Selection {
    type Action = Choose;

    fn reduce(self: Rc<Self>, action: Choose) -> Rc<Self> {
        match action {
            Choose::All(all) => Rc::new(Selection(all)),
            Choose::One(document, on) => {
                let mut all = self.0.clone();
                if on {
                    all.insert(document)
                } else {
                    all.remove(&document)
                };
                Rc::new(Selection(all))
            }
        }
    }
}

/// Whether all of those shown are selected; none if only some are.
fn checked(found: &[Entry], selection: &Selection) -> Option<bool> {
    let count = found.iter().filter(|entry| selection.0.contains(&entry.id())).count();
    if count == 0 { Some(false) } else { (count == found.len()).then_some(true) }
}
