//! Folders to choose from.

use emic_core::project::{Project, TreeItem};

use crate::i18n::tr;
use crate::widgets::SelectOption;

/// The folders to choose from, each with the ones that it lies in, and none of them first.
pub fn folder_options(project: &Project) -> Vec<SelectOption> {
    let mut out = vec![SelectOption::new("", tr!("documents-no-folder"))];
    let mut paths: Vec<String> = Vec::new();
    for item in project.document_tree() {
        let TreeItem::Folder(folder, depth) = item else { continue };
        paths.truncate(depth);
        let path = match paths.last() {
            Some(above) => format!("{above} / {}", folder.name),
            None => folder.name.clone(),
        };
        out.push(SelectOption::new(folder.id.to_string(), path.clone()));
        paths.push(path);
    }
    out
}
