//! Making a project sound that was loaded from anywhere: what points nowhere is set right, and each repair is
//! reported. Sound projects pass unchanged, and a repaired one is sound.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::edit::{EntityKind, sound_references};
use crate::ids::{CaseId, CoderId, QuestionId};
use crate::project::{
    Anchor, Case, Code, CodeSheet, Coder, Document, Extra, FieldStamps, Link, Meta, Project, Quotation, QuotationAt,
    QuotationList, is_code_key, revisions_that_fit,
};
use crate::text::{Pos, Span};

/// What was found wrong in a project, and set right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum Issue {
    /// It lay in a folder, or under a code, that does not exist; it was put at the top.
    ParentMissing { kind: EntityKind, name: String },
    /// It lay inside itself; it was put at the top.
    InsideItself { kind: EntityKind, name: String },
    /// It had no name; it got its id for one.
    NoName { kind: EntityKind, name: String },
    /// A code had the name of a sibling (letters' case apart); it got a number after it.
    NameTaken { name: String, renamed: String },
    /// A coder is mentioned who is not listed; they were added under that name.
    CoderMissing { name: String },
    /// A quotation's document does not exist; the quotation with these words was left out.
    DocumentMissing { words: String },
    /// A quotation ends after the text; it was cut, or left out if nothing of it was in the text.
    BeyondText { document: String, words: String, left_out: bool },
    /// Something beside the document's words (how they look, who speaks, a page, a part, what they were before they were
    /// corrected) was outside of its text or belonged to nothing; it was left out.
    StructureUnsound { document: String },
    /// A quotation without a character was left out.
    EmptyQuotation { document: String },
    /// A document had two quotations of one id; the second, with these words, was left out.
    QuotationTwice { document: String, words: String },
    /// A quotation had a code that does not exist; that coding was left out.
    CodeMissing { document: String, words: String },
    /// A case had a value of an attribute that does not exist; it was left out.
    AttributeMissing { case: String },
    /// A case was led to by one that does not exist, or in a circle by itself; that was left out.
    ReferrerUnsound { case: String },
    /// A link led to a quotation that does not exist, or to where it began; it was left out.
    LinkUnsound,
    /// A theme named codes or quotations that do not exist, or twice; those were left out.
    ThemeUnsound { theme: String },
    /// A quotation had a code twice; the second was left out.
    CodedTwice { document: String, words: String },
    /// What the codebook says of a code pointed nowhere, or its key was another's or none; that was left out.
    SheetUnsound { code: String },
    /// A level without a name or twice, or a version of the codebook twice; it was left out.
    BookUnsound,
}

/// Sets right what is not sound. What is already sound is shared, not copied.
pub fn repair(mut project: Project) -> (Project, Vec<Issue>) {
    let mut issues = Vec::new();
    names(&mut project, &mut issues);
    trees(&mut project, &mut issues);
    siblings(&mut project, &mut issues);
    book(&mut project, &mut issues);
    sheets(&mut project, &mut issues);
    structures(&mut project, &mut issues);
    quotations(&mut project, &mut issues);
    links(&mut project, &mut issues);
    themes(&mut project, &mut issues);
    coders(&mut project, &mut issues);
    (project, issues)
}

fn names(project: &mut Project, issues: &mut Vec<Issue>) {
    macro_rules! named {
        ($table:ident, $field:ident, $Kind:ident) => {
            let nameless: Vec<_> =
                project.$table.values().filter(|entity| entity.$field.trim().is_empty()).cloned().collect();
            for entity in nameless {
                let mut entity = (*entity).clone();
                entity.$field = short(entity.id);
                issues.push(Issue::NoName { kind: EntityKind::$Kind, name: entity.$field.clone() });
                project.$table.set(entity.id, Some(Rc::new(entity)));
            }
        };
    }
    named!(coders, name, Coder);
    named!(folders, name, Folder);
    named!(documents, title, Document);
    named!(codes, name, Code);
    named!(cases, name, Case);
    named!(attributes, name, Attribute);
    named!(questions, words, Question);
    named!(memos, title, Memo);
    named!(themes, title, Theme);
}

fn trees(project: &mut Project, issues: &mut Vec<Issue>) {
    macro_rules! rooted {
        ($table:ident, $Kind:ident) => {
            let all: Vec<_> = project.$table.values().cloned().collect();
            for entity in all {
                let mut above = entity.parent;
                let mut passed = BTreeSet::new();
                let issue = loop {
                    let Some(id) = above else { break None };
                    if id == entity.id {
                        break Some(Issue::InsideItself { kind: EntityKind::$Kind, name: entity.name.clone() });
                    }
                    // A cycle further up is cut at one of those that are in it.
                    if !passed.insert(id) {
                        break None;
                    }
                    match project.$table.get(&id) {
                        Some(parent) => above = parent.parent,
                        None if passed.len() == 1 => {
                            break Some(Issue::ParentMissing { kind: EntityKind::$Kind, name: entity.name.clone() });
                        }
                        None => break None,
                    }
                };
                if let Some(issue) = issue {
                    issues.push(issue);
                    let mut entity = (*entity).clone();
                    entity.parent = None;
                    project.$table.set(entity.id, Some(Rc::new(entity)));
                }
            }
        };
    }
    rooted!(folders, Folder);
    rooted!(codes, Code);

    let astray: Vec<_> = project
        .documents
        .values()
        .filter(|document| document.folder.is_some_and(|folder| !project.folders.contains(&folder)))
        .cloned()
        .collect();
    for document in astray {
        let mut document = (*document).clone();
        document.folder = None;
        issues.push(Issue::ParentMissing { kind: EntityKind::Document, name: document.title.clone() });
        project.documents.set(document.id, Some(Rc::new(document)));
    }
}

/// After the trees, for what was put at the top may meet its name there.
fn siblings(project: &mut Project, issues: &mut Vec<Issue>) {
    let mut codes: Vec<_> = project.codes.values().cloned().collect();
    crate::sorting::sort_by_key(&mut codes, |code| (code.parent, code.rank, code.id));
    let key = |code: &Code, name: &str| (code.parent, name.to_lowercase());
    // A name that someone else has already is no way out either.
    let all = crate::sorting::to_set(codes.iter().map(|code| key(code, &code.name)));
    let mut taken = BTreeSet::new();
    for code in codes {
        if taken.insert(key(&code, &code.name)) {
            continue;
        }
        let mut renamed = (*code).clone();
        let free = (2..)
            .map(|n| format!("{} {n}", code.name))
            .find(|name| !all.contains(&key(&code, name)) && taken.insert(key(&code, name)));
        if let Some(name) = free {
            renamed.name = name;
        }
        issues.push(Issue::NameTaken { name: code.name.clone(), renamed: renamed.name.clone() });
        project.codes.set(code.id, Some(Rc::new(renamed)));
    }
}

/// Levels with names of their own, and versions that are there once.
fn book(project: &mut Project, issues: &mut Vec<Issue>) {
    let mut book = (*project.meta.book).clone();
    let (mut ids, mut names, mut versions) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    book.levels.retain(|level| {
        let name = level.name.trim().to_lowercase();
        !name.is_empty() && !names.contains(&name) && ids.insert(level.id) && names.insert(name)
    });
    book.versions.retain(|version| versions.insert(version.id));
    if book != *project.meta.book {
        issues.push(Issue::BookUnsound);
        project.meta = Rc::new(Meta { book: Rc::new(book), ..(*project.meta).clone() });
    }
}

/// After the trees and the levels, which sheets refer to.
fn sheets(project: &mut Project, issues: &mut Vec<Issue>) {
    let mut keys = BTreeSet::new();
    let codes: Vec<_> = project.codes.values().cloned().collect();
    for code in codes {
        let key = code.sheet.key.filter(|key| is_code_key(*key) && keys.insert(*key));
        let level = code.sheet.level.filter(|level| project.meta.book.level(*level).is_some());
        let also_under = sound_references(project, &code);
        let sheet = &code.sheet;
        if (key, level) != (sheet.key, sheet.level) || also_under != sheet.also_under {
            issues.push(Issue::SheetUnsound { code: code.name.clone() });
            let sheet = CodeSheet { key, level, also_under, ..(**sheet).clone() };
            project.codes.set(code.id, Some(Rc::new(Code { sheet: Rc::new(sheet), ..(*code).clone() })));
        }
    }
}

fn structures(project: &mut Project, issues: &mut Vec<Issue>) {
    let documents: Vec<_> = project.documents.values().cloned().collect();
    for document in documents {
        let case = document.case.filter(|case| project.cases.contains(case));
        let has_case = |case: CaseId| project.cases.contains(&case);
        let has_question = |question: QuestionId| project.questions.contains(&question);
        let sound = document.structure.sound(document.text.length, &has_case, &has_question);
        let (all, fit) = (&document.revisions, revisions_that_fit(&document.revisions, document.text.length));
        if case == document.case && sound == *document.structure && fit == all.len() {
            continue;
        }
        issues.push(Issue::StructureUnsound { document: document.title.clone() });
        let revisions = all[all.len() - fit..].to_vec();
        let repaired = Document { case, structure: Rc::new(sound), revisions, ..(*document).clone() };
        project.documents.set(document.id, Some(Rc::new(repaired)));
    }
    let known = |project: &Project, case: &Case| case.values.keys().all(|id| project.attributes.contains(id));
    let cases: Vec<_> = project.cases.values().filter(|case| !known(project, case)).cloned().collect();
    for case in cases {
        issues.push(Issue::AttributeMissing { case: case.name.clone() });
        let mut case = (*case).clone();
        case.values.retain(|id, _| project.attributes.contains(id));
        project.cases.set(case.id, Some(Rc::new(case)));
    }
    let referred: Vec<_> = project.cases.values().filter(|case| case.referrer.is_some()).cloned().collect();
    for case in referred {
        let mut passed = BTreeSet::from([case.id]);
        let mut above = case.referrer;
        let unsound = loop {
            match above.map(|id| (id, project.cases.get(&id))) {
                None => break false,
                // A circle further up is cut at one of those that are in it.
                Some((id, Some(_))) if !passed.insert(id) => break id == case.id,
                Some((_, Some(next))) => above = next.referrer,
                Some((_, None)) => break passed.len() == 1,
            }
        };
        if unsound {
            issues.push(Issue::ReferrerUnsound { case: case.name.clone() });
            project.cases.set(case.id, Some(Rc::new(Case { referrer: None, ..(*case).clone() })));
        }
    }
}

fn quotations(project: &mut Project, issues: &mut Vec<Issue>) {
    let lists: Vec<_> = project.quotations.iter().map(|(id, list)| (*id, Rc::clone(list))).collect();
    for (id, list) in lists {
        let Some(document) = project.documents.get(&id).cloned() else {
            issues.extend(list.iter().map(|quotation| Issue::DocumentMissing { words: words(quotation) }));
            project.quotations.set(id, None);
            continue;
        };
        let found = issues.len();
        let mut seen = BTreeSet::new();
        let sound: Vec<_> = list
            .iter()
            .filter_map(|quotation| {
                let quotation = bounds(quotation, document.text.length, &document.title, issues)?;
                if !seen.insert(quotation.id) {
                    let (document, words) = (document.title.clone(), words(&quotation));
                    issues.push(Issue::QuotationTwice { document, words });
                    return None;
                }
                Some(codings(quotation, project, &document.title, issues))
            })
            .collect();
        if issues.len() > found {
            let list = QuotationList::from_unsorted(sound);
            project.quotations.set(id, (!list.is_empty()).then(|| Rc::new(list)));
        }
    }
}

fn bounds(quotation: &Rc<Quotation>, length: u32, title: &str, issues: &mut Vec<Issue>) -> Option<Rc<Quotation>> {
    let span = quotation.span();
    if span.is_empty() {
        issues.push(Issue::EmptyQuotation { document: title.to_owned() });
        return None;
    }
    if span.end.0 <= length {
        return Some(Rc::clone(quotation));
    }
    let left_out = span.start.0 >= length;
    issues.push(Issue::BeyondText { document: title.to_owned(), words: words(quotation), left_out });
    (!left_out).then(|| {
        let mut cut = (**quotation).clone();
        cut.anchor = Anchor::Text(Span::between(span.start, Pos(length)));
        Rc::new(cut)
    })
}

fn codings(quotation: Rc<Quotation>, project: &Project, title: &str, issues: &mut Vec<Issue>) -> Rc<Quotation> {
    let mut seen = BTreeSet::new();
    let sound = |code: &crate::project::Coding| project.codes.contains(&code.code);
    if quotation.codings.iter().all(|coding| sound(coding) && seen.insert(coding.code)) {
        return quotation;
    }
    let mut quotation = (*quotation).clone();
    let (document, words) = (title.to_owned(), words(&quotation));
    let mut seen = BTreeSet::new();
    quotation.codings.retain(|coding| {
        let (document, words) = (document.clone(), words.clone());
        if !sound(coding) {
            issues.push(Issue::CodeMissing { document, words });
            false
        } else if !seen.insert(coding.code) {
            issues.push(Issue::CodedTwice { document, words });
            false
        } else {
            true
        }
    });
    Rc::new(quotation)
}

fn links(project: &mut Project, issues: &mut Vec<Issue>) {
    let there = |at: QuotationAt| project.quotation(at.document, at.quotation).is_some();
    let sound = |link: &Link| there(link.from) && there(link.to) && link.from != link.to;
    let unsound: Vec<_> = project.links.values().filter(|link| !sound(link)).map(|link| link.id).collect();
    for id in unsound {
        issues.push(Issue::LinkUnsound);
        project.links.set(id, None);
    }
}

/// After the quotations, which themes choose.
fn themes(project: &mut Project, issues: &mut Vec<Issue>) {
    let themes: Vec<_> = project.themes.values().cloned().collect();
    for theme in themes {
        let mut sound = (*theme).clone();
        let (mut codes, mut chosen) = (BTreeSet::new(), BTreeSet::new());
        sound.codes.retain(|code| project.codes.contains(code) && codes.insert(*code));
        let there = |at: QuotationAt| project.quotation(at.document, at.quotation).is_some();
        sound.chosen.retain(|choice| there(choice.at) && chosen.insert(choice.at));
        if sound != *theme {
            issues.push(Issue::ThemeUnsound { theme: theme.title.clone() });
            project.themes.set(theme.id, Some(Rc::new(sound)));
        }
    }
}

fn coders(project: &mut Project, issues: &mut Vec<Issue>) {
    let mut mentioned: BTreeSet<CoderId> = BTreeSet::new();
    mentioned.extend(project.folders.values().map(|folder| folder.created.by));
    mentioned.extend(project.documents.values().map(|document| document.created.by));
    let revisions = project.documents.values().flat_map(|document| &document.revisions);
    mentioned.extend(revisions.map(|revision| revision.made.by));
    mentioned.extend(project.codes.values().map(|code| code.created.by));
    let former = project.codes.values().flat_map(|code| &code.sheet.former);
    mentioned.extend(former.map(|former| former.replaced.by));
    mentioned.extend(project.meta.book.versions.iter().map(|version| version.made.by));
    mentioned.extend(project.cases.values().map(|case| case.created.by));
    mentioned.extend(project.attributes.values().map(|attribute| attribute.created.by));
    mentioned.extend(project.questions.values().map(|question| question.created.by));
    for memo in project.memos.values() {
        mentioned.extend([memo.created.by, memo.since.by]);
        mentioned.extend(memo.versions.iter().map(|version| version.made.by));
    }
    mentioned.extend(project.links.values().map(|link| link.created.by));
    mentioned.extend(project.themes.values().map(|theme| theme.created.by));
    for quotation in project.quotations.values().flat_map(|list| list.iter()) {
        mentioned.insert(quotation.created.by);
        mentioned.extend(quotation.codings.iter().map(|coding| coding.created.by));
    }
    for id in mentioned {
        if !project.coders.contains(&id) {
            let name = short(id);
            issues.push(Issue::CoderMissing { name: name.clone() });
            let (created, changed, extra) = (project.meta.created, FieldStamps::new(), Extra::new());
            project.coders.set(id, Some(Rc::new(Coder { id, name, created, changed, extra })));
        }
    }
}

fn words(quotation: &Quotation) -> String {
    quotation.quote.exact.chars().take(80).collect()
}

/// The beginning of an id, where nothing better is known to call something by.
fn short(id: impl std::fmt::Display) -> String {
    id.to_string().chars().take(8).collect()
}
