//! A PDF as a whole: where its objects are (ISO 32000-1, 7.5). Where its tables are damaged the objects are looked for.

mod search;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use emic_formats::source::{Bound, Damage, Refusal};

use super::crypt::Crypt;
use super::filter;
use super::object::{Dict, Lexer, Obj, Stream, words_of};
use search::Found;

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// At a byte of the file.
    At(usize),
    /// In a stream of objects: its number.
    Packed(u32),
}

/// A stream of objects, unpacked.
struct Pack {
    bytes: Vec<u8>,
    /// Where each object begins.
    starts: HashMap<u32, usize>,
}

pub struct File<'a> {
    bytes: &'a [u8],
    places: HashMap<u32, Place>,
    trailer: Dict,
    found: OnceCell<Found>,
    crypt: Option<Crypt>,
    known: RefCell<HashMap<u32, Obj>>,
    /// The bytes that the known objects were read off.
    kept: Cell<usize>,
    packs: RefCell<HashMap<u32, Option<Rc<Pack>>>>,
    loading: RefCell<HashSet<u32>>,
    /// The last search for an end of a stream: from where to where there is none, or is the next one.
    end: Cell<Option<(usize, usize)>>,
    unpacked: Cell<usize>,
    words: Cell<usize>,
    work: Cell<u64>,
    exceeded: Cell<Option<Bound>>,
    damaged: Cell<bool>,
}

/// Bytes of all streams, unpacked.
const MOST_UNPACKED: usize = 200 << 20;
/// Bytes of one stream, unpacked.
const MOST_OF_ONE: usize = 100 << 20;
/// Steps of work in all: a glyph, an operator, a line of a map.
const MOST_WORK: u64 = 40_000_000;
/// Bytes of the file that are a step of work to read objects off.
const BYTES_A_STEP: u64 = 16;
/// Steps of work that it takes to decode a letter of words that are referred to.
const STEPS_A_LETTER: u64 = 4;
/// Objects kept at hand, and the bytes that they were read off.
const MOST_KNOWN: usize = 200_000;
const MOST_KEPT: usize = 64 << 20;
/// The longest text that is taken out, in bytes: what is written once may be shown, or referred to, many times.
const MOST_WORDS: usize = 50_000_000;

impl<'a> File<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is encrypted, or nothing can be found in it.
    pub fn open(bytes: &'a [u8]) -> Result<File<'a>, Refusal> {
        // Places count from where the file says that it begins.
        let head = &bytes[..bytes.len().min(1024)];
        let from = head.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
        let mut file = File {
            bytes: &bytes[from..],
            places: HashMap::new(),
            trailer: Dict::default(),
            found: OnceCell::new(),
            crypt: None,
            known: RefCell::default(),
            kept: Cell::new(0),
            packs: RefCell::default(),
            loading: RefCell::default(),
            end: Cell::new(None),
            unpacked: Cell::new(0),
            words: Cell::new(0),
            work: Cell::new(0),
            exceeded: Cell::new(None),
            damaged: Cell::new(false),
        };
        file.read_tables();
        file.unlock()?;
        if file.catalog().is_none() {
            file.search()?;
        }
        match file.catalog() {
            Some(_) => Ok(file),
            None => Err(file.exceeded().map_or(Refusal::Damaged(Damage::Container), Refusal::Excessive)),
        }
    }

    /// Does without the file's tables.
    fn search(&mut self) -> Result<(), Refusal> {
        self.known.borrow_mut().clear();
        self.packs.borrow_mut().clear();
        self.places.clear();
        self.trailer = self.found().trailer.clone();
        if self.crypt.is_none() {
            self.unlock()?;
            if self.crypt.is_some() {
                // Streams of objects could not be read before.
                self.found = OnceCell::new();
            }
        }
        Ok(())
    }

    fn unlock(&mut self) -> Result<(), Refusal> {
        let encrypt = match self.get(self.trailer.get("Encrypt")) {
            Obj::Null => return Ok(()),
            Obj::Dict(encrypt) => self.deep(&encrypt, 4),
            _ => return Err(Refusal::Encrypted),
        };
        let id = self.get(self.trailer.get("ID")).array().first().map(|id| self.get(id));
        let id = id.as_ref().and_then(Obj::string).cloned().unwrap_or_default();
        self.crypt = Some(Crypt::open(&encrypt, &id).ok_or(Refusal::Encrypted)?);
        // What was read before was not decrypted.
        self.known.borrow_mut().clear();
        self.packs.borrow_mut().clear();
        Ok(())
    }

    /// A dictionary with everything in it resolved.
    fn deep(&self, dict: &Dict, depth: u32) -> Dict {
        dict.map(|value| match self.get(value) {
            Obj::Dict(inner) if depth > 0 => Obj::Dict(Rc::new(self.deep(&inner, depth - 1))),
            other => other,
        })
    }

    pub fn trailer(&self) -> &Dict {
        &self.trailer
    }

    /// The root of the document, if it has pages.
    pub fn catalog(&self) -> Option<Rc<Dict>> {
        let catalog = self.dict(self.trailer.get("Root"))?;
        self.dict(catalog.get("Pages")).map(|_| catalog)
    }

    /// What there was too much of.
    pub fn exceeded(&self) -> Option<Bound> {
        self.exceeded.get()
    }

    /// Whether something could not be read since this was last asked.
    pub fn take_damage(&self) -> bool {
        self.damaged.replace(false)
    }

    /// Counts work; false if there was too much of it.
    pub fn work(&self, steps: u64) -> bool {
        self.work.set(self.work.get().saturating_add(steps));
        if self.work.get() > MOST_WORK {
            self.exceeded.set(self.exceeded.get().or(Some(Bound::Work)));
        }
        self.exceeded.get().is_none()
    }

    /// Counts bytes of words that are taken out; false if there were too many of them.
    pub fn words(&self, bytes: usize) -> bool {
        self.words.set(self.words.get().saturating_add(bytes));
        if self.words.get() > MOST_WORDS {
            self.exceeded.set(self.exceeded.get().or(Some(Bound::Unpacked)));
        }
        self.exceeded.get().is_none()
    }

    /// The words of a string. They are taken out anew wherever it is referred to, and that is counted each time.
    pub fn words_under(&self, dict: &Dict, key: &str) -> Option<String> {
        let object = self.get(dict.get(key));
        let string = object.string()?;
        self.work(string.len() as u64 * STEPS_A_LETTER).then(|| words_of(string))
    }

    /// Counts bytes that an object was read off.
    fn lexed(&self, bytes: usize) -> bool {
        self.kept.set(self.kept.get().saturating_add(bytes));
        self.work(bytes as u64 / BYTES_A_STEP)
    }

    /// What `object` is, references followed.
    pub fn get(&self, object: &Obj) -> Obj {
        let mut object = object.clone();
        for _ in 0..16 {
            match object {
                Obj::Ref(number) => object = self.numbered(number),
                other => return other,
            }
        }
        Obj::Null
    }

    pub fn dict(&self, object: &Obj) -> Option<Rc<Dict>> {
        self.get(object).dict().cloned()
    }

    pub fn num(&self, object: &Obj) -> Option<f64> {
        self.get(object).num()
    }

    /// The numbers of an array.
    pub fn nums(&self, object: &Obj) -> Vec<f64> {
        self.get(object).array().iter().take(64).filter_map(|item| self.num(item)).collect()
    }

    fn numbered(&self, number: u32) -> Obj {
        if let Some(object) = self.known.borrow().get(&number) {
            return object.clone();
        }
        if !self.work(1) || !self.loading.borrow_mut().insert(number) {
            return Obj::Null;
        }
        let object = self.load(number);
        self.loading.borrow_mut().remove(&number);
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST_KNOWN || self.kept.get() > MOST_KEPT {
            known.clear();
            self.kept.set(0);
        }
        known.insert(number, object.clone());
        object
    }

    fn load(&self, number: u32) -> Obj {
        let told = self.places.get(&number).copied();
        if let Some(object) = told.and_then(|place| self.at_place(number, place)) {
            return object;
        }
        // The tables are wrong here. An object that they leave out is none, unless there are no tables.
        if told.is_none() && !self.places.is_empty() {
            return Obj::Null;
        }
        let place = self.found().places.get(&number).copied();
        let object = place.filter(|&place| Some(place) != told).and_then(|place| self.at_place(number, place));
        if object.is_none() && told.is_some() {
            self.damaged.set(true);
        }
        object.unwrap_or(Obj::Null)
    }

    fn at_place(&self, number: u32, place: Place) -> Option<Obj> {
        match place {
            Place::At(at) => {
                let (id, object) = self.object_at(at)?;
                (id.0 == number).then(|| self.decrypted(object, id))
            }
            Place::Packed(pack) => {
                let pack = self.pack(pack)?;
                let start = *pack.starts.get(&number)?;
                let mut lexer = Lexer::new(&pack.bytes, start);
                let object = lexer.object()?;
                self.lexed(lexer.at - start);
                Some(object)
            }
        }
    }

    /// The object whose "1 0 obj" stands at a byte.
    fn object_at(&self, at: usize) -> Option<((u32, u16), Obj)> {
        let mut lexer = Lexer::new(self.bytes, at);
        let number = lexer.object()?.index()?;
        let generation = lexer.object()?.index()?;
        if lexer.word()? != b"obj" {
            return None;
        }
        let id = (number, generation as u16);
        let object = lexer.object().unwrap_or(Obj::Null);
        self.lexed(lexer.at - at);
        let Obj::Dict(dict) = object else { return Some((id, object)) };
        if lexer.word() != Some(b"stream") {
            return Some((id, Obj::Dict(dict)));
        }
        let start = match (lexer.peek(), self.bytes.get(lexer.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => lexer.at + 2,
            (Some(b'\r' | b'\n'), _) => lexer.at + 1,
            _ => lexer.at,
        };
        let bytes = self.stream_range(start, &dict);
        Some((id, Obj::Stream(Rc::new(Stream { dict, bytes, id }))))
    }

    fn stream_range(&self, start: usize, dict: &Dict) -> Range<usize> {
        if let Some(length) = self.num(dict.get("Length")).filter(|&length| length >= 0.0) {
            let end = start.saturating_add(length as usize);
            if end <= self.bytes.len() {
                let mut after = Lexer::new(self.bytes, end);
                after.skip_space();
                if self.bytes[after.at..].starts_with(b"endstream") || self.bytes[after.at..].starts_with(b"endobj") {
                    return start..end;
                }
            }
        }
        let start = start.min(self.bytes.len());
        let end = match self.end.get().filter(|&(from, end)| from <= start && start <= end) {
            Some((_, end)) => end,
            None => {
                let end = find(self.bytes, b"endstream", start).unwrap_or(self.bytes.len());
                self.work((end - start) as u64 / 256);
                self.end.set(Some((start, end)));
                end
            }
        };
        start..end
    }

    fn decrypted(&self, object: Obj, id: (u32, u16)) -> Obj {
        let Some(crypt) = &self.crypt else { return object };
        fn walk(object: &Obj, decrypt: &dyn Fn(&[u8]) -> Vec<u8>) -> Obj {
            match object {
                Obj::Str(string) => Obj::Str(decrypt(string).into()),
                Obj::Array(items) => Obj::Array(items.iter().map(|item| walk(item, decrypt)).collect()),
                Obj::Dict(dict) => Obj::Dict(Rc::new(dict.map(|value| walk(value, decrypt)))),
                other => other.clone(),
            }
        }
        walk(&object, &|bytes| crypt.string(id, bytes))
    }

    fn pack(&self, number: u32) -> Option<Rc<Pack>> {
        if let Some(pack) = self.packs.borrow().get(&number) {
            return pack.clone();
        }
        let pack = self.unpack(number).map(Rc::new);
        self.packs.borrow_mut().insert(number, pack.clone());
        pack
    }

    fn unpack(&self, number: u32) -> Option<Pack> {
        let object = self.numbered(number);
        let stream = object.stream().filter(|stream| stream.dict.is("Type", "ObjStm"))?;
        let first = self.num(stream.dict.get("First"))? as usize;
        let count = self.num(stream.dict.get("N"))?.min(1e6) as usize;
        let bytes = self.decode(stream);
        let mut lexer = Lexer::new(&bytes, 0);
        let mut starts = HashMap::new();
        self.work(bytes.len() as u64 / BYTES_A_STEP);
        for _ in 0..count {
            let (Some(number), Some(at)) =
                (lexer.object().and_then(|n| n.index()), lexer.object().and_then(|at| at.index()))
            else {
                break;
            };
            starts.insert(number, first.saturating_add(at as usize));
        }
        self.work(starts.len() as u64);
        Some(Pack { bytes, starts })
    }

    /// The bytes of a stream; of a picture's filter none.
    pub fn decode(&self, stream: &Stream) -> Vec<u8> {
        let raw = self.bytes.get(stream.bytes.clone()).unwrap_or(&[]);
        self.work(raw.len() as u64 / 256);
        if !stream.dict.has("Filter") && !stream.dict.has("F") {
            // It is copied as it is, and streams without an end overlap.
            self.unpacked.set(self.unpacked.get().saturating_add(raw.len()));
            if self.unpacked.get() > MOST_UNPACKED {
                self.exceeded.set(self.exceeded.get().or(Some(Bound::Unpacked)));
                return Vec::new();
            }
        }
        let mut bytes = match &self.crypt {
            Some(crypt) if !stream.dict.is("Type", "XRef") => crypt.stream(stream.id, raw),
            _ => raw.to_vec(),
        };
        let some = |long: &str, short: &str| {
            let object = self.get(stream.dict.get(if stream.dict.has(long) { long } else { short }));
            match object {
                Obj::Array(items) => items.iter().take(8).map(|item| self.get(item)).collect(),
                Obj::Null => Vec::new(),
                other => vec![other],
            }
        };
        let parms: Vec<Obj> = some("DecodeParms", "DP");
        for (i, name) in some("Filter", "F").iter().enumerate() {
            let parms = parms.get(i).and_then(|parms| Some(self.deep(parms.dict()?, 1))).unwrap_or_default();
            let room = MOST_OF_ONE.min(MOST_UNPACKED.saturating_sub(self.unpacked.get()));
            let Some(unpacked) = name.name().and_then(|name| filter::undo(name, &bytes, &parms, room)) else {
                return Vec::new();
            };
            self.unpacked.set(self.unpacked.get() + unpacked.bytes.len());
            if unpacked.exceeds {
                self.exceeded.set(self.exceeded.get().or(Some(Bound::Unpacked)));
            }
            if unpacked.damaged {
                self.damaged.set(true);
            }
            bytes = unpacked.bytes;
        }
        bytes
    }

    fn read_tables(&mut self) {
        let tail = self.bytes.len().saturating_sub(2048);
        let Some(start) = self.bytes[tail..].windows(9).rposition(|window| window == b"startxref") else { return };
        let told = Lexer::new(self.bytes, tail + start + 9).object().and_then(|at| at.index());
        let mut next: Vec<usize> = told.map(|at| at as usize).into_iter().collect();
        let mut seen = HashSet::new();
        while let Some(at) = next.pop().filter(|_| seen.len() < 10_000) {
            if !seen.insert(at) {
                continue;
            }
            let Some(trailer) = self.read_table(at) else { continue };
            // What stands in newer tables comes first, and a table before its own older ones.
            next.extend(trailer.get("Prev").index().map(|at| at as usize));
            next.extend(trailer.get("XRefStm").index().map(|at| at as usize));
            self.trailer.fill(&trailer);
        }
    }

    fn read_table(&mut self, at: usize) -> Option<Rc<Dict>> {
        let mut lexer = Lexer::new(self.bytes, at);
        if lexer.word() != Some(b"xref") {
            return self.read_table_stream(at);
        }
        loop {
            if let Some(word) = lexer.word() {
                return if word == b"trailer" { lexer.object()?.dict().cloned() } else { None };
            }
            let first = lexer.object()?.index()?;
            let count = lexer.object()?.index()?;
            for number in first..first.saturating_add(count) {
                let offset = lexer.object()?.index()?;
                lexer.object()?;
                let used = lexer.word()? == b"n";
                if used {
                    self.places.entry(number).or_insert(Place::At(offset as usize));
                }
            }
        }
    }

    fn read_table_stream(&mut self, at: usize) -> Option<Rc<Dict>> {
        let (_, object) = self.object_at(at)?;
        let stream = object.stream().filter(|stream| stream.dict.is("Type", "XRef"))?;
        let bytes = self.decode(stream);
        let widths: Vec<usize> =
            stream.dict.get("W").array().iter().filter_map(|w| Some(w.index()?.min(8) as usize)).collect();
        let &[kind, one, two] = widths.get(..3)? else { return None };
        let row = (kind + one + two).max(1);
        let size = stream.dict.get("Size").index().unwrap_or(0);
        let mut ranges: Vec<u32> = stream.dict.get("Index").array().iter().filter_map(Obj::index).collect();
        if ranges.len() < 2 {
            ranges = vec![0, size];
        }
        let mut rows = bytes.chunks_exact(row);
        let value = |part: &[u8]| part.iter().fold(0_u64, |value, &byte| value << 8 | u64::from(byte));
        for range in ranges.chunks_exact(2) {
            for number in range[0]..range[0].saturating_add(range[1]) {
                let Some(row) = rows.next() else { break };
                let place = match if kind == 0 { 1 } else { value(&row[..kind]) } {
                    1 => Place::At(value(&row[kind..kind + one]) as usize),
                    2 => Place::Packed(value(&row[kind..kind + one]) as u32),
                    _ => continue,
                };
                self.places.entry(number).or_insert(place);
            }
        }
        Some(stream.dict.clone())
    }
}

/// Where `part` stands next.
pub fn find(bytes: &[u8], part: &[u8], from: usize) -> Option<usize> {
    let (&first, rest) = part.split_first()?;
    let mut at = from;
    while let Some(on) = bytes.get(at..)?.iter().position(|&byte| byte == first) {
        at += on;
        if bytes[at + 1..].starts_with(rest) {
            return Some(at);
        }
        at += 1;
    }
    None
}
