//! A section of the text: about 4,000 characters that the browser lays out together. Far from the view it is bare
//! words; near it, paragraphs with their marks, and stripes beside them.

use std::rc::Rc;

use emic_core::consent::Limits;
use emic_core::text::{Pos, Span, Text};
use emic_view::reader::SectionView;
use web_sys::Element;
use yew::prelude::*;

use super::paragraph::{Names, Paragraph};
use super::stripes::{SharedLanes, StripeInfos, Stripes};
use crate::store::Same;
use crate::store::pane::{Faces, PaneId};
use crate::widgets::dom::set_css_var;

/// How much of a section is made.
#[derive(Clone, PartialEq)]
pub enum Made {
    /// The bare words.
    Far,
    /// Paragraphs and marks.
    Marked(Same<SectionView>, Rc<[Names]>),
    /// With stripes as well.
    Near(Same<SectionView>, Rc<[Names]>, StripeInfos),
}

#[derive(Properties)]
pub struct SectionProps {
    /// The pane that it is in.
    pub pane: PaneId,
    /// Its number.
    pub index: usize,
    /// How much of it is made.
    pub made: Made,
    /// The text that it is a part of; the same for as long as the document is shown.
    pub text: Text,
    /// Where it is in the text.
    pub span: Span,
    /// How the speakers are shown.
    pub faces: Same<Faces>,
    /// What may not be done with words.
    pub limits: Same<Limits>,
    /// The lanes of the whole document.
    pub lanes: SharedLanes,
    /// Changes when everything must be measured again: width, size of the letters.
    pub measure: u32,
    /// Calls with a quotation whose stripe was chosen.
    pub on_stripe: Callback<super::stripes::StripeEvent>,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
            && self.made == other.made
            && self.faces == other.faces
            && self.limits == other.limits
            && self.measure == other.measure
            && self.on_stripe == other.on_stripe
    }
}

/// A section of the text.
#[component]
pub fn SectionSheet(props: &SectionProps) -> Html {
    let node = use_node_ref();
    let lines = lines(&props.span);
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let (Some(element), None) = (node.cast::<Element>(), lines_class(lines)) {
                set_css_var(&element, "--lines", &lines.to_string());
            }
        });
    }
    let index = props.index.to_string();
    let class = classes!("sheet", lines_class(lines));
    match &props.made {
        Made::Far => html! {
            <section ref={node} class={classes!(class, "sheet--far")} data-s={index} data-far="">{ bare(props) }</section>
        },
        Made::Marked(view, names) | Made::Near(view, names, _) => {
            let paragraphs = view.paragraphs.iter().zip(names.iter()).map(|(paragraph, names)| {
                let face =
                    paragraph.aside.speech.as_ref().and_then(|speech| props.faces.of(speech.speaker, speech.turn));
                html! {
                    <Paragraph
                        key={paragraph.index}
                        view={Same(Rc::clone(paragraph))}
                        text={props.text.clone()}
                        names={Rc::clone(names)}
                        {face}
                        limits={props.limits.clone()}
                    />
                }
            });
            let stripes = match &props.made {
                Made::Near(_, _, infos) => Some(infos.clone()),
                _ => None,
            };
            let class = classes!(class, stripes.is_some().then_some("sheet--near"));
            html! {
                <section ref={node.clone()} {class} data-s={index}>
                    <div class="sheet__text">{ for paragraphs }</div>
                    <Stripes
                        pane={props.pane}
                        section={node}
                        view={view.clone()}
                        infos={stripes}
                        lanes={props.lanes.clone()}
                        measure={props.measure}
                        on_event={props.on_stripe.clone()}
                    />
                </section>
            }
        }
    }
}

/// The bare words, without those of who has withdrawn.
fn bare(props: &SectionProps) -> String {
    let withdrawn = props.limits.withdrawn();
    if withdrawn.is_empty() {
        return props.text.slice(props.span).to_owned();
    }
    let mut at = props.span.start.0;
    let words = props.text.slice(props.span).chars().map(|c| {
        let here = Pos(at);
        at += 1;
        let hidden = c != '\n' && withdrawn.iter().any(|span| span.contains(here));
        if hidden { '·' } else { c }
    });
    words.collect()
}

/// Until a section is laid out its height is guessed, in lines of the measure.
fn lines(span: &Span) -> u32 {
    span.len() / 58 + 4
}

/// Most sections are about as long as any other: a class says it before anything is measured, where a variable that is
/// set on each would have all of them laid out once more.
fn lines_class(lines: u32) -> Option<&'static str> {
    const TENS: [&str; 8] =
        ["sheet--10", "sheet--20", "sheet--30", "sheet--40", "sheet--50", "sheet--60", "sheet--70", "sheet--80"];
    TENS.get(((lines + 5) / 10).checked_sub(1)? as usize).copied()
}
