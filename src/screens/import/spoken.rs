//! The words of a text as they will be read, each turn in the tint of who speaks.

use emic_core::project::BlockKind;
use emic_core::text::{Direction, Span, Text};
use emic_formats::source::Prepared;
use emic_view::clock::clock;
use yew::prelude::*;

use super::item::Item;
use crate::i18n::tr;
use crate::screens::reader::tint;
use crate::store::Same;
use crate::widgets::{Button, ButtonVariant};

/// How many paragraphs are shown at first: a few screens, since each text that is looked at is laid out anew.
const FIRST: usize = 60;

/// How many more are shown when more are wanted.
const MORE: usize = 200;

/// What a [`Spoken`] shows.
#[derive(Properties, PartialEq)]
pub struct SpokenProps {
    /// The text.
    pub item: Same<Item>,
}

/// The text, with its speakers beside it.
#[component]
pub fn Spoken(props: &SpokenProps) -> Html {
    let pages = use_state_eq(|| 0usize);
    let item = &props.item;
    let text = use_memo((Same(item.prepared.clone()), item.key), {
        let item = item.clone();
        move |_| item.after()
    });
    let shown = FIRST + MORE * *pages;
    let quiet = item.prepared.detection.turns.is_empty() && item.prepared.detection.times.is_empty();
    let more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    html! {
        <div class={classes!("import-spoken", quiet.then_some("import-spoken--quiet"))} tabindex="0" role="region" aria-label={tr!("import-view-words")}>
            { for (0..text.paragraphs().len().min(shown)).map(|index| paragraph(&text, &item.prepared, index)) }
            if text.paragraphs().len() > shown {
                <div class="import-compare__more" key="more">
                    <Button label={tr!("show-more")} small=true variant={ButtonVariant::Quiet} onclick={more} />
                </div>
            }
        </div>
    }
}

fn paragraph(text: &Text, prepared: &Prepared, index: usize) -> Html {
    let span = text.paragraphs()[index];
    let detection = &prepared.detection;
    let after = detection.turns.partition_point(|turn| turn.span.start < span.end);
    let turn = after.checked_sub(1).and_then(|n| detection.turns.get(n)).filter(|turn| turn.span.end > span.start);
    let begins = turn.filter(|turn| span.start <= turn.span.start);
    let speaker = begins.and_then(|turn| detection.speakers.get(turn.speaker));
    let time = begins.and_then(|turn| {
        let first = detection.times.partition_point(|time| time.at < turn.span.start);
        detection.times.get(first).filter(|time| time.at < turn.span.end)
    });
    let block = prepared.structure.blocks.iter().find(|block| block.span.overlaps(span));
    let kind = block.map(|block| match block.kind {
        BlockKind::Heading(_) => "import-spoken__words--heading",
        BlockKind::ListItem => "import-spoken__words--item",
        BlockKind::Quote | BlockKind::Note => "import-spoken__words--quote",
        BlockKind::TableRow => "import-spoken__words--row",
    });
    let dir = match Direction::of(text.slice(span)) {
        Some(Direction::RightToLeft) => "rtl",
        Some(Direction::LeftToRight) => "ltr",
        None => "auto",
    };
    let label = begins.and_then(|turn| turn.label.intersection(span));
    let words = match label {
        Some(label) => html! {
            <>
                <span class="import-spoken__label">{ text.slice(label).to_owned() }</span>
                { text.slice(Span::between(label.end, span.end)).to_owned() }
            </>
        },
        None => html! { <>{ text.slice(span).to_owned() }</> },
    };
    html! {
        <div key={index} class={classes!("import-spoken__row", turn.map(|turn| tint(turn.speaker).class()))} data-spoken={turn.is_some().then_some("")}>
            <div class="import-spoken__who">
                if let Some(speaker) = speaker {
                    <bdi>{ speaker.name.clone() }</bdi>
                }
                if let Some(time) = time {
                    <span class="num soft" dir="ltr">{ clock(time.ms) }</span>
                }
            </div>
            <p class={classes!("import-spoken__words", kind)} {dir}>{ words }</p>
        </div>
    }
}
