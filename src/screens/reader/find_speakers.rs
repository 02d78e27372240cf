//! Finding who speaks in a document that is here already: by the same detection that looks into texts that are brought
//! in, in its worker.

use std::collections::BTreeMap;

use emic_core::edit::Edit;
use emic_core::ids::SpeakerId;
use emic_core::project::{Document, Speaker, Structure, Turn};
use emic_core::text::{Span, Text};
use emic_formats::source::{Beside, Format, Plan, Voice};
use emic_formats::turns::{Detection, Pattern};
use wasm_bindgen_futures::spawn_local;

use crate::i18n::tr;
use crate::platform;
use crate::screens::act::act_with_undo;
use crate::screens::import::read_failure;
use crate::store::Store;
use crate::widgets::{announce, toast};
use crate::worker::{Readers, Stop};

/// Looks for speakers in the text of a document, and takes over what is found as one step. `patterns` are labels that
/// people showed.
pub fn find_speakers(store: &Store, document: &Document, text: &Text, patterns: Vec<Pattern>) {
    let (store, document, text) = (store.clone(), document.clone(), text.clone());
    announce(&tr!("speakers-looking"));
    spawn_local(async move {
        let beside = beside(&document.structure);
        let plan = Plan { patterns, ..Plan::default() };
        match Readers::default().prepare(text.as_str(), &beside, &plan, &Stop::default()).await {
            Err(why) => toast(read_failure(&why), None),
            Ok(prepared) if prepared.detection.turns.is_empty() => toast(tr!("speakers-none-found"), None),
            Ok(prepared) => {
                // It may have been changed meanwhile.
                let now = store.snapshot().and_then(|now| now.project.documents.get(&document.id).cloned());
                let Some(now) = now.filter(|now| now.text == document.text) else { return };
                let new = || SpeakerId::from_random(platform::random());
                let edit = edit_of(&now, &prepared.detection, new);
                let n = prepared.detection.speakers.len();
                act_with_undo(&store, vec![edit], tr!("speakers-found", n = n));
            }
        }
    });
}

/// What the detection is told of a document. Where the text itself names nobody, the turns that it has are what its
/// format said.
fn beside(structure: &Structure) -> Beside {
    let unnamed = structure.turns.iter().all(|turn| turn.label.is_empty());
    let named = |turn: &emic_core::project::Turn| structure.speaker(turn.speaker).map(|speaker| speaker.name.clone());
    let voices = structure.turns.iter().filter(|_| unnamed);
    let voices = voices.filter_map(|turn| Some(Voice { span: turn.span, name: named(turn)? })).collect();
    let structure = Structure { turns: Vec::new(), speakers: Vec::new(), parts: Vec::new(), ..structure.clone() };
    Beside { format: Format::Text, structure, voices }
}

/// What was found, in place of what there is. Whoever has the turns under these labels already stays who they are, also
/// under another name, and so does whoever is known by that name; `new` gives others an id.
fn edit_of(document: &Document, found: &Detection, new: impl FnMut() -> SpeakerId) -> Edit {
    let before = &document.structure;
    let by_name: BTreeMap<&str, _> = before.speakers.iter().map(|speaker| (speaker.name.as_str(), speaker)).collect();
    let labelled = before.turns.iter().filter(|turn| !turn.label.is_empty());
    let by_label: BTreeMap<Span, SpeakerId> = labelled.map(|turn| (turn.label, turn.speaker)).collect();
    let (found_speakers, mut turns) = found.structure_of(new);
    let mut speakers: Vec<Speaker> = Vec::new();
    for speaker in found_speakers {
        let own = |turn: &&mut Turn| turn.speaker == speaker.id;
        let mut times: BTreeMap<SpeakerId, usize> = BTreeMap::new();
        for who in turns.iter_mut().filter(own).filter_map(|turn| by_label.get(&turn.label)) {
            *times.entry(*who).or_default() += 1;
        }
        let most = times.into_iter().max_by_key(|(_, times)| *times).and_then(|(who, _)| before.speaker(who));
        let speaker_before = most.or_else(|| by_name.get(speaker.name.as_str()).copied());
        if let Some(old) = speaker_before {
            turns.iter_mut().filter(own).for_each(|turn| turn.speaker = old.id);
        }
        let stays = speaker_before.cloned().unwrap_or(speaker);
        if !speakers.iter().any(|other| other.id == stays.id) {
            speakers.push(stays);
        }
    }
    Edit::SetTurns { document: document.id, speakers, turns, times: found.times.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::project::Role;
    use emic_core::text::Pos;
    use emic_formats::turns::{Found, FoundTurn};
    use std::rc::Rc;

    fn found(name: &str) -> Found {
        Found { name: name.into(), role: Role::Participant, turns: 1 }
    }

    fn turn(speaker: usize, start: u32, end: u32) -> FoundTurn {
        FoundTurn { span: Span::new(start, end), label: Span::new(start, start + 2), speaker }
    }

    /// Who speaks after the detection, and whose turns there are.
    fn again(structure: Structure, detection: &Detection) -> (Vec<Speaker>, Vec<SpeakerId>) {
        let mut document = crate::screens::documents::samples::a_document(1, "P01", 40);
        document.structure = Rc::new(structure);
        let mut ids = 10..;
        let new = || SpeakerId::from_number(ids.next().unwrap());
        let Edit::SetTurns { speakers, turns, .. } = edit_of(&document, detection, new) else { panic!("another") };
        (speakers, turns.iter().map(|turn| turn.speaker).collect())
    }

    #[test]
    fn who_was_known_stays_who_they_are() {
        let ana = Speaker::new(SpeakerId::from_number(1), "Ana", Role::Interviewer);
        let detection = Detection {
            speakers: vec![found("Ben"), found("Ana")],
            turns: vec![turn(0, 0, 5), turn(1, 5, 9)],
            ..Detection::default()
        };
        let (speakers, of) = again(Structure { speakers: vec![ana.clone()], ..Structure::default() }, &detection);
        assert_eq!(speakers[1], ana);
        assert_eq!(of, [speakers[0].id, ana.id]);
    }

    #[test]
    fn who_was_merged_or_has_another_name_stays_so() {
        let mary = Speaker::new(SpeakerId::from_number(1), "P07", Role::Participant);
        let turns = [(0, 5), (5, 9)].map(|(start, end)| Turn::new(Span::new(start, end), Pos(start + 2), mary.id));
        let structure = Structure { speakers: vec![mary.clone()], turns: turns.to_vec(), ..Structure::default() };
        let detection = Detection {
            speakers: vec![found("Mary"), found("Marry"), found("Tom")],
            turns: vec![turn(0, 0, 5), turn(1, 5, 9), turn(2, 9, 12)],
            ..Detection::default()
        };
        let (speakers, of) = again(structure, &detection);
        assert_eq!((speakers.len(), &speakers[0]), (2, &mary));
        assert_eq!((of[0], of[1], of[2]), (mary.id, mary.id, speakers[1].id));
    }
}
