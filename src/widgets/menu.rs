//! Menus: a button that opens a list of actions, and the same list at a point.
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::button::{Button, ButtonVariant, IconButton, flag};
use super::dom;
use super::icon::{Icon, IconName};
use super::place::{self, Anchor};

/// One action of a menu.
#[derive(Clone, PartialEq, Debug)]
pub struct MenuItem {
    /// Its words.
    pub label: AttrValue,
    /// What it does.
    pub on_select: Callback<()>,
    /// A picture before the words.
    pub icon: Option<IconName>,
    /// Whether it is the one chosen, for a list of choices.
    pub checked: Option<bool>,
    /// Whether it can be used.
    pub disabled: bool,
    /// Whether something is lost by it.
    pub danger: bool,
    /// The keys that do the same, as shown.
    pub keys: Option<AttrValue>,
    /// Whether a line parts it from the item before.
    pub parted: bool,
}

impl MenuItem {
    /// An action.
    pub fn new(label: impl Into<AttrValue>, on_select: Callback<()>) -> Self {
        Self {
            label: label.into(),
            on_select,
            icon: None,
            checked: None,
            disabled: false,
            danger: false,
            keys: None,
            parted: false,
        }
    }

    /// With a picture.
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// As one of several choices.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Out of use, if so.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// As one by which something is lost.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// With the keys that do the same.
    pub fn keys(mut self, keys: impl Into<AttrValue>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// Parted from the one before by a line.
    pub fn parted(mut self) -> Self {
        self.parted = true;
        self
    }
}

/// What a [`Menu`] shows.
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The words of the button, and the menu's name.
    pub label: AttrValue,
    /// The actions.
    pub items: Rc<[MenuItem]>,
    /// The button's picture.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// Whether the button shows its words; without them they are its tooltip.
    #[prop_or_default]
    pub icon_only: bool,
    /// The look of the button.
    #[prop_or(ButtonVariant::Quiet)]
    pub variant: ButtonVariant,
    /// A lower button, for rows.
    #[prop_or_default]
    pub small: bool,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// `-1` where a composite widget (a tree, a toolbar) moves the focus itself.
    #[prop_or_default]
    pub tabindex: Option<AttrValue>,
    /// The id of the button: focus finds its way back to it after a change of language.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A button that opens a menu: arrow keys, Home, End and typed letters move in it, Enter chooses, Escape closes.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_key = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if !*open && matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") && !event.alt_key() {
                event.prevent_default();
                event.stop_propagation();
                open.set(true);
            }
        })
    };
    let close = {
        let open = open.clone();
        use_callback((), move |(), ()| open.set(false))
    };
    html! {
        <span class="menu-holder" onkeydown={on_key}>
            if props.icon_only {
                <IconButton
                    label={props.label.clone()}
                    icon={props.icon.unwrap_or(IconName::More)}
                    onclick={toggle}
                    variant={props.variant}
                    small={props.small}
                    disabled={props.disabled}
                    tabindex={props.tabindex.clone()}
                    id={props.id.clone()}
                    popup="menu"
                    expanded={*open}
                    button_ref={button.clone()}
                />
            } else {
                <Button
                    label={props.label.clone()}
                    icon={props.icon}
                    end_icon={IconName::ChevronDown}
                    onclick={toggle}
                    variant={props.variant}
                    small={props.small}
                    disabled={props.disabled}
                    id={props.id.clone()}
                    popup="menu"
                    expanded={*open}
                    button_ref={button.clone()}
                />
            }
            if *open {
                <MenuPopup
                    label={props.label.clone()}
                    items={props.items.clone()}
                    anchor={Anchor::Node(button.clone())}
                    on_close={close}
                />
            }
        </span>
    }
}

/// What a [`ContextMenu`] shows, and where.
#[derive(Properties, PartialEq)]
pub struct ContextMenuProps {
    /// The menu's name.
    pub label: AttrValue,
    /// The actions.
    pub items: Rc<[MenuItem]>,
    /// Where it was asked for, in CSS pixels of the window (`clientX`, `clientY`); none keeps it closed.
    pub at: Option<(i32, i32)>,
    /// An action was chosen, or none: the owner sets `at` to none.
    pub on_close: Callback<()>,
}

/// A menu at a point, for a right click, a long press or the menu key.
#[component]
pub fn ContextMenu(props: &ContextMenuProps) -> Html {
    html! {
        <span class="menu-holder">
            if let Some((x, y)) = props.at {
                <MenuPopup
                    label={props.label.clone()}
                    items={props.items.clone()}
                    anchor={Anchor::Point(f64::from(x), f64::from(y))}
                    on_close={props.on_close.clone()}
                />
            }
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct MenuPopupProps {
    label: AttrValue,
    items: Rc<[MenuItem]>,
    anchor: Anchor,
    on_close: Callback<()>,
}

/// The open list. It exists only while it is open and gives the focus back when it goes.
#[component]
fn MenuPopup(props: &MenuPopupProps) -> Html {
    let node = use_node_ref();
    let typed = use_mut_ref(|| (String::new(), 0.0));
    let opener = use_mut_ref(|| None::<Element>);
    {
        let (node, anchor, opener) = (node.clone(), props.anchor.clone(), opener.clone());
        use_effect_with((), move |()| {
            opener.replace(dom::focused());
            if let Some(popup) = node.cast::<HtmlElement>() {
                place::show_popup(&popup, &anchor);
                let items = dom::all(&popup, ITEMS);
                if let Some(first) =
                    items.iter().find(|i| i.get_attribute("aria-checked").as_deref() == Some("true")).or(items.first())
                {
                    dom::focus(first);
                }
            }
            move || {
                // Only when the focus would be lost with the menu: an action may have moved it on purpose.
                let lost =
                    node.cast::<Element>().is_some_and(|popup| dom::focused().is_none_or(|e| popup.contains(Some(&e))));
                if lost {
                    give_back(&opener);
                }
            }
        });
    }
    let on_chosen = {
        let (opener, on_close) = (opener.clone(), props.on_close.clone());
        Callback::from(move |()| {
            // Before the action: a dialog that it opens gives the focus back to where it was then.
            give_back(&opener);
            on_close.emit(());
        })
    };
    {
        let (node, anchor) = (node.clone(), props.anchor.clone());
        use_effect_with(props.on_close.clone(), move |on_close| {
            let listeners = outside(&node, &anchor, on_close);
            move || drop(listeners)
        });
    }
    let onkeydown = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(popup) = node.cast::<Element>() else { return };
            event.stop_propagation();
            let items = dom::all(&popup, ITEMS);
            let Some(last) = items.len().checked_sub(1) else { return };
            let here = dom::focused().and_then(|focused| items.iter().position(|item| *item == focused));
            let letter = typed_now(&event, &typed.borrow());
            let to = match event.key().as_str() {
                "ArrowDown" => here.map_or(0, |i| if i == last { 0 } else { i + 1 }),
                "ArrowUp" => here.map_or(last, |i| i.checked_sub(1).unwrap_or(last)),
                "Home" | "PageUp" => 0,
                "End" | "PageDown" => last,
                "Escape" => {
                    event.prevent_default();
                    return on_close.emit(());
                }
                // The focus goes on from the button, as if the menu had not been there.
                "Tab" => return on_close.emit(()),
                _ => match letter.and_then(|c| found(&items, here, c, &mut typed.borrow_mut())) {
                    Some(to) => to,
                    None => return,
                },
            };
            event.prevent_default();
            dom::focus(&items[to]);
        })
    };
    let rows = props.items.iter().enumerate().map(|(i, item)| row(i, item, &on_chosen));
    html! {
        <div ref={node} class="menu" popover="manual" role="menu" aria-label={props.label.clone()} {onkeydown}>
            { for rows }
        </div>
    }
}

const ITEMS: &str = "[role^=menuitem]:not(:disabled)";

/// Moves the focus back to what opened the menu, if that is still there.
fn give_back(opener: &RefCell<Option<Element>>) {
    if let Some(opener) = opener.borrow().as_ref().filter(|opener| opener.is_connected()) {
        dom::focus(opener);
    }
}

fn row(index: usize, item: &MenuItem, on_chosen: &Callback<()>) -> Html {
    let onclick = {
        let (on_select, on_chosen) = (item.on_select.clone(), on_chosen.clone());
        Callback::from(move |_: MouseEvent| {
            on_chosen.emit(());
            on_select.emit(());
        })
    };
    let class = classes!(
        "menu__item",
        item.danger.then_some("menu__item--danger"),
        item.parted.then_some("menu__item--parted")
    );
    let icon = match item.checked {
        Some(true) => Some(IconName::Check),
        Some(false) => None,
        None => item.icon,
    };
    html! {
        <button
            key={index}
            type="button"
            role={if item.checked.is_some() { "menuitemradio" } else { "menuitem" }}
            aria-checked={item.checked.map(flag)}
            {class}
            tabindex="-1"
            disabled={item.disabled}
            {onclick}
        >
            <span class="menu__icon">
                if let Some(name) = icon {
                    <Icon {name} />
                }
            </span>
            <span class="menu__label">{ item.label.clone() }</span>
            if let Some(keys) = &item.keys {
                <kbd class="kbd" dir="ltr">{ keys.clone() }</kbd>
            }
        </button>
    }
}

/// How long letters that are typed belong to one name, in milliseconds.
const TYPING: f64 = 500.0;

/// What a key press adds to the name that is being typed: a space, too, once it is begun; before, that chooses.
fn typed_now(event: &KeyboardEvent, typed: &(String, f64)) -> Option<char> {
    let begun = !typed.0.is_empty() && dom::now() - typed.1 <= TYPING;
    dom::typed(event).or_else(|| (begun && event.key() == " ").then_some(' '))
}

/// The next item that begins with what was typed within the last half second.
fn found(items: &[Element], here: Option<usize>, c: char, typed: &mut (String, f64)) -> Option<usize> {
    let now = dom::now();
    if now - typed.1 > TYPING {
        typed.0.clear();
    }
    typed.0.extend(c.to_lowercase());
    typed.1 = now;
    // A single letter goes on to the next match; more letters may stay.
    let from = here.map_or(0, |i| if typed.0.chars().count() == 1 { i + 1 } else { i });
    (0..items.len())
        .map(|step| (from + step) % items.len())
        .find(|i| items[*i].text_content().is_some_and(|text| text.trim().to_lowercase().starts_with(&typed.0)))
}

/// A press elsewhere, a change of the window or a scroll that takes what it belongs to away closes the menu. (A scroll is
/// told after it was seen: one that brought the opener into view comes when the menu is open already.)
fn outside(node: &NodeRef, anchor: &Anchor, on_close: &Callback<()>) -> Vec<EventListener> {
    let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let document = gloo::utils::document();
    let window = gloo::utils::window();
    let close_unless_inside = || {
        let (node, anchor, on_close) = (node.clone(), anchor.clone(), on_close.clone());
        move |event: &Event| {
            let inside = node.cast::<Element>().is_some_and(|popup| dom::is_within(event, &popup));
            if !inside && !anchor.holds(event) {
                on_close.emit(());
            }
        }
    };
    let close = || {
        let on_close = on_close.clone();
        move |_: &Event| on_close.emit(())
    };
    let scrolled = {
        let (anchor, on_close, was) = (anchor.clone(), on_close.clone(), anchor.bounds());
        let (point, close) = (matches!(anchor, Anchor::Point(..)), close_unless_inside());
        move |event: &Event| match point {
            true => close(event),
            false if anchor.bounds() != was => on_close.emit(()),
            false => {}
        }
    };
    vec![
        EventListener::new_with_options(&document, "pointerdown", capture, close_unless_inside()),
        EventListener::new_with_options(&document, "scroll", capture, scrolled),
        EventListener::new(&window, "resize", close()),
        EventListener::new(&window, "blur", close()),
    ]
}
