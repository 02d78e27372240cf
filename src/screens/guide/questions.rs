//! The questions in their order: added, reworded, moved and deleted.

use emic_core::edit::Edit;
use emic_core::ids::{ProjectId, QuestionId};
use emic_core::project::Question;
use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::add::{AddDialog, AddHow};
use crate::i18n::{format_number, tr};
use crate::platform;
use crate::screens::act::{act, act_with_undo};
use crate::store::{Same, use_selector, use_store, use_writable};
use crate::widgets::{Button, ButtonVariant, Dialog, EmptyState, IconButton, IconName, TextArea, dom};

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    pub project: ProjectId,
}

/// The questions of the guide.
#[component]
pub(super) fn Questions(_props: &QuestionsProps) -> Html {
    let (store, writable) = (use_store(), use_writable());
    let adding = use_state_eq(|| None::<AddHow>);
    let rewording = use_state_eq(|| None::<QuestionId>);
    let dragged = use_state_eq(|| None::<QuestionId>);
    let over = use_state_eq(|| None::<QuestionId>);
    let questions = use_selector(|snapshot| {
        snapshot.project.guide().into_iter().map(|question| Same(question.clone())).collect::<Vec<Same<Question>>>()
    })
    .unwrap_or_default();
    let ids: Vec<QuestionId> = questions.iter().map(|question| question.id).collect();
    let field = use_node_ref();
    let onsubmit = {
        let (store, field) = (store.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let words = input.value();
            let id = QuestionId::from_random(platform::random());
            let edit = Edit::AddQuestion { id, words: words.clone(), before: None };
            if !words.trim().is_empty() && act(&store, vec![edit], &tr!("guide-added", n = 1)) {
                input.set_value("");
            }
        })
    };
    // Puts a question at a place among all, as they are without it.
    let put = {
        let (store, ids) = (store.clone(), ids.clone());
        move |id: QuestionId, at: usize| {
            let others: Vec<_> = ids.iter().copied().filter(|other| *other != id).collect();
            let before = others.get(at).copied();
            let said = tr!("guide-moved", n = format_number((at + 1) as f64));
            act(&store, vec![Edit::MoveQuestion { id, before }], &said);
        }
    };
    let step = |id: QuestionId, from: usize, down: bool| {
        let (put, last) = (put.clone(), ids.len().saturating_sub(1));
        move || {
            let to = if down { (from + 1).min(last) } else { from.saturating_sub(1) };
            if to != from {
                put(id, to);
                let wanted = if down { "down" } else { "up" };
                // Moved in the page, a button loses the focus.
                Timeout::new(0, move || focus(id, wanted)).forget();
            }
        }
    };
    let opens = |how: AddHow| {
        let adding = adding.setter();
        Callback::from(move |_: MouseEvent| adding.set(Some(how)))
    };
    let row = |(n, question): (usize, &Same<Question>)| {
        let id = question.id;
        let (up, down) = (step(id, n, false), step(id, n, true));
        let number = format_number((n + 1) as f64);
        let onkeydown = {
            let (up, down) = (up.clone(), down.clone());
            Callback::from(move |event: KeyboardEvent| match (event.alt_key() && writable, event.key().as_str()) {
                (true, "ArrowUp") => {
                    event.prevent_default();
                    up();
                }
                (true, "ArrowDown") => {
                    event.prevent_default();
                    down();
                }
                _ => {}
            })
        };
        let reword = {
            let rewording = rewording.setter();
            Callback::from(move |_: MouseEvent| rewording.set(Some(id)))
        };
        let delete = {
            let store = store.clone();
            Callback::from(move |_: MouseEvent| {
                act_with_undo(&store, vec![Edit::DeleteQuestion { id }], tr!("guide-deleted"));
            })
        };
        let ondragstart = {
            let dragged = dragged.setter();
            Callback::from(move |event: DragEvent| {
                if let Some(data) = event.data_transfer() {
                    // Without data Firefox drags nothing.
                    let _ = data.set_data("text/plain", &id.to_string());
                    data.set_effect_allowed("move");
                }
                dragged.set(Some(id));
            })
        };
        let ondragover = {
            let (over, is_dragged) = (over.setter(), dragged.is_some());
            Callback::from(move |event: DragEvent| {
                if is_dragged {
                    event.prevent_default();
                    over.set(Some(id));
                }
            })
        };
        let ondrop = {
            let (over, dragged, put) = (over.setter(), dragged.clone(), put.clone());
            Callback::from(move |event: DragEvent| {
                event.prevent_default();
                if let Some(moved) = (*dragged).filter(|moved| *moved != id) {
                    put(moved, n);
                }
                dragged.set(None);
                over.set(None);
            })
        };
        let ondragend = {
            let (over, dragged) = (over.setter(), dragged.setter());
            Callback::from(move |_: DragEvent| {
                dragged.set(None);
                over.set(None);
            })
        };
        let class = classes!(
            "guide__question",
            (*over == Some(id) && *dragged != Some(id)).then_some("guide__question--over"),
            (*dragged == Some(id)).then_some("guide__question--dragged"),
        );
        html! {
            <li key={id.to_string()} {class} {ondragover} {ondrop} {onkeydown}>
                <span
                    class="guide__handle num"
                    draggable={writable.then_some("true")}
                    data-tip={writable.then(|| tr!("guide-drag"))}
                    {ondragstart}
                    {ondragend}
                >
                    { number.clone() }
                </span>
                <span class="guide__words" dir="auto">{ question.words.clone() }</span>
                if writable {
                    <span class="guide__tools">
                        <IconButton id={format!("up-{id}")} label={tr!("guide-up", n = number.as_str())} icon={IconName::ArrowUp} small=true keys="Alt+ArrowUp" onclick={Callback::from(move |_: MouseEvent| up())} />
                        <IconButton id={format!("down-{id}")} label={tr!("guide-down", n = number.as_str())} icon={IconName::ArrowDown} small=true keys="Alt+ArrowDown" onclick={Callback::from(move |_: MouseEvent| down())} />
                        <IconButton label={tr!("guide-reword", n = number.as_str())} icon={IconName::Pencil} small=true onclick={reword} />
                        <IconButton label={tr!("guide-delete", n = number.as_str())} icon={IconName::Trash} small=true onclick={delete} />
                    </span>
                }
            </li>
        }
    };
    let close = {
        let adding = adding.setter();
        use_callback((), move |(), ()| adding.set(None))
    };
    let reworded = questions.iter().find(|question| Some(question.id) == *rewording).cloned();
    let stop = {
        let rewording = rewording.setter();
        use_callback((), move |(), ()| rewording.set(None))
    };
    html! {
        <div class="guide__part">
            if writable {
                <div key="add" class="guide__add">
                    <form class="guide__new" {onsubmit}>
                        <input ref={field} class="input" type="text" dir="auto" autocomplete="off" aria-label={tr!("guide-new")} placeholder={tr!("guide-new")} />
                        <Button label={tr!("guide-add")} icon={IconName::Plus} submit=true />
                    </form>
                    <Button label={tr!("guide-paste")} icon={IconName::List} popup="dialog" onclick={opens(AddHow::Paste)} />
                    <Button label={tr!("guide-from-document")} icon={IconName::Document} popup="dialog" onclick={opens(AddHow::Document)} />
                </div>
            }
            if questions.is_empty() {
                <EmptyState key="empty" icon={IconName::List} title={tr!("guide-empty")} text={tr!("guide-empty-text")} />
            } else {
                <ol key="list" class="guide__questions">{ for questions.iter().enumerate().map(row) }</ol>
            }
            <AddDialog key="dialog" how={*adding} on_close={close} />
            <Reword key="reword" question={reworded} on_close={stop} />
        </div>
    }
}

fn focus(id: QuestionId, button: &str) {
    if let Some(button) = gloo::utils::document().get_element_by_id(&format!("{button}-{id}")) {
        dom::focus(&button);
    }
}

#[derive(Properties, PartialEq)]
struct RewordProps {
    question: Option<Same<Question>>,
    on_close: Callback<()>,
}

/// Asks for other words of a question.
#[component]
fn Reword(props: &RewordProps) -> Html {
    let store = use_store();
    let draft = use_mut_ref(String::new);
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |words: String| {
            draft.replace(words);
        })
    };
    {
        let draft = draft.clone();
        use_effect_with(props.question.clone(), move |question| {
            draft.replace(question.as_ref().map(|question| question.words.clone()).unwrap_or_default());
        });
    }
    let on_submit = {
        let (question, close) = (props.question.clone(), props.on_close.clone());
        Callback::from(move |()| {
            let Some(question) = &question else { return };
            let words = draft.borrow().clone();
            let edit = Edit::RewordQuestion { id: question.id, words: words.clone() };
            if words.trim() == question.words || act(&store, vec![edit], &tr!("guide-reworded")) {
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
    let value = props.question.as_ref().map(|question| question.words.clone()).unwrap_or_default();
    html! {
        <Dialog
            open={props.question.is_some()}
            title={tr!("guide-reword-title")}
            on_close={props.on_close.clone()}
            {on_submit}
            closes_outside=false
            {actions}
        >
            <TextArea label={tr!("guide-question")} {value} {on_input} autofocus=true rows=3 />
        </Dialog>
    }
}
