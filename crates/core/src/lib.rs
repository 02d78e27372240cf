//! The domain of Emic: a project, its texts and positions, edits and their history.

pub mod text;
