//! The objects of a PDF as they stand in the file, whatever its tables say.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::super::object::{Dict, Lexer, Token, is_regular, is_space};
use super::{BYTES_A_STEP, File, Place, find};

/// What was found by looking through the file.
#[derive(Default)]
pub(super) struct Found {
    pub places: HashMap<u32, Place>,
    pub trailer: Dict,
}

impl File<'_> {
    /// The objects as they stand in the file, whatever its tables say.
    pub(super) fn found(&self) -> &Found {
        self.found.get_or_init(|| {
            let mut found = Found::default();
            let mut packs = Vec::new();
            let mut at = 0;
            while let Some(word) = find(self.bytes, b"obj", at) {
                at = word + 3;
                // With the head that is looked through.
                if !self.work(8) {
                    return found;
                }
                let Some((start, number)) = self.object_before(word) else { continue };
                found.places.insert(number, Place::At(start));
                let head = &self.bytes[at..(at + 300).min(self.bytes.len())];
                let head = &head[..find(head, b"stream", 0).unwrap_or(head.len())];
                if find(head, b"/ObjStm", 0).is_some() {
                    packs.push((number, start));
                } else if find(head, b"/Catalog", 0).is_some() {
                    let root = Lexer::new(format!("<</Root {number} 0 R>>").as_bytes(), 0).object();
                    found.trailer = root.and_then(|root| Some(Dict::clone(root.dict()?))).unwrap_or_default();
                }
            }
            let mut trailer = Dict::default();
            let trailers = self.trailers();
            for (i, &from) in trailers.iter().enumerate() {
                // One that does not end is not looked for in all that follows it.
                let end = trailers.get(i + 1).copied().unwrap_or(self.bytes.len());
                let dict = self.dict_within(from..end);
                if let Some(mut newer) = dict.filter(|dict| dict.has("Root")).map(|dict| Dict::clone(&dict)) {
                    newer.fill(&trailer);
                    trailer = newer;
                }
            }
            // The newest is the last one.
            let mut places: Vec<usize> = found
                .places
                .values()
                .filter_map(|place| if let Place::At(at) = place { Some(*at) } else { None })
                .collect();
            places.sort_unstable_by_key(|&at| std::cmp::Reverse(at));
            let mut end = self.bytes.len();
            for at in places {
                let within = at..end;
                end = at;
                let head = &self.bytes[at..(at + 300).min(self.bytes.len())];
                let head = &head[..find(head, b"stream", 0).unwrap_or(head.len())];
                if find(head, b"/XRef", 0).is_some() {
                    let dict = self.dict_within(within);
                    if let Some(dict) = dict.filter(|dict| dict.has("Root")) {
                        trailer.fill(&dict);
                    }
                }
            }
            trailer.fill(&found.trailer);
            found.trailer = trailer;
            for (number, start) in packs {
                if self.exceeded().is_none()
                    && found.places.get(&number) == Some(&Place::At(start))
                    && let Some(pack) = self.pack_at(start)
                {
                    for inner in pack {
                        found.places.entry(inner).or_insert(Place::Packed(number));
                    }
                }
            }
            found
        })
    }

    /// What is in the stream of objects at a byte.
    fn pack_at(&self, start: usize) -> Option<HashSet<u32>> {
        let (_, object) = self.object_at(start)?;
        let stream = object.stream()?;
        let count = stream.dict.get("N").index()?.min(1_000_000);
        let bytes = self.decode(stream);
        let mut lexer = Lexer::new(&bytes, 0);
        let mut numbers = HashSet::new();
        for _ in 0..count {
            let Some(number) = lexer.object().and_then(|number| number.index()) else { break };
            lexer.object();
            numbers.insert(number);
        }
        self.work(bytes.len() as u64 / BYTES_A_STEP + numbers.len() as u64);
        Some(numbers)
    }

    /// The first dictionary of a piece of the file.
    fn dict_within(&self, piece: Range<usize>) -> Option<Rc<Dict>> {
        let mut lexer = Lexer::new(&self.bytes[..piece.end.min(self.bytes.len())], piece.start);
        let mut dict = None;
        // Before it are the object's numbers and "obj".
        for _ in 0..4 {
            dict = match lexer.token() {
                Some(Token::Obj(object)) => object.dict().cloned(),
                Some(Token::Word(_)) => None,
                _ => break,
            };
            if dict.is_some() {
                break;
            }
        }
        let enough = self.work((lexer.at - piece.start.min(lexer.at)) as u64 / BYTES_A_STEP);
        dict.filter(|_| enough)
    }

    fn trailers(&self) -> Vec<usize> {
        let mut at = 0;
        let mut all = Vec::new();
        while let Some(word) = find(self.bytes, b"trailer", at).filter(|_| all.len() < 1000) {
            at = word + 7;
            all.push(at);
        }
        all
    }

    /// Where the "1 0 " before "obj" begins, and the number.
    fn object_before(&self, obj: usize) -> Option<(usize, u32)> {
        let back = |from: usize, is: &dyn Fn(u8) -> bool| {
            let mut at = from;
            while at > 0 && from - at < 12 && is(self.bytes[at - 1]) {
                at -= 1;
            }
            at
        };
        let space = back(obj, &is_space);
        let generation = back(space, &|byte| byte.is_ascii_digit());
        let between = back(generation, &is_space);
        let number = back(between, &|byte| byte.is_ascii_digit());
        let alone = self.bytes.get(obj + 3).is_none_or(|&byte| !is_regular(byte) || byte.is_ascii_digit());
        if generation == space || between == generation || number == between || !alone {
            return None;
        }
        let digits = std::str::from_utf8(&self.bytes[number..between]).ok()?;
        Some((number, digits.parse().ok()?))
    }
}
