//! Many questions at once: pasted, or taken from a document.

use std::collections::BTreeSet;

use emic_core::edit::Edit;
use emic_core::guide::{question_lines, questions_of};
use emic_core::ids::{DocumentId, QuestionId};
use yew::prelude::*;

use crate::i18n::tr;
use crate::platform;
use crate::screens::act::act;
use crate::store::{Store, TextState, use_selector, use_store, use_text};
use crate::widgets::{Button, ButtonVariant, Checkbox, Dialog, DialogSize, Select, SelectOption, TextArea};

/// Where questions come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddHow {
    /// Lines that are pasted.
    Paste,
    /// What looks like questions in a document.
    Document,
}

#[derive(Properties, PartialEq)]
pub(super) struct AddDialogProps {
    pub how: Option<AddHow>,
    pub on_close: Callback<()>,
}

/// The dialog that asks for them.
#[component]
pub(super) fn AddDialog(props: &AddDialogProps) -> Html {
    let dialog = match props.how {
        None => html! {},
        Some(AddHow::Paste) => html! { <Paste on_close={props.on_close.clone()} /> },
        Some(AddHow::Document) => html! { <FromDocument on_close={props.on_close.clone()} /> },
    };
    html! { <div class="guide__dialog">{ dialog }</div> }
}

/// Adds questions at the end in one step, but for those that are in the guide.
fn add(store: &Store, questions: Vec<String>) -> bool {
    let Some(snapshot) = store.snapshot() else { return false };
    let there: BTreeSet<&str> = snapshot.project.questions.values().map(|question| question.words.as_str()).collect();
    let new = questions.into_iter().filter(|words| !there.contains(words.as_str()));
    let edit = |words| Edit::AddQuestion { id: QuestionId::from_random(platform::random()), words, before: None };
    let edits: Vec<_> = new.map(edit).collect();
    let n = edits.len();
    act(store, edits, &tr!("guide-added", n = n))
}

#[derive(Properties, PartialEq)]
struct FormProps {
    on_close: Callback<()>,
}

#[component]
fn Paste(props: &FormProps) -> Html {
    let store = use_store();
    let draft = use_mut_ref(String::new);
    let count = use_state_eq(|| 0usize);
    let on_input = {
        let (draft, count) = (draft.clone(), count.setter());
        Callback::from(move |words: String| {
            count.set(questions_of(&words).len());
            draft.replace(words);
        })
    };
    let on_submit = {
        let close = props.on_close.clone();
        Callback::from(move |()| {
            if add(&store, questions_of(&draft.borrow())) {
                close.emit(());
            }
        })
    };
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("guide-add-n", n = *count)} variant={ButtonVariant::Primary} submit=true disabled={*count == 0} />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("guide-paste-title")}
            size={DialogSize::Medium}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <TextArea label={tr!("guide-questions")} value="" hint={tr!("guide-paste-hint")} {on_input} autofocus=true rows=10 />
        </Dialog>
    }
}

#[component]
fn FromDocument(props: &FormProps) -> Html {
    let store = use_store();
    let chosen = use_state_eq(|| None::<DocumentId>);
    let off = use_state(BTreeSet::<usize>::new);
    let documents = use_selector(|snapshot| {
        let all = snapshot.project.documents_in_order().into_iter();
        all.map(|document| (document.id, document.title.clone(), document.text)).collect::<Vec<_>>()
    })
    .unwrap_or_default();
    let text = use_text(documents.iter().find(|(id, ..)| Some(*id) == *chosen).map(|(.., text)| *text));
    let lines = use_memo((*chosen, matches!(text, TextState::Ready(_))), |_| match &text {
        TextState::Ready(text) => question_lines(text),
        _ => Vec::new(),
    });
    let on_change = {
        let (chosen, off) = (chosen.setter(), off.setter());
        Callback::from(move |id: String| {
            chosen.set(id.parse().ok());
            off.set(BTreeSet::new());
        })
    };
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
    let count = (0..lines.len()).filter(|n| !off.contains(n)).count();
    let on_submit = {
        let (close, lines, off) = (props.on_close.clone(), lines.clone(), (*off).clone());
        Callback::from(move |()| {
            let wanted = lines.iter().enumerate().filter(|(n, _)| !off.contains(n));
            if add(&store, wanted.map(|(_, line)| line.clone()).collect()) {
                close.emit(());
            }
        })
    };
    let none = SelectOption::new("", tr!("guide-choose-document"));
    let options = documents.iter().map(|(id, title, _)| SelectOption::new(id.to_string(), title.clone()));
    let options: Vec<_> = std::iter::once(none).chain(options).collect();
    let actions = html! {
        <>
            <Button label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
            <Button label={tr!("guide-add-n", n = count)} variant={ButtonVariant::Primary} submit=true disabled={count == 0} />
        </>
    };
    html! {
        <Dialog
            open=true
            title={tr!("guide-from-document")}
            size={DialogSize::Medium}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <Select
                label={tr!("document")}
                value={chosen.map(|id| id.to_string()).unwrap_or_default()}
                {options}
                {on_change}
            />
            if chosen.is_some() && lines.is_empty() && !matches!(text, TextState::Loading) {
                <p class="soft">{ tr!("guide-no-lines") }</p>
            }
            <ul class="guide__lines">
                { for lines.iter().enumerate().map(|(n, line)| html! {
                    <li key={n}><Checkbox label={line.clone()} checked={!off.contains(&n)} on_change={toggle(n)} /></li>
                }) }
            </ul>
        </Dialog>
    }
}
