//! Quotations found again, grouped by document.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::ids::CodeId;
use emic_core::project::{Document, Project, Quotation};
use emic_core::query::{quotations_with, quotations_without_code, with_subcodes};
use emic_core::scope::Scope;

/// The quotations of one document that were asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct RetrievalGroup {
    /// The document.
    pub document: Rc<Document>,
    /// Its quotations in reading order; at least one.
    pub quotations: Vec<Rc<Quotation>>,
}

/// The quotations that have a code (or, with `subcodes`, any below it), or those without any code for `None`; document
/// by document in the order of the tree. Only what the scope holds.
pub fn retrieval(project: &Project, code: Option<CodeId>, subcodes: bool, scope: &Scope) -> Vec<RetrievalGroup> {
    let found = match code {
        None => quotations_without_code(project, scope),
        Some(code) if subcodes => quotations_with(project, &with_subcodes(project, code), scope),
        Some(code) => quotations_with(project, &BTreeSet::from([code]), scope),
    };
    let mut groups: Vec<RetrievalGroup> = Vec::new();
    for (document, quotation) in found {
        match groups.last_mut() {
            Some(last) if last.document.id == document.id => last.quotations.push(quotation),
            _ => groups.push(RetrievalGroup { document, quotations: vec![quotation] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{document, project_of_codes, quotation};
    use emic_core::ids::DocumentId;
    use emic_core::project::QuotationList;
    use emic_core::text::{Span, Text};

    #[test]
    fn quotations_are_found_with_or_without_what_is_below() {
        let mut project = project_of_codes(&[(1, "Theme", 0), (2, "a", 1), (3, "b", 0)]);
        let text = Text::new("some words of somebody");
        for (n, quotations) in [
            (1, vec![quotation(1, Span::new(9, 12), &[2]), quotation(2, Span::new(0, 4), &[1, 2])]),
            (2, vec![quotation(3, Span::new(0, 4), &[3]), quotation(4, Span::new(0, 9), &[])]),
        ] {
            let id = DocumentId::from_number(n);
            project.documents.set(id, Some(Rc::new(document(n, "d", 0, &text, vec![]))));
            project.quotations.set(id, Some(Rc::new(QuotationList::from_unsorted(quotations))));
        }
        let found = |code: Option<u128>, subcodes| {
            retrieval(&project, code.map(CodeId::from_number), subcodes, &Scope::everything())
                .iter()
                .map(|group| {
                    let ids = group.quotations.iter().map(|quotation| quotation.id.0.as_u128()).collect::<Vec<_>>();
                    (group.document.id.0.as_u128(), ids)
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(found(Some(1), true), [(1, vec![2, 1])]);
        assert_eq!(found(Some(1), false), [(1, vec![2])]);
        assert_eq!(found(None, true), [(2, vec![4])]);
        assert_eq!(found(Some(9), true), []);
    }
}
