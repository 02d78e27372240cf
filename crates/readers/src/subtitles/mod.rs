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
    cues.sort_by_key(|cue| cue.start);
    let mut said = Vec::with_capacity(cues.len());
    for (number, cue) in cues.iter().enumerate() {
        if number % 4096 == 0 {
            (task.progress)(0.2 + 0.5 * number as f32 / cues.len() as f32);
        }
        said.push(markup::said(cue, format));
    }
    voices::from_words(&mut said);
    (task.progress)(0.8);
    let mut extract = paragraphs::join(said, format);
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
