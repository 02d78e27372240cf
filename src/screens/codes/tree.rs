//! The code tree with all that can be done in it.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::CodeId;
use emic_core::project::{Code, Project, Subject, Table};
use emic_view::lists::{CodeRow, code_rows};
use web_sys::{CustomEvent, CustomEventInit, Element};
use yew::prelude::*;

use super::ask::{Ask, Question};
use super::changes::{add_code, move_code, open_above, open_branches, set_open};
use super::name_field::NameField;
use super::place::code_of;
use super::row::{CodeLine, RowEvents};
use super::{guidance, use_counts};
use crate::actions::{Action, keymap};
use crate::i18n::tr;
use crate::route::{BookPart, Place, Route};
use crate::screens::act::act;
use crate::screens::media::by_touch;
use crate::screens::memos::open_on;
use crate::store::{Store, use_selector, use_store, use_writable};
use crate::widgets::{
    Button, ContextMenu, EmptyState, IconName, MenuItem, MoveTarget, SearchField, Tree, TreeNode, dom,
};

/// What the tree is made of; the same as long as no code changes.
#[derive(Clone)]
struct Codebook {
    project: Rc<Project>,
    codes: Table<CodeId, Code>,
}

impl PartialEq for Codebook {
    fn eq(&self, other: &Codebook) -> bool {
        self.codes.same(&other.codes)
    }
}

/// What a code tree shows and reports.
#[derive(Properties, PartialEq)]
pub(super) struct CodeTreeProps {
    /// Its name; says too what choosing a code does.
    pub label: AttrValue,
    /// The code that is chosen.
    pub selected: Option<CodeId>,
    /// A code was chosen, by press or key.
    pub on_choose: Callback<CodeId>,
    /// The codes that are ticked, where several are chosen: choosing one ticks it.
    #[prop_or_default]
    pub ticked: Option<BTreeSet<CodeId>>,
    /// What stands between the filter and the tree.
    #[prop_or_default]
    pub children: Html,
}

/// The codebook as a tree: filter, make, rename, recolour, define, move, delete.
#[component]
pub(super) fn CodeTree(props: &CodeTreeProps) -> Html {
    let store = use_store();
    let codebook = use_selector(|snapshot| {
        let project = &snapshot.project;
        Codebook { project: Rc::clone(project), codes: project.codes.clone() }
    });
    let project = codebook.map(|codebook| codebook.project);
    let writable = use_writable();
    let counts = use_counts();
    let redraw = use_force_update();
    let node = use_node_ref();
    let filter = use_state_eq(String::new);
    let renaming = use_state_eq(|| None::<CodeId>);
    let adding = use_state_eq(|| None::<Option<CodeId>>);
    let menu = use_state_eq(|| None::<(CodeId, (i32, i32))>);
    let asked = use_state_eq(|| None::<(Question, CodeId)>);
    let focus_next = use_mut_ref(|| None::<CodeId>);

    let rows = project.as_ref().map(|project| code_rows(project, &counts, &open_branches(project), &filter));
    let rows: Vec<Rc<_>> = rows.unwrap_or_default().into_iter().map(Rc::new).collect();
    let nodes: Rc<[TreeNode]> = rows
        .iter()
        .map(|row| TreeNode {
            id: row_id(row).into(),
            name: row.code.name.clone().into(),
            depth: row.depth,
            expanded: row.has_children.then_some(row.open),
            accepts: row.listed_under.is_none(),
            movable: row.listed_under.is_none(),
            tip: Some(guidance(&row.code)).filter(|said| !said.is_empty()).map(AttrValue::from),
            checked: props.ticked.as_ref().map(|ticked| ticked.contains(&row.code.id)),
        })
        .collect();
    {
        let (node, focus_next, project) = (node.clone(), focus_next.clone(), project.clone());
        use_effect(move || {
            let Some(id) = focus_next.take() else { return };
            let gone = project.is_none_or(|project| !project.codes.contains(&id));
            focus_row(&node, id, gone);
        });
    }
    let focus_soon = {
        let (focus_next, redraw) = (focus_next.clone(), redraw.clone());
        move |id: CodeId| {
            focus_next.replace(Some(id));
            redraw.force_update();
        }
    };

    let add = {
        let (store, adding, filter, focus_soon) = (store.clone(), adding.clone(), filter.setter(), focus_soon.clone());
        let on_choose = props.on_choose.clone();
        let chooses = props.selected.is_some() && props.ticked.is_none();
        Callback::from(move |name: String| {
            let parent = (*adding).flatten();
            let Some(id) = add_code(&store, name, parent) else { return false };
            open_above(&store, id);
            filter.set(String::new());
            adding.set(None);
            if chooses {
                on_choose.emit(id);
            }
            focus_soon(id);
            true
        })
    };
    let new_button = use_node_ref();
    let cancel_add = {
        let (adding, focus_soon, button) = (adding.clone(), focus_soon.clone(), new_button.clone());
        Callback::from(move |left: bool| {
            // Back to what opened the field.
            match (left, *adding) {
                (false, Some(Some(above))) => focus_soon(above),
                (false, Some(None)) => button.cast::<Element>().iter().for_each(dom::focus),
                _ => {}
            }
            adding.set(None);
        })
    };
    let events = RowEvents {
        rename: {
            let (store, renaming, focus_soon) = (store.clone(), renaming.setter(), focus_soon.clone());
            Callback::from(move |(id, name): (CodeId, String)| {
                let said = tr!("codes-renamed", name = name.trim());
                let done = act(&store, vec![Edit::RenameCode { id, name }], &said);
                if done {
                    renaming.set(None);
                    focus_soon(id);
                }
                done
            })
        },
        cancel: {
            let (renaming, focus_soon) = (renaming.clone(), focus_soon.clone());
            Callback::from(move |left: bool| {
                if let Some(id) = *renaming {
                    renaming.set(None);
                    if !left {
                        focus_soon(id);
                    }
                }
            })
        },
        quotations: {
            let store = store.clone();
            Callback::from(move |id: CodeId| go(&store, Place::Retrieve(Some(id))))
        },
        menu: {
            let menu = menu.setter();
            Callback::from(move |at: (CodeId, (i32, i32))| menu.set(Some(at)))
        },
    };
    let row = {
        let by_id: HashMap<String, Rc<_>> = rows.iter().map(|row| (row_id(row), row.clone())).collect();
        let (renaming, events, ticked) = (*renaming, events.clone(), props.ticked.clone());
        Callback::from(move |id: AttrValue| match by_id.get(id.as_str()) {
            Some(row) => html! {
                <CodeLine ticked={ticked.as_ref().map(|ticked| ticked.contains(&row.code.id))} row={row.clone()} renaming={renaming == Some(row.code.id) && row.listed_under.is_none()} events={events.clone()} />
            },
            None => Html::default(),
        })
    };
    let on_toggle = {
        let redraw = redraw.clone();
        Callback::from(move |(id, open): (AttrValue, bool)| {
            if let Some(id) = code_of(&id) {
                set_open(id, open);
                redraw.force_update();
            }
        })
    };
    let on_move = {
        let (store, redraw) = (store.clone(), redraw.clone());
        Callback::from(move |(id, target): (AttrValue, MoveTarget)| {
            move_code(&store, &id, &target);
            redraw.force_update();
        })
    };
    let on_menu = {
        let menu = menu.setter();
        Callback::from(move |(id, at): (AttrValue, (i32, i32))| menu.set(code_of(&id).map(|id| (id, at))))
    };
    let on_key = {
        let (renaming, asked, adding) = (renaming.setter(), asked.setter(), adding.setter());
        Callback::from(move |(id, event): (AttrValue, KeyboardEvent)| {
            let Some(id) = code_of(&id).filter(|_| writable) else { return };
            match event.key().as_str() {
                "F2" => renaming.set(Some(id)),
                "Delete" => asked.set(Some((Question::Delete, id))),
                "Insert" => adding.set(Some(Some(id))),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let choose = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |id: AttrValue| {
            if let Some(id) = code_of(&id) {
                on_choose.emit(id);
            }
        })
    };
    let on_filter = {
        let filter = filter.setter();
        Callback::from(move |typed: String| filter.set(typed))
    };
    let show_all = on_filter.reform(|_: MouseEvent| String::new());
    let new = {
        let adding = adding.setter();
        Callback::from(move |_: MouseEvent| adding.set(Some(None)))
    };
    let close_menu = {
        let menu = menu.setter();
        Callback::from(move |()| menu.set(None))
    };
    let close_ask = {
        let (asked, focus_soon) = (asked.clone(), focus_soon.clone());
        Callback::from(move |()| {
            if let Some((_, id)) = *asked {
                asked.set(None);
                focus_soon(id);
            }
        })
    };
    let menu_code = menu.and_then(|(id, _)| project.as_ref()?.codes.get(&id).cloned());
    let items: Rc<[MenuItem]> = menu_code.as_ref().map_or(Rc::from([]), |code| {
        let id = code.id;
        let ask = |question: Question| {
            let asked = asked.setter();
            Callback::from(move |()| asked.set(Some((question, id))))
        };
        let rename = {
            let renaming = renaming.setter();
            Callback::from(move |()| renaming.set(Some(id)))
        };
        let below = {
            let adding = adding.setter();
            Callback::from(move |()| adding.set(Some(Some(id))))
        };
        let quotations = events.quotations.reform(move |()| id);
        let split = {
            let store = store.clone();
            Callback::from(move |()| go(&store, Place::Book(BookPart::Split(id))))
        };
        let memo = {
            let store = store.clone();
            Callback::from(move |()| open_on(&store, Subject::Code(id)))
        };
        let change = |label: AttrValue, done: Callback<()>| MenuItem::new(label, done).disabled(!writable);
        Rc::from([
            MenuItem::new(tr!("codes-see-quotations"), quotations).icon(IconName::List),
            MenuItem::new(tr!("memos-button"), memo).icon(IconName::Comment),
            change(tr!("rename"), rename).icon(IconName::Pencil).keys("F2").parted(),
            change(tr!("codes-new-below"), below).icon(IconName::Plus).keys("Insert"),
            change(tr!("codes-set-colour"), ask(Question::Colour)).icon(IconName::Contrast),
            change(tr!("codes-set-definition"), ask(Question::Definition)).icon(IconName::Comment),
            change(tr!("merge-into-menu"), ask(Question::Merge)).icon(IconName::Redo).parted(),
            change(tr!("split-menu"), split).icon(IconName::SplitPane),
            change(tr!("codes-delete"), ask(Question::Delete)).icon(IconName::Trash).keys("Delete").danger().parted(),
        ])
    });
    let adding_label = adding.map(|parent| {
        let above = parent.and_then(|id| project.as_ref()?.codes.get(&id).cloned());
        above.map_or_else(|| tr!("codes-new"), |above| tr!("codes-new-below-name", name = &above.name))
    });
    let none_at_all = project.as_ref().is_none_or(|project| project.codes.is_empty());
    html! {
        <div ref={node} class="codes">
            <div key="tools" class="codes__tools">
                <SearchField
                    label={tr!("codes-filter")}
                    value={(*filter).clone()}
                    on_input={on_filter}
                    class="grow"
                />
                <Button
                    label={tr!("codes-new")}
                    icon={IconName::Plus}
                    small=true
                    disabled={!writable}
                    onclick={new}
                    button_ref={new_button}
                />
            </div>
            if let Some(label) = adding_label {
                <div key={format!("adding-{:?}", *adding)} class="codes__adding">
                    <span class="soft small" aria-hidden="true">{ label.clone() }</span>
                    <NameField {label} on_name={add} on_cancel={cancel_add} />
                </div>
            }
            <div key="between">{ props.children.clone() }</div>
            if none_at_all {
                <div key="empty">
                    <EmptyState small=true icon={IconName::Code} title={tr!("codes-none")} text={none_words(writable)} />
                </div>
            } else if rows.is_empty() {
                <div key="nothing" class="codes__nothing soft small">
                    <p role="status">{ tr!("codes-none-found") }</p>
                    <Button label={tr!("codes-show-all")} small=true onclick={show_all} />
                </div>
            } else {
                <div key="tree">
                    <Tree
                        label={props.label.clone()}
                        {nodes}
                        {row}
                        selected={props.selected.map(|id| AttrValue::from(id.to_string()))}
                        on_select={choose.clone()}
                        on_activate={if props.ticked.is_some() { Callback::noop() } else { choose }}
                        {on_toggle}
                        on_move={writable.then_some(on_move)}
                        on_drop_outside={Callback::from(drop_outside)}
                        {on_menu}
                        {on_key}
                    />
                </div>
            }
            <ContextMenu
                key="menu"
                label={menu_code.as_ref().map_or_else(AttrValue::default, |code| tr!("more-actions-for", name = &code.name))}
                {items}
                at={menu.map(|(_, at)| at)}
                on_close={close_menu}
            />
            <Ask key="ask" asked={*asked} on_close={close_ask} />
        </div>
    }
}

/// What a row is known by: its code, and the one that it is listed under if that is not its place.
fn row_id(row: &CodeRow) -> String {
    match row.listed_under {
        Some(above) => format!("{}@{above}", row.code.id),
        None => row.code.id.to_string(),
    }
}

/// What is said where there are no codes yet.
fn none_words(writable: bool) -> AttrValue {
    if !writable {
        tr!("empty-read-only")
    } else if by_touch() {
        tr!("codes-none-touch")
    } else {
        tr!("codes-none-text", keys = keymap::way(Action::Pick))
    }
}

/// Goes to another place of the open project.
pub(super) fn go(store: &Store, place: Place) {
    if let Some(snapshot) = store.snapshot() {
        Route::Project(snapshot.project.id, place).go();
    }
}

/// Tells whatever lies where a code was let go: `emic-code-drop`, bubbling, with the code's id as its detail.
fn drop_outside((row, (x, y)): (AttrValue, (i32, i32))) {
    let Some(under) = gloo::utils::document().element_from_point(x as f32, y as f32) else { return };
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_detail(&row.as_str().into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("emic-code-drop", &init) {
        // Whether someone answered makes no difference here.
        let _ = under.dispatch_event(&event);
    }
}

/// Moves the focus to the row of a code; to the row where the tab key enters if that is gone.
fn focus_row(node: &NodeRef, id: CodeId, gone: bool) {
    let Some(root) = node.cast::<Element>() else { return };
    let rows = dom::all(&root, "[role=treeitem]");
    let wanted = id.to_string();
    let row = rows.iter().find(|row| row.get_attribute("data-id").as_deref() == Some(wanted.as_str()));
    let enters = || rows.iter().find(|row| gone && row.get_attribute("tabindex").as_deref() == Some("0"));
    if let Some(row) = row.or_else(enters) {
        dom::focus(row);
    }
}
