//! The margin at the start of the lines: who speaks, when, and on which page one is.

use emic_core::project::Structure;
use emic_view::clock::clock;
use emic_view::reader::Aside;
use yew::prelude::*;

use crate::i18n::tr;
use crate::prefs::Prefs;
use crate::widgets::Hue;

/// What the margin of a text holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    speakers: bool,
    /// The code points of the longest of their names.
    longest: usize,
    times: bool,
    pages: bool,
}

impl Margin {
    /// What of a document is there and is to be shown.
    pub fn of(structure: &Structure, prefs: &Prefs) -> Margin {
        Margin {
            longest: structure.speakers.iter().map(|speaker| speaker.name.chars().count()).max().unwrap_or_default(),
            speakers: !structure.turns.is_empty() && !prefs.no_speakers,
            times: !structure.times.is_empty() && !prefs.no_times,
            pages: !structure.pages.is_empty() && !prefs.no_pages,
        }
    }

    /// The classes of the sections' element: what of it is shown, and how much room that takes.
    pub fn class(&self) -> Classes {
        classes!(
            self.speakers.then_some("sheets--speakers"),
            match (self.speakers, self.longest) {
                (true, ..=3) => Some("sheets--initials"),
                (true, ..=9) => Some("sheets--short"),
                _ => None,
            },
            self.times.then_some("sheets--times"),
            self.pages.then_some("sheets--pages"),
            (self.speakers || self.times || self.pages).then_some("sheets--margin"),
        )
    }
}

/// The colour of the nth speaker of a text.
pub fn tint(nth: usize) -> Hue {
    Hue::new(nth as u32 + 1)
}

/// What stands in the margin of a paragraph, if anything does. What the text says too is not said twice to those who
/// hear it.
pub fn margin_html(aside: &Aside) -> Option<Html> {
    let begins = aside.speech.as_ref().and_then(|speech| Some((speech.nth, speech.begins.clone()?)));
    if begins.is_none() && aside.ms.is_none() && aside.pages.is_empty() {
        return None;
    }
    let said = aside.label.is_some().then_some("true");
    Some(html! {
        <div class="para__margin">
            if let Some((nth, name)) = begins {
                <bdi class={classes!("para__speaker", tint(nth).class())} title={name.to_string()} aria-hidden={said}>{ name }</bdi>
            }
            if aside.ms.is_some() || !aside.pages.is_empty() {
                <span class="para__at">
                    if let Some(ms) = aside.ms {
                        <span class="para__time" dir="ltr">{ clock(ms) }</span>
                    }
                    { for aside.pages.iter().map(|page| html! {
                        <span class="para__page">{ tr!("reader-page", page = page) }</span>
                    }) }
                </span>
            }
        </div>
    })
}
