//! Runs: words of one look.

use std::borrow::Cow;

use emic_formats::source::LeftOut;

use super::fields::form;
use super::notes::Kind;
use super::paragraph::Paragraph;
use super::story::{Story, branch};
use super::styles::RunLook;
use super::symbols;
use crate::pen::{Looks, plain_part};
use crate::xml::{Node, attribute, below, child};

impl Story<'_, '_> {
    /// Tells a run.
    pub fn run<'a, 'i>(&mut self, run: Node<'a, 'i>, paragraph: &mut Paragraph<'a, 'i>) {
        let properties = child(run, "rPr");
        let named = properties.and_then(|properties| child(properties, "rStyle"));
        let style = self.styles.get(named.and_then(|style| attribute(style, "val"))).map(|style| style.look);
        let shown = RunLook::of(properties).or(paragraph.look.toggled(style.unwrap_or_default()));
        if shown.hidden == Some(true) {
            return self.hide(run);
        }
        let (bold, italic) = match shown.complex {
            Some(true) => (shown.bold_complex, shown.italic_complex),
            _ => (shown.bold, shown.italic),
        };
        let look = Looks { bold: bold == Some(true), italic: italic == Some(true) };
        let font =
            properties.and_then(|properties| child(properties, "rFonts")).and_then(|font| attribute(font, "ascii"));
        self.pieces(run, look, font, paragraph);
    }

    /// Hidden words: they are counted, but what they begin and end is taken note of.
    fn hide(&mut self, run: Node<'_, '_>) {
        for node in run.children() {
            match node.tag_name().name() {
                "fldChar" => self.fields.mark(node),
                "commentReference" => self.comment_sign(node),
                "t" if !self.hiding
                    && !self.fields.instructing()
                    && node.text().is_some_and(|t| !t.trim().is_empty()) =>
                {
                    self.flow.leave_out(LeftOut::Hidden);
                    self.hiding = true;
                }
                _ => {}
            }
        }
    }

    fn pieces<'a, 'i>(
        &mut self,
        run: Node<'a, 'i>,
        look: Looks,
        font: Option<&str>,
        paragraph: &mut Paragraph<'a, 'i>,
    ) {
        for node in run.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "t" | "delText" => self.say(&letters(node, font), look, paragraph),
                "tab" | "ptab" => self.say("\t", look, paragraph),
                "cr" => self.say("\n", look, paragraph),
                "br" => match attribute(node, "type") {
                    Some("page" | "column") => paragraph.breaks = true,
                    _ => self.say("\n", look, paragraph),
                },
                "noBreakHyphen" => self.say("\u{2011}", look, paragraph),
                "sym" => {
                    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
                    let font = attribute(node, "font").unwrap_or_default();
                    if let Some(symbol) = code.and_then(|code| symbols::character(font, code)) {
                        self.say(symbol.encode_utf8(&mut [0; 4]), look, paragraph);
                    }
                }
                "fldChar" => {
                    let shown = form(node);
                    // Before the field is open, so that it is no part of its instruction.
                    if let Some(shown) = shown {
                        self.say(&shown, look, paragraph);
                    }
                    self.fields.mark(node);
                }
                "footnoteReference" => self.note(Kind::Foot, node, paragraph),
                "endnoteReference" => self.note(Kind::End, node, paragraph),
                "commentReference" => self.comment_sign(node),
                "drawing" | "pict" | "object" if !self.fields.instructing() => self.drawing(node, paragraph),
                "AlternateContent" => {
                    if let Some(branch) = branch(node) {
                        self.pieces(branch, look, font, paragraph);
                    }
                }
                // Of words with their reading above, the words.
                "ruby" => {
                    if let Some(base) = child(node, "rubyBase") {
                        self.inline(base, paragraph);
                    }
                }
                _ => {}
            }
        }
    }

    fn note(&mut self, kind: Kind, mark: Node<'_, '_>, paragraph: &mut Paragraph<'_, '_>) {
        if self.fields.instructing() {
            return;
        }
        let own = matches!(attribute(mark, "customMarkFollows"), Some("1" | "true" | "on"));
        let Some(id) = attribute(mark, "id") else { return };
        if let Some(label) = self.notes.mark(kind, id, own) {
            self.say(&label, Looks::default(), paragraph);
        }
    }
}

/// The letters of a `w:t`. Line ends in it are white space of the file: they come from programs that indent XML.
fn letters<'a>(node: Node<'a, '_>, font: Option<&str>) -> Cow<'a, str> {
    let text = node.text().unwrap_or_default();
    let preserved = attribute(node, "space") == Some("preserve");
    let text = if !preserved && text.contains('\n') { text.trim() } else { text };
    let symbols = font.filter(|font| symbols::is_font(font));
    if plain_part(text).len() == text.len() {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter_map(|c| match (c, symbols) {
        ('\n' | '\r' | '\t', _) => Some(' '),
        ('\u{f000}'..='\u{f0ff}', Some(font)) => symbols::character(font, c.into()),
        _ => Some(c),
    });
    shown.collect()
}

/// Whether anything in an element is words, for what is counted only then.
pub fn has_words(node: Node<'_, '_>) -> bool {
    below(node, "t").any(|text| text.text().is_some_and(|text| !text.trim().is_empty()))
}
