//! The codebook: its codes one below the other, what it says of them, and how it stood earlier.

use emic_core::edit::{BookChange, CodeField, Edit};
use emic_core::ids::{CodeId, LevelId, VersionId};
use emic_core::project::{Example, Extra, Level, Origin, Status};
use emic_core::time::Timestamp;

use crate::plan::At;
use crate::quotations::Quotations;
use crate::study::{Code, Study, Version};
use crate::{Fault, ids};

/// What the levels are called, before there is a code of any.
pub fn levels(study: &Study) -> Edit {
    let level = |name: &String| Level { id: level_id(name), name: name.clone(), extra: Extra::new() };
    Edit::ChangeBook(BookChange::SetLevels { levels: study.levels.iter().rev().map(level).collect() })
}

/// A code and those below it, one after the other.
pub fn codes(study: &Study, code: &Code, after: Timestamp) -> Vec<(String, At)> {
    let mut steps = Vec::new();
    below(study, code, None, 0, after, &mut steps);
    steps
}

/// Makes them; gives when the last one was made.
fn below(
    study: &Study,
    code: &Code,
    parent: Option<CodeId>,
    depth: usize,
    after: Timestamp,
    steps: &mut Vec<(String, At)>,
) -> Timestamp {
    let id = code_id(&code.name);
    let at = code.made.map_or(Timestamp(after.0 + ids::pause(&code.name)), |made| made.0);
    let definition = code.at_first.as_ref().map_or(&code.definition, |first| &first.definition).clone();
    let mut edits = vec![
        Edit::AddCode { id, name: code.name.clone(), parent, before: None, colour: code.colour },
        Edit::DefineCode { id, definition },
    ];
    let mut set = |field| edits.push(Edit::SetCodeField { id, field, why: String::new() });
    set(CodeField::Level(study.levels.get(depth).or(study.levels.last()).map(|name| level_id(name))));
    set(CodeField::Origin(Some(code.origin.clone().unwrap_or(Origin::Data))));
    set(CodeField::Status(Some(code.status.clone().unwrap_or(Status::InUse))));
    if code.key.is_some() {
        set(CodeField::Key(code.key));
    }
    for (text, words) in &code.texts {
        set(CodeField::Text(*text, words.clone()));
    }
    steps.push((code.name.clone(), At { coder: 0, at, edits }));
    if let Some(first) = &code.at_first {
        let field = CodeField::Text(emic_core::project::CodeText::Definition, code.definition.clone());
        let edits = vec![Edit::SetCodeField { id, field, why: first.why.clone() }];
        steps.push((format!("{} worded anew", code.name), At { coder: 0, at: first.until.0, edits }));
    }
    let mut last = at;
    for under in &code.codes {
        let made = below(study, under, Some(id), depth + 1, last, steps);
        // One that was made on another day does not hold up the others.
        if under.made.is_none() {
            last = made;
        }
    }
    last
}

/// The examples of a code and of those below it.
pub fn examples(code: &Code, quotations: &Quotations, edits: &mut Vec<Edit>) -> Result<(), Fault> {
    let mut examples = Vec::new();
    for example in &code.examples {
        let at = quotations.named(&example.quotation, &code.name)?;
        examples.push(Example { document: at.document, quotation: at.quotation, borderline: example.borderline });
    }
    if !examples.is_empty() {
        let field = CodeField::Examples(examples);
        edits.push(Edit::SetCodeField { id: code_id(&code.name), field, why: String::new() });
    }
    code.codes.iter().try_for_each(|below| self::examples(below, quotations, edits))
}

/// A version of the codebook that is kept.
pub fn version(version: &Version) -> Edit {
    let id = VersionId::from_random(ids::bytes("version", &version.name));
    Edit::ChangeBook(BookChange::KeepVersion { id, name: version.name.clone(), note: version.note.clone() })
}

/// Which code it is in the project.
pub fn code_id(name: &str) -> CodeId {
    CodeId::from_random(ids::bytes("code", name))
}

fn level_id(name: &str) -> LevelId {
    LevelId::from_random(ids::bytes("level", name))
}
