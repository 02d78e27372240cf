//! Whether what was done is safe: a word in the header, and behind it where the work is and when it was exported.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::actions::owners::put as put_action;
use crate::actions::{Action, Way};
use crate::i18n::{format_date_time, not_saved, tr};
use crate::persist::{NotSaved, SaveState, StorageKind};
use crate::screens::start::exported_words;
use crate::session::{Saving, Session, export_open, kept_words, use_session, use_session_state};
use crate::store::use_selector;
use crate::widgets::{Anchor, Button, ButtonVariant, Icon, IconName, put};

/// The id of what the indicator opens.
const DETAILS: &str = "save-details";

/// The indicator; pressing it opens the details.
#[component]
pub(super) fn SaveIndicator() -> Html {
    let saving = use_session_state(Session::saving);
    let kept = use_session_state(Session::kept);
    let button = use_node_ref();
    let (class, words) = match &saving {
        Saving::Nothing => ("save-state--busy", tr!("loading")),
        Saving::ReadOnly => ("save-state--busy", tr!("save-read-only")),
        Saving::Writes(SaveState::NotSaved(NotSaved::Full)) => ("save-state--bad", tr!("save-failed-full")),
        Saving::Writes(SaveState::NotSaved(_)) => ("save-state--bad", tr!("save-failed")),
        Saving::Writes(_) if kept == Some(StorageKind::Memory) => ("save-state--bad", tr!("save-not-kept")),
        Saving::Writes(SaveState::Saving) => ("save-state--busy", tr!("save-saving")),
        Saving::Writes(SaveState::Saved { .. }) => ("save-state--good", tr!("save-saved")),
    };
    html! {
        <span class="header__save">
            <button
                ref={button.clone()}
                id="save-state"
                class="btn btn--quiet btn--small"
                type="button"
                popovertarget={DETAILS}
                data-tip={tr!("save-details")}
            >
                <span class={classes!("save-state", class)}>{ words }</span>
            </button>
            if kept != Some(StorageKind::Memory) {
                <LastExport />
            }
            <SaveDetails {saving} {kept} {button} />
        </span>
    }
}

/// How old the copy outside this browser is; pressing it opens the same details.
#[component]
fn LastExport() -> Html {
    let exported = use_session_state(Session::last_exported);
    let changed = use_selector(|snapshot| {
        let last = snapshot.history.steps().last();
        let (documents, codes) = (&snapshot.project.documents, &snapshot.project.codes);
        (!documents.is_empty() || !codes.is_empty(), last.map(|step| step.stamp.at))
    });
    let (has_something, changed) = changed.unwrap_or_default();
    // That all was deleted is a change as well; only of a project in which nothing was done yet there is nothing to say.
    let due = (has_something || exported.is_some()) && changed > exported;
    html! {
        <button
            class={classes!("btn", "btn--quiet", "btn--small", "header__exported", due.then_some("header__exported--due"))}
            type="button"
            popovertarget={DETAILS}
            data-tip={tr!("save-details")}
        >
            { exported_words(exported, due) }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct SaveDetailsProps {
    saving: Saving,
    kept: Option<StorageKind>,
    button: NodeRef,
}

/// Where the work is, when it was exported, and that nothing leaves. The browser opens and closes it.
#[component]
fn SaveDetails(props: &SaveDetailsProps) -> Html {
    let session = use_session();
    let exported = use_session_state(Session::last_exported);
    let node = use_node_ref();
    {
        let (node, button) = (node.clone(), props.button.clone());
        use_effect_with((), move |()| {
            let listener = node.cast::<HtmlElement>().map(|details| {
                EventListener::new(&details.clone(), "toggle", move |_| put(&details, &Anchor::Node(button.clone())))
            });
            move || drop(listener)
        });
    }
    let state = match (&props.saving, props.kept) {
        (Saving::ReadOnly, _) => tr!("error-read-only"),
        (Saving::Writes(SaveState::NotSaved(why)), _) => not_saved(why),
        (_, Some(StorageKind::Memory)) => tr!("banner-memory"),
        (Saving::Writes(SaveState::Saving), _) => tr!("save-being-saved"),
        _ => tr!("save-all-saved"),
    };
    let exported = match exported {
        Some(at) => tr!("save-exported", date = format_date_time(at.0 as f64)),
        None => tr!("save-never-exported"),
    };
    let hide = {
        let node = node.clone();
        move || {
            if let Some(details) = node.cast::<HtmlElement>() {
                let _ = details.hide_popover();
            }
        }
    };
    let onclick = {
        let hide = hide.clone();
        Callback::from(move |_: MouseEvent| {
            hide();
            export_open(&session);
        })
    };
    let explain = Callback::from(move |_: MouseEvent| {
        hide();
        drop(put_action(Action::Privacy, Way::Do));
    });
    html! {
        <div ref={node} id={DETAILS} class="floating save-details" popover="auto" role="dialog" aria-label={tr!("save-details")}>
            <p><strong>{ state }</strong></p>
            if let Some(kept) = props.kept {
                <p class="soft">{ kept_words(kept) }</p>
            }
            if props.kept != Some(StorageKind::Memory) {
                <p class="soft">{ tr!("save-only-here") }</p>
            }
            <div class="save-details__export">
                <span>{ exported }</span>
                <Button
                    label={tr!("export-project")}
                    icon={IconName::Download}
                    variant={ButtonVariant::Primary}
                    small=true
                    {onclick}
                />
            </div>
            <p class="save-details__promise">
                <Icon name={IconName::Lock} />
                <span><strong>{ tr!("nothing-leaves") }</strong>{ " " }{ tr!("save-nothing-leaves-text") }</span>
            </p>
            <Button label={tr!("action-privacy")} small=true popup="dialog" onclick={explain} />
        </div>
    }
}
