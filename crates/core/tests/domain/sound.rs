//! What is true of every sound project.

use std::collections::BTreeSet;

use emic_core::project::Project;

/// What is wrong with a project, in words; nothing if it is sound. Written apart from the repair that it checks.
pub fn faults(project: &Project) -> Vec<String> {
    let mut faults = Vec::new();
    for code in project.codes.values() {
        let (mut above, mut steps) = (code.parent, 0);
        while let Some(id) = above {
            let Some(parent) = project.codes.get(&id) else {
                faults.push(format!("code {} lies under one that does not exist", code.id));
                break;
            };
            steps += 1;
            if steps > project.codes.len() {
                faults.push(format!("code {} lies in a cycle", code.id));
                break;
            }
            above = parent.parent;
        }
        let same = |other: &str| other.to_lowercase() == code.name.to_lowercase();
        if project.codes.values().any(|o| o.id != code.id && o.parent == code.parent && same(&o.name)) {
            faults.push(format!("code {} has a sibling of its name, {:?}", code.id, code.name));
        }
        if code.name.trim().is_empty() {
            faults.push(format!("code {} has no name", code.id));
        }
    }
    for folder in project.folders.values() {
        let (mut above, mut steps) = (folder.parent, 0);
        while let Some(id) = above {
            let Some(parent) = project.folders.get(&id) else {
                faults.push(format!("folder {} lies in one that does not exist", folder.id));
                break;
            };
            steps += 1;
            if steps > project.folders.len() {
                faults.push(format!("folder {} lies in a cycle", folder.id));
                break;
            }
            above = parent.parent;
        }
        if folder.name.trim().is_empty() {
            faults.push(format!("folder {} has no name", folder.id));
        }
    }
    for document in project.documents.values() {
        if document.folder.is_some_and(|folder| !project.folders.contains(&folder)) {
            faults.push(format!("document {} lies in a folder that does not exist", document.id));
        }
        if document.title.trim().is_empty() {
            faults.push(format!("document {} has no title", document.id));
        }
    }
    if project.documents_in_order().len() != project.documents.len() {
        faults.push("the tree does not have each document once".into());
    }
    for (id, list) in project.quotations.iter() {
        let Some(document) = project.documents.get(id) else {
            faults.push(format!("quotations of document {id}, which does not exist"));
            continue;
        };
        if list.is_empty() {
            faults.push(format!("an empty list of quotations for document {id}"));
        }
        let place = |n: usize| {
            let quotation = &list.as_slice()[n];
            (quotation.span().start, std::cmp::Reverse(quotation.span().end), quotation.id)
        };
        if (1..list.len()).any(|n| place(n - 1) >= place(n)) {
            faults.push(format!("quotations of document {id} are not in reading order"));
        }
        let ids: BTreeSet<_> = list.iter().map(|quotation| quotation.id).collect();
        if ids.len() < list.len() {
            faults.push(format!("document {id} has a quotation twice"));
        }
        for quotation in list.iter() {
            let codes: BTreeSet<_> = quotation.codings.iter().map(|coding| coding.code).collect();
            if codes.len() < quotation.codings.len() || codes.iter().any(|code| !project.codes.contains(code)) {
                faults.push(format!("quotation {} has a code twice or one that does not exist", quotation.id));
            }
            if quotation.span().is_empty() || quotation.span().end.0 > document.text.length {
                faults.push(format!("quotation {} is empty or reaches over the text", quotation.id));
            }
            if quotation.document != *id {
                faults.push(format!("quotation {} says that it is in another document", quotation.id));
            }
            let people = quotation.codings.iter().map(|coding| coding.created.by).chain([quotation.coder()]);
            if people.into_iter().any(|coder| !project.coders.contains(&coder)) {
                faults.push(format!("quotation {} is of a coder who does not exist", quotation.id));
            }
        }
    }
    let there = |at: emic_core::project::QuotationAt| project.quotation(at.document, at.quotation).is_some();
    for link in project.links.values() {
        if !there(link.from) || !there(link.to) || link.from == link.to || !project.coders.contains(&link.created.by) {
            faults.push(format!("link {} does not lead from one quotation to another", link.id));
        }
    }
    for theme in project.themes.values() {
        let codes: BTreeSet<_> = theme.codes.iter().collect();
        let chosen: BTreeSet<_> = theme.chosen.iter().map(|chosen| chosen.at).collect();
        let once = codes.len() == theme.codes.len() && chosen.len() == theme.chosen.len();
        let sound = codes.iter().all(|code| project.codes.contains(code)) && chosen.iter().all(|at| there(*at));
        if theme.title.trim().is_empty() || !once || !sound || !project.coders.contains(&theme.created.by) {
            faults.push(format!("theme {} has no title, or names what is not there, or twice", theme.id));
        }
    }
    for memo in project.memos.values() {
        let people = memo.versions.iter().map(|version| version.made.by).chain([memo.created.by, memo.since.by]);
        if memo.title.trim().is_empty() || people.into_iter().any(|coder| !project.coders.contains(&coder)) {
            faults.push(format!("memo {} has no title or is of nobody", memo.id));
        }
        if memo.about.as_ref().is_some_and(|about| !about.subject.is_in(project) && about.was.is_empty()) {
            faults.push(format!("memo {} does not say what it was about", memo.id));
        }
    }
    faults
}
