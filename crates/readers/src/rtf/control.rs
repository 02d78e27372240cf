//! Control words: what each says of the words after it.

use super::codepage;
use super::reader::Reader;
use super::state::{Script, To};

impl Reader {
    pub fn word(&mut self, word: &[u8], number: Option<i32>, star: bool) {
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
}

/// The character of a control word that stands for one.
pub(super) fn sign(word: &[u8]) -> Option<char> {
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
