//! Quotations and the codes on them.

use super::draft::Draft;
use super::{EditError, EntityKind};
use crate::history::{Action, ActionKind};
use crate::ids::{CodeId, CodingId, DocumentId, QuotationId};
use crate::project::{Anchor, Coding, Consent, Extra, FieldStamps, Quotation};
use crate::text::{Quote, Span};

pub(super) fn mark(
    draft: &mut Draft,
    id: QuotationId,
    document: DocumentId,
    span: Span,
    quote: &Quote,
) -> Result<Action, EditError> {
    check_span(draft, document, span)?;
    if draft.quotation(document, id).is_ok() {
        return Err(EditError::Exists(EntityKind::Quotation));
    }
    draft.put_quotation(Quotation {
        id,
        document,
        anchor: Anchor::Text(span),
        quote: quote.clone(),
        comment: String::new(),
        condensed: String::new(),
        interpretation: String::new(),
        print: None,
        consent: Default::default(),
        codings: Vec::new(),
        created: draft.stamp(),
        changed: FieldStamps::new(),
        extra: Extra::new(),
    });
    action(draft, ActionKind::QuotationMarked, document, id)
}

pub(super) fn resize(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    span: Span,
    quote: &Quote,
) -> Result<Action, EditError> {
    check_span(draft, document, span)?;
    change(draft, document, id, "anchor", |quotation| {
        quotation.anchor = Anchor::Text(span);
        quotation.quote = quote.clone();
    })?;
    action(draft, ActionKind::QuotationResized, document, id)
}

pub(super) fn comment(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    comment: &str,
) -> Result<Action, EditError> {
    change(draft, document, id, "comment", |quotation| quotation.comment = comment.trim().to_owned())?;
    action(draft, ActionKind::QuotationCommented, document, id)
}

/// Removes a quotation. One that says that its words may not be quoted stays, since they could be without it.
pub(super) fn delete(draft: &mut Draft, document: DocumentId, id: QuotationId) -> Result<Action, EditError> {
    if draft.quotation(document, id)?.consent != Consent::Quote {
        return Err(EditError::Limited(EntityKind::Quotation));
    }
    let action = action(draft, ActionKind::QuotationDeleted, document, id);
    draft.remove_quotation(document, id);
    action
}

pub(super) fn apply_code(
    draft: &mut Draft,
    document: DocumentId,
    quotation: QuotationId,
    id: CodingId,
    code: CodeId,
) -> Result<Action, EditError> {
    let name = draft.code(code)?.name.clone();
    let mut coded = (**draft.quotation(document, quotation)?).clone();
    if coded.coding_of(code).is_some() {
        return Err(EditError::AlreadyCoded);
    }
    if coded.codings.iter().any(|coding| coding.id == id) {
        return Err(EditError::Exists(EntityKind::Coding));
    }
    coded.codings.push(Coding {
        id,
        code,
        comment: String::new(),
        weight: None,
        created: draft.stamp(),
        changed: FieldStamps::new(),
        extra: Extra::new(),
    });
    draft.put_quotation(coded);
    Ok(action(draft, ActionKind::CodeApplied, document, quotation)?.with("code", &name))
}

pub(super) fn remove_coding(
    draft: &mut Draft,
    document: DocumentId,
    quotation: QuotationId,
    id: CodingId,
) -> Result<Action, EditError> {
    let mut coded = (**draft.quotation(document, quotation)?).clone();
    let at = coded.codings.iter().position(|coding| coding.id == id);
    let coding = at.map(|at| coded.codings.remove(at)).ok_or(EditError::Missing(EntityKind::Coding))?;
    let name = draft.code(coding.code)?.name.clone();
    draft.put_quotation(coded);
    Ok(action(draft, ActionKind::CodingRemoved, document, quotation)?.with("code", &name))
}

pub(super) fn comment_coding(
    draft: &mut Draft,
    document: DocumentId,
    quotation: QuotationId,
    id: CodingId,
    comment: &str,
) -> Result<Action, EditError> {
    let mut coded = (**draft.quotation(document, quotation)?).clone();
    let coding =
        coded.codings.iter_mut().find(|coding| coding.id == id).ok_or(EditError::Missing(EntityKind::Coding))?;
    coding.comment = comment.trim().to_owned();
    draft.note(&mut coding.changed, "comment");
    let name = draft.code(coding.code)?.name.clone();
    draft.put_quotation(coded);
    Ok(action(draft, ActionKind::CodingCommented, document, quotation)?.with("code", &name))
}

pub(super) fn change(
    draft: &mut Draft,
    document: DocumentId,
    id: QuotationId,
    field: &str,
    change: impl FnOnce(&mut Quotation),
) -> Result<(), EditError> {
    let mut quotation = (**draft.quotation(document, id)?).clone();
    change(&mut quotation);
    draft.note(&mut quotation.changed, field);
    draft.put_quotation(quotation);
    Ok(())
}

fn check_span(draft: &Draft, document: DocumentId, span: Span) -> Result<(), EditError> {
    let length = draft.document(document)?.text.length;
    if span.is_empty() {
        Err(EditError::EmptySpan)
    } else if span.end.0 > length {
        Err(EditError::BeyondText { end: span.end.0, length })
    } else {
        Ok(())
    }
}

/// The history says where, but never repeats a transcript's words: what is removed from the text for good must not
/// live on there.
pub(super) fn action(
    draft: &Draft,
    kind: ActionKind,
    document: DocumentId,
    quotation: QuotationId,
) -> Result<Action, EditError> {
    let title = &draft.document(document)?.title;
    Ok(Action::new(kind).with("document", title).about(document).about(quotation))
}
