use super::*;
use crate::text::samples::{any_text, short_text};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn edits(list: &[(u32, u32, &str)]) -> TextEdits {
    TextEdits::new(list.iter().map(|&(a, b, s)| TextEdit::replace(Span::new(a, b), s)).collect()).unwrap()
}

/// Positions before → after, each for both sides, checked there and through the inverse as well.
fn check_map(text: &str, list: &[(u32, u32, &str)], expected: &[(u32, u32, u32)]) {
    let edits = edits(list);
    let back = edits.inverse(text);
    assert_eq!(back.apply(&edits.apply(text)), text);
    for &(pos, before, after) in expected {
        for (side, to) in [(Side::Before, before), (Side::After, after)] {
            assert_eq!(edits.map(Pos(pos), side), Pos(to), "{list:?}: {pos} to {side:?}");
            assert_eq!(back.unmap(Pos(pos), side), Pos(to), "{list:?}: {pos} to {side:?} by the inverse");
        }
    }
}

// After the tables of prosemirror-transform's test-mapping.
#[test]
fn a_single_insertion() {
    check_map("0123456789", &[(2, 2, "abcd")], &[(0, 0, 0), (2, 2, 6), (3, 7, 7)]);
}

#[test]
fn a_single_removal() {
    check_map("0123456789", &[(2, 6, "")], &[(0, 0, 0), (2, 2, 2), (3, 2, 2), (6, 2, 2), (7, 3, 3)]);
}

#[test]
fn a_single_replacement() {
    check_map("0123456789", &[(2, 6, "abcd")], &[(0, 0, 0), (2, 2, 2), (4, 2, 6), (6, 6, 6), (8, 8, 8)]);
}

#[test]
fn several_edits_at_once() {
    check_map(
        "0123456789",
        &[(1, 1, "é😀"), (3, 5, ""), (8, 9, "كلمة")],
        &[(0, 0, 0), (1, 1, 3), (2, 4, 4), (3, 5, 5), (4, 5, 5), (5, 5, 5), (8, 8, 8), (9, 12, 12), (10, 13, 13)],
    );
}

#[test]
fn spans_keep_their_words() {
    let text = "He was afraid of them.";
    for (list, span, words) in [
        (vec![(7, 7, "very ")], (7, 13), "afraid"),
        (vec![(13, 13, " (yes)")], (7, 13), "afraid"),
        (vec![(9, 9, "-x-")], (7, 13), "af-x-raid"),
        (vec![(7, 13, "scared")], (7, 13), "scared"),
        (vec![(8, 9, "ff")], (7, 13), "affraid"),
        (vec![(3, 9, "w. ")], (7, 13), "raid"),
        (vec![(3, 17, "…")], (7, 13), ""),
        (vec![(7, 7, "x")], (7, 7), ""),
    ] {
        let edits = edits(&list);
        let after = edits.apply(text);
        let mapped = edits.map_span(Span::new(span.0, span.1));
        assert_eq!(TextIndex::new(&after).slice(&after, mapped), words, "{list:?}");
        assert_eq!(edits.inverse(text).unmap_span(Span::new(span.0, span.1)), mapped);
    }
}

#[test]
fn touching_edits_become_one_and_overlapping_ones_are_refused() {
    let joined = edits(&[(5, 8, "b"), (5, 5, "a"), (8, 8, "c"), (8, 8, "d"), (1, 1, "")]);
    assert_eq!(joined.as_slice(), [TextEdit::replace(Span::new(5, 8), "abcd")]);
    let overlap = TextEdits::new(vec![TextEdit::remove(Span::new(0, 4)), TextEdit::remove(Span::new(3, 5))]);
    assert_eq!(overlap, Err(TextEditsError::Overlap(Span::new(3, 5))));
    let backwards = Span { start: Pos(2), end: Pos(1) };
    assert_eq!(TextEdits::one(TextEdit::remove(backwards)), Err(TextEditsError::Backwards(backwards)));
    let long = TextEdits::one(TextEdit::insert(Pos(u32::MAX), "ab"));
    assert_eq!(long, Err(TextEditsError::TooLong));
}

#[test]
fn stored_edits_are_checked_when_read() {
    let edits = edits(&[(1, 3, "x"), (5, 5, "لا")]);
    let json = serde_json::to_string(&edits).unwrap();
    assert_eq!(json, r#"[{"range":{"start":1,"end":3},"insert":"x"},{"range":{"start":5,"end":5},"insert":"لا"}]"#);
    assert_eq!(serde_json::from_str::<TextEdits>(&json).unwrap(), edits);
    let wrong = r#"[{"range":{"start":1,"end":3},"insert":""},{"range":{"start":2,"end":4},"insert":""}]"#;
    assert!(serde_json::from_str::<TextEdits>(wrong).unwrap_err().to_string().contains("overlap"));
}

#[test]
fn edits_past_the_end_are_told_and_harmless() {
    let edits = edits(&[(1, 9, "x"), (20, 30, "y")]);
    assert!(!edits.fits(3));
    assert_eq!(edits.apply("abc"), "axy");
}

/// Edits that fit a text of `length`, from any numbers.
fn fit(length: u32, raw: Vec<(u32, u32, String)>) -> TextEdits {
    let mut cuts = BTreeMap::new();
    for (a, b, insert) in raw {
        let start = a % (length + 1);
        cuts.entry(start).or_insert((b % 6, insert));
    }
    let starts: Vec<u32> = cuts.keys().copied().collect();
    let list = cuts.into_iter().enumerate().map(|(i, (start, (len, insert)))| {
        let limit = starts.get(i + 1).copied().unwrap_or(length);
        TextEdit::replace(Span::new(start, (start + len).min(limit)), insert)
    });
    TextEdits::new(list.collect()).unwrap()
}

fn raw_edits() -> impl Strategy<Value = Vec<(u32, u32, String)>> {
    prop::collection::vec((any::<u32>(), any::<u32>(), short_text()), 0..12)
}

fn length(text: &str) -> u32 {
    text.chars().count() as u32
}

proptest! {
    #[test]
    fn what_is_outside_of_edits_stays_the_same_both_ways(before in any_text(), raw in raw_edits()) {
        let edits = fit(length(&before), raw);
        let after = edits.apply(&before);
        prop_assert_eq!(i64::from(length(&after)), i64::from(length(&before)) + edits.growth());
        let (old, new) = (TextIndex::new(&before), TextIndex::new(&after));
        let mut at = Pos(0);
        let ends = edits.as_slice().iter().map(|e| (e.range.start, e.range.end)).chain([(old.end(), old.end())]);
        for (start, end) in ends {
            let kept = Span { start: at, end: start };
            prop_assert_eq!(new.slice(&after, edits.map_span(kept)), old.slice(&before, kept));
            if !kept.is_empty() {
                prop_assert_eq!(edits.unmap_span(edits.map_span(kept)), kept);
            }
            at = end;
        }
    }

    #[test]
    fn the_inverse_undoes_and_maps_back(before in any_text(), raw in raw_edits(), p in any::<u32>()) {
        let edits = fit(length(&before), raw);
        let after = edits.apply(&before);
        let back = edits.inverse(&before);
        prop_assert_eq!(back.apply(&after), before.clone());
        prop_assert_eq!(back.inverse(&after), edits.clone());
        let pos = Pos(p % (length(&after) + 1));
        for side in [Side::Before, Side::After] {
            prop_assert_eq!(back.map(pos, side), edits.unmap(pos, side));
        }
    }

    #[test]
    fn mapping_keeps_the_order(before in any_text(), raw in raw_edits()) {
        let edits = fit(length(&before), raw);
        let end = length(&edits.apply(&before));
        let mut last = Pos(0);
        for p in 0..=length(&before) {
            let (a, b) = (edits.map(Pos(p), Side::Before), edits.map(Pos(p), Side::After));
            prop_assert!(last <= a && a <= b && b.0 <= end);
            last = a;
        }
    }

    #[test]
    fn composed_is_one_after_another(before in any_text(), one in raw_edits(), two in raw_edits()) {
        let first = fit(length(&before), one);
        let between = first.apply(&before);
        let second = fit(length(&between), two);
        let both = compose(&first, &second).unwrap();
        prop_assert_eq!(both.apply(&before), second.apply(&between));
        prop_assert_eq!(both.growth(), first.growth() + second.growth());
        let nothing = TextEdits::default();
        prop_assert_eq!(compose(&nothing, &first), Ok(first.clone()));
        prop_assert_eq!(compose(&first, &nothing), Ok(first));
    }
}
