//! The list of documents: what is shown of each, filtered and in an order.

use std::cmp::Ordering;
use std::rc::Rc;

use emic_core::ids::{DocumentId, FolderId};
use emic_core::project::{Document, Project};
use emic_core::scope::Within;
use emic_view::fold::fold;
use yew::AttrValue;

use super::asked::Asked;
use super::kind::kind_name;
use crate::store::Same;

/// What the list can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// The order of the tree.
    #[default]
    Order,
    /// The title.
    Title,
    /// The kind, by its name.
    Kind,
    /// The folder, by its path.
    Folder,
    /// How many words.
    Words,
    /// How many quotations.
    Quotations,
    /// When it came in.
    Added,
}

impl Column {
    /// Those that have a column of their own.
    pub const SHOWN: [Column; 6] =
        [Column::Title, Column::Kind, Column::Folder, Column::Words, Column::Quotations, Column::Added];

    /// The key of its name in the messages.
    pub const fn message(self) -> &'static str {
        match self {
            Column::Order => "documents-sort-order",
            Column::Title => "title",
            Column::Kind => "documents-kind",
            Column::Folder => "folder",
            Column::Words => "documents-column-words",
            Column::Quotations => "quotations",
            Column::Added => "documents-column-added",
        }
    }

    /// Whether its cells are numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Column::Words | Column::Quotations)
    }
}

/// How the list is narrowed down and ordered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that title or file name must have.
    pub words: String,
    /// The kind that it must be, by its name in files; any if empty.
    pub kind: String,
    /// What it is ordered by.
    pub column: Column,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// What is shown of one document.
#[derive(Clone, PartialEq)]
pub struct Entry {
    /// The document.
    pub document: Same<Document>,
    /// The folders that it lies in, from the outermost; empty for none.
    pub folder: AttrValue,
    /// How many words count in it.
    pub words: u32,
    /// How many quotations it has.
    pub quotations: usize,
    /// Who brought it in.
    pub by: AttrValue,
}

impl Entry {
    /// Its identity.
    pub fn id(&self) -> DocumentId {
        self.document.id
    }
}

/// The documents of what is looked at that a query asks for, in its order. `compare` orders names as the reader's
/// language does, and the words that are `asked` in a document do not count.
pub fn entries(
    project: &Project,
    within: &Within,
    asked: &Asked,
    query: &Query,
    compare: impl Fn(&str, &str) -> Ordering,
) -> Vec<Entry> {
    let words = fold(query.words.trim());
    let wanted = |document: &Document| {
        let has = |text: &str| fold(text).contains(&words);
        within.contains_document(document.id)
            && (query.kind.is_empty() || document.kind.key() == query.kind)
            && (words.is_empty() || has(&document.title) || document.source.file_name.as_deref().is_some_and(has))
    };
    let documents = project.documents_in_order().into_iter().filter(|document| wanted(document));
    let found: Vec<Entry> = documents.map(|document| entry(project, asked, document)).collect();
    let kinds: Vec<AttrValue> = if query.column == Column::Kind {
        found.iter().map(|entry| kind_name(&entry.document.kind)).collect()
    } else {
        Vec::new()
    };
    let mut order: Vec<usize> = (0..found.len()).collect();
    let by = |a: &usize, b: &usize| {
        let (x, y) = (&found[*a], &found[*b]);
        match query.column {
            Column::Order => Ordering::Equal,
            Column::Title => compare(&x.document.title, &y.document.title),
            Column::Kind => compare(&kinds[*a], &kinds[*b]),
            Column::Folder => compare(&x.folder, &y.folder),
            Column::Words => x.words.cmp(&y.words),
            Column::Quotations => x.quotations.cmp(&y.quotations),
            Column::Added => x.document.created.at.cmp(&y.document.created.at),
        }
    };
    // Equal ones keep the order of the tree in both directions.
    emic_core::sorting::sort_by(&mut order, |a, b| if query.descending { by(b, a) } else { by(a, b) });
    order.iter().map(|at| found[*at].clone()).collect()
}

fn entry(project: &Project, asked: &Asked, document: Rc<Document>) -> Entry {
    let by = project.coders.get(&document.created.by).map(|coder| AttrValue::from(coder.name.clone()));
    Entry {
        folder: folder_path(project, document.folder).into(),
        words: document.text.words.saturating_sub(asked.get(&document.id).copied().unwrap_or_default()),
        quotations: emic_core::consent::shown_quotations(project, document.id).len(),
        by: by.unwrap_or_default(),
        document: Same(document),
    }
}

fn folder_path(project: &Project, folder: Option<FolderId>) -> String {
    let mut names = Vec::new();
    let mut next = folder;
    while let Some(folder) = next.and_then(|id| project.folders.get(&id)) {
        if names.len() > project.folders.len() {
            break;
        }
        names.push(folder.name.as_str());
        next = folder.parent;
    }
    names.reverse();
    names.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::documents::samples::project;
    use emic_core::scope::Scope;

    fn titles(query: Query) -> Vec<String> {
        entries(&project(), &Within::default(), &Asked::new(), &query, |a, b| a.cmp(b))
            .iter()
            .map(|entry| entry.document.title.clone())
            .collect()
    }

    #[test]
    fn filtered_and_ordered() {
        let query = Query::default();
        assert_eq!(titles(query.clone()), ["P01", "P02", "Notes", "Article"]);
        assert_eq!(titles(Query { words: " p0".into(), ..query.clone() }), ["P01", "P02"]);
        assert_eq!(titles(Query { kind: "survey".into(), ..query.clone() }), Vec::<String>::new());
        let by = |column, descending| titles(Query { column, descending, ..Query::default() });
        assert_eq!(by(Column::Title, false), ["Article", "Notes", "P01", "P02"]);
        assert_eq!(by(Column::Words, true), ["Article", "P01", "P02", "Notes"]);
        assert_eq!(by(Column::Folder, false), ["Notes", "Article", "P01", "P02"]);
        assert_eq!(by(Column::Quotations, true), ["P01", "P02", "Notes", "Article"], "equal ones stay in order");
    }

    #[test]
    fn only_what_is_looked_at() {
        let project = project();
        let documents = project.documents_in_order().iter().skip(2).map(|document| document.id).collect();
        let within = Scope { documents, ..Scope::default() }.within(&project);
        let found = entries(&project, &within, &Asked::new(), &Query::default(), |a, b| a.cmp(b));
        let titles: Vec<_> = found.iter().map(|entry| entry.document.title.as_str()).collect();
        assert_eq!(titles, ["Notes", "Article"]);
    }
}
