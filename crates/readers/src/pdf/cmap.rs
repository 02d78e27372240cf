//! Maps of codes: to characters (`ToUnicode`) and to glyphs (ISO 32000-1, 9.7.5 and 9.10.3).

use std::rc::Rc;

use super::object::{Lexer, Obj, Token, utf16};

/// What a map says.
#[derive(Default)]
pub struct CMap {
    /// Which codes there are: their bytes, the first and the last.
    spaces: Vec<(usize, u32, u32)>,
    /// Ranges of codes and the characters of the first one, in order.
    chars: Vec<(u32, u32, Rc<[u8]>)>,
    /// Ranges of codes and the glyph of the first one, in order.
    cids: Vec<(u32, u32, u32)>,
    /// Whether lines run from top to bottom.
    pub vertical: bool,
}

/// Ranges of one map.
const MOST_RANGES: usize = 200_000;

impl CMap {
    /// Two bytes a code, which is the glyph.
    pub fn identity(vertical: bool) -> CMap {
        CMap { spaces: vec![(2, 0, 0xffff)], cids: vec![(0, 0xffff, 0)], chars: Vec::new(), vertical }
    }

    pub fn parse(bytes: &[u8]) -> CMap {
        let mut map = CMap::default();
        let mut lexer = Lexer::of_content(bytes);
        let mut before: Vec<Obj> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Obj(object) => before.push(object),
                Token::Word(word) => {
                    map.operate(word, &before);
                    before.clear();
                }
                Token::Close(_) => {}
            }
            if map.chars.len() + map.cids.len() + map.spaces.len() > MOST_RANGES {
                break;
            }
        }
        // Stable: of two that begin with one code, the later one is found.
        map.chars.sort_by_key(|range| range.0);
        map.cids.sort_by_key(|range| range.0);
        map
    }

    fn operate(&mut self, word: &[u8], before: &[Obj]) {
        match word {
            b"endcodespacerange" => {
                for pair in before.chunks_exact(2) {
                    if let (Some((low, bytes)), Some((high, _))) = (code(&pair[0]), code(&pair[1])) {
                        // Each code looks through all of them; real maps have a handful.
                        if self.spaces.len() < 256 {
                            self.spaces.push((bytes, low, high));
                        }
                    }
                }
            }
            b"endbfchar" => {
                for pair in before.chunks_exact(2) {
                    if let (Some((code, _)), Some(to)) = (code(&pair[0]), pair[1].string()) {
                        self.chars.push((code, code, to.clone()));
                    }
                }
            }
            b"endbfrange" => {
                for three in before.chunks_exact(3) {
                    let (Some((low, _)), Some((high, _))) = (code(&three[0]), code(&three[1])) else { continue };
                    if let Some(to) = three[2].string() {
                        self.chars.push((low, high, to.clone()));
                    }
                    for (i, to) in three[2].array().iter().enumerate().take(MOST_RANGES) {
                        if let Some(to) = to.string() {
                            let code = low.saturating_add(i as u32);
                            self.chars.push((code, code, to.clone()));
                        }
                    }
                }
            }
            b"endcidchar" => {
                for pair in before.chunks_exact(2) {
                    if let (Some((code, _)), Some(cid)) = (code(&pair[0]), pair[1].index()) {
                        self.cids.push((code, code, cid));
                    }
                }
            }
            b"endcidrange" => {
                for three in before.chunks_exact(3) {
                    if let (Some((low, _)), Some((high, _)), Some(cid)) =
                        (code(&three[0]), code(&three[1]), three[2].index())
                    {
                        self.cids.push((low, high, cid));
                    }
                }
            }
            b"def" => {
                if let [.., Obj::Name(key), Obj::Num(value)] = before {
                    self.vertical |= **key == *b"WMode" && *value == 1.0;
                }
            }
            _ => {}
        }
    }

    pub fn has_chars(&self) -> bool {
        !self.chars.is_empty()
    }

    /// How many ranges it has.
    pub fn len(&self) -> usize {
        self.chars.len() + self.cids.len()
    }

    /// The next code of a string, and its bytes.
    pub fn next(&self, string: &[u8]) -> (u32, usize) {
        let mut value = 0;
        for bytes in 1..=string.len().min(4) {
            value = value << 8 | u32::from(string[bytes - 1]);
            if self.spaces.iter().any(|&(length, low, high)| length == bytes && within(value, low, high, length)) {
                return (value, bytes);
            }
        }
        // No code begins so: as many bytes as the shortest codes have are none.
        let bytes = self.spaces.iter().map(|space| space.0).min().unwrap_or(1).min(string.len()).max(1);
        (string.iter().take(bytes).fold(0, |value, &byte| value << 8 | u32::from(byte)), bytes)
    }

    pub fn cid(&self, code: u32) -> Option<u32> {
        let after = self.cids.partition_point(|range| range.0 <= code);
        let &(low, high, cid) = self.cids.get(after.checked_sub(1)?)?;
        (code <= high).then(|| cid.saturating_add(code - low))
    }

    /// The characters of a code; empty if the map says that it is none.
    pub fn chars(&self, code: u32) -> Option<String> {
        let after = self.chars.partition_point(|range| range.0 <= code);
        let (low, high, to) = self.chars.get(after.checked_sub(1)?)?;
        if code > *high {
            return None;
        }
        // Some programs write one byte for a character below 256.
        let mut units: Vec<u8> = if to.len() == 1 { vec![0, to[0]] } else { to.to_vec() };
        let steps = code - low;
        if steps > 0 {
            let at = units.len().checked_sub(2)?;
            let last = u32::from(u16::from_be_bytes([units[at], units[at + 1]])) + steps;
            let [_, _, high, low] = last.to_be_bytes();
            units[at] = high;
            units[at + 1] = low;
        }
        Some(utf16(&units))
    }
}

fn code(object: &Obj) -> Option<(u32, usize)> {
    let bytes = object.string()?;
    (1..=4)
        .contains(&bytes.len())
        .then(|| (bytes.iter().fold(0, |value, &byte| value << 8 | u32::from(byte)), bytes.len()))
}

/// Whether each byte of a code is within those of the first and the last one.
fn within(code: u32, low: u32, high: u32, bytes: usize) -> bool {
    (0..bytes).all(|i| {
        let byte = |value: u32| (value >> (8 * i)) as u8;
        (byte(low)..=byte(high)).contains(&byte(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_count_up_and_codes_have_their_bytes() {
        let map = CMap::parse(
            b"1 begincodespacerange <00> <7f> <8140> <9ffc> endcodespacerange 2 beginbfrange <20> <22> <0041> \
              <8140> <8141> [<00660069> <D83DDE00>] endbfrange 1 beginbfchar <21> <0627> endbfchar",
        );
        assert_eq!(map.next(b"\x21"), (0x21, 1));
        assert_eq!(map.next(b"\x81\x41"), (0x8141, 2));
        assert_eq!(map.next(b"\xff"), (0xff, 1));
        let chars: Vec<_> = [0x20, 0x21, 0x8140, 0x8141, 0x8142].map(|code| map.chars(code)).into();
        let expected = [Some("A"), Some("ا"), Some("fi"), Some("😀"), None].map(|chars| chars.map(str::to_owned));
        assert_eq!(chars, expected);
    }
}
