//! Memos, and links between quotations.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::draft::{Draft, tidy_name};
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{CodeId, LinkId, MemoId};
use crate::project::{
    About, Extra, FieldStamps, Link, Memo, MemoKind, Project, QuotationAt, Relation, Subject, link_words, links_in,
};

/// A field of a memo, and what it is to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MemoField {
    /// Its title.
    Title(String),
    /// What sort of memo it is.
    Kind(MemoKind),
    /// What it is about; nothing, of a free one.
    About(Option<Subject>),
    /// What it says. What it said before stays as a version, unless the same coder began it a few minutes ago.
    Words(String),
}

/// A memo that is to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in Memo")]
pub struct NewMemo {
    pub id: MemoId,
    pub title: String,
    pub kind: MemoKind,
    pub about: Option<Subject>,
    pub words: String,
}

pub(super) fn add(draft: &mut Draft, new: &NewMemo) -> Result<Action, EditError> {
    if draft.project().memos.contains(&new.id) {
        return Err(EditError::Exists(EntityKind::Memo));
    }
    let title = tidy_name(&new.title, EntityKind::Memo)?;
    let about = about(draft.project(), new.about.as_ref())?;
    let action = Action::new(ActionKind::MemoAdded).with("memo", &title).about(new.id);
    let (kind, words, stamp) = (tidy_kind(&new.kind)?, new.words.clone(), draft.stamp());
    draft.put_memo(Memo {
        id: new.id,
        title,
        kind,
        about,
        words,
        versions: Vec::new(),
        since: stamp,
        created: stamp,
        changed: FieldStamps::new(),
        extra: Extra::new(),
    });
    Ok(action)
}

pub(super) fn set(draft: &mut Draft, id: MemoId, field: &MemoField) -> Result<Action, EditError> {
    let mut memo = (**draft.memo(id)?).clone();
    let mut action = Action::new(ActionKind::MemoChanged).with("memo", &memo.title).about(id);
    let name = match field {
        MemoField::Title(title) => {
            let title = tidy_name(title, EntityKind::Memo)?;
            action = Action::new(ActionKind::MemoRenamed).with("old", &memo.title).with("new", &title).about(id);
            memo.title = title;
            "title"
        }
        MemoField::Kind(kind) => {
            memo.kind = tidy_kind(kind)?;
            "kind"
        }
        MemoField::About(subject) => {
            memo.about = about(draft.project(), subject.as_ref())?;
            "about"
        }
        MemoField::Words(words) => {
            action.kind = ActionKind::MemoWritten;
            memo.rewrite(words.clone(), draft.stamp());
            "words"
        }
    };
    draft.note(&mut memo.changed, name);
    draft.put_memo(memo);
    Ok(action)
}

pub(super) fn delete(draft: &mut Draft, id: MemoId) -> Result<Action, EditError> {
    let action = Action::new(ActionKind::MemoDeleted).with("memo", &draft.memo(id)?.title).about(id);
    draft.remove_memo(id);
    Ok(action)
}

pub(super) fn link(
    draft: &mut Draft,
    id: LinkId,
    from: QuotationAt,
    to: QuotationAt,
    relation: &Relation,
) -> Result<Action, EditError> {
    draft.quotation(from.document, from.quotation)?;
    draft.quotation(to.document, to.quotation)?;
    if from == to {
        return Err(EditError::InsideItself(EntityKind::Link));
    }
    let relation = tidy_relation(relation)?;
    let same = |other: &Link| other.from == from && other.to == to && other.relation == relation;
    if draft.project().links.contains(&id) || draft.project().links.values().any(|other| same(other)) {
        return Err(EditError::Exists(EntityKind::Link));
    }
    let (changed, extra) = Default::default();
    let link = Link { id, from, to, relation, created: draft.stamp(), changed, extra };
    let action = said(draft, ActionKind::QuotationsLinked, &link)?;
    draft.put_link(link);
    Ok(action)
}

pub(super) fn set_relation(draft: &mut Draft, id: LinkId, relation: &Relation) -> Result<Action, EditError> {
    let mut link = (**draft.link(id)?).clone();
    link.relation = tidy_relation(relation)?;
    draft.note(&mut link.changed, "relation");
    let action = said(draft, ActionKind::LinkRelationSet, &link)?;
    draft.put_link(link);
    Ok(action)
}

pub(super) fn unlink(draft: &mut Draft, id: LinkId) -> Result<Action, EditError> {
    let link = draft.link(id)?.clone();
    draft.remove_link(id);
    said(draft, ActionKind::LinkDeleted, &link)
}

/// The history says where and how, but no words of the quotations.
fn said(draft: &Draft, kind: ActionKind, link: &Link) -> Result<Action, EditError> {
    let title = &draft.document(link.from.document)?.title;
    let action = Action::new(kind).with("relation", link.relation.key()).with("document", title);
    Ok(action.about(link.from.quotation).about(link.to.quotation))
}

/// Memos about codes, and links in memos to them, lead to another code from now on. What a memo says stays the same words,
/// so that this is no version of it.
pub(super) fn point_elsewhere(draft: &mut Draft, codes: &BTreeSet<CodeId>, to: CodeId, name: &str) {
    let is_gone = |subject: &Subject| matches!(subject, Subject::Code(id) if codes.contains(id));
    let memos: Vec<_> = draft.project().memos.values().cloned().collect();
    for before in memos {
        let mut memo = (*before).clone();
        if let Some(about) = memo.about.as_mut().filter(|about| is_gone(&about.subject)) {
            about.subject = Subject::Code(to);
            about.was.clear();
        }
        for link in links_in(&memo.words).into_iter().rev().filter(|link| is_gone(&link.subject)) {
            memo.words.replace_range(link.range, &link_words(&Subject::Code(to), name));
        }
        if memo != *before {
            draft.put_memo(memo);
        }
    }
}

fn about(project: &Project, subject: Option<&Subject>) -> Result<Option<About>, EditError> {
    let Some(subject) = subject else { return Ok(None) };
    let missing = match subject {
        _ if subject.is_in(project) => None,
        Subject::Code(_) => Some(EntityKind::Code),
        Subject::Quotation(_) => Some(EntityKind::Quotation),
        Subject::Case(_) => Some(EntityKind::Case),
        Subject::Project | Subject::Document(_) | Subject::Unknown(..) => Some(EntityKind::Document),
    };
    match missing {
        Some(kind) => Err(EditError::Missing(kind)),
        None => Ok(Some(About { subject: subject.clone(), was: String::new(), extra: Extra::new() })),
    }
}

fn tidy_kind(kind: &MemoKind) -> Result<MemoKind, EditError> {
    Ok(tidy_name(kind.key(), EntityKind::Memo)?.into())
}

fn tidy_relation(relation: &Relation) -> Result<Relation, EditError> {
    Ok(tidy_name(relation.key(), EntityKind::Link)?.into())
}
