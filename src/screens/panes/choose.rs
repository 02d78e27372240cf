//! Choosing a document by typing a part of its title.

use std::rc::Rc;

use emic_core::ids::DocumentId;
use emic_core::project::{Document, Project};
use emic_view::fold::fold;
use yew::prelude::*;

use crate::actions::fit;
use crate::i18n::tr;
use crate::store::use_project;
use crate::widgets::{Dialog, DialogSize, Finder, FinderRow};

/// How many documents are listed at most.
const MOST: usize = 200;

/// What [`DocumentDialog`] asks.
#[derive(Properties, PartialEq)]
pub struct DocumentDialogProps {
    /// What the document is chosen for.
    pub title: AttrValue,
    /// The one that was chosen.
    pub on_choose: Callback<DocumentId>,
    /// Nothing is to be chosen.
    pub on_close: Callback<()>,
}

/// Asks for a document.
#[component]
pub fn DocumentDialog(props: &DocumentDialogProps) -> Html {
    html! {
        <Dialog open=true title={props.title.clone()} size={DialogSize::Medium} on_close={props.on_close.clone()}>
            <Choice on_choose={props.on_choose.clone()} />
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    on_choose: Callback<DocumentId>,
}

/// The field and the documents that answer it.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let typed = use_state_eq(String::new);
    let project = use_project();
    let found = use_memo((project, (*typed).clone()), |(project, typed)| {
        let found = project.as_ref().map(|project| answers(project, typed)).unwrap_or_default();
        let rows = found.iter().map(row).collect();
        (found, rows)
    });
    let on_choose = {
        let (found, on_choose) = (found.clone(), props.on_choose.clone());
        Callback::from(move |at: usize| {
            if let Some((document, _)) = found.0.get(at) {
                on_choose.emit(document.id);
            }
        })
    };
    let count = if typed.is_empty() { AttrValue::default() } else { tr!("palette-count", n = found.0.len()) };
    html! {
        <Finder
            label={tr!("documents-find")}
            list={tr!("documents")}
            rows={Rc::<[FinderRow]>::clone(&found.1)}
            none={tr!("nothing-found")}
            {count}
            on_input={Callback::from(move |words: String| typed.set(words))}
            {on_choose}
        />
    }
}

/// A document with the name of its folder.
type Answer = (Rc<Document>, Option<AttrValue>);

fn row((document, folder): &Answer) -> FinderRow {
    let (key, name) = (document.id.to_string().into(), document.title.clone().into());
    FinderRow { key, name, note: folder.clone(), keys: None, disabled: false }
}

/// The documents whose titles answer what is typed, the best first; without anything typed all in their order.
fn answers(project: &Project, typed: &str) -> Vec<Answer> {
    let typed = fold(typed);
    let mut found: Vec<(u8, Answer)> = Vec::new();
    for document in project.documents_in_order() {
        if let Some(level) = fit(typed.trim(), &fold(&document.title)) {
            let folder = document.folder.and_then(|id| project.folders.get(&id));
            let folder = folder.map(|folder| AttrValue::from(folder.name.clone()));
            found.push((level, (document, folder)));
        }
    }
    // Stable: what answers equally well keeps its order.
    emic_core::sorting::sort_by_key(&mut found, |(level, _)| *level);
    found.truncate(MOST);
    found.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::documents::samples::project;

    #[test]
    fn documents_are_found_by_a_part_of_their_titles() {
        let titles = |typed: &str| {
            answers(&project(), typed).into_iter().map(|(document, _)| document.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(titles(""), ["P01", "P02", "Notes", "Article"]);
        assert_eq!(titles(" nót"), ["Notes"]);
        assert_eq!(titles("p0"), ["P01", "P02"]);
        assert_eq!(titles("zebra"), Vec::<String>::new());
    }
}
