//! A search through a project, a step at a time.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Excerpt, FoldCache, Folded, Pattern};
use crate::ids::{CodeId, CodingId, DocumentId, MemoId, QuotationId};
use crate::project::{Document, Project, links_in};
use crate::scope::{Scope, Within};
use crate::text::{Span, Text, TextHash};

/// Where words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// In the title of a document.
    Title(DocumentId),
    /// In the text of a document.
    Text(DocumentId),
    /// In the comment of a quotation.
    QuotationComment(DocumentId, QuotationId),
    /// In the comment of a coding.
    CodingComment(DocumentId, QuotationId, CodingId),
    /// In the name of a code.
    CodeName(CodeId),
    /// In the definition of a code.
    CodeDefinition(CodeId),
    /// In the title of a memo.
    MemoTitle(MemoId),
    /// In the words of a memo.
    MemoWords(MemoId),
}

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// In what.
    pub place: Place,
    /// Where in it, in code points.
    pub span: Span,
    /// The number of the paragraph, as people count them.
    pub paragraph: Option<u32>,
    /// Its words and those around it.
    pub excerpt: Excerpt,
}

/// What was found in one document and what is noted on it, or in all codes and memos.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The document; `None` for the codes and memos.
    pub document: Option<DocumentId>,
    /// How many hits there are in all.
    pub count: usize,
    /// How many of them are in the document's text.
    pub in_text: usize,
    /// The first of them: in the title, in the text, in comments; of codes in the order of the tree.
    pub hits: Vec<Hit>,
    /// Its hits are counted and not given: [`Searcher::only`] gives them.
    pub withheld: bool,
    /// The text could not be read, so that nothing was looked for in it.
    pub without_text: bool,
}

impl Group {
    fn of(document: Option<DocumentId>) -> Group {
        Group { document, count: 0, in_text: 0, hits: Vec::new(), withheld: false, without_text: false }
    }
}

/// How much is given of each document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many hits in its text, and again in its comments. All are counted.
    pub hits: usize,
    /// Of how many documents hits are given. Those of the others are only counted, for which no text has to be read.
    pub documents: usize,
    /// How many code points are shown on each side of a hit.
    pub context: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { hits: 20, documents: 12, context: 60 }
    }
}

/// What a step of a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Something was found.
    Found(Group),
    /// Nothing was found in what was looked at.
    Nothing,
    /// This text is needed: have it ready and take the step again, or [`Searcher::skip_text`].
    NeedsText(TextHash),
    /// All was looked at.
    Done,
}

/// A search under way: first the codes, then document by document in the order of the tree.
///
/// A step takes as long as it takes to fold one document's text if it was not folded before, and far less if it was.
/// To stop a search, drop it.
#[derive(Debug, Clone)]
pub struct Searcher {
    pattern: Pattern,
    limits: Limits,
    project: Project,
    within: Within,
    /// Whether the scope narrows nothing.
    whole: bool,
    /// What is still to be looked at, the last first; `None` are the codes.
    left: Vec<Option<Rc<Document>>>,
    total: usize,
    /// Of how many documents hits were given.
    given: usize,
    skip_text: bool,
}

impl Searcher {
    /// Begins to look for a pattern in what a scope holds of a project.
    pub fn new(project: &Project, pattern: Pattern, scope: &Scope, limits: Limits) -> Searcher {
        let within = scope.within(project);
        let documents =
            project.documents_in_order().into_iter().filter(|document| within.contains_document(document.id));
        let mut left: Vec<_> = std::iter::once(None).chain(documents.map(Some)).collect();
        left.reverse();
        let total = left.len();
        let (project, whole) = (project.clone(), scope.is_everything());
        Searcher { pattern, limits, project, within, whole, left, total, given: 0, skip_text: false }
    }

    /// Looks only into these documents, and gives the hits of all of them.
    pub fn only(mut self, documents: &[DocumentId]) -> Searcher {
        self.left.retain(|place| place.as_ref().is_some_and(|document| documents.contains(&document.id)));
        self.total = self.left.len();
        self.limits.documents = usize::MAX;
        self
    }

    /// The texts that the next steps will need, `most` of them at most.
    pub fn upcoming(&self, cache: &FoldCache, most: usize) -> Vec<TextHash> {
        let mut given = self.given;
        let documents = self.left.iter().rev().flatten();
        let needed = documents.filter(|document| match cache.get(&document.text.hash) {
            None => true,
            Some(_) if given >= self.limits.documents && !self.reads_text(document) => false,
            Some(folded) => {
                let found = self.pattern.count_folded(&folded) > 0;
                given += usize::from(found);
                found
            }
        });
        needed.map(|document| document.text.hash).take(most).collect()
    }

    /// How many steps are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.total - self.left.len(), self.total)
    }

    /// Goes on without the text that the last step needed: it is lost.
    pub fn skip_text(&mut self) {
        self.skip_text = true;
    }

    /// The next step. `texts` gives the texts that are ready; what it does not give is asked for.
    pub fn step(&mut self, cache: &mut FoldCache, texts: &dyn Fn(&TextHash) -> Option<Text>) -> Step {
        let Some(next) = self.left.last().cloned() else { return Step::Done };
        let group = match next {
            None => self.codes(),
            Some(document) => match self.document(&document, cache, texts) {
                Ok(group) => group,
                Err(hash) => return Step::NeedsText(hash),
            },
        };
        self.skip_text = false;
        self.left.pop();
        self.given += usize::from(group.document.is_some() && !group.hits.is_empty());
        if group.count > 0 || group.without_text { Step::Found(group) } else { Step::Nothing }
    }

    fn codes(&self) -> Group {
        let mut group = Group::of(None);
        for code in self.project.codes_in_order() {
            if self.within.contains_code(code.id) {
                self.short(&mut group, Place::CodeName(code.id), &code.name, usize::MAX);
                self.short(&mut group, Place::CodeDefinition(code.id), &code.definition, usize::MAX);
            }
        }
        // A memo may be about anything; narrowed to a part of the project, nothing says which memos belong to it.
        if self.whole {
            for memo in self.project.memos.values() {
                self.short(&mut group, Place::MemoTitle(memo.id), &memo.title, usize::MAX);
                let mut words = memo.words.clone();
                for link in links_in(&memo.words).into_iter().rev() {
                    words.replace_range(link.range, link.subject.name_in(&self.project).unwrap_or(&link.name));
                }
                self.short(&mut group, Place::MemoWords(memo.id), &words, usize::MAX);
            }
        }
        group
    }

    fn document(
        &self,
        document: &Document,
        cache: &mut FoldCache,
        texts: &dyn Fn(&TextHash) -> Option<Text>,
    ) -> Result<Group, TextHash> {
        let id = document.id;
        let mut group = Group { without_text: self.skip_text, ..Group::of(Some(id)) };
        self.short(&mut group, Place::Title(id), &document.title, usize::MAX);
        if !self.skip_text {
            self.text(&mut group, document, cache, texts)?;
        }
        let most = group.hits.len().saturating_add(self.limits.hits);
        for quotation in self.project.quotations.get(&id).into_iter().flat_map(|list| list.iter()) {
            let own = Place::QuotationComment(id, quotation.id);
            if !quotation.comment.is_empty() && self.within.contains_quotation(quotation) {
                self.short(&mut group, own, &quotation.comment, most);
            }
            for coding in quotation.codings.iter().filter(|coding| !coding.comment.is_empty()) {
                let spoken =
                    self.within.contains_place(id, quotation.span().start) && !self.within.hides(id, quotation.span());
                if spoken && self.within.contains_coding(coding) {
                    let place = Place::CodingComment(id, quotation.id, coding.id);
                    self.short(&mut group, place, &coding.comment, most);
                }
            }
        }
        if self.withholds() {
            group.withheld = group.count > 0;
            group.hits.clear();
        }
        Ok(group)
    }

    /// Whether the hits in a document are counted only with its text: not all places of it are looked at, or not all
    /// that look alike count.
    fn reads_text(&self, document: &Document) -> bool {
        self.pattern.reads_text() || self.within.narrows_text(document.id)
    }

    /// Whether the hits of the next document are only counted.
    fn withholds(&self) -> bool {
        self.given >= self.limits.documents
    }

    fn text(
        &self,
        group: &mut Group,
        document: &Document,
        cache: &mut FoldCache,
        texts: &dyn Fn(&TextHash) -> Option<Text>,
    ) -> Result<(), TextHash> {
        let hash = document.text.hash;
        let (folded, text) = match cache.get(&hash) {
            Some(folded) => {
                // Most documents have no hit, and then the text itself is not needed.
                let count = self.pattern.count_folded(&folded);
                if count == 0 || (self.withholds() && !self.reads_text(document)) {
                    group.count += count;
                    group.in_text = count;
                    return Ok(());
                }
                (folded, texts(&hash).ok_or(hash)?)
            }
            None => {
                let text = texts(&hash).ok_or(hash)?;
                (cache.fold(&hash, text.as_str()), text)
            }
        };
        let (count, spans) = if self.within.narrows_text(document.id) {
            let mut spans = self.pattern.spans(&folded, &text);
            spans.retain(|span| {
                self.within.contains_place(document.id, span.start) && !self.within.hides(document.id, *span)
            });
            let count = spans.len();
            spans.truncate(self.limits.hits);
            (count, spans)
        } else {
            self.pattern.scan(&folded, &text, self.limits.hits)
        };
        group.count += count;
        group.in_text = count;
        let hits = spans.into_iter().map(|span| {
            let mut hit = self.hit(Place::Text(document.id), &text, span);
            let around = self.limits.context;
            let before = Span::new(span.start.0.saturating_sub(around), span.start.0);
            let after = Span::new(span.end.0, span.end.0.saturating_add(around));
            // What stands around a hit may be someone's who has withdrawn.
            if !before.is_empty() && self.within.hides(document.id, before) {
                hit.excerpt.before.clear();
            }
            if !after.is_empty() && self.within.hides(document.id, after) {
                hit.excerpt.after.clear();
            }
            hit
        });
        group.hits.extend(hits);
        Ok(())
    }

    /// Looks into a name or a comment; hits are given until the group has `most`.
    fn short(&self, group: &mut Group, place: Place, words: &str, most: usize) {
        let folded = Folded::new(words);
        if self.pattern.count_folded(&folded) == 0 {
            return;
        }
        let text = Text::new(words);
        let (count, spans) = self.pattern.scan(&folded, &text, most.saturating_sub(group.hits.len()));
        group.count += count;
        group.hits.extend(spans.into_iter().map(|span| self.hit(place, &text, span)));
    }

    fn hit(&self, place: Place, text: &Text, span: Span) -> Hit {
        let paragraph = text.paragraph_number(text.paragraph_at(span.start));
        Hit { place, span, paragraph, excerpt: Excerpt::of(text, span, self.limits.context) }
    }
}
