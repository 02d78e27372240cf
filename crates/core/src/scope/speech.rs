//! Whose words a scope holds: turns of some speakers, or all but those of who asks.

use std::collections::{BTreeMap, BTreeSet};

use super::Scope;
use crate::fold::{Keep, folded};
use crate::ids::DocumentId;
use crate::project::{Document, Project, Role};
use crate::text::{Pos, Span};

/// What a name is compared as: in different documents it may be written in different ways.
pub fn speaker_key(name: &str) -> String {
    folded(name, Keep::default())
}

/// Everyone who speaks in a project: what the name is compared as, and the name as it is written first.
pub fn speakers_by_name(project: &Project) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for document in project.documents_in_order() {
        for speaker in &document.structure.speakers {
            names.entry(speaker_key(&speaker.name)).or_insert_with(|| speaker.name.clone());
        }
    }
    names
}

/// What of one text is in a scope; spans are in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Heard {
    /// These turns.
    Only(Vec<Span>),
    /// All but these turns.
    AllBut(Vec<Span>),
}

/// What of each text is in a scope that speakers narrow. A text that is not named is in it as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speech(BTreeMap<DocumentId, Heard>);

impl Speech {
    /// What speakers leave of a project; `None` if they narrow nothing.
    pub fn of(scope: &Scope, project: &Project) -> Option<Speech> {
        if scope.speakers.is_empty() && !scope.without_interviewers {
            return None;
        }
        let heard = project.documents.iter().map(|(id, document)| (*id, heard(scope, document)));
        Some(Speech(heard.filter(|(_, heard)| *heard != Heard::AllBut(Vec::new())).collect()))
    }

    /// Whether what stands at a place is in it.
    pub fn contains(&self, document: DocumentId, at: Pos) -> bool {
        let within = |turns: &[Span]| {
            let after = turns.partition_point(|turn| turn.start <= at);
            after.checked_sub(1).and_then(|n| turns.get(n)).is_some_and(|turn| turn.contains(at))
        };
        match self.0.get(&document) {
            None => true,
            Some(Heard::Only(turns)) => within(turns),
            Some(Heard::AllBut(turns)) => !within(turns),
        }
    }

    /// Whether nothing of a document is in it.
    pub fn is_silent(&self, document: DocumentId) -> bool {
        matches!(self.0.get(&document), Some(Heard::Only(turns)) if turns.is_empty())
    }

    /// Whether a part of a document is not in it.
    pub fn narrows(&self, document: DocumentId) -> bool {
        self.0.contains_key(&document)
    }
}

fn heard(scope: &Scope, document: &Document) -> Heard {
    let structure = &document.structure;
    if scope.speakers.is_empty() {
        return Heard::AllBut(structure.asked());
    }
    let wanted = structure.speakers.iter().filter(|speaker| {
        let asks = speaker.role == Role::Interviewer && scope.without_interviewers;
        !asks && scope.speakers.contains(&speaker_key(&speaker.name))
    });
    let wanted: BTreeSet<_> = wanted.map(|speaker| speaker.id).collect();
    Heard::Only(structure.turns.iter().filter(|turn| wanted.contains(&turn.speaker)).map(|turn| turn.span).collect())
}
