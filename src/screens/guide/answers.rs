//! All answers to a question, side by side.

use emic_core::consent::AllLimits;
use emic_core::guide::{answers, is_matched};
use emic_core::ids::{ProjectId, QuestionId};
use emic_core::project::Consent;
use emic_core::query::case_of;
use yew::prelude::*;

use super::answer::AnswerCard;
use super::conversations;
use crate::i18n::{format_number, tr};
use crate::route::{GuidePart, Place, Route};
use crate::screens::growing::use_growing;
use crate::screens::kept;
use crate::store::{use_project, use_scope};
use crate::widgets::{Checkbox, EmptyState, IconButton, IconName, Select, SelectOption};

#[derive(Properties, PartialEq)]
pub(super) struct AnswersProps {
    pub project: ProjectId,
    pub question: Option<QuestionId>,
}

/// What is kept of this view while the page is open.
#[derive(Clone, Copy, Default)]
struct View {
    rows: bool,
}

/// All answers to one question of the guide.
#[component]
pub(super) fn Answers(props: &AnswersProps) -> Html {
    let scope = use_scope();
    let id = props.project;
    let rows = use_state_eq(|| kept::recall::<View>(id, "answers").rows);
    let project = use_project();
    let guide: Vec<_> =
        project.as_ref().map(|project| project.guide().into_iter().cloned().collect()).unwrap_or_default();
    let at = props.question.and_then(|wanted| guide.iter().position(|question| question.id == wanted)).unwrap_or(0);
    let mut found = Vec::new();
    let (mut asked, mut never, mut not_matched) = (0usize, 0usize, 0usize);
    let limits = project.as_ref().map(|project| AllLimits::of(project)).unwrap_or_default();
    if let (Some(project), Some(question)) = (&project, guide.get(at)) {
        for document in conversations(project, &scope) {
            let all = answers(&document.structure, question.id);
            match all.is_empty() {
                false => asked += 1,
                true if is_matched(&document.structure) => never += 1,
                true => not_matched += 1,
            }
            for answer in all {
                let consent = limits.at(document.id, answer.span.unwrap_or(answer.asked));
                if consent == Consent::Withdrawn {
                    continue;
                }
                let start = answer.span.unwrap_or(answer.asked).start;
                let case = case_of(&document, start).and_then(|case| project.cases.get(&case));
                found.push((document.clone(), answer, consent, case.map(|case| AttrValue::from(case.name.clone()))));
            }
        }
    }
    let shown = use_growing(found.len(), 24, 40);
    let Some(question) = guide.get(at) else {
        return html! {
            <div class="guide__part">
                <EmptyState icon={IconName::List} title={tr!("guide-empty")} text={tr!("guide-match-needs-questions")} />
            </div>
        };
    };
    let go = move |question: QuestionId| Route::Project(id, Place::Guide(GuidePart::Answers(Some(question)))).go();
    let step = |to: Option<usize>| {
        let to = to.and_then(|to| guide.get(to)).map(|question| question.id);
        (to.is_none(), Callback::from(move |_: MouseEvent| to.into_iter().for_each(go)))
    };
    let ((no_before, before), (no_after, after)) = (step(at.checked_sub(1)), step(Some(at + 1)));
    let options = guide.iter().enumerate().map(|(n, question)| {
        SelectOption::new(
            question.id.to_string(),
            format!("{}. \u{2068}{}\u{2069}", format_number((n + 1) as f64), question.words),
        )
    });
    let on_change = Callback::from(move |value: String| value.parse().into_iter().for_each(go));
    let on_rows = {
        let rows = rows.setter();
        Callback::from(move |on: bool| {
            kept::keep(id, "answers", View { rows: on });
            rows.set(on);
        })
    };
    html! {
        <div class="guide__part">
            <div key="which" class="guide__which">
                <IconButton label={tr!("guide-before")} icon={IconName::ArrowStart} disabled={no_before} onclick={before} />
                <Select label={tr!("guide-question")} hide_label=true value={question.id.to_string()} options={options.collect::<Vec<_>>()} {on_change} />
                <IconButton label={tr!("guide-after")} icon={IconName::ArrowEnd} disabled={no_after} onclick={after} />
            </div>
            <h2 key="words" class="guide__asked" dir="auto">{ question.words.clone() }</h2>
            <div key="count" class="guide__counts">
                <p class="soft small">
                    { tr!("guide-answers-count", asked = asked, never = never, unmatched = not_matched) }
                </p>
                <Checkbox label={tr!("guide-rows")} checked={*rows} on_change={on_rows} />
            </div>
            if found.is_empty() {
                <EmptyState key="none" small=true icon={IconName::Comment} title={tr!("guide-no-answers")} text={tr!("guide-no-answers-text")} />
            } else {
                <div key="answers" class={classes!("answers", rows.then_some("answers--rows"))}>
                    { for found.iter().take(shown).map(|(document, answer, consent, case)| html! {
                        <AnswerCard
                            key={format!("{}-{}", document.id, answer.asked.start.0)}
                            project={id}
                            document={document.clone()}
                            answer={*answer}
                            consent={*consent}
                            case={case.clone()}
                        />
                    }) }
                </div>
            }
        </div>
    }
}
