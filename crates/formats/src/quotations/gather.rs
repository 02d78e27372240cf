//! What is said of a quotation in any format.

use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::consent::Limits;
use emic_core::ids::{CodeId, CoderId};
use emic_core::project::{Coding, Document, Project, Quotation};
use emic_core::scope::Within;
use emic_core::search::Excerpt;
use emic_core::text::{Pos, Span, Text};
use emic_core::time::{Timestamp, clock};

use super::{LIST, PATH};

/// A quotation with what its text says of it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub document: Rc<Document>,
    pub quotation: Rc<Quotation>,
    pub words: Rc<str>,
    /// What stands before and after it in its paragraphs; empty where no context is wanted.
    pub before: String,
    pub after: String,
    /// Its first and last paragraph, as people count them.
    pub paragraphs: Option<(u32, u32)>,
    /// Who says it, when in the recording, and the page that it begins on; empty where it is not known.
    pub speaker: String,
    pub time: String,
    pub page: String,
}

impl Row {
    /// A quotation of a document. Without the text only what the quotation itself holds is known. What stands around it
    /// is left out where some of it may not be quoted.
    pub fn new(
        document: &Rc<Document>,
        quotation: &Rc<Quotation>,
        text: Option<&Text>,
        context: u32,
        limits: &Limits,
    ) -> Row {
        let Span { start, end } = quotation.span();
        let around = context.max(emic_core::text::CONTEXT);
        let before = Span::new(start.0.saturating_sub(around), start.0);
        let after = Span::new(end.0, end.0.saturating_add(around));
        let free = |around: Span| around.is_empty() || limits.at(around).may_be_quoted();
        let mut row = Row::whole(document, quotation, text, context);
        if !free(before) {
            row.before.clear();
        }
        if !free(after) {
            row.after.clear();
        }
        row
    }

    fn whole(document: &Rc<Document>, quotation: &Rc<Quotation>, text: Option<&Text>, context: u32) -> Row {
        let (document, quotation) = (Rc::clone(document), Rc::clone(quotation));
        let said = document.structure.said_at(quotation.span().start);
        let speaker = said.speaker.map(|speaker| speaker.name.clone()).unwrap_or_default();
        let time = said.ms.map(clock).unwrap_or_default();
        let page = said.page.map(str::to_owned).unwrap_or_default();
        let Some(text) = text else {
            let quote = &quotation.quote;
            let (words, before, after) = (Rc::clone(&quote.exact), quote.prefix.to_string(), quote.suffix.to_string());
            let (before, after) = if context > 0 { (before, after) } else { Default::default() };
            return Row { document, quotation, words, before, after, paragraphs: None, speaker, time, page };
        };
        let span = text.clamp(quotation.span());
        let now = text.slice(span);
        let words = if *now == *quotation.quote.exact { Rc::clone(&quotation.quote.exact) } else { now.into() };
        let (before, after) = if context > 0 {
            let excerpt = Excerpt::of(text, span, context);
            let cut = |cut, words: String, before: bool| match (cut, before) {
                (true, true) => format!("… {}", words.trim_start()),
                (true, false) => format!("{} …", words.trim_end()),
                (false, _) => words,
            };
            (cut(excerpt.more_before, excerpt.before, true), cut(excerpt.more_after, excerpt.after, false))
        } else {
            Default::default()
        };
        let paragraphs = paragraphs(text, span);
        Row { document, quotation, words, before, after, paragraphs, speaker, time, page }
    }

    /// "3", "3–5", or nothing.
    pub fn paragraph(&self) -> String {
        match self.paragraphs {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => String::new(),
        }
    }
}

/// The numbers of the first and last paragraph in a span that have one.
fn paragraphs(text: &Text, span: Span) -> Option<(u32, u32)> {
    let last = Pos(span.end.0.saturating_sub(1).max(span.start.0));
    let mut inside = text.paragraph_at(span.start)..=text.paragraph_at(last);
    let first = inside.clone().find_map(|index| text.paragraph_number(index))?;
    Some((first, inside.rfind(|index| !text.is_blank(*index)).and_then(|index| text.paragraph_number(index))?))
}

/// What is looked up for every quotation.
#[derive(Debug, Clone)]
pub(super) struct Names {
    paths: BTreeMap<CodeId, String>,
    coders: BTreeMap<CoderId, String>,
    within: Within,
}

impl Names {
    pub fn new(project: &Project, within: Within) -> Names {
        let paths = project.codes.keys().map(|id| (*id, project.code_path(*id).join(PATH))).collect();
        let coders = project.coders.values().map(|coder| (coder.id, coder.name.clone())).collect();
        Names { paths, coders, within }
    }

    /// The names from the topmost code down to this one.
    pub fn path(&self, code: CodeId) -> &str {
        self.paths.get(&code).map_or("", String::as_str)
    }

    /// The other codes on a quotation by the coders of the scope, each once.
    pub fn others(&self, quotation: &Quotation, code: Option<CodeId>) -> String {
        let mut paths: Vec<&str> = Vec::new();
        for coding in &quotation.codings {
            let path = self.path(coding.code);
            if Some(coding.code) != code && self.within.contains_coder(coding.created.by) && !paths.contains(&path) {
                paths.push(path);
            }
        }
        paths.join(LIST)
    }

    /// Who coded it and when, or who marked it if no code is on it.
    pub fn made(&self, row: &Row, coding: Option<&Coding>) -> (&str, Timestamp) {
        let stamp = coding.map_or(row.quotation.created, |coding| coding.created);
        (self.coders.get(&stamp.by).map_or("", String::as_str), stamp.at)
    }
}
