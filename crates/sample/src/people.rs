//! Who takes part, what is known of them, and what they were asked.

use std::rc::Rc;

use emic_core::edit::{AttributeField, Edit};
use emic_core::ids::{AttributeId, CaseId, QuestionId, SpeakerId};
use emic_core::project::{Asked, Asks, Role, Structure};
use emic_core::text::Text;
use emic_formats::turns::detect;

use crate::study::{Document, Study};
use crate::{Fault, ids};

/// Who speaks when in a text, as the app finds it.
pub fn spoken(document: &Document, text: &Text, structure: Structure) -> Rc<Structure> {
    let found = detect(text, &structure, &[], &[]);
    let mut number = 0;
    let (speakers, turns) = found.structure_of(|| {
        number += 1;
        SpeakerId::from_random(ids::bytes("speaker", &format!("{} {number}", document.file)))
    });
    Rc::new(Structure { speakers, turns, times: found.times, ..structure })
}

/// The guide and the attributes, which were there before the first interview.
pub fn prepared(study: &Study) -> Vec<Edit> {
    let guide = study.guide.iter().map(|question| Edit::AddQuestion {
        id: question_id(&question.key),
        words: question.words.clone(),
        before: None,
    });
    let attributes = study.attributes.iter().flat_map(|attribute| {
        let id = attribute_id(&attribute.name);
        let made = Edit::AddAttribute { id, name: attribute.name.clone(), kind: attribute.kind.clone() };
        let choices = AttributeField::Choices(attribute.choices.clone());
        let choices = (!attribute.choices.is_empty()).then_some(Edit::SetAttribute { id, field: choices });
        std::iter::once(made).chain(choices)
    });
    guide.chain(attributes).collect()
}

/// The case of a document: made, told of, and given its document and its speaker.
pub fn case(study: &Study, document: &Document, structure: &Structure) -> Result<Vec<Edit>, Fault> {
    let Some(name) = &document.case else { return Ok(Vec::new()) };
    let unknown = |what, name: &str| Fault::Unknown { what, name: name.to_owned(), at: document.file.clone() };
    let case = study.cases.iter().find(|case| case.name == *name).ok_or_else(|| unknown("case", name))?;
    let id = case_id(name);
    let mut edits = vec![Edit::AddCase { id, name: name.clone() }];
    for (attribute, value) in &case.values {
        if !study.attributes.iter().any(|known| known.name == *attribute) {
            return Err(unknown("attribute", attribute));
        }
        edits.push(Edit::SetCaseValue { id, attribute: attribute_id(attribute), value: value.clone() });
    }
    if let Some(referrer) = &case.referred_by {
        edits.push(Edit::SetReferrer { id, referrer: Some(case_id(referrer)) });
    }
    let at = document.id();
    edits.push(Edit::SetDocumentCase { id: at, case: Some(id) });
    let answers = structure.speakers.iter().filter(|speaker| speaker.role == Role::Participant);
    edits.extend(answers.map(|speaker| Edit::SetSpeakerCase { document: at, id: speaker.id, case: Some(id) }));
    Ok(edits)
}

/// Which turns of a document ask which question of the guide.
pub fn asked(study: &Study, document: &Document, text: &Text, structure: &Structure) -> Result<Vec<Edit>, Fault> {
    let mut asked = Vec::new();
    for (key, words) in &document.asked {
        let unknown = || Fault::Unknown { what: "question", name: key.clone(), at: document.file.clone() };
        let lost = || Fault::NotInText { document: document.file.clone(), words: words.clone() };
        study.guide.iter().find(|question| question.key == *key).ok_or_else(unknown)?;
        let asks = |id| structure.speakers.iter().any(|who| who.id == id && who.role == Role::Interviewer);
        let mut turns = structure.turns.iter().filter(|turn| asks(turn.speaker));
        let turn = turns.find(|turn| text.slice(turn.span).contains(words.as_str())).ok_or_else(lost)?;
        let what = Asked::Guide(question_id(key));
        asked.push((turn.span.start, Some(Asks { what, confirmed: true })));
    }
    asked.sort_by_key(|(at, _)| *at);
    let edit = (!asked.is_empty()).then(|| Edit::SetAsked { document: document.id(), asked });
    Ok(edit.into_iter().collect())
}

fn question_id(key: &str) -> QuestionId {
    QuestionId::from_random(ids::bytes("question", key))
}

fn attribute_id(name: &str) -> AttributeId {
    AttributeId::from_random(ids::bytes("attribute", name))
}

/// Which case it is in the project.
pub fn case_id(name: &str) -> CaseId {
    CaseId::from_random(ids::bytes("case", name))
}
