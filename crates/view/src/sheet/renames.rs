//! Many cases renamed in one step: a column of names may be shifted or put in another order, so that for a while two
//! cases would have the same one.

use std::collections::{BTreeMap, VecDeque};

use emic_core::ids::CaseId;
use emic_core::project::Project;

/// What names are told apart by.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The cases by their names in small letters, as they are after `renames`.
pub fn names_after(project: &Project, renames: &[(CaseId, String)]) -> BTreeMap<String, CaseId> {
    let new: BTreeMap<CaseId, &String> = renames.iter().map(|(id, name)| (*id, name)).collect();
    project.cases.values().map(|case| (key(new.get(&case.id).copied().unwrap_or(&case.name)), case.id)).collect()
}

/// The renames in an order in which each name is free when its turn comes. Where names go round, one case has the name of
/// its identifier until its own turn. What cannot be free, since a case has it that keeps its name, is asked for all the
/// same, for the step to be refused with that name.
pub fn renames(project: &Project, names: &[(CaseId, String)]) -> Vec<(CaseId, String)> {
    let mut held: BTreeMap<String, CaseId> = names_after(project, &[]);
    let mut has: BTreeMap<CaseId, String> = held.iter().map(|(name, id)| (*id, name.clone())).collect();
    let mut pending: BTreeMap<CaseId, usize> = names.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
    let targets: Vec<String> = names.iter().map(|(_, name)| key(name)).collect();
    let mut waiting: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut ready: VecDeque<usize> = (0..names.len()).collect();
    let mut ordered = Vec::with_capacity(names.len());
    let mut next = 0;
    loop {
        while let Some(n) = ready.pop_front() {
            let ((id, name), target) = (&names[n], targets[n].as_str());
            if held.get(target).is_some_and(|holder| holder != id) {
                waiting.entry(target).or_default().push(n);
                continue;
            }
            ordered.push((*id, name.clone()));
            pending.remove(id);
            let freed = has.insert(*id, target.to_owned());
            if let Some(freed) = freed.filter(|freed| freed != target) {
                held.remove(&freed);
                ready.extend(waiting.remove(freed.as_str()).into_iter().flatten());
            }
            held.insert(target.to_owned(), *id);
        }
        // Nothing moves: who has the name that the next one waits for steps aside, if it is to have another one.
        let Some((id, _)) = names.get(next) else { break };
        let holder = held.get(&targets[next]).copied().filter(|holder| holder != id && pending.contains_key(holder));
        if let (true, Some(holder)) = (pending.contains_key(id), holder) {
            let aside = key(&holder.to_string());
            if held.contains_key(&aside) {
                next += 1;
                continue;
            }
            ordered.push((holder, holder.to_string()));
            held.remove(&targets[next]);
            held.insert(aside.clone(), holder);
            has.insert(holder, aside);
            ready.extend(waiting.remove(targets[next].as_str()).into_iter().flatten());
        }
        next += 1;
    }
    ordered.extend(pending.into_values().map(|n| names[n].clone()));
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{cases, stamp};
    use emic_core::edit::{Edit, EditError, apply};
    use proptest::prelude::*;

    fn id(n: u128) -> CaseId {
        CaseId::from_number(n)
    }

    fn wanted(names: &[(u128, &str)]) -> Vec<(CaseId, String)> {
        names.iter().map(|(n, name)| (id(*n), (*name).to_owned())).collect()
    }

    /// The names of all cases after the renames, in the order of the cases.
    fn done(project: &Project, names: &[(CaseId, String)]) -> Result<Vec<String>, EditError> {
        let mut project = project.clone();
        for (id, name) in renames(&project, names) {
            project = apply(&project, &Edit::RenameCase { id, name }, stamp())?.0;
        }
        Ok(project.cases_in_order().into_iter().map(|case| case.name.clone()).collect())
    }

    #[test]
    fn names_are_shifted_and_go_round() {
        let (project, ..) = cases();
        for (names, expected) in [
            (wanted(&[(1, "P2"), (2, "P3"), (3, "P4")]), ["P2", "P3", "P4"]),
            (wanted(&[(3, "P2"), (2, "P1"), (1, "P0")]), ["P0", "P1", "P2"]),
            (wanted(&[(1, "P2"), (2, "P3"), (3, "P1")]), ["P2", "P3", "P1"]),
            (wanted(&[(1, "p2"), (2, " P1 ")]), ["p2", "P1", "P3"]),
            (wanted(&[(2, "p2")]), ["P1", "p2", "P3"]),
        ] {
            assert_eq!(done(&project, &names).unwrap(), expected);
        }
        // No one steps aside where the order alone does it.
        assert_eq!(renames(&project, &wanted(&[(1, "P2"), (2, "P3"), (3, "P4")])).len(), 3);
        assert_eq!(renames(&project, &wanted(&[(1, "P2"), (2, "P1")])).len(), 3);
    }

    #[test]
    fn a_name_that_another_case_keeps_is_refused() {
        let (project, ..) = cases();
        for names in [wanted(&[(1, "P3")]), wanted(&[(1, "P2"), (2, "P1"), (3, "P1")]), wanted(&[(1, "X"), (2, "x")])] {
            assert!(matches!(done(&project, &names), Err(EditError::NameTaken { .. })), "{names:?}");
        }
    }

    #[test]
    fn a_name_means_who_has_it_afterwards() {
        let (project, ..) = cases();
        let known = names_after(&project, &wanted(&[(1, "P2"), (2, " New  one")]));
        assert_eq!(known, [("p2".into(), id(1)), ("new one".into(), id(2)), ("p3".into(), id(3))].into());
    }

    proptest! {
        #[test]
        fn any_order_of_names_can_be_had(order in Just(vec![1u128, 2, 3, 4, 5]).prop_shuffle(), cases in Just(vec![1u128, 2, 3]).prop_shuffle()) {
            let (project, ..) = crate::samples::cases();
            let names: Vec<(CaseId, String)> = cases.iter().zip(&order).map(|(n, name)| (id(*n), format!("P{name}"))).collect();
            let mut expected = names.clone();
            expected.sort_unstable();
            let expected: Vec<String> = expected.into_iter().map(|(_, name)| name).collect();
            prop_assert_eq!(done(&project, &names).unwrap(), expected);
        }
    }
}
