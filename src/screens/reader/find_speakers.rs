//! Finding who speaks in a document that is here already: by the same detection that looks into texts that are brought
//! in, in its worker.

use std::collections::BTreeMap;

use emic_core::edit::Edit;
use emic_core::ids::SpeakerId;
use emic_core::project::{Document, Structure};
use emic_core::scope::speaker_key;
use emic_core::text::Text;
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

/// What was found, in place of what there is. Whoever was known by that name already stays who they are; `new` gives
/// others an id.
fn edit_of(document: &Document, found: &Detection, new: impl FnMut() -> SpeakerId) -> Edit {
    let known: BTreeMap<String, _> =
        document.structure.speakers.iter().map(|speaker| (speaker_key(&speaker.name), speaker)).collect();
    let (mut speakers, mut turns) = found.structure_of(new);
    for speaker in &mut speakers {
        let Some(old) = known.get(&speaker_key(&speaker.name)).filter(|old| speaker.name == old.name) else { continue };
        let new = std::mem::replace(speaker, (*old).clone()).id;
        turns.iter_mut().filter(|turn| turn.speaker == new).for_each(|turn| turn.speaker = old.id);
    }
    Edit::SetTurns { document: document.id, speakers, turns, times: found.times.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emic_core::project::{Role, Speaker};
    use emic_core::text::{Pos, Span};
    use emic_formats::turns::{Found, FoundTurn};
    use std::rc::Rc;

    #[test]
    fn who_was_known_stays_who_they_are() {
        let mut document = crate::screens::documents::samples::a_document(1, "P01", 40);
        let ana = Speaker {
            id: SpeakerId::from_number(1),
            name: "Ana".into(),
            role: Role::Interviewer,
            case: None,
            extra: Default::default(),
        };
        document.structure = Rc::new(Structure { speakers: vec![ana.clone()], ..Structure::default() });
        let found = |name: &str| Found { name: name.into(), role: Role::Participant, turns: 1 };
        let turn = |speaker, start, end| FoundTurn {
            span: Span::new(start, end),
            label: Span { start: Pos(start), end: Pos(start) },
            speaker,
        };
        let detection = Detection {
            speakers: vec![found("Ben"), found("Ana")],
            turns: vec![turn(0, 0, 5), turn(1, 5, 9)],
            ..Detection::default()
        };
        let mut ids = 10..;
        let new = || SpeakerId::from_number(ids.next().unwrap());
        let Edit::SetTurns { speakers, turns, .. } = edit_of(&document, &detection, new) else { panic!("another") };
        assert_eq!(speakers[1], ana);
        assert_eq!((turns[0].speaker, turns[1].speaker), (speakers[0].id, ana.id));
    }
}
