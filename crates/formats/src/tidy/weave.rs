//! From what is to be joined and dropped to edits.

use std::ops::Range;

use emic_core::text::{Pos, Span, TextEdit, TextEdits};

use super::hyphens::Hyphens;
use super::join::{self, Link};
use super::lines::Lines;
use super::{Removal, Rule, RuleSet, Tidied};

const FORM_FEED: char = '\u{c}';

/// Makes the edits of all rules; page furniture is marked in `lines` already.
pub fn weave(lines: &Lines, rules: RuleSet) -> Tidied {
    let content = lines.content();
    let wanted = rules.has(Rule::JoinWrappedLines) || rules.has(Rule::UndoHyphens);
    let links = if wanted { join::links(lines, &content) } else { vec![Link::Break; content.len()] };
    let mut loom = Loom { lines, rules, edits: Vec::new(), removed: Vec::new(), counts: [0; Rule::ALL.len()] };
    let ends: Vec<(usize, usize)> = content
        .windows(2)
        .zip(&links)
        .filter(|(_, link)| **link == Link::Close)
        .map(|(pair, _)| (pair[0], pair[1]))
        .collect();
    let hyphens = rules.has(Rule::UndoHyphens).then(|| Hyphens::new(lines, &content, &ends));
    let spaces = hyphens.as_ref().map_or(&[][..], |h| h.spaces());

    loom.gap(None, content.first().copied());
    let mut next_space = 0;
    for (k, &i) in content.iter().enumerate() {
        while let Some(space) = spaces.get(next_space).filter(|space| space.start < lines.all[i].last) {
            if loom.edits.last().is_none_or(|(edit, _)| edit.end <= space.start) {
                loom.cut(space.clone());
                loom.tally(Rule::UndoHyphens);
            }
            next_space += 1;
        }
        let Some(&j) = content.get(k + 1) else {
            loom.inner_spaces(i);
            loom.gap(Some(i), None);
            break;
        };
        let hyphen = hyphens.as_ref().filter(|_| links[k] == Link::Close).and_then(|h| h.to_drop(i, j));
        loom.inner_spaces(i);
        if links[k] != Link::Break && rules.has(Rule::JoinWrappedLines) {
            loom.join(i, j, if links[k] == Link::Space { " " } else { "" }, hyphen);
        } else if let Some(hyphen) = hyphen {
            loom.pull_up(i, j, hyphen);
        } else {
            loom.gap(Some(i), Some(j));
        }
    }
    loom.finish()
}

struct Loom<'a, 't> {
    lines: &'a Lines<'t>,
    rules: RuleSet,
    /// Bytes and what comes instead, in order.
    edits: Vec<(Range<usize>, &'static str)>,
    removed: Vec<(Rule, Range<usize>)>,
    counts: [usize; Rule::ALL.len()],
}

impl Loom<'_, '_> {
    fn cut(&mut self, bytes: Range<usize>) {
        if !bytes.is_empty() {
            self.edits.push((bytes, ""));
        }
    }

    fn tally(&mut self, rule: Rule) {
        self.counts[rule as usize] += 1;
    }

    /// Line `i` goes on as line `j`.
    fn join(&mut self, i: usize, j: usize, with: &'static str, hyphen: Option<Range<usize>>) {
        self.record_furniture(i + 1..j);
        let end = self.lines.all[i].last;
        let start = self.drop_hyphen(hyphen).unwrap_or(end);
        self.edits.push((start..self.lines.all[j].first, with));
        self.tally(Rule::JoinWrappedLines);
    }

    /// Records the hyphen and returns where it starts.
    fn drop_hyphen(&mut self, hyphen: Option<Range<usize>>) -> Option<usize> {
        let hyphen = hyphen?;
        self.tally(Rule::UndoHyphens);
        self.removed.push((Rule::UndoHyphens, hyphen.clone()));
        Some(hyphen.start)
    }

    /// Where lines stay lines, the rest of a hyphenated word goes up into line `i`, with what clings to it.
    fn pull_up(&mut self, i: usize, j: usize, hyphen: Range<usize>) {
        self.record_furniture(i + 1..j);
        let start = hyphen.start;
        self.drop_hyphen(Some(hyphen));
        let line = &self.lines.all[j];
        self.edits.push((start..line.first, ""));
        let seen = self.lines.seen(j);
        if let Some(word) = seen.find(char::is_whitespace) {
            let rest = seen[word..].trim_start();
            self.edits.push((line.first + word..line.last - rest.len(), "\n"));
        }
    }

    /// Takes out form feeds (and all white space if it is trimmed) in `bytes`.
    fn white(&mut self, bytes: Range<usize>) {
        let white = &self.lines.text[bytes.clone()];
        if white.is_empty() {
            return;
        }
        let feeds = self.rules.has(Rule::DropPageFurniture);
        if self.rules.has(Rule::TrimSpaces) {
            if white.contains(|c| c != FORM_FEED) || !feeds {
                self.tally(Rule::TrimSpaces);
            } else {
                self.tally(Rule::DropPageFurniture);
            }
            self.cut(bytes);
        } else if feeds {
            for (at, _) in white.match_indices(FORM_FEED) {
                self.tally(Rule::DropPageFurniture);
                self.cut(bytes.start + at..bytes.start + at + 1);
            }
        }
    }

    /// What is between the lines `i` and `j`, which stay apart; `None` for the start and the end of the text.
    fn gap(&mut self, i: Option<usize>, j: Option<usize>) {
        let all = &self.lines.all;
        if let Some(i) = i {
            self.white(all[i].last..all[i].end);
        }
        let between = i.map_or(0, |i| i + 1)..j.unwrap_or(all.len());
        self.record_furniture(between.clone());
        let at_edge = i.is_none() || j.is_none();
        let mut blank = 0;
        let mut k = between.start;
        while k < between.end {
            if all[k].furniture {
                let last = self.furniture_run(k, between.end);
                self.cut(all[k].start..self.lines.after(last));
                k = last + 1;
                continue;
            }
            blank += 1;
            // What `split` sees after the last LF is no line.
            let is_line = all[k].end < self.lines.text.len() || all[k].start < all[k].end;
            if self.rules.has(Rule::CollapseBlankLines) && (blank > 1 || at_edge) && is_line {
                self.tally(Rule::CollapseBlankLines);
                self.cut(all[k].start..self.lines.after(k));
            } else {
                self.white(all[k].start..all[k].end);
            }
            k += 1;
        }
        if let Some(j) = j {
            self.white(all[j].start..all[j].first);
        }
    }

    /// The last furniture line of those that have only blank lines between them, from `k` on.
    fn furniture_run(&self, k: usize, end: usize) -> usize {
        let rest = &self.lines.all[k..end];
        let run = rest.iter().take_while(|line| line.furniture || line.is_blank()).count();
        k + rest[..run].iter().rposition(|line| line.furniture).unwrap_or(0)
    }

    fn record_furniture(&mut self, lines: Range<usize>) {
        let mut k = lines.start;
        while k < lines.end {
            if self.lines.all[k].furniture {
                let last = self.furniture_run(k, lines.end);
                self.tally(Rule::DropPageFurniture);
                self.removed.push((Rule::DropPageFurniture, self.lines.all[k].first..self.lines.all[last].last));
                k = last;
            }
            k += 1;
        }
    }

    /// Several spaces inside of line `i` become one.
    fn inner_spaces(&mut self, i: usize) {
        if !self.rules.has(Rule::TrimSpaces) {
            return;
        }
        let first = self.lines.all[i].first;
        let seen = self.lines.seen(i).as_bytes();
        // Edits that other rules have made in this line already, in order.
        let made = self.edits.len();
        let mut other = made - self.edits.iter().rev().take_while(|(edit, _)| edit.end > first).count();
        let mut at = 0;
        while let Some(found) = seen[at..].windows(2).position(|pair| pair == b"  ") {
            let start = at + found;
            let run = seen[start..].iter().take_while(|&&b| b == b' ').count();
            at = start + run;
            let bytes = first + start + 1..first + at;
            while other < made && self.edits[other].0.end <= bytes.start {
                other += 1;
            }
            if other == made || self.edits[other].0.start >= bytes.end {
                self.cut(bytes);
                self.tally(Rule::TrimSpaces);
            }
        }
    }

    fn finish(mut self) -> Tidied {
        let text = self.lines.text;
        emic_core::sorting::sort_by_key(&mut self.edits, |(bytes, _)| bytes.start);
        emic_core::sorting::sort_by_key(&mut self.removed, |(_, bytes)| bytes.start);
        let mut at = Walk::new(text);
        let edits = self.edits.iter().map(|(bytes, insert)| TextEdit::replace(at.span(bytes), *insert)).collect();
        let mut at = Walk::new(text);
        let removals = self
            .removed
            .iter()
            .map(|(rule, bytes)| Removal {
                rule: *rule,
                range: at.span(bytes),
                removed: text[bytes.clone()].to_owned(),
            })
            .collect();
        // The pieces are cut apart above; should two ever overlap, the text is left as it is rather than spoilt.
        match TextEdits::new(edits) {
            Ok(edits) => Tidied { edits, removals, counts: self.counts },
            Err(_) => {
                debug_assert!(false, "tidying made edits that overlap");
                Tidied::default()
            }
        }
    }
}

/// Turns rising byte offsets into code points in one walk.
struct Walk<'t> {
    text: &'t str,
    byte: usize,
    chars: u32,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Walk { text, byte: 0, chars: 0 }
    }

    fn to(&mut self, byte: usize) -> Pos {
        // An offset before the last one cannot come, since ranges are sorted and apart; it would be taken for that.
        if let Some(part) = self.text.get(self.byte..byte) {
            self.chars += part.chars().count() as u32;
            self.byte = byte;
        }
        Pos(self.chars)
    }

    fn span(&mut self, bytes: &Range<usize>) -> Span {
        let start = self.to(bytes.start);
        Span { start, end: self.to(bytes.end) }
    }
}
