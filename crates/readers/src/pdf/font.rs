//! Fonts: which characters the codes of a string are, and how wide they run (ISO 32000-1, 9.5 to 9.10).

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::cmap::CMap;
use super::encoding::{Base, of_glyph};
use super::file::File;
use super::object::{Dict, Obj};
use super::program;

/// A code of a string.
#[derive(Clone)]
pub struct Code {
    /// Its characters; `None` if nothing says what they are.
    pub chars: Option<Rc<str>>,
    /// How far the pen moves, of a text size of 1.
    pub width: f64,
    /// Whether it is the single byte 32, which word spacing widens.
    pub space: bool,
}

pub struct Font {
    /// How strings are cut into codes, if not byte by byte.
    composite: Option<Composite>,
    to_unicode: Option<CMap>,
    /// The characters of each byte, of a simple font.
    bytes: Vec<Option<String>>,
    widths: HashMap<u32, f64>,
    other_width: f64,
    known: RefCell<HashMap<u32, Code>>,
    pub bold: bool,
    pub italic: bool,
    pub vertical: bool,
    /// How high its letters are, of a text size of 1.
    pub em: f64,
}

struct Composite {
    codes: CMap,
    letters: Letters,
    /// The characters of glyphs as the font program has them.
    glyphs: Option<program::TrueType>,
    /// The glyph of each character identity, if they differ.
    glyph_of: Option<Vec<u8>>,
}

/// What codes of several bytes are.
enum Letters {
    /// Only their glyphs are known.
    Glyphs,
    /// UTF-16.
    Utf16,
    /// Characters of an encoding.
    Encoded(&'static encoding_rs::Encoding),
}

impl Font {
    pub fn load(file: &File<'_>, dict: &Dict) -> Font {
        file.work(2000);
        let name = file.get(dict.get("BaseFont")).name().map(<[u8]>::to_vec).unwrap_or_default();
        let stream_map = file.get(dict.get("ToUnicode"));
        let to_unicode = stream_map.stream().map(|stream| CMap::parse(&file.decode(stream))).filter(CMap::has_chars);
        file.work(to_unicode.as_ref().map_or(0, CMap::len) as u64);
        let composite = file.get(dict.get("Subtype")).name() == Some(b"Type0");
        let inner = if composite {
            file.get(dict.get("DescendantFonts")).array().first().and_then(|font| file.dict(font)).unwrap_or_default()
        } else {
            Rc::new(dict.clone())
        };
        let descriptor = file.dict(inner.get("FontDescriptor")).unwrap_or_default();
        let mut font = Font {
            composite: None,
            to_unicode,
            bytes: Vec::new(),
            widths: HashMap::new(),
            other_width: 0.0,
            known: RefCell::default(),
            bold: false,
            italic: false,
            vertical: false,
            em: 1.0,
        };
        font.look(file, &name, &descriptor);
        if composite {
            font.load_composite(file, dict, &inner, &descriptor);
        } else {
            font.load_simple(file, dict, &descriptor, &name);
        }
        font
    }

    /// Bold and italic of its name, its flags and its weight.
    fn look(&mut self, file: &File<'_>, name: &[u8], descriptor: &Dict) {
        // "ABCDEF+" is before the name of a part of a font.
        let name = String::from_utf8_lossy(name);
        let name =
            name.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(&*name, |(_, name)| name).to_lowercase();
        let flags = file.get(descriptor.get("Flags")).index().unwrap_or(0);
        let number = |key: &str| file.num(descriptor.get(key)).unwrap_or(0.0);
        self.bold = ["bold", "black", "heavy"].iter().any(|word| name.contains(word))
            || flags & 1 << 18 != 0
            || number("FontWeight") >= 600.0;
        self.italic = ["italic", "oblique"].iter().any(|word| name.contains(word))
            || name.ends_with("-it")
            || flags & 1 << 6 != 0
            || number("ItalicAngle") != 0.0;
    }

    fn load_simple(&mut self, file: &File<'_>, dict: &Dict, descriptor: &Dict, name: &[u8]) {
        let first = file.get(dict.get("FirstChar")).index().unwrap_or(0);
        let scale = if file.get(dict.get("Subtype")).name() == Some(b"Type3") {
            // Of the font's own matrix, which says how high it is as well.
            let matrix = file.nums(dict.get("FontMatrix"));
            let height = match file.nums(dict.get("FontBBox"))[..] {
                [_, bottom, _, top] => (top - bottom).abs() * matrix.get(3).copied().unwrap_or(0.001).abs(),
                _ => 0.0,
            };
            self.em = if height > 0.0 { height } else { 1.0 };
            matrix.first().copied().unwrap_or(0.001)
        } else {
            0.001
        };
        let widths = file.get(dict.get("Widths"));
        for (i, width) in widths.array().iter().take(256).enumerate() {
            if let Some(width) = file.num(width) {
                self.widths.insert(first.saturating_add(i as u32), width * scale);
            }
        }
        self.other_width = file.num(descriptor.get("MissingWidth")).unwrap_or(0.0) * scale;
        self.bytes = self.simple_chars(file, dict, descriptor, name);
        if self.widths.is_empty() {
            self.standard_widths(name);
        }
    }

    fn simple_chars(&self, file: &File<'_>, dict: &Dict, descriptor: &Dict, name: &[u8]) -> Vec<Option<String>> {
        let encoding = file.get(dict.get("Encoding"));
        let base = match &encoding {
            Obj::Name(name) => Base::named(name),
            Obj::Dict(dict) => file.get(dict.get("BaseEncoding")).name().and_then(Base::named),
            _ => None,
        };
        let symbolic = file.get(descriptor.get("Flags")).index().unwrap_or(0) & 4 != 0;
        let own =
            if base.is_none() && self.to_unicode.is_none() { own_chars(file, descriptor) } else { HashMap::new() };
        let base = match base {
            Some(base) => base,
            None if name.ends_with(b"Symbol") => Base::Symbol,
            // What is not symbolic, and what has an encoding at all, is Latin.
            None if file.get(dict.get("Subtype")).name() == Some(b"TrueType") || symbolic => Base::WinAnsi,
            None => Base::Standard,
        };
        let mut chars: Vec<Option<String>> = base.table().into_iter().map(|c| c.map(String::from)).collect();
        for (code, of_code) in own {
            chars[usize::from(code)] = Some(of_code);
        }
        if let Some(differences) = encoding.dict().map(|dict| file.get(dict.get("Differences"))) {
            let mut code = 0;
            for item in differences.array().iter().take(2000) {
                match file.get(item) {
                    Obj::Num(value) => code = value.clamp(0.0, 1e6) as usize,
                    Obj::Name(name) => {
                        if let Some(entry) = chars.get_mut(code) {
                            *entry = of_glyph(&name);
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        chars
    }

    /// Widths of the fonts that every reader has: near enough to tell words apart.
    fn standard_widths(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name).to_lowercase();
        let table = if name.contains("times") || name.contains("serif") && !name.contains("sans") {
            &TIMES
        } else {
            &HELVETICA
        };
        if name.contains("courier") || name.contains("mono") {
            self.other_width = 0.6;
            return;
        }
        self.other_width = 0.55;
        for (code, chars) in self.bytes.iter().enumerate() {
            let letter = chars.as_deref().and_then(|chars| chars.chars().next()).map(u32::from);
            let width = letter.and_then(|letter| table.get(letter.checked_sub(32)? as usize));
            self.widths.extend(width.map(|&width| (code as u32, f64::from(width) / 1000.0)));
        }
    }

    fn load_composite(&mut self, file: &File<'_>, dict: &Dict, inner: &Dict, descriptor: &Dict) {
        self.other_width = file.num(inner.get("DW")).unwrap_or(1000.0) / 1000.0;
        self.composite_widths(file, inner);
        let encoding = file.get(dict.get("Encoding"));
        let (codes, letters) = match &encoding {
            Obj::Stream(stream) => {
                let mut map = CMap::parse(&file.decode(stream));
                map.vertical |= file.num(stream.dict.get("WMode")) == Some(1.0);
                (map, Letters::Glyphs)
            }
            Obj::Name(name) => predefined(name),
            _ => (CMap::identity(false), Letters::Glyphs),
        };
        file.work(codes.len() as u64);
        self.vertical = codes.vertical;
        // The font's own map, only if nothing else says the characters.
        let mut glyphs = None;
        let mut glyph_of = None;
        if self.to_unicode.is_none() && matches!(letters, Letters::Glyphs) {
            file.work(20_000);
            let program = file.get(descriptor.get("FontFile2"));
            glyphs = program.stream().and_then(|stream| program::true_type(&file.decode(stream)));
            glyph_of = file.get(inner.get("CIDToGIDMap")).stream().map(|stream| file.decode(stream));
        }
        self.composite = Some(Composite { codes, letters, glyphs, glyph_of });
    }

    fn composite_widths(&mut self, file: &File<'_>, inner: &Dict) {
        let widths = file.get(inner.get("W"));
        let mut items = widths.array().iter();
        while let (Some(first), Some(second)) =
            (items.next().and_then(|item| file.get(item).index()), items.next().map(|item| file.get(item)))
        {
            if let Obj::Array(each) = &second {
                for (i, width) in each.iter().take(70_000).enumerate() {
                    let code = first.saturating_add(i as u32);
                    self.widths.extend(file.num(width).map(|width| (code, width / 1000.0)));
                }
            } else if let (Some(last), Some(width)) = (second.index(), items.next().and_then(|item| file.num(item))) {
                for code in (first..=last).take(70_000) {
                    self.widths.insert(code, width / 1000.0);
                }
            }
            if self.widths.len() > 200_000 || !file.work(1) {
                break;
            }
        }
        file.work(self.widths.len() as u64);
    }

    /// Cuts a string into its codes.
    pub fn codes(&self, string: &[u8], mut tell: impl FnMut(Code)) {
        let mut rest = string;
        while !rest.is_empty() {
            let (code, bytes) = match &self.composite {
                None => (u32::from(rest[0]), 1),
                Some(composite) => match composite.letters {
                    Letters::Encoded(encoding) => encoded(encoding, rest),
                    Letters::Glyphs | Letters::Utf16 => composite.codes.next(rest),
                },
            };
            // Codes of one and of two bytes are apart.
            let key = code | (bytes as u32 & 7) << 29;
            let known = self.known.borrow().get(&key).cloned();
            tell(known.unwrap_or_else(|| {
                let found = self.code(code, &rest[..bytes]);
                self.known.borrow_mut().insert(key, found.clone());
                found
            }));
            rest = &rest[bytes..];
        }
    }

    fn code(&self, code: u32, bytes: &[u8]) -> Code {
        let space = bytes == b" ";
        let told = self.to_unicode.as_ref().and_then(|map| map.chars(code));
        let (width, chars) = match &self.composite {
            None => {
                let chars = told.or_else(|| self.bytes.get(code as usize).cloned().flatten());
                (self.widths.get(&code), chars)
            }
            Some(composite) => {
                let cid = composite.codes.cid(code).unwrap_or(code);
                (self.widths.get(&cid), told.or_else(|| composite.chars(cid, bytes)))
            }
        };
        let chars = chars.map(|chars| clean(&chars).into());
        Code { chars, width: width.copied().unwrap_or(self.other_width), space }
    }
}

impl Composite {
    fn chars(&self, cid: u32, bytes: &[u8]) -> Option<String> {
        match self.letters {
            Letters::Utf16 => Some(super::object::utf16(bytes)),
            Letters::Encoded(encoding) => Some(encoding.decode_without_bom_handling(bytes).0.into_owned()),
            Letters::Glyphs => {
                let glyph = match &self.glyph_of {
                    Some(map) => {
                        let at = cid as usize * 2;
                        u16::from_be_bytes(map.get(at..at + 2)?.try_into().ok()?)
                    }
                    None => u16::try_from(cid).ok()?,
                };
                self.glyphs.as_ref()?.chars.get(&glyph).map(char::to_string)
            }
        }
    }
}

/// The maps that every reader has, as far as codes are characters in them.
fn predefined(name: &[u8]) -> (CMap, Letters) {
    let name = String::from_utf8_lossy(name);
    let identity = CMap::identity(name.ends_with("-V"));
    let has = |part: &str| name.contains(part);
    let letters = if name.starts_with("Uni") && (has("UCS2") || has("UTF16")) {
        Letters::Utf16
    } else if has("RKSJ") {
        Letters::Encoded(encoding_rs::SHIFT_JIS)
    } else if name.starts_with("GB") {
        Letters::Encoded(encoding_rs::GB18030)
    } else if has("B5") || name.starts_with("HK") {
        Letters::Encoded(encoding_rs::BIG5)
    } else if name.starts_with("KSC") {
        Letters::Encoded(encoding_rs::EUC_KR)
    } else if name == "EUC-H" || name == "EUC-V" {
        Letters::Encoded(encoding_rs::EUC_JP)
    } else {
        Letters::Glyphs
    };
    (identity, letters)
}

/// The next character of an encoding with codes of one and two bytes.
fn encoded(encoding: &'static encoding_rs::Encoding, string: &[u8]) -> (u32, usize) {
    let lead = string[0];
    let half_width = encoding == encoding_rs::SHIFT_JIS && (0xa0..=0xdf).contains(&lead);
    match string.get(1) {
        Some(&second) if lead > 0x80 && !half_width => (u32::from(lead) << 8 | u32::from(second), 2),
        _ => (u32::from(lead), 1),
    }
}

/// What a font's own program says of its bytes.
fn own_chars(file: &File<'_>, descriptor: &Dict) -> HashMap<u8, String> {
    file.work(20_000);
    let program = |key: &str| file.get(descriptor.get(key)).stream().map(|stream| file.decode(stream));
    if let Some(program) = program("FontFile") {
        return program::type_1(&program);
    }
    if let Some(program) = program("FontFile3") {
        return program::cff(&program).unwrap_or_default();
    }
    let Some(found) = program("FontFile2").and_then(|program| program::true_type(&program)) else {
        return HashMap::new();
    };
    let codes = found.codes.iter();
    codes.filter_map(|(&code, glyph)| Some((u8::try_from(code).ok()?, found.chars.get(glyph)?.to_string()))).collect()
}

/// Without what is not to be seen, and with bullets of symbol fonts as such.
fn clean(chars: &str) -> String {
    chars
        .chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' | '\u{a0}' => Some(' '),
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
            _ if c.is_control() => None,
            '\u{f0b7}' | '\u{f06c}' | '\u{f09f}' => Some('•'),
            '\u{f0a7}' | '\u{f06e}' => Some('▪'),
            '\u{f0d8}' => Some('➢'),
            '\u{f0fc}' => Some('✓'),
            '\u{f0e0}' => Some('→'),
            '\u{f020}' => Some(' '),
            _ => Some(c),
        })
        .collect()
}

/// Widths of ASCII in the standard fonts, from the space on.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];
