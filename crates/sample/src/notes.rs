//! What was written down on the way, and what quotations say of each other.

use emic_core::edit::{Edit, MemoField, NewMemo};
use emic_core::ids::{LinkId, MemoId};
use emic_core::project::{self, link_words};

use crate::book::code_id;
use crate::people::case_id;
use crate::plan::At;
use crate::quotations::Quotations;
use crate::study::{Link, Memo, Study, Subject};
use crate::{Fault, ids};

/// A memo, and what became of it.
pub fn memo(study: &Study, quotations: &Quotations, memo: &Memo) -> Result<Vec<At>, Fault> {
    let id = MemoId::from_random(ids::bytes("memo", &memo.title));
    let find = |subject: &Subject| whom(study, quotations, subject, &memo.title);
    let mut links = Vec::new();
    for subject in &memo.names {
        let (subject, name) = find(subject)?;
        links.push(link_words(&subject, &name));
    }
    let written = |words: &str| {
        let filled =
            links.iter().zip(1..).fold(words.to_owned(), |words, (link, n)| words.replace(&format!("{{{n}}}"), link));
        let left = filled.contains("{").then(|| words.to_owned());
        left.map_or(Ok(filled), |name| Err(Fault::Unknown { what: "link", name, at: memo.title.clone() }))
    };
    let about = memo.about.as_ref().map(find).transpose()?.map(|(subject, _)| subject);
    let new = NewMemo { id, title: memo.title.clone(), kind: memo.kind.clone(), about, words: written(&memo.words)? };
    let mut steps = vec![At { coder: memo.coder, at: memo.at.0, edits: vec![Edit::AddMemo(Box::new(new))] }];
    if let Some(later) = &memo.later {
        let edits = vec![Edit::SetMemo { id, field: MemoField::Words(written(&later.words)?) }];
        steps.push(At { coder: memo.coder, at: later.at.0, edits });
    }
    Ok(steps)
}

/// A link between two quotations.
pub fn link(quotations: &Quotations, link: &Link) -> Result<Edit, Fault> {
    let name = format!("{} {}", link.from.words, link.to.words);
    let (from, to) = (quotations.named(&link.from, "links")?, quotations.named(&link.to, "links")?);
    let id = LinkId::from_random(ids::bytes("link", &name));
    Ok(Edit::AddLink { id, from, to, relation: link.relation.clone() })
}

/// What a memo names in the project, and what it is called.
fn whom(
    study: &Study,
    quotations: &Quotations,
    subject: &Subject,
    by: &str,
) -> Result<(project::Subject, String), Fault> {
    let unknown = |what, name: &str| Fault::Unknown { what, name: name.to_owned(), at: by.to_owned() };
    Ok(match subject {
        Subject::Project => (project::Subject::Project, study.title.clone()),
        Subject::Document(file) => {
            let document = study.documents.iter().find(|document| document.file == *file);
            let document = document.ok_or_else(|| unknown("document", file))?;
            (project::Subject::Document(document.id()), document.title.clone())
        }
        Subject::Code(name) => {
            study.code(name).ok_or_else(|| unknown("code", name))?;
            (project::Subject::Code(code_id(name)), name.clone())
        }
        Subject::Case(name) => {
            study.cases.iter().find(|case| case.name == *name).ok_or_else(|| unknown("case", name))?;
            (project::Subject::Case(case_id(name)), name.clone())
        }
        Subject::Quotation(named) => {
            let at = quotations.named(named, by)?;
            // As in the app: by its document, so that a memo repeats no words of a text.
            let document = study.documents.iter().find(|document| document.id() == at.document);
            let title = document.ok_or_else(|| unknown("document", &named.coded))?.title.clone();
            (project::Subject::Quotation(at), title)
        }
    })
}
