//! One answer: whose, its words, and how it is coded.

use emic_core::guide::Answer;
use emic_core::ids::ProjectId;
use emic_core::project::{Consent, Document};
use emic_core::text::{Direction, Text};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::i18n::tr;
use crate::screens::cases::words::Blocked;
use crate::screens::near::use_near;
use crate::screens::retrieve::CodeName;
use crate::screens::seek::SeekLink;
use crate::store::{Same, use_selector, use_store};
use crate::widgets::{Badge, ColourDot};

/// How much of one answer is shown at once, in paragraphs.
const SHOWN: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct AnswerCardProps {
    pub project: ProjectId,
    pub document: Same<Document>,
    pub answer: Answer,
    pub case: Option<AttrValue>,
    pub consent: Consent,
}

/// One answer. Its words are read when it comes near the view.
#[component]
pub(super) fn AnswerCard(props: &AnswerCardProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let near = use_near(&node);
    let text = use_state(|| None::<Result<Text, String>>);
    {
        let setter = text.setter();
        use_effect_with((near, props.document.text), move |(near, text)| {
            let text = *text;
            if *near {
                spawn_local(async move { setter.set(Some(store.text(text).await)) });
            }
        });
    }
    let (document, answer) = (&props.document, props.answer);
    let id = document.id;
    let codes = use_selector(move |snapshot| {
        let Some(span) = answer.span else { return Vec::new() };
        let mut codes: Vec<CodeName> = Vec::new();
        let list = emic_core::consent::shown_quotations(&snapshot.project, id);
        for coding in list.iter().filter(|quotation| quotation.span().overlaps(span)).flat_map(|it| it.codings.iter()) {
            let code = snapshot.project.codes.get(&coding.code).map(|code| CodeName::of(code));
            codes.extend(code.filter(|code| !codes.contains(code)));
        }
        codes
    });
    let words = |text: &Text| {
        let label = |at: emic_core::text::Pos| {
            let turn = document.structure.turn_at(at);
            turn.filter(|turn| turn.span.start == at).map(|turn| turn.label)
        };
        let Some(span) = answer.span else { return html! { <p class="soft">{ tr!("guide-not-answered") }</p> } };
        let (from, to) = (text.paragraph_at(span.start), text.paragraph_at(span.end));
        let paragraphs = (from..=to).filter(|n| !text.is_blank(*n)).filter_map(|n| {
            let part = text.paragraphs().get(n)?.intersection(span)?;
            let asks = document.structure.is_asked(part.start);
            let begins = label(part.start).map_or(part.start, |label| label.end);
            let said = text.slice(emic_core::text::Span::between(begins, part.end));
            let dir = match Direction::of(said) {
                Some(Direction::RightToLeft) => "rtl",
                Some(Direction::LeftToRight) => "ltr",
                None => "auto",
            };
            Some(html! { <p key={n} {dir} class={asks.then_some("answer__probe")}>{ said.to_owned() }</p> })
        });
        let mut paragraphs: Vec<Html> = paragraphs.take(SHOWN + 1).collect();
        if paragraphs.len() > SHOWN {
            paragraphs.pop();
            paragraphs.push(html! { <p key="more" class="soft">{ "…" }</p> });
        }
        html! { <>{ for paragraphs }</> }
    };
    let asked = |text: &Text| {
        let turn = document.structure.turn_at(answer.asked.start);
        text.slice(turn.map_or(answer.asked, |turn| turn.words())).to_owned()
    };
    let title: AttrValue = document.title.clone().into();
    html! {
        <article ref={node} class="answer">
            <header class="answer__head">
                if let Some(case) = &props.case {
                    <b><bdi>{ case.clone() }</bdi></b>
                }
                <SeekLink project={props.project} document={id} span={answer.asked} label={title} />
                <Blocked consent={props.consent} />
                if !answer.confirmed {
                    <Badge text={tr!("guide-is-suggested")} />
                }
            </header>
            { match &*text {
                None => html! { <p class="soft">{ tr!("loading") }</p> },
                Some(Err(why)) => html! { <p class="field__error">{ why.clone() }</p> },
                Some(Ok(text)) => html! {
                    <div class="answer__body">
                        <p class="answer__asked soft small" dir="auto">{ asked(text) }</p>
                        <div class="answer__words">{ words(text) }</div>
                    </div>
                },
            } }
            <div class="answer__codes">
                { for codes.unwrap_or_default().into_iter().map(|code| html! {
                    <span key={code.id.to_string()} class="answer__code small"><ColourDot hue={code.hue} /><bdi>{ code.name }</bdi></span>
                }) }
            </div>
        </article>
    }
}
