//! Who led to whom: chains of participants, each of which begins with a seed, whom nobody referred.

use std::collections::BTreeMap;

use crate::ids::CaseId;
use crate::project::Project;

/// Whether `from` is `to`, or led to it by however many steps.
pub fn leads_to(project: &Project, from: CaseId, to: CaseId) -> bool {
    let (mut next, mut steps) = (Some(to), 0);
    while let Some(id) = next.filter(|_| steps <= project.cases.len()) {
        if id == from {
            return true;
        }
        steps += 1;
        next = project.cases.get(&id).and_then(|case| case.referrer);
    }
    false
}

/// Where a case stands in its chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The seed of its chain.
    pub seed: CaseId,
    /// How many steps lead from the seed to it; 0 for the seed.
    pub wave: u32,
}

/// A case with those whom it led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The case.
    pub case: CaseId,
    /// Its wave.
    pub wave: u32,
    /// Whom it led to, in the order of the cases.
    pub led: Vec<Node>,
}

impl Node {
    /// How many there are, with itself.
    pub fn size(&self) -> usize {
        1 + self.led.iter().map(Node::size).sum::<usize>()
    }

    /// How many of them are such, with itself.
    pub fn count(&self, such: &dyn Fn(CaseId) -> bool) -> usize {
        usize::from(such(self.case)) + self.led.iter().map(|node| node.count(such)).sum::<usize>()
    }

    /// How many waves there are after its own.
    pub fn waves(&self) -> u32 {
        self.led.iter().map(|node| 1 + node.waves()).max().unwrap_or_default()
    }

    /// How many there are in each wave from its own on.
    pub fn by_wave(&self) -> Vec<usize> {
        let mut counts = vec![1];
        for node in &self.led {
            for (n, count) in node.by_wave().into_iter().enumerate() {
                match counts.get_mut(n + 1) {
                    Some(sum) => *sum += count,
                    None => counts.push(count),
                }
            }
        }
        counts
    }
}

/// How many waves are drawn one under another. A file may hold a chain as long as it likes.
const DEEPEST: u32 = 100;

/// The chains of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chains {
    /// The seeds that led to someone, in the order of the cases.
    pub chains: Vec<Node>,
    /// Those whom nobody referred and who led to nobody.
    pub alone: Vec<CaseId>,
    places: BTreeMap<CaseId, Place>,
}

impl Chains {
    /// The chains of a project.
    pub fn of(project: &Project) -> Chains {
        let mut led: BTreeMap<CaseId, Vec<CaseId>> = BTreeMap::new();
        for case in project.cases_in_order() {
            if let Some(referrer) = case.referrer {
                led.entry(referrer).or_default().push(case.id);
            }
        }
        let mut found = Chains::default();
        if led.is_empty() {
            found.alone = project.cases_in_order().iter().map(|case| case.id).collect();
            return found;
        }
        for case in project.cases_in_order().into_iter().filter(|case| case.referrer.is_none()) {
            match led.contains_key(&case.id) {
                true => {
                    let node = found.grow(&led, case.id, Place { seed: case.id, wave: 0 });
                    found.chains.push(node);
                }
                false => found.alone.push(case.id),
            }
        }
        found
    }

    fn grow(&mut self, led: &BTreeMap<CaseId, Vec<CaseId>>, case: CaseId, place: Place) -> Node {
        self.places.insert(case, place);
        let next = Place { wave: place.wave + 1, ..place };
        let led_here = led.get(&case).into_iter().flatten();
        let nodes = match place.wave < DEEPEST {
            true => led_here.map(|case| self.grow(led, *case, next)).collect(),
            false => self.flat(led, case, place),
        };
        Node { case, wave: place.wave, led: nodes }
    }

    /// All that a case led to, side by side.
    fn flat(&mut self, led: &BTreeMap<CaseId, Vec<CaseId>>, case: CaseId, place: Place) -> Vec<Node> {
        let mut open = vec![(case, place)];
        let mut nodes = Vec::new();
        while let Some((case, place)) = open.pop() {
            let next = Place { wave: place.wave + 1, ..place };
            for case in led.get(&case).into_iter().flatten() {
                self.places.insert(*case, next);
                nodes.push(Node { case: *case, wave: next.wave, led: Vec::new() });
                open.push((*case, next));
            }
        }
        nodes
    }

    /// Where a case stands; `None` of one that is in no chain.
    pub fn place(&self, case: CaseId) -> Option<Place> {
        self.places.get(&case).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{a_project, case};

    /// 1 led to 2 and 3, 3 to 4; 5 led to 6; 7 is alone.
    fn study() -> Project {
        let mut project = a_project(&[]);
        for (n, referrer) in [(1, 0), (2, 1), (3, 1), (4, 3), (5, 0), (6, 5), (7, 0)] {
            let case = case(n, &format!("P0{n}"), referrer);
            project.cases.set(case.id, Some(case));
        }
        project
    }

    #[test]
    fn chains_begin_with_those_whom_nobody_referred() {
        let chains = Chains::of(&study());
        let id = CaseId::from_number;
        assert_eq!(
            chains.chains.iter().map(|node| (node.case, node.size(), node.waves())).collect::<Vec<_>>(),
            [(id(1), 4, 2), (id(5), 2, 1)]
        );
        assert_eq!(chains.chains[0].by_wave(), [1, 2, 1]);
        assert_eq!(chains.alone, [id(7)]);
        assert_eq!(chains.place(id(4)), Some(Place { seed: id(1), wave: 2 }));
        assert_eq!(chains.place(id(7)), None);
    }

    #[test]
    fn nobody_leads_to_themselves() {
        let project = study();
        let id = CaseId::from_number;
        for (from, to, leads) in [(1, 4, true), (4, 1, false), (2, 2, true), (5, 4, false)] {
            assert_eq!(leads_to(&project, id(from), id(to)), leads, "{from} {to}");
        }
    }
}
