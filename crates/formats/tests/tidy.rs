//! Tidying on texts with what is usual in text copied out of PDFs. Each folder in `tests/tidy` is a case: `input.txt`,
//! what all rules make of it (`expected.txt`), what they take out (`removals.txt`), and which rules are suggested
//! (`suggested.txt`). `EMIC_BLESS=1 cargo test -p emic-formats` writes the results anew, to be read before committing.

#![allow(clippy::unwrap_used)] // A missing fixture must fail the test.

use std::fs;
use std::path::{Path, PathBuf};

use emic_core::text::{Side, Text, canonical};
use emic_formats::tidy::{Rule, RuleSet, Tidied, suggest, tidy};

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tidy");
    let mut all: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    assert!(all.len() >= 15, "cases are missing");
    all
}

fn input(case: &Path) -> String {
    canonical(&fs::read_to_string(case.join("input.txt")).unwrap()).into_owned()
}

fn name(rule: Rule) -> String {
    format!("{rule:?}")
}

fn listed(tidied: &Tidied) -> String {
    tidied.removals.iter().map(|r| format!("{} {:?}\n", name(r.rule), r.removed)).collect()
}

#[test]
fn every_case_comes_out_as_expected() {
    let bless = std::env::var_os("EMIC_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let text = input(&case);
        let tidied = tidy(&text, RuleSet::ALL);
        let results = [
            ("expected.txt", tidied.edits.apply(&text)),
            ("removals.txt", listed(&tidied)),
            ("suggested.txt", suggest(&text).iter().map(|rule| name(rule) + "\n").collect()),
        ];
        for (file, result) in results {
            let path = case.join(file);
            if bless {
                fs::write(path, result).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != result {
                wrong.push(format!("{}:\n{result}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_stays_as_it_is_when_tidied_again() {
    for case in cases() {
        let text = input(&case);
        let once = tidy(&text, RuleSet::ALL).edits.apply(&text);
        let again = tidy(&once, RuleSet::ALL);
        assert_eq!(again.edits.apply(&once), once, "{}", case.display());
    }
}

#[test]
fn removals_are_what_was_there_and_every_rule_can_be_off() {
    for case in cases() {
        let text = Text::new(input(&case));
        for off in Rule::ALL {
            let tidied = tidy(text.as_str(), RuleSet::ALL.without(off));
            assert_eq!(tidied.count(off), 0, "{off:?} in {}", case.display());
            assert!(tidied.removals.iter().all(|r| r.rule != off));
            assert!(tidied.removals.iter().all(|r| text.slice(r.range) == r.removed));
        }
        assert!(tidy(text.as_str(), RuleSet::NONE).edits.is_empty());
    }
}

#[test]
fn words_are_found_again_on_the_other_side() {
    for case in cases() {
        let text = Text::new(input(&case));
        let tidied = tidy(text.as_str(), RuleSet::ALL);
        let after = Text::new(tidied.edits.apply(text.as_str()));
        let mut at = after.as_str();
        let mut start = 0u32;
        while let Some(word) = at.split_whitespace().next() {
            let skipped = at.find(word).unwrap();
            let from = start + at[..skipped].chars().count() as u32;
            let to = from + word.chars().count() as u32;
            let (a, b) = (
                tidied.edits.unmap(emic_core::text::Pos(from), Side::After),
                tidied.edits.unmap(emic_core::text::Pos(to), Side::Before),
            );
            let before = text.slice(emic_core::text::Span::between(a, b));
            let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            // The word, but for a hyphen that was dropped in it and page furniture that stood within it.
            let cut: String = tidied
                .removals
                .iter()
                .filter(|r| a <= r.range.start && r.range.end <= b)
                .map(|r| r.removed.as_str())
                .collect();
            assert_eq!(
                visible(before).chars().count(),
                visible(word).chars().count() + visible(&cut).chars().count(),
                "{word:?} was {before:?}"
            );
            start = to;
            at = &at[skipped + word.len()..];
        }
    }
}

fn tidied(text: &str, rules: &[Rule]) -> String {
    tidy(text, rules.iter().copied().collect()).edits.apply(text)
}

/// Prose around a line end that is looked at, so that the text is seen to be wrapped.
const WRAPPED: &str = "\nThe boat came back in the evening and the children ran down to\nthe pier to see who was on it, but nobody had come, only letters\nand a sack of flour that had been ordered for the school before\nthe winter.\n";

#[test]
fn hyphens_go_or_stay_by_what_the_text_says_elsewhere() {
    for (end, elsewhere, expected) in [
        ("a long conver-\nsation", "", "a long conversation"),
        ("the health-\ncare of them", "Good healthcare matters.", "the healthcare of them"),
        ("the health-\ncare of them", "Good health-care matters.", "the health-care of them"),
        ("the harbour-\nmaster said", "A harbour, and a master.", "the harbour-master said"),
        ("state-of-\nthe-art ships", "", "state-of-the-art ships"),
        ("some-\ntimes we swam", "He had some good times.", "sometimes we swam"),
        ("with Al-\nKhouri we went", "", "with Al-Khouri we went"),
        ("pre-\nand postwar ships", "", "pre- and postwar ships"),
        ("soft\u{ad}\nware was new", "", "software was new"),
        ("from 1999–\n2004 we swam", "", "from 1999–2004 we swam"),
    ] {
        let text = format!(
            "In those years we had seen so much of it that {end} with the others\nto the far side of the bay every day.\n{WRAPPED}\n{elsewhere}\n"
        );
        let result = tidied(&text, &[Rule::JoinWrappedLines, Rule::UndoHyphens]);
        assert!(result.contains(&format!("that {expected} with")), "{end:?}:\n{result}");
    }
}

#[test]
fn without_joining_the_rest_of_a_word_goes_up() {
    let text = format!(
        "{WRAPPED}In those years we had seen so much of it that a long conver-\nsation, as they say, was better than a short one and we never\nhad to hurry.\n"
    );
    let result = tidied(&text, &[Rule::UndoHyphens]);
    assert!(
        result.contains("that a long conversation,\nas they say, was better than a short one and we never\nhad"),
        "{result}"
    );
}

#[test]
fn a_space_after_a_hyphen_goes_only_where_all_hyphens_have_one() {
    let pdf = "We used in- depth talks with non- state groups about self- help, pre- and post-war, every day.\n";
    assert_eq!(
        tidied(pdf, &[Rule::UndoHyphens]),
        pdf.replace("in- d", "in-d").replace("n- s", "n-s").replace("f- h", "f-h")
    );
    let speech = "I was- I went home. She said- well, he knew- they all came- no, it was a far-off, well-kept, half-empty place.\n";
    assert_eq!(tidied(speech, &[Rule::UndoHyphens]), speech);
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    const LINES: &[&str] = &[
        "",
        "",
        " ",
        "\u{c}",
        "\u{c}Header 3",
        "12",
        "13",
        "Page 4 of 9",
        "INTRODUCTION",
        "I: yes",
        "P1: and then we left the house with",
        "the others, who had been waiting for a long time in the rain-",
        "soaked garden of the old school, as if it had been a mis-",
        "take",
        "• item",
        "3. Third",
        "(laughs)",
        "  indented and  spaced  ",
        "كان الجميع ينتظرون في الحديقة منذ الصباح الباكر ولم يكن",
        "أحد يعرف ما سيحدث.",
        "👩🏽‍⚕️ e\u{301}",
        "© 2020 A. All rights reserved.",
        "on M",
        "ay 3, 2022 by guest. P",
        "rotected by copyright.",
        "D",
        "ownloaded from",
        "Downloaded from http://x.org on 3 May",
        "4Smith A, et al. J 2021;1:e1. doi:10.1/2",
        "a- b c- d e- f",
        "-",
        "a-",
        "b-\u{a0}",
        "x-\u{ad}",
        "\u{200f}",
        "–",
        ":",
        "\r",
        "\u{feff}",
    ];

    fn any_lines() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => prop::collection::vec(prop::sample::select(LINES), 0..60).prop_map(|lines| lines.join("\n")),
            1 => "(.|\n){0,200}",
            1 => prop::collection::vec("[a-c\u{c} -]{0,6}", 0..30).prop_map(|lines| lines.join("\n")),
        ]
    }

    proptest! {
        #[test]
        fn nothing_visible_changes_but_what_is_listed(text in any_lines(), rules in prop::collection::vec(prop::sample::select(&Rule::ALL[..]), 0..6)) {
            let rules: RuleSet = rules.into_iter().collect();
            let tidied = tidy(&text, rules);
            let mut kept = String::new();
            let mut at = 0;
            let whole = Text::new(text.as_str());
            for removal in &tidied.removals {
                prop_assert!(rules.has(removal.rule));
                prop_assert_eq!(whole.slice(removal.range), removal.removed.as_str());
                prop_assert!(removal.range.start.0 >= at);
                kept.push_str(whole.slice(emic_core::text::Span::new(at, removal.range.start.0)));
                at = removal.range.end.0;
            }
            kept.push_str(whole.slice(emic_core::text::Span::new(at, whole.len())));
            let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&tidied.edits.apply(&text)), visible(&kept));
            prop_assert!(tidied.edits.fits(whole.len()));
            suggest(&text);
        }
    }
}
