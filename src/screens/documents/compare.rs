//! A document beside the text as it was imported.

use emic_core::ids::DocumentId;
use emic_core::project::Document;
use yew::prelude::*;

use super::changes::{Change, changes, corrections};
use crate::i18n::{format_date_time, message, tr};
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
            Some(list) => html! { <ChangeList list={Same::from(list)} sides={Sides::Import} /> },
        },
    });
    let corrected = document.as_ref().filter(|document| !document.revisions.is_empty());
    let corrected = corrected.map(|document| html! { <Corrections document={document.clone()} /> });
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
                { for corrected }
                { found.unwrap_or_default() }
            </div>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct CorrectionsProps {
    document: Same<Document>,
}

/// Each correction of the text since it came in, the latest first: who made it, when and why, and what it changed.
#[component]
fn Corrections(props: &CorrectionsProps) -> Html {
    let text = use_text(Some(props.document.text));
    let coders = use_selector(|snapshot| snapshot.project.coders.clone()).unwrap_or_default();
    let all = props.document.revisions.len();
    let made = use_growing(all, 12, 24);
    let list = match &text {
        TextState::Loading => html! { <ProgressBar label={tr!("loading")} /> },
        TextState::Failed(why) => {
            html! { <Banner tone={Tone::Error}>{ tr!("documents-compare-failed", why = why) }</Banner> }
        }
        TextState::Ready(text) => {
            let latest = &props.document.revisions[all.saturating_sub(made)..];
            let items = corrections(text, latest).into_iter().enumerate().map(|(n, (revision, list))| {
                let who = coders.get(&revision.made.by).map(|coder| coder.name.clone()).unwrap_or_default();
                html! {
                    <li key={all - n}>
                        <p>
                            <b>{ format_date_time(revision.made.at.0 as f64) }</b>{ " · " }<bdi>{ who }</bdi>
                            if !revision.why.is_empty() {
                                { " · " }<span dir="auto">{ revision.why.clone() }</span>
                            }
                        </p>
                        <ChangeList list={Same::from(list)} sides={Sides::Correction} />
                    </li>
                }
            });
            html! { <ol class="documents-compare__corrections" reversed=true>{ for items }</ol> }
        }
    };
    html! {
        <section class="documents-compare__part" aria-labelledby="documents-corrections">
            <h3 id="documents-corrections">{ tr!("documents-corrections", n = all) }</h3>
            { list }
            <h3>{ tr!("documents-compare-since") }</h3>
        </section>
    }
}

/// What stands beside each other.
#[derive(Clone, Copy, PartialEq)]
enum Sides {
    /// The text as imported and as it is now.
    Import,
    /// The text before a correction and after it.
    Correction,
}

#[derive(Properties, PartialEq)]
struct ChangeListProps {
    list: Same<Vec<Change>>,
    sides: Sides,
}

#[component]
fn ChangeList(props: &ChangeListProps) -> Html {
    let made = use_growing(props.list.len(), 60, 100);
    let (before, after) = match props.sides {
        Sides::Import => (tr!("documents-compare-before"), tr!("documents-compare-after")),
        Sides::Correction => (tr!("documents-correction-before"), tr!("documents-correction-after")),
    };
    html! {
        <div class="documents-compare__list">
            if props.sides == Sides::Import {
                <p class="soft small">{ tr!("documents-compare-count", n = props.list.len()) }</p>
            }
            <table class="documents-compare__table">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{ before.clone() }</th>
                        <th scope="col">{ after.clone() }</th>
                    </tr>
                </thead>
                <tbody>
                    { for props.list.iter().take(made).enumerate().map(|(at, change)| html! {
                        <tr key={at}>
                            <th scope="row" class="documents-compare__sort">{ message(change.sort.message(), None) }</th>
                            <td class="documents-compare__text" data-label={before.clone()}>
                                { side(change, &change.old, true) }
                            </td>
                            <td class="documents-compare__text" data-label={after.clone()}>
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
