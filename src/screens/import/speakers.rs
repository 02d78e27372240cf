//! Who speaks in a text, as it was found: corrected before it is brought in.

use std::rc::Rc;

use emic_core::project::Role;
use emic_formats::source::Plan;
use emic_formats::turns::{Correction, Detection, Found, Pattern, Sameness};
use yew::prelude::*;

use super::batch::{Batch, Change};
use super::item::Item;
use crate::i18n::tr;
use crate::screens::reader::tint;
use crate::store::Same;
use crate::widgets::{
    Button, ButtonVariant, Dialog, DialogSize, IconName, Menu, MenuItem, TextField, Toggle, announce,
};

/// What a [`Speakers`] shows and does.
#[derive(Properties, PartialEq)]
pub struct SpeakersProps {
    /// The text.
    pub item: Same<Item>,
    /// How the list changes.
    pub batch: UseReducerDispatcher<Batch>,
}

/// What is asked for in a dialog.
#[derive(Clone, PartialEq, Default)]
pub enum Ask {
    /// Nothing.
    #[default]
    None,
    /// Another name for this speaker.
    Rename(String),
    /// A label as it stands in the text.
    Pattern,
}

/// The speakers that were found, each with what can be corrected.
#[component]
pub fn Speakers(props: &SpeakersProps) -> Html {
    let item = &props.item;
    let detection = &item.prepared.detection;
    let ask = use_state_eq(Ask::default);
    let change = {
        let (batch, item) = (props.batch.clone(), item.clone());
        Rc::new(move |change: &dyn Fn(&mut Plan)| {
            let mut plan = item.plan.clone();
            change(&mut plan);
            batch.dispatch(Change::Plan(item.key, plan));
        })
    };
    let correct = {
        let change = Rc::clone(&change);
        Callback::from(move |correction: Correction| change(&|plan| plan.corrections.push(correction.clone())))
    };
    let on_nobody = {
        let change = Rc::clone(&change);
        Callback::from(move |nobody| change(&|plan| plan.no_speakers = nobody))
    };
    let forget = {
        let change = Rc::clone(&change);
        Callback::from(move |_: MouseEvent| {
            change(&|plan| {
                plan.corrections.clear();
                plan.patterns.clear();
            });
        })
    };
    let on_close = {
        let ask = ask.setter();
        Callback::from(move |()| ask.set(Ask::None))
    };
    let on_answer = {
        let (asked, change) = ((*ask).clone(), Rc::clone(&change));
        let close = on_close.clone();
        Callback::from(move |words: String| {
            match &asked {
                Ask::None => {}
                Ask::Rename(speaker) => {
                    let (speaker, to) = (speaker.clone(), words);
                    change(&|plan| {
                        plan.corrections.push(Correction::Rename { speaker: speaker.clone(), to: to.clone() });
                    });
                }
                Ask::Pattern => match Pattern::of_example(&words) {
                    Some(pattern) => change(&|plan| plan.patterns.push(pattern.clone())),
                    None => return announce(&tr!("import-pattern-no-name")),
                },
            }
            close.emit(());
        })
    };
    let corrected = !item.plan.corrections.is_empty() || !item.plan.patterns.is_empty();
    let show = {
        let ask = ask.setter();
        Callback::from(move |_: MouseEvent| ask.set(Ask::Pattern))
    };
    let speakers = detection.speakers.iter().enumerate().map(|(nth, found)| {
        let ask = ask.setter();
        let rename = Callback::from(move |name| ask.set(Ask::Rename(name)));
        html! {
            <li key={found.name.clone()} class={classes!("import-speaker", tint(nth).class())}>
                <Menu
                    label={speaker_label(found)}
                    items={actions(detection, found, &correct, &rename)}
                    small=true
                />
            </li>
        }
    });
    html! {
        <section class="import-speakers" aria-label={tr!("import-speakers")}>
            if detection.speakers.is_empty() {
                <p key="none" class="soft small">
                    { if item.plan.no_speakers { tr!("import-speakers-off") } else { tr!("import-speakers-none") } }
                </p>
            } else {
                <ul key="list" class="import-speakers__list" aria-label={tr!("import-speakers")}>{ for speakers }</ul>
            }
            <ul key="same" class="import-speakers__same">
                { for detection.same().into_iter().map(|same| {
                    let (one, other) = (&detection.speakers[same.speaker].name, &detection.speakers[same.into].name);
                    let correction = Correction::Merge { speaker: one.clone(), into: other.clone() };
                    let merge = correct.reform(move |_: MouseEvent| correction.clone());
                    html! {
                        <li key={one.clone()}>
                            <span>{ why(same.why, one, other) }</span>
                            <Button label={tr!("import-speakers-merge")} small=true onclick={merge} />
                        </li>
                    }
                }) }
            </ul>
            <div key="more" class="import-speakers__more">
                if !item.plan.no_speakers {
                    <Button
                        key="pattern"
                        label={tr!("import-pattern")}
                        small=true
                        variant={ButtonVariant::Quiet}
                        icon={IconName::Plus}
                        onclick={show}
                    />
                }
                if corrected {
                    <Button
                        key="forget"
                        label={tr!("import-speakers-forget")}
                        small=true
                        variant={ButtonVariant::Quiet}
                        icon={IconName::Undo}
                        onclick={forget}
                    />
                }
                if !detection.speakers.is_empty() || item.plan.no_speakers {
                    <Toggle
                        key="nobody"
                        label={tr!("import-speakers-nobody")}
                        checked={item.plan.no_speakers}
                        on_change={on_nobody}
                    />
                }
            </div>
            <Question key="ask" ask={(*ask).clone()} {on_answer} {on_close} />
        </section>
    }
}

fn speaker_label(found: &Found) -> AttrValue {
    let asks = found.role == Role::Interviewer;
    let label = if asks { "import-speaker-asks" } else { "import-speaker" };
    tr!(label, name = &found.name, n = found.turns)
}

/// What can be done about a speaker.
fn actions(
    detection: &Detection,
    found: &Found,
    correct: &Callback<Correction>,
    rename: &Callback<String>,
) -> Rc<[MenuItem]> {
    /// Other names beyond these are merged by giving the same name.
    const OTHERS: usize = 12;
    let name = found.name.clone();
    let role = |role: Role, label: AttrValue| {
        let correction = Correction::Role { speaker: name.clone(), role };
        MenuItem::new(label, correct.reform(move |()| correction.clone())).checked(found.role == role)
    };
    let mut items =
        vec![role(Role::Interviewer, tr!("import-role-asks")), role(Role::Participant, tr!("import-role-answers")), {
            let name = name.clone();
            MenuItem::new(tr!("rename"), rename.reform(move |()| name.clone())).icon(IconName::Pencil).parted()
        }];
    let others = detection.speakers.iter().filter(|other| other.name != name).take(OTHERS);
    items.extend(others.enumerate().map(|(n, other)| {
        let correction = Correction::Merge { speaker: name.clone(), into: other.name.clone() };
        let label = tr!("import-same-as", name = &other.name);
        let item = MenuItem::new(label, correct.reform(move |()| correction.clone()));
        if n == 0 { item.parted() } else { item }
    }));
    let drop = Correction::Drop { speaker: name };
    items.push(
        MenuItem::new(tr!("import-not-a-speaker"), correct.reform(move |()| drop.clone()))
            .icon(IconName::Close)
            .parted(),
    );
    items.into()
}

fn why(why: Sameness, one: &str, other: &str) -> AttrValue {
    tr!(
        match why {
            Sameness::Initials => "import-same-initials",
            Sameness::Signs | Sameness::Part | Sameness::Letter => "import-same-spelling",
        },
        one = one,
        other = other
    )
}

/// What a [`Question`] asks.
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// What for.
    pub ask: Ask,
    /// Called with what was written.
    pub on_answer: Callback<String>,
    /// Called when there is no answer.
    pub on_close: Callback<()>,
}

/// Asks for a name, or for a label.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let words = use_state_eq(String::new);
    {
        let words = words.setter();
        use_effect_with(props.ask.clone(), move |ask| {
            words.set(match ask {
                Ask::Rename(name) => name.clone(),
                _ => String::new(),
            });
        });
    }
    let (title, label, hint) = match &props.ask {
        Ask::Rename(name) => (tr!("import-rename-title", name = name), tr!("import-rename-label"), None),
        _ => (tr!("import-pattern-title"), tr!("import-pattern-label"), Some(tr!("import-pattern-hint"))),
    };
    let answer = {
        let (words, on_answer) = (words.clone(), props.on_answer.clone());
        Callback::from(move |()| {
            if !words.trim().is_empty() {
                on_answer.emit((*words).clone());
            }
        })
    };
    let on_input = {
        let words = words.setter();
        Callback::from(move |typed| words.set(typed))
    };
    html! {
        <Dialog
            open={props.ask != Ask::None}
            {title}
            on_close={props.on_close.clone()}
            on_submit={answer.clone()}
            size={DialogSize::Small}
            actions={html! {
                <>
                    <Button key="cancel" label={tr!("cancel")} onclick={props.on_close.reform(|_: MouseEvent| ())} />
                    <Button
                        key="ok"
                        label={tr!("import-use-it")}
                        variant={ButtonVariant::Primary}
                        disabled={words.trim().is_empty()}
                        submit=true
                    />
                </>
            }}
        >
            <TextField {label} {hint} value={(*words).clone()} {on_input} autofocus=true select_all=true />
        </Dialog>
    }
}
