//! Between the page and the text: which code point a place in the DOM is, and where a span of the text is drawn.
//!
//! A section is drawn in one of two ways, and both are read here: as paragraphs (each text in an element with
//! `data-p`, its index), or, while it is far from the view, as one text node in the section's element.

use emic_core::text::{Pos, Span, Text, Utf16Pos};
use emic_view::lines::CaretBox;
use emic_view::reader::Section;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// The sections' element and what it shows.
#[derive(Clone)]
pub struct Sheet<'a> {
    /// The element whose children are the sections, in order.
    pub root: &'a Element,
    /// The text on show.
    pub text: &'a Text,
    /// How it is cut.
    pub sections: &'a [Section],
}

impl Sheet<'_> {
    /// The gap in the text at a point of the DOM, if that is in the text at all.
    pub fn pos_of(&self, node: &Node, offset: u32) -> Option<Pos> {
        if !self.root.contains(Some(node)) {
            return None;
        }
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        if let Some(words) = element.closest("[data-p]").ok()? {
            let index: usize = words.get_attribute("data-p")?.parse().ok()?;
            let units = units_before(&words, node, offset)?;
            return self.text.pos_in_paragraph(index, Utf16Pos(units));
        }
        if let Some(paragraph) = element.closest("[data-para]").ok()? {
            // In the margin of a paragraph: its start.
            let index: usize = paragraph.get_attribute("data-para")?.parse().ok()?;
            return self.text.paragraphs().get(index).map(|span| span.start);
        }
        if let Some(section) = element.closest("[data-s]").ok()? {
            let n: usize = section.get_attribute("data-s")?.parse().ok()?;
            let span = self.sections.get(n)?.span;
            if section.has_attribute("data-far") {
                let units = units_before(&section, node, offset)?;
                let start = self.text.utf16(span.start)?;
                return self.text.pos_of_utf16(Utf16Pos(start.0 + units)).map(|pos| pos.min(span.end));
            }
            return Some(if offset == 0 { span.start } else { span.end });
        }
        // Between sections: the offset counts them.
        let section = self.sections.get(offset as usize)?;
        Some(section.span.start)
    }

    /// The gap in the text nearest to a point of the window.
    pub fn pos_at(&self, x: f64, y: f64) -> Option<Pos> {
        let (node, offset) = caret_at(x, y)?;
        self.pos_of(&node, offset)
    }

    /// The DOM range that shows a span.
    pub fn range(&self, span: Span) -> Option<Range> {
        let range = document().create_range().ok()?;
        let (node, offset) = self.point(span.start, true)?;
        range.set_start(&node, offset).ok()?;
        let (node, offset) = self.point(span.end, false)?;
        range.set_end(&node, offset).ok()?;
        Some(range)
    }

    /// Where a caret in a gap is drawn. Where two pieces of text meet it is drawn with the later one: behind a line
    /// break that is the next line.
    pub fn caret(&self, pos: Pos) -> Option<CaretBox> {
        let range = document().create_range().ok()?;
        let (node, offset) = self.point(pos, true)?;
        range.set_start(&node, offset).ok()?;
        range.collapse_with_to_start(true);
        let caret = |x: f64, rect: &web_sys::DomRect| CaretBox { x, top: rect.top(), bottom: rect.bottom() };
        // Words that are folded away have no lines: all their places are one, without a height.
        let folded = |words: &Element| words.closest(".para__folded").ok().flatten();
        if let Some(folded) = node.parent_element().as_ref().and_then(folded) {
            let rect = folded.get_bounding_client_rect();
            return Some(CaretBox { x: rect.left(), top: rect.top(), bottom: rect.top() });
        }
        if let Some(rect) = range.get_client_rects().and_then(|rects| rects.item(0)) {
            return Some(caret(rect.left(), &rect));
        }
        // An empty paragraph has no line box: its element stands for it.
        let words = self.words(self.text.paragraph_at(pos))?.get_bounding_client_rect();
        let height = words.height().max(16.0);
        Some(CaretBox { x: words.left(), top: words.top(), bottom: words.top() + height })
    }

    /// The element of a paragraph's words, if it is drawn as a paragraph.
    pub fn words(&self, paragraph: usize) -> Option<Element> {
        let n = self.sections.partition_point(|section| section.paragraphs.start <= paragraph).checked_sub(1)?;
        let section = self.root.children().item(u32::try_from(n).ok()?)?;
        section.query_selector(&format!("[data-p=\"{paragraph}\"]")).ok()?
    }

    /// The text node and offset of a gap. Where two nodes meet, the later one is meant for a start.
    fn point(&self, pos: Pos, start: bool) -> Option<(Node, u32)> {
        let (paragraph, units) = self.text.to_paragraph(pos);
        if let Some(words) = self.words(paragraph) {
            return descend(&words, units.0, start);
        }
        let n = self.sections.partition_point(|section| section.paragraphs.start <= paragraph).checked_sub(1)?;
        let section = self.root.children().item(u32::try_from(n).ok()?)?;
        let from = self.text.utf16(self.sections.get(n)?.span.start)?;
        descend(&section, self.text.utf16(pos)?.0.checked_sub(from.0)?, start)
    }
}

/// UTF-16 units between the start of `element` and a point in it.
fn units_before(element: &Element, node: &Node, offset: u32) -> Option<u32> {
    let range = document().create_range().ok()?;
    range.set_start(element, 0).ok()?;
    range.set_end(node, offset).ok()?;
    Some(range_length(&range))
}

/// The text node in `element` that holds the gap after `units` UTF-16 units.
fn descend(element: &Element, units: u32, start: bool) -> Option<(Node, u32)> {
    const SHOW_TEXT: u32 = 4;
    let walker = document().create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()?;
    let mut left = units;
    let mut last = None;
    while let Some(node) = walker.next_node().ok()? {
        let length = node.unchecked_ref::<web_sys::CharacterData>().length();
        if left < length || (left == length && !start) {
            return Some((node, left));
        }
        left -= length;
        last = Some((node, length));
    }
    // The end of the paragraph, or an empty one.
    Some(last.unwrap_or_else(|| (element.clone().unchecked_into(), 0)))
}

/// The length of a range's text in UTF-16 units.
fn range_length(range: &Range) -> u32 {
    js_sys::Object::to_string(range).length()
}

/// The DOM point of the caret nearest to a point of the window.
fn caret_at(x: f64, y: f64) -> Option<(Node, u32)> {
    let document = document();
    if has(&document, "caretPositionFromPoint") {
        let at = document.caret_position_from_point(x as f32, y as f32)?;
        return Some((at.offset_node()?, at.offset()));
    }
    // Safari before 26.2.
    let method = js_sys::Reflect::get(&document, &"caretRangeFromPoint".into()).ok()?;
    let method: js_sys::Function = method.dyn_into().ok()?;
    let range: Range = method.call2(&document, &x.into(), &y.into()).ok()?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

fn has(object: &js_sys::Object, name: &str) -> bool {
    js_sys::Reflect::has(object, &name.into()).unwrap_or(false)
}
