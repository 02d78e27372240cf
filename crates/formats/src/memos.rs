//! Memos as files to read, or to open in a spreadsheet.

use emic_core::consent::consent_of_subject;
use emic_core::project::{Consent, Memo, Project, Subject, links_in};
use emic_core::time::Timestamp;

use crate::quotations::csv::line;

/// The words that a file of memos needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the name of a column or of the whole")]
pub struct Labels {
    pub title: String,
    pub memo: String,
    pub kind: String,
    pub about: String,
    pub words: String,
    pub coder: String,
    pub created: String,
    pub changed: String,
    /// What is said in place of the name of a document or case that is withdrawn.
    pub withdrawn: String,
}

/// What a memo's kind and subject are called, and how a time is written.
pub struct Naming<'a> {
    /// A memo's kind.
    pub kind: &'a dyn Fn(&Memo) -> String,
    /// What it is about; empty of a free one.
    pub about: &'a dyn Fn(&Memo) -> String,
    /// A time.
    pub time: &'a dyn Fn(Timestamp) -> String,
}

/// Memos as rows of a table, by RFC 4180; what a spreadsheet might take for a formula begins with an apostrophe.
pub fn csv(project: &Project, memos: &[impl AsRef<Memo>], labels: &Labels, naming: &Naming<'_>) -> String {
    let mut out = String::from("\u{feff}");
    let Labels { title: _, memo, kind, about, words, coder, created, changed, withdrawn: _ } = labels;
    line(&[memo, kind, about, words, coder, created, changed], &mut out);
    for memo in memos.iter().map(AsRef::as_ref) {
        let (kind, about) = ((naming.kind)(memo), (naming.about)(memo));
        let (created, changed) = ((naming.time)(memo.created.at), (naming.time)(memo.touched()));
        let words = without_links(project, &memo.words, labels);
        line(&[&memo.title, &kind, &about, &words, coder_of(project, memo), &created, &changed], &mut out);
    }
    out
}

/// Memos one after another in Markdown: their words are Markdown already.
pub fn markdown(project: &Project, memos: &[impl AsRef<Memo>], labels: &Labels, naming: &Naming<'_>) -> String {
    let mut out = format!("# {}\n", one_line(&labels.title));
    for memo in memos.iter().map(AsRef::as_ref) {
        let facts = [
            (&labels.kind, (naming.kind)(memo)),
            (&labels.about, (naming.about)(memo)),
            (&labels.coder, coder_of(project, memo).to_owned()),
            (&labels.created, (naming.time)(memo.created.at)),
            (&labels.changed, (naming.time)(memo.touched())),
        ];
        out.push_str(&format!("\n## {}\n\n", one_line(&memo.title)));
        for (label, fact) in facts.into_iter().filter(|(_, fact)| !fact.is_empty()) {
            out.push_str(&format!("- {}: {}\n", one_line(label), one_line(&fact)));
        }
        out.push_str(&format!("\n{}\n", without_links(project, &memo.words, labels).trim()));
    }
    out
}

fn coder_of<'p>(project: &'p Project, memo: &Memo) -> &'p str {
    project.coders.get(&memo.created.by).map(|coder| coder.name.as_str()).unwrap_or_default()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Links as what they lead to is called now, or was called. What is withdrawn is not named.
fn without_links(project: &Project, words: &str, labels: &Labels) -> String {
    let mut out = words.to_owned();
    for link in links_in(words).into_iter().rev() {
        let hidden = consent_of_subject(project, &link.subject) == Consent::Withdrawn;
        let name = match &link.subject {
            Subject::Document(_) | Subject::Case(_) if hidden => &labels.withdrawn,
            subject => subject.name_in(project).unwrap_or(&link.name),
        };
        out.replace_range(link.range, name);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use emic_core::ids::{CaseId, CodeId, CoderId, MemoId, ProjectId};
    use emic_core::project::{Case, MemoKind, link_words};
    use emic_core::time::Stamp;

    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_links_are_names() {
        let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(0) };
        let link = link_words(&Subject::Code(CodeId::from_number(1)), "Fear");
        for (n, consent) in [(1, Consent::OffRecord), (2, Consent::Withdrawn)] {
            let (values, referrer, changed, extra) = Default::default();
            let (id, name, rank) = (CaseId::from_number(n), format!("P0{n}"), emic_core::rank::Rank::nth(n as usize));
            let case = Case { id, name, rank, values, consent, referrer, created: stamp, changed, extra };
            project.cases.set(id, Some(Rc::new(case)));
        }
        let case = |n: u128| link_words(&Subject::Case(CaseId::from_number(n)), "Somebody");
        let memo = Memo {
            id: MemoId::from_number(1),
            title: "=1+1".into(),
            kind: MemoKind::Reflexive,
            about: None,
            words: format!("On {link}, {} and {}, \"so\"", case(1), case(2)),
            versions: Vec::new(),
            since: stamp,
            created: stamp,
            changed: Default::default(),
            extra: Default::default(),
        };
        let label = |words: &str| words.to_owned();
        let labels = Labels {
            title: label("Memos"),
            memo: label("Memo"),
            kind: label("Kind"),
            about: label("About"),
            words: label("Words"),
            coder: label("Coder"),
            created: label("Written"),
            changed: label("Changed"),
            withdrawn: label("Withdrawn"),
        };
        let naming = Naming {
            kind: &|memo| memo.kind.key().to_owned(),
            about: &|_| String::new(),
            time: &|time| time.0.to_string(),
        };
        let memos = [Rc::new(memo)];
        let table = csv(&project, &memos, &labels, &naming);
        let row = table.lines().nth(1).unwrap();
        assert_eq!(row, "\"'=1+1\",\"reflexive\",\"\",\"On Fear, P01 and Withdrawn, \"\"so\"\"\",\"\",\"0\",\"0\"");
        let text = markdown(&project, &memos, &labels, &naming);
        assert_eq!(
            text,
            "# Memos\n\n## =1+1\n\n- Kind: reflexive\n- Written: 0\n- Changed: 0\n\nOn Fear, P01 and Withdrawn, \"so\"\n"
        );
    }
}
