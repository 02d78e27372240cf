//! All rows as one text, with where its pages begin, its headings, its styles and its comments.

use std::collections::BTreeMap;

use emic_core::project::{Block, BlockKind, Page, Style, Styled};
use emic_core::text::{Pos, Span};
use emic_formats::source::{Extract, Remark};
use emic_formats::tidy::{self, Rule};

use super::rows::{Row, Rows};

/// Between the line feed of a page's last line and the first line of the next page.
const FORM_FEED: char = '\u{c}';

/// Writes rows into `extract`; `labels` are those of the pages.
pub fn weave(rows: &Rows, labels: &[String], extract: &mut Extract) {
    let headings = headings(&rows.all);
    let mut woven = Woven::new(rows, &headings, true);
    // What is further in tells paragraphs apart when lines are joined, and is of no use otherwise.
    if rows.all.iter().any(|row| row.indented) && !tidy::suggest(&woven.text).has(Rule::JoinWrappedLines) {
        woven = Woven::new(rows, &headings, false);
    }
    let at = |(row, on): (usize, u32)| Pos(woven.starts.get(row).map_or(0, |start| start + on));
    let mut remarks: Vec<Remark> = rows
        .comments
        .iter()
        .map(|comment| Remark {
            span: Span::between(at(comment.from), at(comment.to)),
            words: comment.words.clone(),
            author: comment.author.clone(),
        })
        .collect();
    remarks.sort_by_key(|remark| remark.span.start);
    extract.remarks = remarks;
    let structure = &mut extract.structure;
    structure.pages = woven.pages.iter().zip(labels).map(|(&at, label)| Page { at, label: label.clone() }).collect();
    structure.styles = styles(rows, &woven.starts);
    structure.blocks = woven.blocks;
    extract.text = woven.text;
}

struct Woven {
    text: String,
    /// Where each row begins.
    starts: Vec<u32>,
    pages: Vec<Pos>,
    blocks: Vec<Block>,
}

impl Woven {
    fn new(rows: &Rows, headings: &[Option<u8>], indents: bool) -> Woven {
        let mut woven = Woven { text: String::new(), starts: Vec::new(), pages: Vec::new(), blocks: Vec::new() };
        let mut length = 0;
        let mut pages = rows.pages.iter().peekable();
        let push = |text: &mut String, length: &mut u32, c: char| {
            text.push(c);
            *length += 1;
        };
        for (i, row) in rows.all.iter().enumerate() {
            let (heading, before) = (headings[i], i.checked_sub(1).and_then(|before| headings[before]));
            let mut on_new_page = false;
            while pages.next_if(|&&first| first <= i).is_some() {
                woven.page(&mut length);
                on_new_page = true;
            }
            let goes_on = i > 0 && !on_new_page && !row.apart && heading.is_some() && heading == before;
            if i > 0 && !on_new_page {
                push(&mut woven.text, &mut length, if goes_on { ' ' } else { '\n' });
                if row.apart {
                    push(&mut woven.text, &mut length, '\n');
                }
            }
            if row.indented && indents && !goes_on {
                push(&mut woven.text, &mut length, ' ');
                push(&mut woven.text, &mut length, ' ');
            }
            woven.starts.push(length);
            woven.text.push_str(&row.text);
            let span = Span::new(length, length + row.length);
            length += row.length;
            match (heading, woven.blocks.last_mut()) {
                (Some(_), Some(last)) if goes_on => last.span = Span { start: last.span.start, end: span.end },
                (Some(level), _) => {
                    woven.blocks.push(Block { span, kind: BlockKind::Heading(level), extra: Default::default() });
                }
                (None, _) => {}
            }
        }
        for _ in pages {
            woven.page(&mut length);
        }
        woven
    }

    fn page(&mut self, length: &mut u32) {
        if !self.pages.is_empty() {
            self.text.push('\n');
            self.text.push(FORM_FEED);
            *length += 2;
        }
        self.pages.push(Pos(*length));
    }
}

fn styles(rows: &Rows, starts: &[u32]) -> Vec<Styled> {
    let mut all: Vec<Styled> = Vec::new();
    for style in [Style::Bold, Style::Italic] {
        for (row, start) in rows.all.iter().zip(starts) {
            for (from, to, _) in row.styles.iter().filter(|(_, _, other)| *other == style) {
                all.push(Styled { span: Span::new(start + from, start + to), style });
            }
        }
    }
    all.sort_by_key(|styled| (styled.span.start, styled.style));
    all
}

/// The level of each row that is a heading: those clearly larger than most of the text.
fn headings(rows: &[Row]) -> Vec<Option<u8>> {
    const LARGER: f64 = 1.18;
    const LONGEST: u32 = 160;
    const LEVELS: usize = 4;
    // In half points.
    let rounded = |size: f64| (size * 2.0).round() as i64;
    let mut letters: BTreeMap<i64, u32> = BTreeMap::new();
    for row in rows {
        *letters.entry(rounded(row.size)).or_default() += row.length;
    }
    let all: u32 = letters.values().sum();
    let Some(usual) = letters.iter().max_by_key(|(_, count)| **count).map(|(size, _)| *size) else { return Vec::new() };
    // More letters than headings have are boxes, quotations, or text of another kind.
    let larger: Vec<i64> = letters
        .iter()
        .filter(|&(&size, &count)| size as f64 >= usual as f64 * LARGER && u64::from(count) * 6 <= u64::from(all))
        .map(|(size, _)| *size)
        .collect();
    // Sizes that differ by less than a point are one.
    let mut levels: Vec<i64> = Vec::new();
    for &size in larger.iter().rev() {
        if levels.last().is_none_or(|last| last - size > 1) {
            levels.push(size);
        }
    }
    levels.truncate(LEVELS);
    let is_words = |row: &Row| row.text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    rows.iter()
        .map(|row| {
            let size = rounded(row.size);
            let heads = row.upright && row.length <= LONGEST && larger.binary_search(&size).is_ok() && is_words(row);
            let level = levels.iter().position(|level| level - size <= 1 && size <= *level)?;
            heads.then_some(level as u8 + 1)
        })
        .collect()
}
