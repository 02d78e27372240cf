//! From time stamps to the words that they are of.

use emic_core::project::TimeMark;
use emic_core::text::Text;

use super::find::{Candidate, Line, stamps};
use super::position;

/// When what was said, by the stamps in labels and those amid the words. `spans` are the labels' bytes, up to the words.
///
/// Stamps that do not go forward are no times of the recording, and then none is taken; single ones that stray are left
/// out.
pub fn marks(text: &Text, lines: &[Line<'_>], labels: &[&Candidate<'_>], spans: &[(usize, usize)]) -> Vec<TimeMark> {
    let alone = stamps(lines);
    // A bare time at the start of a line may be the time of day that is spoken of, unless it is a habit.
    let habit = alone.iter().filter(|stamp| stamp.bare).count() >= 3;
    let mut found: Vec<(usize, u32)> = Vec::new();
    let mut next = 0;
    for stamp in alone {
        while spans.get(next).is_some_and(|span| span.1 <= stamp.start) {
            put(&mut found, labels, spans, next);
            next += 1;
        }
        let labelled = spans.get(next).is_some_and(|span| span.0 <= stamp.start);
        if !labelled && (habit || !stamp.bare) {
            found.push((stamp.end, stamp.ms));
        }
    }
    for at in next..spans.len() {
        put(&mut found, labels, spans, at);
    }
    let of_labels = labels.iter().any(|label| label.time.is_some());
    // One time alone, amid words, may be a verse of the Bible.
    if found.len() < 2 && !of_labels {
        return Vec::new();
    }
    let Some(found) = forward(found) else { return Vec::new() };
    let mut marks: Vec<TimeMark> = Vec::with_capacity(found.len());
    let mut label = 0;
    for (byte, ms) in found {
        let words = &text.as_str()[byte..];
        let mut byte = byte + (words.len() - words.trim_start().len());
        while spans.get(label).is_some_and(|span| span.1 <= byte && span.0 != byte) {
            label += 1;
        }
        // The words begin after a label.
        if let Some(span) = spans.get(label).filter(|span| span.0 <= byte) {
            byte = span.1.max(byte);
        }
        if text.as_str()[byte..].trim_start().is_empty() {
            continue;
        }
        let Some(at) = position(text, byte) else { continue };
        match marks.last_mut() {
            Some(last) if last.at >= at => last.ms = ms,
            _ => marks.push(TimeMark { at, ms }),
        }
    }
    marks
}

fn put(found: &mut Vec<(usize, u32)>, labels: &[&Candidate<'_>], spans: &[(usize, usize)], at: usize) {
    if let (Some(ms), Some(span)) = (labels.get(at).and_then(|label| label.time), spans.get(at)) {
        found.push((span.1, ms));
    }
}

/// The times without those that stray; `None` if more than one in ten does.
fn forward(found: Vec<(usize, u32)>) -> Option<Vec<(usize, u32)>> {
    let mut kept: Vec<(usize, u32)> = Vec::with_capacity(found.len());
    let mut strays = 0;
    for (index, &(at, ms)) in found.iter().enumerate() {
        let last = kept.last().map_or(0, |kept| kept.1);
        let next = found.get(index + 1).map_or(u32::MAX, |next| next.1);
        // One that is later than the next is the stray of the two if the next goes on from the last.
        if ms < last || (ms > next && next >= last) {
            strays += 1;
        } else {
            kept.push((at, ms));
        }
    }
    (strays * 10 <= found.len()).then_some(kept)
}
