//! Giving a passage to a case, and the parts of a document: in one dialog over the text.

use std::collections::BTreeSet;

use emic_core::edit::Edit;
use emic_core::guide::{Section, parted, sections};
use emic_core::ids::{CaseId, DocumentId};
use emic_core::project::{Document, Part, Project};
use emic_core::text::{Span, Text};
use yew::prelude::*;

use super::name::{CaseField, named};
use crate::actions::Action;
use crate::i18n::{format_number, tr};
use crate::screens::act::{act, act_with_undo};
use crate::store::{Same, Store, use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, IconButton, IconName, Select, SelectOption};

/// What is asked about the parts of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartsAsk {
    /// Which case a passage belongs to.
    Give(Span),
    /// All parts, and the case of the whole.
    All,
}

/// What an action asks about, or why it cannot be done.
pub fn ask_of_parts(action: Action, selection: Option<Span>, writable: bool) -> Result<PartsAsk, AttrValue> {
    match (action, selection) {
        _ if !writable => Err(tr!("error-read-only")),
        (Action::GiveToCase, Some(span)) => Ok(PartsAsk::Give(span)),
        (Action::GiveToCase, None) => Err(tr!("parts-select-first")),
        _ => Ok(PartsAsk::All),
    }
}

/// What the dialog is about.
#[derive(Properties)]
pub struct PartsDialogProps {
    /// The document.
    pub document: Same<Document>,
    /// Its text.
    pub text: Text,
    /// What is asked; none keeps it closed.
    pub ask: Option<PartsAsk>,
    /// It was answered, or not.
    pub on_close: Callback<()>,
}

impl PartialEq for PartsDialogProps {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document && self.ask == other.ask && self.on_close == other.on_close
    }
}

/// The dialog that asks.
#[component]
pub fn PartsDialog(props: &PartsDialogProps) -> Html {
    let splitting = use_state_eq(|| false);
    {
        let splitting = splitting.setter();
        use_effect_with(props.ask, move |_| splitting.set(false));
    }
    let (document, text, on_close) = (&props.document, &props.text, &props.on_close);
    let on_split = {
        let splitting = splitting.setter();
        Callback::from(move |()| splitting.set(true))
    };
    let dialog = match props.ask {
        None => html! {},
        Some(PartsAsk::Give(span)) => {
            html! { <Give document={document.id} {span} words={excerpt(text, span)} {on_close} /> }
        }
        Some(PartsAsk::All) if !*splitting => {
            html! { <All document={document.clone()} text={Words(text.clone())} {on_split} {on_close} /> }
        }
        Some(PartsAsk::All) => {
            html! { <Split document={document.clone()} text={Words(text.clone())} {on_close} /> }
        }
    };
    html! { <div class="parts-ask">{ dialog }</div> }
}

/// The text of one document: the same as long as the document is.
#[derive(Clone)]
struct Words(Text);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
    }
}

/// The beginning of a passage, in one line.
fn excerpt(text: &Text, span: Span) -> AttrValue {
    const LONG: usize = 90;
    let words = text.slice(span).split_whitespace().take(24).collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(LONG).collect();
    let more = short.len() < text.slice(span).trim().len();
    if more { format!("{short} …").into() } else { short.into() }
}

/// Gives ranges of a document to the cases of these names, of which those that are not there are made. One step.
fn give(store: &Store, document: DocumentId, given: &[(Span, String)]) -> bool {
    let Some(snapshot) = store.snapshot() else { return false };
    let Some(now) = snapshot.project.documents.get(&document) else { return false };
    let (mut edits, mut parts) = (Vec::new(), now.structure.parts.clone());
    let mut made: Vec<(String, CaseId)> = Vec::new();
    for (span, name) in given {
        let case = named(&snapshot.project, &mut made, &mut edits, name);
        parts = parted(&parts, *span, Some(case));
    }
    edits.push(Edit::SetParts { document, parts });
    let said = match given {
        [(_, name)] => tr!("parts-given", case = name.trim()),
        _ => tr!("parts-split-done", n = given.len()),
    };
    act_with_undo(store, edits, said)
}

#[derive(Properties, PartialEq)]
struct GiveProps {
    document: DocumentId,
    span: Span,
    words: AttrValue,
    on_close: Callback<()>,
}

/// Asks which case a passage belongs to.
#[component]
fn Give(props: &GiveProps) -> Html {
    let store = use_store();
    let name = use_mut_ref(String::new);
    let wrong = use_state_eq(|| false);
    let on_input = {
        let (name, wrong) = (name.clone(), wrong.setter());
        Callback::from(move |typed: String| {
            name.replace(typed);
            wrong.set(false);
        })
    };
    let on_submit = {
        let (document, span, close, wrong) = (props.document, props.span, props.on_close.clone(), wrong.setter());
        Callback::from(move |()| {
            let name = name.borrow().clone();
            if name.trim().is_empty() {
                wrong.set(true);
            } else if give(&store, document, &[(span, name)]) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("parts-give-do")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog open=true title={tr!("parts-give")} on_close={props.on_close.clone()} {on_submit} {actions}>
            <blockquote class="parts__words" dir="auto">{ props.words.clone() }</blockquote>
            <CaseField label={tr!("case")} autofocus=true {on_input} error={wrong.then(|| tr!("cases-name-needed"))} />
            <p class="soft small">{ tr!("parts-give-hint") }</p>
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct AllProps {
    document: Same<Document>,
    text: Words,
    on_split: Callback<()>,
    on_close: Callback<()>,
}

/// The case of the whole document and its parts, each of which can be removed.
#[component]
fn All(props: &AllProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let id = props.document.id;
    let known = use_selector(move |snapshot| {
        let project = &snapshot.project;
        let document = project.documents.get(&id).map(|document| Same(document.clone()));
        (document, cases_as_options(project))
    });
    let (document, cases) = known.unwrap_or_default();
    let document = document.unwrap_or_else(|| props.document.clone());
    let on_case = {
        let store = store.clone();
        Callback::from(move |case: String| {
            act(&store, vec![Edit::SetDocumentCase { id, case: case.parse().ok() }], &tr!("cases-document-given"));
        })
    };
    let remove = |part: &Part| {
        let (store, document, span) = (store.clone(), document.clone(), part.span);
        Callback::from(move |_: MouseEvent| {
            let parts = parted(&document.structure.parts, span, None);
            act_with_undo(&store, vec![Edit::SetParts { document: id, parts }], tr!("parts-removed"));
        })
    };
    let name_of = |case: CaseId| {
        let found = cases.iter().find(|option| option.value == case.to_string());
        found.map(|option| option.label.clone()).unwrap_or_default()
    };
    let parts = &document.structure.parts;
    let actions = html! {
        <>
            <Button label={tr!("parts-split")} disabled={!writable} onclick={props.on_split.reform(|_: MouseEvent| ())} />
            <Button label={tr!("done")} variant={ButtonVariant::Primary} submit=true />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("parts-of", document = &document.title)}
            size={DialogSize::Medium}
            on_close={props.on_close.clone()}
            on_submit={props.on_close.clone()}
            {actions}
        >
            <Select
                label={tr!("parts-whole")}
                hint={tr!("parts-whole-hint")}
                value={document.case.map(|case| case.to_string()).unwrap_or_default()}
                options={cases.clone()}
                disabled={!writable}
                on_change={on_case}
            />
            <h3 class="parts__heading">{ tr!("parts") }</h3>
            if parts.is_empty() {
                <p class="soft">{ tr!("parts-none") }</p>
            }
            <ul class="parts__list">
                { for parts.iter().map(|part| html! {
                    <li key={part.span.start.0} class="parts__part">
                        <b class="parts__case"><bdi>{ name_of(part.case) }</bdi></b>
                        <span class="parts__excerpt soft" dir="auto">{ excerpt(&props.text.0, part.span) }</span>
                        <IconButton
                            label={tr!("parts-remove", case = name_of(part.case).as_str())}
                            icon={IconName::Close}
                            small=true
                            disabled={!writable}
                            onclick={remove(part)}
                        />
                    </li>
                }) }
            </ul>
        </Dialog>
    }
}

/// No case, and all there are.
pub fn cases_as_options(project: &Project) -> Vec<SelectOption> {
    let cases = project.cases_in_order().into_iter();
    let none = SelectOption::new("", tr!("cases-no-case"));
    std::iter::once(none).chain(cases.map(|case| SelectOption::new(case.id.to_string(), case.name.clone()))).collect()
}

#[derive(Properties, PartialEq)]
struct SplitProps {
    document: Same<Document>,
    text: Words,
    on_close: Callback<()>,
}

/// The sections of the text, each with the case that it is to belong to.
#[component]
fn Split(props: &SplitProps) -> Html {
    let store = use_store();
    let found = use_memo((), |()| sections(&props.text.0, &props.document.structure));
    let names = use_mut_ref(|| names_of(&found));
    let off = use_state(BTreeSet::<usize>::new);
    let wrong = use_state_eq(|| false);
    let toggle = |n: usize| {
        let off = off.clone();
        Callback::from(move |on: bool| {
            let mut now = (*off).clone();
            if on {
                now.remove(&n)
            } else {
                now.insert(n)
            };
            off.set(now);
        })
    };
    let on_name = |n: usize| {
        let (names, wrong) = (names.clone(), wrong.setter());
        Callback::from(move |name: String| {
            if let Some(slot) = names.borrow_mut().get_mut(n) {
                *slot = name;
            }
            wrong.set(false);
        })
    };
    let on_submit = {
        let (document, close, wrong) = (props.document.id, props.on_close.clone(), wrong.setter());
        let (names, off, found) = (names.clone(), (*off).clone(), found.clone());
        Callback::from(move |()| {
            let names = names.borrow();
            let chosen = found.iter().zip(names.iter()).enumerate().filter(|(n, _)| !off.contains(n));
            let given: Vec<_> = chosen.map(|(_, (section, name))| (section.span, name.clone())).collect();
            if given.is_empty() {
                close.emit(());
            } else if given.iter().any(|(_, name)| name.trim().is_empty()) {
                wrong.set(true);
            } else if give(&store, document, &given) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            if !found.is_empty() {
                <Button label={tr!("parts-split-do")} variant={ButtonVariant::Primary} submit=true />
            }
        </>
    };
    let suggested = names.borrow().clone();
    html! {
        <Dialog
            open=true
            title={tr!("parts-split")}
            size={DialogSize::Medium}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <p class="soft">{ if found.is_empty() { tr!("parts-split-nothing") } else { tr!("parts-split-hint") } }</p>
            if *wrong {
                <p class="field__error" role="alert">{ tr!("cases-name-needed") }</p>
            }
            <ol class="parts__split">
                { for found.iter().zip(suggested).enumerate().map(|(n, (section, name))| {
                    let number = format_number((n + 1) as f64);
                    html! {
                        <li key={n} class="parts__section">
                            <Checkbox
                                label={tr!("parts-section", n = number.as_str(), heading = &section.heading)}
                                checked={!off.contains(&n)}
                                on_change={toggle(n)}
                            />
                            <span class="parts__excerpt soft small" dir="auto">{ excerpt(&props.text.0, section.span) }</span>
                            <CaseField label={tr!("parts-section-case", n = number.as_str())} value={name} on_input={on_name(n)} />
                        </li>
                    }
                }) }
            </ol>
        </Dialog>
    }
}

/// Names for the cases of sections: their headings, told apart by numbers.
fn names_of(sections: &[Section]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for section in sections {
        let short: String = section.heading.chars().take(60).collect();
        let mut name = short.clone();
        let mut n = 2;
        while names.contains(&name) {
            name = format!("{short} ({n})");
            n += 1;
        }
        names.push(name);
    }
    names
}
