//! The domain of Emic: a project, its texts and positions, edits and their history.
//!
//! Nothing here knows a browser, a clock or chance: ids and times are passed in. Nothing here has words for people:
//! errors and history are typed, and the app words them in the reader's language.

pub mod columns;
pub mod consent;
pub mod edit;
pub mod fold;
pub mod guide;
pub mod history;
pub mod ids;
pub mod ledger;
pub mod paper;
pub mod project;
pub mod purge;
pub mod query;
pub mod rank;
pub mod recruitment;
pub mod removal;
pub mod repair;
pub mod scope;
pub mod search;
pub mod sorting;
pub mod table1;
pub mod text;
pub mod time;
pub mod values;

#[cfg(test)]
mod samples;
