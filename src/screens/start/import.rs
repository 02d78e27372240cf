//! Bringing in a project file: choosing it, and what is asked and said about it.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::i18n::{format_date_time, load_issue, tr};
use crate::route::Route;
use crate::session::{Imported, Incoming, Info, Take};
use crate::widgets::{Button, ButtonVariant, Dialog, DialogSize, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct FilePickerProps {
    /// The element, to be clicked.
    pub input: NodeRef,
    /// The file chosen.
    pub on_file: Callback<File>,
}

/// The browser's own file picker, opened by clicking `input`.
#[component]
pub(super) fn FilePicker(props: &FilePickerProps) -> Html {
    let onchange = {
        let on_file = props.on_file.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let chosen = input.files().and_then(|files| files.get(0));
            // The same file can be chosen again.
            input.set_value("");
            if let Some(file) = chosen {
                on_file.emit(file);
            }
        })
    };
    html! {
        <input
            ref={props.input.clone()}
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            tabindex="-1"
            aria-hidden="true"
            {onchange}
        />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ConflictDialogProps {
    /// The file.
    pub incoming: Incoming,
    /// The project of the same identity that is here.
    pub here: Info,
    /// What is to happen.
    pub on_take: Callback<Take>,
    /// Nothing.
    pub on_close: Callback<()>,
}

/// A copy of the project is here already: replace it, or keep both.
#[component]
pub(super) fn ConflictDialog(props: &ConflictDialogProps) -> Html {
    let facts = |documents: usize, quotations: usize, changed: Option<f64>| {
        html! {
            <>
                <dd>{ tr!("documents-count", n = documents) }</dd>
                <dd>{ tr!("quotations-count", n = quotations) }</dd>
                if let Some(changed) = changed {
                    <dd>{ tr!("start-changed", when = format_date_time(changed)) }</dd>
                }
            </>
        }
    };
    let project = &props.incoming.loaded.project;
    let changed = props.incoming.loaded.history.steps().last().map(|step| step.stamp.at.0 as f64);
    let take = |take: Take| props.on_take.reform(move |_: MouseEvent| take);
    html! {
        <Dialog
            open=true
            title={tr!("project-file-conflict", title = &props.here.title)}
            on_close={props.on_close.clone()}
            size={DialogSize::Medium}
            actions={html! { <Button label={tr!("cancel")} onclick={props.on_close.reform(|_| ())} /> }}
        >
            <p>{ tr!("project-file-conflict-text") }</p>
            <div class="start-compare">
                <dl class="start-compare__side">
                    <dt>{ tr!("project-file-here") }</dt>
                    { facts(props.here.documents, props.here.quotations, Some(props.here.changed.0 as f64)) }
                </dl>
                <dl class="start-compare__side">
                    <dt>{ tr!("project-file-in-file") }</dt>
                    { facts(project.documents.len(), project.quotation_count(), changed) }
                </dl>
            </div>
            <div class="start-choices">
                <div class="start-choices__one">
                    <Button
                        label={tr!("project-file-keep-both")}
                        icon={IconName::Duplicate}
                        variant={ButtonVariant::Primary}
                        onclick={take(Take::KeepBoth)}
                    />
                    <p class="soft small">{ tr!("project-file-keep-both-text") }</p>
                </div>
                <div class="start-choices__one">
                    <Button
                        label={tr!("project-file-replace")}
                        variant={ButtonVariant::Danger}
                        onclick={take(Take::Replace)}
                    />
                    <p class="soft small">{ tr!("project-file-replace-text") }</p>
                </div>
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ImportedDialogProps {
    /// What came in.
    pub imported: Imported,
    /// It was read.
    pub on_close: Callback<()>,
}

/// What had to be set right in a file that came in.
#[component]
pub(super) fn ImportedDialog(props: &ImportedDialogProps) -> Html {
    let imported = &props.imported;
    let open = {
        let (to, on_close): (Route, _) = (super::list::address(imported.id), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            on_close.emit(());
            to.go();
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("close")} onclick={props.on_close.reform(|_| ())} />
            <Button label={tr!("project-file-open")} variant={ButtonVariant::Primary} onclick={open} />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("project-file-repaired", title = &imported.title, n = imported.issues.len())}
            on_close={props.on_close.clone()}
            size={DialogSize::Medium}
            {actions}
        >
            <p>{ tr!("project-file-repaired-text") }</p>
            <ul class="issues" tabindex="0" aria-label={tr!("details")}>
                { for imported.issues.iter().enumerate().map(|(n, issue)| html! {
                    <li key={n} dir="auto">{ load_issue(issue) }</li>
                }) }
            </ul>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FailedDialogProps {
    /// What was not done.
    pub title: AttrValue,
    /// Why, and what to do.
    pub text: AttrValue,
    /// What became of what was there.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// It was read.
    pub on_close: Callback<()>,
}

/// Something did not work.
#[component]
pub(super) fn FailedDialog(props: &FailedDialogProps) -> Html {
    html! {
        <Dialog
            open=true
            title={props.title.clone()}
            on_close={props.on_close.clone()}
            alert=true
            actions={html! { <Button label={tr!("close")} onclick={props.on_close.reform(|_| ())} /> }}
        >
            <p>{ props.text.clone() }</p>
            if let Some(note) = &props.note {
                <p><strong>{ note.clone() }</strong></p>
            }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FoundDialogProps {
    /// What was done.
    pub title: AttrValue,
    /// What was found on the way, a sentence each.
    pub notes: Vec<AttrValue>,
    /// It was read.
    pub on_close: Callback<()>,
}

/// Something was done, but not all was as it should be.
#[component]
pub(super) fn FoundDialog(props: &FoundDialogProps) -> Html {
    html! {
        <Dialog
            open=true
            title={props.title.clone()}
            on_close={props.on_close.clone()}
            size={DialogSize::Medium}
            actions={html! { <Button label={tr!("close")} onclick={props.on_close.reform(|_| ())} /> }}
        >
            <ul class="issues" tabindex="0" aria-label={tr!("details")}>
                { for props.notes.iter().enumerate().map(|(n, note)| html! { <li key={n} dir="auto">{ note.clone() }</li> }) }
            </ul>
        </Dialog>
    }
}
