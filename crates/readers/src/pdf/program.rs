//! What font programs inside of a PDF say of their codes, where the PDF itself says nothing: the encoding of Type 1 and
//! CFF fonts, the character map of TrueType ones.

use std::collections::HashMap;

use super::encoding::{Base, of_glyph};
use super::object::{Lexer, Obj, Token};

/// Big-endian numbers; `None` beyond the end.
fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The characters that a Type 1 font's own encoding gives to codes ("dup 65 /A put").
pub fn type_1(program: &[u8]) -> HashMap<u8, String> {
    let clear = &program[..program.len().min(1 << 16)];
    let Some(start) = super::file::find(clear, b"/Encoding", 0) else { return HashMap::new() };
    let mut lexer = Lexer::of_content(&clear[start + 9..]);
    let mut before: Vec<Obj> = Vec::new();
    let mut codes = HashMap::new();
    while let Some(token) = lexer.token() {
        match token {
            Token::Obj(object) => before.push(object),
            Token::Word(b"put") => {
                if let [.., Obj::Num(code), Obj::Name(name)] = before.as_slice() {
                    codes.extend(of_glyph(name).map(|chars| (*code as u8, chars)));
                }
                before.clear();
            }
            Token::Word(b"StandardEncoding") if codes.is_empty() => {
                let table = Base::Standard.table().into_iter().enumerate();
                return table.filter_map(|(code, c)| Some((code as u8, c?.to_string()))).collect();
            }
            Token::Word(b"readonly" | b"def" | b"currentfile" | b"eexec") if !codes.is_empty() => break,
            Token::Word(_) | Token::Close(_) => {}
        }
    }
    codes
}

/// What the character map of a TrueType font says.
pub struct TrueType {
    /// The character of a glyph.
    pub chars: HashMap<u16, char>,
    /// The glyph of a code, of a symbolic font.
    pub codes: HashMap<u16, u16>,
}

pub fn true_type(program: &[u8]) -> Option<TrueType> {
    let count = u16_at(program, 4)?;
    let table = (0..usize::from(count)).map(|i| 12 + i * 16).find(|&at| program.get(at..at + 4) == Some(b"cmap"))?;
    let start = u32_at(program, table + 8)? as usize;
    let cmap = program.get(start..)?;
    let mut found = TrueType { chars: HashMap::new(), codes: HashMap::new() };
    for i in 0..usize::from(u16_at(cmap, 2)?).min(32) {
        let (platform, encoding) = (u16_at(cmap, 4 + i * 8)?, u16_at(cmap, 6 + i * 8)?);
        let map = cmap.get(u32_at(cmap, 8 + i * 8)? as usize..)?;
        let symbol = platform == 1 || (platform, encoding) == (3, 0);
        each_of(map, &mut |code, glyph| {
            if symbol {
                found.codes.entry(code as u16 & 0xff).or_insert(glyph);
            } else if let Some(c) = char::from_u32(code) {
                // The first code of a glyph is mostly the letter, later ones are its compatibility forms.
                found.chars.entry(glyph).or_insert(c);
            }
        });
    }
    Some(found)
}

fn each_of(map: &[u8], tell: &mut dyn FnMut(u32, u16)) -> Option<()> {
    let mut left = 70_000_u32;
    let mut tell = |code: u32, glyph: u16| {
        left = left.saturating_sub(1);
        if glyph != 0 {
            tell(code, glyph);
        }
        (left > 0).then_some(())
    };
    match u16_at(map, 0)? {
        0 => {
            for (code, &glyph) in map.get(6..262)?.iter().enumerate() {
                tell(code as u32, u16::from(glyph))?;
            }
        }
        4 => {
            let segments = usize::from(u16_at(map, 6)?) / 2;
            for i in 0..segments {
                let end = u16_at(map, 14 + i * 2)?;
                let first = u16_at(map, 16 + segments * 2 + i * 2)?;
                let delta = u16_at(map, 16 + segments * 4 + i * 2)?;
                let at = 16 + segments * 6 + i * 2;
                let offset = usize::from(u16_at(map, at)?);
                for code in first..=end.min(0xfffe) {
                    let glyph = if offset == 0 {
                        code.wrapping_add(delta)
                    } else {
                        match u16_at(map, at + offset + usize::from(code - first) * 2) {
                            Some(glyph) if glyph != 0 => glyph.wrapping_add(delta),
                            _ => 0,
                        }
                    };
                    tell(u32::from(code), glyph)?;
                }
            }
        }
        6 => {
            let first = u32::from(u16_at(map, 6)?);
            for i in 0..u32::from(u16_at(map, 8)?) {
                tell(first + i, u16_at(map, 10 + i as usize * 2)?)?;
            }
        }
        12 => {
            for i in 0..u32_at(map, 12)?.min(70_000) as usize {
                let at = 16 + i * 12;
                let (first, last, glyph) = (u32_at(map, at)?, u32_at(map, at + 4)?, u32_at(map, at + 8)?);
                for code in first..=last {
                    tell(code, glyph.wrapping_add(code - first) as u16)?;
                }
            }
        }
        _ => {}
    }
    Some(())
}

/// The characters that the own encoding of a CFF font gives to codes (Adobe Technical Note 5176). Fonts whose glyphs have
/// the names of the standard set only are not read further: their PDFs say the encoding.
pub fn cff(program: &[u8]) -> Option<HashMap<u8, String>> {
    let header = usize::from(*program.get(2)?);
    let (_, after_names) = index(program, header)?;
    let (tops, after_tops) = index(program, after_names)?;
    let (strings, _) = index(program, after_tops)?;
    let top = dict(program.get(tops.first()?.clone())?);
    let operand =
        |key: u16| top.get(&key).and_then(|values| values.first()).and_then(|&value| usize::try_from(value).ok());
    let (glyphs, _) = index(program, operand(17)?)?;
    let names = charset(program, operand(15).unwrap_or(0), glyphs.len())?;
    let name = |sid: u16| -> Option<String> {
        match sid {
            // The standard strings up to 149 are the glyphs of the standard encoding, in its order.
            1..=149 => Base::Standard.table().into_iter().flatten().nth(usize::from(sid) - 1).map(String::from),
            0..=390 => None,
            _ => of_glyph(program.get(strings.get(usize::from(sid) - 391)?.clone())?),
        }
    };
    let mut codes = HashMap::new();
    let mut tell = |code: u8, glyph: usize| {
        if let Some(chars) = names.get(glyph).and_then(|&sid| name(sid)) {
            codes.insert(code, chars);
        }
    };
    let at = operand(16).filter(|&at| at > 1)?;
    let count = usize::from(*program.get(at + 1)?);
    if program.get(at)? & 0x7f == 0 {
        for i in 0..count {
            tell(*program.get(at + 2 + i)?, i + 1);
        }
    } else {
        let mut glyph = 1;
        for i in 0..count {
            let (first, more) = (*program.get(at + 2 + i * 2)?, *program.get(at + 3 + i * 2)?);
            for code in first..=first.saturating_add(more) {
                tell(code, glyph);
                glyph += 1;
            }
        }
    }
    Some(codes)
}

/// Where the parts of an index are, and where it ends.
fn index(bytes: &[u8], at: usize) -> Option<(Vec<std::ops::Range<usize>>, usize)> {
    let count = usize::from(u16_at(bytes, at)?);
    if count == 0 {
        return Some((Vec::new(), at + 2));
    }
    let size = usize::from(*bytes.get(at + 2)?);
    let offset = |i: usize| {
        let from = at + 3 + i * size;
        Some(bytes.get(from..from + size)?.iter().fold(0_usize, |value, &byte| value << 8 | usize::from(byte)))
    };
    let base = at + 2 + (count + 1) * size;
    let parts: Option<Vec<_>> =
        (0..count).map(|i| Some(base.checked_add(offset(i)?)?..base.checked_add(offset(i + 1)?)?)).collect();
    Some((parts?, base.checked_add(offset(count)?)?))
}

/// Whole numbers by operators; those of two bytes from 3072.
fn dict(bytes: &[u8]) -> HashMap<u16, Vec<i32>> {
    let mut entries = HashMap::new();
    let mut values = Vec::new();
    let mut bytes = bytes.iter().copied();
    let mut next = || bytes.next().map(i32::from);
    while let Some(first) = next() {
        match first {
            12 => drop(entries.insert(12 << 8 | next().unwrap_or(0) as u16, std::mem::take(&mut values))),
            0..=21 => drop(entries.insert(first as u16, std::mem::take(&mut values))),
            28 => values.push(i32::from((next().unwrap_or(0) << 8 | next().unwrap_or(0)) as i16)),
            29 => values.push((0..4).fold(0_i32, |value, _| value << 8 | next().unwrap_or(0))),
            30 => {
                while next().is_some_and(|byte| byte & 15 != 15) {}
                values.push(0);
            }
            32..=246 => values.push(first - 139),
            247..=250 => values.push((first - 247) * 256 + next().unwrap_or(0) + 108),
            251..=254 => values.push(-(first - 251) * 256 - next().unwrap_or(0) - 108),
            _ => {}
        }
    }
    entries
}

/// The name of every glyph, as a number of a string.
fn charset(bytes: &[u8], at: usize, glyphs: usize) -> Option<Vec<u16>> {
    let mut names = vec![0];
    if at <= 2 {
        return Some((0..glyphs.min(400) as u16).collect());
    }
    let format = *bytes.get(at)?;
    let mut at = at + 1;
    while names.len() < glyphs {
        let first = u16_at(bytes, at)?;
        let more = match format {
            0 => 0,
            1 => u16::from(*bytes.get(at + 2)?),
            _ => u16_at(bytes, at + 2)?,
        };
        at += 2 + usize::from(format.min(2));
        names.extend((0..=more).map(|i| first.saturating_add(i)));
    }
    Some(names)
}
