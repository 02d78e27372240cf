//! What pages draw: their content streams are run for the glyphs that they show (ISO 32000-1, 8.4, 9.3 and 9.4).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::file::{File, find};
use super::font::{Code, Font};
use super::object::{Dict, Lexer, Obj, Stream, Token, is_space};

/// Characters where a page shows them. Positions are turned so that the glyph stands upright: x runs with the line,
/// y from line to line, both in points.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub chars: Rc<str>,
    pub x0: f64,
    pub x1: f64,
    /// The line that it stands on.
    pub y: f64,
    pub size: f64,
    /// By how many degrees it was turned, counterclockwise, from 0 to 359.
    pub angle: u16,
    pub bold: bool,
    pub italic: bool,
}

/// What a page shows.
#[derive(Default)]
pub struct Shown {
    pub glyphs: Vec<Glyph>,
    pub pictures: u32,
    pub hidden: u32,
    /// How many glyphs are of fonts that do not say what they are.
    pub unknown: usize,
}

/// Runs pages.
pub struct Runner<'f, 'a> {
    file: &'f File<'a>,
    /// By the dictionary, which is kept so that its address stays its own.
    fonts: HashMap<*const Dict, (Rc<Dict>, Rc<Font>)>,
    forms: HashMap<(u32, u16), Rc<Vec<u8>>>,
    /// Layers that are off.
    off: HashSet<u32>,
}

type Matrix = [f64; 6];

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What marks a part of the content.
struct Mark {
    /// The words that it stands for.
    actual: Option<String>,
    /// The first glyph in it.
    from: usize,
    hides: bool,
}

/// One page as it is run.
struct Run<'r, 'f, 'a> {
    runner: &'r mut Runner<'f, 'a>,
    /// What of the plane is on the page: left, bottom, right, top.
    page: [f64; 4],
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
    shown: Shown,
}

/// Forms in forms.
const DEEPEST: u32 = 12;
const MOST_SAVED: usize = 256;
const MOST_FONTS: usize = 4000;

impl<'f, 'a> Runner<'f, 'a> {
    pub fn new(file: &'f File<'a>) -> Runner<'f, 'a> {
        let mut off = HashSet::new();
        let layers = file.catalog().and_then(|catalog| file.dict(catalog.get("OCProperties")));
        if let Some(default) = layers.and_then(|layers| file.dict(layers.get("D"))) {
            let layers = file.get(default.get("OFF"));
            off.extend(layers.array().iter().filter_map(|layer| if let Obj::Ref(n) = layer { Some(*n) } else { None }));
        }
        Runner { file, fonts: HashMap::new(), forms: HashMap::new(), off }
    }

    /// What a page shows; `page` is its box: left, bottom, right, top.
    pub fn run(&mut self, content: &[u8], resources: &Rc<Dict>, page: [f64; 4]) -> Shown {
        let state = State {
            matrix: IDENTITY,
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut run = Run {
            runner: self,
            page,
            state,
            saved: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            marks: Vec::new(),
            shown: Shown::default(),
        };
        run.content(content, resources, 0);
        run.shown
    }

    fn font(&mut self, object: &Obj) -> Option<Rc<Font>> {
        let dict = self.file.dict(object)?;
        if let Some((_, font)) = self.fonts.get(&Rc::as_ptr(&dict)) {
            return Some(font.clone());
        }
        if self.fonts.len() >= MOST_FONTS {
            self.fonts.clear();
        }
        let font = Rc::new(Font::load(self.file, &dict));
        self.fonts.insert(Rc::as_ptr(&dict), (dict, font.clone()));
        Some(font)
    }

    fn form(&mut self, stream: &Stream) -> Rc<Vec<u8>> {
        if let Some(bytes) = self.forms.get(&stream.id) {
            return bytes.clone();
        }
        let bytes = Rc::new(self.file.decode(stream));
        if bytes.len() < 1 << 18 && self.forms.len() < 64 {
            self.forms.insert(stream.id, bytes.clone());
        }
        bytes
    }
}

impl Run<'_, '_, '_> {
    fn content(&mut self, bytes: &[u8], resources: &Rc<Dict>, depth: u32) {
        let mut lexer = Lexer::of_content(bytes);
        let mut operands: Vec<Obj> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Obj(object) => {
                    if operands.len() < 64 {
                        operands.push(object);
                    }
                }
                Token::Word(b"BI") => {
                    lexer.at = after_inline_picture(bytes, lexer.at);
                    self.picture();
                    operands.clear();
                }
                Token::Word(word) => {
                    if !self.runner.file.work(1) {
                        return;
                    }
                    self.operate(word, &operands, resources, depth);
                    operands.clear();
                }
                Token::Close(_) => {}
            }
        }
    }

    fn operate(&mut self, word: &[u8], operands: &[Obj], resources: &Rc<Dict>, depth: u32) {
        let num = |i: usize| operands.get(i).and_then(Obj::num).unwrap_or(0.0);
        match word {
            b"q" if self.saved.len() < MOST_SAVED => {
                self.saved.push(self.state.clone());
            }
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.matrix = times(&matrix(operands), &self.state.matrix),
            b"BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            b"Tf" => {
                let fonts = self.runner.file.dict(resources.get("Font"));
                let name = operands.first().and_then(Obj::name);
                let font = fonts.zip(name).map(|(fonts, name)| fonts.by_name(name).clone());
                self.state.font = font.and_then(|font| self.runner.font(&font));
                self.state.size = num(1);
            }
            b"gs" => self.graphics_state(operands, resources),
            b"Tc" => self.state.char_space = num(0),
            b"Tw" => self.state.word_space = num(0),
            b"Tz" => self.state.stretch = num(0) / 100.0,
            b"TL" => self.state.leading = num(0),
            b"Ts" => self.state.rise = num(0),
            b"Td" => self.next_line(num(0), num(1)),
            b"TD" => {
                self.state.leading = -num(1);
                self.next_line(num(0), num(1));
            }
            b"Tm" => {
                self.line = matrix(operands);
                self.text = self.line;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first()),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.first());
            }
            b"\"" => {
                self.state.word_space = num(0);
                self.state.char_space = num(1);
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2));
            }
            b"TJ" => {
                for item in operands.first().map(Obj::array).unwrap_or_default() {
                    match item {
                        Obj::Num(back) => self.advance(-back / 1000.0 * self.state.size),
                        other => self.show(Some(other)),
                    }
                }
            }
            b"Do" => self.external(operands, resources, depth),
            b"BMC" => self.mark(None, false),
            b"BDC" => self.marked_with(operands, resources),
            b"EMC" => self.unmark(),
            _ => {}
        }
    }

    fn graphics_state(&mut self, operands: &[Obj], resources: &Rc<Dict>) {
        let file = self.runner.file;
        let states = file.dict(resources.get("ExtGState"));
        let name = operands.first().and_then(Obj::name);
        let state = states.zip(name).and_then(|(states, name)| file.dict(states.by_name(name)));
        let Some(Obj::Array(font)) = state.map(|state| file.get(state.get("Font"))) else { return };
        if let [font, size] = &font[..] {
            self.state.font = self.runner.font(font);
            self.state.size = file.num(size).unwrap_or(0.0);
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    /// Moves the pen along the line, by so much of the text's own space.
    fn advance(&mut self, by: f64) {
        let vertical = self.state.font.as_ref().is_some_and(|font| font.vertical);
        let (x, y) = if vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.text);
    }

    fn show(&mut self, string: Option<&Obj>) {
        let (Some(string), Some(font)) = (string.and_then(Obj::string).cloned(), self.state.font.clone()) else {
            return;
        };
        self.runner.file.work(string.len() as u64);
        font.codes(&string, |code| self.glyph(&font, code));
    }

    fn glyph(&mut self, font: &Font, code: Code) {
        let State { size, char_space, word_space, stretch, rise, .. } = self.state;
        let at = times(&times(&[size * stretch, 0.0, 0.0, size, 0.0, rise], &self.text), &self.state.matrix);
        let extra = char_space + if code.space { word_space } else { 0.0 };
        if font.vertical {
            self.place(font, code.chars, [at[4], at[5]], [-at[2], -at[3]], [at[0], at[1]]);
            self.advance(-size + extra);
        } else {
            let along = [at[0] * code.width, at[1] * code.width];
            // Of no width at all it still has a direction.
            let direction = if code.width == 0.0 { [at[0] * 1e-3, at[1] * 1e-3] } else { along };
            self.place(font, code.chars, [at[4], at[5]], direction, [at[2], at[3]]);
            self.advance(code.width * size + extra);
        }
    }

    /// Notes a glyph that begins at `from` and runs for `along`, its letters rising by `up` for a size of 1.
    fn place(&mut self, font: &Font, chars: Option<Rc<str>>, from: [f64; 2], along: [f64; 2], up: [f64; 2]) {
        let length = along[0].hypot(along[1]);
        if self.marks.iter().any(|mark| mark.hides) || !(length > 0.0 && length < 1e5) {
            return;
        }
        let [left, bottom, right, top] = self.page;
        const EDGE: f64 = 2.0;
        let on_page = (left - EDGE..right + EDGE).contains(&from[0]) && (bottom - EDGE..top + EDGE).contains(&from[1]);
        let height = (along[0] * up[1] - along[1] * up[0]).abs() / length * font.em;
        if !(on_page && height > 0.1 && height < 1e4) {
            return;
        }
        let angle = upright(along[1].atan2(along[0]).to_degrees());
        let [x, y] = turned(from, angle);
        let [end, _] = turned([from[0] + along[0], from[1] + along[1]], angle);
        self.shown.unknown += usize::from(chars.is_none());
        let chars = chars.unwrap_or_else(|| "\u{fffd}".into());
        if chars.is_empty() || !self.runner.file.words(chars.len()) {
            return;
        }
        let (bold, italic) = (font.bold, font.italic);
        self.shown.glyphs.push(Glyph { chars, x0: x.min(end), x1: x.max(end), y, size: height, angle, bold, italic });
    }

    fn external(&mut self, operands: &[Obj], resources: &Rc<Dict>, depth: u32) {
        // Forms that draw forms take long before they have drawn much.
        const WORK: u64 = 200;
        let file = self.runner.file;
        file.work(WORK);
        let objects = file.dict(resources.get("XObject"));
        let name = operands.first().and_then(Obj::name);
        let Some((objects, name)) = objects.zip(name) else { return };
        let object = file.get(objects.by_name(name));
        let Some(stream) = object.stream() else { return };
        if self.is_off(stream.dict.get("OC")) {
            self.shown.hidden += 1;
        } else if stream.dict.is("Subtype", "Image") {
            self.picture();
        } else if stream.dict.is("Subtype", "Form") && depth < DEEPEST {
            let bytes = self.runner.form(stream);
            let own = file.dict(stream.dict.get("Resources"));
            let before = (self.state.clone(), self.saved.len(), self.text, self.line, self.marks.len());
            if let [a, b, c, d, e, f] = file.nums(stream.dict.get("Matrix"))[..] {
                self.state.matrix = times(&[a, b, c, d, e, f], &self.state.matrix);
            }
            let saved = std::mem::take(&mut self.saved);
            self.content(&bytes, own.as_ref().unwrap_or(resources), depth + 1);
            self.saved = saved;
            (self.state, _, self.text, self.line, _) = before;
            while self.marks.len() > before.4 {
                self.unmark();
            }
        }
    }

    /// Counts a picture, if it is more than a rule or a dot.
    fn picture(&mut self) {
        const LEAST: f64 = 16.0;
        let [a, b, c, d, ..] = self.state.matrix;
        if a.hypot(b) >= LEAST && c.hypot(d) >= LEAST {
            self.shown.pictures += 1;
        }
    }

    fn is_off(&self, layer: &Obj) -> bool {
        matches!(layer, Obj::Ref(number) if self.runner.off.contains(number))
    }

    fn marked_with(&mut self, operands: &[Obj], resources: &Rc<Dict>) {
        let file = self.runner.file;
        let layer = operands.first().and_then(Obj::name) == Some(b"OC");
        let properties = match operands.get(1) {
            Some(Obj::Name(name)) => {
                file.dict(resources.get("Properties")).map_or(Obj::Null, |all| all.by_name(name).clone())
            }
            Some(other) => other.clone(),
            None => Obj::Null,
        };
        let hides = layer && self.is_off(&properties);
        self.shown.hidden += u32::from(hides);
        let actual = file.dict(&properties).and_then(|dict| file.words_under(&dict, "ActualText"));
        self.mark(actual, hides);
    }

    fn mark(&mut self, actual: Option<String>, hides: bool) {
        if self.marks.len() < MOST_SAVED {
            self.marks.push(Mark { actual, from: self.shown.glyphs.len(), hides });
        }
    }

    fn unmark(&mut self) {
        // A few glyphs: a cluster, a ligature, a hyphen. Of longer passages the glyphs themselves say where words are.
        const MOST: usize = 16;
        let Some(mark) = self.marks.pop() else { return };
        let glyphs = self.shown.glyphs.get(mark.from..).unwrap_or_default();
        let (Some(actual), Some(first)) = (mark.actual, glyphs.first().filter(|_| glyphs.len() <= MOST)) else {
            return;
        };
        let on_line = glyphs.iter().all(|glyph| glyph.angle == first.angle && (glyph.y - first.y).abs() < first.size);
        let same: String = glyphs.iter().map(|glyph| &*glyph.chars).collect();
        if !on_line || same == actual || actual.trim().is_empty() {
            return;
        }
        let actual: String = actual.chars().filter(|c| !c.is_control()).collect();
        if !self.runner.file.words(actual.len()) {
            return;
        }
        let mut whole = first.clone();
        for glyph in glyphs {
            whole.x0 = whole.x0.min(glyph.x0);
            whole.x1 = whole.x1.max(glyph.x1);
        }
        whole.chars = actual.into();
        let unknown = glyphs.iter().filter(|glyph| &*glyph.chars == "\u{fffd}").count();
        self.shown.unknown = self.shown.unknown.saturating_sub(unknown);
        self.shown.glyphs.truncate(mark.from);
        self.shown.glyphs.push(whole);
    }
}

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn matrix(operands: &[Obj]) -> Matrix {
    let mut matrix = IDENTITY;
    for (to, from) in matrix.iter_mut().zip(operands) {
        *to = from.num().unwrap_or(0.0);
    }
    matrix
}

/// First `a`, then `b`.
fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// The angle of a line in whole degrees; a page that was scanned a little askew is upright.
fn upright(degrees: f64) -> u16 {
    let right = (degrees / 90.0).round() * 90.0;
    let whole = if (degrees - right).abs() <= 3.0 { right } else { (degrees / 5.0).round() * 5.0 };
    whole.rem_euclid(360.0) as u16
}

/// A point of the page in the plane that is turned back by `angle`, y downwards.
pub fn turned([x, y]: [f64; 2], angle: u16) -> [f64; 2] {
    let (sin, cos) = match angle {
        0 => (0.0, 1.0),
        90 => (1.0, 0.0),
        180 => (0.0, -1.0),
        270 => (-1.0, 0.0),
        _ => f64::from(angle).to_radians().sin_cos(),
    };
    [x * cos + y * sin, x * sin - y * cos]
}

/// Where content goes on after the data of a picture that stands in it.
fn after_inline_picture(bytes: &[u8], from: usize) -> usize {
    let Some(data) = find(bytes, b"ID", from) else { return bytes.len() };
    let mut at = data + 2;
    while let Some(end) = find(bytes, b"EI", at) {
        let apart = |at: usize| bytes.get(at).is_none_or(|&byte| is_space(byte));
        if apart(end - 1) && apart(end + 2) {
            return end + 2;
        }
        at = end + 1;
    }
    bytes.len()
}
