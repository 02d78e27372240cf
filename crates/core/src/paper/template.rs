//! Templates of attributions: words with fields in braces, such as "({profession}, {gender})".
//!
//! A field that has nothing to say goes with the sign that parts it from its neighbour and with the words that belong to
//! it ("wave {wave}"), and brackets around nothing go too.

/// A template, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template(Sequence);

/// Words and atoms in turn: always one more of the words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Sequence {
    words: Vec<String>,
    atoms: Vec<Atom>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Atom {
    /// The name of a field, as it is written between the braces.
    Field(String),
    /// What stands between brackets, and has a field in it.
    Group(char, Sequence, char),
}

/// What a field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Its words; empty for nothing.
    Words(String),
    /// There is no such field.
    Unknown,
}

/// How many brackets stand within one another at most; those within the innermost are characters like any other.
const DEEPEST: usize = 8;

/// What parts one field from the next; words on its other side belong to the fields.
const PARTING: &str = ",;:·|/–—،؛";

impl Template {
    /// Takes a template apart. A brace or bracket without its other half is a character like any other.
    pub fn new(template: &str) -> Template {
        let chars: Vec<char> = template.chars().collect();
        Template(sequence(&chars, 0))
    }

    /// The names of its fields in their order, as they are written; one that is there twice is named twice.
    pub fn fields(&self) -> Vec<&str> {
        fn of<'t>(sequence: &'t Sequence, names: &mut Vec<&'t str>) {
            for atom in &sequence.atoms {
                match atom {
                    Atom::Field(name) => names.push(name),
                    Atom::Group(_, inner, _) => of(inner, names),
                }
            }
        }
        let mut names = Vec::new();
        of(&self.0, &mut names);
        names
    }

    /// The template with its fields filled in. A field that is unknown stays as it is written, so that it is seen.
    pub fn fill(&self, field: &dyn Fn(&str) -> Said) -> String {
        filled(&self.0, field).unwrap_or_default()
    }
}

/// `depth`: how many brackets are around it.
fn sequence(chars: &[char], depth: usize) -> Sequence {
    let mut found = Sequence { words: vec![String::new()], atoms: Vec::new() };
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let atom = match rest[0] {
            '{' => field(rest).map(|(name, length)| (Atom::Field(name), length)),
            open @ ('(' | '[') if depth < DEEPEST => closing(rest).and_then(|end| {
                // It is looked into only if a group comes of it: else what is in many brackets is looked at ever again.
                let inside = &rest[1..end];
                has_field(inside).then(|| (Atom::Group(open, sequence(inside, depth + 1), rest[end]), end + 1))
            }),
            _ => None,
        };
        match atom {
            Some((atom, length)) => {
                found.atoms.push(atom);
                found.words.push(String::new());
                at += length;
            }
            None => {
                if let Some(words) = found.words.last_mut() {
                    words.push(rest[0]);
                }
                at += 1;
            }
        }
    }
    found
}

/// The name of the field at the start, and how long it is with its braces.
fn field(chars: &[char]) -> Option<(String, usize)> {
    let end = chars.iter().skip(1).position(|c| matches!(c, '{' | '}'))? + 1;
    let name: String = chars[1..end].iter().collect();
    (chars[end] == '}' && !name.trim().is_empty()).then(|| (name.trim().to_owned(), end + 1))
}

/// Whether there is a field anywhere in it.
fn has_field(chars: &[char]) -> bool {
    (0..chars.len()).any(|at| chars[at] == '{' && field(&chars[at..]).is_some())
}

/// Where the bracket is that closes the one at the start.
fn closing(chars: &[char]) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '(' => open.push(')'),
            '[' => open.push(']'),
            ')' | ']' if open.pop() != Some(*c) => return None,
            ')' | ']' if open.is_empty() => return Some(at),
            _ => {}
        }
    }
    None
}

/// What a sequence says; nothing if it has fields and all of them say nothing.
fn filled(sequence: &Sequence, field: &dyn Fn(&str) -> Said) -> Option<String> {
    let Sequence { words, atoms } = sequence;
    if atoms.is_empty() {
        return Some(words.concat());
    }
    let values: Vec<Option<String>> = atoms
        .iter()
        .map(|atom| match atom {
            Atom::Field(name) => match field(name) {
                Said::Words(words) => Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
                Said::Unknown => Some(format!("{{{name}}}")),
            },
            Atom::Group(open, inner, close) => filled(inner, field).map(|inner| format!("{open}{inner}{close}")),
        })
        .collect();
    if values.iter().all(Option::is_none) {
        return None;
    }
    // Ahead of the first and after the last field: what stands beyond a parting sign stays whatever they say.
    let (first, last) = (words.first()?, words.last()?);
    let (begin, own) = first.split_at(after_parting(first));
    let mut out = begin.to_owned();
    let mut own = own.to_owned();
    let mut parting = String::new();
    let mut said = false;
    for (n, value) in values.iter().enumerate() {
        let next = if n + 1 < atoms.len() { Between::of(&words[n + 1]) } else { Between::last(last) };
        if let Some(value) = value {
            if said {
                out.push_str(&parting);
            }
            out.push_str(&own);
            out.push_str(value);
            out.push_str(&next.of_last);
            said = true;
        }
        (parting, own) = (next.parting, next.of_next);
        if n + 1 == atoms.len() {
            out.push_str(&parting);
        }
    }
    Some(out)
}

/// Words between two fields: what belongs to the first one, what parts them, what belongs to the second one.
struct Between {
    of_last: String,
    parting: String,
    of_next: String,
}

impl Between {
    fn of(words: &str) -> Between {
        let part = |start: usize, end: usize| Between {
            of_last: words[..start].to_owned(),
            parting: words[start..end].to_owned(),
            of_next: words[end..].to_owned(),
        };
        match words.find(|c| PARTING.contains(c)) {
            Some(at) => part(words[..at].trim_end().len(), after_parting(words)),
            None => {
                let blank = words.len() - words.trim_start().len();
                part(0, blank)
            }
        }
    }

    /// What stands after the last field.
    fn last(words: &str) -> Between {
        let at = words.find(|c| PARTING.contains(c)).unwrap_or(words.len());
        Between { of_last: words[..at].to_owned(), parting: words[at..].to_owned(), of_next: String::new() }
    }
}

/// Where what parts ends, with the white space after it; 0 if nothing does.
fn after_parting(words: &str) -> usize {
    let Some((at, sign)) = words.char_indices().rfind(|(_, c)| PARTING.contains(*c)) else { return 0 };
    let rest = &words[at + sign.len_utf8()..];
    words.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fill(template: &str, known: &[(&str, &str)]) -> String {
        Template::new(template).fill(&|name| {
            let found = known.iter().find(|(known, _)| *known == name);
            found.map_or(Said::Unknown, |(_, words)| Said::Words((*words).to_owned()))
        })
    }

    #[test]
    fn what_says_nothing_goes_with_what_parts_it_from_its_neighbour() {
        let all = [("job", "Nurse"), ("sex", "female"), ("none", ""), ("wave", "3"), ("nil", " ")];
        for (template, expected) in [
            ("({job}, {sex})", "(Nurse, female)"),
            ("({job}, {none})", "(Nurse)"),
            ("({none}, {sex})", "(female)"),
            ("({job}, {none}, {sex})", "(Nurse, female)"),
            ("({none}, {nil})", ""),
            ("[{job}, wave {wave}]", "[Nurse, wave 3]"),
            ("[{none}, wave {wave}]", "[wave 3]"),
            ("[{job}, wave {none}]", "[Nurse]"),
            ("{job} ({sex}, {none})", "Nurse (female)"),
            ("{job} ({none}, {nil})", "Nurse"),
            ("{none} ({sex})", "(female)"),
            ("{wave} years, {sex}", "3 years, female"),
            ("{none} years, {sex}", "female"),
            ("{sex}, {none} years", "female"),
            ("{job} – {none} – {sex}", "Nurse – female"),
            ("Interview: {none} {sex}", "Interview: female"),
            ("({unheard}, {none})", "({unheard})"),
            ("no field", "no field"),
            ("(sic) {job}", "(sic) Nurse"),
            ("{job} {", "Nurse {"),
            ("({job}", "(Nurse"),
            ("{} {job}", "{} Nurse"),
            ("({job}، {none}، الموجة {wave})", "(Nurse، الموجة 3)"),
            ("", ""),
        ] {
            assert_eq!(fill(template, &all), expected, "{template}");
        }
        assert_eq!(Template::new("({a}, [{b}]) {a}").fields(), ["a", "b", "a"]);
    }

    #[test]
    fn brackets_within_brackets_take_no_time() {
        let nested = |inside: &str, levels| format!("{}{inside}{}", "(".repeat(levels), ")".repeat(levels));
        for template in [nested("", 40), nested("job", 40), nested("{job}", 40), nested("{", 40), nested("{ }", 400)] {
            let said = Template::new(&template).fill(&|_| Said::Unknown);
            assert_eq!(said, template);
        }
        let said = |levels| Template::new(&nested("{none}", levels)).fill(&|_| Said::Words(String::new()));
        assert_eq!((said(8).as_str(), said(40).as_str()), ("", ""));
    }

    proptest! {
        #[test]
        fn a_template_is_words_whose_fields_are_all_there(template in "[a-c{}()\\[\\], wه،]{0,30}") {
            let parsed = Template::new(&template);
            // With every field unknown it says just what is written, but for white space in braces.
            let same = |words: &str| words.replace(' ', "");
            let said = parsed.fill(&|_| Said::Unknown);
            prop_assert_eq!(same(&said), same(&template));
        }

        #[test]
        fn nothing_is_said_of_fields_that_say_nothing(template in "(\\{a\\}|\\{b\\}|[,;() x]){0,12}") {
            let parsed = Template::new(&template);
            if !parsed.fields().is_empty() {
                prop_assert_eq!(parsed.fill(&|_| Said::Words(String::new())), "");
            }
            let said = parsed.fill(&|name| Said::Words(if name == "a" { "A" } else { "" }.to_owned()));
            let fields = parsed.fields().iter().filter(|name| **name == "a").count();
            prop_assert_eq!(said.matches('A').count(), fields);
            prop_assert!(!said.contains("()") || template.contains("()"), "{}", said);
        }
    }
}
