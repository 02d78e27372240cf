//! The words of rich text, and what stands beside them.

use std::collections::HashMap;

use emic_core::project::BlockKind;
use emic_formats::source::{Extract, Format, LeftOut, Refusal, Remark, TrackedChanges};

use super::codepage::{self, WESTERN};
use super::control::sign;
use super::notes::Apart;
use super::state::{State, To};
use super::token::Token;
use crate::pen::Pen;

pub(super) struct Reader {
    pub pen: Pen,
    pub state: State,
    pub groups: Vec<State>,
    tracked: TrackedChanges,
    any_tracked: bool,
    /// Whether bytes beyond ASCII are UTF-8.
    utf8: bool,
    /// The code page of the document, and those of its fonts.
    pub page: u32,
    pub fonts: HashMap<i32, u32>,
    pub first_font: i32,
    /// The levels of styles that are headings.
    pub headings: HashMap<i32, u8>,
    /// Whether the group may be passed over if its first word is not known.
    star: bool,
    /// Bytes that are not decoded yet: a character can be more than one.
    bytes: Vec<u8>,
    /// The first half of a character in UTF-16.
    pub half: Option<u16>,
    /// How many characters still stand in for the one before.
    pub stand_ins: u32,
    /// What was left out last: it is counted once until words come again.
    leaving: Option<LeftOut>,
    /// Where the line began, and whether it is an item.
    pub start: u32,
    pub item: bool,
    /// Tabs before the next words of a row, whether its cell has words, and a line between them.
    pub tabs: u32,
    pub cells: u32,
    pub cell_begun: bool,
    pub line_owed: bool,
    /// Words that are not in the text: a name, a number.
    pub aside: String,
    pub title: Option<String>,
    pub notes: Vec<(String, Apart)>,
    /// Whether a note's mark was met whose note is still to come.
    pub marked: bool,
    pub marks: u32,
    /// Text boxes, until the paragraph ends that they are tied to.
    pub boxes: Apart,
    pub annotation: String,
    pub annotation_id: Option<i32>,
    pub author: Option<String>,
    pub initials: Option<String>,
    pub starts: HashMap<i32, u32>,
    pub ends: HashMap<i32, u32>,
    pub remarks: Vec<Remark>,
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
    pub fn put(&mut self, c: char) {
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
    pub fn removed(&self) -> bool {
        match self.tracked {
            TrackedChanges::Accepted => self.state.deleted,
            TrackedChanges::Rejected => self.state.inserted,
        }
    }

    /// The text, and whether there are tracked changes in it.
    pub fn finish(mut self) -> Result<(Extract, bool), Refusal> {
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
        let mut extract = self.pen.finish(Format::Rtf)?;
        extract.title = self.title;
        extract.remarks = crate::flow::placed(&extract.text, self.remarks);
        Ok((extract, any_tracked))
    }
}
