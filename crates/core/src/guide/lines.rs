//! What looks like a question, and the questions in a list that was pasted.

use crate::fold::{Keep, folded};
use crate::text::Text;

/// Words that a question or an invitation to speak begins with, folded; several are apart by a space.
const BEGINNINGS: &[&str] = &[
    "what",
    "which",
    "who",
    "whom",
    "whose",
    "when",
    "where",
    "why",
    "how",
    "do you",
    "did you",
    "does",
    "is there",
    "are there",
    "are you",
    "were you",
    "was there",
    "was it",
    "have you",
    "has",
    "can you",
    "could you",
    "would you",
    "will you",
    "tell me",
    "tell us",
    "describe",
    "explain",
    "talk about",
    "talk me",
    "please",
    "let's talk",
    "walk me",
    "think back",
    "in what",
    "to what",
    "if you could",
    "i'd like to",
    "i would like to",
    "هل",
    "ما",
    "ماذا",
    "كيف",
    "لماذا",
    "متي",
    "اين",
    "من",
    "كم",
    "اي",
    "حدثنا",
    "حدثني",
    "حدثيني",
    "اخبرني",
    "اخبرنا",
    "اخبريني",
    "احك",
    "احكي",
    "صف",
    "صفي",
    "شو",
    "ايش",
    "ليش",
    "وين",
    "كيفك",
    "لمن",
    "بماذا",
    "بم",
    "الي اي",
    "في رايك",
];

/// Whether words look like a question: they end in a question mark of some script, or begin as a question or an
/// invitation to speak does.
pub fn looks_like_question(words: &str) -> bool {
    let words = words.trim();
    let end =
        words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '»' | ')' | '*' | '_'));
    if end.ends_with(['?', '؟', '？', '՞', '⸮', '\u{37e}']) {
        return true;
    }
    let words = folded(unnumbered(words), Keep::default());
    let follows = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let begins = BEGINNINGS.iter().any(|start| words.strip_prefix(start).is_some_and(follows));
    // A sentence that begins so and is as long as a story tells one.
    begins && words.split(' ').count().clamp(3, 40) == words.split(' ').count()
}

/// A line without the number, letter or bullet of its item ("3.", "Q4:", "b)", "•", "س٢:").
pub fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let bullet = line.trim_start_matches(|c: char| {
        matches!(c, '-' | '–' | '—' | '*' | '•' | '·' | '‣' | '◦' | '▪' | '●' | '○' | '□' | '#')
    });
    if bullet.len() < line.len() {
        return unnumbered_once(bullet.trim_start());
    }
    unnumbered_once(line)
}

fn unnumbered_once(line: &str) -> &str {
    let open = line.strip_prefix(['(', '[']).unwrap_or(line);
    let closed = |rest: &str| open.len() == line.len() || rest.starts_with([')', ']']);
    // "Q1", "Question 3", "س٤", "السؤال ٢", or only a number; then what parts it from the words.
    let labels = ["Question", "question", "QUESTION", "Frage", "Q", "q", "السؤال", "سؤال", "س"];
    let after_label = labels.iter().find_map(|label| open.strip_prefix(label)).map(str::trim_start);
    let numbered = |from: &str| -> Option<usize> {
        let digits = from.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.'));
        (digits.len() < from.len() && from.starts_with(char::is_numeric)).then_some(digits.len())
    };
    let source = after_label.filter(|rest| numbered(rest).is_some()).unwrap_or(open);
    let rest = match numbered(source) {
        // "3 children?" has no sign between: the number is a word of the question.
        Some(left) => {
            let rest = &source[source.len() - left..];
            let dotted = source[..source.len() - left].contains('.');
            let labelled = source.len() < open.len();
            (dotted || labelled || rest.starts_with([')', ']', ':', '-', '–', '/', '\t', '،', '.'])).then_some(rest)
        }
        // "a) ...": one Latin letter and a bracket, or a dot.
        None => {
            let mut letters = open.chars();
            let one = letters.next().is_some_and(char::is_alphabetic);
            let rest = letters.as_str();
            (one && (rest.starts_with(')')
                || (rest.starts_with(". ") && open.starts_with(|c: char| c.is_ascii_lowercase()))))
            .then_some(rest)
        }
    };
    let Some(rest) = rest.filter(|rest| closed(rest)) else { return line };
    let words =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | ':' | '-' | '–' | '/' | '.'));
    if words.is_empty() { line } else { words }
}

/// The questions in a list that was pasted: one a line, without numbers and bullets. Blank lines and lines that say a
/// second time what one said before are left out.
pub fn questions_of(pasted: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in pasted.lines() {
        let words = unnumbered(line).split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().any(char::is_alphanumeric) && !found.contains(&words) {
            found.push(words);
        }
    }
    found
}

/// The lines of a text that look like questions, as [`questions_of`] gives them; 500 at most.
pub fn question_lines(text: &Text) -> Vec<String> {
    let lines = text.as_str().lines().filter(|line| line.chars().count() <= 400 && looks_like_question(line));
    let lines: Vec<&str> = lines.take(500).collect();
    questions_of(&lines.join("\n"))
}
