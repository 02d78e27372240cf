//! What is on a page: its elements from the first to the last, without a tree of them.
//!
//! Which elements are open is known as the HTML standard has it, as far as it matters to words: a paragraph ends where a
//! block begins, an item at the next item, bold letters go on until their own end tag wherever that is.

use std::borrow::Cow;
use std::collections::HashMap;

use emic_core::project::BlockKind;
use emic_formats::source::{Extract, LeftOut, Refusal};

use super::elements::{BLOCKS, FORMATTING, VOID, heading};
use super::entity::resolve;
use super::formatting::Mark;
use super::lists::List;
use super::open::{Open, Role};
use super::paragraphs::Paragraphs;
use super::style::Inline;
use super::token::{Tag, Token, Tokens};
use crate::pen::Looks;

pub(super) struct Page<'a> {
    pub out: Paragraphs,
    pub open: Vec<Open<'a>>,
    /// Where in `open` the elements of each name are.
    pub places: HashMap<Cow<'a, str>, Vec<usize>>,
    /// Where the tables, cells and captions are: end tags do not reach beyond.
    pub scopes: Vec<usize>,
    /// Where the blocks are: end tags of other elements do not reach beyond.
    pub blocks: Vec<usize>,
    pub marks: Vec<Mark<'a>>,
    /// Elements deeper than [`DEEPEST`].
    pub deeper: usize,
    pub lists: Vec<List>,
    pub skipped: usize,
    /// Hidden elements, and whether the outermost one is counted: it is if there are words in it.
    pub hidden: usize,
    pub hidden_counted: bool,
    pub quotations: usize,
    /// The picture or formula that is open.
    pub foreign: Option<usize>,
    pub word_number: Option<String>,
    /// Whether a line feed that comes now is only the end of the tag's line.
    pub line_of_tag: bool,
    /// Whether elements end in "/>".
    xml: bool,
    title: Option<String>,
    pub seq: u64,
    pub looked_ahead: usize,
}

/// Reads a page.
pub(super) fn read(words: &str, progress: &dyn Fn(f32)) -> Result<Extract, Refusal> {
    let head: String = words.chars().take(1024).collect::<String>().to_ascii_lowercase();
    let mut page = Page {
        out: Paragraphs::default(),
        open: Vec::new(),
        places: HashMap::new(),
        scopes: Vec::new(),
        blocks: Vec::new(),
        marks: Vec::new(),
        deeper: 0,
        lists: Vec::new(),
        skipped: 0,
        hidden: 0,
        hidden_counted: false,
        quotations: 0,
        foreign: None,
        word_number: None,
        line_of_tag: false,
        xml: head.trim_start().starts_with("<?xml") || head.contains("//dtd xhtml") || head.contains("/1999/xhtml"),
        title: None,
        seq: 0,
        looked_ahead: 0,
    };
    let mut tokens = Tokens::new(words);
    let mut count = 0u32;
    loop {
        tokens.cdata = page.xml || page.foreign.is_some();
        let Some(token) = tokens.next() else { break };
        match token {
            Token::Text(text) => page.text(&text),
            Token::Start(tag) => page.start(&tag, &mut tokens),
            Token::End(name) => page.end(&name),
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(1 << 16) {
            progress(tokens.done() as f32 / words.len().max(1) as f32);
        }
    }
    page.pop_to(0);
    let mut extract = page.out.finish()?;
    extract.title = page.title;
    Ok(extract)
}

impl<'a> Page<'a> {
    pub fn looks(&self) -> Looks {
        let open = self.open.last().map(|open| (open.bold, open.italic)).unwrap_or_default();
        let mark = self.marks.last().map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
        Looks { bold: open.0.max(mark.0).1, italic: open.1.max(mark.1).1 }
    }

    pub fn kind(&self) -> Option<BlockKind> {
        self.open.last().and_then(|open| open.kind)
    }

    fn text(&mut self, text: &str) {
        let text = match std::mem::take(&mut self.line_of_tag) {
            true => text.strip_prefix('\n').unwrap_or(text),
            false => text,
        };
        if self.skipped > 0 {
            if self.hidden > 0 && !self.hidden_counted && !text.trim().is_empty() {
                self.hidden_counted = true;
                self.out.leave_out(LeftOut::Hidden);
            }
            return;
        }
        if let Some(number) = &mut self.word_number {
            number.push_str(text);
            return;
        }
        let pre = self.open.last().is_some_and(|open| open.pre);
        self.out.words(text, self.kind(), self.looks(), pre);
    }

    fn leave_out(&mut self, what: LeftOut) {
        if self.skipped == 0 {
            self.out.leave_out(what);
        }
    }

    fn start(&mut self, tag: &Tag<'a>, tokens: &mut Tokens<'a>) {
        let name = tag.name.as_ref();
        let block = BLOCKS.contains(&name);
        self.line_of_tag = false;
        if let Some(picture) = self.foreign
            && (block || matches!(name, "b" | "br" | "i" | "em" | "strong" | "span" | "img" | "hr" | "sub" | "sup"))
            && !["foreignobject", "annotation-xml", "desc"].iter().any(|inner| self.place(inner) > Some(picture))
        {
            // No picture has these in it: its end tag is missing.
            self.pop_to(picture);
        }
        if VOID.contains(&name) {
            return self.void(tag);
        }
        if self.foreign.is_none() && self.raw(tag, tokens) {
            return;
        }
        match name {
            "html" | "head" | "body" => {
                self.xml |= tag.attribute("xmlns").is_some_and(|xmlns| xmlns.ends_with("/1999/xhtml"));
                return;
            }
            "tbody" | "thead" | "tfoot" => {
                self.close(self.in_table("tr"));
                return;
            }
            "tr" | "td" | "th" if self.place("table").is_none() => return self.out_edge(),
            "caption" | "tr" => self.close(self.in_table("caption").max(self.in_table("tr"))),
            "td" | "th" => {
                self.close(self.in_table("caption"));
                self.close([self.in_table("td"), self.in_table("th")].into_iter().flatten().min());
                if self.in_table("tr").is_none() {
                    self.push(Cow::Borrowed("tr"), Inline::default(), Role::Row, None);
                }
            }
            "li" => {
                let list = ["ul", "ol", "menu", "dir"].iter().filter_map(|list| self.place(list)).max();
                self.close(self.nearest("li").filter(|at| Some(*at) > list));
            }
            "dt" | "dd" => {
                let list = self.place("dl");
                self.close(self.nearest("dt").max(self.nearest("dd")).filter(|at| Some(*at) > list));
            }
            "select" => self.close(self.nearest("select")),
            _ => {}
        }
        if block {
            self.close(self.nearest("p"));
        }
        if let Some(level) = heading(name)
            && let Some(at) = self.open.len().checked_sub(1)
            && level > 0
            && self.open.get(at).is_some_and(|open| heading(&open.name).is_some())
        {
            self.pop_to(at);
        }
        let inline = Inline::of(tag);
        if self.skipped == 0
            && let Some(ms) = tag.attribute("name").filter(|_| name == "a").and_then(time)
        {
            self.out.said(ms);
        }
        let closed = tag.self_closing && (self.xml || self.foreign.is_some());
        let plain = !inline.hidden && !inline.block && inline.pre.is_none() && !inline.word_number && !inline.word_tab;
        if FORMATTING.contains(&name) && plain {
            if !closed {
                self.mark(tag.name.clone(), inline);
            }
            return;
        }
        let role = match name {
            _ if inline.hidden => Role::Hidden,
            "svg" | "canvas" => self.skip(LeftOut::Picture),
            "math" => self.skip(LeftOut::Formula),
            "audio" | "video" => self.skip(LeftOut::Media),
            "object" | "applet" => self.skip(LeftOut::Object),
            "select" | "button" => self.skip(LeftOut::FormField),
            "template" | "datalist" => Role::Skipped,
            _ if inline.word_number => Role::WordNumber,
            _ if inline.word_tab => {
                if self.skipped == 0 {
                    self.out.visible('\t', self.kind(), self.looks());
                }
                Role::Skipped
            }
            "ul" | "ol" | "menu" | "dir" => Role::List,
            "li" => Role::Item,
            "tr" => Role::Row,
            "td" | "th" | "caption" => Role::Cell(self.marks.len()),
            "q" => Role::Quotation,
            _ => Role::Plain,
        };
        let at = self.open.len();
        self.push(tag.name.clone(), inline, role, Some((tag, tokens)));
        if matches!(name, "svg" | "math") && self.foreign.is_none() && self.open.len() > at {
            self.foreign = Some(at);
        }
        if closed {
            self.close(Some(at));
        }
    }

    fn skip(&mut self, what: LeftOut) -> Role {
        self.leave_out(what);
        Role::Skipped
    }

    pub fn out_edge(&mut self) {
        if self.skipped == 0 {
            self.out.block_edge();
        }
    }

    fn void(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 {
            return;
        }
        match tag.name.as_ref() {
            "br" => self.out.line_break(),
            "hr" => {
                self.close(self.nearest("p"));
                self.out.rule();
            }
            "img" | "image" => self.out.leave_out(LeftOut::Picture),
            "embed" | "frame" => self.out.leave_out(LeftOut::Object),
            "input" => match tag.attribute("type").unwrap_or_default().to_ascii_lowercase().as_str() {
                "hidden" => {}
                "image" => self.out.leave_out(LeftOut::Picture),
                _ => self.out.leave_out(LeftOut::FormField),
            },
            _ => {}
        }
    }

    /// Elements in which there are no tags; whether this is one.
    fn raw(&mut self, tag: &Tag<'a>, tokens: &mut Tokens<'a>) -> bool {
        let name = tag.name.as_ref();
        let counted = match name {
            "script" => Some(LeftOut::Script),
            "iframe" => Some(LeftOut::Object),
            "style" | "noscript" | "noembed" | "noframes" | "title" | "textarea" | "xmp" | "plaintext" => None,
            _ => return false,
        };
        if let Some(what) = counted {
            self.leave_out(what);
        }
        if tag.self_closing && self.xml {
            return true;
        }
        let words = if name == "plaintext" { tokens.all() } else { tokens.raw(name) };
        match name {
            "title" if self.title.is_none() => {
                let title = resolve(words, false).split_whitespace().collect::<Vec<_>>().join(" ");
                self.title = Some(title.chars().filter(|c| crate::pen::belongs(*c)).collect::<String>())
                    .filter(|title| !title.is_empty());
            }
            "textarea" | "xmp" | "plaintext" if self.skipped == 0 => {
                let words = if name == "textarea" { resolve(words, false) } else { Cow::Borrowed(words) };
                let words = words.strip_prefix('\n').unwrap_or(&words);
                self.out.block_edge();
                self.out.words(words, self.kind(), self.looks(), true);
                self.out.block_edge();
            }
            _ => {}
        }
        true
    }

    fn end(&mut self, name: &str) {
        let block = BLOCKS.contains(&name);
        if self.deeper > 0 && !FORMATTING.contains(&name) {
            self.deeper -= 1;
            return self.out_edge();
        }
        match name {
            "br" => {
                return if self.skipped == 0 {
                    self.out.line_break()
                };
            }
            "html" | "body" | "head" => return,
            "tbody" | "thead" | "tfoot" => return self.close(self.in_table("tr")),
            "tr" | "td" | "th" | "caption" => return self.close(self.in_table(name)),
            "table" => return self.close(self.place("table")),
            _ if FORMATTING.contains(&name) && self.unmark(name) => return,
            _ => {}
        }
        if heading(name).is_some() {
            let at = ["h1", "h2", "h3", "h4", "h5", "h6"].iter().filter_map(|name| self.nearest(name)).max();
            return self.close(at);
        }
        let last_block = self.blocks.last().copied();
        let special = block || matches!(name, "object" | "applet" | "select" | "button" | "template" | "svg" | "math");
        self.close(self.nearest(name).filter(|at| special || Some(*at) >= last_block));
    }
}

/// The beginning of what noScribe names "ts_(begin)_(end)_(speaker)", in milliseconds.
fn time(name: &str) -> Option<u32> {
    name.strip_prefix("ts_")?.split('_').next()?.parse().ok()
}
