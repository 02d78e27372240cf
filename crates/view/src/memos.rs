//! Memos as they are listed, and their words as they are read: a safe part of Markdown, as values and never as HTML.

use std::rc::Rc;

use emic_core::ids::CoderId;
use emic_core::project::{Memo, Project, Subject, links_in};

use crate::fold::fold;

/// What memos are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of this kind, by its name in files; of any if it is empty.
    pub kind: String,
    /// About this kind of thing, by its name in files; `"free"` about nothing; about anything if it is empty.
    pub about: String,
    /// About just this.
    pub subject: Option<Subject>,
    /// Of this coder.
    pub coder: Option<CoderId>,
    /// With these words in title or text.
    pub words: String,
}

impl Filter {
    /// Whether it leaves nothing out.
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What was changed last first.
    #[default]
    Changed,
    /// What was written last first.
    Created,
    /// By title.
    Title,
}

/// The memos that a filter leaves, in their order.
pub fn list(project: &Project, filter: &Filter, order: Order) -> Vec<Rc<Memo>> {
    let words = fold(filter.words.trim());
    let wanted = |memo: &Memo| {
        let about = memo.about.as_ref().map_or("free", |about| about.subject.kind());
        (filter.kind.is_empty() || memo.kind.key() == filter.kind)
            && (filter.about.is_empty() || about == filter.about)
            && filter.subject.as_ref().is_none_or(|subject| memo.is_about(subject))
            && filter.coder.is_none_or(|coder| memo.created.by == coder || memo.written().by == coder)
            && (words.is_empty() || fold(&memo.title).contains(&words) || fold(&plain(&memo.words)).contains(&words))
    };
    let mut found: Vec<_> = project.memos.values().filter(|memo| wanted(memo)).cloned().collect();
    match order {
        Order::Changed => emic_core::sorting::sort_by_key(&mut found, |memo| (-memo.touched().0, memo.id)),
        Order::Created => emic_core::sorting::sort_by_key(&mut found, |memo| (-memo.created.at.0, memo.id)),
        Order::Title => emic_core::sorting::sort_by_key(&mut found, |memo| (fold(&memo.title), memo.id)),
    }
    found
}

/// A memo's words with the names of what they link to in place of the links.
fn plain(words: &str) -> String {
    let mut out = words.to_owned();
    for link in links_in(words).into_iter().rev() {
        out.replace_range(link.range, &link.name);
    }
    out
}

/// A memo's words without any marks, in a line: how it begins.
pub fn bare(words: &str) -> String {
    fn say(words: &[Inline], out: &mut String) {
        for part in words {
            match part {
                Inline::Words(words) | Inline::Verbatim(words) | Inline::Link(_, words) => out.push_str(words),
                Inline::Strong(inner) | Inline::Stress(inner) => say(inner, out),
            }
        }
    }
    let mut out = String::new();
    for block in blocks(words) {
        match &block {
            Block::Heading(_, words) | Block::Paragraph(words) | Block::Quote(words) => say(words, &mut out),
            Block::List(_, items) => items.iter().for_each(|item| {
                say(item, &mut out);
                out.push(' ');
            }),
            Block::Verbatim(words) => out.push_str(words),
            Block::Rule => {}
        }
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part of a memo that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, from 1 (topmost) on.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; numbered, if so.
    List(bool, Vec<Vec<Inline>>),
    /// What is quoted.
    Quote(Vec<Inline>),
    /// Words as they stand.
    Verbatim(String),
    /// A line across.
    Rule,
}

/// Words, and how they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Words(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Words with stress on them.
    Stress(Vec<Inline>),
    /// Words as they stand.
    Verbatim(String),
    /// A link, and what it was called when it was made.
    Link(Subject, String),
}

/// A memo's words, part by part. What is no Markdown that is known here is words.
pub fn blocks(words: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = words.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if trimmed.starts_with("```") {
            let inner: Vec<&str> = lines.by_ref().take_while(|line| !line.trim().starts_with("```")).collect();
            blocks.push(Block::Verbatim(inner.join("\n")));
        } else if let Some((level, rest)) = heading(trimmed) {
            blocks.push(Block::Heading(level, inline(rest)));
        } else if trimmed.len() >= 3 && (trimmed.bytes().all(|b| b == b'-') || trimmed.bytes().all(|b| b == b'*')) {
            blocks.push(Block::Rule);
        } else if let Some((numbered, first)) = item(trimmed) {
            let mut items = vec![inline(first)];
            while let Some((_, next)) =
                lines.peek().and_then(|line| item(line.trim())).filter(|next| next.0 == numbered)
            {
                items.push(inline(next));
                lines.next();
            }
            blocks.push(Block::List(numbered, items));
        } else {
            let quoted = trimmed.starts_with('>');
            let bare = |line: &str| line.trim().trim_start_matches('>').trim_start().to_owned();
            let mut words = if quoted { bare(trimmed) } else { trimmed.to_owned() };
            while let Some(next) = lines.peek().map(|line| line.trim()).filter(|next| {
                let begins = heading(next).is_some() || item(next).is_some() || next.starts_with("```");
                !next.is_empty() && !begins && next.starts_with('>') == quoted
            }) {
                words.push('\n');
                words.push_str(&if quoted { bare(next) } else { next.to_owned() });
                lines.next();
            }
            let words = inline(&words);
            blocks.push(if quoted { Block::Quote(words) } else { Block::Paragraph(words) });
        }
    }
    blocks
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then_some((level as u8, rest.trim()))
}

fn item(line: &str) -> Option<(bool, &str)> {
    if let Some(rest) = ["- ", "* ", "+ ", "• "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some((false, rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let rest = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    (1..=4).contains(&digits).then_some((true, rest))
}

fn inline(words: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut from = 0;
    for link in links_in(words) {
        marked(&words[from..link.range.start], &mut out);
        from = link.range.end;
        out.push(Inline::Link(link.subject, link.name));
    }
    marked(&words[from..], &mut out);
    out
}

/// Strong words, stress and verbatim words; each mark needs its end in the same words.
fn marked(words: &str, out: &mut Vec<Inline>) {
    let mut rest = words;
    let mut plain = String::new();
    while let Some(at) = rest.find(['*', '`', '_']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let mark = if from.starts_with("**") { "**" } else { &from[..1] };
        // In a word an underscore is a letter.
        let in_word = mark == "_" && plain.chars().next_back().is_some_and(char::is_alphanumeric);
        let inner = from[mark.len()..].find(mark).map(|end| &from[mark.len()..mark.len() + end]);
        let inner = inner.filter(|inner| !in_word && !inner.trim().is_empty() && !inner.starts_with(' '));
        let Some(inner) = inner else {
            plain.push_str(mark);
            rest = &from[mark.len()..];
            continue;
        };
        if !plain.is_empty() {
            out.push(Inline::Words(std::mem::take(&mut plain)));
        }
        let mut nested = Vec::new();
        if mark != "`" {
            marked(inner, &mut nested);
        }
        out.push(match mark {
            "`" => Inline::Verbatim(inner.to_owned()),
            "**" => Inline::Strong(nested),
            _ => Inline::Stress(nested),
        });
        rest = &from[mark.len() * 2 + inner.len()..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        out.push(Inline::Words(plain));
    }
}

#[cfg(test)]
mod tests {
    use emic_core::ids::CodeId;
    use emic_core::project::link_words;

    use super::*;

    fn words(words: &str) -> Inline {
        Inline::Words(words.to_owned())
    }

    #[test]
    fn a_safe_part_of_markdown_is_known_and_all_else_is_words() {
        let code = Subject::Code(CodeId::from_number(1));
        let text = format!(
            "# Why\n\nThey **left _early_** and {}.\nSnake_case_word <b>x</b>\n\n- one\n- two\n1. three\n> said\n> so\n---\n```\n*x*\n```\n2 * 3 * 4",
            link_words(&code, "Fear")
        );
        let found = blocks(&text);
        assert!(bare(&text).starts_with("Why They left early and Fear."), "{}", bare(&text));
        assert_eq!(found[0], Block::Heading(1, vec![words("Why")]));
        let Block::Paragraph(inner) = &found[1] else { panic!("{found:?}") };
        assert_eq!(inner[0], words("They "));
        assert!(matches!(&inner[1], Inline::Strong(_)), "{inner:?}");
        assert!(inner.contains(&Inline::Link(code, "Fear".into())));
        assert!(inner.contains(&words(".\nSnake_case_word <b>x</b>")), "{inner:?}");
        assert_eq!(found[2], Block::List(false, vec![vec![words("one")], vec![words("two")]]));
        assert_eq!(found[3], Block::List(true, vec![vec![words("three")]]));
        assert_eq!(found[4], Block::Quote(vec![words("said\nso")]));
        assert_eq!(
            found[5..],
            [Block::Rule, Block::Verbatim("*x*".into()), Block::Paragraph(vec![words("2 * 3 * 4")])]
        );
    }
}
