//! The elements that are open, one in another, and what holds in each.

use std::borrow::Cow;

use emic_core::project::BlockKind;

use super::elements::{BLOCKS, heading};
use super::formatting::{Mark, Said};
use super::page::Page;
use super::style::Inline;
use super::token::{Tag, Tokens};

/// The elements that are open at a time; deeper ones only break paragraphs.
const DEEPEST: usize = 200_000;

pub(super) struct Open<'a> {
    pub name: Cow<'a, str>,
    pub bold: Said,
    pub italic: Said,
    pub kind: Option<BlockKind>,
    pub pre: bool,
    pub block: bool,
    pub role: Role,
}

/// What an element's end has to end.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    Plain,
    List,
    Item,
    Row,
    /// A cell or a caption, and how many marks there were before it.
    Cell(usize),
    Quotation,
    /// What is in it is not in the text.
    Skipped,
    Hidden,
    WordNumber,
}

impl<'a> Page<'a> {
    /// Where the nearest open element of that name is, within the table cell that is open.
    pub fn nearest(&self, name: &str) -> Option<usize> {
        let at = *self.places.get(name)?.last()?;
        self.scopes.last().is_none_or(|scope| at > *scope).then_some(at)
    }

    /// The same within the table that is open.
    pub fn in_table(&self, name: &str) -> Option<usize> {
        let table = self.place("table")?;
        self.place(name).filter(|at| *at > table)
    }

    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name)?.last().copied()
    }

    pub fn close(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            self.pop_to(at);
        }
    }

    pub fn push(&mut self, name: Cow<'a, str>, inline: Inline, role: Role, from: Option<(&Tag<'a>, &mut Tokens<'a>)>) {
        let block = BLOCKS.contains(&name.as_ref()) || inline.block;
        if block && !matches!(role, Role::Cell(_)) {
            self.out_edge();
        }
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        self.seq += 1;
        let before = self.open.last();
        let says = |own: Option<bool>, names: [&str; 4], before: Said| {
            let own = own.or_else(|| names.contains(&name.as_ref()).then_some(true));
            own.map_or(before, |own| (self.seq, own))
        };
        let bold = says(inline.bold, ["b", "strong", "", ""], before.map(|open| open.bold).unwrap_or_default());
        let italic =
            says(inline.italic, ["i", "em", "cite", "dfn"], before.map(|open| open.italic).unwrap_or_default());
        let kind = match name.as_ref() {
            "li" => Some(BlockKind::ListItem),
            "blockquote" => Some(BlockKind::Quote),
            other => match heading(other) {
                Some(level) => Some(BlockKind::Heading(level)),
                None if inline.word_item && block => Some(BlockKind::ListItem),
                None => self.kind(),
            },
        };
        let pre_before = before.is_some_and(|open| open.pre);
        let pre = matches!(name.as_ref(), "pre" | "listing") || inline.pre.unwrap_or(pre_before);
        let at = self.open.len();
        self.line_of_tag = matches!(name.as_ref(), "pre" | "listing");
        match role {
            Role::Skipped => self.skipped += 1,
            Role::Hidden => {
                if self.hidden == 0 {
                    self.hidden_counted = self.skipped > 0;
                }
                self.skipped += 1;
                self.hidden += 1;
            }
            Role::Row if self.skipped == 0 => self.out.row(),
            Role::Cell(_) if self.skipped == 0 => match name.as_ref() {
                "caption" => self.out.block_edge(),
                _ => self.out.cell(),
            },
            Role::Quotation => {
                self.quotations += 1;
                if self.skipped == 0 {
                    let sign = if self.quotations % 2 == 1 { '“' } else { '‘' };
                    self.out.visible(sign, kind, self.looks());
                }
            }
            Role::WordNumber => self.word_number = Some(String::new()),
            Role::List => {
                if let Some((tag, tokens)) = from {
                    let list = self.list(tag, inline, tokens);
                    self.lists.push(list);
                }
            }
            Role::Item => {
                if let Some((tag, _)) = from {
                    self.item(tag, inline);
                }
            }
            _ => {}
        }
        if matches!(role, Role::Cell(_)) {
            // What is set off before the cell stays so in it, but its end tag is not looked for from here.
            let last = self.marks.last().map(|mark| (mark.bold, mark.italic)).unwrap_or_default();
            let mark = Mark { name: Cow::Borrowed(""), seq: 0, says: (None, None), bold: last.0, italic: last.1 };
            self.marks.push(mark);
        }
        if matches!(role, Role::Cell(_)) || name == "table" {
            self.scopes.push(at);
        }
        if block {
            self.blocks.push(at);
        }
        self.places.entry(name.clone()).or_default().push(at);
        self.open.push(Open { name, bold, italic, kind, pre, block, role });
    }

    /// Closes the open elements from one of them on.
    pub fn pop_to(&mut self, at: usize) {
        if at < DEEPEST {
            self.deeper = 0;
        }
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            let place = self.open.len();
            if let Some(places) = self.places.get_mut(&open.name) {
                places.pop();
                if places.is_empty() {
                    self.places.remove(&open.name);
                }
            }
            for stack in [&mut self.scopes, &mut self.blocks] {
                if stack.last() == Some(&place) {
                    stack.pop();
                }
            }
            if self.foreign == Some(place) {
                self.foreign = None;
            }
            self.ended(&open);
        }
    }

    fn ended(&mut self, open: &Open<'_>) {
        let shown = self.skipped == 0;
        match open.role {
            Role::Skipped => self.skipped -= 1,
            Role::Hidden => {
                self.skipped -= 1;
                self.hidden -= 1;
            }
            Role::List => drop(self.lists.pop()),
            Role::Row if shown => self.out.end_row(),
            Role::Cell(marks) => self.marks.truncate(marks),
            Role::Item if shown => self.out.unmark(),
            Role::Quotation => {
                if shown {
                    let sign = if self.quotations % 2 == 1 { '”' } else { '’' };
                    self.out.visible(sign, open.kind, self.looks());
                }
                self.quotations = self.quotations.saturating_sub(1);
            }
            Role::WordNumber => {
                let number = self.word_number.take().unwrap_or_default();
                let number = number.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
                if !number.is_empty() && shown {
                    // Signs of symbol typefaces stand for a bullet.
                    let bullet = matches!(number, "·" | "o" | "§" | "Ø" | "ü" | "v" | "-")
                        || number.chars().all(|c| matches!(c, '\u{e000}'..='\u{f8ff}'));
                    self.out.mark(format!("{} ", if bullet { "•" } else { number }));
                }
            }
            _ => {}
        }
        if open.block && self.skipped == 0 && !matches!(open.role, Role::Row) {
            self.out.block_edge();
        }
    }
}
