//! What is on a page: its elements from the first to the last, without a tree of them.
//!
//! Which elements are open is known as the HTML standard has it, as far as it matters to words: a paragraph ends where a
//! block begins, an item at the next item, bold letters go on until their own end tag wherever that is.

use std::borrow::Cow;
use std::collections::HashMap;

use emic_core::project::BlockKind;
use emic_formats::source::{Extract, LeftOut, Refusal};

use super::entity::resolve;
use super::paragraphs::Paragraphs;
use super::style::{Inline, Numbers};
use super::token::{Tag, Token, Tokens};
use crate::pen::Looks;

const VOID: [&str; 17] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input", "link",
    "meta", "param", "source", "wbr",
];
const BLOCKS: [&str; 50] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];
/// Elements that the standard reopens in every paragraph until their end tag comes.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// The formatting elements that are known at a time. The standard has no bound.
const MOST_MARKS: usize = 64;
/// The elements that are open at a time; deeper ones only break paragraphs.
const DEEPEST: usize = 200_000;
/// How many bytes are looked through for the number of items in lists that count down.
const LOOK_AHEAD: usize = 4 << 20;

/// Bold or italic, and the number of the element that said so: the latest one holds.
type Said = (u64, bool);

struct Open<'a> {
    name: Cow<'a, str>,
    bold: Said,
    italic: Said,
    kind: Option<BlockKind>,
    pre: bool,
    block: bool,
    role: Role,
}

/// What an element's end has to end.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Plain,
    List,
    Item,
    Row,
    /// A cell or a caption, and how many marks there were before it.
    Cell(usize),
    Quotation,
    /// What is in it is not in the text.
    Skipped,
    Hidden,
    WordNumber,
}

/// A formatting element, and what holds after it.
struct Mark<'a> {
    name: Cow<'a, str>,
    seq: u64,
    says: (Option<bool>, Option<bool>),
    bold: Said,
    italic: Said,
}

struct List {
    ordered: bool,
    numbers: Numbers,
    next: i32,
    step: i32,
    unmarked: bool,
}

struct Page<'a> {
    out: Paragraphs,
    open: Vec<Open<'a>>,
    /// Where in `open` the elements of each name are.
    places: HashMap<Cow<'a, str>, Vec<usize>>,
    /// Where the tables, cells and captions are: end tags do not reach beyond.
    scopes: Vec<usize>,
    /// Where the blocks are: end tags of other elements do not reach beyond.
    blocks: Vec<usize>,
    marks: Vec<Mark<'a>>,
    /// Elements deeper than [`DEEPEST`].
    deeper: usize,
    lists: Vec<List>,
    skipped: usize,
    /// Hidden elements, and whether the outermost one is counted: it is if there are words in it.
    hidden: usize,
    hidden_counted: bool,
    quotations: usize,
    /// The picture or formula that is open.
    foreign: Option<usize>,
    word_number: Option<String>,
    /// Whether a line feed that comes now is only the end of the tag's line.
    line_of_tag: bool,
    /// Whether elements end in "/>".
    xml: bool,
    title: Option<String>,
    seq: u64,
    looked_ahead: usize,
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
    let mut extract = page.out.finish();
    extract.title = page.title;
    Ok(extract)
}

impl<'a> Page<'a> {
    fn looks(&self) -> Looks {
        let open = self.open.last().map(|open| (open.bold, open.italic)).unwrap_or_default();
        let mark = self.marks.last().map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
        Looks { bold: open.0.max(mark.0).1, italic: open.1.max(mark.1).1 }
    }

    fn kind(&self) -> Option<BlockKind> {
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

    /// Where the nearest open element of that name is, within the table cell that is open.
    fn nearest(&self, name: &str) -> Option<usize> {
        let at = *self.places.get(name)?.last()?;
        self.scopes.last().is_none_or(|scope| at > *scope).then_some(at)
    }

    /// The same within the table that is open.
    fn in_table(&self, name: &str) -> Option<usize> {
        let table = self.place("table")?;
        self.place(name).filter(|at| *at > table)
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name)?.last().copied()
    }

    fn close(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            self.pop_to(at);
        }
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

    fn out_edge(&mut self) {
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

    fn push(&mut self, name: Cow<'a, str>, inline: Inline, role: Role, from: Option<(&Tag<'a>, &mut Tokens<'a>)>) {
        let block = BLOCKS.contains(&name.as_ref()) || inline.block;
        if block && !matches!(role, Role::Cell(_)) {
            self.out_edge();
        }
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        self.seq += 1;
        let before = self.open.last();
        let says = |own: Option<bool>, names: [&str; 4], before: Said| {
            let own = own.or_else(|| names.contains(&name.as_ref()).then_some(true));
            own.map_or(before, |own| (self.seq, own))
        };
        let bold = says(inline.bold, ["b", "strong", "", ""], before.map(|open| open.bold).unwrap_or_default());
        let italic =
            says(inline.italic, ["i", "em", "cite", "dfn"], before.map(|open| open.italic).unwrap_or_default());
        let kind = match name.as_ref() {
            "li" => Some(BlockKind::ListItem),
            "blockquote" => Some(BlockKind::Quote),
            other => match heading(other) {
                Some(level) => Some(BlockKind::Heading(level)),
                None if inline.word_item && block => Some(BlockKind::ListItem),
                None => self.kind(),
            },
        };
        let pre_before = before.is_some_and(|open| open.pre);
        let pre = matches!(name.as_ref(), "pre" | "listing") || inline.pre.unwrap_or(pre_before);
        let at = self.open.len();
        self.line_of_tag = matches!(name.as_ref(), "pre" | "listing");
        match role {
            Role::Skipped => self.skipped += 1,
            Role::Hidden => {
                if self.hidden == 0 {
                    self.hidden_counted = self.skipped > 0;
                }
                self.skipped += 1;
                self.hidden += 1;
            }
            Role::Row if self.skipped == 0 => self.out.row(),
            Role::Cell(_) if self.skipped == 0 => match name.as_ref() {
                "caption" => self.out.block_edge(),
                _ => self.out.cell(),
            },
            Role::Quotation => {
                self.quotations += 1;
                if self.skipped == 0 {
                    let sign = if self.quotations % 2 == 1 { '“' } else { '‘' };
                    self.out.visible(sign, kind, self.looks());
                }
            }
            Role::WordNumber => self.word_number = Some(String::new()),
            Role::List => {
                if let Some((tag, tokens)) = from {
                    let list = self.list(tag, inline, tokens);
                    self.lists.push(list);
                }
            }
            Role::Item => {
                if let Some((tag, _)) = from {
                    self.item(tag, inline);
                }
            }
            _ => {}
        }
        if matches!(role, Role::Cell(_)) {
            // What is set off before the cell stays so in it, but its end tag is not looked for from here.
            let last = self.marks.last().map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
            let mark = Mark { name: Cow::Borrowed(""), seq: 0, says: (None, None), bold: last.0, italic: last.1 };
            self.marks.push(mark);
        }
        if matches!(role, Role::Cell(_)) || name == "table" {
            self.scopes.push(at);
        }
        if block {
            self.blocks.push(at);
        }
        self.places.entry(name.clone()).or_default().push(at);
        self.open.push(Open { name, bold, italic, kind, pre, block, role });
    }

    fn list(&mut self, tag: &Tag<'_>, inline: Inline, tokens: &Tokens<'_>) -> List {
        let number = |name| tag.attribute(name).and_then(|value: &str| value.trim().parse::<i32>().ok());
        let reversed = tag.attribute("reversed").is_some();
        let start = number("start").unwrap_or_else(|| if reversed { self.items_ahead(tokens) } else { 1 });
        List {
            ordered: tag.name == "ol",
            numbers: Numbers::of(tag.attribute("type")),
            next: start,
            step: if reversed { -1 } else { 1 },
            unmarked: inline.unmarked,
        }
    }

    /// How many items the list has that begins here.
    fn items_ahead(&mut self, tokens: &Tokens<'_>) -> i32 {
        let mut ahead = tokens.fork();
        let from = ahead.done();
        let (mut items, mut depth) = (0, 0);
        while let Some(token) = ahead.next() {
            match token {
                Token::Start(tag) if matches!(&*tag.name, "ol" | "ul") => depth += 1,
                Token::End(name) if matches!(&*name, "ol" | "ul") => depth -= 1,
                Token::Start(tag) if depth == 0 && tag.name == "li" => items += 1,
                _ => {}
            }
            if depth < 0 || self.looked_ahead + (ahead.done() - from) > LOOK_AHEAD {
                break;
            }
        }
        self.looked_ahead += ahead.done() - from;
        items
    }

    fn item(&mut self, tag: &Tag<'_>, inline: Inline) {
        let mut without = List { ordered: false, numbers: Numbers::Decimal, next: 0, step: 0, unmarked: false };
        let list = self.lists.last_mut().unwrap_or(&mut without);
        if let Some(value) = tag.attribute("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let numbers = tag.attribute("type").map_or(list.numbers, |name| Numbers::of(Some(name)));
        let marker = match list.ordered {
            true => format!("{}. ", numbers.written(list.next)),
            false => "• ".to_owned(),
        };
        list.next = list.next.saturating_add(list.step);
        if self.skipped == 0 && !list.unmarked && !inline.unmarked {
            self.out.mark(marker);
        }
    }

    fn mark(&mut self, name: Cow<'a, str>, inline: Inline) {
        if name == "a" {
            self.unmark("a");
        }
        self.seq += 1;
        let bold = inline.bold.or_else(|| matches!(&*name, "b" | "strong").then_some(true));
        let italic = inline.italic.or_else(|| matches!(&*name, "i" | "em").then_some(true));
        let since = self.marks.iter().rev().take(MOST_MARKS).take_while(|mark| !mark.name.is_empty()).count();
        if since == MOST_MARKS {
            let first = self.marks.len() - MOST_MARKS;
            self.marks.remove(first);
        }
        self.marks.push(Mark { name, seq: self.seq, says: (bold, italic), bold: (0, false), italic: (0, false) });
        self.settle(self.marks.len() - 1);
    }

    /// What holds after each mark, from one of them on.
    fn settle(&mut self, from: usize) {
        let before = from.checked_sub(1).and_then(|at| self.marks.get(at));
        let (mut bold, mut italic) = before.map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
        for mark in self.marks.iter_mut().skip(from) {
            bold = mark.says.0.map_or(bold, |says| (mark.seq, says));
            italic = mark.says.1.map_or(italic, |says| (mark.seq, says));
            (mark.bold, mark.italic) = (bold, italic);
        }
    }

    /// Ends the last formatting element of that name; whether there was one.
    fn unmark(&mut self, name: &str) -> bool {
        let back = self
            .marks
            .iter()
            .rev()
            .take(MOST_MARKS)
            .take_while(|mark| !mark.name.is_empty())
            .position(|mark| mark.name == name);
        let Some(back) = back else { return false };
        let at = self.marks.len() - 1 - back;
        self.marks.remove(at);
        self.settle(at);
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

    /// Closes the open elements from one of them on.
    fn pop_to(&mut self, at: usize) {
        if at < DEEPEST {
            self.deeper = 0;
        }
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            let place = self.open.len();
            if let Some(places) = self.places.get_mut(&open.name) {
                places.pop();
                if places.is_empty() {
                    self.places.remove(&open.name);
                }
            }
            for stack in [&mut self.scopes, &mut self.blocks] {
                if stack.last() == Some(&place) {
                    stack.pop();
                }
            }
            if self.foreign == Some(place) {
                self.foreign = None;
            }
            self.ended(&open);
        }
    }

    fn ended(&mut self, open: &Open<'_>) {
        let shown = self.skipped == 0;
        match open.role {
            Role::Skipped => self.skipped -= 1,
            Role::Hidden => {
                self.skipped -= 1;
                self.hidden -= 1;
            }
            Role::List => drop(self.lists.pop()),
            Role::Row if shown => self.out.end_row(),
            Role::Cell(marks) => self.marks.truncate(marks),
            Role::Item if shown => self.out.unmark(),
            Role::Quotation => {
                if shown {
                    let sign = if self.quotations % 2 == 1 { '”' } else { '’' };
                    self.out.visible(sign, open.kind, self.looks());
                }
                self.quotations = self.quotations.saturating_sub(1);
            }
            Role::WordNumber => {
                let number = self.word_number.take().unwrap_or_default();
                let number = number.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
                if !number.is_empty() && shown {
                    // Signs of symbol typefaces stand for a bullet.
                    let bullet = matches!(number, "·" | "o" | "§" | "Ø" | "ü" | "v" | "-")
                        || number.chars().all(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
                    self.out.mark(format!("{} ", if bullet { "•" } else { number }));
                }
            }
            _ => {}
        }
        if open.block && self.skipped == 0 && !matches!(open.role, Role::Row) {
            self.out.block_edge();
        }
    }
}

/// The level of a heading.
fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// The beginning of what noScribe names "ts_(begin)_(end)_(speaker)", in milliseconds.
fn time(name: &str) -> Option<u32> {
    name.strip_prefix("ts_")?.split('_').next()?.parse().ok()
}
