//! What becomes of themes and printed wordings as a project changes.

use emic_core::edit::{Edit, EditError, EntityKind, ThemeField};
use emic_core::ids::{CodeId, DocumentId, QuotationId, StepId, ThemeId};
use emic_core::ledger::{Entry, Ledger, Step};
use emic_core::project::{QuotationAt, Theme};
use emic_core::purge::{Removed, as_it_stands};
use emic_core::text::{Quote, Span, Text};

use crate::generate::{WORDS, groundwork, stamp, start};

fn act(ledger: &mut Ledger, edits: Vec<Edit>) -> Result<(), EditError> {
    let id = StepId::from_number(1 + ledger.history().steps().len() as u128);
    ledger.enter(&Entry::Do(Step { id, stamp: stamp(2), edits })).map(drop)
}

/// The groundwork: theme 1 with codes 2 and 3, and quotations 1, 2 and 3 chosen.
fn with_theme() -> Ledger {
    let mut ledger = start();
    act(&mut ledger, groundwork()).expect("it can be done");
    ledger
}

fn theme(ledger: &Ledger) -> Theme {
    (**ledger.project().themes.get(&ThemeId::from_number(1)).expect("it is there")).clone()
}

fn at(n: u128) -> QuotationAt {
    QuotationAt { document: DocumentId::from_number(1), quotation: QuotationId::from_number(n) }
}

fn order(ledger: &Ledger) -> Vec<u128> {
    theme(ledger).chosen.iter().map(|chosen| chosen.at.quotation.0.as_u128()).collect()
}

#[test]
fn what_is_removed_leaves_themes_and_comes_back_to_its_place() {
    let mut ledger = with_theme();
    let before = ledger.project().clone();
    let (document, code) = (DocumentId::from_number(1), CodeId::from_number(2));
    for (edit, chosen, codes) in [
        (Edit::DeleteQuotation { id: QuotationId::from_number(2), document }, vec![1, 3], 2),
        (Edit::DeleteCode { id: code }, vec![1, 2, 3], 1),
        (Edit::DeleteDocument { id: document }, vec![], 2),
    ] {
        act(&mut ledger, vec![edit.clone()]).unwrap();
        assert_eq!((order(&ledger), theme(&ledger).codes.len()), (chosen, codes), "{edit:?}");
        ledger.enter(&Entry::Undo { id: StepId::from_number(99), stamp: stamp(3) }).unwrap();
        assert_eq!(ledger.project(), &before, "{edit:?}");
    }
}

#[test]
fn merged_codes_are_under_a_theme_once() {
    let mut ledger = with_theme();
    let (into, from) = (CodeId::from_number(3), vec![CodeId::from_number(2)]);
    act(&mut ledger, vec![Edit::MergeCodes { into, from, join: false, why: String::new() }]).unwrap();
    assert_eq!(theme(&ledger).codes, [into]);
}

#[test]
fn chosen_quotations_are_put_in_order_and_marked() {
    let mut ledger = with_theme();
    let id = ThemeId::from_number(1);
    let go = |ledger: &mut Ledger, n, before: Option<u128>| {
        act(ledger, vec![Edit::MoveChosen { theme: id, at: at(n), before: before.map(at) }])
    };
    go(&mut ledger, 3, Some(1)).unwrap();
    assert_eq!(order(&ledger), [3, 1, 2]);
    go(&mut ledger, 1, None).unwrap();
    assert_eq!(order(&ledger), [3, 2, 1]);
    let quotation = EntityKind::Quotation;
    assert_eq!(go(&mut ledger, 1, Some(1)), Err(EditError::NotASibling(quotation)));
    assert_eq!(go(&mut ledger, 5, None), Err(EditError::Missing(quotation)));
    let choose = Edit::ChooseQuotation { theme: id, at: at(1) };
    assert_eq!(act(&mut ledger, vec![choose]), Err(EditError::Exists(quotation)));
    act(&mut ledger, vec![Edit::UseInPaper { theme: id, at: at(2), in_paper: true }]).unwrap();
    assert!(theme(&ledger).choice(at(2)).unwrap().in_paper);
    act(&mut ledger, vec![Edit::UnchooseQuotation { theme: id, at: at(2) }]).unwrap();
    assert_eq!(order(&ledger), [3, 1]);
    let field = ThemeField::Codes(vec![CodeId::from_number(9)]);
    assert_eq!(act(&mut ledger, vec![Edit::SetTheme { id, field }]), Err(EditError::Missing(EntityKind::Code)));
}

#[test]
fn a_printed_wording_knows_which_words_it_was_made_from() {
    let mut ledger = with_theme();
    let (document, id) = (DocumentId::from_number(1), QuotationId::from_number(2));
    let print = |ledger: &Ledger| ledger.project().quotation(document, id).unwrap().clone();
    let set = |words: &str| Edit::SetPrint { id, document, words: Some(words.into()) };
    act(&mut ledger, vec![set(" [They] waited ")]).unwrap();
    let quotation = print(&ledger);
    let printed = quotation.print.clone().unwrap();
    assert_eq!((printed.words.as_str(), printed.fits(&quotation)), ("[They] waited", true));
    assert_eq!(printed.made_from, "We waited");
    // Other bounds are other words.
    let span = Span::new(0, 10);
    let quote = Quote::of(&Text::new(WORDS), span);
    act(&mut ledger, vec![Edit::ResizeQuotation { id, document, span, quote }]).unwrap();
    let quotation = print(&ledger);
    assert!(!quotation.print.as_ref().unwrap().fits(&quotation), "the words have changed since");
    // It holds words that the quotation has no more: those go for good, and that is told before.
    assert!(Removed::of(&ledger).wordings.contains("[They] waited"));
    assert_eq!(as_it_stands(ledger.project()).quotation(document, id).unwrap().print, None);
    // The quotation's own words are none of its own.
    act(&mut ledger, vec![set("We waited.")]).unwrap();
    assert_eq!(print(&ledger).print, None);
}

#[test]
fn a_template_of_no_words_is_none() {
    let mut ledger = with_theme();
    let set = |template: &str| Edit::SetAttribution { language: "en".into(), template: template.into() };
    act(&mut ledger, vec![set(" ({age}) ")]).unwrap();
    assert_eq!(ledger.project().meta.attributions.get("en").map(String::as_str), Some("({age})"));
    act(&mut ledger, vec![set(" ")]).unwrap();
    assert!(ledger.project().meta.attributions.is_empty());
}
