//! One paragraph: its number in the margin, its words, and the marks of the quotations in it.

use emic_core::project::BlockKind;
use emic_core::text::Text;
use emic_view::reader::{Direction, Mark, ParagraphView, Run};
use yew::prelude::*;

use crate::store::Same;

#[derive(Properties)]
pub struct ParagraphProps {
    /// What it shows.
    pub view: Same<ParagraphView>,
    /// The text that it is a part of; the same for as long as the document is shown.
    pub text: Text,
    /// What changes with the quotations and is not in the view: what each is called, for those who hear it.
    pub names: Names,
}

/// What the quotations of a paragraph are called, in the order of the view's list: the names of their codes.
pub type Names = std::rc::Rc<[AttrValue]>;

impl PartialEq for ParagraphProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view && self.names == other.names
    }
}

/// One paragraph.
#[component]
pub fn Paragraph(props: &ParagraphProps) -> Html {
    let view = &props.view;
    let index = view.index.to_string();
    let words = props.text.as_str();
    let runs = view.runs.iter().map(|run| run_html(run, words, props));
    let class = classes!("para", view.number.is_none().then_some("para--blank"), kind_class(view.kind));
    html! {
        <div {class} data-para={index.clone()}>
            if let Some(number) = view.number {
                <button type="button" class="para__number" tabindex="-1" data-number={index.clone()}>{ number }</button>
            }
            { words_html(view, index, runs.collect()) }
        </div>
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
    let words = text.get(run.bytes.clone()).unwrap_or_default().to_owned();
    // Runs are keyed by where they begin, so that a new mark leaves its neighbours alone.
    let key = run.span.start.0;
    if run.marks.is_empty() {
        return html! { <span key={key}>{ words }</span> };
    }
    let begun = run.marks.iter().filter(|mark| mark.starts_here).filter_map(|mark| name_of(mark, props));
    let description = begun.collect::<Vec<_>>().join(" · ");
    let description = (!description.is_empty()).then_some(description);
    html! {
        <mark key={key} class={mark_class(&run.marks)} data-at={key.to_string()} aria-description={description}>{ words }</mark>
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
