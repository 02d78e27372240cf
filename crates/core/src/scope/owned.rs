//! What of each text belongs to cases of a scope.

use std::collections::{BTreeMap, BTreeSet};

use crate::consent::owned;
use crate::ids::{CaseId, DocumentId};
use crate::project::Project;
use crate::text::{Pos, Span};

/// The spans of each document that belong to some cases, in the order of the text. A document that is not named has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owned(BTreeMap<DocumentId, Vec<Span>>);

impl Owned {
    pub fn of(cases: &BTreeSet<CaseId>, project: &Project) -> Owned {
        let mut all = BTreeMap::new();
        for document in project.documents.values() {
            let of_cases = owned(document).into_iter().filter(|(_, case)| cases.contains(case));
            let spans: Vec<Span> = of_cases.map(|(span, _)| span).collect();
            if !spans.is_empty() || document.case.is_some_and(|case| cases.contains(&case)) {
                all.insert(document.id, spans);
            }
        }
        Owned(all)
    }

    /// Whether any of a document belongs to them.
    pub fn any_of(&self, document: DocumentId) -> bool {
        self.0.contains_key(&document)
    }

    /// Whether a place does.
    pub fn contains(&self, document: DocumentId, at: Pos) -> bool {
        let Some(spans) = self.0.get(&document) else { return false };
        let after = spans.partition_point(|span| span.start <= at);
        after.checked_sub(1).and_then(|n| spans.get(n)).is_some_and(|span| span.contains(at))
    }
}
