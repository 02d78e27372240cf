//! The documents in their folders, as rows.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::ids::FolderId;
use emic_core::project::{Document, DocumentKind, Folder, Project};

use super::Counts;
use crate::fold::fold;
use crate::tree::folders_by_parent;

/// In which order documents are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DocumentSort {
    /// As the researcher put them, in their folders.
    #[default]
    Own,
    /// By title, numbers in it by their value. This and the following list all documents without folders.
    Title,
    /// By when they were brought in.
    Added,
    /// By how many quotations they have.
    Quotations,
    /// By how many words they have.
    Words,
}

/// What is listed, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentFilter {
    /// Words that all stand in the title, or in the name of a folder above it; all if there are none.
    pub words: String,
    /// Only of this kind.
    pub kind: Option<DocumentKind>,
    /// The order.
    pub sort: DocumentSort,
    /// The other way round; not for the researcher's own order.
    pub descending: bool,
    /// Folders that are not opened. While something is filtered all are.
    pub closed: BTreeSet<FolderId>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum DocumentRow {
    /// A folder; its folders, then its documents follow if it is open.
    Folder {
        /// The folder.
        folder: Rc<Folder>,
        /// How many folders it lies in.
        depth: usize,
        /// How many documents are in it and in the folders in it (that the filter lets through).
        documents: usize,
        /// Whether what is in it follows.
        open: bool,
    },
    /// A document.
    Document {
        /// The document; its words are counted in it.
        document: Rc<Document>,
        /// How many folders it lies in; 0 in an order without folders.
        depth: usize,
        /// How many quotations it has.
        quotations: usize,
    },
}

/// The rows of the document list.
pub fn document_rows(project: &Project, counts: &Counts, filter: &DocumentFilter) -> Vec<DocumentRow> {
    let mut lister = Lister {
        counts,
        filter,
        words: fold(&filter.words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        folders: folders_by_parent(&project.folders),
        documents: BTreeMap::new(),
        rows: Vec::new(),
    };
    for document in project.documents.values() {
        lister.documents.entry(document.folder).or_default().push(document);
    }
    for siblings in lister.documents.values_mut() {
        emic_core::sorting::sort_by_key(siblings, |document| (document.rank, document.id));
    }
    let by_tree = filter.sort == DocumentSort::Own;
    lister.visit(None, 0, by_tree, "");
    let mut rows = lister.rows;
    if !by_tree {
        sort(&mut rows, filter.sort, filter.descending);
    }
    rows
}

struct Lister<'a> {
    counts: &'a Counts,
    filter: &'a DocumentFilter,
    words: Vec<String>,
    folders: BTreeMap<Option<FolderId>, Vec<Rc<Folder>>>,
    documents: BTreeMap<Option<FolderId>, Vec<&'a Rc<Document>>>,
    rows: Vec<DocumentRow>,
}

impl Lister<'_> {
    /// Lists what is in a folder; gives how many documents that are. From the top every folder is reached once, so
    /// this ends. `above`: the names of the folders that it lies in, folded.
    fn visit(&mut self, folder: Option<FolderId>, depth: usize, by_tree: bool, above: &str) -> usize {
        let filtered = !self.words.is_empty() || self.filter.kind.is_some();
        let mut found = 0;
        for inner in self.folders.get(&folder).cloned().unwrap_or_default() {
            let at = self.rows.len();
            let open = filtered || !self.filter.closed.contains(&inner.id);
            let within = self.visit(Some(inner.id), depth + 1, by_tree, &format!("{above} {}", fold(&inner.name)));
            found += within;
            if !by_tree {
                continue;
            }
            if !open {
                self.rows.truncate(at);
            }
            if within > 0 || !filtered {
                self.rows.insert(at, DocumentRow::Folder { folder: inner, depth, documents: within, open });
            }
        }
        for document in self.documents.get(&folder).cloned().unwrap_or_default() {
            let name = format!("{above} {}", fold(&document.title));
            let wanted = self.words.iter().all(|word| name.contains(word.as_str()))
                && self.filter.kind.as_ref().is_none_or(|kind| *kind == document.kind);
            if wanted {
                found += 1;
                let quotations = self.counts.by_document.get(&document.id).copied().unwrap_or(0);
                let depth = if by_tree { depth } else { 0 };
                self.rows.push(DocumentRow::Document { document: Rc::clone(document), depth, quotations });
            }
        }
        found
    }
}

fn sort(rows: &mut [DocumentRow], by: DocumentSort, descending: bool) {
    let key = |row: &DocumentRow| match row {
        DocumentRow::Folder { .. } => None,
        DocumentRow::Document { document, quotations, .. } => {
            let number = match by {
                DocumentSort::Own | DocumentSort::Title => 0,
                DocumentSort::Added => document.created.at.0,
                DocumentSort::Quotations => *quotations as i64,
                DocumentSort::Words => i64::from(document.text.words),
            };
            Some((number, fold(&document.title), document.id))
        }
    };
    rows.sort_by_cached_key(|row| {
        let key = key(row).map(|(number, title, id)| (number, Natural(title), id));
        if descending { Order::Down(std::cmp::Reverse(key)) } else { Order::Up(key) }
    });
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Order<K> {
    Up(K),
    Down(std::cmp::Reverse<K>),
}

/// A folded title in which "Interview 2" comes before "Interview 10".
#[derive(PartialEq, Eq)]
struct Natural(String);

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (self.0.as_str(), other.0.as_str());
        loop {
            let (x, y) = (piece(&mut a), piece(&mut b));
            let number = |piece: &str| piece.starts_with(|c: char| c.is_ascii_digit());
            let order = if number(x) && number(y) {
                let (x, y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
                x.len().cmp(&y.len()).then_with(|| x.cmp(y))
            } else {
                x.cmp(y)
            };
            if order != Ordering::Equal {
                return order;
            }
            if x.is_empty() && y.is_empty() {
                // "01" and "1": alike so far, but not the same.
                return self.0.cmp(&other.0);
            }
        }
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Takes the digits, or what is not digits, at the start.
fn piece<'t>(rest: &mut &'t str) -> &'t str {
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
    let (piece, after) = rest.split_at(end);
    *rest = after;
    piece
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{document, folder, project};
    use emic_core::ids::DocumentId;
    use emic_core::text::Text;
    use emic_core::time::Timestamp;

    fn sample() -> (Project, Counts) {
        let mut project = project();
        for (n, name, parent) in [(1, "Round two", 0), (2, "Pilot", 1), (3, "Empty", 0), (8, "x", 9), (9, "y", 8)] {
            project.folders.set(FolderId::from_number(n), Some(folder(n, name, parent)));
        }
        let mut counts = Counts::default();
        for (n, title, folder, words, quotations) in [
            (1, "Interview 10", 1, "a b", 5),
            (2, "Interview 2", 1, "a b c", 1),
            (3, "Élise", 2, "a", 0),
            (4, "مقابلة أولى", 0, "a b c d", 3),
            (5, "lost in a cycle", 9, "a", 0),
        ] {
            let mut document = document(n, title, folder, &Text::new(words), vec![]);
            document.created.at = Timestamp(100 - n as i64);
            if n == 3 {
                document.kind = DocumentKind::Article;
            }
            counts.by_document.insert(document.id, quotations);
            project.documents.set(DocumentId::from_number(n), Some(Rc::new(document)));
        }
        (project, counts)
    }

    fn drawn(filter: &DocumentFilter) -> Vec<String> {
        let (project, counts) = sample();
        document_rows(&project, &counts, filter)
            .iter()
            .map(|row| match row {
                DocumentRow::Folder { folder, depth, documents, open } => {
                    format!("{}{} {} ({documents})", "  ".repeat(*depth), if *open { "v" } else { ">" }, folder.name)
                }
                DocumentRow::Document { document, depth, quotations } => {
                    format!("{}{} {quotations}", "  ".repeat(*depth), document.title)
                }
            })
            .collect()
    }

    #[test]
    fn folders_come_first_and_open_and_close() {
        let mut filter = DocumentFilter::default();
        assert_eq!(
            drawn(&filter),
            [
                "v Round two (3)",
                "  v Pilot (1)",
                "    Élise 0",
                "  Interview 10 5",
                "  Interview 2 1",
                "v Empty (0)",
                "مقابلة أولى 3"
            ]
        );
        filter.closed.insert(FolderId::from_number(1));
        assert_eq!(drawn(&filter), ["> Round two (3)", "v Empty (0)", "مقابلة أولى 3"]);
    }

    #[test]
    fn a_filter_opens_what_is_closed_and_leaves_out_what_is_empty() {
        let closed = BTreeSet::from([FolderId::from_number(1)]);
        let words =
            |words: &str| drawn(&DocumentFilter { words: words.into(), closed: closed.clone(), ..Default::default() });
        assert_eq!(words("ELISE"), ["v Round two (1)", "  v Pilot (1)", "    Élise 0"]);
        assert_eq!(words("two 10"), ["v Round two (1)", "  Interview 10 5"]);
        assert_eq!(words("مقابله اولي"), ["مقابلة أولى 3"]);
        assert!(words("nothing").is_empty());
        let kind = DocumentFilter { kind: Some(DocumentKind::Article), ..Default::default() };
        assert_eq!(drawn(&kind), ["v Round two (1)", "  v Pilot (1)", "    Élise 0"]);
    }

    #[test]
    fn other_orders_list_all_without_folders() {
        let by = |sort, descending| {
            drawn(&DocumentFilter { sort, descending, ..Default::default() })
                .iter()
                .map(|row| row.chars().take(12).collect::<String>().trim().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(by(DocumentSort::Title, false), ["Élise 0", "Interview 2", "Interview 10", "مقابلة أولى"]);
        assert_eq!(by(DocumentSort::Title, true), ["مقابلة أولى", "Interview 10", "Interview 2", "Élise 0"]);
        assert_eq!(by(DocumentSort::Added, false), ["مقابلة أولى", "Élise 0", "Interview 2", "Interview 10"]);
        assert_eq!(by(DocumentSort::Quotations, true), ["Interview 10", "مقابلة أولى", "Interview 2", "Élise 0"]);
        assert_eq!(by(DocumentSort::Words, false), ["Élise 0", "Interview 10", "Interview 2", "مقابلة أولى"]);
    }

    #[test]
    fn numbers_in_titles_count_by_value() {
        let mut titles = ["p10", "p9", "p09", "p", "p10a", "p100", "2", "a2b10", "a2b9", ""];
        titles.sort_by_key(|title| Natural((*title).to_owned()));
        assert_eq!(titles, ["", "2", "a2b9", "a2b10", "p", "p09", "p9", "p10", "p10a", "p100"]);
    }
}
