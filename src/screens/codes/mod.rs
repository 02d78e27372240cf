//! Codes: the tree beside the reader, and the codebook.

mod ask;
mod codebook;
mod details;
mod name_field;
mod panel;
mod place;
mod row;
mod tree;

use std::rc::Rc;

use emic_core::project::Colour;
use emic_core::scope::Scope;
use emic_view::lists::{CountCache, Counts};
use yew::prelude::*;

pub use codebook::CodebookScreen;
pub use panel::CodesPanel;
pub use row::marked;

use crate::store::use_project;
use crate::widgets::Hue;

/// The hue that a code's colour is shown in.
pub fn hue(colour: Colour) -> Hue {
    Hue::new(u32::from(colour.number()) + 1)
}

/// How often each code of the open project is used, kept up with every change.
#[hook]
pub fn use_counts() -> Rc<Counts> {
    let cache = use_mut_ref(CountCache::default);
    let project = use_project();
    (*use_memo(project, |project| {
        project.as_ref().map(|project| cache.borrow_mut().update(project, &Scope::everything())).unwrap_or_default()
    }))
    .clone()
}
