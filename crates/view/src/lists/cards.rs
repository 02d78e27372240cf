//! A project at a glance.

use emic_core::history::History;
use emic_core::project::Project;
use emic_core::time::Timestamp;

/// What a project's card on the start page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectCounts {
    /// Documents.
    pub documents: usize,
    /// Words in them.
    pub words: u64,
    /// Codes.
    pub codes: usize,
    /// Quotations.
    pub quotations: usize,
    /// Those who code.
    pub coders: usize,
    /// When it was last changed; when it was made, if nothing was done since.
    pub changed: Timestamp,
}

impl ProjectCounts {
    /// Counts a project.
    pub fn of(project: &Project, history: &History) -> ProjectCounts {
        ProjectCounts {
            documents: project.documents.len(),
            words: project.documents.values().map(|document| u64::from(document.text.words)).sum(),
            codes: project.codes.len(),
            quotations: project.quotation_count(),
            coders: project.coders.len(),
            changed: history.steps().last().map_or(project.meta.created, |step| step.stamp.at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{document, project_of_codes, stamp};
    use emic_core::history::{HistoryStep, Way};
    use emic_core::ids::{DocumentId, StepId};
    use emic_core::text::Text;
    use emic_core::time::Stamp;
    use std::rc::Rc;

    #[test]
    fn a_card_counts() {
        let mut project = project_of_codes(&[(1, "a", 0), (2, "b", 1)]);
        let text = Text::new("Three short words");
        project.documents.set(DocumentId::from_number(1), Some(Rc::new(document(1, "d", 0, &text, vec![]))));
        let mut history = History::default();
        let card = |history: &History| ProjectCounts::of(&project, history);
        assert_eq!(
            card(&history),
            ProjectCounts { documents: 1, words: 3, codes: 2, quotations: 0, coders: 0, changed: Timestamp(0) }
        );
        history.push(HistoryStep {
            id: StepId::from_number(1),
            stamp: Stamp { at: Timestamp(7), ..stamp() },
            way: Way::Done,
            actions: vec![],
            extra: Default::default(),
        });
        assert_eq!(card(&history).changed, Timestamp(7));
    }
}
