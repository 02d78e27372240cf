//! Where a text cursor may stand: graphemes, words, sentences and paragraphs by Unicode's rules (UAX #29).
//!
//! Forwards goes to the *end* of the next unit, backwards to the *start* of the one before, so that extending a
//! selection takes in whole words and no spaces beside them. All are in reading order: "forwards" is to the left in
//! Arabic.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{BytePos, Pos, Span, Text};

/// How far a step of the text cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// What a reader takes for one character.
    Grapheme,
    /// A word; punctuation and white space are skipped.
    Word,
    /// A sentence, at most a paragraph.
    Sentence,
    /// A paragraph with something in it.
    Paragraph,
}

/// The first boundary of `unit` after `pos`, going forwards; the end of the text if there is none.
pub fn next_boundary(text: &Text, pos: Pos, unit: Unit) -> Pos {
    match unit {
        Unit::Grapheme => next_grapheme(text, pos),
        Unit::Word => step(text, pos, Way::Forwards, words_near),
        Unit::Sentence => step(text, pos, Way::Forwards, sentences),
        Unit::Paragraph => step(text, pos, Way::Forwards, |text, p, _| vec![byte_span(text, text.paragraphs()[p])]),
    }
}

/// The first boundary of `unit` before `pos`, going backwards; the start of the text if there is none.
pub fn previous_boundary(text: &Text, pos: Pos, unit: Unit) -> Pos {
    match unit {
        Unit::Grapheme => previous_grapheme(text, pos),
        Unit::Word => step(text, pos, Way::Backwards, words_near),
        Unit::Sentence => step(text, pos, Way::Backwards, sentences),
        Unit::Paragraph => step(text, pos, Way::Backwards, |text, p, _| vec![byte_span(text, text.paragraphs()[p])]),
    }
}

/// The gap after the grapheme at `pos`; the end of the text at its end.
pub fn next_grapheme(text: &Text, pos: Pos) -> Pos {
    let at = byte_of(text, pos);
    let mut cursor = GraphemeCursor::new(at, text.as_str().len(), true);
    let next = cursor.next_boundary(text.as_str(), 0).ok().flatten().unwrap_or(text.as_str().len());
    pos_of(text, next)
}

/// The gap before the grapheme that ends at `pos`, or that `pos` is inside of; the start of the text at its start.
pub fn previous_grapheme(text: &Text, pos: Pos) -> Pos {
    let at = byte_of(text, pos);
    let mut cursor = GraphemeCursor::new(at, text.as_str().len(), true);
    let previous = cursor.prev_boundary(text.as_str(), 0).ok().flatten().unwrap_or(0);
    pos_of(text, previous)
}

/// `span` widened to whole graphemes, so that no mark is torn from its letter. An empty span stays empty, before the
/// grapheme that it is in. What reaches over the end of the text is left out.
pub fn grapheme_snap(text: &Text, span: Span) -> Span {
    let span = text.clamp(span);
    let whole = |pos| {
        let at = byte_of(text, pos);
        GraphemeCursor::new(at, text.as_str().len(), true).is_boundary(text.as_str(), 0).unwrap_or(true)
    };
    let start = if whole(span.start) { span.start } else { previous_grapheme(text, span.start) };
    if span.is_empty() {
        return Span { start, end: start };
    }
    let end = if whole(span.end) { span.end } else { next_grapheme(text, span.end) };
    Span { start, end }
}

/// The word that `pos` is in or at the edge of (the one after it first); `None` between spaces and punctuation.
pub fn word_at(text: &Text, pos: Pos) -> Option<Span> {
    unit_at(text, pos, words_near)
}

/// The sentence that `pos` is in, without the white space around it; `None` in a blank paragraph.
pub fn sentence_at(text: &Text, pos: Pos) -> Option<Span> {
    unit_at(text, pos, sentences)
}

/// `span` without white space at its ends; empty, at its start, if there is nothing else in it.
pub fn trim_whitespace(text: &Text, span: Span) -> Span {
    let span = text.clamp(span);
    let words = text.slice(span);
    let before = words.chars().take_while(|c| c.is_whitespace()).count() as u32;
    if before == span.len() {
        return Span { start: span.start, end: span.start };
    }
    let after = words.chars().rev().take_while(|c| c.is_whitespace()).count() as u32;
    Span::new(span.start.0 + before, span.end.0 - after)
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Forwards,
    Backwards,
}

/// A half-open range of bytes of the whole text.
type Bytes = (usize, usize);

fn byte_of(text: &Text, pos: Pos) -> usize {
    text.index().byte_clamped(text.as_str(), pos)
}

fn pos_of(text: &Text, byte: usize) -> Pos {
    text.pos_of_byte(BytePos(byte as u32)).unwrap_or(text.end())
}

fn byte_span(text: &Text, span: Span) -> Bytes {
    let trimmed = trim_whitespace(text, span);
    (byte_of(text, trimmed.start), byte_of(text, trimmed.end))
}

fn unit_at(text: &Text, pos: Pos, units: impl Fn(&Text, usize, Option<usize>) -> Vec<Bytes>) -> Option<Span> {
    let at = byte_of(text, pos);
    let near = units(text, text.paragraph_at(pos), Some(at));
    let found = near.iter().find(|u| u.0 <= at && at < u.1).or_else(|| near.iter().find(|u| u.1 == at))?;
    Some(Span { start: pos_of(text, found.0), end: pos_of(text, found.1) })
}

/// Goes to the nearest end or start of a unit, through as many paragraphs as it takes.
fn step(text: &Text, pos: Pos, way: Way, units: impl Fn(&Text, usize, Option<usize>) -> Vec<Bytes>) -> Pos {
    let at = byte_of(text, pos);
    let mut paragraph = text.paragraph_at(pos);
    let mut near = Some(at);
    loop {
        if !text.is_blank(paragraph) {
            let found = units(text, paragraph, near);
            let to = match way {
                Way::Forwards => found.iter().filter(|u| u.0 < u.1).map(|u| u.1).find(|&end| end > at),
                Way::Backwards => found.iter().rev().filter(|u| u.0 < u.1).map(|u| u.0).find(|&start| start < at),
            };
            if let Some(byte) = to {
                return pos_of(text, byte);
            }
            // Nothing near the cursor: all of the paragraph, before the next one is tried.
            if near.take().is_some() && found.len() < units(text, paragraph, None).len() {
                continue;
            }
        }
        near = None;
        paragraph = match way {
            Way::Forwards if paragraph + 1 < text.paragraphs().len() => paragraph + 1,
            Way::Forwards => return text.end(),
            Way::Backwards if paragraph > 0 => paragraph - 1,
            Way::Backwards => return Pos(0),
        };
    }
}

/// Around a cursor in a long paragraph, this many bytes are looked at for words.
const WINDOW: usize = 512;

/// The words of a paragraph; of a long one those near byte `near` only.
fn words_near(text: &Text, paragraph: usize, near: Option<usize>) -> Vec<Bytes> {
    let span = text.paragraphs()[paragraph];
    let (start, words) = (byte_of(text, span.start), text.slice(span));
    let (from, to) = match near {
        Some(at) => window(words, at.clamp(start, start + words.len()) - start),
        None => (0, words.len()),
    };
    words[from..to].unicode_word_indices().map(|(i, word)| (start + from + i, start + from + i + word.len())).collect()
}

/// A part of `words` around `at` whose ends are word boundaries: before a letter that follows a space.
fn window(words: &str, at: usize) -> Bytes {
    let floor = |mut i: usize| {
        while !words.is_char_boundary(i) {
            i -= 1;
        }
        i
    };
    let safe = |&(i, _): &(usize, char)| {
        words[i..].chars().next().is_some_and(char::is_alphabetic) && words[..i].ends_with(' ')
    };
    let from = floor(at.saturating_sub(WINDOW));
    let from = words[from..at].char_indices().map(|(i, c)| (from + i, c)).find(safe).map_or(0, |(i, _)| i);
    let to = floor((at + WINDOW).min(words.len()));
    let to = words[at..to]
        .char_indices()
        .rev()
        .map(|(i, c)| (at + i, c))
        .find(|c| c.0 > at && safe(c))
        .map_or(words.len(), |(i, _)| i);
    (from, to)
}

/// The sentences of a paragraph without the white space around them.
fn sentences(text: &Text, paragraph: usize, _near: Option<usize>) -> Vec<Bytes> {
    let span = text.paragraphs()[paragraph];
    let start = byte_of(text, span.start);
    text.slice(span)
        .split_sentence_bound_indices()
        .filter_map(|(i, sentence)| {
            let trimmed = sentence.trim();
            let lead = sentence.len() - sentence.trim_start().len();
            (!trimmed.is_empty()).then(|| (start + i + lead, start + i + lead + trimmed.len()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::samples::any_text;
    use proptest::prelude::*;

    /// Where a cursor stops, from the start to the end and back.
    fn stops(text: &str, unit: Unit) -> (Vec<u32>, Vec<u32>) {
        let text = Text::new(text);
        let (mut there, mut back) = (vec![0], vec![text.len()]);
        while there[there.len() - 1] < text.len() {
            there.push(next_boundary(&text, Pos(there[there.len() - 1]), unit).0);
        }
        while back[back.len() - 1] > 0 {
            back.push(previous_boundary(&text, Pos(back[back.len() - 1]), unit).0);
        }
        (there, back)
    }

    #[test]
    fn graphemes_are_never_torn() {
        // e with an accent, a doctor of five code points, a flag of two, an Arabic letter with its vowel sign.
        let text = "e\u{301}👩🏽‍⚕️🇸🇾كِ\n";
        assert_eq!(stops(text, Unit::Grapheme), (vec![0, 2, 7, 9, 11, 12], vec![12, 11, 9, 7, 2, 0]));
        let text = Text::new(text);
        assert_eq!(grapheme_snap(&text, Span::new(1, 4)), Span::new(0, 7));
        assert_eq!(grapheme_snap(&text, Span::new(2, 7)), Span::new(2, 7));
        assert_eq!(grapheme_snap(&text, Span::new(5, 5)), Span::new(2, 2));
        assert_eq!(grapheme_snap(&text, Span::new(10, 99)), Span::new(9, 12));
    }

    #[test]
    fn words_in_both_scripts() {
        assert_eq!(stops("I don't. Yes", Unit::Word), (vec![0, 1, 7, 12], vec![12, 9, 2, 0]));
        assert_eq!(stops("قالت: كُنّا هنا", Unit::Word), (vec![0, 4, 11, 15], vec![15, 12, 6, 0]));
        assert_eq!(stops("a\n\n \nb ", Unit::Word), (vec![0, 1, 6, 7], vec![7, 5, 0]));
        let text = Text::new("say (yes) now");
        assert_eq!(word_at(&text, Pos(6)), Some(Span::new(5, 8)));
        assert_eq!(word_at(&text, Pos(8)), Some(Span::new(5, 8)));
        assert_eq!(word_at(&text, Pos(9)), None);
        assert_eq!(word_at(&text, Pos(13)), Some(Span::new(10, 13)));
        assert_eq!(word_at(&Text::new(""), Pos(0)), None);
    }

    #[test]
    fn words_in_a_long_paragraph() {
        let text = Text::new("word ".repeat(2000));
        let mut at = Pos(0);
        for i in 0..2000 {
            at = next_boundary(&text, at, Unit::Word);
            assert_eq!(at, Pos(i * 5 + 4));
        }
        for i in (0..2000).rev() {
            at = previous_boundary(&text, at, Unit::Word);
            assert_eq!(at, Pos(i * 5));
        }
        let gap = Text::new(format!("a{}b", " ".repeat(3000)));
        assert_eq!(next_boundary(&gap, Pos(1), Unit::Word), Pos(3002));
        assert_eq!(previous_boundary(&gap, Pos(3001), Unit::Word), Pos(0));
    }

    #[test]
    fn sentences_and_paragraphs() {
        let text = "We left. Was it safe?  No.\n\nهل خفت؟ نعم.";
        assert_eq!(stops(text, Unit::Sentence), (vec![0, 8, 21, 26, 35, 40], vec![40, 36, 28, 23, 9, 0]));
        assert_eq!(stops(text, Unit::Paragraph), (vec![0, 26, 40], vec![40, 28, 0]));
        assert_eq!(sentence_at(&Text::new(text), Pos(10)), Some(Span::new(9, 21)));
        assert_eq!(sentence_at(&Text::new(text), Pos(27)), None);
    }

    #[test]
    fn trimming() {
        let text = Text::new(" \u{a0}a b\n ");
        assert_eq!(trim_whitespace(&text, text.span()), Span::new(2, 5));
        assert_eq!(trim_whitespace(&text, Span::new(0, 2)), Span::new(0, 0));
    }

    proptest! {
        #[test]
        fn every_step_moves_on_and_ends(raw in any_text(), at in any::<u32>()) {
            let text = Text::new(raw);
            let pos = Pos(at % (text.len() + 1));
            for unit in [Unit::Grapheme, Unit::Word, Unit::Sentence, Unit::Paragraph] {
                let next = next_boundary(&text, pos, unit);
                prop_assert!(next > pos || (next == pos && pos == text.end()));
                let previous = previous_boundary(&text, pos, unit);
                prop_assert!(previous < pos || (previous == pos && pos == Pos(0)));
            }
        }

        #[test]
        fn a_snapped_span_holds_the_span_and_whole_graphemes(raw in any_text(), a in any::<u32>(), b in any::<u32>()) {
            let text = Text::new(raw);
            let span = Span::new(a % (text.len() + 1), b % (text.len() + 1));
            let snapped = grapheme_snap(&text, span);
            prop_assert!(snapped.is_empty() || snapped.contains_span(span));
            prop_assert_eq!(grapheme_snap(&text, snapped), snapped);
            if !span.is_empty() {
                let starts: Vec<usize> = text.as_str().grapheme_indices(true).map(|(i, _)| i).chain([text.as_str().len()]).collect();
                prop_assert!(starts.contains(&byte_of(&text, snapped.start)) && starts.contains(&byte_of(&text, snapped.end)));
            }
        }

        #[test]
        fn the_window_finds_the_same_words(raw in any_text(), at in any::<u32>()) {
            let text = Text::new(super::super::canonical(&raw).into_owned());
            let pos = Pos(at % (text.len() + 1));
            let at = byte_of(&text, pos);
            let all = words_near(&text, text.paragraph_at(pos), None);
            let slow = all.iter().find(|u| u.0 <= at && at < u.1).or_else(|| all.iter().find(|u| u.1 == at));
            prop_assert_eq!(word_at(&text, pos).map(|s| byte_of(&text, s.start)), slow.map(|u| u.0));
        }
    }
}
