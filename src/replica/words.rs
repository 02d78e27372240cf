//! What the page and the replica say to each other: JSON in messages.

use emic_core::ids::{DocumentId, ProjectId};
use emic_core::scope::Scope;
use emic_core::search::{Group, Query};
use emic_core::text::{Span, TextHash};
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Ask {
    /// To look for words in the project; what was asked before and is still under way is given up.
    Search {
        /// The number of the question, which all answers to it carry.
        number: u32,
        project: ProjectId,
        query: Query,
        scope: Scope,
    },
    /// To give the hits of documents of which they were only counted.
    Rest { number: u32, project: ProjectId, query: Query, scope: Scope, documents: Vec<DocumentId> },
    /// Where words stand in one text.
    Find { number: u32, project: ProjectId, query: Query, document: DocumentId, text: TextHash },
    /// To give a search up.
    Stop(u32),
    /// To search what is stored again.
    Forget,
    /// To search this project file instead of what is stored.
    Take { project: ProjectId, file: String },
}

/// What the replica answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Told {
    /// Found so far; `done` of `all` places were looked at.
    Found { number: u32, groups: Vec<Group>, done: usize, all: usize },
    /// All was looked at. `steps` is how many steps of its history the project had that was looked through.
    Done { number: u32, steps: usize },
    /// Where the words stand in the text.
    Spans { number: u32, spans: Vec<Span> },
    /// It cannot be done; why, in technical words.
    Failed { number: u32, why: Failure },
}

/// Why a search failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The project or the text cannot be read where it is stored.
    Unreadable(String),
    /// The worker could not be started, or has ended.
    Worker(String),
}

impl Told {
    /// The question that this belongs to.
    pub(super) fn number(&self) -> u32 {
        match self {
            Told::Found { number, .. }
            | Told::Done { number, .. }
            | Told::Spans { number, .. }
            | Told::Failed { number, .. } => *number,
        }
    }
}
