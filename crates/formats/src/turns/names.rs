//! What can be someone's name at the head of a turn, and what cannot.

use emic_core::fold::{Keep, folded};

use super::lists::{ASKING, IN_SENTENCES, NOT_NAMES, OPENING};

/// The longest name in code points, with what stands in parentheses after it ("Dana Levi (Ministry of Finance)").
const LONGEST: usize = 80;
/// The longest one in words, without that.
const MOST_WORDS: usize = 5;

/// How much a name looks like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It could be the beginning of a sentence as well.
    Weak,
    /// Every word of it is written as names are; or its script has no upper case.
    Fair,
    /// It says what part someone has: "Interviewer", "س".
    Part,
}

/// `name` without what stands around a name in labels: white space, bidirectional marks, marks of emphasis, a colon.
pub fn clean(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || is_mark(c) || matches!(c, '*' | '_' | ':' | '：'))
}

/// Marks that say how a line is laid out, and are no part of a name.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

/// What is the same for spellings of one name that nobody tells apart: case and white space.
pub fn key(name: &str) -> String {
    let kept: String = name.chars().filter(|c| !is_mark(*c)).collect();
    folded(&kept, Keep { case: false, marks: true })
}

/// Whether `name`, cleaned, heads a field of a form or a remark: "Date", "Note".
pub fn heads_field(name: &str) -> bool {
    let keys: Vec<String> = name.split_whitespace().take(MOST_WORDS).map(search_key).collect();
    NOT_NAMES.contains(&keys.join(" ").as_str())
}

/// How much `name`, cleaned, looks like one of who speaks; `None` if it is none: a sentence, an address, a time, a
/// number, or a word that heads a remark ("Note").
pub fn likeness(name: &str) -> Option<Likeness> {
    if name.is_empty() || name.chars().count() > LONGEST {
        return None;
    }
    // What stands in parentheses at the end says more of them, and is not looked at closely.
    let bare = match name.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((before, inside)) if !before.trim().is_empty() && !inside.contains(')') => before.trim_end(),
        _ => name,
    };
    let (mut letters, mut commas) = (0, 0);
    let mut chars = bare.chars().peekable();
    let mut before = ' ';
    // Letters of the word so far, and whether the first one is a capital.
    let (mut word, mut capital) = (0, false);
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let abbreviates = word == 1 || (word <= 4 && capital);
        match c {
            _ if c.is_alphanumeric() => {
                capital = if word == 0 { c.is_uppercase() } else { capital };
                word += 1;
            }
            _ => word = 0,
        }
        match c {
            _ if c.is_alphabetic() => letters += 1,
            _ if c.is_numeric() || is_mark(c) || c == ' ' || c == '\u{a0}' => {}
            // Vowel marks and the like are neither letters nor anything else.
            _ if !c.is_ascii() && emic_core::fold::is_mark(c) => {}
            // In abbreviations: "Dr. Berg", "Anna K.", "د. سلمى".
            '.' if abbreviates => {}
            '\'' | '"' | '’' | '״' | '׳' | '`' | '-' | '‐' | '–' | '_' | '/' | '&' | '+' | '#' | '·' | '・' => {
                if matches!(c, '"' | '/' | '_' | '+') && !(before.is_alphanumeric() && next.is_alphanumeric()) {
                    return None;
                }
            }
            ',' | '،' if commas == 0 && next == ' ' => commas += 1,
            _ => return None,
        }
        before = c;
    }
    if letters == 0 || bare.starts_with(['-', '–', '&', '#', '.']) {
        return None;
    }
    let words: Vec<&str> = bare.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let keys: Vec<String> = words.iter().map(|word| search_key(word)).collect();
    let only = keys.join(" ");
    if NOT_NAMES.contains(&only.as_str()) || OPENING.contains(&keys[0].as_str()) {
        return None;
    }
    if asks(name) {
        return Some(Likeness::Part);
    }
    // A single "I" is who interviews, and "A" who answers; next to other words they are words of a sentence.
    let single_letter = words.len() == 1 && bare.chars().count() == 1;
    let in_sentence = |(at, key): (usize, &String)| {
        let initial = words[at].ends_with('.') || (at > 0 && PARTICLES.contains(&words[at]));
        !initial && IN_SENTENCES.contains(&key.as_str())
    };
    if !single_letter && keys.iter().enumerate().any(in_sentence) {
        return None;
    }
    let named = |word: &&str| {
        let first = word.chars().find(|c| c.is_alphanumeric());
        first.is_none_or(|c| !c.is_lowercase()) || PARTICLES.contains(word)
    };
    Some(match words.iter().all(named) && words[0].chars().any(char::is_alphanumeric) {
        true => Likeness::Fair,
        // "Female participant" may be someone, "This one thing" is not.
        false if words.len() <= 3 => Likeness::Weak,
        false => return None,
    })
}

/// What names have in small letters.
const PARTICLES: [&str; 14] =
    ["de", "da", "do", "dos", "del", "della", "der", "den", "van", "von", "al", "el", "bin", "ibn"];

/// Whether `name` says that someone asks. `I2` and `Interviewer 1` do, too.
pub fn asks(name: &str) -> bool {
    let key = search_key(name);
    let key = key.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ' ' | '#' | '-' | '.' | ')'));
    ASKING.contains(&key)
}

/// `word` as the lists have it.
fn search_key(word: &str) -> String {
    let bare = word.trim_matches(|c: char| matches!(c, '.' | ',' | '،' | '"' | '\'') || is_mark(c));
    folded(bare, Keep::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words() {
        for name in [
            "Anna",
            "ANNA K.",
            "Dr. Anna van den Berg",
            "Researcher 1",
            "SPEAKER_00",
            "S00",
            "R1",
            "I",
            "Smith, John",
            "Anna (from home)",
            "O'Brien",
            "أحمد العلي",
            "م٤",
            "أم محمد",
            "ד\"ר משה לוי",
            "דנה כהן (משרד האוצר – אגף התקציבים)",
            "記者",
            "Speaker #2",
            "Анна Петровна",
        ] {
            assert!(likeness(name) >= Some(Likeness::Fair), "{name}");
        }
        for name in ["interviewee", "female participant", "Second woman", "speaker 1"] {
            assert!(likeness(name).is_some(), "{name}");
        }
        for name in [
            "",
            "12",
            "10:30",
            "http",
            "https",
            "Note",
            "NB",
            "N.B.",
            "e.g.",
            "Figure 3",
            "Table 1",
            "Date",
            "She said",
            "And then he told me",
            "He replied",
            "My father always kept saying",
            "The problem",
            "وقال",
            "قالت أمي",
            "وأضاف أحمد",
            "ملاحظة",
            "التاريخ",
            "We were afraid. We left",
            "حسنا. عندي أمران",
            "Was it?",
            "—",
            "(laughs)",
            "\"Come",
            "هو قال لي",
        ] {
            assert_eq!(likeness(name), None, "{name}");
        }
    }

    #[test]
    fn who_asks_is_known_in_several_languages() {
        for name in
            ["I", "int", "Interviewer 2", "I1", "Q", "RESEARCHER:", "الباحثة", "المُحاوِر", "מראיינת", "Enquêteur"]
        {
            assert!(asks(clean(name)), "{name}");
        }
        for name in ["Anna", "P1", "Interviewee", "A", "الأم"] {
            assert!(!asks(name), "{name}");
        }
    }

    #[test]
    fn the_lists_are_folded_as_they_are_looked_up() {
        for word in [ASKING, IN_SENTENCES, NOT_NAMES, OPENING].into_iter().flatten() {
            assert_eq!(search_key(word), *word);
        }
    }
}
