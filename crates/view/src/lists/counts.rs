//! How often each code was used, counted anew only where quotations changed.

use emic_core::sorting::to_set;
use std::collections::BTreeMap;
use std::rc::Rc;

use emic_core::ids::{CodeId, DocumentId};
use emic_core::project::{Code, Project, QuotationList, Table};
use emic_core::scope::{Scope, Within};

use crate::tree::code_lines;

/// Counts over what a scope holds of a project. What has none is not listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Quotations of each document.
    pub by_document: BTreeMap<DocumentId, usize>,
    /// Quotations that have the code itself.
    pub by_code: BTreeMap<CodeId, usize>,
    /// Quotations that have the code or any below it, each counted once.
    pub with_subcodes: BTreeMap<CodeId, usize>,
    /// All quotations.
    pub quotations: usize,
    /// Quotations without a code.
    pub uncoded: usize,
    /// All codings.
    pub codings: usize,
}

/// Counts that are kept up with a project: after an edit only the documents are recounted whose quotations it touched,
/// and all of them if a code was put elsewhere in the tree or the scope holds something else.
#[derive(Debug, Clone, Default)]
pub struct CountCache {
    codes: Table<CodeId, Code>,
    lines: BTreeMap<CodeId, Vec<CodeId>>,
    within: Within,
    documents: BTreeMap<DocumentId, (QuotationList, Part)>,
    counts: Rc<Counts>,
}

/// The counts of one document.
#[derive(Debug, Clone, Default)]
struct Part {
    quotations: usize,
    by_code: BTreeMap<CodeId, usize>,
    with_subcodes: BTreeMap<CodeId, usize>,
    uncoded: usize,
    codings: usize,
}

impl CountCache {
    /// The counts of what a scope holds of a project as it is now; the very same value as before if none changed.
    pub fn update(&mut self, project: &Project, scope: &Scope) -> Rc<Counts> {
        let within = scope.within(project);
        // What the former scope held is counted out all at once, and so is shown as changed only if it is.
        let mut counts = if within == self.within {
            None
        } else {
            self.within = within;
            self.documents.clear();
            Some(Counts::default())
        };
        if !self.codes.same(&project.codes) {
            let lines = code_lines(&project.codes);
            if lines != self.lines {
                self.lines = lines;
                self.documents.clear();
                counts = Some(Counts::default());
            }
            self.codes = project.codes.clone();
        }
        let gone: Vec<DocumentId> =
            self.documents.keys().filter(|id| !project.quotations.contains(id)).copied().collect();
        let stale: Vec<(DocumentId, QuotationList)> = project
            .quotations
            .iter()
            .filter(|(id, list)| !self.documents.get(id).is_some_and(|(counted, _)| counted.same(list)))
            .map(|(id, list)| (*id, (**list).clone()))
            .collect();
        let mut counts = counts.unwrap_or_else(|| (*self.counts).clone());
        for id in gone.iter().chain(stale.iter().map(|(id, _)| id)) {
            if let Some((_, part)) = self.documents.remove(id) {
                counts.remove(*id, &part);
            }
        }
        for (id, list) in stale {
            let part = if self.within.contains_document(id) {
                Part::of(&list, &self.lines, &self.within)
            } else {
                Part::default()
            };
            counts.add(id, &part);
            self.documents.insert(id, (list, part));
        }
        if counts != *self.counts {
            self.counts = Rc::new(counts);
        }
        Rc::clone(&self.counts)
    }
}

impl Part {
    fn of(list: &QuotationList, lines: &BTreeMap<CodeId, Vec<CodeId>>, within: &Within) -> Part {
        let mut part = Part::default();
        for quotation in list.iter().filter(|quotation| within.contains_quotation(quotation)) {
            part.quotations += 1;
            part.uncoded += usize::from(quotation.codings.is_empty());
            part.codings += within.codings(quotation).count();
            let own = to_set(within.codings(quotation).map(|coding| coding.code));
            let all = to_set(own.iter().filter_map(|code| lines.get(code)).flatten().copied());
            for code in own {
                *part.by_code.entry(code).or_default() += 1;
            }
            for code in all {
                *part.with_subcodes.entry(code).or_default() += 1;
            }
        }
        part
    }
}

impl Counts {
    fn add(&mut self, id: DocumentId, part: &Part) {
        if part.quotations > 0 {
            self.by_document.insert(id, part.quotations);
        }
        for (sum, of) in [(&mut self.by_code, &part.by_code), (&mut self.with_subcodes, &part.with_subcodes)] {
            for (code, count) in of {
                *sum.entry(*code).or_default() += count;
            }
        }
        self.quotations += part.quotations;
        self.uncoded += part.uncoded;
        self.codings += part.codings;
    }

    fn remove(&mut self, id: DocumentId, part: &Part) {
        self.by_document.remove(&id);
        for (sum, of) in [(&mut self.by_code, &part.by_code), (&mut self.with_subcodes, &part.with_subcodes)] {
            for (code, count) in of {
                if let Some(left) = sum.get_mut(code) {
                    *left -= count;
                    if *left == 0 {
                        sum.remove(code);
                    }
                }
            }
        }
        self.quotations -= part.quotations;
        self.uncoded -= part.uncoded;
        self.codings -= part.codings;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{code, project_of_codes, quotation};
    use emic_core::ids::QuotationId;
    use emic_core::text::Span;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn put(project: &mut Project, document: u128, n: u128, codes: Option<&[u128]>) {
        let document = DocumentId::from_number(document);
        let quotation = codes.map(|codes| quotation(n, Span::new(n as u32, n as u32 + 5), codes));
        let list = project.quotations_in(document).with(QuotationId::from_number(n), quotation);
        project.quotations.set(document, (!list.is_empty()).then(|| Rc::new(list)));
    }

    #[test]
    fn a_quotation_counts_once_for_all_codes_below() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "a", 1), (3, "b", 1), (4, "c", 0)]);
        put(&mut project, 1, 1, Some(&[2, 3]));
        put(&mut project, 1, 2, Some(&[3]));
        put(&mut project, 2, 3, Some(&[]));
        let counts = CountCache::default().update(&project, &Scope::everything());
        let of = |map: &BTreeMap<CodeId, usize>| map.iter().map(|(id, n)| (id.0.as_u128(), *n)).collect::<Vec<_>>();
        assert_eq!(of(&counts.by_code), [(2, 1), (3, 2)]);
        assert_eq!(of(&counts.with_subcodes), [(1, 2), (2, 1), (3, 2)]);
        assert_eq!((counts.quotations, counts.uncoded, counts.codings), (3, 1, 3));
        assert_eq!(counts.by_document[&DocumentId::from_number(1)], 2);
    }

    #[test]
    fn only_what_changed_is_recounted() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "a", 1)]);
        for document in 1..=200 {
            for n in 0..100 {
                put(&mut project, document, n, Some(&[2]));
            }
        }
        let mut cache = CountCache::default();
        let before = cache.update(&project, &Scope::everything());
        assert!(Rc::ptr_eq(&before, &cache.update(&project, &Scope::everything())), "nothing changed");
        // A rename, and a quotation that moves, change no count.
        project.codes.set(CodeId::from_number(2), Some(code(2, "another name", 1)));
        assert!(Rc::ptr_eq(&before, &cache.update(&project, &Scope::everything())));
        // Falsify what is kept of one document: it stays so for as long as no edit touches that document.
        let kept = DocumentId::from_number(7);
        cache.documents.get_mut(&kept).unwrap().1.codings = 0;
        put(&mut project, 9, 5, None);
        assert_eq!(cache.update(&project, &Scope::everything()).quotations, 19_999);
        assert_eq!(cache.documents[&kept].1.codings, 0, "not recounted");
    }

    #[test]
    fn a_scope_narrows_what_is_counted() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "a", 1), (3, "b", 1), (4, "c", 0)]);
        put(&mut project, 1, 1, Some(&[2, 4]));
        put(&mut project, 1, 2, Some(&[4]));
        put(&mut project, 1, 3, Some(&[]));
        let mut cache = CountCache::default();
        assert_eq!(cache.update(&project, &Scope::everything()).quotations, 3);
        let scope = Scope { codes: BTreeSet::from([CodeId::from_number(1)]), ..Scope::default() };
        let counts = cache.update(&project, &scope);
        assert_eq!((counts.quotations, counts.uncoded, counts.codings), (1, 0, 1));
        assert_eq!(counts.by_code, BTreeMap::from([(CodeId::from_number(2), 1)]));
        assert!(Rc::ptr_eq(&counts, &cache.update(&project, &scope)));
        assert_eq!(cache.update(&project, &Scope::everything()).codings, 3);
    }

    proptest! {
        #[test]
        fn kept_counts_are_those_of_a_new_count(
            steps in prop::collection::vec((0..4u128, 0..6u128, prop::option::of(prop::collection::btree_set(1..6u128, 0..4)), any::<bool>(), 0..6u128, 0..4u128), 1..30),
        ) {
            let mut project = project_of_codes(&[(1, "a", 0), (2, "b", 1), (3, "c", 2), (4, "d", 1), (5, "e", 0)]);
            let mut cache = CountCache::default();
            for (document, n, codes, move_code, parent, narrow) in steps {
                if move_code {
                    // Cycles too: a file may have one, and counting must end.
                    project.codes.set(CodeId::from_number(3), Some(code(3, "c", parent)));
                }
                let scope = match narrow {
                    1 => Scope { codes: BTreeSet::from([CodeId::from_number(2)]), ..Scope::default() },
                    2 => Scope { documents: BTreeSet::from([DocumentId::from_number(1)]), ..Scope::default() },
                    _ => Scope::everything(),
                };
                let codes: Option<Vec<u128>> = codes.map(|codes| codes.into_iter().collect());
                put(&mut project, document, n, codes.as_deref());
                prop_assert_eq!(cache.update(&project, &scope), CountCache::default().update(&project, &scope));
            }
        }
    }
}
