//! What a printed wording changes of the words that were said, and whether each change is marked: left out with an
//! ellipsis, put in or replaced in square brackets.

use crate::fold::{Keep, folded};

/// Beyond this many pairs of words the middle of both wordings is not compared word by word.
const MOST: usize = 6_000_000;

/// A part of both wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What was said.
    pub said: String,
    /// What is printed in its place.
    pub printed: String,
    /// How the two stand to each other.
    pub mark: Mark,
}

/// How a part of the printed words stands to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// They are the same.
    Same,
    /// An ellipsis stands for what was said.
    Ellipsis,
    /// Square brackets say something in its place, or beside it.
    Bracket,
    /// They differ, and nothing in the printed words says so.
    Unmarked,
}

/// The printed words beside those that were said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// The parts in their order: put together they are both wordings.
    pub pieces: Vec<Piece>,
}

impl Checked {
    /// The changes that are not marked.
    pub fn unmarked(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.mark == Mark::Unmarked)
    }

    /// Whether every change is marked.
    pub fn is_faithful(&self) -> bool {
        self.unmarked().next().is_none()
    }
}

/// A word, a sign, an ellipsis or a bracket, with the white space after it.
#[derive(Debug, Clone)]
struct Token {
    /// As it is written, with the white space after it.
    written: String,
    /// What it is compared as.
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// A word or a sign.
    Plain(String),
    /// Stands for any words.
    Ellipsis,
    /// Stands for any words, or for none.
    Bracket,
    /// A word of which letters stand in brackets ("[w]e"): what stands before, between and after them.
    Within(Vec<String>),
}

impl Kind {
    fn is_open(&self) -> bool {
        matches!(self, Kind::Ellipsis | Kind::Bracket)
    }

    /// Whether a word that was said is printed as this one.
    fn is(&self, said: &Kind) -> bool {
        match (self, said) {
            (Kind::Within(parts), Kind::Plain(word)) => fits(parts, word),
            (own, said) => own == said,
        }
    }
}

/// Whether a word has these parts in their order, the first at its start and the last at its end.
fn fits(parts: &[String], word: &str) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let Some(mut rest) = word.strip_prefix(first.as_str()) else { return false };
    for part in parts.iter().skip(1).take(parts.len().saturating_sub(2)) {
        let Some(at) = rest.find(part.as_str()) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last.as_str())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || crate::fold::is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// An apostrophe or hyphen within a word.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‐' | '\u{2011}')
}

/// Cuts words up. `printed`: whether ellipses and brackets stand for something.
fn tokens(words: &str, printed: bool) -> Vec<Token> {
    let chars: Vec<char> = words.chars().collect();
    let mut found: Vec<Token> = Vec::new();
    // White space before the first word goes with it.
    let mut before = String::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let rest = &chars[at..];
        let mut kind = None;
        if printed && let Some(length) = ellipsis(rest) {
            (kind, at) = (Some(Kind::Ellipsis), at + length);
        } else if chars[at].is_whitespace() {
            at += 1;
        } else if (is_word(chars[at]) || (printed && chars[at] == '['))
            && let Some((own, length)) = word(rest, printed)
        {
            (kind, at) = (Some(own), at + length);
        } else {
            kind = Some(Kind::Plain(compared(&chars[at..=at])));
            at += 1;
        }
        while at < chars.len() && chars[at].is_whitespace() {
            at += 1;
        }
        let written: String = chars[start..at].iter().collect();
        match kind {
            Some(kind) => found.push(Token { written: std::mem::take(&mut before) + &written, kind }),
            None => before.push_str(&written),
        }
    }
    if !before.is_empty() {
        found.push(Token { written: before, kind: Kind::Plain(String::new()) });
    }
    found
}

fn compared(chars: &[char]) -> String {
    folded(&chars.iter().collect::<String>(), Keep { case: true, marks: true })
}

/// How long an ellipsis is that stands at the start: "…", "...", or either in brackets.
fn ellipsis(chars: &[char]) -> Option<usize> {
    let bare = |chars: &[char]| match chars {
        ['…', ..] => Some(1),
        ['.', '.', '.', '.', '.', ..] => None,
        ['.', '.', '.', ..] => Some(3),
        _ => None,
    };
    match chars {
        [open @ ('[' | '('), inner @ ..] => {
            let length = bare(inner)?;
            let close = if *open == '[' { ']' } else { ')' };
            (inner.get(length) == Some(&close)).then_some(length + 2)
        }
        _ => bare(chars),
    }
}

/// A word with the brackets in it, or brackets alone, at the start; with its length.
fn word(chars: &[char], printed: bool) -> Option<(Kind, usize)> {
    let mut parts = vec![String::new()];
    let (mut at, mut letters, mut brackets) = (0, 0, 0);
    while let Some(c) = chars.get(at) {
        if printed && *c == '[' && ellipsis(&chars[at..]).is_none() {
            let Some(length) = chars[at..].iter().position(|c| *c == ']') else { break };
            parts.push(String::new());
            (at, brackets) = (at + length + 1, brackets + 1);
            continue;
        }
        let within = joins(*c) && letters > 0 && chars.get(at + 1).is_some_and(|next| is_word(*next));
        if !is_word(*c) && !within {
            break;
        }
        if let Some(part) = parts.last_mut() {
            part.push(*c);
        }
        (at, letters) = (at + 1, letters + 1);
    }
    let plain = |part: &String| compared(&part.chars().collect::<Vec<_>>());
    match (letters, brackets) {
        (0, 0) => None,
        (0, _) => Some((Kind::Bracket, at)),
        (_, 0) => Some((Kind::Plain(plain(&parts[0])), at)),
        _ => Some((Kind::Within(parts.iter().map(plain).collect()), at)),
    }
}

/// A change that nothing marks costs so much that marks are always preferred; each word that a mark stands for costs a
/// little, so that it stands for no more than it must.
const UNMARKED: u32 = 10_000;

#[derive(Clone, Copy, PartialEq)]
enum Step {
    /// The word is printed.
    Same,
    /// The word that was said is gone: into the ellipsis or bracket before, or unmarked.
    Gone,
    /// Something is printed that was not said: a mark, or words that nothing marks.
    Put,
    /// Another word is printed.
    Other,
}

/// Compares the printed words with those that were said.
pub fn check(said: &str, printed: &str) -> Checked {
    // Brackets that were said are no marks where all is as it was said.
    if said == printed {
        let (said, printed) = (said.to_owned(), printed.to_owned());
        let pieces = if said.is_empty() { Vec::new() } else { vec![Piece { said, printed, mark: Mark::Same }] };
        return Checked { pieces };
    }
    let (said, printed) = (tokens(said, false), tokens(printed, true));
    let same = |pair: &(&Token, &Token)| pair.1.kind.is(&pair.0.kind);
    let head = said.iter().zip(&printed).take_while(same).count();
    let rest = said.len().min(printed.len()) - head;
    let tail = said.iter().rev().zip(printed.iter().rev()).take(rest).take_while(same).count();
    let (a, b) = (&said[head..said.len() - tail], &printed[head..printed.len() - tail]);
    let mut pieces = Vec::new();
    for (said, printed) in said[..head].iter().zip(&printed[..head]) {
        push(&mut pieces, &said.written, &printed.written, mark_of_same(printed));
    }
    if a.len().saturating_mul(b.len()) > MOST {
        let whole = |tokens: &[Token]| tokens.iter().map(|token| token.written.as_str()).collect::<String>();
        push(&mut pieces, &whole(a), &whole(b), Mark::Unmarked);
    } else {
        align(a, b, &mut pieces);
    }
    for (said, printed) in said[said.len() - tail..].iter().zip(&printed[printed.len() - tail..]) {
        push(&mut pieces, &said.written, &printed.written, mark_of_same(printed));
    }
    Checked { pieces }
}

fn mark_of_same(printed: &Token) -> Mark {
    if matches!(printed.kind, Kind::Within(_)) { Mark::Bracket } else { Mark::Same }
}

/// The cheapest way from one to the other. A mark is entered by its step of `Put`, and stands for the words that are
/// gone right after it.
fn align(a: &[Token], b: &[Token], pieces: &mut Vec<Piece>) {
    let width = b.len() + 1;
    // From the end to the start: the cost of the rest from each pair on.
    let mut steps = vec![Step::Put; (a.len() + 1) * width];
    let mut below = vec![0_u32; width];
    let mut costs = vec![0_u32; width];
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            let open = j > 0 && b[j - 1].kind.is_open();
            let gone = (i < a.len()).then(|| below[j].saturating_add(if open { 1 } else { UNMARKED }));
            let put =
                (j < b.len()).then(|| costs[j + 1].saturating_add(if b[j].kind.is_open() { 0 } else { UNMARKED }));
            let same = (i < a.len() && j < b.len() && b[j].kind.is(&a[i].kind)).then(|| below[j + 1]);
            let plain = i < a.len() && j < b.len() && !b[j].kind.is_open();
            let other = plain.then(|| below[j + 1].saturating_add(UNMARKED));
            let choices = [(same, Step::Same), (put, Step::Put), (gone, Step::Gone), (other, Step::Other)];
            let best = choices.into_iter().filter_map(|(cost, step)| Some((cost?, step))).min_by_key(|(cost, _)| *cost);
            let (cost, step) = best.unwrap_or((0, Step::Put));
            costs[j] = cost;
            steps[i * width + j] = step;
        }
        std::mem::swap(&mut below, &mut costs);
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        match steps[i * width + j] {
            Step::Same if i < a.len() && j < b.len() => {
                push(pieces, &a[i].written, &b[j].written, mark_of_same(&b[j]));
                (i, j) = (i + 1, j + 1);
            }
            Step::Other if i < a.len() && j < b.len() => {
                push(pieces, &a[i].written, &b[j].written, Mark::Unmarked);
                (i, j) = (i + 1, j + 1);
            }
            Step::Put if j < b.len() => {
                let mark = match b[j].kind {
                    Kind::Ellipsis => Mark::Ellipsis,
                    Kind::Bracket => Mark::Bracket,
                    _ => Mark::Unmarked,
                };
                if mark == Mark::Unmarked {
                    push(pieces, "", &b[j].written, mark);
                } else {
                    pieces.push(Piece { said: String::new(), printed: b[j].written.clone(), mark });
                }
                j += 1;
            }
            _ => {
                let open = j > 0 && b[j - 1].kind.is_open();
                match pieces.last_mut().filter(|_| open) {
                    Some(piece) => piece.said.push_str(&a[i].written),
                    None => push(pieces, &a[i].written, "", Mark::Unmarked),
                }
                i += 1;
            }
        }
    }
}

/// Adds to the last piece if that is of the same sort.
fn push(pieces: &mut Vec<Piece>, said: &str, printed: &str, mark: Mark) {
    match pieces.last_mut() {
        Some(last) if last.mark == mark && matches!(mark, Mark::Same | Mark::Unmarked) => {
            last.said.push_str(said);
            last.printed.push_str(printed);
        }
        _ => pieces.push(Piece { said: said.to_owned(), printed: printed.to_owned(), mark }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAID: &str = "We waited at the fence all day, and Dr Haddad told us nothing. They closed it.";

    fn unmarked(printed: &str) -> Vec<(String, String)> {
        let trimmed = |piece: &Piece| (piece.said.trim().to_owned(), piece.printed.trim().to_owned());
        check(SAID, printed).unmarked().map(trimmed).collect()
    }

    #[test]
    fn marked_changes_are_none() {
        for printed in [
            SAID,
            "We waited at the fence […] and Dr Haddad told us nothing. They closed it.",
            "We waited … and Dr Haddad told us nothing. They closed it.",
            "[…] Dr Haddad told us nothing.[...]",
            "We waited at the fence all day, and [name retracted] told us nothing. They closed it.",
            "We waited at the fence all day, and Dr Haddad told us nothing. They [the soldiers] closed it.",
            "[w]e waited at the fence all day, and Dr Haddad told us nothing. [The soldiers] closed it[!].",
            "We waited at the fence all day, and Dr Haddad told us nothing. […]",
            "We wait[] at the fence (…) closed it.",
        ] {
            assert_eq!(unmarked(printed), [], "{printed}");
        }
    }

    #[test]
    fn changes_that_nothing_marks_are_found() {
        let found = |said: &str, printed: &str| vec![(said.to_owned(), printed.to_owned())];
        for (printed, expected) in [
            ("We waited at the fence all day, and Dr Haddad told us. They closed it.", found("nothing", "")),
            (
                "We waited at the fence all day, and Dr Haddad told us nothing at all. They closed it.",
                found("", "at all"),
            ),
            ("we waited at the fence all day, and Dr Haddad told us nothing. They closed it.", found("We", "we")),
            (
                "We waited at the fence […] and a doctor told us nothing. They closed it.",
                found("Dr Haddad", "a doctor"),
            ),
            ("We waited at the fence all day, and Dr Haddad told us nothing.", found("They closed it.", "")),
        ] {
            assert_eq!(unmarked(printed), expected, "{printed}");
        }
    }

    #[test]
    fn how_signs_are_written_makes_no_difference() {
        assert!(check("He said: \"don't\"\ngo", "He said: “don’t” go").is_faithful());
        assert!(check("انتظرنا عند السياج طوال اليوم", "انتظرنا […] طوال اليوم").is_faithful());
        assert!(!check("انتظرنا عند السياج طوال اليوم", "انتظرنا طوال اليوم").is_faithful());
    }

    fn words() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[a-d]{1,3}[,.]?", 1..14)
    }

    proptest! {
        #[test]
        fn the_pieces_are_both_wordings(said in ".{0,40}", printed in "[a-d .\\[\\]…]{0,40}") {
            let checked = check(&said, &printed);
            prop_assert_eq!(checked.pieces.iter().map(|piece| piece.said.as_str()).collect::<String>(), said);
            prop_assert_eq!(checked.pieces.iter().map(|piece| piece.printed.as_str()).collect::<String>(), printed);
        }

        #[test]
        fn what_is_left_out_or_replaced_with_a_mark_is_marked(words in words(), from in 0..14usize, length in 0..5usize, mark in 0..3usize) {
            let from = from % words.len();
            let until = (from + length).min(words.len());
            let mark = ["[…]", "...", "[name retracted]"][mark];
            let printed = [words[..from].join(" "), mark.to_owned(), words[until..].join(" ")].join(" ");
            prop_assert!(check(&words.join(" "), &printed).is_faithful());
        }

        #[test]
        fn what_is_left_out_without_a_mark_is_told(words in words(), from in 0..14usize, length in 1..5usize) {
            let from = from % words.len();
            let until = (from + length).min(words.len());
            let printed = [words[..from].join(" "), words[until..].join(" ")].join(" ");
            prop_assert!(!check(&words.join(" "), &printed).is_faithful());
        }

        #[test]
        fn what_is_put_in_without_a_mark_is_told(words in words(), at in 0..14usize, more in "[a-d]{1,3}") {
            let mut printed = words.clone();
            printed.insert(at % (words.len() + 1), more);
            prop_assert!(!check(&words.join(" "), &printed.join(" ")).is_faithful());
        }

        #[test]
        fn the_words_themselves_are_faithful(words in ".{0,60}") {
            // Words may themselves hold what marks would be: those stand for what they are.
            prop_assert!(check(&words, &words).is_faithful());
        }
    }
}
