use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use emic_core::edit::EntityKind;
use emic_core::history::History;
use emic_core::ids::DocumentId;
use emic_core::project::{Anchor, Document, Project, Quotation, QuotationList, TextRef, revisions_that_fit};
use emic_core::repair::{self, repair};
use emic_core::text::{Quote, Span, Text, TextEdit, TextEdits, TextHash, canonical, count_words};
use serde::Deserialize;
use serde_json::Value;

use super::file::*;
use super::locate::{offset, path_at};
use super::migrate::{MIGRATIONS, migrate};
use super::{FORMAT, MAX_BYTES, Problem, ReadError, Seems, VERSION, convert};
use crate::json;

/// What was found wrong in a file that could be read, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "what the fields hold is said with the variant")]
pub enum LoadIssue {
    /// Something that points nowhere, or has no name.
    Unsound(repair::Issue),
    /// Two have the same id; the second one, of that name, was left out.
    SameId { kind: EntityKind, name: String },
    /// A document's text is not the one that the file was written with; the text in the file was taken.
    TextChanged { document: String },
    /// A document's text was not in its canonical form (line ends, byte order mark); it was put into it.
    NotCanonical { document: String },
    /// The edits of a document do not lead from its text as imported to its text; one edit was put in their place.
    EditsDoNotFit { document: String },
    /// What a document's text was before it was corrected does not lead back from its text; it was left out.
    RevisionsDoNotFit { document: String },
    /// A quotation's span ended before it started; it was turned round.
    SpanTurned { document: String, words: String },
    /// A quotation was not where its words are; it was moved to them.
    QuoteMoved { document: String, words: String },
    /// A quotation's words are not in the text; it stays where it says it is.
    QuoteLost { document: String, words: String },
}

/// A project as it was in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The project, sound.
    pub project: Project,
    /// Its history.
    pub history: History,
    /// Its texts.
    pub texts: BTreeMap<TextHash, Rc<str>>,
    /// What was found wrong and set right.
    pub issues: Vec<LoadIssue>,
}

/// Reads a project file.
///
/// # Errors
/// See [`ReadError`]. What can be set right is no error but an issue in [`Loaded`].
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        // A file that was cut off within a character.
        None if bytes.trim_ascii_start().starts_with(b"{") => {
            ReadError::Truncated { line: bytes.iter().filter(|byte| **byte == b'\n').count() + 1 }
        }
        _ => ReadError::NotAnEmicProject { seems: seems(bytes) },
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let version = header(text)?;
    let migrated = (version < VERSION).then(|| -> Result<String, ReadError> {
        let mut value: Value = json::read(text.as_bytes()).map_err(syntax)?;
        migrate(&mut value, version, MIGRATIONS);
        Ok(value.to_string())
    });
    let migrated = migrated.transpose()?;
    let text = migrated.as_deref().unwrap_or(text);
    let file: FileProject = json::read(text.as_bytes()).map_err(|error| {
        let at = offset(text, error.line(), error.column());
        bad_field(path_at(text, at), &error)
    })?;
    if let Some(n) = file.documents.iter().position(|document| document.text.is_none()) {
        return Err(ReadError::BadField { path: format!("documents[{n}].text"), problem: Problem::Missing });
    }
    Ok(Loader::default().load(file))
}

/// What says whether the rest can be read.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    format: Value,
    #[serde(default)]
    version: Value,
    #[serde(default)]
    min_reader: Value,
}

/// Checks that it is a whole JSON object of this format that this version can read; gives its version.
fn header(text: &str) -> Result<u32, ReadError> {
    if !text.trim_start().starts_with('{') {
        return Err(ReadError::NotAnEmicProject { seems: seems(text.as_bytes()) });
    }
    let header: Header = json::read(text.as_bytes()).map_err(syntax)?;
    if header.format != FORMAT {
        return Err(ReadError::NotAnEmicProject { seems: Seems::Json });
    }
    let number = |value: &Value, path: &str| {
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
        number.ok_or_else(|| ReadError::BadField {
            path: path.to_owned(),
            problem: if value.is_null() { Problem::Missing } else { Problem::Expected("a version number".to_owned()) },
        })
    };
    let (version, needs) = (number(&header.version, "version")?, number(&header.min_reader, "min_reader")?);
    if needs > VERSION { Err(ReadError::NewerVersion { needs, has: VERSION }) } else { Ok(version) }
}

fn syntax(error: serde_json::Error) -> ReadError {
    // What is wrong with the fields of a header is only that one is there twice.
    bad_field(String::new(), &error)
}

fn bad_field(path: String, error: &serde_json::Error) -> ReadError {
    if !error.is_data() {
        return broken(error);
    }
    let message = error.to_string();
    // serde_json ends its messages with the place, which the path says better.
    let message = message.split(" at line ").next().unwrap_or_default();
    if let Some(field) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        return ReadError::BadField { path, problem: Problem::Missing };
    }
    let expected = message.split_once("expected ").map_or(message, |(_, expected)| expected);
    ReadError::BadField { path, problem: Problem::Expected(expected.to_owned()) }
}

fn broken(error: &serde_json::Error) -> ReadError {
    if error.is_eof() {
        ReadError::Truncated { line: error.line() }
    } else {
        ReadError::NotJson { line: error.line(), column: error.column() }
    }
}

/// What the bytes look like that are no project.
fn seems(bytes: &[u8]) -> Seems {
    let visible = bytes.trim_ascii();
    match visible {
        [] => Seems::Empty,
        [b'P', b'K', 3, 4, ..] => Seems::Zip,
        [b'%', b'P', b'D', b'F', ..] => Seems::Pdf,
        _ if std::str::from_utf8(bytes).is_err() || bytes.contains(&0) => Seems::Binary,
        [b'<', ..] => Seems::Xml,
        [b'[' | b'{' | b'"', ..] if json::read::<serde::de::IgnoredAny>(visible).is_ok() => Seems::Json,
        _ => Seems::Text,
    }
}

/// A text with what refers to it.
pub(super) fn text_ref(text: &Text) -> TextRef {
    let words = u32::try_from(count_words(text.as_str())).unwrap_or(u32::MAX);
    TextRef { hash: TextHash::of(text.as_str()), length: text.len(), words }
}

#[derive(Default)]
struct Loader {
    texts: BTreeMap<TextHash, Rc<str>>,
    issues: Vec<LoadIssue>,
}

impl Loader {
    fn load(mut self, file: FileProject) -> Loaded {
        let FileProject { id, title, created, coders, folders, documents, codes, quotations, .. } = file;
        let (attributes, cases, guide, history, extra) =
            (file.attributes, file.cases, file.guide, file.history, file.extra);
        let (levels, codebook_versions) = (file.levels, file.codebook_versions);
        let (memos, links, themes, attributions) = (file.memos, file.links, file.themes, file.attributions);
        let coders = self.first_of_each(coders, |coder| coder.id, |coder| coder.name.clone(), EntityKind::Coder);
        let folders = self.first_of_each(folders, |folder| folder.id, |f| f.name.clone(), EntityKind::Folder);
        let codes = self.first_of_each(codes, |code| code.id, |code| code.name.clone(), EntityKind::Code);
        let attributes = self.first_of_each(attributes, |a| a.id, |a| a.name.clone(), EntityKind::Attribute);
        let cases = self.first_of_each(cases, |case| case.id, |case| case.name.clone(), EntityKind::Case);
        let guide = self.first_of_each(guide, |q| q.id, |q| q.words.clone(), EntityKind::Question);
        let memos = self.first_of_each(memos, |memo| memo.id, |memo| memo.title.clone(), EntityKind::Memo);
        let links = self.first_of_each(links, |link| link.id, |link| link.relation.key().to_owned(), EntityKind::Link);
        let themes = self.first_of_each(themes, |theme| theme.id, |theme| theme.title.clone(), EntityKind::Theme);
        let documents = self.first_of_each(documents, |doc| doc.id, |d| d.title.clone(), EntityKind::Document);
        let quotations = self.first_of_each(quotations, |q| q.id, |q| shortened(&q.exact), EntityKind::Quotation);

        let head = FileHead {
            id,
            title,
            created,
            coders,
            folders,
            codes,
            attributes,
            cases,
            guide,
            levels,
            codebook_versions,
            memos,
            links,
            themes,
            attributions,
            extra,
        };
        let mut project = head.into_project();
        let mut lists: BTreeMap<DocumentId, Vec<FileQuotation>> = BTreeMap::new();
        for quotation in quotations {
            lists.entry(quotation.document).or_default().push(quotation);
        }
        let mut loaded = Vec::with_capacity(documents.len());
        for document in documents {
            let (document, text) = self.document(document);
            if let Some(list) = lists.remove(&document.id) {
                let list =
                    list.into_iter().map(|q| Rc::new(self.quotation(q, Some((&document.title, &text))))).collect();
                project.quotations.set(document.id, Some(Rc::new(QuotationList::from_unsorted(list))));
            }
            loaded.push((document.id, Rc::new(document)));
        }
        // The rest names documents that are not there, which the repair reports.
        for (id, list) in lists {
            let list = list.into_iter().map(|q| Rc::new(self.quotation(q, None))).collect();
            project.quotations.set(id, Some(Rc::new(QuotationList::from_unsorted(list))));
        }
        project.documents = loaded.into_iter().collect();
        let (project, found) = repair(project);
        self.issues.extend(found.into_iter().map(LoadIssue::Unsound));
        Loaded { project, history: convert::history(history), texts: self.texts, issues: self.issues }
    }

    fn first_of_each<T, Id: Ord>(
        &mut self,
        mut entities: Vec<T>,
        id: impl Fn(&T) -> Id,
        name: impl Fn(&T) -> String,
        kind: EntityKind,
    ) -> Vec<T> {
        let mut seen = BTreeSet::new();
        entities.retain(|entity| {
            let first = seen.insert(id(entity));
            if !first {
                self.issues.push(LoadIssue::SameId { kind, name: name(entity) });
            }
            first
        });
        entities
    }

    fn document(&mut self, mut file: FileDocument) -> (Document, Text) {
        let title = file.title.clone();
        let raw = file.text.take().unwrap_or_default();
        if file.text_sha256.is_some_and(|hash| hash != TextHash::of(&raw)) {
            self.issues.push(LoadIssue::TextChanged { document: title.clone() });
        }
        let text = self.text(raw, &title);
        let (imported, imported_ref) = match file.source.imported.take() {
            Some(imported) => {
                let imported = self.text(imported, &title);
                let reference = text_ref(&imported);
                (imported, Some(reference))
            }
            None => (text.clone(), None),
        };
        let reference = text_ref(&text);
        let revisions = file.revisions.len();
        // They count in the text that they were written for.
        let other_text = file.text_sha256.is_some_and(|hash| hash != reference.hash);
        let (mut document, sound) = file.into_document(reference, imported_ref.unwrap_or(reference));
        let edits = &document.source.edits;
        let fit = sound && edits.fits(imported.len()) && edits.apply(imported.as_str()) == text.as_str();
        if !fit {
            self.issues.push(LoadIssue::EditsDoNotFit { document: title.clone() });
            document.source.edits = one_edit(&imported, &text);
        }
        let fit = if other_text { 0 } else { revisions_that_fit(&document.revisions, text.len()) };
        if fit < revisions {
            self.issues.push(LoadIssue::RevisionsDoNotFit { document: title });
            document.revisions.drain(..document.revisions.len() - fit);
        }
        (document, text)
    }

    /// A text in its canonical form, kept by its hash.
    fn text(&mut self, raw: Rc<str>, document: &str) -> Text {
        let text = match canonical(&raw) {
            form if *form == *raw => raw,
            form => {
                self.issues.push(LoadIssue::NotCanonical { document: document.to_owned() });
                form.into()
            }
        };
        self.texts.insert(TextHash::of(&text), Rc::clone(&text));
        Text::new(text)
    }

    /// A quotation, at the place of its words if its document is there.
    fn quotation(&mut self, file: FileQuotation, place: Option<(&str, &Text)>) -> Quotation {
        let document = place.map_or(String::new(), |(title, _)| title.to_owned());
        let words = shortened(&file.exact);
        let turned = file.span[0] > file.span[1];
        let mut quotation = file.into_quotation();
        if turned {
            self.issues.push(LoadIssue::SpanTurned { document: document.clone(), words: words.clone() });
        }
        let mut seen = BTreeSet::new();
        quotation.codings.retain(|coding| {
            let first = seen.insert(coding.id);
            if !first {
                self.issues.push(LoadIssue::SameId { kind: EntityKind::Coding, name: words.clone() });
            }
            first
        });
        let Some((_, text)) = place else { return quotation };
        let span = quotation.span();
        if quotation.quote.exact.is_empty() {
            quotation.quote = Quote::of(text, span);
        } else if !quotation.quote.verify(text, span) {
            match quotation.quote.find(text, span.start) {
                Some(found) => {
                    quotation.anchor = Anchor::Text(found);
                    self.issues.push(LoadIssue::QuoteMoved { document, words });
                }
                None => self.issues.push(LoadIssue::QuoteLost { document, words }),
            }
        }
        quotation
    }
}

/// The one edit that leads from one text to another: all between what both begin with and what both end with.
fn one_edit(from: &Text, to: &Text) -> TextEdits {
    let (a, b) = (from.as_str(), to.as_str());
    let start = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() as u32;
    let most = (from.len().min(to.len()) - start) as usize;
    let end = a.chars().rev().zip(b.chars().rev()).take(most).take_while(|(a, b)| a == b).count() as u32;
    let insert = to.slice(Span::new(start, to.len() - end));
    // One edit whose range is not backwards always stands; without it the texts would merely stay unlinked.
    TextEdits::one(TextEdit::replace(Span::new(start, from.len() - end), insert)).unwrap_or_default()
}

fn shortened(words: &str) -> String {
    words.chars().take(80).collect()
}
