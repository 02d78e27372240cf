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

impl Speaker {
    /// A speaker who is no case yet.
    pub fn new(id: SpeakerId, name: &str, role: Role) -> Speaker {
        Speaker { id, name: name.to_owned(), role, case: None, extra: Extra::new() }
    }
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

impl Turn {
    /// A turn of which nobody has said what is asked. Its label ends at `words`, or is empty if that is its start.
    pub fn new(span: Span, words: Pos, speaker: SpeakerId) -> Turn {
        Turn { span, label: Span { start: span.start, end: words }, speaker, asks: None, extra: Extra::new() }
    }
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
        self.mapped_by(edits, &|spans| spans.iter().map(|span| edits.map_span(*span)).collect())
    }

    /// The same after someone has corrected the text: what is written at the very beginning or end of a paragraph, a turn
    /// or a part belongs to it too, as far as the line goes.
    pub fn corrected(&self, edits: &TextEdits) -> Structure {
        self.mapped_by(edits, &|spans| grown(edits, spans))
    }

    /// `whole` says where spans that stand for all of a passage, in the order of the text, are after the edits.
    fn mapped_by(&self, edits: &TextEdits, whole: &dyn Fn(&[Span]) -> Vec<Span>) -> Structure {
        if edits.is_empty() {
            return self.clone();
        }
        let on_words = |span: Span| Some(edits.map_span(span)).filter(|span| !span.is_empty());
        let spans = |spans: &mut dyn Iterator<Item = Span>| {
            let spans: Vec<Span> = spans.collect();
            whole(&spans).into_iter().map(|span| Some(span).filter(|span| !span.is_empty()))
        };
        let blocks = self.blocks.iter().zip(spans(&mut self.blocks.iter().map(|block| block.span)));
        let blocks = blocks.filter_map(|(block, span)| Some(Block { span: span?, ..block.clone() }));
        let styles = self.styles.iter().filter_map(|styled| Some(Styled { span: on_words(styled.span)?, ..*styled }));
        let turns = self.turns.iter().zip(spans(&mut self.turns.iter().map(|turn| turn.span)));
        let turns = turns.filter_map(|(turn, span)| {
            let span = span?;
            // A label that is gone is an empty one at the turn's start.
            let end = on_words(turn.label).map_or(span.start, |label| label.end);
            Some(Turn { span, label: Span::between(span.start, end), ..turn.clone() })
        });
        let parts = self.parts.iter().zip(spans(&mut self.parts.iter().map(|part| part.span)));
        let parts = parts.filter_map(|(part, span)| Some(Part { span: span?, ..part.clone() }));
        let pages = self.pages.iter().map(|page| Page { at: edits.map(page.at, Side::After), ..page.clone() });
        let times = self.times.iter().map(|time| TimeMark { at: edits.map(time.at, Side::After), ..*time });
        // What ended at different places, or was marked at some, may end or stand at one now: then it has another order.
        let (mut styles, mut times) = (joined(styles), times.collect::<Vec<_>>());
        sort_by_key(&mut styles, |styled| (styled.span, styled.style));
        sort_by_key(&mut times, |time| (time.at, time.ms));
        Structure {
            blocks: blocks.collect(),
            styles,
            pages: pages.collect(),
            times,
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

/// Styles of one kind that have come to touch are one.
fn joined(styles: impl Iterator<Item = Styled>) -> Vec<Styled> {
    let mut joined: Vec<Styled> = Vec::new();
    for styled in styles {
        match joined.iter_mut().rev().find(|last| last.style == styled.style) {
            Some(last) if last.span.end >= styled.span.start => last.span.end = last.span.end.max(styled.span.end),
            _ => joined.push(styled),
        }
    }
    joined
}

/// Where spans, in the order of the text, are after edits; with what was written at their ends. What joins two lines
/// belongs to the first of two spans that meet in it; of several new lines the first belongs to the span before them
/// and the last to the one after.
fn grown(edits: &TextEdits, spans: &[Span]) -> Vec<Span> {
    let mut grown: Vec<Span> = spans.iter().map(|span| edits.map_span(*span)).collect();
    let mut free = Pos(0);
    for n in 0..grown.len() {
        let (old, new) = (spans[n], grown[n]);
        if new.is_empty() {
            continue;
        }
        let next = grown[n + 1..].iter().find(|next| !next.is_empty()).map(|next| next.start);
        let limit = next.filter(|next| *next >= new.end).unwrap_or(Pos(u32::MAX));
        let (mut start, mut end) = (new.start, new.end);
        for (edit, made) in edits.iter() {
            if made.start == new.end && edit.range.start <= old.end && old.end <= edit.range.end {
                let line = edit.insert.chars().take_while(|c| *c != '\n').count() as u32;
                end = Pos(new.end.0 + line).min(limit);
            }
            if made.end == new.start && edit.range.start <= old.start && old.start <= edit.range.end {
                let line = edit.insert.chars().rev().take_while(|c| *c != '\n').count() as u32;
                // Of words in place of what stood before it only a line of their own is this one's.
                if edit.range.start == old.start || edit.insert.contains('\n') {
                    start = Pos(new.start.0 - line).max(free).min(new.start);
                }
            }
        }
        grown[n] = Span { start, end };
        free = free.max(end);
    }
    grown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextEdit;

    fn after(spans: &[(u32, u32)], list: &[(u32, u32, &str)]) -> Vec<(u32, u32)> {
        let edits = list.iter().map(|(a, b, words)| TextEdit::replace(Span::new(*a, *b), *words)).collect();
        let spans: Vec<Span> = spans.iter().map(|(a, b)| Span::new(*a, *b)).collect();
        grown(&TextEdits::new(edits).unwrap(), &spans).iter().map(|span| (span.start.0, span.end.0)).collect()
    }

    #[test]
    fn what_is_written_at_the_ends_of_a_line_belongs_to_it() {
        // Two paragraphs of five with a line end between them.
        let two = [(0, 5), (6, 11)];
        for (edit, expected) in [
            ((0, 0, "x"), [(0, 6), (7, 12)]),
            ((5, 5, "x"), [(0, 6), (7, 12)]),
            ((6, 6, "x"), [(0, 5), (6, 12)]),
            ((11, 11, "x"), [(0, 5), (6, 12)]),
            ((11, 11, "x\ny"), [(0, 5), (6, 12)]),
            ((0, 0, "y\nx"), [(2, 8), (9, 14)]),
            ((5, 5, "x\n"), [(0, 6), (8, 13)]),
            ((5, 6, ""), [(0, 5), (5, 10)]),
            ((5, 6, " and "), [(0, 10), (10, 15)]),
            ((4, 7, "x\ny"), [(0, 5), (6, 11)]),
            ((4, 7, "-"), [(0, 5), (5, 9)]),
            ((0, 5, "whole"), [(0, 5), (6, 11)]),
            ((0, 6, ""), [(0, 0), (0, 5)]),
        ] {
            assert_eq!(after(&two, &[edit]), expected, "{edit:?}");
        }
        // Without anything between them.
        assert_eq!(after(&[(0, 5), (5, 10)], &[(5, 5, "x")]), [(0, 6), (6, 11)]);
        assert_eq!(after(&[(0, 5), (5, 10)], &[(5, 7, "xyz")]), [(0, 5), (5, 11)]);
    }

    #[test]
    fn what_comes_to_stand_at_one_place_is_still_in_order() {
        let styled = |start, end, style| Styled { span: Span::new(start, end), style };
        let time = |at, ms| TimeMark { at: Pos(at), ms };
        let structure = Structure {
            styles: vec![styled(0, 5, Style::Italic), styled(0, 7, Style::Bold)],
            times: vec![time(2, 9_000), time(4, 1_000)],
            ..Structure::default()
        };
        for cut in [(5, 7), (1, 6), (0, 5)] {
            let edits = TextEdits::one(TextEdit::remove(Span::new(cut.0, cut.1))).unwrap();
            let after = structure.corrected(&edits);
            assert_eq!(after.sound(20, &|_| true, &|_| true), after, "{cut:?}");
        }
    }

    #[test]
    fn styles_that_come_to_touch_are_one() {
        let bold = |a, b| Styled { span: Span::new(a, b), style: Style::Bold };
        let structure = Structure { styles: vec![bold(0, 3), bold(5, 9)], ..Structure::default() };
        let edits = TextEdits::one(TextEdit::remove(Span::new(3, 5))).unwrap();
        assert_eq!(structure.corrected(&edits).styles, [bold(0, 7)]);
    }
}
