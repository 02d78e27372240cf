//! A document beside the text as it was imported.

use emic_core::ids::DocumentId;
use yew::prelude::*;

use super::changes::{Change, changes};
use crate::i18n::{message, tr};
use crate::screens::growing::use_growing;
use crate::store::{Same, TextState, use_selector, use_text};
use crate::widgets::{Banner, Dialog, DialogSize, ProgressBar, Tone};

/// Which document is compared.
#[derive(Properties, PartialEq)]
pub struct CompareDialogProps {
    /// The document.
    pub document: DocumentId,
    /// It was read.
    pub on_close: Callback<()>,
}

/// What was removed, joined or changed since the text was imported, each beside what stood there.
#[component]
pub fn CompareDialog(props: &CompareDialogProps) -> Html {
    let id = props.document;
    let document = use_selector(move |snapshot| snapshot.project.documents.get(&id).cloned().map(Same)).flatten();
    let imported = use_text(document.as_ref().map(|document| document.source.imported));
    let found = document.as_ref().map(|document| match &imported {
        TextState::Loading => html! { <ProgressBar label={tr!("loading")} /> },
        TextState::Failed(why) => {
            html! { <Banner tone={Tone::Error}>{ tr!("documents-compare-failed", why = why) }</Banner> }
        }
        TextState::Ready(text) => match changes(text, &document.source.edits) {
            None => html! { <Banner tone={Tone::Error}>{ tr!("documents-compare-unreadable") }</Banner> },
            Some(list) if list.is_empty() => html! { <p>{ tr!("documents-compare-same") }</p> },
            Some(list) => html! { <ChangeList list={Same::from(list)} /> },
        },
    });
    let source = document.as_ref().map(|document| match &document.source.file_name {
        Some(file) => tr!("documents-compare-source", file = file),
        None => tr!("documents-compare-pasted"),
    });
    html! {
        <Dialog
            open=true
            title={tr!("documents-compare-title")}
            on_close={props.on_close.clone()}
            size={DialogSize::Large}
        >
            <div class="documents-compare">
                if let Some(document) = &document {
                    <p><b dir="auto">{ document.title.clone() }</b>{ " · " }<span class="soft">{ source }</span></p>
                }
                { found.unwrap_or_default() }
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChangeListProps {
    list: Same<Vec<Change>>,
}

#[component]
fn ChangeList(props: &ChangeListProps) -> Html {
    let made = use_growing(props.list.len(), 60, 100);
    html! {
        <div class="documents-compare__list">
            <p class="soft small">{ tr!("documents-compare-count", n = props.list.len()) }</p>
            <table class="documents-compare__table">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ tr!("documents-compare-before") }</th>
                        <th scope="col">{ tr!("documents-compare-after") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for props.list.iter().take(made).enumerate().map(|(at, change)| html! {
                        <tr key={at}>
                            <th scope="row" class="documents-compare__sort">{ message(change.sort.message(), None) }</th>
                            <td class="documents-compare__text" data-label={tr!("documents-compare-before")}>
                                { side(change, &change.old, true) }
                            </td>
                            <td class="documents-compare__text" data-label={tr!("documents-compare-after")}>
                                { side(change, &change.new, false) }
                            </td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn side(change: &Change, here: &str, before: bool) -> Html {
    // What cannot be seen of itself is shown by a sign.
    let seen = here.replace('\n', "↵\n").replace('\t', "⇥");
    let seen = if !seen.is_empty() && seen.trim().is_empty() { seen.replace(' ', "␣") } else { seen };
    html! {
        <p dir="auto">
            { change.lead.clone() }
            if here.is_empty() {
                <span class="visually-hidden">{ format!(" ({}) ", tr!("documents-compare-nothing")) }</span>
            } else if before {
                <del>{ seen }</del>
            } else {
                <ins>{ seen }</ins>
            }
            { change.tail.clone() }
        </p>
    }
}
