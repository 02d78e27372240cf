//! The codebook can be reworked without fear: no quotation is lost or doubled, and all can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use emic_core::edit::{CodeField, Edit, apply};
use emic_core::ids::{CodeId, CodingId, DocumentId, QuotationId};
use emic_core::project::{CodeText, Colour, Project};
use emic_core::text::{Quote, Span, Text};
use proptest::prelude::*;

use crate::generate::{WORDS, groundwork, stamp, start};
use crate::sound::faults;

const CODES: u128 = 8;
const QUOTATIONS: u128 = 10;

/// Eight codes in a tree and ten quotations with several of them each, every coding with a comment and a weight.
fn study(tree: &[u128], coded: &[Vec<u128>]) -> Project {
    let document = DocumentId::from_number(1);
    let mut edits: Vec<Edit> =
        groundwork().into_iter().filter(|edit| matches!(edit, Edit::AddFolder { .. } | Edit::AddDocument(_))).collect();
    for n in 1..=CODES {
        let parent = tree.get(n as usize - 1).copied().filter(|parent| *parent < n && *parent > 0);
        let (id, name) = (CodeId::from_number(n), format!("Code {}", n % 3));
        let parent = parent.map(CodeId::from_number);
        let add = |name| Edit::AddCode { id, name, parent, before: None, colour: Colour::nth(0) };
        edits.extend([add(format!("{name} {n}"))]);
        let field = CodeField::Text(CodeText::Definition, format!("What {n} is."));
        edits.push(Edit::SetCodeField { id, field, why: String::new() });
    }
    for n in 1..=QUOTATIONS {
        let (id, span) = (QuotationId::from_number(n), Span::new(n as u32, n as u32 + 9));
        let quote = Quote::of(&Text::new(WORDS), span);
        edits.push(Edit::MarkQuotation { id, document, span, quote });
        for code in coded.get(n as usize - 1).into_iter().flatten().collect::<BTreeSet<_>>() {
            let (coding, code) = (CodingId::from_number(n * 100 + code), CodeId::from_number(*code));
            edits.push(Edit::ApplyCode { id: coding, document, quotation: id, code });
            let comment = format!("why {}", coding.0.as_u128());
            edits.push(Edit::CommentCoding { id: coding, document, quotation: id, comment });
            let weight = Some((n * 7) as u8);
            edits.push(Edit::WeighCoding { id: coding, document, quotation: id, weight });
        }
    }
    edits
        .iter()
        .fold((**start().project()).clone(), |project, edit| apply(&project, edit, stamp(0)).expect("it can be done").0)
}

/// Codes, comments, and the heaviest weight.
type OnIt = (Vec<CodeId>, BTreeSet<String>, Option<u8>);

/// What is on each quotation: its codes, and all that was said of them.
fn on_quotations(project: &Project) -> BTreeMap<QuotationId, OnIt> {
    let all = project.quotations.values().flat_map(|list| list.iter().cloned().collect::<Vec<_>>());
    all.map(|quotation| {
        let codes = quotation.codings.iter().map(|coding| coding.code).collect();
        let said = quotation.codings.iter().flat_map(|coding| coding.comment.lines().map(str::to_owned)).collect();
        let weight = quotation.codings.iter().filter_map(|coding| coding.weight).max();
        (quotation.id, (codes, said, weight))
    })
    .collect()
}

fn code(n: u128) -> CodeId {
    CodeId::from_number(n)
}

#[derive(Debug, Clone)]
enum Rework {
    Merge(u128, Vec<u128>, bool),
    /// One code's quotations, sorted: the n-th into the n-th of these, or left where it is.
    Split(u128, Vec<Option<u128>>),
    Move(u128, Option<u128>),
    List(u128, Vec<u128>),
}

fn rework() -> impl Strategy<Value = Rework> {
    let n = || 1..=CODES;
    prop_oneof![
        (n(), prop::collection::vec(n(), 1..4), any::<bool>())
            .prop_map(|(into, from, join)| Rework::Merge(into, from, join)),
        (n(), prop::collection::vec(prop::option::of(n()), 0..6)).prop_map(|(from, to)| Rework::Split(from, to)),
        (n(), prop::option::of(n())).prop_map(|(id, parent)| Rework::Move(id, parent)),
        (n(), prop::collection::vec(n(), 0..3)).prop_map(|(id, also)| Rework::List(id, also)),
    ]
}

fn edits(project: &Project, rework: &Rework) -> Vec<Edit> {
    match rework {
        Rework::Merge(into, from, join) => {
            let from = from.iter().copied().map(code).collect();
            vec![Edit::MergeCodes { into: code(*into), from, join: *join, why: "too near".into() }]
        }
        Rework::Split(from, to) => {
            let from = code(*from);
            let of_it = project.quotations.values().flat_map(|list| list.iter());
            let of_it: Vec<_> = of_it.filter(|q| q.coding_of(from).is_some()).map(|q| (q.document, q.id)).collect();
            let sorted = of_it.into_iter().zip(to).filter_map(|(quotation, to)| Some((quotation, code((*to)?))));
            sorted.map(|(quotation, to)| Edit::MoveCodings { from, to, quotations: vec![quotation] }).collect()
        }
        Rework::Move(id, parent) => vec![Edit::MoveCode { id: code(*id), parent: parent.map(code), before: None }],
        Rework::List(id, also) => {
            let field = CodeField::AlsoUnder(also.iter().copied().map(code).collect());
            vec![Edit::SetCodeField { id: code(*id), field, why: String::new() }]
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn rework_loses_and_doubles_nothing_and_is_taken_back_exactly(
        tree in prop::collection::vec(0..CODES, CODES as usize),
        coded in prop::collection::vec(prop::collection::vec(1..=CODES, 0..5), QUOTATIONS as usize),
        reworks in prop::collection::vec(rework(), 1..12),
    ) {
        let mut project = study(&tree, &coded);
        let mut states = Vec::new();
        // Which code each code has become.
        let mut now: BTreeMap<CodeId, CodeId> = project.codes.keys().map(|id| (*id, *id)).collect();
        let first = on_quotations(&project);
        let mut split = false;
        for rework in &reworks {
            for edit in edits(&project, rework) {
                let Ok((after, change)) = apply(&project, &edit, stamp(7)) else { continue };
                if let Edit::MergeCodes { into, from, .. } = &edit {
                    for became in now.values_mut().filter(|became| from.contains(became)) {
                        *became = *into;
                    }
                    for gone in from {
                        prop_assert!(!after.codes.contains(gone));
                    }
                }
                split |= matches!(edit, Edit::MoveCodings { .. });
                prop_assert_eq!(change.undo(&after), project.clone());
                prop_assert_eq!(change.redo(&project), after.clone());
                prop_assert_eq!(faults(&after), Vec::<String>::new());
                states.push((project, change));
                project = after;
            }
        }
        let last = on_quotations(&project);
        prop_assert_eq!(first.keys().collect::<Vec<_>>(), last.keys().collect::<Vec<_>>(), "each quotation once");
        for (id, (codes, said, weight)) in &last {
            let (before, said_before, weight_before) = &first[id];
            prop_assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "a code twice");
            prop_assert_eq!(codes.is_empty(), before.is_empty(), "coded as before");
            prop_assert!(said.is_superset(said_before), "what was said stays");
            prop_assert!(weight == weight_before);
            if !split {
                let expected: BTreeSet<CodeId> = before.iter().map(|code| now[code]).collect();
                prop_assert_eq!(&codes.iter().copied().collect::<BTreeSet<_>>(), &expected);
            }
        }
        while let Some((before, change)) = states.pop() {
            project = change.undo(&project);
            prop_assert_eq!(&project, &before);
        }
    }
}

#[test]
fn a_merge_takes_texts_examples_children_and_references_over() {
    let tree = [0, 1, 2, 1, 0, 0, 0, 0];
    let project = study(&tree, &[vec![2, 3], vec![3], vec![2]]);
    let also = |id, codes: &[u128]| Edit::SetCodeField {
        id: code(id),
        field: CodeField::AlsoUnder(codes.iter().copied().map(code).collect()),
        why: String::new(),
    };
    let key = Edit::SetCodeField { id: code(2), field: CodeField::Key(Some('K')), why: String::new() };
    let edits = [also(5, &[2, 3]), key];
    let project = edits.iter().fold(project, |project, edit| apply(&project, edit, stamp(0)).unwrap().0);
    // Code 3 stands below 2, which goes into it, and 2 below 1, which goes too.
    let merge = |join| Edit::MergeCodes { into: code(3), from: vec![code(2), code(1)], join, why: "one idea".into() };
    let (merged, change) = apply(&project, &merge(true), stamp(9)).unwrap();
    let kept = &merged.codes.get(&code(3)).unwrap();
    assert_eq!(kept.parent, None);
    assert_eq!(kept.definition, "What 3 is.\n\nWhat 2 is.\n\nWhat 1 is.");
    assert_eq!(kept.sheet.former[0].words, "What 3 is.");
    assert_eq!((kept.sheet.former[0].why.as_str(), kept.sheet.former[0].replaced), ("one idea", stamp(9)));
    assert_eq!(kept.sheet.key, Some('K'));
    assert_eq!(merged.codes.get(&code(4)).unwrap().parent, Some(code(3)), "a child comes along");
    assert_eq!(merged.codes.get(&code(5)).unwrap().sheet.also_under, [code(3)], "listed once");
    assert_eq!(change.action.details["codings"], "2");
    let (merged, _) = apply(&project, &merge(false), stamp(9)).unwrap();
    assert_eq!(merged.codes.get(&code(3)).unwrap().definition, "What 3 is.");
}

#[test]
fn each_wording_of_a_definition_is_kept_with_who_when_and_why() {
    let project = study(&[], &[]);
    let set = |words: &str, why: &str| Edit::SetCodeField {
        id: code(1),
        field: CodeField::Text(CodeText::Definition, words.into()),
        why: why.into(),
    };
    let (project, _) = apply(&project, &set(" Something else. ", "after the pilot"), stamp(5)).unwrap();
    let (project, _) = apply(&project, &set("Something else.", ""), stamp(6)).unwrap();
    let define = Edit::DefineCode { id: code(1), definition: "A third.".into() };
    let (project, _) = apply(&project, &define, stamp(7)).unwrap();
    let former: Vec<_> = project.codes.get(&code(1)).unwrap().sheet.former.clone();
    let told: Vec<_> = former.iter().map(|f| (f.words.as_str(), f.why.as_str(), f.replaced.at.0)).collect();
    assert_eq!(told, [("What 1 is.", "after the pilot", 5), ("Something else.", "", 7)]);
}
