//! Any sequence of edits can be undone, redone and replayed.

use emic_core::edit::{Edit, apply};
use std::rc::Rc;

use emic_core::ids::{CoderId, StepId};
use emic_core::ledger::{Done, Entry, Ledger, Step};
use emic_core::project::Project;
use emic_core::repair::repair;
use emic_core::time::{Stamp, Timestamp};
use proptest::prelude::*;

use crate::generate::{edit, entries, groundwork, stamp, start};
use crate::sound::faults;

fn undo(n: usize) -> Entry {
    Entry::Undo { id: StepId::from_number(1000 + n as u128), stamp: stamp(1000 + n as i64) }
}

fn redo(n: usize) -> Entry {
    Entry::Redo { id: StepId::from_number(2000 + n as u128), stamp: stamp(2000 + n as i64) }
}

/// Enters what can be entered; gives that.
fn enter_all(ledger: &mut Ledger, entries: Vec<Entry>) -> Result<Vec<Entry>, TestCaseError> {
    let mut done = Vec::new();
    for entry in entries {
        let before = ledger.clone();
        match ledger.enter(&entry) {
            Ok(_) => done.push(entry),
            Err(_) => prop_assert_eq!(&before, &*ledger, "what fails changes nothing"),
        }
    }
    Ok(done)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end(entries in entries()) {
        let mut ledger = start();
        let first = ledger.project().clone();
        enter_all(&mut ledger, entries)?;
        while ledger.redoable().is_some() {
            ledger.enter(&redo(0)).unwrap();
        }
        let mut states = vec![ledger.project().clone()];
        while ledger.undoable().is_some() {
            ledger.enter(&undo(states.len())).unwrap();
            states.push(ledger.project().clone());
        }
        // Who joined stays: that alone is never taken back.
        let first = Rc::new(Project { coders: ledger.project().coders.clone(), ..(*first).clone() });
        prop_assert_eq!(ledger.project(), &first);
        while let Some(state) = states.pop() {
            prop_assert_eq!(ledger.project(), &state);
            prop_assert_eq!(ledger.enter(&redo(states.len())).is_ok(), !states.is_empty());
        }
    }

    #[test]
    fn who_joined_stays_and_leaves_what_was_taken_back_alone(n in 0..4u128) {
        let mut ledger = start();
        let stamp = Stamp { by: CoderId::from_number(77), at: Timestamp(5) };
        let step = |id, edits| Entry::Do(Step { id: StepId::from_number(id), stamp, edits });
        let title = |n: u128| Edit::RenameProject { title: format!("Title {n}") };
        ledger.enter(&step(1, vec![title(n)])).unwrap();
        ledger.enter(&undo(2)).unwrap();
        ledger.enter(&step(3, vec![Edit::AddCoder { id: stamp.by, name: "NN".to_owned() }])).unwrap();
        prop_assert!(ledger.undoable().is_none());
        ledger.enter(&redo(4)).unwrap();
        prop_assert_eq!(&ledger.project().meta.title, &format!("Title {n}"));
        prop_assert!(ledger.project().coders.contains(&stamp.by));
    }

    #[test]
    fn a_replay_of_the_journal_equals_what_was_done(entries in entries()) {
        let mut live = start();
        let journal = enter_all(&mut live, entries)?;
        let mut replayed = start();
        for entry in &journal {
            let line = serde_json::to_string(entry).unwrap();
            let read: Entry = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(&read, entry);
            replayed.enter(&read).unwrap();
        }
        prop_assert_eq!(&replayed, &live);
        prop_assert_eq!(live.history().steps().len(), journal.len());
        for done in &live.undo_stack().done {
            let line = serde_json::to_string(done).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Done>(&line).unwrap(), &**done);
        }
    }

    #[test]
    fn a_project_is_sound_after_every_entry(entries in entries()) {
        let mut ledger = start();
        for entry in entries {
            if let Ok(outcome) = ledger.enter(&entry) {
                prop_assert_eq!(faults(ledger.project()), Vec::<String>::new(), "after {:?}", entry);
                let (repaired, issues) = repair((**ledger.project()).clone());
                prop_assert_eq!(issues, vec![]);
                prop_assert_eq!(&repaired, &**ledger.project());
                for document in &outcome.documents {
                    prop_assert!(document.0.as_u128() < 6, "only documents are named");
                }
            }
        }
    }

    #[test]
    fn what_an_entry_touches_is_said(entries in entries()) {
        let mut ledger = start();
        for entry in entries {
            let before = ledger.project().clone();
            let Ok(outcome) = ledger.enter(&entry) else { continue };
            let after = ledger.project();
            for id in before.documents.keys().chain(after.documents.keys()) {
                let same = before.documents.get(id) == after.documents.get(id)
                    && before.quotations_in(*id) == after.quotations_in(*id);
                prop_assert!(same || outcome.documents.contains(id));
                // What is not named is shared, so that views can tell by the pointer.
                if !outcome.documents.contains(id) && before.quotations.contains(id) {
                    prop_assert!(before.quotations_in(*id).same(&after.quotations_in(*id)));
                }
            }
        }
    }

    #[test]
    fn one_edit_is_taken_back_and_made_again_exactly(edit in edit()) {
        let mut ledger = start();
        for edit in groundwork() {
            let step = emic_core::ledger::Step { id: StepId::from_number(1), stamp: stamp(1), edits: vec![edit] };
            ledger.enter(&Entry::Do(step)).unwrap();
        }
        let project = ledger.project();
        if let Ok((after, change)) = apply(project, &edit, stamp(5)) {
            prop_assert_eq!(&change.undo(&after), &**project);
            prop_assert_eq!(change.redo(project), after);
        }
    }
}

#[test]
fn the_generator_makes_edits_of_every_kind_that_succeed() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    // Otherwise the properties above would hold for want of anything to hold for.
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeMap::<String, (usize, usize)>::new();
    for _ in 0..1_200 {
        let mut ledger = start();
        for entry in entries().new_tree(&mut runner).unwrap().current() {
            let edits: Vec<Edit> = match &entry {
                Entry::Do(step) => step.edits.clone(),
                _ => vec![],
            };
            let succeeded = ledger.enter(&entry).is_ok();
            for edit in edits {
                let debug = format!("{edit:?}");
                let kind = debug.split([' ', '(']).next().unwrap_or_default().to_owned();
                let counts = seen.entry(kind).or_default();
                if succeeded { counts.0 += 1 } else { counts.1 += 1 }
            }
        }
    }
    assert_eq!(seen.len(), 74, "every edit is tried: {seen:?}");
    for (kind, (succeeded, failed)) in &seen {
        assert!(*succeeded >= 10 && *failed >= 10, "{kind}: {succeeded} succeeded, {failed} failed");
    }
}
