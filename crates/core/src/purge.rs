//! Removing for good: what a project no longer has, and what of it is still held by undo, history and earlier states.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::edit::Patch;
use crate::history::{Action, ActionKind, History, HistoryStep, Way};
use crate::ids::{CodeId, CodingId, DocumentId, FolderId, LinkId, MemoId, QuotationId, StepId};
use crate::ledger::{Ledger, UndoStack};
use crate::project::{
    About, Attribute, BookVersion, Case, Chosen, Code, CodeSheet, Codebook, Coder, Coding, Document, Extra, Folder,
    Former, Level, Link, Memo, MemoVersion, Meta, Original, Part, Print, Project, Question, Quotation, QuotationList,
    Revision, Speaker, Structure, Theme, Turn, VersionCode, link_words, links_in,
};
use crate::text::{TextEdits, TextHash};
use crate::time::Stamp;

/// Stands in the history for a name that was removed for good. It is the same in every language.
pub const GONE: &str = "[…]";

/// Details of the history that are no words of people.
const NO_WORDS: [&str; 15] = [
    "kind",
    "quotations",
    "codings",
    "at",
    "parts",
    "turns",
    "places",
    "field",
    "codes",
    "levels",
    "weight",
    "cases",
    "values",
    "consent",
    "language",
];

/// What people have put into a project: names, comments, definitions, and which texts, quotations and codings it has.
///
/// The words of quotations are not listed: they are in the texts. But that someone marked or coded them is material too,
/// even where the text stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    said: BTreeSet<String>,
    /// Words that were corrected in texts.
    corrected: BTreeSet<Rc<str>>,
    texts: BTreeSet<TextHash>,
    /// Files that were kept as they were.
    originals: BTreeSet<TextHash>,
    quotations: BTreeSet<QuotationId>,
    codings: BTreeSet<CodingId>,
    links: BTreeSet<LinkId>,
}

impl Words {
    /// The words of a project.
    pub fn of(project: &Project) -> Words {
        let mut words = Words::default();
        words.meta(&project.meta);
        project.coders.values().for_each(|coder| words.coder(coder));
        project.folders.values().for_each(|folder| words.folder(folder));
        project.documents.values().for_each(|document| words.document(document));
        project.codes.values().for_each(|code| words.code(code));
        words.beside(project);
        project.quotations.values().flat_map(|list| list.iter()).for_each(|quotation| words.quotation(quotation));
        words
    }

    /// Whether all that `other` says is said here as well, and all that it marks and codes is marked and coded.
    pub fn cover(&self, other: &Words) -> bool {
        self.said.is_superset(&other.said)
            && self.corrected.is_superset(&other.corrected)
            && self.texts.is_superset(&other.texts)
            && self.originals.is_superset(&other.originals)
            && self.quotations.is_superset(&other.quotations)
            && self.codings.is_superset(&other.codings)
            && self.links.is_superset(&other.links)
    }

    fn say(&mut self, words: &str) {
        if !words.is_empty() {
            self.said.insert(words.to_owned());
        }
    }

    // Taken apart field by field, so that a field that is added to an entity is thought of here.
    fn extra(&mut self, extra: &Extra) {
        extra.values().for_each(|value| self.say(&value.to_string()));
    }

    fn meta(&mut self, Meta { title, created: _, book, attributions, extra }: &Meta) {
        self.say(title);
        attributions.values().for_each(|template| self.say(template));
        let Codebook { levels, versions } = &**book;
        for Level { id: _, name, extra } in levels {
            self.say(name);
            self.extra(extra);
        }
        for version in versions {
            let BookVersion { id: _, name, note, made: _, codes, extra } = &**version;
            self.say(name);
            self.say(note);
            for VersionCode { id: _, name, parent: _, level, texts, status: _, extra } in codes {
                self.extra(extra);
                self.say(name);
                self.say(level);
                texts.values().for_each(|words| self.say(words));
            }
            self.extra(extra);
        }
        self.extra(extra);
    }

    fn coder(&mut self, Coder { id: _, name, created: _, changed: _, extra }: &Coder) {
        self.say(name);
        self.extra(extra);
    }

    fn folder(&mut self, Folder { id: _, name, parent: _, rank: _, created: _, changed: _, extra }: &Folder) {
        self.say(name);
        self.extra(extra);
    }

    fn document(&mut self, document: &Document) {
        let Document { title, text, source, extra, structure, revisions, .. } = document;
        self.say(title);
        self.say(source.file_name.as_deref().unwrap_or_default());
        self.texts.extend([text.hash, source.imported.hash]);
        self.extra(extra);
        self.extra(&source.extra);
        if let Some(Original { hash, bytes: _, extra }) = &source.original {
            self.originals.insert(*hash);
            self.extra(extra);
        }
        let Structure { blocks, styles: _, pages: _, times: _, speakers, turns, parts } = &**structure;
        blocks.iter().for_each(|block| self.extra(&block.extra));
        for revision in revisions {
            let Revision { back, why, made: _, extra } = &**revision;
            self.corrected.extend(back.as_slice().iter().map(|edit| Rc::clone(&edit.insert)));
            self.say(why);
            self.extra(extra);
        }
        for Speaker { id: _, name, role: _, case: _, extra } in speakers {
            self.say(name);
            self.extra(extra);
        }
        for Turn { span: _, label: _, speaker: _, asks: _, extra } in turns {
            self.extra(extra);
        }
        for Part { span: _, case: _, extra } in parts {
            self.extra(extra);
        }
    }

    /// What is beside the documents and codes: cases, what is known of them, and the guide.
    fn beside(&mut self, project: &Project) {
        project.cases.values().for_each(|case| self.case(case));
        project.attributes.values().for_each(|attribute| self.attribute(attribute));
        project.questions.values().for_each(|question| self.question(question));
        project.memos.values().for_each(|memo| self.memo(memo));
        project.links.values().for_each(|link| self.link(link));
        project.themes.values().for_each(|theme| self.theme(theme));
    }

    fn case(&mut self, case: &Case) {
        let Case { id: _, name, rank: _, values, consent: _, referrer: _, created: _, changed: _, extra } = case;
        self.say(name);
        values.values().for_each(|value| self.say(value));
        self.extra(extra);
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let Attribute { id: _, name, kind: _, choices, rank: _, created: _, changed: _, extra } = attribute;
        self.say(name);
        choices.iter().for_each(|choice| self.say(choice));
        self.extra(extra);
    }

    fn question(&mut self, Question { id: _, words, rank: _, created: _, changed: _, extra }: &Question) {
        self.say(words);
        self.extra(extra);
    }

    fn memo(&mut self, memo: &Memo) {
        let Memo { id: _, title, kind, about, words, versions, since: _, created: _, changed: _, extra } = memo;
        [title, words, kind.key()].into_iter().for_each(|said| self.say(said));
        if let Some(About { subject: _, was, extra }) = about {
            self.say(was);
            self.extra(extra);
        }
        for MemoVersion { words, made: _, extra } in versions {
            self.say(words);
            self.extra(extra);
        }
        self.extra(extra);
    }

    fn link(&mut self, Link { id, from: _, to: _, relation, created: _, changed: _, extra }: &Link) {
        self.links.insert(*id);
        self.say(relation.key());
        self.extra(extra);
    }

    fn theme(&mut self, theme: &Theme) {
        let Theme { title, idea, boundary, story, chosen, extra, .. } = theme;
        [title, idea, boundary, story].into_iter().for_each(|words| self.say(words));
        for Chosen { at: _, in_paper: _, extra } in chosen {
            self.extra(extra);
        }
        self.extra(extra);
    }

    fn code(&mut self, code: &Code) {
        let Code { id: _, name, parent: _, rank: _, colour: _, definition, sheet, created: _, changed: _, extra } =
            code;
        self.say(name);
        self.say(definition);
        let CodeSheet { full, use_when, not_when, former, .. } = &**sheet;
        [full, use_when, not_when].into_iter().for_each(|words| self.say(words));
        for Former { text: _, words, replaced: _, why, extra } in former.iter().map(|former| &**former) {
            self.say(words);
            self.say(why);
            self.extra(extra);
        }
        self.extra(extra);
    }

    fn quotation(&mut self, quotation: &Quotation) {
        let Quotation { id, document: _, anchor: _, quote: _, comment, codings, created: _, changed: _, extra, .. } =
            quotation;
        self.quotations.insert(*id);
        self.say(comment);
        self.say(&quotation.condensed);
        self.say(&quotation.interpretation);
        if let Some(Print { words, made_from, extra }) = quotation.print.as_deref() {
            self.say(words);
            self.say(made_from);
            self.extra(extra);
        }
        self.extra(extra);
        for Coding { id, code: _, comment, weight: _, created: _, changed: _, extra } in codings {
            self.codings.insert(*id);
            self.say(comment);
            self.extra(extra);
        }
    }
}

/// What a project no longer has and what is still held of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Removed {
    /// Documents: title, and length in words.
    pub documents: BTreeMap<DocumentId, (String, u32)>,
    /// Folders, by name.
    pub folders: BTreeMap<FolderId, String>,
    /// Codes, by name.
    pub codes: BTreeMap<CodeId, String>,
    /// Documents that are there, by title, of whose text something is still held as it was before it was corrected, or
    /// after a correction that was taken back.
    pub corrected: BTreeMap<DocumentId, String>,
    /// Documents that are there, by title, of which a file as it was is still held that they are to have no more.
    pub originals: BTreeMap<DocumentId, String>,
    /// Memos that are gone, and those that are there of which former versions are held, by title.
    pub memos: BTreeMap<MemoId, String>,
    /// Quotations.
    pub quotations: BTreeSet<QuotationId>,
    /// Names, comments and definitions that were replaced by others, or removed from what is still there.
    pub wordings: BTreeSet<String>,
    /// Codes that are still there and that quotations had which are not.
    pub coded: BTreeSet<CodeId>,
}

impl Removed {
    /// What is held by what can be undone or redone.
    pub fn of(ledger: &Ledger) -> Removed {
        let project = ledger.project();
        let present = Words::of(project);
        let mut removed = Removed::default();
        for document in project.documents.values().filter(|document| !document.revisions.is_empty()) {
            removed.corrected.insert(document.id, document.title.clone());
            if document.original().is_some() {
                removed.originals.insert(document.id, document.title.clone());
            }
        }
        for memo in project.memos.values().filter(|memo| !memo.versions.is_empty()) {
            removed.memos.insert(memo.id, memo.title.clone());
        }
        for quotation in project.quotations.values().flat_map(|list| list.iter()) {
            let stale = quotation.print.as_ref().filter(|print| !print.fits(quotation));
            removed.wordings.extend(stale.map(|print| print.words.clone()));
        }
        let mut words = Words::default();
        let stack = ledger.undo_stack();
        for patch in stack.done.iter().chain(&stack.undone).flat_map(|done| &done.changes).flat_map(|c| &c.patches) {
            macro_rules! sides {
                ($delta:ident, $note:ident) => {
                    for entity in [&$delta.before, &$delta.after].into_iter().flatten() {
                        if !removed.$note(project, entity) {
                            words.$note(entity);
                        }
                    }
                };
            }
            match patch {
                Patch::Meta(delta) => [&delta.before, &delta.after].into_iter().flatten().for_each(|m| words.meta(m)),
                Patch::Coder(delta) => [&delta.before, &delta.after].into_iter().flatten().for_each(|c| words.coder(c)),
                Patch::Folder(delta) => sides!(delta, folder),
                Patch::Document(delta) => sides!(delta, document),
                Patch::Code(delta) => sides!(delta, code),
                Patch::Case(delta) => [&delta.before, &delta.after].into_iter().flatten().for_each(|c| words.case(c)),
                Patch::Attribute(delta) => {
                    [&delta.before, &delta.after].into_iter().flatten().for_each(|a| words.attribute(a));
                }
                Patch::Question(delta) => {
                    [&delta.before, &delta.after].into_iter().flatten().for_each(|q| words.question(q));
                }
                Patch::Quotation(delta) => sides!(delta, quotation),
                Patch::Memo(delta) => sides!(delta, memo),
                Patch::Link(delta) => [&delta.before, &delta.after].into_iter().flatten().for_each(|l| words.link(l)),
                Patch::Theme(delta) => [&delta.before, &delta.after].into_iter().flatten().for_each(|t| words.theme(t)),
            }
        }
        removed.wordings.extend(words.said.difference(&present.said).cloned());
        removed
    }

    /// Adds what an earlier state of the project holds.
    pub fn add(&mut self, present: &Project, earlier: &Project) {
        let mut words = Words::default();
        words.meta(&earlier.meta);
        earlier.coders.values().for_each(|coder| words.coder(coder));
        words.beside(earlier);
        macro_rules! note {
            ($entities:expr, $note:ident) => {
                for entity in $entities {
                    if !self.$note(present, entity) {
                        words.$note(entity);
                    }
                }
            };
        }
        note!(earlier.folders.values(), folder);
        note!(earlier.memos.values(), memo);
        note!(earlier.documents.values(), document);
        note!(earlier.codes.values(), code);
        note!(earlier.quotations.values().flat_map(|list| list.iter()), quotation);
        self.wordings.extend(words.said.difference(&Words::of(present).said).cloned());
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Removed::default()
    }

    fn folder(&mut self, present: &Project, folder: &Folder) -> bool {
        let gone = !present.folders.contains(&folder.id);
        if gone {
            self.folders.insert(folder.id, folder.name.clone());
        }
        gone
    }

    fn document(&mut self, present: &Project, document: &Document) -> bool {
        let Some(now) = present.documents.get(&document.id) else {
            self.documents.insert(document.id, (document.title.clone(), document.text.words));
            return true;
        };
        if ![now.text.hash, now.source.imported.hash].contains(&document.text.hash) {
            self.corrected.insert(now.id, now.title.clone());
        }
        if document.original().is_some() && document.original() != now.original() {
            self.originals.insert(now.id, now.title.clone());
        }
        false
    }

    fn code(&mut self, present: &Project, code: &Code) -> bool {
        let gone = !present.codes.contains(&code.id);
        if gone {
            self.codes.insert(code.id, code.name.clone());
        }
        gone
    }

    fn memo(&mut self, present: &Project, memo: &Memo) -> bool {
        match present.memos.get(&memo.id) {
            // Its words are no names: that there were others is said by its title.
            Some(now) if now.words == memo.words => false,
            now => {
                self.memos.insert(memo.id, now.map_or(&memo.title, |now| &now.title).clone());
                true
            }
        }
    }

    fn quotation(&mut self, present: &Project, quotation: &Quotation) -> bool {
        let gone = present.quotation(quotation.document, quotation.id).is_none();
        if gone {
            self.quotations.insert(quotation.id);
            let codes = quotation.codings.iter().map(|coding| coding.code);
            self.coded.extend(codes.filter(|code| present.codes.contains(code)));
        }
        gone
    }
}

/// The codes that no quotation has, nor any code under them; first those that removed quotations had. A name among them
/// may be the words of a removed passage.
pub fn codes_without_quotation(project: &Project, removed: &Removed) -> Vec<Rc<Code>> {
    let mut used = BTreeSet::new();
    let codings = project.quotations.values().flat_map(|list| list.iter()).flat_map(|quotation| &quotation.codings);
    for coding in codings {
        let mut above = Some(coding.code);
        // A code that is used already has all above it used, so that a cycle ends as well.
        while let Some(code) = above.filter(|code| used.insert(*code)) {
            above = project.codes.get(&code).and_then(|code| code.parent);
        }
    }
    let mut codes: Vec<_> = project.codes.values().filter(|code| !used.contains(&code.id)).cloned().collect();
    crate::sorting::sort_by_key(&mut codes, |code| (!removed.coded.contains(&code.id), code.name.to_lowercase()));
    codes
}

/// A project without what it says of earlier states of itself: of a text that was corrected only what it says now is
/// left. What it said before is gone, and so are the text as imported and the file as it was, which held it too. Memos
/// keep what they say now, but neither what they said before nor the names of what is not there any more. Of printed
/// wordings those are left that were made from the words as they are now.
pub fn as_it_stands(project: &Project) -> Project {
    let mut project = project.clone();
    let corrected = project.documents.values().filter(|document| !document.revisions.is_empty());
    for document in corrected.cloned().collect::<Vec<_>>() {
        let mut document = (*document).clone();
        document.revisions.clear();
        document.source.imported = document.text;
        document.source.edits = TextEdits::default();
        document.source.original = None;
        project.documents.set(document.id, Some(Rc::new(document)));
    }
    let memos: Vec<_> = project.memos.values().cloned().collect();
    for memo in memos {
        let bare = without_former(&project, &memo);
        if bare != *memo {
            project.memos.set(memo.id, Some(Rc::new(bare)));
        }
    }
    // Codes that were deleted may be named by words of what was removed.
    let gone = |code: &VersionCode| !project.codes.contains(&code.id);
    if project.meta.book.versions.iter().any(|version| version.codes.iter().any(gone)) {
        let bare = |version: &Rc<BookVersion>| {
            let codes = version.codes.iter().filter(|code| !gone(code)).cloned().collect();
            Rc::new(BookVersion { codes, ..(**version).clone() })
        };
        let versions = project.meta.book.versions.iter().map(bare).collect();
        let book = Codebook { versions, ..(*project.meta.book).clone() };
        project.meta = Rc::new(Meta { book: Rc::new(book), ..(*project.meta).clone() });
    }
    // Printed words that were made from others than the quotation has now hold those.
    let stale = |quotation: &Quotation| quotation.print.as_ref().is_some_and(|print| !print.fits(quotation));
    let lists: Vec<_> = project.quotations.iter().map(|(id, list)| (*id, Rc::clone(list))).collect();
    for (id, list) in lists.into_iter().filter(|(_, list)| list.iter().any(|quotation| stale(quotation))) {
        let bare = list.iter().map(|quotation| match stale(quotation) {
            true => Rc::new(Quotation { print: None, ..(**quotation).clone() }),
            false => Rc::clone(quotation),
        });
        project.quotations.set(id, Some(Rc::new(QuotationList::from_unsorted(bare.collect()))));
    }
    project
}

fn without_former(project: &Project, memo: &Memo) -> Memo {
    let mut memo = memo.clone();
    memo.versions.clear();
    if let Some(about) = &mut memo.about {
        about.was.clear();
    }
    for link in links_in(&memo.words).into_iter().rev().filter(|link| !link.subject.is_in(project)) {
        memo.words.replace_range(link.range, &link_words(&link.subject, "…"));
    }
    memo
}

/// A project with nothing but what it has (see [`as_it_stands`]): nothing can be undone, and names that nothing in it
/// bears any more are out of the history. That this was done is a step of the history.
pub fn purged(ledger: &Ledger, id: StepId, stamp: Stamp) -> Ledger {
    let project = as_it_stands(ledger.project());
    let present = Words::of(&project);
    let mut history = History::new(ledger.history().steps().iter().map(|step| scrub(step, &present)).collect());
    let actions = vec![Action::new(ActionKind::MaterialPurged)];
    history.push(HistoryStep { id, stamp, way: Way::Done, actions, extra: Extra::new() });
    Ledger::new(project, history, UndoStack::default())
}

fn scrub(step: &Rc<HistoryStep>, present: &Words) -> Rc<HistoryStep> {
    let gone = |name: &str, value: &str| {
        !NO_WORDS.contains(&name) && !value.is_empty() && value != GONE && !present.said.contains(value)
    };
    let bare =
        |action: &Action| action.extra.is_empty() && !action.details.iter().any(|(name, value)| gone(name, value));
    if step.extra.is_empty() && step.actions.iter().all(bare) {
        return Rc::clone(step);
    }
    let mut step = (**step).clone();
    // What a newer version has noted beside may hold words as well.
    step.extra.clear();
    for action in &mut step.actions {
        action.extra.clear();
        for (name, value) in &mut action.details {
            if gone(name, value) {
                GONE.clone_into(value);
            }
        }
    }
    Rc::new(step)
}
