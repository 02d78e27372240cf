//! The whole text, section by section: which are near the view, and what each shows.

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::ids::{CodeId, QuotationId};
use emic_core::project::{Code, Document, Quotation, QuotationList, Structure, Table};
use emic_core::text::Text;
use emic_view::reader::{DocumentView, SectionView};
use yew::AttrValue;

use super::paragraph::Names;
use super::section::Made;
use super::stripes::{StripeInfo, StripeInfos};
use crate::i18n::tr;
use crate::store::Same;

/// How much of a section is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The bare words.
    Far,
    /// Paragraphs and marks.
    Marked,
    /// With stripes as well.
    Near,
}

#[derive(Clone)]
struct Shown {
    view: Same<SectionView>,
    names: Rc<[Names]>,
    infos: StripeInfos,
}

/// A document on show in a pane: its view and how much of each section is made.
pub struct Sheets {
    view: DocumentView,
    codes: Table<CodeId, Code>,
    levels: Vec<Level>,
    shown: RefCell<Vec<Option<Shown>>>,
}

impl Sheets {
    /// A document that begins to be shown at a section; so many of them fill the view.
    pub fn new(text: &Text, document: &Document, first: usize, filling: usize) -> Sheets {
        let view = DocumentView::new(text, document);
        let count = view.sections().len();
        let mut levels = vec![Level::Far; count];
        for level in levels.iter_mut().skip(first.saturating_sub(1)).take(if first > 0 { filling + 2 } else { filling })
        {
            *level = Level::Near;
        }
        Sheets { view, codes: Table::default(), levels, shown: RefCell::new(vec![None; count]) }
    }

    /// The document's view.
    pub fn view(&self) -> &DocumentView {
        &self.view
    }

    /// Takes over the quotations and codes, and what stands beside the words, as they are now.
    pub fn update(&mut self, list: &QuotationList, codes: &Table<CodeId, Code>, structure: &Rc<Structure>) {
        let renamed = !self.codes.same(codes)
            && self.codes.iter().any(|(id, code)| codes.get(id).is_none_or(|now| now.name != code.name));
        self.codes = codes.clone();
        let restructured = self.view.restructure(structure);
        let touched = self.view.update(list, codes);
        let mut stale = touched.sections;
        for id in touched.quotations {
            if let Some(quotation) = list.get(id) {
                let view = &self.view;
                let section = |pos| view.section_of(view.paragraph_of(pos));
                stale.extend(section(quotation.span().start)..=section(quotation.span().end));
            }
        }
        let shown = self.shown.get_mut();
        if renamed || restructured {
            shown.fill(None);
        }
        for n in stale {
            if let Some(slot) = shown.get_mut(n) {
                *slot = None;
            }
        }
    }

    /// How much of a section is made.
    pub fn level(&self, n: usize) -> Level {
        self.levels.get(n).copied().unwrap_or(Level::Far)
    }

    /// Says how much of a section is to be made; whether that is a change. What was made is never unmade: only its
    /// stripes come and go.
    pub fn set_level(&mut self, n: usize, level: Level) -> bool {
        match self.levels.get_mut(n) {
            Some(now) if *now != level && level != Level::Far => {
                *now = level;
                true
            }
            _ => false,
        }
    }

    /// The next section that is still bare words, looking outwards from one that is read.
    pub fn next_far(&self) -> Option<usize> {
        let read = self.levels.iter().position(|level| *level == Level::Near).unwrap_or(0);
        let far = |n: &usize| self.levels[*n] == Level::Far;
        (read..self.levels.len()).find(far).or_else(|| (0..read).rev().find(far))
    }

    /// What a section shows.
    pub fn made(&self, n: usize) -> Made {
        let level = self.level(n);
        if level == Level::Far {
            return Made::Far;
        }
        let Some(shown) = self.shown(n) else { return Made::Far };
        match level {
            Level::Near => Made::Near(shown.view, shown.names, shown.infos),
            _ => Made::Marked(shown.view, shown.names),
        }
    }

    fn shown(&self, n: usize) -> Option<Shown> {
        if let Some(shown) = self.shown.borrow().get(n)?.clone() {
            return Some(shown);
        }
        let view = self.view.section(n)?;
        let quotations = self.view.overlapping(view.span);
        let infos: StripeInfos = quotations
            .iter()
            .map(|quotation| {
                let first = quotation.codings.first().map(|coding| coding.code);
                StripeInfo {
                    id: quotation.id,
                    code: first,
                    colour: first.and_then(|code| self.codes.get(&code)).map(|code| code.colour),
                    label: self.label(quotation),
                    begins: view.span.start <= quotation.span().start,
                }
            })
            .collect();
        let label_of = |id: &QuotationId| {
            infos.iter().find(|info| info.id == *id).map(|info| info.label.clone()).unwrap_or_default()
        };
        let names = view.paragraphs.iter().map(|p| p.quotations.iter().map(label_of).collect::<Names>()).collect();
        let shown = Shown { view: Same(view), names, infos };
        self.shown.borrow_mut()[n] = Some(shown.clone());
        Some(shown)
    }

    /// What a quotation is called: the names of its codes.
    pub fn label(&self, quotation: &Quotation) -> AttrValue {
        let names: Vec<&str> = quotation
            .codings
            .iter()
            .filter_map(|coding| self.codes.get(&coding.code))
            .map(|code| code.name.as_str())
            .collect();
        if names.is_empty() { tr!("reader-no-code") } else { names.join(" · ").into() }
    }
}
