//! Who was asked what, and what was asked that is not in the guide.

use std::collections::BTreeMap;

use emic_core::guide::{Answer, HowAsked, asked_in, is_matched, other_questions};
use emic_core::ids::{ProjectId, QuestionId};
use emic_core::project::Document;
use emic_core::text::Text;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::conversations;
use crate::i18n::{format_number, tr, unmarked};
use crate::route::{GuidePart, Place, Route};
use crate::screens::clipboard;
use crate::screens::growing::use_growing;
use crate::screens::near::use_near;
use crate::screens::seek::SeekLink;
use crate::store::{Same, use_project, use_scope, use_store};
use crate::widgets::{Button, EmptyState, Icon, IconName};

#[derive(Properties, PartialEq)]
pub(super) struct AskedProps {
    pub project: ProjectId,
}

/// What is known of a question in a conversation.
#[derive(Clone, Copy, PartialEq)]
enum Known {
    /// It is asked.
    Asked,
    /// It seems to be.
    Suggested,
    /// It is not.
    Never,
    /// Nothing: the conversation was not matched with the guide yet.
    NotMatched,
}

impl Known {
    const ALL: [Known; 4] = [Known::Asked, Known::Suggested, Known::Never, Known::NotMatched];

    /// How people are told, and shown.
    fn shown(self) -> (AttrValue, &'static str, Option<IconName>) {
        match self {
            Known::Asked => (tr!("guide-cell-asked"), "asked", Some(IconName::Check)),
            Known::Suggested => (tr!("guide-cell-suggested"), "suggested", Some(IconName::Help)),
            Known::Never => (tr!("guide-cell-never"), "never", None),
            Known::NotMatched => (tr!("guide-cell-not-matched"), "not-matched", None),
        }
    }
}

/// A conversation of the table.
struct Row {
    document: Same<Document>,
    /// The name of the case that it belongs to.
    case: Option<AttrValue>,
    asked: BTreeMap<QuestionId, HowAsked>,
    matched: bool,
}

impl Row {
    fn known(&self, question: QuestionId) -> Known {
        match self.asked.get(&question) {
            Some(HowAsked::Confirmed) => Known::Asked,
            Some(HowAsked::Suggested) => Known::Suggested,
            None if self.matched => Known::Never,
            None => Known::NotMatched,
        }
    }
}

/// A table of conversations and questions.
#[component]
pub(super) fn Asked(props: &AskedProps) -> Html {
    let scope = use_scope();
    let project = use_project();
    let guide: Vec<_> =
        project.as_ref().map(|project| project.guide().into_iter().cloned().collect()).unwrap_or_default();
    let documents = project.as_ref().map(|project| conversations(project, &scope)).unwrap_or_default();
    let shown = use_growing(documents.len(), 40, 60);
    if guide.is_empty() || documents.is_empty() {
        let (title, text) = if guide.is_empty() {
            (tr!("guide-empty"), tr!("guide-match-needs-questions"))
        } else {
            (tr!("guide-no-turns"), tr!("guide-no-turns-text"))
        };
        return html! { <div class="guide__part"><EmptyState icon={IconName::List} {title} {text} /></div> };
    }
    let case_name = |document: &Document| {
        let case = project.as_ref()?.cases.get(&document.case?)?;
        Some(AttrValue::from(case.name.clone()))
    };
    let row = |document: &Same<Document>| {
        let (case, asked) = (case_name(document), asked_in(&document.structure));
        Row { document: document.clone(), case, asked, matched: is_matched(&document.structure) }
    };
    let table: Vec<Row> = documents.iter().map(row).collect();
    let cases = table.iter().any(|row| row.case.is_some());
    let count = |question, known| table.iter().filter(|row| row.known(question) == known).count();
    let told =
        Known::ALL.into_iter().filter(|known| *known != Known::NotMatched || table.iter().any(|row| !row.matched));
    let copy = {
        let header = guide.iter().map(|question| question.words.clone());
        let case = cases.then(|| unmarked(tr!("case")));
        let header: Vec<String> = std::iter::once(unmarked(tr!("document"))).chain(case).chain(header).collect();
        let rows = table.iter().map(|row| {
            let cells = guide.iter().map(|question| unmarked(row.known(question.id).shown().0));
            let case = cases.then(|| row.case.as_ref().map(AttrValue::to_string).unwrap_or_default());
            std::iter::once(row.document.title.clone()).chain(case).chain(cells).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        Callback::from(move |_: MouseEvent| {
            let lines: Vec<String> =
                rows.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")).collect();
            clipboard::copy(&lines.join("\r\n"), tr!("guide-copied"));
        })
    };
    let number = |n: usize| format_number(n as f64);
    let others = table.iter().take(shown).filter(|row| !other_questions(&row.document.structure).is_empty());
    let others: Vec<Html> = others
        .map(|Row { document, .. }| {
            html! {
                <Others key={document.id.to_string()} project={props.project} document={document.clone()} />
            }
        })
        .collect();
    html! {
        <div class="guide__part">
            <div key="do" class="guide__counts">
                <p class="soft small">{ tr!("guide-asked-hint") }</p>
                <Button label={tr!("guide-copy")} icon={IconName::Duplicate} small=true onclick={copy} />
            </div>
            <div key="table" class="asked__scroll" tabindex="0" role="region" aria-label={tr!("guide-asked")}>
                <table class="asked">
                    <thead>
                        <tr>
                            <th scope="col">{ tr!("document") }</th>
                            { for guide.iter().enumerate().map(|(n, question)| html! {
                                <th key={question.id.to_string()} scope="col" class="num">
                                    <a
                                        href={Route::Project(props.project, Place::Guide(GuidePart::Answers(Some(question.id)))).hash()}
                                        data-tip={question.words.clone()}
                                        aria-label={format!("{}. {}", number(n + 1), question.words)}
                                    >
                                        { number(n + 1) }
                                    </a>
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for table.iter().take(shown).map(|row| html! {
                            <tr key={row.document.id.to_string()}>
                                <th scope="row">
                                    <a href={Route::Project(props.project, Place::Read(Some(row.document.id), None)).hash()}><bdi>{ row.document.title.clone() }</bdi></a>
                                    if let Some(case) = &row.case {
                                        <bdi class="asked__case soft">{ case.clone() }</bdi>
                                    }
                                </th>
                                { for guide.iter().map(|question| {
                                    let (label, class, icon) = row.known(question.id).shown();
                                    html! {
                                        <td key={question.id.to_string()} class={format!("asked--{class}")}>
                                            <span class="visually-hidden">{ label }</span>
                                            if let Some(name) = icon {
                                                <Icon {name} />
                                            } else {
                                                <span aria-hidden="true">{ if row.matched { "–" } else { "·" } }</span>
                                            }
                                        </td>
                                    }
                                }) }
                            </tr>
                        }) }
                    </tbody>
                    <tfoot>
                        { for told.map(|known| html! {
                            <tr key={known.shown().1}>
                                <th scope="row">{ known.shown().0 }</th>
                                { for guide.iter().map(|question| html! {
                                    <td key={question.id.to_string()} class="num">{ number(count(question.id, known)) }</td>
                                }) }
                            </tr>
                        }) }
                    </tfoot>
                </table>
            </div>
            <section key="others" aria-labelledby="guide-others">
                <h2 id="guide-others">{ tr!("guide-others") }</h2>
                if others.is_empty() {
                    <p class="soft">{ tr!("guide-others-none") }</p>
                } else {
                    <ul class="asked__others">{ for others }</ul>
                }
            </section>
        </div>
    }
}

/// A cell as RFC 4180 writes it. What a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    format!("\"{}\"", cell.replace('"', "\"\""))
}

#[derive(Properties, PartialEq)]
struct OthersProps {
    project: ProjectId,
    document: Same<Document>,
}

/// The questions of one conversation that are not in the guide.
#[component]
fn Others(props: &OthersProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let near = use_near(&node);
    let text = use_state(|| None::<Text>);
    let document = &props.document;
    let others: Vec<Answer> = other_questions(&document.structure);
    {
        let setter = text.setter();
        use_effect_with((near, document.text), move |(wanted, text)| {
            let text = *text;
            if *wanted {
                spawn_local(async move {
                    // A text that cannot be read leaves the links without their words.
                    if let Ok(text) = store.text(text).await {
                        setter.set(Some(text));
                    }
                });
            }
        });
    }
    let words = |answer: &Answer| -> AttrValue {
        let turn = document.structure.turn_at(answer.asked.start);
        let span = turn.map_or(answer.asked, |turn| turn.words());
        text.as_ref().map(|text| text.slice(span).trim().to_owned().into()).unwrap_or_else(|| "…".into())
    };
    html! {
        <li ref={node}>
            <h3><bdi>{ document.title.clone() }</bdi></h3>
            <ul>
                { for others.iter().map(|answer| html! {
                    <li key={answer.asked.start.0} dir="auto">
                        <SeekLink project={props.project} document={document.id} span={answer.asked} label={words(answer)} />
                    </li>
                }) }
            </ul>
        </li>
    }
}
