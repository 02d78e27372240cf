//! Search over all words of a project, document by document, so that a worker can stop between any two.
//!
//! A text is folded once ([`Folded`]) and kept so ([`FoldCache`]); a search goes over the folded bytes and looks at the
//! text itself only where there is a hit to be shown.

mod cache;
mod excerpt;
mod folded;
mod pattern;
mod searcher;

#[cfg(test)]
mod tests;

pub use cache::FoldCache;
pub use excerpt::Excerpt;
pub use folded::Folded;
pub use pattern::{Pattern, Query};
pub use searcher::{Group, Hit, Limits, Place, Searcher, Step};
