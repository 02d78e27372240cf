//! Codes: the tree beside the reader, and the codebook.

mod ask;
mod book_levels;
mod bulk;
mod changes;
mod codebook;
mod details;
mod former;
mod keys;
mod levels;
mod merge;
mod name_field;
mod panel;
mod place;
mod row;
mod sheet;
mod tree;

use std::cell::RefCell;
use std::rc::Rc;

use emic_core::project::{Code, CodeText, Colour, Project};
use emic_view::lists::{CountCache, Counts};
use yew::prelude::*;

pub use codebook::CodebookScreen;
pub use former::wording;
pub use name_field::NameField;
pub use panel::CodesPanel;
pub use row::marked;
pub use sheet::{example_of, set_example};

use crate::i18n::tr;
use crate::store::{Same, use_scope, use_settled_project};
use crate::widgets::Hue;

/// The hue that a code's colour is shown in.
pub fn hue(colour: Colour) -> Hue {
    Hue::new(u32::from(colour.number()) + 1)
}

/// What a text of a code is called.
pub fn text_name(text: CodeText) -> AttrValue {
    match text {
        CodeText::Definition => tr!("definition"),
        CodeText::Full => tr!("book-full"),
        CodeText::UseWhen => tr!("book-use-when"),
        CodeText::NotWhen => tr!("book-not-when"),
    }
}

/// How a code is to be used, in a few lines: its definition, when to use it and when not; empty if nothing is said.
pub fn guidance(code: &Code) -> String {
    let said = [CodeText::Definition, CodeText::UseWhen, CodeText::NotWhen];
    let said = said.into_iter().filter(|text| !code.text(*text).is_empty());
    let lines = said.map(|text| match text {
        CodeText::Definition => code.definition.clone(),
        text => format!("{}: {}", text_name(text), code.text(text)),
    });
    lines.collect::<Vec<_>>().join("\n")
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
