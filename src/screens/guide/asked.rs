//! Who was asked what, and what was asked that is not in the guide.

use emic_core::guide::{Answer, HowAsked, asked_in, other_questions};
use emic_core::ids::ProjectId;
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
    let table: Vec<_> = documents.iter().map(|document| (document.clone(), asked_in(&document.structure))).collect();
    let count = |question, how: Option<HowAsked>| {
        table.iter().filter(|(_, asked)| asked.get(&question).copied() == how).count()
    };
    let cell = |how: Option<HowAsked>| match how {
        Some(HowAsked::Confirmed) => (tr!("guide-cell-asked"), "asked", Some(IconName::Check)),
        Some(HowAsked::Suggested) => (tr!("guide-cell-suggested"), "suggested", Some(IconName::Help)),
        None => (tr!("guide-cell-never"), "never", None),
    };
    let copy = {
        let header = guide.iter().map(|question| question.words.clone());
        let header: Vec<String> = std::iter::once(unmarked(tr!("document"))).chain(header).collect();
        let rows = table.iter().map(|(document, asked)| {
            let cells = guide.iter().map(|question| unmarked(cell(asked.get(&question.id).copied()).0));
            std::iter::once(document.title.clone()).chain(cells).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
        Callback::from(move |_: MouseEvent| {
            let lines: Vec<String> =
                rows.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")).collect();
            clipboard::copy(&lines.join("\r\n"), tr!("guide-copied"));
        })
    };
    let number = |n: usize| format_number(n as f64);
    let others = table.iter().take(shown).filter(|(document, _)| !other_questions(&document.structure).is_empty());
    let others: Vec<Html> = others
        .map(|(document, _)| {
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
                        { for table.iter().take(shown).map(|(document, asked)| html! {
                            <tr key={document.id.to_string()}>
                                <th scope="row">
                                    <a href={Route::Project(props.project, Place::Read(Some(document.id), None)).hash()}><bdi>{ document.title.clone() }</bdi></a>
                                </th>
                                { for guide.iter().map(|question| {
                                    let (label, class, icon) = cell(asked.get(&question.id).copied());
                                    html! {
                                        <td key={question.id.to_string()} class={format!("asked--{class}")}>
                                            <span class="visually-hidden">{ label }</span>
                                            if let Some(name) = icon {
                                                <Icon {name} />
                                            } else {
                                                <span aria-hidden="true">{ "–" }</span>
                                            }
                                        </td>
                                    }
                                }) }
                            </tr>
                        }) }
                    </tbody>
                    <tfoot>
                        { for [Some(HowAsked::Confirmed), Some(HowAsked::Suggested), None].map(|how| html! {
                            <tr key={cell(how).1}>
                                <th scope="row">{ cell(how).0 }</th>
                                { for guide.iter().map(|question| html! {
                                    <td key={question.id.to_string()} class="num">{ number(count(question.id, how)) }</td>
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
