//! Codes: the tree beside the reader, and the codebook.

mod ask;
mod changes;
mod codebook;
mod details;
mod levels;
mod name_field;
mod panel;
mod place;
mod row;
mod tree;

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::project::{Colour, Project};
use emic_view::lists::{CountCache, Counts};
use yew::prelude::*;

pub use codebook::CodebookScreen;
pub use panel::CodesPanel;
pub use row::marked;

use crate::store::{Same, use_scope, use_settled_project};
use crate::widgets::Hue;

/// The hue that a code's colour is shown in.
pub fn hue(colour: Colour) -> Hue {
    Hue::new(u32::from(colour.number()) + 1)
}

thread_local! {
    /// One for all that show counts, so that an edit is counted once.
    static COUNTED: RefCell<CountCache> = RefCell::default();
}

/// How often each code of the open project is used, kept up with every change as soon as the change is painted.
#[hook]
pub fn use_counts() -> Rc<Counts> {
    let (project, scope) = (use_settled_project(), use_scope());
    (*use_memo((project, scope), |(project, scope)| {
        let update = |project: &Same<Project>| COUNTED.with_borrow_mut(|counted| counted.update(project, scope));
        project.as_ref().map(update).unwrap_or_default()
    }))
    .clone()
}
