//! A section of the text: about 4,000 characters that the browser lays out together. Far from the view it is bare
//! words; near it, paragraphs with their marks, and stripes beside them.

use std::rc::Rc;

use emic_core::text::Text;
use emic_view::reader::SectionView;
use web_sys::Element;
use yew::prelude::*;

use super::paragraph::{Names, Paragraph};
use super::stripes::{SharedLanes, StripeInfos, Stripes};
use crate::store::Same;
use crate::store::pane::PaneId;
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
    pub span: emic_core::text::Span,
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
            && self.measure == other.measure
            && self.on_stripe == other.on_stripe
    }
}

/// A section of the text.
#[component]
pub fn SectionSheet(props: &SectionProps) -> Html {
    let node = use_node_ref();
    {
        let (node, length) = (node.clone(), props.span.len());
        use_effect_with((), move |()| {
            // Until it is laid out its height is guessed, in lines of the measure.
            if let Some(element) = node.cast::<Element>() {
                set_css_var(&element, "--lines", &(length / 58 + 4).to_string());
            }
        });
    }
    let index = props.index.to_string();
    match &props.made {
        Made::Far => html! {
            <section ref={node} class="sheet sheet--far" data-s={index} data-far="">{ props.text.slice(props.span).to_owned() }</section>
        },
        Made::Marked(view, names) | Made::Near(view, names, _) => {
            let paragraphs = view.paragraphs.iter().zip(names.iter()).map(|(paragraph, names)| {
                html! {
                    <Paragraph key={paragraph.index} view={Same(Rc::clone(paragraph))} text={props.text.clone()} names={Rc::clone(names)} />
                }
            });
            let stripes = match &props.made {
                Made::Near(_, _, infos) => Some(infos.clone()),
                _ => None,
            };
            html! {
                <section ref={node.clone()} class="sheet" data-s={index}>
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
