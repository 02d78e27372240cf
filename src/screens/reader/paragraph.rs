//! One paragraph: its number and who speaks in the margin, its words, and the marks of the quotations in it.

use std::ops::Range;

use emic_core::consent::Limits;
use emic_core::project::{BlockKind, Consent};
use emic_core::text::Text;
use emic_view::reader::{Direction, Look, Mark, ParagraphView, Run};
use yew::prelude::*;

use super::margin::margin_html;
use crate::i18n::tr;
use crate::screens::cases::words::consent_name;
use crate::store::Same;
use crate::store::pane::Face;

#[derive(Properties)]
pub struct ParagraphProps {
    /// What it shows.
    pub view: Same<ParagraphView>,
    /// The text that it is a part of; the same for as long as the document is shown.
    pub text: Text,
    /// What changes with the quotations and is not in the view: what each is called, for those who hear it.
    pub names: Names,
    /// How the words are shown for who says them.
    pub face: Option<Face>,
    /// What may not be done with words of the document.
    pub limits: Same<Limits>,
}

/// What the quotations of a paragraph are called, in the order of the view's list: the names of their codes.
pub type Names = std::rc::Rc<[AttrValue]>;

impl PartialEq for ParagraphProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && self.names == other.names && self.face == other.face && self.limits == other.limits
    }
}

/// One paragraph.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let view = &props.view;
    let index = view.index.to_string();
    let words = props.text.as_str();
    // What holds for some of a run's words does not hold for the others.
    let limited = props.limits.spans().iter().map(|(span, _)| *span);
    let cut: Vec<Run> = match props.limits.is_empty() {
        true => Vec::new(),
        false => view.runs.iter().flat_map(|run| run.cut(words, limited.clone())).collect(),
    };
    let runs = if props.limits.is_empty() { &view.runs[..] } else { &cut };
    let runs = runs.iter().map(|run| run_html(run, words, props));
    let blank = view.number.is_none().then_some("para--blank");
    let withdrawn = props.limits.spans().iter().find(|(span, consent)| {
        *consent == Consent::Withdrawn && span.contains_span(view.span) && !view.span.is_empty()
    });
    if let Some((span, _)) = withdrawn {
        return withdrawn_html(view, index, span.start.0 >= view.span.start.0);
    }
    let consent = if props.limits.is_empty() { Consent::Quote } else { props.limits.at(view.span) };
    if props.face == Some(Face::Hidden) {
        return hidden_html(view, index, runs.collect(), blank);
    }
    let dimmed = (props.face == Some(Face::Dimmed)).then_some("para--dimmed");
    let class = classes!("para", blank, dimmed, kind_class(view.kind));
    html! {
        <div {class} data-para={index.clone()}>
            if let Some(number) = view.number {
                <button type="button" class="para__number" tabindex="-1" data-number={index.clone()}>{ number }</button>
            }
            { for margin_html(&view.aside) }
            if consent != Consent::Quote {
                <span key="consent" class={classes!("para__consent", consent_class(consent))}>{ consent_name(consent) }</span>
            }
            { words_html(view, index, runs.collect()) }
        </div>
    }
}

/// A paragraph of a turn that is hidden: where the turn begins a line says so. The words stay, without any size, so
/// that each place of the text is still somewhere on the page.
fn hidden_html(view: &ParagraphView, index: String, runs: Html, blank: Option<&'static str>) -> Html {
    let begins = view.aside.speech.as_ref().and_then(|speech| Some((speech.turn, speech.begins.clone()?)));
    let class = classes!("para", "para--hidden", blank.or(begins.is_none().then_some("para--gone")));
    html! {
        <div {class} data-para={index.clone()}>
            if let Some((turn, name)) = begins {
                <button type="button" class="para__hidden" data-turn={turn.0.to_string()}>
                    { tr!("reader-turn-hidden", name = &*name) }
                </button>
            }
            <div class="para__folded" aria-hidden="true">{ words_html(view, index, runs) }</div>
        </div>
    }
}

/// A paragraph of who has withdrawn: where their words begin a line says so, and none of the words is on the page.
fn withdrawn_html(view: &ParagraphView, index: String, begins: bool) -> Html {
    let class = classes!("para", "para--withdrawn", (!begins).then_some("para--gone"));
    html! {
        <div {class} data-para={index.clone()}>
            if begins {
                <span key="withdrawn" class="para__withdrawn">{ tr!("reader-withdrawn") }</span>
            }
            <div class="para__folded" aria-hidden="true">{ words_html(view, index, masked(view)) }</div>
        </div>
    }
}

/// As many signs as the paragraph has, so that each place of the text is still somewhere on the page.
fn masked(view: &ParagraphView) -> Html {
    let signs = "·".repeat(view.span.len() as usize);
    html! { <span key={u64::from(view.span.start.0) * 1024}>{ signs }</span> }
}

fn consent_class(consent: Consent) -> &'static str {
    match consent {
        Consent::Quote => "said--free",
        Consent::Paraphrase => "said--paraphrase",
        Consent::OffRecord => "said--off",
        Consent::Withdrawn => "said--withdrawn",
    }
}

fn words_html(view: &ParagraphView, index: String, runs: Html) -> Html {
    let dir = match view.direction {
        Some(Direction::LeftToRight) => "ltr",
        Some(Direction::RightToLeft) => "rtl",
        None => "auto",
    };
    match view.kind {
        Some(BlockKind::Heading(_)) => html! { <h2 class="said" {dir} data-p={index}>{ runs }</h2> },
        _ => html! { <p class="said" {dir} data-p={index}>{ runs }</p> },
    }
}

fn kind_class(kind: Option<BlockKind>) -> Option<&'static str> {
    kind.map(|kind| match kind {
        BlockKind::Heading(1) => "para--heading1",
        BlockKind::Heading(_) => "para--heading",
        BlockKind::ListItem => "para--item",
        BlockKind::Quote => "para--quote",
        BlockKind::TableRow => "para--row",
        BlockKind::Note => "para--note",
    })
}

fn run_html(run: &Run, text: &str, props: &ParagraphProps) -> Html {
    // Runs are keyed by where they begin, so that a new mark leaves its neighbours alone; and by how many of their words
    // are set off, so that the number of nodes in one never changes.
    let start = run.span.start.0;
    let key = u64::from(start) * 1024 + run.looks.len() as u64;
    let consent = if props.limits.is_empty() { Consent::Quote } else { props.limits.at(run.span) };
    let limited = (consent != Consent::Quote).then(|| consent_class(consent));
    let words = match consent {
        Consent::Withdrawn => {
            let signs = "·".repeat(run.span.len() as usize);
            html! { { signs } }
        }
        _ => words_of(run, text),
    };
    if run.marks.is_empty() {
        return html! { <span key={key} class={limited}>{ words }</span> };
    }
    let begun = run.marks.iter().filter(|mark| mark.starts_here).filter_map(|mark| name_of(mark, props));
    let description = begun.collect::<Vec<_>>().join(" · ");
    let description = (!description.is_empty()).then_some(description);
    html! {
        <mark key={key} class={classes!(mark_class(&run.marks), limited)} data-at={start.to_string()} aria-description={description}>{ words }</mark>
    }
}

/// The words of a run, with those that are set off.
fn words_of(run: &Run, text: &str) -> Html {
    let words = |bytes: Range<usize>| text.get(bytes).unwrap_or_default().to_owned();
    if run.looks.is_empty() {
        return html! { { words(run.bytes.clone()) } };
    }
    let mut pieces = Vec::new();
    let mut at = run.bytes.start;
    for (bytes, look) in &run.looks {
        if at < bytes.start {
            pieces.push(html! { { words(at..bytes.start) } });
        }
        pieces.push(look_html(*look, words(bytes.clone())));
        at = bytes.end;
    }
    if at < run.bytes.end {
        pieces.push(html! { { words(at..run.bytes.end) } });
    }
    pieces.into_iter().collect()
}

fn look_html(look: Look, words: String) -> Html {
    match (look.label, look.bold, look.italic) {
        (true, ..) => html! { <span class="said__label">{ words }</span> },
        (_, true, false) => html! { <strong>{ words }</strong> },
        (_, false, true) => html! { <em>{ words }</em> },
        (_, true, true) => html! { <strong><em>{ words }</em></strong> },
        (_, false, false) => html! { { words } },
    }
}

fn name_of(mark: &Mark, props: &ParagraphProps) -> Option<String> {
    let at = props.view.quotations.iter().position(|id| *id == mark.quotation)?;
    props.names.get(at).map(|name| name.to_string())
}

/// The innermost quotation gives the tint; up to three underlines tell that there are more.
fn mark_class(marks: &[Mark]) -> Classes {
    const LINES: [&str; 3] = ["k", "j", "i"];
    let mut class = classes!("q");
    for (mark, line) in marks.iter().rev().zip(LINES) {
        class.push(match mark.colour {
            Some(colour) => format!("{line}{}", colour.number() + 1),
            None => format!("{line}0"),
        });
    }
    match marks.len() {
        0 | 1 => {}
        2 => class.push("q--two"),
        _ => class.push("q--more"),
    }
    class
}
