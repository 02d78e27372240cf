//! What stands in a text beside its words: how paragraphs look, where pages begin, who speaks when. All positions are
//! code points of the text that it belongs to; every list is in the order of the text.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Block, Extra};
use crate::ids::{CaseId, QuestionId, SpeakerId};
use crate::sorting::sort_by_key;
use crate::text::{Pos, Side, Span, TextEdits};

/// The structure of one text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Structure {
    /// Paragraphs that are not plain.
    pub blocks: Vec<Block>,
    /// Words set in bold or italic. Spans of one style neither overlap nor touch.
    pub styles: Vec<Styled>,
    /// Where the pages of a paged source begin.
    pub pages: Vec<Page>,
    /// When what is said at a place was said.
    pub times: Vec<TimeMark>,
    /// Who speaks in it, in the order of their first words.
    pub speakers: Vec<Speaker>,
    /// Who says what. Turns do not overlap.
    pub turns: Vec<Turn>,
    /// Which ranges belong to a case of their own. Parts do not overlap.
    pub parts: Vec<Part>,
}

/// How words are set off within a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
}

/// Words that are set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Styled {
    /// The words.
    pub span: Span,
    /// How.
    pub style: Style,
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The gap before its first code point.
    pub at: Pos,
    /// What is cited: the page's own number or, where it has none, its place in the file, from 1.
    pub label: String,
}

/// When what is said at a place was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMark {
    /// The gap before the first word said then.
    pub at: Pos,
    /// Milliseconds since the recording began.
    pub ms: u32,
}

/// Which part someone has in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who asks.
    Interviewer,
    /// Who is asked; anyone of whom nothing else is known.
    #[default]
    Participant,
}

/// Someone who speaks in a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// Its identity.
    pub id: SpeakerId,
    /// The name that is shown; never empty.
    pub name: String,
    /// Whether this is who asks.
    pub role: Role,
    /// The case that this is.
    pub case: Option<CaseId>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// What one person says until the next one speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// All of it, the label too.
    pub span: Span,
    /// The part at its start that says who speaks or when ("Anna (00:01:02): "), with the white space after it. Empty
    /// where the text does not say it.
    pub label: Span,
    /// Who speaks.
    pub speaker: SpeakerId,
    /// What is asked in it, as far as that was said or suggested.
    pub asks: Option<Asks>,
    /// Kept from newer files.
    pub extra: Extra,
}

/// What is asked in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asks {
    /// What.
    pub what: Asked,
    /// Whether someone has said so, and it is not only what seems to be.
    pub confirmed: bool,
}

/// What can be asked in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// A question of the guide.
    Guide(QuestionId),
    /// A question that is not in the guide.
    Other,
    /// Nothing that begins another answer: a probe ("And then?"), or no question at all.
    Nothing,
}

impl Asked {
    /// The question of the guide.
    pub const fn question(self) -> Option<QuestionId> {
        match self {
            Asked::Guide(question) => Some(question),
            Asked::Other | Asked::Nothing => None,
        }
    }
}

/// A range of a document that belongs to a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The range.
    pub span: Span,
    /// The case.
    pub case: CaseId,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Turn {
    /// What is said: the turn without its label.
    pub fn words(&self) -> Span {
        Span::between(self.label.end.max(self.span.start), self.span.end)
    }
}

impl From<Vec<Block>> for Structure {
    fn from(blocks: Vec<Block>) -> Structure {
        Structure { blocks, ..Structure::default() }
    }
}

impl Structure {
    /// The structure after `edits` of the text, `length` code points long then. What stood on words that are gone goes
    /// with them; a page or a time whose first words are gone stays where they were.
    pub fn mapped(&self, edits: &TextEdits) -> Structure {
        if edits.is_empty() {
            return self.clone();
        }
        let on_words = |span: Span| Some(edits.map_span(span)).filter(|span| !span.is_empty());
        let blocks =
            self.blocks.iter().filter_map(|block| Some(Block { span: on_words(block.span)?, ..block.clone() }));
        let styles = self.styles.iter().filter_map(|styled| Some(Styled { span: on_words(styled.span)?, ..*styled }));
        let turns = self.turns.iter().filter_map(|turn| {
            let span = on_words(turn.span)?;
            // A label that is gone is an empty one at the turn's start.
            let label = on_words(turn.label).unwrap_or(Span { start: span.start, end: span.start });
            Some(Turn { span, label, ..turn.clone() })
        });
        let parts = self.parts.iter().filter_map(|part| Some(Part { span: on_words(part.span)?, ..part.clone() }));
        let pages = self.pages.iter().map(|page| Page { at: edits.map(page.at, Side::After), ..page.clone() });
        let times = self.times.iter().map(|time| TimeMark { at: edits.map(time.at, Side::After), ..*time });
        Structure {
            blocks: blocks.collect(),
            styles: styles.collect(),
            pages: pages.collect(),
            times: times.collect(),
            turns: turns.collect(),
            parts: parts.collect(),
            speakers: self.speakers.clone(),
        }
    }

    /// The same with nothing that is outside of a text of `length` code points, out of order, overlapping, or that belongs
    /// to a case, question or speaker that is not there.
    pub fn sound(
        &self,
        length: u32,
        has_case: &dyn Fn(CaseId) -> bool,
        has_question: &dyn Fn(QuestionId) -> bool,
    ) -> Structure {
        let mut sound = self.clone();
        let within = |span: Span| !span.is_empty() && span.end.0 <= length;
        sound.blocks.retain(|block| within(block.span));
        sort_by_key(&mut sound.blocks, |block| block.span);
        sound.styles.retain(|styled| within(styled.span));
        sort_by_key(&mut sound.styles, |styled| (styled.span, styled.style));
        sound.pages.retain(|page| page.at.0 <= length);
        sort_by_key(&mut sound.pages, |page| page.at);
        sound.times.retain(|time| time.at.0 <= length);
        sort_by_key(&mut sound.times, |time| (time.at, time.ms));
        let mut seen = BTreeSet::new();
        sound.speakers.retain(|speaker| !speaker.name.trim().is_empty() && seen.insert(speaker.id));
        for speaker in &mut sound.speakers {
            speaker.case = speaker.case.filter(|case| has_case(*case));
        }
        sort_by_key(&mut sound.turns, |turn| turn.span);
        let mut end = Pos(0);
        sound.turns.retain(|turn| {
            let label = turn.label.start == turn.span.start && turn.label.end <= turn.span.end;
            let keep = within(turn.span) && turn.span.start >= end && label && seen.contains(&turn.speaker);
            end = if keep { turn.span.end } else { end };
            keep
        });
        for turn in &mut sound.turns {
            turn.asks = turn.asks.filter(|asks| asks.what.question().is_none_or(has_question));
        }
        sort_by_key(&mut sound.parts, |part| part.span);
        let mut end = Pos(0);
        sound.parts.retain(|part| {
            let keep = within(part.span) && part.span.start >= end && has_case(part.case);
            end = if keep { part.span.end } else { end };
            keep
        });
        sound
    }

    /// The speaker of that id.
    pub fn speaker(&self, id: SpeakerId) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// The label of the page that a place is on.
    pub fn page_at(&self, at: Pos) -> Option<&str> {
        let after = self.pages.partition_point(|page| page.at <= at);
        Some(self.pages.get(after.checked_sub(1)?)?.label.as_str())
    }

    /// When what stands at a place was said, in milliseconds: the last time at or before it.
    pub fn time_at(&self, at: Pos) -> Option<u32> {
        let after = self.times.partition_point(|time| time.at <= at);
        Some(self.times.get(after.checked_sub(1)?)?.ms)
    }

    /// The case that a place belongs to by its part, or by who speaks there.
    pub fn case_at(&self, at: Pos) -> Option<CaseId> {
        let after = self.parts.partition_point(|part| part.span.start <= at);
        let part = after.checked_sub(1).and_then(|n| self.parts.get(n)).filter(|part| part.span.contains(at));
        part.map(|part| part.case).or_else(|| self.speaker(self.turn_at(at)?.speaker)?.case)
    }

    /// The turn that a place is in.
    pub fn turn_at(&self, at: Pos) -> Option<&Turn> {
        let after = self.turns.partition_point(|turn| turn.span.start <= at);
        self.turns.get(after.checked_sub(1)?).filter(|turn| turn.span.contains(at))
    }
}
