//! A document as the reader shows it: sections of paragraphs, each computed when it is first wanted and again only
//! where quotations changed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use emic_core::ids::{CodeId, QuotationId};
use emic_core::project::{Block, BlockKind, Code, Colour, Document, Quotation, QuotationList, Structure, Table};
use emic_core::text::{Pos, Span, Text};

use super::direction::{Direction, paragraph_direction};
use super::runs::{Marked, Run, paragraph_runs};
use super::span_tree::SpanTree;
use super::speech::{Aside, Beside};

/// How many code points a section has at most, unless one paragraph alone is longer.
pub const SECTION: u32 = 4_000;

/// One paragraph as it is shown. Shared by `Rc`: as long as it looks the same it is the very same value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphView {
    /// Its index in the text.
    pub index: usize,
    /// The number that people see; blank ones have none.
    pub number: Option<u32>,
    /// Where it is, without its line end.
    pub span: Span,
    /// How it is shown, if other than as a plain paragraph.
    pub kind: Option<BlockKind>,
    /// Which way it runs; `None` if it has no letters.
    pub direction: Option<Direction>,
    /// Who speaks in it, when, and which page begins in it.
    pub aside: Aside,
    /// Its words, cut where quotations begin or end; none if it is empty.
    pub runs: Rc<[Run]>,
    /// The quotations that overlap it, its line end included, in reading order.
    pub quotations: Rc<[QuotationId]>,
}

/// Where a section is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The indices of its paragraphs; never empty.
    pub paragraphs: Range<usize>,
    /// From the start of its first paragraph to the end of its last one.
    pub span: Span,
}

/// One section as it is shown. Shared by `Rc`: as long as it looks the same it is the very same value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionView {
    /// Its number, from 0.
    pub index: usize,
    /// Where it is.
    pub span: Span,
    /// Its paragraphs, blank ones included.
    pub paragraphs: Rc<[Rc<ParagraphView>]>,
}

/// What an update changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// Quotations that were added, removed or changed in any way (a comment, say), or whose hue changed; ascending.
    pub quotations: Vec<QuotationId>,
    /// Sections whose marks may look different now, ascending; ask for them again.
    pub sections: Vec<usize>,
}

/// A document with its quotations, for one pane.
///
/// `update` costs what differs between two lists and a walk over the list's pointers; `section` computes what is asked
/// for and remembers it.
#[derive(Debug)]
pub struct DocumentView {
    text: Text,
    kinds: Vec<Option<BlockKind>>,
    beside: Beside,
    sections: Vec<Section>,
    list: QuotationList,
    codes: Table<CodeId, Code>,
    /// Of each quotation in the list what the text shows of it.
    shown: Vec<Shown>,
    tree: SpanTree,
    made: RefCell<Vec<Option<Made>>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Shown {
    marked: Marked,
    code: Option<CodeId>,
}

/// A section that was asked for, and which of its paragraphs may have changed since.
#[derive(Debug)]
struct Made {
    view: Rc<SectionView>,
    stale: Range<usize>,
}

impl DocumentView {
    /// A document without quotations yet; [`DocumentView::update`] brings them. `text` must be the document's.
    pub fn new(text: &Text, document: &Document) -> DocumentView {
        let sections = cut(text.paragraphs());
        let made = RefCell::new(sections.iter().map(|_| None).collect());
        DocumentView {
            text: text.clone(),
            kinds: kinds(text.paragraphs(), &document.structure.blocks),
            beside: Beside::of(&document.structure),
            sections,
            list: QuotationList::default(),
            codes: Table::default(),
            shown: Vec::new(),
            tree: SpanTree::default(),
            made,
        }
    }

    /// The text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The quotations as of the last update.
    pub fn quotations(&self) -> &QuotationList {
        &self.list
    }

    /// All sections; there is at least one.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The paragraph that a gap is in, its end included.
    pub fn paragraph_of(&self, pos: Pos) -> usize {
        self.text.paragraph_at(pos)
    }

    /// The section that a paragraph is in; the last one if there is no such paragraph.
    pub fn section_of(&self, paragraph: usize) -> usize {
        self.sections.partition_point(|section| section.paragraphs.start <= paragraph).saturating_sub(1)
    }

    /// The quotations that share a code point with `span`, in reading order.
    pub fn overlapping(&self, span: Span) -> Vec<Rc<Quotation>> {
        let list = self.list.as_slice();
        self.tree.overlapping(span.start.0, span.end.0).into_iter().map(|i| Rc::clone(&list[i])).collect()
    }

    /// The quotations that cover the code point after `pos`, in reading order (so the innermost is the last as a rule).
    pub fn quotations_at(&self, pos: Pos) -> Vec<Rc<Quotation>> {
        self.overlapping(Span { start: pos, end: Pos(pos.0.saturating_add(1)) })
    }

    /// Section `n` as it is now; `None` if there is none of that number.
    pub fn section(&self, n: usize) -> Option<Rc<SectionView>> {
        let section = self.sections.get(n)?;
        let mut made = self.made.borrow_mut();
        let slot = made.get_mut(n)?;
        let view = match slot.take() {
            None => {
                let paragraphs = section.paragraphs.clone().map(|index| Rc::new(self.paragraph(index))).collect();
                Rc::new(SectionView { index: n, span: section.span, paragraphs })
            }
            Some(old) => self.refreshed(&old.view, section.paragraphs.start, old.stale),
        };
        *slot = Some(Made { view: Rc::clone(&view), stale: 0..0 });
        Some(view)
    }

    /// The section with its stale paragraphs computed anew; the same one if all look as they did.
    fn refreshed(&self, old: &Rc<SectionView>, first: usize, stale: Range<usize>) -> Rc<SectionView> {
        let changed: BTreeMap<usize, Rc<ParagraphView>> = stale
            .map(|index| (index - first, self.paragraph(index)))
            .filter(|(at, new)| *old.paragraphs[*at] != *new)
            .map(|(at, new)| (at, Rc::new(new)))
            .collect();
        if changed.is_empty() {
            return Rc::clone(old);
        }
        let paragraphs =
            old.paragraphs.iter().enumerate().map(|(at, old)| Rc::clone(changed.get(&at).unwrap_or(old))).collect();
        Rc::new(SectionView { index: old.index, span: old.span, paragraphs })
    }

    fn paragraph(&self, index: usize) -> ParagraphView {
        let span = self.text.paragraphs()[index];
        // With the line end, so that a quotation of a blank line is in some paragraph.
        let over = self.tree.overlapping(span.start.0, span.end.0 + 1);
        let marked: Vec<Marked> = over.into_iter().map(|i| self.shown[i].marked).collect();
        let aside = self.beside.paragraph(span);
        let looks = self.beside.looks(span, aside.label);
        ParagraphView {
            index,
            number: self.text.paragraph_number(index),
            span,
            kind: self.kinds.get(index).copied().flatten(),
            direction: paragraph_direction(&self.text, index),
            runs: paragraph_runs(&self.text, index, &marked, &looks).into(),
            aside,
            quotations: marked.iter().map(|marked| marked.id).collect(),
        }
    }

    /// Takes over the quotations as they are now, and the codes that give them their hues. Paragraphs that look the
    /// same afterwards, and sections with only such ones, stay the very same values. Before any section was asked for,
    /// the first quotations touch nothing.
    pub fn update(&mut self, list: &QuotationList, codes: &Table<CodeId, Code>) -> Touched {
        let recoloured = recoloured(&self.codes, codes);
        if self.list.same(list) && recoloured.is_empty() {
            self.codes = codes.clone();
            return Touched::default();
        }
        let (old, new) = (self.list.as_slice(), list.as_slice());
        let (start, end) = differing(old, new);
        let (old_middle, new_middle) = (start..old.len() - end, start..new.len() - end);

        if old.is_empty() && self.made.borrow().iter().all(Option::is_none) {
            // Nothing is on show yet that could change.
            self.shown = new.iter().map(|quotation| shown(quotation, codes)).collect();
            self.tree = SpanTree::new(self.shown.iter().map(|shown| shown.marked.span));
            self.list = list.clone();
            self.codes = codes.clone();
            return Touched::default();
        }
        let mut ids = BTreeSet::new();
        let mut spans = Vec::new();
        let mut gone: BTreeMap<QuotationId, (&Rc<Quotation>, Shown)> =
            old[old_middle.clone()].iter().zip(&self.shown[old_middle.clone()]).map(|(q, s)| (q.id, (q, *s))).collect();
        let fresh: Vec<Shown> = new[new_middle].iter().map(|quotation| shown(quotation, codes)).collect();
        for (quotation, now) in new[start..].iter().zip(&fresh) {
            let before = gone.remove(&quotation.id);
            if before.is_none_or(|(before, _)| !Rc::ptr_eq(before, quotation)) {
                ids.insert(quotation.id);
            }
            let before = before.map(|(_, shown)| shown);
            if before.map(|before| before.marked) != Some(now.marked) {
                ids.insert(quotation.id);
                spans.extend(before.map(|before| before.marked.span));
                spans.push(now.marked.span);
            }
        }
        for (id, (_, before)) in gone {
            ids.insert(id);
            spans.push(before.marked.span);
        }
        self.shown.splice(old_middle, fresh);
        if !recoloured.is_empty() {
            for shown in &mut self.shown {
                let colour = colour(shown.code, codes);
                if shown.code.is_some_and(|code| recoloured.contains(&code)) && shown.marked.colour != colour {
                    shown.marked.colour = colour;
                    ids.insert(shown.marked.id);
                    spans.push(shown.marked.span);
                }
            }
        }
        if !self.list.same(list) {
            self.tree = SpanTree::new(self.shown.iter().map(|shown| shown.marked.span));
        }
        self.list = list.clone();
        self.codes = codes.clone();
        let sections = self.make_stale(&spans);
        Touched { quotations: ids.into_iter().collect(), sections }
    }

    /// Takes over what stands beside the words as it is now; tells whether that is another value than before. Paragraphs
    /// that look the same afterwards stay the very same values.
    pub fn restructure(&mut self, structure: &Rc<Structure>) -> bool {
        if Rc::ptr_eq(structure, self.beside.structure()) {
            return false;
        }
        self.kinds = kinds(self.text.paragraphs(), &structure.blocks);
        self.beside = Beside::of(structure);
        for (made, section) in self.made.get_mut().iter_mut().zip(&self.sections) {
            if let Some(made) = made {
                made.stale = section.paragraphs.clone();
            }
        }
        true
    }

    /// Marks the paragraphs that the spans reach into; gives the sections that they are in.
    fn make_stale(&mut self, spans: &[Span]) -> Vec<usize> {
        let mut touched = BTreeSet::new();
        for span in spans.iter().filter(|span| !span.is_empty()) {
            let (first, last) = (self.paragraph_of(span.start), self.paragraph_of(Pos(span.end.0 - 1)));
            for n in self.section_of(first)..=self.section_of(last) {
                touched.insert(n);
                let within = &self.sections[n].paragraphs;
                let reached = first.max(within.start)..(last + 1).min(within.end);
                if let Some(made) = &mut self.made.get_mut()[n] {
                    made.stale = if made.stale.is_empty() {
                        reached
                    } else {
                        made.stale.start.min(reached.start)..made.stale.end.max(reached.end)
                    };
                }
            }
        }
        touched.into_iter().collect()
    }
}

/// How many entries at the start and, after those, at the end of two lists are the very same.
fn differing(old: &[Rc<Quotation>], new: &[Rc<Quotation>]) -> (usize, usize) {
    let same = |(old, new): &(&Rc<Quotation>, &Rc<Quotation>)| Rc::ptr_eq(old, new);
    let start = old.iter().zip(new).take_while(same).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(same).count();
    (start, end)
}

fn colour(code: Option<CodeId>, codes: &Table<CodeId, Code>) -> Option<Colour> {
    Some(codes.get(&code?)?.colour)
}

fn shown(quotation: &Quotation, codes: &Table<CodeId, Code>) -> Shown {
    let code = quotation.codings.first().map(|coding| coding.code);
    Shown { marked: Marked { id: quotation.id, span: quotation.span(), colour: colour(code, codes) }, code }
}

/// Codes whose hue is not what it was, or that came or went.
fn recoloured(old: &Table<CodeId, Code>, new: &Table<CodeId, Code>) -> BTreeSet<CodeId> {
    if old.same(new) {
        return BTreeSet::new();
    }
    let differs = |one: &Table<CodeId, Code>, other: &Table<CodeId, Code>| -> Vec<CodeId> {
        one.iter()
            .filter(|(id, code)| other.get(id).is_none_or(|o| !Rc::ptr_eq(o, code) && o.colour != code.colour))
            .map(|(id, _)| *id)
            .collect()
    };
    differs(old, new).into_iter().chain(differs(new, old)).collect()
}

fn cut(paragraphs: &[Span]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (index, &span) in paragraphs.iter().enumerate() {
        match sections.last_mut() {
            Some(last) if span.end.0 - last.span.start.0 <= SECTION => {
                last.paragraphs.end = index + 1;
                last.span.end = span.end;
            }
            _ => sections.push(Section { paragraphs: index..index + 1, span }),
        }
    }
    sections
}

/// Of each paragraph how it is shown: as the first block says that it shares a code point with.
fn kinds(paragraphs: &[Span], blocks: &[Block]) -> Vec<Option<BlockKind>> {
    let mut blocks = blocks.iter().peekable();
    paragraphs
        .iter()
        .map(|paragraph| {
            while blocks.next_if(|block| block.span.end <= paragraph.start).is_some() {}
            blocks.peek().filter(|block| block.span.overlaps(*paragraph)).map(|block| block.kind)
        })
        .collect()
}

#[cfg(test)]
#[path = "sections_tests.rs"]
mod tests;
