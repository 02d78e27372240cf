//! Memos and links as they stand in a file, and between these and the types of the program.

use emic_core::ids::{CoderId, DocumentId, LinkId, MemoId, QuotationId};
use emic_core::project::{About, Extra, Link, Memo, MemoKind, MemoVersion, QuotationAt, Relation, Subject};
use emic_core::time::Stamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::convert::{stamps_in, stamps_out};
use super::file::FileStamps;
use super::time::FileTime;

/// A memo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileMemo {
    pub id: MemoId,
    pub title: String,
    #[serde(default)]
    pub kind: MemoKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<FileAbout>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<FileMemoVersion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<(FileTime, CoderId)>,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a memo is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileAbout {
    pub kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub was: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a memo said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileMemoVersion {
    pub at: FileTime,
    pub by: CoderId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A quotation that says something of another one: each is a document and a quotation in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "said in docs/project-format.md and its schema")]
pub struct FileLink {
    pub id: LinkId,
    pub from: (DocumentId, QuotationId),
    pub to: (DocumentId, QuotationId),
    pub relation: Relation,
    pub created: FileTime,
    pub created_by: CoderId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: FileStamps,
    #[serde(flatten)]
    pub extra: Extra,
}

impl FileMemo {
    pub(super) fn of(memo: &Memo) -> FileMemo {
        let about = memo.about.as_ref().map(|about| FileAbout {
            kind: about.subject.kind().to_owned(),
            id: about.subject.id(),
            was: about.was.clone(),
            extra: about.extra.clone(),
        });
        let version = |version: &MemoVersion| FileMemoVersion {
            at: version.made.at.into(),
            by: version.made.by,
            words: version.words.clone(),
            extra: version.extra.clone(),
        };
        FileMemo {
            id: memo.id,
            title: memo.title.clone(),
            kind: memo.kind.clone(),
            about,
            words: memo.words.clone(),
            versions: memo.versions.iter().map(version).collect(),
            since: (memo.since != memo.created).then(|| (memo.since.at.into(), memo.since.by)),
            created: memo.created.at.into(),
            created_by: memo.created.by,
            changed: stamps_out(&memo.changed),
            extra: memo.extra.clone(),
        }
    }

    pub(super) fn into_memo(self) -> Memo {
        let created = Stamp { by: self.created_by, at: self.created.0 };
        let about = self.about.map(|FileAbout { kind, id, was, extra }| {
            let subject = Subject::read(&kind, &id);
            About { subject, was, extra }
        });
        let version = |FileMemoVersion { at, by, words, extra }: FileMemoVersion| {
            let made = Stamp { by, at: at.0 };
            MemoVersion { words, made, extra }
        };
        Memo {
            id: self.id,
            title: self.title,
            kind: self.kind,
            about,
            words: self.words,
            versions: self.versions.into_iter().map(version).collect(),
            since: self.since.map_or(created, |(at, by)| Stamp { by, at: at.0 }),
            created,
            changed: stamps_in(self.changed),
            extra: self.extra,
        }
    }
}

impl FileLink {
    pub(super) fn of(link: &Link) -> FileLink {
        FileLink {
            id: link.id,
            from: (link.from.document, link.from.quotation),
            to: (link.to.document, link.to.quotation),
            relation: link.relation.clone(),
            created: link.created.at.into(),
            created_by: link.created.by,
            changed: stamps_out(&link.changed),
            extra: link.extra.clone(),
        }
    }

    pub(super) fn into_link(self) -> Link {
        let FileLink { id, from, to, relation, created, created_by, changed, extra } = self;
        let at = |(document, quotation)| QuotationAt { document, quotation };
        let created = Stamp { by: created_by, at: created.0 };
        Link { id, from: at(from), to: at(to), relation, created, changed: stamps_in(changed), extra }
    }
}
