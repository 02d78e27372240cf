//! The quotations of the document in reading order: what the stripes show, for those who listen or use keys.

use std::rc::Rc;

use emic_core::consent::{AllLimits, shown_quotations};
use emic_core::ids::{DocumentId, QuotationId};
use emic_core::project::{Consent, Project, Quotation};
use emic_view::fold::fold;
use web_sys::Element;
use yew::prelude::*;

use super::shortened;
use crate::actions::{Action, keymap};
use crate::i18n::tr;
use crate::screens::cases::words::Blocked;
use crate::screens::codes::hue;
use crate::screens::media::by_touch;
use crate::store::{Same, use_settled_project, use_writable};
use crate::widgets::{Button, ButtonVariant, ColourDot, EmptyState, IconName, SearchField, dom};

/// Rows made at once; a press makes as many more.
const CHUNK: usize = 60;
/// How long the words are shown, in code points.
const WORDS: usize = 110;
/// From so many on a filter is offered.
const MANY: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct QuotationsProps {
    pub document: Option<DocumentId>,
    pub on_jump: Callback<QuotationId>,
}

/// The list. Arrow keys, Home and End move in it, Enter goes to a quotation.
#[component]
pub(super) fn Quotations(props: &QuotationsProps) -> Html {
    let project = use_settled_project();
    let writable = use_writable();
    let filter = use_state_eq(String::new);
    let most = use_state_eq(|| CHUNK);
    let here = use_state_eq(|| 0_usize);
    let node = use_node_ref();
    let list = use_memo((project.clone(), props.document), |(project, document)| {
        project
            .as_ref()
            .zip(*document)
            .map(|(project, document)| shown_quotations(project, document))
            .unwrap_or_default()
    });
    let found = use_memo((project.clone(), props.document, filter.clone()), |(project, _, filter)| {
        let words: Vec<String> = fold(filter).split_whitespace().map(str::to_owned).collect();
        let all =
            list.iter().filter(|quotation| project.as_ref().is_some_and(|project| has_all(project, quotation, &words)));
        all.cloned().collect::<Vec<_>>()
    });
    let limits =
        use_memo(project.clone(), |project| project.as_ref().map(|project| AllLimits::of(project)).unwrap_or_default());
    let Some(project) = project.filter(|_| props.document.is_some()) else {
        return html! { <p class="soft small">{ tr!("quotation-no-document") }</p> };
    };
    if list.is_empty() {
        return html! {
            <EmptyState
                small=true
                icon={IconName::Quote}
                title={tr!("quotation-none")}
                text={if !writable {
                    tr!("empty-read-only")
                } else if by_touch() {
                    tr!("quotation-none-touch")
                } else {
                    tr!("quotation-none-text", code = keymap::way(Action::Pick), mark = keymap::way(Action::Mark))
                }}
            />
        };
    }
    let shown = found.len().min(*most);
    let current = (*here).min(shown.saturating_sub(1));
    let onkeydown = {
        let (node, here) = (node.clone(), here.setter());
        Callback::from(move |event: KeyboardEvent| {
            let last = shown.saturating_sub(1);
            let to = match event.key().as_str() {
                "ArrowDown" => (current + 1).min(last),
                "ArrowUp" => current.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            here.set(to);
            let rows = node.cast::<Element>().map(|list| dom::all(&list, ".quotation__row")).unwrap_or_default();
            if let Some(row) = rows.get(to) {
                dom::focus(row);
            }
        })
    };
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + CHUNK))
    };
    let on_filter = {
        let (filter, most, here) = (filter.setter(), most.setter(), here.setter());
        Callback::from(move |typed: String| {
            filter.set(typed);
            most.set(CHUNK);
            here.set(0);
        })
    };
    html! {
        <div class="quotation__all">
            if list.len() >= MANY {
                <SearchField key="filter" label={tr!("quotation-filter")} value={(*filter).clone()} on_input={on_filter} />
            }
            <p key="count" class="soft small" role="status">
                { if filter.is_empty() { tr!("quotations-count", n = list.len()) } else { tr!("n-of-total", n = found.len(), total = list.len()) } }
            </p>
            <ul key="list" ref={node} class="quotation__list" {onkeydown}>
                { for found.iter().take(shown).enumerate().map(|(at, quotation)| html! {
                    <Line
                        key={quotation.id.to_string()}
                        project={project.clone()}
                        quotation={Same(Rc::clone(quotation))}
                        consent={limits.at(quotation.document, quotation.span())}
                        entered={at == current}
                        on_jump={props.on_jump.clone()}
                    />
                }) }
            </ul>
            if found.len() > shown {
                <Button key="more" label={tr!("show-more")} small=true variant={ButtonVariant::Quiet} onclick={more} />
            }
        </div>
    }
}

fn has_all(project: &Project, quotation: &Quotation, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut all = fold(&quotation.quote.exact);
    for code in quotation.codings.iter().filter_map(|coding| project.codes.get(&coding.code)) {
        all.push(' ');
        all.push_str(&fold(&code.name));
    }
    all.push_str(&fold(&quotation.comment));
    words.iter().all(|word| all.contains(word.as_str()))
}

#[derive(Properties, PartialEq)]
struct LineProps {
    project: Same<Project>,
    quotation: Same<Quotation>,
    consent: Consent,
    entered: bool,
    on_jump: Callback<QuotationId>,
}

/// One quotation: its words and its codes.
#[component]
fn Line(props: &LineProps) -> Html {
    let quotation = &props.quotation;
    let id = quotation.id;
    let onclick = props.on_jump.reform(move |_: MouseEvent| id);
    let codes = quotation.codings.iter().filter_map(|coding| props.project.codes.get(&coding.code));
    html! {
        <li>
            <button type="button" class="quotation__row" tabindex={if props.entered { "0" } else { "-1" }} {onclick}>
                <span class="serif quotation__line" dir="auto">{ shortened(&quotation.quote.exact, WORDS) }</span>
                <span class="quotation__codes">
                    <Blocked consent={props.consent} />
                    { for codes.map(|code| html! {
                        <span key={code.id.to_string()} class="quotation__code">
                            <ColourDot hue={hue(code.colour)} /><bdi>{ code.name.clone() }</bdi>
                        </span>
                    }) }
                    if quotation.codings.is_empty() {
                        <span class="soft">{ tr!("quotation-uncoded") }</span>
                    }
                </span>
            </button>
        </li>
    }
}
