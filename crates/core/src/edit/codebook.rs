//! What the codebook says of codes, its levels and versions, and the rework of codes: merging and splitting.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::codes::{free_variant, rank};
use super::draft::{Draft, tidy_name};
use super::{EditError, EntityKind, memos};
use crate::history::{Action, ActionKind};
use crate::ids::{CodeId, CodingId, DocumentId, LevelId, QuotationId, VersionId};
use crate::project::{
    BookVersion, Code, CodeSheet, CodeText, Coding, Example, Extra, Former, Level, MAX_WEIGHT, Origin, Project,
    Quotation, Status, VersionCode, is_code_key,
};

/// Something that the codebook says of a code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeField {
    /// One of its texts. The wording before is kept.
    Text(CodeText, String),
    /// Why a text was replaced: of the former wording at this place in [`CodeSheet::former`].
    Why(usize, String),
    /// The former wording at this place is forgotten.
    Forget(usize),
    /// Its examples.
    Examples(Vec<Example>),
    /// Where it came from.
    Origin(Option<Origin>),
    /// How far it is.
    Status(Option<Status>),
    /// The key that applies it.
    Key(Option<char>),
    /// Its level.
    Level(Option<LevelId>),
    /// Codes that it is listed under as well.
    AlsoUnder(Vec<CodeId>),
}

impl CodeField {
    /// Its name in files.
    pub fn key(&self) -> &'static str {
        match self {
            CodeField::Text(text, _) => text.key(),
            CodeField::Why(..) | CodeField::Forget(_) => "former",
            CodeField::Examples(_) => "examples",
            CodeField::Origin(_) => "origin",
            CodeField::Status(_) => "status",
            CodeField::Key(_) => "key",
            CodeField::Level(_) => "level",
            CodeField::AlsoUnder(_) => "also_under",
        }
    }
}

/// A change of the codebook as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum BookChange {
    /// Says what the levels are called. A code of a level that is not among them has none.
    SetLevels { levels: Vec<Level> },
    /// Keeps how the codebook stands now, under a name.
    KeepVersion { id: VersionId, name: String, note: String },
    /// Gives a version another name and note.
    RenameVersion { id: VersionId, name: String, note: String },
    /// Forgets a version.
    RemoveVersion { id: VersionId },
}

/// What a reader makes of a quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationField {
    /// What it says, condensed.
    Condensed(String),
    /// What it means.
    Interpretation(String),
}

pub(super) fn set_field(draft: &mut Draft, id: CodeId, field: &CodeField, why: &str) -> Result<Action, EditError> {
    let mut code = (**draft.code(id)?).clone();
    let action = Action::new(ActionKind::CodeFieldSet).with("code", &code.name).with("field", field.key()).about(id);
    match field {
        CodeField::Text(text, words) => reword(draft, &mut code, *text, words, why),
        CodeField::Why(at, why) => {
            let former = Rc::make_mut(&mut code.sheet).former.get_mut(*at);
            Rc::make_mut(former.ok_or(EditError::Missing(EntityKind::Code))?).why = why.trim().to_owned();
        }
        CodeField::Forget(at) => {
            let former = &mut Rc::make_mut(&mut code.sheet).former;
            if *at >= former.len() {
                return Err(EditError::Missing(EntityKind::Code));
            }
            former.remove(*at);
        }
        CodeField::Examples(examples) => {
            let mut seen = BTreeSet::new();
            let mut examples = examples.clone();
            examples.retain(|example| seen.insert((example.document, example.quotation)));
            Rc::make_mut(&mut code.sheet).examples = examples;
        }
        CodeField::Origin(origin) => Rc::make_mut(&mut code.sheet).origin.clone_from(origin),
        CodeField::Status(status) => Rc::make_mut(&mut code.sheet).status.clone_from(status),
        CodeField::Key(key) => {
            if let Some(key) = key {
                let has = |other: &&Rc<Code>| other.id != id && other.sheet.key == Some(*key);
                if !is_code_key(*key) {
                    return Err(EditError::BadKey);
                }
                if let Some(other) = draft.project().codes.values().find(has) {
                    return Err(EditError::KeyTaken { code: other.name.clone() });
                }
            }
            Rc::make_mut(&mut code.sheet).key = *key;
        }
        CodeField::Level(level) => {
            if level.is_some_and(|level| draft.project().meta.book.level(level).is_none()) {
                return Err(EditError::Missing(EntityKind::Level));
            }
            Rc::make_mut(&mut code.sheet).level = *level;
        }
        CodeField::AlsoUnder(codes) => {
            for other in codes {
                draft.code(*other)?;
                if draft.project().code_is_within(*other, id) {
                    return Err(EditError::InsideItself(EntityKind::Code));
                }
            }
            let mut seen = BTreeSet::from_iter(code.parent);
            let mut codes = codes.clone();
            codes.retain(|other| seen.insert(*other));
            Rc::make_mut(&mut code.sheet).also_under = codes;
        }
    }
    draft.note(&mut code.changed, field.key());
    draft.put_code(code);
    Ok(action)
}

/// Gives one of its texts other words; those before are kept, with who replaced them and why.
pub(super) fn reword(draft: &Draft, code: &mut Code, text: CodeText, words: &str, why: &str) {
    let words = words.trim();
    let before = std::mem::replace(code.text_mut(text), words.to_owned());
    if before.is_empty() || before == words {
        return;
    }
    let former =
        Former { text, words: before, replaced: draft.stamp(), why: why.trim().to_owned(), extra: Extra::new() };
    Rc::make_mut(&mut code.sheet).former.push(Rc::new(former));
}

pub(super) fn change(draft: &mut Draft, change: &BookChange) -> Result<Action, EditError> {
    let mut meta = (*draft.project().meta).clone();
    let book = Rc::make_mut(&mut meta.book);
    let action = match change {
        BookChange::SetLevels { levels } => {
            let mut ids = BTreeSet::new();
            let mut kept: Vec<Level> = Vec::with_capacity(levels.len());
            for level in levels {
                let name = tidy_name(&level.name, EntityKind::Level)?;
                if !ids.insert(level.id) {
                    return Err(EditError::Exists(EntityKind::Level));
                }
                if kept.iter().any(|other| other.name.to_lowercase() == name.to_lowercase()) {
                    return Err(EditError::NameTaken { name });
                }
                kept.push(Level { name, ..level.clone() });
            }
            book.levels = kept;
            let gone = |code: &&Rc<Code>| code.sheet.level.is_some_and(|level| !ids.contains(&level));
            let without: Vec<_> = draft.project().codes.values().filter(gone).cloned().collect();
            for code in without {
                let mut code = (*code).clone();
                Rc::make_mut(&mut code.sheet).level = None;
                draft.note(&mut code.changed, "level");
                draft.put_code(code);
            }
            Action::new(ActionKind::LevelsSet).with("levels", &levels.len().to_string())
        }
        BookChange::KeepVersion { id, name, note } => {
            if book.version(*id).is_some() {
                return Err(EditError::Exists(EntityKind::Version));
            }
            let name = tidy_name(name, EntityKind::Version)?;
            let action = Action::new(ActionKind::VersionKept).with("version", &name).about(id);
            let (note, codes) = (note.trim().to_owned(), codes_now(draft.project()));
            let (made, extra) = (draft.stamp(), Extra::new());
            book.versions.push(Rc::new(BookVersion { id: *id, name, note, made, codes, extra }));
            action
        }
        BookChange::RenameVersion { id, name, note } => {
            let name = tidy_name(name, EntityKind::Version)?;
            let version = book.versions.iter_mut().find(|version| version.id == *id);
            let version = Rc::make_mut(version.ok_or(EditError::Missing(EntityKind::Version))?);
            let action =
                Action::new(ActionKind::VersionRenamed).with("old", &version.name).with("new", &name).about(id);
            note.trim().clone_into(&mut version.note);
            version.name = name;
            action
        }
        BookChange::RemoveVersion { id } => {
            let at = book.versions.iter().position(|version| version.id == *id);
            let version = book.versions.remove(at.ok_or(EditError::Missing(EntityKind::Version))?);
            Action::new(ActionKind::VersionRemoved).with("version", &version.name).about(id)
        }
    };
    draft.put_meta(meta);
    Ok(action)
}

/// The codes as they stand, for a version that is kept.
pub fn codes_now(project: &Project) -> Vec<VersionCode> {
    let as_now = |code: Rc<Code>| {
        let said = |text: &CodeText| !code.text(*text).is_empty();
        let texts = CodeText::ALL.into_iter().filter(said).map(|text| (text, code.text(text).to_owned()));
        let level = code.sheet.level.and_then(|level| project.meta.book.level(level));
        VersionCode {
            id: code.id,
            name: code.name.clone(),
            parent: code.parent,
            level: level.map(|level| level.name.clone()).unwrap_or_default(),
            texts: crate::sorting::to_map(texts),
            status: code.sheet.status.clone(),
            extra: Extra::new(),
        }
    };
    project.codes_in_order().into_iter().map(as_now).collect()
}

pub(super) fn set_of_quotation(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    field: &QuotationField,
) -> Result<Action, EditError> {
    let mut quotation = (**draft.quotation(document, id)?).clone();
    let (name, place, words) = match field {
        QuotationField::Condensed(words) => ("condensed", &mut quotation.condensed, words),
        QuotationField::Interpretation(words) => ("interpretation", &mut quotation.interpretation, words),
    };
    words.trim().clone_into(place);
    draft.note(&mut quotation.changed, name);
    draft.put_quotation(quotation);
    let title = &draft.document(document)?.title;
    Ok(Action::new(ActionKind::QuotationFieldSet).with("document", title).with("field", name).about(document).about(id))
}

pub(super) fn weigh(
    draft: &mut Draft,
    document: DocumentId,
    quotation: QuotationId,
    id: CodingId,
    weight: Option<u8>,
) -> Result<Action, EditError> {
    if weight.is_some_and(|weight| weight > MAX_WEIGHT) {
        return Err(EditError::BadWeight);
    }
    let mut coded = (**draft.quotation(document, quotation)?).clone();
    let coding = coded.codings.iter_mut().find(|coding| coding.id == id);
    let coding = coding.ok_or(EditError::Missing(EntityKind::Coding))?;
    coding.weight = weight;
    draft.note(&mut coding.changed, "weight");
    let name = draft.code(coding.code)?.name.clone();
    draft.put_quotation(coded);
    let title = &draft.document(document)?.title;
    let weight = weight.map(|weight| weight.to_string()).unwrap_or_default();
    let action = Action::new(ActionKind::CodingWeighed).with("code", &name).with("document", title);
    Ok(action.with("weight", &weight).about(document).about(quotation))
}

/// Gives codings of one code to another one: each keeps who made it, when, and what was said of it. Where the quotation
/// has the other code already the two become one, with both comments and the heavier weight.
pub(super) fn recode(
    draft: &mut Draft,
    from: CodeId,
    to: CodeId,
    quotations: &[(DocumentId, QuotationId)],
) -> Result<Action, EditError> {
    let (old, new) = (draft.code(from)?.name.clone(), draft.code(to)?.name.clone());
    if from == to {
        return Err(EditError::InsideItself(EntityKind::Code));
    }
    let mut by_document: BTreeMap<DocumentId, Vec<Quotation>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (document, id) in quotations {
        let mut quotation = (**draft.quotation(*document, *id)?).clone();
        if !seen.insert((*document, *id)) || !give(draft, &mut quotation, from, to) {
            return Err(EditError::Missing(EntityKind::Coding));
        }
        by_document.entry(*document).or_default().push(quotation);
    }
    for (document, changed) in by_document {
        draft.put_quotations(document, changed);
    }
    let number = quotations.len().to_string();
    let action = Action::new(ActionKind::CodingsMoved).with("old", &old).with("new", &new).with("codings", &number);
    Ok(action.about(from).about(to))
}

/// Gives a quotation's coding of one code to another one. Tells whether it had one.
fn give(draft: &Draft, quotation: &mut Quotation, from: CodeId, to: CodeId) -> bool {
    let codings = &mut quotation.codings;
    let Some(at) = codings.iter().position(|coding| coding.code == from) else { return false };
    if !codings.iter().any(|coding| coding.code == to) {
        codings[at].code = to;
        draft.note(&mut codings[at].changed, "code");
        return true;
    }
    let gone = codings.remove(at);
    if let Some(kept) = codings.iter_mut().find(|coding| coding.code == to) {
        take_in(draft, kept, &gone);
    }
    true
}

/// One coding takes in what another one says.
fn take_in(draft: &Draft, kept: &mut Coding, gone: &Coding) {
    let comment = joined(&kept.comment, &gone.comment, "\n");
    if comment != kept.comment {
        kept.comment = comment;
        draft.note(&mut kept.changed, "comment");
    }
    let weight = kept.weight.max(gone.weight);
    if weight != kept.weight {
        kept.weight = weight;
        draft.note(&mut kept.changed, "weight");
    }
}

/// Both words, unless each line of one stands in the other: a word that is part of another one is not said by it.
fn joined(one: &str, other: &str, between: &str) -> String {
    let says = |whole: &str, part: &str| {
        let lines: BTreeSet<&str> = whole.lines().map(str::trim).collect();
        part.lines().map(str::trim).filter(|line| !line.is_empty()).all(|line| lines.contains(line))
    };
    if says(one, other) {
        one.to_owned()
    } else if says(other, one) {
        other.to_owned()
    } else {
        format!("{one}{between}{other}")
    }
}

/// Makes several codes one.
///
/// Their codings go over as by [`recode`], what is below them goes below it, and so do references and examples. With
/// `join` their texts are added to its own; else only its own stay.
pub(super) fn merge(
    draft: &mut Draft,
    into: CodeId,
    from: &[CodeId],
    join: bool,
    why: &str,
) -> Result<Action, EditError> {
    let mut kept = (**draft.code(into)?).clone();
    let gone_ids = crate::sorting::to_set(from.iter().copied());
    if gone_ids.contains(&into) || gone_ids.is_empty() {
        return Err(EditError::InsideItself(EntityKind::Code));
    }
    let mut gone: Vec<Rc<Code>> = Vec::new();
    for id in from {
        let code = draft.code(*id)?;
        if !gone.iter().any(|other| other.id == *id) {
            gone.push(Rc::clone(code));
        }
    }
    let mut action = Action::new(ActionKind::CodesMerged).with("code", &kept.name);
    action = action.with("codes", &gone.len().to_string()).with("first", &gone[0].name).about(into);
    for code in &gone {
        action = action.about(code.id);
    }

    let codings = merge_codings(draft, into, from);

    // Where it stands below one that goes it moves up, past all of them.
    let mut above = kept.parent;
    let mut place = None;
    for _ in 0..=draft.project().codes.len() {
        let Some(code) = above.and_then(|id| draft.project().codes.get(&id)) else { break };
        if gone_ids.contains(&code.id) {
            place = Some(code.parent);
        }
        above = code.parent;
    }
    memos::point_elsewhere(draft, &gone_ids, into, &kept.name);
    let children: Vec<Rc<Code>> = gone
        .iter()
        .flat_map(|code| draft.project().codes_under(Some(code.id)).into_iter().cloned().collect::<Vec<_>>())
        .filter(|child| child.id != into && !gone_ids.contains(&child.id))
        .collect();
    for code in &gone {
        draft.remove_code(code.id);
    }
    draft.change_themes("codes", |theme| {
        let mut seen = BTreeSet::new();
        let now = theme.codes.iter().map(|code| if gone_ids.contains(code) { into } else { *code });
        theme.codes = now.filter(|code| seen.insert(*code)).collect();
    });
    if let Some(parent) = place {
        kept.name = free_variant(draft, into, &kept.name, parent);
        kept.rank = rank(draft, into, parent, None)?;
        kept.parent = parent;
        draft.note(&mut kept.changed, "parent");
    }
    take_over(draft, &mut kept, &gone, join, why);
    let (parent, within) = (kept.parent, |id: CodeId| draft.project().code_is_within(id, into));
    let mut seen = BTreeSet::from_iter(parent);
    let sheet = Rc::make_mut(&mut kept.sheet);
    sheet.also_under.extend(gone.iter().flat_map(|code| code.sheet.also_under.iter().copied()));
    sheet.also_under.retain(|id| !gone_ids.contains(id) && !within(*id) && seen.insert(*id));
    draft.put_code(kept);
    for child in children {
        let mut child = (*child).clone();
        child.name = free_variant(draft, child.id, &child.name, Some(into));
        child.rank = rank(draft, child.id, Some(into), None)?;
        child.parent = Some(into);
        draft.note(&mut child.changed, "parent");
        draft.put_code(child);
    }
    for id in &gone_ids {
        refer_elsewhere(draft, *id, Some(into));
    }
    tidy_references(draft);
    Ok(action.with("codings", &codings.to_string()))
}

/// Gives all codings of some codes to another one. Gives how many quotations had one.
fn merge_codings(draft: &mut Draft, into: CodeId, from: &[CodeId]) -> usize {
    let mut count = 0;
    let documents: Vec<_> = draft.project().quotations.keys().copied().collect();
    for document in documents {
        let mut changed = Vec::new();
        for quotation in draft.project().quotations_in(document).iter() {
            if !quotation.codings.iter().any(|coding| from.contains(&coding.code)) {
                continue;
            }
            let mut quotation = (**quotation).clone();
            for code in from {
                give(draft, &mut quotation, *code, into);
            }
            changed.push(quotation);
        }
        count += changed.len();
        if !changed.is_empty() {
            draft.put_quotations(document, changed);
        }
    }
    count
}

/// What the codebook says of codes that go becomes part of what it says of one.
fn take_over(draft: &Draft, kept: &mut Code, gone: &[Rc<Code>], join: bool, why: &str) {
    for text in CodeText::ALL.into_iter().filter(|_| join) {
        let whole = gone.iter().fold(kept.text(text).to_owned(), |whole, code| joined(&whole, code.text(text), "\n\n"));
        reword(draft, kept, text, &whole, why);
    }
    let sheet = Rc::make_mut(&mut kept.sheet);
    for CodeSheet { examples, key, .. } in gone.iter().map(|code| &*code.sheet) {
        for example in examples {
            let same = |other: &Example| (other.document, other.quotation) == (example.document, example.quotation);
            if !sheet.examples.iter().any(same) {
                sheet.examples.push(*example);
            }
        }
        sheet.key = sheet.key.or(*key);
    }
}

/// Codes that were listed under one that is gone are listed under another one, or not there any more.
pub(super) fn refer_elsewhere(draft: &mut Draft, gone: CodeId, to: Option<CodeId>) {
    let refers = |code: &&Rc<Code>| code.sheet.also_under.contains(&gone);
    let referring: Vec<_> = draft.project().codes.values().filter(refers).cloned().collect();
    for code in referring {
        let mut code = (*code).clone();
        let also = &mut Rc::make_mut(&mut code.sheet).also_under;
        *also = also.iter().filter_map(|id| if *id == gone { to } else { Some(*id) }).collect();
        draft.note(&mut code.changed, "also_under");
        draft.put_code(code);
    }
}

/// The references of a code without those that say nothing: to itself, to what is below it, to where it stands anyway,
/// to what is not there, and twice the same.
pub(crate) fn sound_references(project: &Project, code: &Code) -> Vec<CodeId> {
    let mut seen = BTreeSet::from_iter(code.parent);
    let also = code.sheet.also_under.iter().copied();
    also.filter(|id| project.codes.contains(id) && !project.code_is_within(*id, code.id) && seen.insert(*id)).collect()
}

/// Takes references out that say nothing any more, after codes were put elsewhere.
pub(super) fn tidy_references(draft: &mut Draft) {
    let referring: Vec<_> =
        draft.project().codes.values().filter(|code| !code.sheet.also_under.is_empty()).cloned().collect();
    for code in referring {
        let sound = sound_references(draft.project(), &code);
        if sound != code.sheet.also_under {
            let mut code = (*code).clone();
            Rc::make_mut(&mut code.sheet).also_under = sound;
            draft.note(&mut code.changed, "also_under");
            draft.put_code(code);
        }
    }
}
