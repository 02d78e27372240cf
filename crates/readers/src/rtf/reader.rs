//! The words of rich text, and what stands beside them.

use std::collections::HashMap;

use emic_core::project::BlockKind;
use emic_core::text::Span;
use emic_formats::source::{Extract, Format, LeftOut, Remark, TrackedChanges};

use super::codepage::{self, WESTERN};
use super::state::{Script, State, To};
use super::token::Token;
use crate::pen::{Looks, Pen};

/// Paragraphs that stand apart from those around them, and what each is.
#[derive(Default)]
struct Apart(Vec<(Letters, Option<BlockKind>)>);

/// The letters of a paragraph, and how each looks.
type Letters = Vec<(char, Looks)>;

impl Apart {
    fn put(&mut self, c: char, looks: Looks) {
        if self.0.is_empty() {
            self.0.push(Default::default());
        }
        if let Some(last) = self.0.last_mut() {
            last.0.push((c, looks));
        }
    }
}

pub(super) struct Reader {
    pen: Pen,
    state: State,
    groups: Vec<State>,
    tracked: TrackedChanges,
    any_tracked: bool,
    /// Whether bytes beyond ASCII are UTF-8.
    utf8: bool,
    /// The code page of the document, and those of its fonts.
    page: u32,
    fonts: HashMap<i32, u32>,
    first_font: i32,
    /// The levels of styles that are headings.
    headings: HashMap<i32, u8>,
    /// Whether the group may be passed over if its first word is not known.
    star: bool,
    /// Bytes that are not decoded yet: a character can be more than one.
    bytes: Vec<u8>,
    /// The first half of a character in UTF-16.
    half: Option<u16>,
    /// How many characters still stand in for the one before.
    stand_ins: u32,
    /// What was left out last: it is counted once until words come again.
    leaving: Option<LeftOut>,
    /// Where the line began, and whether it is an item.
    start: u32,
    item: bool,
    /// Tabs before the next words of a row, whether its cell has words, and a line between them.
    tabs: u32,
    cells: u32,
    cell_begun: bool,
    line_owed: bool,
    /// Words that are not in the text: a name, a number.
    aside: String,
    title: Option<String>,
    notes: Vec<(String, Apart)>,
    /// Whether a note's mark was met whose note is still to come.
    marked: bool,
    marks: u32,
    /// Text boxes, until the paragraph ends that they are tied to.
    boxes: Apart,
    annotation: String,
    annotation_id: Option<i32>,
    author: Option<String>,
    initials: Option<String>,
    starts: HashMap<i32, u32>,
    ends: HashMap<i32, u32>,
    remarks: Vec<Remark>,
}

impl Reader {
    pub fn new(tracked: TrackedChanges, utf8: bool) -> Reader {
        Reader {
            pen: Pen::default(),
            state: State::new(),
            groups: Vec::new(),
            tracked,
            any_tracked: false,
            utf8,
            page: WESTERN,
            fonts: HashMap::new(),
            first_font: 0,
            headings: HashMap::new(),
            star: false,
            bytes: Vec::new(),
            half: None,
            stand_ins: 0,
            leaving: None,
            start: 0,
            item: false,
            tabs: 0,
            cells: 0,
            cell_begun: false,
            line_owed: false,
            aside: String::new(),
            title: None,
            notes: Vec::new(),
            marked: false,
            marks: 0,
            boxes: Apart::default(),
            annotation: String::new(),
            annotation_id: None,
            author: None,
            initials: None,
            starts: HashMap::new(),
            ends: HashMap::new(),
            remarks: Vec::new(),
        }
    }

    /// Takes the next piece; gives how many groups are open.
    pub fn take(&mut self, token: Token<'_>) -> usize {
        match token {
            Token::Bytes(bytes) => {
                let skipped = (self.stand_ins as usize).min(bytes.len());
                self.stand_ins -= skipped as u32;
                let bytes = bytes.get(skipped..).unwrap_or_default();
                if self.utf8 && !bytes.is_ascii() {
                    self.decode();
                    String::from_utf8_lossy(bytes).chars().for_each(|c| self.put(c));
                } else {
                    self.bytes.extend_from_slice(bytes);
                }
            }
            Token::Hex(_) | Token::Symbol(_) if self.stand_ins > 0 => self.stand_ins -= 1,
            Token::Hex(byte) => self.bytes.push(byte),
            Token::Open => {
                self.decode();
                (self.stand_ins, self.star) = (0, false);
                self.groups.push(self.state);
            }
            Token::Close => {
                self.decode();
                (self.stand_ins, self.star) = (0, false);
                self.close();
            }
            Token::Symbol(symbol) => {
                self.decode();
                self.symbol(symbol);
            }
            Token::Word(word, number) => {
                self.decode();
                let star = std::mem::take(&mut self.star);
                let sign = sign(word);
                if self.stand_ins > 0 && sign.is_some() {
                    self.stand_ins -= 1;
                    return self.groups.len();
                }
                self.stand_ins = 0;
                match sign {
                    Some(sign) => self.put(sign),
                    None => self.word(word, number, star),
                }
            }
        }
        self.groups.len()
    }

    /// Decodes the bytes so far.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let page = self.fonts.get(&self.state.font()).copied().unwrap_or(self.page);
        let mut words = String::new();
        codepage::decode(&std::mem::take(&mut self.bytes), page, &mut words);
        words.chars().for_each(|c| self.put(c));
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.star = true,
            b'~' => self.put('\u{a0}'),
            b'_' => self.put('\u{2011}'),
            b'{' | b'}' | b'\\' => self.put(char::from(symbol)),
            b'\n' | b'\r' => self.paragraph(),
            b'\t' => self.put('\t'),
            _ => {}
        }
    }

    /// One character, to where words go.
    fn put(&mut self, c: char) {
        self.half = None;
        let state = self.state;
        if state.only_rich {
            return;
        }
        let shown = matches!(state.to, To::Text | To::Note | To::Box);
        if shown && (state.deleted || state.inserted) {
            self.any_tracked = true;
        }
        if shown && (state.hidden || self.removed()) {
            let what = if state.hidden { LeftOut::Hidden } else { LeftOut::TrackedChange };
            if self.leaving != Some(what) && !c.is_whitespace() {
                self.leaving = Some(what);
                self.pen.leave_out(what);
            }
            return;
        }
        match state.to {
            To::Text => {
                self.leaving = None;
                self.write(c, state.looks());
            }
            To::Note => {
                if let Some(note) = self.notes.last_mut() {
                    note.1.put(c, state.looks());
                }
            }
            To::Box => self.boxes.put(c, state.looks()),
            To::Styles if c == ';' => {
                let name = std::mem::take(&mut self.aside);
                let level = match name.trim().to_ascii_lowercase().as_str() {
                    "title" => Some(1),
                    name => match name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok()) {
                        Some(level @ 1..=9) => Some(level.min(6)),
                        _ => state.style_level,
                    },
                };
                if let Some(level) = level {
                    self.headings.insert(state.style, level);
                }
            }
            To::Annotation => self.annotation.push(c),
            To::Styles
            | To::Title
            | To::Number
            | To::AnnotationAuthor
            | To::AnnotationInitials
            | To::AnnotationId
            | To::RangeStart
            | To::RangeEnd => self.aside.push(c),
            To::Nothing | To::Shape | To::Fonts | To::Info => {}
        }
    }

    /// Whether tracked changes remove what is here.
    fn removed(&self) -> bool {
        match self.tracked {
            TrackedChanges::Accepted => self.state.deleted,
            TrackedChanges::Rejected => self.state.inserted,
        }
    }

    /// One character of the text.
    fn write(&mut self, c: char, looks: Looks) {
        if std::mem::take(&mut self.line_owed) {
            self.end_line(Some(BlockKind::TableRow));
        }
        for _ in 0..std::mem::take(&mut self.tabs) {
            self.pen.push('\t', Looks::default());
        }
        self.cell_begun = true;
        self.pen.push(c, looks);
    }

    fn end_line(&mut self, kind: Option<BlockKind>) {
        if let Some(kind) = kind {
            self.pen.block(Span::new(self.start, self.pen.length()), kind);
        }
        self.pen.push('\n', Looks::default());
        self.start = self.pen.length();
        self.item = false;
    }

    /// The end of a paragraph.
    fn paragraph(&mut self) {
        if self.removed() {
            return;
        }
        match self.state.to {
            To::Text if self.state.in_table => self.line_owed |= self.cell_begun,
            To::Text if self.cells > 0 => self.row(),
            To::Text => {
                let kind = self.state.kind().or(self.item.then_some(BlockKind::ListItem));
                self.end_line(kind);
                self.empty_boxes();
            }
            To::Note => {
                if let Some(note) = self.notes.last_mut() {
                    note.1.0.push(Default::default());
                }
            }
            To::Box => {
                if let Some(last) = self.boxes.0.last_mut() {
                    last.1 = self.state.kind();
                }
                self.boxes.0.push(Default::default());
            }
            To::Annotation => self.annotation.push('\n'),
            _ => {}
        }
    }

    fn cell(&mut self) {
        if self.state.to == To::Text && !self.removed() {
            self.cells += 1;
            self.tabs += 1;
            (self.cell_begun, self.line_owed) = (false, false);
        }
    }

    fn row(&mut self) {
        if self.state.to != To::Text {
            return;
        }
        (self.tabs, self.cells, self.cell_begun, self.line_owed) = (0, 0, false, false);
        if self.pen.length() > self.start {
            self.end_line(Some(BlockKind::TableRow));
        }
        self.empty_boxes();
    }

    /// Puts the text boxes of the paragraph after it.
    fn empty_boxes(&mut self) {
        for (words, kind) in std::mem::take(&mut self.boxes.0) {
            if words.iter().all(|(c, _)| c.is_whitespace()) {
                continue;
            }
            words.into_iter().for_each(|(c, looks)| self.pen.push(c, looks));
            self.end_line(kind);
        }
    }

    fn leave_out(&mut self, what: LeftOut) {
        if !matches!(self.state.to, To::Nothing) {
            self.pen.leave_out(what);
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>, star: bool) {
        if self.destination(word, star) {
            return;
        }
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        match word {
            b"par" => self.paragraph(),
            b"sect" | b"page" if self.pen.length() > self.start && !self.state.in_table => self.paragraph(),
            b"line" | b"softline" => self.put('\n'),
            b"cell" | b"nestcell" => self.cell(),
            b"row" | b"nestrow" => self.row(),
            b"u" => self.unicode(value),
            b"uc" => self.state.stand_ins = number.unwrap_or(1).clamp(0, 16) as u32,
            b"chftn" if self.state.to == To::Text || self.state.to == To::Box => self.marked = true,
            b"b" => self.state.looks.bold = on,
            b"i" => self.state.looks.italic = on,
            b"ab" => self.state.right_looks.bold = on,
            b"ai" => self.state.right_looks.italic = on,
            b"rtlch" => (self.state.right, self.state.script) = (true, Script::Plain),
            b"ltrch" => (self.state.right, self.state.script) = (false, Script::Plain),
            b"loch" => self.state.script = Script::Plain,
            b"hich" => self.state.script = Script::High,
            b"dbch" => self.state.script = Script::EastAsian,
            b"v" => self.state.hidden = on,
            b"deleted" | b"mvf" => self.state.deleted = on,
            b"revised" | b"mvt" => self.state.inserted = on,
            b"htmlrtf" => self.state.only_rich = on,
            b"plain" => self.state.plain(self.first_font),
            b"pard" => self.state.paragraph(),
            b"intbl" => self.state.in_table = true,
            b"itap" => self.state.in_table = value > 0,
            b"ls" => self.state.list = value > 0,
            b"s" => {
                self.state.style = value;
                self.state.heading = self.headings.get(&value).copied();
            }
            b"outlinelevel" => {
                let level = u8::try_from(value).ok().filter(|level| *level < 9).map(|level| (level + 1).min(6));
                (self.state.heading, self.state.style_level) = (level, level);
            }
            b"f" => self.state.font = value,
            b"af" => match self.state.script {
                Script::EastAsian => self.state.east_asian_font = value,
                Script::Plain if self.state.right => self.state.right_font = value,
                _ => {}
            },
            b"deff" => {
                self.first_font = value;
                self.state.plain(value);
            }
            b"fcharset" if self.state.to == To::Fonts => {
                if let Some(page) = codepage::of_charset(value) {
                    self.fonts.insert(self.state.font, page);
                }
            }
            b"cpg" if self.state.to == To::Fonts => {
                self.fonts.insert(self.state.font, value.unsigned_abs());
            }
            b"ansicpg" if value > 0 => self.page = value.unsigned_abs(),
            b"mac" => self.page = 10000,
            b"pc" => self.page = 437,
            b"pca" => self.page = 850,
            _ => {}
        }
    }

    fn unicode(&mut self, value: i32) {
        // Numbers beyond 32767 are written as negative ones; some programs write whole code points.
        let point = if value < 0 { value.saturating_add(0x1_0000) } else { value };
        self.stand_ins = self.state.stand_ins;
        let half = self.half.take();
        match u32::try_from(point).unwrap_or(0) {
            first @ 0xd800..=0xdbff => self.half = Some(first as u16),
            second @ 0xdc00..=0xdfff => {
                if let Some(first) = half {
                    let point = 0x1_0000 + ((u32::from(first) - 0xd800) << 10) + (second - 0xdc00);
                    self.put(char::from_u32(point).unwrap_or('\u{fffd}'));
                }
            }
            point => {
                if let Some(c) = char::from_u32(point) {
                    self.put(c);
                }
            }
        }
    }

    /// Whether the word says where the words of its group go.
    fn destination(&mut self, word: &[u8], star: bool) -> bool {
        if word == b"ud" {
            self.state.to = self.state.unicode_form;
            return true;
        }
        if word == b"formfield" {
            self.pen.leave_out(LeftOut::FormField);
        }
        if self.state.to == To::Nothing {
            return star;
        }
        let to = match word {
            b"fonttbl" => To::Fonts,
            b"stylesheet" => To::Styles,
            b"info" => To::Info,
            b"title" if self.state.to == To::Info => To::Title,
            b"listtext" | b"pntext" if self.state.to == To::Text => To::Number,
            b"pict" => self.count(LeftOut::Picture),
            b"object" => self.count(LeftOut::Object),
            b"mmath" => self.count(LeftOut::Formula),
            b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl" | b"footerr" | b"footerf" => {
                self.count(LeftOut::HeaderOrFooter)
            }
            b"footnote" if matches!(self.state.to, To::Text | To::Box) => {
                self.note();
                To::Note
            }
            b"shp" | b"do" => To::Shape,
            b"shptxt" | b"dptxbxtext" if self.state.to == To::Shape => {
                self.state.plain(self.first_font);
                self.state.paragraph();
                To::Box
            }
            // What these hold is told of in their other forms, or is not words.
            b"nonshppict" | b"shprslt" | b"dprslt" | b"nonesttables" | b"colortbl" | b"fldinst" | b"xe" | b"tc"
            | b"tcn" | b"rxe" | b"private" | b"footnotesep" | b"ftnsep" | b"ftnsepc" | b"ftncn" | b"aftnsep"
            | b"aftnsepc" | b"aftncn" | b"filetbl" | b"objdata" => To::Nothing,
            b"annotation" => {
                self.annotation.clear();
                self.annotation_id = None;
                self.state.plain(self.first_font);
                To::Annotation
            }
            b"atnauthor" => self.aside(To::AnnotationAuthor),
            b"atnid" => self.aside(To::AnnotationInitials),
            b"atnref" => self.aside(To::AnnotationId),
            b"atrfstart" => self.aside(To::RangeStart),
            b"atrfend" => self.aside(To::RangeEnd),
            b"upr" => {
                self.state.unicode_form = self.state.to;
                To::Nothing
            }
            b"shpinst" | b"shppict" | b"nesttableprops" | b"fldrslt" | b"shpgrp" => return true,
            _ if star => To::Nothing,
            _ => return false,
        };
        if matches!(to, To::Title | To::Number | To::Styles) {
            self.aside.clear();
        }
        self.state.to = to;
        true
    }

    fn count(&mut self, what: LeftOut) -> To {
        self.leave_out(what);
        To::Nothing
    }

    fn aside(&mut self, to: To) -> To {
        self.aside.clear();
        to
    }

    /// A note begins; its mark stands here, unless it has one of its own.
    fn note(&mut self) {
        let mut label = String::new();
        if std::mem::take(&mut self.marked) && !self.state.hidden && !self.removed() {
            self.marks += 1;
            label = format!("[{}]", self.marks);
            label.chars().for_each(|c| self.put(c));
            label.push(' ');
        }
        self.state.plain(self.first_font);
        self.state.paragraph();
        self.notes.push((label, Apart::default()));
    }

    /// The group ends.
    fn close(&mut self) {
        let ended = self.state;
        let Some(around) = self.groups.pop() else { return };
        self.state = around;
        if ended.to == around.to || around.to == To::Nothing {
            return;
        }
        let number = |aside: &str| aside.trim().parse::<i32>().ok();
        match ended.to {
            To::Title => {
                let title: String = self.aside.chars().filter(|c| crate::pen::belongs(*c)).collect();
                self.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
            }
            To::Number => self.number(),
            To::Box => self.boxes.0.push(Default::default()),
            To::AnnotationAuthor => self.author = name(&self.aside),
            To::AnnotationInitials => self.initials = name(&self.aside),
            To::AnnotationId => self.annotation_id = number(&self.aside),
            To::RangeStart => {
                if let Some(id) = number(&self.aside) {
                    self.starts.insert(id, self.pen.length());
                }
            }
            To::RangeEnd => {
                if let Some(id) = number(&self.aside) {
                    self.ends.insert(id, self.pen.length());
                }
            }
            To::Annotation => self.remark(),
            _ => {}
        }
    }

    /// The number of an item, as the program that wrote the file made it.
    fn number(&mut self) {
        let number = std::mem::take(&mut self.aside);
        let number = number.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
        self.item = true;
        if number.is_empty() {
            return;
        }
        // Signs of symbol typefaces stand for a bullet.
        let bullet = matches!(number, "·" | "o" | "§" | "Ø" | "ü" | "v")
            || number.chars().all(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
        let marker = if bullet { "•" } else { number };
        format!("{marker} ").chars().for_each(|c| {
            if self.state.to == To::Text && !self.state.hidden && !self.removed() {
                self.write(c, Looks::default());
            }
        });
    }

    fn remark(&mut self) {
        let words: String = self.annotation.trim().chars().filter(|c| crate::pen::belongs(*c)).collect();
        let author = self.author.take().or(self.initials.take());
        self.initials = None;
        let range = self.annotation_id.take().and_then(|id| Some((self.starts.remove(&id)?, self.ends.remove(&id)?)));
        let (start, end) = range.unwrap_or((self.start, self.pen.length()));
        if !words.is_empty() {
            self.remarks.push(Remark { span: Span::new(start.min(end), end), words, author });
        }
    }

    /// The text, and whether there are tracked changes in it.
    pub fn finish(mut self) -> (Extract, bool) {
        self.decode();
        while !self.groups.is_empty() {
            self.close();
        }
        (self.state.to, self.state.deleted, self.state.inserted) = (To::Text, false, false);
        if self.cells > 0 {
            self.row();
        } else if self.pen.length() > self.start {
            let kind = self.state.kind().or(self.item.then_some(BlockKind::ListItem));
            self.end_line(kind);
        }
        self.empty_boxes();
        self.tell_notes();
        let any_tracked = self.any_tracked;
        let mut extract = self.pen.finish(Format::Rtf);
        extract.title = self.title;
        extract.remarks = placed(&extract.text, self.remarks);
        (extract, any_tracked)
    }

    /// Puts the notes to the end, after an empty line.
    fn tell_notes(&mut self) {
        let mut first = true;
        for (label, Apart(paragraphs)) in std::mem::take(&mut self.notes) {
            let mut label = Some(label);
            for (words, _) in paragraphs {
                let from = words.iter().position(|(c, _)| !c.is_whitespace() && *c != '\u{a0}');
                let Some(words) = from.and_then(|from| words.get(from..)) else { continue };
                if std::mem::take(&mut first) {
                    while self.pen.text.ends_with('\n') {
                        self.pen.pop();
                    }
                    if self.pen.length() > 0 {
                        self.pen.push_str("\n\n", Looks::default());
                    }
                    self.start = self.pen.length();
                }
                self.pen.push_str(&label.take().unwrap_or_default(), Looks::default());
                words.iter().for_each(|(c, looks)| self.pen.push(*c, *looks));
                self.end_line(Some(BlockKind::Note));
            }
        }
    }
}

fn name(words: &str) -> Option<String> {
    let name: String = words.trim().chars().filter(|c| crate::pen::belongs(*c)).collect();
    Some(name).filter(|name| !name.is_empty())
}

/// Comments on words, in their order. One on no words stands on the line that it is in.
fn placed(text: &str, mut remarks: Vec<Remark>) -> Vec<Remark> {
    if remarks.is_empty() {
        return remarks;
    }
    let letters: Vec<char> = text.chars().collect();
    let white = |at: u32| letters.get(at as usize).is_none_or(|c| c.is_whitespace());
    let length = letters.len() as u32;
    for remark in &mut remarks {
        let (mut start, mut end) = (remark.span.start.0.min(length), remark.span.end.0.min(length));
        let trim = |start: &mut u32, end: &mut u32| {
            while start < end && white(*start) {
                *start += 1;
            }
            while end > start && white(*end - 1) {
                *end -= 1;
            }
        };
        trim(&mut start, &mut end);
        if start >= end {
            let ends = |at: u32| letters.get(at as usize) == Some(&'\n');
            (start, end) = (start.min(end), start.min(end));
            start = (0..start).rev().find(|at| ends(*at)).map_or(0, |at| at + 1);
            end = (end..length).find(|at| ends(*at)).unwrap_or(length);
            trim(&mut start, &mut end);
        }
        remark.span = Span::new(start, end);
    }
    remarks.sort_by_key(|remark| (remark.span.start, remark.span.end));
    remarks
}

/// The character of a control word that stands for one.
fn sign(word: &[u8]) -> Option<char> {
    Some(match word {
        b"tab" => '\t',
        b"emdash" => '—',
        b"endash" => '–',
        b"emspace" => '\u{2003}',
        b"enspace" => '\u{2002}',
        b"qmspace" => '\u{2005}',
        b"bullet" => '•',
        b"lquote" => '‘',
        b"rquote" => '’',
        b"ldblquote" => '“',
        b"rdblquote" => '”',
        b"zwj" => '\u{200d}',
        b"zwnj" => '\u{200c}',
        b"zwbo" => '\u{200b}',
        b"zwnbo" => '\u{2060}',
        b"ltrmark" => '\u{200e}',
        b"rtlmark" => '\u{200f}',
        _ => return None,
    })
}
