//! Which line breaks are only where a page was full.
//!
//! A wrapped line is *filled*: the next line's first word would not have fitted. Where a line could have gone on but
//! did not, somebody ended it: a paragraph, a heading, a line of verse. Small letters at the start of the next line
//! tell the same in scripts that have them. All measures are taken near the line, since columns, boxes and quotations
//! of one article have measures of their own.

use std::collections::HashMap;
use std::ops::Range;

use super::lines::Lines;
use super::signs;

/// What becomes of the break between two lines with content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It stays.
    Break,
    /// It becomes a space.
    Space,
    /// It goes: the line ends with a hyphen or dash that binds to the next word.
    Close,
}

/// Wider lines than this are not wrapped at a page's measure; narrower columns than the other are lists or verse.
const WIDEST: usize = 130;
const NARROWEST: usize = 24;

/// For every two neighbours in `content` (line numbers), what becomes of the break between them.
pub fn links(lines: &Lines, content: &[usize]) -> Vec<Link> {
    let pages = Pages::new(lines, content);
    if !pages.is_prose() {
        return vec![Link::Break; content.len().saturating_sub(1)];
    }
    (0..content.len().saturating_sub(1)).map(|k| pages.link(k)).collect()
}

/// Lines without a blank one between them.
struct Block {
    range: Range<usize>,
    /// The width at which its lines are wrapped; `None` if that cannot be a page's measure.
    measure: Option<usize>,
    /// Whether its line breaks look like those of verse or of a list.
    verse: bool,
}

struct Pages<'a, 't> {
    lines: &'a Lines<'t>,
    content: &'a [usize],
    blocks: Vec<Block>,
    block_of: Vec<usize>,
    /// Of every content line whether it starts something new whatever stands before it.
    fresh: Vec<bool>,
    /// Whether a blank line stands between any two lines.
    double_spaced: bool,
}

impl<'a, 't> Pages<'a, 't> {
    fn new(lines: &'a Lines<'t>, content: &'a [usize]) -> Self {
        let mut pages =
            Pages { lines, content, blocks: Vec::new(), block_of: Vec::new(), fresh: Vec::new(), double_spaced: false };
        pages.double_spaced = pages.is_double_spaced();
        pages.fresh = pages.fresh_lines();
        pages.cut_blocks();
        pages
    }

    fn seen(&self, k: usize) -> &'t str {
        self.lines.seen(self.content[k])
    }

    fn width(&self, k: usize) -> usize {
        self.lines.all[self.content[k]].width
    }

    fn small(&self, k: usize) -> bool {
        self.lines.starts_small(self.content[k])
    }

    fn stops(&self, k: usize) -> bool {
        self.lines.ends_sentence(self.content[k])
    }

    /// Blank lines between `k` and the next, and whether page furniture was dropped there.
    fn gap(&self, k: usize) -> (usize, bool) {
        let between = &self.lines.all[self.content[k] + 1..self.content[k + 1]];
        let furniture = between.iter().filter(|line| line.furniture).count();
        let blank = between.len() - furniture;
        (if self.double_spaced { blank.saturating_sub(1) } else { blank }, furniture > 0)
    }

    fn is_double_spaced(&self) -> bool {
        let pairs = self.content.len().saturating_sub(1);
        let (mut apart, mut run_on) = (0, 0);
        for k in 0..pairs {
            if self.content[k + 1] - self.content[k] > 1 {
                apart += 1;
                run_on += usize::from(self.small(k + 1) && !self.stops(k));
            }
        }
        pairs >= 4 && apart * 5 >= pairs * 4 && run_on * 3 >= apart
    }

    fn fresh_lines(&self) -> Vec<bool> {
        let mut labels: HashMap<&str, usize> = HashMap::new();
        for k in 0..self.content.len() {
            if let Some(label) = signs::turn_label(self.seen(k)) {
                *labels.entry(label).or_default() += 1;
            }
        }
        let numbered = self.numbered_lines();
        (0..self.content.len())
            .map(|k| {
                let seen = self.seen(k);
                if numbered[k] {
                    return true;
                }
                if signs::is_list_item(seen) {
                    // "… 8 or\n12. Then": a number that a wrapped sentence happens to end with.
                    return k == 0 || !signs::leads_on(self.seen(k - 1));
                }
                if let Some(label) = signs::turn_label(seen) {
                    return labels.get(label).is_some_and(|&n| n > 1)
                        || k == 0
                        || self.stops(k - 1)
                        || self.gap(k - 1).0 > 0;
                }
                signs::starts_with_time(seen) || seen.starts_with(['#', '>', '|']) || signs::is_capitals(seen)
            })
            .collect()
    }

    /// Lines that start with a number and a capital, "2 Holt M", where the number before or after it is near: a list
    /// of references or questions.
    fn numbered_lines(&self) -> Vec<bool> {
        const NEAR: usize = 15;
        let mut numbered = vec![false; self.content.len()];
        let mut last: Option<(usize, u32)> = None;
        for k in 0..self.content.len() {
            let Some((number, rest)) = self.seen(k).split_once(char::is_whitespace) else { continue };
            let capital = rest.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
            if !capital || number.chars().count() > 3 || !signs::is_number(number) {
                continue;
            }
            let number = number.chars().filter_map(signs::digit).fold(0, |n, d| n * 10 + d);
            if let Some((before, _)) = last.filter(|(before, n)| n + 1 == number && k - before <= NEAR) {
                numbered[before] = true;
                numbered[k] = true;
            }
            last = Some((k, number));
        }
        numbered
    }

    fn cut_blocks(&mut self) {
        let mut widths: Vec<usize> = (0..self.content.len()).map(|k| self.width(k)).collect();
        let common = quantile(&mut widths, 8);
        let mut start = 0;
        for k in 0..self.content.len() {
            let ends = k + 1 == self.content.len() || self.gap(k) != (0, false);
            if ends {
                let block = self.block(start..k + 1, common);
                self.block_of.extend(std::iter::repeat_n(self.blocks.len(), k + 1 - start));
                self.blocks.push(block);
                start = k + 1;
            }
        }
    }

    fn block(&self, range: Range<usize>, common: usize) -> Block {
        let mut widths: Vec<usize> = range.clone().map(|k| self.width(k)).collect();
        let narrow = if common <= WIDEST { common } else { 0 };
        let measure = if range.len() >= 4 {
            quantile(&mut widths, 9).max(narrow * 6 / 10)
        } else {
            widths.iter().copied().max().unwrap_or(0).max(narrow * 3 / 4)
        };
        let (mut pairs, mut filled, mut small, mut capital) = (0, 0, 0, 0);
        for k in range.start..range.end.saturating_sub(1) {
            if self.fresh[k + 1] {
                continue;
            }
            pairs += 1;
            filled += usize::from(self.fills(k, measure));
            if !self.stops(k) {
                match signs::first_letter(self.seen(k + 1)) {
                    Some(c) if c.is_lowercase() => small += 1,
                    Some(c) if c.is_uppercase() => capital += 1,
                    _ => {}
                }
            }
        }
        let verse = capital >= 3 && small == 0 || pairs >= 4 && filled * 2 < pairs;
        Block { range, measure: (NARROWEST..=WIDEST).contains(&measure).then_some(measure), verse }
    }

    /// Whether the next line's first word would not have fitted, give or take the widths of letters.
    fn fills(&self, k: usize, measure: usize) -> bool {
        let word = self.seen(k + 1).split_whitespace().next().map_or(0, |w| w.chars().count());
        (self.width(k) + 1 + word) * 100 >= measure * 85
    }

    /// Whether the text as a whole is wrapped prose.
    fn is_prose(&self) -> bool {
        let (mut pairs, mut filled, mut small, mut capital, mut other) = (0, 0, 0, 0, 0);
        for block in self.blocks.iter() {
            let Some(measure) = block.measure else { continue };
            for k in block.range.clone() {
                if k + 1 == block.range.end || self.fresh[k + 1] {
                    continue;
                }
                pairs += 1;
                filled += usize::from(self.fills(k, measure));
                if !self.stops(k) {
                    match signs::first_letter(self.seen(k + 1)) {
                        Some(c) if c.is_lowercase() => small += 1,
                        Some(c) if c.is_uppercase() => capital += 1,
                        _ => other += 1,
                    }
                }
            }
        }
        if small + capital >= other {
            small > 0 && small * 10 >= (small + capital) * 4 && filled * 10 >= pairs * 6
        } else {
            filled * 10 >= pairs * 7 && self.stops_are_within()
        }
    }

    /// Whether sentences and clauses end within lines, as chance has it, and not at their ends, as in verse.
    fn stops_are_within(&self) -> bool {
        let (mut at_end, mut within) = (0, 0);
        for k in 0..self.content.len() {
            at_end += usize::from(self.stops(k));
            let mut last = ' ';
            for c in self.seen(k).chars() {
                within += usize::from(c == ' ' && matches!(last, '.' | '?' | '!' | '؟' | '،' | ',' | '؛'));
                last = c;
            }
        }
        within > 0 && within * 3 >= at_end
    }

    fn link(&self, k: usize) -> Link {
        let (line, next) = (self.seen(k), self.seen(k + 1));
        let block = &self.blocks[self.block_of[k]];
        let Some(measure) = block.measure.filter(|_| !block.verse) else { return Link::Break };
        if self.is_aside(k + 1, measure) && !self.stops(k) {
            return Link::Break;
        }
        if self.fresh[k + 1] || signs::is_capitals(line) && self.fresh[k] || line.starts_with('#') {
            return Link::Break;
        }
        let (blank, page) = self.gap(k);
        let bound = binding(line, next);
        let small = self.small(k + 1);
        if bound == Link::Close && small && blank <= 2 {
            return bound;
        }
        let joins =
            if blank > 0 || page { self.goes_on_over_gap(k, measure, blank, page) } else { self.goes_on(k, measure) };
        if joins { bound } else { Link::Break }
    }

    /// Whether the sentence goes on in the very next line.
    fn goes_on(&self, k: usize, measure: usize) -> bool {
        let (line, next) = (self.seen(k), self.seen(k + 1));
        let filled = self.fills(k, measure);
        let small = self.small(k + 1);
        if self.stops(k) {
            // After a box or a picture a column goes on in the middle of its sentence: not the end of the one above.
            if small && line.ends_with('.') && self.indent(k + 1) > self.indent(k) {
                return false;
            }
            return filled
                && !self.is_indented(k + 1, k)
                && !signs::is_abstract_part(next)
                && !self.is_short_heading(k + 1, measure);
        }
        if filled {
            return small || !self.is_indented(k + 1, k);
        }
        let reaches = self.width(k) * 10 >= measure * 6;
        if small { reaches || signs::leads_on(line) || line.ends_with(',') } else { reaches && signs::leads_on(line) }
    }

    /// Whether the sentence goes on after blank lines or the end of a page.
    fn goes_on_over_gap(&self, k: usize, measure: usize, blank: usize, page: bool) -> bool {
        let line = self.seen(k);
        if self.stops(k) || blank > 2 && !page {
            return false;
        }
        let filled = self.fills(k, measure) || self.width(k) * 10 >= measure * 8;
        let leads = signs::leads_on(line);
        // Not "Dear Ruth,".
        let clause = line.ends_with(',') && self.width(k) * 10 >= measure * 6;
        let next_block = self.blocks[self.block_of[k + 1]].range.len();
        // A page ends in the middle of a sentence without a small letter to tell it.
        let next_is_filled = page && self.width(k + 1) * 10 >= measure * 7;
        match signs::first_letter(self.seen(k + 1)) {
            Some(c) if c.is_lowercase() => filled || leads || page || clause,
            Some(c) if c.is_numeric() => leads || filled && line.ends_with(','),
            Some(c) if c.is_uppercase() => filled && (leads && next_block > 1 || next_is_filled),
            Some(_) => filled && (leads || next_is_filled),
            None => filled && next_is_filled,
        }
    }

    /// Whether a short line is all in brackets: "(laughter)", "[phone rings]".
    fn is_aside(&self, k: usize, measure: usize) -> bool {
        let seen = self.seen(k);
        let brackets = seen.starts_with('(') && seen.ends_with(')') || seen.starts_with('[') && seen.ends_with(']');
        brackets && self.width(k) * 10 < measure * 6
    }

    fn indent(&self, k: usize) -> usize {
        let line = &self.lines.all[self.content[k]];
        self.lines.text[line.start..line.first].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }

    fn is_indented(&self, k: usize, against: usize) -> bool {
        self.indent(k) >= self.indent(against) + 2
    }

    /// Whether a line is a heading between paragraphs that have no blank line between them.
    fn is_short_heading(&self, k: usize, measure: usize) -> bool {
        k + 1 < self.content.len()
            && self.gap(k) == (0, false)
            && !self.stops(k)
            && !self.small(k)
            && !self.small(k + 1)
            && self.width(k) * 10 < measure * 6
            && !self.fills(k, measure)
    }
}

/// The value nine (or `tenths`) tenths up; 0 of nothing.
fn quantile(values: &mut [usize], tenths: usize) -> usize {
    values.sort_unstable();
    values.get((values.len().saturating_sub(1)) * tenths / 10).copied().unwrap_or(0)
}

/// How the end of a line binds to the start of the next: by a space mostly.
fn binding(line: &str, next: &str) -> Link {
    let mut end = line.chars().rev();
    let (last, before) = (end.next(), end.next());
    let word = before.is_some_and(char::is_alphanumeric);
    let first = next.chars().next();
    let close = match last {
        Some('-' | '\u{2010}' | '\u{2011}' | '\u{ad}') => {
            word && first.is_some_and(char::is_alphanumeric) && !super::hyphens::hangs(next)
        }
        Some('–') => before.is_some_and(char::is_numeric) && first.is_some_and(char::is_numeric),
        Some('—' | '/') => word,
        _ => false,
    };
    if close { Link::Close } else { Link::Space }
}
