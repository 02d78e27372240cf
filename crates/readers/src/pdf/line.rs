//! One line: its glyphs from left to right become words in the order in which they are spoken.

use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::content::Glyph;

/// Characters that stand together.
#[derive(Debug, Clone)]
pub struct Piece {
    pub chars: Rc<str>,
    pub x0: f64,
    pub x1: f64,
    pub bold: bool,
    pub italic: bool,
}

/// A line as it stands on a page, from left to right.
pub struct Line {
    pub pieces: Vec<Piece>,
    /// What it stands on, from the top down.
    pub y: f64,
    pub x0: f64,
    pub x1: f64,
    pub size: f64,
    /// The size that most of its letters have.
    pub letters: f64,
    /// By how much it was turned.
    pub angle: u16,
    /// Whether there is more space before it than between lines of a paragraph.
    pub apart: bool,
    /// Whether it begins a paragraph by being further in.
    pub indented: bool,
    /// Where the lines around it begin and end.
    pub column: (f64, f64),
    rtl: usize,
    ltr: usize,
}

/// Wider gaps, of the letters' size, are those between cells or after a name.
const TAB: f64 = 1.8;

impl Line {
    pub fn new(glyphs: Vec<Glyph>, y: f64, size: f64) -> Line {
        let angle = glyphs.first().map_or(0, |glyph| glyph.angle);
        let mut sizes: Vec<(f64, usize)> = Vec::new();
        for glyph in glyphs.iter().filter(|glyph| glyph.chars.chars().any(char::is_alphanumeric)) {
            let room = sizes.len() < 64;
            match sizes.iter_mut().find(|(size, _)| (size - glyph.size).abs() < 0.3) {
                Some((_, count)) => *count += 1,
                None if room => sizes.push((glyph.size, 1)),
                None => {}
            }
        }
        let letters = sizes.iter().max_by_key(|(_, count)| *count).map_or(size, |(size, _)| *size);
        let pieces = spaced(clusters(glyphs), size);
        let chars = || pieces.iter().flat_map(|piece| piece.chars.chars()).filter(|c| c.is_alphabetic());
        let rtl = chars().filter(|&c| is_rtl(c)).count();
        let ltr = chars().count() - rtl;
        let x0 = pieces.iter().map(|piece| piece.x0).fold(f64::INFINITY, f64::min);
        let x1 = pieces.iter().map(|piece| piece.x1).fold(f64::NEG_INFINITY, f64::max);
        let column = (x0, x1);
        Line { pieces, y, x0, x1, size, letters, angle, apart: false, indented: false, column, rtl, ltr }
    }

    /// How many of its letters run from right to left, and how many do not.
    pub fn letters_each_way(&self) -> (usize, usize) {
        (self.rtl, self.ltr)
    }

    /// Whether most of its letters run from right to left.
    pub fn is_rtl(&self) -> bool {
        self.rtl > self.ltr
    }

    /// Whether its paragraph runs from right to left: as its letters do, and where they are mixed, from which side it
    /// begins. `document` is how most of the document's letters run.
    fn begins_right(&self, document: bool) -> bool {
        let all = self.rtl + self.ltr;
        if self.rtl * 100 > all * 85 || self.rtl * 100 < all * 15 {
            return self.rtl * 2 > all;
        }
        let (left, right) = self.column;
        let (from_left, from_right) = ((self.x0 - left).abs(), (right - self.x1).abs());
        let near = 0.6 * self.size;
        match (from_left < near, from_right < near) {
            (true, false) => false,
            (false, true) => true,
            _ => document,
        }
    }

    /// Its pieces in the order in which they are spoken. `ways` is what is known of the document so far.
    pub fn spoken(mut self, ways: &mut Ways) -> Vec<Piece> {
        if self.rtl == 0 {
            return self.pieces;
        }
        let base = if self.begins_right(ways.rtl) { Level::rtl() } else { Level::ltr() };
        let signs = signs(&self.pieces, base.is_rtl());
        let info = BidiInfo::new(&signs, Some(base));
        let Some(paragraph) = info.paragraphs.first() else { return self.pieces };
        let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
        // What stands from left to right, put in order for drawing as if it were in spoken order: runs from right to left
        // are turned around, which is what gives back the spoken order too.
        let order = BidiInfo::reorder_visual(&levels);
        let turned: Vec<usize> =
            order.iter().copied().filter(|&i| levels.get(i).is_some_and(|level| level.is_rtl())).collect();
        if ways.brackets_are_drawn(turned.iter().filter_map(|&i| self.pieces.get(i))) {
            for i in turned {
                if let Some(piece) = self.pieces.get_mut(i)
                    && let Some(other) = mirrored(&piece.chars)
                {
                    piece.chars = other.into();
                }
            }
        }
        order.into_iter().filter_map(|i| self.pieces.get(i).cloned()).collect()
    }
}

/// What is known of a document's directions.
#[derive(Debug, Default)]
pub struct Ways {
    /// Whether most of its letters run from right to left.
    pub rtl: bool,
    /// Lines whose brackets only fit as they are drawn, less those where they fit as they are spoken: some programs note
    /// "(" for what is drawn as ")" between words from right to left, others do not.
    drawn: i32,
}

impl Ways {
    /// Whether the brackets among pieces in spoken order are noted as they are drawn, so that they are to be turned.
    fn brackets_are_drawn<'p>(&mut self, pieces: impl Iterator<Item = &'p Piece>) -> bool {
        let (mut spoken, mut drawn) = ((0_i32, 0_i32), (0_i32, 0_i32));
        for piece in pieces {
            let opens = match &*piece.chars {
                "(" | "[" | "{" | "«" | "‹" => true,
                ")" | "]" | "}" | "»" | "›" => false,
                _ => continue,
            };
            for (pairs, opens) in [(&mut spoken, opens), (&mut drawn, !opens)] {
                if opens {
                    pairs.0 += 1;
                } else if pairs.0 > 0 {
                    pairs.0 -= 1;
                    pairs.1 += 1;
                }
            }
        }
        let more = (drawn.1 - spoken.1).signum();
        self.drawn = self.drawn.saturating_add(more);
        more > 0 || more == 0 && self.drawn > 0
    }
}

/// One character for every piece, of the class that it has in its line (UAX #9). Whether European digits count as Arabic
/// ones depends on the letter spoken before them, which is on the other side here.
fn signs(pieces: &[Piece], rtl: bool) -> String {
    let first = |piece: &Piece| piece.chars.chars().find(|&c| !is_combining_mark(c)).unwrap_or(' ');
    let strong = |c: &char| c.is_alphabetic();
    let mut signs: Vec<char> = pieces.iter().map(first).collect();
    let mut after_arabic = vec![false; signs.len()];
    let mut arabic = false;
    let mut note = |i: usize| {
        if strong(&signs[i]) {
            arabic = is_rtl(signs[i]) && signs[i] >= '\u{600}' && !matches!(signs[i], '\u{fb1d}'..='\u{fb4f}');
        }
        after_arabic[i] = arabic;
    };
    if rtl {
        (0..pieces.len()).rev().for_each(&mut note)
    } else {
        (0..pieces.len()).for_each(&mut note)
    }
    for (sign, after_arabic) in signs.iter_mut().zip(after_arabic) {
        *sign = match *sign {
            '0'..='9' if after_arabic => '٠',
            // Paragraphs end nowhere in a line.
            '\n' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2029}' => ' ',
            c if strong(&c) => {
                if is_rtl(c) {
                    'א'
                } else {
                    'a'
                }
            }
            c => c,
        };
    }
    signs.into_iter().collect()
}

/// Whether a letter runs from right to left.
pub fn is_rtl(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
        && !c.is_numeric()
}

/// The bracket that is drawn in its place in a line from right to left.
fn mirrored(chars: &str) -> Option<&'static str> {
    Some(match chars {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        "‹" => "›",
        "›" => "‹",
        _ => return None,
    })
}

/// Glyphs as pieces, from left to right: letters with their marks, forms of letters and ligatures as letters.
fn clusters(mut glyphs: Vec<Glyph>) -> Vec<Piece> {
    let middle = |glyph: &Glyph| (glyph.x0 + glyph.x1) / 2.0;
    let (mut marks, mut bases) = (Vec::new(), Vec::with_capacity(glyphs.len()));
    for glyph in glyphs.drain(..) {
        let chars = letters(&glyph.chars);
        if !chars.is_empty() && chars.chars().all(is_combining_mark) {
            marks.push((middle(&glyph), chars));
        } else {
            bases.push((middle(&glyph), glyph.size, piece(glyph, chars)));
        }
    }
    bases.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Bold letters are made by drawing twice.
    bases.dedup_by(|next, kept| {
        let close = (next.2.x0 - kept.2.x0).abs() < 0.12 * kept.1 && (next.2.x1 - kept.2.x1).abs() < 0.12 * kept.1;
        let twice = close && next.2.chars == kept.2.chars && next.2.x1 - next.2.x0 > 0.15 * kept.1;
        kept.2.bold |= twice && &*next.2.chars != " ";
        twice
    });
    for (x, mark) in marks {
        let after = bases.partition_point(|base| base.0 < x);
        let near = after.saturating_sub(2)..(after + 2).min(bases.len());
        let off = |i: &usize| (bases[*i].0 - x).abs();
        let letter = near.filter(|&i| bases[i].2.chars.chars().any(char::is_alphabetic));
        if let Some(i) = letter.min_by(|a, b| off(a).total_cmp(&off(b))) {
            let base = &mut bases[i].2;
            // More marks than letters have are none.
            if base.chars.len() < 64 {
                base.chars = format!("{}{mark}", base.chars).into();
            }
        }
    }
    bases.into_iter().map(|base| base.2).collect()
}

fn piece(glyph: Glyph, chars: String) -> Piece {
    Piece { chars: chars.into(), x0: glyph.x0, x1: glyph.x1, bold: glyph.bold, italic: glyph.italic }
}

/// Without forms that letters have in a word, and without ligatures.
fn letters(chars: &str) -> String {
    let mut out = String::with_capacity(chars.len());
    for c in chars.chars() {
        match c {
            '\u{fb00}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}' => decompose_compatible(c, |part| {
                // Marks that stand alone have a space to stand on.
                if part != ' ' || matches!(c, '\u{fdfa}' | '\u{fdfb}') {
                    out.push(part);
                }
            }),
            // Directions are for drawing.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}' => {}
            // Drawn, it is a hyphen.
            '\u{ad}' => out.push('-'),
            _ => out.push(c),
        }
    }
    out
}

/// Pieces with one space or tab where there is a gap.
fn spaced(pieces: Vec<Piece>, size: f64) -> Vec<Piece> {
    let is_space = |piece: &Piece| piece.chars.trim().is_empty();
    let inner = pieces.iter().skip_while(|piece| is_space(piece));
    let trailing = pieces.iter().rev().take_while(|piece| is_space(piece)).count();
    let spaces = inner.filter(|piece| is_space(piece)).count().saturating_sub(trailing);
    let letters = pieces.iter().filter(|piece| !is_space(piece)).count();
    // Where a line has spaces of its own the gaps are only what is left of tabs; letters may be set apart.
    let mut gaps: Vec<f64> = Vec::new();
    for pair in pieces.windows(2) {
        // Not the dots that lead to page numbers.
        if pair.iter().all(|piece| piece.chars.chars().all(char::is_alphanumeric)) {
            gaps.push(pair[1].x0 - pair[0].x1);
        }
    }
    gaps.sort_unstable_by(f64::total_cmp);
    let tracking = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0).clamp(0.0, 0.5 * size);
    let least = tracking + if spaces * 12 >= letters { 0.2 } else { 0.14 } * size;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let (mut end, mut space) = (f64::NAN, false);
    for piece in pieces {
        if is_space(&piece) {
            space |= !piece.chars.is_empty();
            continue;
        }
        let gap = piece.x0 - end;
        // Some programs put spaces below words.
        let space_there = std::mem::take(&mut space) && gap > 0.07 * size;
        if let Some(before) = out.last().filter(|_| space_there || gap > least) {
            let chars = if gap > TAB * size { "\t" } else { " " };
            let (bold, italic) = (before.bold && piece.bold, before.italic && piece.italic);
            let between = Piece { chars: chars.into(), x0: before.x1, x1: piece.x0, bold, italic };
            out.push(between);
        }
        end = piece.x1.max(end);
        out.push(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line as it is drawn, each character as wide as it is high.
    fn spoken(drawn: &str, rtl: bool) -> String {
        let glyph = |(i, c): (usize, char)| Glyph {
            chars: c.to_string().into(),
            x0: i as f64 * 10.0,
            x1: i as f64 * 10.0 + 10.0,
            y: 0.0,
            size: 10.0,
            angle: 0,
            bold: false,
            italic: false,
        };
        let line = Line::new(drawn.chars().enumerate().map(glyph).collect(), 0.0, 10.0);
        line.spoken(&mut Ways { rtl, drawn: 0 }).iter().map(|piece| &*piece.chars).collect()
    }

    #[test]
    fn what_is_drawn_from_right_to_left_is_read_so() {
        for (drawn, expected) in [
            ("They came.", "They came."),
            (".\u{627}\u{648}\u{631}\u{636}\u{62d}", "حضروا."),
            // Numbers and words of other scripts keep their order, brackets are turned.
            (".2021 ماع (IRB) اورضح", "حضروا (IRB) عام 2021."),
            ("12-11 موي", "يوم 11-12"),
            ("11:30 \u{5dd}\u{5d5}\u{5d9}", "יום 11:30"),
            // Forms of letters.
            ("\u{fedf}\u{fefc}\u{fe91}", "بلال"),
        ] {
            assert_eq!(spoken(drawn, true), expected, "{drawn:?}");
        }
        assert_eq!(
            spoken("She said \u{5dd}\u{5d5}\u{5dc}\u{5e9} and left the room.", false),
            "She said שלום and left the room."
        );
    }
}
