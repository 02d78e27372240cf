//! The edits that bring texts into a project: documents, the cases that a table tells of, and comments on passages.

use std::collections::HashMap;
use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{AttributeId, CaseId, DocumentId, FolderId, QuotationId, SpeakerId};
use emic_core::project::{
    AttributeKind, Document, DocumentKind, Extra, FieldStamps, Original, Project, Source, Structure, TextRef,
};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Text, TextHash};
use emic_core::time::Stamp;
use serde::Serialize;

use super::{Extract, Prepared, Remark};
use crate::text_file::Reading;

/// A text as it is to be brought in.
pub struct Taken<'a> {
    /// Its title; never empty.
    pub title: &'a str,
    /// What sort of material it is.
    pub kind: &'a DocumentKind,
    /// The name of its file, if it was one.
    pub file_name: Option<&'a str>,
    /// That file, if it is kept as it is.
    pub original: Option<Original>,
    /// The text as imported.
    pub text: &'a Text,
    /// What stands beside its words.
    pub extract: &'a Extract,
    /// What is known of it.
    pub reading: &'a Reading,
    /// What becomes of it.
    pub prepared: &'a Prepared,
    /// Whether comments that stood on its passages come in.
    pub with_remarks: bool,
}

impl Taken<'_> {
    /// The text as it will be read and coded.
    pub fn after(&self) -> Text {
        match self.prepared.text {
            Some(_) => Text::new(self.prepared.tidied.edits.apply(self.text.as_str())),
            None => self.text.clone(),
        }
    }

    /// The same by its hash.
    pub fn after_ref(&self) -> TextRef {
        self.prepared.text.unwrap_or(self.reading.imported)
    }
}

/// Collects the edits that bring texts in.
pub struct Bringing<'a> {
    project: &'a Project,
    folder: Option<FolderId>,
    stamp: Stamp,
    random: &'a dyn Fn() -> [u8; 16],
    /// The edits so far.
    pub edits: Vec<Edit>,
    /// The texts that they need.
    pub texts: Vec<(TextHash, Text)>,
    /// The new documents.
    pub made: Vec<DocumentId>,
    /// What was not said of a case, since something else is known of it already.
    pub not_said: Vec<NotSaid>,
    /// Cases and attributes, those that are made on the way too, by their names in small letters.
    cases: HashMap<String, CaseId>,
    attributes: HashMap<String, AttributeId>,
    /// What is said of cases on the way.
    said: HashMap<(CaseId, AttributeId), String>,
}

/// How far [`Bringing`] was.
pub struct SoFar {
    edits: usize,
    texts: usize,
    made: usize,
    not_said: usize,
    cases: HashMap<String, CaseId>,
    attributes: HashMap<String, AttributeId>,
    said: HashMap<(CaseId, AttributeId), String>,
}

/// A value that a case does not get, since it has another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotSaid {
    /// The case's name.
    pub case: String,
    /// The attribute's name.
    pub attribute: String,
    /// The value that stays.
    pub known: String,
    /// The value that was not taken.
    pub value: String,
}

impl<'a> Bringing<'a> {
    /// Nothing yet; the documents go into `folder`. `random` gives 16 random bytes each time.
    pub fn new(
        project: &'a Project,
        folder: Option<FolderId>,
        stamp: Stamp,
        random: &'a dyn Fn() -> [u8; 16],
    ) -> Bringing<'a> {
        let cases = project.cases.values().map(|case| (case.name.to_lowercase(), case.id)).collect();
        let attributes = project.attributes.values().map(|it| (it.name.to_lowercase(), it.id)).collect();
        let (edits, texts, made, not_said, said) = Default::default();
        Bringing { project, folder, stamp, random, edits, texts, made, not_said, cases, attributes, said }
    }

    /// How far it is, to come back to.
    pub fn so_far(&self) -> SoFar {
        let (cases, attributes, said) = (self.cases.clone(), self.attributes.clone(), self.said.clone());
        let [edits, texts, made, not_said] = [self.edits.len(), self.texts.len(), self.made.len(), self.not_said.len()];
        SoFar { edits, texts, made, not_said, cases, attributes, said }
    }

    /// As if nothing had been added since.
    pub fn back_to(&mut self, before: SoFar) {
        self.edits.truncate(before.edits);
        self.texts.truncate(before.texts);
        self.made.truncate(before.made);
        self.not_said.truncate(before.not_said);
        (self.cases, self.attributes, self.said) = (before.cases, before.attributes, before.said);
    }

    /// Adds a text.
    pub fn add(&mut self, taken: &Taken<'_>) {
        let (before, after, text) = (taken.reading.imported, taken.after_ref(), taken.after());
        self.texts.push((before.hash, taken.text.clone()));
        if after.hash != before.hash {
            self.texts.push((after.hash, text.clone()));
        }
        let id = DocumentId::from_random((self.random)());
        let case = self.case(taken);
        let detection = &taken.prepared.detection;
        let (speakers, turns) = detection.structure_of(|| SpeakerId::from_random((self.random)()));
        let times = detection.times.clone();
        let structure = Structure { speakers, turns, times, ..taken.prepared.structure.clone() };
        let source = Source {
            file_name: taken.file_name.map(str::to_owned),
            format: taken.extract.format.key().to_owned(),
            encoding: taken.reading.encoding.map(|encoding| encoding.label().to_owned()),
            imported: before,
            edits: taken.prepared.tidied.edits.clone(),
            original: taken.original.clone(),
            extra: Extra::new(),
        };
        self.edits.push(Edit::AddDocument(Box::new(Document {
            id,
            title: taken.title.to_owned(),
            kind: taken.kind.clone(),
            folder: self.folder,
            // The edit sets rank and stamp.
            rank: Rank::nth(0),
            revisions: Vec::new(),
            created: self.stamp,
            text: after,
            case,
            structure: Rc::new(structure),
            source,
            changed: FieldStamps::new(),
            extra: Extra::new(),
        })));
        if taken.with_remarks {
            taken.extract.remarks.iter().for_each(|remark| self.remark(taken, id, &text, remark));
        }
        self.made.push(id);
    }

    /// The case of which a table says something, made if there is none of that name.
    fn case(&mut self, taken: &Taken<'_>) -> Option<CaseId> {
        if taken.extract.attributes.is_empty() {
            return None;
        }
        // As names are kept.
        let title = on_one_line(taken.title);
        let lower = title.to_lowercase();
        let case = self.cases.get(&lower).copied().unwrap_or_else(|| {
            let id = CaseId::from_random((self.random)());
            self.edits.push(Edit::AddCase { id, name: title.clone() });
            self.cases.insert(lower, id);
            id
        });
        for (name, value) in &taken.extract.attributes {
            if name.trim().is_empty() || value.trim().is_empty() {
                continue;
            }
            let (name, value) = (on_one_line(name), value.trim());
            let attribute = self.attribute(&name);
            let before = self.project.cases.get(&case).and_then(|case| case.values.get(&attribute));
            // What is known of a case already stays, from before and from another file or row.
            match before.or_else(|| self.said.get(&(case, attribute))) {
                None => {
                    self.said.insert((case, attribute), value.to_owned());
                    self.edits.push(Edit::SetCaseValue { id: case, attribute, value: value.to_owned() });
                }
                Some(known) if known == value => {}
                Some(known) => {
                    let (known, value) = (known.clone(), value.to_owned());
                    self.not_said.push(NotSaid { case: title.clone(), attribute: name, known, value });
                }
            }
        }
        Some(case)
    }

    fn attribute(&mut self, name: &str) -> AttributeId {
        let lower = name.to_lowercase();
        if let Some(id) = self.attributes.get(&lower) {
            return *id;
        }
        let id = AttributeId::from_random((self.random)());
        self.edits.push(Edit::AddAttribute { id, name: name.to_owned(), kind: AttributeKind::Text });
        self.attributes.insert(lower, id);
        id
    }

    /// A comment of the file as a comment on a quotation.
    fn remark(&mut self, taken: &Taken<'_>, document: DocumentId, text: &Text, remark: &Remark) {
        let span = taken.prepared.tidied.edits.map_span(remark.span);
        if span.is_empty() || remark.words.trim().is_empty() {
            return;
        }
        let id = QuotationId::from_random((self.random)());
        let comment = match &remark.author {
            Some(author) if !author.trim().is_empty() => format!("{author}: {}", remark.words.trim()),
            _ => remark.words.trim().to_owned(),
        };
        self.edits.push(Edit::MarkQuotation { id, document, span, quote: Quote::of(text, span) });
        self.edits.push(Edit::CommentQuotation { id, document, comment });
    }
}

/// A name as it is kept: its words, with one space between them.
fn on_one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use emic_core::edit::apply;
    use emic_core::ids::{CoderId, ProjectId};
    use emic_core::text::Span;
    use emic_core::time::Timestamp;

    use super::super::{Beside, Format, Outcome, Plan, Told, ToldText, prepare};
    use super::*;

    #[test]
    fn a_table_s_cases_are_made_once_and_comments_stand_on_their_words() {
        let stamp = Stamp { by: CoderId::from_number(1), at: Timestamp(5) };
        let mut project = Project::new(ProjectId::from_number(1), "Study".into(), Timestamp(0));
        let count = Cell::new(0u8);
        let random = || {
            count.set(count.get() + 1);
            [count.get(); 16]
        };
        for round in 0..2 {
            let mut extract = Extract::plain(Format::Csv, "We left at night.".to_owned());
            extract.attributes =
                vec![("Age".into(), "34".into()), ("age ".into(), "35".into()), ("Town".into(), " ".into())];
            extract.remarks = vec![Remark { span: Span::new(3, 7), words: "Why?".into(), author: Some("LM".into()) }];
            let (Told::Texts(mut texts), mut words) = Told::of(Outcome::Texts(vec![extract])) else { panic!() };
            let (ToldText { extract, reading, .. }, text) = (texts.remove(0), Text::new(words.remove(0)));
            let prepared = prepare(text.as_str(), &Beside::of(&extract), &Plan::default());
            let mut bringing = Bringing::new(&project, None, stamp, &random);
            bringing.add(&Taken {
                // Written in other ways it is the same case.
                title: ["P01", " p01 "][round],
                kind: &DocumentKind::Survey,
                file_name: Some("answers.csv"),
                original: None,
                text: &text,
                extract: &extract,
                reading: &reading,
                prepared: &prepared,
                with_remarks: true,
            });
            let other = |value: &str| NotSaid {
                case: ["P01", "p01"][round].into(),
                attribute: "age".into(),
                known: "34".into(),
                value: value.into(),
            };
            assert_eq!(bringing.not_said, [other("35")], "the first one stays, and the other is told");
            let (edits, made) = (bringing.edits, bringing.made);
            for edit in &edits {
                project = apply(&project, edit, stamp).expect("it can be done").0;
            }
            assert_eq!(project.documents.len(), round + 1);
            assert_eq!((project.cases.len(), project.attributes.len()), (1, 1));
            let list = project.quotations_in(made[0]);
            let quotation = list.iter().next().expect("the comment");
            assert_eq!((&*quotation.quote.exact, quotation.comment.as_str()), ("left", "LM: Why?"));
        }
        let case = project.cases.values().next().expect("a case");
        assert_eq!(case.values.values().collect::<Vec<_>>(), ["34"]);
    }
}
