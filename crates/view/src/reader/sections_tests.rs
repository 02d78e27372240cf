use proptest::prelude::*;

use emic_core::project::Block;

use super::*;
use crate::samples::{any_text, quotation};

fn document(text: &Text, blocks: Vec<Block>) -> Document {
    crate::samples::document(1, "Interview", 0, text, blocks)
}

fn codes(hues: &[usize]) -> Table<CodeId, Code> {
    hues.iter()
        .enumerate()
        .map(|(n, &hue)| {
            let id = CodeId::from_number(n as u128);
            let code = Code { colour: Colour::nth(hue), ..(*crate::samples::code(n as u128, "code", 0)).clone() };
            (id, Rc::new(code))
        })
        .collect()
}

fn list(quotations: &[Rc<Quotation>]) -> QuotationList {
    QuotationList::from_unsorted(quotations.to_vec())
}

fn sections(view: &DocumentView) -> Vec<Rc<SectionView>> {
    (0..view.sections().len()).map(|n| view.section(n).unwrap()).collect()
}

/// Three sections of ten paragraphs of 395 characters.
fn long() -> Text {
    Text::new([&"x".repeat(395)[..]; 30].join("\n"))
}

#[test]
fn sections_end_with_paragraphs() {
    let cut_of = |lengths: &[usize]| -> Vec<Range<usize>> {
        let text = Text::new(lengths.iter().map(|&n| "x".repeat(n)).collect::<Vec<_>>().join("\n"));
        cut(text.paragraphs()).into_iter().map(|section| section.paragraphs).collect()
    };
    assert_eq!(cut_of(&[0]).len(), 1);
    assert_eq!(cut_of(&[1999, 2000, 1]), [0..2, 2..3]);
    assert_eq!(cut_of(&[10, 9000, 10]), [0..1, 1..2, 2..3]);
    let text = long();
    let view = DocumentView::new(&text, &document(&text, vec![]));
    assert_eq!(view.sections().len(), 3);
    assert_eq!((0..32).map(|p| view.section_of(p)).filter(|&n| n == 1).count(), 10);
    assert_eq!((view.section_of(99), view.paragraph_of(Pos(396 * 12 + 5))), (2, 12));
    assert_eq!(view.section(3), None);
}

#[test]
fn the_first_quotations_touch_nothing_that_was_not_asked_for() {
    let text = long();
    let mut view = DocumentView::new(&text, &document(&text, vec![]));
    let quotations = [quotation(1, Span::new(1, 5), &[0]), quotation(2, Span::new(400, 900), &[0])];
    assert_eq!(view.update(&list(&quotations), &codes(&[0])), Touched::default());
    assert_eq!(view.overlapping(Span::new(0, 500)).len(), 2);
    assert_eq!(view.section(0).unwrap().paragraphs[0].quotations.len(), 1);
    let touched = view.update(&list(&quotations[..1]), &codes(&[0]));
    assert_eq!((touched.quotations.len(), touched.sections), (1, vec![0]));
}

#[test]
fn paragraphs_say_how_they_are_shown() {
    let text = Text::new("Title\n\none\ntwo\nthree");
    let blocks = vec![
        Block { span: Span::new(0, 5), kind: BlockKind::Heading(1), extra: Default::default() },
        Block { span: Span::new(11, 20), kind: BlockKind::ListItem, extra: Default::default() },
    ];
    let view = DocumentView::new(&text, &document(&text, blocks));
    let section = view.section(0).unwrap();
    let kinds: Vec<_> = section.paragraphs.iter().map(|p| (p.number, p.kind)).collect();
    assert_eq!(
        kinds,
        [
            (Some(1), Some(BlockKind::Heading(1))),
            (None, None),
            (Some(2), None),
            (Some(3), Some(BlockKind::ListItem)),
            (Some(4), Some(BlockKind::ListItem)),
        ]
    );
}

#[test]
fn an_edit_leaves_other_paragraphs_the_very_same() {
    let text = long();
    let codes = codes(&[0, 1]);
    let mut view = DocumentView::new(&text, &document(&text, vec![]));
    let whole = quotation(1, text.span(), &[0]);
    view.update(&list(std::slice::from_ref(&whole)), &codes);
    let before = sections(&view);
    let added = quotation(2, Span::new(396 * 11, 396 * 12 + 10), &[1]);
    let touched = view.update(&list(&[whole.clone(), added.clone()]), &codes);
    assert_eq!(touched, Touched { quotations: vec![added.id], sections: vec![1] });
    let after = sections(&view);
    assert!(Rc::ptr_eq(&before[0], &after[0]) && Rc::ptr_eq(&before[2], &after[2]));
    let same: Vec<usize> = (0..10)
        .filter(|&p| !Rc::ptr_eq(&before[1].paragraphs[p], &after[1].paragraphs[p]))
        .map(|p| before[1].paragraphs[p].index)
        .collect();
    assert_eq!(same, [11, 12]);
    assert_eq!(*after[1].paragraphs[2].quotations, [whole.id, added.id]);

    // A comment changes the quotation, but nothing that the text shows.
    let commented = Rc::new(Quotation { comment: "why?".into(), ..(*added).clone() });
    let touched = view.update(&list(&[whole.clone(), commented.clone()]), &codes);
    assert_eq!(touched, Touched { quotations: vec![added.id], sections: vec![] });
    assert!(sections(&view).iter().zip(&after).all(|(a, b)| Rc::ptr_eq(a, b)));

    // And the same list once more changes nothing.
    let same = view.quotations().clone();
    assert_eq!(view.update(&same, &codes), Touched::default());
}

#[test]
fn another_hue_reaches_the_quotations_that_show_it() {
    let text = long();
    let mut view = DocumentView::new(&text, &document(&text, vec![]));
    let all = list(&[quotation(1, Span::new(0, 9), &[0, 1]), quotation(2, Span::new(10_000, 10_009), &[1])]);
    view.update(&all, &codes(&[0, 1]));
    let before = sections(&view);
    let touched = view.update(&all, &codes(&[0, 5]));
    assert_eq!(touched, Touched { quotations: vec![QuotationId::from_number(2)], sections: vec![2] });
    let after = sections(&view);
    assert!(Rc::ptr_eq(&before[0], &after[0]));
    let hues = |view: &SectionView| -> Vec<_> {
        view.paragraphs.iter().flat_map(|p| p.runs.iter()).flat_map(|run| run.marks.iter()).map(|m| m.colour).collect()
    };
    assert_eq!(hues(&after[2]), [Some(Colour::nth(5))]);
}

#[test]
fn quotations_are_found_where_they_stand() {
    let text = long();
    let mut view = DocumentView::new(&text, &document(&text, vec![]));
    let (outer, inner) = (quotation(1, text.span(), &[]), quotation(2, Span::new(500, 600), &[]));
    view.update(&list(&[inner.clone(), outer.clone()]), &codes(&[]));
    let at = |pos| view.quotations_at(Pos(pos)).iter().map(|q| q.id).collect::<Vec<_>>();
    assert_eq!(at(500), [outer.id, inner.id]);
    assert_eq!(at(599), [outer.id, inner.id]);
    assert_eq!(at(600), [outer.id]);
    assert_eq!(at(10_000), [outer.id]);
    assert_eq!(at(text.len()), []);
}

#[test]
fn what_stands_beside_the_words_changes_only_the_paragraphs_that_it_stands_beside() {
    use emic_core::ids::SpeakerId;
    use emic_core::project::{Speaker, Turn};
    let text = long();
    let mut document = document(&text, vec![]);
    let speaker = |name: &str| Speaker::new(SpeakerId::from_number(1), name, Default::default());
    let turn = Turn::new(Span::new(396 * 2, 396 * 4 - 1), Pos(396 * 2 + 4), SpeakerId::from_number(1));
    let structure = Structure { speakers: vec![speaker("Ana")], turns: vec![turn], ..Structure::default() };
    document.structure = Rc::new(structure.clone());
    let mut view = DocumentView::new(&text, &document);
    let before = sections(&view);
    let labelled = &before[0].paragraphs[2].runs;
    assert_eq!((labelled.len(), labelled[0].looks[0].0.clone()), (1, 792..796), "a label cuts nothing");
    assert!(!view.restructure(&document.structure));
    let renamed = Structure { speakers: vec![speaker("Anna")], ..structure.clone() };
    assert!(view.restructure(&Rc::new(renamed)));
    let after = sections(&view);
    let changed = before[0].paragraphs.iter().zip(after[0].paragraphs.iter()).filter(|(a, b)| !Rc::ptr_eq(a, b));
    assert_eq!(changed.map(|(before, _)| before.index).collect::<Vec<_>>(), [2], "its name stands there alone");
    assert!(Rc::ptr_eq(&before[1], &after[1]));
}

/// What is done to a list of quotations in one step.
#[derive(Debug, Clone)]
enum Doing {
    Put(u128, u32, u32, u128),
    Remove(u128),
    Comment(u128),
    Recolour(u128, usize),
    Look(usize),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => (0..12u128, any::<u32>(), any::<u32>(), 0..4u128).prop_map(|(n, a, b, c)| Doing::Put(n, a, b, c)),
        1 => (0..12u128).prop_map(Doing::Remove),
        1 => (0..12u128).prop_map(Doing::Comment),
        1 => (0..4u128, 0..8usize).prop_map(|(n, hue)| Doing::Recolour(n, hue)),
        2 => any::<usize>().prop_map(Doing::Look),
    ]
}

proptest! {
    #[test]
    fn updates_give_what_a_new_view_gives(raw in any_text(), steps in prop::collection::vec(prop::collection::vec(doing(), 1..4), 1..12)) {
        // Long lines between, so that there are several sections.
        let raw = raw.replace('\n', &format!("\n{}\n", "long ".repeat(900)));
        let text = Text::new(emic_core::text::canonical(&raw).into_owned());
        let document = document(&text, vec![]);
        let mut view = DocumentView::new(&text, &document);
        let mut hues = [0, 1, 2, 3];
        let mut table = codes(&hues);
        let mut now = QuotationList::default();
        for step in steps {
            for doing in step {
                match doing {
                    Doing::Put(n, a, b, code) => {
                        let span = Span::new(a % (text.len() + 1), b % (text.len() + 1));
                        if !span.is_empty() {
                            let coded: &[u128] = if code == 0 { &[] } else { &[code] };
                            now = now.with(QuotationId::from_number(n), Some(quotation(n, span, coded)));
                        }
                    }
                    Doing::Remove(n) => now = now.with(QuotationId::from_number(n), None),
                    Doing::Comment(n) => {
                        let id = QuotationId::from_number(n);
                        if let Some(old) = now.get(id).cloned() {
                            now = now.with(id, Some(Rc::new(Quotation { comment: "c".into(), ..(*old).clone() })));
                        }
                    }
                    Doing::Recolour(n, hue) => {
                        hues[n as usize] = hue;
                        table = codes(&hues);
                    }
                    Doing::Look(n) => { view.section(n % view.sections().len()); }
                }
            }
            let before = sections(&view);
            let touched = view.update(&now, &table);
            let after = sections(&view);
            let mut fresh = DocumentView::new(&text, &document);
            fresh.update(&now, &table);
            prop_assert_eq!(&sections(&fresh), &after);
            for (n, (before, after)) in before.iter().zip(&after).enumerate() {
                prop_assert_eq!(before == after, Rc::ptr_eq(before, after), "what looks the same is the same");
                prop_assert!(before == after || touched.sections.contains(&n));
                for (before, after) in before.paragraphs.iter().zip(after.paragraphs.iter()) {
                    prop_assert_eq!(before == after, Rc::ptr_eq(before, after));
                }
            }
        }
    }
}
