//! Who speaks in files that have no tags for it: `Anna: words` at the start of cues, as Zoom writes.

use std::collections::HashMap;

use emic_formats::turns::leading_name;

use super::markup::Said;

/// Takes names at the start of cues for voices, if at least half of the cues begin with one. (Programs that write names do
/// it in every cue, apart from those of one sentence that they break. Where people wrote them now and then, they stay
/// words.) A cue without a name goes on with the last one's voice.
pub fn from_words(cues: &mut [Vec<Said>]) {
    if cues.iter().flatten().any(|said| said.voice.is_some()) {
        return;
    }
    let words = |said: &Said| said.letters.iter().map(|letter| letter.sign).take(120).collect::<String>();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut labelled = 0;
    for cue in cues.iter() {
        let names: Vec<String> = cue.iter().filter_map(|said| Some(leading_name(&words(said))?.0.to_owned())).collect();
        labelled += usize::from(!names.is_empty());
        names.into_iter().for_each(|name| *counts.entry(name).or_default() += 1);
    }
    let spoken = cues.iter().filter(|cue| !cue.is_empty()).count();
    let recurring: usize = counts.values().filter(|&&count| count > 1).sum();
    if labelled < 2 || labelled * 2 < spoken || recurring * 2 < labelled {
        return;
    }
    let mut last: Option<String> = None;
    for said in cues.iter_mut().flatten() {
        let line = words(said);
        if let Some((name, length)) = leading_name(&line) {
            let letters = line[..length].chars().count();
            last = Some(name.to_owned());
            said.letters.drain(..letters.min(said.letters.len()));
        }
        said.voice.clone_from(&last);
    }
    for cue in cues.iter_mut() {
        cue.retain(|said| !said.letters.is_empty());
    }
}
