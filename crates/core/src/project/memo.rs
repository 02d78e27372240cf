use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Extra, FieldStamps, Project};
use crate::ids::{CaseId, CodeId, DocumentId, LinkId, MemoId, QuotationId};
use crate::time::{Stamp, Timestamp};

/// For how long one coder's writing stays one version, in milliseconds.
const SITTING_MS: i64 = 10 * 60 * 1000;

/// What someone writes about the material, the method or themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Memo {
    /// Its identity.
    pub id: MemoId,
    /// Its title; never empty.
    pub title: String,
    /// What sort of memo it is.
    pub kind: MemoKind,
    /// What it is about; nothing, of a free one.
    pub about: Option<About>,
    /// What it says, in Markdown, with links in the form of [`link_words`].
    pub words: String,
    /// What it said before, the earliest first.
    pub versions: Vec<MemoVersion>,
    /// Who began what it says now, and when.
    pub since: Stamp,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

impl Memo {
    /// Who wrote what it says last, and when.
    pub fn written(&self) -> Stamp {
        self.changed.get("words").copied().unwrap_or(self.created)
    }

    /// When anything of it was last changed.
    pub fn touched(&self) -> Timestamp {
        self.changed.values().map(|stamp| stamp.at).fold(self.created.at, Ord::max)
    }

    /// Whether it is about that.
    pub fn is_about(&self, subject: &Subject) -> bool {
        self.about.as_ref().is_some_and(|about| about.subject == *subject)
    }

    /// Lets it say something else. What it said is kept as a version, unless the same coder began it a few minutes ago.
    pub(crate) fn rewrite(&mut self, words: String, stamp: Stamp) {
        let same_sitting = self.since.by == stamp.by && (0..SITTING_MS).contains(&(stamp.at.0 - self.since.at.0));
        if !same_sitting {
            if !self.words.is_empty() {
                let (words, made) = (std::mem::take(&mut self.words), self.written());
                self.versions.push(MemoVersion { words, made, extra: Extra::new() });
            }
            self.since = stamp;
        }
        self.words = words;
    }
}

/// What a memo said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemoVersion {
    /// The words.
    pub words: String,
    /// Who wrote them last, and when.
    pub made: Stamp,
    /// Kept from newer files.
    pub extra: Extra,
}

/// What sort of memo it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum MemoKind {
    /// On what the material means.
    #[default]
    Theoretical,
    /// On how one goes about it.
    Methodological,
    /// On one's own part in it.
    Reflexive,
    /// What was seen and heard in the field.
    FieldNote,
    /// A sort that people have named themselves.
    Own(String),
}

impl MemoKind {
    /// Those that have a name in every language.
    pub const NAMED: [MemoKind; 4] =
        [MemoKind::Theoretical, MemoKind::Methodological, MemoKind::Reflexive, MemoKind::FieldNote];

    /// Its name in files.
    pub fn key(&self) -> &str {
        match self {
            MemoKind::Theoretical => "theoretical",
            MemoKind::Methodological => "methodological",
            MemoKind::Reflexive => "reflexive",
            MemoKind::FieldNote => "field-note",
            MemoKind::Own(words) => words,
        }
    }
}

impl From<String> for MemoKind {
    fn from(key: String) -> Self {
        MemoKind::NAMED.into_iter().find(|kind| kind.key() == key).unwrap_or(MemoKind::Own(key))
    }
}

impl From<MemoKind> for String {
    fn from(kind: MemoKind) -> Self {
        kind.key().to_owned()
    }
}

/// What a memo is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Which it is. It may have been removed, and may come back.
    pub subject: Subject,
    /// What it was called when it was removed (of a quotation, its document: no words of a text); empty while it is there.
    pub was: String,
    /// Kept from newer files.
    pub extra: Extra,
}

/// What a memo, or a link in its words, can name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The project as a whole.
    Project,
    /// A document.
    Document(DocumentId),
    /// A code.
    Code(CodeId),
    /// A quotation.
    Quotation(QuotationAt),
    /// A case.
    Case(CaseId),
    /// Something that a newer version knows: its kind and its id.
    Unknown(String, String),
}

/// A quotation, and the document that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said above")]
pub struct QuotationAt {
    pub document: DocumentId,
    pub quotation: QuotationId,
}

impl Subject {
    /// The name of its kind in files and in links.
    pub fn kind(&self) -> &str {
        match self {
            Subject::Project => "project",
            Subject::Document(_) => "document",
            Subject::Code(_) => "code",
            Subject::Quotation(_) => "quotation",
            Subject::Case(_) => "case",
            Subject::Unknown(kind, _) => kind,
        }
    }

    /// Its id in files and in links: of a quotation its document's and its own, with a slash between; nothing of the
    /// project.
    pub fn id(&self) -> String {
        match self {
            Subject::Project => String::new(),
            Subject::Document(id) => id.to_string(),
            Subject::Code(id) => id.to_string(),
            Subject::Quotation(at) => format!("{}/{}", at.document, at.quotation),
            Subject::Case(id) => id.to_string(),
            Subject::Unknown(_, id) => id.clone(),
        }
    }

    /// The one of that kind and id; unknown, if it is of no kind that this version knows or has no such id.
    pub fn read(kind: &str, id: &str) -> Subject {
        fn parsed<T: FromStr>(id: &str) -> Option<T> {
            T::from_str(id).ok()
        }
        let known = match kind {
            "project" => Some(Subject::Project),
            "document" => parsed(id).map(Subject::Document),
            "code" => parsed(id).map(Subject::Code),
            "case" => parsed(id).map(Subject::Case),
            "quotation" => id.split_once('/').and_then(|(document, quotation)| {
                let (document, quotation) = (parsed(document)?, parsed(quotation)?);
                Some(Subject::Quotation(QuotationAt { document, quotation }))
            }),
            _ => None,
        };
        known.unwrap_or_else(|| Subject::Unknown(kind.to_owned(), id.to_owned()))
    }

    /// Whether it is in the project.
    pub fn is_in(&self, project: &Project) -> bool {
        match self {
            Subject::Project => true,
            Subject::Document(id) => project.documents.contains(id),
            Subject::Code(id) => project.codes.contains(id),
            Subject::Quotation(at) => project.quotation(at.document, at.quotation).is_some(),
            Subject::Case(id) => project.cases.contains(id),
            Subject::Unknown(..) => false,
        }
    }

    /// What it is called in the project: of a quotation its document's title, so that no words of a text are copied.
    pub fn name_in<'p>(&self, project: &'p Project) -> Option<&'p str> {
        match self {
            Subject::Project => Some(project.meta.title.as_str()),
            Subject::Document(id) => project.documents.get(id).map(|document| document.title.as_str()),
            Subject::Code(id) => project.codes.get(id).map(|code| code.name.as_str()),
            Subject::Quotation(at) => {
                project.quotation(at.document, at.quotation)?;
                project.documents.get(&at.document).map(|document| document.title.as_str())
            }
            Subject::Case(id) => project.cases.get(id).map(|case| case.name.as_str()),
            Subject::Unknown(..) => None,
        }
    }
}

/// A link in a memo's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsLink {
    /// Where it stands, in bytes of the words.
    pub range: Range<usize>,
    /// What it leads to.
    pub subject: Subject,
    /// What that was called when the link was made.
    pub name: String,
}

/// How a link stands in a memo's words: `[[code:<id>|name]]`.
pub fn link_words(subject: &Subject, name: &str) -> String {
    let name: String = name.chars().filter(|c| !matches!(c, '[' | ']' | '|')).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("[[{}:{}|{name}]]", subject.kind(), subject.id())
}

/// The links in a memo's words, in their order.
pub fn links_in(words: &str) -> Vec<WordsLink> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(start) = words[from..].find("[[").map(|at| from + at) {
        from = start + 2;
        let Some(end) = words[from..].find("]]").map(|at| from + at) else { break };
        let inner = &words[from..end];
        let parts = inner.split_once(':').and_then(|(kind, rest)| Some((kind, rest.split_once('|')?)));
        let Some((kind, (id, name))) = parts.filter(|_| !inner.contains(['[', '\n'])) else { continue };
        let subject = Subject::read(kind, id);
        if !matches!(subject, Subject::Unknown(..)) {
            links.push(WordsLink { range: start..end + 2, subject, name: name.to_owned() });
            from = end + 2;
        }
    }
    links
}

/// A quotation that says something of another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Its identity.
    pub id: LinkId,
    /// The quotation that says it.
    pub from: QuotationAt,
    /// The quotation that it says it of.
    pub to: QuotationAt,
    /// What it says.
    pub relation: Relation,
    /// Who made it, and when.
    pub created: Stamp,
    /// Later changes of fields.
    pub changed: FieldStamps,
    /// Kept from newer files.
    pub extra: Extra,
}

/// How one quotation stands to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Relation {
    /// It explains it.
    #[default]
    Explains,
    /// It contradicts it.
    Contradicts,
    /// It supports it.
    Supports,
    /// It goes on from it.
    Continues,
    /// What people have named themselves.
    Own(String),
}

impl Relation {
    /// Those that have a name in every language.
    pub const NAMED: [Relation; 4] =
        [Relation::Explains, Relation::Contradicts, Relation::Supports, Relation::Continues];

    /// Its name in files.
    pub fn key(&self) -> &str {
        match self {
            Relation::Explains => "explains",
            Relation::Contradicts => "contradicts",
            Relation::Supports => "supports",
            Relation::Continues => "continues",
            Relation::Own(words) => words,
        }
    }
}

impl From<String> for Relation {
    fn from(key: String) -> Self {
        Relation::NAMED.into_iter().find(|relation| relation.key() == key).unwrap_or(Relation::Own(key))
    }
}

impl From<Relation> for String {
    fn from(relation: Relation) -> Self {
        relation.key().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_again_and_nothing_else_is_one() {
        let code = Subject::Code(CodeId::from_number(7));
        let at = QuotationAt { document: DocumentId::from_number(1), quotation: QuotationId::from_number(2) };
        let (one, two) = (link_words(&code, "Fear | of [the]\nsea"), link_words(&Subject::Quotation(at), "أمل"));
        let words = format!("[[ see {one} and [[x]] [[code:no|x]] {two}[[");
        let links = links_in(&words);
        assert_eq!(links.iter().map(|link| &words[link.range.clone()]).collect::<Vec<_>>(), [&one, &two]);
        assert_eq!(links[0].subject, code);
        assert_eq!(links[0].name, "Fear of the sea");
        assert_eq!(links[1].subject, Subject::Quotation(at));
    }
}
