//! Lists, and the marks of their items.

use super::page::Page;
use super::style::{Inline, Numbers};
use super::token::{Tag, Token, Tokens};

/// How many bytes are looked through for the number of items in lists that count down.
const LOOK_AHEAD: usize = 4 << 20;

pub(super) struct List {
    ordered: bool,
    numbers: Numbers,
    next: i32,
    step: i32,
    unmarked: bool,
}

impl Page<'_> {
    pub fn list(&mut self, tag: &Tag<'_>, inline: Inline, tokens: &Tokens<'_>) -> List {
        let number = |name| tag.attribute(name).and_then(|value: &str| value.trim().parse::<i32>().ok());
        let reversed = tag.attribute("reversed").is_some();
        let start = number("start").unwrap_or_else(|| if reversed { self.items_ahead(tokens) } else { 1 });
        List {
            ordered: tag.name == "ol",
            numbers: Numbers::of(tag.attribute("type")),
            next: start,
            step: if reversed { -1 } else { 1 },
            unmarked: inline.unmarked,
        }
    }

    /// How many items the list has that begins here.
    fn items_ahead(&mut self, tokens: &Tokens<'_>) -> i32 {
        let mut ahead = tokens.fork();
        let from = ahead.done();
        let (mut items, mut depth) = (0, 0);
        while let Some(token) = ahead.next() {
            match token {
                Token::Start(tag) if matches!(&*tag.name, "ol" | "ul") => depth += 1,
                Token::End(name) if matches!(&*name, "ol" | "ul") => depth -= 1,
                Token::Start(tag) if depth == 0 && tag.name == "li" => items += 1,
                _ => {}
            }
            if depth < 0 || self.looked_ahead + (ahead.done() - from) > LOOK_AHEAD {
                break;
            }
        }
        self.looked_ahead += ahead.done() - from;
        items
    }

    pub fn item(&mut self, tag: &Tag<'_>, inline: Inline) {
        let mut without = List { ordered: false, numbers: Numbers::Decimal, next: 0, step: 0, unmarked: false };
        let list = self.lists.last_mut().unwrap_or(&mut without);
        if let Some(value) = tag.attribute("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let numbers = tag.attribute("type").map_or(list.numbers, |name| Numbers::of(Some(name)));
        let marker = match list.ordered {
            true => format!("{}. ", numbers.written(list.next)),
            false => "• ".to_owned(),
        };
        list.next = list.next.saturating_add(list.step);
        if self.skipped == 0 && !list.unmarked && !inline.unmarked {
            self.out.mark(marker);
        }
    }
}
