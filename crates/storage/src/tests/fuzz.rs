//! Random work, faults and crashes, and what is found afterwards.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::edit::{Edit, Restore};
use emic_core::ledger::Entry;
use emic_core::project::Project;
use emic_core::time::Timestamp;
use pollster::block_on;
use proptest::prelude::*;

use super::faulty::{Fault, Faulty};
use super::study::{NewTexts, Study, project_id};
use super::{open, shelf};
use crate::{Book, Durability, Fresh, Holder, PointKind, StorageError};

#[derive(Debug, Clone)]
enum Act {
    Work(usize),
    Sync,
    Snapshot,
    Pin { automatic: bool },
    Unpin(prop::sample::Index),
    GoBack(prop::sample::Index),
    Fail(Fault),
    Crash { keep: usize },
    TakeOver { work: usize },
    Tear { which: prop::sample::Index, cut: bool },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => (0..1000usize).prop_map(Act::Work),
        2 => Just(Act::Sync),
        2 => Just(Act::Snapshot),
        2 => any::<bool>().prop_map(|automatic| Act::Pin { automatic }),
        1 => any::<prop::sample::Index>().prop_map(Act::Unpin),
        1 => any::<prop::sample::Index>().prop_map(Act::GoBack),
        2 => prop::sample::select(vec![Fault::Once, Fault::Late]).prop_map(Act::Fail),
        2 => (0..6usize).prop_map(|keep| Act::Crash { keep }),
        1 => (0..1000usize).prop_map(|work| Act::TakeOver { work }),
        1 => (any::<prop::sample::Index>(), any::<bool>()).prop_map(|(which, cut)| Act::Tear { which, cut }),
    ]
}

/// Adds entries with all that they bring in.
fn append(
    book: &Book,
    study: &Study,
    entries: &[Rc<Entry>],
    texts: &NewTexts,
    durability: Durability,
) -> Result<(), StorageError> {
    let originals = Study::originals_of(entries);
    let fresh = Fresh { texts, originals: &originals };
    block_on(book.append_with(entries, &study.ledger, fresh, study.now(), durability))
}

/// What the app does: keeps what is not written yet, and tries again.
struct Desk {
    study: Study,
    book: Book,
    waiting: Vec<(Rc<Entry>, NewTexts)>,
    /// How many of the study's states are surely on the disk.
    durable: usize,
    /// Restore points that are surely on the disk.
    points: BTreeMap<u64, Rc<Project>>,
    /// A fault was found and nothing was written since, so that it will be found again.
    unhealed: bool,
}

impl Desk {
    fn write(&mut self, durability: Durability) {
        let entries: Vec<_> = self.waiting.iter().map(|(entry, _)| Rc::clone(entry)).collect();
        let texts: Vec<_> = self.waiting.iter().flat_map(|(_, texts)| texts.clone()).collect();
        if append(&self.book, &self.study, &entries, &texts, durability).is_ok() {
            self.waiting.clear();
            self.unhealed = false;
            if !self.book.is_relaxed() {
                self.durable = self.study.states.len();
            }
        }
    }
}

impl Desk {
    /// Another tab takes the project over, while this one still holds it for its own: whatever it tries, nothing of what
    /// the other one wrote changes. What is at work goes on as the other tab.
    fn taken_over(self, container: &Rc<Faulty>, holder: Holder, work: usize) -> Result<Desk, TestCaseError> {
        container.crash(usize::MAX);
        let opened = block_on(shelf(container).open_to_write(project_id(1), holder));
        let Ok((book, ledger, recovery)) = opened else { return Ok(self) };
        let mut study = Study::resumed(&self.study, ledger);
        let (entry, texts) = study.work(work);
        append(&book, &study, &[Rc::new(entry)], &texts, Durability::Strict).unwrap();
        let mut late = self.study;
        let (entry, texts) = late.work(work + 1);
        let (ledger, now) = (&late.ledger, late.now());
        let taken = Err(StorageError::TakenOver);
        for durability in [Durability::Relaxed, Durability::Strict] {
            let entries = [Rc::new(entry.clone())];
            prop_assert_eq!(&append(&self.book, &late, &entries, &texts, durability), &taken);
        }
        prop_assert_eq!(&block_on(self.book.snapshot(ledger, now)), &taken);
        prop_assert!(!self.book.is_relaxed() || block_on(self.book.sync()) == taken);
        let (_, stored, _) = open(container);
        prop_assert_eq!(&stored, &study.ledger);
        let unhealed = !recovery.is_clean();
        Ok(Desk { study, book, waiting: Vec::new(), durable: 1, points: self.points, unhealed })
    }

    /// Looks whether the restore points are there; `hurt` is what was torn.
    fn check_points(&self, hurt: Option<&str>) -> Result<(), TestCaseError> {
        let there = block_on(self.book.restore_points()).unwrap();
        for (number, project) in &self.points {
            let point = there.iter().find(|point| point.number == *number);
            prop_assert!(point.is_some(), "point {} is gone", number);
            let opened = block_on(self.book.open_restore_point(*number));
            let torn = hurt.is_some_and(|key| key.contains("/r/") || key.contains("/c/"));
            prop_assert!(torn || opened.as_ref().is_ok_and(|opened| opened == &**project), "point {}", number);
            for document in project.documents.values() {
                let hash = document.text.hash;
                let gone = hurt.is_some_and(|key| key.ends_with(&hash.to_string()));
                let text = block_on(self.book.text(hash)).unwrap();
                prop_assert!(gone || text.as_deref() == self.study.text(hash), "text {} of a point", hash);
                let Some(hash) = document.original() else { continue };
                let gone = hurt.is_some_and(|key| key.ends_with(&hash.to_string()));
                let found = block_on(self.book.original(hash)).unwrap();
                prop_assert!(gone || found.as_deref() == Some(&*Study::original().1), "file of a point");
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_was_on_the_disk_is_there_again(acts in prop::collection::vec(act(), 1..60)) {
        let container = Rc::new(Faulty::default());
        let study = Study::new(project_id(1));
        drop(block_on(shelf(&container).put(&study.ledger, &[], Timestamp(0))).unwrap());
        let holders = Cell::new(0u128);
        let holder = || {
            holders.set(holders.get() + 1);
            Holder::from_random(holders.get().to_be_bytes())
        };
        let (book, ..) = block_on(shelf(&container).open_to_write(project_id(1), holder())).unwrap();
        let mut desk = Desk { study, book, waiting: Vec::new(), durable: 1, points: BTreeMap::new(), unhealed: false };
        for act in acts {
            let mut torn = None;
            match act {
                Act::Work(n) => {
                    let (entry, texts) = desk.study.work(n);
                    desk.waiting.push((Rc::new(entry), texts));
                    desk.write(Durability::Relaxed);
                }
                Act::Sync => {
                    if !desk.waiting.is_empty() {
                        desk.write(Durability::Strict);
                    }
                    if desk.waiting.is_empty() && block_on(desk.book.sync()).is_ok() {
                        desk.durable = desk.study.states.len();
                    }
                }
                Act::Snapshot => {
                    if desk.waiting.is_empty() && block_on(desk.book.snapshot(&desk.study.ledger, desk.study.now())).is_ok() {
                        desk.durable = desk.study.states.len();
                        desk.unhealed = false;
                    }
                }
                Act::Pin { automatic } if desk.waiting.is_empty() => {
                    let kind = if automatic { PointKind::Import } else { PointKind::Named };
                    let (ledger, now) = (&desk.study.ledger, desk.study.now());
                    if block_on(desk.book.add_restore_point(ledger, kind, "Then".into(), now)).is_ok() {
                        desk.durable = desk.study.states.len();
                        desk.unhealed = false;
                        let points = block_on(desk.book.restore_points()).unwrap();
                        let project = Rc::clone(ledger.project());
                        prop_assert_eq!(&block_on(desk.book.open_restore_point(points[0].number)).unwrap(), &*project);
                        desk.points.insert(points[0].number, project);
                        let there: Vec<_> = points.iter().map(|point| point.number).collect();
                        desk.points.retain(|number, _| there.contains(number));
                    }
                }
                Act::Unpin(which) if desk.waiting.is_empty() && !desk.points.is_empty() => {
                    let number = *desk.points.keys().nth(which.index(desk.points.len())).unwrap();
                    // Whether it failed or not: it may be gone.
                    desk.points.remove(&number);
                    if block_on(desk.book.remove_restore_point(number, &desk.study.ledger)).is_ok() {
                        desk.durable = desk.study.states.len();
                        desk.unhealed = false;
                        prop_assert!(block_on(desk.book.open_restore_point(number)).is_err());
                    }
                }
                Act::GoBack(which) if desk.waiting.is_empty() && !desk.points.is_empty() => {
                    let (number, project) = desk.points.iter().nth(which.index(desk.points.len())).unwrap();
                    let earlier = block_on(desk.book.open_restore_point(*number)).unwrap();
                    prop_assert_eq!(&earlier, &**project);
                    let points = block_on(desk.book.restore_points()).unwrap();
                    let at = points.into_iter().find(|it| it.number == *number).and_then(|it| it.facts).unwrap().at;
                    let before = desk.study.ledger.clone();
                    let restore = Restore::between(before.project(), &earlier, String::new(), at);
                    let entry = Rc::new(desk.study.edits(vec![Edit::Restore(Box::new(restore))]));
                    prop_assert_eq!(&**desk.study.ledger.project(), &earlier);
                    let (upcoming, now) = ([Rc::clone(&entry)], desk.study.now());
                    // Whether it failed or not: the oldest may be gone.
                    let _ = block_on(desk.book.add_point_before(&upcoming, &before, PointKind::Restore, now));
                    let there = block_on(desk.book.restore_points()).unwrap();
                    desk.points.retain(|number, _| there.iter().any(|point| point.number == *number));
                    desk.waiting.push((entry, NewTexts::new()));
                    desk.write(Durability::Relaxed);
                }
                Act::Pin { .. } | Act::Unpin(_) | Act::GoBack(_) => {}
                Act::Fail(fault) => container.set_fault(Some(fault)),
                Act::TakeOver { work } if !desk.unhealed => {
                    desk = desk.taken_over(&container, holder(), work)?;
                    desk.durable = desk.study.states.len();
                }
                Act::TakeOver { .. } => {}
                Act::Crash { keep } => {
                    container.crash(keep);
                    torn = Some(None);
                }
                Act::Tear { which, cut } => {
                    container.crash(0);
                    let names: Vec<_> = container.durable_keys().into_iter().filter(|key| key != "emic").collect();
                    let name = names[which.index(names.len())].clone();
                    container.tear(&name, cut);
                    torn = Some(Some(name));
                }
            }
            let Some(torn) = torn else { continue };
            // One fault never takes everything; a second one may, where the first was not healed yet.
            if desk.unhealed && block_on(shelf(&container).open_project(project_id(1))).is_err() {
                break;
            }
            let (book, ledger, recovery) = block_on(shelf(&container).open_to_write(project_id(1), holder())).unwrap();
            let at = if recovery.undo_lost {
                desk.study.states.iter().rposition(|state| state.project() == ledger.project() && state.history() == ledger.history())
            } else {
                desk.study.states.iter().rposition(|state| *state == ledger)
            };
            if recovery.lost_pieces.is_empty() {
                prop_assert!(at.is_some(), "no state that ever was: {torn:?} {recovery:?}");
            }
            let at = at.unwrap_or(0);
            match &torn {
                None => {
                    prop_assert!(desk.unhealed || recovery.is_clean(), "{recovery:?}");
                    prop_assert!(at + 1 >= desk.durable, "state {at} of {}, {} on the disk", desk.study.states.len(), desk.durable);
                }
                Some(key) if at + 1 < desk.durable && !desk.unhealed => {
                    prop_assert!(!recovery.is_clean(), "{key}: lost without a word");
                }
                Some(_) => {}
            }
            for hash in ledger.texts_needed() {
                let text = block_on(book.text(hash)).unwrap();
                let expected = desk.study.text(hash);
                let gone = torn.as_ref().is_some_and(|key| key.ends_with(&hash.to_string()));
                prop_assert!(gone || text.as_deref() == expected, "text {hash}");
            }
            for hash in ledger.originals_needed() {
                let gone = torn.as_ref().is_some_and(|key| key.ends_with(&hash.to_string()));
                let found = block_on(book.original(hash)).unwrap();
                prop_assert!(gone || found.as_deref() == Some(&*Study::original().1), "original {hash}");
            }
            // A text or file that is torn stays so; such a run ends here.
            if torn.as_ref().is_some_and(|key| key.contains("/t/") || key.contains("/o/")) {
                break;
            }
            let pieces = torn.as_ref().is_some_and(|key| key.contains("/r/") || key.contains("/c/"));
            let study = Study::resumed(&desk.study, ledger);
            let durable = study.states.len();
            // Opening alone heals nothing: that takes the snapshot which the app makes then.
            let unhealed = desk.unhealed || torn.is_some() || !recovery.is_clean();
            let mut points = std::mem::take(&mut desk.points);
            desk = Desk { study, book, waiting: Vec::new(), durable, points: points.clone(), unhealed };
            desk.check_points(torn.as_deref())?;
            // What is torn of a restore point stays so.
            if pieces {
                points.retain(|number, project| {
                    block_on(desk.book.open_restore_point(*number)).is_ok_and(|opened| opened == **project)
                });
                desk.points = points;
            }
        }
    }
}
