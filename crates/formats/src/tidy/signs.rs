//! What single lines and words look like.

/// Whether `line` ends with a full stop or its like, closing quotes and reference numbers after it not counted.
pub fn ends_sentence(line: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '“' | '\u{200f}' | '\u{200e}');
    let bare = line.trim_end().trim_end_matches(closing);
    let stop = |s: &str| s.ends_with(['.', '!', '?', '…', '؟', '۔', ':', '。', '！', '？', '।']);
    if stop(bare) {
        return true;
    }
    // "were killed.4" and "reports.14 27 28": numbers of references that were superscripts.
    let before = bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '–' | '-' | ','));
    let numbers = &bare[before.len()..];
    numbers.starts_with(|c: char| c.is_ascii_digit())
        && before.ends_with(['.', '!', '?'])
        && before.trim_end_matches(['.', '!', '?']).ends_with(char::is_alphabetic)
}

/// The first letter or digit of `line`, opening quotes and brackets skipped; `None` if it starts with another sign.
pub fn first_letter(line: &str) -> Option<char> {
    let opening = |c: &char| !matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '\u{200f}' | '\u{200e}');
    line.trim_start().chars().find(opening).filter(|c| c.is_alphanumeric())
}

/// Letters of scripts that tell a sentence's start by a capital.
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Words after which no sentence and no heading ends.
const LEADS_ON: &[&str] = &[
    "a",
    "about",
    "after",
    "an",
    "and",
    "are",
    "as",
    "at",
    "because",
    "before",
    "between",
    "but",
    "by",
    "during",
    "for",
    "from",
    "if",
    "in",
    "into",
    "is",
    "its",
    "my",
    "nor",
    "of",
    "on",
    "or",
    "our",
    "than",
    "that",
    "the",
    "their",
    "these",
    "this",
    "those",
    "to",
    "was",
    "were",
    "when",
    "which",
    "while",
    "who",
    "whose",
    "with",
    "within",
    "without",
    "your",
    "أن",
    "إن",
    "إلى",
    "التي",
    "الذي",
    "الذين",
    "أو",
    "بعد",
    "بين",
    "حتى",
    "حول",
    "خلال",
    "عن",
    "على",
    "عند",
    "في",
    "قبل",
    "كان",
    "كانت",
    "كما",
    "لأن",
    "لكن",
    "لم",
    "لن",
    "ما",
    "مع",
    "من",
    "منذ",
    "هذا",
    "هذه",
    "و",
    "ولا",
    "ولم",
    "وفي",
    "ومن",
];

/// Whether `line` ends with a word that leads on, such as "the".
pub fn leads_on(line: &str) -> bool {
    let word = line.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    LEADS_ON.contains(&word) || LEADS_ON.contains(&word.to_lowercase().as_str())
}

/// Whether `line` is an item of a list: a bullet, or a number or letter with a point or bracket, and a space.
pub fn is_list_item(line: &str) -> bool {
    let mut chars = line.chars();
    let first = chars.next();
    if first.is_some_and(|c| "•►▪▸‣◦●○■□–—*·-+➢❖✓".contains(c)) {
        return chars.next().is_some_and(char::is_whitespace);
    }
    let Some((mark, _)) = line.split_once(char::is_whitespace) else { return false };
    let Some(bare) = mark.strip_suffix(['.', ')']) else {
        // "2.1 Methods"
        return mark.contains('.') && mark.split('.').all(|part| matches!(part.len(), 1..=2) && is_number(part));
    };
    let bare = bare.strip_prefix('(').unwrap_or(bare);
    let number = bare.split('.').all(|part| (1..=3).contains(&part.chars().count()) && is_number(part));
    let letter =
        bare.chars().count() == 1 && bare.chars().all(|c| c.is_lowercase() || !is_cased(c) && c.is_alphabetic());
    let roman = mark.ends_with(')') && bare.chars().count() <= 4 && bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    number || letter || roman && !bare.is_empty()
}

/// Whether `part` is all digits, of any script.
pub fn is_number(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| digit(c).is_some())
}

/// The value of a European, Arabic or Persian digit.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(c as u32 - 0x6f0),
        _ => None,
    }
}

/// The label of a turn at the start of `line`: what stands before a colon, if it looks like a speaker ("P1",
/// "Dr. Salim", "المحاورة"). A time of day or a web address is none.
pub fn turn_label(line: &str) -> Option<&str> {
    let colon = line.char_indices().take(34).find(|&(_, c)| matches!(c, ':' | '：')).map(|(i, _)| i)?;
    let (label, rest) = line.split_at(colon);
    let after = rest.chars().nth(1);
    if after.is_some_and(|c| !c.is_whitespace()) {
        return None;
    }
    let label = label.trim();
    let first = label.chars().next()?;
    let words = label.split_whitespace().count();
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || "._-'’()#/*&".contains(c) || is_mark(c);
    (words <= 4 && first.is_alphabetic() && !first.is_lowercase() && label.chars().all(plain)).then_some(label)
}

/// Vowel signs and other marks of Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Whether `line` starts with a time stamp: "[00:01:12]", "12:05", "(1:02:33)".
pub fn starts_with_time(line: &str) -> bool {
    let bare = line.trim_start_matches(['[', '(', '#']);
    let token: &str = bare.split(|c: char| c.is_whitespace() || matches!(c, ']' | ')' | '#')).next().unwrap_or("");
    let mut parts = token.split([':', '.', ',']);
    token.contains(':')
        && parts.next().is_some_and(|p| p.len() <= 2 && is_number(p))
        && parts.clone().next().is_some()
        && parts.all(|p| p.len() <= 3 && is_number(p))
}

/// Whether `line` is in capitals as a heading is.
pub fn is_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| is_cased(*c)).count();
    letters >= 3 && !line.chars().any(char::is_lowercase) && line.chars().count() <= 70
}

/// Labels that start the parts of a structured abstract.
const ABSTRACT_PARTS: &[&str] = &[
    "Aim",
    "Aims",
    "Background",
    "Conclusion",
    "Conclusions",
    "Design",
    "Discussion",
    "Findings",
    "Interpretation",
    "Interventions",
    "Introduction",
    "Keywords",
    "Measures",
    "Method",
    "Methods",
    "Objective",
    "Objectives",
    "Participants",
    "Purpose",
    "Results",
    "Setting",
    "Settings",
];

/// Whether `line` starts a part of a structured abstract: "Design A qualitative study".
pub fn is_abstract_part(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|w| ABSTRACT_PARTS.contains(&w))
        && words.next().is_some_and(|w| w.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_sentences() {
        for line in ["Yes.", "he said.”", "injured.4", "studies.7 14 27", "ماذا حدث؟", "as follows:", "(male).) "]
        {
            assert!(ends_sentence(line), "{line}");
        }
        for line in ["", "and the", "in 2020", "about 3.5", "(male)", "strategy7", "نعم،"] {
            assert!(!ends_sentence(line), "{line}");
        }
    }

    #[test]
    fn items_turns_and_times() {
        for line in ["• one", "- one", "1. one", "(12) one", "2.1 Methods", "a) one", "iv) one", "أ) واحد", "٣. واحد"]
        {
            assert!(is_list_item(line), "{line}");
        }
        for line in ["2015 when", "-one", "I. think", "A. Smith", "3.5", "1999. Then", "one two"] {
            assert!(!is_list_item(line), "{line}");
        }
        for (line, label) in [
            ("I: yes", Some("I")),
            ("Dr. Salim: no", Some("Dr. Salim")),
            ("المُحاوِرة: نعم", Some("المُحاوِرة")),
            ("P1:", Some("P1")),
            ("two reasons: one", None),
            ("At 10:30 he", None),
            ("See http://x.org", None),
            ("He said, and I quote: no", None),
        ] {
            assert_eq!(turn_label(line), label, "{line}");
        }
        assert!(starts_with_time("[00:01:12] Well") && starts_with_time("12:05") && !starts_with_time("12 men: x"));
    }
}
