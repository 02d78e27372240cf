//! Ranges of a document that belong to cases of their own.

use crate::ids::CaseId;
use crate::project::{BlockKind, Part, Structure};
use crate::sorting::sort_by_key;
use crate::text::{Pos, Span, Text, trim_whitespace};

/// The parts after a range was given to a case, or to none: it cuts out of the older ones what it covers, and joins with
/// those of the same case that it touches.
pub fn parted(parts: &[Part], span: Span, case: Option<CaseId>) -> Vec<Part> {
    let mut found = Vec::new();
    let mut whole = span;
    for part in parts {
        let same = case == Some(part.case);
        if same && part.span.start <= whole.end && whole.start <= part.span.end {
            whole = Span { start: part.span.start.min(whole.start), end: part.span.end.max(whole.end) };
            continue;
        }
        let before = Span { start: part.span.start, end: part.span.end.min(span.start) };
        let after = Span { start: part.span.start.max(span.end), end: part.span.end };
        for left in [before, after] {
            if left.start < left.end {
                found.push(Part { span: left, ..part.clone() });
            }
        }
    }
    if let Some(case) = case.filter(|_| !whole.is_empty()) {
        found.push(Part { span: whole, case, extra: Default::default() });
    }
    sort_by_key(&mut found, |part| part.span);
    found
}

/// What stands under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading and all until the next one, without white space at its end.
    pub span: Span,
    /// The heading's words.
    pub heading: String,
}

/// The sections of a text: by its headings of the highest level of which it has several; if it has no such headings, by
/// the paragraphs that seem to begin something. Those are short lines alone between blank ones, without a full stop;
/// those that begin with where they were written, as news does ("ALEPPO, Syria — ..."); and in a text without blank
/// lines, short ones before a long one.
pub fn sections(text: &Text, structure: &Structure) -> Vec<Section> {
    let levels = |wanted: u8| {
        let level = move |kind: BlockKind| matches!(kind, BlockKind::Heading(level) if level == wanted);
        let blocks = structure.blocks.iter().filter(move |block| level(block.kind));
        let heading = |span: Span| (span.start, in_one_line(text.slice(span)));
        blocks.map(|block| heading(block.span)).collect::<Vec<_>>()
    };
    let marked = (1..=6).map(levels).find(|headings| headings.len() > 1);
    let headings = marked.unwrap_or_else(|| beginnings(text));
    let mut found = Vec::new();
    for (at, (start, heading)) in headings.iter().enumerate() {
        let end = headings.get(at + 1).map_or(text.end(), |(next, _)| *next);
        let span = trim_whitespace(text, Span::between(*start, end));
        if !span.is_empty() && !heading.is_empty() {
            found.push(Section { span, heading: heading.clone() });
        }
    }
    found
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn beginnings(text: &Text) -> Vec<(Pos, String)> {
    let lines = text.paragraphs();
    let last = (0..lines.len()).rev().find(|at| !text.is_blank(*at)).unwrap_or_default();
    let dense = (0..last).all(|at| !text.is_blank(at));
    let length = |at: usize| text.paragraph(at).split_whitespace().count();
    let mut found = Vec::new();
    for (at, span) in lines.iter().enumerate().take(last) {
        let line = text.paragraph(at);
        if let Some(place) = dateline(line) {
            found.push((span.start, in_one_line(place)));
            continue;
        }
        let next = (at + 1..=last).find(|next| !text.is_blank(*next));
        if next.is_none_or(|next| length(next) < 20) || span.len() > 90 {
            continue;
        }
        let quoted = line.contains(['"', '“', '”', '«', '»', '„']);
        let begins = if dense {
            (2..=10).contains(&length(at)) && !quoted
        } else {
            let ends = line.trim_end().ends_with(['.', ',', ':', ';', '…', '،', '؛', '!']);
            let alone = at.checked_sub(1).is_none_or(|before| text.is_blank(before));
            (1..=14).contains(&length(at)) && alone && !ends && !quoted
        };
        if begins {
            found.push((span.start, in_one_line(line)));
        }
    }
    found
}

/// The place that a paragraph of news begins with, before a dash: "FRANKFURT, Germany".
fn dateline(line: &str) -> Option<&str> {
    let (place, _) = line.split_once(" — ").or_else(|| line.split_once(" – "))?;
    let capitals =
        place.chars().take_while(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-')).filter(|c| c.is_uppercase());
    (capitals.count() >= 3 && place.chars().count() <= 50).then_some(place.trim())
}
