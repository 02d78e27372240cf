//! What brings a text into the project: the document, its case, and the comments on its passages.

use std::rc::Rc;

use emic_core::edit::Edit;
use emic_core::ids::{AttributeId, CaseId, CoderId, DocumentId, FolderId, QuotationId, SpeakerId};
use emic_core::project::{AttributeKind, Document, Extra, FieldStamps, Project, Source, Structure};
use emic_core::rank::Rank;
use emic_core::text::{Quote, Text};
use emic_core::time::Stamp;
use emic_formats::source::Remark;
use emic_formats::text_file::title_from;

use super::item::Item;
use crate::i18n::tr;
use crate::platform;
use crate::store::NewTexts;

/// Collects the edits that bring texts in.
pub struct Bringing<'a> {
    project: &'a Project,
    folder: Option<FolderId>,
    by: CoderId,
    /// The edits so far.
    pub edits: Vec<Edit>,
    /// The texts that they need.
    pub texts: NewTexts,
    /// The new documents.
    pub made: Vec<DocumentId>,
    /// Cases and attributes that are made on the way, by their names in small letters.
    cases: Vec<(String, CaseId)>,
    attributes: Vec<(String, AttributeId)>,
}

impl<'a> Bringing<'a> {
    /// Nothing yet; the documents go into `folder`.
    pub fn new(project: &'a Project, folder: Option<FolderId>, by: CoderId) -> Bringing<'a> {
        let cases = project.cases.values().map(|case| (case.name.to_lowercase(), case.id)).collect();
        let attributes = project.attributes.values().map(|it| (it.name.to_lowercase(), it.id)).collect();
        let (edits, texts, made) = Default::default();
        Bringing { project, folder, by, edits, texts, made, cases, attributes }
    }

    /// Adds a text.
    pub fn add(&mut self, item: &Item) {
        let (before, after, text) = (item.reading.imported, item.after_ref(), item.after());
        self.texts.push((before.hash, item.text.content()));
        if after.hash != before.hash {
            self.texts.push((after.hash, text.content()));
        }
        let id = DocumentId::from_random(platform::random());
        let title = title(item);
        let case = self.case(item, &title);
        let (speakers, turns) = item.prepared.detection.structure_of(|| SpeakerId::from_random(platform::random()));
        let times = item.prepared.detection.times.clone();
        let structure = Structure { speakers, turns, times, ..item.prepared.structure.clone() };
        let source = Source {
            file_name: item.file_name.as_deref().map(str::to_owned),
            format: item.extract.format.key().to_owned(),
            encoding: item.reading.encoding.map(|encoding| encoding.label().to_owned()),
            imported: before,
            edits: item.prepared.tidied.edits.clone(),
            extra: Extra::new(),
        };
        self.edits.push(Edit::AddDocument(Box::new(Document {
            id,
            title,
            kind: item.kind.clone(),
            folder: self.folder,
            // The edit sets rank and stamp.
            rank: Rank::nth(0),
            created: Stamp { by: self.by, at: platform::now() },
            text: after,
            case,
            structure: Rc::new(structure),
            source,
            changed: FieldStamps::new(),
            extra: Extra::new(),
        })));
        if item.with_remarks {
            item.extract.remarks.iter().for_each(|remark| self.remark(item, id, &text, remark));
        }
        self.made.push(id);
    }

    /// The case of which a table says something, made if there is none of that name.
    fn case(&mut self, item: &Item, name: &str) -> Option<CaseId> {
        if item.extract.attributes.is_empty() {
            return None;
        }
        let lower = name.to_lowercase();
        let known = self.cases.iter().find(|(known, _)| *known == lower).map(|(_, id)| *id);
        let case = known.unwrap_or_else(|| {
            let id = CaseId::from_random(platform::random());
            self.edits.push(Edit::AddCase { id, name: name.to_owned() });
            self.cases.push((lower, id));
            id
        });
        for (name, value) in &item.extract.attributes {
            if name.trim().is_empty() || value.trim().is_empty() {
                continue;
            }
            let attribute = self.attribute(name);
            let known = self.project.cases.get(&case).and_then(|case| case.values.get(&attribute));
            // What someone has said of a case already stays.
            if known.is_none() {
                self.edits.push(Edit::SetCaseValue { id: case, attribute, value: value.clone() });
            }
        }
        Some(case)
    }

    fn attribute(&mut self, name: &str) -> AttributeId {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = name.to_lowercase();
        if let Some((_, id)) = self.attributes.iter().find(|(known, _)| *known == lower) {
            return *id;
        }
        let id = AttributeId::from_random(platform::random());
        self.edits.push(Edit::AddAttribute { id, name, kind: AttributeKind::Text });
        self.attributes.push((lower, id));
        id
    }

    /// A comment of the file as a comment on a quotation.
    fn remark(&mut self, item: &Item, document: DocumentId, text: &Text, remark: &Remark) {
        let span = item.prepared.tidied.edits.map_span(remark.span);
        if span.is_empty() || remark.words.trim().is_empty() {
            return;
        }
        let id = QuotationId::from_random(platform::random());
        let comment = match &remark.author {
            Some(author) if !author.trim().is_empty() => format!("{author}: {}", remark.words.trim()),
            _ => remark.words.trim().to_owned(),
        };
        self.edits.push(Edit::MarkQuotation { id, document, span, quote: Quote::of(text, span) });
        self.edits.push(Edit::CommentQuotation { id, document, comment });
    }
}

/// A title is never empty.
fn title(item: &Item) -> String {
    let of_file = item.file_name.as_deref().map(|name| title_from(name, &item.text));
    let given = [Some(item.title.clone()), of_file].into_iter().flatten();
    given.into_iter().find(|title| !title.trim().is_empty()).unwrap_or_else(|| tr!("untitled").to_string())
}
