//! What the tree of documents shows, and where a move in it leads.

use std::collections::BTreeSet;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{DocumentId, FolderId};
use emic_core::project::{Document, Folder, Project, TreeItem};
use emic_core::scope::Within;
use emic_view::fold::fold;
use yew::AttrValue;

use crate::widgets::{MoveTarget, TreeNode};

/// A folder or a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// A folder.
    Folder(FolderId),
    /// A document.
    Document(DocumentId),
}

impl Node {
    /// What the tree knows it by.
    pub fn key(self) -> AttrValue {
        AttrValue::from(match self {
            Node::Folder(id) => format!("f:{id}"),
            Node::Document(id) => format!("d:{id}"),
        })
    }

    /// The node of a key.
    pub fn of_key(key: &str) -> Option<Node> {
        match key.split_once(':')? {
            ("f", id) => id.parse().ok().map(Node::Folder),
            ("d", id) => id.parse().ok().map(Node::Document),
            _ => None,
        }
    }

    /// The node's name, if it is still there.
    pub fn name(self, project: &Project) -> Option<AttrValue> {
        match self {
            Node::Folder(id) => project.folders.get(&id).map(|folder| folder.name.clone().into()),
            Node::Document(id) => project.documents.get(&id).map(|document| document.title.clone().into()),
        }
    }
}

/// The nodes in reading order: of each folder first its folders, then its documents. With words to filter by, only
/// documents whose titles have them, and the folders that these are in, open. Of documents only those `within`; a folder
/// that holds no other goes with the last of those left out.
pub fn nodes(project: &Project, within: &Within, filter: &str, closed: &BTreeSet<FolderId>) -> Vec<TreeNode> {
    let filter = fold(filter.trim());
    let filtering = !filter.is_empty();
    // How deep what was left out stood, as far as its folder was not reached yet.
    let mut left_out: Vec<usize> = Vec::new();
    // From the end: what lies in a folder is known when it is reached.
    let mut out: Vec<TreeNode> = Vec::with_capacity(project.documents.len() + project.folders.len());
    for item in project.document_tree().iter().rev() {
        match item {
            TreeItem::Document(document, depth) => {
                let wanted = !filtering || fold(&document.title).contains(&filter);
                if !within.contains_document(document.id) {
                    left_out.push(*depth);
                } else if wanted {
                    out.push(document_node(document, *depth, !filtering));
                }
            }
            TreeItem::Folder(folder, depth) => {
                let empty = out.last().is_none_or(|next| next.depth <= *depth);
                let held = left_out.iter().any(|deep| deep > depth);
                left_out.retain(|deep| deep <= depth);
                if empty && (filtering || held) {
                    left_out.push(*depth);
                    continue;
                }
                let expanded = (!empty).then(|| filtering || !closed.contains(&folder.id));
                out.push(folder_node(folder, *depth, expanded, !filtering));
            }
        }
    }
    out.reverse();
    out
}

fn folder_node(folder: &Rc<Folder>, depth: usize, expanded: Option<bool>, movable: bool) -> TreeNode {
    let name = AttrValue::from(folder.name.clone());
    TreeNode { id: Node::Folder(folder.id).key(), name, depth, expanded, accepts: true, movable, ..TreeNode::default() }
}

fn document_node(document: &Rc<Document>, depth: usize, movable: bool) -> TreeNode {
    let name = AttrValue::from(document.title.clone());
    TreeNode { id: Node::Document(document.id).key(), name, depth, movable, ..TreeNode::default() }
}

/// The edit that puts a node where the tree says; none if it stands there already. Folders stand before documents,
/// so that a document put among folders becomes the first document there, and a folder put among documents the last
/// folder.
pub fn move_edit(project: &Project, node: Node, target: &MoveTarget) -> Option<Edit> {
    let at = |key: &AttrValue| Node::of_key(key);
    match node {
        Node::Document(id) => {
            let (folder, before) = match target {
                MoveTarget::Inside(key) => match at(key)? {
                    Node::Folder(folder) => (Some(folder), None),
                    Node::Document(_) => return None,
                },
                MoveTarget::Before(key) | MoveTarget::After(key) => match at(key)? {
                    Node::Document(other) => {
                        let folder = project.documents.get(&other)?.folder;
                        let others = documents_beside(project, folder, id);
                        (folder, neighbour(&others, other, matches!(target, MoveTarget::After(_))))
                    }
                    Node::Folder(other) => {
                        let folder = project.folders.get(&other)?.parent;
                        (folder, documents_beside(project, folder, id).first().copied())
                    }
                },
            };
            let old = project.documents.get(&id)?;
            let siblings: Vec<_> = project.documents_in(old.folder).iter().map(|document| document.id).collect();
            let stays = old.folder == folder && neighbour(&siblings, id, true) == before;
            (!stays).then_some(Edit::MoveDocument { id, folder, before })
        }
        Node::Folder(id) => {
            let (parent, before) = match target {
                MoveTarget::Inside(key) => match at(key)? {
                    Node::Folder(parent) => (Some(parent), None),
                    Node::Document(_) => return None,
                },
                MoveTarget::Before(key) | MoveTarget::After(key) => match at(key)? {
                    Node::Document(other) => (project.documents.get(&other)?.folder, None),
                    Node::Folder(other) => {
                        let parent = project.folders.get(&other)?.parent;
                        let others: Vec<_> =
                            project.folders_in(parent).iter().map(|folder| folder.id).filter(|f| *f != id).collect();
                        (parent, neighbour(&others, other, matches!(target, MoveTarget::After(_))))
                    }
                },
            };
            let old = project.folders.get(&id)?;
            let siblings: Vec<_> = project.folders_in(old.parent).iter().map(|folder| folder.id).collect();
            let stays = old.parent == parent && neighbour(&siblings, id, true) == before;
            (!stays).then_some(Edit::MoveFolder { id, parent, before })
        }
    }
}

fn documents_beside(project: &Project, folder: Option<FolderId>, id: DocumentId) -> Vec<DocumentId> {
    project.documents_in(folder).iter().map(|document| document.id).filter(|other| *other != id).collect()
}

/// The sibling itself, or the one after it.
fn neighbour<T: Copy + PartialEq>(siblings: &[T], of: T, after: bool) -> Option<T> {
    let at = siblings.iter().position(|other| *other == of)?;
    siblings.get(at + usize::from(after)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::documents::samples::{document, folder, project};

    fn shown(project: &Project, filter: &str, closed: &[u128]) -> Vec<String> {
        let closed = closed.iter().map(|n| FolderId::from_number(*n)).collect();
        let all = Within::default();
        nodes(project, &all, filter, &closed)
            .iter()
            .map(|node| format!("{}{}", " ".repeat(node.depth), node.name))
            .collect()
    }

    fn moved(node: Node, target: MoveTarget) -> Option<Vec<String>> {
        let project = project();
        let edit = move_edit(&project, node, &target)?;
        let by = emic_core::ids::CoderId::from_number(1);
        let stamp = emic_core::time::Stamp { by, at: Default::default() };
        let (after, _) = emic_core::edit::apply(&project, &edit, stamp).unwrap();
        Some(shown(&after, "", &[]))
    }

    #[test]
    fn folders_stand_before_documents_and_a_filter_opens_them() {
        let project = project();
        assert_eq!(shown(&project, "", &[]), ["First wave", " P01", " P02", "Second wave", "Notes", "Article"]);
        assert_eq!(shown(&project, "p02", &[1]), ["First wave", " P02"]);
        assert_eq!(shown(&project, " NÓtes", &[]), ["Notes"], "as one searches, not as one writes");
        assert_eq!(shown(&project, "nowhere", &[]), Vec::<String>::new());
        let closed = nodes(&project, &Within::default(), "", &BTreeSet::from([FolderId::from_number(1)]));
        assert_eq!(closed[0].expanded, Some(false));
        assert_eq!(closed[3].expanded, None, "an empty folder has nothing to open");
    }

    #[test]
    fn what_is_not_looked_at_goes_with_the_folders_that_hold_nothing_else() {
        let project = project();
        let within = |documents: &[u128]| {
            let documents = documents.iter().map(|n| DocumentId::from_number(*n)).collect();
            let scope = emic_core::scope::Scope { documents, ..Default::default() };
            let found = nodes(&project, &scope.within(&project), "", &BTreeSet::new());
            found.iter().map(|node| node.name.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(within(&[2, 3]), ["First wave", "P02", "Second wave", "Notes"], "an empty folder was so before");
        assert_eq!(within(&[4]), ["Second wave", "Article"]);
    }

    #[test]
    fn a_node_moves_where_the_tree_says() {
        let (p01, p02, notes, article) = (document(1), document(2), document(3), document(4));
        let (first, second) = (folder(1), folder(2));
        use MoveTarget::{After, Before, Inside};
        for (node, target, after) in [
            (p02, Before(p01.key()), Some(vec!["First wave", " P02", " P01", "Second wave", "Notes", "Article"])),
            (p01, After(p02.key()), Some(vec!["First wave", " P02", " P01", "Second wave", "Notes", "Article"])),
            (p01, Inside(second.key()), Some(vec!["First wave", " P02", "Second wave", " P01", "Notes", "Article"])),
            (p02, After(first.key()), Some(vec!["First wave", " P01", "Second wave", "P02", "Notes", "Article"])),
            (article, Before(first.key()), Some(vec!["First wave", " P01", " P02", "Second wave", "Article", "Notes"])),
            (second, Before(first.key()), Some(vec!["Second wave", "First wave", " P01", " P02", "Notes", "Article"])),
            (
                first,
                Inside(second.key()),
                Some(vec!["Second wave", " First wave", "  P01", "  P02", "Notes", "Article"]),
            ),
            (first, After(article.key()), Some(vec!["Second wave", "First wave", " P01", " P02", "Notes", "Article"])),
            (notes, Before(second.key()), None),
            (p01, Before(p02.key()), None),
            (second, After(first.key()), None),
            (notes, Inside(article.key()), None),
        ] {
            let after = after.map(|after| after.into_iter().map(str::to_owned).collect());
            assert_eq!(moved(node, target.clone()), after, "{node:?} {target:?}");
        }
    }
}
