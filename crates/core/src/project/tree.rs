//! Folders and documents as the tree that they make.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Code, Document, Folder, Project};
use crate::ids::{CodeId, FolderId};

/// A folder or a document in the tree, each with how many folders it lies in.
#[derive(Debug, Clone, PartialEq)]
pub enum TreeItem {
    /// A folder; what lies in it follows.
    Folder(Rc<Folder>, usize),
    /// A document.
    Document(Rc<Document>, usize),
}

impl TreeItem {
    /// How many folders it lies in.
    pub fn depth(&self) -> usize {
        match self {
            TreeItem::Folder(_, depth) | TreeItem::Document(_, depth) => *depth,
        }
    }
}

impl Project {
    /// All folders and documents in the order of the tree: each folder with, after it, first its folders, then its own
    /// documents. From the top each is reached once, so this ends: a cycle that no repair has seen is left out.
    pub fn document_tree(&self) -> Vec<TreeItem> {
        let mut folders: BTreeMap<Option<FolderId>, Vec<&Rc<Folder>>> = BTreeMap::new();
        for folder in self.folders.values() {
            folders.entry(folder.parent).or_default().push(folder);
        }
        for siblings in folders.values_mut() {
            crate::sorting::sort_by_key(siblings, |folder| (folder.rank, folder.id));
        }
        let mut documents: BTreeMap<Option<FolderId>, Vec<&Rc<Document>>> = BTreeMap::new();
        for document in self.documents.values() {
            documents.entry(document.folder).or_default().push(document);
        }
        for siblings in documents.values_mut() {
            crate::sorting::sort_by_key(siblings, |document| (document.rank, document.id));
        }
        let mut out = Vec::with_capacity(self.folders.len() + self.documents.len());
        // A stack of our own: how deep folders lie is up to a file. What is to come first lies on top.
        let mut open: Vec<TreeItem> = Vec::new();
        let push = |open: &mut Vec<TreeItem>, folder: Option<FolderId>, depth: usize| {
            let own = documents.get(&folder).into_iter().flatten().rev();
            open.extend(own.map(|document| TreeItem::Document(Rc::clone(document), depth)));
            let inner = folders.get(&folder).into_iter().flatten().rev();
            open.extend(inner.map(|folder| TreeItem::Folder(Rc::clone(folder), depth)));
        };
        push(&mut open, None, 0);
        while let Some(item) = open.pop() {
            if let TreeItem::Folder(folder, depth) = &item {
                push(&mut open, Some(folder.id), depth + 1);
            }
            out.push(item);
        }
        out
    }

    /// All documents in the order of the tree: of each folder first its folders, then its own documents.
    pub fn documents_in_order(&self) -> Vec<Rc<Document>> {
        let documents = self.document_tree().into_iter().filter_map(|item| match item {
            TreeItem::Document(document, _) => Some(document),
            TreeItem::Folder(..) => None,
        });
        documents.collect()
    }

    /// All codes in the order of the tree: each with, after it, those below it. From the top each is reached once, so
    /// this ends.
    pub fn codes_in_order(&self) -> Vec<Rc<Code>> {
        let mut children: BTreeMap<Option<CodeId>, Vec<&Rc<Code>>> = BTreeMap::new();
        for code in self.codes.values() {
            children.entry(code.parent).or_default().push(code);
        }
        for siblings in children.values_mut() {
            // What is to come first lies on top.
            crate::sorting::sort_by_key(siblings, |code| std::cmp::Reverse((code.rank, code.id)));
        }
        let mut out = Vec::with_capacity(self.codes.len());
        let mut open: Vec<&Rc<Code>> = children.get(&None).cloned().unwrap_or_default();
        while let Some(code) = open.pop() {
            open.extend(children.get(&Some(code.id)).into_iter().flatten().copied());
            out.push(Rc::clone(code));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, apply};
    use crate::ids::{CoderId, ProjectId};
    use crate::time::{Stamp, Timestamp};

    #[test]
    fn however_deep_a_folder_lies_it_is_listed_and_a_cycle_ends() {
        let id = FolderId::from_number;
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        for n in 1..=200 {
            let parent = (n > 1).then(|| id(n - 1));
            let edit = Edit::AddFolder { id: id(n), name: n.to_string(), parent };
            project = apply(&project, &edit, stamp).unwrap().0;
        }
        let depths = |project: &Project| project.document_tree().iter().map(TreeItem::depth).collect::<Vec<_>>();
        assert_eq!(depths(&project), (0..200).collect::<Vec<_>>());
        // No edit makes a cycle, but a file may have one.
        let mut cut = (**project.folders.get(&id(101)).unwrap()).clone();
        cut.parent = Some(id(200));
        project.folders.set(id(101), Some(Rc::new(cut)));
        assert_eq!(depths(&project), (0..100).collect::<Vec<_>>());
    }
}
