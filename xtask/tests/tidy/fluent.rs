//! Every message exists in every language, with the same variables and attributes, and is shown somewhere.
use crate::{files, none};
use std::collections::{BTreeMap, BTreeSet};

/// Per message (`name` or `name.attribute`) the variables that it takes.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads the messages of one Fluent file; a name that stands twice is a complaint.
fn messages(path: &str, text: &str, into: &mut Messages, complaints: &mut Vec<String>) {
    let mut message = String::new();
    let mut current = String::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        let start = match line.trim_start().strip_prefix('.') {
            Some(attribute) if indented => {
                attribute.split_once('=').map(|(name, _)| format!("{message}.{}", name.trim()))
            }
            _ if !indented && !line.starts_with('}') => {
                message = line.split('=').next().unwrap_or_default().trim().to_owned();
                Some(message.clone())
            }
            _ => None,
        };
        if let Some(name) = start {
            if into.insert(name.clone(), BTreeSet::new()).is_some() {
                complaints.push(format!("{path}:{}: `{name}` stands twice", index + 1));
            }
            current = name;
        }
        if let Some(variables) = into.get_mut(&current) {
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect()
            }));
        }
    }
}

fn differences(language: &str, messages: &Messages, reference: &Messages) -> Vec<String> {
    let mut found = Vec::new();
    for (name, variables) in reference {
        match messages.get(name) {
            None => found.push(format!("{language}: `{name}` is missing")),
            // A plural form or two may leave a number out, but no message may take a variable that is not passed.
            Some(own) if own != variables => {
                found.push(format!("{language}: `{name}` takes {own:?}, in English {variables:?}"));
            }
            Some(_) => {}
        }
    }
    let more = messages.keys().filter(|name| !reference.contains_key(*name));
    found.extend(more.map(|name| format!("{language}: `{name}` does not exist in English")));
    found
}

#[test]
fn every_message_stands_in_every_language_with_the_same_variables() {
    let mut languages: BTreeMap<String, Messages> = BTreeMap::new();
    let mut complaints = Vec::new();
    for (path, text) in files("src/i18n", ".ftl") {
        let language = path.split('/').nth(2).unwrap_or_default().trim_end_matches(".ftl").to_owned();
        messages(&path, &text, languages.entry(language).or_default(), &mut complaints);
    }
    if let Some(english) = languages.get("en") {
        for (language, messages) in &languages {
            complaints.extend(differences(language, messages, english));
        }
        assert!(languages.len() > 1, "English and Arabic are there from the start");
    } else {
        assert!(languages.is_empty(), "messages without English: {:?}", languages.keys());
    }
    none(complaints);
}

/// What stands between `before` and the next `after`, wherever `before` stands and is no part of a longer name.
fn between<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    let places = text.match_indices(before);
    let whole =
        places.filter(|(at, _)| !text[..*at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'));
    whole.filter_map(|(at, _)| text[at + before.len()..].split(after).next()).collect()
}

/// Messages that no source names, neither whole nor by the beginning that `message(&format!("beginning-{}"` or `message_in(lang, …` gives,
/// and names in `tr!` that no message has.
fn unmatched<'a>(names: impl Iterator<Item = &'a String>, sources: &[(String, String)]) -> Vec<String> {
    let names: BTreeSet<&str> = names.map(String::as_str).filter(|name| !name.contains('.')).collect();
    let mut found = Vec::new();
    let mut beginnings: Vec<&str> = Vec::new();
    for (path, text) in sources {
        for way in ["message(&format!(\"", "message_in(lang, &format!(\""] {
            beginnings.extend(between(text, way, '{'));
        }
        let missing = between(text, "tr!(\"", '"').into_iter().filter(|name| !names.contains(name));
        found.extend(missing.map(|name| format!("{path}: there is no message `{name}`")));
    }
    for name in names {
        let whole = format!("\"{name}\"");
        if !beginnings.iter().any(|start| name.starts_with(start))
            && !sources.iter().any(|(_, text)| text.contains(&whole))
        {
            found.push(format!("`{name}` is used nowhere; delete it"));
        }
    }
    found
}

#[test]
fn every_message_is_used_and_every_name_has_a_message() {
    let (mut english, mut complaints) = (Messages::new(), Vec::new());
    for (path, text) in files("src/i18n/en", ".ftl") {
        messages(&path, &text, &mut english, &mut complaints);
    }
    none(unmatched(english.keys(), &files("src", ".rs")));
}

#[test]
fn unused_and_missing_messages_are_seen() {
    let names = ["open", "open.title", "did-that", "close"].map(str::to_owned);
    let source = r#"include_str!("x"), tr!("open"), tr!("shut", n = 1), message(&format!("did-{}", 1), None)"#;
    let found = unmatched(names.iter(), &[("x.rs".to_owned(), source.to_owned())]);
    assert_eq!(found, ["x.rs: there is no message `shut`", "`close` is used nowhere; delete it"]);
}

#[test]
fn the_rule_itself_sees_what_it_should() {
    let mut complaints = Vec::new();
    let read = |text: &str, complaints: &mut Vec<String>| {
        let mut into = Messages::new();
        messages("x.ftl", text, &mut into, complaints);
        into
    };
    let english =
        "# words\nopen = Open\n    .title = Open { $name }\ncount = { $n ->\n    [one] one\n   *[other] { $n }\n}\n";
    let english = read(english, &mut complaints);
    assert_eq!(english.keys().collect::<Vec<_>>(), ["count", "open", "open.title"]);
    let other = read("open = Auf\n    .title = Auf { $file }\nmore = Mehr\n", &mut complaints);
    assert_eq!(complaints, Vec::<String>::new());
    assert_eq!(differences("de", &other, &english).len(), 3);
    read("a = 1\na = 2\n", &mut complaints);
    assert_eq!(complaints.len(), 1);
}
