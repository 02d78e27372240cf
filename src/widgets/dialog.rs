//! Dialogs on the browser's own `<dialog>`: it holds the focus, covers the page and answers Escape.
use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use super::button::{Button, ButtonVariant, IconButton};
use super::dom;
use super::icon::IconName;
use crate::i18n::tr;

/// How wide a dialog may become.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DialogSize {
    /// A question or a few fields.
    #[default]
    Small,
    /// A form, a list.
    Medium,
    /// Two columns, a preview.
    Large,
}

impl DialogSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "dialog--small",
            Self::Medium => "dialog--medium",
            Self::Large => "dialog--large",
        }
    }
}

/// What a [`Dialog`] shows and does.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// Its heading and name.
    pub title: AttrValue,
    /// Escape, the cross, or a press beside it: the owner sets `open` to false.
    pub on_close: Callback<()>,
    /// Enter in a field, or a `submit` button among the actions.
    #[prop_or_default]
    pub on_submit: Option<Callback<()>>,
    /// What it says and asks. Made only while it is open, so that its fields begin anew each time.
    #[prop_or_default]
    pub children: Html,
    /// The buttons at its foot, the one that cancels first. None makes no foot.
    #[prop_or_default]
    pub actions: Html,
    /// How wide it may become.
    #[prop_or_default]
    pub size: DialogSize,
    /// Whether a press beside it closes it; not where typed words would be lost.
    #[prop_or(true)]
    pub closes_outside: bool,
    /// `alertdialog` for a question that must be answered.
    #[prop_or_default]
    pub alert: bool,
}

/// A modal dialog. The focus goes to the first `autofocus` element or field in it (where it asks whether to do
/// something, to the first button at its foot), and back to where it was.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    let title = dom::use_id("dialog-title");
    let body = dom::use_id("dialog-body");
    {
        let node = node.clone();
        use_effect_with((props.open, props.on_close.clone()), move |(open, on_close)| {
            let listeners = open.then(|| listen(&node, on_close)).flatten();
            move || drop(listeners)
        });
    }
    {
        let node = node.clone();
        use_effect_with((props.open, props.alert), move |(open, alert)| {
            let opener = open.then(|| show(&node, *alert)).flatten();
            move || {
                if let Some((dialog, opener)) = opener {
                    dialog.close();
                    if let Some(opener) = opener.filter(|opener| opener.is_connected()) {
                        dom::focus(&opener);
                    }
                }
            }
        });
    }
    let onsubmit = {
        let on_submit = props.on_submit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(on_submit) = &on_submit {
                on_submit.emit(());
            }
        })
    };
    let on_outside = {
        let (node, on_close, closes) = (node.clone(), props.on_close.clone(), props.closes_outside);
        Callback::from(move |event: PointerEvent| {
            // The dialog's own box is all filled by its form: what hits the dialog itself is its backdrop.
            let hit = event.target_dyn_into::<Element>();
            if closes && hit.is_some() && hit == node.cast::<Element>() {
                event.prevent_default();
                on_close.emit(());
            }
        })
    };
    let cross = props.on_close.reform(|_: MouseEvent| ());
    let has_actions = props.actions != Html::default();
    html! {
        <dialog
            ref={node}
            class={classes!("dialog", props.size.class())}
            role={props.alert.then_some("alertdialog")}
            aria-labelledby={title.clone()}
            aria-describedby={props.alert.then(|| body.clone())}
            onpointerdown={on_outside}
        >
            if props.open {
                <form class="dialog__form" novalidate=true {onsubmit}>
                    <div class="dialog__head">
                        <h2 id={title} class="dialog__title">{ props.title.clone() }</h2>
                        <IconButton label={tr!("close")} icon={IconName::Close} onclick={cross} class="dialog__close" />
                    </div>
                    <div id={body} class="dialog__body">{ props.children.clone() }</div>
                    if has_actions {
                        <div class="dialog__actions">{ props.actions.clone() }</div>
                    }
                    // What is said while the page behind cannot speak: see `toast::announce`.
                    <div class="visually-hidden" aria-live="polite" data-live="dialog" />
                </form>
            }
        </dialog>
    }
}

/// Shows the dialog and gives it the focus; returns it with the element that had the focus before.
fn show(node: &NodeRef, alert: bool) -> Option<(HtmlDialogElement, Option<Element>)> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    let opener = dom::focused();
    if !dialog.open() {
        dialog.show_modal().ok()?;
    }
    // The browser would choose the cross in the head, the first that can be focused.
    let wanted = ["[autofocus]", ".dialog__body :is(input, select, textarea):not(:disabled)", ".dialog__actions .btn"];
    // Enter in a field would do what is asked.
    let wanted = wanted.iter().filter(|selector| !alert || !selector.starts_with(".dialog__body"));
    if let Some(first) = wanted.into_iter().find_map(|selector| dialog.query_selector(selector).ok().flatten()) {
        dom::focus(&first);
    }
    Some((dialog, opener))
}

/// Escape asks the owner to close. A browser may close the dialog in spite of that (a second Escape): then the
/// owner hears of it too.
fn listen(node: &NodeRef, on_close: &Callback<()>) -> Option<[EventListener; 2]> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    let asked = on_close.clone();
    let cancel = EventListener::new_with_options(
        &dialog,
        "cancel",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            event.prevent_default();
            asked.emit(());
        },
    );
    let done = on_close.clone();
    let close = EventListener::new(&dialog, "close", move |_| done.emit(()));
    Some([cancel, close])
}

/// What a [`ConfirmDialog`] asks.
#[derive(Properties, PartialEq)]
pub struct ConfirmDialogProps {
    /// Whether it is shown.
    pub open: bool,
    /// The question.
    pub title: AttrValue,
    /// What happens, and what is lost.
    #[prop_or_default]
    pub children: Html,
    /// The word for doing it: the verb, not "yes".
    pub confirm: AttrValue,
    /// Whether something is lost by it.
    #[prop_or_default]
    pub danger: bool,
    /// Do it. The owner closes the dialog.
    pub on_confirm: Callback<()>,
    /// Don't.
    pub on_cancel: Callback<()>,
}

/// A question to be answered with doing it or not. Where something would be lost the focus begins on "cancel".
#[component]
pub fn ConfirmDialog(props: &ConfirmDialogProps) -> Html {
    let variant = if props.danger { ButtonVariant::Danger } else { ButtonVariant::Primary };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_cancel.reform(|_| ())} />
            <Button label={props.confirm.clone()} {variant} submit=true />
        </>
    };
    html! {
        <Dialog
            open={props.open}
            title={props.title.clone()}
            on_close={props.on_cancel.clone()}
            on_submit={props.on_confirm.clone()}
            alert=true
            {actions}
        >
            { props.children.clone() }
        </Dialog>
    }
}
