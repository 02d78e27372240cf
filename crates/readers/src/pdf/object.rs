//! What a PDF is made of: objects, and how they are read (ISO 32000-1, 7.2 and 7.3). Content streams are written in the
//! same way, with operators between the objects.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// An object. Numbers are all of one kind: whole ones are exact up to 2^53.
#[derive(Debug, Clone, PartialEq)]
pub enum Obj {
    Null,
    Bool(bool),
    Num(f64),
    Name(Rc<[u8]>),
    Str(Rc<[u8]>),
    Array(Rc<[Obj]>),
    Dict(Rc<Dict>),
    Stream(Rc<Stream>),
    /// The object of that number.
    Ref(u32),
}

/// Objects by their names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dict(BTreeMap<Rc<[u8]>, Obj>);

/// Bytes of the file with what is said of them.
#[derive(Debug, PartialEq)]
pub struct Stream {
    pub dict: Rc<Dict>,
    /// Where they stand in the file, as they are packed.
    pub bytes: Range<usize>,
    /// The object's number and generation, which they are encrypted with.
    pub id: (u32, u16),
}

impl Obj {
    pub fn num(&self) -> Option<f64> {
        if let Obj::Num(value) = self { Some(*value) } else { None }
    }

    /// A whole number that is not negative.
    pub fn index(&self) -> Option<u32> {
        self.num().filter(|value| (0.0..=f64::from(u32::MAX)).contains(value)).map(|value| value as u32)
    }

    pub fn name(&self) -> Option<&[u8]> {
        if let Obj::Name(name) = self { Some(name) } else { None }
    }

    pub fn string(&self) -> Option<&Rc<[u8]>> {
        if let Obj::Str(string) = self { Some(string) } else { None }
    }

    pub fn array(&self) -> &[Obj] {
        if let Obj::Array(items) = self { items } else { &[] }
    }

    /// The dictionary that it is, or that belongs to its stream.
    pub fn dict(&self) -> Option<&Rc<Dict>> {
        match self {
            Obj::Dict(dict) => Some(dict),
            Obj::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub fn stream(&self) -> Option<&Rc<Stream>> {
        if let Obj::Stream(stream) = self { Some(stream) } else { None }
    }
}

impl Dict {
    /// What stands under `key`, not resolved; `Null` if there is nothing.
    pub fn get(&self, key: &str) -> &Obj {
        self.0.get(key.as_bytes()).unwrap_or(&Obj::Null)
    }

    pub fn by_name(&self, key: &[u8]) -> &Obj {
        self.0.get(key).unwrap_or(&Obj::Null)
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key.as_bytes())
    }

    pub fn is(&self, key: &str, name: &str) -> bool {
        self.get(key).name() == Some(name.as_bytes())
    }

    /// Adds what it does not have yet.
    pub fn fill(&mut self, other: &Dict) {
        for (key, value) in &other.0 {
            self.0.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }

    /// What stands under some keys only.
    pub fn only(&self, keys: &[&str]) -> Dict {
        let wanted = keys.iter().filter_map(|key| self.0.get_key_value(key.as_bytes()));
        Dict(wanted.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    /// The same with every value changed.
    pub fn map(&self, mut change: impl FnMut(&Obj) -> Obj) -> Dict {
        Dict(self.0.iter().map(|(key, value)| (key.clone(), change(value))).collect())
    }
}

/// One thing of a file or of a content stream.
#[derive(Debug, PartialEq)]
pub enum Token<'a> {
    Obj(Obj),
    /// A keyword or an operator.
    Word(&'a [u8]),
    /// The end of an array or a dictionary.
    Close(u8),
}

/// Reads objects off bytes. It ends at what cannot be read.
pub struct Lexer<'a> {
    pub data: &'a [u8],
    pub at: usize,
    /// How many objects may still be made: what is read takes many times the room of its bytes.
    left: u32,
    /// Whether "1 0 R" is a reference: not in content streams.
    references: bool,
}

/// Arrays in arrays.
const DEEPEST: u32 = 64;
/// Objects in one object.
const MOST_IN_ONE: u32 = 3_000_000;

impl<'a> Lexer<'a> {
    /// Of a file, from `at`.
    pub fn new(data: &'a [u8], at: usize) -> Lexer<'a> {
        Lexer { data, at: at.min(data.len()), left: MOST_IN_ONE, references: true }
    }

    /// Of a content stream or a map of codes.
    pub fn of_content(data: &'a [u8]) -> Lexer<'a> {
        Lexer { data, at: 0, left: u32::MAX, references: false }
    }

    pub fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next object; not a keyword.
    pub fn object(&mut self) -> Option<Obj> {
        match self.token()? {
            Token::Obj(object) => Some(object),
            Token::Word(_) | Token::Close(_) => None,
        }
    }

    /// The next keyword, if one comes next.
    pub fn word(&mut self) -> Option<&'a [u8]> {
        let before = self.at;
        if let Some(Token::Word(word)) = self.token() {
            return Some(word);
        }
        self.at = before;
        None
    }

    pub fn token(&mut self) -> Option<Token<'a>> {
        self.nested(0)
    }

    fn nested(&mut self, depth: u32) -> Option<Token<'a>> {
        self.skip_space();
        self.left = self.left.checked_sub(1)?;
        let byte = self.peek()?;
        let next = self.data.get(self.at + 1).copied();
        match byte {
            b'/' => {
                self.at += 1;
                Some(Token::Obj(Obj::Name(self.name())))
            }
            b'(' => Some(Token::Obj(Obj::Str(self.string()))),
            b'<' if next == Some(b'<') => {
                self.at += 2;
                self.dict(depth)
            }
            b'<' => Some(Token::Obj(Obj::Str(self.hex()))),
            b'[' => {
                self.at += 1;
                self.array(depth)
            }
            b']' => {
                self.at += 1;
                Some(Token::Close(byte))
            }
            b'>' => {
                self.at += if next == Some(b'>') { 2 } else { 1 };
                Some(Token::Close(byte))
            }
            b'{' | b'}' | b')' => {
                self.at += 1;
                Some(Token::Word(&self.data[self.at - 1..self.at]))
            }
            _ => Some(self.number_or_word(byte)),
        }
    }

    fn number_or_word(&mut self, first: u8) -> Token<'a> {
        let from = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let word = &self.data[from..self.at];
        if (first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.'))
            && let Some(value) = number(word)
        {
            if self.references
                && first.is_ascii_digit()
                && let Some(number) = self.reference(value)
            {
                return Token::Obj(Obj::Ref(number));
            }
            return Token::Obj(Obj::Num(value));
        }
        match word {
            b"true" => Token::Obj(Obj::Bool(true)),
            b"false" => Token::Obj(Obj::Bool(false)),
            b"null" => Token::Obj(Obj::Null),
            _ => Token::Word(word),
        }
    }

    /// Whether "0 R" comes after a number.
    fn reference(&mut self, value: f64) -> Option<u32> {
        let number = Obj::Num(value).index()?;
        let mut at = self.at;
        let skip = |at: &mut usize, is: fn(u8) -> bool| {
            let from = *at;
            while self.data.get(*at).is_some_and(|&byte| is(byte)) && *at - from < 16 {
                *at += 1;
            }
            *at > from
        };
        if !skip(&mut at, is_space) || !skip(&mut at, |byte| byte.is_ascii_digit()) || !skip(&mut at, is_space) {
            return None;
        }
        let ends = self.data.get(at + 1).is_none_or(|&byte| !is_regular(byte));
        if self.data.get(at) != Some(&b'R') || !ends {
            return None;
        }
        self.at = at + 1;
        Some(number)
    }

    fn name(&mut self) -> Rc<[u8]> {
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|&byte| is_regular(byte)) {
            self.at += 1;
            let hex = |at: usize| self.data.get(at).and_then(|&byte| (byte as char).to_digit(16));
            match (byte, hex(self.at), hex(self.at + 1)) {
                (b'#', Some(high), Some(low)) => {
                    name.push((high * 16 + low) as u8);
                    self.at += 2;
                }
                _ => name.push(byte),
            }
        }
        name.into()
    }

    fn string(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escaped(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out.into()
    }

    fn escaped(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|byte| (b'0'..=b'7').contains(byte)) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push(value as u8);
            }
            _ => out.push(byte),
        }
    }

    fn hex(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = (byte as char).to_digit(16) else { continue };
            match high.take() {
                None => high = Some(digit),
                Some(before) => out.push((before * 16 + digit) as u8),
            }
        }
        out.extend(high.map(|digit| (digit * 16) as u8));
        out.into()
    }

    fn array(&mut self, depth: u32) -> Option<Token<'a>> {
        if depth >= DEEPEST {
            return None;
        }
        let mut items = Vec::new();
        loop {
            let before = self.at;
            match self.nested(depth + 1) {
                Some(Token::Obj(item)) => items.push(item),
                Some(Token::Word(b"endobj" | b"stream" | b"endstream")) => {
                    self.at = before;
                    break;
                }
                Some(Token::Word(_)) => {}
                Some(Token::Close(_)) | None => break,
            }
        }
        Some(Token::Obj(Obj::Array(items.into())))
    }

    fn dict(&mut self, depth: u32) -> Option<Token<'a>> {
        if depth >= DEEPEST {
            return None;
        }
        let mut dict = Dict::default();
        let mut key: Option<Rc<[u8]>> = None;
        loop {
            let before = self.at;
            match self.nested(depth + 1) {
                Some(Token::Obj(Obj::Name(name))) if key.is_none() => key = Some(name),
                Some(Token::Obj(value)) => {
                    if let Some(key) = key.take() {
                        dict.0.insert(key, value);
                    }
                }
                Some(Token::Word(b"endobj" | b"stream" | b"endstream")) => {
                    self.at = before;
                    break;
                }
                Some(Token::Word(_) | Token::Close(b']')) => {}
                Some(Token::Close(_)) | None => break,
            }
        }
        Some(Token::Obj(Obj::Dict(Rc::new(dict))))
    }
}

/// A number as files write it: "12", "-.5", "--3" and "1.-2" too, which some programs write.
fn number(word: &[u8]) -> Option<f64> {
    let mut value = 0.0_f64;
    let (mut scale, mut digits) = (0.0, 0);
    let negative = word.first() == Some(&b'-');
    for (i, &byte) in word.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                let digit = f64::from(byte - b'0');
                if scale == 0.0 {
                    value = value * 10.0 + digit;
                } else {
                    value += digit * scale;
                    scale /= 10.0;
                }
            }
            b'.' if scale == 0.0 => scale = 0.1,
            b'+' | b'-' if digits == 0 => {}
            b'-' if i > 0 => break,
            _ => return None,
        }
    }
    (digits > 0 || word == b"-" || word == b".").then_some(if negative { -value } else { value })
}

pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

pub fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A string of words: UTF-16 or UTF-8 with its mark, otherwise PDFDocEncoding, which is Latin 1 for what is met.
pub fn words_of(bytes: &[u8]) -> String {
    let decoded = match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest),
        [0xff, 0xfe, rest @ ..] => {
            utf16(&rest.chunks_exact(2).flat_map(|pair| [pair[1], pair[0]]).collect::<Vec<u8>>())
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| pdf_doc(byte)).collect(),
    };
    decoded.chars().filter(|&c| !c.is_control() || matches!(c, '\n' | '\r' | '\t')).collect()
}

/// UTF-16 with the high byte first.
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// PDFDocEncoding (ISO 32000-1, D.2).
fn pdf_doc(byte: u8) -> char {
    const FROM_0X18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_0X80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1f => FROM_0X18[usize::from(byte - 0x18)],
        0x80..=0xa0 => FROM_0X80[usize::from(byte - 0x80)],
        _ => byte as char,
    }
}
