use super::*;
use crate::ids::{AttributeId, SpeakerId};
use crate::project::{
    Attribute, AttributeKind, Case, Coder, Consent, Folder, Part, QuotationList, Role, Speaker, Structure, Turn,
};
use crate::query::{quotations_in, quotations_with, quotations_without_code};
use crate::rank::Rank;
use crate::samples::{a_project, case, document, quotation};
use crate::text::{Span, Text};
use crate::time::{Stamp, Timestamp};
use std::rc::Rc;

/// Folder 1 holds folder 2, which holds document 1; document 2 lies in none. Theme (1) has Fear (2), Hope is 3.
/// Quotation 1 (Fear), 2 (Hope, and Fear by coder 2), 3 (no code) are in document 1; 4 (Hope) in 2, 5 (no code) is
/// coder 2's there.
fn study() -> Project {
    let mut project = a_project(&[(1, "Theme", 0), (2, "Fear", 1), (3, "Hope", 0)]);
    let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
    for (n, parent) in [(1, None), (2, Some(1))] {
        let id = FolderId::from_number(n);
        let (parent, rank) = (parent.map(FolderId::from_number), Rank::nth(n as usize));
        let folder = Folder {
            id,
            name: format!("Folder {n}"),
            parent,
            rank,
            created: stamp,
            changed: Default::default(),
            extra: Default::default(),
        };
        project.folders.set(id, Some(Rc::new(folder)));
    }
    for n in [1, 2] {
        let id = CoderId::from_number(n);
        let coder = Coder {
            id,
            name: format!("Coder {n}"),
            created: Timestamp(0),
            changed: Default::default(),
            extra: Default::default(),
        };
        project.coders.set(id, Some(Rc::new(coder)));
    }
    let text = Text::new("some words of somebody");
    for n in [1, 2] {
        let mut document = document(n, &format!("P0{n}"), &text);
        document.folder = (n == 1).then(|| FolderId::from_number(2));
        project.documents.set(document.id, Some(Rc::new(document)));
    }
    let second = CoderId::from_number(2);
    let mut both = (*quotation(2, 1, Span::new(5, 10), &[3, 2])).clone();
    both.codings[1].created.by = second;
    let mut others = (*quotation(5, 2, Span::new(5, 10), &[])).clone();
    others.created.by = second;
    let span = Span::new(0, 4);
    let lists = [
        (1, vec![quotation(1, 1, span, &[2]), Rc::new(both), quotation(3, 1, Span::new(11, 13), &[])]),
        (2, vec![quotation(4, 2, span, &[3]), Rc::new(others)]),
    ];
    for (n, list) in lists {
        project.quotations.set(DocumentId::from_number(n), Some(Rc::new(QuotationList::from_unsorted(list))));
    }
    project
}

fn scope(documents: &[u128], folders: &[u128], codes: &[u128], coders: &[u128]) -> Scope {
    Scope {
        documents: documents.iter().map(|&n| DocumentId::from_number(n)).collect(),
        folders: folders.iter().map(|&n| FolderId::from_number(n)).collect(),
        codes: codes.iter().map(|&n| CodeId::from_number(n)).collect(),
        coders: coders.iter().map(|&n| CoderId::from_number(n)).collect(),
        ..Scope::default()
    }
}

fn ids(found: Vec<crate::query::Found>) -> Vec<u128> {
    found.iter().map(|(_, quotation)| quotation.id.0.as_u128()).collect()
}

#[test]
fn each_list_narrows() {
    let project = study();
    for (scope, all, hope, without) in [
        (Scope::everything(), vec![1, 2, 3, 4, 5], vec![2, 4], vec![3, 5]),
        (scope(&[2], &[], &[], &[]), vec![4, 5], vec![4], vec![5]),
        (scope(&[], &[1], &[], &[]), vec![1, 2, 3], vec![2], vec![3]),
        (scope(&[2], &[1], &[], &[]), vec![1, 2, 3, 4, 5], vec![2, 4], vec![3, 5]),
        (scope(&[], &[], &[1], &[]), vec![1, 2], vec![], vec![]),
        (scope(&[], &[], &[3], &[]), vec![2, 4], vec![2, 4], vec![]),
        (scope(&[], &[], &[], &[2]), vec![2, 5], vec![], vec![5]),
        (scope(&[1], &[], &[], &[2]), vec![2], vec![], vec![]),
        (scope(&[], &[], &[2], &[2]), vec![2], vec![], vec![]),
        (scope(&[9], &[], &[], &[]), vec![], vec![], vec![]),
    ] {
        assert_eq!(ids(quotations_in(&project, &scope)), all, "{scope:?}");
        let codes = BTreeSet::from([CodeId::from_number(3)]);
        assert_eq!(ids(quotations_with(&project, &codes, &scope)), hope, "{scope:?}");
        assert_eq!(ids(quotations_without_code(&project, &scope)), without, "{scope:?}");
    }
}

/// In document 1 Ana asks until 5, then Om Mohammed speaks until 12, and nobody after that. Nobody speaks in 2.
fn spoken() -> Project {
    let mut project = study();
    let mut document = (**project.documents.get(&DocumentId::from_number(1)).unwrap()).clone();
    let people = [("Ana", Role::Interviewer), ("أُمّ محمّد", Role::Participant)];
    let mut structure = Structure::default();
    for (n, ((name, role), (start, end))) in people.into_iter().zip([(0, 5), (5, 12)]).enumerate() {
        let speaker = SpeakerId::from_number(n as u128);
        let (name, extra) = (name.to_owned(), Default::default());
        structure.speakers.push(Speaker { id: speaker, name, role, case: None, extra });
        let (span, label) = (Span::new(start, end), Span::new(start, start));
        structure.turns.push(Turn { span, label, speaker, asks: None, extra: Default::default() });
    }
    document.structure = Rc::new(structure);
    project.documents.set(document.id, Some(Rc::new(document)));
    project
}

#[test]
fn speakers_narrow_to_what_they_say() {
    let project = spoken();
    let by = |names: &[&str], without_interviewers| Scope {
        speakers: names.iter().map(|name| speaker_key(name)).collect(),
        without_interviewers,
        ..Scope::default()
    };
    for (scope, found, first_in_list) in [
        (by(&[], true), vec![2, 3, 4, 5], true),
        (by(&["ANA"], false), vec![1], true),
        (by(&["ام محمد"], false), vec![2, 3], true),
        (by(&["Ana", "ام محمد"], true), vec![2, 3], true),
        (by(&["Ana"], true), vec![], false),
    ] {
        assert_eq!(ids(quotations_in(&project, &scope)), found, "{scope:?}");
        let within = scope.within(&project);
        assert_eq!(within.contains_document(DocumentId::from_number(1)), first_in_list, "{scope:?}");
    }
    let all = by(&["ANA", "gone"], true);
    assert_eq!(all.repaired(&project), by(&["ana"], true));
    let parts = all.parts(&project);
    assert_eq!(parts, [ScopePart::Speakers(vec!["Ana".into()]), ScopePart::WithoutInterviewers]);
    assert!(parts.iter().fold(all.clone(), |scope, part| scope.without(part)).is_everything());
    let kept = serde_json::to_string(&all).unwrap();
    assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), all);
}

/// In document 1 the words until 5 belong to case 1, who referred case 2; those from 11 on to case 2, a nurse; all of
/// document 2 belongs to case 3.
fn with_cases() -> Project {
    let mut project = study();
    let work = AttributeId::from_number(1);
    let created = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
    let (choices, changed, extra) = Default::default();
    let (kind, rank) = (AttributeKind::Text, Rank::nth(0));
    let attribute = Attribute { id: work, name: "Work".into(), kind, choices, rank, created, changed, extra };
    project.attributes.set(work, Some(Rc::new(attribute)));
    for (n, referrer, value) in [(1, 0, "Cook"), (2, 1, "Nurse"), (3, 0, "")] {
        let mut case = (*case(n, &format!("P{n}"), referrer)).clone();
        if !value.is_empty() {
            case.values.insert(work, value.into());
        }
        project.cases.set(case.id, Some(Rc::new(case)));
    }
    let part =
        |start, end, n| Part { span: Span::new(start, end), case: CaseId::from_number(n), extra: Default::default() };
    let parts = vec![part(0, 5, 1), part(11, 22, 2)];
    let mut first = (**project.documents.get(&DocumentId::from_number(1)).unwrap()).clone();
    first.structure = Rc::new(Structure { parts, ..Structure::default() });
    project.documents.set(first.id, Some(Rc::new(first)));
    let mut second = (**project.documents.get(&DocumentId::from_number(2)).unwrap()).clone();
    second.case = Some(CaseId::from_number(3));
    project.documents.set(second.id, Some(Rc::new(second)));
    project
}

#[test]
fn cases_and_their_values_narrow_to_what_belongs_to_them() {
    let project = with_cases();
    let of = |cases: &[u128], values: &[(Column, &str)]| {
        let mut scope = Scope { cases: cases.iter().map(|n| CaseId::from_number(*n)).collect(), ..Scope::default() };
        for (column, key) in values {
            scope.values.entry(*column).or_default().insert((*key).to_owned());
        }
        scope
    };
    let work = Column::Attribute(AttributeId::from_number(1));
    for (scope, found, documents) in [
        (of(&[1], &[]), vec![1], vec![1]),
        (of(&[1, 3], &[]), vec![1, 4, 5], vec![1, 2]),
        (of(&[], &[(work, "nurse")]), vec![3], vec![1]),
        (of(&[], &[(work, "nurse"), (work, "cook")]), vec![1, 3], vec![1]),
        (of(&[], &[(work, "")]), vec![4, 5], vec![2]),
        (of(&[1], &[(work, "nurse")]), vec![], vec![]),
        (of(&[], &[(Column::Chain, "p1")]), vec![1, 3], vec![1]),
        (of(&[], &[(Column::Wave, "1")]), vec![3], vec![1]),
    ] {
        assert_eq!(ids(quotations_in(&project, &scope)), found, "{scope:?}");
        let within = scope.within(&project);
        let held: Vec<_> = project.documents.keys().filter(|id| within.contains_document(**id)).collect();
        assert_eq!(
            held,
            documents.iter().map(|n| DocumentId::from_number(*n)).collect::<Vec<_>>().iter().collect::<Vec<_>>()
        );
        let kept = serde_json::to_string(&scope).unwrap();
        assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), scope);
    }
    let both = of(&[1], &[(work, "nurse")]);
    let parts = both.parts(&project);
    assert_eq!(parts, [ScopePart::Cases(vec!["P1".into()]), ScopePart::Values(work, vec!["Nurse".into()])]);
    assert!(parts.iter().fold(both.clone(), |scope, part| scope.without(part)).is_everything());
    assert!(both.repaired(&a_project(&[])).is_everything());
}

#[test]
fn what_is_withdrawn_is_in_no_scope() {
    let mut project = with_cases();
    let all = Scope::everything();
    for (n, left, documents) in [(1, vec![2, 3, 4, 5], 2), (3, vec![1, 2, 3], 1), (2, vec![1, 2, 4, 5], 2)] {
        let id = CaseId::from_number(n);
        let before = project.cases.get(&id).cloned().unwrap();
        project.cases.set(id, Some(Rc::new(Case { consent: Consent::Withdrawn, ..(*before).clone() })));
        assert_eq!(ids(quotations_in(&project, &all)), left);
        let within = all.within(&project);
        assert_eq!(project.documents.keys().filter(|id| within.contains_document(**id)).count(), documents);
        project.cases.set(id, Some(before));
    }
    assert_eq!(ids(quotations_in(&project, &all)).len(), 5);
}

#[test]
fn it_is_named_repaired_and_kept() {
    let mut project = study();
    let all = scope(&[1], &[1, 2], &[1, 2], &[2]);
    let parts = all.parts(&project);
    assert_eq!(
        parts,
        [
            ScopePart::Folders(vec!["Folder 1".into(), "Folder 2".into()]),
            ScopePart::Documents(vec!["P01".into()]),
            ScopePart::Codes(vec!["Theme".into(), "Fear".into()]),
            ScopePart::Coders(vec!["Coder 2".into()]),
        ]
    );
    assert!(parts.iter().fold(all.clone(), |scope, part| scope.without(part)).is_everything());
    assert_eq!(all.repaired(&project), all);
    project.documents.set(DocumentId::from_number(1), None);
    project.codes.set(CodeId::from_number(2), None);
    let repaired = all.repaired(&project);
    assert_eq!(repaired, scope(&[], &[1, 2], &[1], &[2]));
    let kept = serde_json::to_string(&repaired).unwrap();
    assert_eq!(serde_json::from_str::<Scope>(&kept).unwrap(), repaired);
    assert_eq!(serde_json::to_string(&Scope::everything()).unwrap(), "{}");
    assert!(Scope::everything().parts(&project).is_empty());
    assert!(Scope::everything().within(&project).is_everything());
}
