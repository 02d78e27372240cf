//! Subtitles: WebVTT and SubRip.
//!
//! Both are read by one lenient reader: programs mix them up, leave out numbers, blank lines, hours or the last line end.

mod cues;
mod markup;
mod paragraphs;
mod voices;

#[cfg(test)]
mod tests;

use emic_formats::source::{Aspect, Damage, Extract, Format, LeftOut, Refusal};

use crate::read::Task;
use crate::text::decode;

/// How far the clock goes back at least where another recording begins, in milliseconds: cues of people who speak at once
/// are out of order by less.
const BACK: u32 = 60_000;
/// How far at least if it goes back to where the recording began, or before that.
const BACK_TO_START: u32 = 5_000;

/// The cues of each recording: those of several may have been put into one file, each with a clock of its own.
fn recordings_in<'c, 't>(cues: &'c mut [cues::Cue<'t>]) -> Vec<&'c mut [cues::Cue<'t>]> {
    let mut lengths = Vec::new();
    let (mut length, mut first, mut latest) = (0usize, 0u32, 0u32);
    for cue in cues.iter() {
        let back = latest.saturating_sub(cue.start);
        if back > BACK || (back > BACK_TO_START && cue.start <= first) {
            lengths.push(std::mem::take(&mut length));
            latest = 0;
        }
        if length == 0 {
            first = cue.start;
        }
        latest = latest.max(cue.start);
        length += 1;
    }
    let mut rest = cues;
    let mut recordings = Vec::with_capacity(lengths.len() + 1);
    for length in lengths {
        let (recording, others) = rest.split_at_mut(length);
        recordings.push(recording);
        rest = others;
    }
    recordings.push(rest);
    recordings
}

/// Reads subtitles. Cues become paragraphs; every cue's first word has its time.
///
/// # Errors
/// [`Refusal`]: there is no time in it, or nothing is said.
pub fn read(task: &Task<'_>, format: Format) -> Result<Extract, Refusal> {
    let decoded = decode(task.bytes, task.wishes.encoding)?;
    (task.progress)(0.2);
    let file = cues::split(&decoded.text, format);
    if file.cues.is_empty() {
        let blank = decoded.text.trim().is_empty() || file.header;
        return Err(if blank { Refusal::Empty } else { Refusal::Damaged(Damage::Missing("-->".into())) });
    }
    let mut cues = file.cues;
    let mut recordings = Vec::new();
    for recording in recordings_in(&mut cues) {
        recording.sort_by_key(|cue| cue.start);
        recordings.push(recording.len());
    }
    let mut said = Vec::with_capacity(cues.len());
    for (number, cue) in cues.iter().enumerate() {
        if number % 4096 == 0 {
            (task.progress)(0.2 + 0.5 * number as f32 / cues.len() as f32);
        }
        said.push(markup::said(cue));
    }
    voices::from_words(&mut said);
    (task.progress)(0.8);
    let mut extract = paragraphs::join(said, &recordings, format);
    if extract.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    extract.title = file.title;
    extract.encoding = Some(decoded.encoding);
    extract.issues = decoded.issues;
    extract.aspects.push(Aspect::Encoding);
    for (what, count) in [(LeftOut::Script, file.styles), (LeftOut::Comment, file.notes)] {
        if count > 0 {
            extract.left_out.push((what, count));
        }
    }
    Ok(extract)
}
