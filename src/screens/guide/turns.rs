//! The turns of a conversation that ask, each with the question that it is taken for.

use emic_core::edit::Edit;
use emic_core::ids::ProjectId;
use emic_core::project::{Asked, Asks, Document, Role, Structure, Turn};
use emic_core::text::Pos;
use yew::prelude::*;

use crate::i18n::{format_number, tr};
use crate::screens::act::act;
use crate::screens::seek::SeekLink;
use crate::store::{Same, TextState, use_selector, use_store, use_text};
use crate::widgets::{IconButton, IconName, Select, SelectOption};

/// How much of a turn is shown, in characters; its end, where the question stands.
const SHOWN: usize = 280;

/// The turns of those who ask, and others of which it was said that they ask.
pub(super) fn asking(structure: &Structure) -> Vec<&Turn> {
    let asks = |turn: &&Turn| {
        let asker = structure.speaker(turn.speaker).is_some_and(|speaker| speaker.role == Role::Interviewer);
        asker || turn.asks.is_some()
    };
    structure.turns.iter().filter(asks).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct TurnsProps {
    pub project: ProjectId,
    pub document: Same<Document>,
    pub writable: bool,
}

/// The turns that ask.
#[component]
pub(super) fn Turns(props: &TurnsProps) -> Html {
    let store = use_store();
    let document = &props.document;
    let text = use_text(Some(document.text));
    let questions = use_selector(|snapshot| {
        let guide = snapshot.project.guide().into_iter().enumerate();
        let named = guide.map(|(n, question)| {
            let short: String = question.words.chars().take(80).collect();
            SelectOption::new(
                question.id.to_string(),
                format!("{}. \u{2068}{short}\u{2069}", format_number((n + 1) as f64)),
            )
        });
        named.collect::<Vec<_>>()
    })
    .unwrap_or_default();
    let mut options = vec![SelectOption::new("nothing", tr!("guide-asks-nothing"))];
    options.extend(questions);
    options.push(SelectOption::new("other", tr!("guide-asks-other")));
    let text = match text {
        TextState::Ready(text) => text,
        TextState::Loading => return html! { <p class="soft" role="status">{ tr!("loading") }</p> },
        TextState::Failed(why) => return html! { <p class="field__error" role="alert">{ why }</p> },
    };
    let id = document.id;
    let set = move |at: Pos, what: Asked, said: AttrValue| {
        let asked = vec![(at, Some(Asks { what, confirmed: true }))];
        act(&store, vec![Edit::SetAsked { document: id, asked }], &said);
    };
    let all = asking(&document.structure);
    if all.is_empty() {
        return html! { <p class="soft">{ tr!("guide-nobody-asks") }</p> };
    }
    let rows = all.into_iter().enumerate().map(|(n, turn)| {
        let at = turn.span.start;
        let words = text.slice(turn.words()).split_whitespace().collect::<Vec<_>>().join(" ");
        let over = words.chars().count().saturating_sub(SHOWN);
        let words: AttrValue =
            if over > 0 { format!("… {}", words.chars().skip(over).collect::<String>()).into() } else { words.into() };
        let what = turn.asks.map_or(Asked::Nothing, |asks| asks.what);
        let value = match what {
            Asked::Guide(question) => question.to_string(),
            Asked::Other => "other".to_owned(),
            Asked::Nothing => "nothing".to_owned(),
        };
        let confirmed = turn.asks.is_some_and(|asks| asks.confirmed);
        let number = format_number((n + 1) as f64);
        let on_change = {
            let set = set.clone();
            Callback::from(move |value: String| {
                let what = match value.as_str() {
                    "other" => Asked::Other,
                    "nothing" => Asked::Nothing,
                    id => id.parse().map_or(Asked::Nothing, Asked::Guide),
                };
                set(at, what, tr!("guide-confirmed", n = 1));
            })
        };
        let confirm = {
            let set = set.clone();
            Callback::from(move |_: MouseEvent| set(at, what, tr!("guide-confirmed", n = 1)))
        };
        let class = classes!(
            "guide__turn",
            (what == Asked::Nothing).then_some("guide__turn--nothing"),
            (!confirmed && turn.asks.is_some()).then_some("guide__turn--suggested"),
        );
        html! {
            <li key={at.0} {class}>
                <p class="guide__said" dir="auto">
                    <SeekLink project={props.project} document={document.id} span={turn.span} label={words} />
                </p>
                <div class="guide__choice">
                    <Select
                        label={tr!("guide-asks-label", n = number.as_str())}
                        hide_label=true
                        {value}
                        options={options.clone()}
                        disabled={!props.writable}
                        {on_change}
                    />
                    <span class="guide__is small">
                        { match (confirmed, turn.asks.is_some()) {
                            (true, _) => tr!("guide-is-confirmed"),
                            (false, true) => tr!("guide-is-suggested"),
                            (false, false) => AttrValue::default(),
                        } }
                    </span>
                    if props.writable && !confirmed {
                        <IconButton label={tr!("guide-confirm", n = number.as_str())} icon={IconName::Check} small=true onclick={confirm} />
                    }
                </div>
            </li>
        }
    });
    html! { <ol class="guide__turns">{ for rows }</ol> }
}
