//! The order of siblings holds however often something is put at one place.

use emic_core::edit::{Edit, apply};
use emic_core::ids::{CodeId, DocumentId, FolderId};
use emic_core::project::{Colour, Project};
use emic_core::rank::Rank;
use proptest::prelude::*;

use crate::generate::{document, stamp, start};

fn done(project: Project, edit: Edit) -> Project {
    apply(&project, &edit, stamp(1)).expect("the edit can be made").0
}

fn order(project: &Project) -> Vec<u128> {
    project.codes_under(None).iter().map(|code| code.id.0.as_u128()).collect()
}

fn with_codes(count: u128) -> Project {
    (0..count).fold((**start().project()).clone(), |project, n| {
        let id = CodeId::from_number(n);
        done(project, Edit::AddCode { id, name: format!("c{n}"), parent: None, before: None, colour: Colour::nth(0) })
    })
}

#[test]
fn ten_thousand_moves_to_one_place_keep_the_order() {
    let mut project = with_codes(12);
    let mut expected: Vec<u128> = (0..12).collect();
    for n in 0..10_000u128 {
        // One of the first ten, right ahead of the last but one.
        let id = n % 10;
        project = done(
            project,
            Edit::MoveCode { id: CodeId::from_number(id), parent: None, before: Some(CodeId::from_number(10)) },
        );
        expected.retain(|other| *other != id);
        let at = expected.iter().position(|other| *other == 10).unwrap();
        expected.insert(at, id);
        assert_eq!(order(&project), expected, "after {n} moves");
    }
}

#[test]
fn a_thousand_new_ones_at_one_place_keep_the_order() {
    let mut project = with_codes(2);
    for n in 2..1_002u128 {
        let (id, before) = (CodeId::from_number(n), Some(CodeId::from_number(1)));
        project =
            done(project, Edit::AddCode { id, name: format!("c{n}"), parent: None, before, colour: Colour::nth(0) });
    }
    let expected: Vec<u128> = [0].into_iter().chain(2..1_002).chain([1]).collect();
    assert_eq!(order(&project), expected);
}

#[test]
fn documents_and_folders_keep_their_order_too() {
    let mut project = (**start().project()).clone();
    for n in 0..5 {
        project = done(project, Edit::AddDocument(Box::new(document(n, "d", None))));
        project = done(project, Edit::AddFolder { id: FolderId::from_number(n), name: "f".into(), parent: None });
    }
    let mut expected: Vec<u128> = (0..5).collect();
    for n in 0..3_000u128 {
        let (id, first) = (expected[4 - (n % 2) as usize], expected[0]);
        let (document, before) = (DocumentId::from_number(id), Some(DocumentId::from_number(first)));
        project = done(project, Edit::MoveDocument { id: document, folder: None, before });
        let (folder, before) = (FolderId::from_number(id), Some(FolderId::from_number(first)));
        project = done(project, Edit::MoveFolder { id: folder, parent: None, before });
        expected.retain(|other| *other != id);
        expected.insert(0, id);
        let documents: Vec<_> = project.documents_in(None).iter().map(|document| document.id.0.as_u128()).collect();
        let folders: Vec<_> = project.folders_in(None).iter().map(|folder| folder.id.0.as_u128()).collect();
        assert_eq!((&documents, &folders), (&expected, &expected));
    }
}

proptest! {
    #[test]
    fn a_rank_between_is_between(
        low in prop::option::of(prop_oneof![any::<u64>(), Just(u64::MAX), 0..4u64]),
        high in prop::option::of(prop_oneof![any::<u64>(), Just(u64::MAX), 0..4u64]),
    ) {
        // Any numbers: a file may hold them.
        let (low, high) = (low.map(Rank), high.map(Rank));
        if let Some(rank) = Rank::between(low, high) {
            prop_assert!(low.is_none_or(|low| low < rank));
            prop_assert!(high.is_none_or(|high| rank < high));
        }
    }
}
