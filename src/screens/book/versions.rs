//! Versions of the codebook that were given a name, and what changed between two of them.

use std::rc::Rc;
use std::str::FromStr;

use emic_core::edit::{BookChange, Edit, codes_now};
use emic_core::ids::{CodeId, VersionId};
use emic_core::project::{BookVersion, Project, VersionCode};
use emic_view::codebook::{CodeChange, compared, differences};
use yew::prelude::*;

use crate::i18n::{format_date_time, tr};
use crate::platform;
use crate::screens::act::{act, act_with_undo};
use crate::screens::codes::{text_name, wording};
use crate::store::{Same, use_project, use_store, use_writable};
use crate::widgets::{
    Badge, Button, ButtonVariant, Dialog, EmptyState, IconButton, IconName, Select, SelectOption, TextArea, TextField,
};

/// What is compared with the present.
const NOW: &str = "now";

/// The versions, and a comparison.
#[component]
pub(super) fn Versions() -> Html {
    let store = use_store();
    let project = use_project();
    let writable = use_writable();
    let asked = use_state_eq(|| None::<Option<VersionId>>);
    let pair = use_state_eq(|| None::<(String, String)>);
    let Some(project) = project else { return html! { <div></div> } };
    let versions = &project.meta.book.versions;
    let ask = |about: Option<VersionId>| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(Some(about)))
    };
    let last = versions.last().map(|version| version.id.to_string()).unwrap_or_default();
    let (before, after) = (*pair).clone().unwrap_or((last, NOW.to_owned()));
    let choose = |first: bool| {
        let (pair, other) = (pair.setter(), if first { after.clone() } else { before.clone() });
        Callback::from(move |value: String| {
            pair.set(Some(if first { (value, other.clone()) } else { (other.clone(), value) }));
        })
    };
    let mut options: Vec<SelectOption> =
        versions.iter().map(|version| SelectOption::new(version.id.to_string(), version.name.clone())).collect();
    options.push(SelectOption::new(NOW, tr!("versions-now")));
    let (old, new) = (state_of(&project, &before), state_of(&project, &after));
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let asked_of = asked.map(|about| about.and_then(|id| project.meta.book.version(id).cloned()));
    let row = |version: &Rc<BookVersion>| {
        let coder = project.coders.get(&version.made.by).map(|coder| coder.name.clone()).unwrap_or_default();
        let remove = {
            let (store, id, said) = (store.clone(), version.id, tr!("versions-removed", name = &version.name));
            Callback::from(move |_: MouseEvent| {
                act_with_undo(&store, vec![Edit::ChangeBook(BookChange::RemoveVersion { id })], said.clone());
            })
        };
        html! {
            <li key={version.id.to_string()} class="versions__one">
                <div class="grow">
                    <b><bdi>{ version.name.clone() }</bdi></b>
                    <p class="soft small">
                        { format_date_time(version.made.at.0 as f64) }
                        if !coder.is_empty() {
                            { " · " }<bdi>{ coder }</bdi>
                        }
                        { " · " }{ tr!("codes-count", n = version.codes.len()) }
                    </p>
                    if !version.note.is_empty() {
                        <p dir="auto">{ version.note.clone() }</p>
                    }
                </div>
                <IconButton label={tr!("versions-rename", name = &version.name)} icon={IconName::Pencil} small=true disabled={!writable} onclick={ask(Some(version.id))} />
                <IconButton label={tr!("versions-remove", name = &version.name)} icon={IconName::Trash} small=true disabled={!writable} onclick={remove} />
            </li>
        }
    };
    html! {
        <div class="guide__part versions">
            <div key="keep" class="row row--wrap">
                <Button label={tr!("versions-keep")} icon={IconName::Plus} variant={ButtonVariant::Primary} disabled={!writable || project.codes.is_empty()} onclick={ask(None)} />
                <span class="soft small">{ tr!("versions-text") }</span>
            </div>
            if versions.is_empty() {
                <EmptyState key="none" icon={IconName::History} title={tr!("versions-none")} text={tr!("versions-none-text")} />
            } else {
                <ol key="list" class="versions__list" aria-label={tr!("versions")}>{ for versions.iter().rev().map(row) }</ol>
                <section key="compare" class="versions__compare" aria-label={tr!("versions-compare")}>
                    <h2>{ tr!("versions-compare") }</h2>
                    <div class="row row--wrap">
                        <Select label={tr!("versions-before")} value={before.clone()} options={options.clone()} on_change={choose(true)} />
                        <Select label={tr!("versions-after")} value={after.clone()} {options} on_change={choose(false)} />
                    </div>
                    <Comparison {old} {new} />
                </section>
            }
            if let Some(version) = asked_of {
                <Ask key="ask" version={version.map(Same)} on_close={close} />
            }
        </div>
    }
}

fn state_of(project: &Project, chosen: &str) -> Vec<VersionCode> {
    let version = VersionId::from_str(chosen).ok().and_then(|id| project.meta.book.version(id));
    version.map_or_else(|| codes_now(project), |version| version.codes.clone())
}

#[derive(Properties, PartialEq)]
struct AskProps {
    /// The version that gets another name; without one the present is kept.
    version: Option<Same<BookVersion>>,
    on_close: Callback<()>,
}

/// Asks what a version is called and what there is to say of it.
#[component]
fn Ask(props: &AskProps) -> Html {
    let store = use_store();
    let known = |text: fn(&BookVersion) -> &String| {
        props.version.as_ref().map(|version| text(version).clone()).unwrap_or_default()
    };
    let (name, note) = (known(|version| &version.name), known(|version| &version.note));
    let draft = use_mut_ref(|| (name.clone(), note.clone()));
    let on_name = {
        let draft = draft.clone();
        Callback::from(move |typed: String| draft.borrow_mut().0 = typed)
    };
    let on_note = {
        let draft = draft.clone();
        Callback::from(move |typed: String| draft.borrow_mut().1 = typed)
    };
    let on_submit = {
        let (id, close) = (props.version.as_ref().map(|version| version.id), props.on_close.clone());
        Callback::from(move |()| {
            let (name, note) = draft.borrow().clone();
            let said = tr!("versions-kept", name = name.trim());
            let change = match id {
                Some(id) => BookChange::RenameVersion { id, name, note },
                None => BookChange::KeepVersion { id: VersionId::from_random(platform::random()), name, note },
            };
            if act(&store, vec![Edit::ChangeBook(change)], &said) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("save")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={if props.version.is_some() { tr!("versions-edit") } else { tr!("versions-keep") }}
            on_close={props.on_close.clone()}
            on_submit={Some(on_submit)}
            closes_outside=false
            {actions}
        >
            <TextField label={tr!("name")} value={name} placeholder={tr!("versions-name-example")} on_input={Some(on_name)} required=true autofocus=true max_length={200} />
            <TextArea label={tr!("versions-note")} value={note} on_input={Some(on_note)} rows=3 />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ComparisonProps {
    old: Vec<VersionCode>,
    new: Vec<VersionCode>,
}

/// What was added, removed, renamed, moved and redefined.
#[component]
fn Comparison(props: &ComparisonProps) -> Html {
    let changes = differences(&props.old, &props.new);
    let name_in = |codes: &[VersionCode], id: Option<CodeId>| {
        let above = codes.iter().find(|code| Some(code.id) == id);
        above.map_or_else(|| tr!("codes-at-top"), |code| code.name.clone().into())
    };
    let row = |change: &CodeChange| {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let Some(code) = after.or(before) else { return html! { <li></li> } };
        let mut marks: Vec<AttrValue> = Vec::new();
        match (before, after) {
            (None, _) => marks.push(tr!("versions-added")),
            (_, None) => marks.push(tr!("versions-gone")),
            _ => {
                let is = [
                    (change.renamed, "versions-renamed"),
                    (change.moved, "versions-moved"),
                    (change.relevelled, "versions-relevelled"),
                    (!change.redefined.is_empty(), "versions-redefined"),
                ];
                marks.extend(is.iter().filter(|(is, _)| *is).map(|(_, key)| tr!(key)));
            }
        }
        let pair = before.zip(after);
        html! {
            <li key={code.id.to_string()} class="versions__change">
                <p class="row row--wrap">
                    <b><bdi>{ code.name.clone() }</bdi></b>
                    { for marks.into_iter().map(|text| html! { <Badge key={text.to_string()} text={text.clone()} /> }) }
                </p>
                if let Some((before, after)) = pair {
                    if change.renamed {
                        <p class="small">{ tr!("versions-from-to", old = &before.name, new = &after.name) }</p>
                    }
                    if change.moved {
                        <p class="small">{ tr!("versions-moved-from-to", old = name_in(&props.old, before.parent).as_str(), new = name_in(&props.new, after.parent).as_str()) }</p>
                    }
                    if change.relevelled {
                        <p class="small">{ tr!("versions-level-from-to", old = level(&before.level).as_str(), new = level(&after.level).as_str()) }</p>
                    }
                    { for change.redefined.iter().map(|text| {
                        let words = |code: &VersionCode| code.texts.get(text).cloned().unwrap_or_default();
                        html! {
                            <div key={text.key()} class="versions__text">
                                <span class="soft small">{ text_name(*text) }</span>
                                { wording(&compared(&words(before), &words(after))) }
                            </div>
                        }
                    }) }
                }
            </li>
        }
    };
    html! {
        <div class="versions__changes">
            if changes.is_empty() {
                <p class="soft" role="status">{ tr!("versions-same") }</p>
            } else {
                <p class="soft small" role="status">{ tr!("versions-count", n = changes.len()) }</p>
                <ul>{ for changes.iter().map(row) }</ul>
            }
        </div>
    }
}

fn level(name: &str) -> AttrValue {
    if name.is_empty() { tr!("book-not-said") } else { AttrValue::from(name.to_owned()) }
}
