//! Styles know no left and right: the page mirrors itself for Arabic.
use crate::{files, none};
use std::collections::{BTreeMap, BTreeSet};

/// Physical properties and what to write instead.
const PHYSICAL: [(&str, &str); 22] = [
    ("margin-left", "margin-inline-start"),
    ("margin-right", "margin-inline-end"),
    ("padding-left", "padding-inline-start"),
    ("padding-right", "padding-inline-end"),
    ("border-left", "border-inline-start"),
    ("border-right", "border-inline-end"),
    ("border-left-color", "border-inline-start-color"),
    ("border-right-color", "border-inline-end-color"),
    ("border-left-width", "border-inline-start-width"),
    ("border-right-width", "border-inline-end-width"),
    ("border-left-style", "border-inline-start-style"),
    ("border-right-style", "border-inline-end-style"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("scroll-margin-left", "scroll-margin-inline-start"),
    ("scroll-margin-right", "scroll-margin-inline-end"),
    ("scroll-padding-left", "scroll-padding-inline-start"),
    ("scroll-padding-right", "scroll-padding-inline-end"),
];

fn complaints(path: &str, css: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, line) in without_comments(css).lines().enumerate() {
        for declaration in line.split(['{', ';', '}']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim(), value.trim().trim_end_matches("!important").trim());
            let place = format!("{path}:{}", index + 1);
            if let Some((_, instead)) = PHYSICAL.iter().find(|(physical, _)| *physical == property) {
                found.push(format!("{place}: `{property}` does not mirror; write `{instead}`"));
            }
            let sided = ["text-align", "float", "clear"].contains(&property) && ["left", "right"].contains(&value);
            if sided {
                found.push(format!(
                    "{place}: `{property}: {value}` does not mirror; write `start`/`end` (`inline-start`)"
                ));
            }
        }
        if line.contains("http:") || line.contains("https:") || line.contains("@import") {
            found.push(format!("{path}:{}: styles load nothing from elsewhere", index + 1));
        }
    }
    found
}

/// The text with comments blanked, lines kept.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.extend(comment.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[test]
fn styles_have_no_physical_directions() {
    let sheets = files("styles", ".css");
    assert!(!sheets.is_empty());
    none(sheets.iter().flat_map(|(path, css)| complaints(path, css)).collect());
}

#[test]
fn every_sheet_is_on_the_page() {
    let (_, page) = files("", "index.html").into_iter().find(|(path, _)| path == "index.html").unwrap();
    let linked = |path: &str| page.contains(&format!("<link data-trunk rel=\"css\" href=\"{path}\">"));
    none(files("styles", ".css").into_iter().map(|(path, _)| path).filter(|path| !linked(path)).collect());
}

/// Classes that a rule is about on their own (`.name {`), each with the sheets that have one.
fn blocks(sheets: &[(String, String)]) -> BTreeMap<String, BTreeSet<&str>> {
    let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (path, css) in sheets {
        let css = without_comments(css);
        for before in css.split('{') {
            let selector = before.rsplit(['{', '}', ';']).next().unwrap_or_default().trim();
            let Some(name) = selector.strip_prefix('.') else { continue };
            if name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)) {
                found.entry(name.to_owned()).or_default().insert(path);
            }
        }
    }
    found
}

#[test]
fn no_two_sheets_mean_different_things_by_one_class() {
    let sheets = files("styles", ".css");
    let twice = blocks(&sheets).into_iter().filter(|(_, sheets)| sheets.len() > 1);
    none(twice.map(|(name, sheets)| format!("`.{name}` is defined in {sheets:?}: name it after its screen")).collect());
}

#[test]
fn a_class_in_two_sheets_is_seen() {
    let sheets = [
        ("a.css", ".x { a: b }\n.y .x { a: b; }\n.z { c: d }"),
        ("b.css", "@media p {\n  .x { a: b }\n}\n.z:hover {}"),
    ];
    let sheets = sheets.map(|(path, css)| (path.to_owned(), css.to_owned()));
    let found = blocks(&sheets);
    assert_eq!(found["x"].len(), 2);
    assert_eq!(found["z"].len(), 1);
}

#[test]
fn the_rule_itself_sees_what_it_should() {
    let bad = "a {\n  margin-left: 1px; text-align: right !important;\n}\nb { left: 0 }\n@import 'x.css';";
    assert_eq!(complaints("x.css", bad).len(), 4);
    let good =
        "/* left: 0; */ .left { inset-inline-start: 0; text-align: start; justify-content: left }\na:hover { top: 0 }";
    assert_eq!(complaints("x.css", good), Vec::<String>::new());
}
