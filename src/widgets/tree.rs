//! A tree of named things: moved through by keys, rearranged by drag or by keys, fast with thousands of rows.
//!
//! The owner gives all its nodes in reading order with their depths and draws what stands in a row; the tree hides
//! what is under a closed node, makes only the rows near the window's view, and reports what is wanted.
use std::ops::Range;
use std::rc::Rc;

use web_sys::{Element, MouseEvent};
use yew::prelude::*;

use super::button::flag;
use super::dom;
use super::icon::{Icon, IconName};
use super::tree_drag::{self, Drag, Drop};
use super::tree_model::{MoveTarget, Side, TreeNode, Visible};
use super::tree_window::{self, ROW_HEIGHT};
use crate::i18n::{self, tr};

/// What a [`Tree`] shows and reports.
#[derive(Properties, PartialEq)]
pub struct TreeProps {
    /// Its name.
    pub label: AttrValue,
    /// All nodes, each before what is under it. With none, show an [`super::EmptyState`] instead of a tree.
    pub nodes: Rc<[TreeNode]>,
    /// What stands in the row of a node, by its id. Keep it on one line.
    pub row: Callback<AttrValue, Html>,
    /// The node that is chosen.
    #[prop_or_default]
    pub selected: Option<AttrValue>,
    /// A node was pressed, or Space on it.
    #[prop_or_default]
    pub on_select: Callback<AttrValue>,
    /// A node was pressed twice, or Enter on it.
    #[prop_or_default]
    pub on_activate: Callback<AttrValue>,
    /// A node is to be opened or closed.
    #[prop_or_default]
    pub on_toggle: Callback<(AttrValue, bool)>,
    /// A node is to be moved; without this nothing moves. It is never moved into itself.
    #[prop_or_default]
    pub on_move: Option<Callback<(AttrValue, MoveTarget)>>,
    /// A dragged node was let go outside of the tree, at a point of the window in CSS pixels.
    #[prop_or_default]
    pub on_drop_outside: Callback<(AttrValue, (i32, i32))>,
    /// A menu is asked for: the node and a point of the window in CSS pixels.
    #[prop_or_default]
    pub on_menu: Option<Callback<(AttrValue, (i32, i32))>>,
    /// Every other key on a node (F2, Delete, …).
    #[prop_or_default]
    pub on_key: Callback<(AttrValue, KeyboardEvent)>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A tree. Arrow keys, Home, End and typed letters move; the arrows along the line open and close; with Alt the arrows
/// move the node itself (up and down among its siblings, out of its parent, into the sibling before it).
#[component]
pub fn Tree(props: &TreeProps) -> Html {
    let node = use_node_ref();
    let visible = use_memo(props.nodes.clone(), Visible::of);
    let active = use_state_eq(|| None::<AttrValue>);
    let wants_focus = use_mut_ref(|| false);
    let typed = use_mut_ref(|| (String::new(), 0.0));
    let span = tree_window::use_window(&node, visible.len());
    let drop_at = use_state_eq(|| None::<Drop>);

    // Where the tab key enters: the row last moved to, else the chosen one, else the first.
    let here = active
        .as_ref()
        .and_then(|id| visible.position(id))
        .or_else(|| props.selected.as_ref().and_then(|id| visible.position(id)))
        .unwrap_or(0);
    let here_id = visible.get(here).map(|node| node.id.clone());

    {
        // After every render: the row may have had to be made first.
        let (node, wants_focus, here_id) = (node.clone(), wants_focus.clone(), here_id.clone());
        use_effect(move || {
            if wants_focus.replace(false)
                && let (Some(tree), Some(id)) = (node.cast::<Element>(), here_id)
                && let Some(row) = tree_window::row_of(&tree, &id)
            {
                dom::focus(&row);
                tree_window::reveal(&row);
            }
        });
    }
    {
        // What was chosen elsewhere is brought into view, without taking the focus.
        let (node, visible) = (node.clone(), visible.clone());
        use_effect_with(props.selected.clone(), move |selected| {
            let position = selected.as_ref().and_then(|id| visible.position(id));
            if let (Some(tree), Some(position)) = (node.cast::<Element>(), position) {
                tree_window::reveal_position(&tree, position);
            }
        });
    }

    let go = {
        let (active, wants_focus, visible) = (active.setter(), wants_focus.clone(), visible.clone());
        let draw = use_force_update();
        move |to: usize| {
            if let Some(node) = visible.get(to) {
                wants_focus.replace(true);
                active.set(Some(node.id.clone()));
                draw.force_update();
            }
        }
    };

    let drag = use_mut_ref(|| None::<Drag>);
    let onpointerdown = {
        let (node, drag, drop_at) = (node.clone(), drag.clone(), drop_at.setter());
        let (visible, on_move, on_outside) = (visible.clone(), props.on_move.clone(), props.on_drop_outside.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(on_move) = &on_move {
                let (on_move, on_outside) = (on_move.clone(), on_outside.clone());
                tree_drag::begin(&event, &node, &drag, &visible, drop_at.clone(), on_move, on_outside);
            }
        })
    };

    let onclick = {
        let (node, visible, active) = (node.clone(), visible.clone(), active.setter());
        let (on_select, on_toggle, drag) = (props.on_select.clone(), props.on_toggle.clone(), drag.clone());
        Callback::from(move |event: MouseEvent| {
            if drag.borrow_mut().take().is_some_and(|drag| drag.was_moved()) {
                return;
            }
            let Some((id, target)) = tree_window::hit(&event, &node) else { return };
            active.set(Some(id.clone()));
            let Some(found) = visible.position(&id).and_then(|i| visible.get(i)) else { return };
            match found.expanded {
                Some(open) if matches!(target.closest(".tree__twist"), Ok(Some(_))) => on_toggle.emit((id, !open)),
                _ => on_select.emit(id),
            }
        })
    };
    let ondblclick = {
        let (node, on_activate) = (node.clone(), props.on_activate.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some((id, target)) = tree_window::hit(&event, &node)
                && !matches!(target.closest(".tree__twist"), Ok(Some(_)))
            {
                on_activate.emit(id);
            }
        })
    };
    let oncontextmenu = {
        let (node, on_menu, drag, active) = (node.clone(), props.on_menu.clone(), drag.clone(), active.setter());
        Callback::from(move |event: MouseEvent| {
            if drag.borrow().as_ref().is_some_and(Drag::was_moved) {
                // A long press that became a drag.
                event.prevent_default();
                return;
            }
            if let (Some(on_menu), Some((id, target))) = (&on_menu, tree_window::hit(&event, &node)) {
                event.prevent_default();
                active.set(Some(id.clone()));
                on_menu.emit((id, tree_window::menu_point(&event, &target)));
            }
        })
    };

    let onkeydown = {
        let (visible, typed) = (visible.clone(), typed.clone());
        let (on_select, on_activate, on_toggle) =
            (props.on_select.clone(), props.on_activate.clone(), props.on_toggle.clone());
        let (on_move, on_key, tree) = (props.on_move.clone(), props.on_key.clone(), node.clone());
        let wants_focus = wants_focus.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys in a field or on a button of a row are theirs.
            if !tree_window::is_on_row(&event, &tree) {
                return;
            }
            let Some(current) = visible.get(here) else { return };
            let id = current.id.clone();
            let key = event.key();
            let side = Side::of_key(&key, i18n::current().is_rtl());
            if event.alt_key() {
                let (Some(side), Some(on_move)) = (side, &on_move) else { return on_key.emit((id, event)) };
                event.prevent_default();
                match current.movable.then(|| visible.keyboard_move(here, side)).flatten() {
                    Some(target) => {
                        wants_focus.replace(true);
                        on_move.emit((id, target));
                    }
                    None => super::announce(&tr!("tree-cannot-move", name = &current.name)),
                }
                return;
            }
            if event.ctrl_key() || event.meta_key() {
                return on_key.emit((id, event));
            }
            let to = match (key.as_str(), side) {
                (_, Some(Side::Up)) => here.checked_sub(1),
                (_, Some(Side::Down)) => Some(here + 1).filter(|i| *i < visible.len()),
                (_, Some(Side::End)) => match current.expanded {
                    Some(false) => {
                        on_toggle.emit((id, true));
                        None
                    }
                    Some(true) => Some(here + 1).filter(|i| visible.get(*i).is_some_and(|n| n.depth > current.depth)),
                    None => None,
                },
                (_, Some(Side::Start)) => match current.expanded {
                    Some(true) => {
                        on_toggle.emit((id, false));
                        None
                    }
                    _ => visible.parent(here),
                },
                ("Home", _) => Some(0),
                ("End", _) => visible.len().checked_sub(1),
                ("PageUp", _) => Some(here.saturating_sub(10)),
                ("PageDown", _) => Some((here + 10).min(visible.len().saturating_sub(1))),
                ("Enter", _) => {
                    on_activate.emit(id);
                    None
                }
                (" ", _) => {
                    on_select.emit(id);
                    None
                }
                _ => match dom::typed(&event) {
                    Some(c) => visible.typeahead(here, c, dom::now(), &mut typed.borrow_mut()),
                    None => return on_key.emit((id, event)),
                },
            };
            event.prevent_default();
            event.stop_propagation();
            if let Some(to) = to {
                go(to);
            }
        })
    };

    let dragged = drop_at.as_ref().map(|drop| drop.dragged.clone());
    let row = |i: usize| {
        let node = visible.get(i)?;
        let indicator = drop_at.as_ref().and_then(|drop| drop.class_for(&node.id));
        let (set_size, position) = visible.place_among_siblings(i);
        Some(html! {
            <div
                key={node.id.to_string()}
                role="treeitem"
                class={classes!("tree__row", indicator, (dragged.as_ref() == Some(&node.id)).then_some("tree__row--dragged"))}
                data-id={node.id.clone()}
                data-tip={node.tip.clone()}
                aria-description={node.tip.clone()}
                aria-checked={node.checked.map(flag)}
                data-depth={node.depth.min(12).to_string()}
                aria-level={(node.depth + 1).to_string()}
                aria-setsize={set_size.to_string()}
                aria-posinset={position.to_string()}
                aria-expanded={node.expanded.map(flag)}
                aria-selected={flag(props.selected.as_ref() == Some(&node.id))}
                tabindex={if i == here { "0" } else { "-1" }}
            >
                <span class="tree__twist" aria-hidden="true">
                    if node.expanded.is_some() {
                        <Icon name={IconName::ChevronEnd} />
                    }
                </span>
                <div class="tree__content">{ props.row.emit(node.id.clone()) }</div>
            </div>
        })
    };
    let shown = tree_window::segments(span, here, visible.len());
    // A gap is another one when its rows change: then the rows that stay are never moved among the gaps, and a
    // moved element would lose the focus. Its height is an attribute, since a `style` would be blocked. Its role is for
    // WebKit, where a tree that holds anything without one is no tree at all, hidden or not.
    let gap = |rows: Range<usize>| {
        let height = (rows.len() as f64 * ROW_HEIGHT.get()).to_string();
        let key = format!("gap-{}-{}", rows.start, rows.end);
        html! { <svg {key} class="tree__gap" width="1" {height} role="presentation" aria-hidden="true" /> }
    };
    let mut end = 0;
    let mut parts: Vec<Html> = Vec::new();
    for range in shown {
        parts.push(gap(end..range.start));
        end = range.end;
        parts.extend(range.filter_map(row));
    }
    parts.push(gap(end..visible.len()));
    html! {
        <div
            ref={node}
            role="tree"
            class={classes!("tree", drop_at.is_some().then_some("tree--dragging"), props.class.clone())}
            aria-label={props.label.clone()}
            {onpointerdown}
            {onclick}
            {ondblclick}
            {oncontextmenu}
            {onkeydown}
        >
            { for parts }
        </div>
    }
}
